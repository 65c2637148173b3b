//! `verzending.toml`: what was sent to whom.

use super::Resolver;
use super::meeting::wrong_number;
use super::numbers::parts;
use crate::dossier::faults;
use crate::dossier::read::Entry;
use crate::finding::Finding;
use crate::fingerprint;
use crate::model::{Form, MeetingId, Planned, Sending, SentItem};
use crate::source::Spanned;

impl Resolver<'_> {
    pub(super) fn sendings(&mut self, id: MeetingId, file: &Entry) {
        for entry in file.tables("zending") {
            let items = entry.tables("punt").iter().filter_map(|sent| self.sent_item(id, sent)).collect();
            let on_behalf_of = self.party(entry, "namens");
            let to = self.party_list(entry, "aan");
            let papers = entry.tables("stuk").iter();
            let papers = papers.filter_map(|paper| Some((paper.string("bestand")?, paper.string("vingerafdruk"))));
            let papers = papers.collect();
            let (Some(date), Some(kind)) = (entry.date("datum"), entry.word("soort")) else { continue };
            let (kind, planned) = (kind, entry.table("vergadering").and_then(planned));
            let reply_by = entry.date("reageren_tot");
            let sending = Sending { date, kind, items, papers, on_behalf_of, to, reply_by, planned, span: entry.span };
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
        let record = entry.string("vingerafdruk_verslag");
        let marks = entry.strings("besluiten");
        self.marks(id, item, &marks);
        let decisions = entry.seen("besluiten").then(|| marks.into_iter().map(|mark| mark.value).collect());
        let treatment = entry.word("behandeling");
        let (number, to_day) = (number.value.to_owned(), entry.date("naar_datum"));
        Some(SentItem { item: item?, number, fingerprint, wording, record, treatment, to_day, decisions })
    }

    /// The marks of the requested decisions of an item: each is one, and stands there as often as its words are asked.
    fn marks(&mut self, id: MeetingId, item: Option<usize>, marks: &[Spanned<String>]) {
        let requested = item.map(|item| &self.region[id].items[item].requested).into_iter().flatten();
        let asked: Vec<String> = requested.map(|text| fingerprint::words(text)).collect();
        for (at, mark) in marks.iter().enumerate() {
            if !fingerprint::is_short(mark) {
                let message = format!("Dit is geen kenmerk van een besluit: {}.", mark.value);
                let hint = "zo'n kenmerk heeft 16 cijfers en letters van a tot f, en beraad schrijft het zelf: zet terug wat er stond";
                self.report(Finding::new(&faults::WRONG_SHAPE, mark.span, message).hint(hint));
                continue;
            }
            let same = || marks[..at].iter().filter(|other| other.value == mark.value);
            let may = asked.iter().filter(|print| **print == mark.value).count().max(1);
            if let Some(first) = same().next().filter(|_| same().count() >= may) {
                let message = format!("Het kenmerk {} staat er twee keer.", mark.value);
                let finding =
                    Finding::new(&faults::DUPLICATE, mark.span, message).label(first.span, "hier staat het al");
                self.report(finding.hint("beraad schrijft deze kenmerken zelf: haal weg wat er te veel staat"));
            }
        }
    }
}

/// When, where and how the meeting would be.
fn planned(entry: &Entry) -> Option<Planned> {
    Some(Planned {
        date: entry.date("datum")?,
        until: entry.date("laatste_dag"),
        begin: entry.time("begin"),
        end: entry.time("einde"),
        place: entry.string("vingerafdruk_locatie"),
        online_at: entry.string("vingerafdruk_link"),
        form: entry.word("vorm").unwrap_or(Form::InPerson),
        closes: entry.date("sluiting"),
    })
}
