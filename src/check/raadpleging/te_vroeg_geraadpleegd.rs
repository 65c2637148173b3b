//! Asking comes after sending.

use chrono::NaiveDate;

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::{PartyId, Sending, SendingKind};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let agenda = at.meeting.sendings_of(SendingKind::Agenda).next();
    for asked in at.meeting.sendings_of(SendingKind::Consultation) {
        let message = match agenda {
            Some(agenda) if agenda.date <= asked.date || again(at, asked, agenda.date) => continue,
            Some(agenda) => format!(
                "Er is gevraagd op {}, maar de stukken zijn pas op {} verzonden.",
                dutch::short_date(asked.date),
                dutch::short_date(agenda.date)
            ),
            None if at.meeting.broken => continue,
            None => {
                format!("Er is gevraagd op {}, maar er zijn geen stukken verzonden.", dutch::short_date(asked.date))
            }
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

/// Whether everybody who was asked was asked again after the papers were sent.
fn again(at: &At<'_>, early: &Sending, sent: NaiveDate) -> bool {
    let later = |party: &PartyId| {
        let mut questions = at.meeting.sendings_of(SendingKind::Consultation).filter(|it| it.date >= sent);
        questions.any(|it| it.to.contains(party))
    };
    !early.to.is_empty() && early.to.iter().all(later)
}
