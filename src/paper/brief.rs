//! The letter with a paper: to whom it goes, who is called with questions, and who wrote it, as far as the dossier knows.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Scope, View};
use crate::dutch;
use crate::model::{Alternate, BodyId, Mailing, PartyId, Person, PersonId, Region, Role, Seat, SeatHolder};

/// For whom a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Addressees {
    /// Nobody that the dossier could name.
    #[default]
    Unknown,
    /// Who sits in the body and is sent such papers.
    Members(Mailing),
    /// The chair and the secretary.
    Chair,
    /// Who asks on behalf of parties, and the secretary.
    Askers(Option<PartyId>),
    /// Who speaks in the seat of a party; who asks in its name, or in that of whom it replaces.
    Speaker {
        /// Whose seat.
        by: PartyId,
        /// Who asks.
        asker: PartyId,
    },
    /// A party that is asked, or told what became of its answer; who answers its questions.
    Party(PartyId, Option<PersonId>),
}

impl Addressees {
    /// Of a paper of a whole body: its members, or of the form for inside the chair and the secretary.
    pub(super) const fn of_table(inside: bool, mailing: Mailing) -> Self {
        if inside { Self::Chair } else { Self::Members(mailing) }
    }
}

/// What a letter says of itself.
#[derive(Debug, Default, Serialize)]
pub struct Brief<'a> {
    /// `leden`, `voorzitter en secretaris` or `wethouder`; nothing where nobody knows who reads it.
    aan: &'static str,
    /// The meeting to come does not take place.
    #[serde(skip)]
    pub is_off: bool,
    /// It is for everybody.
    openbaar: bool,
    /// The body with its article.
    overleg: Option<String>,
    /// Why all of it is an example.
    voorbeeld: Option<&'a str>,
    /// Whom to ask.
    contact: Option<Contact<'a>>,
    /// Who sends it.
    afzender: Option<Afzender<'a>>,
}

/// Whom to ask.
#[derive(Debug, Serialize)]
struct Contact<'a> {
    /// `de secretaris van het Regionaal Beraad`
    wie: Option<String>,
    mail: Option<&'a str>,
    telefoon: Option<&'a str>,
}

/// Who sends it.
#[derive(Debug, Serialize)]
struct Afzender<'a> {
    naam: &'a str,
    functie: Option<&'a str>,
}

impl<'a> Brief<'a> {
    /// Whether it is about one body.
    #[must_use]
    pub const fn is_of_body(&self) -> bool {
        self.overleg.is_some()
    }

    /// Where an answer to the letter goes.
    #[must_use]
    pub fn reply_to(&self) -> Option<&'a str> {
        self.contact.as_ref().and_then(|contact| contact.mail)
    }
}

/// What goes along with a mail, beside the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Bijgevoegd {
    /// How many papers.
    pub aantal: usize,
    /// Those that are too large.
    pub te_groot: Vec<Achtergebleven>,
    /// Those that do not go along for another reason.
    pub ontbreekt: Vec<Achtergebleven>,
}

/// A paper that does not go along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Achtergebleven {
    /// `4.2`
    pub nummer: String,
    /// Its title.
    pub titel: String,
    /// `31,0 MB`
    pub grootte: String,
}

/// Addresses the views of a document, each by its addressees. Nobody knows who reads what is public.
pub(super) fn address<'a>(scope: &Scope<'a>, view: &mut View<'a>) {
    let region = scope.region;
    let voorbeeld = scope.meeting.and_then(|id| region[id].example.as_deref());
    let voorbeeld = voorbeeld.or(region.covenant.example.as_deref());
    let body = scope.meeting.map(|id| region[id].body).or(scope.body);
    let day = scope.meeting.map_or(scope.today, |id| region[id].date.value);
    let overleg = body.map(|body| dutch::the(region[body].name_on(day)));
    let is_off = scope.meeting.is_some_and(|id| region[id].cancelled.is_some() && !region[id].is_over(scope.today));
    view.brief = Brief { is_off, openbaar: region.public, overleg, voorbeeld, ..Brief::default() };
    if region.public {
        view.addressees = Addressees::Unknown;
        return;
    }
    let Some(body) = body else { return };
    // what is told afterwards is for who sits there by then
    let table = Table { region, body, day: day.max(scope.today) };
    view.recipients = table.addresses(view.addressees);
    view.unreached = table.unreached(view.addressees);
    view.brief.aan = table.called(view.addressees);
    let writer = table.writer(view.addressees, scope.today);
    view.brief.contact = match view.addressees {
        Addressees::Party(..) | Addressees::Speaker { .. } => writer.map(person),
        _ => region[body].contact.as_ref().map_or_else(
            || writer.map(person),
            |contact| {
                let of_seat = || table.secretary(scope.today).map(|seat| seat.function.as_str());
                Some(Contact {
                    wie: contact.function.as_deref().or_else(of_seat).map(dutch::the_function),
                    mail: contact.email.as_deref(),
                    telefoon: contact.phone.as_deref(),
                })
            },
        ),
    };
    // nobody asks oneself
    let mail = view.brief.reply_to();
    if mail.is_some() && view.recipients.iter().all(|to| Some(*to) == mail) && !view.recipients.is_empty() {
        view.brief.contact = None;
    }
    // among themselves nobody knows which of them sends it
    let is_known = !matches!(view.addressees, Addressees::Chair | Addressees::Askers(_) | Addressees::Unknown);
    let afzender = writer.filter(|_| is_known);
    view.brief.afzender = afzender.map(|it| Afzender { naam: &it.name, functie: it.function.as_deref() });
}

fn person(it: &Person) -> Contact<'_> {
    let function = it.function.as_deref().map(|function| format!(", {function}")).unwrap_or_default();
    Contact { wie: Some(format!("{}{function}", it.name)), mail: it.email.as_deref(), telefoon: it.phone.as_deref() }
}

/// Those who sit in a body on a day.
struct Table<'a> {
    region: &'a Region,
    body: BodyId,
    day: NaiveDate,
}

impl<'a> Table<'a> {
    fn seats(&self) -> impl Iterator<Item = &'a Seat> + use<'a> {
        self.region.seats_on(self.body, self.day).map(|(_, seat)| seat)
    }

    fn seat_of(&self, party: PartyId) -> Option<&'a Seat> {
        self.seats().find(|seat| seat.role == Role::Member && seat.holder == SeatHolder::Party(party))
    }

    fn secretary(&self, today: NaiveDate) -> Option<&'a Seat> {
        let mut seats = self.region.seats_on(self.body, today).map(|(_, seat)| seat);
        seats.find(|seat| seat.role == Role::Secretary)
    }

    /// Whom the arrangement names by which a party asks.
    fn asker(&self, party: PartyId) -> impl Iterator<Item = PersonId> + use<'a> {
        self.region.representations_on(self.body, self.day).filter(move |it| it.by == party).filter_map(|it| it.contact)
    }

    /// Who wrote it.
    fn writer(&self, addressees: Addressees, today: NaiveDate) -> Option<&'a Person> {
        let person = match addressees {
            Addressees::Party(_, contact) => contact,
            Addressees::Speaker { asker, .. } => self.asker(asker).next(),
            _ => self.secretary(today)?.person,
        };
        person.map(|person| &self.region[person])
    }

    /// The addresses of the addressees, each once.
    fn addresses(&self, addressees: Addressees) -> Vec<&'a str> {
        let people = |persons: Vec<PersonId>| persons.into_iter().map(|it| &self.region[it]).collect::<Vec<_>>();
        let secretaries = self.seats().filter(|seat| seat.role == Role::Secretary).filter_map(|seat| seat.person);
        let found: Vec<&Person> = match addressees {
            Addressees::Unknown => Vec::new(),
            Addressees::Members(mailing) => {
                let all = people(self.seats().flat_map(on_seat).collect());
                all.into_iter().filter(|it| it.receives.contains(&mailing)).collect()
            }
            Addressees::Chair => {
                let chair = self.region.chair_of(self.body, self.day).and_then(|seat| self.region[seat].person);
                people(chair.into_iter().chain(secretaries).collect())
            }
            Addressees::Askers(party) => people(self.askers(party).into_iter().chain(secretaries).collect()),
            Addressees::Speaker { by, .. } => {
                people(self.seat_of(by).and_then(|seat| seat.person).into_iter().collect())
            }
            Addressees::Party(party, _) => {
                let asked = |it: &&Person| it.party == Some(party) && it.receives.contains(&Mailing::Consultation);
                self.region.persons.iter().filter(asked).collect()
            }
        };
        let mut seen = BTreeSet::new();
        found.into_iter().filter_map(|it| it.email.as_deref()).filter(|address| seen.insert(*address)).collect()
    }

    /// The seats of members of which nobody gets such mails.
    fn unreached(&self, addressees: Addressees) -> Vec<&'a str> {
        let Addressees::Members(mailing) = addressees else { return Vec::new() };
        let is_reached = |seat: &Seat| {
            let mut people = on_seat(seat).map(|person| &self.region[person]);
            people.any(|person| person.email.is_some() && person.receives.contains(&mailing))
        };
        let mut names = Vec::new();
        for seat in self.seats().filter(|seat| seat.role != Role::Secretary && !is_reached(seat)) {
            let name = self.region.organisation(seat, self.day);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Who asks for one party; for all, only where that is one: nobody gets what another was answered.
    fn askers(&self, party: Option<PartyId>) -> Vec<PersonId> {
        let all: BTreeSet<PartyId> =
            self.region.representations_on(self.body, self.day).map(|spoken| spoken.by).collect();
        let only = party.or_else(|| all.first().copied().filter(|_| all.len() == 1));
        only.map(|party| self.asker(party).collect()).unwrap_or_default()
    }

    /// How they are addressed.
    fn called(&self, addressees: Addressees) -> &'static str {
        let is_alderman = |party| {
            let function = self.seat_of(party).map(|seat| seat.function.as_str().to_lowercase());
            function.is_some_and(|function| function.starts_with("wethouder"))
        };
        match addressees {
            Addressees::Members(_) => "leden",
            Addressees::Chair => "voorzitter en secretaris",
            Addressees::Speaker { by, .. } if is_alderman(by) => "wethouder",
            _ => "",
        }
    }
}

/// Who has a seat: who sits there, and the alternates that are named.
fn on_seat(seat: &Seat) -> impl Iterator<Item = PersonId> + '_ {
    seat.person.into_iter().chain(seat.alternates.iter().filter_map(Alternate::person))
}
