//! `handleiding`: man pages, from the same description as the help.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::arguments::{Arguments, OVERWRITE};
use super::files::files_out;
use super::{Run, Status, dutch, print};
use crate::work::apart::Written;

/// Geeft de handleiding als man-pagina's
#[derive(Debug, Args)]
#[command(
    alias = "man",
    after_long_help = "\
Voorbeelden:
  beraad handleiding | man -l -
  beraad handleiding --naar man/"
)]
pub(super) struct Manual {
    /// De map om alle pagina's in te schrijven
    #[arg(long, value_name = "MAP")]
    naar: Option<PathBuf>,
    #[arg(long, requires = "naar", help = OVERWRITE)]
    overschrijf: bool,
}

impl Run for Manual {
    /// Prints the first man page or writes all.
    fn run(&self, _: &Arguments) -> Result<Status> {
        let pages = pages()?;
        match &self.naar {
            Some(folder) => files_out(folder, self.overschrijf, Written::Files, pages.into_iter()),
            None => print(&pages.into_iter().next().map(|(_, text)| text).unwrap_or_default()),
        }
    }
}

/// Every man page: its file name and its text, that of `beraad` first.
///
/// # Errors
///
/// When memory cannot be written to.
pub fn pages() -> Result<Vec<(String, Vec<u8>)>> {
    let mut root = dutch::command();
    root.build();
    let mut pages = vec![("beraad.1".to_owned(), page(&root, "beraad")?)];
    for command in root.get_subcommands() {
        let name = format!("beraad-{}", command.get_name());
        pages.push((format!("{name}.1"), page(command, &name)?));
        for below in command.get_subcommands() {
            let name = format!("{name}-{}", below.get_name());
            pages.push((format!("{name}.1"), page(below, &name)?));
        }
    }
    Ok(pages)
}

/// clap's own sections have English headings, so each is made here. There is no date: the same input, the same bytes.
fn page(command: &Command, name: &str) -> Result<Vec<u8>> {
    let mut page = Vec::new();
    let man = Man::new(command.clone()).title(name).date("").source("beraad").manual("Handleiding van beraad");
    man.render_title(&mut page)?;
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    section(&mut page, "NAAM", &[format!("{name} - {about}")])?;
    section(&mut page, "OVERZICHT", &[usage(command)])?;
    let long = command.get_long_about().map_or(about, ToString::to_string);
    section(&mut page, "BESCHRIJVING", &paragraphs(&long))?;
    entries(&mut page, "ARGUMENTEN", command, true)?;
    entries(&mut page, "OPTIES", command, false)?;
    if command.has_subcommands() {
        let mut roff = Roff::new();
        roff.control("SH", ["OPDRACHTEN"]);
        for subcommand in command.get_subcommands() {
            let about = subcommand.get_about().map(ToString::to_string).unwrap_or_default();
            roff.control("TP", []).text([bold(format!("{name}-{}(1)", subcommand.get_name()))]).text([roman(about)]);
        }
        roff.to_writer(&mut page)?;
    }
    if let Some(examples) = command.get_after_long_help() {
        let mut roff = Roff::new();
        roff.control("SH", ["VOORBEELDEN"]).control("nf", []);
        for line in examples.to_string().lines().skip(1) {
            roff.text([roman(line.trim_start())]);
        }
        roff.control("fi", []);
        roff.to_writer(&mut page)?;
    }
    Ok(page)
}

fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    usage.trim_start_matches("Usage: ").to_owned()
}

fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect()
}

fn section(page: &mut impl Write, heading: &str, texts: &[String]) -> Result<()> {
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    for text in texts {
        roff.control("PP", []).text([roman(text)]);
    }
    Ok(roff.to_writer(page)?)
}

fn entries(page: &mut impl Write, heading: &str, command: &Command, positional: bool) -> Result<()> {
    let args: Vec<_> = command.get_arguments().filter(|arg| arg.is_positional() == positional).collect();
    if args.is_empty() {
        return Ok(());
    }
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    for arg in args {
        let value = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string).unwrap_or_default();
        let short = arg.get_short().map(|short| format!("-{short}"));
        let names: Vec<String> = short.into_iter().chain(arg.get_long().map(|long| format!("--{long}"))).collect();
        let takes = arg.get_action().takes_values();
        let help = arg.get_long_help().or_else(|| arg.get_help()).map(ToString::to_string).unwrap_or_default();
        let name = match (positional, takes) {
            (true, _) => value,
            (false, true) => format!("{} {value}", names.join(", ")),
            (false, false) => names.join(", "),
        };
        roff.control("TP", []).text([bold(name)]).text([roman(help.replace("\n\n", " ").replace('\n', " "))]);
    }
    Ok(roff.to_writer(page)?)
}
