//! What there is to know of a format, and what its writer writes from.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::mail::Along;
use super::template::{TemplateFault, Templates};
use super::words::Text;
use crate::answer::mark;
use crate::model::Region;
use crate::paper::View;
use crate::paper::site::Around;

/// What there is to know of a format.
#[derive(Debug, Clone, Copy)]
pub struct About {
    /// The endings of its files, without a dot; we write the first.
    pub endings: &'static [&'static str],
    /// What it is, in Dutch.
    pub called: &'static str,
    /// Whole meetings are made in it.
    pub of_meetings: bool,
    /// It can end in a comment, so that a file tells itself that it is ours. Files of other formats stand on a list.
    pub holds_mark: bool,
    /// Its writer.
    pub write: fn(&Sheet<'_>) -> Result<Vec<u8>, TemplateFault>,
}

/// What a writer writes from.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// What its template made, with its fields as placeholders.
    pub text: &'a Text,
    /// The Markdown texts of those.
    pub fields: Vec<Cow<'a, str>>,
    /// What it says.
    pub view: &'a View<'a>,
    /// The region, for its look.
    pub region: &'a Region,
    /// The templates, for a letter.
    pub templates: &'a Templates,
    /// The text and the address of a link back.
    pub home: Option<(&'a str, &'a str)>,
    /// The pages of papers, by the addresses of those.
    pub pages: Option<&'a BTreeMap<String, String>>,
    /// What stands around it on a site.
    pub around: Option<&'a Around>,
    /// The papers that go along with it in a mail.
    pub along: Option<&'a Along>,
}

impl<'a> Sheet<'a> {
    /// The paper of a view and the text that a template made of it.
    #[must_use]
    pub fn new(text: &'a Text, view: &'a View<'_>, region: &'a Region, templates: &'a Templates) -> Self {
        // in a form nothing in a field may be taken for a mark
        let tamed = |field: &&'a str| if view.is_form() { mark::tamed(field) } else { (*field).into() };
        let fields = view.fields.iter().map(tamed).collect();
        Self { text, fields, view, region, templates, home: None, pages: None, around: None, along: None }
    }

    /// Its fields.
    #[must_use]
    pub fn fields(&self) -> Vec<&str> {
        self.fields.iter().map(AsRef::as_ref).collect()
    }
}
