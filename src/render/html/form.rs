//! What a reader fills in: lines to write on, and the choices of a consultation.

use std::fmt::Write as _;

use comrak::nodes::{ListType, Node, NodeValue as V};

use super::writer::Writer;

/// A line to fill in, as a template writes it. The escaper never makes two of these in a row.
const LINE: &str = r"\_\_\_\_\_\_\_\_";

impl<'a> Writer<'a, '_> {
    /// A paragraph that ends in a line to fill in becomes a field with its label.
    pub(super) fn blank(&mut self, node: Node<'a>) -> bool {
        let end = node.data().sourcepos.end.line;
        let line = end.checked_sub(1).and_then(|at| self.lines.get(at)).copied().unwrap_or_default();
        if self.user || !line.trim_end().ends_with(LINE) {
            return false;
        }
        let Some(last) = node.last_child() else { return false };
        if let V::Text(text) = &mut last.data_mut().value {
            let label = text.trim_end_matches('_').trim_end();
            *text = label.strip_suffix(':').unwrap_or(label).to_owned().into();
        }
        self.blanks += 1;
        let id = self.blanks;
        let _ = write!(self.out, "<div class=\"veld\"><label for=\"veld-{id}\">");
        self.inlines(node);
        let _ = writeln!(self.out, "</label>\n<textarea id=\"veld-{id}\" rows=\"2\"></textarea></div>");
        true
    }

    /// The decisions that a consultation asks about: per item a group of choices.
    pub(super) fn decisions(&mut self, list: Node<'a>) -> bool {
        let V::List(data) = &list.data().value else { return false };
        let asked = self.kind == "raadpleging" && self.section.is_some_and(|(label, _)| label == "gevraagd");
        if !asked || data.list_type != ListType::Ordered || !list.children().all(|item| choices(item).is_some()) {
            return false;
        }
        for (at, item) in list.children().enumerate() {
            self.decision(data.start + at, item);
        }
        true
    }

    fn decision(&mut self, number: usize, item: Node<'a>) {
        let _ = write!(self.out, "<fieldset class=\"besluit\"><legend><span class=\"nr\">{number}.</span> ");
        let mut children = item.children();
        if let Some(asked) = children.next() {
            self.inlines(asked);
        }
        self.out.push_str("</legend>\n");
        for node in children {
            if !is_choices(node) {
                self.block(node);
                continue;
            }
            self.out.push_str("<div class=\"keuze\">\n");
            for words in node.children().filter_map(comrak::arena_tree::Node::first_child) {
                self.out.push_str("<label><input type=\"checkbox\"> <span>");
                self.inlines(words);
                self.out.push_str("</span></label>\n");
            }
            self.out.push_str("</div>\n");
        }
        self.out.push_str("</fieldset>\n");
    }
}

/// The choices of a decision: a list item of words with a task list below them.
fn choices(item: Node<'_>) -> Option<Node<'_>> {
    let first = item.first_child().filter(|first| matches!(first.data().value, V::Paragraph))?;
    first.following_siblings().skip(1).find(|node| is_choices(node))
}

fn is_choices<'a>(node: Node<'a>) -> bool {
    let is_task = |item: Node<'a>| matches!(item.data().value, V::TaskItem(_));
    matches!(node.data().value, V::List(_)) && node.children().all(is_task)
}
