//! One kind of document: `agenda`, `oplegger`, `raadpleging`, `verslag`, `besluitenlijst`, `acties`, `samenstelling`.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use terminal_size::Width;

use super::arguments::{Arguments, Command, Out};
use super::choose::{Choice, Choices, likely};
use super::input::Input;
use super::{Status, body, mention_others, party, print, publish, refuse, say, template_finding, templates, writer};
use crate::document::{Asking, Document, From, Scope, View};
use crate::model::public::Moment;
use crate::model::{BodyId, MeetingId, Region};
use crate::produce::{self, Setting};
use crate::render::{Format, escape, terminal};
use crate::visible;
use crate::write::{Audience, Outcome};

/// What was asked.
struct Ask<'a> {
    document: &'static Document,
    meeting: Option<&'a str>,
    only: Option<&'a str>,
    on_behalf_of: Option<&'a str>,
    annotated: bool,
    public: bool,
    body: Option<&'a str>,
    asking: Asking,
    /// The format where none is asked for.
    format: Option<Format>,
    out: &'a Out,
}

fn ask(command: &Command) -> Result<Ask<'_>> {
    let named = |name| Document::named(name).context("Dit stuk bestaat niet.");
    let base = |name, out| {
        Ok::<_, anyhow::Error>(Ask {
            document: named(name)?,
            meeting: None,
            only: None,
            on_behalf_of: None,
            annotated: false,
            public: false,
            body: None,
            asking: Asking::All,
            format: None,
            out,
        })
    };
    Ok(match command {
        Command::Agenda(it) => Ask {
            meeting: it.meeting.as_deref(),
            annotated: it.annotatie,
            public: it.public.openbaar,
            ..base("agenda", &it.out)?
        },
        Command::Oplegger(it) => Ask {
            meeting: it.meeting.as_deref(),
            only: it.punt.as_deref(),
            public: it.public.openbaar,
            ..base("oplegger", &it.out)?
        },
        Command::Raadpleging(it) => {
            let asking = if it.alleen_nodig { Asking::Needed } else { Asking::All };
            let (meeting, only, on_behalf_of) = (it.meeting.as_deref(), it.aan.as_deref(), it.namens.as_deref());
            Ask { meeting, only, on_behalf_of, asking, ..base("raadpleging", &it.out)? }
        }
        Command::Stand(it) if it.herinnering => Ask {
            meeting: it.meeting.as_deref(),
            on_behalf_of: it.namens.as_deref(),
            asking: Asking::Reminder,
            format: Some(Format::Mail),
            ..base("raadpleging", &it.out)?
        },
        Command::Stand(it) => {
            Ask { meeting: it.meeting.as_deref(), on_behalf_of: it.namens.as_deref(), ..base("stand", &it.out)? }
        }
        Command::Spreeknotitie(it) => {
            Ask { meeting: it.meeting.as_deref(), only: it.voor.as_deref(), ..base("spreeknotitie", &it.out)? }
        }
        Command::Terugkoppeling(it) => {
            let (meeting, only, on_behalf_of) = (it.meeting.as_deref(), it.aan.as_deref(), it.namens.as_deref());
            Ask { meeting, only, on_behalf_of, ..base("terugkoppeling", &it.out)? }
        }
        Command::Verslag(it) => {
            Ask { meeting: it.meeting.as_deref(), public: it.public.openbaar, ..base("verslag", &it.out)? }
        }
        Command::Besluitenlijst(it) => {
            Ask { meeting: it.meeting.as_deref(), public: it.public.openbaar, ..base("besluitenlijst", &it.out)? }
        }
        Command::Acties(it) => {
            Ask { body: it.overleg.as_deref(), public: it.public.openbaar, ..base("acties", &it.out)? }
        }
        Command::Samenstelling(it) => {
            Ask { body: it.overleg.as_deref(), public: it.public.openbaar, ..base("samenstelling", &it.out)? }
        }
        _ => bail!("Dit is geen stuk."),
    })
}

pub fn run(arguments: &Arguments) -> Result<Status> {
    let ask = ask(&arguments.command)?;
    let mut input = arguments.input()?;
    let today = match &arguments.command {
        Command::Samenstelling(it) => it.op.unwrap_or_else(|| arguments.today()),
        _ => arguments.today(),
    };
    input.resolved.region.forget_after(today);
    let meeting = if ask.document.from == From::Region {
        None
    } else {
        let likely = likely::paper(input.region(), today, ask.document, ask.asking, (ask.only, ask.on_behalf_of));
        let choices = Choices::new(input.region(), input.folders(), today).likely(likely);
        match choices.choose(ask.meeting, ask.document.from)? {
            Choice::Meeting(id) => Some(id),
            Choice::Broken(folder) => return Ok(refuse(&input, &input.errors_of(&folder))),
        }
    };
    let errors = errors(&input, &ask, meeting);
    if !errors.is_empty() {
        return Ok(refuse(&input, &errors));
    }
    if let Some(id) = meeting {
        input.fingerprint(id)?;
        let tells = matches!(ask.document.from, From::Minutes | From::Feedback);
        let altered = if tells { input.altered(id, today) } else { Vec::new() };
        if !altered.is_empty() {
            return Ok(refuse(&input, &altered));
        }
    }
    if ask.document.name == "acties" {
        input.mark_altered(today);
    }
    let public;
    let region = if ask.public {
        if let Some(why) = publish::never(&input, ask.body, meeting)? {
            say(&why);
            return Ok(Status::Findings);
        }
        let all_leaks = publish::leaks(&input, today);
        let leaks = publish::within(&input, &all_leaks, meeting.as_slice());
        if !leaks.is_empty() {
            say("Er is niets openbaar gemaakt.\n");
            return Ok(refuse(&input, &leaks));
        }
        public = input.region().public_view_without(Moment::On(today), &publish::folders(&input, &all_leaks));
        &public
    } else {
        input.region()
    };
    let body = ask.body.map(|name| body(&input, name)).transpose()?;
    let status = compose(&input, region, &ask, meeting, body, today)?;
    mention_others(&input, 0);
    Ok(status)
}

fn errors(input: &Input, ask: &Ask<'_>, meeting: Option<MeetingId>) -> Vec<crate::finding::Finding> {
    match (ask.document.name, meeting) {
        (_, Some(id)) => input.errors_of(input.folder_of(id)),
        ("samenstelling", None) => input.errors_of_region(),
        (_, None) => input.all_errors(),
    }
}

fn compose(
    input: &Input,
    region: &Region,
    ask: &Ask<'_>,
    meeting: Option<MeetingId>,
    body: Option<BodyId>,
    today: chrono::NaiveDate,
) -> Result<Status> {
    let base = link_base(input, ask.out, meeting, ask.public)?;
    let (only, annotated, asking, link_base) = (ask.only, ask.annotated, ask.asking, base.as_deref());
    let on_behalf_of = ask.on_behalf_of.map(|name| party(region, name)).transpose()?;
    let scope = Scope { only, annotated, on_behalf_of, body, asking, link_base, ..Scope::new(region, today, meeting) };
    let views = match ask.document.compose(&scope) {
        Ok(views) => views,
        Err(missing) => {
            say(&visible::line(&missing.0));
            return Ok(Status::Findings);
        }
    };
    let templates = match templates(&input.dossier, &[ask.document.name]) {
        Ok(templates) => templates,
        Err(finding) => return Ok(refuse(input, &[*finding])),
    };
    let format = ask.format.filter(|_| !ask.out.names_form()).map_or_else(|| ask.out.format(), Ok)?;
    let mut outputs = Vec::new();
    for view in &views {
        match produce::render(view, &templates, format, region, Setting::default()) {
            Ok(text) => outputs.push((name(view, region, meeting, format), text)),
            Err(fault) => return Ok(refuse(input, &[template_finding(&input.dossier, &fault)])),
        }
    }
    deliver(outputs, ask.out, format, if ask.public { Audience::Public } else { Audience::Internal })
}

/// `2025-10-09-regionaal-beraad-agenda.html`
fn name(view: &View<'_>, region: &Region, meeting: Option<MeetingId>, format: Format) -> String {
    let meeting = meeting.map(|id| format!("{}-", region[id].key)).unwrap_or_default();
    format!("{meeting}{}.{}", view.stem, format.extension())
}

fn deliver(outputs: Vec<(String, String)>, out: &Out, format: Format, audience: Audience) -> Result<Status> {
    let Some(path) = &out.output else {
        return to_screen(&outputs, format, out.format.is_none());
    };
    let (folder, single) = place(path, outputs.len())?;
    let writer = writer(&folder, out.overschrijf)?.beside(audience)?;
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
    refuse_edited(&edited)?;
    Ok(Status::Done)
}

/// Files that were edited by hand stay as they are, and the run says so.
pub fn refuse_edited(edited: &[String]) -> Result<()> {
    if edited.is_empty() {
        return Ok(());
    }
    Err(anyhow!(
        "Deze bestanden zijn met de hand veranderd of niet met beraad gemaakt, en daarom niet overschreven:\n  {}\n\
         Wilt u ze toch vervangen, gebruik dan --overschrijf.",
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

/// From the folder that is written to back to the meeting's folder, so that links to papers work on the spot.
fn link_base(input: &Input, out: &Out, meeting: Option<MeetingId>, public: bool) -> Result<Option<String>> {
    let (Some(output), Some(id)) = (&out.output, meeting) else { return Ok(None) };
    // a public paper does not tell where the dossier is
    if public {
        return Ok(None);
    }
    let (folder, _) = place(output, 1)?;
    let absolute = |path: &Path| std::path::absolute(path).context("De huidige map is niet te lezen.");
    let from = absolute(if folder.as_os_str().is_empty() { Path::new(".") } else { &folder })?;
    let to = absolute(&input.dossier.root)?.join(input.folder_of(id));
    let (from, to): (Vec<_>, Vec<_>) = (normal(&from), normal(&to));
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from[shared..].iter().map(|_| "..".to_owned());
    let down = to[shared..].iter().map(|part| escape::url(&part.to_string_lossy()));
    let parts: Vec<String> = up.chain(down).collect();
    Ok(Some(if parts.is_empty() { String::new() } else { parts.join("/") + "/" }))
}

/// The parts of an absolute path, with `..` taken away.
fn normal(path: &Path) -> Vec<std::ffi::OsString> {
    let mut parts = Vec::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => drop(parts.pop()),
            other => parts.push(other.as_os_str().to_owned()),
        }
    }
    parts
}
