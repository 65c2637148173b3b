//! From the blocks of a comrak tree to ours, with the fields put where their placeholders stand.

use comrak::nodes::{AlertType, ListType, Node, NodeValue as V};

use super::build::Builder;
use super::prose::{Block, Line, List, ListItem, Table, Tick};
use crate::render::{CLOSE, OPEN, field, lone, placeholder};
use crate::role::Role;

impl<'a> Builder<'a, '_> {
    /// The blocks in a node.
    pub(super) fn blocks(&mut self, parent: Node<'a>) -> Vec<Block> {
        let mut blocks = Vec::new();
        parent.children().for_each(|node| self.block(node, &mut blocks));
        blocks
    }

    /// One block. Trees are cleaned, so this goes no deeper than a few dozen.
    pub(super) fn block(&mut self, node: Node<'a>, out: &mut Vec<Block>) {
        let one = match &node.data().value {
            V::Paragraph => return self.paragraph(node, out),
            V::Heading(heading) => Block::Heading { level: heading.level, words: self.inlines(node) },
            V::ThematicBreak => Block::Rule,
            V::CodeBlock(code) => Block::Code(self.code(&code.literal)),
            V::BlockQuote => Block::Quote(self.blocks(node)),
            V::Alert(alert) => {
                Block::Alert { label: self.alert(alert.alert_type).to_owned(), blocks: self.blocks(node) }
            }
            V::List(_) if self.roles.of(node) == Some(Role::Screen) => return,
            V::List(list) => {
                let start = (list.list_type == ListType::Ordered).then_some(list.start);
                Block::List(List { start, items: node.children().map(|item| self.list_item(item)).collect() })
            }
            V::Table(_) => Block::Table(self.table(node)),
            _ => return,
        };
        out.push(one);
    }

    fn alert(&self, kind: AlertType) -> &str {
        match kind {
            AlertType::Note => &self.shared.note,
            AlertType::Tip => &self.shared.tip,
            AlertType::Important => &self.shared.important,
            AlertType::Warning => &self.shared.warning,
            AlertType::Caution => &self.shared.caution,
        }
    }

    fn paragraph(&mut self, node: Node<'a>, out: &mut Vec<Block>) {
        if let Some(index) = self.lone_field(node) {
            let in_quote = node.parent().is_some_and(|parent| matches!(parent.data().value, V::BlockQuote));
            self.graft(index, in_quote, out);
        } else if !self.user && self.ends_the_form(node) {
            // what follows is no part of it
        } else if let Some(blank) = self.blank(node) {
            out.push(Block::Blank(blank));
        } else {
            out.push(Block::Paragraph(self.inlines(node)));
        }
    }

    /// The field whose placeholder is all of this paragraph.
    fn lone_field(&self, node: Node<'a>) -> Option<usize> {
        let only = node.first_child().filter(|first| !self.user && first.next_sibling().is_none())?;
        match &only.data().value {
            V::Text(text) => lone(text),
            _ => None,
        }
    }

    /// Puts the blocks of a field here.
    fn graft(&mut self, index: usize, in_quote: bool, out: &mut Vec<Block>) {
        let Some(field) = self.fields.get(index) else { return };
        let root = match (in_quote, self.alone) {
            (true, _) => field::parse_quoted(self.arena, field),
            (false, true) => field::parse_alone(self.arena, field),
            (false, false) => field::parse(self.arena, field, self.level),
        };
        self.user = true;
        root.children().for_each(|node| self.block(node, out));
        self.user = false;
    }

    fn list_item(&mut self, item: Node<'a>) -> ListItem {
        let first = item.first_child().filter(|first| matches!(first.data().value, V::Paragraph));
        let is_task = matches!(item.data().value, V::TaskItem(_));
        let tick = first.and_then(|first| self.name_it(is_task, first)).or_else(|| self.tick(item));
        let mut blocks = Vec::new();
        let opens = first.filter(|first| is_task || self.field_at_end(first).is_some() || field::compact(item));
        let words = opens.map(|first| self.opening_words(first, is_task, &mut blocks));
        let skip = usize::from(words.is_some());
        item.children().skip(skip).for_each(|node| self.block(node, &mut blocks));
        ListItem { tick, words, blocks }
    }

    /// The words that open an item; those of a field at their end go on in the line, and its further blocks below.
    fn opening_words(&mut self, first: Node<'a>, is_task: bool, below: &mut Vec<Block>) -> Line {
        let Some((at, index)) = self.field_at_end(first).filter(|_| !is_task) else { return self.inlines(first) };
        let before = first.children().count() - 1;
        let mut words = self.some_inlines(first.children().take(before));
        if let Some(last) = first.last_child()
            && let V::Text(text) = &last.data().value
        {
            words.extend(self.text(&text[..at]));
        }
        self.run_in(index, &mut words, below);
        words
    }

    /// Where the placeholder begins that ends the words of a list item, and its field.
    fn field_at_end(&self, paragraph: Node<'a>) -> Option<(usize, usize)> {
        let last = paragraph.last_child().filter(|_| !self.user)?;
        let data = last.data();
        let V::Text(text) = &data.value else { return None };
        let at = text.rfind(OPEN).filter(|_| text.ends_with(CLOSE))?;
        Some((at, placeholder(&text[at..])?.0))
    }

    /// Puts a field after words: its first paragraph goes on in the line.
    fn run_in(&mut self, index: usize, words: &mut Line, below: &mut Vec<Block>) {
        let Some(field) = self.fields.get(index) else { return };
        let root = field::parse(self.arena, field, self.level);
        self.user = true;
        let first = root.first_child().filter(|first| matches!(first.data().value, V::Paragraph));
        words.extend(first.map(|first| self.inlines(first)).unwrap_or_default());
        let skip = usize::from(first.is_some());
        root.children().skip(skip).for_each(|node| self.block(node, below));
        self.user = false;
    }

    fn tick(&self, item: Node<'a>) -> Option<Tick> {
        let V::TaskItem(task) = &item.data().value else { return None };
        let ticked = task.symbol.is_some();
        Some(if self.user { Tick::Fixed { ticked } } else { Tick::Open { ticked } })
    }

    fn table(&mut self, node: Node<'a>) -> Table {
        let mut rows = node.children().map(|row| row.children().map(|cell| self.inlines(cell)).collect());
        let head = rows.next().unwrap_or_default();
        Table { numbered: self.roles.of(node) == Some(Role::Numbered), head, rows: rows.collect() }
    }
}
