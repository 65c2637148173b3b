//! Boxes of a form: what is ticked, and what was added to it.

use super::super::super::CHOICES;
use super::super::super::lines::{Line, Tick, holds_box, plain, tick};
use super::{Awaited, Place, Reader};
use crate::finding::{Finding, form as faults};
use crate::model::Support;
use crate::source::Span;

/// What may stand between a label and what was added to it.
const BETWEEN: [char; 9] = [' ', ',', ':', ';', '-', '–', '.', '…', '('];

/// Words of a condition: who adds them does not simply agree.
const CONDITIONS: [&str; 22] = [
    "mits",
    "als",
    "indien",
    "tenzij",
    "behalve",
    "maar",
    "alleen",
    "voorwaarde",
    "voorbehoud",
    "uitgezonderd",
    "uitzondering",
    "niet",
    "wel",
    "zolang",
    "zodra",
    "pas",
    "eerst",
    "zonder",
    "wanneer",
    "mochten",
    "echter",
    "na",
];

/// The box below an input, in forms where it has no mark.
pub(super) fn names_it(label: &str) -> bool {
    let label = plain(label).to_lowercase();
    label == "benoemen" || label.starts_with("benoemen: noem deze")
}

impl Reader<'_> {
    /// A mark that announces a box, which stands in its line or in the next. The form goes on.
    pub(super) fn awaits(&mut self, awaited: Awaited, line: &Line, before: &str, after: &str) -> bool {
        self.place = Place::Elsewhere;
        match (tick(before), tick(after)) {
            (Some(mut tick), _) => {
                tick.label = format!("{} {after}", tick.label);
                self.announced(awaited, &tick, line);
            }
            (None, Some(tick)) => self.announced(awaited, &tick, line),
            (None, None) => {
                self.awaited = Some(awaited);
                self.of_the_form(line, before);
                self.of_the_form(line, after);
            }
        }
        false
    }

    pub(super) fn announced(&mut self, awaited: Awaited, tick: &Tick, line: &Line) {
        self.beside.end();
        self.label.clone_from(&tick.label);
        let Some(ticked) = self.clear(tick, line) else { return };
        let more = self.known.beyond(&tick.label).or_else(|| self.known.is_empty().then(String::new));
        match awaited {
            Awaited::NameIt => {
                if let Some(item) = self.returned.items.last_mut() {
                    item.name_it |= ticked;
                }
                self.added(more.as_deref().unwrap_or(&tick.label), line);
            }
            Awaited::Everything if ticked => {
                self.all = Some(Span::new(self.file, &line.range));
                let more = more.as_deref().map(|more| more.trim_start_matches(BETWEEN).trim_end().to_owned());
                match more {
                    Some(more) if !is_conditional(&more) => self.added(&more, line),
                    more => {
                        let message =
                            format!("Bij akkoord met alles staat nog iets: {}", more.unwrap_or(tick.label.clone()));
                        self.report(&faults::UNCLEAR, line, message, "vraag of dit een voorbehoud is, of inbreng");
                    }
                }
            }
            Awaited::Everything => self.added(more.as_deref().unwrap_or_default(), line),
        }
    }

    fn added(&mut self, more: &str, line: &Line) {
        let more = more.trim_start_matches(BETWEEN).trim_end();
        if !more.is_empty() {
            self.beside.add(more, &line.range);
            self.readable(line);
        }
    }

    /// Whether a box is ticked; nothing when that is not clear.
    fn clear(&mut self, tick: &Tick, line: &Line) -> Option<bool> {
        let ticked = tick.ticked;
        if ticked.is_none() {
            let message = format!("Wat tussen de haken staat, is geen kruisje: {}", line.said);
            self.report(&faults::UNCLEAR, line, message, "vraag wat hiermee is bedoeld");
        }
        ticked
    }

    pub(super) fn choice(&mut self, tick: &Tick, line: &Line) {
        let Some(asking) = self.asked.last_mut() else { return };
        asking.boxes = true;
        self.label.clone_from(&tick.label);
        if holds_box(&tick.label) {
            return self.two_boxes(line);
        }
        asking.unclear |= tick.ticked.is_none();
        let Some(ticked) = self.clear(tick, line) else { return };
        let label = plain(&tick.label);
        let lower = label.to_lowercase();
        let Some((words, support)) = CHOICES.iter().find(|(words, _)| lower.starts_with(words)) else {
            if ticked {
                self.is_unclear();
                let message = format!("Dit antwoord staat niet in het formulier: {}", tick.label);
                self.report(&faults::UNCLEAR, line, message, "vraag welk van de vier antwoorden is bedoeld");
            } else {
                self.added(&self.known.beyond(&label).unwrap_or_else(|| label.clone()), line);
            }
            return;
        };
        let more = self.known.beyond(&label).unwrap_or_else(|| label.chars().skip(words.chars().count()).collect());
        let more = more.trim_start_matches(BETWEEN).trim_end().to_owned();
        if ticked {
            self.chosen(*support, &more, line);
        } else {
            self.added(&more, line);
        }
    }

    fn chosen(&mut self, support: Support, more: &str, line: &Line) {
        let span = Span::new(self.file, &line.range);
        let Some(asking) = self.asked.last_mut() else { return };
        asking.ticks.push((support, span));
        if more.is_empty() {
            return;
        }
        if support == Support::Yes {
            let message = format!("Achter Gedragen staat nog iets: {more}");
            self.report(&faults::UNCLEAR, line, message, "vraag of dit een voorbehoud is, of inbreng");
        } else {
            asking.reason = Some(more.to_owned());
            self.readable(line);
        }
    }

    fn is_unclear(&mut self) {
        if let Some(asking) = self.asked.last_mut() {
            asking.unclear = true;
        }
    }

    /// More than one box, or a box behind a question, in one line: which words belong to which box cannot be told.
    fn two_boxes(&mut self, line: &Line) {
        self.is_unclear();
        self.joined(&line.said, Span::new(self.file, &line.range));
    }

    pub(super) fn joined(&mut self, said: &str, span: Span) {
        let message = if said.contains("~~") {
            format!("Hier is een vakje doorgehaald: {said}")
        } else {
            format!("Op deze regel zijn vakjes aan elkaar geraakt: {said}")
        };
        let hint = "vraag welk antwoord is bedoeld, en zet elk vakje weer op een eigen regel";
        self.findings.push(Finding::new(&faults::UNCLEAR, span, message).hint(hint));
    }
}

fn is_conditional(words: &str) -> bool {
    let lower = words.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|word| CONDITIONS.contains(&word))
}
