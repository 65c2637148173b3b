//! What a party said and what does not count, so that nothing of it is lost.

use serde::Serialize;

use super::{Field, Fields, parts, words};
use crate::consultation::{self, Apart, Stand, Why, Words};
use crate::dutch;
use crate::model::{ItemId, MeetingId, PartyId, Region, Support};

/// Something that does not count, as a template tells it.
#[derive(Debug, Serialize)]
pub struct TeltNiet<'a> {
    /// Who said it; nobody in a paper for that party itself.
    wie: Option<String>,
    datum: String,
    waarom: &'static str,
    /// The number of the item, where the paper does not tell it below that item.
    punt: Option<&'a str>,
    /// It is about the agenda as a whole.
    algemeen: bool,
    /// The answer, with the number of its decision, or its words when they are asked no more.
    antwoord: Option<&'static str>,
    nr: Option<usize>,
    tekst: Option<&'a str>,
    reden: Option<&'a str>,
    /// The input.
    inbreng: Option<Field>,
    benoemen: bool,
    /// Somebody did not simply agree, of a decision that is asked no more.
    let_op: bool,
}

/// How a paper tells what does not count.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'r> {
    pub region: &'r Region,
    /// Who said it is named.
    pub named: bool,
    /// The item is named.
    pub numbered: bool,
}

impl<'a> Telling<'a> {
    /// All that parties said of a meeting and that does not count.
    pub fn whole(self, id: MeetingId, parties: &[PartyId], fields: &mut Fields<'a>) -> Vec<TeltNiet<'a>> {
        let all = parties.iter().flat_map(|party| consultation::apart(self.region, id, *party));
        self.told(id, all.collect(), fields)
    }

    /// Those of them that are wanted, without what a party said otherwise later.
    pub fn on(
        self,
        id: MeetingId,
        parties: &[PartyId],
        wanted: impl Fn(&Apart<'a>) -> bool,
        fields: &mut Fields<'a>,
    ) -> Vec<TeltNiet<'a>> {
        let all = parties.iter().flat_map(|party| consultation::apart(self.region, id, *party));
        let all = all.filter(|one| one.why != Why::Replaced && wanted(one));
        self.told(id, all.collect(), fields)
    }

    /// The same answers of more parties on one day together.
    fn told(self, id: MeetingId, all: Vec<Apart<'a>>, fields: &mut Fields<'a>) -> Vec<TeltNiet<'a>> {
        let mut groups: Vec<(Apart<'a>, Vec<PartyId>)> = Vec::new();
        for one in all {
            match groups.iter_mut().find(|(known, parties)| same(known, &one) && !parties.contains(&one.reply.party)) {
                Some((_, parties)) => parties.push(one.reply.party),
                None => groups.push((one, vec![one.reply.party])),
            }
        }
        groups.into_iter().map(|(one, parties)| self.one(id, one, &parties, fields)).collect()
    }

    fn one(self, id: MeetingId, one: Apart<'a>, parties: &[PartyId], fields: &mut Fields<'a>) -> TeltNiet<'a> {
        let item = one.item.map(|index| &self.region[ItemId { meeting: id, index }]);
        let treatment = item.map(|item| item.treatment);
        let mut told = TeltNiet {
            wie: parts::names(self.region, parties).filter(|_| self.named),
            datum: dutch::short_date(one.reply.date),
            waarom: match one.why {
                Why::Late => "te laat",
                Why::NotAsked | Why::Withdrawn => "niet gevraagd",
                Why::Replaced => "later anders",
            },
            punt: item.map(|item| item.number.as_str()).filter(|_| self.numbered),
            algemeen: item.is_none(),
            antwoord: None,
            nr: None,
            tekst: None,
            reden: None,
            inbreng: None,
            benoemen: false,
            let_op: false,
        };
        match one.said {
            Words::Answer(answer, nr) => {
                let stand = Stand::Answered(answer.support);
                told.antwoord = treatment.map(|treatment| words::stand(stand, treatment));
                told.reden = answer.reason.as_deref();
                told.nr = nr;
                told.let_op = matches!(one.why, Why::NotAsked | Why::Withdrawn) && answer.support != Support::Yes;
                told.tekst = nr.is_none().then_some(&*answer.text);
            }
            Words::Input(text, name_it) => {
                told.inbreng = Some(fields.add(text));
                told.benoemen = name_it;
            }
        }
        told
    }
}

impl TeltNiet<'_> {
    /// Whether somebody did not simply agree, of a decision that is asked no more.
    pub const fn asks_for_attention(&self) -> bool {
        self.let_op
    }
}

/// Whether two parties answered the same on one day.
fn same(one: &Apart, other: &Apart) -> bool {
    let answers = match (one.said, other.said) {
        (Words::Answer(one, at), Words::Answer(other, place)) => {
            (&one.text, one.support, &one.reason, at) == (&other.text, other.support, &other.reason, place)
        }
        _ => false,
    };
    answers && (one.item, one.why, one.reply.date) == (other.item, other.why, other.reply.date)
}
