//! The faults of the family *dossier*: what can be wrong with the files themselves.

use crate::finding::{Fault, Severity};

const fn error(name: &'static str, summary: &'static str) -> Fault {
    Fault { name, severity: Severity::Error, family: "dossier", summary }
}

const fn warning(name: &'static str, summary: &'static str) -> Fault {
    Fault { name, severity: Severity::Warning, family: "dossier", summary }
}

const fn advice(name: &'static str, summary: &'static str) -> Fault {
    Fault { name, severity: Severity::Advice, family: "dossier", summary }
}

/// The text is not TOML.
pub static SYNTAX: Fault = error("geen-toml", "Het bestand is niet goed leesbaar als TOML.");
/// The bytes are not UTF-8.
pub static ENCODING: Fault = error("geen-utf-8", "Het bestand is niet opgeslagen als UTF-8.");
/// The file is larger than the tool reads.
pub static TOO_LARGE: Fault = error("te-groot-bestand", "Het bestand is te groot.");
/// More than is taken in.
pub static TOO_MUCH: Fault = error("boven-de-grens", "Dit is meer dan beraad aanneemt.");
/// The file or folder could not be read.
pub static UNREADABLE: Fault = error("niet-te-lezen", "Het bestand is niet te lezen.");
/// A key that the format does not know.
pub static UNKNOWN_KEY: Fault = error("onbekende-sleutel", "Deze sleutel bestaat niet.");
/// A word that is not one of the fixed words.
pub static UNKNOWN_WORD: Fault = error("onbekend-woord", "Dit woord kan hier niet staan.");
/// A reference to something that does not exist.
pub static UNKNOWN_REFERENCE: Fault = error("onbekende-verwijzing", "Dit verwijst naar iets dat niet bestaat.");
/// A value of another type.
pub static WRONG_TYPE: Fault = error("verkeerde-soort", "Hier hoort een ander soort waarde.");
/// A key that must be there is not.
pub static MISSING_KEY: Fault = error("ontbrekende-sleutel", "Er ontbreekt een sleutel.");
/// A text without anything in it.
pub static EMPTY: Fault = error("lege-waarde", "Hier staat een lege tekst.");
/// Twice the same.
pub static DUPLICATE: Fault = error("dubbel", "Dit staat er twee keer.");
/// A number outside its bounds.
pub static OUT_OF_BOUNDS: Fault = error("buiten-grenzen", "Dit getal is te klein of te groot.");
/// A day that does not exist.
pub static IMPOSSIBLE_DATE: Fault = error("onmogelijke-datum", "Deze datum bestaat niet of kan niet kloppen.");
/// A period or a time span that ends before it begins.
pub static IMPOSSIBLE_PERIOD: Fault = error("onmogelijke-periode", "Het einde ligt voor het begin.");
/// A line break where one line is asked.
pub static LINE_BREAK: Fault = error("regeleinde", "Deze tekst moet op één regel staan.");
/// A character that cannot be shown or that misleads.
pub static STRANGE_CHARACTER: Fault = error("vreemd-teken", "Deze tekst bevat een teken dat niet te zien is.");
/// A name that is not kebab-case, or another text of the wrong shape.
pub static WRONG_SHAPE: Fault = error("verkeerde-vorm", "Deze tekst heeft niet de vorm die hier hoort.");
/// Keys that exclude each other.
pub static CONTRADICTION: Fault = error("tegenstrijdig", "Deze sleutels kunnen niet samen.");
/// The folder's name and the file disagree.
pub static FOLDER_DISAGREES: Fault = error("map-klopt-niet", "De naam van de map past niet bij het bestand.");
/// A paper that is not on disk.
pub static MISSING_PAPER: Fault = error("ontbrekend-stuk", "Dit bestand is er niet.");
/// A path that leaves the dossier.
pub static OUTSIDE: Fault = error("buiten-dossier", "Dit pad wijst buiten het dossier.");
/// A paper that would lie where a document of ours comes.
pub static TAKEN_NAME: Fault = error("naam-van-uitvoer", "Een stuk heet zoals een bestand dat beraad zelf maakt.");
/// A file name that some computers cannot have, or take for another.
pub static UNSAFE_NAME: Fault = advice("naam-niet-overal", "Deze bestandsnaam kan niet op elke computer.");
/// A Markdown paper of which no page can be made.
pub static NO_PAGE: Fault = advice("stuk-zonder-pagina", "Van dit Markdown-stuk kan geen pagina worden gemaakt.");
/// An address that is not of a web page.
pub static UNSAFE_ADDRESS: Fault = error("onveilig-adres", "Dit adres kan niet in een stuk staan.");
/// A colour that is hard to read.
pub static LOW_CONTRAST: Fault = error("te-weinig-contrast", "Deze kleur is slecht te lezen.");
/// A logo that does more than show a picture.
pub static UNSAFE_LOGO: Fault = error("onveilig-logo", "Dit logo doet meer dan een beeld laten zien.");
/// A file that the tool does not know.
pub static UNKNOWN_FILE: Fault = warning("onbekend-bestand", "Dit bestand hoort niet bij een dossier.");
/// A template that cannot be used.
pub static TEMPLATE: Fault = error("sjabloon-klopt-niet", "Dit sjabloon is niet te gebruiken.");
/// A line of a template that has no role where ours has one.
pub static LACKS_ROLE: Fault = advice("sjabloon-zonder-rol", "In dit sjabloon ontbreekt een rol.");

/// A text that is not public, in what is about to be made so.
pub static WOULD_LEAK: Fault =
    error("tekst-zou-lekken", "Een tekst die niet openbaar is, zou in iets openbaars komen.");

/// Every fault of the family.
pub static FAULTS: [&Fault; 32] = [
    &SYNTAX,
    &ENCODING,
    &TOO_LARGE,
    &TOO_MUCH,
    &UNREADABLE,
    &UNKNOWN_KEY,
    &UNKNOWN_WORD,
    &UNKNOWN_REFERENCE,
    &WRONG_TYPE,
    &MISSING_KEY,
    &EMPTY,
    &DUPLICATE,
    &OUT_OF_BOUNDS,
    &IMPOSSIBLE_DATE,
    &IMPOSSIBLE_PERIOD,
    &LINE_BREAK,
    &STRANGE_CHARACTER,
    &WRONG_SHAPE,
    &CONTRADICTION,
    &FOLDER_DISAGREES,
    &MISSING_PAPER,
    &OUTSIDE,
    &TAKEN_NAME,
    &UNSAFE_NAME,
    &NO_PAGE,
    &UNSAFE_ADDRESS,
    &LOW_CONTRAST,
    &UNSAFE_LOGO,
    &UNKNOWN_FILE,
    &TEMPLATE,
    &LACKS_ROLE,
    &WOULD_LEAK,
];
