//! Words: what the body does and does not do.

mod beraad_stelt_vast;
mod juridische_woorden;
mod lange_zin;
mod lijdende_vorm;
mod onverklaarde_afkorting;
mod sentences;
mod vaststeller_ontbreekt;
mod vaststelling_blijft_uit;

family! { "bewoording":
    "juridische-woorden" juridische_woorden Warning Meeting [1] "Een woord dat rechtsgevolg belooft.";
    "beraad-stelt-vast" beraad_stelt_vast Warning Meeting [2] "Het overleg stelt vast wat het college van de centrumgemeente vaststelt.";
    "vaststeller-ontbreekt" vaststeller_ontbreekt Warning Meeting [2] "Er staat niet welk college meerjarenagenda of begroting vaststelt.";
    "onverklaarde-afkorting" onverklaarde_afkorting Advice Meeting [46] "Nergens staat wat een afkorting betekent.";
    "lange-zin" lange_zin Advice Meeting [46] "Een zin is te lang om in één keer te lezen.";
    "lijdende-vorm" lijdende_vorm Advice Meeting [46] "Een gevraagd besluit zegt niet wie iets doet.";
    "vaststelling-blijft-uit" vaststelling_blijft_uit Advice Meeting [3] "Het college heeft nog niet vastgesteld waarmee is ingestemd.";
}
