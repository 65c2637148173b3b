//! What stands around a page of a site: the menu, the way down to it, its neighbours, the field to search with.

use super::text;
use super::writer::Writer;
use crate::link;
use crate::paper::site::{Around, Link};
use crate::render::words::Words;

/// Where a reader goes who skips the menu.
pub(super) const CONTENT: &str = "hoofdinhoud";

/// Shows the rows of tables in which all the words stand that were typed.
pub(super) const SEARCH: &str = include_str!("search.js");

impl Writer<'_> {
    /// Before the head of a page: what skips the menu, the menu, and the way down.
    pub(super) fn before_head(&mut self, around: &Around, words: &Words) {
        self.out.extend(["<a class=\"overslaan\" href=\"#", CONTENT, "\">"]);
        text::escape(&words.skip, &mut self.out);
        self.out.push_str("</a>\n");
        self.links(("menu", &words.menu), around, &around.menu);
        if !around.crumbs.is_empty() {
            self.links(("kruimels", &words.way), around, &around.crumbs);
        }
    }

    /// Behind what a page says: its neighbours.
    pub(super) fn neighbours(&mut self, around: &Around, words: &Words) {
        let (before, after) = &around.beside;
        let both = [(before, &words.beside.0, "prev"), (after, &words.beside.1, "next")];
        for (neighbour, said, relation) in both {
            let Some(Link { title, address }) = neighbour else { continue };
            self.out.push_str("<p class=\"naast\"><a rel=\"");
            self.out.push_str(relation);
            self.out.push_str("\" href=\"");
            text::escape(&format!("{}{address}", around.up), &mut self.out);
            self.out.push_str("\">");
            text::set(&said.replace("{titel}", title), &mut self.out);
            self.out.push_str("</a></p>\n");
        }
    }

    /// At the foot of a page: what there is about the site.
    pub(super) fn at_foot(&mut self, around: &Around, words: &Words) {
        self.links(("meer", &words.foot), around, &around.foot);
    }

    /// The field to search with. Without the script that it needs nobody sees it.
    pub(super) fn search(&mut self, words: &Words) {
        self.out.push_str("<form class=\"zoeken\" role=\"search\" hidden data-gevonden=\"");
        text::escape(&words.found.0, &mut self.out);
        self.out.push_str("\" data-niets=\"");
        text::escape(&words.found.1, &mut self.out);
        self.out.push_str("\">\n<label for=\"zoekveld\">");
        text::escape(&words.search, &mut self.out);
        self.out.push_str("</label>\n<input id=\"zoekveld\" type=\"search\" autocomplete=\"off\">\n<p role=\"status\"></p>\n</form>\n");
    }

    fn links(&mut self, (class, label): (&str, &str), around: &Around, links: &[Link]) {
        self.out.extend(["<nav class=\"", class, "\" aria-label=\""]);
        text::escape(label, &mut self.out);
        self.out.push_str("\">\n<ul>\n");
        for Link { title, address } in links {
            let Some(to) = link::allowed(&format!("{}{address}", around.up)) else { continue };
            self.out.push_str("<li><a href=\"");
            text::escape(&to, &mut self.out);
            self.out.push_str(if *address == around.here { "\" aria-current=\"page\">" } else { "\">" });
            text::set(title, &mut self.out);
            self.out.push_str("</a></li>\n");
        }
        self.out.push_str("</ul>\n</nav>\n");
    }
}
