//! Papers are not written among the files that a dossier is read from: a copy would be taken for the paper, and the paper
//! for a copy.

use std::path::Path;

use anyhow::{Result, bail};

use crate::dossier::load::{ReadFrom, read_from};
use crate::visible;
use crate::write::OWN;

/// What is written in a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written<'a> {
    /// Files of which the program makes up the names.
    Files,
    /// One file, with a name that a person gave it.
    Named(&'a str),
    /// Templates.
    Templates,
}

impl Written<'_> {
    /// Whether it may stand in a folder of this kind.
    fn may_stand_in(self, folder: ReadFrom) -> bool {
        match (self, folder) {
            // whoever names a file knows where; a name that looks like one of the dossier is told as misspelt
            (Self::Named(name), ReadFrom::Root) => !name.to_lowercase().contains(".toml"),
            (Self::Templates, ReadFrom::Templates) => true,
            _ => false,
        }
    }
}

/// Refuses a folder that a dossier is read from, and a name that the program has for files of its own; `way` is another
/// that can be named instead.
///
/// # Errors
///
/// In Dutch, with that way.
pub fn refuse_dossier(folder: &Path, written: Written<'_>, way: &str) -> Result<()> {
    if let Written::Named(name) = written
        && name.to_lowercase().starts_with(OWN)
    {
        let name = visible::line(name);
        bail!("De naam {name} gebruikt beraad zelf. Er is niets geschreven.\nKies een andere naam, of een map: {way}")
    }
    let Some(place) = read_from(folder).filter(|place| !written.may_stand_in(*place)) else { return Ok(()) };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let shown = visible::path(folder);
    let why = match place {
        ReadFrom::Coming => {
            format!(
                "De map {shown} zou bij het dossier zelf horen: een map die met een datum begint, is daar een vergadering."
            )
        }
        ReadFrom::File => {
            format!("De map {shown} zou bij het dossier zelf horen: een naam met .toml is daar die van een bestand.")
        }
        _ => format!("In {shown} staan uw eigen bestanden; die map hoort bij het dossier zelf."),
    };
    bail!("{why} Er is niets geschreven.\nKies een andere map, bijvoorbeeld {way}")
}
