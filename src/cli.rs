//! The command line: the only place with a clock, a terminal and standard output.
//!
//! Words for the machine go to standard output, words for the person to standard error.

mod additions;
mod answers;
pub mod arguments;
mod check;
mod choose;
pub mod dutch;
mod freeze;
mod input;
mod make;
pub mod manual;
mod noted;
mod papers;
mod publish;
mod send;
mod stale;
mod stop;
mod tools;
mod writer;

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use anyhow::{Result, anyhow};
use chrono::NaiveDate;

use crate::finding::{Finding, Severity, dossier};
use crate::load::Dossier;
use crate::model::{PartyId, Region};
use crate::render::template::{TemplateFault, Templates};
use crate::source::Span;
use crate::{show, system, visible};
use additions::Additions;
use arguments::{Answer, Arguments, Command};
use input::Input;
use writer::writer;

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
        _ => papers::run(&arguments),
    }
}

impl Arguments {
    fn today(&self) -> NaiveDate {
        #[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read, once")]
        self.vandaag.unwrap_or_else(|| chrono::Local::now().date_naive())
    }

    fn input(&self) -> Result<Input> {
        input::read(&input::folder(self.dossier.as_deref())?)
    }

    /// For a command that changes the dossier: nobody else does from before it is read until all is written.
    fn locked_input(&self) -> Result<(Input, Additions)> {
        let folder = input::folder(self.dossier.as_deref())?;
        let additions = Additions::new(writer(&folder, true)?);
        Ok((input::read(&folder)?, additions))
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
    say(&format!("fout: {}", why(error)));
}

/// An error with what lies below it. What the system says of it is told in Dutch.
fn why(error: &anyhow::Error) -> String {
    let of_system = |cause: &(dyn std::error::Error + 'static)| cause.downcast_ref().map(system::why);
    let causes = error.chain().map(|cause| of_system(cause).unwrap_or_else(|| cause.to_string()));
    causes.collect::<Vec<_>>().join(" ")
}

/// Shows the findings that stand in the way.
fn refuse(input: &Input, findings: &[Finding]) -> Status {
    say_coloured(&refusal(input, findings));
    Status::Findings
}

/// What a refusal says.
fn refusal(input: &Input, findings: &[Finding]) -> String {
    show::text(findings, &input.dossier.sources, &input.prefix(), true).trim_end().to_owned()
}

/// The templates of these documents (of all without names): the built-in ones and those of the dossier.
fn templates(dossier: &Dossier, documents: &[&str]) -> std::result::Result<Templates, Box<Finding>> {
    let text = |id| dossier.sources.text(id).map(|text| text.to_string()).unwrap_or_default();
    let own: Vec<(String, String)> = dossier.templates.iter().map(|(id, name)| (name.clone(), text(*id))).collect();
    let loaded = if documents.is_empty() { Templates::load(&own) } else { Templates::load_for(documents, &own) };
    loaded.map_err(|fault| Box::new(template_finding(dossier, &fault)))
}

/// A fault in a template of the dossier is a finding in that file.
fn template_finding(dossier: &Dossier, fault: &TemplateFault) -> Finding {
    let own = dossier.templates.iter().find(|(_, name)| **name == *fault.template);
    let (span, place) = match (own, dossier.files.first()) {
        (Some((id, _)), _) => (Span::new(*id, &fault.range.clone().unwrap_or(0..0)), String::new()),
        (None, file) => {
            let id = file.map_or(crate::source::FileId(0), |file| file.id);
            let line = fault.line.map(|line| format!(", regel {line}")).unwrap_or_default();
            (Span::whole(id), format!("Sjabloon {}{line}: ", fault.template))
        }
    };
    let finding = Finding::new(&dossier::TEMPLATE, span, format!("{place}{}", fault.message));
    match &fault.hint {
        Some(hint) => finding.hint(hint),
        None => finding,
    }
}

/// Whether a person is watching.
fn watched() -> bool {
    io::stderr().is_terminal()
}

/// Errors of the dossier that did not stand in the way of this document are told in one line.
fn mention_others(input: &Input, shown: usize) {
    let errors = input.resolved.findings.iter().filter(|finding| finding.fault.severity == Severity::Error).count();
    if errors > shown {
        let count = errors - shown;
        let words = if count == 1 { "staat nog 1 fout" } else { &format!("staan nog {count} fouten") };
        say(&format!("Let op: elders in het dossier {words}. Bekijk ze met: beraad controleer"));
    }
}

/// A party by its key.
fn party(region: &Region, name: &str) -> Result<PartyId> {
    region.party_ids().find(|party| region[*party].key == name).ok_or_else(|| {
        let near = crate::read::nearest(name, region.parties.iter().map(|party| party.key.as_str()));
        let near = near.map(|near| format!(" Bedoelde u {near}?")).unwrap_or_default();
        let name = visible::line(name);
        anyhow!("Er is geen partij met de naam “{name}”.{near}")
    })
}

/// A body by its key.
fn body(input: &Input, name: &str) -> Result<crate::model::BodyId> {
    let bodies = &input.region().bodies;
    bodies.iter().position(|body| body.key == name).map(crate::model::BodyId).ok_or_else(|| {
        let name = visible::line(name);
        let keys: Vec<&str> = bodies.iter().map(|body| body.key.as_str()).collect();
        anyhow!("Er is geen overleg met de naam “{name}”. Kies uit: {}", keys.join(", "))
    })
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
