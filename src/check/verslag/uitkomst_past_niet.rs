//! An outcome fits what was to be done with the item.

use crate::check::{Found, scope::At};
use crate::model::{Item, Outcome as O, Treatment};

/// What an item can come to, and how to say it; what was not treated fits everywhere.
fn fits(treatment: Treatment, outcome: O) -> bool {
    match outcome {
        O::Deferred | O::Withdrawn | O::NotTreated => true,
        O::Discussed => treatment != Treatment::Assent,
        O::Noted => matches!(treatment, Treatment::Information | Treatment::Discussion | Treatment::Procedure),
        O::Advised => treatment == Treatment::Advice,
        O::Adopted | O::AdoptedChanged => treatment == Treatment::Procedure,
        O::Assented | O::AssentedChanged | O::AssentedReserved | O::AssentedPartly | O::NotAssented => {
            treatment == Treatment::Assent
        }
    }
}

const fn expected(treatment: Treatment) -> (&'static str, &'static str) {
    match treatment {
        Treatment::Procedure => ("een procedurepunt", "vastgesteld, gewijzigd vastgesteld, besproken of kennisgenomen"),
        Treatment::Information => ("ter kennisname", "kennisgenomen of besproken"),
        Treatment::Discussion => ("ter bespreking", "besproken of kennisgenomen"),
        Treatment::Advice => ("ter advisering", "advies uitgebracht of besproken"),
        Treatment::Assent => {
            ("ter instemming", "ingestemd, met wijziging, onder voorbehoud of deels, of niet ingestemd")
        }
    }
}

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    for (treated, item) in at.treated() {
        let adopted = matches!(treated.outcome, Some(O::Adopted | O::AdoptedChanged));
        // of adoption by aldermen another rule speaks
        let told = adopted && at.is_executive() && item.adopts.is_empty();
        let wrong = at.is_own() && treated.outcome.is_some_and(|outcome| !fits(item.treatment, outcome));
        if wrong && item.adopts.is_empty() && !told {
            let (treatment, outcomes) = expected(item.treatment);
            let message = format!("“{}” was {treatment}; daar past deze uitkomst niet bij.", item.title);
            let hint = format!("kies {outcomes}; of aangehouden, ingetrokken, niet behandeld");
            found.at(treated.span, message, at.in_minutes(hint)).key("uitkomst").item(treated.item);
        }
        for (number, outcome) in treated.exceptions.iter().filter(|_| !at.meeting.broken) {
            if let Some((message, hint)) = misfit(item, usize::from(*number), *outcome) {
                found.at(treated.span, message, at.in_minutes(hint)).key("besluit").item(treated.item);
            }
        }
    }
}

/// How the outcome of one requested decision does not fit.
fn misfit(item: &Item, number: usize, outcome: O) -> Option<(String, String)> {
    let title = &item.title;
    if number > item.requested.len() {
        let message = format!("Bij “{title}” staat een uitkomst van besluit {number}; dat is daar niet gevraagd.");
        return Some((message, "kijk nr na: het is het nummer van het gevraagde besluit op de agenda".to_owned()));
    }
    let (treatment, outcomes) = expected(item.treatment);
    let wrong = !fits(item.treatment, outcome) && item.adopts.is_empty();
    wrong.then(|| {
        let message = format!("“{title}” was {treatment}; daar past de uitkomst van besluit {number} niet bij.");
        (message, format!("kies {outcomes}; of aangehouden, ingetrokken, niet behandeld"))
    })
}
