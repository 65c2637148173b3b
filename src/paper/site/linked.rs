//! What search engines read of a page (JSON-LD, schema.org): a meeting as an event, and the bodies as an organisation.

use serde_json::{Map, Value, json};

use super::{Scope, address};
use crate::calendar::zoned;
use crate::model::{Form, MeetingId};

/// What everybody may know of a meeting.
pub(super) fn event(scope: &Scope<'_>, id: MeetingId) -> String {
    let (region, meeting) = (scope.region, &scope.region[id]);
    let at = |day, time: Option<chrono::NaiveTime>| {
        let time = time.filter(|_| !meeting.is_written());
        Value::from(time.map_or_else(|| chrono::NaiveDate::to_string(&day), |time| zoned(day, time)))
    };
    let mut event = begun("Event");
    event.insert("name".into(), region.meets_as(id).into());
    event.insert("startDate".into(), at(meeting.date.value, meeting.begin));
    if meeting.end.is_some() || meeting.last_day() > meeting.date.value {
        event.insert("endDate".into(), at(meeting.last_day(), meeting.end));
    }
    if let Some(before) = meeting.moved_from.first() {
        event.insert("previousStartDate".into(), before.to_string().into());
    }
    let status = match (&meeting.cancelled, meeting.moved_from.is_empty()) {
        (Some(_), _) => "EventCancelled",
        (None, false) => "EventRescheduled",
        (None, true) => "EventScheduled",
    };
    event.insert("eventStatus".into(), format!("https://schema.org/{status}").into());
    let mode = match meeting.form {
        Form::InPerson => Some("OfflineEventAttendanceMode"),
        Form::Hybrid => Some("MixedEventAttendanceMode"),
        Form::Online => Some("OnlineEventAttendanceMode"),
        Form::Written => None,
    };
    if let Some(mode) = mode {
        event.insert("eventAttendanceMode".into(), format!("https://schema.org/{mode}").into());
    }
    if let Some(place) = meeting.room() {
        event.insert("location".into(), json!({ "@type": "Place", "name": place }));
    }
    event.insert("organizer".into(), json!({ "@type": "GovernmentOrganization", "name": region.meets_as(id) }));
    if let Some(base) = &region.site.address {
        event.insert("url".into(), format!("{}{}", base.value, address(region, id)).into());
    }
    Value::Object(event).to_string()
}

/// Who meets here.
pub(super) fn organisation(scope: &Scope<'_>) -> String {
    let region = scope.region;
    let mut organisation = begun("GovernmentOrganization");
    organisation.insert("name".into(), region.covenant.name.as_str().into());
    organisation.insert("areaServed".into(), region.covenant.region.as_str().into());
    if let Some(base) = &region.site.address {
        organisation.insert("url".into(), base.value.as_str().into());
    }
    let bodies = region.shown_bodies().map(|body| region[body].name_on(scope.today));
    let bodies = bodies.map(|name| json!({ "@type": "GovernmentOrganization", "name": name }));
    organisation.insert("subOrganization".into(), bodies.collect());
    Value::Object(organisation).to_string()
}

fn begun(kind: &str) -> Map<String, Value> {
    let mut all = Map::new();
    all.insert("@context".into(), "https://schema.org".into());
    all.insert("@type".into(), kind.into());
    all
}
