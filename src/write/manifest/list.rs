//! The text of the list: plain, sorted, a line a file. The last line says how many stand above it, and their fingerprint.
//!
//! A list without a right end may lack anything: files that stand on no list may then be ours.

use std::fmt::{self, Display};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Component, Path};

use super::{Audience, LastRun, Origin};
use crate::fingerprint::Lines;

const HEAD: &str = "# Wat beraad in deze map heeft gemaakt, en voor wie. Laat dit bestand staan.";

/// What stands in a line for a fingerprint that is not known.
pub(super) const UNKNOWN: &str = "-";

const AUDIENCES: [(&str, Audience); 2] = [("intern", Audience::Internal), ("openbaar", Audience::Public)];
const ORIGINS: [(&str, Origin); 2] = [("gemaakt", Origin::Made), ("kopie", Origin::Copied)];

/// The bytes of a line; a longer one is none of ours.
const LONGEST: u64 = 64 * 1024;

/// A file on the list, by one of its fingerprints.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub path: &'a str,
    pub audience: Audience,
    pub origin: Origin,
    pub print: &'a str,
}

impl Display for Line<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let audience = AUDIENCES.iter().find(|(_, one)| *one == self.audience).map_or("", |(word, _)| word);
        let origin = ORIGINS.iter().find(|(_, one)| *one == self.origin).map_or("", |(word, _)| word);
        writeln!(to, "{audience} {origin} {} {}", self.print, self.path)
    }
}

fn parsed(line: &str) -> Option<Line<'_>> {
    let mut parts = line.splitn(4, ' ');
    let (audience, origin, print, path) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let audience = AUDIENCES.iter().find(|(word, _)| *word == audience)?.1;
    let origin = ORIGINS.iter().find(|(word, _)| *word == origin)?.1;
    stays_below(path).then_some(Line { path, audience, origin, print })
}

/// Somebody may have changed the list: nothing outside the folder is ever taken away.
pub(super) fn stays_below(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// What the last line is made of.
#[derive(Default)]
struct Seal {
    entries: usize,
    lines: Lines,
}

impl Seal {
    fn add(&mut self, line: &str) {
        self.entries += 1;
        self.lines.add(line);
    }

    /// The head counts.
    fn end(&self) -> String {
        format!("# Einde. Regels hierboven: {}, kenmerk {}", self.entries + 1, self.lines.digits())
    }
}

/// The whole text line by line, with its end when it names all that we made.
pub(super) fn sealed(entries: impl Iterator<Item = String>, is_whole: bool) -> impl Iterator<Item = String> {
    let (mut entries, mut seal, mut is_open) = (entries.fuse(), Seal::default(), is_whole);
    let rest = std::iter::from_fn(move || {
        let Some(entry) = entries.next() else {
            return std::mem::take(&mut is_open).then(|| seal.end() + "\n");
        };
        seal.add(entry.trim_end_matches('\n'));
        Some(entry)
    });
    std::iter::once(format!("{HEAD}\n")).chain(rest)
}

enum Part {
    Head,
    Entries,
    /// Behind the end, or what was no right end; whether it was one.
    Behind(bool),
}

/// What a list says.
pub(super) struct Said {
    /// All lines from the head to the end are there as we wrote them.
    pub is_whole: bool,
    /// The last run, where nothing was added since.
    pub run: Option<LastRun>,
}

/// Takes the files from a list, whatever its state.
pub(super) fn read(list: impl Read, mut take: impl FnMut(&Line<'_>)) -> io::Result<Said> {
    let (mut part, mut seal, mut behind) = (Part::Head, Seal::default(), Vec::new());
    lines(list, &mut |line| {
        let entry = parsed(line);
        match part {
            Part::Head if line.trim_start_matches('\u{feff}') == HEAD => part = Part::Entries,
            Part::Head => part = Part::Behind(false),
            Part::Entries if entry.is_some() => seal.add(line),
            Part::Entries => part = Part::Behind(line == seal.end()),
            Part::Behind(_) => behind.push(line.to_owned()),
        }
        entry.iter().for_each(&mut take);
    })?;
    let is_whole = matches!(part, Part::Behind(true));
    Ok(Said { is_whole, run: LastRun::read(&behind).filter(|_| is_whole) })
}

/// Gives the lines of a file that may hold anything, and may be large.
pub(super) fn lines(from: impl Read, give: &mut dyn FnMut(&str)) -> io::Result<()> {
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while from.by_ref().take(LONGEST).read_until(b'\n', &mut line)? > 0 {
        give(String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']));
        line.clear();
    }
    Ok(())
}
