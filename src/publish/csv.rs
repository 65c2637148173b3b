//! All decisions as one table (RFC 4180, UTF-8).

use crate::model::{ItemId, MeetingId, Outcome, Treatment};
use crate::paper::site::{Scope, address, came_to};
use crate::word::Word as _;

pub(super) const NAME: &str = "besluiten.csv";

const COLUMNS: [&str; 9] =
    ["vergadering", "overleg", "datum", "nummer", "agendapunt", "titel", "gevraagd", "uitkomst", "pagina"];

/// The table: one row for each decision that was requested, or for the item where none was; no procedure.
pub(super) fn of(scope: &Scope<'_>) -> String {
    let mut out = String::new();
    row(&COLUMNS.map(str::to_owned), &mut out);
    for id in scope.meetings.iter().copied().filter(|id| came_to(scope, *id)) {
        rows(scope, id, &mut out);
    }
    out
}

fn rows(scope: &Scope<'_>, id: MeetingId, out: &mut String) {
    let (region, meeting) = (scope.region, &scope.region[id]);
    for treated in meeting.minutes.iter().flat_map(|minutes| &minutes.items) {
        let at = ItemId { meeting: id, index: treated.item };
        let item = &region[at];
        let is_procedure = item.treatment == Treatment::Procedure;
        if is_procedure || !item.is_whole() || item.cancelled.is_some() || treated.outcomes().next().is_none() {
            continue;
        }
        let common = |asked: &str, number: usize| {
            let outcome = if number == 0 { treated.outcome } else { treated.outcome_of(number) };
            let outcome = outcome.map(Outcome::word).unwrap_or_default();
            let page = format!("{}#punt-{}", address(region, id), item.number);
            let (date, body) = (meeting.last_day().to_string(), region.meets_as(id).to_owned());
            [&meeting.key, &body, &date, &item.number, &item.key, &item.title.value, asked, outcome, &page]
                .map(str::to_owned)
        };
        if item.requested.is_empty() {
            row(&common("", 0), out);
        }
        for (at, asked) in item.requested.iter().enumerate() {
            row(&common(asked, at + 1), out);
        }
    }
}

/// A row. A cell that a spreadsheet would take for a formula begins with a quote.
fn row(cells: &[String], out: &mut String) {
    for (at, cell) in cells.iter().enumerate() {
        out.push_str(if at == 0 { "\"" } else { ",\"" });
        if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            out.push('\'');
        }
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}
