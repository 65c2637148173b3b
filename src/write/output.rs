//! Folders for documents: public and internal ones never share one, and what a public run made earlier and may not make
//! now goes away.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use anyhow::{Result, bail};

use super::manifest::{Entry, LastRun, Manifest, NAME, OLD, Origin, State};
use super::place::{Place, Sync};
use super::present::Depth;
use super::stamp::is_unedited;
use super::{Audience, Change, Writer, present, unlisted};
use crate::fingerprint::bytes_of;
use crate::render::Format;
use crate::system::failed;
use crate::visible;

/// So many files are named in a message.
const NAMED: usize = 20;

/// What became of files that are made no longer, by their paths.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tidied {
    /// They were as we wrote them, and are gone.
    pub removed: Vec<String>,
    /// They were edited by hand, and stand there still.
    pub edited: Vec<String>,
    /// Nobody knows whose they are: the list was gone or damaged. They stand there still.
    pub unknown: Vec<String>,
    /// They could not be taken away, and why. They stand there still.
    pub stuck: Vec<(String, String)>,
}

impl Writer {
    /// For documents of this format among files of anyone. What no stamp tells is added to the list of the folder, which is
    /// not made whole by it.
    ///
    /// # Errors
    ///
    /// In Dutch, naming them: the folder holds documents for others.
    pub fn beside(mut self, audience: Audience, format: Format) -> Result<Self> {
        self.audience = audience;
        let (manifest, elsewhere) = self.known(Depth::Here)?;
        self.alone(&manifest, elsewhere)?;
        self.made = (!format.about().holds_mark).then(|| Mutex::new(manifest));
        Ok(self)
    }

    /// For all documents of a run, of which a list is kept. A file that `is_of_dossier`, by its path, and stands in a folder that
    /// is made public is not taken for a file that its reader put there: the list may be an older one.
    ///
    /// # Errors
    ///
    /// As [`Writer::beside`]; and when the list cannot be written.
    pub fn tracked(mut self, audience: Audience, is_of_dossier: impl Fn(&str) -> bool) -> Result<Self> {
        self.audience = audience;
        let list = Place::below(self.hold.folder(), NAME)?;
        if !self.hold.is_look() {
            list.may_change()?;
        }
        let depth = if audience == Audience::Public { Depth::All } else { Depth::Meetings };
        let (mut manifest, elsewhere) = self.known(depth)?;
        self.alone(&manifest, elsewhere)?;
        // a folder that is made public holds nothing of which nobody knows whose it is, be it that all else was taken away
        let is_new = manifest.state == State::Absent && manifest.files.is_empty() && audience == Audience::Internal;
        let is_whole = manifest.state == State::Whole;
        if !is_new && (!is_whole || audience == Audience::Public) {
            manifest.unlisted = unlisted::files(self.hold.folder(), &manifest)?;
            manifest.unlisted.retain(|path| !is_whole || is_of_dossier(path));
        }
        manifest.is_looked_at = self.hold.is_look();
        self.made = Some(Mutex::new(manifest));
        Ok(self)
    }

    /// All of ours that is here: by the list, and by their stamps when the list is gone; and documents for others that stand
    /// elsewhere in the folder. One that its reader saved in a folder of its own is not of this run.
    fn known(&self, depth: Depth) -> Result<(Manifest, Vec<String>)> {
        let mut manifest = Manifest::read(self.hold.folder())?;
        manifest.files.retain(|path| self.hold.folder().join(path).symlink_metadata().is_ok());
        let folders = manifest.folders();
        let mut elsewhere = Vec::new();
        present::documents(
            self.hold.folder(),
            depth,
            |_| false,
            |path, audience| {
                let is_ours = path.rsplit_once('/').is_none_or(|(folder, _)| unlisted::is_of_meeting(folder, &folders));
                if !is_ours || path.matches('/').count() > 1 {
                    elsewhere.extend((audience != self.audience).then(|| path.to_owned()));
                    return;
                }
                let entry = manifest.files.get_or_insert(path, Entry::new(audience, Origin::Made));
                // a paper of the dossier may be a document that was made elsewhere
                if entry.origin == Origin::Made {
                    entry.audience = entry.audience.min(audience);
                }
            },
        )?;
        Ok((manifest, elsewhere))
    }

    /// No document here is for others than ours are.
    fn alone(&self, manifest: &Manifest, elsewhere: Vec<String>) -> Result<()> {
        let others = manifest.files.iter().filter(|(_, entry)| entry.audience != self.audience).map(|(path, _)| path);
        let others: Vec<String> =
            others.chain(elsewhere).map(|path| visible::path(&self.hold.folder().join(path))).collect();
        let folder = visible::path(self.hold.folder());
        let mend = "Er is niets geschreven. Kies een andere map, of haal deze bestanden eerst weg.";
        match self.audience {
            _ if others.is_empty() => self.outside_public_folders(),
            Audience::Public => bail!(
                "In de map {folder} staan stukken die niet openbaar zijn, of waarvan dat niet vaststaat:\n{}\n{mend}",
                listed(&others)
            ),
            Audience::Internal => bail!(
                "In de map {folder} staan openbare stukken. Wat niet openbaar is, mag daar niet bij. Er staan al:\n{}\n{mend}",
                listed(&others)
            ),
        }
    }

    /// A folder in a folder with public documents is published with it.
    pub(super) fn outside_public_folders(&self) -> Result<()> {
        let Ok(folder) = std::path::absolute(self.hold.folder()) else { return Ok(()) };
        for above in folder.ancestors().skip(1).filter(|_| self.audience == Audience::Internal) {
            let manifest = Manifest::read(above)?;
            if manifest.files.iter().any(|(_, entry)| entry.audience == Audience::Public) {
                bail!(
                    "De map {} ligt in {}, waarin openbare stukken staan. Wat niet openbaar is, komt daar niet bij.\n\
                     Er is niets geschreven. Kies een andere map.",
                    visible::path(self.hold.folder()),
                    visible::path(above)
                );
            }
        }
        Ok(())
    }

    /// Whether something of ours is here, save at these paths.
    #[must_use]
    pub fn has_made_beside(&self, paths: &[(String, String)]) -> bool {
        let is_named = |path: &str| paths.iter().any(|(named, _)| named == path);
        self.made().is_some_and(|made| made.files.iter().any(|(path, _)| !is_named(&path)))
    }

    /// The folders that hold something of ours.
    #[must_use]
    pub fn folders(&self) -> BTreeSet<String> {
        self.made().map(|made| made.folders()).unwrap_or_default()
    }

    /// Takes away what we made earlier and is not among what we make now, save what `stays`. What may be ours and stands on
    /// no list is only named. One file that cannot be taken away keeps no other.
    pub fn tidy(&self, made_now: &BTreeSet<String>, stays: impl Fn(&str) -> bool) -> Tidied {
        let mut tidied = Tidied { unknown: self.unlisted(made_now), ..Tidied::default() };
        let made = self.made();
        let paths = made.iter().flat_map(|made| made.files.iter()).map(|(path, _)| path);
        let stale: Vec<String> = paths.filter(|path| !made_now.contains(path) && !stays(path)).collect();
        drop(made);
        self.take_all(stale, &mut tidied);
        // without documents, and without a list, the next run would not look
        let listed = if tidied.unknown.is_empty() { Ok(()) } else { self.finish() };
        tidied.stuck.extend(listed.err().map(|why| (NAME.to_owned(), format!("{why:#}"))));
        tidied
    }

    /// Takes away the documents that we made earlier at these paths and make no longer.
    pub fn withdraw(&self, paths: impl IntoIterator<Item = String>) -> Tidied {
        let is_ours =
            |path: &String| self.made().is_some_and(|made| made.files.get(path).is_some_and(Entry::is_document));
        let stale: Vec<String> = paths.into_iter().filter(is_ours).collect();
        let mut tidied = Tidied::default();
        self.take_all(stale, &mut tidied);
        tidied
    }

    fn take_all(&self, stale: Vec<String>, tidied: &mut Tidied) {
        for path in stale {
            match self.take_away(&path) {
                Ok(true) => tidied.removed.push(path),
                Ok(false) => tidied.edited.push(path),
                Err(why) => tidied.stuck.push((path, format!("{why:#}"))),
            }
        }
    }

    /// Takes away a file of ours; says whether it was unedited.
    fn take_away(&self, path: &str) -> Result<bool> {
        let place = Place::below(self.hold.folder(), path)?;
        if !self.overwrite && !self.is_ours(path, &place)? {
            self.hold.note(path, Change::Edited);
            return Ok(false);
        }
        self.hold.take(path, &place)?;
        self.forget(path);
        Ok(true)
    }

    /// What stands on no list, save what we make now.
    fn unlisted(&self, made_now: &BTreeSet<String>) -> Vec<String> {
        let made = self.made();
        made.iter().flat_map(|made| made.unlisted.difference(made_now)).cloned().collect()
    }

    /// Whether we wrote what stands there; a large paper is never in memory as a whole.
    fn is_ours(&self, path: &str, place: &Place) -> Result<bool> {
        if place.print()?.is_none_or(|print| self.knows(path, &print)) {
            return Ok(true);
        }
        let is_document = self.made().is_some_and(|made| made.files.get(path).is_some_and(Entry::is_document));
        let existing = if is_document { place.bytes()? } else { None };
        Ok(existing.is_some_and(|existing| std::str::from_utf8(&existing).is_ok_and(is_unedited)))
    }

    /// Out of the list, with the folders in which nothing is left.
    fn forget(&self, path: &str) {
        if let Some(mut made) = self.made() {
            made.files.remove(path);
        }
        if self.hold.is_look() {
            return;
        }
        let above = Path::new(path).ancestors().skip(1).filter(|above| !above.as_os_str().is_empty());
        // a folder that holds something else stays
        for above in above {
            if fs::remove_dir(self.hold.folder().join(above)).is_err() {
                break;
            }
        }
    }

    /// Writes the list of what was made; call it when all is done.
    ///
    /// # Errors
    ///
    /// As [`Writer::document`].
    pub fn finish(&self) -> Result<()> {
        self.finish_as(None)
    }

    /// The same, with what stands in the list of the run, where nobody else reads that.
    ///
    /// # Errors
    ///
    /// As [`Writer::document`].
    pub fn finish_as(&self, run: Option<LastRun>) -> Result<()> {
        let Some(mut made) = self.made() else { return Ok(()) };
        made.close();
        made.run = run.filter(|_| self.audience == Audience::Internal);
        let Manifest { files, unlisted, .. } = &mut *made;
        unlisted.retain(|path| !files.contains(path));
        if files.is_empty() && unlisted.is_empty() && !self.hold.folder().join(NAME).is_file() {
            return Ok(());
        }
        let list = Place::below(self.hold.folder(), NAME)?;
        let existing = list.print()?;
        let print = bytes_of(made.text())
            .map_err(|error| failed(&self.hold.folder().join(NAME), "is niet te lezen", &error))?;
        if existing.as_ref() != Some(&print) {
            self.hold.put(NAME, &list, &mut made.text(), existing.as_deref(), Sync::Now)?;
        }
        self.hold.take(OLD, &Place::below(self.hold.folder(), OLD)?)
    }
}

/// Whether documents stand in a folder that were made for everybody, as far as that can be read.
#[must_use]
pub fn holds_public(folder: &Path) -> bool {
    let is_there = |path: &str| folder.join(path).symlink_metadata().is_ok();
    let listed = Manifest::read(folder).is_ok_and(|manifest| {
        manifest.files.iter().any(|(path, entry)| entry.audience == Audience::Public && is_there(&path))
    });
    let mut stamped = false;
    // what cannot be read shows nothing
    drop(present::documents(folder, Depth::All, |_| false, |_, audience| stamped |= audience == Audience::Public));
    listed || stamped
}

fn listed(paths: &[String]) -> String {
    let mut lines: Vec<String> = paths.iter().take(NAMED).map(|path| format!("  {path}")).collect();
    if paths.len() > NAMED {
        lines.push(format!("  en nog {}", paths.len() - NAMED));
    }
    lines.join("\n")
}
