//! `maak`: every document of the chosen meetings, with an index and the papers beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Result, anyhow, bail};
use chrono::NaiveDate;

use super::arguments::{Arguments, Make};
use super::choose::{Choice, Choices};
use super::input::Input;
use super::papers::refuse_edited;
use super::stop::Stop;
use super::{Status, publish, refuse, say, stale, template_finding, templates, watched, writer};
use crate::document::{inhoud, nothing_public};
use crate::finding::{self, Finding};
use crate::load;
use crate::model::public::Moment;
use crate::model::{MeetingId, Region};
use crate::produce::{self, Output, Papers, Setting};
use crate::render::Format;
use crate::render::template::Templates;
use crate::visible;
use crate::write::{Audience, Outcome, Writer};

/// A run of `maak`.
struct Run<'a> {
    input: &'a Input,
    region: &'a Region,
    templates: &'a Templates,
    today: NaiveDate,
    formats: &'a [Format],
    writer: Writer,
    make: &'a Make,
    tally: Mutex<Tally>,
}

/// What has been done so far.
#[derive(Default)]
struct Tally {
    listed: BTreeMap<MeetingId, Vec<inhoud::Named>>,
    /// Titles and names of documents: most are those of other meetings too.
    words: BTreeSet<Arc<str>>,
    outcomes: BTreeMap<Outcome, usize>,
    edited: Vec<String>,
    left_out: BTreeMap<MeetingId, Vec<String>>,
    done: usize,
}

pub fn run(arguments: &Arguments, make: &Make) -> Result<Status> {
    let mut input = arguments.input()?;
    let today = arguments.today();
    let audience = if make.public.openbaar { Audience::Public } else { Audience::Internal };
    let writer = writer(&make.naar, make.overschrijf)?.tracked(audience)?;
    let (chosen, mut blocked, faulty) = chosen(&input, make, &writer, today)?;
    for id in &chosen {
        input.fingerprint(*id)?;
    }
    if chosen.is_empty() && !blocked.is_empty() {
        return Ok(refuse(&input, &blocked));
    }
    let all_leaks = if make.public.openbaar { publish::leaks(&input, today) } else { Vec::new() };
    let leaks = publish::within(&input, &all_leaks, &chosen);
    let public;
    let region = if make.public.openbaar {
        public = input.region().public_view_without(Moment::On(today), &publish::folders(&input, &all_leaks));
        &public
    } else {
        input.region()
    };
    let chosen: Vec<MeetingId> = chosen.into_iter().filter(|id| !region[*id].withheld).collect();
    let formats: &[Format] = match make.format.map(Format::from) {
        Some(Format::Markdown) => &[Format::Markdown],
        Some(Format::Html) => &[Format::Html],
        Some(Format::Mail) => bail!("maak maakt md en html. Mails maakt u per stuk: beraad raadpleging -f eml -o uit/"),
        None => &[Format::Markdown, Format::Html],
    };
    let left = if make.public.openbaar {
        let everywhere = publish::is_everywhere(&input, &all_leaks);
        // what may not be seen is gone first, whatever stands in the way of what may
        let names = if everywhere { BTreeSet::new() } else { stale::names(region, &chosen, today, formats) };
        let left = stale::take_away(&writer, &names, &faulty, &make.naar)?.edited;
        if everywhere {
            writer.finish()?;
            say("Er is niets openbaar gemaakt.\n");
            return Ok(refuse(&input, &leaks));
        }
        blocked.extend(leaks);
        finding::sort(&mut blocked);
        left
    } else {
        Vec::new()
    };
    if region.publishes_nothing() {
        say(&nothing_public().0);
        writer.finish()?;
        return Ok(Status::Done);
    }
    let templates = match templates(&input.dossier, &[]) {
        Ok(templates) => templates,
        Err(finding) => return Ok(refuse(&input, &[*finding])),
    };
    let tally = Mutex::default();
    let run = Run { input: &input, region, templates: &templates, today, formats, writer, make, tally };
    match run.all(&chosen) {
        Err(Stop::Template(fault)) => return Ok(refuse(&input, &[template_finding(&input.dossier, &fault)])),
        Err(Stop::Program(error)) => return Err(error),
        Ok(()) => {}
    }
    let (status, edited) = run.close(&blocked);
    let edited = refuse_edited(&edited);
    match (edited, stale::refuse_left(&left, &make.naar)) {
        (Err(edited), Err(left)) => Err(anyhow!("{edited:#}\n{left:#}")),
        (edited, left) => edited.and(left).map(|()| status),
    }
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

impl Tally {
    /// A text, once for all meetings that have it.
    fn word(&mut self, word: &str) -> Arc<str> {
        if let Some(known) = self.words.get(word) {
            return Arc::clone(known);
        }
        let word: Arc<str> = word.into();
        self.words.insert(Arc::clone(&word));
        word
    }
}

impl Run<'_> {
    fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn all(&self, chosen: &[MeetingId]) -> Result<(), Stop> {
        let setting = Setting { home: Some(("Alle stukken", "../index.html")) };
        let make = |id| produce::meeting(self.region, id, self.today, self.templates, self.formats, setting);
        produce::meetings(chosen, make, |papers| self.take(papers, chosen.len()))?;
        if watched() && chosen.len() > 1 {
            say("");
        }
        let overviews = self.overviews()?;
        self.index(&overviews)?;
        self.writer.finish()?;
        Ok(())
    }

    /// Writes one meeting.
    fn take(&self, papers: Papers, of: usize) -> Result<(), Stop> {
        let folder = &self.region[papers.meeting].key;
        let mut listed = Vec::new();
        for output in papers.outputs {
            let label = (self.label(&output, papers.meeting), output.name());
            let named = self.document(&format!("{folder}/{}", output.name()), output.text)?;
            listed.extend(named.then_some(label));
        }
        for path in papers.papers {
            let path = format!("{folder}/{path}");
            let outcome = self.writer.copy(&path, &mut load::paper(&self.input.dossier.root, &path)?)?;
            self.count(&path, outcome);
        }
        let mut tally = self.tally();
        let listed = listed.into_iter().map(|(title, name)| (tally.word(&title), tally.word(&name))).collect();
        tally.listed.insert(papers.meeting, listed);
        tally.left_out.insert(papers.meeting, papers.left_out.into_iter().map(|missing| missing.0).collect());
        tally.done += 1;
        if watched() && of > 1 {
            // progress is for whoever watches; a closed terminal is no error
            drop(write!(anstream::stderr(), "\r{} van {of} vergaderingen", tally.done));
        }
        Ok(())
    }

    /// What a document is called below the heading of its meeting: its title without body and date.
    fn label(&self, output: &Output, id: MeetingId) -> String {
        let meeting = &self.region[id];
        let day = meeting.date.value;
        let end = format!(" {}, {}", self.region[meeting.body].name_on(day), crate::dutch::date(day));
        let label = output.title.strip_suffix(&end).unwrap_or(&output.title).trim_end_matches(',').to_owned();
        if output.stem == "agenda-annotatie" { format!("{label} met annotatie, voor de voorzitter") } else { label }
    }

    /// Writes a document; says whether a page may name it. What is somebody else's may hold anything.
    fn document(&self, path: &str, text: String) -> Result<bool> {
        let outcome = self.writer.document(path, text)?;
        self.count(path, outcome);
        Ok(outcome != Outcome::Edited || !self.region.public)
    }

    fn count(&self, path: &str, outcome: Outcome) {
        let mut tally = self.tally();
        *tally.outcomes.entry(outcome).or_default() += 1;
        if outcome == Outcome::Edited {
            tally.edited.push(visible::path(&self.make.naar.join(path)));
        }
    }

    /// The documents about the region as a whole. Actions are gathered from all meetings, so without faults only.
    fn overviews(&self) -> Result<Vec<Output>, Stop> {
        if !self.input.errors_of_region().is_empty() {
            return Ok(Vec::new());
        }
        let setting = Setting { home: Some(("Alle stukken", "index.html")) };
        let mut outputs = produce::overviews(self.region, self.today, self.templates, self.formats, setting)?;
        let whole = self.input.all_errors().is_empty();
        outputs.retain(|output| whole || output.stem == "samenstelling");
        let mut kept = Vec::new();
        for mut output in outputs {
            if self.document(&output.name(), std::mem::take(&mut output.text))? {
                kept.push(output);
            }
        }
        Ok(kept)
    }

    fn index(&self, overviews: &[Output]) -> Result<(), Stop> {
        for format in self.formats {
            let ending = format!(".{}", format.extension());
            let mine = |documents: &[inhoud::Named]| {
                documents.iter().filter(|(_, name)| name.ends_with(&ending)).cloned().collect()
            };
            let listed = self
                .tally()
                .listed
                .iter()
                .map(|(meeting, documents)| inhoud::Listed { meeting: *meeting, documents: mine(documents) })
                .collect();
            let overviews = overviews.iter().filter(|output| output.format == *format);
            let overviews = overviews.map(|output| (output.title.clone(), output.name())).collect();
            let view = inhoud::compose(self.region, self.today, listed, overviews);
            let text = produce::render(&view, self.templates, *format, self.region, Setting::default())?;
            self.document(&format!("index{ending}"), text)?;
        }
        Ok(())
    }

    /// Says what was done, what was left out and why.
    fn close(&self, blocked: &[Finding]) -> (Status, Vec<String>) {
        let tally = self.tally();
        let count = |outcome| tally.outcomes.get(&outcome).copied().unwrap_or_default();
        let (written, same) = (count(Outcome::Written), count(Outcome::Unchanged));
        let files = |count: usize| if count == 1 { "1 bestand".to_owned() } else { format!("{count} bestanden") };
        let same = if same == 0 { String::new() } else { format!(" Al goed: {}.", files(same)) };
        say(&format!("{} geschreven in {}.{same}", files(written), visible::path(&self.make.naar)));
        let mut left_out: Vec<&String> = tally.left_out.values().flatten().collect();
        left_out.dedup();
        if !left_out.is_empty() {
            say("Niet gemaakt:");
            for reason in left_out {
                say(&format!("- {}", visible::line(reason)));
            }
        }
        let status = if blocked.is_empty() {
            let index =
                self.make.naar.join(if self.formats.contains(&Format::Html) { "index.html" } else { "index.md" });
            say(&format!("Begin bij {}", visible::path(&index)));
            Status::Done
        } else {
            say("Van vergaderingen met fouten zijn geen stukken gemaakt:\n");
            refuse(self.input, blocked)
        };
        (status, tally.edited.clone())
    }
}
