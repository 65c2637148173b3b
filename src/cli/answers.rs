//! `reactie lees`: what came back, taken into the dossier.

mod changes;
mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::rc::Rc;

use anyhow::Result;

use super::additions::{Addition, Additions, Refusal};
use super::arguments::{Arguments, ReadAnswers};
use super::choose::{Choice, Choices};
use super::input::Input;
use super::stop::Stop;
use super::{Status, refuse, say, say_coloured, template_finding, templates, why};
use crate::document::From;
use crate::finding::{self, Finding, form as faults};
use crate::form::accept::{Accepted, Circumstances, Earlier, accept};
use crate::form::text::Head;
use crate::form::{Known, Returned};
use crate::limits::REPLIES;
use crate::model::MeetingId;
use crate::source::{FileId, Span};
use crate::{dutch, edit, show, visible};

pub fn read(arguments: &Arguments, ask: &ReadAnswers) -> Result<Status> {
    let (mut input, additions) =
        if ask.proef { (arguments.input()?, Additions::default()) } else { arguments.locked_input()? };
    let wanted = match &ask.vergadering {
        None => None,
        Some(name) => {
            match Choices::new(input.region(), input.folders(), arguments.today())
                .choose(Some(name), From::Consultation)?
            {
                Choice::Meeting(id) => Some(id),
                Choice::Broken(folder) => return Ok(refuse(&input, &input.errors_of(&folder))),
            }
        }
    };
    let templates = match templates(&input.dossier, &["raadpleging"]) {
        Ok(templates) => templates,
        Err(finding) => return Ok(refuse(&input, &[*finding])),
    };
    let mut taking = Taking::new(&mut input, arguments, ask, wanted, additions);
    let stop = ask.files.iter().find_map(|named| taking.files(named, &templates).err());
    let status = taking.close();
    match stop {
        None => Ok(status),
        Some(Stop::Template(fault)) => Ok(refuse(&input, &[template_finding(&input.dossier, &fault)])),
        Some(Stop::Program(error)) => Err(error),
    }
}

/// A run of `reactie lees`, or one answer of `reactie nieuw`.
pub struct Taking<'a> {
    pub input: &'a mut Input,
    arguments: &'a Arguments,
    ask: Option<&'a ReadAnswers>,
    wanted: Option<MeetingId>,
    pub findings: Vec<Finding>,
    additions: Additions,
    said: Vec<String>,
    refused: usize,
    /// The files that were read: one that is named twice is read once.
    seen: BTreeSet<PathBuf>,
    /// The forms that were made to tell them from what somebody wrote in them.
    forms: BTreeMap<BTreeSet<Head>, Rc<Known>>,
}

impl<'a> Taking<'a> {
    fn new(
        input: &'a mut Input,
        arguments: &'a Arguments,
        ask: &'a ReadAnswers,
        wanted: Option<MeetingId>,
        additions: Additions,
    ) -> Self {
        Self { ask: Some(ask), wanted, ..Self::empty(input, arguments, additions) }
    }

    pub fn empty(input: &'a mut Input, arguments: &'a Arguments, additions: Additions) -> Self {
        let (findings, said, seen, forms) = (Vec::new(), Vec::new(), BTreeSet::new(), BTreeMap::new());
        Self { input, arguments, ask: None, wanted: None, findings, additions, said, refused: 0, seen, forms }
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
    pub fn one(
        &mut self,
        returned: &Returned,
        known: Circumstances<'_>,
        name: &str,
        mut found: Vec<Finding>,
        id: FileId,
    ) -> Result<()> {
        let sound = !found.iter().any(Finding::is_error);
        let accepted = accept(self.input.region(), returned, self.arguments.today(), known, &mut found);
        let accepted = accepted.filter(|_| sound);
        let earlier = accepted.as_ref().map_or(Earlier::New, |accepted| accepted.earlier(self.input.region()));
        if earlier != Earlier::New {
            self.findings.extend(passed(earlier, returned.span));
            self.said.push(format!("Stond er al: {}", visible::line(name)));
            return Ok(());
        }
        if let Some(accepted) = accepted.filter(|accepted| self.may_be_added(accepted, &mut found)) {
            return self.take(accepted, name, found, id);
        }
        self.refuse(name, found);
        Ok(())
    }

    fn may_be_added(&self, accepted: &Accepted, found: &mut Vec<Finding>) -> bool {
        let errors = self.input.errors_of(self.input.folder_of(accepted.meeting));
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
                let changes = changes::add(&mut self.input.resolved.region, accepted, self.arguments.today());
                self.said.extend(changes.iter().map(|change| format!("  {}", visible::line(change))));
            }
            Err(Refusal::Unfit(error)) => {
                found.push(Finding::new(&faults::NOT_READABLE, Span::whole(id), why(&error)));
                self.refuse(name, found);
            }
            Err(Refusal::Program(error)) => return Err(error),
        }
        Ok(())
    }

    /// What no file would take of an answer is a fault of the answer, whatever the dossier holds.
    fn misfit(&self, accepted: &Accepted) -> Option<Finding> {
        let region = self.input.region();
        let meeting = &region[accepted.meeting];
        let head = edit::reply_head(meeting, &region[accepted.reply.party].key);
        let why = edit::misfit("raadpleging", &head, "reactie", &edit::reply(meeting, &accepted.reply))?;
        let message = format!("Dit antwoord is niet op te slaan: {why}");
        let hint = "vraag het antwoord opnieuw, of leg het zelf vast met: beraad reactie nieuw";
        Some(Finding::new(&faults::UNCLEAR, accepted.reply.span, message).hint(hint))
    }

    /// A party that answered more often than files may hold.
    fn too_many(&self, accepted: &Accepted) -> Option<Finding> {
        let replies = &self.input.region()[accepted.meeting].replies;
        let earlier = replies.iter().filter(|reply| reply.party == accepted.reply.party).count();
        let message = REPLIES.exceeded(earlier + 1)?;
        let hint = "kijk of dezelfde antwoorden steeds opnieuw worden ingelezen";
        Some(Finding::new(&faults::TOO_MUCH, accepted.reply.span, message).hint(hint))
    }

    /// Adds it to the file with the answers of its party; gives that file as messages name it.
    fn add(&mut self, accepted: &Accepted) -> Result<String, Refusal> {
        let region = self.input.region();
        let meeting = &region[accepted.meeting];
        let party = &region[accepted.reply.party].key;
        let path = format!("{}/raadpleging/{party}.toml", meeting.key);
        let (head, entries) = (edit::reply_head(meeting, party), [edit::reply(meeting, &accepted.reply)]);
        let addition = Addition { kind: "raadpleging", path: &path, head: &head, table: "reactie", entries: &entries };
        self.additions.add(&self.input.dossier, &addition)?;
        Ok(format!("{}{path}", self.input.prefix()))
    }

    /// Says what was taken in and what was not.
    pub fn close(mut self) -> Status {
        if !self.findings.is_empty() {
            finding::sort(&mut self.findings);
            say_coloured(show::text(&self.findings, &self.input.dossier.sources, "", true).trim_end());
            say("");
        }
        self.said.iter().for_each(|line| say(line));
        if self.additions.is_trial() {
            say("Dit was een proef: er is niets opgeslagen.");
        }
        if self.refused > 0 { Status::Findings } else { Status::Done }
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
