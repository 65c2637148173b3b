//! The index page of a run: which documents were made, per meeting, and what was left out.

use std::sync::Arc;

use serde::Serialize;

use super::{Data, View};
use crate::dutch;
use crate::model::{MeetingId, Region};

/// What a document is called, and its file name in the meeting's folder. Those of most meetings are the same.
pub type Named = (Arc<str>, Arc<str>);

/// What the index lists of one meeting.
#[derive(Debug)]
pub struct Listed {
    /// The meeting.
    pub meeting: MeetingId,
    /// The documents.
    pub documents: Vec<Named>,
}

/// The index page.
#[derive(Debug, Serialize)]
pub struct Inhoud<'a> {
    regio: &'a str,
    convenant: &'a str,
    datum: String,
    openbaar: bool,
    voorbeeld: Option<&'a str>,
    vergaderingen: Vec<Vergadering<'a>>,
    overzichten: Vec<Stuk>,
}

#[derive(Debug, Serialize)]
struct Vergadering<'a> {
    overleg: &'a str,
    datum: String,
    vervallen: bool,
    stukken: Vec<Stuk>,
}

#[derive(Debug, Serialize)]
struct Stuk {
    titel: String,
    adres: String,
}

/// Composes the index; the newest meeting comes first.
#[must_use]
pub fn compose(
    region: &Region,
    today: chrono::NaiveDate,
    listed: Vec<Listed>,
    overviews: Vec<(String, String)>,
) -> View<'_> {
    let paper = |titel: &str, adres| Stuk { titel: dutch::capital(titel), adres };
    let mut meetings: Vec<Vergadering<'_>> = Vec::new();
    for one in listed.into_iter().rev().filter(|one| !one.documents.is_empty()) {
        let meeting = &region[one.meeting];
        let within = |(title, name): Named| paper(&title, format!("{}/{name}", meeting.key));
        meetings.push(Vergadering {
            overleg: &region[meeting.body].name,
            datum: dutch::date(meeting.date.value),
            vervallen: meeting.cancelled.is_some(),
            stukken: one.documents.into_iter().map(within).collect(),
        });
    }
    let title = format!("Stukken {}", region.covenant.region);
    View {
        template: "inhoud",
        stem: "index".to_owned(),
        title,
        mark: None,
        fields: Vec::new(),
        data: Data::Index(Inhoud {
            regio: &region.covenant.region,
            convenant: &region.covenant.name,
            datum: dutch::date(today),
            openbaar: region.public,
            voorbeeld: region.covenant.example.as_deref(),
            vergaderingen: meetings,
            overzichten: overviews.into_iter().map(|(title, name)| paper(&title, name)).collect(),
        }),
    }
}
