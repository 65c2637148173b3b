//! An answer beside what is asked now: which requested decision it is about. Its words say so, not its place.

use std::sync::Arc;

use super::Check;
use crate::answer::{Asked, ReturnedAnswer, ReturnedItem, faults};
use crate::fingerprint;
use crate::model::consultation;
use crate::model::{Answer, Item, ItemId, Region, Treatment};
use crate::word::Word as _;

impl Check<'_, '_> {
    /// The answers on an item, each to one requested decision.
    pub(super) fn answers(&mut self, id: ItemId, item: &ReturnedItem) -> Vec<Answer> {
        let mut answers: Vec<Answer> = Vec::new();
        for answer in &item.answers {
            let Some(next) = self.answer(id, answer) else { continue };
            let same = |one: &&Answer| {
                one.number == next.number && fingerprint::words(&one.text) == fingerprint::words(&next.text)
            };
            if let Some(first) = answers.iter().find(same) {
                let message = format!("Bij {} is besluit {} twee keer beantwoord.", item.key.value, answer.number);
                self.report_twice(answer.span, first.span, message);
                continue;
            }
            answers.push(next);
        }
        answers
    }

    fn answer(&mut self, id: ItemId, answer: &ReturnedAnswer) -> Option<Answer> {
        let item = &self.region[id];
        if !self.number(answer) {
            return None;
        }
        let mut treatment = answer.treatment;
        let (number, text) = match (place(item, answer), &answer.asked) {
            (Some(place), _) => {
                let other = self.treated_otherwise(id, answer, place);
                treatment = other.or(treatment).or_else(|| self.treated_as(id, answer));
                (u16::try_from(place + 1).ok()?, item.requested[place].value.clone())
            }
            (None, Asked::Words(words) | Asked::Print(_, Some(words))) => {
                self.older(id, answer);
                (answer.number, words.clone())
            }
            (None, Asked::Print(_, None) | Asked::Now) => {
                let message = format!(
                    "Gevraagd besluit {} bij punt {} is er niet, of luidt nu anders.",
                    answer.number, item.number
                );
                let hint = "vraag het antwoord met het nieuwe formulier";
                self.report(&faults::UNKNOWN_DECISION, answer.span, message, hint);
                return None;
            }
        };
        let reason = self.reason(id, answer);
        if answer.support.asks_why() && reason.is_none() {
            let message = format!("Bij punt {}, besluit {number} staat geen reden.", item.number);
            self.report(&faults::NO_REASON, answer.span, message, "vraag waarom, en leg het antwoord opnieuw vast");
        }
        let (support, reason) = (answer.support, reason.map(Arc::from));
        Some(Answer { number, text: text.into(), treatment, or_treatment: None, support, reason, span: answer.span })
    }

    /// The same words, when something else was to be done with the item: what that was. Of a form that does not say so, the
    /// questions that were recorded do; where they say both, nobody knows, and the answer is to none of now.
    fn treated_otherwise(&mut self, id: ItemId, answer: &ReturnedAnswer, place: usize) -> Option<Treatment> {
        let item = &self.region[id];
        let known = if answer.treatment.is_none() { self.asked_as(id, answer) } else { Vec::new() };
        let other = other_treatment(item, answer).or(known.iter().copied().find(|then| *then != item.treatment))?;
        let (then, now) = (other.word(), item.treatment.word());
        let (punt, number) = (&item.number, place + 1);
        let message = match (answer.treatment, known.as_slice()) {
            (Some(_), _) => {
                format!("Punt {punt}, besluit {number} is in dit formulier gevraagd {then}; nu is het {now}.")
            }
            (None, [_]) => {
                format!("Punt {punt}, besluit {number} is aan deze partij gevraagd {then}; nu is het {now}.")
            }
            (None, _) => format!(
                "Punt {punt}, besluit {number} is eerst gevraagd {then}; nu is het {now}. Dit formulier zegt niet op welke \
                 vraag het antwoordt."
            ),
        };
        let hint = if item.asks(number) {
            format!("het antwoord wordt bewaard en telt niet; vraag opnieuw, {now}: {}", item.requested[place].value)
        } else {
            "het antwoord wordt bewaard en telt niet; dit besluit wordt niet meer gevraagd".to_owned()
        };
        self.report(&faults::OLDER_FORM, answer.span, message, hint);
        Some(other)
    }

    /// What was to be done with an item when the party was asked, where that is sure.
    fn treated_as(&self, id: ItemId, answer: &ReturnedAnswer) -> Option<Treatment> {
        if let [one] = self.asked_as(id, answer)[..] { Some(one) } else { None }
    }

    /// What was to be done with an item when the party was asked, as far as that was recorded before it answered. Who has the
    /// question before them answers that of now.
    fn asked_as(&self, id: ItemId, answer: &ReturnedAnswer) -> Vec<Treatment> {
        let key = &self.returned.party.value;
        let party = self.region.party_ids().find(|party| self.region[*party].key == *key);
        let moment = self.known.date.or(self.known.moment.map(|moment| moment.date())).or(self.returned.date);
        let asked = party.filter(|_| !matches!(answer.asked, Asked::Now));
        let until = moment.unwrap_or(self.today);
        asked.map(|party| consultation::asked_as(&self.region[id.meeting], party, id.index, until)).unwrap_or_default()
    }

    fn older(&mut self, id: ItemId, answer: &ReturnedAnswer) {
        let item = &self.region[id];
        let message = format!("Punt {}, besluit {} luidt nu anders dan in dit formulier.", item.number, answer.number);
        let hint = match at(item, answer.number) {
            Some(now) => {
                format!("het antwoord wordt bewaard en telt niet; vraag opnieuw: {}", item.requested[now].value)
            }
            None => "het antwoord wordt bewaard en telt niet; dit besluit wordt niet meer gevraagd".to_owned(),
        };
        self.report(&faults::OLDER_FORM, answer.span, message, hint);
    }
}

/// Whether an answer is about what is asked now of an item, by the folder of its meeting and its key.
#[must_use]
pub fn is_asked(region: &Region, meeting: &str, item: &str, answer: &ReturnedAnswer) -> bool {
    let meetings = region.meeting_ids().filter(|id| region[*id].key == meeting);
    let items = meetings.flat_map(|id| &region[id].items).filter(|one| one.key == item);
    items.into_iter().any(|item| place(item, answer).is_some() && other_treatment(item, answer).is_none())
}

/// What was to be done with an item when it was asked, where that is known and is something else now.
fn other_treatment(item: &Item, answer: &ReturnedAnswer) -> Option<Treatment> {
    answer.treatment.filter(|then| *then != item.treatment)
}

/// The place of the requested decision with the number of a form.
fn at(item: &Item, number: u16) -> Option<usize> {
    usize::from(number).checked_sub(1).filter(|at| *at < item.requested.len())
}

/// The place of the requested decision that an answer is about: where the form had it, or where its words stand now.
fn place(item: &Item, answer: &ReturnedAnswer) -> Option<usize> {
    let own = at(item, answer.number);
    let words = match &answer.asked {
        Asked::Now => return own,
        Asked::Words(words) => fingerprint::words(words),
        Asked::Print(print, _) => print.clone(),
    };
    let is_asked = |at: &usize| fingerprint::words(&item.requested[*at]) == words;
    own.filter(is_asked).or_else(|| (0..item.requested.len()).find(is_asked))
}
