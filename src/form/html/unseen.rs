//! What of a page a mail program does not show: it is no word of anybody, and is told.

use html5gum::emitters::default::StartTag;

use super::attributes::attribute;
use super::{BLOCKS, PARAGRAPHS};

/// Elements whose words are for programs.
const PROGRAM: [&str; 6] = ["head", "style", "script", "title", "template", "noscript"];
/// Elements that hold nothing.
const EMPTY: [&str; 12] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// How an element is shown inside one that is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// It is for programs.
    Program,
    /// It is not there.
    Gone,
    /// Its letters have no size.
    Small,
    /// It is there, and cannot be seen.
    Invisible,
    /// It is seen all the same.
    Seen,
}

/// The elements from the first one that is not shown, to the one that is open now.
#[derive(Debug, Default)]
pub(super) struct Unseen {
    open: Vec<(String, Shown)>,
    /// The words that are not shown.
    pub words: String,
}

impl Unseen {
    /// Whether what comes now is not shown.
    pub(super) fn hides(&self) -> bool {
        self.open.last().is_some_and(|(_, shown)| *shown != Shown::Seen)
    }

    /// An element begins.
    pub(super) fn opened(&mut self, name: &str, tag: &StartTag<()>, is_gone: bool) {
        self.close_implied(name);
        let own = if is_gone { Some(Shown::Gone) } else { shown(name, tag) };
        let now = match self.open.last().map(|(_, shown)| *shown) {
            None if own == Some(Shown::Seen) => None,
            None => own,
            Some(around @ (Shown::Program | Shown::Gone)) => Some(around),
            Some(around) => Some(own.filter(|own| *own != Shown::Seen || around.ends(tag)).unwrap_or(around)),
        };
        if self.open.is_empty() && now.is_some_and(|now| now != Shown::Program) && !self.words.is_empty() {
            self.words.push_str(" …");
        }
        self.open.extend(now.filter(|_| !EMPTY.contains(&name)).map(|now| (name.to_owned(), now)));
    }

    /// An element ends; says whether it began in one that is not shown, or is that itself.
    pub(super) fn closed(&mut self, name: &str) -> bool {
        if let Some(at) = self.open.iter().rposition(|(open, _)| open == name) {
            self.open.truncate(at);
            return true;
        }
        // what is around all of them ends, and they with it
        if is_block(name) {
            self.open.clear();
        }
        false
    }

    /// Words, where they are not shown.
    pub(super) fn text(&mut self, text: &str) {
        if self.open.last().is_some_and(|(_, shown)| *shown != Shown::Program) {
            for word in text.split_whitespace() {
                self.words.push_str(if self.words.is_empty() { "" } else { " " });
                self.words.push_str(word);
            }
        }
    }

    /// Elements of which nobody writes the end: the next one ends them.
    fn close_implied(&mut self, name: &str) {
        let ends: (&[&str], &[&str]) = match name {
            "body" => (&["head"], &[]),
            "li" => (&["li", "p"], &["ul", "ol"]),
            "td" | "th" => (&["td", "th"], &["table"]),
            "tr" => (&["tr", "td", "th"], &["table"]),
            _ if is_block(name) => (&["p"], &[]),
            _ => return,
        };
        let inner = self.open.iter().rposition(|(open, _)| ends.1.contains(&open.as_str())).map_or(0, |at| at + 1);
        let at = self.open[inner..].iter().position(|(open, _)| ends.0.contains(&open.as_str()));
        if let Some(at) = at {
            self.open.truncate(inner + at);
        }
    }
}

impl Shown {
    /// Whether it is seen.
    pub(super) fn is_seen(self) -> bool {
        self == Self::Seen
    }

    /// Whether an element shows itself inside one that is not shown so.
    fn ends(self, tag: &StartTag<()>) -> bool {
        let style = style(tag);
        match self {
            Self::Small => value(&style, "font-size").is_some_and(|size| !is_nought(size)),
            Self::Invisible => value(&style, "visibility") == Some("visible"),
            Self::Program | Self::Gone | Self::Seen => false,
        }
    }
}

/// How an element says that it is shown; nothing when it does not say so.
fn shown(name: &str, tag: &StartTag<()>) -> Option<Shown> {
    if PROGRAM.contains(&name) {
        return Some(Shown::Program);
    }
    if attribute(tag, "hidden").is_some() { Some(Shown::Gone) } else { shown_by(&style(tag)) }
}

/// How a style says that something is shown, as far as it is understood.
pub(super) fn shown_by(style: &str) -> Option<Shown> {
    let is = |name: &str, words: &str| value(style, name) == Some(words);
    let nought = |name: &str| value(style, name).is_some_and(is_nought);
    let is_empty =
        ["max-height", "height", "max-width", "width"].iter().any(|name| nought(name)) && is("overflow", "hidden");
    if is("display", "none") || is("mso-hide", "all") || nought("opacity") || is_empty {
        Some(Shown::Gone)
    } else if is("visibility", "hidden") {
        Some(Shown::Invisible)
    } else if nought("font-size") {
        Some(Shown::Small)
    } else {
        let shows = value(style, "font-size").is_some() || is("visibility", "visible");
        shows.then_some(Shown::Seen)
    }
}

pub(super) fn style(tag: &StartTag<()>) -> String {
    normal(&attribute(tag, "style").unwrap_or_default())
}

/// A style in small letters without blanks.
pub(super) fn normal(style: &str) -> String {
    style.to_lowercase().split_whitespace().collect::<String>().replace("!important", "")
}

/// The value of a property, the last one that is given.
pub(super) fn value<'a>(style: &'a str, name: &str) -> Option<&'a str> {
    let pairs = style.split(';').filter_map(|pair| pair.split_once(':'));
    pairs.filter(|(known, _)| *known == name).map(|(_, value)| value).next_back()
}

/// `0`, `0px`, `0.0em`.
fn is_nought(value: &str) -> bool {
    let end = value.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(value.len());
    value[..end].parse::<f32>().is_ok_and(|number| number == 0.0)
}

/// Whether an element holds nothing.
pub(super) fn is_empty(name: &str) -> bool {
    EMPTY.contains(&name)
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || PARAGRAPHS.contains(&name) || matches!(name, "td" | "th" | "blockquote" | "html")
}

#[cfg(test)]
mod tests {
    use super::super::page;

    #[test]
    fn what_is_not_shown_is_no_word_and_is_kept_apart() {
        for (html, seen, hidden) in [
            ("<div style='display:none'>a<div>b</div>c</div>d", "d", "a b c"),
            ("e<span style='display: none !important'>a</span>f", "ef", "a"),
            ("<p hidden>a<p>b", "b", "a"),
            ("<ul><li hidden>a<li>b</ul>c", "- b\n\nc", "a"),
            ("<table><tr><td style='mso-hide:all'>a<td>b</table>", "b", "a"),
            ("<div><span style='visibility:hidden'>a</div>b", "b", "a"),
            ("<div style='visibility:hidden'>a<b style='visibility:visible'>b</b>c</div>", "b", "a c"),
            ("<td style='font-size:0'>a<div style='font-size:14px'>b</div></td>c", "b\nc", "a"),
            ("<div style='max-height:0px;overflow:hidden'>a</div>b", "b", "a"),
            ("<div style='opacity:0'>a<br>b<img alt='☑'></div>c", "c", "a b"),
            ("<div style='font-size:0.9em;height:0'>a</div>", "a", ""),
            ("<style>a { display: none }</style><script>b</script>c", "c", ""),
            ("<head><title>a</title><body>b", "b", ""),
        ] {
            let page = page(html);
            assert_eq!((page.text.as_str(), page.hidden.as_str()), (seen, hidden), "{html}");
        }
    }
}
