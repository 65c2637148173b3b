//! What everybody may see of a region, part by part, with what stands in the papers.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;

use super::Found;
use super::mend::is_adopted;
use crate::model::public::Moment;
use crate::model::texts::{Text, TextKind};
use crate::model::{ItemId, Meeting, MeetingId, PartyId, Region};
use crate::source::{FileId, Sources, Span};

/// The region on a day.
#[derive(Debug)]
pub(super) struct Whole<'a> {
    /// The region.
    pub region: &'a Region,
    /// Today.
    pub today: NaiveDate,
    /// When everybody looks at what is public.
    moment: Moment,
    /// What stands in papers.
    sources: &'a Sources,
}

/// A part of what everybody may see: a meeting, or what is about none.
#[derive(Debug)]
pub(super) struct Part<'v> {
    /// The meeting as everybody sees it.
    pub meeting: Option<(MeetingId, &'v Meeting)>,
    /// Every text of it.
    pub texts: Vec<Text<'v>>,
    /// The files of its papers that are Markdown, with their paths from the dossier's folder: what stands in them is among
    /// the texts, each part between blank lines apart.
    pub papers: BTreeMap<FileId, String>,
    /// The file of its minutes, where these were adopted.
    adopted: Option<FileId>,
}

impl Part<'_> {
    /// What to do about a text of it: what may not be public goes, from minutes that were adopted too, and then it is said why.
    pub(super) fn mend(&self, text: &Text<'_>, hint: &str) -> String {
        if self.adopted != Some(text.span.file) {
            return hint.to_owned();
        }
        format!(
            "{hint}; dit verslag is vastgesteld: leg dan met een [[uitzondering]] op vastgesteld-verslag-veranderd vast waarom het veranderde"
        )
    }
}

/// How a rule looks at a part of what everybody may see.
pub(super) type Look<'a> = Box<dyn Fn(&Part<'_>, &mut Found) + 'a>;

impl<'a> Whole<'a> {
    pub(super) const fn new(region: &'a Region, today: NaiveDate, moment: Moment, sources: &'a Sources) -> Self {
        Self { region, today, moment, sources }
    }

    /// The name that a party has today.
    pub(super) fn name(&self, party: PartyId) -> &'a str {
        self.region[party].name_on(self.today)
    }

    /// What everybody sees, without the meetings.
    pub(super) fn public_frame(&self) -> Region {
        self.region.public_frame(self.moment)
    }

    /// Shows what everybody sees, part by part: all at once would be as large as the region.
    pub(super) fn public_parts(&self, mut look: impl FnMut(&Part<'_>)) {
        let mut frame = self.public_frame();
        let progress = std::mem::take(&mut frame.progress);
        look(&Part::of_none(frame.texts()));
        for id in self.region.meeting_ids() {
            let meeting = self.region.public_meeting(id, self.moment);
            let own = &self.region[id];
            let adopted = own.minutes.as_ref().filter(|_| is_adopted(own, self.today)).map(|minutes| minutes.span.file);
            let papers = enclosed(id, &meeting);
            let read: Vec<_> =
                papers.iter().filter_map(|(file, item)| Some((*file, *item, self.sources.text(*file)?))).collect();
            let mut texts = meeting.texts(id);
            texts.extend(read.iter().flat_map(|(file, item, text)| paragraphs(*file, *item, text)));
            let papers = papers.keys().map(|file| (*file, self.sources.path(*file).to_owned())).collect();
            look(&Part { meeting: Some((id, &meeting)), texts, papers, adopted });
        }
        let ledger = Region { progress, ..Region::default() };
        look(&Part::of_none(ledger.texts()));
    }
}

impl<'v> Part<'v> {
    /// What is about no meeting.
    const fn of_none(texts: Vec<Text<'v>>) -> Self {
        Self { meeting: None, texts, papers: BTreeMap::new(), adopted: None }
    }
}

/// The files of the papers that everybody may read and that are Markdown, each with the first item that has it.
fn enclosed(id: MeetingId, meeting: &Meeting) -> BTreeMap<FileId, ItemId> {
    let mut files = BTreeMap::new();
    for (index, item) in meeting.items.iter().enumerate().filter(|_| !meeting.withheld) {
        for file in item.papers.iter().filter_map(|paper| paper.text) {
            files.entry(file).or_insert(ItemId { meeting: id, index });
        }
    }
    files
}

/// The parts of a paper between blank lines, each with its place.
fn paragraphs(file: FileId, item: ItemId, text: &str) -> impl Iterator<Item = Text<'_>> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        end += line.len();
        (end - line.len()..end, line.trim().is_empty())
    });
    let mut last: Option<Range<usize>> = None;
    let ranges = lines.chain([(text.len()..text.len(), true)]).filter_map(move |(line, is_blank)| {
        if is_blank {
            return last.take();
        }
        last = Some(last.as_ref().map_or(line.start, |last| last.start)..line.end);
        None
    });
    ranges.map(move |range| {
        let (kind, span) = (TextKind::Words, Span::new(file, &range));
        Text {
            text: &text[range],
            kind,
            span,
            key: None,
            item: Some(item),
            meeting: Some(item.meeting),
            inside: false,
            names: false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::MeetingId;

    #[test]
    fn a_paper_is_read_between_its_blank_lines() {
        let read = |text: &str| -> Vec<(String, usize)> {
            let item = ItemId { meeting: MeetingId(0), index: 0 };
            let parts = paragraphs(Sources::default().add(String::new(), String::new()), item, text);
            parts.map(|part| (part.text.to_owned(), part.span.range().start)).collect()
        };
        let part = |text: &str, at| (text.to_owned(), at);
        assert_eq!(read("# A\nb\n\n \nc"), [part("# A\nb\n", 0), part("c", 9)]);
        assert_eq!([read(""), read("\n\n")], [[], []]);
    }
}
