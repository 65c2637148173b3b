//! Asking comes after sending.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::SendingKind;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let sendings = &at.meeting.sendings;
    let agenda = sendings.iter().filter(|it| it.kind == SendingKind::Agenda).min_by_key(|it| it.date);
    for asked in sendings.iter().filter(|it| it.kind == SendingKind::Consultation) {
        let message = match agenda {
            Some(agenda) if agenda.date <= asked.date => continue,
            Some(agenda) => format!(
                "Er is gevraagd op {}, maar de stukken zijn pas op {} verzonden.",
                dutch::short_date(asked.date),
                dutch::short_date(agenda.date)
            ),
            None if at.meeting.broken => continue,
            None => format!("Er is gevraagd op {}, maar er zijn geen stukken verzonden.", dutch::short_date(asked.date)),
        };
        let hint = if at.is_coming() {
            "vraag opnieuw nadat de stukken zijn verzonden".to_owned()
        } else {
            "kijk na wanneer de stukken zijn verzonden, of leg vast waarom het zo ging: [[uitzondering]]".to_owned()
        };
        let more = found.at(asked.span, message, hint).key("datum");
        if let Some(agenda) = agenda {
            more.see(agenda.span, "hier zijn de stukken verzonden");
        }
    }
}
