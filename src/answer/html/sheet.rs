//! The style sheets of a page: what they say of an element for certain, and what they may say of it.

use std::collections::BTreeMap;

use html5gum::emitters::default::{DefaultEmitter, StartTag};
use html5gum::{Token, Tokenizer};

use super::attributes::attribute;
use super::colour::{Colour, Ground};
use super::rule::Rule;
use super::style::{self, Declaration, MASK, declaration, parts, plain};
use super::weigh::is_harmless;

/// More rules than these no mail needs.
const RULES: usize = 500;
/// Rules in rules, as deep as they are read.
const DEPTH: usize = 8;
/// What begins a block that says nothing of elements.
const ASIDE: &str =
    "@font-face @page @list @-ms-viewport @viewport @counter-style @property @keyframes @-webkit-keyframes";
/// Properties that are weighed with what is around them.
const WEIGHED: &str = "font font-size color -webkit-text-fill-color background background-color background-image overflow \
    overflow-x overflow-y height max-height width max-width min-height min-width white-space display visibility opacity \
    text-decoration text-decoration-line";
/// Sheets that hold nothing but letters.
const LETTERS: &str = "https://fonts.googleapis.com/";

/// The rules of a page.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    rules: Vec<Rule>,
    /// What names stand for, wherever that is said: `--text`.
    names: BTreeMap<String, Vec<String>>,
    /// There is a sheet that is not read, or more than is read.
    pub blind: bool,
}

impl Sheet {
    /// The sheets that hold in a page.
    pub(super) fn of(html: &str) -> Self {
        let mut sheet = Self::default();
        sheet.gather(html, true);
        sheet
    }

    fn gather(&mut self, html: &str, sure: bool) {
        let mut emitter: DefaultEmitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let (mut inside, mut strange) = (None, !sure);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Ok(Token::StartTag(tag)) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    self.name(&style::own(&tag));
                    strange |=
                        matches!(name.as_str(), "template" | "svg" | "math" | "noscript" | "select" | "frameset");
                    self.blind |= name == "link" && is_sheet(&tag);
                    inside = (name == "style").then(|| holds(&tag)).flatten().map(|everywhere| everywhere && !strange);
                }
                Ok(Token::String(text)) => {
                    if let Some(sure) = inside {
                        self.read(&plain(&String::from_utf8_lossy(&text)), sure, 0);
                    }
                }
                Ok(Token::EndTag(_)) => inside = None,
                Ok(Token::Comment(words)) if sure => {
                    let words = String::from_utf8_lossy(&words);
                    let only = words.strip_prefix("[if").and_then(|rest| rest.split_once("]>"));
                    if let Some((_, html)) = only {
                        self.gather(html, false);
                    }
                }
                Ok(Token::Comment(_) | Token::Doctype(_) | Token::Error(_)) => {}
                Err(never) => match never {},
            }
        }
    }

    /// Remembers what names stand for.
    fn name(&mut self, style: &[Declaration]) {
        for it in style.iter().filter(|it| it.name.starts_with("--")) {
            self.names.entry(it.name.clone()).or_default().push(it.value.clone());
        }
    }

    /// The same with every colour that a name may stand for in its place. Programs that know no names leave what is around.
    pub(super) fn named(&self, style: Vec<Declaration>) -> Vec<Declaration> {
        let colours = |it: &Declaration| {
            let name = it.value.strip_prefix("var(")?.strip_suffix(')')?;
            let is_colour = matches!(it.name.as_str(), "color" | "background" | "background-color");
            self.names.get(name.trim()).filter(|_| is_colour).cloned()
        };
        let named = style.into_iter().map(|it| match colours(&it) {
            Some(all) => all.into_iter().map(|value| Declaration { value, sure: false, ..it.clone() }).collect(),
            None => vec![it],
        });
        named.collect::<Vec<_>>().concat()
    }

    /// What is said of an element, for certain and perhaps.
    pub(super) fn says(&self, tag: &StartTag<()>) -> Vec<Declaration> {
        let name = String::from_utf8_lossy(&tag.name);
        let [classes, id] = ["class", "id"].map(|name| attribute(tag, name).unwrap_or_default());
        let mut all = Vec::new();
        for rule in &self.rules {
            let Some(sure) = rule.fits(&name, &classes, &id, tag) else { continue };
            all.extend(rule.style.iter().map(|it| Declaration { sure: sure && it.sure, ..it.clone() }));
        }
        all
    }

    /// Reads rules; those that depend on something may hold.
    fn read(&mut self, text: &str, sure: bool, depth: usize) {
        let (mut rest, mut sure) = (text, sure);
        while let Some(at) = rest.find(['{', '}', ';']) {
            let (head, sign) = (rest[..at].trim(), &rest[at..=at]);
            rest = &rest[at + 1..];
            if sign != "{" {
                self.blind |= is_import(head);
                // what does not fit makes nonsense of what follows, or not
                sure &= head.starts_with('@') && sign == ";";
                continue;
            }
            let end = block_end(rest);
            let body = &rest[..end];
            rest = rest.get(end + 1..).unwrap_or_default();
            self.block(head, body, sure, depth);
        }
    }

    fn block(&mut self, head: &str, body: &str, sure: bool, depth: usize) {
        if depth >= DEPTH {
            self.blind = true;
            return;
        }
        let lower = head.to_lowercase();
        if lower.starts_with('@') {
            let kind = lower.split([' ', '(', '\n', '\r', '\t']).next().unwrap_or_default();
            // letters of its own may have no form
            self.blind |= kind == "@font-face" && body.to_lowercase().replace(MASK, ":").contains("data:");
            let on_paper = lower.starts_with("@media print") && !lower.contains(',');
            if !on_paper && !ASIDE.split(' ').any(|aside| aside == kind) {
                let everywhere = matches!(lower.as_str(), "@media all" | "@media screen");
                let before = self.rules.len();
                self.read(body, sure && everywhere, depth + 1);
                if lower.replace(' ', "") == "@media(prefers-color-scheme:dark)" {
                    self.rules[before..].iter_mut().for_each(|rule| in_the_dark(&mut rule.style));
                }
            }
            return;
        }
        let style = self.style(body, sure, depth);
        if style.is_empty() {
            return;
        }
        for rule in parts(head, &[',']).into_iter().filter_map(|it| Rule::of(it, &style)) {
            self.blind |= self.rules.len() >= RULES;
            if !self.blind {
                self.rules.push(rule);
            }
        }
    }

    /// The declarations of a block that matter. Rules in it may hold.
    fn style(&mut self, body: &str, sure: bool, depth: usize) -> Vec<Declaration> {
        let mut own = Vec::new();
        let mut rest = body;
        while !rest.is_empty() {
            let at = rest.find(['{', ';']).unwrap_or(rest.len());
            let part = &rest[..at];
            if !rest[at..].starts_with('{') {
                own.push(part);
                rest = rest.get(at + 1..).unwrap_or_default();
                continue;
            }
            let inner = &rest[at + 1..];
            let end = block_end(inner);
            self.block(part.trim(), &inner[..end], false, depth + 1);
            rest = inner.get(end + 1..).unwrap_or_default();
        }
        let own: Vec<Declaration> = own.into_iter().filter_map(|part| declaration(part, sure)).collect();
        self.name(&own);
        own.into_iter().filter(matters).collect()
    }
}

/// Whether a declaration says something of what is seen.
fn matters(it: &Declaration) -> bool {
    let shifts =
        ["margin", "left", "right", "top", "bottom", "text-indent"].iter().any(|name| it.name.starts_with(name));
    let is_weighed = WEIGHED.split_whitespace().any(|known| known == it.name);
    !is_harmless(it) || is_weighed || shifts || it.name == "content"
}

/// Light words and dark paper, as programs have them in the dark, hide nothing; what another colour does there is not known.
fn in_the_dark(style: &mut Vec<Declaration>) {
    style.retain(|it| match it.name.as_str() {
        "color" => !Colour::of(&it.value).is_some_and(Colour::is_light),
        "background" | "background-color" => {
            !matches!(Ground::of(&it.value), Ground::Painted(Some(colour)) if !colour.is_light())
        }
        _ => true,
    });
    for it in style.iter_mut().filter(|it| it.name == "color" || it.name.starts_with("background")) {
        it.value = MASK.to_string();
    }
}

/// Whether a sheet holds: everywhere, perhaps, or for nothing that was seen.
fn holds(tag: &StartTag<()>) -> Option<bool> {
    let media = attribute(tag, "media").unwrap_or_default().trim().to_lowercase();
    let kind = attribute(tag, "type").unwrap_or_default();
    let everywhere = matches!(media.as_str(), "" | "all" | "screen") && matches!(kind.as_str(), "" | "text/css");
    (media != "print").then_some(everywhere)
}

fn is_sheet(tag: &StartTag<()>) -> bool {
    let is = |name: &str, word: &str| attribute(tag, name).is_some_and(|it| it.to_lowercase().contains(word));
    is("rel", "stylesheet") && !attribute(tag, "href").is_some_and(|it| it.starts_with(LETTERS))
}

fn is_import(head: &str) -> bool {
    let lower = head.to_lowercase();
    lower.starts_with("@import") && !lower.replace(MASK, "").contains(&LETTERS.replace([':', '/'], ""))
}

/// Where a block ends that was opened: at its last bracket.
fn block_end(text: &str) -> usize {
    let mut depth = 1_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::super::shown as page;

    #[test]
    fn what_a_style_sheet_hides_is_not_seen() {
        for (html, seen, hidden) in [
            ("<style>.x{display:none}</style><div class='a x'>a</div>b", "b", "a"),
            (
                "<style><!-- p.x , #y { font-size:0 ; color:red } --></style><p class=x>a</p><p id=y>b</p>c",
                "c",
                "a … b",
            ),
            ("<STYLE>/* .z{} */ B.x{visibility:hidden}</STYLE><div><b class=x>a</b>b</div>", "b", "a"),
            (
                "<style>@media print{.x{display:none}} @media screen{.y{display:none}}</style><b class=x>a</b><b class=y>b</b>",
                "a",
                "b",
            ),
            ("<style>@font-face{font-family:x} .x{display:none!important}</style><b class=x>a</b>b", "b", "a"),
            ("<style>.y::before{content:\"{\"} .x{display:none}</style><b class=x>a</b>b", "b", "a"),
            ("<style>.y{background:url(a;b}c)} /* { */ .x{display:none}</style><b class=x>a</b>b", "b", "a"),
            ("<style>.x{display:none}</style><!--<style>.x{display:block}</style>--><b class=x>a</b>b", "b", "a"),
            ("<style>.x{display:none}</style><style media=print>.x{display:block}</style><b class=x>a</b>b", "b", "a"),
            ("<textarea><style>b{display:none}</style></textarea><b>a</b>b", "<style>b{display:none}</style>ab", ""),
            ("<style>.x{display:none} @media print{.x{display:block}}</style><b class=x>a</b>b", "b", "a"),
            ("<style>a:hover, .x[id]{display:none}</style><a class=x>a</a>b", "ab", ""),
            ("<style>.x{text-decoration:line-through}</style><b class=x>[x] Ja</b> nee", "~~[x] Ja~~ nee", ""),
            ("<style>[class=\"x\"], b[id^=y]{display:none}</style><b class=x>a</b><b id=yy>c</b>b", "acb", ""),
            ("<style>.x{display:none", "", ""),
            ("<style>.x{}}}.y{display:none}</style><b class=y>a</b>b", "ab", ""),
        ] {
            let page = page(html);
            assert_eq!((page.text.as_str(), page.hidden.as_str()), (seen, hidden), "{html}");
        }
    }
}
