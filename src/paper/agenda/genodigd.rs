//! Who is invited to a meeting, how to take part from elsewhere, and whom to tell that one cannot come.

use serde::Serialize;

use crate::dutch;
use crate::link;
use crate::model::{Meeting, MeetingId, Region, Role, Seat};
use crate::paper::{Scope, parts};
use crate::word::Word as _;

/// What the head of an agenda says to who gets it.
#[derive(Debug, Serialize)]
pub(super) struct Uitnodiging<'a> {
    genodigd: Vec<Genodigd<'a>>,
    gasten: Vec<Gast<'a>>,
    secretaris: Option<String>,
    link: Option<Adres<'a>>,
    afmelden: Option<Afmelden<'a>>,
}

/// Those who sit there in one function.
#[derive(Debug, Serialize)]
struct Genodigd<'a> {
    wie: String,
    functie: &'a str,
}

/// Somebody without a seat.
#[derive(Debug, Serialize)]
struct Gast<'a> {
    functie: &'a str,
    organisatie: Option<&'a str>,
    bij: Option<String>,
}

/// An address, as one reads it and as one opens it.
#[derive(Debug, Serialize)]
struct Adres<'a> {
    tekst: &'a str,
    adres: String,
}

/// Whom to tell that one cannot come.
#[derive(Debug, Serialize)]
struct Afmelden<'a> {
    /// `de secretaris van het Regionaal Beraad`
    bij: Option<String>,
    mail: Option<Adres<'a>>,
    telefoon: Option<&'a str>,
}

pub(super) fn uitnodiging<'a>(scope: &Scope<'a>, id: MeetingId) -> Uitnodiging<'a> {
    let (region, meeting) = (scope.region, &scope.region[id]);
    // who reads it afterwards, or of a meeting that does not take place, has nothing to tell
    let awaited = !meeting.is_over(scope.today) && meeting.cancelled.is_none() && !meeting.is_written();
    Uitnodiging {
        genodigd: by_function(region, meeting),
        gasten: guests(meeting),
        secretaris: secretary(region, meeting),
        link: meeting.online_at.as_ref().map(|at| Adres { tekst: &at.value, adres: link::address(&at.value) }),
        afmelden: if awaited && !region.public { excuses(region, meeting) } else { None },
    }
}

fn seats<'a>(region: &'a Region, meeting: &Meeting) -> impl Iterator<Item = &'a Seat> {
    region.seats_on(meeting.body, meeting.date.value).map(|(_, seat)| seat)
}

/// The members and advisers, those of one function together, in the order of the covenant.
fn by_function<'a>(region: &'a Region, meeting: &Meeting) -> Vec<Genodigd<'a>> {
    let mut all: Vec<(&str, Vec<&str>)> = Vec::new();
    for seat in seats(region, meeting).filter(|seat| seat.role != Role::Secretary) {
        let (name, function) = (region.organisation(seat, meeting.date.value), seat.function.as_str());
        match all.iter_mut().find(|(known, _)| *known == function) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => all.push((function, vec![name])),
        }
    }
    all.into_iter().filter_map(|(functie, names)| Some(Genodigd { wie: dutch::list(&names)?, functie })).collect()
}

/// Nobody is a guest of a written round, or at items that were withdrawn alone.
fn guests(meeting: &Meeting) -> Vec<Gast<'_>> {
    let held = |index: &usize| meeting.items.get(*index).is_some_and(|item| item.cancelled.is_none());
    let all = meeting.invited.iter().filter(|_| !meeting.is_written()).filter_map(|one| {
        let at: Vec<usize> = one.at.iter().copied().filter(held).collect();
        let comes = one.at.is_empty() || !at.is_empty();
        let organisatie = one.organisation.as_deref().map(String::as_str);
        comes.then(|| Gast { functie: &one.function, organisatie, bij: parts::numbers(meeting, &at) })
    });
    all.collect()
}

/// Whose secretary it is; of one whose function does not say that, that function.
fn secretary(region: &Region, meeting: &Meeting) -> Option<String> {
    let all = seats(region, meeting).filter(|seat| seat.role == Role::Secretary).map(|seat| {
        let organisation = region.organisation(seat, meeting.date.value);
        let says_it = seat.function.to_lowercase().contains(Role::Secretary.word());
        if says_it { organisation.to_owned() } else { format!("{}, {organisation}", seat.function.as_str()) }
    });
    dutch::list(&all.collect::<Vec<_>>())
}

fn excuses<'a>(region: &'a Region, meeting: &Meeting) -> Option<Afmelden<'a>> {
    let contact = region[meeting.body].contact.as_ref();
    let of_seat =
        || seats(region, meeting).find(|seat| seat.role == Role::Secretary).map(|seat| seat.function.as_str());
    let function = contact.and_then(|contact| contact.function.as_deref()).or_else(of_seat);
    let mail = contact.and_then(|contact| contact.email.as_deref());
    let telefoon = contact.and_then(|contact| contact.phone.as_deref());
    let is_known = function.is_some() || mail.is_some() || telefoon.is_some();
    is_known.then(|| Afmelden {
        bij: function.map(dutch::the_function),
        mail: mail.map(|mail| Adres { tekst: mail, adres: link::address(&format!("mailto:{mail}")) }),
        telefoon,
    })
}
