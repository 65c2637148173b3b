//! The parts of a paper as HTML.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::around::CONTENT;
use super::{Frame, data_address, text};
use crate::render::tree::{
    Contents, Enclosed, Fact, Folded, Head, Heading, Item, Marks, Notice, Paper, Part, Place, Section, Title,
};
use crate::role::Role;
use crate::word::Word as _;

/// A page under way.
pub(super) struct Writer<'p> {
    pub(super) out: String,
    pub(super) paper: &'p Paper,
    /// The pages of papers, by the addresses of those.
    pub(super) pages: Option<&'p BTreeMap<String, String>>,
    /// The keys of items by their numbers, each an anchor.
    pub(super) anchors: &'p [(&'p str, &'p str)],
}

impl Writer<'_> {
    /// The whole document: head, table of contents, body and foot.
    pub(super) fn document(&mut self, frame: &Frame) {
        let paper = self.paper;
        if let Some((around, words)) = frame.around {
            self.before_head(around, words);
        }
        self.out.push_str("<header>\n");
        if let Some((kind, bytes)) = frame.logo {
            self.out.push_str("<p class=\"logo\"><img alt=\"");
            text::escape(frame.region, &mut self.out);
            self.out.extend(["\" src=\"", &data_address(kind, bytes), "\"></p>\n"]);
        }
        self.sender(frame.sender);
        if let Some((words, address)) = frame.home {
            self.home(words, address);
        }
        paper.head.iter().for_each(|head| self.head(head));
        self.out.push_str("</header>\n");
        if let Some(contents) = &paper.contents {
            self.contents(contents);
        }
        match frame.around {
            Some(_) => self.out.extend(["<main id=\"", CONTENT, "\">\n"]),
            None => self.out.push_str("<main>\n"),
        }
        if let Some((around, words)) = frame.around
            && around.searched
        {
            self.search(words);
        }
        match &paper.form {
            Some(form) => self.form(form, &paper.body),
            None => self.parts(&paper.body),
        }
        if let Some((around, words)) = frame.around {
            self.neighbours(around, words);
        }
        self.out.push_str("</main>\n");
        if !paper.foot.is_empty() {
            self.out.push_str("<footer>\n");
            self.blocks(&paper.foot);
            self.out.push_str("</footer>\n");
        }
        if let Some((around, words)) = frame.around {
            self.at_foot(around, words);
        }
    }

    fn sender(&mut self, lines: &[&str]) {
        for (at, line) in lines.iter().enumerate() {
            self.out.push_str(if at == 0 { "<p class=\"afzender\">" } else { "<br>\n" });
            text::set(line, &mut self.out);
        }
        if !lines.is_empty() {
            self.out.push_str("</p>\n");
        }
    }

    fn home(&mut self, words: &str, address: &str) {
        if let Some(address) = crate::link::allowed(address) {
            self.out.push_str("<p class=\"terug\"><a href=\"");
            text::escape(&address, &mut self.out);
            self.out.push_str("\">");
            text::set(words, &mut self.out);
            self.out.push_str("</a></p>\n");
        }
    }

    fn head(&mut self, head: &Head) {
        match head {
            Head::Title(title) => self.title(title),
            Head::Notice(notice) => self.notice(notice),
            Head::Facts(facts) => self.facts(facts),
            Head::Block(block) => self.block(block),
        }
    }

    fn title(&mut self, title: &Title) {
        self.out.push_str("<h1>");
        if let Some(label) = &title.label {
            self.out.push_str("<span class=\"soort\">");
            self.line(label);
            self.out.push_str("</span> ");
        }
        self.line(&title.words);
        self.out.push_str("</h1>\n");
    }

    fn notice(&mut self, notice: &Notice) {
        let class = if notice.role == Role::Notice { "" } else { notice.role.word() };
        self.out.extend(["<p class=\"", format!("melding {class}").trim_end(), "\"><strong>"]);
        self.line(&notice.word);
        self.out.push_str("</strong>");
        self.line(&notice.words);
        self.out.push_str("</p>\n");
    }

    fn facts(&mut self, facts: &[Fact]) {
        self.out.push_str("<dl class=\"feiten\">\n");
        for fact in facts {
            self.out.push_str("<dt>");
            self.line(&fact.name);
            self.out.push_str("</dt><dd>");
            self.line(&fact.words);
            self.out.push_str("</dd>\n");
        }
        self.out.push_str("</dl>\n");
    }

    fn contents(&mut self, contents: &Contents) {
        self.out.push_str("<nav aria-label=\"");
        text::escape(&contents.label, &mut self.out);
        self.out.push_str("\">\n<ul>\n");
        for entry in &contents.entries {
            self.out.extend(["<li><a href=\"#", &place(&entry.to), "\">"]);
            self.line(&entry.words);
            self.out.push_str("</a></li>\n");
        }
        self.out.push_str("</ul>\n</nav>\n");
    }

    /// Parts of the body, in their order.
    pub(super) fn parts(&mut self, parts: &[Part]) {
        for part in parts {
            match part {
                Part::Item(item) => self.item(item),
                Part::Section(section) => self.section(section),
                Part::Folded(folded) => self.folded(folded),
                Part::Heading(heading) => self.heading(heading),
                Part::Papers(papers) => self.papers(papers),
                Part::Decisions(decisions) => decisions.iter().for_each(|decision| self.decision(decision)),
                Part::Block(block) => self.block(block),
            }
        }
    }

    fn item(&mut self, item: &Item) {
        let Item { level, number, .. } = item;
        // a link leads to the first
        let id = if item.is_first { format!(" id=\"punt-{number}\"") } else { String::new() };
        let _ = write!(self.out, "<h{level} class=\"punt\"{id}>");
        let key = self.anchors.iter().find(|(of, _)| item.is_first && of == number);
        if let Some((_, key)) = key {
            self.out.push_str("<span id=\"");
            text::escape(key, &mut self.out);
            self.out.push_str("\"></span>");
        }
        let _ = write!(self.out, "<span class=\"nr\">{number}</span> ");
        self.line(&item.words);
        let _ = writeln!(self.out, "</h{level}>");
        if let Some(marks) = &item.marks {
            self.marks(marks);
        }
        self.parts(&item.parts);
    }

    fn marks(&mut self, marks: &Marks) {
        self.out.push_str("<p class=\"kenmerk\">");
        if let Some(time) = &marks.time {
            self.out.push_str("<span class=\"tijd\">");
            self.line(time);
            self.out.push_str("</span> ");
        }
        self.line(&marks.words);
        self.out.push_str("</p>\n");
    }

    fn section(&mut self, section: &Section) {
        let class = if section.role == Role::Block { "" } else { section.role.word() };
        self.out.extend(["<section class=\"", format!("blok {class}").trim_end(), "\">"]);
        self.heading(&section.heading);
        self.parts(&section.parts);
        self.out.push_str("</section>\n");
    }

    fn folded(&mut self, folded: &Folded) {
        self.out.extend(["<details class=\"", Role::Older.word(), "\">\n<summary>"]);
        self.heading(&folded.heading);
        self.out.push_str("</summary>\n");
        self.parts(&folded.parts);
        self.out.push_str("</details>\n");
    }

    fn heading(&mut self, heading: &Heading) {
        let level = heading.level;
        let id = heading.place.as_ref().map(|to| format!(" id=\"{}\"", place(to))).unwrap_or_default();
        let _ = write!(self.out, "<h{level}{id}>");
        self.line(&heading.words);
        let _ = writeln!(self.out, "</h{level}>");
    }

    fn papers(&mut self, papers: &[Enclosed]) {
        self.out.push_str("<ul class=\"stukken\">\n");
        for Enclosed { number, words } in papers {
            self.out.extend(["<li><span class=\"nr\">", number, "</span>"]);
            self.line(words);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ul>\n");
    }
}

/// The anchor of a place.
fn place(place: &Place) -> String {
    match place {
        Place::Item(number) => format!("punt-{number}"),
        Place::Heading(at) => format!("deel-{at}"),
    }
}
