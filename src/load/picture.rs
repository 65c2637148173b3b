//! Pictures that may stand in every page.

use std::fs;
use std::path::Path;

use super::papers;
use crate::limits::PICTURE;

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
pub fn read(root: &Path, name: &str) -> Option<Picture> {
    let kind = match Path::new(name).extension()?.to_str()? {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        _ => return None,
    };
    let path = root.join(name);
    if papers::leaves(root, &path) {
        return Some(Picture::Outside);
    }
    let fits = path.metadata().is_ok_and(|meta| meta.is_file() && meta.len() <= PICTURE.most() as u64);
    let bytes = fits.then(|| fs::read(path).ok()).flatten();
    Some(bytes.map_or(Picture::Unfit, |bytes| Picture::Read(kind, bytes)))
}
