//! Everything that clap says, in Dutch: help, usage and errors.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, Error as Failure, ErrorFormatter, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};

use super::arguments::Arguments;
use crate::visible;

const TEMPLATE: &str = "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}";
const OPTIONS: &str = "Opties";

/// Why the command line was not taken, or what it asked to be told.
pub type Stop = Failure<Dutch>;

/// The whole command line, in Dutch.
#[must_use]
pub fn command() -> Command {
    let mut command = Arguments::command().disable_help_subcommand(true).disable_version_flag(true);
    command = command.arg(flag("version", 'V', ArgAction::Version, "Toont de versie").global(false));
    in_dutch(command, "")
}

/// Reads the command line.
///
/// # Errors
///
/// When it is not understood, or asks for help or the version: print what is given.
pub fn parse<T: Into<std::ffi::OsString> + Clone>(arguments: impl IntoIterator<Item = T>) -> Result<Arguments, Stop> {
    let matches = command().try_get_matches_from(arguments).map_err(Failure::apply::<Dutch>)?;
    Arguments::from_arg_matches(&matches).map_err(Failure::apply::<Dutch>)
}

fn flag(name: &'static str, short: char, action: ArgAction, help: &'static str) -> Arg {
    Arg::new(name).long(name).short(short).action(action).help(help).help_heading(OPTIONS)
}

fn in_dutch(command: Command, parents: &str) -> Command {
    let path =
        if parents.is_empty() { command.get_name().to_owned() } else { format!("{parents} {}", command.get_name()) };
    let usage = usage(&command, &path);
    let command = command
        .disable_help_flag(true)
        .subcommand_value_name("OPDRACHT")
        .subcommand_help_heading("Opdrachten")
        .arg(flag("help", 'h', ArgAction::Help, "Toont deze hulp; --help toont meer"))
        .help_template(TEMPLATE)
        .override_usage(usage)
        .mut_args(headed);
    command.mut_subcommands(|subcommand| in_dutch(subcommand, &path))
}

/// Headings in place of clap's English ones, and the words that an option takes.
fn headed(arg: Arg) -> Arg {
    let heading =
        arg.get_help_heading().map_or(if arg.is_positional() { "Argumenten" } else { OPTIONS }, |_| "").to_owned();
    let arg = if heading.is_empty() { arg } else { arg.help_heading(heading) };
    let Some(more) = values(&arg) else { return arg };
    let with_words = |text: Option<&StyledStr>| text.map(|text| format!("{text} [{more}]"));
    let (short, long) = (with_words(arg.get_help()), with_words(arg.get_long_help()));
    let arg = arg.hide_possible_values(true).hide_default_value(true);
    let arg = if let Some(short) = short { arg.help(short) } else { arg };
    if let Some(long) = long { arg.long_help(long) } else { arg }
}

/// What an option can be, and what it is when it is not given, where clap would say so itself.
fn values(arg: &Arg) -> Option<String> {
    if !arg.get_action().takes_values() {
        return None;
    }
    let words: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let choices =
        (!words.is_empty() && !arg.is_hide_possible_values_set()).then(|| format!("kies uit: {}", words.join(", ")));
    let values: Vec<&str> = arg.get_default_values().iter().filter_map(|value| value.to_str()).collect();
    let default = (!values.is_empty() && !arg.is_hide_default_value_set())
        .then(|| format!("zonder deze optie: {}", values.join(", ")));
    let said: Vec<String> = choices.into_iter().chain(default).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

fn usage(command: &Command, path: &str) -> String {
    let mut usage = format!("{path} [OPTIES]");
    if command.has_subcommands() {
        usage += " <OPDRACHT>";
    }
    for arg in command.get_arguments() {
        let name = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string).unwrap_or_default();
        let many = if arg.get_num_args().is_some_and(|range| range.max_values() > 1)
            || matches!(arg.get_action(), ArgAction::Append)
        {
            "…"
        } else {
            ""
        };
        if !arg.is_positional() {
            if arg.is_required_set() {
                usage.extend([" --", arg.get_long().unwrap_or_default(), " <", &name, ">"]);
            }
        } else if arg.is_required_set() {
            usage.extend([" <", &name, ">", many]);
        } else {
            usage.extend([" [", &name, "]", many]);
        }
    }
    usage
}

/// Errors of the command line in Dutch.
#[derive(Debug)]
pub struct Dutch;

impl ErrorFormatter for Dutch {
    fn format_error(error: &Failure<Self>) -> StyledStr {
        let said = Said { error };
        let mut text = format!("fout: {}\n", said.what());
        if let Some(hint) = said.hint() {
            text.extend(["\n", &hint, "\n"]);
        }
        text += "\nMeer uitleg: beraad --help, of --help achter een opdracht\n";
        text.into()
    }
}

struct Said<'a> {
    error: &'a Failure<Dutch>,
}

impl Said<'_> {
    fn text(&self, kind: ContextKind) -> Option<String> {
        self.raw(kind).map(|text| visible::line(&text).into_owned())
    }

    fn raw(&self, kind: ContextKind) -> Option<String> {
        match self.error.get(kind)? {
            ContextValue::String(text) => Some(text.clone()),
            ContextValue::Strings(texts) => Some(texts.join(", ")),
            ContextValue::StyledStr(text) => Some(text.to_string()),
            ContextValue::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    fn argument(&self) -> String {
        self.text(ContextKind::InvalidArg).unwrap_or_else(|| "dit argument".into())
    }

    fn value(&self) -> String {
        self.text(ContextKind::InvalidValue).unwrap_or_default()
    }

    fn what(&self) -> String {
        let (argument, value) = (self.argument(), self.value());
        match self.error.kind() {
            ErrorKind::InvalidValue if value.is_empty() => format!("achter {argument} ontbreekt een waarde."),
            ErrorKind::InvalidValue => format!("“{value}” kan niet bij {argument}."),
            ErrorKind::ValueValidation => {
                let reason = std::error::Error::source(self.error).map(ToString::to_string).unwrap_or_default();
                format!("“{value}” kan niet bij {argument}: {reason}.")
            }
            ErrorKind::UnknownArgument => format!("{argument} bestaat niet, of kan hier niet."),
            ErrorKind::InvalidSubcommand => {
                format!("de opdracht “{}” bestaat niet.", self.text(ContextKind::InvalidSubcommand).unwrap_or_default())
            }
            ErrorKind::MissingRequiredArgument => format!("hier ontbreekt {argument}."),
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                "hier ontbreekt een opdracht.".into()
            }
            ErrorKind::ArgumentConflict => match self.text(ContextKind::PriorArg) {
                Some(prior) if prior == argument => format!("{argument} staat er twee keer."),
                Some(prior) => format!("{argument} kan niet samen met {prior}."),
                None => format!("{argument} kan niet samen met een ander argument."),
            },
            ErrorKind::TooManyValues => format!("“{value}” is te veel bij {argument}."),
            ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
                format!("{argument} heeft een ander aantal waarden nodig.")
            }
            ErrorKind::InvalidUtf8 => "een van de argumenten is geen leesbare tekst.".into(),
            _ => "deze opdracht is niet te begrijpen.".into(),
        }
    }

    fn hint(&self) -> Option<String> {
        let near = self.text(ContextKind::SuggestedSubcommand).or_else(|| self.text(ContextKind::SuggestedArg));
        let near = near.or_else(|| self.text(ContextKind::SuggestedValue)).or_else(|| self.nearest_command());
        let choice = self
            .text(ContextKind::ValidValue)
            .filter(|values| !values.is_empty())
            .map(|values| format!("Kies uit: {values}"));
        // the nearest comes last
        let near = near.map(|near| near.rsplit(", ").next().unwrap_or_default().to_owned());
        near.map(|near| format!("Bedoelde u {near}?")).or(choice)
    }

    fn nearest_command(&self) -> Option<String> {
        let wrong = self.text(ContextKind::InvalidSubcommand)?;
        let names: Vec<String> =
            command().get_subcommands().map(|subcommand| subcommand.get_name().to_owned()).collect();
        crate::dossier::read::nearest(&wrong, names.iter().map(String::as_str)).map(str::to_owned)
    }
}
