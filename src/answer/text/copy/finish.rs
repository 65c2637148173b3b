//! What was asked and ticked, as answers.

use std::ops::Range;

use super::super::super::known::{Reads, unnumbered};
use super::super::super::lines::{holds_box, plain};
use super::super::super::{Asked, ReturnedAnswer, ReturnedItem};
use super::at_odds::foreign;
use super::label::without_form;
use super::{Asking, Copy, Filling, Reader, Typed};
use crate::answer::faults;
use crate::finding::Finding;
use crate::model::Support;
use crate::model::reply::{Field, Filled as _, Holds, Scope};
use crate::source::{Span, Spanned};
use crate::{dutch, fingerprint};

/// So many words at most stand before a question: its number.
const BEFORE: usize = 4;
/// A line that a program broke is as long, at least.
const BROKEN: usize = 50;
/// So many words are compared in one form to find what was added to its questions; then only whole questions are known.
const EFFORT: usize = 1_000_000;
/// In a longer question nothing that was added is looked for.
const WORDS: usize = 150;

impl Reader<'_> {
    /// Puts what was typed in its place. `label` is what stands before the mark of the next field, in older forms.
    pub(super) fn close(&mut self, label: Option<&str>) {
        let Some(mut field) = self.field.take() else { return };
        if field.labelled {
            self.take_label(&mut field);
        }
        if let Some(before) = label {
            self.drop_label(&mut field, before);
        }
        without_form(&mut field.lines, self.known);
        if field.is_line() {
            return self.close_line(&field);
        }
        let lines = field.lines.iter().map(|(line, _)| undotted(line));
        let typed = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
        if typed.is_empty() {
            return;
        }
        self.put(field.field, typed);
    }

    /// Puts a text in its field, of what was named last.
    fn put(&mut self, field: Field, text: String) {
        let text = match field.holds() {
            Holds::Words => text.split_whitespace().collect::<Vec<_>>().join(" "),
            _ => text,
        };
        match field.scope() {
            Scope::Whole => self.returned.whole.put(field, &text),
            Scope::Item => {
                if let Some(item) = self.returned.items.last_mut() {
                    item.remarks.put(field, &text);
                }
            }
            Scope::Decision => {
                if let Some(asking) = self.asked.last_mut() {
                    asking.reason = Some(asking.reason.take().map_or(text.clone(), |more| format!("{more} {text}")));
                }
            }
        }
    }

    /// A field of one line: its first words, also where a program broke them. What stands further on is beside it.
    fn close_line(&mut self, field: &Filling) {
        let is_blank = |(line, _): &&Typed| line.trim().is_empty();
        let start = field.lines.iter().take_while(is_blank).count();
        let mut used = self.one_line(&field.lines[start..]);
        let filled = field.lines[start..start + used].iter().filter(|line| !is_blank(line));
        let Some((first, range)) = filled.clone().next() else { return };
        let mut typed = filled.map(|(line, _)| undotted(line.trim())).collect::<Vec<_>>().join(" ");
        if field.field.holds() == Holds::Day {
            self.returned.date = dutch::read_date(&typed);
            if self.returned.date.is_none() && dutch::read_date(first.trim()).is_some() {
                (typed, used) = (first.trim().to_owned(), 1);
                self.returned.date = dutch::read_date(&typed);
            }
            if self.returned.date.is_none() {
                let message = format!("Dit is geen datum: {typed}");
                let finding = Finding::new(&faults::WRONG_DATE, Span::new(self.file, range), message);
                self.findings.push(finding.hint("schrijf bijvoorbeeld 2 oktober 2025"));
            }
        } else {
            self.put(field.field, typed);
        }
        self.aside(&field.lines[start + used..]);
    }

    /// How many lines belong to one: until an empty line, or where a program put one below every line, until a line that
    /// it did not break.
    fn one_line(&self, lines: &[Typed]) -> usize {
        let is_blank = |at: usize| lines.get(at).is_none_or(|(line, _)| line.trim().is_empty());
        let mut used = 0;
        loop {
            while !is_blank(used) {
                used += 1;
            }
            let was_broken = used > 0 && lines[used - 1].1.len() >= BROKEN;
            if !self.doubled || !was_broken || is_blank(used + 1) {
                return used;
            }
            used += 1;
        }
    }

    /// The answers, in the order of the form.
    pub(super) fn finish(mut self) -> Copy {
        for asking in std::mem::take(&mut self.asked) {
            let words = self.asked_words(&asking);
            let Some((support, span)) = self.answer(&asking) else { continue };
            let answer = ReturnedAnswer {
                number: asking.number,
                asked: Asked::Print(asking.print, words),
                treatment: asking.treatment,
                support,
                reason: asking.reason,
                span,
            };
            self.answered(&asking.item, asking.span, answer);
        }
        self.input_beside_all();
        self.returned.items.retain(|item| !item.is_empty());
        Copy { returned: self.returned, findings: self.findings, beside: self.beside }
    }

    /// Adds an answer to its item, without changing the order of the items.
    fn answered(&mut self, key: &str, span: Span, answer: ReturnedAnswer) {
        let items = &mut self.returned.items;
        if let Some(item) = items.iter_mut().find(|item| item.key.value == key) {
            return item.answers.push(answer);
        }
        let key = Spanned::new(key.to_owned(), span);
        items.push(ReturnedItem { answers: vec![answer], ..ReturnedItem::new(key) });
    }

    fn answer(&mut self, asking: &Asking) -> Option<(Support, Span)> {
        if let Some((words, place)) = asking.unboxed(self.known).filter(|_| !asking.unclear) {
            let message = format!("Bij dit antwoord staat geen vakje van het formulier: {}", words.trim());
            let hint = "vraag welk van de vier antwoorden is bedoeld";
            self.findings.push(Finding::new(&faults::UNCLEAR, place, message).hint(hint));
            return None;
        }
        let mut ticks = asking.ticks.iter();
        let first = ticks.next();
        if let (Some((_, first)), Some((_, second))) = (first, ticks.next()) {
            let message = "Bij dit gevraagde besluit zijn twee antwoorden aangekruist.";
            let finding = Finding::new(&faults::TWO_TICKS, *second, message).label(*first, "dit is ook aangekruist");
            self.findings.push(finding.hint("vraag welk van de twee geldt"));
            return None;
        }
        if let (Some((_, tick)), Some((name, asked)), false) = (first, asking.foreign(self.known), asking.unclear) {
            self.findings.push(foreign(name, asked, *tick));
            return None;
        }
        let doubt = asking.doubt(self.all.is_some()).filter(|_| !asking.unclear);
        if let Some((_, words, place)) = doubt {
            let message = format!("Naast een vakje zonder kruisje staat: {words}");
            let finding = Finding::new(&faults::UNCLEAR, *place, message);
            let other = first.map(|(_, span)| (*span, "dit is aangekruist"));
            let other = other.or(self.all.map(|span| (span, "akkoord met alles")));
            let finding = other.into_iter().fold(finding, |finding, (span, label)| finding.label(span, label));
            self.findings.push(finding.hint("vraag welk van de vier antwoorden is bedoeld"));
            return None;
        }
        match (first, self.all) {
            (Some((support, tick)), Some(span)) if *support != Support::Yes => {
                let message = "Akkoord met alles is aangekruist, en hier een ander antwoord.";
                let finding = Finding::new(&faults::CONTRADICTION, *tick, message).label(span, "akkoord met alles");
                self.findings.push(finding.hint("vraag welk van de twee geldt"));
                None
            }
            (None, Some(span)) => Some((Support::Yes, span)),
            (first, _) => {
                if let (None, false, Some(reason)) = (first, asking.unclear, &asking.reason) {
                    let message = format!("Er staat een reden bij een besluit zonder kruisje: {reason}");
                    let finding = Finding::new(&faults::UNCLEAR, asking.span, message);
                    self.findings.push(finding.hint("vraag welk van de vier antwoorden is bedoeld"));
                }
                first.copied()
            }
        }
    }

    /// The words of the question, where they are still the ones of the mark. What somebody added to them is kept.
    fn asked_words(&mut self, asking: &Asking) -> Option<String> {
        let said: Vec<&str> = asking.question.iter().map(|(line, _)| line.as_str()).collect();
        let said = said.join(" ");
        let range = asking.question.first().map(|(_, range)| range.clone());
        let found = [plain(&said), said.trim().to_owned()].into_iter().find_map(|words| {
            let (start, end, tokens) = place_of(&words, &asking.print, &mut self.effort)?;
            let part = |from: usize, to: usize| tokens[from..to].join(" ");
            Some((part(start, end), part(0, start), part(end, tokens.len())))
        });
        let Some(range) = range else { return found.map(|(words, _, _)| words) };
        let own = found.as_ref().map_or("", |(words, _, _)| words);
        if self.is_other(asking, &said, own, &range) {
            return None;
        }
        let (words, before, after) = found?;
        let end = asking.question.last().map_or(range.clone(), |(_, range)| range.clone());
        self.added_to_question(&unnumbered(&before), &range);
        self.added_to_question(&after, &end);
        Some(words)
    }

    /// Whether what stands at the place of a question is not that question as it was asked, which is said. `own` is what of it
    /// is the question of the mark.
    fn is_other(&mut self, asking: &Asking, said: &str, own: &str, range: &Range<usize>) -> bool {
        let reads = self.known.reads(&asking.print, said);
        // a box that is struck through is said as such
        let mut asks =
            asking.question.iter().map(|(line, _)| line).take_while(|line| !holds_box(line, &self.known.choices));
        let (message, hint) =
            if !is_struck(own) && !self.known.has_strikes(&asking.print) && asks.any(|line| is_struck(line)) {
                (
                    format!("De vraag bij dit besluit is doorgehaald, helemaal of voor een deel: {said}"),
                    "vraag wat hiermee is bedoeld",
                )
            } else if reads == Reads::AsAnother {
                let message = format!("Bij dit kenmerk staat de vraag van een ander besluit: {said}");
                (message, "vraag op welk besluit is geantwoord, of vraag het formulier opnieuw")
            } else if !own.is_empty() {
                return false;
            } else if holds_box(said, &self.known.choices) {
                self.joined(said, Span::new(self.file, range));
                return true;
            } else if reads == Reads::Otherwise && !self.known.is_empty() {
                let message = format!("De vraag bij dit besluit luidt anders dan zij is gesteld: {said}");
                (message, "vraag waarop is geantwoord")
            } else {
                return false;
            };
        self.findings.push(Finding::new(&faults::UNCLEAR, Span::new(self.file, range), message).hint(hint));
        true
    }

    /// What somebody added to a question is kept; a box in it belongs to nobody knows what.
    fn added_to_question(&mut self, words: &str, place: &Range<usize>) {
        if holds_box(words, &self.known.choices) {
            self.joined(words, Span::new(self.file, place));
        } else if !words.is_empty() {
            self.beside.end();
            self.beside.add(words, place);
        }
    }
}

/// Whether words are struck through, also with signs that strike a letter each.
fn is_struck(words: &str) -> bool {
    let ends = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '~').ends_with('~');
    let tokens = words.split_whitespace().filter(|word| *word != "~");
    let between = tokens.skip_while(|word| !word.starts_with('~')).any(ends);
    between || words.contains("~~") || words.contains(['\u{335}', '\u{336}', '\u{337}', '\u{338}'])
}

/// Where the words with a fingerprint stand in others: from which to which, and all of them.
fn place_of<'a>(words: &'a str, print: &str, effort: &mut usize) -> Option<(usize, usize, Vec<&'a str>)> {
    let tokens: Vec<&str> = words.split_whitespace().collect();
    let starts = 0..=tokens.len().min(BEFORE);
    // mostly nothing was added behind it
    let whole = starts.clone().map(|start| (start, tokens.len()));
    let ends = || (1..tokens.len()).rev().filter(|_| tokens.len() <= WORDS);
    let parts = starts.flat_map(|start| ends().filter(move |end| *end > start).map(move |end| (start, end)));
    let mut places = whole.chain(parts);
    let mut may_be = |(start, end): &(usize, usize)| {
        *effort = effort.saturating_add(end - start);
        *effort < EFFORT || *end == tokens.len()
    };
    let (start, end) = places
        .find(|(start, end)| may_be(&(*start, *end)) && fingerprint::words(&tokens[*start..*end].join(" ")) == print)?;
    Some((start, end, tokens))
}

/// Without the dot that a copied form once put before words that would look like a part of it: `· [x] this`.
fn undotted(line: &str) -> &str {
    let words = line.strip_prefix("· ").filter(|words| words.starts_with(['|', '>', '[', '-', '=', '*']));
    words.unwrap_or(line)
}
