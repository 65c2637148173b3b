//! Of two forms of one party, the one to the text of now, where that is certain.

use super::super::{Returned, ReturnedAnswer, ReturnedItem};
use super::{Answer, Chosen, differs, head};
use crate::answer::faults;
use crate::finding::Finding;
use crate::model::reply::{Field, Filled as _};

/// Whether a question of a meeting is asked now in the words that an answer has: by the folder, the key of the item, and
/// the answer.
pub type IsAsked<'a> = dyn Fn(&str, &str, &ReturnedAnswer) -> bool + 'a;

impl Chosen {
    /// Leaves out what a party answered to another text, where the same file has its answer to the text of now, and that
    /// says something of all that the other said something of.
    pub(super) fn prefer_text_of_now(&mut self, is_asked: &IsAsked<'_>) {
        let mut left_out = Vec::new();
        for (at, (text, present)) in self.answers.iter().enumerate() {
            let is_other = |(index, (other, it)): &(usize, &(usize, Answer))| {
                *index != at && head(&it.returned) == head(&present.returned) && differs(*other, *text, it, present)
            };
            let others: Vec<(usize, &Answer)> =
                self.answers.iter().enumerate().filter(is_other).map(|(index, (_, it))| (index, it)).collect();
            let is_present = is_of_now(&present.returned, is_asked);
            let all = |(_, it): &(usize, &Answer)| is_covered(&it.returned, &present.returned, is_asked);
            if is_present && !others.is_empty() && others.iter().all(all) {
                left_out.push((at, others.into_iter().map(|(index, _)| index).collect::<Vec<_>>()));
            }
        }
        let mut gone = Vec::new();
        for (at, others) in left_out {
            let spans: Vec<_> = others.iter().map(|other| self.answers[*other].1.returned.span).collect();
            let (_, present) = &mut self.answers[at];
            present.findings.extend(spans.into_iter().map(|span| {
                let message = "Dit formulier is van een eerdere vraag; het andere in dit bestand is overgenomen.";
                let hint = "kijk of het eerdere antwoord er al staat; zo niet, neem het apart over";
                Finding::new(&faults::OLDER_FORM, span, message)
                    .label(present.returned.span, "het formulier dat is overgenomen")
                    .hint(hint)
            }));
            gone.extend(others);
        }
        let mut at = 0..;
        self.answers.retain(|_| at.next().is_none_or(|at| !gone.contains(&at)));
    }
}

fn answers(returned: &Returned) -> impl Iterator<Item = (&str, &ReturnedAnswer)> {
    returned.items.iter().flat_map(|item| item.answers.iter().map(|answer| (item.key.value.as_str(), answer)))
}

/// Whether all that was answered is asked now.
fn is_of_now(returned: &Returned, is_asked: &IsAsked<'_>) -> bool {
    let mut all = answers(returned).peekable();
    all.peek().is_some() && all.all(|(item, answer)| is_asked(&returned.meeting.value, item, answer))
}

/// Whether something was answered to another text, and a second answer says something of all else.
fn is_covered(older: &Returned, present: &Returned, is_asked: &IsAsked<'_>) -> bool {
    let is_asked = |item: &str, answer: &ReturnedAnswer| is_asked(&older.meeting.value, item, answer);
    let says = |wanted: &str, number: u16| answers(present).any(|(item, it)| item == wanted && it.number == number);
    let texts = |item: &'_ ReturnedItem| -> Vec<(String, Field)> {
        item.remarks.texts().map(|(field, _)| (item.key.value.clone(), field)).collect()
    };
    let said: Vec<_> = present.items.iter().flat_map(texts).collect();
    answers(older).any(|(item, answer)| !is_asked(item, answer))
        && answers(older).all(|(item, answer)| says(item, answer.number))
        && older.items.iter().flat_map(texts).all(|text| said.contains(&text))
        && (older.whole.general.is_none() || present.whole.general.is_some())
}
