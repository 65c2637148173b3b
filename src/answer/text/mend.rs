//! Lines that a program broke in the middle of what a form says, made whole again: a box with its words and its mark, the
//! label that stands before a mark, the number of a question. Only the form's own words are put together.

use super::super::alike::dense;
use super::super::lines::{Line, plain, tick};
use super::super::{Known, Mark};

/// Over so many lines a label may be broken.
const PIECES: usize = 8;

/// The lines with what belongs together in one.
pub(super) fn whole(mut lines: Vec<Line>, known: &Known) -> Vec<Line> {
    let mut at = 0;
    while at < lines.len() {
        let count = box_of(&lines, at, known).or_else(|| label(&lines, at, known)).or_else(|| number(&lines, at));
        let count = count.or_else(|| ending(&lines, at, known)).or_else(|| piece(&lines, at, known));
        if let Some(last) = count {
            let rest: Vec<Line> = lines.drain(at + 1..=last).collect();
            for next in rest.iter().filter(|line| !line.said.is_empty()) {
                lines[at].join(next);
            }
        }
        at += 1;
    }
    lines
}

/// The next line that says something, and where; nothing below a line that is drawn.
fn next(lines: &[Line], at: usize) -> Option<(usize, &Line)> {
    let found = lines.iter().enumerate().skip(at + 1).take(2).find(|(_, line)| !line.said.is_empty());
    found.filter(|(_, line)| !line.is_rule())
}

/// The last line of a box that begins in this one, when it goes on below: the words of the form, and a mark behind them.
fn box_of(lines: &[Line], at: usize, known: &Known) -> Option<usize> {
    let line = &lines[at];
    let mut label = tick(&line.said).filter(|_| line.mark().is_none())?.label;
    let mut last = at;
    while let Some((below, line)) = next(lines, last) {
        let found = line.mark();
        let words = found.as_ref().map_or(line.said.as_str(), |found| &line.said[..found.range.start]);
        let words = words.trim_end_matches(['`', ' ']);
        if tick(&line.said).is_some() {
            break;
        }
        if !words.is_empty() && !known.goes_on(&label, words) {
            // somebody wrote more behind the label, which ends in this line
            let is_begun = known.goes_on(&label, "") && !known.boxes.contains(&plain(&label));
            let more = known.beyond(&format!("{label} {words}")).filter(|more| !more.is_empty() && is_begun);
            if more.is_some() {
                return Some(below);
            }
            break;
        }
        if let Some(found) = found {
            let is_box = found.mark.as_ref().is_some_and(Mark::is_of_box);
            // a mark that begins a line announces the box below it, unless the box above has none
            let has_own = words.is_empty() && next(lines, below).is_some_and(|(_, line)| tick(&line.said).is_some());
            let is_said = known.boxes.contains(&plain(&format!("{label} {words}")));
            return if is_box && !has_own && is_said { Some(below) } else { Some(last).filter(|last| *last > at) };
        }
        label = format!("{label} {words}");
        last = below;
    }
    (last > at && !is_twice(lines, at, last, &label)).then_some(last)
}

/// Whether the same box stands whole beside it: then somebody wrote the words below this one.
fn is_twice(lines: &[Line], at: usize, last: usize, label: &str) -> bool {
    let same = |line: &Line| tick(&line.said).is_some_and(|tick| dense(&plain(&tick.label)) == dense(&plain(label)));
    let unmarked = |line: &&Line| line.mark().is_none();
    let before = lines[..at].iter().rev().take_while(unmarked);
    before.chain(lines[last + 1..].iter().take_while(unmarked)).any(same)
}

/// The line with the mark of a field whose label begins in this line and goes on until it.
fn label(lines: &[Line], at: usize, known: &Known) -> Option<usize> {
    let line = &lines[at];
    if line.said.is_empty() || line.mark().is_some() || !known.begins_label(&line.said) {
        return None;
    }
    let mut words = line.said.clone();
    let mut last = at;
    for _ in 0..PIECES {
        let (below, line) = next(lines, last)?;
        last = below;
        let Some(found) = line.mark() else {
            words = format!("{words} {}", line.said);
            if !known.begins_label(&words) {
                return None;
            }
            continue;
        };
        let (before, after) = line.around(&found.range);
        let kind = found.mark.as_ref().and_then(Mark::field)?;
        let is_old = after.starts_with(':') || kind == "einde";
        return (is_old && known.behind_label(kind, &format!("{words} {before}")) == Some("")).then_some(last);
    }
    None
}

/// The line with the mark of a question whose number stands alone in this one.
fn number(lines: &[Line], at: usize) -> Option<usize> {
    let number: u16 = lines[at].said.strip_suffix('.')?.parse().ok()?;
    let (below, line) = next(lines, at)?;
    let found = line.mark()?;
    let (before, _) = line.around(&found.range);
    let is_same = matches!(found.mark, Some(Mark::Decision { number: its, .. }) if its == number);
    (is_same && before.is_empty()).then_some(below)
}

/// The next line, when the words that end a form stand behind their mark and go on there.
fn ending(lines: &[Line], at: usize, known: &Known) -> Option<usize> {
    let found = lines[at].mark().filter(|found| found.mark == Some(Mark::End))?;
    let (_, after) = lines[at].around(&found.range);
    let (below, line) = next(lines, at).filter(|(_, line)| line.mark().is_none())?;
    known.is_whole_label(&format!("{after} {}", line.said)).then_some(below)
}

/// The next line, when this one is a short piece of the form, and the form says both together.
fn piece(lines: &[Line], at: usize, known: &Known) -> Option<usize> {
    let plainly = |line: &Line| !line.said.is_empty() && line.mark().is_none() && tick(&line.said).is_none();
    let line = Some(&lines[at]).filter(|line| plainly(line))?;
    let (below, next) = next(lines, at).filter(|(_, line)| plainly(line))?;
    (!known.says(&line.said) && known.says(&format!("{} {}", line.said, next.said))).then_some(below)
}
