//! `voortgang.toml`.

use super::{EXCEPTIONS, Kind, Table, Target, Value, key, need};

/// The ledger.
pub(super) static VOORTGANG: Kind = Kind {
    name: "voortgang",
    path: "voortgang.toml",
    about: "Wat er daarna gebeurde met acties, toezeggingen, voorbehouden en vaststellingen.",
    table: Table::of(&[key("voortgang", Value::Tables(&ENTRY), "Een gebeurtenis."), EXCEPTIONS]),
};

static ENTRY: Table = Table {
    keys: &[
        need("over", Value::Reference(Target::Ledger), "Waarover: vergadering#actie-1, #toezegging-1 of #agendapunt."),
        need("datum", Value::Date, "De dag waarop het gebeurde."),
        key("afgerond", Value::Bool, "De actie of toezegging is klaar; `false`: toch niet."),
        key("uiterlijk", Value::Date, "De nieuwe dag waarop het klaar is."),
        key("vervallen", Value::Line, "Het gaat niet door: de reden."),
        key("voorbehoud_vervallen", Value::Reference(Target::Party), "Deze partij heeft haar voorbehoud ingetrokken."),
        key(
            "besluit",
            Value::Integer(1, 99),
            "Met `voorbehoud_vervallen`: het nummer van het gevraagde besluit. Anders: van het hele punt.",
        ),
        key("vastgesteld", Value::Table(&ADOPTED), "Het college heeft het stuk behandeld."),
        key("toelichting", Value::Markdown, "Een toelichting."),
    ],
    one_of: &[],
    at_most_one_of: &[&["afgerond", "uiterlijk", "vervallen", "voorbehoud_vervallen", "vastgesteld"]],
};

static ADOPTED: Table = Table::of(&[
    need("college", Value::Reference(Target::Party), "Van welke gemeente het college is."),
    need(
        "uitkomst",
        Value::Line,
        "Wat het college besloot, bijvoorbeeld: vastgesteld, conform besloten, afgewezen of aangehouden.",
    ),
    key("zaaknummer", Value::Line, "Het zaaknummer."),
]);
