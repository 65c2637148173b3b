//! A proposal says what it costs, or that it costs nothing.

use crate::check::{Found, scope::At};
use crate::model::{Item, Treatment};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    // what was sent and dealt with nobody mends any more
    if !at.is_executive() || !at.is_coming() || at.meeting.broken {
        return;
    }
    let decides = |item: &Item| matches!(item.treatment, Treatment::Assent | Treatment::Advice);
    for (index, item) in at.items().filter(|(_, item)| decides(item) && item.finance.is_none()) {
        let message = format!("Bij “{}” staat niet wat de financiële gevolgen zijn.", item.title);
        let hint = "schrijf bij dit agendapunt: financien = \"…\", of financien = \"geen\" als er geen gevolgen zijn";
        found.at(item.span, message, hint).item(index);
    }
}
