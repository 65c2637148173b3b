//! What came of an item, sentence by sentence: from how what was requested begins, and its outcome; or from what the minutes say
//! was agreed. Where neither tells, what was requested is quoted and its outcome named.

use serde::Serialize;

use super::adopted::{self, Wat};
use super::agreed::{Place, place, unstopped};
use crate::model::agreed::Open;
use crate::model::opening::{self, Does, Opening};
use crate::model::{Advice, Item, ItemId, Outcome, Region, Treated};
use crate::word::Word as _;

/// A sentence. Its words stand in a template, by its kind.
#[derive(Debug, Serialize)]
pub(super) struct Zin<'a> {
    soort: Soort,
    /// The outcome that it tells.
    uitkomst: Option<&'static str>,
    /// What the body does, where it can be said in other words than those that were asked.
    delen: Vec<Deel<'a>>,
    /// Texts as they were written.
    teksten: Vec<&'a str>,
    /// What was adopted.
    wat: Option<Wat>,
    /// Which advice it tells.
    advies: Option<&'static str>,
    /// Its text ends without a full stop.
    zonder_punt: bool,
    /// It tells what went otherwise, which minutes say elsewhere.
    #[serde(skip)]
    anders: bool,
}

/// What a body does: `stemt in met de begroting`.
#[derive(Debug, Serialize)]
struct Deel<'a> {
    werkwoord: &'static str,
    deeltje: &'static str,
    rest: &'a str,
    /// It can be done with a reservation: it is more than to hear or to talk of something.
    mag_voorbehoud: bool,
    #[serde(skip)]
    does: Does,
}

/// What kind of sentence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Soort {
    /// The outcome of the item, and nothing else.
    Hoofd,
    /// There is none.
    Geen,
    /// What the body does; `uitkomst` says how.
    Doet,
    /// What it advises, in the words of the minutes.
    Adviseert,
    /// Which advice it gives.
    Advies,
    /// What it adopted.
    Vastgesteld,
    /// What was requested, quoted.
    Gevraagd,
    /// What was agreed: a sentence of the minutes.
    Tekst,
    /// What was agreed, quoted.
    Afgesproken,
    /// It is not in the words that were requested.
    Gewijzigd,
    /// It is not all that was requested.
    Deels,
    /// In which words, the minutes do not say.
    WijzigingOnbekend,
    /// Which part, they do not say.
    DeelOnbekend,
}

impl<'a> Zin<'a> {
    fn new(soort: Soort, outcome: Option<Outcome>) -> Self {
        let (delen, teksten) = (Vec::new(), Vec::new());
        Self {
            soort,
            uitkomst: outcome.map(Outcome::word),
            delen,
            teksten,
            wat: None,
            advies: None,
            zonder_punt: false,
            anders: false,
        }
    }

    fn with(soort: Soort, outcome: Option<Outcome>, text: &'a str) -> Self {
        let (text, zonder_punt) = match soort {
            Soort::Tekst => (text, !text.ends_with(['.', '!', '?', '…'])),
            _ => (unstopped(text), false),
        };
        Self { teksten: vec![text], zonder_punt, ..Self::new(soort, outcome) }
    }

    /// Of an item about which the minutes do not say what came of it.
    pub(super) fn none() -> Self {
        Self::new(Soort::Geen, None)
    }

    fn does(outcome: Option<Outcome>, (opening, rest): (&'static Opening, &'a str)) -> Self {
        let Opening { verb: werkwoord, particle: deeltje, does, .. } = *opening;
        let deel = Deel { werkwoord, deeltje, rest, mag_voorbehoud: !matches!(does, Does::Note | Does::Discuss), does };
        Self { delen: vec![deel], ..Self::new(Soort::Doet, outcome) }
    }

    /// Takes another one in, where the two can be said as one.
    fn take(&mut self, next: Self) -> Option<Self> {
        let alike = (self.soort, self.uitkomst, self.anders) == (next.soort, next.uitkomst, next.anders);
        let joins = match self.soort {
            Soort::Doet => self.delen.len() == 1 && self.delen.iter().all(Deel::can_go_on),
            Soort::Gevraagd | Soort::Adviseert | Soort::Afgesproken => true,
            _ => false,
        };
        if !alike || !joins {
            return Some(next);
        }
        self.delen.extend(next.delen);
        self.teksten.extend(next.teksten);
        None
    }

    /// Whether these words stand in it.
    pub(super) fn speaks_of(&self, word: &str) -> bool {
        self.delen.iter().map(|it| it.rest).chain(self.teksten.iter().copied()).any(|text| text.contains(word))
    }

    /// Whether it tells what did not go as requested.
    pub(super) fn is_otherwise(&self) -> bool {
        self.anders
    }

    /// Whether it says more than that something was heard or talked about.
    pub(super) fn decides(&self) -> bool {
        let is_talk = [Outcome::Noted, Outcome::Discussed].iter().any(|one| self.uitkomst == Some(one.word()));
        self.soort != Soort::Geen && !(is_talk && self.soort == Soort::Hoofd)
    }

    /// Whether it says no more than what the outcome is.
    pub(super) fn is_bare(&self) -> bool {
        matches!(self.soort, Soort::Hoofd | Soort::Geen)
    }
}

impl Deel<'_> {
    /// Whether *en* may come behind it: not behind a clause to which that could belong.
    fn can_go_on(&self) -> bool {
        let opens = |word: &str| matches!(word, "dat" | "om" | "die" | "wie" | "hoe" | "wanneer" | "waar" | "of");
        !self.rest.split_whitespace().any(opens) && !self.rest.contains(',')
    }
}

/// What came of an item, sentence by sentence.
pub(super) fn of<'a>(region: &'a Region, id: ItemId, treated: &'a Treated) -> Vec<Zin<'a>> {
    let item = &region[id];
    let open = treated.leaves_open(item);
    let own = treated.agreed.as_ref().filter(|_| open.is_none());
    let agreed: Vec<Zin> = own.into_iter().flatten().map(|text| agreed(treated.outcome, text)).collect();
    let requested = requested(item, treated, own.is_some());
    // the words that were asked do not tell that anything was changed
    let is_otherwise = |whole| !matches!(whole, Outcome::AssentedChanged | Outcome::AssentedPartly);
    let in_own = !treated.is_in_words_asked(item);
    let is_told = |whole: Outcome| {
        let by_own = || (in_own || is_otherwise(whole)) && agreed.iter().any(|zin| zin.tells(whole));
        treated.advice.is_some() || by_own() || requested.iter().any(|zin| zin.uitkomst == Some(whole.word()))
    };
    let head = match treated.outcome {
        Some(whole) if !is_told(whole) => {
            let wat = whole.is_adoption().then(|| adopted::what(region, id));
            Some(Zin { wat, ..Zin::new(Soort::Hoofd, Some(whole)) })
        }
        None if agreed.is_empty() && requested.is_empty() && treated.advice.is_none() => Some(Zin::none()),
        _ => None,
    };
    let behind = behind(treated, open, head.is_some() || agreed.is_empty());
    // that it came to nothing is told before what was agreed in its stead
    let is_refused = treated.outcome == Some(Outcome::NotAssented);
    let (first, then) = if is_refused { (requested, agreed) } else { (agreed, requested) };
    let mut all: Vec<Zin> = Vec::new();
    for zin in head.into_iter().chain(advice(treated)).chain(first).chain(then).chain(behind) {
        let next = match all.last_mut() {
            Some(last) => last.take(zin),
            None => Some(zin),
        };
        all.extend(next);
    }
    // where nothing else can have the reservation, this has it
    if !all.iter().any(|zin| zin.delen.is_empty() || zin.delen.iter().any(|deel| deel.mag_voorbehoud)) {
        all.iter_mut().flat_map(|zin| &mut zin.delen).for_each(|deel| deel.mag_voorbehoud = true);
    }
    all
}

impl Zin<'_> {
    /// Whether what was agreed tells by itself what the outcome of the item is.
    fn tells(&self, outcome: Outcome) -> bool {
        match self.soort {
            Soort::Doet if outcome.is_assent() => self.delen.iter().any(|it| it.does == Does::Assent),
            Soort::Doet => outcome == Outcome::Advised && self.uitkomst == Some(outcome.word()),
            Soort::Adviseert => true,
            _ => false,
        }
    }
}

/// Which advice the body gave.
fn advice(treated: &Treated) -> Option<Zin<'_>> {
    let Advice { verdict, points } = treated.advice.as_ref()?;
    let teksten = points.iter().map(|text| unstopped(text)).collect();
    Some(Zin { advies: Some(verdict.word()), teksten, ..Zin::new(Soort::Advies, treated.outcome) })
}

/// What the minutes say was agreed.
fn agreed(outcome: Option<Outcome>, text: &str) -> Zin<'_> {
    let opening = opening::of(text);
    let is = |does: &[Does]| opening.filter(|(it, _)| does.contains(&it.does));
    let known = match outcome {
        Some(whole) if whole.is_assent() => is(&[Does::Assent, Does::Note, Does::Agree]),
        Some(Outcome::Advised) => is(&[Does::Advise]),
        Some(Outcome::Noted) => is(&[Does::Note, Does::Agree]),
        _ => is(&[Does::Agree]),
    };
    let soort = match outcome {
        _ if !opening::says_what_is_done(text) => Soort::Tekst,
        Some(Outcome::Advised) => Soort::Adviseert,
        _ => Soort::Afgesproken,
    };
    // the changed words are those to which the body assents; what else was agreed, holds whatever became of the rest
    let how = match outcome {
        Some(Outcome::AssentedChanged | Outcome::AssentedPartly) => Some(Outcome::Assented),
        Some(Outcome::AssentedReserved | Outcome::Advised) => outcome,
        _ => None,
    };
    known.map_or_else(|| Zin::with(soort, outcome, text), |said| Zin::does(how, said))
}

/// What was requested, where the minutes have no words of their own for it.
fn requested<'a>(item: &'a Item, treated: &'a Treated, in_words: bool) -> Vec<Zin<'a>> {
    let whole_put_off = |outcome: Outcome| treated.exceptions.is_empty() && outcome.is_put_off();
    let told = (1..).zip(&item.requested).filter_map(|(number, asked)| {
        let outcome = treated.outcome_of(number).filter(|outcome| !whole_put_off(*outcome))?;
        let place = place(treated, number, outcome, in_words);
        // nobody refuses to take note, unless the minutes say so of this one
        let notes = || opening::of(asked.as_str()).is_some_and(|(it, _)| it.does == Does::Note);
        let is_moot = outcome == Outcome::NotAssented && !treated.is_exception(number) && notes();
        Some((asked.as_str(), outcome, place)).filter(|_| place != Place::Nowhere && !is_moot)
    });
    let told: Vec<(&str, Outcome, Place)> = told.collect();
    let is_alone = |outcome| told.iter().filter(|one| one.1 == outcome).count() == 1;
    let zin = |&(asked, outcome, place): &(&'a str, Outcome, Place)| {
        let said = opening::of(asked).filter(|(it, _)| can_be_said(it.does, outcome, is_alone(outcome)));
        let quoted = || Zin::with(Soort::Gevraagd, Some(outcome), asked);
        let named = adopted::asked(asked).filter(|_| outcome.is_adoption());
        let zin = match (named, said) {
            (Some(wat), _) => Zin { wat: Some(wat), ..Zin::new(Soort::Vastgesteld, Some(outcome)) },
            (None, Some(said)) => Zin::does(Some(outcome), said),
            (None, None) => quoted(),
        };
        Zin { anders: place != Place::Agreed, ..zin }
    };
    told.iter().map(zin).collect()
}

/// Whether an outcome says that the body did what it was asked to do, or that it did not.
const fn can_be_said(does: Does, outcome: Outcome, is_alone: bool) -> bool {
    match outcome {
        Outcome::Assented | Outcome::AssentedReserved => matches!(does, Does::Assent | Does::Note | Does::Agree),
        // of more than one nobody knows which was changed
        Outcome::AssentedChanged => matches!(does, Does::Assent) && is_alone,
        Outcome::NotAssented => matches!(does, Does::Assent),
        Outcome::Noted => matches!(does, Does::Note),
        Outcome::Advised => matches!(does, Does::Advise),
        Outcome::AssentedPartly
        | Outcome::Deferred
        | Outcome::Withdrawn
        | Outcome::Discussed
        | Outcome::Adopted
        | Outcome::AdoptedChanged
        | Outcome::NotTreated => false,
    }
}

/// What is to be said behind it all: that it is not what was requested, or that nobody knows in how far.
fn behind(treated: &Treated, open: Option<Open>, is_said: bool) -> Option<Zin<'static>> {
    let otherwise = |soort| Zin { anders: true, ..Zin::new(soort, None) };
    match (open, treated.outcome) {
        (Some(Open::Change), _) => Some(otherwise(Soort::WijzigingOnbekend)),
        (Some(Open::Part), _) => Some(otherwise(Soort::DeelOnbekend)),
        (None, Some(Outcome::AssentedChanged)) if !is_said => Some(Zin::new(Soort::Gewijzigd, None)),
        (None, Some(Outcome::AssentedPartly)) if !is_said => Some(Zin::new(Soort::Deels, None)),
        _ => None,
    }
}
