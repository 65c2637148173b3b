//! `verzending.toml`: what was sent to whom.

use super::Resolver;
use super::meeting::wrong_number;
use super::numbers::parts;
use crate::format::SOORT_ZENDING;
use crate::model::{MeetingId, Sending, SendingKind, SentItem};
use crate::read::Entry;

impl Resolver<'_> {
    pub(super) fn sendings(&mut self, id: MeetingId, file: &Entry) {
        for entry in file.tables("zending") {
            let items = entry.tables("punt").iter().filter_map(|sent| self.sent_item(id, sent)).collect();
            let on_behalf_of = self.party(entry, "namens");
            let to = self.party_list(entry, "aan");
            let papers = entry.tables("stuk").iter();
            let papers = papers.filter_map(|paper| Some((paper.string("bestand")?, paper.string("vingerafdruk"))));
            let papers = papers.collect();
            let (Some(date), Some(kind)) = (entry.date("datum"), entry.word("soort", &SOORT_ZENDING)) else { continue };
            let sending =
                Sending { date, kind: SendingKind::ALL[kind], items, papers, on_behalf_of, to, span: entry.span };
            self.region.meetings[id.0].sendings.push(sending);
        }
        self.region.meetings[id.0].sendings.sort_by_key(|sending| sending.date);
    }

    fn sent_item(&mut self, id: MeetingId, entry: &Entry) -> Option<SentItem> {
        let item = entry.text("agendapunt").and_then(|name| self.item(id, name));
        let number = entry.text("nummer")?;
        if parts(number.value).is_none() {
            self.report(wrong_number(number.span));
            return None;
        }
        let (fingerprint, wording) = (entry.string("vingerafdruk"), entry.string("vingerafdruk_punt"));
        let marks = entry.strings("besluiten").into_iter().map(|mark| mark.value).collect();
        let decisions = entry.seen("besluiten").then_some(marks);
        Some(SentItem { item: item?, number: number.value.to_owned(), fingerprint, wording, decisions })
    }
}
