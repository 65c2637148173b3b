//! The agreed way of working, kept by machine: one rule, one file of code, one page of explanation.
//!
//! A family is a file that lists its rules with `family!`; a rule is `check/<family>/<name>.rs`, a function that looks at
//! one meeting or at the region and reports, and `<name>.md` beside it, which is explanation, fixture and specification
//! at once: the tests run its examples. The policy that the rules keep stands in `docs/beleid.md`, by number.
//!
//! A rule points at an entry of the model, and names the key or the words in it that it is about; their place in the file
//! is found after it. It looks nothing up itself and cannot fail. Where a faulty entry was left out of the model ([`crate::model::Meeting::broken`],
//! [`Region::covenant_broken`]) rules about absence stay silent: one fault, one finding.

mod awaited;
mod exceptions;
mod found;
mod in_the_way;
mod mend;
mod mentions;
mod scope;
mod shown;
mod unspoken;
mod words;

use chrono::NaiveDate;

use crate::finding::{Fault, Finding, Page};
use crate::model::Region;
use crate::model::public::Moment;
use crate::source::Sources;

pub use awaited::awaited;
use exceptions::Idle;
pub use exceptions::Silenced;
pub use found::Found;
pub use in_the_way::{altered, unpublishable};
use scope::At;
use shown::{Look, Whole};

/// A rule of the way of working.
#[derive(Debug)]
pub struct Rule {
    /// Its name, family, severity and summary.
    pub fault: Fault,
    /// The lines of `docs/beleid.md` that it keeps.
    pub policy: &'static [u8],
    /// Its page, Markdown in Dutch.
    pub text: &'static str,
    run: Run,
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
enum Run {
    /// One meeting that is not cancelled.
    Meeting(fn(&At<'_>, &mut Found)),
    /// The region as a whole.
    Region(fn(&Whole<'_>, &mut Found)),
    /// What everybody may see of a region, part by part.
    Public(for<'a> fn(&Whole<'a>) -> Option<Look<'a>>),
    /// The exceptions that silenced nothing.
    Idle(fn(&Idle<'_>, &mut Found)),
}

/// The rules of a family. A line: the name that users see, its module (declared above them, so that every tool of Rust sees it), the severity, what it looks at, the policy that
/// it keeps, and what is wrong in one sentence.
macro_rules! family {
    ($family:literal: $($name:literal $module:ident $severity:ident $scope:ident [$($policy:literal),+] $summary:literal;)+) => {
        /// The rules of this family, in the order of the handbook.
        pub(super) static RULES: &[$crate::check::Rule] = &[$($crate::check::Rule {
            fault: $crate::finding::Fault {
                name: $name,
                severity: $crate::finding::Severity::$severity,
                family: $family,
                summary: $summary,
            },
            policy: &[$($policy),+],
            text: include_str!(concat!($family, "/", stringify!($module), ".md")),
            run: $crate::check::Run::$scope($module::run),
        }),+];
    };
}

mod bewoording;
mod convenant;
mod dossier;
mod openbaarheid;
mod raadpleging;
mod termijnen;
mod verslag;
mod vertegenwoordiging;
mod voorbereiding;

/// The families in the order of the handbook, each with its rules.
const FAMILIES: [&[Rule]; 9] = [
    convenant::RULES,
    vertegenwoordiging::RULES,
    voorbereiding::RULES,
    termijnen::RULES,
    raadpleging::RULES,
    bewoording::RULES,
    verslag::RULES,
    openbaarheid::RULES,
    dossier::RULES,
];

/// Every rule, by family.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.into_iter().flatten()
}

/// The rule with this name.
#[must_use]
pub fn rule(name: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.fault.name == name)
}

/// What the rules say of a region.
#[derive(Debug, Default)]
pub struct Checked<'a> {
    /// What counts, not sorted.
    pub findings: Vec<Finding>,
    /// What an exception silenced.
    pub silenced: Vec<Silenced<'a>>,
}

/// Applies every rule to a region as it stands on a day; the sources are those that the region was made of.
#[must_use]
pub fn check<'a>(region: &'a Region, sources: &Sources, today: NaiveDate) -> Checked<'a> {
    let mut found = Found::default();
    let known = region.known_on(today);
    about_region(rules(), &Whole::new(&known, today, Moment::Ever, sources), &mut found);
    about_public(openbaarheid::RULES, &Whole::new(region, today, Moment::Ever, sources), &mut found);
    for id in known.meeting_ids().filter(|&id| known[id].cancelled.is_none()) {
        let at = At::new(&known, id, today);
        for rule in rules() {
            if let Run::Meeting(run) = rule.run {
                found.of(rule);
                found.of_meeting(id);
                run(&at, &mut found);
            }
        }
    }
    found.narrow(sources);
    let (mut checked, idle) = exceptions::apply(region, today, found.cases);
    let mut found = Found::default();
    for rule in rules() {
        if let Run::Idle(run) = rule.run {
            found.of(rule);
            run(&Idle { exceptions: &idle, incomplete: region.incomplete, today }, &mut found);
        }
    }
    found.narrow(sources);
    checked.findings.extend(found.cases.into_iter().map(|case| case.finding));
    checked
}

fn about_region(rules: impl Iterator<Item = &'static Rule>, whole: &Whole<'_>, found: &mut Found) {
    for rule in rules {
        if let Run::Region(run) = rule.run {
            found.of(rule);
            run(whole, found);
        }
    }
}

/// What these rules find in what everybody may see, by rule.
fn about_public(rules: &'static [Rule], whole: &Whole<'_>, found: &mut Found) {
    let look = |rule: &'static Rule| match rule.run {
        Run::Public(look) => Some((rule, look(whole)?)),
        _ => None,
    };
    let looks: Vec<_> = rules.iter().filter_map(look).collect();
    let mut by_rule: Vec<Found> = looks.iter().map(|_| Found::default()).collect();
    whole.public_parts(|part| {
        for ((rule, look), found) in looks.iter().zip(&mut by_rule) {
            found.of(rule);
            look(part, found);
        }
    });
    found.cases.extend(by_rule.into_iter().flat_map(|found| found.cases));
}

impl Rule {
    /// Its page in parts.
    #[must_use]
    pub fn page(&self) -> Page<'static> {
        Page::read(self.text)
    }
}
