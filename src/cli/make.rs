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
use super::{Status, publish, refusal, refuse, say, stale, template_finding, templates, writer};
use crate::document::nothing_public;
use crate::finding::{self, Finding};
use crate::load;
use crate::model::MeetingId;
use crate::model::public::Moment;
use crate::render::Format;
use crate::visible;
use crate::write::{Audience, Tidied, Writer};
use run::{Errors, Run};

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
    let mut input = arguments.input()?;
    let today = arguments.today();
    input.resolved.region.forget_after(today);
    let audience = if make.public.openbaar { Audience::Public } else { Audience::Internal };
    refuse_dossier(&input, &make.naar)?;
    let writer =
        writer(&make.naar, make.overschrijf)?.tracked(audience, |path| input.dossier.root.join(path).is_file())?;
    let (mut chosen, mut blocked, mut faulty) = chosen(&input, make, &writer, today)?;
    for id in &chosen {
        input.fingerprint(*id)?;
    }
    input.mark_altered(today);
    let unsent = if make.public.openbaar { publish::unsent(&input, today) } else { Vec::new() };
    for (folder, why) in barred(&input, &mut chosen, &unsent, today) {
        faulty.insert(folder);
        blocked.extend(why);
    }
    finding::sort(&mut blocked);
    if chosen.is_empty() && !blocked.is_empty() {
        return Ok(refuse(&input, &blocked));
    }
    let all_leaks = if make.public.openbaar { publish::leaks(&input, today) } else { Vec::new() };
    let leaks = publish::within(&input, &all_leaks, &chosen);
    let everywhere = publish::is_everywhere(&input, &all_leaks);
    if make.public.openbaar {
        // of a large dossier there is no room for both, and no answer is public
        input.resolved.region.meetings.iter_mut().for_each(|meeting| meeting.replies = Vec::new());
        let without = [publish::folders(&input, &all_leaks), publish::folders(&input, &unsent)].concat();
        input.resolved.region = input.region().public_view_without(Moment::On(today), &without);
    }
    let chosen: Vec<MeetingId> = chosen.into_iter().filter(|id| !input.region()[*id].withheld).collect();
    let formats: &[Format] = match make.format.map(Format::from) {
        Some(Format::Markdown) => &[Format::Markdown],
        Some(Format::Html) => &[Format::Html],
        Some(Format::Mail) => bail!("maak maakt md en html. Mails maakt u per stuk: beraad raadpleging -f eml -o uit/"),
        None => &[Format::Markdown, Format::Html],
    };
    if make.public.openbaar {
        // what may not be seen is gone first, whatever stands in the way of what may
        let names = if everywhere { BTreeSet::new() } else { stale::names(input.region(), &chosen, today, formats) };
        *left = stale::take_away(&writer, &names, &faulty, &make.naar)?;
        if everywhere {
            writer.finish()?;
            say("Er is niets openbaar gemaakt.\n");
            return Ok(refuse(&input, &leaks));
        }
        blocked.extend(leaks);
        finding::sort(&mut blocked);
    }
    if input.region().publishes_nothing() {
        say(&nothing_public().0);
        writer.finish()?;
        return Ok(Status::Done);
    }
    let templates = match templates(&input.dossier, &[]) {
        Ok(templates) => templates,
        Err(finding) => return Ok(refuse(&input, &[*finding])),
    };
    let refusal = (!blocked.is_empty()).then(|| refusal(&input, &blocked));
    let errors = Errors { of_region: !input.errors_of_region().is_empty(), any: !input.all_errors().is_empty() };
    let root = input.dossier.root.clone();
    let (region, input) = input.apart();
    let to = &make.naar;
    let tally = Mutex::default();
    let mut run = Run { root, region, templates: &templates, today, formats, writer, to, errors, tally };
    match run.all(&chosen) {
        Err(Stop::Template(fault)) => return Ok(refuse(&input, &[template_finding(&input.dossier, &fault)])),
        Err(Stop::Program(error)) => return Err(error),
        Ok(()) => {}
    }
    let (status, edited) = run.close(refusal.as_deref());
    refuse_edited(&edited).map(|()| status)
}

/// Takes the meetings out of which nothing may be made, with why: the adopted minutes were changed, or the agenda is not
/// what was sent. Gives their folders. The papers of all must have been read.
fn barred(
    input: &Input,
    chosen: &mut Vec<MeetingId>,
    unsent: &[Finding],
    today: NaiveDate,
) -> Vec<(String, Vec<Finding>)> {
    let mut barred = Vec::new();
    chosen.retain(|id| {
        let is_altered = input.region()[*id].altered;
        let mut why = if is_altered { input.altered(*id, today) } else { Vec::new() };
        why.extend(publish::within(input, unsent, &[*id]));
        let is_right = why.is_empty();
        if !is_right {
            barred.push((input.folder_of(*id).to_owned(), why));
        }
        is_right
    });
    barred
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
