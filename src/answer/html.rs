//! HTML as the lines that a reader sees: what mail programs make of a mail, and what they send back.
//!
//! A quotation gets `> ` before its lines, a list its marks, the cells of a row a bar between them, and words that were
//! struck through keep that mark: they say something else than the words alone.

mod attributes;
mod colour;
mod doubt;
mod gap;
mod length;
mod made;
mod own;
mod rule;
mod sheet;
mod struck;
mod style;
mod tree;
mod weigh;
mod words;

use attributes::{attribute, is_tight, number};
use gap::Gap;
use html5gum::emitters::default::{DefaultEmitter, StartTag};
use html5gum::{Token, Tokenizer};
pub(super) use made::is_ours;
use own::{Own, Unseen};
use sheet::Sheet;
use struck::Struck;
use style::Declaration;
use tree::Tree;
pub(super) use words::{Words, page};

/// How the form itself begins in a page.
pub(super) const FORM: &str = "<form id=\"formulier\"";

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 31] = [
    "address", "article", "aside", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "section",
    "summary", "table", "tbody", "tr",
];
/// Elements with an empty line around them.
const PARAGRAPHS: [&str; 4] = ["p", "ul", "ol", "pre"];
/// Quotations in quotations, and lists in lists, as deep as anybody can follow.
const DEPTH: usize = 16;

/// What a page says, however much there is in it.
fn shown(html: &str) -> Words {
    let words = read(html, false);
    let sure = (!words.doubtful.is_empty()).then(|| read(html, true).text).filter(|sure| *sure != words.text);
    Words { sure, ..words }
}

/// Reads a page, with what is surely shown alone or not.
fn read(html: &str, surely: bool) -> Words {
    let mut emitter: DefaultEmitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let (mut page, sheet) = (Page { surely, ..Page::default() }, Sheet::of(html));
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => page.opened(&String::from_utf8_lossy(&tag.name), &tag, &sheet),
            Ok(Token::EndTag(tag)) => page.closed(&String::from_utf8_lossy(&tag.name)),
            Ok(Token::String(text)) => page.text(&String::from_utf8_lossy(&text)),
            Ok(Token::Comment(words)) => {
                doubt::add(&mut page.doubt, &doubt::conditional(&String::from_utf8_lossy(&words)));
            }
            Ok(Token::Doctype(_) | Token::Error(_)) => {}
            Err(never) => match never {},
        }
    }
    if sheet.blind || page.tree.lost {
        page.doubt.clear();
        doubt::add(&mut page.doubt, &page.out);
        if surely {
            page.out.clear();
        }
    }
    Words { text: page.out, hidden: words::said(page.hidden), doubtful: words::said(page.doubt), sure: None }
}

#[derive(Default)]
struct Page {
    out: String,
    gap: Gap,
    /// What stands before the next words of this line: the mark of a list.
    mark: String,
    tree: Tree,
    /// The words that are not shown, and those that may not be.
    hidden: String,
    doubt: String,
    /// What may not be shown is left out.
    surely: bool,
    struck: Struck,
    pre: usize,
    quotes: usize,
    /// The lists around, with the number of the next item where they are numbered.
    lists: Vec<Option<usize>>,
    /// Where the row and the last cell in it began, of the tables around.
    rows: Vec<(usize, usize)>,
}

impl Page {
    fn opened(&mut self, name: &str, tag: &StartTag<()>, sheet: &Sheet) {
        let mut style = style::own(tag);
        style.extend(sheet.says(tag));
        let style = sheet.named(style);
        let was_hidden = self.tree.hidden().is_some();
        let own = Own::of(name, tag, &style);
        if matches!(name, "html" | "body") && !(self.out.is_empty() && self.hidden.is_empty()) {
            self.tree.begun_late(&own);
        }
        self.tree.opened(name, own);
        match self.tree.hidden() {
            None => self.began(name, tag, &style),
            Some(kind) if kind != Unseen::Program && !was_hidden && !self.hidden.is_empty() => {
                self.hidden.push_str(" …");
            }
            Some(_) => {}
        }
        self.tree.over(name);
    }

    fn began(&mut self, name: &str, tag: &StartTag<()>, style: &[Declaration]) {
        match name {
            "br" => self.line(),
            "p" if is_tight(tag) => self.need(Gap::Line),
            "blockquote" => self.quoted(1),
            "td" | "th" => self.cell(),
            "img" => self.picture(tag),
            _ if BLOCKS.contains(&name) || PARAGRAPHS.contains(&name) => self.block(name, tag),
            _ => {}
        }
        self.struck.opened(name, style);
    }

    fn block(&mut self, name: &str, tag: &StartTag<()>) {
        let begins_cell = self.rows.last().is_some_and(|(_, cell)| *cell == self.out.len());
        let nested = begins_cell || !self.lists.is_empty();
        self.need(if PARAGRAPHS.contains(&name) && !nested { Gap::Paragraph } else { Gap::Line });
        match name {
            "pre" => self.pre += 1,
            "ul" => self.lists.push(None),
            "ol" => self.lists.push(Some(number(tag, "start").unwrap_or(1))),
            "tr" => self.rows.push((self.out.len(), self.out.len())),
            "li" => self.item(number(tag, "value")),
            _ => {}
        }
    }

    fn closed(&mut self, name: &str) {
        if self.tree.closed(name) {
            return;
        }
        if self.struck.closed(name) {
            self.unstruck();
        }
        match name {
            "pre" => self.pre = self.pre.saturating_sub(1),
            "ul" | "ol" => drop(self.lists.pop()),
            "tr" => drop(self.rows.pop()),
            "li" => self.mark.clear(),
            "blockquote" => return self.quoted(-1),
            _ => {}
        }
        if PARAGRAPHS.contains(&name) && name != "p" && self.lists.is_empty() {
            self.need(Gap::Paragraph);
        } else if BLOCKS.contains(&name) || PARAGRAPHS.contains(&name) {
            self.need(Gap::Line);
        }
    }

    /// What is between two words is the most of what was asked for; what begins a cell stays so.
    fn need(&mut self, gap: Gap) {
        if self.gap != Gap::Cell {
            self.gap = self.gap.max(gap);
        }
    }

    /// The end of a line, also of one with nothing in it.
    fn line(&mut self) {
        if self.gap >= Gap::Line || self.out.is_empty() {
            self.start(Gap::Line);
        }
        self.gap = Gap::Line;
    }

    fn quoted(&mut self, more: isize) {
        self.need(Gap::Line);
        self.quotes = self.quotes.saturating_add_signed(more);
    }

    fn item(&mut self, own: Option<usize>) {
        let depth = self.lists.len().clamp(1, DEPTH);
        let mark = match self.lists.last_mut() {
            Some(Some(next)) => {
                let number = own.unwrap_or(*next);
                *next = number + 1;
                format!("{number}. ")
            }
            _ => "- ".to_owned(),
        };
        self.mark = "  ".repeat(depth - 1) + &mark;
    }

    /// A cell goes on in the line of the one before it, unless that has more lines: such tables give a page its shape.
    fn cell(&mut self) {
        let Some((row, last)) = self.rows.last_mut() else { return self.need(Gap::Line) };
        let end = self.out.len();
        let before = self.out.get(*last..end).unwrap_or_default();
        let is_first =
            self.out.get(*row..end).is_none_or(|row| row.trim_matches(['>', ' ', '\n', '\u{a0}']).is_empty());
        let goes_on = !is_first && !before.trim().contains('\n');
        *last = end;
        if goes_on {
            self.gap = Gap::Cell;
        } else {
            self.need(Gap::Line);
        }
    }

    /// A mark in a picture, as programs draw a tick or a smile.
    fn picture(&mut self, tag: &StartTag<()>) {
        let is_mark = |words: &String| words.chars().count() <= 4 && !words.is_ascii();
        attribute(tag, "alt").filter(is_mark).into_iter().for_each(|words| self.text(&words));
    }

    /// Ends words that are struck through; the mark stands against the last one.
    fn unstruck(&mut self) {
        if std::mem::take(&mut self.struck.marked) {
            self.gap = if self.gap == Gap::Blank { Gap::None } else { self.gap };
            self.out.push_str(struck::MARK);
        }
    }

    fn text(&mut self, text: &str) {
        match self.tree.hidden() {
            None => {}
            Some(Unseen::Program) => return,
            Some(_) => return doubt::add(&mut self.hidden, text),
        }
        if self.tree.doubts() {
            doubt::add(&mut self.doubt, text);
            if self.surely {
                return self.need(Gap::Blank);
            }
        }
        if self.pre > 0 {
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    self.line();
                }
                self.words(line.trim_end_matches('\r'));
            }
            return;
        }
        for (at, word) in text.split(|c: char| c.is_ascii_whitespace()).enumerate() {
            if at > 0 {
                self.need(Gap::Blank);
            }
            self.words(word);
        }
    }

    fn words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        let gap = if self.out.is_empty() { Gap::Line } else { self.gap };
        self.start(gap);
        self.gap = Gap::None;
        self.out.push_str(&std::mem::take(&mut self.mark));
        self.out.push_str(self.struck.begin());
        self.out.push_str(words);
    }

    /// Ends what stands there as the gap says, and begins the next line.
    fn start(&mut self, gap: Gap) {
        let quote = "> ".repeat(self.quotes.min(DEPTH));
        let first = self.out.is_empty();
        if gap >= Gap::Cell {
            self.unstruck();
        }
        match gap {
            Gap::None => {}
            Gap::Blank => self.out.push(' '),
            Gap::Cell => self.out.push_str(" | "),
            Gap::Line | Gap::Paragraph => {
                if !first {
                    self.out.push('\n');
                }
                if gap == Gap::Paragraph && !first {
                    self.out.extend([quote.trim_end(), "\n"]);
                }
                self.out.push_str(&quote);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shown as page;

    #[test]
    fn lines_stay_lines() {
        for (html, expected) in [
            ("<div>a</div><div>b</div><div><br></div><div>c</div>", "a\nb\n\nc"),
            ("a<br>b<br><br>c", "a\nb\n\nc"),
            ("<p>a</p>\r\n<p>b<br/>c</p>", "a\n\nb\nc"),
            (
                "<p class=MsoNormal>a<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>b</p>",
                "a\n\u{a0}\nb",
            ),
            ("<p style=\"margin: 0px\">a</p><p style=\"margin: 0px\">b</p>", "a\nb"),
            ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>d", "- a\n- b\n  - c\n\nd"),
            ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
            ("<ol start=5><li>a<li value=\"9\">b<li>c<li value=x>d</ol>", "5. a\n9. b\n10. c\n11. d"),
            ("<ul><li><p>a</p></li><li><div>b</div></li></ul>", "- a\n- b"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td><p>c</p></td><td><p>d</p></td></tr></table>", "a | b\nc | d"),
            ("<table><tr><td>&nbsp;</td><td><div>a</div><div>b</div></td><td>c</td></tr></table>", "\u{a0}\na\nb\nc"),
            ("<pre>a\n  b\n\nc</pre>d", "a\n  b\n\nc\n\nd"),
            ("<h1>a</h1>b", "a\nb"),
            ("a<blockquote>b<br>c<blockquote>d</blockquote></blockquote>e", "a\n> b\n> c\n> > d\ne"),
            ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
            ("<s>[x] Gedragen </s><b>n</b>ee", "~~[x] Gedragen~~nee"),
            ("<style>p { }</style><!-- x --><title>t</title>a &lt;b&gt; &eacute;&#233;n &#150;", "a <b> één –"),
            ("<img alt=\"☑\"> a<img alt=\"logo\">", "☑ a"),
            ("a <span> b </span>c\n\n d", "a b c d"),
            ("", ""),
        ] {
            assert_eq!(page(html).text, expected, "{html}");
        }
    }
}
