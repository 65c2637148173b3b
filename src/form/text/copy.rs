//! One copy of a form in a text: from its head to its end.

mod finish;

use std::ops::Range;

use super::super::lines::{Known, Line, Tick, plain};
use super::super::{CHOICES, Mark, Returned, ReturnedItem};
use crate::finding::{Finding, form as faults};
use crate::fingerprint;
use crate::model::{Channel, Support};
use crate::source::{FileId, Span, Spanned};

/// Reads the lines from a head on.
pub fn read(
    file: FileId,
    lines: &[Line],
    known: &Known,
    channel: Channel,
    findings: &mut Vec<Finding>,
) -> Option<Returned> {
    let (first, rest) = lines.split_first()?;
    let Some(Mark::Form { meeting, party }) = first.mark()?.mark else { return None };
    let span = Span::new(file, &first.range);
    let returned = Returned {
        meeting: Spanned::new(meeting, span),
        party: Spanned::new(party, span),
        date: None,
        time: None,
        by: None,
        agreed_with: None,
        channel,
        noted_by: None,
        general: None,
        items: Vec::new(),
        span,
    };
    let all = (false, span);
    let mut reader =
        Reader { file, known, findings, returned, place: Place::Above, all, asked: Vec::new(), field: None };
    for line in rest {
        if reader.line(line) {
            break;
        }
    }
    reader.close();
    Some(reader.finish())
}

/// A requested decision under way.
struct Asking {
    item: String,
    number: u16,
    print: String,
    /// The words of the question, until the first box.
    words: String,
    boxes: bool,
    ticks: Vec<(Support, Span)>,
    /// What stands behind a ticked box, and at the line for a reason.
    reason: Option<String>,
    span: Span,
}

/// What the lines belong to now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Above,
    Decision,
    Item,
    Elsewhere,
}

/// Where typed words go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Reason,
    Input,
    General,
    By,
    AgreedWith,
    Date,
}

/// A line of what was typed, and where it stands.
type Typed = (String, Range<usize>);

struct Reader<'a> {
    file: FileId,
    known: &'a Known,
    findings: &'a mut Vec<Finding>,
    returned: Returned,
    place: Place,
    /// Whether all was agreed with one tick, and where.
    all: (bool, Span),
    asked: Vec<Asking>,
    field: Option<(Field, Vec<Typed>)>,
}

impl Reader<'_> {
    /// Takes one line; says whether the form ends with it.
    fn line(&mut self, line: &Line) -> bool {
        // the explanation of an item stands in a mail behind such lines: nothing in it is an answer
        if line.said.starts_with('|') {
            self.close();
            return false;
        }
        if let Some(found) = line.mark() {
            self.close();
            let (before, after) = line.around(&found.range);
            return match found.mark {
                Some(Mark::End) => true,
                Some(mark) => {
                    self.mark(mark, line, &before, after);
                    false
                }
                None => {
                    let message = format!("Het kenmerk {} is veranderd.", &line.said[found.range]);
                    let hint = "vraag het formulier opnieuw, of herstel het kenmerk uit het verzonden formulier";
                    self.report(&faults::DAMAGED, line, message, hint);
                    false
                }
            };
        }
        if let Some(tick) = line.tick() {
            self.close();
            self.tick(&tick, line);
        } else if let Some(reason) = line.reason().filter(|_| self.place == Place::Decision) {
            self.close();
            self.field = Some((Field::Reason, vec![(reason, line.range.clone())]));
        } else if line.is_rule() || self.field.is_some() && self.known.is_line(&line.said) {
            self.close();
            self.place = if self.place == Place::Item { Place::Above } else { self.place };
        } else if let Some((_, typed)) = &mut self.field {
            typed.push((line.said.clone(), line.range.clone()));
        } else {
            self.words(line);
        }
        false
    }

    fn mark(&mut self, mark: Mark, line: &Line, before: &str, after: String) {
        let span = Span::new(self.file, &line.range);
        let field = match mark {
            Mark::Decision { item, number, words } => {
                self.place = Place::Decision;
                let (before, ticks) = (before.to_owned() + " " + &after, Vec::new());
                let asking =
                    Asking { item, number, print: words, words: before, boxes: false, ticks, reason: None, span };
                return self.asked.push(asking);
            }
            Mark::Everything => {
                if let Some(Tick { ticked: Some(true), .. }) = line.tick() {
                    self.all = (true, span);
                }
                return;
            }
            Mark::Item { item, seen } => {
                self.place = Place::Item;
                let seen = seen.map(|digits| fingerprint::from_digits(&digits));
                self.item(&item, span).seen = seen;
                Field::Input
            }
            Mark::General => Field::General,
            Mark::By => Field::By,
            Mark::AgreedWith => Field::AgreedWith,
            Mark::Date => Field::Date,
            Mark::Form { .. } | Mark::End => return,
        };
        if field != Field::Input {
            self.place = Place::Elsewhere;
        }
        self.field = Some((field, vec![(after, line.range.clone())]));
    }

    /// The item with this key, made when it is new. The last one that was named comes last.
    fn item(&mut self, key: &str, span: Span) -> &mut ReturnedItem {
        let items = &mut self.returned.items;
        let at = items.iter().position(|item| item.key.value == key).unwrap_or_else(|| {
            let key = Spanned::new(key.to_owned(), span);
            items.push(ReturnedItem { key, seen: None, input: None, name_it: false, answers: Vec::new() });
            items.len() - 1
        });
        let item = items.remove(at);
        items.push(item);
        let last = items.len() - 1;
        &mut items[last]
    }

    fn tick(&mut self, tick: &Tick, line: &Line) {
        let label = plain(&tick.label).to_lowercase();
        let Some(ticked) = tick.ticked else {
            let message = format!("Wat tussen de haken staat, is geen kruisje: {}", line.said);
            return self.report(&faults::UNCLEAR, line, message, "vraag wat hiermee is bedoeld");
        };
        match self.place {
            Place::Decision => self.choice(ticked, &label, tick, line),
            Place::Item if label.starts_with("benoemen") => {
                if let Some(item) = self.returned.items.last_mut() {
                    item.name_it |= ticked;
                }
            }
            _ if ticked && !self.known.is_empty() && !self.known.holds(&tick.label) => self.beside(&line.range),
            _ => {}
        }
    }

    fn choice(&mut self, ticked: bool, label: &str, tick: &Tick, line: &Line) {
        let Some((words, support)) = CHOICES.iter().find(|(words, _)| label.starts_with(words)) else {
            if ticked {
                let message = format!("Dit antwoord staat niet in het formulier: {}", tick.label);
                self.report(&faults::UNCLEAR, line, message, "vraag welk van de vier antwoorden is bedoeld");
            }
            return;
        };
        let span = Span::new(self.file, &line.range);
        let Some(asking) = self.asked.last_mut() else { return };
        asking.boxes = true;
        if !ticked {
            return;
        }
        asking.ticks.push((*support, span));
        let more: String = plain(&tick.label).chars().skip(words.chars().count()).collect();
        let more = more.trim_start_matches([' ', ',', ':', ';', '-', '–', '.']).trim();
        if more.is_empty() {
            return;
        }
        if *support == Support::Yes {
            let message = format!("Achter Gedragen staat nog iets: {more}");
            self.report(&faults::UNCLEAR, line, message, "vraag of dit een voorbehoud is, of inbreng");
        } else {
            asking.reason = Some(more.to_owned());
        }
    }

    /// Words outside a field: of the question, of the form, or an answer at a place where none is asked.
    fn words(&mut self, line: &Line) {
        if line.said.is_empty() {
            return;
        }
        // the box to have input named stands right below the input
        if self.place == Place::Item {
            self.place = Place::Above;
        }
        if self.place == Place::Decision
            && let Some(asking) = self.asked.last_mut()
        {
            if !asking.boxes {
                asking.words.push(' ');
                asking.words.push_str(&line.said);
                return;
            }
            if self.known.holds(&line.said) {
                return;
            }
            let message = format!("Onder de vakjes staat: {}", line.said);
            let hint = "vraag welk van de vier antwoorden is bedoeld, en zet daar een kruisje";
            return self.report(&faults::UNCLEAR, line, message, hint);
        }
        // without the form as it was sent nobody can tell
        if !self.known.is_empty() && !self.known.holds(&line.said) {
            self.beside(&line.range);
        }
    }

    fn beside(&mut self, place: &Range<usize>) {
        let message = "Deze tekst hoort bij geen vraag, en is niet overgenomen.";
        let hint = "zet haar achter Reden of Inbreng als zij bij het antwoord hoort";
        self.findings.push(Finding::new(&faults::BESIDE, Span::new(self.file, place), message).hint(hint));
    }

    fn report(&mut self, fault: &'static crate::finding::Fault, line: &Line, message: String, hint: &str) {
        let span = Span::new(self.file, &line.range);
        self.findings.push(Finding::new(fault, span, message).hint(hint));
    }
}
