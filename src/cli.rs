//! The command line: the only place with a clock, a terminal and standard output. Here stand the commands: a module, and a
//! line under `commands`.

mod answer;
pub mod arguments;
mod bundle;
mod caller;
mod check;
mod completions;
pub mod dutch;
mod ended;
mod explain;
mod files;
mod folder;
mod freeze;
mod make;
pub mod manual;
mod papers;
mod publish;
mod schemas;
mod screen;
mod send;
mod templates;

use std::ffi::OsString;

use anyhow::Result;
use clap::Subcommand;

use arguments::Arguments;
use caller::{with_caller, writer};
use ended::{ended, mention_others, refuse};
pub use screen::say_error;
use screen::{ask, is_printed, print, print_coloured, say, say_coloured, watched};

/// A command. Its struct holds what may be said to it, with the help; this does it and tells how that went.
trait Run {
    fn run(&self, arguments: &Arguments) -> Result<Status>;
}

/// The commands under their names, in the order of the help.
macro_rules! commands {
    ($($(#[$attribute:meta])* $name:ident($ask:ty)),* $(,)?) => {
        #[derive(Debug, Subcommand)]
        enum Command {
            $($(#[$attribute])* $name($ask)),*
        }

        impl Run for Command {
            fn run(&self, arguments: &Arguments) -> Result<Status> {
                match self {
                    $(Self::$name(ask) => ask.run(arguments)),*
                }
            }
        }
    };
}

commands! {
    Maak(make::Make),
    #[command(flatten)]
    Paper(papers::Paper),
    Bundel(bundle::Bundle),
    Publiceer(publish::Publish),
    Verzend(send::Send),
    Vastleggen(freeze::Freeze),
    #[command(subcommand)]
    Reactie(answer::Answer),
    Controleer(check::Check),
    Uitleg(explain::Explain),
    Sjablonen(templates::Templates),
    Schema(schemas::Schemas),
    Aanvullen(completions::Completions),
    Handleiding(manual::Manual),
}

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
    arguments.command.run(&arguments)
}
