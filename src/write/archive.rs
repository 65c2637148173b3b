//! Files of ours in one file, to hand out: the same files give the same bytes on any day and on any computer.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

use anyhow::{Result, bail};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, System, ZipWriter};

use super::place::Place;
use super::{Outcome, Writer, temporary};
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
        let folder = self.hold.folder();
        let unwritten = |error: io::Error| failed(&folder.join(path), "is niet te schrijven", &error);
        let whole = temporary::nameless(folder).map_err(unwritten)?;
        let mut packed = ZipWriter::new(Patient { file: &whole, at: 0, failed: None });
        for file in files {
            let mut content = self.ours(file)?;
            packed_as(&mut packed, file, &mut content).map_err(unwritten)?;
        }
        let written = packed.finish().map_err(|error| unwritten(error.into()))?;
        written.failed.map_or(Ok(()), Err).map_err(unwritten)?;
        let mut whole = &whole;
        whole.rewind().map_err(unwritten)?;
        self.copy(path, &mut whole)
    }

    /// A file of ours as we wrote it.
    fn ours(&self, path: &str) -> Result<File> {
        let place = Place::below(self.hold.folder(), path)?;
        let print = place.print()?;
        match place.open()?.filter(|_| print.is_some_and(|print| self.knows(path, &print))) {
            Some(file) => Ok(file),
            None => bail!(
                "{} is intussen door iemand anders veranderd. Probeer het opnieuw.",
                visible::path(&self.hold.folder().join(path))
            ),
        }
    }
}

/// A file that keeps its first error for later: the library goes on after one, and says so in English.
struct Patient<'a> {
    file: &'a File,
    at: u64,
    failed: Option<io::Error>,
}

impl Patient<'_> {
    /// What was done, or when it was not what would have been.
    fn done<T>(&mut self, outcome: io::Result<T>, otherwise: T) -> T {
        outcome.unwrap_or_else(|error| {
            self.failed.get_or_insert(error);
            otherwise
        })
    }
}

impl Write for Patient<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let outcome = if self.failed.is_none() { self.file.write_all(bytes) } else { Ok(()) };
        self.done(outcome, ());
        self.at += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Patient<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let would = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::Current(by) | SeekFrom::End(by) => self.at.saturating_add_signed(by),
        };
        let outcome = if self.failed.is_none() { self.file.seek(to) } else { Ok(would) };
        self.at = self.done(outcome, would);
        Ok(self.at)
    }
}

/// Adds a file under this name, without what differs between two runs: its times, its owner, the system.
fn packed_as(packed: &mut ZipWriter<Patient<'_>>, name: &str, content: &mut File) -> io::Result<()> {
    let options = SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Deflated).system(System::Unix);
    let is_wide = content.metadata()?.len() > WIDE;
    packed.start_file(name, options.unix_permissions(RIGHTS).large_file(is_wide))?;
    io::copy(content, packed).map(drop)
}
