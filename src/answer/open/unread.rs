//! What is in a file that is no text of a person: named as what it is, with the way to go on.

use crate::answer::faults;
use crate::answer::mail::Machine;
use crate::dutch;
use crate::finding::{Fault, Finding};
use crate::model::{PartyId, Region};
use crate::source::Span;

/// Something that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// What it is called in findings: the file, and which part of it.
    pub name: String,
    /// It is attached to a mail.
    pub attached: bool,
    /// What it is.
    pub why: Why,
}

/// Why something is not read: what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// More than is taken in: a Dutch sentence.
    TooMuch(String),
    /// It cannot be read at all: a Dutch sentence.
    NoFile(String),
    /// A document of another program: `een pdf`.
    Document(&'static str),
    /// Bytes that nobody knows.
    NoText,
    /// A mail that is damaged.
    Damaged,
    /// The page of the form itself, in which nothing was saved.
    Page,
    /// What this program made and nobody fills in, by the names of the files.
    Own(Vec<String>),
    /// What Outlook packs a mail in for itself.
    Winmail,
    /// A mail without words and without anything attached.
    Empty,
    /// The text of a mail that stands in RTF alone.
    Rich,
    /// What a server or another program wrote, or locked.
    Machine(Machine),
}

/// The command with which any answer can be taken over.
const BY_HAND: &str = "neem de antwoorden over met: beraad reactie nieuw";

impl Unread {
    /// Something with this name.
    #[must_use]
    pub fn new(name: &str, why: Why) -> Self {
        Self { name: name.to_owned(), attached: false, why }
    }

    /// Whether this program made it.
    #[must_use]
    pub const fn is_own(&self) -> bool {
        matches!(self.why, Why::Own(_))
    }

    /// What to say of it. Beside an answer that was read it is no more than worth a look; `of` is the party that was
    /// asked, where the mail shows it.
    #[must_use]
    pub fn finding(&self, region: &Region, of: Option<PartyId>, beside: bool, span: Span) -> Option<Finding> {
        let (fault, message, hint) = self.said(region, of);
        if !beside {
            return Some(Finding::new(fault, span, message).hint(hint));
        }
        match self.why {
            // the form as it was sent comes back with many answers
            Why::Page | Why::Machine(Machine::Away | Machine::Receipt) => None,
            Why::Own(_) => Some(Finding::new(&faults::ATTACHED, span, message).hint(hint)),
            _ => {
                let hint = "kijk of hierin nog een antwoord of inbreng staat";
                Some(Finding::new(&faults::ATTACHED, span, message).hint(hint))
            }
        }
    }

    fn said(&self, region: &Region, of: Option<PartyId>) -> (&'static Fault, String, String) {
        let this = if self.attached { "Deze bijlage" } else { "Dit bestand" };
        let document = if self.attached { &faults::ATTACHMENT } else { &faults::NOT_READABLE };
        let (fault, message, hint) = match &self.why {
            Why::TooMuch(excess) => {
                let hint = "haal eruit wat geen antwoord is, of neem de antwoorden over met: beraad reactie nieuw";
                (&faults::TOO_MUCH, excess.clone(), hint)
            }
            Why::NoFile(why) => (&faults::NOT_READABLE, why.clone(), "kijk de naam en de rechten na"),
            Why::Document(kind) => (document, format!("{this} is {kind}. Daar leest beraad niet in."), BY_HAND),
            Why::NoText => {
                let hint = "vraag het bewaarde formulier (.toml), de mail (.eml) of de tekst";
                (document, format!("{this} is geen tekst."), hint)
            }
            Why::Damaged => {
                let hint = "sla de mail opnieuw op, of plak de tekst in een tekstbestand";
                (&faults::NOT_READABLE, "Deze mail is niet te lezen.".to_owned(), hint)
            }
            Why::Page => {
                let message = format!("{this} is het formulier zelf. Wat daarin was ingevuld, is niet bewaard.");
                let hint = "vraag om in de pagina op Bewaren te klikken en dat bestand (.toml) te sturen";
                (&faults::PAGE, message, hint)
            }
            Why::Own(files) => {
                let hint = "schreef iemand er een antwoord of inbreng in, leg die dan vast met: beraad reactie nieuw";
                (&faults::NO_FORM, own(self.attached, files), hint)
            }
            Why::Winmail => {
                let message = format!("{this} is winmail.dat: zo pakt Outlook een mail voor zichzelf in.");
                let hint = "vraag de mail opnieuw als tekst zonder opmaak, of neem de antwoorden over met: beraad reactie nieuw";
                (&faults::WINMAIL, message, hint)
            }
            Why::Empty => {
                let message =
                    "In deze mail staat geen tekst, en geen bijlage waarin een antwoord kan staan.".to_owned();
                let hint = "kijk in uw mailprogramma of dat zo is, en bewaar de mail anders opnieuw";
                (&faults::NO_FORM, message, hint)
            }
            Why::Rich => {
                let message =
                    "De tekst van deze mail is in Outlook opgeslagen in RTF. Die leest beraad niet.".to_owned();
                let hint = "open de mail in Outlook, sla haar op als tekst (.txt) en lees dat bestand, of neem de \
                            antwoorden over met: beraad reactie nieuw";
                (&faults::RICH, message, hint)
            }
            Why::Machine(machine) => return by_machine(machine, region, of),
        };
        (fault, message, hint.to_owned())
    }
}

/// What to say of papers of ours.
fn own(attached: bool, files: &[String]) -> String {
    match files {
        _ if !attached => {
            "Dit bestand is een stuk dat beraad zelf maakte; het is niet als antwoord gelezen.".to_owned()
        }
        [file] => {
            format!("Bij deze mail zit een stuk dat beraad zelf maakte ({file}); het is niet als antwoord gelezen.")
        }
        _ => {
            let list = dutch::list(files).unwrap_or_default();
            let count = files.len();
            format!(
                "Bij deze mail zitten {count} stukken die beraad zelf maakte ({list}); die zijn niet als antwoord gelezen."
            )
        }
    }
}

fn by_machine(machine: &Machine, region: &Region, of: Option<PartyId>) -> (&'static Fault, String, String) {
    let locked =
        "open de mail in uw mailprogramma, bewaar de tekst, of neem de antwoorden over met: beraad reactie nieuw";
    let (fault, message, hint) = match machine {
        Machine::Encrypted => {
            (&faults::LOCKED, "Deze mail is versleuteld. beraad kan haar niet openen.".to_owned(), locked)
        }
        Machine::Signed => {
            let message = "De tekst van deze mail zit in een digitale handtekening. beraad kan die niet openen.";
            (&faults::LOCKED, message.to_owned(), locked)
        }
        Machine::Undelivered(to) => {
            let message = format!("De vraag is niet aangekomen{}.", at(region, of, to));
            let hint = "kijk het adres na in personen.toml, en stuur de raadpleging opnieuw; wat in de mail is ingevuld, is niet overgenomen";
            (&faults::UNDELIVERED, message, hint)
        }
        Machine::Delayed(to) => {
            let message =
                format!("De vraag is nog niet aangekomen{}. De mailserver probeert het nog.", at(region, of, to));
            let hint = "wacht op het volgende bericht, of bel";
            (&faults::DELAYED, message, hint)
        }
        Machine::Receipt => {
            let message = "Dit is een bericht dat een mail is bezorgd of gelezen. Het is geen antwoord.".to_owned();
            (&faults::RECEIPT, message, "wacht op het antwoord zelf")
        }
        Machine::Draft => {
            let message =
                "Deze mail is een concept: zij is niet verzonden. Wat erin staat, is niet overgenomen.".to_owned();
            (&faults::DRAFT, message, "bewaar de mail zoals zij is ontvangen, of vraag om haar te versturen")
        }
        Machine::Away => {
            let who = of.map(|party| format!(" van {}", region[party].name)).unwrap_or_default();
            let message = format!("Dit is een automatisch bericht{who}: een antwoord van een persoon is het niet.");
            (&faults::AWAY, message, "lees of er een vervanger in staat, en vraag het antwoord daar")
        }
    };
    (fault, message, hint.to_owned())
}

/// Where a mail did not arrive: the party, as `personen.toml` or the mail itself tells, and the addresses.
fn at(region: &Region, of: Option<PartyId>, addresses: &[String]) -> String {
    let known = |address: &str| {
        region
            .persons
            .iter()
            .find(|person| person.email.as_deref().is_some_and(|email| email.eq_ignore_ascii_case(address)))
    };
    let party =
        addresses.iter().find_map(|address| known(address)?.party).or(of).map(|party| region[party].name.as_str());
    let addresses = dutch::list(addresses);
    match (party, addresses) {
        (Some(party), Some(list)) => format!(" bij {party} ({list})"),
        (Some(name), None) => format!(" bij {name}"),
        (None, Some(list)) => format!(" bij {list}"),
        (None, None) => String::new(),
    }
}
