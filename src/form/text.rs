//! A filled-in form as text: Markdown, a replied mail, or what was pasted from one.

mod copy;

use std::collections::BTreeSet;

use super::lines::{Line, lines};
use super::{Known, Mark, Returned};
use crate::finding::{Finding, form as faults};
use crate::limits::{FORM_DECISIONS, FORMS};
use crate::model::Channel;
use crate::source::{FileId, Span};

/// The form that a text holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Head {
    /// The folder of the meeting.
    pub meeting: String,
    /// The key of the party.
    pub party: String,
}

/// The forms in a text, as their marks name them; none when they are more than are taken in.
#[must_use]
pub fn heads(text: &str) -> BTreeSet<Head> {
    let mut heads = BTreeSet::new();
    for (count, line) in lines(text).iter().filter(|line| is_head(line)).enumerate() {
        if FORMS.exceeded(count + 1).is_some() {
            return BTreeSet::new();
        }
        if let Some(Mark::Form { meeting, party }) = line.mark().and_then(|found| found.mark) {
            heads.insert(Head { meeting, party });
        }
    }
    heads
}

/// Reads a text. `known` is the form as it was sent, in every shape: what is not in it, somebody wrote.
///
/// Findings: no form, a damaged mark, two forms that differ, two ticks, an unclear tick, words beside the places for
/// them, a date that is none, nothing filled in.
pub fn read(
    file: FileId,
    text: &str,
    known: &Known,
    channel: Channel,
    findings: &mut Vec<Finding>,
) -> Option<Returned> {
    let lines = lines(text);
    let starts: Vec<usize> = (0..lines.len()).filter(|at| is_head(&lines[*at])).collect();
    if starts.is_empty() {
        findings.push(no_form(file, &lines));
        return None;
    }
    if let Some(finding) = too_much(file, &lines, &starts) {
        findings.push(finding);
        return None;
    }
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let mut copies = Vec::new();
    for (start, end) in starts.iter().zip(ends) {
        let mut found = Vec::new();
        let copy = copy::read(file, &lines[*start..end], known, channel, &mut found);
        copies.extend(copy.map(|copy| (copy, found)));
    }
    // an answer often has the empty form below it, as the mail that it answers
    let filled = |(copy, found): &(Returned, Vec<Finding>)| !copy.is_empty() || found.iter().any(Finding::is_error);
    let mut answered: Vec<_> = copies.iter().filter(|copy| filled(copy)).cloned().collect();
    answered.dedup_by(|one, other| said(&one.0) == said(&other.0));
    let chosen = match answered.len() {
        0 => {
            let (copy, _) = copies.into_iter().next()?;
            findings.push(empty(file, &lines[..starts[0]], &copy, known));
            return None;
        }
        1 => answered.pop(),
        _ => {
            let second = answered.get(1).map(|(copy, _)| copy.span)?;
            let first = answered.first().map(|(copy, _)| copy.span)?;
            let message = "Hierin staan twee formulieren met verschillende antwoorden.";
            let hint = "vraag welk van de twee geldt, en haal het andere uit het bestand";
            findings.push(
                Finding::new(&faults::TWO_FORMS, second, message).label(first, "het eerste formulier").hint(hint),
            );
            return None;
        }
    };
    let (copy, found) = chosen?;
    findings.extend(found);
    Some(copy)
}

fn is_head(line: &Line) -> bool {
    matches!(line.mark().and_then(|found| found.mark), Some(Mark::Form { .. }))
}

/// More forms, or more questions in them, than are taken in.
fn too_much(file: FileId, lines: &[Line], starts: &[usize]) -> Option<Finding> {
    let asks = |line: &&Line| {
        matches!(line.mark().and_then(|found| found.mark), Some(Mark::Decision { .. } | Mark::Item { .. }))
    };
    let questions = || FORM_DECISIONS.exceeded(lines.iter().filter(asks).count());
    let message = FORMS.exceeded(starts.len()).or_else(questions)?;
    let span = Span::new(file, &lines[starts[0]].range);
    Some(Finding::new(&faults::TOO_MUCH, span, message).hint("vraag om alleen het ingevulde formulier"))
}

/// All that an answer says, to tell whether two are the same.
fn said(copy: &Returned) -> String {
    let items: Vec<String> = copy
        .items
        .iter()
        .map(|item| {
            let answers: Vec<_> = item.answers.iter().map(|it| (it.number, it.support, &it.reason)).collect();
            format!("{}{:?}{}{answers:?}", item.key.value, item.input, item.name_it)
        })
        .collect();
    format!("{}{}{:?}{:?}{items:?}", copy.meeting.value, copy.party.value, copy.general, copy.by)
}

fn no_form(file: FileId, lines: &[Line]) -> Finding {
    let damaged = lines.iter().find(|line| line.mark().is_some());
    let span = |line: &Line| Span::new(file, &line.range);
    if let Some(line) = damaged {
        let message = "De kop van het formulier ontbreekt: het kenmerk dat met #b:formulier begint.";
        let hint = "vraag het hele formulier terug, of zet de regel met #b:formulier er weer boven";
        return Finding::new(&faults::DAMAGED, span(line), message).hint(hint);
    }
    let first = lines.iter().find(|line| !line.said.is_empty());
    let message = "Hierin staat geen formulier: er is geen kenmerk dat met #b:formulier begint.";
    let hint = "vraag het formulier terug, of leg het antwoord zelf vast met: beraad reactie nieuw";
    Finding::new(&faults::NO_FORM, first.map_or(Span::whole(file), span), message).hint(hint)
}

/// Nothing was filled in; words above the form are shown, since they may be the answer.
fn empty(file: FileId, above: &[Line], copy: &Returned, known: &Known) -> Finding {
    let words = above
        .iter()
        .find(|line| line.said.split(' ').count() > 1 && !line.said.contains(':') && !known.holds(&line.said));
    let message = match words {
        Some(_) => "In het formulier is niets ingevuld. Boven het formulier staat wel tekst.",
        None => "In het formulier is niets ingevuld.",
    };
    let hint = "vraag om één kruisje per gevraagd besluit, of leg het antwoord zelf vast met: beraad reactie nieuw";
    let span = words.map_or(copy.span, |line| Span::new(file, &line.range));
    Finding::new(&faults::EMPTY, span, message).hint(hint)
}
