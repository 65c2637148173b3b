//! What was asked and ticked, as answers.

use super::super::super::lines::plain;
use super::super::super::{Asked, Returned, ReturnedAnswer, ReturnedItem};
use super::{Asking, Field, Reader};
use crate::finding::{Finding, form as faults};
use crate::model::Support;
use crate::source::{Span, Spanned};
use crate::{dutch, fingerprint};

impl Reader<'_> {
    /// Puts what was typed in its place.
    pub(super) fn close(&mut self) {
        let Some((field, lines)) = self.field.take() else { return };
        let mut filled = lines.iter().filter(|(line, _)| !line.is_empty());
        let first = filled.next();
        let range = first.or(lines.first()).map_or(0..0, |(_, range)| range.clone());
        let together = |between: &str| lines.iter().map(|(line, _)| undotted(line)).collect::<Vec<_>>().join(between);
        let typed = match field {
            Field::Input | Field::General => together("\n").trim().to_owned(),
            Field::By | Field::AgreedWith | Field::Date => {
                filled.for_each(|(_, stray)| self.beside(stray));
                first.map(|(line, _)| undotted(line).to_owned()).unwrap_or_default()
            }
            Field::Reason => together(" ").split_whitespace().collect::<Vec<_>>().join(" "),
        };
        if typed.is_empty() {
            return;
        }
        match field {
            Field::Reason => {
                if let Some(asking) = self.asked.last_mut() {
                    asking.reason = Some(asking.reason.take().map_or(typed.clone(), |more| format!("{more} {typed}")));
                }
            }
            Field::Input => {
                if let Some(item) = self.returned.items.last_mut() {
                    item.input = Some(typed);
                }
            }
            Field::General => self.returned.general = Some(typed),
            Field::By => self.returned.by = Some(typed),
            Field::AgreedWith => self.returned.agreed_with = Some(typed),
            Field::Date => {
                self.returned.date = dutch::read_date(&typed);
                if self.returned.date.is_none() {
                    let message = format!("Dit is geen datum: {typed}");
                    let hint = "schrijf bijvoorbeeld 2 oktober 2025";
                    self.findings
                        .push(Finding::new(&faults::WRONG_DATE, Span::new(self.file, &range), message).hint(hint));
                }
            }
        }
    }

    /// The answers, in the order of the form.
    pub(super) fn finish(mut self) -> Returned {
        for asking in std::mem::take(&mut self.asked) {
            let Some((support, span)) = self.answer(&asking) else { continue };
            let words = words_of(&asking);
            let answer = ReturnedAnswer {
                number: asking.number,
                asked: Asked::Print(asking.print, words),
                support,
                reason: asking.reason,
                span,
            };
            self.answered(&asking.item, asking.span, answer);
        }
        self.returned.items.retain(|item| item.input.is_some() || !item.answers.is_empty());
        self.returned
    }

    /// Adds an answer to its item, without changing the order of the items.
    fn answered(&mut self, key: &str, span: Span, answer: ReturnedAnswer) {
        let items = &mut self.returned.items;
        if let Some(item) = items.iter_mut().find(|item| item.key.value == key) {
            return item.answers.push(answer);
        }
        let key = Spanned::new(key.to_owned(), span);
        items.push(ReturnedItem { key, seen: None, input: None, name_it: false, answers: vec![answer] });
    }

    fn answer(&mut self, asking: &Asking) -> Option<(Support, Span)> {
        let mut ticks = asking.ticks.iter();
        let first = ticks.next();
        if let (Some((_, first)), Some((_, second))) = (first, ticks.next()) {
            let message = "Bij dit gevraagde besluit zijn twee antwoorden aangekruist.";
            let finding = Finding::new(&faults::TWO_TICKS, *second, message).label(*first, "dit is ook aangekruist");
            self.findings.push(finding.hint("vraag welk van de twee geldt"));
            return None;
        }
        let (all, span) = self.all;
        match first {
            Some((support, tick)) if all && *support != Support::Yes => {
                let message = "Akkoord met alles is aangekruist, en hier een ander antwoord.";
                let finding = Finding::new(&faults::CONTRADICTION, *tick, message).label(span, "akkoord met alles");
                self.findings.push(finding.hint("vraag welk van de twee geldt"));
                None
            }
            None if all => Some((Support::Yes, span)),
            first => first.copied(),
        }
    }
}

/// The words of the question, where they are still the ones of the mark: as Markdown, or as they stand.
fn words_of(asking: &Asking) -> Option<String> {
    let behind = |words: &str| words.split_once(". ").map(|(_, rest)| rest.trim().to_owned());
    let whole = [plain(&asking.words), asking.words.trim().to_owned()];
    let parts: Vec<String> = whole.iter().filter_map(|words| behind(words)).collect();
    whole.into_iter().chain(parts).find(|words| fingerprint::words(words) == asking.print)
}

/// Without the dot that a copied form puts before words that would look like a part of it: `· [x] this`.
fn undotted(line: &str) -> &str {
    let words = line.strip_prefix("· ").filter(|words| words.starts_with(['|', '>', '[', '-', '=', '*']));
    words.unwrap_or(line)
}
