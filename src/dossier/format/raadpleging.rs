//! `raadpleging/<party>.toml`.

use super::{EXCEPTIONS, Kind, NUMBERS, Table, Target, Value, key, need};
use crate::model::{Channel, Support, Treatment};
use crate::word::Word as _;

/// What one represented party answered.
pub(super) static RAADPLEGING: Kind = Kind {
    name: "raadpleging",
    path: "<vergadering>/raadpleging/<partij>.toml",
    about: "Wat één vertegenwoordigde partij heeft geantwoord. Er komt alleen bij; het nieuwste antwoord telt.",
    table: Table::of(&[
        need("vergadering", Value::Reference(Target::Meeting), "De vergadering: de naam van de map."),
        need("partij", Value::Reference(Target::Party), "De partij die antwoordt."),
        key("reactie", Value::Tables(&REPLY), "Een antwoord."),
        EXCEPTIONS,
    ]),
};

static REPLY: Table = Table::of(&[
    need("datum", Value::Date, "De dag van het antwoord."),
    key("tijd", Value::Moment, "Hoe laat het antwoord kwam; bij meer antwoorden van één dag telt het laatste."),
    need("door", Value::Line, "De functie van wie antwoordde."),
    key("afgestemd_met", Value::Line, "De wethouder met wie het is afgestemd."),
    need("kanaal", Value::Word(Channel::WORDS), "Hoe het antwoord binnenkwam."),
    key("genoteerd_door", Value::Line, "Wie het opschreef, bij telefoon en gesprek."),
    key("algemeen", Value::Markdown, "Inbreng op de agenda als geheel."),
    key(
        "begeleidende_tekst",
        Value::Markdown,
        "Wat naast de vragen van het formulier stond, woord voor woord. Het staat alleen in de stand.",
    ),
    key("punt", Value::Tables(&ITEM), "Het antwoord bij één agendapunt."),
]);

static ITEM: Table = Table::of(&[
    need("agendapunt", Value::Reference(Target::Item), "Het agendapunt."),
    key("inbreng", Value::Markdown, "De inbreng bij dit punt."),
    key("benoemen", Value::Bool, "De inbreng moet aan tafel genoemd worden."),
    key("vingerafdruk", Value::Line, "De vingerafdruk van de toelichting en de stukken die zijn gezien."),
    key("besluit", Value::Tables(&ANSWER), "Het antwoord op één gevraagd besluit."),
]);

static ANSWER: Table = Table::of(&[
    need("nr", Value::Integer(NUMBERS.0, NUMBERS.1), "Het nummer van het gevraagde besluit, zoals het is gevraagd."),
    need(
        "tekst",
        Value::Line,
        "Het gevraagde besluit, zoals het is gevraagd; daaraan is het te herkennen, ook als het een ander nummer kreeg.",
    ),
    key(
        "behandeling",
        Value::Word(Treatment::WORDS),
        "De behandeling van het agendapunt toen dit werd gevraagd; zonder geldt wat de laatste verzending tot en met de dag van het antwoord zegt, en anders die van nu.",
    ),
    need("gedragen", Value::Word(Support::WORDS), "Of het gevraagde besluit wordt gedragen."),
    key("reden", Value::Line, "De reden, bij onder voorbehoud en nee."),
]);
