//! Exceptions that silence nothing.

use crate::check::exceptions::Idle;
use crate::check::{Found, rule, rules};
use crate::dossier::faults::WOULD_LEAK;
use crate::dossier::read::nearest;
use crate::dutch;
use crate::model::Exception;

pub(super) fn run(idle: &Idle<'_>, found: &mut Found) {
    for exception in idle.exceptions {
        if let Some((key, message, hint)) = explain(exception, idle) {
            found.at(exception.span, message, hint).key(key);
        }
    }
}

fn explain(exception: &Exception, idle: &Idle<'_>) -> Option<(&'static str, String, String)> {
    let name = &exception.rule;
    // whether it is needed is known when something is made public
    let is_of_a_rule = *name != WOULD_LEAK.name;
    if is_of_a_rule && rule(name).is_none() {
        let hint = nearest(name, rules().map(|rule| rule.fault.name).chain([WOULD_LEAK.name])).map_or_else(
            || "neem de naam over die tussen haken bij de bevinding staat".to_owned(),
            |near| format!("bedoelde u {near}?"),
        );
        return Some(("regel", format!("Er is geen regel met de naam {name}."), hint));
    }
    if let Some(until) = exception.until.filter(|until| *until < idle.today) {
        let message = format!("De uitzondering op {name} gold tot en met {}.", dutch::date(until));
        return Some(("tot", message, "haal de uitzondering weg, of geef haar een nieuwe datum".to_owned()));
    }
    let message = format!("De uitzondering op {name} is niet nodig: die bevinding is er hier niet.");
    (is_of_a_rule && !idle.incomplete).then(|| ("regel", message, "haal de uitzondering weg".to_owned()))
}
