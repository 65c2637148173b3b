//! `publiceer --controleer`: whether a site is what the dossier gives.

use std::path::Path;

use anyhow::Result;

use super::super::arguments::Arguments;
use super::super::make::{tell_unsent, watching};
use super::super::{Status, ended, print, refuse, say, say_coloured};
use crate::paper;
use crate::render::Format;
use crate::visible;
use crate::work::Dossier;
use crate::work::make::{End, Report, Request, Way, make};
use crate::write::Change;

/// Says what a run would do, and does nothing.
pub(super) fn look(to: &Path, arguments: &Arguments) -> Result<Status> {
    let mut dossier = arguments.open(None)?;
    let (public, site) = (true, true);
    let formats = &[Format::Html];
    let request = Request { meetings: &[], formats, to, public, site, way: Way::Look, from: None };
    let mut report = Report::default();
    let end = watching(|caller| make(&mut dossier, &request, caller, &mut report));
    tell_unsent(&report.unsent);
    let status = ended(&dossier, end, |end| Ok(told(&dossier, end)))?;
    let shown = visible::path(to);
    let lines = lines(&report, to);
    print(lines.concat().as_bytes())?;
    if !lines.is_empty() {
        let count = if lines.len() == 1 { "1 bestand".to_owned() } else { format!("{} bestanden", lines.len()) };
        say(&format!("De site in {shown} is niet wat het dossier geeft: het gaat om {count}. Er is niets veranderd."));
        return Ok(Status::Findings);
    }
    if status == Status::Done {
        say(&format!("De site in {shown} is wat het dossier geeft."));
    }
    Ok(status)
}

/// Says why a site could not be made, or not whole.
fn told(dossier: &Dossier, end: End) -> Status {
    match end {
        End::NothingPublic { everywhere, blocked } => {
            say(&if everywhere { "Er wordt niets openbaar gemaakt.\n".to_owned() } else { paper::nothing_public().0 });
            if blocked.is_empty() { Status::Done } else { refuse(dossier, &blocked) }
        }
        End::Made(made) => made.refusal.map_or(Status::Done, |refusal| {
            say("Van vergaderingen met fouten worden geen stukken gemaakt:\n");
            say_coloured(refusal.trim_end());
            Status::Findings
        }),
    }
}

/// A line for each file that is not what it would be, by path.
fn lines(report: &Report, to: &Path) -> Vec<String> {
    let changes = report.changes.iter().map(|(path, change)| (path, word(*change)));
    let unknown = report.tidied.unknown.iter().map(|path| (path, "onbekend"));
    let stuck = report.tidied.stuck.iter().map(|(path, _)| (path, "niet te lezen"));
    let mut all: Vec<(&String, &str)> = changes.chain(unknown).chain(stuck).collect();
    all.sort_unstable();
    all.iter().map(|(path, word)| format!("{word}: {}\n", visible::path(&to.join(path)))).collect()
}

const fn word(change: Change) -> &'static str {
    match change {
        Change::New => "ontbreekt",
        Change::Changed => "anders",
        Change::Removed => "te veel",
        Change::Edited => "met de hand veranderd",
    }
}
