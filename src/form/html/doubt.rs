//! Words of which nobody can say whether a mail program shows them: their style may hide them in a way that is not
//! understood here, or in some programs only. They are read, and told.

use html5gum::emitters::default::StartTag;

use super::attributes::attribute;
use super::unseen::{is_block, normal, shown_by, style, value};

/// Properties of which every value but a few may hide.
const STRANGE: [(&str, &str); 10] = [
    ("transform", "none"),
    ("-webkit-transform", "none"),
    ("clip", "auto"),
    ("clip-path", "none"),
    ("-webkit-clip-path", "none"),
    ("filter", "none"),
    ("mask", "none"),
    ("mask-image", "none"),
    ("content-visibility", "visible"),
    ("zoom", "1"),
];
/// The values of `display` that are seen.
const DISPLAYS: [&str; 18] = [
    "block",
    "inline",
    "inline-block",
    "flex",
    "inline-flex",
    "grid",
    "inline-grid",
    "contents",
    "list-item",
    "flow-root",
    "initial",
    "inherit",
    "unset",
    "revert",
    "run-in",
    "-webkit-box",
    "-webkit-inline-box",
    "none",
];
/// So far outside its place, in points of a screen, nothing is seen.
const FAR: f32 = 100.0;
/// Letters and boxes below this size, in points of a screen, are not read by anybody.
const SMALL: f32 = 4.0;

/// What is open of the elements that matter.
#[derive(Debug, Default)]
pub(super) struct Doubt {
    /// Each with its name, how many of its name are open in it, whether it raises doubt, and whether it has a colour of its own
    /// behind its words.
    open: Vec<(String, usize, bool, bool)>,
    /// The words.
    pub words: String,
}

impl Doubt {
    /// An element begins; `maybe` is what style sheets say that may hold for it.
    /// Says whether it raises doubt itself.
    pub(super) fn opened(&mut self, name: &str, tag: &StartTag<()>, maybe: bool) -> bool {
        // the next paragraph ends one
        if is_block(name) {
            self.open.pop_if(|(open, ..)| open == "p");
        }
        let style = style(tag);
        let coloured =
            ["background", "background-color", "background-image"].iter().any(|it| value(&style, it).is_some())
                || attribute(tag, "bgcolor").is_some();
        let on_colour = coloured || self.open.iter().any(|(.., coloured)| *coloured);
        let is_pale =
            !on_colour && (pale(&style) || attribute(tag, "color").is_some_and(|it| is_pale(&it.to_lowercase())));
        let closed = name == "details" && attribute(tag, "open").is_none();
        let doubtful = maybe || closed || is_pale || may_hide(&style);
        if doubtful || coloured {
            self.open.push((name.to_owned(), 0, doubtful, coloured));
        } else if let Some((_, inner, ..)) = self.open.iter_mut().rfind(|(open, ..)| open == name) {
            *inner += 1;
        }
        doubtful
    }

    /// An element ends.
    pub(super) fn closed(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|(open, ..)| open == name) else { return };
        if let Some(left) = self.open[at].1.checked_sub(1) {
            self.open[at].1 = left;
        } else {
            self.open.truncate(at);
        }
    }

    /// Words that are read.
    pub(super) fn text(&mut self, text: &str) {
        if self.open.iter().any(|(_, _, doubtful, _)| *doubtful) {
            self.add(text);
        }
    }

    /// Words that some programs show.
    pub(super) fn add(&mut self, text: &str) {
        for word in text.split_whitespace() {
            self.words.push_str(if self.words.is_empty() { "" } else { " " });
            self.words.push_str(word);
        }
    }
}

/// Whether a style may hide, in a way that is understood or not.
pub(super) fn can_hide(style: &str) -> bool {
    let style = &normal(style);
    may_hide(style) || pale(style) || shown_by(style).is_some_and(|shown| !shown.is_seen())
}

/// Whether a style may hide in a way that is not understood.
fn may_hide(style: &str) -> bool {
    let is = |name: &str, found: &dyn Fn(&str) -> bool| value(style, name).is_some_and(found);
    let strange = STRANGE.iter().any(|(name, good)| {
        is(name, &|value| value != *good && !matches!(value, "inherit" | "initial" | "unset" | "normal" | "100%"))
    });
    let far = |value: &str| points(value).is_some_and(|size| size.abs() >= FAR);
    let gone = |value: &str| points(value).is_some_and(|size| size <= -FAR);
    let placed = is("position", &|value| matches!(value, "absolute" | "fixed"));
    let tiny = |value: &str| points(value).is_some_and(|size| size > 0.0 && size < SMALL);
    let cut = is("overflow", &|value| value == "hidden");
    let boxed = ["height", "max-height", "width", "max-width"].iter().any(|name| is(name, &tiny));
    strange
        || is("visibility", &|value| !matches!(value, "visible" | "hidden" | "inherit" | "initial" | "unset"))
        || is("display", &|value| {
            !DISPLAYS.contains(&value) && !value.starts_with("table") && !value.starts_with("inline-table")
        })
        || is("opacity", &|value| value.parse::<f32>().map_or(value.contains(['%', '(']), |it| it > 0.0 && it < 0.3))
        || placed && ["left", "right", "top", "bottom"].iter().any(|name| is(name, &far))
        || ["text-indent", "margin-left", "margin-top"].iter().any(|name| is(name, &gone))
        || is("font-size", &|value| tiny(value) || value.contains("var("))
        || is("line-height", &|value| points(value) == Some(0.0))
        || cut && boxed
}

/// A size in points of a screen, as near as matters here; nothing where it depends on what is around it.
fn points(value: &str) -> Option<f32> {
    let end = value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(value.len());
    let number: f32 = value[..end].parse().ok()?;
    match &value[end..] {
        "px" | "" => Some(number),
        "pt" => Some(number * 1.33),
        "em" | "rem" => Some(number * 16.0),
        "in" => Some(number * 96.0),
        "cm" => Some(number * 38.0),
        "%" | "vw" | "vh" => (number <= -FAR || number == 0.0).then_some(number),
        _ => None,
    }
}

/// Whether letters have the colour of paper, or none.
fn pale(style: &str) -> bool {
    ["color", "-webkit-text-fill-color"].iter().any(|name| value(style, name).is_some_and(is_pale))
}

fn is_pale(colour: &str) -> bool {
    let is_high = |digits: &str| digits.len() >= 3 && digits.bytes().all(|digit| matches!(digit, b'e' | b'f'));
    let numbers = colour.split_once('(').map(|(_, rest)| rest.trim_end_matches(')').split([',', '/']));
    let numbers: Vec<f32> = numbers.into_iter().flatten().filter_map(|it| it.trim().parse().ok()).collect();
    let leading = colour.strip_prefix('#').map(|hex| hex.bytes().step_by(if hex.len() > 4 { 2 } else { 1 }).take(3));
    let is_light = leading.is_some_and(|digits| {
        digits.clone().count() == 3 && digits.into_iter().all(|it| is_high(&(it as char).to_string().repeat(3)))
    });
    matches!(colour, "white" | "transparent" | "snow" | "ivory" | "whitesmoke" | "ghostwhite" | "floralwhite")
        || is_light
        || numbers.len() >= 3 && numbers[..3].iter().all(|it| *it >= 224.0)
        || numbers.get(3).is_some_and(|alpha| *alpha < 0.3)
}

/// The words in a comment that only some programs read: `[if mso]>`. What Word writes there for itself is none.
pub(super) fn conditional(comment: &str) -> String {
    let inside = comment.strip_prefix("[if").and_then(|rest| rest.split_once("]>"));
    let inside = inside.map(|(_, inside)| inside).filter(|inside| !inside.contains("<xml") && !inside.contains("[if"));
    inside.map(|inside| super::read(inside.trim_end_matches("<![endif]"), false).text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::page;

    /// What style sheets and elements say of one word, and what is read without it.
    #[test]
    fn words_that_may_not_be_shown_are_told() {
        for rule in [
            "html .x{display:none}",
            "[class^='x']:not(.y){visibility:hidden}",
            "p ~ b.x{font-size:0}",
            ".x:nth-child(1){opacity:0}",
            "@media (max-width:600px){.x{display:none}}",
            "@supports (display:grid){b{display:none}} .y{color:red}",
            "@import 'a.css'; div > .x{height:0;overflow:hidden}",
            "*.x{transform:scale(0)}",
            ".x{clip-path:inset(100%)}",
            ".x{position:absolute;left:-9999px}",
            ".x{text-indent:-100em}",
            ".x{color:#FFF}",
            ".x{color: rgba(0, 0, 0, 0)}",
            ".x{opacity:0.01}",
            ".x{font-size:1px}",
            ".x{display:var(--a)}",
            ".\\78 {display:none}",
            "b{content-visibility:hidden}",
            ".x{-webkit-text-fill-color:transparent}",
            ".x{max-height:1px;overflow:hidden}",
            "body div b{visibility:collapse}",
        ] {
            let page = page(&format!("<style>{rule}</style><div>a <b class=x>weg</b> <i>c</i></div>"));
            assert_eq!((page.text.as_str(), page.doubtful.as_str()), ("a weg c", "weg"), "{rule}");
            assert_eq!(page.sure.as_deref(), Some("a c"), "{rule}");
        }
        for html in [
            "<details>weg</details>",
            "<b style='opacity:.1'>weg</b> <i>☒</i>",
            "<font color=white>weg</font>",
            "<!--[if mso]><b>weg</b><![endif]-->",
            "<span style='filter:opacity(0)'>weg</span>",
            "<div style='background:white'></div><span style='color:transparent'>weg</span>",
        ] {
            assert_eq!(page(html).doubtful, "weg", "{html}");
        }
        assert_eq!(page("a <i style='color:white'>☒</i>").doubtful, "☒");
    }

    /// What Word, Outlook, Gmail, Apple Mail and Thunderbird write.
    #[test]
    fn what_mail_programs_write_raises_no_doubt() {
        let sheet = "<style><!-- /* Font Definitions */ @font-face {font-family:Calibri; panose-1:2 15 5 2;} p.MsoNormal, \
            li.MsoNormal {margin:0cm;font-size:11.0pt;} a:link, span.MsoHyperlink {mso-style-priority:99;color:#0563C1;} \
            a:visited{color:white} span.E-mailStijl17 {mso-style-type:personal-compose;color:windowtext;} .MsoChpDefault \
            {mso-style-type:export-only;} @page WordSection1 {size:612.0pt 792.0pt;margin:70.85pt;} div.WordSection1 \
            {page:WordSection1;} @list l0:level1 {text-indent:-18.0pt;} --></style><style>.ExternalClass{width:100%;\
            line-height:100%} #outlook a{padding:0} a[x-apple-data-detectors]{color:inherit!important;font-size:inherit} \
            @media only screen and (max-width:480px){table{width:100%!important}} @media (prefers-color-scheme:dark)\
            {p{color:#fff!important}} @media print{p{display:none}} img{display:block}</style>";
        for html in [
            "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><p class=MsoNormal>a<o:p></o:p></p>",
            "<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'>\
             <![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;\
             </span></span><![endif]>a</p>",
            "<p><span style='font-size:1.0pt;color:white'>&nbsp;</span>a</p>",
            "<body style='overflow-wrap:break-word;-webkit-nbsp-mode:space;line-break:after-white-space'><p>a</p>",
            "<blockquote class=gmail_quote style='margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)'>a</blockquote>",
            "<span style='white-space:pre-wrap;display:block;width:98vw'>a</span>",
            "<td bgcolor='#154273'><font color=white>a</font></td>",
            "<div style='background-color:#005;padding:4px'><p><span style='color:#ffffff'>a</span></p></div>",
            "<div id=divtagdefaultwrapper dir=ltr style='font-size:12pt;color:rgb(0,0,0);background-color:rgb(255,255,255)'>a</div>",
            "<div style='position:relative;left:0px;opacity:1;transform:none'>a</div>",
            "<table style='width:100%;height:2px'><tr><td>a</td></tr></table>",
        ] {
            let page = page(&format!("{sheet}{html}"));
            assert_eq!((page.doubtful.as_str(), page.hidden.as_str()), ("", ""), "{html}");
            assert!(page.text.contains('a') && page.sure.is_none(), "{html}");
        }
    }
}
