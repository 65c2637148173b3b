//! `raadpleging/<party>.toml`: what a represented party answered.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Read, Resolver};
use crate::dossier::faults;
use crate::dossier::read::Entry;
use crate::finding::Finding;
use crate::model::reply::{Filled, Place, Whole};
use crate::model::{Answer, AnswerItem, MeetingId, PartyId, Reply, consultation};

impl Resolver<'_> {
    pub(super) fn replies(&mut self, id: MeetingId, read: &Read<'_>) {
        let party = self.party(&read.entry, "partij");
        self.file_agrees(id, read);
        for entry in read.entry.tables("reactie") {
            let mut items = self.answered_items(id, entry);
            let whole: Whole = self.filled(id, entry);
            let (Some(party), Some(date), Some(_), Some(channel)) =
                (party, entry.date("datum"), &whole.by, entry.word("kanaal"))
            else {
                continue;
            };
            self.treat_as_asked(id, party, date, &mut items);
            let reply = Reply { party, date, time: entry.time("tijd"), channel, whole, items, span: entry.span };
            let replies = &mut self.region.meetings[id.0].replies;
            replies.reserve_exact(1);
            replies.push(reply);
        }
    }

    /// An answer that does not say what was to be done with its item then, was given to what the sendings say of it.
    fn treat_as_asked(&self, id: MeetingId, party: PartyId, day: NaiveDate, items: &mut [AnswerItem]) {
        let meeting = &self.region[id];
        for said in items {
            for answer in said.answers.iter_mut().filter(|answer| answer.treatment.is_none()) {
                let may = consultation::answered_as(meeting, party, said.item, day);
                answer.treat_as(&may, meeting.items[said.item].treatment);
            }
        }
    }

    /// The file's own words, its name and its folder say the same.
    fn file_agrees(&mut self, id: MeetingId, read: &Read<'_>) {
        let folder = self.region[id].key.clone();
        for (key, wanted, place) in
            [("vergadering", folder.as_str(), "de map"), ("partij", &*read.file.stem, "het bestand")]
        {
            let Some(found) = read.entry.text(key).filter(|found| found.value != wanted) else { continue };
            let message = format!("Hier staat {}, maar {place} heet {wanted}.", found.value);
            let hint = "zet het bestand op de goede plaats, of verander deze naam";
            self.report(Finding::new(&faults::FOLDER_DISAGREES, found.span, message).hint(hint));
        }
    }

    fn answered_items(&mut self, id: MeetingId, reply: &Entry) -> Vec<AnswerItem> {
        let mut seen = BTreeMap::new();
        let mut items = Vec::new();
        for entry in reply.tables("punt") {
            let Some(name) = entry.text("agendapunt") else { continue };
            let Some(item) = self.item(id, name) else { continue };
            if let Some(first) = seen.insert(item, name.span) {
                self.duplicate("Het agendapunt", name.value, name.span, first);
                continue;
            }
            let remarks = self.filled(id, entry);
            let answers = self.answers(id, entry);
            items.push(AnswerItem { item, remarks, answers, span: name.span });
        }
        items.shrink_to_fit();
        items
    }

    /// The fields of the answer as a whole, or of an item.
    fn filled<T: Filled + Default>(&mut self, id: MeetingId, entry: &Entry) -> T {
        let mut filled = T::default();
        filled.each(|field, place| match place {
            Place::Text(text) => *text = self.said(id, entry, field.key()),
            Place::Flag(flag) => *flag = entry.flag(field.key()),
        });
        filled
    }

    /// The text under a key of an answer.
    fn said(&mut self, id: MeetingId, entry: &Entry, key: &str) -> Option<Arc<str>> {
        entry.text(key).map(|text| self.shared(id, &text))
    }

    /// A text of an answer, once for all parties that gave it.
    fn shared(&mut self, id: MeetingId, text: &str) -> Arc<str> {
        let (meeting, texts) = &mut self.said;
        if *meeting != Some(id) {
            (*meeting, *texts) = (Some(id), BTreeSet::new());
        }
        if let Some(known) = texts.get(text) {
            return Arc::clone(known);
        }
        let text: Arc<str> = text.into();
        texts.insert(Arc::clone(&text));
        text
    }

    fn answers(&mut self, id: MeetingId, item: &Entry) -> Vec<Answer> {
        let mut seen = BTreeMap::new();
        let mut answers = Vec::new();
        for entry in item.tables("besluit") {
            let (Some(number), Some(text), Some(support)) =
                (entry.number("nr"), entry.text("tekst"), entry.word("gedragen"))
            else {
                continue;
            };
            // two decisions may change places after they were answered: a number alone says nothing
            let words: Vec<&str> = text.split_whitespace().collect();
            if let Some(first) = seen.insert((number, words.join(" ")), entry.value_span("nr")) {
                self.duplicate("Het gevraagde besluit", &number.to_string(), entry.value_span("nr"), first);
                continue;
            }
            let reason = self.said(id, entry, "reden");
            let text = self.shared(id, &text);
            let treatment = entry.word("behandeling");
            let span = entry.value_span("gedragen");
            answers.push(Answer { number, text, treatment, or_treatment: None, support, reason, span });
        }
        answers.shrink_to_fit();
        answers
    }
}
