//! Does a merger change nothing in the papers of before? The example `fusie` is made as it stands, and as it stood when
//! nobody knew of the merger: the papers of December must be the same, byte for byte.

use std::fs;
use std::path::Path;

use super::examples::{beraad, files};
use super::faults::copy;

/// The covenant before anybody knew of the merger.
fn before(covenant: &str) -> String {
    let new = ["[partij.rietmos]", "door = \"rietmos\"", "partij = \"rietmos\"", ".wijziging]]"];
    let known = |paragraph: &&str| new.iter().all(|new| !paragraph.contains(new));
    let paragraphs: Vec<&str> = covenant.split("\n\n").filter(known).collect();
    let lines = paragraphs.join("\n\n");
    let lines: Vec<&str> =
        lines.lines().filter(|line| !line.starts_with("tot =") && !line.starts_with("opgegaan_in")).collect();
    let lists = lines.join("\n").replace(", \"rietmos\"]", "]");
    lists.replace("[\"oeverstad\"]", "[\"oeverstad\", \"duinhage\"]")
}

#[test]
fn a_merger_changes_nothing_in_the_papers_of_before() {
    let (now, then) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for folder in [&now, &then] {
        copy(Path::new("examples/fusie"), folder.path());
        fs::remove_dir_all(folder.path().join("2025-01-23-beraad")).unwrap();
        // that meeting adopted the minutes
        fs::remove_file(folder.path().join("2024-12-12-beraad/vaststelling.toml")).unwrap();
    }
    let place = then.path().join("convenant.toml");
    let covenant = before(&fs::read_to_string(&place).unwrap().replace("\r\n", "\n"));
    assert!(!covenant.contains("rietmos\"") && !covenant.contains("= 2025"), "{covenant}");
    fs::write(place, covenant).unwrap();
    // afterwards overviews are of the new municipality, and feedback goes to it
    let of_then = |name: &str| name.starts_with("2024-12-12-beraad/") && !name.contains("terugkoppeling");
    for (day, all) in [("2024-12-20", true), ("2025-06-20", false)] {
        let made = [&now, &then].map(|folder| {
            let out = tempfile::tempdir().unwrap();
            let (dossier, to) = (folder.path().to_str().unwrap(), out.path().to_str().unwrap());
            beraad(&["--dossier", dossier, "--vandaag", day, "maak", "--naar", to]);
            let mut made = files(out.path());
            made.retain(|name, _| !name.starts_with('.') && (all || of_then(name)));
            made
        });
        assert!(made[0].len() > 10, "{day}");
        for (name, bytes) in &made[0] {
            let [now, then] = [Some(bytes), made[1].get(name)].map(|it| it.map(|it| String::from_utf8_lossy(it)));
            assert_eq!(now, then, "{name} on {day}");
        }
        assert_eq!(made[0].len(), made[1].len());
    }
}
