//! The consultation of those who are represented.

mod antwoord_te_laat;
mod antwoord_van_wie_niet_is_gevraagd;
mod antwoord_verouderd;
mod datum_moet_nog_komen;
mod geen_antwoord;
mod ingestemd_ondanks_nee;
mod instemming_zonder_antwoord;
mod niet_afgestemd;
mod niet_geraadpleegd;
mod nummer_past_niet_bij_tekst;
mod reactietijd_te_kort;
mod reden_ontbreekt;
mod sluiting_te_laat;
mod sluiting_vervroegd;
mod te_vroeg_geraadpleegd;
mod vaststelling_niet_gevraagd;
mod volgorde_onbekend;
mod voorbehoud_open;

family! { "raadpleging":
    "niet-geraadpleegd" niet_geraadpleegd Warning Meeting [24] "Een vertegenwoordigde partij is niet gevraagd.";
    "te-vroeg-geraadpleegd" te_vroeg_geraadpleegd Warning Meeting [24] "Er is gevraagd voordat de stukken waren verzonden.";
    "reactietijd-te-kort" reactietijd_te_kort Warning Meeting [25] "De tijd om te antwoorden is korter dan afgesproken.";
    "sluiting-te-laat" sluiting_te_laat Warning Meeting [26] "De antwoorden sluiten te kort voor de vergadering.";
    "geen-antwoord" geen_antwoord Warning Meeting [27] "Een partij die is gevraagd, heeft niet geantwoord.";
    "instemming-zonder-antwoord" instemming_zonder_antwoord Warning Meeting [27] "In een schriftelijke ronde is ingestemd zonder antwoord van een partij.";
    "vaststelling-niet-gevraagd" vaststelling_niet_gevraagd Warning Meeting [27] "In een schriftelijke ronde wordt iets vastgesteld waarover niemand iets is gevraagd.";
    "ingestemd-ondanks-nee" ingestemd_ondanks_nee Warning Meeting [33] "Er is ingestemd, terwijl een partij nee antwoordde of meer tijd vroeg.";
    "sluiting-vervroegd" sluiting_vervroegd Warning Meeting [25, 26] "Antwoorden sluiten eerder dan bij de vraag is gezegd.";
    "antwoord-te-laat" antwoord_te_laat Advice Meeting [26] "Een antwoord kwam na de sluiting.";
    "datum-moet-nog-komen" datum_moet_nog_komen Warning Region [26] "Een antwoord of een zending heeft een datum die nog moet komen, na de vergadering.";
    "antwoord-verouderd" antwoord_verouderd Warning Meeting [28] "Een antwoord gaat over een andere tekst of behandeling.";
    "nummer-past-niet-bij-tekst" nummer_past_niet_bij_tekst Advice Meeting [28] "Een antwoord heeft het nummer van een ander besluit.";
    "volgorde-onbekend" volgorde_onbekend Warning Meeting [28] "Van twee antwoorden op één dag is niet bekend welk het nieuwste is.";
    "reden-ontbreekt" reden_ontbreekt Warning Meeting [29] "Nee of onder voorbehoud, zonder reden.";
    "voorbehoud-open" voorbehoud_open Advice Meeting [32] "Een voorbehoud is niet vervallen.";
    "niet-afgestemd" niet_afgestemd Warning Meeting [30] "Een antwoord van een gemeente is niet afgestemd met een bestuurder.";
    "antwoord-van-wie-niet-is-gevraagd" antwoord_van_wie_niet_is_gevraagd Error Meeting [31] "Een antwoord van een partij die hier niet wordt vertegenwoordigd.";
}
