//! What a reader fills in: the form of a consultation, made of the marks that its template wrote.
//!
//! A mark stands in a code span of the template. In the page it is not shown: it becomes what the form saves with an
//! answer. No text of a user can write a mark; see `form::mark`.

use std::fmt::Write as _;

use comrak::nodes::{ListType, Node, NodeValue as V};

use super::text;
use super::writer::Writer;
use crate::form::mark::Kind;
use crate::form::{GOVERNING, Mark, mark};
use crate::model::Support;
use crate::render::role::Role;
use crate::word::Word as _;

/// Behaviour of the form, the same for all.
pub(super) const SCRIPT: &str = include_str!("formulier/formulier.js");

/// A line to fill in, as a template writes it. The escaper never makes two of these in a row.
const LINE: &str = r"\_\_\_\_\_\_\_\_";

/// Whether the text of a template holds a form.
pub(super) fn holds_form(text: &str) -> bool {
    text.contains("`#b:formulier:")
}

impl<'a> Writer<'a, '_> {
    /// The paragraph with the mark of the form is not shown: it says what the form is about.
    pub(super) fn form_mark(&mut self, node: Node<'a>) -> bool {
        let Some(Mark::Form { meeting, party }) = own_mark(node).filter(|_| self.is_form) else { return false };
        self.form = Some((meeting, party));
        true
    }

    /// Opens the form, with what stands above its first question.
    pub(super) fn open_form(&mut self) {
        let Some((meeting, party)) = &self.form else { return };
        self.out.push_str("<form id=\"formulier\" autocomplete=\"off\" data-vergadering=\"");
        text::escape(meeting, &mut self.out);
        self.out.push_str("\" data-partij=\"");
        text::escape(party, &mut self.out);
        self.out.push_str("\">\n");
        self.above();
        if let Some(tick) = self.everything.take() {
            self.out
                .push_str("<div class=\"snel\"><label class=\"vink\"><input type=\"checkbox\" id=\"alles\"> <span>");
            self.inlines(tick);
            self.out.push_str("</span></label></div>\n");
        }
    }

    pub(super) fn close_form(&mut self) {
        if self.form.is_some() {
            self.below();
            self.out.push_str("</form>\n");
        }
    }

    /// One tick for all: it stands in the head of the template, and in the form in the page.
    pub(super) fn tick_for_all(&mut self, list: Node<'a>) -> bool {
        let words = list.first_child().and_then(comrak::arena_tree::Node::first_child);
        let Some(words) = words.filter(|words| self.is_form && own_mark(words) == Some(Mark::Everything)) else {
            return false;
        };
        take_marks(words);
        self.everything = Some(words);
        true
    }

    /// A paragraph that ends in a line to fill in becomes a field with its label.
    pub(super) fn blank(&mut self, node: Node<'a>) -> bool {
        if self.user {
            return false;
        }
        let mark = own_mark(node).filter(|_| self.is_form);
        if mark == Some(Mark::End) {
            return true;
        }
        if !self.ends_in_a_line(node) {
            return false;
        }
        take_marks(node);
        trim_label(node);
        self.blanks += 1;
        let own = format!("veld-{}", self.blanks);
        let required = if self.roles.of(node) == Some(Role::Optional) { "" } else { " required" };
        let (id, tag) = match &mark {
            Some(Mark::Item { item, seen }) => {
                let seen = seen.as_ref().map(|seen| format!(" data-afdruk=\"{seen}\"")).unwrap_or_default();
                (format!("inbreng-{item}"), format!("<textarea rows=\"3\" data-punt=\"{item}\"{seen}"))
            }
            Some(Mark::Field(Kind::General)) => ("algemeen".to_owned(), "<textarea rows=\"3\"".to_owned()),
            Some(Mark::Field(Kind::By)) => {
                ("door".to_owned(), "<input type=\"text\" required autocomplete=\"organization-title\"".to_owned())
            }
            Some(Mark::Field(Kind::AgreedWith)) => {
                let governing = GOVERNING.join(" ");
                ("afgestemd".to_owned(), format!("<input type=\"text\"{required} data-besturen=\"{governing}\""))
            }
            Some(Mark::Field(Kind::Date)) => ("datum".to_owned(), "<input type=\"date\"".to_owned()),
            _ => (own, "<textarea rows=\"2\"".to_owned()),
        };
        self.about = match mark {
            Some(Mark::Item { item, .. }) => Some(item),
            _ => None,
        };
        let _ = write!(self.out, "<div class=\"veld\"><label for=\"{id}\">");
        self.inlines(node);
        let end = if tag.starts_with("<textarea") { "></textarea>" } else { ">" };
        let _ = writeln!(self.out, "</label>\n{tag} id=\"{id}\"{end}</div>");
        true
    }

    /// Whether the line of the template in which a paragraph ends, ends in a line to fill in.
    fn ends_in_a_line(&self, node: Node<'a>) -> bool {
        let end = node.data().sourcepos.end.line;
        let line = end.checked_sub(1).and_then(|at| self.lines.get(at)).copied().unwrap_or_default();
        line.trim_end().ends_with(LINE)
    }

    /// The box below the input of an item: it must be named.
    pub(super) fn name_it(&mut self, item: Node<'a>, words: Node<'a>) -> bool {
        let Some(about) = self.about.clone().filter(|_| !self.user && matches!(item.data().value, V::TaskItem(_)))
        else {
            return false;
        };
        take_marks(words);
        let _ = write!(
            self.out,
            "<label class=\"vink\"><input type=\"checkbox\" id=\"benoemen-{about}\" data-benoemen=\"{about}\"> <span>"
        );
        self.inlines(words);
        self.out.push_str("</span></label>");
        true
    }

    /// The decisions that a consultation asks about: per decision a group of choices.
    pub(super) fn decisions(&mut self, list: Node<'a>) -> bool {
        let V::List(data) = &list.data().value else { return false };
        let is_decision = |item: Node<'a>| {
            let asked = item.first_child().and_then(own_mark);
            matches!(asked, Some(Mark::Decision { .. })) && choices(item).is_some()
        };
        if !self.is_form || data.list_type != ListType::Ordered || !list.children().all(is_decision) {
            return false;
        }
        list.children().for_each(|item| self.decision(item));
        true
    }

    fn decision(&mut self, item: Node<'a>) {
        let Some(asked) = item.first_child() else { return };
        let Some(Mark::Decision { item: key, number, words, treatment }) = own_mark(asked) else { return };
        take_marks(asked);
        let point = self.point.clone();
        let treatment = treatment.map(|it| format!(" data-behandeling=\"{}\"", it.in_one_word())).unwrap_or_default();
        let _ = write!(
            self.out,
            "<fieldset class=\"besluit\" data-punt=\"{key}\" data-nummer=\"{point}\" data-nr=\"{number}\" \
             data-afdruk=\"{words}\"{treatment}><legend><span class=\"nr\">{number}.</span> <span class=\"tekst\">"
        );
        self.inlines(asked);
        self.out.push_str("</span></legend>\n");
        let name = format!("{key}-{number}");
        for node in asked.following_siblings().skip(1) {
            if is_choices(node) {
                self.choices(node, &name);
            } else if self.ends_in_a_line(node) {
                take_marks(node);
                trim_label(node);
                let _ = write!(self.out, "<div class=\"waarom\"><label for=\"{name}-reden\">");
                self.inlines(node);
                let _ = writeln!(self.out, "</label>\n<textarea id=\"{name}-reden\" rows=\"2\"></textarea></div>");
            } else {
                self.block(node);
            }
        }
        self.out.push_str("</fieldset>\n");
    }

    fn choices(&mut self, list: Node<'a>, name: &str) {
        self.out.push_str("<div class=\"keuze\">\n");
        for (at, words) in list.children().filter_map(comrak::arena_tree::Node::first_child).enumerate() {
            let value = self.roles.of(words).and_then(Role::support).map_or("", Support::word);
            let _ = write!(
                self.out,
                "<label><input type=\"radio\" id=\"{name}-{at}\" name=\"{name}\" value=\"{value}\"> <span>"
            );
            self.inlines(words);
            self.out.push_str("</span></label>\n");
        }
        self.out.push_str("</div>\n");
    }
}

/// The mark in a code span of a paragraph of the template.
fn own_mark(node: Node<'_>) -> Option<Mark> {
    node.children().find_map(|child| match &child.data().value {
        V::Code(code) => mark::find(&code.literal)?.mark,
        _ => None,
    })
}

/// Takes the marks out of headings, where what was filled in above them ends.
pub(super) fn clear_headings(root: Node<'_>) {
    root.children().filter(|node| matches!(node.data().value, V::Heading(_))).for_each(take_marks);
}

/// Takes the marks out of what is shown.
fn take_marks<'a>(node: Node<'a>) {
    let is_mark =
        |child: &Node<'a>| matches!(&child.data().value, V::Code(code) if mark::find(&code.literal).is_some());
    let marks: Vec<Node> = node.children().filter(is_mark).collect();
    for mark in marks {
        if let Some(before) = mark.previous_sibling()
            && let V::Text(text) = &mut before.data_mut().value
        {
            *text = text.trim_end().to_owned().into();
        }
        if mark.previous_sibling().is_none()
            && let Some(after) = mark.next_sibling()
            && let V::Text(text) = &mut after.data_mut().value
        {
            *text = text.trim_start().to_owned().into();
        }
        mark.detach();
    }
}

/// A label without its colon and its line to fill in.
fn trim_label(node: Node<'_>) {
    let Some(last) = node.last_child() else { return };
    if let V::Text(text) = &mut last.data_mut().value {
        let label = text.trim_end_matches('_').trim_end();
        *text = label.strip_suffix(':').unwrap_or(label).to_owned().into();
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
