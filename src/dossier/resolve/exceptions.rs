//! `[[uitzondering]]`: findings that the user silenced.

use super::{Read, Resolver};
use crate::model::Exception;

impl<'a> Resolver<'a> {
    pub(super) fn exceptions(&mut self, read: &Read<'a>) {
        for exception in read.entry.tables("uitzondering") {
            let (Some(rule), Some(reason)) = (exception.string("regel"), exception.string("reden")) else { continue };
            let exception = Exception {
                rule,
                reason,
                item: exception.string("agendapunt"),
                until: exception.date("tot"),
                meeting: None,
                span: exception.span,
            };
            self.excepted.push((read.file.folder.as_deref(), exception));
        }
    }

    /// Exceptions in the order of the files, each with the meeting in whose folder it stands.
    pub(super) fn place_exceptions(&mut self) {
        let mut excepted = std::mem::take(&mut self.excepted);
        excepted.sort_by_key(|(_, exception)| exception.span);
        self.region.exceptions = excepted
            .into_iter()
            .map(|(folder, exception)| {
                let meeting = folder.and_then(|folder| self.names.meeting(folder));
                Exception { meeting, ..exception }
            })
            .collect();
    }
}
