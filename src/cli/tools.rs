//! `uitleg`, `sjablonen`, `schema` and `handleiding`.

use std::path::Path;

use anyhow::{Result, bail};

use super::arguments::{Explain, Manual, Schemas, TemplatesOut};
use super::{Status, manual as pages, print, say, writer};
use crate::dossier::format::{self, KINDS};
use crate::dossier::read::nearest;
use crate::dossier::schema::schema;
use crate::render::template::BUILT_IN;
use crate::work::apart::Written;
use crate::write::Outcome;
use crate::{show, visible};

/// Prints the page of a finding, or the catalogue; or writes all pages.
pub(super) fn explain(explain: &Explain) -> Result<Status> {
    if let Some(folder) = &explain.naar {
        return files_out(
            folder,
            explain.overschrijf,
            Written::Files,
            show::pages().into_iter().map(|(name, text)| (name, text.into_bytes())),
        );
    }
    let Some(name) = &explain.name else { return print(show::catalogue().as_bytes()) };
    let Some(text) = show::page(name) else {
        let faults = show::faults();
        let near = nearest(name, faults.iter().map(|fault| fault.name));
        let hint = near.map_or("Bekijk ze alle met: beraad uitleg".to_owned(), |near| format!("Bedoelde u {near}?"));
        bail!("Er is geen bevinding met de naam “{}”.\n{hint}", visible::line(name));
    };
    print(text.as_bytes())
}

/// Writes out the built-in templates.
pub(super) fn templates(out: &TemplatesOut) -> Result<Status> {
    let files = BUILT_IN.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    files_out(&out.folder, out.overschrijf, Written::Templates, files)
}

/// Prints one schema or writes all.
pub(super) fn schemas(out: &Schemas) -> Result<Status> {
    if let Some(kind) = out.kind.as_deref().and_then(format::kind) {
        return print(schema(kind).as_bytes());
    }
    let folder = out.naar.as_deref().unwrap_or_else(|| Path::new("."));
    let files = KINDS.iter().map(|kind| (format!("{}.schema.json", kind.name), schema(kind).into_bytes()));
    files_out(folder, out.overschrijf, Written::Files, files)
}

/// Prints the first man page or writes all.
pub(super) fn manual(out: &Manual) -> Result<Status> {
    let pages = pages::pages()?;
    match &out.naar {
        Some(folder) => files_out(folder, out.overschrijf, Written::Files, pages.into_iter()),
        None => print(&pages.into_iter().next().map(|(_, text)| text).unwrap_or_default()),
    }
}

/// Files that carry no stamp: what differs was edited.
fn files_out(
    folder: &Path,
    overwrite: bool,
    written: Written<'_>,
    files: impl Iterator<Item = (String, Vec<u8>)>,
) -> Result<Status> {
    let way = if written == Written::Templates { "beraad sjablonen sjablonen/" } else { "--naar uit" };
    let writer = writer(folder, overwrite, written, way)?;
    let (mut edited, mut written) = (Vec::new(), 0);
    for (name, bytes) in files {
        match writer.copy(&name, &mut std::io::Cursor::new(bytes))? {
            Outcome::Edited => edited.push(visible::path(&folder.join(name))),
            Outcome::Written => written += 1,
            Outcome::Unchanged => {}
        }
    }
    say(&format!(
        "{written} {} geschreven in {}.",
        if written == 1 { "bestand" } else { "bestanden" },
        visible::path(folder)
    ));
    if edited.is_empty() {
        return Ok(Status::Done);
    }
    bail!(
        "Deze bestanden zijn anders dan beraad ze nu schrijft: u hebt ze veranderd, of ze zijn van een andere versie. Ze zijn \
         niet overschreven:\n  {}\nWilt u ze vervangen, gebruik dan --overschrijf.",
        edited.join("\n  ")
    )
}
