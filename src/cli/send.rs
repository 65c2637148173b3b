//! `verzend`.

use anyhow::Result;

use super::arguments::{Arguments, Send};
use super::{Status, ended, say};
use crate::work::send::{Done, Request, send};
use crate::{dutch, visible};

pub(super) fn run(arguments: &Arguments, ask: &Send) -> Result<Status> {
    let (mut dossier, mut additions) = arguments.open_to_change()?;
    let request = Request {
        kind: ask.kind,
        meeting: ask.meeting.as_deref(),
        on_behalf_of: ask.namens.as_deref(),
        to: &ask.aan,
        date: ask.datum,
        undo: ask.ongedaan,
    };
    let report = send(&mut dossier, &mut additions, &request);
    ended(&dossier, report, |report| {
        let place = visible::line(&report.path);
        match report.done {
            Done::Recorded(lines) => {
                for line in &lines {
                    say(&format!("Vastgelegd in {place}: {}", visible::line(line)));
                }
            }
            Done::Nothing(day) => {
                say(&format!("Dit stond er al voor {}, in {place}; er is niets nieuws vastgelegd.", dutch::date(day)));
            }
            Done::Undone(line) => say(&format!("Weggehaald uit {place}: {}", visible::line(&line))),
        }
        Ok(Status::Done)
    })
}
