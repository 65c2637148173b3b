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
/// `punt.inbreng.standpunt` is free; these words leave no doubt. In the order of `Support`: yes, under reservation, no, more
/// time. Who says more may say it of something else, or under a condition.
pub static STANDPUNT: [&[&str]; 4] = [
    &[
        "ja",
        "stemt in",
        "stemmen in",
        "ingestemd",
        "akkoord",
        "is akkoord",
        "gaat akkoord",
        "positief",
        "adviseert positief",
        "stemt in zonder voorbehoud",
    ],
    &[
        "ja onder voorbehoud",
        "onder voorbehoud",
        "stemt in onder voorbehoud",
        "stemmen in onder voorbehoud",
        "stemt onder voorbehoud in",
        "ingestemd onder voorbehoud",
        "akkoord onder voorbehoud",
        "is akkoord onder voorbehoud",
        "gaat akkoord onder voorbehoud",
    ],
    &[
        "nee",
        "stemt niet in",
        "stemmen niet in",
        "niet ingestemd",
        "niet akkoord",
        "is niet akkoord",
        "gaat niet akkoord",
        "negatief",
        "adviseert negatief",
    ],
    &["meer tijd", "meer tijd nodig", "vraagt meer tijd", "vragen meer tijd"],
];
/// `voortgang.vastgesteld.uitkomst` is free; of a college that says this it is known that it decided, for or against. At `…`
/// other words may stand.
pub static BESLUIT_COLLEGE: [&str; 38] = [
    "vastgesteld",
    "stelt … vast",
    "stelde … vast",
    "stelt vast",
    "stelde vast",
    "besloten",
    "besluit genomen",
    "conform",
    "overeenkomstig",
    "zoals voorgesteld",
    "ingestemd",
    "instemming",
    "stemt in",
    "stemde in",
    "stemt niet in",
    "stemde niet in",
    "akkoord",
    "akkoordbevonden",
    "geaccordeerd",
    "goedgekeurd",
    "keurt goed",
    "keurt … goed",
    "keurde … goed",
    "goedkeuring verleend",
    "aangenomen",
    "aanvaard",
    "bekrachtigd",
    "afgewezen",
    "wijst af",
    "wijst … af",
    "wees af",
    "verworpen",
    "geweigerd",
    "weigert",
    "weigerde",
    "afgekeurd",
    "keurt af",
    "keurt … af",
];
/// Of one that says this, that it did not yet.
pub static UITSTEL_COLLEGE: [&str; 33] = [
    "aangehouden",
    "houdt aan",
    "houdt … aan",
    "hield aan",
    "hield … aan",
    "later vast",
    "aan te houden",
    "besloten aan te houden",
    "uitgesteld",
    "uit te stellen",
    "besloten uit te stellen",
    "verdaagd",
    "doorgeschoven",
    "verschoven",
    "opgeschort",
    "nog niet",
    "nog te",
    "geparkeerd",
    "niet behandeld",
    "niet besproken",
    "geen besluit",
    "geen besluit genomen",
    "besluit volgt",
    "teruggestuurd",
    "terugverwezen",
    "terug naar",
    "komt terug",
    "opnieuw geagendeerd",
    "van de agenda gehaald",
    "van de agenda afgevoerd",
    "van de lijst gehaald",
    "wacht op besluit",
    "in behandeling",
];
/// With these words before or behind it in one clause, what was decided still has to be.
pub static KOMEND_COLLEGE: [&str; 9] =
    ["nog niet", "wordt", "worden", "zal", "zullen", "moet", "moeten", "naar verwachting", "hoopt"];
/// Here words of the lists above mean something else.
pub static ANDERS_COLLEGE: [&str; 16] = [
    "besloten vergadering",
    "besloten deel",
    "besloten gedeelte",
    "besloten zitting",
    "achter gesloten deuren besloten",
    "voor kennisgeving aangenomen",
    "ter kennisgeving aangenomen",
    "voor kennisneming aangenomen",
    "ter kennisname aangenomen",
    "niet aangehouden",
    "niet uitgesteld",
    "niet verdaagd",
    "niet doorgeschoven",
    "niet langer aangehouden",
    "wordt bekendgemaakt",
    "conform planning",
];
