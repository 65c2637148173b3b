//! What cannot be meant as it stands: the choice of another question, and input beside a tick that there is none.

use super::super::super::known::Known;
use super::{Asking, Holds, Reader};
use crate::answer::choices::Wording;
use crate::answer::faults;
use crate::dutch;
use crate::finding::Finding;
use crate::model::Treatment;
use crate::model::reply::Filled as _;
use crate::source::Span;

impl Asking {
    /// The ticked name of a choice that is an answer to another question than this one: who advises does not assent. What was to
    /// be done with the item tells, else the other boxes; forms of before had *Ja* for an advice as well.
    pub(super) fn foreign(&self, known: &Known) -> Option<(&str, Wording)> {
        let (name, _) = self.named.iter().find(|(_, ticked)| *ticked)?;
        let said = Wording::of(name)?;
        let others = || self.named.iter().filter(|(_, ticked)| !ticked).filter_map(|(name, _)| Wording::of(name));
        let advises = self.treatment.map(|treatment| treatment == Treatment::Advice);
        let is_foreign = match (said, advises) {
            (Wording::Advice, Some(advises)) => !advises,
            (Wording::Assent, Some(false)) => false,
            (said, _) => others().any(|other| other != said),
        };
        let asked = if said == Wording::Advice { Wording::Assent } else { Wording::Advice };
        (is_foreign && !known.offers(self.treatment, name)).then_some((name.as_str(), asked))
    }
}

/// A choice of another question is ticked.
pub(super) fn foreign(name: &str, asked: Wording, tick: Span) -> Finding {
    let (name, names) = (dutch::capital(name), asked.names());
    let (about, hint) = match asked {
        Wording::Assent => ("instemming", "een advies is geen instemming"),
        Wording::Advice => ("advies", "een instemming is geen advies"),
    };
    let message = format!("Er staat “{name}” waar om {about} is gevraagd; het formulier kent daar {names}.");
    let hint = format!("{hint}: vraag welk van de vier antwoorden is bedoeld");
    Finding::new(&faults::UNCLEAR, tick, message).hint(hint)
}

impl Reader<'_> {
    /// Who agrees with everything and has no input, gave none.
    pub(super) fn input_beside_all(&mut self) {
        let Some(all) = self.all else { return };
        let of_items = self.returned.items.iter().flat_map(|item| item.remarks.texts().map(|it| (it, item.key.span)));
        let of_whole = self.returned.whole.texts().map(|it| (it, all));
        let texts = of_items.chain(of_whole).filter(|((field, _), _)| field.holds() == Holds::Text);
        let told = texts.map(|((_, text), span)| {
            let text = text.lines().next().unwrap_or_default();
            let message = format!("Akkoord met alles, geen inbreng is aangekruist, en er staat inbreng: {text}");
            let finding = Finding::new(&faults::CONTRADICTION, span, message);
            let finding = if span == all { finding } else { finding.label(all, "akkoord met alles, geen inbreng") };
            finding.hint("vraag of deze inbreng een voorbehoud is, en welk antwoord bij elk besluit geldt")
        });
        let told: Vec<Finding> = told.collect();
        self.findings.extend(told);
    }
}
