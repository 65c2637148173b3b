//! The top of the tree: what the places and levels in a template's text mean.

use std::fmt::Write as _;

use comrak::nodes::{ListType, Node, NodeValue as V};

use super::marks::{fact, head_without_items, heading, paper, trim_start};
use super::text;
use super::writer::Writer;
use super::{Frame, data_address};
use crate::render::markdown;
use crate::render::role::Role;
use crate::word::Word as _;

impl<'a> Writer<'a, '_> {
    /// The whole document: head, table of contents, body and foot.
    pub(super) fn document(&mut self, root: Node<'a>, contents: Option<Node<'a>>, frame: &Frame) {
        let nodes: Vec<Node> = root.children().collect();
        let is_rule = |node: &Node<'a>| matches!(node.data().value, V::ThematicBreak);
        let foot = nodes.iter().rposition(is_rule).unwrap_or(nodes.len());
        let body = nodes[..foot].iter().position(|node| heading(node) == Some(2));
        let body = body.unwrap_or_else(|| head_without_items(&nodes[..foot]));
        self.out.push_str("<header>\n");
        if let Some((kind, bytes)) = frame.logo {
            // the title names the body; to hear of the picture as well helps nobody
            self.out.extend(["<p class=\"logo\"><img alt=\"\" src=\"", &data_address(kind, bytes), "\"></p>\n"]);
        }
        if let Some((words, address)) = frame.home {
            self.home(words, address);
        }
        self.head(&nodes[..body]);
        self.out.push_str("</header>\n");
        if let Some(contents) = contents {
            self.out.push_str("<nav aria-label=\"Inhoud\">\n");
            self.blocks(contents);
            self.out.push_str("</nav>\n");
        }
        self.out.push_str("<main>\n");
        self.open_form();
        self.body(&nodes[body..foot]);
        self.close_form();
        self.out.push_str("</main>\n");
        if let Some(foot) = nodes.get(foot + 1..).filter(|foot| !foot.is_empty()) {
            self.level = 2;
            self.out.push_str("<footer>\n");
            for node in foot {
                self.block(node);
            }
            self.out.push_str("</footer>\n");
        }
    }

    fn home(&mut self, words: &str, address: &str) {
        if let Some(address) = crate::render::field::allowed(address) {
            self.out.push_str("<p class=\"terug\"><a href=\"");
            text::escape(&address, &mut self.out);
            self.out.push_str("\">");
            text::set(words, &mut self.out);
            self.out.push_str("</a></p>\n");
        }
    }

    fn head(&mut self, nodes: &[Node<'a>]) {
        for node in nodes {
            if heading(node) == Some(1) {
                self.title(node);
            } else if !(self.notice(node) || self.facts(node) || self.form_mark(node) || self.tick_for_all(node)) {
                self.block(node);
            }
        }
    }

    /// The title: the kind of document is its first word.
    fn title(&mut self, node: Node<'a>) {
        self.out.push_str("<h1>");
        let kind = node.first_child().and_then(|first| match &mut first.data_mut().value {
            V::Text(text) => {
                let (kind, rest) = text.split_once(' ').map(|(kind, rest)| (kind.to_owned(), rest.to_owned()))?;
                *text = rest.into();
                Some(kind)
            }
            _ => None,
        });
        if let Some(kind) = kind {
            self.out.push_str("<span class=\"soort\">");
            self.text(&kind);
            self.out.push_str("</span> ");
        }
        self.inlines(node);
        self.out.push_str("</h1>\n");
    }

    /// A notice: a quotation that opens with a bold word and a dot.
    fn notice(&mut self, node: Node<'a>) -> bool {
        let Some(role @ (Role::Notice | Role::Internal | Role::Draft)) = self.roles.of(node) else { return false };
        let Some(words) = node.first_child().filter(|words| words.next_sibling().is_none()) else { return false };
        let strong = words.first_child().filter(|first| matches!(first.data().value, V::Strong));
        let Some(word) = strong.and_then(|strong| strong.collect_text().strip_suffix('.').map(str::to_owned)) else {
            return false;
        };
        let class = if role == Role::Notice { "" } else { role.word() };
        self.out.extend(["<p class=\"", format!("melding {class}").trim_end(), "\"><strong>"]);
        self.text(&word);
        self.out.push_str("</strong>");
        words.children().skip(1).for_each(|node| self.inline(node));
        self.out.push_str("</p>\n");
        true
    }

    /// The facts: a list of which every item opens with a bold word and a colon.
    fn facts(&mut self, node: Node<'a>) -> bool {
        let are_facts = self.roles.of(node) == Some(Role::Facts) && matches!(node.data().value, V::List(_));
        if !are_facts || !node.children().all(|item| fact(item).is_some()) {
            return false;
        }
        self.out.push_str("<dl class=\"feiten\">\n");
        for (item, name) in node.children().filter_map(|item| Some((item, fact(item)?))) {
            self.out.push_str("<dt>");
            self.text(&name);
            self.out.push_str("</dt><dd>");
            let Some(words) = item.first_child() else { continue };
            words.first_child().into_iter().for_each(comrak::arena_tree::Node::detach);
            trim_start(words);
            self.inlines(words);
            self.out.push_str("</dd>\n");
        }
        self.out.push_str("</dl>\n");
        true
    }

    fn body(&mut self, nodes: &[Node<'a>]) {
        let mut after_item = false;
        for node in nodes {
            if let Some(level) = heading(node) {
                after_item = self.heading(node, level);
                continue;
            }
            if !(after_item && self.mark_line(node) || self.papers(node) || self.decisions(node)) {
                self.block(node);
            }
            after_item = false;
        }
        self.close(0);
    }

    /// Closes the block under a label, where a heading of this level comes.
    fn close(&mut self, level: u8) {
        if self.section.is_some_and(|(_, own)| level <= own) {
            self.out.push_str("</section>\n");
            self.section = None;
        }
    }

    /// A heading: of an item, of a block, or just one. Says whether it was of an item.
    fn heading(&mut self, node: Node<'a>, level: u8) -> bool {
        self.close(level);
        self.level = level;
        self.headings += usize::from(level == 2);
        if let Some(number) = self.number(node).filter(|_| level <= 3) {
            self.item_heading(node, level, &number);
            return true;
        }
        if let Some(role) = self.roles.of(node).filter(|role| role.is_block() && level >= 3 && self.section.is_none()) {
            self.section = Some((role, level));
            let class = if role == Role::Block { "" } else { role.word() };
            self.out.extend(["<section class=\"", format!("blok {class}").trim_end(), "\">"]);
        }
        let _ = match level {
            2 => write!(self.out, "<h2 id=\"deel-{}\">", self.headings),
            level => write!(self.out, "<h{level}>"),
        };
        self.inlines(node);
        let _ = writeln!(self.out, "</h{level}>");
        false
    }

    /// The number that the template gave to a heading; see `markdown::number`.
    fn number(&self, node: Node<'a>) -> Option<String> {
        let line = self.lines.get(node.data().sourcepos.start.line.checked_sub(1)?)?;
        markdown::number(line.trim_start_matches('#').trim_start()).map(str::to_owned)
    }

    fn item_heading(&mut self, node: Node<'a>, level: u8, number: &str) {
        if let Some(first) = node.first_child()
            && let V::Text(text) = &mut first.data_mut().value
        {
            let rest = text.strip_prefix(number).and_then(|rest| rest.strip_prefix('.')).unwrap_or(text);
            *text = rest.trim_start().to_owned().into();
        }
        number.clone_into(&mut self.point);
        // a page may tell of an item in several places; a link leads to the first
        let id = if self.points.insert(number.to_owned()) { format!(" id=\"punt-{number}\"") } else { String::new() };
        let _ = write!(self.out, "<h{level} class=\"punt\"{id}><span class=\"nr\">{number}</span> ");
        self.inlines(node);
        let _ = writeln!(self.out, "</h{level}>");
    }

    /// The line of marks after the heading of an item: it opens with emphasis, which no text of a user can.
    fn mark_line(&mut self, node: Node<'a>) -> bool {
        let V::Paragraph = node.data().value else { return false };
        let Some(first) = node.first_child() else { return false };
        let is_time = matches!(first.data().value, V::Emph);
        if !is_time && !matches!(first.data().value, V::Strong) {
            return false;
        }
        self.out.push_str("<p class=\"kenmerk\">");
        if is_time {
            self.out.push_str("<span class=\"tijd\">");
            self.inlines(first);
            self.out.push_str("</span> ");
            first.detach();
            trim_start(node);
        }
        self.inlines(node);
        self.out.push_str("</p>\n");
        true
    }

    /// The papers of an item: a list in their block of which every item opens with a paper's number.
    fn papers(&mut self, node: Node<'a>) -> bool {
        let V::List(list) = &node.data().value else { return false };
        let here = self.section.is_some_and(|(role, _)| role == Role::Papers) && list.list_type == ListType::Bullet;
        if !here || !node.children().all(|item| paper(item).is_some()) {
            return false;
        }
        self.out.push_str("<ul class=\"stukken\">\n");
        for (item, number) in node.children().filter_map(|item| Some((item, paper(item)?))) {
            let Some(words) = item.first_child() else { continue };
            if let Some(first) = words.first_child()
                && let V::Text(text) = &mut first.data_mut().value
            {
                *text = text[number.len()..].to_owned().into();
            }
            self.out.extend(["<li><span class=\"nr\">", &number, "</span>"]);
            self.inlines(words);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ul>\n");
        true
    }
}
