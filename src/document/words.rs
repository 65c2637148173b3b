//! The words of the file format for values of the model, as documents write them.

use crate::model::consultation::{Seen, Stand};
use crate::model::{Answer, Channel, Item, PartyKind, Support, Treatment};

/// What a stand is called: an advice has words of its own.
pub const fn stand(stand: Stand, treatment: Treatment) -> &'static str {
    let advice = matches!(treatment, Treatment::Advice);
    match stand {
        Stand::Answered(Support::Yes) => {
            if advice {
                "Positief"
            } else {
                "Ja"
            }
        }
        Stand::Answered(Support::Reserved) => {
            if advice {
                "Positief, met aandachtspunten"
            } else {
                "Ja, onder voorbehoud"
            }
        }
        Stand::Answered(Support::No) => {
            if advice {
                "Negatief"
            } else {
                "Nee"
            }
        }
        Stand::Answered(Support::MoreTime) => "Meer tijd nodig",
        Stand::Unordered => "Niet bekend welk antwoord geldt",
        Stand::Stale => "Verouderd",
        Stand::Silent => "Geen antwoord",
        Stand::NotAsked => "Niet gevraagd",
    }
}

/// What a stand is called on a day: what did not come may still come before the meeting.
pub const fn stand_on(now: Stand, treatment: Treatment, over: bool) -> &'static str {
    match now {
        Stand::Silent if !over => "Nog geen antwoord",
        Stand::NotAsked if !over => "Nog niet gevraagd",
        now => stand(now, treatment),
    }
}

/// Who brings an item in, and what a party brings in, as reasons to speak.
pub const SUBMITTER: &str = "indiener";
/// See [`SUBMITTER`].
pub const INPUT: &str = "inbreng";
/// How an answer that does not count for the question of now was given to another: before it, or after it.
pub const EARLIER: &str = "op een eerdere";
/// See [`EARLIER`].
pub const OTHER: &str = "daarna op een andere";

/// What was answered, in the words in which it was asked: who advised did not assent, whatever the item is there for now.
pub fn answer(answer: &Answer, item: &Item) -> &'static str {
    stand(Stand::Answered(answer.support), answer.treatment.unwrap_or(item.treatment))
}

/// To what an answer was that does not count for the question of now: another text, or another question in any case.
pub fn question(answer: &Answer, item: &Item) -> &'static str {
    match answer.other_treatment(item) {
        None => "tekst",
        Some(Treatment::Procedure) => "vraag",
        Some(Treatment::Information) => "vraag ter kennisname",
        Some(Treatment::Discussion) => "vraag ter bespreking",
        Some(Treatment::Advice) => "vraag ter advisering",
        Some(Treatment::Assent) => "vraag ter instemming",
    }
}

/// When explanation and papers changed that an answer was given with.
pub const fn seen(seen: Seen) -> Option<&'static str> {
    match seen {
        Seen::Current => None,
        Seen::ChangedSince => Some("na het antwoord"),
        Seen::Earlier => Some("eerdere stukken"),
    }
}

/// How an answer was given by word of mouth; nothing of one that was written.
pub const fn spoken(channel: Channel) -> Option<&'static str> {
    match channel {
        Channel::Form | Channel::Email => None,
        Channel::Phone => Some("per telefoon"),
        Channel::Talk => Some("in een gesprek"),
    }
}

/// What a party of a kind is called beside its name, and what its group is called.
pub const fn party_kind(kind: PartyKind) -> (&'static str, &'static str) {
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
