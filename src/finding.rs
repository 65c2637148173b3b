//! What is wrong with a file: [`Fault`] is the kind, [`Finding`] the case.
//!
//! A finding is data about the user's files and never stops the program; what stops the program is an `anyhow::Error`.

mod page;

use crate::source::Span;

pub use page::{Page, Part};

/// How serious a finding is. The order is the order of gravity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// `fout`: no document is made of this, the exit status is 1.
    Error,
    /// `waarschuwing`: an error with `--streng`.
    Warning,
    /// `advies`.
    Advice,
}

impl Severity {
    /// The Dutch word that users see.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "fout",
            Self::Warning => "waarschuwing",
            Self::Advice => "advies",
        }
    }
}

/// A kind of fault. There is one static value for each.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// The Dutch name in kebab-case that users see and silence.
    pub name: &'static str,
    /// How serious it is.
    pub severity: Severity,
    /// The family of product documentation: `dossier`, `verslag`, …
    pub family: &'static str,
    /// One Dutch sentence: what is wrong.
    pub summary: &'static str,
}

/// A second place that helps to understand a finding, with what to say of it in Dutch.
pub type Label = (Span, String);

/// One case of a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which kind of fault it is.
    pub fault: &'static Fault,
    /// What is wrong here, as one Dutch sentence.
    pub message: String,
    /// The piece of the file to mark.
    pub span: Span,
    /// Other places that matter.
    pub labels: Vec<Label>,
    /// How to mend it, in Dutch.
    pub hint: Option<String>,
}

impl Finding {
    /// A finding at a place.
    pub fn new(fault: &'static Fault, span: Span, message: impl Into<String>) -> Self {
        Self { fault, message: message.into(), span, labels: Vec::new(), hint: None }
    }

    /// Says how to mend it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Points at a second place.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push((span, text.into()));
        self
    }

    /// Whether it stops documents and sets exit status 1.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.fault.severity == Severity::Error
    }
}

/// Sorts by file and place, so that the order of reading never shows.
pub fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| (a.span, a.fault.name, &a.message).cmp(&(b.span, b.fault.name, &b.message)));
    findings.dedup();
}
