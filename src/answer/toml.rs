//! A saved answer: the TOML that the form in a browser writes, which is that of `raadpleging/<party>.toml`.

use std::sync::Arc;

use super::{Asked, Returned, ReturnedAnswer, ReturnedItem};
use crate::dossier::format;
use crate::dossier::read::{self, Entry};
use crate::finding::Finding;
use crate::model::Channel;
use crate::model::reply::{Filled, Place, Whole};
use crate::source::{FileId, Spanned};

/// Reads a saved answer: one or more. Findings: those of any file of the dossier.
#[must_use]
pub fn read(file: FileId, text: &str, findings: &mut Vec<Finding>) -> Vec<Returned> {
    let Some(kind) = format::kind("raadpleging") else { return Vec::new() };
    let entry = read::read(file, text, &kind.table, findings);
    let name = |key| entry.text(key).map(|text| Spanned::new(text.value.to_owned(), text.span));
    let (Some(meeting), Some(party)) = (name("vergadering"), name("partij")) else { return Vec::new() };
    let replies = entry.tables("reactie");
    let mut all: Vec<Returned> = replies.iter().filter_map(|reply| returned(&meeting, &party, reply)).collect();
    let several = all.len() > 1;
    for one in &mut all {
        one.stored |= several;
    }
    all
}

fn returned(meeting: &Spanned<String>, party: &Spanned<String>, reply: &Entry) -> Option<Returned> {
    let channel = reply.word("kanaal")?;
    let (time, whole): (_, Whole) = (reply.time("tijd"), filled(reply));
    // the form in a browser says neither
    let stored = time.is_some() || whole.noted_by.is_some() || channel != Channel::Form;
    Some(Returned {
        meeting: meeting.clone(),
        party: party.clone(),
        date: reply.date("datum"),
        time,
        channel,
        whole,
        items: reply.tables("punt").iter().filter_map(item).collect(),
        saved: true,
        stored,
        span: reply.span,
    })
}

/// The fields of one thing.
fn filled<T: Filled + Default>(entry: &Entry) -> T {
    let mut filled = T::default();
    filled.each(|field, place| match place {
        Place::Text(text) => *text = entry.string(field.key()).map(Arc::from),
        Place::Flag(flag) => *flag = entry.flag(field.key()),
    });
    filled
}

fn item(entry: &Entry) -> Option<ReturnedItem> {
    let key = entry.text("agendapunt")?;
    Some(ReturnedItem {
        key: Spanned::new(key.value.to_owned(), key.span),
        remarks: filled(entry),
        answers: entry.tables("besluit").iter().filter_map(answer).collect(),
    })
}

fn answer(entry: &Entry) -> Option<ReturnedAnswer> {
    Some(ReturnedAnswer {
        number: entry.number("nr")?,
        asked: Asked::Words(entry.string("tekst")?),
        treatment: entry.word("behandeling"),
        support: entry.word("gedragen")?,
        reason: entry.string("reden"),
        span: entry.value_span("gedragen"),
    })
}
