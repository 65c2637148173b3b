//! What may not leave the house.

pub(super) mod texts;

family! { "openbaarheid":
    "contactgegevens-openbaar" contactgegevens_openbaar Error Region [41] "Een adres of telefoonnummer staat in een tekst die openbaar wordt.";
    "naam-van-ambtenaar-openbaar" naam_van_ambtenaar_openbaar Error Region [41] "De naam van een ambtenaar staat in een tekst die openbaar wordt.";
    "besloten-tekst-openbaar" besloten_tekst_openbaar Error Region [41] "De titel van een besloten punt staat in een tekst die openbaar wordt.";
}

/// Whether a name stands in a text as words of its own, in capitals or not.
fn stands_in(text: &str, name: &str) -> bool {
    let (text, name) = (text.to_lowercase(), name.to_lowercase());
    let alone = |at: usize| {
        let letter = |c: char| c.is_alphanumeric();
        !text[..at].chars().next_back().is_some_and(letter)
            && !text[at + name.len()..].chars().next().is_some_and(letter)
    };
    !name.is_empty() && text.match_indices(&name).any(|(at, _)| alone(at))
}
