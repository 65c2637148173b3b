//! An answer to another text is asked again.

use crate::check::{Found, scope::At, scope::decisions};
use crate::dutch;
use crate::model::consultation::{asked_again, newest};
use crate::word::Word as _;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    // after the meeting nothing can be asked any more
    if !at.is_coming() {
        return;
    }
    for party in at.asked.iter().map(|asked| asked.party) {
        for (index, item) in at.requests() {
            for (number, requested) in item.asked() {
                let Some(old) = newest(at.region, at.item_id(index), party, number).filter(|newest| newest.stale)
                else {
                    continue;
                };
                let about = decisions(at.meeting, &[(index, vec![number])]);
                let name = at.name(party);
                let message = match old.answer.other_treatment(item) {
                    None => format!("Het antwoord van {name} op {about} gaat over een andere tekst en telt niet."),
                    Some(then) if old.answer.may_be_to_now(item) => {
                        let (then, now) = (then.word(), item.treatment.word());
                        format!(
                            "Niet bekend is of {name} op {about} antwoordde toen dat nog {then} was, of al {now}; dat antwoord telt niet."
                        )
                    }
                    Some(then) => {
                        let (then, now) = (then.word(), item.treatment.word());
                        format!(
                            "{name} antwoordde op {about} toen dat {then} was; nu is het {now}, en dat antwoord telt niet."
                        )
                    }
                };
                let told = if old.answer.may_be_to_now(item) {
                    "; zei het antwoord zelf op welke vraag het was, zet dat er dan bij als behandeling"
                } else {
                    ""
                };
                let hint = asked_again(at.meeting, index, number, &old).map_or_else(
                    || format!("vraag {name} opnieuw, en leg dat vast: {}{told}", at.record_question(party)),
                    |day| {
                        format!(
                            "{name} is opnieuw gevraagd op {}; bel of mail als het antwoord uitblijft",
                            dutch::date(day)
                        )
                    },
                );
                found.at(old.answer.span, message, hint).see(requested.span, "dit wordt nu gevraagd").item(index);
            }
        }
    }
}
