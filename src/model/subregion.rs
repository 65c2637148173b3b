//! The subregions of `convenant.toml`.

use super::{PartyId, Period};
use crate::source::Span;

/// A subregion (`[subregio.<key>]`).
#[derive(Debug, Clone)]
pub struct Subregion {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// `andere_naam`: another name by which it is known.
    pub other_name: Option<String>,
    /// Its municipalities, one more often when it left and came back.
    pub members: Vec<Member>,
    /// Where it stands.
    pub span: Span,
}

/// A municipality of a subregion.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// Which.
    pub party: PartyId,
    /// When, as far as it exists then.
    pub period: Period,
}
