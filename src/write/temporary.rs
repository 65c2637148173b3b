//! Files that must not stay: one under a name of its own until it is whole and gets the name that it is for, and a lock.
//!
//! Each goes away by itself, at Ctrl-C too. What a killed run left is known by its name, and by nobody holding it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use tempfile::NamedTempFile;

const PREFIX: &str = ".beraad-";
const SUFFIX: &str = ".tijdelijk";
/// The exit status of a program that was stopped with Ctrl-C.
const STOPPED: i32 = 130;

/// The files of this run that must not stay.
static PASSING: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

fn passing() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    static WATCH: Once = Once::new();
    WATCH.call_once(|| {
        // without a watch the next run cleans up
        drop(ctrlc::set_handler(stop));
        // a file that grows larger than it may gives an error that can be told, instead of a kill
        #[cfg(unix)]
        drop(signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default()));
    });
    PASSING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Nothing is made while this runs: whoever makes a file waits for the list of them.
fn stop() {
    let passing = passing();
    passing.iter().for_each(|path| drop(fs::remove_file(path)));
    std::process::exit(STOPPED);
}

/// From now on this file goes away at Ctrl-C.
pub(super) fn watch(path: &Path) {
    passing().insert(path.to_owned());
}

/// From now on this file stays, or is gone already.
pub(super) fn forget(path: &Path) {
    passing().remove(path);
}

/// A file without a name in this folder, which nobody has to take away.
pub(super) fn nameless(folder: &Path) -> io::Result<File> {
    tempfile::tempfile_in(folder)
}

/// A file that goes away by itself, unless it is given its name.
#[derive(Debug)]
pub(super) struct Temporary {
    file: Option<NamedTempFile>,
    path: PathBuf,
}

impl Temporary {
    /// An empty one, with the rights of any new file in this folder, held as long as this run lives.
    pub(super) fn new(folder: &Path) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut passing = passing();
        let file = builder.tempfile_in(folder)?;
        let path = file.path().to_owned();
        passing.insert(path.clone());
        drop(passing);
        let new = Self { file: Some(file), path };
        new.file()?.try_lock()?;
        Ok(new)
    }

    /// To write to.
    pub(super) fn file(&self) -> io::Result<&File> {
        self.file.as_ref().map(NamedTempFile::as_file).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Gives it its name, over what had that name.
    pub(super) fn persist(mut self, place: &Path) -> io::Result<()> {
        self.file.take().map_or(Ok(()), |file| file.persist(place).map(drop).map_err(|error| error.error))
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        drop(self.file.take());
        forget(&self.path);
    }
}

/// Takes away what a killed run left in this folder. Whoever still holds such a file goes on with it.
pub(super) fn clean(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.as_encoded_bytes();
        let is_plain = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_plain && name.starts_with(PREFIX.as_bytes()) && name.ends_with(SUFFIX.as_bytes()) {
            let is_left = File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
            if is_left {
                drop(fs::remove_file(entry.path()));
            }
        }
    }
}
