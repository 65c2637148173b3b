//! How parties stand towards an item, as it can be told at the table: those who say the same together.

mod redenen;

use chrono::NaiveDate;
use serde::Serialize;

use super::{parts, words};
use crate::dutch;
use crate::model::consultation::{self, Newest, Seen, Stand, Why};
use crate::model::{ItemId, PartyId, Region, Support};
use crate::paper::words::Woord;

pub(super) use redenen::redenen;

/// What parties say of an item, or of some of its decisions: from their stance and from nothing else.
#[derive(Debug, Clone, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "what a template asks")]
pub(super) struct Zin<'a> {
    standpunt: Woord,
    /// What it is called today.
    woord: Woord,
    wie: String,
    /// The own answer of who speaks, to an earlier text, or one of those of one day.
    eigen: bool,
    meer: bool,
    /// All for whom somebody speaks say this of everything, and nobody else is told of.
    allen: bool,
    /// The decisions that it is about, where a party does not say the same of all.
    besluiten: Option<String>,
    /// In the words of the parties, whole; whether they end as a sentence does.
    reden: Option<&'a str>,
    reden_af: bool,
    /// What was answered to an earlier text, and that text, one per decision.
    eerder: Option<Woord>,
    /// To what that was: an earlier text, or another question.
    eerdere: Option<&'static str>,
    eerdere_teksten: Vec<&'a str>,
    /// Different answers of one day of which nobody knows the last.
    verschillend: Vec<Verschillend<'a>>,
    /// The day on which its reservation was lifted.
    vervallen_op: Option<String>,
    /// Of what is silent: it said something else, of this item or of others.
    zweeg_op: Option<&'static str>,
    /// When it was asked, after the answer was due, and whether that was not for the first time.
    gevraagd_op: Option<String>,
    opnieuw: bool,
    /// Somebody does not simply agree.
    let_op: bool,
    /// An answer is still wanted.
    #[serde(skip)]
    open: bool,
}

/// One of different answers of a day of which nobody knows the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Verschillend<'a> {
    antwoord: Woord,
    reden: Option<&'a str>,
}

/// The different answers of one day of a party on a decision, where nobody knows the last: each once.
pub(super) fn verschillend(region: &Region, at: ItemId, party: PartyId, number: usize) -> Vec<Verschillend<'_>> {
    let (stand, newest) = consultation::standing(region, at, party, number);
    let Some(newest) = newest.filter(|_| stand == Stand::Unordered) else { return Vec::new() };
    let mut all: Vec<Verschillend> = Vec::new();
    for answer in consultation::rivals(region, at, party, newest.answer) {
        let one = Verschillend { antwoord: words::answer(answer, &region[at]), reden: answer.reason.as_deref() };
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

/// What a party says of some decisions.
#[derive(Debug, PartialEq, Eq)]
struct Said<'a> {
    stand: Stand,
    reason: Option<&'a str>,
    /// To an earlier question: the answer, and to what; and the texts.
    earlier: Option<(Woord, &'static str)>,
    texts: Vec<&'a str>,
    /// The answers, where nobody knows the last.
    rivals: Vec<Verschillend<'a>>,
    lifted: Option<NaiveDate>,
    silent_on: Option<&'static str>,
    /// It is the own answer of who speaks, to an earlier text, or one of those of one day.
    own: bool,
    asked_late: Option<(NaiveDate, bool)>,
    /// Numbers; none: all.
    decisions: Vec<usize>,
}

/// Whose standpoints are told on a day: those for whom somebody speaks, and those who are at the table themselves, of whom
/// is not told that they did not answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voices<'a, 'p> {
    pub region: &'a Region,
    pub today: NaiveDate,
    pub others: &'p [PartyId],
    pub own: &'p [PartyId],
}

impl<'a> Voices<'a, '_> {
    /// What they say of an item.
    pub(super) fn zinnen(self, at: ItemId) -> Vec<Zin<'a>> {
        self.told(at, true)
    }

    /// Where somebody does not simply agree, in short: who is silent, whatever that party said of something else, together.
    pub(super) fn aandacht(self, at: ItemId) -> Vec<Zin<'a>> {
        let mut all = self.told(at, false);
        all.retain(Zin::asks_for_attention);
        all
    }

    fn told(self, at: ItemId, in_full: bool) -> Vec<Zin<'a>> {
        let Self { region, today, others, own } = self;
        let mut groups: Vec<(Said<'a>, Vec<PartyId>)> = Vec::new();
        for party in region.party_ids().filter(|party| own.contains(party) || others.contains(party)) {
            for mut said in said(region, at, party, own.contains(&party), today) {
                said.silent_on = said.silent_on.filter(|_| in_full);
                // who stands in for another cannot say for that one what was not asked of it
                said.own &= own.first() == Some(&party);
                match groups.iter_mut().find(|(known, _)| *known == said) {
                    Some((_, parties)) => parties.push(party),
                    None => groups.push((said, vec![party])),
                }
            }
        }
        // first what is said of everything, then what a party says of some decisions, those together
        groups.sort_by_key(|(said, parties)| match said.decisions.first() {
            None => (false, Some(said.stand), None, usize::from(said.reason.is_some())),
            Some(decision) => (true, None, Some(parties[0]), *decision),
        });
        let alone = groups.len() == 1 && !groups[0].1.iter().any(|party| own.contains(party));
        let over = region[at.meeting].is_over(today);
        let told = |(said, parties): (Said<'a>, Vec<PartyId>)| {
            let zin = zin(region, at, &said, &parties)?;
            let woord = words::stand_on(said.stand, region[at].treatment, over);
            Some(Zin { allen: alone && said.decisions.is_empty(), woord, ..zin })
        };
        groups.into_iter().filter_map(told).collect()
    }
}

/// How a party stands towards a requested decision on a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    pub stand: Stand,
    pub newest: Option<Newest<'a>>,
    /// When its reservation was lifted: it assents since.
    pub lifted: Option<NaiveDate>,
}

/// How a party stood towards a requested decision on a day, or at the end of the meeting when that was before it.
pub(super) fn known(region: &Region, at: ItemId, party: PartyId, number: usize, today: NaiveDate) -> Known<'_> {
    let (stand, newest) = consultation::standing(region, at, party, number);
    let day = today.min(region[at.meeting].last_day());
    let reserved = newest.filter(|_| stand == Stand::Answered(Support::Reserved));
    let lifted = reserved.and_then(|newest| region.lifted(at, newest.reply, number, day));
    Known { stand: lifted.map_or(stand, |_| Stand::Answered(Support::Yes)), newest, lifted }
}

/// What a party says, decisions of which it says the same together.
fn said(region: &Region, at: ItemId, party: PartyId, own: bool, today: NaiveDate) -> Vec<Said<'_>> {
    let numbers = consultation::decisions_of(region, at, party);
    let mut all: Vec<Said> = Vec::new();
    for &number in &numbers {
        let Known { stand, newest, lifted } = known(region, at, party, number, today);
        if own && matches!(stand, Stand::Silent | Stand::NotAsked) {
            continue;
        }
        let reason = newest.and_then(|newest| newest.answer.reason.as_deref());
        let stale = newest.filter(|newest| newest.stale).map(|newest| newest.answer);
        let earlier = stale.map(|answer| (words::answer(answer, &region[at]), words::question(answer, &region[at])));
        let text = stale.map(|answer| &*answer.text);
        let text = text.filter(|text| !consultation::same_text(text, &region[at].requested[number - 1]));
        let rivals = verschillend(region, at, party, number);
        let open = matches!(stand, Stand::Silent | Stand::Stale);
        let asked_late = consultation::asked_late(region, at, party, number).filter(|_| open);
        let asked_late = asked_late.filter(|(day, _)| newest.is_none_or(|newest| newest.reply.date <= *day));
        let same = |said: &&mut Said| {
            (said.stand, said.reason, said.earlier, said.lifted, said.asked_late)
                == (stand, reason, earlier, lifted, asked_late)
                && said.rivals == rivals
        };
        if let Some(said) = all.iter_mut().find(same) {
            said.decisions.push(number);
            said.texts.extend(text);
        } else {
            let silent_on = (stand == Stand::Silent).then(|| silent_on(region, at, party)).flatten();
            let texts = text.into_iter().collect();
            let own = own && matches!(stand, Stand::Stale | Stand::Unordered);
            all.push(Said {
                stand,
                reason,
                earlier,
                texts,
                rivals,
                lifted,
                silent_on,
                own,
                asked_late,
                decisions: vec![number],
            });
        }
    }
    // of an earlier text it is told which
    if let [said] = all.as_mut_slice()
        && said.decisions.len() == numbers.len()
        && (said.earlier.is_none() || said.decisions.len() == 1)
    {
        said.decisions.clear();
    }
    all
}

/// On what a party that is silent on decisions of an item is so, where it said something else.
fn silent_on(region: &Region, at: ItemId, party: PartyId) -> Option<&'static str> {
    let replies = consultation::in_time(&region[at.meeting], party);
    let of_item = |item: usize| replies.iter().flat_map(|reply| &reply.items).any(move |said| said.item == item);
    let said = |item: usize| of_item(item) && item != at.index;
    let dropped = consultation::apart_on(region, at, party);
    if dropped.iter().any(|one| one.why == Why::NotAsked) {
        return Some("tekst");
    }
    (0..region[at.meeting].items.len()).any(said).then_some("punt")
}

fn zin<'a>(region: &Region, at: ItemId, said: &Said<'a>, parties: &[PartyId]) -> Option<Zin<'a>> {
    let numbers: Vec<String> = said.decisions.iter().map(ToString::to_string).collect();
    Some(Zin {
        standpunt: words::stand(said.stand, region[at].treatment),
        woord: words::stand(said.stand, region[at].treatment),
        eigen: said.own,
        wie: parts::names(region, at.meeting, parties)?,
        meer: parties.len() > 1,
        allen: false,
        besluiten: dutch::list(&numbers),
        reden: said.reason,
        reden_af: said.reason.is_some_and(|reason| reason.trim_end().ends_with(['.', '!', '?', '…', ':'])),
        eerder: said.earlier.map(|(word, _)| word),
        eerdere: said.earlier.map(|(_, question)| question),
        eerdere_teksten: said.texts.clone(),
        zweeg_op: said.silent_on,
        gevraagd_op: said.asked_late.map(|(day, _)| dutch::date(day)),
        opnieuw: said.asked_late.is_some_and(|(_, again)| again),
        open: consultation::is_open(said.stand),
        verschillend: said.rivals.clone(),
        vervallen_op: said.lifted.map(dutch::date),
        let_op: said.stand != Stand::Answered(Support::Yes) || said.reason.is_some() && said.lifted.is_none(),
    })
}

impl Zin<'_> {
    /// Whether somebody answered, and not only yes to what is asked now.
    pub(super) fn is_an_answer_with_more(&self) -> bool {
        (self.let_op || self.vervallen_op.is_some())
            && (!self.open || self.eerder.is_some() || !self.verschillend.is_empty())
    }

    /// Whether somebody does not simply agree.
    pub(super) const fn asks_for_attention(&self) -> bool {
        self.let_op
    }
}

/// The parties that answered with other explanation or papers than those of now.
pub(super) fn gezien(region: &Region, at: ItemId, parties: &[PartyId], wanted: Seen) -> Option<String> {
    let saw = |party: &&PartyId| consultation::has_seen(region, at, **party, wanted);
    parts::names(region, at.meeting, &parties.iter().filter(saw).copied().collect::<Vec<_>>())
}
