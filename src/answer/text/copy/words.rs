//! Lines without a mark: typed in a field, of a question, of the form, or somebody's own.

use super::super::super::lines::{Line, tick};
use super::boxes::{self, Awaited};
use super::{Field, Filling, Reader};
use crate::answer::faults;

impl Reader<'_> {
    /// A line in a field. In older forms the box below an input has no mark, and ends it.
    pub(super) fn typed(&mut self, line: &Line) {
        let Some(filling) = &mut self.field else { return };
        if filling.field == Field::Input
            && !self.marked
            && let Some(tick) = tick(&line.said).filter(|tick| boxes::names_it(&tick.label))
        {
            self.close(None);
            return self.announced(Awaited::Tick(Field::NameIt), &tick, line);
        }
        filling.lines.push((line.typed(self.depth), line.range.clone()));
        self.readable(line);
    }

    pub(super) fn question(&mut self, line: &Line) {
        if let Some(asking) = self.asked.last_mut() {
            asking.question.push((line.said.clone(), line.range.clone()));
        }
    }

    /// Below the boxes of a decision nothing is typed but the reason, which older forms have without a mark.
    pub(super) fn below_boxes(&mut self, line: &Line) {
        if let Some(reason) = line.reason() {
            self.readable(line);
            self.field =
                Some(Filling { field: Field::Reason, labelled: false, lines: vec![(reason, line.range.clone())] });
        } else if !self.known.inside.holds(&line.said, &mut self.follow) && !line.is_rule() {
            let message = format!("Onder de vakjes staat: {}", line.said);
            let hint = "vraag welk van de vier antwoorden is bedoeld, en zet daar een kruisje";
            self.report(&faults::UNCLEAR, line, message, hint);
        }
    }

    /// Words outside the fields: of the form, or somebody's own.
    pub(super) fn of_the_form(&mut self, line: &Line, words: &str) {
        // the explanation of an item stands in a mail behind such lines
        let quoted = words.starts_with('|') || line.is_rule();
        let goes_on = self.known.goes_on(&self.label, words);
        let is_form = self.known.inside.holds(words, &mut self.follow);
        let is_heading = words == line.said && self.headings.contains(&line.range.start);
        if words.is_empty() || quoted || goes_on || is_form || is_heading {
            return self.beside.end();
        }
        if tick(words).is_some_and(|tick| tick.ticked == Some(true)) {
            let message = format!("Dit vakje is aangekruist, maar staat bij geen vraag: {words}");
            return self.report(&faults::UNCLEAR, line, message, "vraag wat hiermee is bedoeld");
        }
        // without the form as it was sent nobody can tell
        if !self.known.is_empty() {
            self.beside
                .add(if words == line.said { line.typed(self.depth) } else { words.to_owned() }.as_str(), &line.range);
            self.readable(line);
        }
    }

    /// What could not be read is no text that anybody wrote.
    pub(super) fn readable(&mut self, line: &Line) {
        let unread = |c: char| matches!(c, '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' | char::REPLACEMENT_CHARACTER);
        if line.said.contains(unread) {
            let message = "In deze regel staat een teken dat niet te lezen is.".to_owned();
            let hint = "kijk in de mail wat er staat, zet dat in de tekst, en neem haar opnieuw over";
            self.report(&faults::UNREADABLE, line, message, hint);
        }
    }
}
