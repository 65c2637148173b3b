//! `personen.toml`: who people are, and how they are reached.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use super::PartyId;
use crate::source::Span;

/// What a person is sent (`ontvangt`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum Mailing {
    #[strum(serialize = "agenda")]
    Agenda,
    #[strum(serialize = "raadpleging")]
    Consultation,
    #[strum(serialize = "verslag")]
    Minutes,
}

/// A person (`[persoon.<key>]` in `personen.toml`).
#[derive(Debug, Clone)]
pub struct Person {
    /// The key.
    pub key: String,
    /// The name.
    pub name: String,
    /// Whom the person works for.
    pub party: Option<PartyId>,
    /// The function.
    pub function: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// What is sent to the person: `agenda`, `raadpleging`, `verslag`.
    pub receives: Vec<Mailing>,
    /// Where it stands.
    pub span: Span,
}
