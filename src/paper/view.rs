//! One paper, before its template makes a text of it.

use std::fmt;

use super::readers::Readers;
use super::{Addressees, Brief};
use crate::model::Abbreviation;

/// What one paper says, ready for its template.
pub struct View<'a> {
    /// The template's name without `.md`.
    pub template: &'static str,
    /// The file's name without its extension.
    pub stem: String,
    /// What it is called among the papers for the same readers of its meeting.
    pub label: String,
    /// Who should get such a mail and has no address for it.
    pub unreached: Vec<&'a str>,
    /// For whom it is.
    pub readers: Readers,
    /// The party that it is for, by its name, where it is for one.
    pub whom: Option<String>,
    /// The title with the day.
    pub title: String,
    /// The Markdown texts that [`Field`](super::Field)s point at.
    pub fields: Vec<&'a str>,
    /// How many items and how many decisions it asks about, where it is filled in and comes back.
    pub asks: Option<(usize, usize)>,
    /// The addresses to which a mail with it goes, as far as they are known.
    pub recipients: Vec<&'a str>,
    /// To whom a mail with it goes.
    pub addressees: Addressees,
    /// What a letter with it says of itself.
    pub brief: Brief<'a>,
    /// What abbreviations stand for: those that are in the paper are explained at its foot.
    pub abbreviations: &'a [Abbreviation],
    /// The keys of items by their numbers: under each its item can be linked to, whatever number it has.
    pub anchors: Vec<(&'a str, &'a str)>,
    /// What the template sees.
    pub data: Box<dyn erased_serde::Serialize + 'a>,
}

impl View<'_> {
    /// Whether it is filled in and comes back.
    #[must_use]
    pub fn is_form(&self) -> bool {
        self.asks.is_some()
    }
}

impl Default for View<'_> {
    fn default() -> Self {
        let (stem, label, title) = (String::new(), String::new(), String::new());
        let (fields, recipients) = (Vec::new(), Vec::new());
        Self {
            template: "",
            stem,
            label,
            readers: Readers::default(),
            whom: None,
            title,
            fields,
            asks: None,
            recipients,
            unreached: Vec::new(),
            addressees: Addressees::Unknown,
            brief: Brief::default(),
            abbreviations: &[],
            anchors: Vec::new(),
            data: Box::new(()),
        }
    }
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("View").field("template", &self.template).field("stem", &self.stem).finish_non_exhaustive()
    }
}
