//! What the choices of a form are called, by the roles that its templates give them.

use std::ops::Range;

use super::{TemplateFault, Templates};
use crate::answer::{Choices, Clash};
use crate::paper::View;
use crate::role::{self, Role};
use crate::word::Word as _;

impl Templates {
    /// Learns what a form calls its choices, on its page and in its letter.
    ///
    /// # Errors
    ///
    /// When a label of a template of the dossier could be taken for another choice.
    pub fn learn_choices(&self, view: &View, choices: &mut Choices) -> Result<(), TemplateFault> {
        if self.own_form.is_empty() || view.asks.is_none() {
            return Ok(());
        }
        let texts = [Some(self.page(view)?.text), self.letter_text(view)?];
        for text in texts.iter().flatten() {
            for role in Role::ALL {
                let Some(support) = role.support() else { continue };
                for line in role::lines(text, *role) {
                    let learned = choices.learn(&role::without(line), support);
                    learned.map_err(|clash| self.clashes(*role, &clash))?;
                }
            }
        }
        Ok(())
    }

    /// A choice that could be taken for another one, at its line in the template of the dossier.
    fn clashes(&self, role: Role, clash: &Clash) -> TemplateFault {
        let (name, label, other) = (role.word(), &clash.label, &clash.other);
        let means = Role::ALL.iter().find(|role| role.support() == Some(clash.means)).map_or("", |role| role.word());
        let message = if label == other {
            format!("“{label}” is de naam van twee keuzes: {{.{name}}} en {{.{means}}}.")
        } else {
            format!("“{label}” {{.{name}}} en “{other}” {{.{means}}} zijn te verwisselen: de ene begint als de andere.")
        };
        let hint = "geef de keuze een andere naam; de ingebouwde namen houden hun betekenis, voor eerdere formulieren";
        let fault = match self.line_of(name, label) {
            Some((template, text, range)) => TemplateFault::at(template, text, range, message),
            None => TemplateFault::whole(self.own_form.first().map_or("", |(name, _)| name), message),
        };
        TemplateFault { hint: Some(hint.to_owned()), ..fault }
    }

    /// The line of a template of the dossier that gives a role to a label; else the first that gives it.
    fn line_of(&self, role: &str, label: &str) -> Option<(&str, &str, Range<usize>)> {
        let lines = self.own_form.iter().flat_map(|(template, text)| {
            let those = role::written(text).filter(move |written| written.name() == Some(role));
            those.map(move |role::Written { at, text: written }| {
                let from = text[..at].rfind('\n').map_or(0, |end| end + 1);
                let from = from + text[from..].len() - text[from..].trim_start().len();
                (template.as_str(), text.as_str(), from..at + written.len())
            })
        });
        let lines: Vec<_> = lines.collect();
        let called = |text: &str| text.to_lowercase().contains(&label.to_lowercase());
        lines.iter().find(|(_, text, range)| called(&text[range.clone()])).or(lines.first()).cloned()
    }
}
