//! The words that a form itself holds, to tell them from what somebody wrote in it.
//!
//! They are those of today, so nothing depends on them but what is said of words beside the form: where a field ends and
//! what a box says follows from the marks.

use std::collections::{BTreeMap, BTreeSet};

use super::Mark;
use super::lines::{Line, lines, plain, tick};

/// So many characters are a piece of the form and no chance.
const PIECE: usize = 20;

/// The words of forms, in every shape in which they were sent.
#[derive(Debug, Default)]
pub struct Known {
    /// What stands above the mark of the form and below its end.
    pub(super) around: Part,
    /// What stands between.
    pub(super) inside: Part,
    /// The labels of fields, without their colon.
    pub(super) labels: BTreeSet<String>,
    /// The words behind boxes.
    pub(super) boxes: BTreeSet<String>,
}

/// A part of the forms.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Where each of its lines begins in all of them.
    lines: BTreeMap<String, usize>,
    /// All of them without blanks: programs break lines anywhere.
    all: String,
}

/// How far in the form the last line was that was known.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Follow(Option<usize>);

impl Known {
    /// Learns the words of forms.
    #[must_use]
    pub fn new(forms: &[String]) -> Self {
        let mut known = Self::default();
        for form in forms {
            let lines = lines(form);
            let is = |line: &Line, mark: fn(&Mark) -> bool| {
                line.mark().and_then(|found| found.mark).is_some_and(|found| mark(&found))
            };
            let start = lines.iter().position(|line| is(line, |mark| matches!(mark, Mark::Form { .. })));
            let end = lines.iter().position(|line| is(line, |mark| *mark == Mark::End)).unwrap_or(lines.len());
            let start = start.unwrap_or(lines.len()).min(end);
            for (at, line) in lines.iter().enumerate() {
                known.learn(line, (start..=end).contains(&at));
            }
            known.learn_labels(&lines[start..]);
        }
        known
    }

    fn learn(&mut self, line: &Line, inside: bool) {
        if let Some(tick) = tick(&line.said) {
            self.boxes.insert(plain(&without_marks(&tick.label)));
            return;
        }
        let part = if inside { &mut self.inside } else { &mut self.around };
        part.learn(&plain(&without_marks(&line.said)));
    }

    /// The label of a field stands behind its mark or before it, and ends in a colon.
    fn learn_labels(&mut self, lines: &[Line]) {
        for (at, line) in lines.iter().enumerate() {
            let Some(found) = line.mark() else { continue };
            let (before, after) = line.around(&found.range);
            self.labels.extend(Some(plain(&before)).filter(|label| !label.is_empty()));
            let next = lines[at + 1..].iter().take_while(|line| !line.said.is_empty() && line.mark().is_none());
            let words: Vec<String> = std::iter::once(after).chain(next.map(|line| line.said.clone())).collect();
            let label = label_end(&words.join(" ")).map(|end| plain(&words.join(" ")[..end]));
            self.labels.extend(label.filter(|label| !label.is_empty()));
        }
    }

    /// Whether nothing was learned.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.inside.lines.is_empty()
    }

    /// What was added to the words behind a box; nothing when they are none of the form.
    pub(super) fn beyond(&self, label: &str) -> Option<String> {
        let label = plain(label);
        let known = self.boxes.iter().filter(|known| label.starts_with(known.as_str()) && !known.is_empty());
        let longest = known.max_by_key(|known| known.len());
        // a long label is broken, and goes on in the next line
        let broken = || self.boxes.iter().any(|known| known.starts_with(&label)).then(String::new);
        longest.map(|known| label[known.len()..].trim().to_owned()).or_else(broken)
    }

    /// Whether words go on with the label of a box, which a program broke.
    pub(super) fn goes_on(&self, label: &str, said: &str) -> bool {
        let whole = format!("{} {}", plain(label), plain(said));
        self.boxes.iter().any(|known| known.starts_with(&whole))
    }

    /// Whether words are a label, or a part of one that a program broke or somebody shortened.
    pub(super) fn is_label(&self, said: &str) -> bool {
        let words = plain(said);
        words.is_empty() || self.labels.iter().any(|label| label.ends_with(&words) || label.starts_with(&words))
    }

    /// Whether the words of a question stand in the form, however they were broken.
    pub(super) fn asks(&self, words: &str) -> bool {
        // letters with accents are lost on some ways
        let bare = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        bare(&self.inside.all).contains(&bare(&plain(words)))
    }
}

impl Part {
    fn learn(&mut self, words: &str) {
        let words = dense(words);
        if !words.is_empty() {
            self.all.push_str(&words);
            let at = self.all.len() - words.len();
            self.lines.entry(words).or_insert(at);
        }
    }

    /// Whether words stand in this part: they go on where the line before ended, are a line, or a piece of some length.
    pub(super) fn holds(&self, said: &str, follow: &mut Follow) -> bool {
        let words = dense(&plain(&without_marks(said)));
        if words.is_empty() {
            return true;
        }
        let next = follow.0.filter(|at| self.all.get(*at..).is_some_and(|rest| rest.starts_with(&words)));
        let found = next
            .or_else(|| self.lines.get(&words).copied())
            .or_else(|| (words.chars().count() >= PIECE).then(|| self.all.find(&words)).flatten());
        follow.0 = found.map(|at| at + words.len());
        found.is_some()
    }
}

/// Where a label ends in the words of a field: at its first colon that is not in brackets.
pub(super) fn label_end(words: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in words.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => return Some(at),
            _ => {}
        }
    }
    None
}

fn without_marks(said: &str) -> String {
    let mut words = said.to_owned();
    for found in super::mark::all(said).into_iter().rev() {
        words.replace_range(found.range, "");
    }
    words
}

fn dense(words: &str) -> String {
    words.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_form_are_known_when_broken_over_lines() {
        let form = "Boven\n#b:formulier:a:b\n## 5. Meerjarenagenda 2026-2029\n\nEen lange zin die in een mail wordt afgebroken.\n\
                    [ ] Niet gedragen\n#b:door Uw functie (bijvoorbeeld: adviseur):\n#b:einde\nOnder";
        let known = Known::new(&[form.to_owned()]);
        let follow = &mut Follow::default();
        for line in ["5. Meerjarenagenda 2026-2029", "Een lange zin die in een", "mail wordt", "afgebroken."] {
            assert!(known.inside.holds(line, follow), "{line}");
        }
        for line in ["Boven", "mail wordt", "Niet gedragen", "Graag de bus."] {
            assert!(!known.inside.holds(line, &mut Follow::default()), "{line}");
        }
        assert!(known.around.holds("Boven", follow) && known.around.holds("Onder", follow));
        assert!(known.labels.contains("Uw functie (bijvoorbeeld: adviseur)"));
        assert_eq!(known.beyond("Niet gedragen, te duur").as_deref(), Some(", te duur"));
        assert_eq!((known.beyond("Niet").as_deref(), known.beyond("Anders")), (Some(""), None));
    }
}
