//! The mandate consultation: what each represented party is asked before a meeting.

use serde::Serialize;

use super::parts::{self, Punt, Vergadering};
use super::{Data, Fields, Missing, Scope, View};
use crate::consultation::{self, Asked};
use crate::dutch;
use crate::model::{ItemId, MeetingId, PartyId};

/// The consultation of one party.
#[derive(Debug, Serialize)]
pub struct Raadpleging<'a> {
    vergadering: Vergadering<'a>,
    aan: &'a str,
    gemeente: bool,
    van: Option<&'a str>,
    spreker: Option<&'a str>,
    andere_spreker: bool,
    uiterlijk: String,
    stukken_verzonden: Option<String>,
    punten: Vec<Punt<'a>>,
}

/// Composes a consultation for every party that is asked, or for the one that was named.
pub fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let id = parts::meeting_of(scope)?;
    let region = scope.region;
    let of = || parts::named(region, id);
    if region.public {
        return Err(Missing(format!("De raadpleging voor {} is niet openbaar.", of())));
    }
    if region[id].cancelled.is_some() {
        return Err(Missing(format!("Er is geen raadpleging voor {}: die vergadering gaat niet door.", of())));
    }
    if region[id].proposals().next().is_none() {
        return Err(Missing(format!(
            "Er is geen raadpleging voor {}: er is nog geen agendapunt om voor te leggen.",
            of()
        )));
    }
    let asked = chosen(scope, id)?;
    Ok(asked.into_iter().map(|asked| ask(scope, id, asked)).collect())
}

/// Who is asked: all, or the party that was named.
fn chosen(scope: &Scope, id: MeetingId) -> Result<Vec<Asked>, Missing> {
    let region = scope.region;
    let of = || parts::named(region, id);
    let mut asked = consultation::asked(region, id);
    if asked.is_empty() {
        return Err(Missing(format!("Er is geen raadpleging voor {}: daar spreekt niemand namens een ander.", of())));
    }
    let Some(only) = scope.only else { return Ok(asked) };
    asked.retain(|asked| region[asked.party].key == only);
    if !asked.is_empty() {
        return Ok(asked);
    }
    Err(Missing(match region.parties.iter().find(|party| party.key == only) {
        Some(party) => format!("In {} spreekt niemand namens {}.", of(), party.name),
        None => format!("Er is geen partij {only}."),
    }))
}

fn ask<'a>(scope: &Scope<'a>, id: MeetingId, asked: Asked) -> View<'a> {
    let region = scope.region;
    let meeting = &region[id];
    let party = &region[asked.party];
    let mut fields = Fields::default();
    let name = |party: PartyId| region[party].name.as_str();
    let proposals = meeting.proposals().map(|(index, _)| ItemId { meeting: id, index });
    let punten = proposals.map(|item| parts::item(scope, item, &mut fields)).collect();
    let data = Raadpleging {
        vergadering: parts::head(region, id),
        aan: &party.name,
        gemeente: party.is_municipality(),
        van: asked.by.map(name),
        spreker: asked.speaker.map(name),
        andere_spreker: asked.speaker.is_some() && asked.speaker != asked.by,
        uiterlijk: dutch::date(meeting.answers_due(&region.terms)),
        stukken_verzonden: meeting.sent_last().map(dutch::date),
        punten,
    };
    let kind = format!("Raadpleging {},", party.name);
    View {
        template: "raadpleging",
        stem: format!("raadpleging-{}", party.key),
        title: parts::title(&kind, region, id),
        mark: None,
        fields: fields.0,
        data: Data::Consultation(data),
    }
}
