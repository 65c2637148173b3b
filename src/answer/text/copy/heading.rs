//! Headings of items in a form that was sent before an item got another title: no words of today, and not somebody's own.

use std::collections::BTreeSet;

use super::super::super::alike::unnumbered;
use super::super::super::known::{Follow, Known};
use super::super::super::lines::{Line, plain};

/// So long is a line that a form draws, and none that somebody draws.
const DRAWN: usize = 40;
/// A title fills no more lines.
const LINES: usize = 4;

/// Where the headings of items stand in the text, by the start of their lines: below a line that the form draws, with a
/// number, above words that are known.
pub(super) fn headings(lines: &[Line], known: &Known) -> BTreeSet<usize> {
    let mut all = BTreeSet::new();
    for (at, line) in lines.iter().enumerate() {
        let below = || lines[at + 1..].iter().filter(|line| !line.said.is_empty()).take(LINES);
        if line.said.starts_with("##") && is_numbered(line, known) {
            all.insert(line.range.start);
        }
        if !line.is_rule() || line.said.chars().count() < DRAWN {
            continue;
        }
        let title =
            below().take_while(|line| line.mark().is_none() && !known.inside.holds(&line.said, &mut Follow::default()));
        let title: Vec<&Line> = title.collect();
        if title.len() < below().count() && title.first().is_some_and(|first| is_numbered(first, known)) {
            all.extend(title.iter().map(|line| line.range.start));
        }
    }
    all
}

/// Whether a line begins with the number of an item, and is no known title to which somebody added words.
fn is_numbered(line: &Line, known: &Known) -> bool {
    let words = plain(&line.said);
    let number = words.split_once(' ').is_some_and(|(number, _)| number.ends_with('.'));
    number && unnumbered(&words).is_some() && !known.begins_with_line(&words)
}
