//! The labels of fields: not what somebody typed, wherever a program broke them.

use std::ops::Range;

use super::super::super::known::{Follow, Known, label_end};
use super::super::super::lines::plain;
use super::{Filling, Reader, Typed};

impl Reader<'_> {
    /// Takes the label from what stands behind a mark. Nothing is taken that is not known but what ends in a colon, and that
    /// is kept.
    pub(super) fn take_label(&mut self, field: &mut Filling) {
        // some programs put an empty line below every line
        let lines: Vec<&str> = field.lines.iter().map(|(line, _)| line.trim()).collect();
        let all = lines.join("\n");
        let begin = lines.iter().position(|line| !line.is_empty()).unwrap_or_default();
        let end =
            lines.iter().skip(begin + 1).position(|line| line.is_empty()).map_or(lines.len(), |at| begin + 1 + at);
        let known = field.field.mark().and_then(|mark| self.known.behind_label(mark, &all));
        let (rest, end) = match known {
            Some(rest) => (Some(rest.to_owned()), lines.len()),
            None => (self.behind_colon(&lines[..end].join("\n"), &field.lines[0].1), end),
        };
        let Some(rest) = rest else { return };
        // as many lines as are left, from the last on, keep their place and what they were indented
        let left = rest.split('\n').count();
        let first = end - left.min(end);
        field.lines.drain(..first);
        if let Some((line, _)) = field.lines.first_mut() {
            rest.split('\n').next().unwrap_or_default().trim().clone_into(line);
        }
    }

    /// What stands behind the first colon. What is before it may be a label that is not known, and is kept.
    fn behind_colon(&mut self, head: &str, place: &Range<usize>) -> Option<String> {
        let at = label_end(head)?;
        let label = plain(&head[..at]);
        if !label.is_empty() && !self.known.inside.holds(&label, &mut Follow::default()) && !self.known.is_empty() {
            self.beside.end();
            self.beside.add(&label, place);
        }
        Some(head[at + 1..].to_owned())
    }

    /// In older forms the label of the next field stands before its mark: `before` in the same line, more above it.
    pub(super) fn drop_label(&mut self, field: &mut Filling, before: &str) {
        let is_line = field.is_line();
        let lines = &mut field.lines;
        while lines.len() > 1 && lines.last().is_some_and(|(line, _)| line.trim().is_empty()) && before.is_empty() {
            lines.pop();
        }
        let filled = lines.iter().skip(1).rev().take_while(|(line, _)| !line.trim().is_empty()).count();
        let is_filled = |at: &usize| !lines[*at].0.trim().is_empty();
        let starts = std::iter::once(lines.len()).chain((1..lines.len()).rev().filter(is_filled).take(3));
        for start in starts.collect::<Vec<_>>() {
            let words: Vec<&str> = lines[start..].iter().map(|(line, _)| line.as_str()).chain([before]).collect();
            if self.known.is_whole_label(&words.join(" ")) {
                lines.truncate(start);
                return;
            }
        }
        if !before.is_empty() || filled == 0 {
            return;
        }
        // a label that is not known stands apart; of a field of one line it is the last one
        let start = if is_line { lines.len() - 1 } else { lines.len() - filled };
        if is_line || lines[start - 1].0.trim().is_empty() && start > 1 {
            let label = lines.split_off(start);
            if !self.known.is_empty() {
                self.aside(&label);
            }
        }
    }

    /// Keeps lines that are no part of a field; the foot of the form stands there when its end was taken out.
    pub(super) fn aside(&mut self, lines: &[Typed]) {
        self.beside.end();
        let mut follow = (Follow::default(), Follow::default());
        for (line, range) in lines {
            if line.trim().is_empty() {
                self.beside.blank();
            } else if self.known.is_around(line, &mut follow) {
                self.beside.end();
            } else {
                self.beside.add(line, range);
            }
        }
        self.beside.end();
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
