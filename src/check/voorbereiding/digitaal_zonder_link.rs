//! Who takes part in a meeting from elsewhere reads how.

use crate::check::{Found, scope::At};
use crate::model::Form;
use crate::model::called;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let meeting = at.meeting;
    let hint = match meeting.form {
        Form::Online => {
            "zet het adres erbij: link = \"https://…\"; komt iedereen toch bijeen op de locatie, haal dan vorm weg, of schrijf: vorm = \"hybride\""
        }
        Form::Hybrid => {
            "zet het adres erbij: link = \"https://…\"; komt iedereen bijeen op de locatie, haal dan vorm weg"
        }
        Form::InPerson | Form::Written => return,
    };
    if !at.is_coming() || !at.is_own() || meeting.online_at.is_some() || meeting.sendings_of_papers().next().is_none() {
        return;
    }
    // without a room nobody travels for nothing: the link may have come with the invitation
    let Some(place) = &meeting.place else { return };
    let form = called::form(meeting.form);
    let message = format!("De vergadering is {form} en de agenda is verzonden, maar er staat geen link bij.");
    found.at(place.span, message, hint);
}
