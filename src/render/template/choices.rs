//! What the choices of a form are called, by the roles that its templates give them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{TemplateFault, Templates};
use crate::answer::mark::{self, Question};
use crate::answer::{Choices, Clash};
use crate::role::{self, Role};
use crate::word::Word as _;

impl Templates {
    /// Learns what the text of a form calls its choices, by the fingerprint of that.
    ///
    /// # Errors
    ///
    /// When a label of a template of the dossier could be taken for another choice.
    pub fn learn_choices(&self, text: &str, named: &mut BTreeMap<String, Choices>) -> Result<(), TemplateFault> {
        for (_, choices) in self.decisions(text)? {
            named.extend(choices.print().map(|print| (print, choices)));
        }
        Ok(())
    }

    /// What a form calls its choices, all decisions together.
    pub(super) fn all_choices(&self, text: &str) -> Result<Choices, TemplateFault> {
        let mut all = Choices::default();
        self.decisions(text)?.iter().for_each(|(_, choices)| all.absorb(choices));
        Ok(all)
    }

    /// A form in which the mark of each decision says what its choices are called, where a template of the dossier calls
    /// them otherwise: what comes back means what it meant then, or is not read.
    pub(super) fn named(&self, text: String) -> Result<String, TemplateFault> {
        let decisions = self.decisions(&text)?;
        let mut out = text;
        for (end, choices) in decisions.into_iter().rev() {
            if let Some(print) = choices.print() {
                out.insert_str(end, &format!(":{print}"));
            }
        }
        Ok(out)
    }

    /// The end of the mark of each decision in the text of a form, in bytes, and what its choices are called. Those of the
    /// program say nothing new.
    fn decisions(&self, text: &str) -> Result<Vec<(usize, Choices)>, TemplateFault> {
        if self.own_form.is_empty() {
            return Ok(Vec::new());
        }
        let named = |question: Question<'_>| {
            let mut choices = Choices::default();
            for role in Role::ALL {
                let Some(support) = role.support() else { continue };
                for line in role::lines(question.behind, *role) {
                    let learned = choices.learn(&role::without(line), support);
                    learned.map_err(|clash| self.clashes(*role, &clash))?;
                }
            }
            Ok((question.end, choices))
        };
        mark::questions(text).into_iter().map(named).collect()
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
