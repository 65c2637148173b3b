//! An answer beside what is stored: whether files may hold it, and whether it stands there already.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use super::{Accepted, Check};
use crate::answer::{Asked, ReturnedAnswer, faults};
use crate::dossier::faults as of_files;
use crate::dossier::format::NUMBERS;
use crate::dossier::read::{line_fault, markdown_fault};
use crate::finding::Finding;
use crate::model::consultation;
use crate::model::reply::{Field, Filled as _, Holds, Whole};
use crate::model::{Region, Remarks, Reply, Support};
use crate::source::Span;

impl Check<'_, '_> {
    /// What is stored must be read again: every text is held against what files may hold.
    pub(super) fn texts(&mut self) {
        let (returned, span) = (self.returned, self.returned.span);
        // what the user said beside it fills in what lacks
        let told = [(Field::By, self.known.by), (Field::AgreedWith, self.known.agreed_with)];
        let lacks = |field: Field| returned.whole.text(field).is_none();
        let told = told.into_iter().filter_map(|(field, text)| Some((field, text.filter(|_| lacks(field))?, span)));
        let reasons = returned.items.iter().flat_map(|item| &item.answers);
        let reasons = reasons.filter_map(|answer| Some((answer.reason.as_deref()?, answer.span)));
        let of_items = returned.items.iter().flat_map(|item| item.remarks.texts().map(|it| (it, item.key.span)));
        let filled = of_items.chain(returned.whole.texts().map(|it| (it, span)));
        let filled = filled.map(|((field, text), span)| (field, &**text, span)).chain(told);
        let (texts, words): (Vec<_>, Vec<_>) = filled.partition(|(field, ..)| field.holds() == Holds::Text);
        let words = words.into_iter().map(|(_, text, span)| (text, span));
        let texts = texts.into_iter().map(|(_, text, span)| (text, span));
        let asked = returned.items.iter().flat_map(|item| &item.answers);
        let asked = asked.filter_map(|answer| match &answer.asked {
            Asked::Words(words) | Asked::Print(_, Some(words)) => Some((words.as_str(), answer.span)),
            Asked::Print(_, None) | Asked::Now => None,
        });
        let lines = words.chain(reasons).chain(asked).filter_map(|(text, span)| line_fault(text, span));
        let found: Vec<Finding> = lines.chain(texts.filter_map(|(text, span)| markdown_fault(text, span))).collect();
        // a character that could not be read was found where it stands
        let unread = self.findings.iter().any(|finding| finding.fault == &faults::UNREADABLE);
        let strange = |finding: &Finding| finding.fault == &of_files::STRANGE_CHARACTER;
        self.findings.extend(found.into_iter().filter(|finding| !(unread && strange(finding))));
    }

    /// A file holds an item once in an answer.
    pub(super) fn twice(&mut self) {
        let returned = self.returned;
        let mut items: BTreeMap<&str, Span> = BTreeMap::new();
        for item in &returned.items {
            if let Some(first) = items.insert(&item.key.value, item.key.span) {
                let message =
                    format!("Over het agendapunt {} staat er twee keer iets in dit antwoord.", item.key.value);
                self.report_twice(item.key.span, first, message);
            }
        }
    }

    pub(super) fn report_twice(&mut self, second: Span, first: Span, message: String) {
        let hint = "vraag welk antwoord geldt, en haal het andere weg";
        let finding = Finding::new(&faults::TWO_TICKS, second, message);
        self.findings.push(finding.label(first, "hier staat het ook").hint(hint));
    }

    /// A requested decision has a number that files may hold.
    pub(super) fn number(&mut self, answer: &ReturnedAnswer) -> bool {
        let (least, most) = NUMBERS;
        let fits = (least..=most).contains(&i64::from(answer.number));
        if !fits {
            let message = format!("Een gevraagd besluit met nummer {} bestaat niet.", answer.number);
            let hint = format!("de nummers zijn {least} tot en met {most}; vraag het antwoord met het formulier");
            self.report(&faults::UNKNOWN_DECISION, answer.span, message, hint);
        }
        fits
    }
}

impl Accepted {
    /// Whether an answer that is stored is this one, as far as its moment is known.
    fn is_that(&self, earlier: &Reply) -> bool {
        let times = earlier.time.zip(self.reply.time);
        (!self.dated || earlier.date == self.reply.date)
            && times.is_none_or(|(earlier, this)| consultation::is_one_moment(earlier, this))
            && said(earlier) == said(&self.reply)
            && are_asked_alike(earlier, &self.reply)
    }

    /// The time of this answer, where it is stored without one: what is there is not changed, so a person has to.
    #[must_use]
    pub fn time_that_lacks(&self, region: &Region) -> Option<NaiveTime> {
        let replies = consultation::replies_of(&region[self.meeting], self.reply.party);
        let mut those = replies.into_iter().filter(|earlier| self.is_that(earlier)).peekable();
        self.reply.time.filter(|_| those.peek().is_some() && those.all(|earlier| earlier.time.is_none()))
    }

    /// Whether this was taken in before. Without a day of its own it is the same on any day. Who gave another answer since
    /// may give the first one again: a time, or a day that the user said, tells that.
    #[must_use]
    pub fn earlier(&self, region: &Region) -> Earlier {
        let replies = consultation::replies_of(&region[self.meeting], self.reply.party);
        let times = |earlier: &Reply| earlier.time.zip(self.reply.time);
        let is_this = |earlier: &Reply| self.is_that(earlier);
        let Some(at) = replies.iter().rposition(|earlier| is_this(earlier)) else { return Earlier::New };
        let newer = replies[at + 1..].iter().rfind(|later| consultation::contradicts(&self.reply, later));
        let is_exact = replies.iter().any(|earlier| is_this(earlier) && times(earlier).is_some());
        match newer {
            Some(newer) if !is_exact && (!self.dated || newer.date == self.reply.date) => {
                if self.told {
                    Earlier::New
                } else {
                    Earlier::Passed(replies[at].date, newer.date)
                }
            }
            _ => Earlier::Same,
        }
    }
}

/// How an answer stands to those that were taken in before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    /// It is a new one.
    New,
    /// It was taken in before.
    Same,
    /// It is like one of the first day; one of the second is newer and says something else. Nobody can tell whether it was
    /// given again.
    Passed(NaiveDate, NaiveDate),
}

/// Whether two replies that say the same are to the same questions, as far as they tell: who advised did not assent.
fn are_asked_alike(one: &Reply, other: &Reply) -> bool {
    let treatments = |reply: &'_ Reply| -> Vec<_> {
        reply.items.iter().flat_map(|item| &item.answers).map(|answer| answer.treatment).collect()
    };
    let mut pairs = treatments(one).into_iter().zip(treatments(other));
    pairs.all(|(one, other)| one.zip(other).is_none_or(|(one, other)| one == other))
}

/// All that a reply says, without where it stands and the numbers that its decisions had.
fn said(reply: &Reply) -> (Whole, Vec<SaidItem<'_>>) {
    let items = reply.items.iter().map(|item| {
        let answers =
            item.answers.iter().map(|it| (it.text.split_whitespace().collect(), it.support, it.reason.as_deref()));
        (item.item, item.remarks.said(), answers.collect())
    });
    // who wrote it down may be said otherwise
    (Whole { noted_by: None, ..reply.whole.trimmed() }, items.collect())
}

type SaidItem<'a> = (usize, Remarks, Vec<(Vec<&'a str>, Support, Option<&'a str>)>);
