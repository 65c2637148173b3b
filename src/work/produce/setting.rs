//! What a page is made with, beside what it says.

use std::collections::BTreeMap;

use crate::paper::site::{Around, Site};
use crate::paper::{Beside, View};
use crate::render::Format;
use crate::render::mail::Along;

/// What is made in the same run, and where links of a page lead to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting<'a> {
    /// The names of the documents that are made of a meeting, each without notes for the chair; all without it.
    pub only: Option<&'a [&'a str]>,
    /// The text and the address of a link back.
    pub home: Option<(&'a str, &'a str)>,
    /// The pages of papers, by the addresses of those.
    pub pages: Option<&'a BTreeMap<String, String>>,
    /// The site that it is for: it leads to all other pages, and needs no link back.
    pub site: Option<Site<'a>>,
    /// What is made in the same run.
    pub beside: Beside<'a>,
    /// The papers that go along with a mail.
    pub along: Option<&'a Along>,
}

impl Setting<'_> {
    /// What stands around the page of a view.
    pub(super) fn around(&self, view: &View<'_>) -> Option<Around> {
        self.site.map(|site| site.around(&format!("{}.{}", view.stem, Format::Html.extension())))
    }
}
