//! Why a run stopped half-way.

use crate::render::template::TemplateFault;

/// Why a run stopped half-way.
pub enum Stop {
    Template(TemplateFault),
    Program(anyhow::Error),
}

impl std::convert::From<TemplateFault> for Stop {
    fn from(fault: TemplateFault) -> Self {
        Self::Template(fault)
    }
}

impl std::convert::From<anyhow::Error> for Stop {
    fn from(error: anyhow::Error) -> Self {
        Self::Program(error)
    }
}
