//! The formats of a paper: a variant each, and in its writer what there is to know of it.

use std::borrow::Cow;
use std::path::Path;

use strum::VariantArray;

use super::template::{TemplateFault, Templates};
use super::words::Text;
use super::{html, mail, markdown};
use crate::answer::mark;
use crate::model::Region;
use crate::paper::View;

/// The file formats of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum Format {
    /// Markdown, for people and other programs.
    Markdown,
    /// A page that stands on its own, for screen and print.
    Html,
    /// A mail that waits to be sent, with the page attached.
    Mail,
}

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
}

impl Format {
    /// All of them.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// What there is to know of it.
    #[must_use]
    pub const fn about(self) -> &'static About {
        match self {
            Self::Markdown => &markdown::ABOUT,
            Self::Html => &html::ABOUT,
            Self::Mail => &mail::ABOUT,
        }
    }

    /// The extension of a file of this format, without a dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        self.about().endings[0]
    }

    /// The format that a name promises.
    #[must_use]
    pub fn of_name(name: &Path) -> Option<Self> {
        let ending = name.extension()?.to_str()?.to_lowercase();
        Self::ALL.iter().copied().find(|format| format.about().endings.contains(&&*ending))
    }
}

impl<'a> Sheet<'a> {
    /// The paper of a view and the text that a template made of it.
    #[must_use]
    pub fn new(text: &'a Text, view: &'a View<'_>, region: &'a Region, templates: &'a Templates) -> Self {
        // in a form nothing in a field may be taken for a mark
        let tamed = |field: &&'a str| if view.is_form() { mark::tamed(field) } else { (*field).into() };
        Self { text, fields: view.fields.iter().map(tamed).collect(), view, region, templates, home: None }
    }

    /// Its fields.
    #[must_use]
    pub fn fields(&self) -> Vec<&str> {
        self.fields.iter().map(AsRef::as_ref).collect()
    }
}
