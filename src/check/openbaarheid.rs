//! What may not leave the house.

mod besloten_stuk_openbaar;
mod besloten_tekst_openbaar;
mod contactgegevens_openbaar;
mod naam_van_ambtenaar_openbaar;
mod persoon_bij_naam_openbaar;
mod vergaderlink_openbaar;

use crate::model::texts::{Text, TextKind};
use crate::render::field;

mod called;
mod simple;

use simple::Simple;

family! { "openbaarheid":
    "contactgegevens-openbaar" contactgegevens_openbaar Error Public [41] "Een adres of telefoonnummer staat in een tekst die openbaar wordt.";
    "naam-van-ambtenaar-openbaar" naam_van_ambtenaar_openbaar Error Public [41] "De naam van een ambtenaar staat in een tekst die openbaar wordt.";
    "persoon-bij-naam-openbaar" persoon_bij_naam_openbaar Advice Public [41] "Iemand die voor zover bekend geen bestuurder is, wordt bij naam genoemd in een tekst die openbaar wordt.";
    "besloten-tekst-openbaar" besloten_tekst_openbaar Error Public [41] "De titel van een besloten punt staat in een tekst die openbaar wordt.";
    "vergaderlink-openbaar" vergaderlink_openbaar Error Public [41] "De link waarmee men een vergadering bijwoont, staat in een tekst die openbaar wordt.";
    "besloten-stuk-openbaar" besloten_stuk_openbaar Error Public [41] "Een stuk is op de ene plaats openbaar en op de andere niet.";
}

/// What everybody reads of a text with Markdown in it, where that may be otherwise than it was typed.
fn as_read(text: &Text<'_>) -> Option<String> {
    let marked =
        text.kind == TextKind::Words && text.text.contains(['*', '_', '`', '~', '&', '\\', '[', '<', '>', '\n']);
    marked.then(|| field::plain(text.text))
}
