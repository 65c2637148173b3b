//! `maak`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Result, anyhow, bail};
use clap::Args;

use super::arguments::{Arguments, MEETINGS_LONG, OVERWRITE, Public};
use super::papers::refuse_edited;
use super::{Run, Status, ended, refuse, say, say_coloured, watched};
use crate::dossier::load;
use crate::paper;
use crate::render::Format;
use crate::work::make::{End, Gone, Made, Report, Request, Unsent, Way, left, make, mark};
use crate::work::{Caller, Dossier, Stop};
use crate::write::{LIST, Tidied};
use crate::{dutch, visible};

/// Maakt alle stukken van de gekozen vergaderingen
///
/// Maakt van elke gekozen vergadering alle stukken die er te maken zijn, met een inhoudsopgave, en zet de stukken uit
/// het dossier ernaast. Een bestand dat u zelf hebt veranderd, blijft staan.
#[derive(Debug, Args)]
#[command(
    alias = "build",
    after_long_help = "\
Voorbeelden:
  beraad maak --naar uit                  alle vergaderingen, Markdown en HTML
  beraad maak volgende -f html --naar uit  alleen de volgende vergadering, alleen HTML
  beraad maak --openbaar --naar site       alleen wat openbaar is"
)]
pub(super) struct Make {
    #[arg(value_name = "VERGADERING", help = "De vergaderingen; zonder namen alle", long_help = MEETINGS_LONG)]
    meetings: Vec<String>,
    #[arg(short = 'f', long = "formaat", value_name = "FORMAAT", hide_possible_values = true, help = format_help())]
    format: Option<Format>,
    /// De map om in te schrijven
    #[arg(long, value_name = "MAP")]
    naar: PathBuf,
    #[command(flatten)]
    public: Public,
    #[arg(long, help = OVERWRITE)]
    overschrijf: bool,
}

/// So many files are named in a message.
const NAMED: usize = 20;

impl Run for Make {
    fn run(&self, arguments: &Arguments) -> Result<Status> {
        self.make(arguments, false)
    }
}

impl Make {
    /// Asks for a site of all that is public.
    pub(super) fn of_site(to: PathBuf, overwrite: bool) -> Self {
        let (meetings, format, public) = (Vec::new(), Some(Format::Html), Public { openbaar: true });
        Self { meetings, format, naar: to, public, overschrijf: overwrite }
    }

    /// Makes all papers, or a site of them.
    pub(super) fn make(&self, arguments: &Arguments, site: bool) -> Result<Status> {
        let formats = formats(self)?;
        let (folder, today) = (load::load(&arguments.folder()?)?, arguments.today());
        let (meetings, to, public) = (&self.meetings, &self.naar, self.public.openbaar);
        let way = if self.overschrijf { Way::Overwrite } else { Way::Write };
        let request = Request { meetings, formats: &formats, to, public, site, way, from: None };
        let from = mark(&folder, today, &request);
        if let Some(made) = as_left(from.as_deref(), &request)? {
            return Ok(tell_made(&made, self, &formats));
        }
        let mut dossier = Dossier::of(folder, today);
        let request = Request { from: from.as_deref(), ..request };
        let mut report = Report::default();
        let end = watching(|caller| make(&mut dossier, &request, caller, &mut report));
        tell(&report, to);
        let status = ended(&dossier, end, |end| told(&dossier, end, self, &formats));
        match (status, refuse_left(&report.tidied, to)) {
            (Err(error), Err(left)) => Err(anyhow!("{error:#}\n{left:#}")),
            (status, left) => left.and(status),
        }
    }
}

/// What a run left that made the same of the same.
fn as_left(mark: Option<&str>, ask: &Request<'_>) -> Result<Option<Made>> {
    mark.map_or(Ok(None), |mark| super::with_caller(&|_, _| {}, |caller| left(mark, ask, caller)))
}

/// The formats in which whole meetings are made.
fn all() -> impl Iterator<Item = Format> {
    Format::ALL.iter().copied().filter(|format| format.about().of_meetings)
}

fn format_help() -> String {
    let names: Vec<&str> = all().map(Format::extension).collect();
    format!("De vorm: {}; zonder deze optie al deze vormen", dutch::any_of(&names))
}

fn formats(make: &Make) -> Result<Vec<Format>> {
    match make.format {
        Some(format) if !format.about().of_meetings => {
            let names: Vec<&str> = all().map(Format::extension).collect();
            let (names, one) = (dutch::list(&names).unwrap_or_default(), format.extension());
            bail!("maak maakt {names}. Een {one} maakt u per stuk: beraad raadpleging -f {one} -o uit/")
        }
        Some(format) => Ok(vec![format]),
        None => Ok(all().collect()),
    }
}

/// Shows how far it is to whoever watches.
pub(super) fn watching(make: impl FnOnce(&Caller<'_>) -> Result<End, Stop>) -> Result<End, Stop> {
    let shown = AtomicBool::new(false);
    let progress = |done, of| {
        if watched() && of > 1 {
            shown.store(true, Ordering::Relaxed);
            // a closed terminal is no error
            drop(write!(anstream::stderr(), "\r{done} van {of} vergaderingen"));
        }
    };
    let end = super::with_caller(&progress, make);
    if shown.into_inner() {
        say("");
    }
    end
}

/// Says what was found in the folder.
fn tell(report: &Report, to: &Path) {
    let removed = &report.tidied.removed;
    let is_leaking = report.gone == Some(Gone::Leaking);
    if !removed.is_empty() && is_leaking {
        say(&format!("Weggehaald, want er zou iets bekend worden dat niet openbaar is:\n{}", listed(removed, to)));
    } else if !removed.is_empty() {
        say(&format!("Weggehaald, want niet meer openbaar of niet meer gemaakt:\n{}", listed(removed, to)));
    }
    if !report.remaining.is_empty() {
        say(&format!(
            "Let op: van deze vergaderingen met fouten staan eerdere openbare stukken er nog. Er kan iets in staan dat niet \
             meer openbaar is:\n{}",
            listed(&report.remaining, to)
        ));
    }
    tell_unsent(&report.unsent);
    if is_leaking {
        say("Er is niets openbaar gemaakt. Maak de stukken opnieuw als dit is hersteld.\n");
    } else if report.gone.is_some() {
        say(
            "Eerdere openbare stukken zijn weggehaald omdat zij niet opnieuw konden worden gemaakt: er kon iets in staan dat niet \
             meer openbaar is. Maak ze opnieuw als dit is hersteld.\n",
        );
    }
    if report.standing {
        say(&format!(
            "Let op: eerdere openbare stukken staan nog in {}. Er kan iets in staan dat niet meer openbaar is.\n",
            visible::path(to)
        ));
    }
}

/// Says which items are not shown, and what to do.
pub(super) fn tell_unsent(unsent: &[Unsent]) {
    if !unsent.is_empty() {
        say("Let op: wat deze punten nu zeggen, is niet verzonden, en daarom niet openbaar:");
    }
    for Unsent { number, of, folder } in unsent {
        let what = format!(
            "- punt {number} van {of}; leg het eerst vast, en stuur het dan na: beraad verzend nazending {folder}"
        );
        say(&visible::line(&what));
    }
}

/// Says how it ended.
fn told(dossier: &Dossier, end: End, ask: &Make, formats: &[Format]) -> Result<Status> {
    match end {
        End::NothingPublic { everywhere, blocked } => {
            let why = if everywhere { "Er is niets openbaar gemaakt.\n".to_owned() } else { paper::nothing_public().0 };
            say(&why);
            Ok(if blocked.is_empty() { Status::Done } else { refuse(dossier, &blocked) })
        }
        End::Made(made) => {
            let status = tell_made(&made, ask, formats);
            let edited: Vec<String> = made.edited.iter().map(|path| visible::path(&ask.naar.join(path))).collect();
            refuse_edited(&edited, ask.public.openbaar).map(|()| status)
        }
    }
}

/// Says what was made, what was left out and why.
fn tell_made(made: &Made, ask: &Make, formats: &[Format]) -> Status {
    let files = |count: usize| if count == 1 { "1 bestand".to_owned() } else { format!("{count} bestanden") };
    let same = if made.same == 0 { String::new() } else { format!(" Al goed: {}.", files(made.same)) };
    say(&format!("{} geschreven in {}.{same}", files(made.written), visible::path(&ask.naar)));
    if !made.left_out.is_empty() {
        say("Niet gemaakt:");
        for reason in &made.left_out {
            say(&format!("- {}", visible::line(reason)));
        }
    }
    tell_remarks(&made.remarks);
    if let Some(refusal) = &made.refusal {
        say("Van vergaderingen met fouten zijn geen stukken gemaakt:\n");
        say_coloured(refusal.trim_end());
        return Status::Findings;
    }
    let name = if formats.contains(&Format::Html) { "index.html" } else { "index.md" };
    say(&format!("Begin bij {}", visible::path(&ask.naar.join(name))));
    Status::Done
}

/// Says which papers a person has to look at.
pub(super) fn tell_remarks(remarks: &[String]) {
    if !remarks.is_empty() {
        say("Let op: kijk deze stukken zelf na voor iedereen ze leest:");
    }
    for remark in remarks {
        say(&format!("- {}", visible::line(remark)));
    }
}

/// What is not taken away unasked, and may have to go: the run says that it is there.
pub(super) fn refuse_left(left: &Tidied, root: &Path) -> Result<()> {
    let edited = (!left.edited.is_empty()).then(|| {
        format!(
            "Deze bestanden zijn niet meer openbaar of worden niet meer gemaakt. Zij zijn met de hand veranderd en staan er \
             daarom nog:\n{}\nHaal ze zelf weg, of gebruik --overschrijf.",
            listed(&left.edited, root)
        )
    });
    let unknown = (!left.unknown.is_empty()).then(|| {
        format!(
            "Van deze bestanden is niet bekend of zij openbaar mogen zijn: zij staan niet op de lijst van wat beraad maakte \
             ({LIST}), of die lijst ontbrak of was beschadigd:\n{}\nHaal ze weg en maak opnieuw. Zet daarna terug wat er wel hoort.",
            listed(&left.unknown, root)
        )
    });
    let stuck = (!left.stuck.is_empty()).then(|| {
        let why: Vec<String> = left.stuck.iter().map(|(_, why)| visible::line(why).into_owned()).collect();
        format!(
            "Deze plaatsen zijn niet op te ruimen. Wat daar staat, staat er nog, en is misschien niet meer openbaar:\n{}\n\
             Haal ze zelf weg, en maak opnieuw.",
            shortened(&why)
        )
    });
    let said: Vec<String> = edited.into_iter().chain(unknown).chain(stuck).collect();
    if said.is_empty() { Ok(()) } else { bail!("{}", said.join("\n")) }
}

fn listed(paths: &[String], root: &Path) -> String {
    shortened(&paths.iter().map(|path| visible::path(&root.join(path))).collect::<Vec<_>>())
}

fn shortened(all: &[String]) -> String {
    let mut lines: Vec<String> = all.iter().take(NAMED).map(|line| format!("  {line}")).collect();
    if all.len() > NAMED {
        lines.push(format!("  en nog {}", all.len() - NAMED));
    }
    lines.join("\n")
}
