//! The fixed words of the format. Their order is that of the variants in `model`.

/// `partij.soort`
pub static SOORT_PARTIJ: [&str; 7] =
    ["gemeente", "uwv", "werknemersorganisatie", "werkgeversorganisatie", "onderwijs", "sbb", "overig"];
/// `overleg.soort`
pub static SOORT_OVERLEG: [&str; 4] = ["ambtelijk", "bestuurlijk", "werkgroep", "extern"];
/// `zetel.rol`
pub static ROL: [&str; 3] = ["lid", "secretaris", "adviseur"];
/// `[openbaarheid]`
pub static OPENBAAR: [&str; 5] = ["agenda", "besluitenlijst", "stukken", "verslag", "concept"];
/// `persoon.ontvangt`
pub static ONTVANGT: [&str; 3] = ["agenda", "raadpleging", "verslag"];
/// `vergadering.vorm`
pub static VORM: [&str; 4] = ["fysiek", "hybride", "digitaal", "schriftelijk"];
/// `agendapunt.behandeling`
pub static BEHANDELING: [&str; 5] =
    ["procedure", "ter kennisname", "ter bespreking", "ter advisering", "ter instemming"];
/// `zending.soort`
pub static SOORT_ZENDING: [&str; 4] = ["agenda", "nazending", "raadpleging", "herinnering"];
/// `reactie.kanaal`
pub static KANAAL: [&str; 4] = ["formulier", "e-mail", "telefoon", "gesprek"];
/// `reactie.punt.besluit.gedragen`
pub static GEDRAGEN: [&str; 4] = ["ja", "onder voorbehoud", "nee", "meer tijd"];
/// `aanwezigheid.status`
pub static STATUS: [&str; 4] = ["aanwezig", "vervangen", "afwezig met bericht", "afwezig zonder bericht"];
/// `punt.uitkomst`
pub static UITKOMST: [&str; 13] = [
    "ingestemd",
    "ingestemd met wijziging",
    "ingestemd onder voorbehoud",
    "deels ingestemd",
    "niet ingestemd",
    "aangehouden",
    "ingetrokken",
    "kennisgenomen",
    "besproken",
    "advies uitgebracht",
    "vastgesteld",
    "gewijzigd vastgesteld",
    "niet behandeld",
];
/// `vaststelling.deel.wat`
pub static DEEL: [&str; 13] = [
    "kop",
    "vergadering",
    "aanwezigheid",
    "titel",
    "punt",
    "uitkomst",
    "besproken",
    "afspraken",
    "inbreng",
    "actie",
    "toezegging",
    "antwoorden",
    "redenen",
];
