//! Blocks as HTML: those of a template and those of a field.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use comrak::Arena;
use comrak::nodes::{ListType, Node, NodeValue as V};

use super::text;
use crate::render::role::{Role, Roles};
use crate::render::{CLOSE, OPEN, field, lone, placeholder};

/// A page under way.
pub(super) struct Writer<'a, 'f> {
    pub(super) arena: &'a Arena<'a>,
    pub(super) out: String,
    pub(super) fields: &'f [&'f str],
    /// What the template says that its parts are.
    pub(super) roles: Roles,
    /// The lines of the template's text, to tell what a template wrote from what it let in.
    pub(super) lines: Vec<&'f str>,
    /// Inside a field of a user: nothing has a meaning there.
    pub(super) user: bool,
    /// The level of the last heading of the template.
    pub(super) level: u8,
    /// What the block that is open is, and its level.
    pub(super) section: Option<(Role, u8)>,
    /// The paper is a form; and its meeting and party, once they are known.
    pub(super) is_form: bool,
    pub(super) form: Option<(String, String)>,
    /// What the form shows on a screen: the name of a text and the text.
    pub(super) texts: Vec<(String, Node<'a>)>,
    /// One tick for all, until the form opens.
    pub(super) everything: Option<Node<'a>>,
    /// The key of the item about which input was asked last, and the number of the last item.
    pub(super) about: Option<String>,
    pub(super) point: String,
    /// How many second-level headings there were, and fields to fill in.
    pub(super) headings: usize,
    /// The items of which a heading has been written.
    pub(super) points: BTreeSet<String>,
    pub(super) blanks: usize,
}

impl<'a> Writer<'a, '_> {
    /// The blocks in a node.
    pub(super) fn blocks(&mut self, parent: Node<'a>) {
        for node in parent.children() {
            self.block(node);
        }
    }

    /// One block. Trees are cleaned, so this goes no deeper than a few dozen.
    pub(super) fn block(&mut self, node: Node<'a>) {
        match &node.data().value {
            V::Paragraph => self.paragraph(node),
            V::Heading(heading) => {
                let level = heading.level.to_string();
                self.out.extend(["<h", &level, ">"]);
                self.inlines(node);
                self.out.extend(["</h", &level, ">\n"]);
            }
            V::ThematicBreak => self.out.push_str("<hr>\n"),
            V::CodeBlock(code) => {
                self.out.push_str("<pre><code>");
                text::escape(&code.literal, &mut self.out);
                self.out.push_str("</code></pre>\n");
            }
            V::BlockQuote => {
                self.out.push_str("<blockquote>\n");
                self.blocks(node);
                self.out.push_str("</blockquote>\n");
            }
            V::Alert(alert) => {
                use comrak::nodes::AlertType as A;
                let title = match alert.alert_type {
                    A::Note => "Opmerking",
                    A::Tip => "Tip",
                    A::Important => "Belangrijk",
                    A::Warning => "Let op",
                    A::Caution => "Pas op",
                };
                self.out.extend([
                    "<div class=\"markdown-alert\">\n<p class=\"markdown-alert-title\">",
                    title,
                    "</p>\n",
                ]);
                self.blocks(node);
                self.out.push_str("</div>\n");
            }
            V::List(_) if self.roles.of(node) == Some(Role::Screen) => {}
            V::List(_) => self.list(node),
            V::Table(_) => self.table(node),
            _ => {}
        }
    }

    fn paragraph(&mut self, node: Node<'a>) {
        if let Some(index) = self.lone_field(node) {
            let in_quote = node.parent().is_some_and(|parent| matches!(parent.data().value, V::BlockQuote));
            return self.graft(index, in_quote);
        }
        if self.blank(node) {
            return;
        }
        self.out.push_str("<p>");
        self.inlines(node);
        self.out.push_str("</p>\n");
    }

    /// The field whose placeholder is all of this paragraph.
    fn lone_field(&self, node: Node<'a>) -> Option<usize> {
        let only = node.first_child().filter(|first| !self.user && first.next_sibling().is_none())?;
        match &only.data().value {
            V::Text(text) => lone(text),
            _ => None,
        }
    }

    fn parsed(&self, index: usize) -> Option<Node<'a>> {
        Some(field::parse(self.arena, self.fields.get(index)?, self.level))
    }

    /// Puts the blocks of a field here.
    fn graft(&mut self, index: usize, in_quote: bool) {
        let root = if in_quote {
            self.fields.get(index).map(|field| field::parse_quoted(self.arena, field))
        } else {
            self.parsed(index)
        };
        let Some(root) = root else { return };
        self.user = true;
        self.blocks(root);
        self.user = false;
    }

    fn list(&mut self, node: Node<'a>) {
        let V::List(list) = &node.data().value else { return };
        let is_task = |item: Node<'a>| matches!(item.data().value, V::TaskItem(_));
        let name = if list.list_type == ListType::Bullet { "ul" } else { "ol" };
        self.out.extend(["<", name]);
        if list.list_type == ListType::Ordered && list.start != 1 {
            let _ = write!(self.out, " start=\"{}\"", list.start);
        }
        if node.children().all(is_task) {
            self.out.push_str(" class=\"vinken\"");
        }
        self.out.push_str(">\n");
        for item in node.children() {
            self.out.push_str("<li>");
            self.item(item);
            self.out.push_str("</li>\n");
        }
        self.out.extend(["</", name, ">\n"]);
    }

    fn item(&mut self, item: Node<'a>) {
        let mut children = item.children().peekable();
        let first = children.peek().copied().filter(|first| matches!(first.data().value, V::Paragraph));
        let Some(first) = first else { return self.blocks(item) };
        if self.name_it(item, first) {
            // written as the box of its item
        } else if let V::TaskItem(task) = &item.data().value {
            self.out.push_str("<label class=\"vink\"><input type=\"checkbox\"");
            self.out.push_str(if task.symbol.is_some() { " checked" } else { "" });
            self.out.push_str(if self.user { " disabled> <span>" } else { "> <span>" });
            self.inlines(first);
            self.out.push_str("</span></label>");
        } else if let Some(index) = self.field_at_end(first) {
            self.inlines(first);
            self.run_in(index);
        } else if field::compact(item) {
            self.inlines(first);
        } else {
            self.block(first);
        }
        let below: Vec<Node> = children.skip(1).collect();
        if !below.is_empty() {
            self.out.push('\n');
        }
        for node in below {
            self.block(node);
        }
    }

    /// Takes the placeholder away that ends the words of a list item.
    fn field_at_end(&self, paragraph: Node<'a>) -> Option<usize> {
        let last = paragraph.last_child().filter(|_| !self.user)?;
        let mut data = last.data_mut();
        let V::Text(text) = &mut data.value else { return None };
        let at = text.rfind(OPEN).filter(|_| text.ends_with(CLOSE))?;
        let (index, _) = placeholder(&text[at..])?;
        *text = text[..at].to_owned().into();
        Some(index)
    }

    /// Puts a field after words: its first paragraph goes on in the line.
    fn run_in(&mut self, index: usize) {
        let Some(root) = self.parsed(index) else { return };
        self.user = true;
        let first = root.first_child().filter(|first| matches!(first.data().value, V::Paragraph));
        if let Some(first) = first {
            self.inlines(first);
            first.detach();
        }
        if root.first_child().is_some() {
            self.out.push('\n');
            self.blocks(root);
        }
        self.user = false;
    }

    fn table(&mut self, node: Node<'a>) {
        let mut rows = node.children();
        let Some(head) = rows.next() else { return };
        let heads: Vec<String> = head.children().map(plain).collect();
        let numbered = self.roles.of(node) == Some(Role::Numbered);
        self.out.push_str(if numbered { "<table class=\"genummerd\">\n" } else { "<table>\n" });
        self.out.push_str("<thead>\n<tr>\n");
        for cell in head.children() {
            self.cell("th scope=\"col\"", "th", cell);
        }
        self.out.push_str("</tr>\n</thead>\n");
        let mut body = false;
        for row in rows {
            self.out.push_str(if body { "<tr>\n" } else { "<tbody>\n<tr>\n" });
            body = true;
            for (at, cell) in row.children().enumerate() {
                if at == 0 && cell.first_child().is_some() {
                    self.cell("th scope=\"row\"", "th", cell);
                    continue;
                }
                let mut open = String::from("td");
                if let Some(head) = heads.get(at).filter(|head| !head.is_empty()) {
                    open.push_str(" data-kop=\"");
                    text::escape(head, &mut open);
                    open.push('"');
                }
                self.cell(&open, "td", cell);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str(if body { "</tbody>\n</table>\n" } else { "</table>\n" });
    }

    fn cell(&mut self, open: &str, name: &str, cell: Node<'a>) {
        self.out.extend(["<", open, ">"]);
        self.inlines(cell);
        self.out.extend(["</", name, ">\n"]);
    }
}

/// The words of a table's head, without our marks.
fn plain(node: Node<'_>) -> String {
    node.collect_text().replace([OPEN, CLOSE], "")
}
