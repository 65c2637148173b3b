//! The folder of the dossier that a command works on.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::dossier::load;
use crate::visible;

/// The folder of the dossier that was named, or of the nearest one from here upwards.
pub(super) fn of(named: Option<&Path>) -> Result<PathBuf> {
    match named {
        Some(folder) if load::is_dossier(folder) => Ok(folder.to_owned()),
        Some(folder) if folder.is_dir() => {
            let shown = visible::path(folder);
            bail!(
                "De map {shown} is geen dossier: er staat geen convenant.toml in.\n{}",
                way_on(folder, "Noem de map met --dossier MAP.")
            )
        }
        Some(folder) => bail!("De map {} is er niet.", visible::path(folder)),
        None => nearest(),
    }
}

/// The nearest folder, from here upwards, that is a dossier or holds one as `agendas/`.
fn nearest() -> Result<PathBuf> {
    let here = env::current_dir().context("De huidige map is niet te lezen.")?;
    for (up, folder) in here.ancestors().enumerate() {
        for place in [folder.to_owned(), folder.join("agendas")] {
            if load::is_dossier(&place) {
                return Ok(as_seen_from_here(&place, folder, up));
            }
        }
    }
    bail!(
        "Hier is geen dossier: in deze map en de mappen erboven staat geen convenant.toml.\n\
         {}",
        way_on(&here, "Ga naar de map van het dossier, of noem die met --dossier MAP.")
    )
}

/// How to come to a dossier: often the file is there under another name.
fn way_on(folder: &Path, otherwise: &str) -> String {
    load::almost_dossier(folder).map_or_else(
        || otherwise.to_owned(),
        |name| {
            format!(
                "Er staat wel {}: noem dat bestand convenant.toml, met kleine letters en niets erachter.",
                visible::line(&name)
            )
        },
    )
}

/// A short path for messages: `agendas`, `..`, `../agendas`.
fn as_seen_from_here(place: &Path, ancestor: &Path, up: usize) -> PathBuf {
    let mut path: PathBuf = std::iter::repeat_n("..", up).collect();
    if let Ok(below) = place.strip_prefix(ancestor) {
        path.push(below);
    }
    if path.as_os_str().is_empty() { PathBuf::from(".") } else { path }
}
