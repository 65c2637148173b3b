//! `verslag.toml`.

use super::{EXCEPTIONS, ITEM, Kind, LINES, PARTY_OR_BODY, Table, Target, Value, key, need};
use crate::model::{Advised, Outcome, Presence};
use crate::word::Word as _;

/// The minutes.
pub(super) static VERSLAG: Kind = Kind {
    name: "verslag",
    path: "<vergadering>/verslag.toml",
    about: "Wat er in de vergadering is gezegd en afgesproken. Na de vaststelling verandert het niet meer.",
    table: Table::of(&[
        need("verslag", Value::Table(&MINUTES), "Het verslag zelf."),
        key("aanwezigheid", Value::Tables(&ATTENDANCE), "Per zetel: wie er was."),
        key("gast", Value::Tables(&GUEST), "Wie er te gast was."),
        key("punt", Value::Tables(&TREATED), "Wat er bij een agendapunt gebeurde."),
        key("correctie", Value::Tables(&CORRECTION), "Een correctie. Die komt naast de tekst te staan, nooit erin."),
        EXCEPTIONS,
    ]),
};

static MINUTES: Table = Table::of(&[
    need("opgesteld", Value::Date, "De dag waarop het verslag is opgesteld."),
    key("begin", Value::Time, "Hoe laat de vergadering echt begon."),
    key("einde", Value::Time, "Hoe laat de vergadering echt eindigde."),
    key(
        "voorzitter",
        Value::Reference(Target::Seat),
        "De zetel van wie deze vergadering voorzat. Nodig als de voorzitter er niet was of werd vervangen.",
    ),
    key(
        "volgende_vergadering",
        Value::Date,
        "De dag van de volgende vergadering, zoals die toen bekend was. Alleen dan staat die in het verslag.",
    ),
]);

static ATTENDANCE: Table = Table::of(&[
    need("zetel", Value::Reference(Target::Seat), "De zetel."),
    need("status", Value::Word(Presence::WORDS), "Of er iemand zat."),
    key("door", Value::Table(&REPLACEMENT), "Wie er in de plaats kwam."),
    key("niet_bij", Value::List(&ITEM), "De agendapunten waarbij de zetel leeg was."),
    key("gekomen", Value::Time, "Hoe laat iemand kwam die er niet vanaf het begin was."),
    key("vertrokken", Value::Time, "Hoe laat iemand vertrok die er niet tot het einde was."),
]);

static REPLACEMENT: Table = Table::of(&[
    key("partij", Value::Reference(Target::Party), "Van welke partij."),
    key("functie", Value::Line, "De functie."),
]);

static GUEST: Table = Table::of(&[
    need("functie", Value::Line, "De functie."),
    key("organisatie", Value::Line, "De organisatie."),
    key("bij", Value::List(&ITEM), "Bij welke agendapunten. Anders bij alle."),
]);

static TREATED: Table = Table::of(&[
    need("agendapunt", Value::Reference(Target::Item), "Het agendapunt."),
    key("besproken", Value::Markdown, "Wat er is gezegd."),
    key("bespreking", Value::Tables(&CONTRIBUTION), "Wie wat zei, op volgorde. Dat komt na besproken."),
    key("intern", Value::Markdown, "Alleen voor voorzitter en secretaris."),
    key("uitkomst", Value::Word(Outcome::WORDS), "Wat de uitkomst is."),
    key(
        "advies",
        Value::Word(Advised::WORDS),
        "Welk advies het overleg geeft. Alleen bij de uitkomst advies uitgebracht: die zegt dát er een advies is, dit zegt welk.",
    ),
    key(
        "aandachtspunten",
        Value::List(&LINES),
        "Wat het overleg bij het advies vraagt. Nodig bij een advies dat positief is met aandachtspunten; bij een negatief advies zijn het de redenen; bij een advies dat gewoon positief is niet.",
    ),
    key(
        "afspraken",
        Value::List(&LINES),
        "Wat er is afgesproken. Anders: de gevraagde besluiten, zoals gevraagd. Nodig bij een wijziging.",
    ),
    key("besluit", Value::Tables(&EXCEPTION), "Een gevraagd besluit waarmee het anders liep."),
    key(
        "gewijzigd",
        Value::List(&Value::Reference(Target::Meeting)),
        "Bij meer verslagen die samen gewijzigd zijn vastgesteld: welke zijn gewijzigd.",
    ),
    key("inbreng", Value::Tables(&INPUT), "De inbreng van een partij."),
    key("actie", Value::Tables(&ACTION), "Een actie."),
    key("toezegging", Value::Tables(&COMMITMENT), "Een toezegging."),
]);

static EXCEPTION: Table = Table::of(&[
    need("nr", Value::Integer(1, 99), "Het nummer van het gevraagde besluit."),
    need("uitkomst", Value::Word(Outcome::WORDS), "Wat de uitkomst daarvan is."),
]);

static PARTIES: Value = Value::Reference(Target::Party);
static CONTRIBUTION: Table = Table::of(&[
    need("wie", Value::Reference(Target::PartyOrBody), "Wie het zei: een partij of een overleg."),
    key("namens", Value::List(&PARTIES), "Namens welke partijen."),
    need("tekst", Value::Markdown, "Wat die zei."),
]);

static INPUT: Table = Table::of(&[
    need("van", Value::Reference(Target::Party), "Van welke partij."),
    key("tekst", Value::Markdown, "De inbreng."),
    key(
        "standpunt",
        Value::Line,
        "Een eigen standpunt: stemt in, stemt in onder voorbehoud of stemt niet in, of in andere woorden.",
    ),
    key(
        "besluit",
        Value::List(&Value::Integer(1, 99)),
        "De nummers van de gevraagde besluiten waarover het standpunt gaat. Anders: over alle.",
    ),
    key("niet_benoemd", Value::Line, "Waarom inbreng die genoemd moest worden niet is genoemd."),
]);

static ACTION: Table = Table::of(&[
    need("nr", Value::Integer(1, 999), "Het nummer van de actie in deze vergadering."),
    need("wat", Value::Line, "Wat er gedaan wordt."),
    key("wie", Value::List(&PARTY_OR_BODY), "Wie het doet: partijen of overleggen."),
    key("uiterlijk", Value::Date, "De dag waarop het klaar is."),
]);

static COMMITMENT: Table = Table::of(&[
    need("nr", Value::Integer(1, 999), "Het nummer van de toezegging in deze vergadering."),
    need("wat", Value::Line, "Wat er is toegezegd."),
    key("wie", Value::Reference(Target::PartyOrBody), "Wie het toezegt."),
    key("aan", Value::List(&PARTY_OR_BODY), "Aan wie."),
    key("uiterlijk", Value::Date, "De dag waarop het klaar is."),
]);

static CORRECTION: Table = Table::of(&[
    need("datum", Value::Date, "De dag van de correctie."),
    key("agendapunt", Value::Reference(Target::Item), "Het agendapunt."),
    need("tekst", Value::Markdown, "De correctie."),
]);
