//! The reading of many files to tables: ahead of who takes them in, and not far ahead.

use std::num::NonZero;
use std::sync::mpsc;
use std::thread;

use crate::dossier::faults;
use crate::dossier::load::{File, Folder};
use crate::dossier::read::{Entry, read};
use crate::finding::Finding;
use crate::source::{FileId, Span};

/// A file that was read.
pub(super) struct Read<'a> {
    pub file: &'a File,
    pub entry: Entry,
}

/// Fewer files than this are read sooner by one core than by several.
const FILES_PER_CORE: usize = 50;

/// As many files are read at a time by each core: their tables take more memory than anything else, so they are let go
/// soon.
const FILES_AT_A_TIME: usize = 32;

/// Reads files and gives their tables in the order of the files, some at a time: on all cores when there are many. No core
/// goes on before what it read was taken.
pub(super) fn read_ahead<'a>(
    dossier: &'a Folder,
    files: &[&'a File],
    mut take: impl FnMut(Vec<Read<'a>>, Vec<Finding>),
) {
    let read = |files: &[&'a File]| {
        let mut findings = Vec::new();
        (read_part(dossier, files, &mut findings), findings)
    };
    let (read, parts, cores) = (&read, files.chunks(FILES_AT_A_TIME), cores());
    if files.len() <= FILES_PER_CORE || cores == 1 {
        parts.map(read).for_each(|(tables, findings)| take(tables, findings));
        return;
    }
    thread::scope(|scope| {
        let reading = |core: usize| {
            let (give, taken) = mpsc::sync_channel(0);
            let mut own = parts.clone().skip(core).step_by(cores);
            scope.spawn(move || own.try_for_each(|part| give.send(read(part))));
            taken
        };
        let reading: Vec<_> = (0..cores).map(reading).collect();
        for core in (0..cores).cycle().take(parts.len()) {
            // a core that panicked has nothing more to give, and stops the program
            reading[core].iter().take(1).for_each(|(tables, findings)| take(tables, findings));
        }
    });
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

fn read_part<'a>(dossier: &'a Folder, files: &[&'a File], findings: &mut Vec<Finding>) -> Vec<Read<'a>> {
    let mut read_one = |file: &&'a File| {
        let entry = match dossier.sources.text(file.id) {
            Some(text) => read(file.id, &text, &file.kind.table, findings),
            None => changed_meanwhile(file.id, findings),
        };
        Read { file, entry }
    };
    files.iter().map(&mut read_one).collect()
}

/// A text of a large dossier is read once to look at it and once more to take it in; nothing is known of what another
/// one says.
fn changed_meanwhile(file: FileId, findings: &mut Vec<Finding>) -> Entry {
    let message = "Dit bestand is veranderd of weggehaald terwijl het dossier werd gelezen.";
    findings.push(Finding::new(&faults::UNREADABLE, Span::whole(file), message).hint("geef de opdracht opnieuw"));
    Entry::unread(Span::whole(file))
}
