//! What a public site says of itself.

use crate::source::Spanned;

/// `[publicatie]`. All of it is for everybody.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// Where it stands: `https://`, a host and a path that ends in `/`.
    pub address: Option<Spanned<String>>,
    /// What the bodies are, for who never heard of them; Markdown.
    pub about: Option<Spanned<String>>,
    /// Who may be asked, an e-mail address that its owner made public.
    pub contact: Option<Spanned<String>>,
    /// Where the accessibility statement stands in the register, `https://`.
    pub statement: Option<Spanned<String>>,
}
