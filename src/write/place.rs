//! One file at one place: whole or not at all, with the rights and the owner it had, never over what somebody saved in
//! between, never through a link out of the folder.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use super::lock::Lock;
use super::temporary::Temporary;
use crate::system::failed;
use crate::{fingerprint, visible};

const UNREAD: &str = "is niet te lezen";
const UNWRITTEN: &str = "is niet te schrijven";

/// How soon a file must be on the disk itself, where a power cut leaves it as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sync {
    /// Before anything else happens: what is lost could not be made again.
    Now,
    /// When the system comes to it: of what can be made again. To wait for the disk twice for each document took a third
    /// of the time of a run over a thousand meetings.
    Later,
}

/// A place for one file below a folder. What stands there is a plain file or nothing.
#[derive(Debug)]
pub struct Place {
    /// As the user knows it.
    shown: PathBuf,
    /// Where it lies when links are followed.
    target: PathBuf,
    /// Of the file that stands there.
    existing: Option<Metadata>,
}

impl Place {
    /// Looks at a place. Links are followed as long as they stay below the folder, which need not exist yet.
    ///
    /// # Errors
    ///
    /// In Dutch: a link out of the folder or to nothing, a folder, a pipe or a device at the place, no rights.
    pub fn below(root: &Path, path: &str) -> Result<Self> {
        let shown = root.join(path);
        // a name that somebody typed may lead up
        if !Path::new(path).components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(outside(root, &shown));
        }
        stays_inside(root, &shown)?;
        let mut target = shown.clone();
        let mut existing = metadata(&shown)?;
        if existing.as_ref().is_some_and(Metadata::is_symlink) {
            target = shown.canonicalize().map_err(|error| match error.kind() {
                ErrorKind::NotFound => anyhow!("{} is een koppeling naar iets dat er niet is.", visible::path(&shown)),
                _ => failed(&shown, UNREAD, &error),
            })?;
            if !target.starts_with(real(root)?) {
                return Err(outside(root, &shown));
            }
            existing = metadata(&target)?;
        }
        match &existing {
            Some(meta) if meta.is_dir() => {
                bail!("{} is een map; daar kan geen bestand met die naam komen.", visible::path(&shown))
            }
            Some(meta) if !meta.is_file() => bail!("{} is geen gewoon bestand.", visible::path(&shown)),
            _ => Ok(Self { shown, target, existing }),
        }
    }

    /// The file that stands there, to be read piece by piece; nothing when there is none.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn open(&self) -> Result<Option<File>> {
        self.existing.as_ref().map(|_| File::open(&self.target)).transpose().map_err(|error| self.unread(&error))
    }

    /// The bytes that stand there; nothing when there is no file.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn bytes(&self) -> Result<Option<Vec<u8>>> {
        self.existing.as_ref().map(|_| fs::read(&self.target)).transpose().map_err(|error| self.unread(&error))
    }

    /// The fingerprint of what stands there now, without holding it all; nothing when there is no file.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn print(&self) -> Result<Option<String>> {
        match File::open(&self.target).and_then(fingerprint::bytes_of) {
            Ok(print) => Ok(Some(print)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.unread(&error)),
        }
    }

    /// Puts there all that the reader gives. `was` is the fingerprint of what was read there before: when something else
    /// stands there by now, that stays.
    ///
    /// # Errors
    ///
    /// In Dutch: no rights, no room, saved by somebody else in between. The place is then as it was.
    pub fn write(&self, lock: &Lock, content: &mut dyn Read, was: Option<&str>, sync: Sync) -> Result<()> {
        self.may_change()?;
        let folder = self.target.parent().unwrap_or(Path::new(""));
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        if !lock.is_ready(folder) {
            fs::create_dir_all(folder).map_err(|error| failed(folder, UNWRITTEN, &error))?;
            Self::note(lock, folder).map_err(|error| failed(lock.folder(), UNWRITTEN, &error))?;
            lock.ready(folder);
        }
        let temporary = self.beside(folder, content, sync).map_err(|error| failed(&self.shown, UNWRITTEN, &error))?;
        if self.print()?.as_deref() != was {
            bail!(
                "{} is intussen door iemand anders opgeslagen en daarom niet bijgewerkt. Probeer het opnieuw.",
                visible::path(&self.shown)
            );
        }
        temporary.persist(&self.target).map_err(|error| failed(&self.shown, UNWRITTEN, &error))?;
        if sync == Sync::Now {
            sync_names(folder)
                .map_err(|error| failed(&self.shown, "is geschreven, maar staat misschien niet vast", &error))?;
        }
        Ok(())
    }

    /// Whether what stands there may be written anew.
    ///
    /// # Errors
    ///
    /// In Dutch, when it may be read only.
    pub fn may_change(&self) -> Result<()> {
        if self.existing.as_ref().is_some_and(|meta| meta.permissions().readonly()) {
            bail!("{} is alleen te lezen. Kijk de rechten van het bestand na.", visible::path(&self.shown));
        }
        Ok(())
    }

    /// Tells the lock where a killed run would leave its temporary file.
    fn note(lock: &Lock, folder: &Path) -> io::Result<()> {
        let (root, folder) = (lock.folder().canonicalize()?, folder.canonicalize()?);
        folder.strip_prefix(root).map_or(Ok(()), |below| lock.note(below))
    }

    /// Takes the file away, when there is one.
    ///
    /// # Errors
    ///
    /// In Dutch: no rights.
    pub fn remove(&self) -> Result<()> {
        match fs::remove_file(&self.shown) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(failed(&self.shown, "is niet weg te halen", &error))
            }
            _ => Ok(()),
        }
    }

    /// Everything under another name in the same folder.
    fn beside(&self, folder: &Path, content: &mut dyn Read, sync: Sync) -> io::Result<Temporary> {
        let temporary = Temporary::new(folder)?;
        let mut file = temporary.file()?;
        io::copy(content, &mut file)?;
        if let Some(meta) = &self.existing {
            keep(meta, &self.target, file)?;
        }
        if sync == Sync::Now {
            file.sync_all()?;
        }
        Ok(temporary)
    }

    fn unread(&self, error: &io::Error) -> anyhow::Error {
        failed(&self.shown, UNREAD, error)
    }
}

/// A link among the folders must not lead the output elsewhere; folders that are yet to be made lead nowhere.
fn stays_inside(root: &Path, shown: &Path) -> Result<()> {
    let folder = shown.ancestors().skip(1).find(|folder| is_there(folder));
    let (Some(folder), true) = (folder, is_there(root)) else { return Ok(()) };
    // a link to nothing stands in the way when the folder is made
    let Ok(folder) = real(folder) else { return Ok(()) };
    if folder.starts_with(real(root)?) { Ok(()) } else { Err(outside(root, shown)) }
}

fn is_there(path: &Path) -> bool {
    path.as_os_str().is_empty() || path.symlink_metadata().is_ok()
}

fn outside(root: &Path, shown: &Path) -> anyhow::Error {
    anyhow!("{} ligt door een koppeling buiten {}. Haal de koppeling weg.", visible::path(shown), visible::path(root))
}

fn real(path: &Path) -> Result<PathBuf> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    path.canonicalize().map_err(|error| failed(path, "is niet te vinden", &error))
}

/// Of what stands there itself, be it a link; nothing when nothing does.
fn metadata(path: &Path) -> Result<Option<Metadata>> {
    match path.symlink_metadata() {
        Ok(meta) => Ok(Some(meta)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(path, UNWRITTEN, &error)),
    }
}

/// Gives a new file the rights and the owner of the old one, lists of rights (ACL) and other attributes included. What may not
/// be given away, or not on this disk, is no reason to stop.
#[cfg(unix)]
fn keep(old: &Metadata, place: &Path, new: &File) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    use xattr::FileExt;
    for name in xattr::list(place).into_iter().flatten() {
        if let Ok(Some(value)) = xattr::get(place, &name) {
            drop(new.set_xattr(&name, &value));
        }
    }
    let now = new.metadata()?;
    if now.gid() != old.gid() {
        drop(fchown(new, None, Some(old.gid())));
    }
    if now.uid() != old.uid() {
        drop(fchown(new, Some(old.uid()), None));
    }
    new.set_permissions(old.permissions())
}

#[cfg(not(unix))]
fn keep(_: &Metadata, _: &Path, _: &File) -> io::Result<()> {
    Ok(())
}

/// A name is on the disk when its folder is.
#[cfg(unix)]
fn sync_names(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_names(_: &Path) -> io::Result<()> {
    Ok(())
}
