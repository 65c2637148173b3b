//! `reactie lees`: what came back, taken into the dossier.

mod changes;
mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::rc::Rc;

use anyhow::Result;
use chrono::NaiveDate;

use super::additions::{Addition, Additions, Refusal};
use super::{Dossier, Stop};
use crate::answer::accept::{Accepted, Circumstances, Earlier, accept};
use crate::answer::text::Head;
use crate::answer::{Known, Returned, faults};
use crate::dossier::edit;
use crate::finding::{self, Finding};
use crate::limits::REPLIES;
use crate::model::MeetingId;
use crate::paper::From;
use crate::source::{FileId, Span};
use crate::{dutch, system, visible};

/// What is asked for.
#[derive(Default)]
pub struct Request<'a> {
    /// Files and folders.
    pub files: &'a [PathBuf],
    /// The meeting that they are about, as a person names it.
    pub meeting: Option<&'a str>,
    /// Who answered, where the answer does not say so.
    pub by: Option<&'a str>,
    /// With whom it was agreed, where the answer does not say so.
    pub agreed_with: Option<&'a str>,
    /// The day of the answer, where it does not say so.
    pub date: Option<NaiveDate>,
}

/// What became of answers.
pub struct Report {
    /// What is to be said of them, in order.
    pub findings: Vec<Finding>,
    /// What was taken in and what was not, in Dutch, line by line.
    pub said: Vec<String>,
    /// How many were refused.
    pub refused: usize,
    /// Nothing was saved.
    pub trial: bool,
}

/// Takes in what came back. The report tells what was taken in before it was stopped.
pub fn take_in(dossier: &mut Dossier, additions: Additions, ask: &Request<'_>) -> (Report, Result<(), Stop>) {
    let mut taking = Taking { ask: Some(ask), ..Taking::new(dossier, additions) };
    let done = taking.all(ask);
    (taking.close(), done)
}

/// A run of `reactie lees`, or one answer of `reactie nieuw`.
pub(super) struct Taking<'a> {
    dossier: &'a mut Dossier,
    ask: Option<&'a Request<'a>>,
    wanted: Option<MeetingId>,
    findings: Vec<Finding>,
    additions: Additions,
    said: Vec<String>,
    refused: usize,
    /// The files that were read: one that is named twice is read once.
    seen: BTreeSet<PathBuf>,
    /// The forms that were made to tell them from what somebody wrote in them.
    forms: BTreeMap<BTreeSet<Head>, Rc<Known>>,
}

impl<'a> Taking<'a> {
    pub(super) fn new(dossier: &'a mut Dossier, additions: Additions) -> Self {
        let (findings, said, seen, forms) = (Vec::new(), Vec::new(), BTreeSet::new(), BTreeMap::new());
        Self { dossier, ask: None, wanted: None, findings, additions, said, refused: 0, seen, forms }
    }

    fn all(&mut self, ask: &Request<'_>) -> Result<(), Stop> {
        if ask.meeting.is_some() {
            let choice = self.dossier.choices().choose(ask.meeting, From::Consultation)?;
            self.wanted = Some(self.dossier.meeting(choice)?);
        }
        // the letter with the agenda comes back as well; that it is faulty concerns no answer
        let both = self.dossier.templates(&["raadpleging", "agenda"]);
        let templates = both.or_else(|_| self.dossier.templates(&["raadpleging"]))?;
        ask.files.iter().try_for_each(|named| self.files(named, &templates))
    }

    /// That nothing was taken in, and why.
    fn refuse(&mut self, name: &str, mut found: Vec<Finding>) {
        let refused = found.iter().any(Finding::is_error);
        self.findings.append(&mut found);
        self.refused += usize::from(refused);
        let said = if refused { "Niet overgenomen" } else { "Geen antwoord" };
        self.said.push(format!("{said}: {}", visible::line(name)));
    }

    /// Takes in one answer, unless something is wrong with it or it is there already.
    pub(super) fn one(
        &mut self,
        returned: &Returned,
        known: Circumstances<'_>,
        name: &str,
        mut found: Vec<Finding>,
        id: FileId,
    ) -> Result<()> {
        let sound = !found.iter().any(Finding::is_error);
        let accepted = accept(self.dossier.region(), returned, self.dossier.today, known, &mut found);
        let accepted = accepted.filter(|_| sound);
        let earlier = accepted.as_ref().map_or(Earlier::New, |accepted| accepted.earlier(self.dossier.region()));
        if earlier != Earlier::New {
            self.findings.extend(passed(earlier, returned.span));
            let lacks = accepted.as_ref().and_then(|accepted| accepted.time_that_lacks(self.dossier.region()));
            let lacks = lacks.map(|time| format!(" (zonder tijd; zet die er zelf bij: tijd = {time})"));
            self.said.push(format!("Stond er al: {}{}", visible::line(name), lacks.unwrap_or_default()));
            return Ok(());
        }
        if let Some(accepted) = accepted.filter(|accepted| self.may_be_added(accepted, &mut found)) {
            return self.take(accepted, name, found, id);
        }
        self.refuse(name, found);
        Ok(())
    }

    fn may_be_added(&self, accepted: &Accepted, found: &mut Vec<Finding>) -> bool {
        let errors = self.dossier.errors_of(self.dossier.folder_of(accepted.meeting));
        if !errors.is_empty() {
            found.extend(errors);
            return false;
        }
        let refused = self.too_many(accepted).or_else(|| self.misfit(accepted));
        let may = refused.is_none();
        found.extend(refused);
        may
    }

    fn take(&mut self, accepted: Accepted, name: &str, mut found: Vec<Finding>, id: FileId) -> Result<()> {
        match self.add(&accepted) {
            Ok(path) => {
                self.findings.append(&mut found);
                let taken = if self.additions.is_trial() { "Zou worden overgenomen" } else { "Overgenomen" };
                self.said.push(format!("{taken} in {}: {}", visible::line(&path), visible::line(name)));
                self.said.extend(named(&accepted));
                let changes = changes::add(&mut self.dossier.resolved.region, accepted, self.dossier.today);
                self.said.extend(changes.iter().map(|change| format!("  {}", visible::line(change))));
            }
            Err(Refusal::Unfit(error)) => {
                found.push(Finding::new(&faults::NOT_READABLE, Span::whole(id), system::told(&error)));
                self.refuse(name, found);
            }
            Err(Refusal::Program(error)) => return Err(error),
        }
        Ok(())
    }

    /// What no file would take of an answer is a fault of the answer, whatever the dossier holds.
    fn misfit(&self, accepted: &Accepted) -> Option<Finding> {
        let region = self.dossier.region();
        let meeting = &region[accepted.meeting];
        let head = edit::reply_head(meeting, &region[accepted.reply.party].key);
        let why = edit::misfit("raadpleging", &head, "reactie", &edit::reply(meeting, &accepted.reply))?;
        let message = format!("Dit antwoord is niet op te slaan: {why}");
        let hint = "vraag het antwoord opnieuw, of leg het zelf vast met: beraad reactie nieuw";
        Some(Finding::new(&faults::UNCLEAR, accepted.reply.span, message).hint(hint))
    }

    /// A party that answered more often than files may hold.
    fn too_many(&self, accepted: &Accepted) -> Option<Finding> {
        let replies = &self.dossier.region()[accepted.meeting].replies;
        let earlier = replies.iter().filter(|reply| reply.party == accepted.reply.party).count();
        let message = REPLIES.exceeded(earlier + 1)?;
        let hint = "kijk of dezelfde antwoorden steeds opnieuw worden ingelezen";
        Some(Finding::new(&faults::TOO_MUCH, accepted.reply.span, message).hint(hint))
    }

    /// Adds it to the file with the answers of its party; gives that file as messages name it.
    fn add(&mut self, accepted: &Accepted) -> Result<String, Refusal> {
        let region = self.dossier.region();
        let meeting = &region[accepted.meeting];
        let party = &region[accepted.reply.party].key;
        let path = format!("{}/raadpleging/{party}.toml", meeting.key);
        let (head, entries) = (edit::reply_head(meeting, party), [edit::reply(meeting, &accepted.reply)]);
        let addition = Addition { kind: "raadpleging", path: &path, head: &head, table: "reactie", entries: &entries };
        self.additions.add(&self.dossier.folder, &addition)?;
        Ok(format!("{}{path}", self.dossier.prefix()))
    }

    /// What is to be said of it all.
    pub(super) fn close(mut self) -> Report {
        finding::sort(&mut self.findings);
        let trial = self.additions.is_trial();
        Report { findings: self.findings, said: self.said, refused: self.refused, trial }
    }
}

/// That an answer is like an older one, while a newer one says something else.
fn passed(earlier: Earlier, span: Span) -> Option<Finding> {
    let Earlier::Passed(first, newer) = earlier else { return None };
    let (first, newer) = (dutch::short_date(first), dutch::short_date(newer));
    let message = format!(
        "Dit antwoord is gelijk aan dat van {first}, en daarna kwam een ander antwoord, van {newer}; dat blijft tellen."
    );
    let hint = "is dit een nieuw antwoord, neem het dan over met de dag erbij: --datum";
    Some(Finding::new(&faults::PASSED, span, message).hint(hint))
}

/// That a form came by a mail of another day than it names: the papers say that of the mail.
fn named(accepted: &Accepted) -> Option<String> {
    let (named, day) = (dutch::short_date(accepted.named?), dutch::short_date(accepted.reply.date));
    Some(format!("  op het formulier staat {named}; als dag van het antwoord geldt die van de mail: {day}"))
}
