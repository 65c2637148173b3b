//! Why an action was not done, or stopped half-way.

use crate::finding::Finding;
use crate::render::template::TemplateFault;

/// Why an action was not done, or stopped half-way.
#[derive(Debug)]
pub enum Stop {
    /// Findings stand in the way.
    Findings(Vec<Finding>),
    /// A template does not fit what is to be made.
    Template(TemplateFault),
    /// The program could not do its work, or was asked what cannot be.
    Program(anyhow::Error),
}

impl Stop {
    /// Stops when there are findings.
    ///
    /// # Errors
    ///
    /// These findings.
    pub fn unless_none(findings: Vec<Finding>) -> Result<(), Self> {
        if findings.is_empty() { Ok(()) } else { Err(Self::Findings(findings)) }
    }
}

impl From<TemplateFault> for Stop {
    fn from(fault: TemplateFault) -> Self {
        Self::Template(fault)
    }
}

impl From<anyhow::Error> for Stop {
    fn from(error: anyhow::Error) -> Self {
        Self::Program(error)
    }
}
