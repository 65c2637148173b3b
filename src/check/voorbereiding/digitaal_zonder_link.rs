//! Who is invited to a digital meeting reads how to take part.

use crate::check::{Found, scope::At};
use crate::model::Form;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let meeting = at.meeting;
    let Some(place) = meeting.place.as_ref().filter(|_| meeting.form == Form::Online) else { return };
    if !at.is_coming() || !at.is_own() || meeting.online_at.is_some() || meeting.sendings_of_papers().next().is_none() {
        return;
    }
    let message = "De vergadering is digitaal en de agenda is verzonden, maar er staat geen link bij.";
    let hint = "zet het adres erbij: link = \"https://…\"; komt iedereen toch bijeen op de locatie, haal dan vorm weg, of schrijf: vorm = \"hybride\"";
    found.at(place.span, message.to_owned(), hint);
}
