//! What a form asks: made of the marks that its template wrote.
//!
//! A mark stands in a code span of the template. In the tree it is not a text: it is what an answer is saved with. No text
//! of a user can write a mark; see `answer::mark`.

use comrak::nodes::{ListType, Node, NodeValue as V};

use super::build::Builder;
use super::prose::{Block, Line, Tick};
use super::trim;
use crate::answer::Mark;
use crate::answer::mark;
use crate::model::reply::{Field, Holds, Scope};
use crate::model::{Support, Treatment};
use crate::render::outline;
use crate::role::Role;

/// A line to fill in, as a template writes it. The escaper never makes two of these in a row.
const LINE: &str = r"\_\_\_\_\_\_\_\_";

/// A form.
#[derive(Debug, Default)]
pub struct Form {
    /// The folder of the meeting that it is about.
    pub meeting: String,
    /// The key of the party that is asked.
    pub party: String,
    /// The words beside one tick for all.
    pub everything: Option<Line>,
    /// Whether it says where it ends.
    pub ends: bool,
    /// The texts that it shows on a screen alone, each after its name.
    pub screen: Vec<(String, Line)>,
}

/// A field to fill in.
#[derive(Debug)]
pub struct Blank {
    /// What it is called.
    pub label: Line,
    /// What it asks.
    pub asks: Asks,
}

/// What a field asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// Input on an item.
    Input {
        /// The key of the item.
        item: String,
        /// The fingerprint of what is seen of it.
        seen: Option<String>,
    },
    /// Another field of an answer.
    Field {
        /// Which.
        field: Field,
        /// The key of the item that it is about, if it is about one.
        item: Option<String>,
        /// It may not stay empty.
        required: bool,
    },
    /// Something that no answer holds; the fields of a paper are counted, from 1.
    Other(usize),
}

/// A decision that a form asks about.
#[derive(Debug)]
pub struct Decision {
    /// The key of the item.
    pub item: String,
    /// The number of the item.
    pub point: String,
    /// Its own number, from 1.
    pub number: u16,
    /// The fingerprint of its words.
    pub seen: String,
    /// What is to be done with the item.
    pub treatment: Option<Treatment>,
    /// The fingerprint of what its choices are called, where a template of a dossier calls them otherwise.
    pub named: Option<String>,
    /// Its words.
    pub words: Line,
    /// What is asked, in its order.
    pub asked: Vec<Asked>,
}

/// What is asked about a decision.
#[derive(Debug)]
pub enum Asked {
    /// One of these.
    Choices(Vec<Choice>),
    /// Why.
    Reason {
        /// What it is called.
        label: Line,
        /// Whether it has the mark by which it is known in a text.
        marked: bool,
    },
    /// Nothing: words in between.
    Block(Block),
}

/// A choice.
#[derive(Debug)]
pub struct Choice {
    /// What it means.
    pub support: Option<Support>,
    /// What it says.
    pub words: Line,
}

/// The form that a paragraph says that the paper is.
pub(super) fn form(node: Node<'_>) -> Option<Form> {
    let Mark::Form { meeting, party } = own_mark(node)? else { return None };
    Some(Form { meeting, party, ..Form::default() })
}

impl<'a> Builder<'a, '_> {
    /// In the head of a form: the line that says what it is about, which is no text, and one tick for all.
    pub(super) fn of_the_form(&mut self, node: Node<'a>) -> bool {
        if self.form.is_none() {
            return false;
        }
        let words = node.first_child().and_then(comrak::arena_tree::Node::first_child);
        if let Some(words) = words.filter(|words| own_mark(words) == Some(Mark::Everything)) {
            take_marks(words);
            let everything = Some(self.inlines(words));
            self.form.as_mut().into_iter().for_each(|form| form.everything.clone_from(&everything));
            return true;
        }
        form(node).is_some()
    }

    /// The paragraph that ends a form is no text of it.
    pub(super) fn ends_the_form(&mut self, node: Node<'a>) -> bool {
        let Some(form) = self.form.as_mut().filter(|_| own_mark(node) == Some(Mark::End)) else { return false };
        form.ends = true;
        true
    }

    /// A paragraph that ends in a line to fill in is a field with its label.
    pub(super) fn blank(&mut self, node: Node<'a>) -> Option<Blank> {
        if self.user || !self.ends_in_a_line(node) {
            return None;
        }
        let mark = own_mark(node).filter(|_| self.form.is_some());
        self.blanks += 1;
        self.about = match &mark {
            Some(Mark::Item { item, .. }) => Some(item.clone()),
            Some(Mark::Field(field)) if field.scope() == Scope::Item => self.about.take(),
            _ => None,
        };
        let asks = match mark {
            Some(Mark::Item { item, seen }) => Asks::Input { item, seen },
            Some(Mark::Field(field)) if field.scope() != Scope::Decision && field.holds() != Holds::Tick => {
                let required = field == Field::AgreedWith && self.roles.of(node) != Some(Role::Optional);
                Asks::Field { field, item: self.about.clone(), required }
            }
            _ => Asks::Other(self.blanks),
        };
        Some(Blank { label: self.label(node), asks })
    }

    fn label(&self, node: Node<'a>) -> Line {
        take_marks(node);
        let mut label = self.inlines(node);
        trim::label(&mut label);
        label
    }

    /// Whether the line of the template in which a paragraph ends, ends in a line to fill in.
    fn ends_in_a_line(&self, node: Node<'a>) -> bool {
        let end = node.data().sourcepos.end.line;
        let line = end.checked_sub(1).and_then(|at| self.lines.get(at)).copied().unwrap_or_default();
        matches!(node.data().value, V::Paragraph) && line.trim_end().ends_with(LINE)
    }

    /// The box below the input of an item: it must be named.
    pub(super) fn name_it(&self, is_task: bool, words: Node<'a>) -> Option<Tick> {
        let about = self.about.clone().filter(|_| is_task && !self.user)?;
        take_marks(words);
        Some(Tick::NameIt(about))
    }

    /// The decisions that a consultation asks about: per decision a group of choices.
    pub(super) fn decisions(&mut self, list: Node<'a>) -> Option<Vec<Decision>> {
        let is_list = matches!(&list.data().value, V::List(data) if data.list_type == ListType::Ordered);
        let is_decision = |item: Node<'a>| {
            let asked = item.first_child().filter(|first| matches!(first.data().value, V::Paragraph));
            let is_marked = asked.and_then(own_mark).is_some_and(|mark| matches!(mark, Mark::Decision { .. }));
            is_marked && item.children().skip(1).any(is_choices)
        };
        if !is_list || self.form.is_none() || !list.children().all(is_decision) {
            return None;
        }
        list.children().map(|item| self.decision(item)).collect()
    }

    fn decision(&mut self, item: Node<'a>) -> Option<Decision> {
        let asked = item.first_child()?;
        let Mark::Decision { item: key, number, words: seen, treatment, choices: named } = own_mark(asked)? else {
            return None;
        };
        take_marks(asked);
        let words = self.inlines(asked);
        let mut all = Vec::new();
        for node in item.children().skip(1) {
            if is_choices(node) {
                all.push(Asked::Choices(self.choices(node)));
            } else if self.ends_in_a_line(node) {
                let marked = own_mark(node) == Some(Mark::Field(Field::Reason));
                all.push(Asked::Reason { label: self.label(node), marked });
            } else {
                let mut blocks = Vec::new();
                self.block(node, &mut blocks);
                all.extend(blocks.into_iter().map(Asked::Block));
            }
        }
        Some(Decision { item: key, point: self.point.clone(), number, seen, treatment, named, words, asked: all })
    }

    fn choices(&self, list: Node<'a>) -> Vec<Choice> {
        let words = list.children().filter_map(comrak::arena_tree::Node::first_child);
        let support = |words| self.roles.of(words).and_then(Role::support);
        words.map(|words| Choice { support: support(words), words: self.inlines(words) }).collect()
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
    root.children().filter(|node| outline::level(node).is_some()).for_each(take_marks);
}

/// Takes the marks out of what is a text.
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

fn is_choices(node: Node<'_>) -> bool {
    let mut items = node.children();
    matches!(node.data().value, V::List(_)) && items.all(|item| matches!(item.data().value, V::TaskItem(_)))
}
