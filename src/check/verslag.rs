//! The minutes, and what follows from them.

mod aangehouden_punt_niet_terug;
mod aanwezigheid_ontbreekt;
mod actie_onvolledig;
mod actie_te_laat;
mod afspraken_ontbreken;
mod inbreng_niet_benoemd;
mod inbreng_zonder_spreker;
mod punt_zonder_uitkomst;
mod standpunt_anders_dan_antwoord;
mod subregio_zonder_stem;
mod uitkomst_past_niet;
mod vastgesteld_verslag_veranderd;
mod verplaatst_punt_niet_terug;
mod verslag_ligt_niet_vast;
mod verslag_niet_vastgesteld;
mod verslag_van_later;
mod voortgang_te_vroeg;
mod voorzitter_onbekend;
mod wijziging_zonder_correctie;

family! { "verslag":
    "verslag-van-later" verslag_van_later Error Region [38] "Er is een verslag van een vergadering die nog komt of niet doorging, of van een dag ervoor.";
    "verslag-niet-vastgesteld" verslag_niet_vastgesteld Advice Meeting [38] "Een verslag is nooit vastgesteld.";
    "verslag-ligt-niet-vast" verslag_ligt_niet_vast Warning Meeting [38] "Een verslag is vastgesteld, maar de tekst ligt niet vast.";
    "vastgesteld-verslag-veranderd" vastgesteld_verslag_veranderd Error Meeting [38] "Een vastgesteld verslag is daarna veranderd.";
    "wijziging-zonder-correctie" wijziging_zonder_correctie Warning Meeting [38] "Een verslag is gewijzigd vastgesteld, zonder correctie die zegt wat er veranderde.";
    "punt-zonder-uitkomst" punt_zonder_uitkomst Warning Meeting [33] "Een agendapunt heeft in het verslag geen uitkomst.";
    "uitkomst-past-niet" uitkomst_past_niet Warning Meeting [33] "De uitkomst past niet bij de behandeling.";
    "afspraken-ontbreken" afspraken_ontbreken Warning Meeting [33] "Er is ingestemd met een wijziging of een deel, en er staat niet wat is afgesproken.";
    "aanwezigheid-ontbreekt" aanwezigheid_ontbreekt Warning Meeting [34] "Van een zetel staat niet of die bezet was, of door wie.";
    "voorzitter-onbekend" voorzitter_onbekend Warning Meeting [4] "Het verslag zegt niet wie voorzat toen de voorzitter er niet was.";
    "subregio-zonder-stem" subregio_zonder_stem Warning Meeting [34] "Er is ingestemd terwijl niemand voor een subregio sprak.";
    "inbreng-niet-benoemd" inbreng_niet_benoemd Warning Meeting [35] "Inbreng die benoemd moest worden, staat niet in het verslag.";
    "inbreng-zonder-spreker" inbreng_zonder_spreker Advice Meeting [34] "Bij een punt staat inbreng van een partij waarvoor daar niemand kon spreken.";
    "standpunt-anders-dan-antwoord" standpunt_anders_dan_antwoord Advice Meeting [28, 33] "Het standpunt van een partij in het verslag is het omgekeerde van wat zij antwoordde.";
    "voortgang-te-vroeg" voortgang_te_vroeg Warning Region [2, 32] "Een college nam een besluit voor de vergadering, of een voorbehoud verviel voordat het er was.";
    "actie-onvolledig" actie_onvolledig Warning Meeting [36] "Een actie of toezegging mist wie of wanneer.";
    "actie-te-laat" actie_te_laat Advice Meeting [36] "Een actie of toezegging is over tijd.";
    "verplaatst-punt-niet-terug" verplaatst_punt_niet_terug Warning Meeting [37] "Een punt dat naar een andere vergadering zou gaan, staat daar niet.";
    "aangehouden-punt-niet-terug" aangehouden_punt_niet_terug Warning Meeting [37] "Een aangehouden punt kwam niet terug.";
}
