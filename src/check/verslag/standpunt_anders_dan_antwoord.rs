//! A position in the minutes that is the opposite of what the party answered says why.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::consultation::{Newest, Stand, standing};
use crate::model::{Input, Item, Outcome, Support, Treated};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.meeting.broken {
        return;
    }
    for (treated, item) in at.treated() {
        for input in &treated.input {
            let Some(position) = &input.position else { continue };
            let plain = input.stance.filter(|stance| matches!(stance, Support::Yes | Support::No));
            let answered = plain.and_then(|stance| opposite(at, (treated, item), input, stance));
            let Some(newest) = answered.filter(|_| !is_explained(at, treated, input)) else { continue };
            let (name, day) = (at.name(input.from), dutch::date(newest.reply.date));
            let word = if newest.answer.support == Support::Yes { "ja" } else { "nee" };
            let message = format!("Hier staat “{}”, maar {name} antwoordde op {day} {word}.", **position);
            let hint = "kijk na welk van de twee klopt; was het aan tafel anders dan vooraf, zet er dan bij waarom: tekst = \"…\"";
            found
                .at(position.span, message, at.in_minutes(hint))
                .item(treated.item)
                .see(newest.answer.span, "dit is het antwoord");
        }
    }
}

/// The last answer of a party, when it said the opposite of this on all that its position is about, before the meeting was over.
fn opposite<'a>(at: &At<'a>, about: (&Treated, &Item), input: &Input, stance: Support) -> Option<Newest<'a>> {
    let (treated, item) = about;
    let other = if stance == Support::Yes { Support::No } else { Support::Yes };
    let mut last = None;
    for (number, _) in item.asked().filter(|(number, _)| input.is_about(*number)) {
        let (stand, newest) = standing(at.region, at.item_id(treated.item), input.from, number);
        let newest = newest.filter(|newest| newest.reply.date <= at.meeting.last_day())?;
        // a yes with a reason is no plain yes
        if stand != Stand::Answered(other) || other == Support::Yes && newest.answer.reason.is_some() {
            return None;
        }
        last = last.or(Some(newest));
    }
    last
}

/// Whether the minutes tell how it came: in words of the party or of the discussion, or by what was agreed instead.
fn is_explained(at: &At<'_>, treated: &Treated, input: &Input) -> bool {
    let own = |other: &&Input| other.from == input.from;
    let said = treated.input.iter().filter(own).any(|other| other.text.is_some() || other.not_named.is_some());
    let name = at.name(input.from).to_lowercase();
    let discussed = treated.discussed.as_ref().is_some_and(|text| text.to_lowercase().contains(&name));
    let otherwise = treated.outcomes().any(|it| matches!(it, Outcome::AssentedChanged | Outcome::AssentedPartly));
    let corrected = at
        .minutes()
        .is_some_and(|minutes| minutes.corrections.iter().any(|correction| correction.item == Some(treated.item)));
    said || discussed || otherwise || treated.agreed.is_some() || corrected
}
