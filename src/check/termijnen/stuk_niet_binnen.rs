//! A paper that is to follow comes, and before the answers close.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::PaperPlace;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if !at.is_coming() {
        return;
    }
    let closes = if at.asked.is_empty() { at.day() } else { at.answers_due() };
    for (index, item) in at.items() {
        for paper in &item.papers {
            let PaperPlace::Follows(day) = paper.place else { continue };
            let (message, hint) = if day < at.today {
                let message = format!("“{}” zou komen op {}, maar is er nog niet.", paper.title, dutch::date(day));
                (message, "zet het bestand erbij (bestand = …), of noem een nieuwe dag")
            } else if day > closes {
                let what = if at.asked.is_empty() { at.end() } else { "de laatste dag om te antwoorden" };
                let message =
                    format!("“{}” komt op {}: na {what}, {}.", paper.title, dutch::date(day), dutch::date(closes));
                (message, "zorg dat het stuk eerder komt, of houd het punt aan")
            } else {
                continue;
            };
            found.at(paper.span, message, hint).key("volgt").item(index);
        }
    }
}
