//! A filled-in form as text: Markdown, a replied mail, or what was pasted from one.

mod around;
mod copy;
mod furniture;
mod head;
mod mend;
mod own;
mod program;

use std::collections::BTreeSet;

use furniture::Sender;

use super::beside::Beside;
use super::lines::{Line, lines};
use super::open::{Holds, Letter};
use super::read::{Answer, Read};
use super::{Known, Mark, Returned};
use crate::answer::faults;
use crate::finding::Finding;
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
    for (count, line) in head::whole(lines(text)).iter().filter(|line| is_head(line)).enumerate() {
        if FORMS.exceeded(count + 1).is_some() {
            return BTreeSet::new();
        }
        if let Some(Mark::Form { meeting, party }) = line.mark().and_then(|found| found.mark) {
            heads.insert(Head { meeting, party });
        }
    }
    heads
}

/// Reads what came back as text; a mail that is a page as well must show what it says.
#[must_use]
pub fn read_letter(file: FileId, letter: &Letter, known: &Known) -> Read {
    if letter.holds == Holds::Unsent {
        return Read::new(file);
    }
    let sender = Sender::of(letter);
    let said = read_signed(file, &letter.text, known, letter.channel, &sender);
    let other = |text: &String| read_signed(file, text, known, letter.channel, &sender);
    let said = match &letter.page {
        Some(page) => said.beside_page(&other(page)),
        None => said,
    };
    let said = match &letter.plain {
        Some(plain) => said.with_words_of(&other(plain)),
        None => said,
    };
    match &letter.sure {
        Some(sure) => said.beside_sure(&other(sure)),
        None => said,
    }
}

/// Reads a text. `known` is the form as it was sent, in every shape: what is not in it, somebody wrote.
///
/// Findings: no form, a damaged mark, two ticks, an unclear tick, words beside the places for them, a date that is none,
/// nothing filled in.
#[must_use]
pub fn read(file: FileId, text: &str, known: &Known, channel: Channel) -> Read {
    read_signed(file, text, known, channel, &Sender::default())
}

fn read_signed(file: FileId, text: &str, known: &Known, channel: Channel, sender: &Sender) -> Read {
    let mut lines = mend::whole(head::whole(lines(text)), known);
    let starts = starts(&mut lines, known);
    if let Some(finding) = too_much(file, &lines, &starts) {
        return Read { faults: vec![finding], ..Read::new(file) };
    }
    let Some(first) = starts.first().copied() else {
        let beside = around::words(&lines, 0, known, sender);
        return Read { nothing: Some(no_form(file, &lines, &beside)), beside, ..Read::new(file) };
    };
    let mut lost = lines[..first].iter().find_map(|line| damaged(file, line));
    let mut beside = around::words(&lines[..first], lines[first].depth(), known, sender);
    let above = beside.clone();
    let mut copies = Vec::new();
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    for (start, end) in starts.iter().zip(ends) {
        let doubled = own::tame(file, &mut lines[*start..end], known);
        let Some((mut copy, length)) = copy::read(file, &lines[*start..end], known, channel) else { continue };
        copy.findings.extend(doubled);
        lost = lost.or_else(|| lines[start + length..end].iter().find_map(|line| damaged(file, line)));
        beside.append(copy.beside.clone());
        beside.append(around::words(&lines[start + length..end], lines[*start].depth(), known, sender));
        copies.push(copy);
    }
    if lost.is_some() {
        return Read { faults: lost.into_iter().collect(), ..Read::new(file) };
    }
    // an answer often has the empty form below it, as the mail that it answers
    let empty = copies.first().map(|copy| empty(file, &above, &beside, &copy.returned));
    let filled =
        copies.into_iter().filter(|copy| !copy.returned.is_empty() || copy.findings.iter().any(Finding::is_error));
    let answers: Vec<Answer> = filled.map(|copy| Answer { returned: copy.returned, findings: copy.findings }).collect();
    let nothing = empty.filter(|_| answers.is_empty());
    Read { answers, nothing, beside, ..Read::new(file) }
}

/// Where forms begin. The mark of one in the words that somebody wrote in a form begins none.
fn starts(lines: &mut [Line], known: &Known) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut inside = false;
    for (at, line) in lines.iter_mut().enumerate() {
        let found = line.marks();
        let head = found.iter().find(|found| matches!(found.mark, Some(Mark::Form { .. })));
        if let Some(head) = head {
            let (before, _) = line.around(&head.range);
            if inside && !known.is_heading(&before) {
                line.tame(head.range.clone());
                continue;
            }
            starts.push(at);
            inside = true;
        } else if let Some(end) = found.iter().find(|found| found.mark == Some(Mark::End)) {
            let (before, after) = line.around(&end.range);
            inside &= !(known.is_heading(&before) && known.is_heading(after.trim_start_matches(':')));
        }
    }
    starts
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
    let span = starts.first().map_or(Span::whole(file), |start| Span::new(file, &lines[*start].range));
    Some(Finding::new(&faults::TOO_MUCH, span, message).hint("vraag om alleen het ingevulde formulier"))
}

const BY_HAND: &str = "vraag het formulier terug, of leg het antwoord zelf vast met: beraad reactie nieuw";

fn no_form(file: FileId, lines: &[Line], beside: &Beside) -> Finding {
    let span = |line: &Line| Span::new(file, &line.range);
    if let Some(finding) = lines.iter().find_map(|line| damaged(file, line)) {
        return finding;
    }
    if let Some(line) = lines.iter().find(|line| line.mark().is_some()) {
        let message =
            "De kop van het formulier ontbreekt of is beschadigd: er is geen kenmerk dat met #b:formulier begint.";
        let hint = "vraag het hele formulier terug, of zet de regel met #b:formulier er weer boven";
        return Finding::new(&faults::DAMAGED, span(line), message).hint(hint);
    }
    let first = lines.iter().find(|line| !line.said.is_empty()).map(span);
    let message = "Hierin staat geen formulier: er is geen kenmerk dat met #b:formulier begint.";
    Finding::new(&faults::NO_FORM, beside.span(file).or(first).unwrap_or(Span::whole(file)), message).hint(BY_HAND)
}

/// A head of a form that cannot be read.
fn damaged(file: FileId, line: &Line) -> Option<Finding> {
    let message = format!(
        "De kop van dit formulier is beschadigd: {}. Daardoor is niet te zien bij welke vergadering en gemeente het hoort.",
        head::damaged(line)?
    );
    let hint = format!("vraag het formulier opnieuw, of zet de kop terug zoals die is verzonden: {}", head::as_it_is());
    Some(Finding::new(&faults::DAMAGED, Span::new(file, &line.range), message).hint(hint))
}

/// Nothing was filled in; words beside the form are shown, since they may be the answer.
fn empty(file: FileId, above: &Beside, beside: &Beside, copy: &Returned) -> Finding {
    let message = match (above.is_empty(), beside.is_empty()) {
        (_, true) => "In het formulier is niets ingevuld.",
        (false, _) => "In het formulier is niets ingevuld. Boven het formulier staat wel tekst.",
        (true, false) => "In het formulier is niets ingevuld. Naast de vragen staat wel tekst.",
    };
    let hint = "vraag om één kruisje per gevraagd besluit, of leg het antwoord zelf vast met: beraad reactie nieuw";
    Finding::new(&faults::EMPTY, beside.span(file).unwrap_or(copy.span), message).hint(hint)
}
