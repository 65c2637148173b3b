//! `verzending.toml`.

use super::{EXCEPTIONS, Kind, LINES, PARTY, Table, Target, Value, key, need};
use crate::model::{Form, SendingKind, Treatment};
use crate::word::Word as _;

/// What was sent.
pub(super) static VERZENDING: Kind = Kind {
    name: "verzending",
    path: "<vergadering>/verzending.toml",
    about: "Wat er wanneer is verzonden en aan wie er iets is gevraagd. De nummers van de agenda liggen daarna vast.",
    table: Table::of(&[key("zending", Value::Tables(&SENDING), "Een zending."), EXCEPTIONS]),
};

static SENDING: Table = Table::of(&[
    need("datum", Value::Date, "De dag van de zending."),
    need("soort", Value::Word(SendingKind::WORDS), "Wat er is verzonden."),
    key("punt", Value::Tables(&SENT_ITEM), "De agendapunten met hun nummers. Die liggen na de agenda vast."),
    key("stuk", Value::Tables(&SENT_PAPER), "De stukken die zijn meegestuurd."),
    key("namens", Value::Reference(Target::Party), "De partij die vraagt."),
    key("aan", Value::List(&PARTY), "De partijen aan wie het is gevraagd."),
    key(
        "reageren_tot",
        Value::Date,
        "Bij een raadpleging of herinnering: tot en met welke dag kon worden geantwoord, zoals het is gevraagd.",
    ),
    key("vergadering", Value::Table(&SENT_MEETING), "Wanneer, waar en hoe de vergadering was toen dit werd verzonden."),
]);

static SENT_ITEM: Table = Table::of(&[
    need("agendapunt", Value::Reference(Target::Item), "Het agendapunt."),
    need("nummer", Value::Line, "Het nummer zoals het is verzonden."),
    key("vingerafdruk", Value::Line, "De vingerafdruk van toelichting en stukken."),
    key(
        "vingerafdruk_punt",
        Value::Line,
        "De vingerafdruk van wat er verder bij het punt op de agenda en de oplegger staat, zonder tijden en verwijzingen.",
    ),
    key(
        "vingerafdruk_verslag",
        Value::Line,
        "Bij een punt met verslag_van: de vingerafdruk van het verslag dat op de agenda stond.",
    ),
    key(
        "naar_datum",
        Value::Date,
        "Bij een punt dat is vervallen: de dag waarop de vergadering was waar het heen gaat, toen dit werd verzonden.",
    ),
    key(
        "behandeling",
        Value::Word(Treatment::WORDS),
        "Bij een raadpleging: de behandeling waarmee het punt is gevraagd.",
    ),
    key("besluiten", Value::List(&LINES), "Bij een raadpleging: de kenmerken van de besluiten die zijn gevraagd."),
]);

static SENT_MEETING: Table = Table::of(&[
    need("datum", Value::Date, "De dag."),
    key("laatste_dag", Value::Date, "De laatste dag."),
    key("begin", Value::Time, "Het begin."),
    key("einde", Value::Time, "Het einde."),
    key("vingerafdruk_locatie", Value::Line, "De vingerafdruk van de plaats."),
    key("vingerafdruk_link", Value::Line, "De vingerafdruk van de link. Zonder vingerafdruk was er geen link."),
    key("vorm", Value::Word(Form::WORDS), "De vorm. Anders fysiek."),
    key("sluiting", Value::Date, "De laatste dag van een schriftelijke ronde."),
]);

static SENT_PAPER: Table = Table::of(&[
    need("bestand", Value::Line, "Het bestand."),
    key("vingerafdruk", Value::Line, "De vingerafdruk van het bestand."),
]);
