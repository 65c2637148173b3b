//! How parties stand towards an item, as it can be told at the table: those who say the same together.

use serde::Serialize;

use super::{parts, words};
use crate::consultation::{self, Seen, Stand, Why, Words};
use crate::dutch;
use crate::model::{ItemId, PartyId, Region, Support, Treatment};

/// What parties say of an item, or of some of its decisions: from their stance and from nothing else.
#[derive(Debug, Clone, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "what a template asks")]
pub struct Zin<'a> {
    standpunt: &'static str,
    wie: String,
    meer: bool,
    /// All for whom somebody speaks say this of everything, and nobody else is told of.
    allen: bool,
    /// The decisions that it is about, where a party does not say the same of all.
    besluiten: Option<String>,
    /// In the words of the parties, whole; whether they end as a sentence does.
    reden: Option<&'a str>,
    reden_af: bool,
    /// What was answered to an earlier text, and that text, one per decision.
    eerder: Option<&'static str>,
    eerdere_teksten: Vec<&'a str>,
    /// Of what is silent: it said something else, of this item or of others.
    zweeg_op: Option<&'static str>,
    /// Somebody does not simply agree.
    let_op: bool,
    /// An answer is still wanted.
    #[serde(skip)]
    open: bool,
}

/// What a party says of some decisions.
#[derive(Debug, PartialEq, Eq)]
struct Said<'a> {
    stand: Stand,
    reason: Option<&'a str>,
    /// To an earlier text: the answer, and the texts.
    earlier: Option<Support>,
    texts: Vec<&'a str>,
    silent_on: Option<&'static str>,
    /// Numbers; none: all.
    decisions: Vec<usize>,
}

/// What parties say of an item. Of an own position that is not known nothing is told.
pub fn zinnen<'a>(region: &'a Region, at: ItemId, others: &[PartyId], own: &[PartyId]) -> Vec<Zin<'a>> {
    told(region, at, others, own, true)
}

/// Where somebody does not simply agree, in short: who is silent, whatever that party said of something else, together.
pub fn aandacht<'a>(region: &'a Region, at: ItemId, others: &[PartyId], own: &[PartyId]) -> Vec<Zin<'a>> {
    let mut all = told(region, at, others, own, false);
    all.retain(Zin::asks_for_attention);
    all
}

fn told<'a>(region: &'a Region, at: ItemId, others: &[PartyId], own: &[PartyId], in_full: bool) -> Vec<Zin<'a>> {
    let is_known = |stand| !consultation::is_open(stand);
    let is_told = |party: &&PartyId| {
        let own = own.contains(party) && !others.contains(party);
        !own || consultation::stands(region, at, **party).into_iter().any(is_known)
    };
    let parties: Vec<PartyId> = own.iter().chain(others).filter(is_told).copied().collect();
    let mut groups: Vec<(Said<'a>, Vec<PartyId>)> = Vec::new();
    for party in region.party_ids().filter(|party| parties.contains(party)) {
        for mut said in said(region, at, party) {
            said.silent_on = said.silent_on.filter(|_| in_full);
            match groups.iter_mut().find(|(known, _)| *known == said) {
                Some((_, parties)) => parties.push(party),
                None => groups.push((said, vec![party])),
            }
        }
    }
    // first what is said of everything, then what a party says of some decisions, those together
    groups.sort_by_key(|(said, parties)| match said.decisions.first() {
        None => (false, place(said.stand), usize::from(said.reason.is_some())),
        Some(decision) => (true, parties[0].0, *decision),
    });
    let alone = groups.len() == 1 && !parties.iter().any(|party| own.contains(party));
    groups.into_iter().filter_map(|(said, parties)| zin(region, at, &said, &parties, alone)).collect()
}

/// What a party says, decisions of which it says the same together.
fn said(region: &Region, at: ItemId, party: PartyId) -> Vec<Said<'_>> {
    let mut all: Vec<Said> = Vec::new();
    for number in consultation::decisions_of(region, at, party) {
        let (stand, newest) = consultation::standing(region, at, party, number);
        let reason = newest.and_then(|newest| newest.answer.reason.as_deref());
        let stale = newest.filter(|newest| newest.stale).map(|newest| newest.answer);
        let earlier = stale.map(|answer| answer.support);
        let text = stale.map(|answer| &*answer.text);
        let same = |said: &&mut Said| (said.stand, said.reason, said.earlier) == (stand, reason, earlier);
        if let Some(said) = all.iter_mut().find(same) {
            said.decisions.push(number);
            said.texts.extend(text);
        } else {
            let silent_on = (stand == Stand::Silent).then(|| silent_on(region, at, party)).flatten();
            let texts = text.into_iter().collect();
            all.push(Said { stand, reason, earlier, texts, silent_on, decisions: vec![number] });
        }
    }
    // of an earlier text it is told which
    if let [said] = all.as_mut_slice()
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

fn zin<'a>(region: &Region, at: ItemId, said: &Said<'a>, parties: &[PartyId], alone: bool) -> Option<Zin<'a>> {
    let numbers: Vec<String> = said.decisions.iter().map(ToString::to_string).collect();
    Some(Zin {
        standpunt: words::stand(said.stand, region[at].treatment),
        wie: parts::names(region, parties)?,
        meer: parties.len() > 1,
        allen: alone && said.decisions.is_empty(),
        besluiten: dutch::list(&numbers),
        reden: said.reason,
        reden_af: said.reason.is_some_and(|reason| reason.trim_end().ends_with(['.', '!', '?', '…', ':'])),
        eerder: said.earlier.map(|support| words::stand(Stand::Answered(support), region[at].treatment)),
        eerdere_teksten: said.texts.clone(),
        zweeg_op: said.silent_on,
        open: consultation::is_open(said.stand),
        let_op: said.stand != Stand::Answered(Support::Yes) || said.reason.is_some(),
    })
}

fn place(stand: Stand) -> usize {
    words::STANDS.iter().position(|known| *known == stand).unwrap_or(words::STANDS.len())
}

impl Zin<'_> {
    /// Whether somebody answered, and not only yes to what is asked now.
    pub fn is_an_answer_with_more(&self) -> bool {
        self.let_op && (!self.open || self.eerder.is_some())
    }

    /// Whether somebody does not simply agree.
    pub const fn asks_for_attention(&self) -> bool {
        self.let_op
    }
}

/// The parties that answered with other explanation or papers than those of now.
pub fn gezien(region: &Region, at: ItemId, parties: &[PartyId], wanted: Seen) -> Option<String> {
    let saw = |party: &&PartyId| {
        let numbers = 1..=region[at].requested.len();
        let mut newest = numbers.filter_map(|number| consultation::newest(region, at, **party, number));
        newest.any(|newest| newest.seen == wanted && !newest.stale)
    };
    parts::names(region, &parties.iter().filter(saw).copied().collect::<Vec<_>>())
}

/// Why a party will want to speak of an item, in the words of the format: *indiener*, a stance, *inbreng*.
pub fn redenen(region: &Region, at: ItemId, party: PartyId, submits: bool) -> Option<String> {
    let treatment: Treatment = region[at].treatment;
    let stands = consultation::stands(region, at, party);
    let speaks = [Support::No, Support::Reserved, Support::MoreTime].map(Stand::Answered);
    let stances = speaks.into_iter().filter(|stand| stands.contains(stand));
    let earlier = earlier(region, at, party);
    let named = consultation::input(&region[at.meeting], party, at.index).is_some_and(|(_, name_it)| name_it);
    let mut reasons: Vec<String> = submits.then(|| words::SUBMITTER.to_owned()).into_iter().collect();
    reasons.extend(stances.map(|stand| dutch::small(words::stand(stand, treatment))));
    reasons.extend(earlier.into_iter().map(|support| {
        format!("{} {}", dutch::small(words::stand(Stand::Answered(support), treatment)), words::EARLIER)
    }));
    reasons.extend(named.then(|| words::INPUT.to_owned()));
    dutch::list(&reasons)
}

/// Where a party did not simply agree to an earlier text: of a decision that is asked otherwise now, or no more.
fn earlier(region: &Region, at: ItemId, party: PartyId) -> Vec<Support> {
    let numbers = 1..=region[at].requested.len();
    let newest = numbers.filter_map(|number| consultation::newest(region, at, party, number));
    let stale = newest.filter(|newest| newest.stale).map(|newest| newest.answer.support);
    let dropped = consultation::apart_on(region, at, party).into_iter();
    let dropped = dropped.filter(|one| matches!(one.why, Why::NotAsked | Why::Withdrawn));
    let dropped = dropped.filter_map(|one| match one.said {
        Words::Answer(answer, _) => Some(answer.support),
        Words::Input(..) => None,
    });
    let known: Vec<Support> = stale.chain(dropped).collect();
    [Support::No, Support::Reserved, Support::MoreTime].into_iter().filter(|support| known.contains(support)).collect()
}
