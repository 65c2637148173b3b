//! `controleer`, `sjablonen`, `schema` and `handleiding`.

use std::path::Path;

use anyhow::Result;

use super::arguments::{Arguments, Check, Manual, Schemas, TemplatesOut};
use super::choose::{Choice, Choices};
use super::input::Input;
use super::papers::refuse_edited;
use super::{Status, manual as pages, print, say, template_finding, templates as load_templates};
use crate::finding::Finding;
use crate::format::{self, KINDS};
use crate::model::MeetingId;
use crate::produce::{self, Setting};
use crate::render::Format;
use crate::render::template::BUILT_IN;
use crate::schema::schema;
use crate::write::{Outcome, Writer};
use crate::{finding, show};

/// Prints every finding, or those that touch the meetings named.
pub fn check(arguments: &Arguments, check: &Check) -> Result<Status> {
    let input = arguments.input()?;
    let mut findings = input.resolved.findings.clone();
    findings.extend(template_fault(&input, arguments.today()));
    if !check.meetings.is_empty() {
        let mut wanted: Vec<Finding> = Vec::new();
        for choice in Choices::new(input.region(), input.folders(), arguments.today()).all(&check.meetings)? {
            let folder = match &choice {
                Choice::Meeting(id) => input.folder_of(*id),
                Choice::Broken(folder) => folder,
            };
            wanted.extend(findings.iter().filter(|finding| touches(&input, finding, folder)).cloned());
        }
        findings = wanted;
    }
    finding::sort(&mut findings);
    let mut out = anstream::stdout();
    let text = show::text(&findings, &input.dossier.sources, &input.prefix(), true);
    // a reader that has had enough is no error
    drop(std::io::Write::write_all(&mut out, text.as_bytes()));
    Ok(if findings.iter().any(Finding::is_error) { Status::Findings } else { Status::Done })
}

/// The first fault of the dossier's own templates. Some show only when they are used, so every document is made.
fn template_fault(input: &Input, today: chrono::NaiveDate) -> Option<Finding> {
    if input.dossier.templates.is_empty() {
        return None;
    }
    let templates = match load_templates(&input.dossier, &[]) {
        Ok(templates) => templates,
        Err(finding) => return Some(*finding),
    };
    let region = input.region();
    let meetings = (0..region.meetings.len()).map(MeetingId);
    let mut used = meetings
        .map(|id| produce::meeting(region, id, today, &templates, &[Format::Markdown], Setting::default()).map(drop));
    let fault = used
        .find_map(Result::err)
        .or_else(|| produce::overviews(region, today, &templates, &[Format::Markdown], Setting::default()).err());
    fault.map(|fault| template_finding(&input.dossier, &fault))
}

/// Whether a finding is about the region as a whole or about this meeting.
fn touches(input: &Input, finding: &Finding, folder: &str) -> bool {
    let path = &input.dossier.sources.get(finding.span.file).path;
    path.split_once('/').is_none_or(|(place, _)| place == folder || place == "templates")
}

/// Writes out the built-in templates.
pub fn templates(out: &TemplatesOut) -> Result<Status> {
    let files = BUILT_IN.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    files_out(&out.folder, out.overschrijf, files)
}

/// Prints one schema or writes all.
pub fn schemas(out: &Schemas) -> Result<Status> {
    if let Some(kind) = out.kind.as_deref().and_then(format::kind) {
        return print(schema(kind).as_bytes());
    }
    let folder = out.naar.as_deref().unwrap_or_else(|| Path::new("."));
    let files = KINDS.iter().map(|kind| (format!("{}.schema.json", kind.name), schema(kind).into_bytes()));
    files_out(folder, true, files)
}

/// Prints the first man page or writes all.
pub fn manual(out: &Manual) -> Result<Status> {
    let pages = pages::pages()?;
    match &out.naar {
        Some(folder) => files_out(folder, true, pages.into_iter()),
        None => print(&pages.into_iter().next().map(|(_, text)| text).unwrap_or_default()),
    }
}

/// Files that carry no stamp: what differs was edited.
fn files_out(folder: &Path, overwrite: bool, files: impl Iterator<Item = (String, Vec<u8>)>) -> Result<Status> {
    let writer = Writer::new(folder, overwrite);
    let (mut edited, mut written) = (Vec::new(), 0);
    for (name, bytes) in files {
        match writer.copy(&name, &bytes)? {
            Outcome::Edited => edited.push(folder.join(name).display().to_string()),
            Outcome::Written => written += 1,
            Outcome::Unchanged => {}
        }
    }
    say(&format!(
        "{written} {} geschreven in {}.",
        if written == 1 { "bestand" } else { "bestanden" },
        folder.display()
    ));
    refuse_edited(&edited)?;
    Ok(Status::Done)
}
