//! A meeting, its items and its papers as the ORI API for Open Overheid (1.0.0) takes them: the objects *without pid*, in the order
//! in which they are sent.
//!
//! The standard wants a municipality as publisher: that is the centre municipality. It wants full addresses: without the address of
//! the site there are no objects. Each id is a UUID (version 5) of the address of what it stands for, so it never changes.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;
use uuid::Uuid;

use crate::calendar::zoned;
use crate::link;
use crate::model::called;
use crate::model::{Item, ItemId, Meeting, MeetingId, Paper, PaperPlace, Region, Shown};
use crate::paper::site::{Scope, address, came_to};

use super::data;

pub(super) const NAME: &str = "ori.json";

/// *Vergaderstuk decentrale overheid*, in the list of categories of the Woo of TOOI.
const CATEGORY: &str = "c_db4862c3";

/// The objects of a meeting.
#[derive(Debug, Serialize)]
struct Objects<'a> {
    vergadering: WithId<Vergadering<'a>>,
    agendapunten: Vec<WithId<Agendapunt<'a>>>,
    informatieobjecten: Vec<Informatieobject<'a>>,
}

/// An object, with the id by which the others refer to it. The id itself is no part of the object that is sent.
#[derive(Debug, Serialize)]
struct WithId<T> {
    id: Uuid,
    object: T,
}

#[derive(Debug, Clone, Copy, Serialize)]
struct Organisatie<'a> {
    gemeente: &'a str,
    naam: &'a str,
}

#[derive(Debug, Serialize)]
struct Gremium<'a> {
    gremiumidentificatie: &'a str,
    gremiumnaam: &'a str,
}

#[derive(Debug, Serialize)]
struct Vergadering<'a> {
    webpaginalink: String,
    organisatie: Organisatie<'a>,
    dossiertype: &'static str,
    naam: &'a str,
    georganiseerddoorgremium: Gremium<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    geplandeaanvang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    geplandeeinde: Option<String>,
    geplandedatum: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    locatie: Option<&'a str>,
    vergaderstatus: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    vergaderdatum: Option<String>,
    vergaderingstype: &'static str,
}

#[derive(Debug, Serialize)]
struct Agendapunt<'a> {
    webpaginalink: String,
    organisatie: Organisatie<'a>,
    dossiertype: &'static str,
    agendapuntnaam: String,
    vergadering: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    hoofdagendapunt: Option<Verwijzing>,
    geplandvolgnummer: String,
    indicatiehamerstuk: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicatiebehandeld: Option<bool>,
    indicatiebesloten: bool,
}

#[derive(Debug, Serialize)]
struct Verwijzing {
    id: String,
    url: String,
}

#[derive(Debug, Serialize)]
struct Informatieobject<'a> {
    agendapunt: Uuid,
    vergadering: Uuid,
    webpaginalink: String,
    organisatie: Organisatie<'a>,
    titel: &'a str,
    wooinformatiecategorie: &'static str,
    datumingediend: String,
    id: String,
    taal: &'static str,
}

/// What all objects of a meeting share.
struct Place<'a> {
    scope: Scope<'a>,
    base: &'a str,
    publisher: Organisatie<'a>,
    id: MeetingId,
}

/// Whether objects can be made: the site has an address and the centre municipality a code.
pub(super) fn is_possible(region: &Region) -> bool {
    region.site.address.is_some() && publisher(region, None).is_some()
}

/// The objects of a meeting.
pub(super) fn of(scope: &Scope<'_>, id: MeetingId) -> Option<String> {
    let region = scope.region;
    let base = region.site.address.as_ref()?.value.as_str();
    let publisher = publisher(region, Some(region[id].date.value)).or_else(|| publisher(region, None))?;
    let place = Place { scope: *scope, base, publisher, id };
    let items = region[id].items.iter().enumerate().filter(|(_, item)| item.shown != Shown::Nothing);
    let items: Vec<(usize, &Item)> = items.collect();
    Some(data::json(&Objects {
        vergadering: WithId { id: place.meeting_id(), object: place.meeting() },
        agendapunten: items
            .iter()
            .map(|(at, item)| WithId { id: place.item_id(item), object: place.item(*at, item) })
            .collect(),
        informatieobjecten: items.iter().flat_map(|(_, item)| place.papers(item)).collect(),
    }))
}

/// The centre municipality on a day; without one, as it was given.
fn publisher(region: &Region, day: Option<NaiveDate>) -> Option<Organisatie<'_>> {
    let centre = day.map_or(region.covenant.centre, |day| region.centre_on(day))?;
    let party = &region[centre];
    Some(Organisatie {
        gemeente: party.code.as_deref()?,
        naam: day.map_or(party.name.as_str(), |day| party.name_on(day)),
    })
}

impl<'a> Place<'a> {
    fn own(&self) -> &'a Meeting {
        &self.scope.region[self.id]
    }

    fn address(&self) -> String {
        format!("{}{}", self.base, address(self.scope.region, self.id))
    }

    fn item_address(&self, item: &Item) -> String {
        format!("{}#punt-{}", self.address(), item.number)
    }

    fn meeting_id(&self) -> Uuid {
        Uuid::new_v5(&Uuid::NAMESPACE_URL, self.address().as_bytes())
    }

    /// By its key, which outlives its number; a closed item has none that everybody may know.
    fn item_id(&self, item: &Item) -> Uuid {
        let name = if item.key.is_empty() { &item.number } else { &item.key };
        Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("{}#{name}", self.address()).as_bytes())
    }

    fn meeting(&self) -> Vergadering<'a> {
        let (region, meeting) = (self.scope.region, self.own());
        let body = region.body_of(self.id);
        let has_been = meeting.is_over(self.scope.today) && meeting.cancelled.is_none();
        let at = |time: Option<NaiveTime>, day| time.filter(|_| !meeting.is_written()).map(|time| zoned(day, time));
        Vergadering {
            webpaginalink: self.address(),
            organisatie: self.publisher,
            dossiertype: "vergadering",
            naam: region.meets_as(self.id),
            georganiseerddoorgremium: Gremium {
                gremiumidentificatie: &body.key,
                gremiumnaam: body.name_on(meeting.date.value),
            },
            geplandeaanvang: at(meeting.begin, meeting.date.value),
            geplandeeinde: at(meeting.end, meeting.last_day()),
            geplandedatum: meeting.date.value.to_string(),
            locatie: meeting.room(),
            vergaderstatus: match (meeting.cancelled.is_some(), has_been) {
                (true, _) => "geannuleerd",
                (_, true) => "gehouden",
                (_, false) => "gepland",
            },
            vergaderdatum: has_been.then(|| meeting.date.value.to_string()),
            vergaderingstype: called::form(meeting.form),
        }
    }

    fn item(&self, at: usize, item: &'a Item) -> Agendapunt<'a> {
        let region = self.scope.region;
        let treated = region[self.id].treated(at).filter(|_| came_to(&self.scope, self.id));
        let parent = item.parent.map(|parent| &region[ItemId { meeting: self.id, index: parent }]);
        Agendapunt {
            webpaginalink: self.item_address(item),
            organisatie: self.publisher,
            dossiertype: "agendapunt",
            agendapuntnaam: format!("{}. {}", item.number, item.title.value),
            vergadering: self.meeting_id(),
            hoofdagendapunt: parent
                .map(|parent| Verwijzing { id: self.item_id(parent).to_string(), url: self.item_address(parent) }),
            geplandvolgnummer: (at + 1).to_string(),
            indicatiehamerstuk: item.formality,
            indicatiebehandeld: treated.map(|treated| treated.outcome != Some(crate::model::Outcome::NotTreated)),
            indicatiebesloten: item.closed,
        }
    }

    fn papers(&self, item: &'a Item) -> Vec<Informatieobject<'a>> {
        item.papers.iter().filter_map(|paper| self.paper(item, paper)).collect()
    }

    /// A paper that was sent: the standard wants the day.
    fn paper(&self, item: &'a Item, paper: &'a Paper) -> Option<Informatieobject<'a>> {
        let folder = link::path(&self.own().key);
        let address = match &paper.place {
            PaperPlace::File(path) => format!("{}{folder}/{}", self.base, link::path(path)),
            PaperPlace::Address(address) => link::address(address),
            PaperPlace::Follows(_) | PaperPlace::Oral | PaperPlace::Withheld => return None,
        };
        let sent = self.own().sendings.iter().map(|sending| sending.date).min();
        Some(Informatieobject {
            agendapunt: self.item_id(item),
            vergadering: self.meeting_id(),
            id: Uuid::new_v5(&Uuid::NAMESPACE_URL, address.as_bytes()).to_string(),
            webpaginalink: address,
            organisatie: self.publisher,
            titel: &paper.title,
            wooinformatiecategorie: CATEGORY,
            datumingediend: sent?.to_string(),
            taal: "nld",
        })
    }
}
