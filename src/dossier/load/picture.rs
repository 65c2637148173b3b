//! Pictures that may stand in every page.

use std::fs;
use std::path::Path;

use super::text::normal;
use super::{Folder, papers};
use crate::limits::PICTURE;

/// A picture that is text.
pub const SVG: &str = "image/svg+xml";

/// A picture beside the covenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// Its kind (`image/png`) and its bytes.
    Read(&'static str, Vec<u8>),
    /// Larger than 100 kB, or not readable.
    Unfit,
    /// A link that leads out of the dossier.
    Outside,
}

/// The picture with this name in the dossier's folder; none when the name is not a picture's.
pub(super) fn read(dossier: &Folder, name: &str) -> Option<Picture> {
    let kind = match Path::new(name).extension()?.to_str()? {
        "svg" => SVG,
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        _ => return None,
    };
    let path = dossier.root.join(name);
    if papers::leaves(dossier.real.as_deref(), &path) {
        return Some(Picture::Outside);
    }
    let fits = path.metadata().is_ok_and(|meta| meta.is_file() && meta.len() <= PICTURE.most() as u64);
    let bytes = fits.then(|| fs::read(path).ok()).flatten();
    Some(bytes.map_or(Picture::Unfit, |bytes| Picture::Read(kind, if kind == SVG { text(bytes) } else { bytes })))
}

/// A checkout with other line ends gives the same pages.
fn text(bytes: Vec<u8>) -> Vec<u8> {
    String::from_utf8(bytes).map_or_else(std::string::FromUtf8Error::into_bytes, |text| normal(text).into_bytes())
}
