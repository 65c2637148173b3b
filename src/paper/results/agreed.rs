//! What was agreed of what was requested, in the words of the minutes, and what of it went otherwise.

use serde::Serialize;

use crate::model::agreed::Open;
use crate::model::{Item, Outcome, Treated};
use crate::word::Word as _;

/// What was agreed of an item, and what was not.
#[derive(Debug, Default, Serialize)]
#[expect(clippy::struct_field_names, reason = "a template asks for each by its name")]
pub(super) struct Afgesproken<'a> {
    /// What was asked, where its outcome stands above it and none of it was agreed in words that are known.
    gevraagd: Vec<&'a str>,
    afgesproken: Vec<Afspraak<'a>>,
    /// Requested decisions with an outcome of their own that is no plain assent.
    anders: Vec<Afspraak<'a>>,
    /// What the minutes leave open: `wijziging` or `deel`.
    niet_vastgelegd: Option<&'static str>,
}

/// What was agreed: a text of the minutes, or a requested decision with its number where it matters.
#[derive(Debug, Serialize)]
pub(super) struct Afspraak<'a> {
    nr: Option<usize>,
    tekst: &'a str,
    /// Where it went otherwise than the item.
    uitkomst: Option<&'static str>,
}

/// What was agreed: the text of the minutes, or else the requested decisions as asked, with those that went otherwise.
pub(super) fn of<'a>(item: &'a Item, treated: &'a Treated) -> Afgesproken<'a> {
    let open = treated.leaves_open(item);
    // the words as they were asked say nothing of a change
    let own = treated.agreed.as_ref().filter(|_| open.is_none());
    let niet_vastgelegd = open.map(|open| match open {
        Open::Change => "wijziging",
        Open::Part => "deel",
    });
    let in_words = own.map(|own| own.iter().map(|text| Afspraak { nr: None, tekst: text, uitkomst: None }).collect());
    let mut told = Afgesproken { afgesproken: in_words.unwrap_or_default(), niet_vastgelegd, ..Afgesproken::default() };
    for (number, asked) in (1..).zip(&item.requested) {
        let Some(outcome) = treated.outcome_of(number) else { continue };
        let place = place(treated, number, outcome, own.is_some());
        let named = treated.is_exception(number) || place == Place::Otherwise || !outcome.is_assent();
        let uitkomst = named.then(|| outcome.word());
        let nr = (!treated.exceptions.is_empty()).then_some(number);
        match place {
            Place::Agreed => told.afgesproken.push(Afspraak { nr, tekst: asked, uitkomst }),
            Place::Otherwise => told.anders.push(Afspraak { nr, tekst: asked, uitkomst }),
            Place::Asked => told.gevraagd.push(asked),
            Place::Nowhere => {}
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
