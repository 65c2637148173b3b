//! Own templates of a dossier.

use std::path::Path;

use super::folder::What;
use super::{File, Folder, has_extension};
use crate::source::{FileId, Sources};

impl Folder {
    pub(super) fn own_templates(&mut self, path: &Path) {
        for (name, what) in self.list(super::TEMPLATES, path, |_| true) {
            if (has_extension(&name, "md") || has_extension(&name, "txt")) && what != What::Folder {
                let (id, readable) = self.text(&format!("templates/{name}"), &path.join(&name));
                if readable {
                    self.templates.push((id, name));
                }
            }
        }
    }

    /// Its templates and its first file, by which a fault of a template is shown.
    #[must_use]
    pub fn templates_only(self) -> Self {
        let Self { root, sources: all, files, templates, .. } = self;
        let mut sources = Sources::default();
        let mut again = |id: FileId| {
            let text = all.text(id).map(|text| text.to_string()).unwrap_or_default();
            sources.add(all.path(id).to_owned(), text)
        };
        let files = files.into_iter().take(1).map(|file| File { id: again(file.id), ..file }).collect();
        let templates = templates.into_iter().map(|(id, name)| (again(id), name)).collect();
        Self { root, sources, files, templates, ..Self::default() }
    }

    /// Its texts alone, in which findings are shown.
    #[must_use]
    pub fn texts_only(self) -> Self {
        let Self { root, sources, mut files, templates, .. } = self;
        files.truncate(1);
        files.shrink_to_fit();
        Self { root, sources, files, templates, ..Self::default() }
    }
}
