//! The last run that wrote in a folder, by the mark of what it made its files from, how many these are, and what it left out:
//! lines behind the end of the list.
//!
//! A public list has none: it is published, and what was left out and why is nobody's.

use crate::fingerprint::Lines;

const FROM: &str = "# Gemaakt van ";
const WITHOUT: &str = "# Niet gemaakt: ";
const END: &str = "# Einde van deze opdracht, kenmerk ";

/// A run that left all that it made as it made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastRun {
    /// The mark of all that it was made from.
    pub from: String,
    /// How many files it made.
    pub files: usize,
    /// What was not made, and why.
    pub left_out: Vec<String>,
}

impl LastRun {
    /// The lines in which it stands; none where one of them would be more than a line.
    pub(super) fn lines(&self) -> Vec<String> {
        let from = format!("{FROM}{}, bestanden: {}", self.from, self.files);
        let mut lines = vec![from];
        lines.extend(self.left_out.iter().map(|why| format!("{WITHOUT}{why}")));
        if lines.iter().any(|line| line.contains(['\n', '\r'])) {
            return Vec::new();
        }
        lines.push(end(&lines));
        lines
    }

    /// What these lines say, when they are as they were written and nothing stands behind them.
    pub(super) fn read(lines: &[String]) -> Option<Self> {
        let (last, said) = lines.split_last()?;
        let (first, left_out) = said.split_first()?;
        let (from, files) = first.strip_prefix(FROM)?.split_once(", bestanden: ")?;
        let left_out = left_out.iter().map(|line| line.strip_prefix(WITHOUT).map(str::to_owned));
        let left_out = left_out.collect::<Option<_>>()?;
        let run = Self { from: from.to_owned(), files: files.parse().ok()?, left_out };
        (*last == end(said)).then_some(run)
    }
}

fn end(lines: &[String]) -> String {
    let mut all = Lines::default();
    for line in lines {
        all.add(line);
    }
    format!("{END}{}", all.digits())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_read_from_its_own_lines_and_from_no_others() {
        let run =
            LastRun { from: "abc".into(), files: 5, left_out: vec!["Er is nog geen verslag.".into(), " b ".into()] };
        let lines = run.lines();
        assert_eq!(LastRun::read(&lines), Some(run.clone()));
        for at in 0..lines.len() {
            let mut other = lines.clone();
            other[at].push('x');
            assert_eq!(LastRun::read(&other), None, "{other:?}");
            other.remove(at);
            assert_eq!(LastRun::read(&other), None, "{other:?}");
        }
        let behind: Vec<String> = lines.into_iter().chain([String::new()]).collect();
        assert_eq!(LastRun::read(&behind), None);
        assert!(LastRun { left_out: vec!["a\nb".into()], ..run }.lines().is_empty());
    }
}
