//! What was agreed of what was requested, in the words of the minutes, and what of it went otherwise.

use serde::Serialize;

use crate::model::agreed::Open;
use crate::model::{Item, Outcome, Treated};
use crate::word::Word as _;

/// What was agreed of an item, and what was not.
#[derive(Debug, Default, Serialize)]
pub(super) struct Afgesproken<'a> {
    /// What was asked, where its outcome stands above it and none of it was agreed in words that are known.
    gevraagd: Vec<&'a str>,
    /// Requested decisions with an outcome of their own that is no plain assent.
    anders: Vec<Afspraak<'a>>,
    /// What the minutes leave open: `wijziging` or `deel`.
    niet_vastgelegd: Option<&'static str>,
}

/// A requested decision that went otherwise than the item.
#[derive(Debug, Serialize)]
pub(super) struct Afspraak<'a> {
    nr: usize,
    tekst: &'a str,
    uitkomst: &'static str,
}

/// What of the requested decisions was not agreed as asked; what was agreed stands in the sentences.
pub(super) fn of<'a>(item: &'a Item, treated: &'a Treated) -> Afgesproken<'a> {
    let open = treated.leaves_open(item);
    // the words as they were asked say nothing of a change
    let own = treated.agreed.as_ref().filter(|_| open.is_none());
    let niet_vastgelegd = open.map(|open| match open {
        Open::Change => "wijziging",
        Open::Part => "deel",
    });
    let mut told = Afgesproken { niet_vastgelegd, ..Afgesproken::default() };
    for (number, asked) in (1..).zip(&item.requested) {
        let Some(outcome) = treated.outcome_of(number) else { continue };
        match place(treated, number, outcome, own.is_some()) {
            Place::Otherwise => told.anders.push(Afspraak { nr: number, tekst: asked, uitkomst: outcome.word() }),
            Place::Asked => told.gevraagd.push(asked),
            Place::Agreed | Place::Nowhere => {}
        }
    }
    told
}

/// Under what a requested decision is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// As what was agreed.
    Agreed,
    /// As what went otherwise.
    Otherwise,
    /// As what was asked, when the outcome of the item says all.
    Asked,
    /// The text of the minutes says it.
    Nowhere,
}

pub(super) fn place(treated: &Treated, number: usize, outcome: Outcome, in_words: bool) -> Place {
    let (several, own) = (!treated.exceptions.is_empty(), treated.is_exception(number));
    let agreed = |told: bool| if told { Place::Agreed } else { Place::Nowhere };
    match outcome {
        Outcome::Assented | Outcome::AssentedReserved => agreed(own || !in_words),
        Outcome::AssentedChanged | Outcome::AssentedPartly if in_words && !own => Place::Nowhere,
        Outcome::AssentedChanged
        | Outcome::AssentedPartly
        | Outcome::NotAssented
        | Outcome::Deferred
        | Outcome::Withdrawn
        | Outcome::NotTreated => {
            if several {
                Place::Otherwise
            } else {
                Place::Asked
            }
        }
        Outcome::Noted | Outcome::Discussed | Outcome::Advised | Outcome::Adopted | Outcome::AdoptedChanged => {
            agreed(own || several && !in_words)
        }
    }
}

/// A text to be quoted in a sentence that ends itself.
pub(super) fn unstopped(text: &str) -> &str {
    text.trim_end().trim_end_matches('.')
}
