//! Files that the program holds, written out.

use std::path::Path;

use anyhow::{Result, bail};

use super::{Status, say, writer};
use crate::visible;
use crate::work::apart::Written;
use crate::write::Outcome;

/// Files that carry no stamp: what differs was edited.
pub(super) fn files_out(
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
