//! One copy of a form in a text: from its head to its end.

mod at_odds;
mod boxes;
mod finish;
mod heading;
mod label;
mod shape;
mod words;

use boxes::Awaited;
use std::collections::BTreeSet;
use std::ops::Range;

use super::super::beside::Beside;
use super::super::known::{Follow, Known};
use super::super::lines::{Line, tick};
use super::super::mark::Found;
use super::super::{Mark, Returned, ReturnedItem};
use crate::answer::faults;
use crate::finding::{Fault, Finding};
use crate::fingerprint;
use crate::model::reply::{Field, Holds, Scope, Whole};
use crate::model::{Channel, Support, Treatment};
use crate::source::{FileId, Span, Spanned};

/// What one copy of a form says.
pub(super) struct Copy {
    pub returned: Returned,
    pub findings: Vec<Finding>,
    pub beside: Beside,
}

/// Reads the lines from a head on; gives how many of them belong to the form.
pub(super) fn read(file: FileId, lines: &[Line], known: &Known, channel: Channel) -> Option<(Copy, usize)> {
    let first = lines.first()?;
    let found = first.mark()?;
    let Some(Mark::Form { meeting, party }) = found.mark.clone() else { return None };
    let span = Span::new(file, &first.range);
    let returned = Returned {
        meeting: Spanned::new(meeting, span),
        party: Spanned::new(party, span),
        date: None,
        time: None,
        channel,
        whole: Whole::default(),
        items: Vec::new(),
        saved: false,
        stored: false,
        span,
    };
    let names_it = |line: &Line| line.mark().is_some_and(|found| found.mark == Some(Mark::Field(Field::NameIt)));
    let mut reader = Reader {
        file,
        known,
        findings: Vec::new(),
        returned,
        place: Place::Elsewhere,
        all: None,
        asked: Vec::new(),
        field: None,
        awaited: None,
        label: String::new(),
        beside: Beside::default(),
        follow: Follow::default(),
        headings: heading::headings(lines, known),
        depth: shape::depth(lines),
        doubled: shape::is_doubled(lines),
        effort: 0,
        marked: lines.iter().any(names_it),
    };
    reader.one_mark(first);
    let (before, after) = first.around(&found.range);
    if first.marks().len() == 1 {
        // of a sentence that a program broke, the end stands beside the mark
        for words in [before, after].iter().filter(|words| !known.is_label(words)) {
            reader.of_the_form(first, words);
        }
    }
    let end = lines.iter().skip(1).position(|line| reader.line(line));
    reader.close(None);
    Some((reader.finish(), end.map_or(lines.len(), |at| at + 2)))
}

/// A requested decision under way.
struct Asking {
    item: String,
    number: u16,
    print: String,
    treatment: Option<Treatment>,
    /// The fingerprint of what its choices are called.
    choices: Option<String>,
    /// The lines of the question, until the first box.
    question: Vec<Typed>,
    boxes: bool,
    ticks: Vec<(Support, Span)>,
    /// What stands behind a ticked box, and at the line for a reason.
    reason: Option<String>,
    /// What the choices of its boxes are called, as far as they are known, and of the ticked one that it is.
    named: Vec<(String, bool)>,
    /// What stands beside a box that is not ticked: its choice, what was added to it, and where.
    nearby: Vec<(Option<Support>, String, Span)>,
    /// What is ticked is not clear, and that was said.
    unclear: bool,
    span: Span,
}

/// What the lines belong to now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Decision,
    Elsewhere,
    /// Behind a mark that is damaged: whose words they are, nobody knows.
    Nowhere,
}

/// A line of what was typed, and where it stands.
type Typed = (String, Range<usize>);

/// A field that is being filled.
struct Filling {
    field: Field,
    /// Its label comes first, behind the mark.
    labelled: bool,
    lines: Vec<Typed>,
}

impl Filling {
    /// Whether it is filled in on one line; a program may break that.
    fn is_line(&self) -> bool {
        matches!(self.field.holds(), Holds::Line | Holds::Day)
    }
}

struct Reader<'a> {
    file: FileId,
    known: &'a Known,
    findings: Vec<Finding>,
    returned: Returned,
    place: Place,
    /// Where all was agreed with one tick.
    all: Option<Span>,
    asked: Vec<Asking>,
    field: Option<Filling>,
    awaited: Option<Awaited>,
    /// The words behind the last box, which may go on.
    label: String,
    beside: Beside,
    follow: Follow,
    /// The lines of headings that are not known, by where they start.
    headings: BTreeSet<usize>,
    /// In how many quotations the form stands.
    depth: usize,
    /// A program put an empty line below every line.
    doubled: bool,
    /// How many words were compared with what was asked.
    effort: usize,
    /// The box below an input has a mark of its own.
    marked: bool,
}

impl Reader<'_> {
    /// Takes one line; says whether the form ends with it.
    fn line(&mut self, line: &Line) -> bool {
        if let Some(found) = line.mark() {
            return self.marked(line, &found);
        }
        if self.place == Place::Nowhere {
            return false;
        }
        if self.field.is_some() {
            self.typed(line);
            return false;
        }
        if line.said.is_empty() {
            self.beside.blank();
            return false;
        }
        let is_question = self.place == Place::Decision && !self.asked.last().is_some_and(|asking| asking.boxes);
        let tick = tick(&line.said);
        match (self.awaited.take(), tick) {
            (Some(awaited), Some(tick)) => self.announced(awaited, &tick, line),
            (None, Some(tick)) if self.place == Place::Decision => self.choice(&tick, line),
            _ if is_question => self.question(line),
            _ if self.place == Place::Decision => self.below_boxes(line),
            _ => self.of_the_form(line, &line.said.clone()),
        }
        false
    }

    fn marked(&mut self, line: &Line, found: &Found) -> bool {
        self.one_mark(line);
        let (before, after) = line.around(&found.range);
        let Some(mark) = found.mark.clone() else {
            self.close(None);
            let message = format!("Het kenmerk {} is veranderd.", &line.said[found.range.clone()]);
            let hint = "vraag het formulier opnieuw, of herstel het kenmerk uit het verzonden formulier";
            self.report(&faults::DAMAGED, line, message, hint);
            self.place = Place::Nowhere;
            return false;
        };
        let broken = if mark == Mark::Field(Field::NameIt) { self.broken_box(&before) } else { None };
        let before = broken.unwrap_or(before);
        // the label of a field stands behind its mark; in older forms it stands before the mark, and a colon behind
        let old = after.starts_with(':') || !before.is_empty();
        let is_field = !(mark.is_of_box() || matches!(mark, Mark::Decision { .. } | Mark::Onward));
        self.close(Some(before.as_str()).filter(|_| old && is_field));
        self.beside.end();
        self.awaited = None;
        if old && is_field && !self.known.is_label(&before) {
            self.of_the_form(line, &before);
        }
        if mark == Mark::End {
            let after = after.strip_prefix(':').unwrap_or(&after);
            // the rest of it may stand in the next line
            self.of_the_form(line, if self.known.is_label(after) { "" } else { after });
            return true;
        }
        let typed = if old { after.strip_prefix(':').unwrap_or(&after).trim().to_owned() } else { after.clone() };
        let span = Span::new(self.file, &line.range);
        if self.place == Place::Nowhere {
            self.place = Place::Elsewhere;
        }
        let field = match mark {
            Mark::Decision { item, number, words, treatment, choices } => {
                self.place = Place::Decision;
                let question = [before, after].into_iter().filter(|words| !words.is_empty());
                let question: Vec<Typed> = question.map(|words| (words, line.range.clone())).collect();
                let asking = Asking {
                    item,
                    number,
                    print: words,
                    treatment,
                    choices,
                    question,
                    boxes: false,
                    ticks: Vec::new(),
                    named: Vec::new(),
                    nearby: Vec::new(),
                    reason: None,
                    unclear: false,
                    span,
                };
                self.asked.push(asking);
                return false;
            }
            Mark::Everything => return self.awaits(Awaited::Everything, line, &before, &after),
            Mark::Item { item, seen } => {
                let seen = seen.map(|digits| fingerprint::from_digits(&digits).into());
                self.item(&item, span).remarks.fingerprint = seen;
                Field::Input
            }
            Mark::Field(field) if field.holds() == Holds::Tick => {
                return self.awaits(Awaited::Tick(field), line, &before, &after);
            }
            Mark::Field(field) => field,
            Mark::Onward | Mark::Form { .. } | Mark::End => {
                self.place = Place::Elsewhere;
                self.of_the_form(line, &before);
                self.of_the_form(line, &after);
                return false;
            }
        };
        if field.scope() != Scope::Decision {
            self.place = Place::Elsewhere;
        }
        self.readable(line);
        self.field = Some(Filling { field, labelled: !old, lines: vec![(typed, line.range.clone())] });
        false
    }

    /// Of two marks in one line it cannot be told what belongs to which.
    fn one_mark(&mut self, line: &Line) {
        if line.marks().len() > 1 {
            let message = "Op deze regel staan twee kenmerken: de regels van het formulier zijn aan elkaar geraakt.";
            let hint = "vraag het formulier opnieuw, of zet elk kenmerk weer op een eigen regel";
            self.report(&faults::UNCLEAR, line, message.to_owned(), hint);
        }
    }

    /// The item with this key, made when it is new. The last one that was named comes last.
    fn item(&mut self, key: &str, span: Span) -> &mut ReturnedItem {
        let items = &mut self.returned.items;
        let at = items.iter().position(|item| item.key.value == key).unwrap_or_else(|| {
            let key = Spanned::new(key.to_owned(), span);
            items.push(ReturnedItem::new(key));
            items.len() - 1
        });
        let item = items.remove(at);
        items.push(item);
        let last = items.len() - 1;
        &mut items[last]
    }

    fn report(&mut self, fault: &'static Fault, line: &Line, message: String, hint: &str) {
        let span = Span::new(self.file, &line.range);
        self.findings.push(Finding::new(fault, span, message).hint(hint));
    }
}
