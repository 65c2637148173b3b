//! The TOML of a dossier and back: everything that knows a key.
//!
//! [`load`] reads the files of a folder, [`read`] makes tables of their texts that keep to the [`mod@format`], [`resolve`]
//! makes the model of those; [`edit`] adds to a file, and [`schema`] tells other programs what may stand in one.

pub mod edit;
pub mod faults;
pub mod format;
pub mod load;
pub mod read;
pub mod resolve;
pub mod schema;
