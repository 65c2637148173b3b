//! Of two answers on one day it is known which is the newest.

use std::collections::BTreeSet;
use std::ptr;

use crate::check::Found;
use crate::check::scope::{At, Decisions, decisions};
use crate::dutch;
use crate::model::consultation::{Unordered, unordered};
use crate::model::{PartyId, Reply};

/// Replies of a party without order, and of what: the item, and the answers.
type Rivals<'a> = Vec<(usize, Unordered<'a>)>;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let parties = at.region.party_ids().filter(|_| !at.meeting.replies.is_empty());
    for (party, rivals) in parties.flat_map(|party| rivals(at, party).into_iter().map(move |rivals| (party, rivals))) {
        report(at, party, &rivals, found);
    }
}

/// What a party answered without order to what is asked, the answers of the same replies together.
fn rivals<'a>(at: &At<'a>, party: PartyId) -> Vec<Rivals<'a>> {
    let mut all: Vec<Rivals> = Vec::new();
    for item in 0..at.meeting.items.len() {
        let of_item = unordered(at.region, at.item_id(item), party).into_iter().filter(|one| one.number.is_some());
        // what one reply says twice has no order: that is told at the numbers of its answers
        let of_item = of_item.filter(|one| replies(one).collect::<BTreeSet<_>>().len() == one.answers.len());
        for one in of_item {
            match all.iter_mut().find(|known| replies(&known[0].1).eq(replies(&one))) {
                Some(known) => known.push((item, one)),
                None => all.push(vec![(item, one)]),
            }
        }
    }
    all
}

fn replies<'u, 'a: 'u>(one: &'u Unordered<'a>) -> impl Iterator<Item = *const Reply> + 'u {
    one.answers.iter().map(|(reply, _)| ptr::from_ref(*reply))
}

fn report(at: &At<'_>, party: PartyId, rivals: &Rivals<'_>, found: &mut Found) {
    let [(_, first), ..] = rivals.as_slice() else { return };
    let [others @ .., (reply, counts)] = first.answers.as_slice() else { return };
    let mut about: Vec<Decisions> = Vec::new();
    for (item, number) in rivals.iter().filter_map(|(item, one)| Some((*item, one.number?))) {
        match about.last_mut().filter(|(known, _)| *known == item) {
            Some((_, numbers)) => numbers.push(number),
            None => about.push((item, vec![number])),
        }
    }
    let (name, day, what) = (at.name(party), dutch::date(reply.date), decisions(at.meeting, &about));
    let message = match others.len() {
        _ if !rivals.iter().any(|(_, one)| one.is_of_support()) => {
            format!("{name} gaf op {day} verschillende redenen bij {what}; welke de nieuwste is, staat er niet.")
        }
        1 => format!(
            "{name} antwoordde op {day} twee keer verschillend bij {what}; welk antwoord het nieuwste is, staat er niet."
        ),
        more => format!(
            "{name} antwoordde op {day} {} keer, en niet steeds hetzelfde, bij {what}; welk antwoord het nieuwste is, staat er niet.",
            more + 1
        ),
    };
    let so_far = if rivals.iter().any(|(_, one)| one.is_of_support()) {
        "tot dan is niet bekend welk antwoord geldt"
    } else {
        "tot dan staat deze reden in de stukken"
    };
    let hint = if first.answers.iter().all(|(reply, _)| reply.time.is_some()) {
        "geef wat het laatst kwam een tijd die een minuut later is, of beide hun seconden: tijd = 15:00:10 en tijd = 15:00:30"
    } else if others.len() == 1 {
        "zet bij beide antwoorden hoe laat het kwam: tijd = 15:00:00"
    } else {
        "zet bij elk van deze antwoorden hoe laat het kwam: tijd = 15:00:00"
    };
    let mut finding = found.at(counts.span, message, format!("{hint}; {so_far}"));
    for (other, _) in others {
        finding = finding.see(other.span, "het andere antwoord");
    }
}
