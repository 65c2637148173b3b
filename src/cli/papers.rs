//! One kind of document, by the command of its row.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use terminal_size::Width;

use super::arguments::{Arguments, Out};
use super::{Run, Status, ended, mention_others, print, refuse, say, writer};
use crate::paper::{Asking, Document};
use crate::render::{Format, terminal};
use crate::visible;
use crate::work::apart::Written;
use crate::work::papers::{Report, Request, papers};
use crate::write::{Audience, Outcome};
pub(super) use asked::Paper;

mod asked;

/// What a command asks for.
fn request(ask: &Paper) -> Result<Request<'_>> {
    let form = Document::form().filter(|_| ask.asking == Asking::Reminder);
    // a reminder is sent
    let format = if form.is_some() && !ask.out.names_form() { Format::Mail } else { ask.out.format()? };
    if ask.out.bijlagen.is_some() && format != Format::Mail {
        bail!("--bijlagen hoort bij een mail: kies ook -f {}.", Format::Mail.extension());
    }
    Ok(Request {
        document: form.unwrap_or(ask.document),
        meeting: ask.meeting.as_deref(),
        only: ask.only.as_deref(),
        on_behalf_of: ask.on_behalf_of.as_deref(),
        inside: ask.inside,
        public: ask.public,
        body: ask.body.as_deref(),
        asking: ask.asking,
        format,
        beside: None,
        along: ask.out.along(),
    })
}

impl Run for Paper {
    fn run(&self, arguments: &Arguments) -> Result<Status> {
        let (mut ask, out) = (request(self)?, &self.out);
        let folder = out.output.as_deref().map(|path| place(path, 1)).transpose()?.map(|(folder, _)| folder);
        ask.beside = folder.as_deref();
        let mut dossier = arguments.open(self.on)?;
        let report = papers(&mut dossier, &ask);
        ended(&dossier, report, |report| {
            let status = match report {
                Report::Made(outputs, notes) => {
                    for note in &notes {
                        say(&visible::line(note));
                    }
                    deliver(outputs, out, ask.format, if ask.public { Audience::Public } else { Audience::Internal })?
                }
                Report::Nothing(why) => {
                    say(&visible::line(&why));
                    Status::Findings
                }
                Report::Leaks(leaks) => {
                    say("Er is niets openbaar gemaakt.\n");
                    return Ok(refuse(&dossier, &leaks));
                }
            };
            mention_others(&dossier);
            Ok(status)
        })
    }
}

fn deliver(outputs: Vec<(String, Vec<u8>)>, out: &Out, format: Format, audience: Audience) -> Result<Status> {
    let Some(path) = &out.output else {
        return to_screen(&outputs, format, out.format.is_none());
    };
    let (folder, single) = place(path, outputs.len())?;
    let written = single.as_deref().map_or(Written::Files, Written::Named);
    let writer = writer(&folder, out.overschrijf, written, "-o uit/")?.beside(audience, format)?;
    let mut edited = Vec::new();
    for (name, bytes) in outputs {
        let name = single.clone().unwrap_or(name);
        let shown = visible::path(&folder.join(&name));
        match writer.document(&name, format, bytes)? {
            Outcome::Written => say(&format!("Geschreven: {shown}")),
            Outcome::Unchanged => say(&format!("Al goed: {shown}")),
            Outcome::Edited => edited.push(shown),
        }
    }
    refuse_edited(&edited, audience == Audience::Public)?;
    Ok(Status::Done)
}

/// Files that were edited by hand stay as they are, and the run says so. What of an earlier public text still stands there,
/// nobody knows.
pub(super) fn refuse_edited(edited: &[String], public: bool) -> Result<()> {
    if edited.is_empty() {
        return Ok(());
    }
    let (warning, look) = if public {
        (". Er kan iets in staan dat niet meer openbaar is", "Kijk ze na, en haal weg wat niet meer openbaar is. ")
    } else {
        ("", "")
    };
    Err(anyhow!(
        "Deze bestanden zijn met de hand veranderd of niet met beraad gemaakt, en daarom niet overschreven{warning}:\n  {}\n\
         {look}Wilt u ze toch vervangen, gebruik dan --overschrijf.",
        edited.join("\n  ")
    ))
}

/// A person who did not ask for a format gets tables that fit the terminal; programs and files get the text as it is.
fn to_screen(outputs: &[(String, Vec<u8>)], format: Format, fitting: bool) -> Result<Status> {
    if format != Format::Markdown && outputs.len() > 1 {
        bail!("Dit zijn {} stukken. Noem een map met -o MAP, of kies er één.", outputs.len());
    }
    let bytes = outputs.iter().map(|(_, bytes)| bytes.as_slice()).collect::<Vec<_>>().join(&b"\n\n"[..]);
    let width = terminal_size::terminal_size_of(io::stdout());
    match (width, std::str::from_utf8(&bytes)) {
        (Some((Width(width), _)), Ok(text)) if fitting && format == Format::Markdown => {
            print(terminal::fitting(text, width).as_bytes())
        }
        (Some(_), Err(_)) => bail!("Dit is geen tekst voor een scherm. Noem een bestand of een map met -o."),
        _ => print(&bytes),
    }
}

/// The folder to write in, and the file's name when the user gave one.
fn place(path: &Path, count: usize) -> Result<(PathBuf, Option<String>)> {
    let as_folder = path.is_dir() || path.to_string_lossy().ends_with(['/', '\\']);
    if as_folder {
        return Ok((path.to_owned(), None));
    }
    if count > 1 {
        bail!("Dit zijn {count} stukken. Noem een map: -o {}/", visible::path(path));
    }
    let name = path.file_name().and_then(|name| name.to_str()).context("De naam bij -o is geen leesbare tekst.")?;
    Ok((path.parent().unwrap_or_else(|| Path::new("")).to_owned(), Some(name.to_owned())))
}
