//! What the rules found, with what exceptions are matched against.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::{Rule, words};
use crate::dossier::read::Places;
use crate::finding::Finding;
use crate::model::{ItemId, MeetingId};
use crate::source::{FileId, Sources, Span};

/// A finding with what it is about.
#[derive(Debug)]
pub struct Case {
    /// The finding.
    pub finding: Finding,
    /// The meeting that it is about.
    pub meeting: Option<MeetingId>,
    /// The item that it is about, as a place in its meeting.
    pub item: Option<usize>,
    /// The key of the value, in the entry at the place of the finding, that it is about.
    key: Option<&'static str>,
    /// The words at the place of the finding that it is about.
    words: Option<String>,
}

impl Case {
    /// Narrows the place of the finding to the words that it is about, unless they are written otherwise there (`\"`).
    fn narrow_to_words(&mut self, text: &str) {
        let Some(words) = &self.words else { return };
        let span = self.finding.span;
        let text = text.get(span.range()).unwrap_or_default();
        if let Some(range) = words::alone(text, words).or_else(|| words::start(text, words)) {
            let start = span.range().start;
            self.finding.span = Span::new(span.file, &(start + range.start..start + range.end));
        }
    }
}

/// Where rules report.
#[derive(Debug, Default)]
pub struct Found {
    rule: Option<&'static Rule>,
    meeting: Option<MeetingId>,
    /// Everything so far.
    pub cases: Vec<Case>,
}

impl Found {
    /// What follows comes from this rule and is about the region.
    pub(super) fn of(&mut self, rule: &'static Rule) {
        (self.rule, self.meeting) = (Some(rule), None);
    }

    /// What follows is about this meeting.
    pub(super) fn of_meeting(&mut self, meeting: MeetingId) {
        self.meeting = Some(meeting);
    }

    /// Narrows the place of each case to what the rule named: a value of the entry, words of a text.
    pub(super) fn narrow(&mut self, sources: &Sources) {
        let mut files: BTreeMap<FileId, Vec<&mut Case>> = BTreeMap::new();
        for case in &mut self.cases {
            files.entry(case.finding.span.file).or_default().push(case);
        }
        // the places of one file at a time: those of all would take more memory than their texts
        for (file, cases) in files {
            let Some(text) = sources.text(file) else { continue };
            let places = OnceCell::new();
            for case in cases {
                if let Some(key) = case.key {
                    let span = case.finding.span;
                    let places = places.get_or_init(|| Places::of(file, &text));
                    case.finding.span = places.value(span, key).unwrap_or(span);
                }
                case.narrow_to_words(&text);
            }
        }
    }

    /// Reports a case: the place, what is wrong as one sentence, how to mend it.
    pub(super) fn at(&mut self, span: Span, message: impl Into<String>, hint: impl Into<String>) -> More<'_> {
        if let Some(rule) = self.rule {
            let finding = Finding::new(&rule.fault, span, message).hint(hint);
            self.cases.push(Case { finding, meeting: self.meeting, item: None, key: None, words: None });
        }
        More(self.cases.last_mut())
    }
}

/// What can be added to the case just reported.
pub(super) struct More<'a>(Option<&'a mut Case>);

impl More<'_> {
    fn with(mut self, change: impl FnOnce(&mut Case)) -> Self {
        if let Some(case) = &mut self.0 {
            change(case);
        }
        self
    }

    /// The item that it is about.
    pub(super) fn item(self, item: usize) -> Self {
        self.with(|case| case.item = Some(item))
    }

    /// The meeting and the item that it is about, as far as it is about one.
    pub(super) fn within(self, meeting: Option<MeetingId>, item: Option<ItemId>) -> Self {
        self.with(|case| (case.meeting, case.item) = (meeting, item.map(|item| item.index)))
    }

    /// The value with this key, in the entry at the place, that it is about.
    pub(super) fn key(self, key: &'static str) -> Self {
        self.with(|case| case.key = Some(key))
    }

    /// The same, where the place may be that of the value itself.
    pub(super) fn value(self, key: Option<&'static str>) -> Self {
        self.with(|case| case.key = key)
    }

    /// The words at the place that it is about.
    pub(super) fn words(self, words: &str) -> Self {
        self.with(|case| case.words = Some(words.to_owned()))
    }

    /// A second place that helps.
    pub(super) fn see(self, span: Span, text: impl Into<String>) -> Self {
        // a place that is marked already explains itself
        self.with(|case| {
            if case.finding.span != span {
                case.finding.labels.push((span, text.into()));
            }
        })
    }
}
