//! The command line: the only place with a clock, a terminal and standard output.
//!
//! Words for the machine go to standard output, words for the person to standard error.

mod answers;
pub mod arguments;
mod caller;
mod check;
pub mod dutch;
mod folder;
mod freeze;
mod make;
pub mod manual;
mod noted;
mod papers;
mod send;
mod tools;

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use anyhow::{Result, anyhow};
use chrono::NaiveDate;

use crate::finding::Finding;
use crate::work::{Additions, Dossier, Stop};
use crate::{show, system, visible};
use arguments::{Answer, Arguments, Command};
use caller::{with_caller, writer};

/// How a run ended, when the program itself worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Exit status 0.
    Done,
    /// Exit status 1: the dossier has errors, or there was nothing to make it from.
    Findings,
    /// Exit status 2: the command line was not understood; that has been said.
    Misuse,
}

/// Runs the command line.
///
/// # Errors
///
/// When the program could not do its work: an unreadable folder, a full disk, a meeting that does not exist.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<Status> {
    let arguments = match dutch::parse(arguments) {
        Ok(arguments) => arguments,
        Err(stop) => {
            let printed = stop.print();
            return if stop.use_stderr() { Ok(Status::Misuse) } else { is_printed(printed) };
        }
    };
    match &arguments.command {
        Command::Maak(make) => make::run(&arguments, make),
        Command::Verzend(ask) => send::run(&arguments, ask),
        Command::Vastleggen(ask) => freeze::run(&arguments, ask),
        Command::Reactie(Answer::Lees(ask)) => answers::read(&arguments, ask),
        Command::Reactie(Answer::Nieuw(ask)) => noted::run(&arguments, ask),
        Command::Controleer(check) => check::run(&arguments, check),
        Command::Uitleg(explain) => tools::explain(explain),
        Command::Sjablonen(out) => tools::templates(out),
        Command::Schema(out) => tools::schemas(out),
        Command::Aanvullen { shell } => print(&manual::completions(*shell)),
        Command::Handleiding(out) => tools::manual(out),
        Command::Paper(paper) => papers::run(&arguments, paper),
    }
}

impl Arguments {
    fn today(&self) -> NaiveDate {
        #[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read, once")]
        self.vandaag.unwrap_or_else(|| chrono::Local::now().date_naive())
    }

    /// Opens the dossier as it is on a day, today without one.
    fn open(&self, day: Option<NaiveDate>) -> Result<Dossier> {
        Dossier::open(&folder::of(self.dossier.as_deref())?, day.unwrap_or_else(|| self.today()))
    }

    /// For a command that changes the dossier.
    fn open_to_change(&self) -> Result<(Dossier, Additions)> {
        let folder = folder::of(self.dossier.as_deref())?;
        with_caller(&|_, _| {}, |caller| Dossier::open_to_change(&folder, self.today(), caller))
    }
}

/// Writes to standard output; a reader that has had enough is no error.
fn print(bytes: &[u8]) -> Result<Status> {
    let mut out = io::stdout().lock();
    let shown = if io::stdout().is_terminal() { on_terminal(bytes) } else { bytes.into() };
    is_printed(out.write_all(&shown).and_then(|()| out.flush()))
}

/// As [`print`], with our own colours where a terminal wants them.
fn print_coloured(text: &str) -> Result<Status> {
    let mut out = anstream::stdout().lock();
    is_printed(out.write_all(visible::coloured(text).as_bytes()).and_then(|()| out.flush()))
}

/// A reader that has had enough is no error; a full disk is.
fn is_printed(outcome: io::Result<()>) -> Result<Status> {
    match outcome {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(anyhow!("De uitvoer is niet te schrijven. {}", system::why(&error)))
        }
        _ => Ok(Status::Done),
    }
}

/// A file gets every byte; a person at a terminal gets none that moves the cursor or cannot be seen.
fn on_terminal(bytes: &[u8]) -> Cow<'_, [u8]> {
    match std::str::from_utf8(bytes).map(visible::printed) {
        Ok(Cow::Owned(shown)) => shown.into_bytes().into(),
        _ => bytes.into(),
    }
}

/// Says something to the person at the terminal. This, [`say_coloured`], [`ask`] and [`print`] are the ways out. What is
/// from outside has gone through [`visible::line()`] before, so that it starts no line of its own.
fn say(text: &str) {
    // nobody is left to tell when standard error is closed
    drop(writeln!(anstream::stderr(), "{}", visible::printed(text)));
}

/// Says something that has our own colours in it.
fn say_coloured(text: &str) {
    drop(writeln!(anstream::stderr(), "{}", visible::coloured(text)));
}

/// Says something without ending the line.
fn ask(text: &str) {
    let mut screen = anstream::stderr();
    drop(write!(screen, "{}", visible::printed(text)).and_then(|()| screen.flush()));
}

/// Says why the program could not do its work.
pub fn say_error(error: &anyhow::Error) {
    say(&format!("fout: {}", system::told(error)));
}

/// What is said of an action that was not stopped; or what stands in its way.
fn ended<T>(
    dossier: &Dossier,
    outcome: std::result::Result<T, impl Into<Stop>>,
    told: impl FnOnce(T) -> Result<Status>,
) -> Result<Status> {
    match outcome.map_err(Into::into) {
        Ok(report) => told(report),
        Err(Stop::Findings(findings)) => Ok(refuse(dossier, &findings)),
        Err(Stop::Template(fault)) => Ok(refuse(dossier, &[dossier.template_finding(&fault)])),
        Err(Stop::Program(error)) => Err(error),
    }
}

/// Shows the findings that stand in the way.
fn refuse(dossier: &Dossier, findings: &[Finding]) -> Status {
    say_coloured(show::text(findings, &dossier.folder.sources, &dossier.prefix(), true).trim_end());
    Status::Findings
}

/// Whether a person is watching.
fn watched() -> bool {
    io::stderr().is_terminal()
}

/// Errors of the dossier that did not stand in the way of this document are told in one line.
fn mention_others(dossier: &Dossier) {
    let count = dossier.count_errors();
    if count > 0 {
        let words = if count == 1 { "staat nog 1 fout" } else { &format!("staan nog {count} fouten") };
        say(&format!("Let op: elders in het dossier {words}. Bekijk ze met: beraad controleer"));
    }
}

#[cfg(test)]
mod tests {
    use super::on_terminal;

    #[test]
    fn a_document_on_a_terminal_moves_no_cursor() {
        let shown = on_terminal("# Kop\n\n| a |\tb\u{1b}]52;c;aGk=\u{7}\u{9b}2J\u{202e}x 👩\u{200d}👧\r\n".as_bytes());
        let plain = "# Kop\n\n| a |\tb[U+001B]]52;c;aGk=[U+0007][U+009B]2J[U+202E]x 👩\u{200d}👧[U+000D]\n";
        assert_eq!(String::from_utf8_lossy(&shown), plain);
    }
}
