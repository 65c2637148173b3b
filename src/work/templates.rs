//! The templates of a dossier, and a fault in one as a finding.

use super::Dossier;
use crate::dossier::faults;
use crate::finding::Finding;
use crate::render::template::{TemplateFault, Templates};
use crate::source::{FileId, Span};

impl Dossier {
    /// The templates of these documents (of all without names): the built-in ones and those of the dossier.
    ///
    /// # Errors
    ///
    /// When one is faulty.
    pub fn templates(&self, documents: &[&str]) -> Result<Templates, TemplateFault> {
        let text = |id| self.folder.sources.text(id).map(|text| text.to_string()).unwrap_or_default();
        let own: Vec<(String, String)> =
            self.folder.templates.iter().map(|(id, name)| (name.clone(), text(*id))).collect();
        if documents.is_empty() { Templates::load(&own) } else { Templates::load_for(documents, &own) }
    }

    /// A fault in a template of the dossier is a finding in that file.
    pub fn template_finding(&self, fault: &TemplateFault) -> Finding {
        let own = self.folder.templates.iter().find(|(_, name)| **name == *fault.template);
        let (span, place) = match (own, self.folder.files.first()) {
            (Some((id, _)), _) => (Span::new(*id, &fault.range.clone().unwrap_or(0..0)), String::new()),
            (None, file) => {
                let id = file.map_or(FileId(0), |file| file.id);
                let line = fault.line.map(|line| format!(", regel {line}")).unwrap_or_default();
                (Span::whole(id), format!("Sjabloon {}{line}: ", fault.template))
            }
        };
        let finding = Finding::new(&faults::TEMPLATE, span, format!("{place}{}", fault.message));
        match &fault.hint {
            Some(hint) => finding.hint(hint),
            None => finding,
        }
    }
}
