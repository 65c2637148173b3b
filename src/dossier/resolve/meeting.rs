//! `vergadering.toml`: a meeting and its items.

use std::collections::BTreeMap;

use super::numbers::{Own, parts};
use super::{Read, Resolver};
use crate::dossier::faults;
use crate::dossier::read::Entry;
use crate::finding::Finding;
use crate::model::{Cancelled, Form, Item, Meeting, MeetingId, Released, Shown};
use crate::source::{Span, Spanned};

/// What an item says of other meetings.
pub(super) struct Elsewhere {
    key: String,
    discussed_in: Vec<Spanned<String>>,
    follows: Vec<Spanned<String>>,
    adopts: Vec<Spanned<String>>,
    moved_to: Option<Spanned<String>>,
}

impl Elsewhere {
    /// Nothing when it says nothing of them.
    fn of(entry: &Entry) -> Option<Self> {
        let all = Self {
            key: entry.string("id").unwrap_or_default(),
            discussed_in: entry.strings("besproken_in"),
            follows: entry.strings("vervolg_op"),
            adopts: entry.strings("verslag_van"),
            moved_to: entry.table("vervallen").and_then(|table| table.placed("naar")),
        };
        let lists = [&all.discussed_in, &all.follows, &all.adopts];
        (all.moved_to.is_some() || lists.iter().any(|list| !list.is_empty())).then_some(all)
    }
}

impl<'a> Resolver<'a> {
    /// Adds a meeting with what stands in its own file; references to elsewhere follow later.
    pub(super) fn meeting(&mut self, read: &Read<'a>) {
        let Some(folder) = &read.file.folder else { return };
        let Some(entry) = read.entry.table("vergadering") else { return };
        let body = self.body(entry, "overleg");
        self.times(entry);
        self.several_days(entry);
        self.last_day_of_round(entry);
        let (Some(body), Some(date)) = (body, entry.date("datum")) else { return };
        let date = Spanned::new(date, entry.value_span("datum"));
        let moved_from: Vec<_> = entry.dates("verplaatst_van").collect();
        if !self.folder_agrees(folder, body, entry, &moved_from) {
            return;
        }
        let online_at = self.online_at(entry);
        let broken = read.entry.broken || read.entry.lost;
        let id = MeetingId(self.region.meetings.len());
        self.names.place_meeting(folder, id);
        self.region.meetings.push(Meeting {
            key: folder.to_string(),
            body,
            date,
            until: entry.date("laatste_dag"),
            begin: entry.time("begin"),
            end: entry.time("einde"),
            told_hours: (None, None),
            place: entry.placed("locatie"),
            online_at,
            invited: Vec::new(),
            form: entry.word("vorm").unwrap_or(Form::InPerson),
            closes: entry.date("sluiting").map(|day| Spanned::new(day, entry.value_span("sluiting"))),
            told_open: None,
            moved_from,
            moved_by_file: false,
            form_untold: false,
            cancelled: entry.table("vervallen").and_then(cancelled),
            reply_by: entry.date("reageren_tot").map(|by| Spanned::new(by, entry.value_span("reageren_tot"))),
            example: entry.string("voorbeeld"),
            items: Vec::new(),
            sendings: Vec::new(),
            replies: Vec::new(),
            awaited: Vec::new(),
            minutes: None,
            adoption: None,
            frozen: None,
            abbreviations: None,
            altered: false,
            unsent: false,
            withheld: false,
            released: Released::ALL,
            broken,
            span: entry.span,
        });
        let kind = format!("De {}", crate::model::called::kind(&self.region[id]));
        self.cancelled_in_time(&kind, entry, id);
        self.items(id, folder, &read.entry);
        let invited = read.entry.tables("genodigd").iter().filter_map(|entry| self.guest(id, entry)).collect();
        self.region.meetings[id.0].invited = invited;
        let elsewhere = read.entry.tables("agendapunt").iter().filter_map(Elsewhere::of);
        self.elsewhere.extend(elsewhere.map(|it| (&**folder, it)));
    }

    fn items(&mut self, id: MeetingId, folder: &str, file: &Entry) {
        let mut places: BTreeMap<&str, Span> = BTreeMap::new();
        for entry in file.tables("agendapunt") {
            let Some(key) = entry.text("id") else { continue };
            if let Some(first) = places.get(key.value) {
                self.duplicate("Het agendapunt", key.value, key.span, *first);
                continue;
            }
            places.insert(key.value, key.span);
            self.reserved(key);
            self.cancelled_in_time("Dit punt", entry, id);
            let item = self.item_entry(folder, entry, key.value);
            let at = self.region[id].items.len();
            self.names.place_item(folder, key.value, item.is_some().then_some(at));
            self.region.meetings[id.0].items.extend(item);
        }
        for entry in file.tables("agendapunt") {
            self.parent(id, entry);
        }
    }

    /// Names with which the ledger points at actions and commitments.
    fn reserved(&mut self, key: Spanned<&str>) {
        if key.value.starts_with("actie-") || key.value.starts_with("toezegging-") {
            let message = "Deze naam is van een actie of toezegging.";
            let finding = Finding::new(&faults::WRONG_SHAPE, key.span, message);
            self.report(finding.hint("geef het agendapunt een naam die niet met actie- of toezegging- begint"));
        }
    }

    fn item_entry(&mut self, folder: &str, entry: &Entry, key: &str) -> Option<Item> {
        let submitter = entry.text("indiener").and_then(|name| self.actor(name));
        let to_be_adopted_by = self.party(entry, "vast_te_stellen_door");
        let papers = self.papers(folder, entry);
        let number = self.own_number(folder, entry, key);
        Some(Item {
            key: key.to_owned(),
            number: number.unwrap_or_default(),
            frozen: false,
            fingerprint: None,
            fingerprint_as_sent: None,
            record: None,
            shown: Shown::Whole,
            on_agenda: true,
            title: entry.placed("titel")?,
            treatment: entry.word("behandeling")?,
            formality: entry.flag("hamerstuk"),
            submitter,
            author: entry.placed("opsteller").map(Box::new),
            alderman: entry.placed("portefeuillehouder").map(Box::new),
            contact: entry.text("contact").map(|text| Box::new(Spanned::new(self.alternate(text), text.span))),
            case_number: entry.placed("zaaknummer").map(Box::new),
            duration: entry.number("duur"),
            start: None,
            end: None,
            discussed_in: Vec::new(),
            follows: Vec::new(),
            adopts: Vec::new(),
            action_list: entry.flag("actielijst"),
            requested: entry.strings("gevraagd"),
            explanation: entry.placed("toelichting").map(Box::new),
            arguments: entry.placed("argumenten").map(Box::new),
            finance: entry.placed("financien").map(Box::new),
            legal: entry.placed("juridisch").map(Box::new),
            remarks: entry.placed("kanttekeningen").map(Box::new),
            communication: entry.placed("communicatie").map(Box::new),
            sequel: entry.placed("vervolg").map(Box::new),
            internal: entry.string("intern").map(Into::into),
            to_be_adopted_by,
            closed: entry.flag("besloten"),
            parent: None,
            cancelled: entry.table("vervallen").and_then(cancelled).map(Box::new),
            papers,
            span: entry.value_span("id"),
        })
    }

    fn own_number(&mut self, folder: &str, entry: &Entry, key: &str) -> Option<String> {
        let number = entry.placed("nummer");
        let wrong = number.as_ref().filter(|number| parts(&number.value).is_none()).map(|number| number.span);
        let number = number.filter(|_| wrong.is_none());
        if let Some(span) = wrong {
            self.report(wrong_number(span));
        }
        let under = entry.text("onder").map(|name| name.span);
        if number.is_some() || under.is_some() {
            let own = Own { key: key.to_owned(), number: number.clone(), under };
            self.own.entry(folder.to_owned()).or_default().push(own);
        }
        number.map(|number| number.value)
    }

    fn parent(&mut self, id: MeetingId, entry: &Entry) {
        let (Some(key), Some(name)) = (entry.text("id"), entry.text("onder")) else { return };
        let Some(parent) = self.item(id, name) else { return };
        let items = &mut self.region.meetings[id.0].items;
        let Some(at) = items.iter().position(|item| item.key == key.value) else { return };
        let grandparent = entry_has_parent(&items[parent]);
        items[at].parent = Some(parent);
        if at == parent || grandparent {
            items[at].parent = None;
            let message = "Een onderdeel kan zelf geen onderdelen hebben.";
            let finding = Finding::new(&faults::CONTRADICTION, name.span, message);
            self.report(finding.hint("zet het punt onder een punt dat zelf nergens onder staat"));
        }
    }

    /// What all items say of other meetings.
    pub(super) fn all_elsewhere(&mut self) {
        for (folder, said) in std::mem::take(&mut self.elsewhere) {
            if let Some(id) = self.names.meeting(folder) {
                self.elsewhere_of(id, &said);
            }
        }
    }

    fn elsewhere_of(&mut self, id: MeetingId, said: &Elsewhere) {
        let items = |resolver: &mut Self, names: &[Spanned<String>]| -> Vec<_> {
            names.iter().filter_map(|name| resolver.item_elsewhere(Some(id), borrowed(name))).collect()
        };
        let (discussed, follows) = (items(self, &said.discussed_in), items(self, &said.follows));
        let named = |name: &Spanned<String>| {
            self.meeting_named(Some(id), borrowed(name)).map(|meeting| Spanned::new(meeting, name.span))
        };
        let adopts: Vec<_> = said.adopts.iter().filter_map(named).collect();
        let to = said.moved_to.as_ref().and_then(|name| self.meeting_named(Some(id), borrowed(name)));
        if let Some(item) = self.region.meetings[id.0].items.iter_mut().find(|item| item.key == said.key) {
            (item.discussed_in, item.follows, item.adopts) = (discussed, follows, adopts);
            if let Some(cancelled) = &mut item.cancelled {
                cancelled.to = to;
            }
        }
    }
}

fn borrowed(name: &Spanned<String>) -> Spanned<&str> {
    Spanned::new(name.value.as_str(), name.span)
}

const fn entry_has_parent(item: &Item) -> bool {
    item.parent.is_some()
}

pub(super) fn wrong_number(span: Span) -> Finding {
    let message = "Een nummer van een agendapunt bestaat uit cijfers, en daarna hoogstens kleine letters.";
    Finding::new(&faults::WRONG_SHAPE, span, message).hint("schrijf bijvoorbeeld: \"3\" of \"3a\"")
}

fn cancelled(entry: &Entry) -> Option<Cancelled> {
    Some(Cancelled { date: entry.date("datum")?, reason: entry.placed("reden")?, to: None, called: None, known: None })
}
