//! From a template's text to the tree: the paper as a whole, and its head.

use std::collections::BTreeSet;

use comrak::Arena;
use comrak::nodes::{Node, NodeValue as V};

use super::asked::{self, Form};
use super::prose::Line;
use super::roles::Roles;
use super::{Contents, Entry, Fact, Head, Notice, Paper, Title, trim};
use crate::render::words::{Text, Words};
use crate::render::{field, outline};
use crate::role::Role;

/// A tree under way.
pub(super) struct Builder<'a, 'f> {
    pub(super) arena: &'a Arena<'a>,
    pub(super) fields: &'f [&'f str],
    /// What the template says that its parts are.
    pub(super) roles: Roles,
    /// The lines of the template's text, to tell what a template wrote from what it let in.
    pub(super) lines: Vec<&'f str>,
    /// What all papers call the same.
    pub(super) shared: &'f Words,
    /// Inside a field of a user: nothing has a meaning there.
    pub(super) user: bool,
    /// The level of the last heading of the template.
    pub(super) level: u8,
    /// The template has no heading below the title.
    pub(super) alone: bool,
    /// What the block that is open is.
    pub(super) section: Option<Role>,
    /// The form, where the paper is one.
    pub(super) form: Option<Form>,
    /// The key of the item about which input was asked last, and the number of the last item.
    pub(super) about: Option<String>,
    pub(super) point: String,
    /// How many second-level headings there were, and fields to fill in.
    pub(super) headings: usize,
    pub(super) blanks: usize,
    /// The items of which there was a heading.
    pub(super) points: BTreeSet<String>,
    /// The headings for a table of contents.
    pub(super) entries: Vec<Entry>,
}

impl Paper {
    /// The paper that a template's text and its fields say.
    #[must_use]
    pub fn of(text: &Text, fields: &[&str]) -> Self {
        let arena = Arena::new();
        let root = field::template(&arena, &text.text);
        let roles = Roles::take(&arena, root);
        let mut builder = Builder::new(&arena, &text.text, fields, roles, &text.words);
        builder.paper(root)
    }
}

impl<'a, 'f> Builder<'a, 'f> {
    pub(super) fn new(
        arena: &'a Arena<'a>,
        text: &'f str,
        fields: &'f [&'f str],
        roles: Roles,
        shared: &'f Words,
    ) -> Self {
        Self {
            arena,
            fields,
            roles,
            lines: text.lines().collect(),
            shared,
            user: false,
            level: 1,
            alone: false,
            section: None,
            form: None,
            about: None,
            point: String::new(),
            headings: 0,
            blanks: 0,
            points: BTreeSet::new(),
            entries: Vec::new(),
        }
    }

    fn paper(&mut self, root: Node<'a>) -> Paper {
        let is_long = !outline::listed(root).is_empty();
        let nodes: Vec<Node> = root.children().collect();
        let foot = outline::foot(&nodes);
        let body = nodes[..foot].iter().position(|node| outline::level(node) == Some(2));
        self.alone = body.is_none();
        let body = body.unwrap_or_else(|| head_without_items(&nodes[..foot]));
        self.form = nodes[..body].iter().find_map(|node| asked::form(node));
        if self.form.is_some() {
            asked::clear_headings(root);
        }
        let head = self.head(&nodes[..body]);
        let parts = self.parts(&mut nodes[body..foot].iter().copied().peekable(), 0);
        self.level = 2;
        let mut below = Vec::new();
        nodes.iter().skip(foot + 1).for_each(|node| self.block(node, &mut below));
        let screen = self.named(root, Role::Screen);
        let form = self.form.take().map(|form| Form { screen, ..form });
        let entries = std::mem::take(&mut self.entries);
        let contents = is_long.then(|| Contents { label: self.shared.contents.clone(), entries });
        Paper { head, contents, form, body: parts, foot: below, page: self.shared.page.clone() }
    }

    fn head(&mut self, nodes: &[Node<'a>]) -> Vec<Head> {
        let mut head = Vec::new();
        for node in nodes {
            if outline::level(node) == Some(1) {
                head.push(Head::Title(self.title(node)));
            } else if let Some(notice) = self.notice(node) {
                head.push(Head::Notice(notice));
            } else if let Some(facts) = self.facts(node) {
                head.push(Head::Facts(facts));
            } else if !self.of_the_form(node) {
                let mut blocks = Vec::new();
                self.block(node, &mut blocks);
                head.extend(blocks.into_iter().map(Head::Block));
            }
        }
        head
    }

    /// The title: what stands before the role says what kind of document it is.
    fn title(&mut self, node: Node<'a>) -> Title {
        let label = node.children().position(|child| self.roles.of(child) == Some(Role::Kind));
        let label = label.map_or(0, |last| last + 1);
        let said = self.some_inlines(node.children().take(label));
        let is_there = !super::plain(&said).trim().is_empty();
        Title { label: is_there.then_some(said), words: self.some_inlines(node.children().skip(label)) }
    }

    /// A notice: a quotation that opens with a bold word and a dot.
    fn notice(&mut self, node: Node<'a>) -> Option<Notice> {
        let role = self.roles.of(node)?;
        let words = only(node).filter(|_| matches!(role, Role::Notice | Role::Internal | Role::Draft))?;
        let word = self.opening(words, '.')?;
        Some(Notice { role, word, words: self.some_inlines(words.children().skip(1)) })
    }

    /// The facts: a list of which every item opens with a bold word and a colon.
    fn facts(&mut self, node: Node<'a>) -> Option<Vec<Fact>> {
        let is_list = matches!(node.data().value, V::List(_));
        if !is_list || self.roles.of(node) != Some(Role::Facts) {
            return None;
        }
        node.children().map(|item| self.fact(item)).collect()
    }

    fn fact(&mut self, item: Node<'a>) -> Option<Fact> {
        let words = only(item)?;
        let name = self.opening(words, ':')?;
        let mut rest = self.some_inlines(words.children().skip(1));
        trim::start(&mut rest);
        Some(Fact { name, words: rest })
    }

    /// The bold words that open a line, without the mark that ends them.
    fn opening(&self, words: Node<'a>, end: char) -> Option<Line> {
        let strong = words.first_child().filter(|first| matches!(first.data().value, V::Strong))?;
        strong.collect_text().strip_suffix(end).map(|name| self.text(name))
    }
}

/// What stands in a block, when that is one block.
fn only(node: Node<'_>) -> Option<Node<'_>> {
    node.first_child().filter(|only| only.next_sibling().is_none())
}

/// In a paper without headings the head is the title, the notices and the facts.
fn head_without_items(nodes: &[Node]) -> usize {
    let is_head = |node: &Node| matches!(node.data().value, V::Heading(_) | V::BlockQuote | V::List(_));
    nodes.iter().position(|node| !is_head(node)).unwrap_or(nodes.len())
}
