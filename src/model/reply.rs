//! `raadpleging/<party>.toml`: what a represented party answered. Append-only; the newest answer counts.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use super::{Item, PartyId, Treatment};
use crate::source::Span;

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
    /// The function of who answered.
    pub by: Arc<str>,
    /// The alderman who was consulted.
    pub agreed_with: Option<Arc<str>>,
    /// How it came in.
    pub channel: Channel,
    /// Who wrote it down.
    pub noted_by: Option<Arc<str>>,
    /// Input on the agenda as a whole, Markdown.
    pub general: Option<Arc<str>>,
    /// What was written beside the questions of the form, word for word. It is kept, and stands in the state of the
    /// consultation alone.
    pub accompanying: Option<Arc<str>>,
    /// Per item.
    pub items: Vec<AnswerItem>,
    /// Where it stands.
    pub span: Span,
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
        self.agreed_with.is_some() || governs(&self.by)
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

/// The place of a value under a key.
#[derive(Debug)]
pub enum Place<'a> {
    /// Of a text.
    Text(&'a mut Option<Arc<str>>),
    /// Of a yes or no.
    Flag(&'a mut bool),
}

impl Remarks {
    /// Gives each of them with its key: whoever reads, writes or compares an answer goes by this.
    pub fn each(&mut self, mut visit: impl FnMut(&'static str, Place<'_>)) {
        let Self { input, name_it, fingerprint } = self;
        visit("inbreng", Place::Text(input));
        visit("benoemen", Place::Flag(name_it));
        visit("vingerafdruk", Place::Text(fingerprint));
    }

    /// Adds others; of a text that is there already it gives the key.
    ///
    /// # Errors
    ///
    /// When both have the same text.
    pub fn add(&mut self, other: &Self) -> Result<(), &'static str> {
        let Self { input, name_it, fingerprint } = other;
        if self.input.is_some() && input.is_some() {
            return Err("inbreng");
        }
        self.input = self.input.take().or_else(|| input.clone());
        self.name_it |= name_it;
        self.fingerprint = self.fingerprint.take().or_else(|| fingerprint.clone());
        Ok(())
    }

    /// The texts that somebody gave.
    #[must_use]
    pub fn texts(&self) -> Vec<Arc<str>> {
        let mut texts = Vec::new();
        let mut given = Self { fingerprint: None, ..self.clone() };
        given.each(|_, place| {
            if let Place::Text(text) = place {
                texts.extend(text.take());
            }
        });
        texts
    }

    /// As far as somebody said it: without what was seen, and without blanks around texts.
    #[must_use]
    pub fn said(&self) -> Self {
        let mut said = Self { fingerprint: None, ..self.clone() };
        said.each(|_, place| {
            if let Place::Text(Some(text)) = place {
                *text = text.trim().into();
            }
        });
        said
    }
}

/// The answer on one requested decision (`[[reactie.punt.besluit]]`).
#[derive(Debug, Clone)]
pub struct Answer {
    /// Its number in the item when it was answered, from 1; which decision it is about, its text says.
    pub number: u16,
    /// The text as it was asked.
    pub text: Arc<str>,
    /// What was to be done with the item when it was asked, where that is known: who advises does not assent.
    pub treatment: Option<Treatment>,
    /// Whether it is supported.
    pub support: Support,
    /// Why, with *onder voorbehoud* and *nee*.
    pub reason: Option<Arc<str>>,
    /// Where it stands.
    pub span: Span,
}

impl Answer {
    /// What was to be done with the item when it was asked, where that is known and is something else now.
    #[must_use]
    pub fn other_treatment(&self, item: &Item) -> Option<Treatment> {
        self.treatment.filter(|treatment| *treatment != item.treatment)
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
