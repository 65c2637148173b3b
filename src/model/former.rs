//! What something was called before: papers of then call it so.

use chrono::NaiveDate;

use super::{Body, Party, Region};
use crate::source::Span;

/// A name that something had.
#[derive(Debug, Clone)]
pub struct FormerName {
    /// The name.
    pub name: String,
    /// The last day with it.
    pub until: NaiveDate,
    /// Where it stands.
    pub span: Span,
}

/// The name that something had on a day.
fn name_on<'a>(former: &'a [FormerName], now: &'a str, day: NaiveDate) -> &'a str {
    let then = former.iter().filter(|one| day <= one.until).min_by_key(|one| one.until);
    then.map_or(now, |one| one.name.as_str())
}

impl Body {
    /// What it was called on a day.
    #[must_use]
    pub fn name_on(&self, day: NaiveDate) -> &str {
        name_on(&self.former, &self.name, day)
    }

    /// What it called its decision list on a day.
    #[must_use]
    pub fn decision_list_on(&self, day: NaiveDate) -> &str {
        name_on(&self.former_lists, &self.decision_list, day)
    }
}

impl Party {
    /// What it was called on a day.
    #[must_use]
    pub fn name_on(&self, day: NaiveDate) -> &str {
        name_on(&self.former, &self.name, day)
    }
}

impl Region {
    /// Everything that was called something else before.
    fn former(&self) -> impl Iterator<Item = &FormerName> {
        let bodies = self.bodies.iter().flat_map(|body| body.former.iter().chain(&body.former_lists));
        self.parties.iter().flat_map(|party| &party.former).chain(bodies)
    }

    /// Whether anything got another name after a day.
    #[must_use]
    pub fn is_renamed_after(&self, day: NaiveDate) -> bool {
        self.former().any(|former| day <= former.until)
    }

    /// Leaves the names of a day and those before it.
    pub(super) fn call_as_on(&mut self, day: NaiveDate) {
        for party in &mut self.parties {
            call_as_on(day, &mut party.name, &mut party.former);
        }
        for body in &mut self.bodies {
            call_as_on(day, &mut body.name, &mut body.former);
            call_as_on(day, &mut body.decision_list, &mut body.former_lists);
        }
    }
}

fn call_as_on(day: NaiveDate, name: &mut String, former: &mut Vec<FormerName>) {
    let later: Vec<FormerName> = former.extract_if(.., |one| day <= one.until).collect();
    if let Some(now) = later.into_iter().min_by_key(|one| one.until) {
        *name = now.name;
    }
}
