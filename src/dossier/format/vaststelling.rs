//! `vaststelling.toml`.

use super::{EXCEPTIONS, Keys, Kind, Table, Target, Value, key, need};
use crate::model::Part;
use crate::word::Word as _;

/// The text of adopted minutes, by fingerprints.
pub(super) static VASTSTELLING: Kind = Kind {
    name: "vaststelling",
    path: "<vergadering>/vaststelling.toml",
    about: "Hoe het vastgestelde verslag luidt, in vingerafdrukken. beraad vastleggen schrijft dit bestand.",
    table: Table::of(&[key("vaststelling", Value::Tables(&ADOPTED), "De vaststelling."), EXCEPTIONS]),
};

static ADOPTED: Table = Table::of(&[
    need("datum", Value::Date, "De dag waarop het verslag is vastgesteld."),
    need("door", Value::Reference(Target::Meeting), "De vergadering die het vaststelde."),
    key("gewijzigd", Value::Bool, "Of het verslag gewijzigd is vastgesteld, waar dat bekend is."),
    key(
        "begrippen",
        Value::Map(Keys::Abbreviations, &LINES),
        "Waar afkortingen toen voor stonden: zo staan zij onderaan het verslag en de besluitenlijst.",
    ),
    key("deel", Value::Tables(&PART), "De delen van het verslag."),
]);

static LINES: Value = Value::Line;

static PART: Table = Table::of(&[
    key("agendapunt", Value::Reference(Target::Item), "Het agendapunt. Anders gaat het over de vergadering zelf."),
    need("wat", Value::Word(Part::WORDS), "Welk deel."),
    need("vingerafdruk", Value::Line, "De vingerafdruk van de tekst."),
    key("namen", Value::Line, "De vingerafdruk van de tekst met de namen en functies van toen."),
    key("naar", Value::Line, "Hoe de vergadering heette waar het punt naartoe ging, als het niet doorging."),
    key("woorden", Value::Line, "Van elk woord één teken, om te zien waar de tekst is veranderd."),
]);
