//! beraad turns the TOML files of a *Regionaal Beraad* into the papers of every meeting, and finds what is wrong in them.
pub mod calendar;
pub mod cli;
pub mod consultation;
pub mod document;
pub mod dutch;
pub mod finding;
pub mod format;
pub mod load;
pub mod model;
pub mod produce;
pub mod read;
pub mod render;
pub mod resolve;
pub mod schema;
pub mod show;
pub mod source;
pub mod write;
