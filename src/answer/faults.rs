//! The faults of the family *antwoord*: what can be wrong with an answer that came back.

use crate::finding::{Fault, Severity};

const fn error(name: &'static str, summary: &'static str) -> Fault {
    Fault { name, severity: Severity::Error, family: "antwoord", summary }
}

const fn warning(name: &'static str, summary: &'static str) -> Fault {
    Fault { name, severity: Severity::Warning, family: "antwoord", summary }
}

const fn advice(name: &'static str, summary: &'static str) -> Fault {
    Fault { name, severity: Severity::Advice, family: "antwoord", summary }
}

/// The bytes are no text, TOML or mail.
pub static NOT_READABLE: Fault = error("geen-leesbaar-antwoord", "Dit bestand is geen tekst, mail of TOML.");
/// More than is taken in.
pub static TOO_MUCH: Fault = error("antwoord-boven-de-grens", "Dit antwoord is meer dan beraad aanneemt.");
/// There is no mark of a form in it.
pub static NO_FORM: Fault = error("geen-formulier", "Hierin staat geen formulier van een raadpleging.");
/// A mark was changed.
pub static DAMAGED: Fault = error("kenmerk-beschadigd", "Een kenmerk in het formulier is veranderd.");
/// Two forms with different answers.
pub static TWO_FORMS: Fault = error("twee-formulieren", "Hierin staan twee formulieren met verschillende antwoorden.");
/// The form is about another meeting.
pub static OTHER_MEETING: Fault = error("andere-vergadering", "Dit formulier hoort bij een andere vergadering.");
/// The party was not asked.
pub static NOT_ASKED: Fault = error("partij-niet-gevraagd", "Deze partij wordt voor deze vergadering niet gevraagd.");
/// The item does not exist, or is not asked about.
pub static UNKNOWN_ITEM: Fault = error("punt-niet-gevraagd", "Over dit agendapunt wordt niets gevraagd.");
/// The requested decision does not exist, or reads otherwise now, and the old words are not known.
pub static UNKNOWN_DECISION: Fault =
    error("besluit-niet-gevraagd", "Dit gevraagde besluit is er niet, of luidt nu anders.");
/// The requested decision reads otherwise now.
pub static OLDER_FORM: Fault = warning("ouder-formulier", "De vraag is nu een andere dan in dit formulier.");
/// Two boxes are ticked.
pub static TWO_TICKS: Fault = error("twee-antwoorden", "Bij één gevraagd besluit zijn twee antwoorden aangekruist.");
/// It is not clear whether, or what, was answered.
pub static UNCLEAR: Fault = error("onduidelijk-antwoord", "Het is niet duidelijk wat hier wordt geantwoord.");
/// One tick for all, and another answer.
pub static CONTRADICTION: Fault = error(
    "niet-akkoord-met-alles",
    "Akkoord met alles is aangekruist, maar er staat ook een ander antwoord, of inbreng.",
);
/// Words outside the places for them.
pub static BESIDE: Fault = advice("tekst-naast-vak", "Hier staat tekst die bij geen vraag hoort.");
/// Words that no program shows.
pub static HIDDEN: Fault =
    advice("verborgen-tekst", "In deze mail staat tekst die een mailprogramma niet toont, of misschien niet.");
/// A character that could not be read.
pub static UNREADABLE: Fault = error("onleesbaar-teken", "Hier staat een teken dat niet te lezen is.");
/// The answer may be in an attachment that is not read.
pub static ATTACHMENT: Fault = error("bijlage-niet-te-lezen", "Het antwoord zit in een bijlage die beraad niet leest.");
/// An attachment beside an answer.
pub static ATTACHED: Fault = advice("bijlage-ernaast", "Naast het antwoord zit een bijlage die beraad niet leest.");
/// The page of the form, in which nothing was saved.
pub static PAGE: Fault = error("formulier-niet-bewaard", "Dit is de pagina van het formulier, niet het antwoord.");
/// A mail that is encrypted, or inside a signature.
pub static LOCKED: Fault = error("mail-op-slot", "Deze mail is versleuteld, of zit in een handtekening.");
/// What Outlook packs a mail in for itself.
pub static WINMAIL: Fault = error("winmail-dat", "Deze mail zit in een winmail.dat, die alleen Outlook opent.");
/// The text of a mail of Outlook stands in RTF alone.
pub static RICH: Fault = error("mail-in-rtf", "De tekst van deze mail is opgeslagen in RTF, en is niet gelezen.");
/// The question did not arrive.
pub static UNDELIVERED: Fault = error("vraag-niet-aangekomen", "De vraag is niet aangekomen.");
/// The question did not arrive yet.
pub static DELAYED: Fault = warning("vraag-nog-niet-aangekomen", "De vraag is nog niet aangekomen.");
/// Somebody is away, or a program answers.
pub static AWAY: Fault = warning("automatisch-bericht", "Dit bericht schreef een programma, geen persoon.");
/// A mail was delivered or read.
pub static RECEIPT: Fault = advice("ontvangstbevestiging", "Dit bericht zegt dat een mail is bezorgd of gelezen.");
/// A mail was never sent.
pub static DRAFT: Fault = error("mail-is-concept", "Deze mail is een concept dat niet is verzonden.");
/// The meeting was cancelled.
pub static CANCELLED: Fault = warning("vergadering-is-vervallen", "De vergadering van dit antwoord is vervallen.");
/// The item was withdrawn.
pub static WITHDRAWN: Fault = warning("punt-is-vervallen", "Het agendapunt van dit antwoord is vervallen.");
/// There are no files by this name.
pub static NO_FILES: Fault = error("geen-bestanden", "Hier zijn geen bestanden met antwoorden.");
/// Nothing was answered.
pub static EMPTY: Fault = error("niets-ingevuld", "In dit formulier is niets ingevuld.");
/// Not everything was answered.
pub static INCOMPLETE: Fault = warning("niet-alles-beantwoord", "Op een gevraagd besluit is niet geantwoord.");
/// No reason.
pub static NO_REASON: Fault = warning("reden-niet-ingevuld", "Bij een voorbehoud of een nee staat geen reden.");
/// Who answered is missing.
pub static NO_NAME: Fault = error("wie-ontbreekt", "Er staat niet bij wie antwoordt.");
/// The alderman is missing.
pub static NOT_AGREED: Fault = warning("wethouder-ontbreekt", "Er staat niet bij met welke wethouder is afgestemd.");
/// A day that cannot be read, or that is still to come.
pub static WRONG_DATE: Fault = error("datum-klopt-niet", "De datum van het antwoord klopt niet.");
/// A day that cannot be that of the answer, which is not used.
pub static DATE_IGNORED: Fault = warning("datum-kan-niet", "De datum op het formulier of van de mail kan niet.");
/// It is like an older answer, and a newer one says something else.
pub static PASSED: Fault =
    warning("antwoord-ingehaald", "Het antwoord is gelijk aan een ouder antwoord; een nieuwer luidt anders.");
/// It came after the closing date.
pub static LATE: Fault = warning("antwoord-na-sluiting", "Het antwoord kwam na de sluiting.");
/// The mail came from somebody of another party.
pub static OTHER_SENDER: Fault = error("afzender-van-elders", "De afzender van de mail hoort bij een andere partij.");
/// The mail came from somebody unknown.
pub static UNKNOWN_SENDER: Fault = warning("afzender-onbekend", "De afzender van de mail is niet bekend.");

/// Every fault of the family.
pub static FAULTS: [&Fault; 41] = [
    &NOT_READABLE,
    &TOO_MUCH,
    &NO_FORM,
    &DAMAGED,
    &TWO_FORMS,
    &OTHER_MEETING,
    &NOT_ASKED,
    &UNKNOWN_ITEM,
    &UNKNOWN_DECISION,
    &OLDER_FORM,
    &TWO_TICKS,
    &UNCLEAR,
    &CONTRADICTION,
    &BESIDE,
    &HIDDEN,
    &UNREADABLE,
    &ATTACHMENT,
    &ATTACHED,
    &PAGE,
    &LOCKED,
    &WINMAIL,
    &RICH,
    &UNDELIVERED,
    &DELAYED,
    &AWAY,
    &RECEIPT,
    &DRAFT,
    &CANCELLED,
    &WITHDRAWN,
    &NO_FILES,
    &EMPTY,
    &INCOMPLETE,
    &NO_REASON,
    &NO_NAME,
    &NOT_AGREED,
    &WRONG_DATE,
    &DATE_IGNORED,
    &PASSED,
    &LATE,
    &OTHER_SENDER,
    &UNKNOWN_SENDER,
];
