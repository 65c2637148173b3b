//! What somebody wrote beside the questions: kept word for word, and shown.

use std::collections::BTreeSet;
use std::ops::Range;

use super::lines::Line;
use crate::answer::faults;
use crate::finding::Finding;
use crate::source::{FileId, Span};

/// The words of a text without addresses, which programs write in their own way.
pub(super) fn bare_words(text: &str) -> Vec<String> {
    let is_address = |word: &&str| ["://", "www.", "cid:", "mailto:", "@"].iter().any(|it| word.contains(it));
    let words = text.split(|c: char| c.is_whitespace() || "<>[]()".contains(c)).filter(|word| !is_address(word));
    let bare = words.map(|word| word.chars().filter(|c| c.is_alphabetic()).collect());
    bare.filter(|word: &String| !word.is_empty()).collect()
}

/// Words that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub range: Range<usize>,
    pub text: String,
}

/// The words beside the questions of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Beside {
    words: Vec<Words>,
    /// The last words go on, after so many empty lines.
    open: Option<usize>,
}

impl Beside {
    /// A line of them.
    pub(super) fn line(&mut self, line: &Line, depth: usize) {
        self.add(&line.typed(depth), &line.range);
    }

    /// Words in a line.
    pub(super) fn add(&mut self, text: &str, range: &Range<usize>) {
        match (self.open, self.words.last_mut()) {
            (Some(empty), Some(last)) => {
                last.text.push_str(&"\n".repeat(empty.min(1) + 1));
                last.text.push_str(text);
                last.range.end = range.end;
            }
            _ => self.words.push(Words { range: range.clone(), text: text.to_owned() }),
        }
        self.open = Some(0);
    }

    /// An empty line.
    pub(super) fn blank(&mut self) {
        self.open = self.open.map(|empty| empty + 1);
    }

    /// A line that is none of them.
    pub(super) fn end(&mut self) {
        self.open = None;
    }

    pub(super) fn append(&mut self, other: Self) {
        self.end();
        self.words.extend(other.words);
    }

    /// Words of the other half of a mail that are not among these: where they stand, the file does not say.
    pub(super) fn add_missing(&mut self, other: &Self) {
        let known: BTreeSet<String> = self.words.iter().flat_map(|words| bare_words(&words.text)).collect();
        let missing = |words: &&Words| bare_words(&words.text).iter().any(|word| !known.contains(word));
        let all = other.words.iter().filter(missing);
        self.words.extend(all.map(|words| Words { range: 0..0, text: words.text.clone() }));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Where they begin.
    pub(super) fn span(&self, file: FileId) -> Option<Span> {
        self.words
            .iter()
            .map(|words| words.range.clone())
            .min_by_key(|range| range.start)
            .map(|it| Span::new(file, &it))
    }

    /// All of them, as they are kept.
    pub(super) fn text(&self) -> Option<String> {
        let mut words: Vec<&Words> = self.words.iter().collect();
        words.sort_by_key(|words| words.range.start);
        let texts: Vec<&str> = words.iter().map(|words| words.text.trim_matches('\n')).collect();
        (!texts.is_empty()).then(|| texts.join("\n\n"))
    }

    /// What to say of them.
    pub(super) fn findings(&self, file: FileId) -> Vec<Finding> {
        let finding = |words: &Words| {
            let text = words.text.split_whitespace().collect::<Vec<_>>().join(" ");
            let message = format!("Deze tekst staat naast de vragen: “{text}”");
            let hint = "de tekst is bewaard als begeleidende_tekst; hoort zij bij een antwoord, zet haar dan achter Reden of \
                        Inbreng en neem het bestand opnieuw over";
            Finding::new(&faults::BESIDE, Span::new(file, &words.range), message).hint(hint)
        };
        self.words.iter().map(finding).collect()
    }
}
