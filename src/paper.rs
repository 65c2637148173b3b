//! The documents: for each, what it says, as a view of plain texts, lists and flags.
//!
//! A view holds no sentences: those stand in the document's template. Its fields bear the Dutch names that the authors
//! of templates type. Short texts are plain and get escaped by the template; a text that is Markdown is a [`Field`]:
//! the view holds only its place, and the text goes past the template.

mod acties;
mod agenda;
mod answered;
mod apart;
mod attendance;
mod beside;
mod besluitenlijst;
pub mod bijlage;
mod brief;
pub mod bundel;
mod document;
mod fields;
mod head;
pub mod inhoud;
mod oplegger;
mod parts;
mod raadpleging;
mod readers;
pub mod record;
mod release;
mod results;
mod samenstelling;
pub mod site;
mod spreeknotitie;
mod stand;
mod standpunten;
mod terugkoppeling;
mod verslag;
mod view;
pub(crate) mod words;

pub use acties::nothing_to_do;
pub use beside::Beside;
pub use brief::{Achtergebleven, Addressees, Bijgevoegd, Brief};
pub use document::{Asking, Choice, Document, From, Missing, Scope};
pub use fields::Field;
pub(crate) use fields::Fields;
pub use readers::{Inside, Readers};
pub use release::{no_minutes, nothing as nothing_public};
pub use view::View;

/// Templates: the name of each and its text.
pub type Templates = &'static [(&'static str, &'static str)];

/// The templates in a folder beside this file.
macro_rules! templates {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("paper/", $folder, "/", $name)))),+]
    };
}

/// All documents, in the order of a meeting's life.
pub static DOCUMENTS: [Document; 10] = [
    Document {
        name: "agenda",
        title: "Agenda",
        command: "Maakt de agenda van een vergadering",
        english: None,
        examples: &[
            "beraad agenda                          de volgende vergadering, op het scherm",
            "beraad agenda 2025-10-09 -f html -o uit/",
            "beraad agenda laatste --intern         met spreekvolgorde, inbreng en interne tekst, voor de voorzitter",
        ],
        readers: Readers::Members,
        inside: Some(Inside {
            help: "Met tijden, spreekvolgorde, verwachte inbreng en interne tekst, voor de voorzitter en de secretaris",
            ending: "-annotatie",
            fits: |_, _| true,
        }),
        choices: &[Choice::Public],
        from: From::Agenda,
        is_form: false,
        templates: templates!["agenda": "agenda.md", "agenda-punt.md", "agenda.txt", "deel-nog-open.md"],
        compose: agenda::compose,
    },
    Document {
        name: "oplegger",
        title: "Oplegger",
        command: "Maakt per agendapunt een oplegger",
        english: Some("cover"),
        examples: &["beraad oplegger volgende -f html -o uit/", "beraad oplegger 2025-10-09 --punt meerjarenagenda"],
        readers: Readers::Members,
        inside: None,
        choices: &[Choice::Item, Choice::Public],
        from: From::Agenda,
        is_form: false,
        templates: templates!["oplegger": "oplegger.md", "oplegger.txt"],
        compose: oplegger::compose,
    },
    Document {
        name: "raadpleging",
        title: "Raadpleging",
        command: "Maakt per vertegenwoordigde partij een raadpleging",
        english: Some("consult"),
        examples: &[
            "beraad raadpleging volgende -f html -o uit/",
            "beraad raadpleging --aan kaag-en-braassem -f html -o formulier.html",
        ],
        readers: Readers::Party,
        inside: None,
        choices: &[Choice::To, Choice::OnBehalf, Choice::Needed],
        from: From::Consultation,
        is_form: true,
        templates: templates!["raadpleging": "raadpleging.md", "raadpleging-punt.md", "raadpleging.txt"],
        compose: raadpleging::compose,
    },
    Document {
        name: "stand",
        title: "Stand",
        command: "Toont de stand van een raadpleging",
        english: Some("state"),
        examples: &[
            "beraad stand",
            "beraad stand 2025-12-11 -f html -o stand.html",
            "beraad stand --herinnering -o uit/     een mail voor ieder die nog moet antwoorden",
        ],
        readers: Readers::Desk,
        inside: None,
        choices: &[Choice::Reminder, Choice::OnBehalf],
        from: From::Consultation,
        is_form: false,
        templates: templates!["stand": "stand.md", "stand.txt"],
        compose: stand::compose,
    },
    Document {
        name: "spreeknotitie",
        title: "Spreeknotitie",
        command: "Maakt een spreeknotitie voor wie namens anderen spreekt",
        english: Some("notes"),
        examples: &["beraad spreeknotitie --voor alphen-aan-den-rijn", "beraad spreeknotitie volgende -f html -o uit/"],
        readers: Readers::Party,
        inside: None,
        choices: &[Choice::For],
        from: From::Speech,
        is_form: false,
        templates: templates!["spreeknotitie": "spreeknotitie.md", "spreeknotitie.txt"],
        compose: spreeknotitie::compose,
    },
    Document {
        name: "verslag",
        title: "Verslag",
        command: "Maakt het verslag van een vergadering",
        english: Some("minutes"),
        examples: &[
            "beraad verslag laatste",
            "beraad verslag 2025-10-09 -f html -o uit/",
            "beraad verslag laatste --intern        met de interne tekst, voor de voorzitter en de secretaris",
        ],
        readers: Readers::Members,
        inside: Some(Inside {
            help: "Met de interne tekst, voor de voorzitter en de secretaris",
            ending: "-intern",
            fits: verslag::holds_internal,
        }),
        choices: &[Choice::Public],
        from: From::Minutes,
        is_form: false,
        templates: templates!["verslag": "verslag.md", "verslag.txt"],
        compose: verslag::compose,
    },
    Document {
        name: "besluitenlijst",
        title: "Besluitenlijst",
        command: "Maakt de besluitenlijst van een vergadering",
        english: Some("decisions"),
        examples: &[
            "beraad besluitenlijst laatste",
            "beraad besluitenlijst laatste --openbaar -f html -o besluitenlijst.html",
        ],
        readers: Readers::Members,
        inside: None,
        choices: &[Choice::Public],
        from: From::Minutes,
        is_form: false,
        templates: templates!["besluitenlijst": "besluitenlijst.md", "besluitenlijst-punt.md", "besluitenlijst.txt"],
        compose: besluitenlijst::compose,
    },
    Document {
        name: "terugkoppeling",
        title: "Terugkoppeling",
        command: "Maakt per vertegenwoordigde partij een terugkoppeling",
        english: Some("feedback"),
        examples: &[
            "beraad terugkoppeling laatste -f html -o uit/",
            "beraad terugkoppeling laatste --aan kaag-en-braassem",
        ],
        readers: Readers::Party,
        inside: None,
        choices: &[Choice::To, Choice::OnBehalf],
        from: From::Feedback,
        is_form: false,
        templates: templates!["terugkoppeling": "terugkoppeling.md", "terugkoppeling-kort.md", "terugkoppeling-punt.md", "terugkoppeling-terug.md", "terugkoppeling.txt"],
        compose: terugkoppeling::compose,
    },
    Document {
        name: "acties",
        title: "Acties",
        command: "Maakt de lijst van openstaande acties en toezeggingen",
        english: Some("actions"),
        examples: &["beraad acties", "beraad acties --overleg regionaal-beraad -f html -o acties.html"],
        readers: Readers::Members,
        inside: None,
        choices: &[Choice::Body, Choice::Public],
        from: From::Meetings,
        is_form: false,
        templates: templates!["acties": "acties.md", "acties.txt"],
        compose: acties::compose,
    },
    Document {
        name: "samenstelling",
        title: "Samenstelling",
        command: "Maakt het overzicht van wie er zitting heeft en wie namens wie spreekt",
        english: Some("composition"),
        examples: &["beraad samenstelling", "beraad samenstelling --op 2025-12-11 -f html -o samenstelling.html"],
        readers: Readers::Members,
        inside: None,
        choices: &[Choice::On, Choice::Body, Choice::Public],
        from: From::Region,
        is_form: false,
        templates: templates!["samenstelling": "samenstelling.md", "samenstelling.txt"],
        compose: samenstelling::compose,
    },
];

/// The templates of a paper of the dossier, of the contents of a bundle, of the index and of a site, and parts of templates that several documents share.
pub static SHARED: [Templates; 5] = [
    templates!["bijlage": "bijlage.md"],
    templates!["bundel": "bundel.md"],
    templates!["inhoud": "inhoud.md", "inhoud-gepland.md"],
    templates!["site": "site-404.md", "site-begrippen.md", "site-besluit.md", "site-besluiten.md", "site-convenant.md", "site-start.md", "site-toegankelijkheid.md", "site-vergadering.md", "site-vergaderingen.md"],
    templates![
        "parts": "brief.txt", "brief-melding.txt", "brief-stukken.txt", "brief-vergadering.txt", "deel-aanwezig.md", "deel-besluit.md", "deel-citaat.md", "deel-citaten.md", "deel-concept.md", "deel-gevraagd-besluit.md", "deel-meldingen.md", "deel-ondertekening.md", "deel-stap.md", "deel-stemt.md", "deel-stukken.md", "deel-telt-niet.md", "deel-terugkomst.md", "deel-uitslag.md", "deel-verslagen.md", "deel-voet.md", "deel-volgende.md", "deel-wie-er-was.md", "woorden.md"
    ],
];

/// All templates that are in the program.
pub fn templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    let all = DOCUMENTS.iter().map(|document| document.templates).chain(SHARED);
    all.flat_map(|templates| templates.iter().copied())
}
