//! How the papers look.

use crate::source::Spanned;

/// `[huisstijl]`.
#[derive(Debug, Clone, Default)]
pub struct Style {
    /// The accent on white and the one on the dark page, as `#rrggbb`, both at least 4.5:1.
    pub accent: Option<(String, String)>,
    /// The logo, which stands in every page itself: a page makes no requests.
    pub logo: Option<Logo>,
    /// From whom the papers come: a name and an address, line by line. A page that comes back filled in is without it.
    pub sender: Vec<Spanned<String>>,
}

/// A picture.
#[derive(Debug, Clone)]
pub struct Logo {
    /// `image/svg+xml`, `image/png` or `image/jpeg`.
    pub kind: &'static str,
    /// The file as it stands beside the covenant, at most 100 kB.
    pub bytes: Vec<u8>,
}
