//! What is said of one element, by itself and by the sheets that hold for it or may.

use html5gum::emitters::default::StartTag;

use super::attributes::attribute;
use super::colour::{Colour, Ground, WHITE};
use super::length::{Size, points, split};
use super::style::Declaration;
use super::weigh::is_harmless;

/// Elements whose words are for programs.
const PROGRAM: [&str; 4] = ["style", "script", "title", "template"];
/// Elements whose words some programs show and others do not, or not all of them.
pub(super) const STRANGE: &str = "dialog datalist canvas video audio object applet noframes noembed noscript iframe frameset select \
    optgroup option progress meter textarea svg math map rp marquee xmp plaintext listing portal bdo";

/// How an element is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unseen {
    /// It is for programs.
    Program,
    /// It is not there.
    Gone,
    /// Its letters have no size.
    Small,
    /// It is there, and cannot be seen.
    Invisible,
}

/// All that is said of something; where nothing of it is sure, it may be as it is around too.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Said<T> {
    pub all: Vec<T>,
    pub sure: bool,
}

impl<T> Said<T> {
    fn say(&mut self, it: T, sure: bool) {
        self.all.push(it);
        self.sure |= sure;
    }
}

/// What one element brings.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, most of them false")]
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Own {
    /// Beyond doubt it is not shown.
    pub hides: Option<Unseen>,
    /// It is shown inside one with letters without size, or that cannot be seen: surely, or perhaps.
    pub shows: [Option<bool>; 2],
    /// It may be hidden.
    pub doubt: bool,
    /// The sizes that its letters may have: the least of them counts.
    pub sizes: Said<Option<Size>>,
    /// The colours that its words may have, and what may be behind them.
    pub fronts: Said<Option<Colour>>,
    pub grounds: Said<Option<Colour>>,
    /// It may stand elsewhere than in its turn, over words of others.
    pub placed: bool,
    /// It is a picture.
    pub picture: bool,
    /// How far it goes to the left.
    pub back: f32,
    /// Its box has a size, and it cuts what does not fit.
    pub boxed: bool,
    pub cuts: bool,
}

impl Own {
    /// What is said of an element: its own style first, then what the sheets say.
    pub(super) fn of(name: &str, tag: &StartTag<()>, all: &[Declaration]) -> Self {
        let mut all = all.to_vec();
        if attribute(tag, "hidden").is_some() {
            all.push(Declaration { name: "display".to_owned(), value: "none".to_owned(), sure: true });
        }
        let mut own = Self { hides: hides(&all), ..Self::default() };
        if PROGRAM.contains(&name) {
            own.hides = Some(Unseen::Program);
        }
        let is_closed = name == "details" && attribute(tag, "open").is_none();
        let is_strange = STRANGE.split_whitespace().any(|known| known == name);
        own.doubt = is_closed || is_strange || all.iter().any(|it| !is_harmless(it));
        own.shows = [shows(&all, "font-size", is_read), shows(&all, "visibility", |value| value == "visible")];
        own.attributes(tag);
        own.placed = all.iter().any(|it| is_placed(it) && !is_harmless(it));
        own.picture = matches!(name, "img" | "video" | "canvas" | "iframe" | "object" | "svg");
        own.back = leftwards(&all) - if matches!(name, "ul" | "ol" | "dd" | "blockquote") { 40.0 } else { 0.0 };
        if matches!(name, "small" | "sub" | "sup") {
            own.sizes.say(Some(Size::Times(0.83)), true);
        }
        for it in &all {
            own.take(it);
        }
        own
    }

    /// Whether it changes what is seen, for what comes after an end that does not fit too.
    pub(super) fn matters(&self) -> bool {
        self.hides.is_some()
            || self.doubt
            || self.back.abs() > 0.0
            || self.cuts
            || !(self.sizes.all.is_empty() && self.fronts.all.is_empty() && self.grounds.all.is_empty())
    }

    fn attributes(&mut self, tag: &StartTag<()>) {
        for value in ["color", "text"].into_iter().filter_map(|name| given(tag, name)) {
            self.fronts.say(Colour::of_attribute(&value), true);
        }
        if let Some(value) = given(tag, "bgcolor") {
            self.grounds.say(Colour::of_attribute(&value), true);
        }
        if attribute(tag, "background").is_some() {
            self.grounds.say(None, true);
        }
        let links = ["link", "vlink", "alink"].into_iter().filter_map(|name| attribute(tag, name));
        self.doubt |= links.into_iter().any(|it| Colour::of_attribute(&it).is_none_or(|it| it.is_lost_on(WHITE)));
    }

    fn take(&mut self, it: &Declaration) {
        let value = it.value.as_str();
        match it.name.as_str() {
            "font" if value == "inherit" => {}
            "font" => self.sizes.say(Size::of_font(value), it.sure),
            "font-size" => self.sizes.say(Size::of(value), it.sure),
            "color" | "-webkit-text-fill-color" if matches!(value, "inherit" | "unset" | "currentcolor") => {}
            "color" => self.fronts.say(Colour::of(value), it.sure),
            "-webkit-text-fill-color" => self.fronts.say(Colour::of(value), false),
            "background" | "background-color" | "background-image" => {
                if let Ground::Painted(colour) = Ground::of(value) {
                    self.grounds.say(colour, it.sure);
                }
            }
            "white-space" => self.boxed |= value.contains("nowrap"),
            "overflow" | "overflow-x" | "overflow-y" => self.cuts |= !matches!(value, "visible" | "initial"),
            "height" | "max-height" => self.boxed |= is_limit(value, 100_000.0),
            "width" | "max-width" => self.boxed |= is_limit(value, 50.0),
            _ => {}
        }
    }
}

/// Whether a declaration tells where an element stands.
fn is_placed(it: &Declaration) -> bool {
    let kinds = ["position", "margin", "top", "bottom", "left", "right", "inset", "transform", "translate"];
    kinds.iter().any(|kind| it.name == *kind || it.name.strip_prefix(kind).is_some_and(|rest| rest.starts_with('-')))
}

/// The value of an attribute, where it has one.
fn given(tag: &StartTag<()>, name: &str) -> Option<String> {
    attribute(tag, name).filter(|value| !value.trim().is_empty())
}

/// How far the first words of an element go to the left of where it would be, in points; to the right counts where it is
/// said once.
fn leftwards(all: &[Declaration]) -> f32 {
    let of = |it: &Declaration, start: &str| it.name == start || it.name.strip_prefix(start) == Some("-left");
    let way = |it: &Declaration| {
        let kind = ["margin", "padding"].into_iter().find(|start| of(it, start));
        if kind.is_none() && !matches!(it.name.as_str(), "text-indent" | "left") {
            return 0.0;
        }
        let words: Vec<&str> = it.value.split(' ').collect();
        let way = [3, 1, 0].iter().find_map(|at| words.get(*at)).and_then(|word| points(word)).unwrap_or(0.0);
        let once = kind.is_some_and(|start| all.iter().filter(|it| of(it, start)).count() == 1) && it.sure;
        if way < 0.0 || once { -way } else { 0.0 }
    };
    all.iter().map(way).sum()
}

/// Whether a box of this size may be too small for its words.
fn is_limit(value: &str, least: f32) -> bool {
    match split(value) {
        Some((number, "%" | "vw" | "vh")) => number < 50.0,
        Some(_) => points(value).is_none_or(|it| it < least),
        None => !matches!(value, "auto" | "none" | "inherit" | "initial" | "unset" | "max-content" | "fit-content"),
    }
}

fn is_read(value: &str) -> bool {
    matches!(Size::of(value), Some(Size::Fixed(size)) if size >= super::length::SMALL)
}

/// How an element is hidden beyond doubt: it is said for certain, and nothing else is said of it anywhere.
fn hides(all: &[Declaration]) -> Option<Unseen> {
    let is_strange = |name: &str| name == "all" || name.contains(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    if all.iter().any(|it| is_strange(&it.name)) {
        return None;
    }
    let only = |name: &str, fits: &dyn Fn(&str) -> bool| {
        let mut given = all.iter().filter(|it| it.name == name).peekable();
        given.peek().is_some() && given.clone().any(|it| it.sure) && given.all(|it| fits(&it.value))
    };
    let is_nought = |value: &str| Size::of(value).is_some_and(Size::is_nought);
    let any = |start: &str| all.iter().any(|it| it.name.starts_with(start));
    let is_flat = ["max-height", "height", "max-width", "width"].iter().any(|name| only(name, &is_nought));
    let is_cut = only("overflow", &|value| value == "hidden") && !any("min-") && !any("overflow-");
    if only("display", &|value| value == "none") || only("opacity", &is_nought) || is_flat && is_cut {
        Some(Unseen::Gone)
    } else if only("visibility", &|value| value == "hidden") {
        Some(Unseen::Invisible)
    } else {
        let is_font = all.iter().any(|it| it.name == "font");
        (only("font-size", &is_nought) && !is_font).then_some(Unseen::Small)
    }
}

/// Whether a property shows, where it is given: surely when nothing else is said.
fn shows(all: &[Declaration], name: &str, fits: fn(&str) -> bool) -> Option<bool> {
    let given = || all.iter().filter(|it| it.name == name || name == "font-size" && it.name == "font");
    let shown = given().any(|it| it.name != name || fits(&it.value));
    shown.then(|| given().all(|it| it.sure && it.name == name && fits(&it.value)))
}

#[cfg(test)]
mod tests {
    use super::super::shown as page;

    #[test]
    fn what_is_not_shown_is_no_word_and_is_kept_apart() {
        for (html, seen, hidden) in [
            ("<div style='display:none'>a<div>b</div>c</div>d", "d", "a b c"),
            ("e<span style='display: none !important'>a</span>f", "ef", "a"),
            ("<p hidden>a<p>b", "b", "a"),
            ("<ul><li hidden>a<li>b</ul>c", "- b\n\nc", "a"),
            ("<table><tr><td style='display:none;mso-hide:all'>a<td>b</table>", "b", "a"),
            ("<div><span style='visibility:hidden'>a</div>b", "b", "a"),
            ("<div style='visibility:hidden'>a<b style='visibility:visible'>b</b>c</div>", "b", "a c"),
            ("<td style='font-size:0'>a<div style='font-size:14px'>b</div></td>c", "b\nc", "a"),
            ("<div style='max-height:0px;overflow:hidden'>a</div>b", "b", "a"),
            ("<div style='opacity:0'>a<br>b<img alt='☑'></div>c", "c", "a b"),
            ("<div style='font-size:0.9em;height:0'>a</div>", "a", ""),
            ("<style>a { display: none }</style><script>b</script>c", "c", ""),
            ("<head><title>a</title><body>b", "b", ""),
            ("<head><div>a</div></head>b", "a\nb", ""),
            ("<div style='/*a*/display/**/:none/*b*/'>a</div>b", "b", "a"),
            ("<div style=\"display:none;font-family:'a;display:block;'\">a</div>b", "b", "a"),
            ("<div style='background:url(a;b);display:none'>a</div>b", "b", "a"),
            ("<img style='display:none' alt='☒'>b", "b", ""),
            (
                "<div style='font-size:0'><b style='font-size:1em'>a</b><b style='font-size:larger'>c</b></div>b",
                "b",
                "a c",
            ),
            (
                "<div style='font-size:0'><b style='font-size:100%'>a</b><b style='font-size:inherit'>c</b></div>b",
                "b",
                "a c",
            ),
            ("<div style='display:none'>a</p>c</div>b", "b", "a c"),
            ("<div style='display:none'>a</li>c</h1>d</table>e</body>f</div>b", "b", "a c d e f"),
            ("<p><font style='display:none'>a</p><p>c</p></font>b", "b", "a c"),
            ("<div><b style='display:none'>a</div>c</b>b", "b", "a c"),
            ("<table><tr><td><b style='display:none'>a</td><td>b</table>", "b", "a"),
            ("<div style='display:none'><table><tr><td>a</div>c</table></div>b", "c\nb", "a"),
        ] {
            let page = page(html);
            assert_eq!((page.text.as_str(), page.hidden.as_str()), (seen, hidden), "{html}");
        }
    }
}
