//! A file under a name of its own, until it is whole and gets the name that it is for.

use std::fs::File;
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

const PREFIX: &str = ".beraad-";
const SUFFIX: &str = ".tijdelijk";

/// A file that goes away by itself, unless it is given its name.
#[derive(Debug)]
pub struct Temporary(NamedTempFile);

impl Temporary {
    /// An empty one, with the rights of any new file in this folder.
    pub fn new(folder: &Path) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        Ok(Self(builder.tempfile_in(folder)?))
    }

    /// To write to.
    pub fn file(&mut self) -> &mut File {
        self.0.as_file_mut()
    }

    /// Gives it its name, over what had that name.
    pub fn persist(self, place: &Path) -> io::Result<()> {
        self.0.persist(place).map(drop).map_err(|error| error.error)
    }
}
