//! `reactie lees`, and what became of answers.

use anyhow::Result;

use super::arguments::{Arguments, ReadAnswers};
use super::{Status, ended, say, say_coloured};
use crate::show;
use crate::work::take_in::{Report, Request, take_in};
use crate::work::{Additions, Dossier};

pub(super) fn read(arguments: &Arguments, ask: &ReadAnswers) -> Result<Status> {
    let (mut dossier, additions) =
        if ask.proef { (arguments.open(None)?, Additions::default()) } else { arguments.open_to_change()? };
    let request = Request {
        files: &ask.files,
        meeting: ask.vergadering.as_deref(),
        by: ask.door.as_deref(),
        agreed_with: ask.afgestemd_met.as_deref(),
        date: ask.datum,
    };
    let (report, done) = take_in(&mut dossier, additions, &request);
    let status = tell(&dossier, &report);
    ended(&dossier, done, |()| Ok(status))
}

/// Says what was taken in and what was not.
pub(super) fn tell(dossier: &Dossier, report: &Report) -> Status {
    if !report.findings.is_empty() {
        say_coloured(show::text(&report.findings, &dossier.folder.sources, "", true).trim_end());
        say("");
    }
    report.said.iter().for_each(|line| say(line));
    if report.trial && !report.said.is_empty() {
        say("Dit was een proef: er is niets opgeslagen.");
    }
    if report.refused > 0 { Status::Findings } else { Status::Done }
}
