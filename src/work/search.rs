//! The last look at what is made public: every file is read before it is written.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};
use chrono::NaiveDate;

use super::Stop;
use crate::dossier::faults::WOULD_LEAK;
use crate::dossier::read::Places;
use crate::dutch;
use crate::finding::{self, Finding};
use crate::model::Region;
use crate::publish::leak::{Content, Hidden, LARGEST, Origin, Place, is_read};
use crate::source::{Sources, Span};
use crate::visible;

/// So many files are named in a finding.
const NAMED: usize = 3;

/// What is looked for, and what was seen.
#[derive(Debug)]
pub(super) struct Search {
    hidden: Hidden,
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    /// The files in which a text would stand, by the place of that.
    leaks: BTreeMap<Place, BTreeSet<(String, Origin)>>,
    /// What there is to say of papers, by path.
    remarks: BTreeMap<String, String>,
}

impl Search {
    /// A search for every text of a region.
    pub(super) fn of(region: &Region, today: NaiveDate) -> Self {
        Self { hidden: Hidden::all(region, WOULD_LEAK.name, today), seen: Mutex::default() }
    }

    /// The same without what a public view says.
    pub(super) fn without(self, public: &Region) -> Self {
        Self { hidden: self.hidden.without(public), ..self }
    }

    /// Whether a file tells nothing that it may not.
    pub(super) fn may_write(&self, path: &str, bytes: &[u8], origin: Origin) -> bool {
        self.look(path, &Content::of(path, bytes), origin)
    }

    /// The same of a paper of the dossier.
    pub(super) fn may_copy(&self, path: &str, paper: &mut (impl Read + Seek)) -> Result<bool> {
        let mut bytes = Vec::new();
        if is_read(path) {
            let unread = || format!("Het bestand {} is niet te lezen.", visible::line(path));
            paper.take(LARGEST as u64 + 1).read_to_end(&mut bytes).with_context(unread)?;
            paper.rewind().with_context(unread)?;
        }
        let content = if bytes.len() > LARGEST { Content::too_large(path) } else { Content::of(path, &bytes) };
        let said = told(&content);
        if !said.is_empty() {
            let path = path.to_owned();
            self.seen().remarks.insert(path.clone(), format!("{path}: {}", said.join("; ")));
        }
        Ok(self.look(path, &content, Origin::Copied))
    }

    fn look(&self, path: &str, content: &Content, origin: Origin) -> bool {
        let found = self.hidden.within(content, origin);
        let mut seen = self.seen();
        for place in &found {
            seen.leaks.entry(*place).or_default().insert((path.to_owned(), origin));
        }
        found.is_empty()
    }

    /// Whether anything would have told what it may not.
    pub(super) fn has_found(&self) -> bool {
        !self.seen().leaks.is_empty()
    }

    /// Stops when it would.
    ///
    /// # Errors
    ///
    /// What would have been told, and where.
    pub(super) fn refuse(&self, sources: &Sources) -> Result<(), Stop> {
        let seen = self.seen();
        let told = seen.leaks.iter().map(|(place, files)| told_in(narrowed(*place, sources), files));
        let mut findings: Vec<Finding> = told.collect();
        finding::sort(&mut findings);
        Stop::unless_none(findings)
    }

    /// What there is to know of papers that were made public.
    pub(super) fn remarks(&self) -> Vec<String> {
        self.seen().remarks.values().cloned().collect()
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What there is to say of a paper.
fn told(content: &Content) -> Vec<String> {
    let unread = content.unread.map(|why| format!("{why}; wat erin staat, is niet of niet helemaal nagelezen"));
    content.remarks.iter().cloned().chain(unread).collect()
}

/// The place of the value itself.
fn narrowed((span, key): Place, sources: &Sources) -> Span {
    let within = |key: &str| Places::of(span.file, &sources.text(span.file)?).value(span, key);
    key.and_then(within).unwrap_or(span)
}

fn told_in(span: Span, files: &BTreeSet<(String, Origin)>) -> Finding {
    let mut names: Vec<String> = files.iter().take(NAMED).map(|(path, _)| visible::line(path).into_owned()).collect();
    if files.len() > NAMED {
        names.push(dutch::count(
            u16::try_from(files.len() - NAMED).unwrap_or(u16::MAX),
            "ander bestand",
            "andere bestanden",
        ));
    }
    let message = format!(
        "Deze tekst is niet openbaar, en zou in iets openbaars komen te staan: in {}.",
        dutch::list(&names).unwrap_or_default()
    );
    let is_copied = files.iter().all(|(_, origin)| *origin == Origin::Copied);
    let hint = if is_copied {
        "haal de tekst uit het stuk, of maak het stuk besloten"
    } else {
        "kijk of zij in een eigen sjabloon of in een andere tekst staat, en haal haar daar weg"
    };
    let exception =
        "mag iedereen de tekst lezen, leg dat dan hier vast: [[uitzondering]] met regel = \"tekst-zou-lekken\"";
    Finding::new(&WOULD_LEAK, span, message).hint(format!("{hint}; {exception}"))
}
