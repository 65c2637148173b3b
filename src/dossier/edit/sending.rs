//! A sending as it is written down.

use chrono::{NaiveDate, NaiveTime};

use super::{Toml, inline, value};
use crate::model::{Form, Meeting, PartyId, Planned, Region, Sending};
use crate::word::Word as _;

/// A sending as it stands in `verzending.toml`.
#[must_use]
pub fn sending(region: &Region, meeting: &Meeting, sending: &Sending) -> String {
    let name = |party: PartyId| value(&region[party].key);
    let mut toml = Toml::default();
    toml.table("zending");
    toml.raw("datum", sending.date);
    toml.text("soort", Some(sending.kind.word()));
    if let Some(party) = sending.on_behalf_of {
        toml.raw("namens", name(party));
    }
    if !sending.to.is_empty() {
        let names: Vec<String> = sending.to.iter().map(|party| name(*party)).collect();
        toml.raw("aan", format!("[{}]", names.join(", ")));
    }
    if let Some(day) = sending.reply_by {
        toml.raw("reageren_tot", day);
    }
    let items = sending.items.iter().map(|sent| {
        let key = value(&meeting.items[sent.item].key);
        let item = [("agendapunt", Some(key)), ("nummer", Some(value(&sent.number)))];
        let prints = [
            ("vingerafdruk", &sent.fingerprint),
            ("vingerafdruk_punt", &sent.wording),
            ("vingerafdruk_verslag", &sent.record),
        ];
        let marks = sent.decisions.as_ref().map(|marks| marks.iter().map(|mark| value(mark)).collect::<Vec<_>>());
        let decisions = ("besluiten", marks.map(|marks| format!("[{}]", marks.join(", "))));
        let treatment = ("behandeling", sent.treatment.map(|it| value(it.word())));
        let prints = prints.map(|(key, print)| (key, print.as_deref().map(value)));
        let to = ("naar_datum", sent.to_day.map(|day| day.to_string()));
        inline(item.into_iter().chain(prints).chain([to, treatment, decisions]))
    });
    toml.list("punt", &items.collect::<Vec<_>>());
    let papers = sending.papers.iter();
    let papers: Vec<String> = papers
        .map(|(path, seen)| inline([("bestand", Some(value(path))), ("vingerafdruk", seen.as_deref().map(value))]))
        .collect();
    toml.list("stuk", &papers);
    if let Some(planned) = &sending.planned {
        toml.raw("vergadering", self::planned(planned));
    }
    toml.0
}

/// When, where and how a meeting would be, as it stands with a sending.
fn planned(planned: &Planned) -> String {
    let Planned { date, until, begin, end, place, online_at, form, closes } = planned;
    let (day, time) = (|day: &NaiveDate| day.to_string(), |time: &NaiveTime| time.to_string());
    let form = Some(form).filter(|form| **form != Form::InPerson).map(|form| value(form.word()));
    inline([
        ("datum", Some(day(date))),
        ("laatste_dag", until.as_ref().map(day)),
        ("begin", begin.as_ref().map(time)),
        ("einde", end.as_ref().map(time)),
        ("vingerafdruk_locatie", place.as_deref().map(value)),
        ("vingerafdruk_link", online_at.as_deref().map(value)),
        ("vorm", form),
        ("sluiting", closes.as_ref().map(day)),
    ])
}
