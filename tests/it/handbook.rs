//! The handbook names all that there is: every key, every command, every word of a sending.

use std::fs;
use std::path::Path;

use beraad::cli::dutch::command;
use beraad::dossier::format;
use beraad::model::SendingKind;
use beraad::word::Word as _;

#[test]
fn the_page_of_keys_is_that_of_the_format() {
    snapbox::assert_data_eq!(format::page(), snapbox::Data::read_from(Path::new("docs/sleutels.md"), None).raw());
}

/// The files and the steps that a secretary has to find; the keys themselves are in `sleutels.md`.
#[test]
fn the_handbook_names_every_command_and_every_step() {
    let handbook = fs::read_to_string("docs/handboek.md").unwrap();
    let command = command();
    let commands = command.get_subcommands().map(|command| format!("beraad {}", command.get_name()));
    let sendings =
        SendingKind::WORDS.iter().filter(|word| **word != "herinnering").map(|word| format!("beraad verzend {word}"));
    let files =
        format::KINDS.iter().map(|kind| format!("{}.toml", kind.name)).filter(|name| name != "raadpleging.toml");
    for named in commands.chain(sendings).chain(files) {
        assert!(handbook.contains(&named), "the handbook does not name {named}");
    }
}

/// A reader looks for a key by what it is for; these are the ones that nobody finds in an example.
#[test]
fn the_handbook_tells_what_the_rarer_keys_are_for() {
    let handbook = fs::read_to_string("docs/handboek.md").unwrap();
    let keys = "onder duur volgt besproken_in vervolg_op verslag_van vast_te_stellen_door correctie verplaatst_van \
                schriftelijk signaal opgegaan_in aanwezigheid zetel nazending";
    for key in keys.split_whitespace() {
        assert!(handbook.contains(key), "the handbook does not name {key}");
    }
}
