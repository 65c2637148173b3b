//! How a command ends: with its report, or with what stood in its way.

use anyhow::Result;

use super::{Status, say, say_coloured};
use crate::finding::Finding;
use crate::show;
use crate::work::{Dossier, Stop};

/// What is said of an action that was not stopped; or what stands in its way.
pub(super) fn ended<T>(
    dossier: &Dossier,
    outcome: std::result::Result<T, impl Into<Stop>>,
    told: impl FnOnce(T) -> Result<Status>,
) -> Result<Status> {
    match outcome.map_err(Into::into) {
        Ok(report) => told(report),
        Err(Stop::Findings(findings)) => Ok(refuse(dossier, &findings)),
        Err(Stop::Template(fault)) => Ok(refuse(dossier, &[dossier.template_finding(&fault)])),
        Err(Stop::Program(error)) => Err(error),
    }
}

/// Shows the findings that stand in the way.
pub(super) fn refuse(dossier: &Dossier, findings: &[Finding]) -> Status {
    say_coloured(show::text(findings, &dossier.folder.sources, &dossier.prefix(), true).trim_end());
    Status::Findings
}

/// Errors of the dossier that did not stand in the way of this document are told in one line.
pub(super) fn mention_others(dossier: &Dossier) {
    let count = dossier.count_errors();
    if count > 0 {
        let words = if count == 1 { "staat nog 1 fout" } else { &format!("staan nog {count} fouten") };
        say(&format!("Let op: elders in het dossier {words}. Bekijk ze met: beraad controleer"));
    }
}
