//! One kind of document: `agenda`, `oplegger`, `raadpleging`, `verslag`, `besluitenlijst`, `acties`, `samenstelling`.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use terminal_size::Width;

use super::arguments::{Arguments, Command, Out};
use super::{Status, ended, mention_others, print, refuse, say, writer};
use crate::document::{Asking, Document};
use crate::render::{Format, terminal};
use crate::visible;
use crate::work::apart::Written;
use crate::work::papers::{Report, Request, papers};
use crate::write::{Audience, Outcome};

/// What a command asks for, and where it is to go.
fn ask(command: &Command) -> Result<(Request<'_>, &Out)> {
    Ok(match command {
        Command::Agenda(it) => {
            let ask = request("agenda", it.meeting.as_ref(), &it.out)?;
            (Request { annotated: it.annotatie, public: it.public.openbaar, ..ask }, &it.out)
        }
        Command::Oplegger(it) => {
            let ask = request("oplegger", it.meeting.as_ref(), &it.out)?;
            (Request { only: it.punt.as_deref(), public: it.public.openbaar, ..ask }, &it.out)
        }
        Command::Raadpleging(it) => {
            let asking = if it.alleen_nodig { Asking::Needed } else { Asking::All };
            let ask = Request { asking, ..request("raadpleging", it.meeting.as_ref(), &it.out)? };
            (Request { only: it.aan.as_deref(), on_behalf_of: it.namens.as_deref(), ..ask }, &it.out)
        }
        Command::Stand(it) => {
            let (name, asking) =
                if it.herinnering { ("raadpleging", Asking::Reminder) } else { ("stand", Asking::All) };
            let ask =
                Request { asking, on_behalf_of: it.namens.as_deref(), ..request(name, it.meeting.as_ref(), &it.out)? };
            let format = if it.herinnering && !it.out.names_form() { Format::Mail } else { ask.format };
            (Request { format, ..ask }, &it.out)
        }
        Command::Spreeknotitie(it) => {
            (Request { only: it.voor.as_deref(), ..request("spreeknotitie", it.meeting.as_ref(), &it.out)? }, &it.out)
        }
        Command::Terugkoppeling(it) => {
            let ask = request("terugkoppeling", it.meeting.as_ref(), &it.out)?;
            (Request { only: it.aan.as_deref(), on_behalf_of: it.namens.as_deref(), ..ask }, &it.out)
        }
        Command::Verslag(it) => {
            (Request { public: it.public.openbaar, ..request("verslag", it.meeting.as_ref(), &it.out)? }, &it.out)
        }
        Command::Besluitenlijst(it) => (
            Request { public: it.public.openbaar, ..request("besluitenlijst", it.meeting.as_ref(), &it.out)? },
            &it.out,
        ),
        Command::Acties(it) => {
            let ask = request("acties", None, &it.out)?;
            (Request { body: it.overleg.as_deref(), public: it.public.openbaar, ..ask }, &it.out)
        }
        Command::Samenstelling(it) => {
            let ask = request("samenstelling", None, &it.out)?;
            (Request { body: it.overleg.as_deref(), public: it.public.openbaar, ..ask }, &it.out)
        }
        _ => bail!("Dit is geen stuk."),
    })
}

/// A document of a meeting, without more.
fn request<'a>(name: &str, meeting: Option<&'a String>, out: &Out) -> Result<Request<'a>> {
    Ok(Request {
        document: Document::named(name).context("Dit stuk bestaat niet.")?,
        meeting: meeting.map(String::as_str),
        only: None,
        on_behalf_of: None,
        annotated: false,
        public: false,
        body: None,
        asking: Asking::All,
        format: out.format()?,
        beside: None,
    })
}

pub fn run(arguments: &Arguments) -> Result<Status> {
    let (mut ask, out) = ask(&arguments.command)?;
    let folder = out.output.as_deref().map(|path| place(path, 1)).transpose()?.map(|(folder, _)| folder);
    ask.beside = folder.as_deref();
    let on = if let Command::Samenstelling(it) = &arguments.command { it.op } else { None };
    let mut dossier = arguments.open(on)?;
    let report = papers(&mut dossier, &ask);
    ended(&dossier, report, |report| {
        let status = match report {
            Report::Made(outputs) => {
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

fn deliver(outputs: Vec<(String, String)>, out: &Out, format: Format, audience: Audience) -> Result<Status> {
    let Some(path) = &out.output else {
        return to_screen(&outputs, format, out.format.is_none());
    };
    let (folder, single) = place(path, outputs.len())?;
    let written = single.as_deref().map_or(Written::Files, Written::Named);
    let writer = writer(&folder, out.overschrijf, written, "-o uit/")?.beside(audience)?;
    let mut edited = Vec::new();
    for (name, text) in outputs {
        let name = single.clone().unwrap_or(name);
        let shown = visible::path(&folder.join(&name));
        match writer.document(&name, text)? {
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
pub fn refuse_edited(edited: &[String], public: bool) -> Result<()> {
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
fn to_screen(outputs: &[(String, String)], format: Format, fitting: bool) -> Result<Status> {
    if format != Format::Markdown && outputs.len() > 1 {
        bail!("Dit zijn {} stukken. Noem een map met -o MAP, of kies er één.", outputs.len());
    }
    let texts: Vec<&str> = outputs.iter().map(|(_, text)| text.as_str()).collect();
    let text = texts.join("\n\n");
    match terminal_size::terminal_size_of(io::stdout()) {
        Some((Width(width), _)) if fitting && format == Format::Markdown => {
            print(terminal::fitting(&text, width).as_bytes())
        }
        _ => print(text.as_bytes()),
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
