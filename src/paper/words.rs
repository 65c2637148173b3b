//! The words of the file format for values of the model, as documents write them.

use crate::model::consultation::{Seen, Stand};
use serde::Serialize;

use crate::model::{Answer, Channel, Item, Outcome, PartyKind, Support, Treatment};
use crate::role::Role;
use crate::word::Word as _;

/// How a party stands, as papers tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[expect(clippy::struct_field_names, reason = "the name that a template types")]
pub(crate) struct Woord {
    /// The words of it.
    pub woord: &'static str,
    /// What it is, in whatever words.
    is: &'static str,
    /// It is an advice, which has words of its own.
    advies: bool,
    /// The role of the words.
    kleur: &'static str,
}

impl Woord {
    /// Whether it is a yes without more.
    pub(crate) fn is_yes(self) -> bool {
        self.is == "ja"
    }

    /// Whether it leaves open what a party wants.
    pub(crate) fn is_open(self) -> bool {
        ["meer-tijd", "volgorde-onbekend"].contains(&self.is)
    }
}

/// What a stand is called: an advice has words of its own.
pub(crate) fn stand(stand: Stand, treatment: Treatment) -> Woord {
    let advies = matches!(treatment, Treatment::Advice);
    let said = |plain, advice| if advies { advice } else { plain };
    let (woord, is) = match stand {
        Stand::Answered(Support::Yes) => (said("Ja", "Positief"), "ja"),
        Stand::Answered(Support::Reserved) => {
            (said("Ja, onder voorbehoud", "Positief, met aandachtspunten"), "voorbehoud")
        }
        Stand::Answered(Support::No) => (said("Nee", "Negatief"), "nee"),
        Stand::Answered(Support::MoreTime) => ("Meer tijd nodig", "meer-tijd"),
        Stand::Unordered => ("Niet bekend welk antwoord geldt", "volgorde-onbekend"),
        Stand::Stale => ("Verouderd", "verouderd"),
        Stand::Silent => ("Geen antwoord", "stil"),
        Stand::NotAsked => ("Niet gevraagd", "niet-gevraagd"),
    };
    let kleur = match stand {
        Stand::Answered(Support::Yes) => Role::For,
        Stand::Answered(Support::Reserved) => Role::Partly,
        Stand::Answered(Support::No) => Role::Against,
        Stand::Answered(Support::MoreTime) | Stand::Unordered | Stand::Stale | Stand::Silent | Stand::NotAsked => {
            Role::Open
        }
    };
    Woord { woord, is, advies, kleur: kleur.word() }
}

/// What a stand is called on a day: what did not come may still come before the meeting.
pub(crate) fn stand_on(now: Stand, treatment: Treatment, over: bool) -> Woord {
    let told = stand(now, treatment);
    match now {
        Stand::Silent if !over => Woord { woord: "Nog geen antwoord", is: "nog-stil", ..told },
        Stand::NotAsked if !over => Woord { woord: "Nog niet gevraagd", is: "nog-niet-gevraagd", ..told },
        _ => told,
    }
}

/// The role of what came of an item; of what is neither for nor against none.
pub(crate) fn colour(outcome: Outcome) -> &'static str {
    let role = match outcome {
        Outcome::Assented | Outcome::Adopted | Outcome::Noted => Role::For,
        Outcome::AssentedChanged | Outcome::AssentedReserved | Outcome::AssentedPartly | Outcome::AdoptedChanged => {
            Role::Partly
        }
        Outcome::NotAssented => Role::Against,
        Outcome::Deferred | Outcome::Withdrawn | Outcome::NotTreated => Role::Open,
        Outcome::Discussed | Outcome::Advised => return "",
    };
    role.word()
}

/// Who brings an item in, and what a party brings in, as reasons to speak.
pub(crate) const SUBMITTER: &str = "indiener";
/// See [`SUBMITTER`].
pub(crate) const INPUT: &str = "inbreng";
/// How an answer that does not count for the question of now was given to another: before it, or after it.
pub(crate) const EARLIER: &str = "op een eerdere";
/// Behind it, where nobody knows whether it was to another question.
pub(crate) const PERHAPS_NOW: &str = "vraag, of misschien op die van nu";
/// See [`EARLIER`].
pub(crate) const OTHER: &str = "daarna op een andere";

/// What was answered, in the words in which it was asked: who advised did not assent, whatever the item is there for now.
pub(crate) fn answer(answer: &Answer, item: &Item) -> Woord {
    let treatment = answer.treatment.filter(|_| answer.or_treatment.is_none());
    // whether it is an advice nobody knows: it is told in the words of the files
    let plain = || if answer.or_treatment.is_some() { Treatment::Assent } else { item.treatment };
    stand(Stand::Answered(answer.support), treatment.unwrap_or_else(plain))
}

/// To what an answer was that does not count for the question of now: another text, or another question in any case.
pub(crate) fn question(answer: &Answer, item: &Item) -> &'static str {
    match answer.other_treatment(item) {
        None => "tekst",
        Some(_) if answer.may_be_to_now(item) => PERHAPS_NOW,
        Some(_) if answer.or_treatment.is_some() => "vraag",
        Some(Treatment::Procedure) => "vraag",
        Some(Treatment::Information) => "vraag ter kennisname",
        Some(Treatment::Discussion) => "vraag ter bespreking",
        Some(Treatment::Advice) => "vraag ter advisering",
        Some(Treatment::Assent) => "vraag ter instemming",
    }
}

/// When explanation and papers changed that an answer was given with.
pub(crate) const fn seen(seen: Seen) -> Option<&'static str> {
    match seen {
        Seen::Current => None,
        Seen::ChangedSince => Some("na het antwoord"),
        Seen::Earlier => Some("eerdere stukken"),
    }
}

/// How an answer was given by word of mouth; nothing of one that was written.
pub(crate) const fn spoken(channel: Channel) -> Option<&'static str> {
    match channel {
        Channel::Form | Channel::Email => None,
        Channel::Phone => Some("per telefoon"),
        Channel::Talk => Some("in een gesprek"),
    }
}

/// What a party of a kind is called beside its name, and what its group is called.
pub(crate) const fn party_kind(kind: PartyKind) -> (&'static str, &'static str) {
    match kind {
        PartyKind::Municipality => ("gemeente", "Gemeenten"),
        PartyKind::Uwv => ("UWV", "UWV"),
        PartyKind::Union => ("werknemersorganisatie", "Werknemersorganisaties"),
        PartyKind::Employers => ("werkgeversorganisatie", "Werkgeversorganisaties"),
        PartyKind::Education => ("onderwijs", "Onderwijs"),
        PartyKind::Sbb => ("SBB", "SBB"),
        PartyKind::Other => ("overig", "Overige partijen"),
    }
}
