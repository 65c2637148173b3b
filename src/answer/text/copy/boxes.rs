//! Boxes of a form: what is ticked, and what was added to it.

use super::super::super::known::{Follow, Known};
use super::super::super::lines::{Line, Tick, holds_box, plain, tick};
use super::super::furniture::is_courtesy;
use super::{Asking, Field, Place, Reader};
use crate::answer::faults;
use crate::dutch;
use crate::finding::Finding;
use crate::model::Support;
use crate::model::reply::Filled as _;
use crate::source::Span;

/// What may stand between a label and what was added to it.
const BETWEEN: [char; 9] = [' ', ',', ':', ';', '-', '–', '.', '…', '('];

/// A box that a mark announces.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Awaited {
    Everything,
    Tick(Field),
}

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

    /// The box of an input whose mark a program put in a next line: its words are no input.
    pub(super) fn broken_box(&mut self, before: &str) -> Option<String> {
        let field = self.field.as_mut().filter(|field| field.field == Field::Input)?;
        let last = field.lines.iter().rposition(|(line, _)| tick(line).is_some())?;
        let words = field.lines[last..].iter().map(|(line, _)| line.trim()).chain([before]);
        let words = words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
        let is_box = tick(&words).is_some_and(|tick| names_it(&tick.label));
        is_box.then(|| field.lines.truncate(last))?;
        Some(words)
    }

    pub(super) fn announced(&mut self, awaited: Awaited, tick: &Tick, line: &Line) {
        self.beside.end();
        self.label.clone_from(&tick.label);
        let Some(ticked) = self.clear(tick, line) else { return };
        let more = self.known.beyond(&tick.label).or_else(|| self.known.is_empty().then(String::new));
        match awaited {
            Awaited::Tick(field) => {
                if let Some(item) = self.returned.items.last_mut().filter(|_| ticked) {
                    item.remarks.tick(field);
                }
                self.added(more.as_deref().unwrap_or(&tick.label), line);
            }
            Awaited::Everything if ticked => {
                self.all = Some(Span::new(self.file, &line.range));
                let more = more.as_deref().map(|more| more.trim_start_matches(BETWEEN).trim_end().to_owned());
                match more {
                    Some(more) if is_courtesy(&more) => self.added(&more, line),
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
        let named = asking.choices.clone();
        self.label.clone_from(&tick.label);
        if holds_box(&tick.label, &self.known.choices) {
            return self.two_boxes(line);
        }
        asking.unclear |= tick.ticked.is_none();
        let Some(ticked) = self.clear(tick, line) else { return };
        let label = plain(&tick.label);
        let Some(choices) = self.known.choices_of(named.as_deref()) else {
            if ticked {
                self.is_unclear();
                let message = format!("De antwoorden heetten in dit formulier anders dan nu: {}", tick.label);
                let hint = "vraag het opnieuw, met het formulier van nu; of zet eerst de sjablonen van toen terug";
                self.report(&faults::UNCLEAR, line, message, hint);
            }
            return;
        };
        let Some((words, support)) = choices.chosen_by(&label) else {
            if ticked {
                self.is_unclear();
                let message = format!("Dit antwoord staat niet in het formulier: {}", tick.label);
                self.report(&faults::UNCLEAR, line, message, "vraag welk van de vier antwoorden is bedoeld");
            } else {
                let more = self.known.beyond(&label).unwrap_or_else(|| label.clone());
                let before = choices.ended(&label).map(|(support, before)| (Some(support), before));
                self.beside_empty(before.unwrap_or((None, &more)), &more, line);
            }
            return;
        };
        if let Some(asking) = self.asked.last_mut() {
            asking.named.push((words.to_owned(), ticked));
        }
        let more: String = label.chars().skip(words.chars().count()).collect();
        let more = more.trim_start_matches(BETWEEN).trim_end().to_owned();
        if ticked {
            self.chosen((words, support), &more, line);
        } else {
            self.beside_empty((Some(support), &more), &more, line);
        }
    }

    /// Words beside a box that is not ticked; what was added to its choice may be a tick.
    fn beside_empty(&mut self, (support, added): (Option<Support>, &str), words: &str, line: &Line) {
        let added = added.trim_start_matches(BETWEEN).trim_end_matches([' ', '|', '*', '_', '`']);
        // who strikes a choice out says that it is not the one
        if let Some(asking) = self.asked.last_mut().filter(|_| !added.is_empty() && !words.contains("~~")) {
            asking.nearby.push((support, added.to_owned(), Span::new(self.file, &line.range)));
        }
        self.added(words, line);
    }

    fn chosen(&mut self, (label, support): (&str, Support), more: &str, line: &Line) {
        let span = Span::new(self.file, &line.range);
        let Some(asking) = self.asked.last_mut() else { return };
        asking.ticks.push((support, span));
        if more.is_empty() {
            return;
        }
        if support == Support::Yes {
            let message = format!("Achter {} staat nog iets: {more}", dutch::capital(label));
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

/// Whether words beside a box are a tick that missed it: `x`, `<--`.
fn is_tick(words: &str) -> bool {
    let letters: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
    matches!(letters.to_lowercase().as_str(), "" | "x" | "xx" | "v" | "ja" | "deze" | "dit")
}

impl Asking {
    /// A choice that stands without a box of the form before the boxes: which box is whose cannot be told.
    /// The question itself, which is known, may read so.
    pub(super) fn unboxed(&self, known: &Known) -> Option<(&str, Span)> {
        let mark = self.question.first().map(|(_, range)| range);
        let own = |line: &str| !known.inside.holds(line, &mut Follow::default());
        let below = self.question.iter().filter(|(_, range)| Some(range) != mark);
        let found = below.into_iter().find(|(line, _)| known.choices.is_alone(line) && own(line));
        found.map(|(line, range)| (line.as_str(), Span::new(self.span.file, range)))
    }

    /// The words beside an empty box that say something else than what is ticked, here or with all at once, or may do so.
    pub(super) fn doubt(&self, all: bool) -> Option<&(Option<Support>, String, Span)> {
        let ticked = self.ticks.first().map(|(support, _)| *support);
        self.nearby.iter().find(|(support, words, _)| match ticked {
            None if all => *support != Some(Support::Yes) || !is_tick(words),
            None => is_tick(words),
            Some(ticked) => is_tick(words) && *support != Some(ticked),
        })
    }
}
