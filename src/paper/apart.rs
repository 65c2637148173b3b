//! What a party said and what does not count, so that nothing of it is lost.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Field, Fields, parts, words};
use crate::dutch;
use crate::model::consultation::{self, Apart, Why, Words};
use crate::model::{Item, ItemId, MeetingId, PartyId, Region, Support};
use crate::paper::words::Woord;

/// Something that does not count, as a template tells it.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "what a template asks")]
pub(super) struct TeltNiet<'a> {
    /// Who said it; nobody in a paper for that party itself.
    wie: Option<String>,
    datum: String,
    waarom: &'static str,
    /// What the party was merged into, or will be: it is there still.
    opgegaan_in: Option<&'a str>,
    bestaat_nog: bool,
    /// The first day without it, where it is not there on the day of the meeting.
    opgegaan_op: Option<String>,
    /// More parties said it.
    meer: bool,
    /// The number of the item, where the paper does not tell it below that item.
    punt: Option<&'a str>,
    /// It is about the agenda as a whole.
    algemeen: bool,
    /// What was answered to each decision of an item that was withdrawn.
    antwoorden: Vec<Deel<'a>>,
    /// The answer, with the number of its decision, and its words when they are not asked now.
    antwoord: Option<Woord>,
    /// To what it was, where that is not what is asked now: a text, or a question.
    vraag: Option<&'static str>,
    nr: Option<usize>,
    tekst: Option<&'a str>,
    reden: Option<&'a str>,
    /// Of answers without order it has another reason than the one that counts, and says the same.
    andere_reden: bool,
    /// The input.
    inbreng: Option<Field>,
    benoemen: bool,
    /// Somebody did not simply agree, of a decision that is asked no more, or said two things.
    let_op: bool,
}

/// What was answered to a decision of an item that was withdrawn.
#[derive(Debug, Serialize)]
pub(super) struct Deel<'a> {
    nr: usize,
    antwoord: Woord,
    /// Its words, where they are not those of the item.
    tekst: Option<&'a str>,
    reden: Option<&'a str>,
}

/// How a paper tells what does not count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Telling<'r> {
    pub region: &'r Region,
    /// The day of the paper.
    pub today: NaiveDate,
    /// Who said it is named.
    pub named: bool,
    /// The item is named.
    pub numbered: bool,
}

impl<'a> Telling<'a> {
    /// All that parties said of a meeting and that does not count.
    pub(super) fn whole(self, id: MeetingId, parties: &[PartyId], fields: &mut Fields<'a>) -> Vec<TeltNiet<'a>> {
        let all = parties.iter().flat_map(|party| consultation::apart(self.region, id, *party));
        self.told(id, all.collect(), fields)
    }

    /// Those of them that are wanted, without what a party said otherwise later: a paper for that party tells it with the
    /// answer that took its place, and here where that has other words.
    pub(super) fn on(
        self,
        id: MeetingId,
        parties: &[PartyId],
        wanted: impl Fn(&Apart<'a>) -> bool,
        fields: &mut Fields<'a>,
    ) -> Vec<TeltNiet<'a>> {
        let all = parties.iter().flat_map(|party| consultation::apart(self.region, id, *party));
        self.wanted(id, all, wanted, fields)
    }

    /// The same of one item: nothing else is looked at.
    pub(super) fn on_item(
        self,
        at: ItemId,
        parties: &[PartyId],
        wanted: impl Fn(&Apart<'a>) -> bool,
        fields: &mut Fields<'a>,
    ) -> Vec<TeltNiet<'a>> {
        let all = parties.iter().flat_map(|party| consultation::apart_on(self.region, at, *party));
        self.wanted(at.meeting, all, wanted, fields)
    }

    fn wanted(
        self,
        id: MeetingId,
        all: impl Iterator<Item = Apart<'a>>,
        wanted: impl Fn(&Apart<'a>) -> bool,
        fields: &mut Fields<'a>,
    ) -> Vec<TeltNiet<'a>> {
        let of_other_words = |one: &Apart| !self.named && matches!(one.said, Words::Answer(_, None));
        let all = all.filter(|one| (one.why != Why::Replaced || of_other_words(one)) && wanted(one));
        self.told(id, all.collect(), fields)
    }

    /// The same answers of more parties on one day together.
    fn told(self, id: MeetingId, mut all: Vec<Apart<'a>>, fields: &mut Fields<'a>) -> Vec<TeltNiet<'a>> {
        all.retain(|one| !is_told_with_rivals(self.region, id, one));
        let mut groups: Vec<(Vec<Apart<'a>>, Vec<PartyId>)> = Vec::new();
        for unit in self.units(id, all) {
            let by = unit[0].reply.party;
            // of parties that ended on two days one may be there still
            let alike =
                |known: &[Apart]| same(known, &unit) && self.ended(id, known[0].reply.party) == self.ended(id, by);
            match groups.iter_mut().find(|(known, parties)| alike(known) && !parties.contains(&by)) {
                Some((_, parties)) => parties.push(by),
                None => groups.push((unit, vec![by])),
            }
        }
        groups.into_iter().map(|(unit, parties)| self.one(id, &unit, &parties, fields)).collect()
    }

    /// What is told in one line: the answers of one reply to an item that was withdrawn, else each by itself.
    fn units(self, id: MeetingId, all: Vec<Apart<'a>>) -> Vec<Vec<Apart<'a>>> {
        let is_withdrawn = |one: &Apart| {
            let item = one.item.and_then(|index| self.region[id].items.get(index));
            let answer = matches!((one.said, one.why), (Words::Answer(..), Why::Withdrawn));
            answer && item.is_some_and(|item| item.cancelled.is_some())
        };
        let mut units: Vec<Vec<Apart<'a>>> = Vec::new();
        for one in all {
            let of_it = |last: &Apart| std::ptr::eq(last.reply, one.reply) && last.item == one.item;
            let together = |unit: &&mut Vec<Apart>| is_withdrawn(&one) && is_withdrawn(&unit[0]) && of_it(&unit[0]);
            match units.last_mut().filter(together) {
                Some(unit) => unit.push(one),
                None => units.push(vec![one]),
            }
        }
        units
    }

    /// Whether an answer without order differs only in its reason.
    fn is_of_reason(self, id: MeetingId, one: &Apart) -> bool {
        let (Some(index), Words::Answer(answer, _)) = (one.item, one.said) else { return false };
        consultation::differs_in_reason(self.region, ItemId { meeting: id, index }, one.reply.party, answer)
    }

    /// The first day without a party that is not there on the day of a meeting.
    fn ended(self, id: MeetingId, party: PartyId) -> Option<NaiveDate> {
        let last = self.region[party].period.until?;
        last.succ_opt().filter(|_| consultation::is_gone(self.region, id, party))
    }

    fn one(self, id: MeetingId, unit: &[Apart<'a>], parties: &[PartyId], fields: &mut Fields<'a>) -> TeltNiet<'a> {
        let one = unit[0];
        let item = one.item.map(|index| &self.region[ItemId { meeting: id, index }]);
        let is_withdrawn = one.why == Why::Withdrawn && item.is_some_and(|item| item.cancelled.is_some());
        let mut told = TeltNiet {
            wie: parts::names(self.region, id, parties).filter(|_| self.named),
            datum: dutch::short_date(one.reply.date),
            waarom: if is_withdrawn { "vervallen" } else { word(one.why) },
            opgegaan_in: match one.why {
                Why::Gone(Some(now)) => Some(self.region.called(id, now)),
                _ => None,
            },
            bestaat_nog: !self.region[one.reply.party].has_ended(self.today),
            opgegaan_op: self.ended(id, one.reply.party).map(dutch::date),
            meer: parties.len() > 1,
            punt: item.map(|item| item.number.as_str()).filter(|_| self.numbered),
            algemeen: item.is_none(),
            antwoorden: Vec::new(),
            antwoord: None,
            vraag: None,
            nr: None,
            tekst: None,
            reden: None,
            andere_reden: one.why == Why::Unordered && self.is_of_reason(id, &one),
            inbreng: None,
            benoemen: false,
            let_op: false,
        };
        match one.said {
            Words::Answer(..) if is_withdrawn => {
                told.antwoorden = unit.iter().filter_map(|one| answered(item?, one)).collect();
                let agrees =
                    |one: &Apart| matches!(one.said, Words::Answer(answer, _) if answer.support == Support::Yes);
                told.let_op = !unit.iter().all(agrees);
            }
            Words::Answer(answer, nr) => {
                told.antwoord = item.map(|item| words::answer(answer, item));
                told.vraag = item.map(|item| words::question(answer, item));
                told.reden = answer.reason.as_deref();
                told.nr = nr;
                let differs = answer.support != Support::Yes;
                told.let_op = matches!(one.why, Why::OtherText | Why::Unordered) || unsaid(one.why) && differs;
                told.tekst =
                    (nr.is_none() || matches!(one.why, Why::OtherText | Why::Gone(_))).then_some(&*answer.text);
            }
            Words::Input(text, name_it) => {
                told.inbreng = Some(fields.add(text));
                told.benoemen = name_it;
            }
        }
        told
    }
}

/// Whether it is told with the answers of which nobody knows which is the last, and so may count.
pub(super) fn is_told_with_rivals(region: &Region, id: MeetingId, one: &Apart) -> bool {
    let (Some(index), Words::Answer(answer, Some(_)), Why::Unordered) = (one.item, one.said, one.why) else {
        return false;
    };
    consultation::is_told_with_rivals(region, ItemId { meeting: id, index }, one.reply.party, answer)
}

/// Whether nobody hears it from the party otherwise.
const fn unsaid(why: Why) -> bool {
    matches!(why, Why::NotAsked | Why::Withdrawn | Why::Gone(_))
}

impl TeltNiet<'_> {
    /// Whether somebody did not simply agree, of a decision that is asked no more.
    pub(super) const fn asks_for_attention(&self) -> bool {
        self.let_op
    }
}

const fn word(why: Why) -> &'static str {
    match why {
        Why::Late => "te laat",
        Why::NotAsked | Why::Withdrawn => "niet gevraagd",
        Why::Replaced => "later anders",
        Why::Unordered => "volgorde onbekend",
        Why::OtherText => "andere tekst",
        Why::Gone(_) => "opgegaan",
    }
}

/// What was answered to a decision of an item that was withdrawn.
fn answered<'a>(item: &Item, one: &Apart<'a>) -> Option<Deel<'a>> {
    let Words::Answer(answer, _) = one.said else { return None };
    let nr = usize::from(answer.number);
    let asked = nr.checked_sub(1).and_then(|at| item.requested.get(at));
    let is_asked = asked.is_some_and(|asked| consultation::same_text(asked, &answer.text));
    Some(Deel {
        nr,
        antwoord: words::answer(answer, item),
        tekst: (!is_asked).then_some(&*answer.text),
        reden: answer.reason.as_deref(),
    })
}

/// Whether two parties answered the same on one day.
fn same(one: &[Apart], other: &[Apart]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
}

fn is_same(one: &Apart, other: &Apart) -> bool {
    let answers = match (one.said, other.said) {
        (Words::Answer(one, at), Words::Answer(other, place)) => {
            (&one.text, one.treatment, one.support, &one.reason, at)
                == (&other.text, other.treatment, other.support, &other.reason, place)
        }
        _ => false,
    };
    answers && (one.item, one.why, one.reply.date) == (other.item, other.why, other.reply.date)
}
