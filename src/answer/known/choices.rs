//! What the forms call the choices of their decisions.

use super::super::lines::{Line, plain, tick};
use super::super::{Choices, Mark};
use super::Known;
use crate::model::Treatment;

impl Known {
    /// The names of the choices below each decision.
    pub(super) fn learn_choices(&mut self, lines: &[Line]) {
        let mut asked = None;
        for line in lines {
            match line.mark().and_then(|found| found.mark) {
                Some(Mark::Decision { treatment, .. }) => asked = Some(treatment),
                Some(_) => asked = None,
                None => {}
            }
            let Some((treatment, tick)) = asked.zip(tick(&line.said)) else { continue };
            let name = self.choices.chosen_by(&plain(&tick.label)).map(|(name, _)| name.to_owned());
            self.offered.extend(name.map(|name| (treatment, name)));
        }
    }

    /// Whether a form has a choice of this name, in small letters, beside this treatment.
    pub(in crate::answer) fn offers(&self, treatment: Option<Treatment>, name: &str) -> bool {
        self.offered.contains(&(treatment, name.to_owned()))
    }

    /// What the choices are called in a form that bears this fingerprint of their names; nothing when no form of now does.
    pub(in crate::answer) fn choices_of(&self, print: Option<&str>) -> Option<&Choices> {
        print.map_or(Some(&self.built_in), |print| self.named.get(print))
    }
}
