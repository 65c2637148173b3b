//! The labels of fields: not what somebody typed, wherever a program broke them.

use super::super::super::known::{Follow, Known, label_end};
use super::super::super::lines::plain;
use super::{Field, Kind, Reader, Typed};

impl Reader<'_> {
    /// Takes the label from what stands behind a mark. Nothing is taken that is not known but what ends in a colon, and that
    /// is kept.
    pub(super) fn take_label(&mut self, field: &mut Field) {
        let end = field
            .lines
            .iter()
            .skip(1)
            .position(|(line, _)| line.trim().is_empty())
            .map_or(field.lines.len(), |at| at + 1);
        let head: Vec<&str> = field.lines[..end].iter().map(|(line, _)| line.trim()).collect();
        let head = head.join("\n");
        let known = self.known.labels.iter().filter_map(|label| behind(&head, label));
        let rest = known.min_by_key(|rest| rest.len()).map(str::to_owned);
        let rest = rest.or_else(|| {
            let at = label_end(&head)?;
            let label = plain(&head[..at]);
            if !label.is_empty() && !self.known.inside.holds(&label, &mut Follow::default()) && !self.known.is_empty() {
                self.beside.end();
                self.beside.add(&label, &field.lines[0].1);
            }
            Some(head[at + 1..].to_owned())
        });
        let Some(rest) = rest else { return };
        // as many lines as are left, from the last on, keep their place and what they were indented
        let left = rest.split('\n').count();
        let first = end - left.min(end);
        field.lines.drain(..first);
        if let Some((line, _)) = field.lines.first_mut() {
            rest.split('\n').next().unwrap_or_default().trim().clone_into(line);
        }
    }

    /// In older forms the label of the next field stands before its mark: `before` in the same line, more above it.
    pub(super) fn drop_label(&mut self, field: &mut Field, before: &str) {
        let lines = &mut field.lines;
        while lines.len() > 1 && lines.last().is_some_and(|(line, _)| line.trim().is_empty()) && before.is_empty() {
            lines.pop();
        }
        let filled = lines.iter().skip(1).rev().take_while(|(line, _)| !line.trim().is_empty()).count();
        for count in 0..=filled.min(3) {
            let start = lines.len() - count;
            let words: Vec<&str> = lines[start..].iter().map(|(line, _)| line.as_str()).chain([before]).collect();
            if self.known.labels.contains(&plain(&words.join(" "))) {
                lines.truncate(start);
                return;
            }
        }
        if !before.is_empty() || filled == 0 {
            return;
        }
        // a label that is not known stands apart; of a field of one line it is the last one
        let start = if field.kind.is_line() { lines.len() - 1 } else { lines.len() - filled };
        if field.kind.is_line() || lines[start - 1].0.trim().is_empty() && start > 1 {
            let label = lines.split_off(start);
            if !self.known.is_empty() {
                self.aside(&label);
            }
        }
    }

    /// Keeps lines that are no part of a field.
    pub(super) fn aside(&mut self, lines: &[Typed]) {
        self.beside.end();
        for (line, range) in lines {
            if line.trim().is_empty() {
                self.beside.blank();
            } else {
                self.beside.add(line, range);
            }
        }
        self.beside.end();
    }
}

impl Kind {
    /// Whether it holds one line.
    pub(super) const fn is_line(self) -> bool {
        matches!(self, Self::By | Self::AgreedWith | Self::Date)
    }
}

/// What stands behind a label and its colon; nothing when the words do not begin with it.
fn behind<'a>(words: &'a str, label: &str) -> Option<&'a str> {
    let mut rest = words.trim_start_matches(['*', ' ']);
    for word in label.split(' ') {
        rest = rest.trim_start().strip_prefix(word)?;
    }
    let after = rest.trim_start_matches(['*', '`']).trim_start_matches(' ');
    match after.trim_start().strip_prefix(':') {
        Some(after) => Some(after),
        None => after
            .is_empty()
            .then_some(after)
            .or_else(|| after.starts_with('\n').then_some(after))
            .or_else(|| rest.starts_with(' ').then_some(after)),
    }
}

/// Takes off the end what is a part of the form: from a line that it draws, or a heading, on. It stands there when somebody
/// took out the box below an input.
pub(super) fn without_form(lines: &mut Vec<Typed>, known: &Known) {
    let is_start = |line: &str| {
        let line = line.trim();
        line.len() >= 20 && line.chars().all(|c| c == '-') || line.starts_with("##")
    };
    let is_form = |lines: &[Typed]| {
        let mut follow = Follow::default();
        let rest = lines.iter().map(|(line, _)| line.trim()).filter(|line| !line.is_empty() && !is_start(line));
        let mut words = rest.clone().peekable();
        // nobody draws a line of that length
        let is_drawn = lines.first().is_some_and(|(line, _)| line.trim().len() >= 60 && line.trim().starts_with('-'));
        let headed = lines
            .first()
            .is_some_and(|(line, _)| line.trim().starts_with("##") && known.inside.holds(line, &mut Follow::default()));
        (headed || is_drawn || words.peek().is_some())
            && rest.into_iter().all(|line| line.starts_with('|') || known.inside.holds(line, &mut follow))
    };
    let starts = (1..lines.len()).filter(|at| is_start(&lines[*at].0));
    if let Some(start) = starts.into_iter().find(|at| is_form(&lines[*at..])) {
        lines.truncate(start);
    }
}
