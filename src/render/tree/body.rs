//! The body of a paper: its items, its blocks under a label, its headings, and the papers of an item.

use std::iter::Peekable;

use comrak::nodes::{ListType, Node, NodeValue as V};

use super::build::Builder;
use super::{Enclosed, Entry, Folded, Heading, Item, Line, Marks, Part, Place, Section, trim};
use crate::render::outline;
use crate::role::Role;

impl<'a> Builder<'a, '_> {
    /// What stands before the next heading of this level or a higher one.
    pub(super) fn parts(&mut self, nodes: &mut Peekable<impl Iterator<Item = Node<'a>>>, above: u8) -> Vec<Part> {
        let mut parts = Vec::new();
        while let Some(node) = nodes.next_if(|node| outline::level(node).is_none_or(|level| level > above)) {
            if let Some(level) = outline::level(node) {
                parts.push(self.headed(node, level, nodes));
            } else if let Some(papers) = self.papers(node) {
                parts.push(Part::Papers(papers));
            } else if let Some(decisions) = self.decisions(node) {
                parts.push(Part::Decisions(decisions));
            } else {
                let mut blocks = Vec::new();
                self.block(node, &mut blocks);
                parts.extend(blocks.into_iter().map(Part::Block));
            }
        }
        parts
    }

    /// What a heading opens: an item, a block of a role, what is folded, or nothing but itself.
    fn headed(&mut self, node: Node<'a>, level: u8, nodes: &mut Peekable<impl Iterator<Item = Node<'a>>>) -> Part {
        self.level = level;
        self.headings += usize::from(level == 2);
        if let Some(number) = self.number(node).filter(|_| level <= 3) {
            return Part::Item(self.item(node, level, number, nodes));
        }
        let heading = self.heading(node, level);
        if level == 2 && self.roles.of(node) == Some(Role::Older) {
            return Part::Folded(Folded { heading, parts: self.parts(nodes, level) });
        }
        let role = self.roles.of(node).filter(|role| role.is_block() && level >= 3 && self.section.is_none());
        let Some(role) = role else { return Part::Heading(heading) };
        self.section = Some(role);
        let parts = self.parts(nodes, level);
        self.section = None;
        Part::Section(Section { role, heading, parts })
    }

    fn heading(&mut self, node: Node<'a>, level: u8) -> Heading {
        let words = self.inlines(node);
        let place = (level == 2).then_some(Place::Heading(self.headings));
        if let Some(to) = place.clone() {
            self.entries.push(Entry { words: without_links(&words), to });
        }
        Heading { level, place, words }
    }

    fn item(
        &mut self,
        node: Node<'a>,
        level: u8,
        number: String,
        nodes: &mut Peekable<impl Iterator<Item = Node<'a>>>,
    ) -> Item {
        let mut words = self.inlines(node);
        trim::number(&mut words, &number);
        self.point.clone_from(&number);
        if level == 2 {
            let opening = super::Inline::Text(format!("{number}. "));
            let words = [opening].into_iter().chain(without_links(&words)).collect();
            self.entries.push(Entry { words, to: Place::Item(number.clone()) });
        }
        // a paper may tell of an item in several places
        let is_first = self.points.insert(number.clone());
        let marks = nodes.peek().and_then(|node| self.marks(node));
        if marks.is_some() {
            nodes.next();
        }
        Item { level, number, is_first, words, marks, parts: self.parts(nodes, level) }
    }

    /// The number that the template gave to a heading.
    fn number(&self, node: Node<'a>) -> Option<String> {
        outline::number(self.lines.get(outline::line(node)?)?).map(str::to_owned)
    }

    /// The line of marks below the title of an item: it opens with emphasis, which no text of a user can.
    fn marks(&mut self, node: Node<'a>) -> Option<Marks> {
        let first = node.first_child().filter(|_| matches!(node.data().value, V::Paragraph))?;
        match first.data().value {
            V::Strong => Some(Marks { time: None, words: self.inlines(node) }),
            V::Emph => {
                let mut words = self.some_inlines(node.children().skip(1));
                trim::start(&mut words);
                Some(Marks { time: Some(self.inlines(first)), words })
            }
            _ => None,
        }
    }

    /// The papers of an item: a list in their block of which every item opens with a paper's number.
    fn papers(&mut self, node: Node<'a>) -> Option<Vec<Enclosed>> {
        let is_list = matches!(&node.data().value, V::List(list) if list.list_type == ListType::Bullet);
        if !is_list || self.section != Some(Role::Papers) {
            return None;
        }
        node.children().map(|item| self.enclosed(item)).collect()
    }

    fn enclosed(&mut self, item: Node<'a>) -> Option<Enclosed> {
        let words = item.first_child().filter(|words| words.next_sibling().is_none())?;
        let number = match &words.first_child()?.data().value {
            V::Text(text) => paper_number(text)?.to_owned(),
            _ => return None,
        };
        let mut words = self.inlines(words);
        if let Some(super::Inline::Text(text)) = words.first_mut() {
            text.replace_range(..number.len(), "");
        }
        Some(Enclosed { number, words })
    }
}

/// The number of a paper, such as `4a.1`, that opens a text.
fn paper_number(text: &str) -> Option<&str> {
    let (number, _) = text.split_once(' ')?;
    let (point, paper) = number.split_once('.')?;
    let letters = point.trim_start_matches(|c: char| c.is_ascii_digit());
    let sound = letters.len() < point.len()
        && letters.bytes().all(|byte| byte.is_ascii_lowercase())
        && !paper.is_empty()
        && paper.bytes().all(|byte| byte.is_ascii_digit());
    sound.then_some(number)
}

/// A line that can stand in a link.
fn without_links(line: &[super::Inline]) -> Line {
    use super::Inline as I;
    let mut out = Line::new();
    for inline in line {
        match inline {
            I::Link { words, .. } => out.extend(without_links(words)),
            I::Emphasis(words) => out.push(I::Emphasis(without_links(words))),
            I::Strong(words) => out.push(I::Strong(without_links(words))),
            I::Status(role, words) => out.push(I::Status(*role, without_links(words))),
            I::Struck(words) => out.push(I::Struck(without_links(words))),
            _ => out.push(inline.clone()),
        }
    }
    out
}
