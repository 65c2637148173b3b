//! What held before, until a day: names, chairs and terms of then.

use std::collections::BTreeMap;

use super::Resolver;
use crate::calendar::{Term, Unit};
use crate::dossier::faults;
use crate::dossier::read::Entry;
use crate::dutch;
use crate::finding::Finding;
use crate::model::{FormerChair, FormerName, FormerTerms, Terms};

/// The keys of terms.
const TERMS: [&str; 5] =
    ["aanlevering", "verzending_stukken", "reactietermijn", "sluiting_raadpleging", "conceptverslag"];

impl Resolver<'_> {
    /// What something was called before.
    pub(super) fn former(&mut self, entry: &Entry, key: &str) -> Vec<FormerName> {
        self.one_until(entry, key);
        let names = entry.tables(key).iter();
        names
            .filter_map(|it| Some(FormerName { name: it.string("naam")?, until: it.date("tot")?, span: it.span }))
            .collect()
    }

    /// Who was in the chair before.
    pub(super) fn former_chairs(&mut self, body: &Entry) -> Vec<FormerChair> {
        self.one_until(body, "eerdere_voorzitter");
        let all = body.tables("eerdere_voorzitter").iter();
        all.filter_map(|one| {
            let party = self.party(one, "partij");
            Some(FormerChair { party: party?, until: one.date("tot")?, span: one.span })
        })
        .collect()
    }

    /// Those that held before, the newest first: what is not said of some was as it was after them.
    pub(super) fn former_terms(&mut self, entry: &Entry) -> Vec<FormerTerms> {
        const KEY: &str = "eerdere_termijnen";
        self.one_until(entry, KEY);
        for it in entry.tables(KEY).iter().filter(|it| !TERMS.iter().any(|term| it.seen(term))) {
            let message = "Bij deze eerdere termijnen staat geen termijn.";
            let hint = "schrijf welke termijn toen gold, bijvoorbeeld: verzending_stukken = \"14 dagen\"";
            self.report(Finding::new(&faults::MISSING_KEY, it.span, message).hint(hint));
        }
        let mut entries: Vec<_> = entry.tables(KEY).iter().filter_map(|it| Some((it.date("tot")?, it))).collect();
        entries.sort_by_key(|(until, _)| std::cmp::Reverse(*until));
        let mut former: Vec<FormerTerms> = Vec::new();
        for (until, it) in entries {
            let after = former.last().map_or(&self.region.terms, |later| &later.terms);
            former.push(FormerTerms { until, terms: terms(it, after) });
        }
        former
    }

    /// Of two that held until the same day nobody knows which did.
    fn one_until(&mut self, entry: &Entry, key: &str) {
        let mut known = BTreeMap::new();
        for one in entry.tables(key) {
            let Some(until) = one.date("tot") else { continue };
            let span = one.value_span("tot");
            let Some(first) = known.insert(until, span) else { continue };
            let message = format!("Bij {key} staat {} twee keer als laatste dag.", dutch::date(until));
            let hint = "haal er een weg, of verander tot: welke van de twee toen gold, is zo niet te zeggen";
            let finding = Finding::new(&faults::DUPLICATE, span, message);
            self.report(finding.label(first, "hier staat de eerste").hint(hint));
        }
    }
}

/// The terms of a table; what it does not say is as in others.
pub(super) fn terms(entry: &Entry, others: &Terms) -> Terms {
    let term = |key, default| {
        entry.term(key).map_or(default, |(count, working)| Term {
            count,
            unit: if working { Unit::WorkingDays } else { Unit::Days },
        })
    };
    Terms {
        supply: term("aanlevering", others.supply),
        sending: term("verzending_stukken", others.sending),
        reaction: term("reactietermijn", others.reaction),
        closing: term("sluiting_raadpleging", others.closing),
        draft: term("conceptverslag", others.draft),
    }
}
