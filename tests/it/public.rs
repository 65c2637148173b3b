//! What is closed, internal or personal does not leave the house: not a word of it stands in any public file.

use std::path::Path;

use super::examples::{beraad, files};
use beraad::cli::Status;

fn public(format: &str) -> Vec<(String, String)> {
    let out = tempfile::tempdir().unwrap();
    let to = out.path().to_str().unwrap();
    let words =
        ["--dossier", "examples/besloten", "--vandaag", "2025-11-27", "maak", "--openbaar", "-f", format, "--naar", to];
    assert_eq!(beraad(&words), Status::Done);
    files(out.path()).into_iter().map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned())).collect()
}

#[test]
fn no_closed_word_stands_in_a_public_file() {
    for format in ["md", "html"] {
        let files = public(format);
        assert!(files.len() > 2, "nothing was made");
        for (name, text) in files {
            for word in ["GEHEIM", "Voorbeeld Persoon", "@example.org", "0000000000"] {
                assert!(!text.contains(word) && !name.contains(word), "{word} in {name}:\n{text}");
            }
        }
    }
}

/// The words do stand in the files made for inside; else the test above proves nothing.
#[test]
fn every_closed_word_of_the_agenda_stands_in_a_file_for_inside() {
    let out = tempfile::tempdir().unwrap();
    let to = out.path().to_str().unwrap();
    assert_eq!(
        beraad(&["--dossier", "examples/besloten", "--vandaag", "2025-11-27", "maak", "-f", "md", "--naar", to]),
        Status::Done
    );
    let inside: String =
        files(Path::new(to)).into_values().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect();
    for number in 1..=8 {
        assert!(inside.contains(&format!("GEHEIM-{number}")), "GEHEIM-{number} is nowhere");
    }
}
