//! An answer beside what is stored: whether files may hold it, and whether it stands there already.

use super::{Accepted, Check};
use crate::finding::Finding;
use crate::model::{Region, Reply, Support};
use crate::read::{line_fault, markdown_fault};

impl Check<'_, '_> {
    /// What is stored must be read again: every text is held against what files may hold.
    pub(super) fn texts(&mut self) {
        let (returned, span) = (self.returned, self.returned.span);
        let by = returned.by.as_deref().or(self.known.by);
        let agreed_with = returned.agreed_with.as_deref().or(self.known.agreed_with);
        let reasons = returned.items.iter().flat_map(|item| &item.answers);
        let reasons = reasons.filter_map(|answer| Some((answer.reason.as_deref()?, answer.span)));
        let words = [by, agreed_with, returned.noted_by.as_deref()].into_iter().flatten().map(|text| (text, span));
        let inputs = returned.items.iter().filter_map(|item| Some((item.input.as_deref()?, item.key.span)));
        let inputs = inputs.chain(returned.general.as_deref().map(|text| (text, span)));
        let lines = words.chain(reasons).filter_map(|(text, span)| line_fault(text, span));
        let found: Vec<Finding> = lines.chain(inputs.filter_map(|(text, span)| markdown_fault(text, span))).collect();
        self.findings.extend(found);
    }
}

impl Accepted {
    /// Whether this was taken in before. Without a day of its own it is the same on any day.
    #[must_use]
    pub fn is_known(&self, region: &Region) -> bool {
        region[self.meeting].replies.iter().any(|earlier| {
            earlier.party == self.reply.party
                && (!self.dated || earlier.date == self.reply.date)
                && said(earlier) == said(&self.reply)
        })
    }
}

/// All that a reply says, without where it stands.
fn said(reply: &Reply) -> (&str, Option<&str>, Option<&str>, Vec<SaidItem<'_>>) {
    let items = reply.items.iter().map(|item| {
        let answers = item.answers.iter().map(|it| (it.number, &*it.text, it.support, it.reason.as_deref()));
        (item.item, item.input.as_deref().map(str::trim), item.name_it, answers.collect())
    });
    (&reply.by, reply.agreed_with.as_deref(), reply.general.as_deref().map(str::trim), items.collect())
}

type SaidItem<'a> = (usize, Option<&'a str>, bool, Vec<(u16, &'a str, Support, Option<&'a str>)>);
