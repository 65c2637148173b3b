//! `vergadering.toml`.

use super::{DATE, EXCEPTIONS, ITEM, ITEM_ELSEWHERE, Kind, LINES, MEETING, Table, Target, Value, key, need};
use crate::model::{Form, Treatment};
use crate::word::Word as _;

/// A meeting as planned.
pub(super) static VERGADERING: Kind = Kind {
    name: "vergadering",
    path: "<datum>-<overleg>/vergadering.toml",
    about: "Een vergadering: wanneer, waar en wat er op de agenda staat.",
    table: Table::of(&[
        need("vergadering", Value::Table(&MEETING_TABLE), "De vergadering zelf."),
        key("agendapunt", Value::Tables(&ITEM_TABLE), "De agendapunten, op volgorde."),
        key(
            "genodigd",
            Value::Tables(&INVITED),
            "Wie voor deze vergadering is uitgenodigd en er geen zetel heeft. Anders noemt de agenda alleen wie een zetel heeft.",
        ),
        EXCEPTIONS,
    ]),
};

static MEETING_TABLE: Table = Table::of(&[
    need("overleg", Value::Reference(Target::Body), "Welk overleg vergadert."),
    need("datum", Value::Date, "De dag van de vergadering."),
    key("laatste_dag", Value::Date, "De laatste dag, als de vergadering meer dagen duurt."),
    key("begin", Value::Time, "Hoe laat de vergadering begint."),
    key("einde", Value::Time, "Hoe laat de vergadering eindigt. Vóór begin betekent: de volgende dag."),
    key("locatie", Value::Line, "Waar de vergadering is."),
    key(
        "link",
        Value::Line,
        "Het adres om mee te doen aan een digitale of hybride vergadering. Het begint met https:// en is nooit openbaar. \
         Zonder link noemt de agenda geen adres.",
    ),
    key("vorm", Value::Word(Form::WORDS), "Hoe er vergaderd wordt. Anders fysiek."),
    key("sluiting", Value::Date, "De laatste dag van een schriftelijke ronde."),
    key("verplaatst_van", Value::List(&DATE), "Eerdere dagen waarop de vergadering zou zijn."),
    key("vervallen", Value::Table(&CANCELLED), "De vergadering gaat niet door."),
    key(
        "reageren_tot",
        Value::Date,
        "De laatste dag voor een antwoord op de raadpleging. Anders volgt die uit de termijnen.",
    ),
    key("voorbeeld", Value::Line, "Alleen voor een voorbeeld: deze zin staat boven elk stuk van deze vergadering."),
]);

static INVITED: Table = Table::of(&[
    need("functie", Value::Line, "De functie van wie is uitgenodigd."),
    key("organisatie", Value::Line, "Van welke organisatie. Anders staat er alleen de functie."),
    key("bij", Value::List(&ITEM), "Bij welke agendapunten. Anders bij de hele vergadering."),
]);

static CANCELLED: Table = Table::of(&[
    need("datum", Value::Date, "De dag waarop dat is besloten."),
    need("reden", Value::Line, "Waarom de vergadering niet doorgaat."),
]);

static CANCELLED_ITEM: Table = Table::of(&[
    need("datum", Value::Date, "De dag waarop dat is besloten."),
    need("reden", Value::Line, "Waarom het punt niet doorgaat."),
    key("naar", Value::Reference(Target::Meeting), "De vergadering waar het punt naartoe gaat."),
]);

static ITEM_TABLE: Table = Table::of(&[
    need("id", Value::Id, "De vaste naam van het punt. Alles verwijst hiernaar, nooit naar het nummer."),
    need("titel", Value::Line, "De titel."),
    need("behandeling", Value::Word(Treatment::WORDS), "Wat de vergadering met het punt doet."),
    key("hamerstuk", Value::Bool, "Het punt gaat zonder bespreking door."),
    key("indiener", Value::Reference(Target::PartyOrBody), "De partij die of het overleg dat het punt inbrengt."),
    key("opsteller", Value::Line, "De functie van wie het stuk schreef."),
    key("portefeuillehouder", Value::Line, "De bestuurder die over het onderwerp gaat, voor de oplegger."),
    key(
        "contact",
        Value::Line,
        "Wie vragen beantwoordt, voor de oplegger: een functie, of een sleutel uit personen.toml. Een persoon uit \
         personen.toml wordt niet openbaar.",
    ),
    key("zaaknummer", Value::Line, "Het zaaknummer, voor de oplegger."),
    key("duur", Value::Integer(0, 600), "Hoe lang het punt duurt, in minuten."),
    key("besproken_in", Value::List(&ITEM_ELSEWHERE), "Waar het punt eerder is besproken: vergadering#agendapunt."),
    key("vervolg_op", Value::List(&ITEM_ELSEWHERE), "Het punt waar dit een vervolg op is: vergadering#agendapunt."),
    key("verslag_van", Value::List(&MEETING), "De vergaderingen waarvan dit punt het verslag vaststelt."),
    key(
        "actielijst",
        Value::Bool,
        "Bij dit punt hoort de actielijst. De agenda noemt haar bij de stukken; beraad maak legt tot en met de dag van de \
         vergadering een koppeling naar de acties.",
    ),
    key("gevraagd", Value::List(&LINES), "De gevraagde besluiten. Elk begint met een werkwoord: In te stemmen met …"),
    key("toelichting", Value::Markdown, "De toelichting."),
    key("argumenten", Value::Markdown, "De argumenten, voor de oplegger."),
    key("kanttekeningen", Value::Markdown, "De kanttekeningen en risico's, voor de oplegger."),
    key(
        "financien",
        Value::Markdown,
        "De financiële gevolgen, voor de oplegger. Zijn die er niet, schrijf dan \"geen\". Ontbreekt dit, dan zegt de \
         oplegger er niets over.",
    ),
    key("juridisch", Value::Markdown, "De juridische gevolgen, voor de oplegger."),
    key("communicatie", Value::Markdown, "De communicatie, voor de oplegger."),
    key("vervolg", Value::Markdown, "Wat er daarna gebeurt, voor de oplegger."),
    key("intern", Value::Markdown, "Alleen voor voorzitter en secretaris."),
    key(
        "vast_te_stellen_door",
        Value::Reference(Target::Party),
        "De gemeente waarvan het college het stuk nog vaststelt.",
    ),
    key("besloten", Value::Bool, "Niet openbaar: anderen zien alleen het nummer."),
    key("onder", Value::Reference(Target::Item), "Het punt waar dit een onderdeel van is (4a, 4b)."),
    key("nummer", Value::Line, "Het nummer, alleen voor een punt dat na de verzending kwam, bijvoorbeeld 3a."),
    key("vervallen", Value::Table(&CANCELLED_ITEM), "Het punt gaat niet door. Het houdt zijn plaats en nummer."),
    key("stuk", Value::Tables(&PAPER), "De stukken bij het punt."),
]);

static PAPER: Table = Table {
    keys: &[
        need("titel", Value::Line, "De titel van het stuk."),
        key("bestand", Value::Line, "Een bestand in de map van de vergadering."),
        key("adres", Value::Line, "Een internetadres dat met https:// begint."),
        key("volgt", Value::Date, "Het stuk komt op deze dag."),
        key("mondeling", Value::Bool, "Het stuk wordt in de vergadering verteld."),
        key("besloten", Value::Bool, "Niet openbaar."),
    ],
    one_of: &[&["bestand", "adres", "volgt", "mondeling"]],
    at_most_one_of: &[],
};
