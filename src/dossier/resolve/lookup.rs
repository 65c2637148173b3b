//! Which names there are, and what references to them give.

use std::collections::BTreeMap;

use super::{Read, Resolver, of_kind};
use crate::dossier::faults;
use crate::dossier::format::Target;
use crate::dossier::read::{Entry, is_kebab, nearest};
use crate::finding::Finding;
use crate::limits::FINDINGS;
use crate::model::{Actor, Alternate, BodyId, ItemId, MeetingId, PartyId, PersonId, SeatId, SubregionId};
use crate::source::{Span, Spanned};

/// Names of one sort; `None` is known but broken.
type Known<T> = BTreeMap<String, Option<T>>;

/// What there is, by name.
#[derive(Debug, Default)]
pub(super) struct Names {
    parties: Known<PartyId>,
    bodies: Known<BodyId>,
    subregions: Known<SubregionId>,
    persons: Known<PersonId>,
    meetings: Known<MeetingId>,
    items: BTreeMap<String, Known<usize>>,
    /// `personen.toml` may be absent: then keys that point to it are no fault.
    has_persons: bool,
    /// Folders whose `verslag.toml` stood there, but could not all be read.
    pub(super) broken_minutes: Vec<String>,
    /// The covenant could not all be read: stay silent about names of parties and bodies.
    covenant_broken: bool,
    /// A faulty seat was left out: stay silent about names of seats.
    pub(super) seats_incomplete: bool,
}

impl Names {
    pub(super) fn meeting(&self, folder: &str) -> Option<MeetingId> {
        self.meetings.get(folder).copied().flatten()
    }

    pub(super) fn all_meetings(&self) -> Vec<(String, MeetingId)> {
        self.meetings.iter().filter_map(|(folder, id)| Some((folder.clone(), (*id)?))).collect()
    }

    pub(super) fn place_meeting(&mut self, folder: &str, id: MeetingId) {
        self.meetings.insert(folder.to_owned(), Some(id));
    }

    pub(super) fn place_party(&mut self, key: &str, id: PartyId) {
        self.parties.insert(key.to_owned(), Some(id));
    }

    pub(super) fn place_body(&mut self, key: &str, id: BodyId) {
        self.bodies.insert(key.to_owned(), Some(id));
    }

    pub(super) fn place_subregion(&mut self, key: &str, id: SubregionId) {
        self.subregions.insert(key.to_owned(), Some(id));
    }

    pub(super) fn place_person(&mut self, key: &str, id: PersonId) {
        self.persons.insert(key.to_owned(), Some(id));
    }

    /// An item; `None` when its entry was faulty.
    pub(super) fn place_item(&mut self, folder: &str, key: &str, at: Option<usize>) {
        self.items.entry(folder.to_owned()).or_default().insert(key.to_owned(), at);
    }

    /// The items of a meeting got another order: `order[new] = old`.
    pub(super) fn reorder_items(&mut self, folder: &str, order: &[usize]) {
        if let Some(items) = self.items.get_mut(folder) {
            let new: BTreeMap<usize, usize> = order.iter().copied().zip(0..).collect();
            items.values_mut().flatten().for_each(|at| *at = new[at]);
        }
    }

    fn item_keys(&self, folder: &str) -> impl Iterator<Item = &str> {
        self.items.get(folder).into_iter().flat_map(|items| items.keys().map(String::as_str))
    }
}

impl Resolver<'_> {
    /// Fills in every name that stands in the files, as broken; resolving then gives them their places.
    pub(super) fn known_names(&mut self, tables: &[Read<'_>]) {
        for file in &self.dossier.files {
            if let ("vergadering", Some(folder)) = (file.kind.name, &file.folder) {
                self.names.meetings.insert(folder.to_string(), None);
            }
            self.names.covenant_broken |= file.kind.name == "convenant" && !file.readable;
            self.names.has_persons |= file.kind.name == "personen" && file.readable;
            if let ("verslag", false, Some(folder)) = (file.kind.name, file.readable, &file.folder) {
                self.names.broken_minutes.push(folder.to_string());
            }
        }
        for read in of_kind(tables, "convenant") {
            let keys = |key| read.entry.map(key).iter().map(|item| item.key.value.clone());
            self.names.parties.extend(keys("partij").map(|key| (key, None)));
            self.names.bodies.extend(keys("overleg").map(|key| (key, None)));
            self.names.subregions.extend(keys("subregio").map(|key| (key, None)));
            let whole = read.entry.seen("partij") && read.entry.seen("overleg");
            self.names.covenant_broken |= read.entry.broken || !whole;
        }
        for read in of_kind(tables, "personen") {
            self.names.persons.extend(read.entry.map("persoon").iter().map(|item| (item.key.value.clone(), None)));
            self.names.has_persons &= !read.entry.broken;
        }
    }

    /// The name that was probably meant. Where so much is wrong that not all of it is shown, looking for one would cost
    /// every name all others.
    pub(super) fn near<'n>(&self, name: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
        let shown = FINDINGS.exceeded(self.findings.len()).is_none();
        shown.then(|| nearest(name, names)).flatten().map(str::to_owned)
    }

    fn unknown(&mut self, what: &str, name: &str, span: Span, near: Option<String>, all: &str) {
        let message = format!("Er is geen {what} met de naam “{name}”.");
        let hint = near.map_or_else(|| all.to_owned(), |near| format!("bedoelde u {near}?"));
        self.report(Finding::new(&faults::UNKNOWN_REFERENCE, span, message).hint(hint));
    }

    pub(super) fn party(&mut self, entry: &Entry, key: &str) -> Option<PartyId> {
        let name = entry.text(key)?;
        self.party_named(name)
    }

    pub(super) fn party_named(&mut self, name: Spanned<&str>) -> Option<PartyId> {
        if let Some(known) = self.names.parties.get(name.value) {
            return *known;
        }
        if !self.names.covenant_broken {
            let near = self.near(name.value, self.names.parties.keys().map(String::as_str));
            self.unknown(Target::Party.word(), name.value, name.span, near, "de partijen staan in convenant.toml");
        }
        None
    }

    pub(super) fn party_list(&mut self, entry: &Entry, key: &str) -> Vec<PartyId> {
        let mut parties: Vec<(PartyId, Span)> = Vec::new();
        for name in entry.texts(key) {
            let Some(id) = self.party_named(name) else { continue };
            match parties.iter().find(|(known, _)| *known == id) {
                Some((_, first)) => self.duplicate("De partij", name.value, name.span, *first),
                None => parties.push((id, name.span)),
            }
        }
        parties.into_iter().map(|(id, _)| id).collect()
    }

    pub(super) fn body(&mut self, entry: &Entry, key: &str) -> Option<BodyId> {
        let name = entry.text(key)?;
        self.body_named(name)
    }

    pub(super) fn body_named(&mut self, name: Spanned<&str>) -> Option<BodyId> {
        if let Some(known) = self.names.bodies.get(name.value) {
            return *known;
        }
        if !self.names.covenant_broken {
            let near = self.near(name.value, self.names.bodies.keys().map(String::as_str));
            self.unknown(Target::Body.word(), name.value, name.span, near, "de overleggen staan in convenant.toml");
        }
        None
    }

    /// A party or a body.
    pub(super) fn actor(&mut self, name: Spanned<&str>) -> Option<Actor> {
        if let Some(known) = self.names.parties.get(name.value) {
            return known.map(Actor::Party);
        }
        if let Some(known) = self.names.bodies.get(name.value) {
            return known.map(Actor::Body);
        }
        if !self.names.covenant_broken {
            let names = self.names.parties.keys().chain(self.names.bodies.keys()).map(String::as_str);
            let near = self.near(name.value, names);
            let all = "de partijen en overleggen staan in convenant.toml";
            self.unknown(Target::PartyOrBody.word(), name.value, name.span, near, all);
        }
        None
    }

    pub(super) fn actors(&mut self, entry: &Entry, key: &str) -> Vec<Actor> {
        entry.texts(key).filter_map(|name| self.actor(name)).collect()
    }

    pub(super) fn subregion(&mut self, entry: &Entry, key: &str) -> Option<SubregionId> {
        let name = entry.text(key)?;
        if let Some(known) = self.names.subregions.get(name.value) {
            return *known;
        }
        if !self.names.covenant_broken {
            let near = self.near(name.value, self.names.subregions.keys().map(String::as_str));
            let all = "de subregio's staan in convenant.toml";
            self.unknown(Target::Subregion.word(), name.value, name.span, near, all);
        }
        None
    }

    pub(super) fn person(&mut self, entry: &Entry, key: &str) -> Option<PersonId> {
        let name = entry.text(key)?;
        if let Some(known) = self.names.persons.get(name.value) {
            return *known;
        }
        if self.names.has_persons {
            let near = self.near(name.value, self.names.persons.keys().map(String::as_str));
            self.unknown(Target::Person.word(), name.value, name.span, near, "de personen staan in personen.toml");
        }
        None
    }

    /// The person with this key, or a function. Where `personen.toml` is not there, or not whole, what looks like a key
    /// of two words or more is not shown: it may be a name.
    pub(super) fn alternate(&self, text: Spanned<&str>) -> Alternate {
        match self.names.persons.get(text.value) {
            Some(known) => known.map_or(Alternate::Unknown, Alternate::Person),
            None if !self.names.has_persons && text.value.contains('-') && is_kebab(text.value) => Alternate::Unknown,
            None => Alternate::Function(Spanned::new(text.value.to_owned(), text.span)),
        }
    }

    /// The meeting with this folder; `from` is the meeting that refers, if one does.
    pub(super) fn meeting_named(&mut self, from: Option<MeetingId>, name: Spanned<&str>) -> Option<MeetingId> {
        match self.names.meetings.get(name.value) {
            Some(Some(id)) => Some(*id),
            Some(None) => {
                if let Some(from) = from {
                    self.broken.entry(self.region[from].key.clone()).or_default().insert(name.value.to_owned());
                }
                None
            }
            None => {
                let near = self.near_meeting(name.value);
                let all = "schrijf de naam van de map, bijvoorbeeld 2025-10-09-regionaal-beraad";
                self.unknown(Target::Meeting.word(), name.value, name.span, near, all);
                None
            }
        }
    }

    /// An item of this meeting, by its id.
    pub(super) fn item(&mut self, meeting: MeetingId, name: Spanned<&str>) -> Option<usize> {
        let folder = self.region[meeting].key.clone();
        self.item_in(&folder, name.value, name.span).map(|(_, at)| at)
    }

    fn item_in(&mut self, folder: &str, key: &str, span: Span) -> Option<(MeetingId, usize)> {
        let meeting = self.names.meeting(folder)?;
        if let Some(known) = self.names.items.get(folder).and_then(|items| items.get(key)) {
            return known.map(|at| (meeting, at));
        }
        if !self.region[meeting].broken {
            let near = self.near(key, self.names.item_keys(folder));
            let all = format!("de agendapunten staan in {folder}/vergadering.toml");
            self.unknown(Target::Item.word(), key, span, near, &all);
        }
        None
    }

    /// `<folder>#<id>`; `from` is the meeting that refers, if one does.
    pub(super) fn item_elsewhere(&mut self, from: Option<MeetingId>, name: Spanned<&str>) -> Option<Spanned<ItemId>> {
        let (folder, key) = self.split_reference(name)?;
        self.meeting_named(from, Spanned::new(folder, name.span))?;
        let (meeting, index) = self.item_in(folder, key, name.span)?;
        Some(Spanned::new(ItemId { meeting, index }, name.span))
    }

    /// The two halves of `<folder>#<id>`.
    pub(super) fn split_reference<'t>(&mut self, name: Spanned<&'t str>) -> Option<(&'t str, &'t str)> {
        let halves = name.value.split_once('#').filter(|(folder, key)| !folder.is_empty() && !key.is_empty());
        if halves.is_none() {
            let message = "Deze verwijzing heeft niet de vorm vergadering#agendapunt.";
            let hint = "schrijf bijvoorbeeld: 2025-10-09-regionaal-beraad#meerjarenagenda";
            self.report(Finding::new(&faults::WRONG_SHAPE, name.span, message).hint(hint));
        }
        halves
    }

    pub(super) fn item_list(&mut self, meeting: MeetingId, entry: &Entry, key: &str) -> Vec<usize> {
        entry.texts(key).filter_map(|name| self.item(meeting, name)).collect()
    }

    /// The seat with this key in the meeting's body; the one of the meeting's day where there are several.
    pub(super) fn seat(&mut self, meeting: MeetingId, name: Spanned<&str>) -> Option<SeatId> {
        let (body, day) = (self.region[meeting].body, self.region[meeting].date.value);
        let here = |(_, seat): &(usize, &crate::model::Seat)| seat.key == name.value && seat.body == body;
        let seats: Vec<(usize, &crate::model::Seat)> = self.region.seats.iter().enumerate().filter(here).collect();
        if let Some((at, _)) = seats.iter().find(|(_, seat)| seat.period.holds(day)).or_else(|| seats.first()) {
            return Some(SeatId(*at));
        }
        if !self.names.covenant_broken && !self.names.seats_incomplete {
            let keys = self.region.seats.iter().filter(|seat| seat.body == body).map(|seat| seat.key.as_str());
            let near = self.near(name.value, keys);
            let all = format!("de zetels van {} staan in convenant.toml", self.region[body].name);
            self.unknown(Target::Seat.word(), name.value, name.span, near, &all);
        }
        None
    }
}
