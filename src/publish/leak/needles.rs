//! Many texts looked for at once.
//!
//! They are sorted, and each knows the longest other one that it begins with. Of all that begin a text the last before it
//! in that order is one, or begins with one: so each word of a file is looked up once. It takes no more memory than the texts.

use std::collections::HashSet;

use super::Place;
use super::letters::Letters;

/// No text that is looked for has fewer bytes.
pub(super) const SHORTEST: usize = 6;

/// A text, or a part of one, that is looked for.
#[derive(Debug, Clone)]
pub(super) struct Needle {
    /// Its letters.
    pub letters: Box<str>,
    /// Where it stands in the dossier.
    pub place: Place,
    /// It is looked for in files that were copied, too.
    pub in_copies: bool,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct Needles {
    sorted: Vec<Needle>,
    /// The longest of the others that each begins with.
    within: Vec<Option<u32>>,
    /// How they begin.
    firsts: HashSet<[u8; SHORTEST]>,
}

impl Needles {
    /// Of the same text the first place counts.
    pub(super) fn new(mut all: Vec<Needle>) -> Self {
        all.retain(|needle| needle.letters.len() >= SHORTEST);
        all.sort_by(|a, b| (&a.letters, a.place).cmp(&(&b.letters, b.place)));
        all.dedup_by(|next, kept| {
            let same = next.letters == kept.letters;
            if same && next.in_copies && !kept.in_copies {
                (kept.in_copies, kept.place) = (true, next.place);
            }
            same
        });
        all.shrink_to_fit();
        let firsts = all.iter().filter_map(|needle| first(needle.letters.as_bytes())).collect();
        Self { within: within(&all), sorted: all, firsts }
    }

    /// Without those that are not to be kept.
    pub(super) fn retain(self, keep: impl Fn(usize, &Needle) -> bool) -> Self {
        let all = self.sorted.into_iter().enumerate().filter(|(at, needle)| keep(*at, needle));
        Self::new(all.map(|(_, needle)| needle).collect())
    }

    pub(super) fn at(&self, at: usize) -> &Needle {
        &self.sorted[at]
    }

    pub(super) const fn count(&self) -> usize {
        self.sorted.len()
    }

    /// Gives those that stand in a text, from the beginning of a word to the end of one.
    pub(super) fn within(&self, text: &Letters, mut give: impl FnMut(usize)) {
        for start in text.starts() {
            let rest = &text.text()[start..];
            if !first(rest.as_bytes()).is_some_and(|first| self.firsts.contains(&first)) {
                continue;
            }
            let mut at = self.sorted.partition_point(|needle| *needle.letters <= *rest).checked_sub(1);
            while let Some(one) = at {
                let letters = &self.sorted[one].letters;
                if rest.starts_with(&**letters) && text.ends_at(start + letters.len()) {
                    give(one);
                }
                at = self.within[one].map(|before| before as usize);
            }
        }
    }
}

fn first(bytes: &[u8]) -> Option<[u8; SHORTEST]> {
    bytes.first_chunk().copied()
}

fn within(sorted: &[Needle]) -> Vec<Option<u32>> {
    let (mut open, mut all): (Vec<u32>, Vec<Option<u32>>) = (Vec::new(), Vec::new());
    for (at, needle) in (0..).zip(sorted) {
        while open.last().is_some_and(|one| !needle.letters.starts_with(&*sorted[*one as usize].letters)) {
            open.pop();
        }
        all.push(open.last().copied());
        open.push(at);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Span};

    fn found<'a>(texts: &[&'a str], within: &str) -> Vec<&'a str> {
        let needle = |(at, text): (u32, &&str)| {
            let span = Span { file: FileId(at), start: 0, end: 0 };
            Needle { letters: Letters::of(text).text().into(), place: (span, None), in_copies: false }
        };
        let needles = Needles::new((0..).zip(texts).map(needle).collect());
        let mut found = Vec::new();
        needles.within(&Letters::of(within), |at| found.push(texts[needles.at(at).place.0.file.0 as usize]));
        found.sort_unstable();
        found
    }

    #[test]
    fn all_that_stand_there_are_found_and_only_whole_words() {
        let texts = ["geheim plan", "geheim plan van", "plan van aanpak", "geheime plannen"];
        assert_eq!(found(&texts, "Het geheim plan van aanpak."), ["geheim plan", "geheim plan van", "plan van aanpak"]);
        assert_eq!(found(&texts, "Het geheim plan vanaf nu."), ["geheim plan"]);
        assert_eq!(found(&texts, "Een ongeheim plan en een geheim plannetje."), [] as [&str; 0]);
        assert_eq!(found(&texts, "Geheim-Plan"), ["geheim plan"]);
    }
}
