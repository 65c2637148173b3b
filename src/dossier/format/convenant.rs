//! `convenant.toml` and `personen.toml`.

use super::{EXCEPTIONS, Key, Keys, Kind, LINES, PARTY, Table, Target, Value, key, need};
use crate::model::{BodyKind, Mailing, PartyKind, Publication, Role};
use crate::word::Word as _;

const FROM: Key = key("van", Value::Date, "De eerste dag. Die dag telt mee.");
const UNTIL: Key = key("tot", Value::Date, "De laatste dag. Die dag telt mee.");

/// The covenant, its parties and its bodies.
pub(super) static CONVENANT: Kind = Kind {
    name: "convenant",
    path: "convenant.toml",
    about: "Het convenant: wie er meedoen, welke overleggen er zijn en wie voor wie spreekt.",
    table: Table::of(&[
        need("convenant", Value::Table(&COVENANT), "Het convenant zelf."),
        key("termijnen", Value::Table(&TERMS), "Hoe lang van tevoren iets moet gebeuren."),
        key(
            "eerdere_termijnen",
            Value::Tables(&FORMER_TERMS),
            "Welke termijnen eerder golden: zij blijven gelden voor de vergaderingen van toen.",
        ),
        key("huisstijl", Value::Table(&STYLE), "Hoe de stukken eruitzien."),
        key("publicatie", Value::Table(&SITE), "Wat de openbare site van zichzelf zegt."),
        key(
            "openbaarheid",
            Value::Map(Keys::Of(Target::Body), &PUBLIC),
            "Wat elk overleg openbaar maakt. Wat hier niet staat, is niet openbaar.",
        ),
        key(
            "begrippen",
            Value::Map(Keys::Abbreviations, &LINES),
            "Wat afkortingen betekenen. Onder een stuk staat wat de afkortingen betekenen die erin voorkomen. Ontbreekt dit, \
             dan legt een stuk er geen uit.",
        ),
        need("partij", Value::Map(Keys::Names, &PARTIES), "De partijen van het convenant."),
        key("subregio", Value::Map(Keys::Names, &SUBREGIONS), "De subregio's met hun gemeenten."),
        need("overleg", Value::Map(Keys::Names, &BODIES), "De overleggen."),
        key("vertegenwoordiging", Value::Tables(&REPRESENTATION), "Wie in welk overleg voor wie spreekt."),
        key("zetel", Value::Tables(&SEAT), "Wie aan tafel zit."),
        key("signaal", Value::Tables(&SIGNAL), "Een signaal van een partij over de samenwerking."),
        EXCEPTIONS,
    ]),
};

static COVENANT: Table = Table::of(&[
    need("naam", Value::Line, "De volledige naam van het convenant."),
    need("regio", Value::Line, "De naam van de arbeidsmarktregio."),
    key("regiocode", Value::Line, "De code van de arbeidsmarktregio: AM en twee cijfers, bijvoorbeeld AM19."),
    key(
        "centrumgemeente",
        Value::Reference(Target::Party),
        "De gemeente die de middelen beheert en de meerjarenagenda en de begroting vaststelt.",
    ),
    key("bron", Value::Line, "Waar de gegevens vandaan komen."),
    key(
        "raadpleging_grondslag",
        Value::Line,
        "Waarop de raadpleging berust, bijvoorbeeld: artikel 4 van het convenant. Anders noemt de raadpleging niets.",
    ),
    key("voorbeeld", Value::Line, "Alleen voor een voorbeeld: deze zin staat boven elk stuk."),
]);

static TERMS: Table = Table::of(&[
    key(
        "aanlevering",
        Value::Term,
        "Zo lang voor de vergadering zijn punten en stukken bij de secretaris. Anders 28 dagen.",
    ),
    key("verzending_stukken", Value::Term, "Zo lang voor de vergadering gaan de stukken weg. Anders 14 dagen."),
    key(
        "reactietermijn",
        Value::Term,
        "Zo lang heeft een vertegenwoordigde partij om te antwoorden. Anders 5 werkdagen.",
    ),
    key("sluiting_raadpleging", Value::Term, "Zo lang voor de vergadering sluit de raadpleging. Anders 3 werkdagen."),
    key("conceptverslag", Value::Term, "Binnen deze tijd is de concept-besluitenlijst klaar. Anders 10 werkdagen."),
]);

static FORMER_TERMS: Table = Table::of(&[
    need("tot", Value::Date, "De laatste dag. Voor een vergadering op die dag gelden zij nog."),
    key("aanlevering", Value::Term, "De termijn van toen. Anders die van daarna."),
    key("verzending_stukken", Value::Term, "De termijn van toen. Anders die van daarna."),
    key("reactietermijn", Value::Term, "De termijn van toen. Anders die van daarna."),
    key("sluiting_raadpleging", Value::Term, "De termijn van toen. Anders die van daarna."),
    key("conceptverslag", Value::Term, "De termijn van toen. Anders die van daarna."),
]);

static STYLE: Table = Table::of(&[
    key("kleur", Value::Colour, "De accentkleur, bijvoorbeeld #154273. Zij moet genoeg afsteken tegen wit."),
    key("logo", Value::Line, "Een beeld boven elke pagina: een svg-, png- of jpg-bestand naast convenant.toml."),
    key(
        "afzender",
        Value::List(&LINES),
        "Van wie de stukken komen, boven elke pagina: de naam en het adres, regel voor regel.",
    ),
]);

static SITE: Table = Table::of(&[
    key(
        "adres",
        Value::Line,
        "Het adres waarop de site staat, bijvoorbeeld https://beraad.example.org/. Zonder adres komen er geen bestanden die \
         een volledig adres nodig hebben.",
    ),
    key(
        "over",
        Value::Markdown,
        "Wat het overleg is, in ongeveer vijf zinnen, voor wie er nooit van hoorde. Zonder deze tekst vertelt de site dat niet.",
    ),
    key(
        "contact",
        Value::Address,
        "Het e-mailadres voor iedereen die iets wil vragen of melden. Dit adres is openbaar. Zonder adres noemt de site er geen.",
    ),
    key(
        "toegankelijkheidsverklaring",
        Value::Line,
        "Het adres van de toegankelijkheidsverklaring in het register. Zonder adres noemt de site er geen.",
    ),
]);

static PUBLIC: Value = Value::List(&Value::Word(Publication::WORDS));

static PARTIES: Value = Value::Table(&PARTY_TABLE);
static PARTY_TABLE: Table = Table::of(&[
    need("naam", Value::Line, "De naam, zoals die in de stukken staat."),
    need("soort", Value::Word(PartyKind::WORDS), "Wat voor partij het is."),
    key("code", Value::Line, "De TOOI-code van een gemeente: gm en vier cijfers, bijvoorbeeld gm1884."),
    key("van", Value::Date, "De eerste dag dat de partij bestaat. Die dag telt mee."),
    key("tot", Value::Date, "De laatste dag dat de partij bestaat. Die dag telt mee."),
    key("opgegaan_in", Value::Reference(Target::Party), "De partij waarin zij is opgegaan."),
    key("ondertekening", Value::Table(&SIGNING), "De stappen van het toetreden."),
    key("eerdere_naam", Value::Tables(&FORMER), "Hoe de partij eerder heette: zo heet zij in de stukken van toen."),
]);

static FORMER: Table = Table::of(&[
    need("naam", Value::Line, "De naam van toen."),
    need("tot", Value::Date, "De laatste dag met die naam. Die dag telt mee."),
]);

static SIGNING: Table = Table::of(&[
    key("voordracht", Value::Date, "De dag van de voordracht door het Regionaal Beraad."),
    key("collegebesluit", Value::Date, "De dag waarop het college besloot om het convenant aan te gaan."),
    key("machtiging", Value::Date, "De dag waarop de burgemeester de ondertekenaar machtigde."),
    key("getekend", Value::Date, "De dag van de handtekening."),
    key("zaaknummer", Value::Line, "Het zaaknummer van het collegebesluit."),
    key("gemachtigde", Value::Line, "Wie mag tekenen."),
]);

static SUBREGIONS: Value = Value::Table(&SUBREGION);
static SUBREGION: Table = Table::of(&[
    need("naam", Value::Line, "De naam van de subregio."),
    key(
        "andere_naam",
        Value::Line,
        "Een andere naam waaronder de subregio bekend is. Die staat erbij in de samenstelling.",
    ),
    need("gemeenten", Value::List(&PARTY), "De gemeenten in deze subregio, zolang zij bestaan."),
    key(
        "wijziging",
        Value::Tables(&SUBREGION_CHANGE),
        "Een gemeente die hier niet altijd bij hoort: sinds wanneer, of tot wanneer.",
    ),
]);

static SUBREGION_CHANGE: Table = Table::of(&[
    need("partij", Value::Reference(Target::Party), "De gemeente. Deze dagen gaan voor op gemeenten."),
    key("van", Value::Date, "De eerste dag in deze subregio. Die dag telt mee."),
    key("tot", Value::Date, "De laatste dag in deze subregio. Die dag telt mee."),
]);

static BODIES: Value = Value::Table(&BODY);
static BODY: Table = Table::of(&[
    need("naam", Value::Line, "De naam, zoals die in de stukken staat."),
    need("soort", Value::Word(BodyKind::WORDS), "Wat voor overleg het is."),
    key(
        "voorzitter",
        Value::Reference(Target::Party),
        "De partij die voorzit. Heeft zij meer zetels, dan is het de eerste in dit bestand.",
    ),
    key("eerdere_voorzitter", Value::Tables(&FORMER_CHAIR), "Wie eerder voorzat: die staat in de stukken van toen."),
    key(
        "contact",
        Value::Table(&CONTACT),
        "Wie het hoort als iemand niet kan komen. Dit is nooit openbaar. Zonder contact noemt de agenda de functie van de secretaris.",
    ),
    key(
        "vergaderdata",
        Value::List(&Value::Date),
        "De dagen waarop het overleg volgens afspraak vergadert, op volgorde. De agenda noemt die waarvoor nog geen map is als gepland.",
    ),
    key("voorbereiding", Value::Reference(Target::Body), "Het overleg dat de voorstellen eerst bespreekt."),
    key("besluitenlijst", Value::Line, "Hoe dit overleg zijn besluitenlijst noemt. Anders Besluitenlijst."),
    key(
        "eerdere_besluitenlijst",
        Value::Tables(&FORMER),
        "Hoe dit overleg zijn besluitenlijst eerder noemde: zo heet die van toen.",
    ),
    key("eerdere_naam", Value::Tables(&FORMER), "Hoe het overleg eerder heette: zo heet het in de stukken van toen."),
]);

static CONTACT: Table = Table::of(&[
    key("functie", Value::Line, "De functie of de afdeling. Anders de functie van de secretaris."),
    key("e-mail", Value::Address, "Het e-mailadres: één adres, zonder naam erbij. Anders staat er geen e-mailadres."),
    key("telefoon", Value::Line, "Het telefoonnummer. Anders staat er geen telefoonnummer."),
]);

static FORMER_CHAIR: Table = Table::of(&[
    need("partij", Value::Reference(Target::Party), "De partij die toen voorzat."),
    need("tot", Value::Date, "De laatste dag als voorzitter. Die dag telt mee."),
]);

static REPRESENTATION: Table = Table {
    keys: &[
        need("overleg", Value::Reference(Target::Body), "In welk overleg."),
        key("subregio", Value::Reference(Target::Subregion), "Voor de gemeenten van deze subregio."),
        key("partijen", Value::List(&PARTY), "Voor deze partijen."),
        need("door", Value::Reference(Target::Party), "De partij die spreekt."),
        key("bij_verhindering", Value::Reference(Target::Party), "De partij die dan spreekt."),
        key(
            "contact",
            Value::Reference(Target::Person),
            "Wie de antwoorden op de raadpleging krijgt: een sleutel uit personen.toml. Anders staat er alleen de partij.",
        ),
        need("van", Value::Date, "De eerste dag. Die dag telt mee."),
        UNTIL,
    ],
    one_of: &[&["subregio", "partijen"]],
    at_most_one_of: &[],
};

static SEAT: Table = Table {
    keys: &[
        key("id", Value::Id, "De naam van de zetel. Anders de naam van de partij."),
        need("overleg", Value::Reference(Target::Body), "In welk overleg."),
        key("partij", Value::Reference(Target::Party), "Van welke partij."),
        key("organisatie", Value::Line, "Van welke organisatie, als die geen partij is."),
        key("rol", Value::Word(Role::WORDS), "De rol aan tafel. Anders lid. De voorzitter volgt uit het overleg."),
        need("functie", Value::Line, "De functie van wie er zit."),
        key("persoon", Value::Reference(Target::Person), "Wie er zit: een sleutel uit personen.toml."),
        key(
            "plaatsvervanger",
            Value::List(&LINES),
            "Plaatsvervangers op volgorde: sleutels uit personen.toml of functies.",
        ),
        FROM,
        UNTIL,
    ],
    one_of: &[&["partij", "organisatie"]],
    at_most_one_of: &[],
};

static SIGNAL: Table = Table::of(&[
    need("partij", Value::Reference(Target::Party), "Van wie het signaal komt."),
    need("datum", Value::Date, "De dag van het signaal."),
    need("tekst", Value::Markdown, "Het signaal."),
    key("besloten", Value::Bool, "Niet openbaar."),
    key("geagendeerd", Value::Reference(Target::ItemElsewhere), "Het agendapunt waar het signaal is besproken."),
    key("antwoord", Value::Table(&SIGNAL_ANSWER), "Het antwoord op het signaal."),
]);

static SIGNAL_ANSWER: Table = Table::of(&[
    need("datum", Value::Date, "De dag van het antwoord."),
    need("tekst", Value::Markdown, "Het antwoord."),
]);

/// Names and contact details.
pub(super) static PERSONEN: Kind = Kind {
    name: "personen",
    path: "personen.toml",
    about: "Namen en contactgegevens. Dit bestand staat apart vanwege de AVG en mag ontbreken.",
    table: Table::of(&[key("persoon", Value::Map(Keys::Names, &PERSONS), "De personen."), EXCEPTIONS]),
};

static PERSONS: Value = Value::Table(&PERSON);
static PERSON: Table = Table::of(&[
    need("naam", Value::Line, "De naam."),
    key("partij", Value::Reference(Target::Party), "Voor welke partij deze persoon werkt."),
    key("functie", Value::Line, "De functie."),
    key("e-mail", Value::Address, "Het e-mailadres: één adres, zonder naam erbij."),
    key("telefoon", Value::Line, "Het telefoonnummer."),
    key("ontvangt", Value::List(&Value::Word(Mailing::WORDS)), "Wat deze persoon krijgt."),
]);
