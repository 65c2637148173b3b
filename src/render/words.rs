//! The words that all papers share: what a table of contents is called, an alert, a page. They stand in a template.

use std::sync::Arc;

use super::tree;
use crate::role::Role;

/// The template of the words.
pub(super) const TEMPLATE: &str = "woorden.md";

/// What a template made of a view, and the words that all papers share.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// Markdown in which roles are marked and fields are placeholders.
    pub text: String,
    /// The words.
    pub words: Arc<Words>,
}

/// The words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// What a table of contents is called.
    pub contents: String,
    /// What an alert of each kind is called.
    pub note: String,
    /// A tip.
    pub tip: String,
    /// What is important.
    pub important: String,
    /// What to mind.
    pub warning: String,
    /// What to beware of.
    pub caution: String,
    /// What introduces `{lijst}`, the abbreviations at the foot of a paper.
    pub abbreviations: String,
    /// What stands at the foot of a printed page.
    pub page: Vec<OnPage>,
    /// What leads the reader over the links at the top of a page of a site.
    pub skip: String,
    /// What the links at the top of a page of a site are called.
    pub menu: String,
    /// The way down to a page.
    pub way: String,
    /// The page before it and the one after it.
    pub beside: (String, String),
    /// The links at its foot.
    pub foot: String,
    /// The field to search with.
    pub search: String,
    /// How many were found, `{aantal}`; and that nothing was.
    pub found: (String, String),
}

/// A piece of what stands at the foot of a printed page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnPage {
    /// Words.
    Text(String),
    /// The number of the page.
    Number,
    /// How many pages there are.
    Count,
}

impl Words {
    /// The words in the text of their template; else the names of those that it does not give, each once. Those of a site may
    /// be left out: then they are those of the program.
    pub(super) fn read(text: &str, built_in: &str) -> Result<Self, Vec<&'static str>> {
        let (named, ours) = (tree::texts(text, Role::Words), tree::texts(built_in, Role::Words));
        let mut lacks = Vec::new();
        let said = |named: &[(String, String)], name: &str| {
            let mut said = named.iter().filter(|(known, _)| known == name).map(|(_, said)| said.clone());
            Some(said.next()?).filter(|first| said.next().is_none() && !first.is_empty())
        };
        let of_site = |name| said(&named, name).or_else(|| said(&ours, name)).unwrap_or_default();
        let mut take = |name: &'static str| {
            said(&named, name).unwrap_or_else(|| {
                lacks.push(name);
                String::new()
            })
        };
        let words = Self {
            contents: take("inhoud"),
            note: take("opmerking"),
            tip: take("tip"),
            important: take("belangrijk"),
            warning: take("let-op"),
            caution: take("pas-op"),
            abbreviations: take("afkortingen"),
            page: on_page(&take("bladzijde")),
            skip: of_site("overslaan"),
            menu: of_site("menu"),
            way: of_site("waar"),
            beside: (of_site("vorige"), of_site("volgende")),
            foot: of_site("meer"),
            search: of_site("zoeken"),
            found: (of_site("gevonden"), of_site("niets-gevonden")),
        };
        if lacks.is_empty() { Ok(words) } else { Err(lacks) }
    }
}

/// `pagina {nr} van {aantal}` in its pieces.
fn on_page(text: &str) -> Vec<OnPage> {
    let known = [("{nr}", OnPage::Number), ("{aantal}", OnPage::Count)];
    let mut pieces = Vec::new();
    let mut rest = text;
    loop {
        let next = known.iter().filter_map(|(name, piece)| Some((rest.find(name)?, name.len(), piece)));
        let Some((at, length, piece)) = next.min_by_key(|(at, ..)| *at) else { break };
        pieces.extend((at > 0).then(|| OnPage::Text(rest[..at].to_owned())));
        pieces.push(piece.clone());
        rest = &rest[at + length..];
    }
    pieces.extend((!rest.is_empty()).then(|| OnPage::Text(rest.to_owned())));
    pieces
}
