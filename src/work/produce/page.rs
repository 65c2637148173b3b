//! One page by itself, and what leads from it to the papers of a meeting.

use std::collections::BTreeMap;

use super::{Output, Papers, Setting, render};
use crate::link;
use crate::model::Region;
use crate::paper::View;
use crate::render::Format;
use crate::render::template::{TemplateFault, Templates};

/// Renders one view as a page.
///
/// # Errors
///
/// As [`render`].
pub fn page(
    view: &View<'_>,
    templates: &Templates,
    region: &Region,
    setting: Setting<'_>,
) -> Result<Output, TemplateFault> {
    let bytes = render(view, templates, Format::Html, region, setting)?;
    let (title, whom, stem) = (view.label.clone(), view.whom.clone(), view.stem.clone());
    Ok(Output { title, readers: view.readers, whom, stem, format: Format::Html, bytes })
}

impl Papers {
    /// The addresses of papers that became pages, and those of these pages, from within the folder of the meeting.
    #[must_use]
    pub fn page_addresses_within(&self) -> BTreeMap<String, String> {
        self.page_names.iter().map(|(path, page)| (link::path(path), link::path(page))).collect()
    }

    /// The addresses of papers that became pages, and those of these pages, from beside the folder of this name.
    #[must_use]
    pub fn page_addresses(&self, folder: &str) -> BTreeMap<String, String> {
        let from_beside = |path: &str| format!("{}/{}", link::path(folder), link::path(path));
        self.page_names.iter().map(|(path, page)| (from_beside(path), from_beside(page))).collect()
    }
}
