//! The options and the questions about an item: they follow from the fields of an answer, with what each says.

use anyhow::{Context, Result};
use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};

use crate::model::Remarks;
use crate::model::reply::{Field, Filled as _, Holds};

/// What is said of a field of an item.
pub(super) struct Told {
    /// The help of its option.
    help: &'static str,
    /// What is typed behind its option.
    example: &'static str,
    /// What is asked on the terminal, for a meeting and for a written round.
    pub(super) question: [&'static str; 2],
}

/// What is said of a field; nothing of one that is not of an item.
pub(super) const fn told(field: Field) -> Option<Told> {
    Some(match field {
        Field::Input => Told {
            help: "Inbreng bij een agendapunt",
            example: "jaarplan=De tekst van de inbreng.",
            question: ["Inbreng (leeg: geen)?"; 2],
        },
        Field::NameIt => Told {
            help: "De inbreng bij dit agendapunt moet worden genoemd",
            example: "jaarplan",
            question: [
                "Moet die in de vergadering worden genoemd (ja of nee)?",
                "Moet die in het verslag staan (ja of nee)?",
            ],
        },
        Field::Seen
        | Field::Reason
        | Field::General
        | Field::By
        | Field::AgreedWith
        | Field::Date
        | Field::NotedBy
        | Field::Accompanying => return None,
    })
}

/// The fields of an item that somebody is asked for, each with what is said of it.
pub(super) fn all() -> impl Iterator<Item = (Field, Told)> {
    Field::ALL.iter().filter_map(|field| Some((*field, told(*field)?)))
}

/// What was given with options about items.
#[derive(Debug, Clone)]
pub(super) struct OfItems(Vec<(Field, String)>);

impl OfItems {
    /// Whether a text is among them.
    pub(super) fn say_something(&self) -> bool {
        self.0.iter().any(|(field, _)| field.holds() != Holds::Tick)
    }

    /// What they say, by the keys or numbers of items.
    pub(super) fn remarks(&self) -> Result<Vec<(String, Remarks)>> {
        self.0.iter().map(|(field, given)| of_one(*field, given)).collect()
    }
}

fn of_one(field: Field, given: &str) -> Result<(String, Remarks)> {
    let mut remarks = Remarks::default();
    if field.holds() == Holds::Tick {
        remarks.tick(field);
        return Ok((given.to_owned(), remarks));
    }
    let example = told(field).map_or("", |told| told.example);
    let (item, words) = given.split_once('=').with_context(|| format!("Schrijf {} als: {example}", field.key()))?;
    remarks.put(field, words.trim());
    Ok((item.to_owned(), remarks))
}

impl Args for OfItems {
    fn augment_args(command: Command) -> Command {
        all().fold(command, |command, (field, told)| {
            let value = if field.holds() == Holds::Tick { "PUNT" } else { "PUNT=TEKST" };
            let option = Arg::new(field.key()).long(field.key().replace('_', "-")).value_name(value);
            command.arg(option.help(told.help).action(ArgAction::Append))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for OfItems {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let given = |field: Field| matches.get_many::<String>(field.key()).into_iter().flatten();
        Ok(Self(all().flat_map(|(field, _)| given(field).map(move |text| (field, text.clone()))).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
