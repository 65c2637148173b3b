//! Prose as HTML: blocks and what stands in a line.

use std::fmt::Write as _;

use super::text;
use super::writer::Writer;
use crate::model::reply::Field;
use crate::render::tree::{Block, Inline, List, ListItem, Table, Tick, plain};
use crate::word::Word as _;

impl Writer<'_> {
    /// Some blocks.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    /// One block.
    pub(super) fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(words) => self.within("p", words),
            Block::Heading { level, words } => self.within(&format!("h{level}"), words),
            Block::Rule => self.out.push_str("<hr>\n"),
            Block::Code(code) => {
                self.out.push_str("<pre><code>");
                text::escape(code, &mut self.out);
                self.out.push_str("</code></pre>\n");
            }
            Block::Quote(blocks) => {
                self.out.push_str("<blockquote>\n");
                self.blocks(blocks);
                self.out.push_str("</blockquote>\n");
            }
            Block::Alert { label, blocks } => {
                self.out.push_str("<div class=\"markdown-alert\">\n<p class=\"markdown-alert-title\">");
                text::escape(label, &mut self.out);
                self.out.push_str("</p>\n");
                self.blocks(blocks);
                self.out.push_str("</div>\n");
            }
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Blank(blank) => self.blank(blank),
        }
    }

    /// An element on a line of its own.
    pub(super) fn within(&mut self, name: &str, words: &[Inline]) {
        self.out.extend(["<", name, ">"]);
        self.line(words);
        self.out.extend(["</", name, ">\n"]);
    }

    fn list(&mut self, list: &List) {
        let name = if list.start.is_some() { "ol" } else { "ul" };
        self.out.extend(["<", name]);
        if let Some(start) = list.start.filter(|start| *start != 1) {
            let _ = write!(self.out, " start=\"{start}\"");
        }
        if list.items.iter().all(|item| item.tick.is_some()) {
            self.out.push_str(" class=\"vinken\"");
        }
        self.out.push_str(">\n");
        for item in &list.items {
            self.out.push_str("<li>");
            self.list_item(item);
            self.out.push_str("</li>\n");
        }
        self.out.extend(["</", name, ">\n"]);
    }

    fn list_item(&mut self, item: &ListItem) {
        if let Some(words) = &item.words {
            match &item.tick {
                Some(tick) => self.tick(tick, words),
                None => self.line(words),
            }
            if !item.blocks.is_empty() {
                self.out.push('\n');
            }
        }
        self.blocks(&item.blocks);
    }

    fn tick(&mut self, tick: &Tick, words: &[Inline]) {
        let plain = "<input type=\"checkbox\"";
        self.out.push_str("<label class=\"vink\">");
        match tick {
            Tick::NameIt(item) => self.box_of(Field::NameIt, item),
            Tick::Open { ticked } => self.out.extend([plain, if *ticked { " checked" } else { "" }]),
            Tick::Fixed { ticked } => self.out.extend([plain, if *ticked { " checked disabled" } else { " disabled" }]),
        }
        self.out.push_str("> <span>");
        self.line(words);
        self.out.push_str("</span></label>");
    }

    fn table(&mut self, table: &Table) {
        let heads: Vec<String> = table.head.iter().map(|head| plain(head)).collect();
        self.out.push_str(if table.numbered { "<table class=\"genummerd\">\n" } else { "<table>\n" });
        self.out.push_str("<thead>\n<tr>\n");
        for cell in &table.head {
            self.cell("th scope=\"col\"", "th", cell);
        }
        self.out.push_str("</tr>\n</thead>\n");
        for (at, row) in table.rows.iter().enumerate() {
            self.out.push_str(if at > 0 { "<tr>\n" } else { "<tbody>\n<tr>\n" });
            for (at, cell) in row.iter().enumerate() {
                if at == 0 && !cell.is_empty() {
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
        self.out.push_str(if table.rows.is_empty() { "</table>\n" } else { "</tbody>\n</table>\n" });
    }

    fn cell(&mut self, open: &str, name: &str, cell: &[Inline]) {
        self.out.extend(["<", open, ">"]);
        self.line(cell);
        self.out.extend(["</", name, ">\n"]);
    }

    /// What stands in a line.
    pub(super) fn line(&mut self, line: &[Inline]) {
        for inline in line {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(said) => text::set(said, &mut self.out),
            Inline::Soft => self.out.push('\n'),
            Inline::Break => self.out.push_str("<br>\n"),
            Inline::Code(code) => {
                self.out.push_str("<code>");
                text::escape(code, &mut self.out);
                self.out.push_str("</code>");
            }
            Inline::Emphasis(words) => self.element("em", words),
            Inline::Strong(words) => self.element("strong", words),
            Inline::Status(role, words) => {
                self.out.extend(["<strong class=\"status ", role.word(), "\">"]);
                self.line(words);
                self.out.push_str("</strong>");
            }
            Inline::Struck(words) => self.element("del", words),
            Inline::Link { address, words } => {
                // who reads a page opens another page
                let address = self.pages.and_then(|pages| pages.get(address)).unwrap_or(address);
                // of what does not go along with a mail there is nothing to open
                if address.is_empty() {
                    return self.line(words);
                }
                self.out.push_str("<a href=\"");
                text::escape(address, &mut self.out);
                self.out.push_str("\">");
                self.line(words);
                self.out.push_str("</a>");
            }
        }
    }

    fn element(&mut self, name: &str, words: &[Inline]) {
        self.out.extend(["<", name, ">"]);
        self.line(words);
        self.out.extend(["</", name, ">"]);
    }
}
