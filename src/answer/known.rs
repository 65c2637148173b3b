//! The words that a form itself holds, to tell them from what somebody wrote in it.
//!
//! They are those of today, so nothing depends on them but what is said of words beside the form: where a field ends and
//! what a box says follows from the marks.

mod choices;
mod questions;

use std::collections::{BTreeMap, BTreeSet};

use super::alike::{self, dense};
use super::lines::{Line, lines, plain, tick};
use super::{Choices, Mark};
use crate::model::Treatment;
use questions::Questions;
pub(super) use questions::{Reads, unnumbered};

/// So many characters are a piece of the form and no chance.
const PIECE: usize = 20;

/// Forms as they were sent.
#[derive(Debug, Default)]
pub struct Sent {
    /// Their texts, in every shape that comes back as text.
    pub texts: Vec<String>,
    /// What they call their choices, by the fingerprint of that.
    pub choices: BTreeMap<String, Choices>,
}

/// What forms of the program said before, and do not say any more: they still come back.
#[must_use]
pub fn earlier(speaker: &str, body: &str) -> String {
    include_str!("known/earlier.txt").replace("{spreker}", speaker).replace("{overleg}", body)
}

/// The words of forms, in every shape in which they were sent.
#[derive(Debug, Default)]
pub struct Known {
    /// What stands above the mark of the form and below its end.
    pub(super) around: Part,
    /// The same without numbers and days: what was sent before a meeting was moved.
    dated: Part,
    /// What stands between.
    pub(super) inside: Part,
    /// The labels of fields by the kind of their marks, without their colon.
    labels: BTreeMap<&'static str, BTreeSet<String>>,
    /// The words behind boxes.
    pub(super) boxes: BTreeSet<String>,
    /// All that the choices of a decision are called in any of them.
    pub(super) choices: Choices,
    /// What they are called beside each treatment that a mark bears.
    offered: BTreeSet<(Option<Treatment>, String)>,
    /// What they are called in each, by its fingerprint.
    named: BTreeMap<String, Choices>,
    /// What they are called where a form says nothing of that.
    built_in: Choices,
    questions: Questions,
}

/// A part of the forms.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Where each of its lines begins in all of them.
    lines: BTreeMap<String, usize>,
    /// All of them without blanks: programs break lines anywhere.
    all: String,
}

/// The last line that was known: where in the forms it ends, and its words, which may stand in more of them.
#[derive(Debug, Default, Clone)]
pub(super) struct Follow(Option<(usize, String)>);

impl Known {
    /// Learns the words of forms.
    #[must_use]
    pub fn new(sent: &Sent) -> Self {
        let mut known = Self { named: sent.choices.clone(), ..Self::default() };
        sent.choices.values().for_each(|choices| known.choices.absorb(choices));
        for form in &sent.texts {
            let lines = lines(form);
            let is = |line: &Line, mark: fn(&Mark) -> bool| {
                line.mark().and_then(|found| found.mark).is_some_and(|found| mark(&found))
            };
            let start = lines.iter().position(|line| is(line, |mark| matches!(mark, Mark::Form { .. })));
            let end = lines.iter().position(|line| is(line, |mark| *mark == Mark::End)).unwrap_or(lines.len());
            let start = start.unwrap_or(lines.len()).min(end);
            for (at, line) in lines.iter().enumerate() {
                known.learn(line, (start..=end).contains(&at));
                if at == start {
                    // the mark stands behind the last words above the form
                    known.learn(line, false);
                }
            }
            known.learn_labels(&lines[start..]);
            known.questions.learn(&lines[start..]);
            known.learn_choices(&lines[start..]);
        }
        known
    }

    fn learn(&mut self, line: &Line, inside: bool) {
        if let Some(tick) = tick(&line.said) {
            self.boxes.insert(plain(&without_marks(&tick.label)));
            return;
        }
        let words = plain(&without_marks(&line.said));
        if inside {
            self.inside.learn(&words);
            self.inside.lines.extend(alike::unnumbered(&words).map(|words| (dense(&words), usize::MAX)));
        } else {
            self.around.learn(&words);
            self.dated.learn(&alike::undated(&words));
        }
    }

    /// The label of a field stands behind its mark or before it, and ends in a colon.
    fn learn_labels(&mut self, lines: &[Line]) {
        for (at, line) in lines.iter().enumerate() {
            let Some(found) = line.mark() else { continue };
            let Some(kind) = found.mark.as_ref().and_then(Mark::field) else { continue };
            let (before, after) = line.around(&found.range);
            let next = lines[at + 1..].iter().take_while(|line| !line.said.is_empty() && line.mark().is_none());
            let words: Vec<String> = std::iter::once(after).chain(next.map(|line| line.said.clone())).collect();
            let behind = label_end(&words.join(" ")).map(|end| plain(&words.join(" ")[..end]));
            let found = [Some(plain(&before)), behind].into_iter().flatten();
            self.labels.entry(kind).or_default().extend(found.filter(|label| label.contains(char::is_alphabetic)));
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
        let known = self.boxes.iter().filter(|known| !known.is_empty());
        let rest = known.filter_map(|known| alike::behind(&label, known)).min_by_key(|rest| rest.len());
        // a long label is broken, and goes on in the next line
        let broken = || self.begins_box(&label).then(String::new);
        rest.map(|rest| rest.trim().to_owned()).or_else(broken)
    }

    /// Whether words go on with the label of a box, which a program broke.
    pub(super) fn goes_on(&self, label: &str, said: &str) -> bool {
        self.begins_box(&format!("{} {}", plain(label), plain(said)))
    }

    fn begins_box(&self, words: &str) -> bool {
        self.boxes.iter().any(|known| dense(known).starts_with(&dense(words)))
    }

    /// Whether words are a label, or a part of one that a program broke or somebody shortened.
    pub(super) fn is_label(&self, said: &str) -> bool {
        let words = plain(said);
        words.is_empty() || self.labels.values().flatten().any(|label| alike::is_part(&words, label))
    }

    /// Whether the label of a field begins with words.
    pub(super) fn begins_label(&self, said: &str) -> bool {
        let words = dense(&alike::undated(&plain(said)));
        let begins = |label: &String| dense(&alike::undated(label)).starts_with(&words);
        !words.is_empty() && self.labels.values().flatten().any(begins)
    }

    /// Whether words are a label and nothing else.
    pub(super) fn is_whole_label(&self, said: &str) -> bool {
        let words = plain(said);
        self.labels.values().flatten().any(|label| alike::behind(&words, label) == Some(""))
    }

    /// What stands behind the label of a field and its colon; nothing when the words do not begin with one.
    pub(super) fn behind_label<'a>(&self, kind: &str, words: &'a str) -> Option<&'a str> {
        let labels = self.labels.get(kind).into_iter().flatten();
        labels.filter_map(|label| behind(words, label)).min_by_key(|rest| rest.len())
    }

    /// Whether words end in the label of a field.
    pub(super) fn ends_in_label(&self, kind: &str, words: &str) -> bool {
        let words = dense(&alike::undated(&plain(words)));
        self.labels.get(kind).into_iter().flatten().any(|label| words.ends_with(&dense(&alike::undated(label))))
    }

    /// Whether words are a line of the form, with a number of its own or another, and more.
    pub(super) fn begins_with_line(&self, words: &str) -> bool {
        let begins = |words: &str| {
            let words = dense(words);
            self.inside.lines.keys().any(|line| line.len() > 5 && words.starts_with(line.as_str()))
        };
        begins(words) || alike::unnumbered(words).is_some_and(|words| begins(&words))
    }

    /// Whether words are a whole line of the form, or none.
    pub(super) fn is_heading(&self, words: &str) -> bool {
        let words = dense(&plain(words));
        words.is_empty() || self.inside.lines.contains_key(&words)
    }

    /// Whether words stand above or below the form, also with other numbers and days.
    pub(super) fn is_around(&self, said: &str, follow: &mut (Follow, Follow)) -> bool {
        let undated = alike::undated(&plain(&without_marks(said)));
        let says = undated.chars().filter(|c| c.is_alphabetic()).count() >= 4;
        let dated = self.dated.holds(&undated, &mut follow.1) && says;
        self.around.holds(said, &mut follow.0) || dated
    }

    /// Whether words stand in the forms, as a line or as a piece of some length.
    pub(super) fn says(&self, said: &str) -> bool {
        [&self.inside, &self.around].into_iter().any(|part| part.holds(said, &mut Follow::default()))
    }

    /// Whether a word stands above or below the form.
    pub(super) fn has(&self, word: &str) -> bool {
        let word = dense(word);
        !word.is_empty() && self.around.all.contains(&word)
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

    /// Where words go on behind the line before them, in one of the forms.
    fn after(&self, follow: &Follow, words: &str) -> Option<usize> {
        let (end, last) = follow.0.as_ref()?;
        if self.all.get(*end..).is_some_and(|rest| rest.starts_with(words)) {
            return Some(*end);
        }
        let both = format!("{last}{words}");
        (both.chars().count() >= PIECE).then(|| self.all.find(&both)).flatten().map(|at| at + last.len())
    }

    /// Whether words stand in this part: they go on where the line before ended, are a line, or a piece of some length.
    pub(super) fn holds(&self, said: &str, follow: &mut Follow) -> bool {
        let plain = plain(&without_marks(said));
        let words = dense(&plain);
        if words.is_empty() {
            return true;
        }
        let renumbered = || alike::unnumbered(&plain).is_some_and(|words| self.lines.contains_key(&dense(&words)));
        // in the middle of a line a sign of Markdown is a sign
        let whole = dense(&without_marks(said));
        let place = |words: &str| {
            let at = self.after(follow, words);
            let at = at.or_else(|| self.lines.get(words).copied());
            at.or_else(|| (words.chars().count() >= PIECE).then(|| self.all.find(words)).flatten())
        };
        let found = [words, whole].into_iter().find_map(|words| Some((place(&words)?, words)));
        follow.0 = found.map(|(at, words)| (at.saturating_add(words.len()), words));
        let found = follow.0.is_some();
        found || renumbered()
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

/// What stands behind a label and its colon; nothing when the words do not begin with it.
fn behind<'a>(words: &'a str, label: &str) -> Option<&'a str> {
    let rest = alike::behind(words.trim_start_matches(['*', ' ']), label)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_form_are_known_when_broken_over_lines() {
        let form = "Boven\n#b:formulier:a:b\n## 5. Meerjarenagenda 2026-2029\n\nEen lange zin die in een mail wordt afgebroken.\n\
                    [ ] Niet gedragen\n#b:door Uw functie (bijvoorbeeld: adviseur):\n#b:einde\nOnder";
        let known = Known::new(&Sent { texts: vec![form.to_owned()], ..Sent::default() });
        let follow = &mut Follow::default();
        for line in ["5. Meerjarenagenda 2026-2029", "Een lange zin die in een", "mail wordt", "afgebroken."] {
            assert!(known.inside.holds(line, follow), "{line}");
        }
        for line in ["Boven", "mail wordt", "Niet gedragen", "Graag de bus."] {
            assert!(!known.inside.holds(line, &mut Follow::default()), "{line}");
        }
        assert!(known.around.holds("Boven", follow) && known.around.holds("Onder", follow));
        assert!(known.is_whole_label("Uw functie (bijvoorbeeld: adviseur)"));
        assert_eq!(known.beyond("Niet gedragen, te duur").as_deref(), Some(", te duur"));
        assert_eq!((known.beyond("Niet").as_deref(), known.beyond("Anders")), (Some(""), None));
    }
}
