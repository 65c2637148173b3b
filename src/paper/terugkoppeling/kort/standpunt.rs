//! Where a party did not simply agree, a line per stance, and what came of it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::dutch;
use crate::model::consultation::{self, Asked, Stand};
use crate::model::{ItemId, Outcome, PartyId, Region, Support, Treatment};
use crate::paper::words::Woord;
use crate::paper::{Scope, results, words};
use crate::word::Word;

/// A stance on an item.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "what a template asks")]
pub(super) struct Standpunt<'a> {
    antwoord: Woord,
    /// It was about an earlier text, or to another question: to what.
    eerdere: Option<&'static str>,
    nummer: &'a str,
    titel: &'a str,
    /// The numbers of the requested decisions, where there are more.
    besluit: Option<String>,
    besluiten: Option<String>,
    uitkomst: Option<&'static str>,
    vervallen: bool,
    /// The days on which the minutes of the item were corrected.
    correcties: Option<String>,
    /// Its position as the minutes have it, where that is not what it answered.
    over_u: Option<String>,
    /// The day on which the reservation was lifted; or it still stands; or that position says otherwise: it assents, or not.
    voorbehoud_vervallen: Option<String>,
    voorbehoud_staat: bool,
    /// It does not any more, as the decision was asked again and was decided upon there.
    voorbehoud_opnieuw: bool,
    /// Nobody can say whether it does: by its answers, or by the words of the minutes.
    voorbehoud_onbekend: bool,
    voorbehoud_opgegeven: bool,
    voorbehoud_werd_nee: bool,
}

/// What a party said of decisions: how it stands, where it answered in what words, and to what it did where that was another
/// question.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Stance {
    stand: Stand,
    word: Woord,
    earlier: Option<&'static str>,
}

/// The stances of a party on an item that are told: all but a plain yes, every one to an earlier question, and where the
/// minutes tell another.
pub(super) fn of<'a>(scope: &Scope<'a>, at: ItemId, asked: Asked) -> Vec<Standpunt<'a>> {
    let (region, party) = (scope.region, asked.party);
    let decisions = consultation::decisions_of(region, at, party);
    let said = |number: usize| (stance(region, at, party, number), over_u(region, at, party, number));
    let mut all: Vec<(Stance, Option<String>)> = Vec::new();
    for one in decisions.iter().map(|number| said(*number)).filter(|(stance, over)| stance.is_told() || over.is_some())
    {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all.sort_by_key(|(stance, _)| (stance.earlier.is_some(), stance.stand, stance.word, stance.earlier));
    let told = all.into_iter().flat_map(|one| {
        let numbers: Vec<usize> = decisions.iter().copied().filter(|number| said(*number) == one).collect();
        let fates = by_fate(scope, at, party, &numbers);
        let (stance, over_u) = one;
        fates.into_iter().map(move |(fate, numbers)| told(scope, at, (stance, over_u.clone()), fate, &numbers))
    });
    told.collect()
}

/// In what words a party said yes to all that it was asked about these items, where it said nothing else.
pub(super) fn throughout(region: &Region, items: &[ItemId], party: PartyId) -> Option<&'static str> {
    let (mut advises, mut assents) = (false, false);
    for &at in items.iter().filter(|at| !results::is_withdrawn(region, **at)) {
        let stands = consultation::stands(region, at, party);
        if stands.iter().any(|stand| *stand != Stand::Answered(Support::Yes)) {
            return None;
        }
        advises |= !stands.is_empty() && region[at].treatment == Treatment::Advice;
        assents |= !stands.is_empty() && region[at].treatment != Treatment::Advice;
    }
    match (advises, assents) {
        (true, true) => Some("beide"),
        (true, false) => Some("positief"),
        (false, true) => Some("ja"),
        (false, false) => None,
    }
}

impl Standpunt<'_> {
    /// Whether nothing waits for the party: no reservation to lift, no time that it asked, no answer that nobody can tell.
    pub(super) fn is_settled(&self) -> bool {
        !self.antwoord.is_open() && !self.voorbehoud_staat && !self.voorbehoud_onbekend
    }
}

impl Stance {
    fn is_told(self) -> bool {
        let quiet = [Stand::Answered(Support::Yes), Stand::Silent, Stand::NotAsked];
        !quiet.contains(&self.stand)
    }
}

fn stance(region: &Region, at: ItemId, party: PartyId, number: usize) -> Stance {
    let (stand, newest) = consultation::standing(region, at, party, number);
    let word = words::stand(stand, region[at].treatment);
    match newest.filter(|newest| newest.stale) {
        Some(old) => {
            let (word, question) = (words::answer(old.answer, &region[at]), words::question(old.answer, &region[at]));
            Stance { stand, word, earlier: Some(question) }
        }
        None => Stance { stand, word, earlier: None },
    }
}

/// What the minutes say of a party, where that is not plainly what it answered to this decision or to another of the item.
fn over_u(region: &Region, at: ItemId, party: PartyId, number: usize) -> Option<String> {
    let answered = region.answered_before(at, party, number);
    let stood = region.stood(at, party, number);
    let is_of_part = answered.is_some() && stood.is_some_and(|stood| stood.input.is_none());
    let mut all: Vec<String> = Vec::new();
    let mut differs = answered.is_none_or(|answered| answered.unsure);
    for input in region.positions_on(at, party, number) {
        let same = input.stance.is_some() && input.stance == answered.map(|answered| answered.support);
        let of_other = is_of_part
            && input.decisions.is_none()
            && input.stance.is_some()
            && (1..=region[at].requested.len())
                .any(|other| region.answered_before(at, party, other).map(|it| it.support) == input.stance);
        differs |= !same && !of_other;
        all.extend(input.position.as_ref().map(|position| format!("“{}”", position.trim())));
    }
    all.dedup();
    dutch::list(&all).filter(|_| differs)
}

fn told<'a>(
    scope: &Scope<'a>,
    at: ItemId,
    (stance, over_u): (Stance, Option<String>),
    fate: Fate,
    numbers: &[usize],
) -> Standpunt<'a> {
    let (region, item) = (scope.region, &scope.region[at]);
    let texts: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let named = dutch::list(&texts).filter(|_| numbers.len() < item.requested.len());
    let (besluit, besluiten) = if numbers.len() > 1 { (None, named) } else { (named, None) };
    Standpunt {
        antwoord: stance.word,
        eerdere: stance.earlier,
        nummer: &item.number,
        titel: &item.title,
        besluit,
        besluiten,
        uitkomst: fate.outcome.map(Word::word),
        correcties: results::corrected(region, at, scope.today),
        vervallen: results::is_withdrawn(region, at),
        over_u,
        voorbehoud_vervallen: fate.lifted.map(dutch::date),
        voorbehoud_staat: fate.stands,
        voorbehoud_opnieuw: fate.again,
        voorbehoud_onbekend: fate.unknown,
        voorbehoud_opgegeven: fate.became == Some(Support::Yes),
        voorbehoud_werd_nee: fate.became == Some(Support::No),
    }
}

/// What came of a decision, and of the reservation of the party on it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Fate {
    outcome: Option<Outcome>,
    /// It still stands.
    stands: bool,
    /// It does not any more: the decision was asked again, and was decided upon there.
    again: bool,
    /// It is not known whether it does.
    unknown: bool,
    /// The day on which it was lifted.
    lifted: Option<NaiveDate>,
    /// What the minutes say that the party said instead.
    became: Option<Support>,
}

/// These decisions of an item by what came of them.
fn by_fate(scope: &Scope, at: ItemId, party: PartyId, numbers: &[usize]) -> Vec<(Fate, Vec<usize>)> {
    let mut all: Vec<(Fate, Vec<usize>)> = Vec::new();
    for &number in numbers {
        let fate = fate(scope, at, party, number);
        match all.iter_mut().find(|(known, _)| *known == fate) {
            Some((_, numbers)) => numbers.push(number),
            None => all.push((fate, vec![number])),
        }
    }
    all
}

fn fate(scope: &Scope, at: ItemId, party: PartyId, number: usize) -> Fate {
    let region = scope.region;
    let outcome = region[at.meeting].treated(at.index).and_then(|treated| treated.outcome_of(number));
    let reserved = |support: Support| support == Support::Reserved;
    let before = region.answered_before(at, party, number).filter(|before| reserved(before.support));
    let stood = region.stood(at, party, number);
    let stood_so = stood.filter(|stood| reserved(stood.support));
    let until = if stood_so.is_some() { scope.today } else { region[at.meeting].last_day() };
    let lifted = stood_so.or(before).and_then(|it| region.lifted_since(at, party, number, (it.since, until)));
    let had = before.is_some_and(|before| !before.unsure);
    let became = stood.filter(|_| had && lifted.is_none() && outcome.is_some_and(Outcome::is_assent));
    Fate {
        outcome,
        stands: region.reserved(at, scope.today).is_of(party, number),
        again: stood_so.is_some_and(|stood| !stood.unsure)
            && lifted.is_none()
            && outcome.is_some_and(Outcome::is_assent)
            && region.was_decided_again(at, number, scope.today),
        unknown: stood_so.is_some_and(|stood| stood.unsure || stood.unclear),
        lifted,
        became: became.filter(|stood| stood.input.is_some()).map(|stood| stood.support),
    }
}
