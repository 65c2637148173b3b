//! `bundel`.

use std::path::PathBuf;

use anyhow::{Result, anyhow};
use clap::Args;

use super::arguments::{Arguments, MEETING, MEETING_LONG, OVERWRITE, Public};
use super::make::refuse_left;
use super::papers::refuse_edited;
use super::{Run, Status, ended, mention_others, refuse, say, with_caller};
use crate::visible;
use crate::work::bundle::{End, Made, Request, bundle};
use crate::write::Tidied;

/// Bundelt de stukken van een vergadering in één map en één zip
///
/// Zet bij elkaar wat de leden van een vergadering krijgen: de agenda, de opleggers, de stukken, de besluitenlijst en het
/// verslag van de vorige vergadering, en de actielijst van het overleg. Een inhoudsopgave noemt ze in de volgorde waarin
/// zij worden gelezen, en noemt wat er nog niet bij is. Er zit niets in wat intern is: geen annotatie, geen raadpleging en geen
/// spreeknotitie.
///
/// In de map bij --naar komen een map en een zip met dezelfde bestanden, bijvoorbeeld bundel-2025-10-09-regionaal-beraad en
/// bundel-2025-10-09-regionaal-beraad.zip. Begin in de map bij index.html.
#[derive(Debug, Args)]
#[command(
    alias = "bundle",
    after_long_help = "\
Voorbeelden:
  beraad bundel --naar uit                        de volgende vergadering, voor de leden
  beraad bundel 2025-10-09 --openbaar --naar site  alleen wat openbaar is"
)]
pub(super) struct Bundle {
    #[arg(value_name = "VERGADERING", help = MEETING, long_help = MEETING_LONG)]
    meeting: Option<String>,
    /// De map om in te schrijven
    #[arg(long, value_name = "MAP")]
    naar: PathBuf,
    #[command(flatten)]
    public: Public,
    #[arg(long, help = OVERWRITE)]
    overschrijf: bool,
}

impl Run for Bundle {
    fn run(&self, arguments: &Arguments) -> Result<Status> {
        let mut dossier = arguments.open(None)?;
        let (meeting, public, overwrite) = (self.meeting.as_deref(), self.public.openbaar, self.overschrijf);
        let request = Request { meeting, to: &self.naar, public, overwrite };
        let mut tidied = Tidied::default();
        let end = with_caller(&|_, _| {}, |caller| bundle(&mut dossier, &request, caller, &mut tidied));
        self.tell_removed(&tidied, matches!(end, Ok(End::Made(_))));
        let status = ended(&dossier, end, |end| match end {
            End::Made(made) => {
                let told = self.told(&made);
                mention_others(&dossier);
                told
            }
            End::Nothing(why) => {
                say(&visible::line(&why));
                Ok(Status::Findings)
            }
            End::Leaks(leaks) => {
                say("Er is niets openbaar gemaakt.\n");
                Ok(refuse(&dossier, &leaks))
            }
        });
        match (status, refuse_left(&tidied, &self.naar)) {
            (Err(error), Err(left)) => Err(anyhow!("{error:#}\n{left:#}")),
            (status, left) => left.and(status),
        }
    }
}

impl Bundle {
    fn place(&self, path: &str) -> String {
        visible::path(&self.naar.join(path))
    }

    /// Says what is no part of it any more, or could not be made anew for everybody.
    fn tell_removed(&self, tidied: &Tidied, is_made: bool) {
        let removed: Vec<String> = tidied.removed.iter().map(|path| format!("  {}", self.place(path))).collect();
        if !removed.is_empty() {
            let why = if is_made {
                "het hoort niet meer bij deze bundel"
            } else {
                "de openbare bundel kon niet opnieuw worden gemaakt, en er kon iets in staan dat niet meer openbaar is"
            };
            say(&format!("Weggehaald, want {why}:\n{}", removed.join("\n")));
        }
    }

    fn told(&self, made: &Made) -> Result<Status> {
        let files = if made.files == 1 { "1 bestand".to_owned() } else { format!("{} bestanden", made.files) };
        let same = if made.written == 0 { ", alles al goed" } else { "" };
        say(&format!("{files} in {}{same}.", self.place(&made.folder)));
        if let Some(zip) = &made.zip {
            say(&format!("Dezelfde bestanden in {}.", self.place(zip)));
        }
        if !made.lacking.is_empty() {
            say("Er niet bij:");
            made.lacking.iter().for_each(|why| say(&visible::line(&format!("- {why}"))));
        }
        super::make::tell_remarks(&made.remarks);
        say(&format!("Begin bij {}", self.place(&format!("{}/index.html", made.folder))));
        if !made.others.is_empty() {
            say(
                "Hier staan ook openbare bundels van eerder. Maak die opnieuw of haal ze weg: wat erin staat, is misschien niet meer openbaar.",
            );
            made.others.iter().for_each(|folder| say(&format!("- {}", self.place(folder))));
        }
        if !made.orphans.is_empty() {
            say(
                "Hier staan ook openbare bundels van vergaderingen die niet in dit dossier staan. Haal ze weg, tenzij ze van een ander dossier zijn: niemand kan nagaan of wat erin staat nog openbaar is.",
            );
            made.orphans.iter().for_each(|folder| say(&format!("- {}", self.place(folder))));
        }
        let edited: Vec<String> = made.edited.iter().map(|path| self.place(path)).collect();
        if made.zip.is_none() {
            say("Er is geen zip gemaakt: die zou iets anders bevatten dan de map.");
        }
        refuse_edited(&edited, self.public.openbaar).map(|()| if made.faulty { Status::Findings } else { Status::Done })
    }
}
