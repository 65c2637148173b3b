//! What may not leave the house.

family! { "openbaarheid":
    "contactgegevens-openbaar" contactgegevens_openbaar Error Region [41] "Een adres of telefoonnummer staat in een tekst die openbaar wordt.";
    "naam-van-ambtenaar-openbaar" naam_van_ambtenaar_openbaar Error Region [41] "De naam van een ambtenaar staat in een tekst die openbaar wordt.";
    "besloten-tekst-openbaar" besloten_tekst_openbaar Error Region [41] "De titel van een besloten punt staat in een tekst die openbaar wordt.";
    "besloten-stuk-openbaar" besloten_stuk_openbaar Error Region [41] "Een stuk is op de ene plaats openbaar en op de andere niet.";
}
