//! One writer at a time in a folder: a dossier, or a folder that documents are written to.
//!
//! The system holds the lock and lets it go when the program ends, however it ends. The file says whose it is, and in which
//! folders temporary files may lie. It is taken away at the end; one that stayed tells of a run that was killed.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Result, bail};

use super::temporary;
use crate::system::failed;
use crate::visible;

const NAME: &str = ".beraad-slot";
/// How often a lock is tried that somebody else holds: for about six seconds.
const TRIES: u32 = 120;
const PAUSE: Duration = Duration::from_millis(50);
/// After so many tries the person is told why nothing happens.
const PATIENCE: u32 = 10;
/// Of a file that says whose the lock is, so much is read.
const LONGEST: u64 = 64 * 1024;

/// A folder in which nobody else writes until this goes.
#[derive(Debug)]
pub struct Lock {
    folder: PathBuf,
    file: Mutex<File>,
    /// The folders that stand in the file.
    noted: Mutex<BTreeSet<PathBuf>>,
    /// The folders that were made ready to write in.
    ready: Mutex<BTreeSet<PathBuf>>,
    /// The folders that were made for this run, the innermost first.
    made: Vec<PathBuf>,
}

impl Lock {
    /// Takes the lock of this folder, which is made when it is not there. `holder` says whose it is and since when;
    /// `waiting` is told whose it is as long as it is somebody else's.
    ///
    /// # Errors
    ///
    /// In Dutch: somebody else kept it, no rights, a disk without locks.
    pub fn take(folder: &Path, holder: &str, waiting: impl Fn(&str)) -> Result<Self> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let unlocked = |error: &io::Error| failed(folder, "is niet op slot te doen", error);
        let made = folder.ancestors().filter(|above| !above.as_os_str().is_empty());
        let made: Vec<PathBuf> = made.take_while(|above| !above.is_dir()).map(Path::to_owned).collect();
        fs::create_dir_all(folder).map_err(|error| failed(folder, "is niet te schrijven", &error))?;
        for attempt in 0..TRIES {
            let file = open(&folder.join(NAME)).map_err(|error| unlocked(&error))?;
            match file.try_lock() {
                Ok(()) if is_at(&file, &folder.join(NAME)) => {
                    let lock = Self {
                        folder: folder.to_owned(),
                        file: Mutex::new(file),
                        noted: Mutex::default(),
                        ready: Mutex::default(),
                        made,
                    };
                    temporary::watch(&folder.join(NAME));
                    lock.begin(holder).map_err(|error| unlocked(&error))?;
                    return Ok(lock);
                }
                Ok(()) => continue,
                Err(TryLockError::Error(error)) => return Err(unlocked(&error)),
                Err(TryLockError::WouldBlock) if attempt == PATIENCE => waiting(&held(folder)),
                Err(TryLockError::WouldBlock) => {}
            }
            sleep(PAUSE);
        }
        bail!("{} Wacht tot die klaar is en probeer het opnieuw.", held(folder))
    }

    /// Cleans up what a killed run left, and says whose the lock is now.
    fn begin(&self, holder: &str) -> io::Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let mut left = String::new();
        // what is not ours to read is nothing to clean up by
        drop(Read::by_ref(&mut *file).take(LONGEST).read_to_string(&mut left));
        for folder in left.lines().skip(1) {
            let is_below = Path::new(folder).components().all(|part| matches!(part, Component::Normal(_)));
            if is_below {
                temporary::clean(&self.folder.join(folder));
            }
        }
        file.set_len(0)?;
        file.rewind()?;
        writeln!(file, "{}", visible::line(holder))
    }

    /// Notes a folder, from this one, in which temporary files are about to lie.
    pub(super) fn note(&self, below: &Path) -> io::Result<()> {
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        if noted.insert(below.to_owned()) {
            let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
            file.write_all(below.as_os_str().as_encoded_bytes())?;
            file.write_all(b"\n")?;
        }
        Ok(())
    }

    /// Whether a folder was made ready to write in, in this run.
    pub(super) fn is_ready(&self, folder: &Path) -> bool {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner).contains(folder)
    }

    /// A folder is there, and stands in the file.
    pub(super) fn ready(&self, folder: &Path) {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let path = self.folder.join(NAME);
        // a file that could not be taken away is taken over by the next run
        drop(if cfg!(unix) { fs::remove_file(&path) } else { emptied(&self.file) });
        temporary::forget(&path);
        // only as far as nothing came in them
        let _ = self.made.iter().try_for_each(fs::remove_dir);
    }
}

/// Elsewhere a file that is open cannot be taken away.
fn emptied(file: &Mutex<File>) -> io::Result<()> {
    file.lock().unwrap_or_else(PoisonError::into_inner).set_len(0)
}

/// Whoever has no rights on the file of a killed run takes it away and makes another.
fn open(path: &Path) -> io::Result<File> {
    if path.symlink_metadata().is_ok_and(|meta| !meta.is_file()) {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
    if opened.as_ref().is_err_and(|error| error.kind() == ErrorKind::PermissionDenied) && path.is_file() {
        let left = File::open(path)?;
        if left.try_lock().is_ok() {
            fs::remove_file(path)?;
            return OpenOptions::new().read(true).write(true).create_new(true).open(path);
        }
        return Ok(left);
    }
    opened
}

/// Whether this file still has that name: the one before may have taken it away while we waited.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |meta: fs::Metadata| (meta.dev(), meta.ino());
    matches!((file.metadata().map(id), path.symlink_metadata().map(id)), (Ok(ours), Ok(there)) if ours == there)
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

/// Who holds the lock.
fn held(folder: &Path) -> String {
    let folder_shown = visible::path(folder);
    let mut text = String::new();
    let read = File::open(folder.join(NAME)).and_then(|file| file.take(LONGEST).read_to_string(&mut text));
    match (read, text.lines().next()) {
        (Ok(_), Some(holder)) => format!("In {folder_shown} werkt al een andere opdracht: {}.", visible::line(holder)),
        _ => format!("In {folder_shown} werkt al een andere opdracht van beraad."),
    }
}
