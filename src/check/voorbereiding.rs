//! The preparation of a meeting.

mod digitaal_zonder_link;
mod geen_financien;
mod geen_werkdag;
mod gevraagd_bij_procedure;
mod gevraagd_dubbel;
mod gevraagd_ontbreekt;
mod gevraagd_zonder_opening;
mod na_verzending_besproken;
mod niet_in_ao_besproken;
mod tijden_passen_niet;
mod vast_punt_ontbreekt;
mod verwijzing_kan_niet;
mod voorbereiding_te_laat;
mod vorig_verslag_ontbreekt;
mod was_niet_besproken;

family! { "voorbereiding":
    "niet-in-ao-besproken" niet_in_ao_besproken Warning Meeting [14] "Een voorstel is niet eerst besproken in het voorbereidende overleg.";
    "na-verzending-besproken" na_verzending_besproken Warning Meeting [15] "Een voorstel is pas besproken nadat de stukken waren verzonden, of zal pas daarna worden besproken.";
    "voorbereiding-te-laat" voorbereiding_te_laat Warning Meeting [15] "Het voorbereidende overleg is pas na de verzending van de stukken.";
    "was-niet-besproken" was_niet_besproken Warning Meeting [14] "Een punt verwijst naar een bespreking die er niet was.";
    "verwijzing-kan-niet" verwijzing_kan_niet Warning Meeting [19] "Een punt is een vervolg op iets dat nog komt, of stelt een verslag vast dat er niet kan zijn.";
    "gevraagd-zonder-opening" gevraagd_zonder_opening Warning Meeting [16] "Een gevraagd besluit begint niet met wat het overleg doet.";
    "gevraagd-ontbreekt" gevraagd_ontbreekt Warning Meeting [16] "Er staat niet wat er bij dit punt wordt gevraagd.";
    "geen-financien" geen_financien Advice Meeting [16] "Bij een voorstel staat niet wat de financiële gevolgen zijn.";
    "gevraagd-bij-procedure" gevraagd_bij_procedure Advice Meeting [16] "Een gevraagd besluit staat bij een punt van procedure, en wordt aan niemand voorgelegd.";
    "gevraagd-dubbel" gevraagd_dubbel Error Meeting [28] "Bij één agendapunt wordt twee keer hetzelfde gevraagd.";
    "geen-werkdag" geen_werkdag Advice Meeting [17] "Een vergadering, of de laatste dag om te antwoorden, valt in een weekend of op een feestdag.";
    "digitaal-zonder-link" digitaal_zonder_link Advice Meeting [17] "Een digitale vergadering heeft een locatie en geen link, en de agenda is verzonden.";
    "tijden-passen-niet" tijden_passen_niet Warning Meeting [17] "De punten duren samen langer dan de vergadering.";
    "vast-punt-ontbreekt" vast_punt_ontbreekt Advice Meeting [18] "Een vast onderdeel staat niet op de agenda.";
    "vorig-verslag-ontbreekt" vorig_verslag_ontbreekt Warning Meeting [19] "Het vorige verslag staat niet op de agenda.";
}
