//! The commands that make one kind of document: one for each row of the table of documents, with what may be chosen of it.

use std::fmt::Write as _;

use chrono::NaiveDate;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches, Subcommand};

use super::super::arguments::{MEETING, MEETING_LONG, Out, Public, date};
use crate::paper::{Asking, Choice, DOCUMENTS, Document};

/// What is asked of a document.
#[derive(Debug)]
pub(in crate::cli) struct Paper {
    /// Which.
    pub(super) document: &'static Document,
    /// The meeting, as a person names it.
    pub(super) meeting: Option<String>,
    /// Of one item, or to one party.
    pub(super) only: Option<String>,
    /// The party that asks or speaks.
    pub(super) on_behalf_of: Option<String>,
    /// The form for the chair and the secretary.
    pub(super) inside: bool,
    /// What is asked again; a reminder is a form, whatever the document.
    pub(super) asking: Asking,
    /// Of one body.
    pub(super) body: Option<String>,
    /// On a day.
    pub(super) on: Option<NaiveDate>,
    /// What everybody may see.
    pub(super) public: bool,
    /// How it comes out.
    pub(super) out: Out,
}

impl Subcommand for Paper {
    fn augment_subcommands(root: Command) -> Command {
        root.subcommands(DOCUMENTS.iter().map(command))
    }

    fn augment_subcommands_for_update(root: Command) -> Command {
        Self::augment_subcommands(root)
    }

    fn has_subcommand(name: &str) -> bool {
        Document::named(name).is_some()
    }
}

impl FromArgMatches for Paper {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let (name, matches) = matches.subcommand().ok_or_else(|| Error::new(ErrorKind::MissingSubcommand))?;
        let document = Document::named(name).ok_or_else(|| Error::new(ErrorKind::InvalidSubcommand))?;
        let has = |choice: Choice| document.has(choice);
        let text = |choice: Choice| has(choice).then(|| matches.get_one::<String>(id(choice)).cloned()).flatten();
        let flag = |choice: Choice| has(choice) && matches.get_flag(id(choice));
        Ok(Self {
            document,
            meeting: if document.from.is_overview() { None } else { matches.get_one(ID).cloned() },
            only: text(Choice::Item).or_else(|| text(Choice::To)).or_else(|| text(Choice::For)),
            on_behalf_of: text(Choice::OnBehalf),
            inside: document.inside.is_some() && matches.get_flag(INSIDE),
            asking: match (flag(Choice::Reminder), flag(Choice::Needed)) {
                (true, _) => Asking::Reminder,
                (false, true) => Asking::Needed,
                (false, false) => Asking::All,
            },
            body: text(Choice::Body),
            on: has(Choice::On).then(|| matches.get_one(id(Choice::On)).copied()).flatten(),
            public: has(Choice::Public) && Public::from_arg_matches(matches)?.openbaar,
            out: Out::from_arg_matches(matches)?,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The id of the argument that names the meeting.
const ID: &str = "meeting";

/// The option for the form for the chair and the secretary, and the word that it had when only the agenda had one.
const INSIDE: &str = "intern";
const ANNOTATED: &str = "annotatie";

fn command(document: &'static Document) -> Command {
    let mut examples = "Voorbeelden:".to_owned();
    for example in document.examples {
        let _ = write!(examples, "\n  {example}");
    }
    let mut command = Command::new(document.name);
    if let Some(english) = document.english {
        command = command.alias(english);
    }
    if !document.from.is_overview() {
        command = command.arg(Arg::new(ID).value_name("VERGADERING").help(MEETING).long_help(MEETING_LONG));
    }
    if let Some(inside) = &document.inside {
        let option = Arg::new(INSIDE).long(INSIDE).alias(ANNOTATED).action(ArgAction::SetTrue);
        command = command.arg(option.conflicts_with(id(Choice::Public)).help(inside.help));
    }
    let own = document.choices.iter().filter(|choice| **choice != Choice::Public);
    command = command.args(own.map(|choice| option(*choice)));
    if document.has(Choice::Public) {
        command = Public::augment_args(command);
    }
    Out::augment_args(command).about(document.command).long_about(document.command).after_long_help(examples)
}

/// The option of a choice, without its dashes.
const fn id(choice: Choice) -> &'static str {
    match choice {
        Choice::Item => "punt",
        Choice::To => "aan",
        Choice::For => "voor",
        Choice::OnBehalf => "namens",
        Choice::Needed => "alleen-nodig",
        Choice::Reminder => "herinnering",
        Choice::Body => "overleg",
        Choice::On => "op",
        Choice::Public => "openbaar",
    }
}

fn option(choice: Choice) -> Arg {
    let arg = Arg::new(id(choice)).long(id(choice));
    let flag = |arg: Arg| arg.action(ArgAction::SetTrue);
    match choice {
        Choice::Item => arg.value_name("PUNT").help("Alleen dit agendapunt: de naam (id) of het nummer"),
        Choice::To => arg.value_name("PARTIJ").help("Alleen voor deze partij"),
        Choice::For => arg.alias(id(Choice::OnBehalf)).value_name("PARTIJ").help("Alleen voor deze partij"),
        Choice::OnBehalf => arg.value_name("PARTIJ").help("Alleen voor wie deze partij spreekt"),
        Choice::Needed => {
            let help =
                "Alleen wat nog nodig is: besluiten waarop niet is geantwoord, of die na het antwoord zijn veranderd";
            flag(arg).help(help)
        }
        Choice::Reminder => {
            let help = "Maakt in plaats daarvan een herinnering (een mail, of de vorm bij -f) voor ieder die nog iets moet antwoorden";
            flag(arg).help(help)
        }
        Choice::Body => arg.value_name("OVERLEG").help("Alleen van dit overleg"),
        Choice::On => arg.value_name("DATUM").value_parser(date).help("De samenstelling op deze dag"),
        Choice::Public => flag(arg),
    }
}
