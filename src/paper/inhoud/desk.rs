//! A meeting in the index: its papers by who they are for, and how far it is.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Named, Stuk};
use crate::dutch;
use crate::link;
use crate::model::called;
use crate::model::{MeetingId, PaperPlace, Region, SendingKind};
use crate::paper::{Readers, head, release};

/// What the index lists of one meeting; it holds nothing of the meeting itself.
#[derive(Debug, Clone)]
pub struct Listed {
    folder: String,
    body: String,
    pub(super) date: NaiveDate,
    pub(super) last_day: NaiveDate,
    /// Its day, or the closing of a written round; with the time where there are two on a day.
    moment: String,
    cancelled: bool,
    draft: bool,
    /// On the day of the index.
    over: bool,
    sent: Option<String>,
    adopted: Option<String>,
    documents: Vec<Arc<Named>>,
    enclosed: Vec<Enclosed>,
}

/// A paper of the dossier.
#[derive(Debug, Clone)]
struct Enclosed {
    number: String,
    title: String,
    closed: bool,
    address: String,
    /// The address of the page that was made of it.
    page: Option<String>,
}

impl Listed {
    /// The documents of a meeting, and its papers, of which `page` tells the page that was made of the file at a path.
    #[must_use]
    pub fn new(
        region: &Region,
        id: MeetingId,
        today: NaiveDate,
        mut documents: Vec<Arc<Named>>,
        page: impl Fn(&str) -> Option<String>,
    ) -> Self {
        documents.shrink_to_fit();
        let meeting = &region[id];
        let in_folder = |path: &str| format!("{}/{}", link::path(&meeting.key), link::path(path));
        let mut enclosed: Vec<Enclosed> = Vec::new();
        for paper in meeting.items.iter().flat_map(|item| &item.papers) {
            let (address, page) = match &paper.place {
                PaperPlace::File(path) => (in_folder(path), page(path).map(|page| in_folder(&page))),
                PaperPlace::Address(address) => (link::address(address), None),
                PaperPlace::Follows(_) | PaperPlace::Oral | PaperPlace::Withheld => continue,
            };
            if let Some(known) = enclosed.iter_mut().find(|known| known.address == address) {
                known.number = format!("{}, {}", known.number, paper.number);
                known.closed |= paper.closed;
                continue;
            }
            let (number, title) = (paper.number.clone(), paper.title.value.clone());
            enclosed.push(Enclosed { number, title, closed: paper.closed, address, page });
        }
        let released = meeting.released;
        let shows_minutes = released.decisions.is_open() || released.minutes.is_open();
        let adoption = meeting.adoption.filter(|it| it.date <= today && shows_minutes);
        Self {
            folder: meeting.key.clone(),
            body: region.meets_as(id).to_owned(),
            date: meeting.date.value,
            last_day: meeting.last_day(),
            moment: called::own_moment(region, id),
            cancelled: meeting.cancelled.is_some(),
            draft: released.agenda.is_open() && release::is_draft(region, id),
            over: meeting.is_over(today),
            sent: head::sent_on(meeting, SendingKind::Agenda).filter(|_| released.agenda.is_open()),
            adopted: adoption.map(|it| dutch::date(it.date)),
            documents,
            enclosed,
        }
    }

    /// Whether it is still to come on a day.
    pub(super) fn is_coming(&self, today: NaiveDate) -> bool {
        self.last_day >= today && !self.cancelled && !self.documents.is_empty()
    }

    /// As the index shows it, with what names that end so.
    pub(super) fn view(&self, ending: &str, is_next: bool) -> Vergadering {
        let mut view = Vergadering {
            overleg: self.body.clone(),
            datum: self.moment.clone(),
            eerstvolgende: is_next,
            ouder: false,
            opent_jaar: None,
            vervallen: self.cancelled,
            concept: self.draft,
            geweest: self.over,
            verzonden: self.sent.clone(),
            vastgesteld: self.adopted.clone(),
            leden: Vec::new(),
            stukken: self.enclosed.iter().map(|paper| paper.view(ending)).collect(),
            intern: Vec::new(),
            partijen: Vec::new(),
        };
        for named in &self.documents {
            if !named.name.ends_with(ending) {
                continue;
            }
            let paper = Stuk::new(dutch::capital(&named.title), format!("{}/{}", self.folder, named.name));
            match (named.readers, &named.whom) {
                (Readers::Members, _) => view.leden.push(paper),
                (Readers::Party, Some(whom)) => view.of_party(whom, paper),
                (Readers::Desk | Readers::Party, _) => view.intern.push(paper),
            }
        }
        view
    }
}

impl Enclosed {
    fn view(&self, ending: &str) -> Bijlage {
        let address = self.page.as_ref().filter(|_| ending == ".html").unwrap_or(&self.address);
        let stuk = Stuk::new(self.title.clone(), address.clone());
        Bijlage { nummer: self.number.clone(), besloten: self.closed, stuk }
    }
}

/// A meeting.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "a template asks for each by its name")]
pub(super) struct Vergadering {
    overleg: String,
    datum: String,
    eerstvolgende: bool,
    /// It was in a year that the reader opens.
    pub(super) ouder: bool,
    /// That year, at its first meeting.
    pub(super) opent_jaar: Option<String>,
    vervallen: bool,
    /// Its agenda was not sent.
    concept: bool,
    geweest: bool,
    verzonden: Option<String>,
    vastgesteld: Option<String>,
    leden: Vec<Stuk>,
    stukken: Vec<Bijlage>,
    intern: Vec<Stuk>,
    partijen: Vec<Partij>,
}

#[derive(Debug, Serialize)]
struct Bijlage {
    nummer: String,
    besloten: bool,
    stuk: Stuk,
}

#[derive(Debug, Serialize)]
struct Partij {
    wie: String,
    stukken: Vec<Stuk>,
}

impl Vergadering {
    pub(super) fn is_empty(&self) -> bool {
        self.leden.is_empty() && self.intern.is_empty() && self.partijen.is_empty()
    }

    fn of_party(&mut self, whom: &str, paper: Stuk) {
        match self.partijen.iter_mut().find(|party| party.wie == whom) {
            Some(party) => party.stukken.push(paper),
            None => self.partijen.push(Partij { wie: whom.to_owned(), stukken: vec![paper] }),
        }
    }
}
