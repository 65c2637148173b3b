//! Files of ours in one file, to hand out: the same files give the same bytes on any day and on any computer.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Seek};
use std::path::Path;

use anyhow::{Result, bail};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, System, ZipWriter};

use super::place::Place;
use super::temporary::Temporary;
use super::{Outcome, Writer};
use crate::system::failed;
use crate::visible;

/// What it is called when it is unpacked: anybody may read it.
const RIGHTS: u32 = 0o644;
/// From so many bytes on a file needs the wider numbers; one that cannot be made smaller grows a little.
const WIDE: u64 = (u32::MAX / 2) as u64;

impl Writer {
    /// Writes files that we wrote, under their paths from the folder, in one zip file; it is never in memory as a whole.
    ///
    /// # Errors
    ///
    /// As [`Writer::copy`]; and when somebody saved one of them since.
    pub fn archive(&self, path: &str, files: &BTreeSet<String>) -> Result<Outcome> {
        let folder = self.lock.folder();
        let unwritten = |error: io::Error| failed(&folder.join(path), "is niet te schrijven", &error);
        self.lock.note(Path::new("")).map_err(unwritten)?;
        let temporary = Temporary::new(folder).map_err(unwritten)?;
        let mut whole = temporary.file().map_err(unwritten)?;
        let mut packed = ZipWriter::new(whole);
        for file in files {
            let mut content = self.ours(file)?;
            packed_as(&mut packed, file, &mut content).map_err(unwritten)?;
        }
        packed.finish().map_err(|error| unwritten(error.into()))?;
        whole.rewind().map_err(unwritten)?;
        self.copy(path, &mut whole)
    }

    /// A file of ours as we wrote it.
    fn ours(&self, path: &str) -> Result<File> {
        let place = Place::below(self.lock.folder(), path)?;
        let print = place.print()?;
        match place.open()?.filter(|_| print.is_some_and(|print| self.knows(path, &print))) {
            Some(file) => Ok(file),
            None => bail!(
                "{} is intussen door iemand anders veranderd. Probeer het opnieuw.",
                visible::path(&self.lock.folder().join(path))
            ),
        }
    }
}

/// Adds a file under this name, without what differs between two runs: its times, its owner, the system.
fn packed_as(packed: &mut ZipWriter<&File>, name: &str, content: &mut File) -> io::Result<()> {
    let options = SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Deflated).system(System::Unix);
    let is_wide = content.metadata()?.len() > WIDE;
    packed.start_file(name, options.unix_permissions(RIGHTS).large_file(is_wide))?;
    io::copy(content, packed).map(drop)
}
