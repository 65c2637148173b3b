//! `raadpleging/<party>.toml`: what a represented party answered. Append-only; the newest answer counts.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use super::{Item, PartyId, Treatment};
use crate::source::Span;
pub use field::{Field, Filled, Holds, Place, Scope};

mod field;

/// How an answer came in (`kanaal`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum Channel {
    #[strum(serialize = "formulier")]
    Form,
    #[strum(serialize = "e-mail")]
    Email,
    #[strum(serialize = "telefoon")]
    Phone,
    #[strum(serialize = "gesprek")]
    Talk,
}

/// Whether a requested decision is supported (`gedragen`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum Support {
    #[strum(serialize = "ja")]
    Yes,
    #[strum(serialize = "onder voorbehoud")]
    Reserved,
    #[strum(serialize = "nee")]
    No,
    #[strum(serialize = "meer tijd")]
    MoreTime,
}

/// One answer of one party (`[[reactie]]`). The answers to a meeting share their texts: most parties say the same.
#[derive(Debug, Clone)]
pub struct Reply {
    /// Whose.
    pub party: PartyId,
    /// When.
    pub date: NaiveDate,
    /// At what time of that day, as far as it is known, of a mail to the second: of more answers on one day it says which is the newest.
    pub time: Option<NaiveTime>,
    /// How it came in.
    pub channel: Channel,
    /// What was said of it as a whole; who answered is always there.
    pub whole: Whole,
    /// Per item.
    pub items: Vec<AnswerItem>,
    /// Where it stands.
    pub span: Span,
}

/// What was filled in once in an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whole {
    /// The function of who answered.
    pub by: Option<Arc<str>>,
    /// The alderman who was consulted.
    pub agreed_with: Option<Arc<str>>,
    /// Who wrote it down.
    pub noted_by: Option<Arc<str>>,
    /// Input on the agenda as a whole, Markdown.
    pub general: Option<Arc<str>>,
    /// What was written beside the questions of the form, word for word. It is kept, and stands in the state of the
    /// consultation alone.
    pub accompanying: Option<Arc<str>>,
}

impl Filled for Whole {
    fn each(&mut self, mut visit: impl FnMut(Field, Place<'_>)) {
        let Self { by, agreed_with, noted_by, general, accompanying } = self;
        visit(Field::By, Place::Text(by));
        visit(Field::AgreedWith, Place::Text(agreed_with));
        visit(Field::NotedBy, Place::Text(noted_by));
        visit(Field::General, Place::Text(general));
        visit(Field::Accompanying, Place::Text(accompanying));
    }

    fn texts(&self) -> impl Iterator<Item = (Field, &Arc<str>)> {
        let Self { by, agreed_with, noted_by, general, accompanying } = self;
        let all = [
            (Field::By, by),
            (Field::AgreedWith, agreed_with),
            (Field::NotedBy, noted_by),
            (Field::General, general),
            (Field::Accompanying, accompanying),
        ];
        all.into_iter().filter_map(|(field, text)| Some((field, text.as_ref()?)))
    }
}

/// What those who govern a municipality are called; the page of a consultation takes these words from here.
pub const GOVERNING: [&str; 5] = ["wethouder", "burgemeester", "portefeuillehouder", "bestuurder", "collegelid"];

/// Whether a function is that of who governs: with whom else would that be agreed. Of an adviser of an alderman, or one who
/// answers on behalf of one, it is not said. `formulier.js` tells it in the same way.
#[must_use]
pub fn governs(function: &str) -> bool {
    let lower = function.to_lowercase();
    let mut words = lower.split([' ', ',', ';', ':', '(', ')']).filter(|word| !matches!(*word, "" | "de" | "een"));
    words.next().is_some_and(|word| GOVERNING.contains(&word.trim_start_matches("loco").trim_start_matches('-')))
}

impl Reply {
    /// Whether it is that of who governs: it came from an alderman, or was agreed with one.
    #[must_use]
    pub fn is_governed(&self) -> bool {
        self.whole.agreed_with.is_some() || self.whole.by.as_deref().is_some_and(governs)
    }
}

/// What was answered on one item (`[[reactie.punt]]`).
#[derive(Debug, Clone)]
pub struct AnswerItem {
    /// The item's place in the meeting.
    pub item: usize,
    /// What was said of it as a whole.
    pub remarks: Remarks,
    /// Per requested decision.
    pub answers: Vec<Answer>,
    /// Where it stands.
    pub span: Span,
}

/// What was said on an item beside the answers to its decisions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remarks {
    /// Input, Markdown.
    pub input: Option<Arc<str>>,
    /// It must be named at the table.
    pub name_it: bool,
    /// The fingerprint of explanation and papers that were seen.
    pub fingerprint: Option<Arc<str>>,
}

impl Filled for Remarks {
    fn each(&mut self, mut visit: impl FnMut(Field, Place<'_>)) {
        let Self { input, name_it, fingerprint } = self;
        visit(Field::Input, Place::Text(input));
        visit(Field::NameIt, Place::Flag(name_it));
        visit(Field::Seen, Place::Text(fingerprint));
    }

    fn texts(&self) -> impl Iterator<Item = (Field, &Arc<str>)> {
        let Self { input, name_it: _, fingerprint: _ } = self;
        let all = [(Field::Input, input)];
        all.into_iter().filter_map(|(field, text)| Some((field, text.as_ref()?)))
    }
}

impl Remarks {
    /// As far as somebody said it: without what was seen, and without blanks around texts.
    #[must_use]
    pub fn said(&self) -> Self {
        Self { fingerprint: None, ..self.trimmed() }
    }
}

/// The answer on one requested decision (`[[reactie.punt.besluit]]`).
#[derive(Debug, Clone)]
pub struct Answer {
    /// Its number in the item when it was answered, from 1; which decision it is about, its text says.
    pub number: u16,
    /// The text as it was asked.
    pub text: Arc<str>,
    /// What was to be done with the item when it was asked, where that is known: who advises does not assent. What the answer
    /// itself does not say, the sendings do.
    pub treatment: Option<Treatment>,
    /// What may as well have been to be done then: it was asked otherwise on the day of the answer, and nobody knows which came
    /// first. An answer that may be to another question does not count.
    pub or_treatment: Option<Treatment>,
    /// Whether it is supported.
    pub support: Support,
    /// Why, with *onder voorbehoud* and *nee*.
    pub reason: Option<Arc<str>>,
    /// Where it stands.
    pub span: Span,
}

impl Support {
    /// Whether who says so says why.
    #[must_use]
    pub const fn asks_why(self) -> bool {
        matches!(self, Self::Reserved | Self::No)
    }
}

impl Answer {
    /// What was to be done with the item when it was asked, where that is known and is something else now.
    #[must_use]
    pub fn other_treatment(&self, item: &Item) -> Option<Treatment> {
        self.treatment.filter(|treatment| *treatment != item.treatment)
    }

    /// Whether nobody can say if it was given to the question of now or to another.
    #[must_use]
    pub fn may_be_to_now(&self, item: &Item) -> bool {
        self.other_treatment(item).is_some() && self.or_treatment == Some(item.treatment)
    }

    /// Takes in what may have been to be done when it was asked, the likeliest last; what is to be done now counts only where
    /// nothing else may have been.
    pub fn treat_as(&mut self, may: &[Treatment], now: Treatment) {
        let other = may.iter().rfind(|treatment| **treatment != now);
        self.treatment = other.or(may.last()).copied();
        let rest = may.iter().copied().filter(|treatment| Some(*treatment) != self.treatment);
        let rest: Vec<Treatment> = rest.collect();
        self.or_treatment = rest.iter().find(|treatment| **treatment == now).or(rest.last()).copied();
    }
}

#[cfg(test)]
mod tests {
    use super::governs;

    #[test]
    fn who_governs_is_told_from_who_serves() {
        let governing =
            ["wethouder", "Wethouder Werk en Inkomen", "de wethouder", "loco-burgemeester", "Burgemeester, ad interim"];
        let serving = [
            "adviseur van de wethouder",
            "namens de wethouder",
            "wethoudersassistent",
            "beleidsadviseur",
            "oud-wethouder",
            "",
        ];
        assert!(governing.iter().all(|function| governs(function)));
        assert!(!serving.iter().any(|function| governs(function)));
    }
}
