//! `maak`: every document of the chosen meetings, with an index and the papers beside them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;

use anyhow::{Result, anyhow, bail};
use chrono::NaiveDate;

use super::arguments::{Arguments, Make};
use super::choose::{Choice, Choices};
use super::input::Input;
use super::papers::refuse_edited;
use super::stop::Stop;
use super::{Status, refusal, refuse, say, stale, template_finding, templates, writer};
use crate::document;
use crate::finding::{self, Finding};
use crate::load;
use crate::model::MeetingId;
use crate::render::Format;
use crate::visible;
use crate::write::{Audience, Tidied, Writer};
use opening::Opening;
use run::{Errors, Run};

mod opening;
mod run;

pub fn run(arguments: &Arguments, make: &Make) -> Result<Status> {
    let mut left = Tidied::default();
    let status = all(arguments, make, &mut left);
    match (status, stale::refuse_left(&left, &make.naar)) {
        (Err(error), Err(left)) => Err(anyhow!("{error:#}\n{left:#}")),
        (status, left) => left.and(status),
    }
}

/// Makes everything. `left` becomes what could not be taken away, however this ends.
fn all(arguments: &Arguments, make: &Make, left: &mut Tidied) -> Result<Status> {
    let formats = formats(make)?;
    let mut input = arguments.input()?;
    let (today, is_public) = (arguments.today(), make.public.openbaar);
    input.resolved.region.forget_after(today);
    refuse_dossier(&input, &make.naar)?;
    let audience = if is_public { Audience::Public } else { Audience::Internal };
    let writer =
        writer(&make.naar, make.overschrijf)?.tracked(audience, |path| input.dossier.root.join(path).is_file())?;
    let (mut chosen, mut blocked, faulty) = chosen(&input, make, &writer, today)?;
    for id in &chosen {
        input.fingerprint(*id)?;
    }
    input.mark_altered(today);
    let altered: Vec<MeetingId> = chosen.iter().copied().filter(|id| input.region()[*id].altered).collect();
    blocked.extend(altered.iter().flat_map(|id| input.altered(*id, today)));
    if is_public {
        let opened = Opening { make, today, formats, faulty }.run(&mut input, &mut chosen, &writer, left)?;
        blocked.extend(opened.leaks);
        if opened.everywhere || input.region().publishes_nothing() {
            writer.finish()?;
            return Ok(nothing_public(&input, blocked, opened.everywhere));
        }
    } else {
        chosen.retain(|id| !altered.contains(id));
        if chosen.is_empty() && !blocked.is_empty() {
            return Ok(refuse(&input, &sorted(blocked)));
        }
    }
    let templates = match templates(&input.dossier, &[]) {
        Ok(templates) => templates,
        Err(finding) => return stopped(&input, &writer, *finding, make),
    };
    let blocked = sorted(blocked);
    let refusal = (!blocked.is_empty()).then(|| refusal(&input, &blocked));
    let errors = Errors { of_region: !input.errors_of_region().is_empty(), any: !input.all_errors().is_empty() };
    let root = input.dossier.root.clone();
    let (region, input) = input.apart();
    let to = &make.naar;
    let tally = Mutex::default();
    let mut run = Run { root, region, templates: &templates, today, formats, writer, to, errors, tally };
    match run.all(&chosen) {
        Err(Stop::Template(fault)) => {
            return stopped(&input, &run.writer, template_finding(&input.dossier, &fault), make);
        }
        Err(Stop::Program(error)) => return Err(error),
        Ok(()) => {}
    }
    let (status, edited) = run.close(refusal.as_deref());
    refuse_edited(&edited).map(|()| status)
}

fn formats(make: &Make) -> Result<&'static [Format]> {
    Ok(match make.format.map(Format::from) {
        Some(Format::Markdown) => &[Format::Markdown],
        Some(Format::Html) => &[Format::Html],
        Some(Format::Mail) => bail!("maak maakt md en html. Mails maakt u per stuk: beraad raadpleging -f eml -o uit/"),
        None => &[Format::Markdown, Format::Html],
    })
}

fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    finding::sort(&mut findings);
    findings
}

/// Says that nothing is public: because no body makes anything so, or because of what stands in a text of all.
fn nothing_public(input: &Input, blocked: Vec<Finding>, everywhere: bool) -> Status {
    let why = if everywhere { "Er is niets openbaar gemaakt.\n".to_owned() } else { document::nothing_public().0 };
    say(&why);
    if blocked.is_empty() { Status::Done } else { refuse(input, &sorted(blocked)) }
}

/// Says that a template stopped the run. What was made public earlier stands there still.
fn stopped(input: &Input, writer: &Writer, fault: Finding, make: &Make) -> Result<Status> {
    writer.finish()?;
    if make.public.openbaar && writer.has_made() {
        say(&format!(
            "Let op: eerdere openbare stukken staan nog in {}. Er kan iets in staan dat niet meer openbaar is.\n",
            visible::path(&make.naar)
        ));
    }
    Ok(refuse(input, &[fault]))
}

/// Among the files of the user a run would take its own copies for theirs, and theirs for copies.
fn refuse_dossier(input: &Input, to: &Path) -> Result<()> {
    let Some(below) = load::place_in(&input.dossier.root, to) else { return Ok(()) };
    let mut folder = below.iter();
    let is_theirs =
        folder.next().is_none_or(|folder| folder == load::TEMPLATES || input.folders().any(|theirs| folder == theirs));
    if is_theirs {
        bail!(
            "In {} staan uw eigen bestanden; die map hoort bij het dossier zelf. Er is niets geschreven.\n\
             Kies een andere map, bijvoorbeeld --naar uit",
            visible::path(to)
        );
    }
    Ok(())
}

/// The meetings to make, the errors that stand in the way of others, and the folders of those. A public run makes anew what
/// stands there already: an item of another meeting may have been closed.
fn chosen(
    input: &Input,
    make: &Make,
    writer: &Writer,
    today: NaiveDate,
) -> Result<(Vec<MeetingId>, Vec<Finding>, BTreeSet<String>)> {
    let choices = Choices::new(input.region(), input.folders(), today);
    let mut all = choices.all(&make.meetings)?;
    if make.public.openbaar {
        let there = writer.folders();
        let there = choices.all(&[])?.into_iter().filter(|choice| there.contains(choice.folder(input.region())));
        all.extend(there.filter(|choice| !all.contains(choice)).collect::<Vec<_>>());
    }
    let (mut chosen, mut blocked, mut faulty) = (Vec::new(), Vec::new(), BTreeSet::new());
    for choice in all {
        let folder = choice.folder(input.region());
        let errors = input.errors_of(folder);
        match choice {
            Choice::Meeting(id) if errors.is_empty() => chosen.push(id),
            _ => drop(faulty.insert(folder.to_owned())),
        }
        blocked.extend(errors);
    }
    if make.meetings.is_empty() {
        // what could be a meeting and is none was not chosen
        blocked.extend(input.all_errors());
    }
    finding::sort(&mut blocked);
    chosen.sort_unstable();
    Ok((chosen, blocked, faulty))
}
