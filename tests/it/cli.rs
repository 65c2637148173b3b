//! Do commands, messages and exit statuses stand as documented? README and handbook are run too.
//!
//! The commands write files, so they run in a copy of the folders that they name: the test starts itself again there.
//! `TRYCMD=overwrite` brings new texts back.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::examples::files;

const IN_COPY: &str = "BERAAD_TESTS_IN_COPY";
const DOCUMENTS: [&str; 2] = ["README.md", "docs/handboek.md"];

#[test]
fn commands_do_as_documented() {
    if std::env::var_os(IN_COPY).is_some() {
        let cases = trycmd::TestCases::new();
        cases.env("NO_COLOR", "1").env("COLUMNS", "100").case("tests/cmd/*.trycmd");
        cases.case(DOCUMENTS[0]).case(DOCUMENTS[1]);
        return;
    }
    let copy = tempfile::tempdir().unwrap();
    for folder in ["agendas", "docs", "examples", "tests/cmd", "tests/regels"] {
        for (name, bytes) in files(Path::new(folder)) {
            put(&copy.path().join(folder).join(name), &bytes);
        }
    }
    put(&copy.path().join("README.md"), &fs::read("README.md").unwrap());
    let mut again = Command::new(std::env::current_exe().unwrap());
    again.args(["--exact", "cli::commands_do_as_documented", "--nocapture"]).env(IN_COPY, "1").current_dir(copy.path());
    let done = again.output().unwrap();
    if std::env::var("TRYCMD").is_ok_and(|value| value == "overwrite") {
        let commands = files(Path::new("tests/cmd")).into_keys().map(|name| format!("tests/cmd/{name}"));
        for path in commands.chain(DOCUMENTS.map(str::to_owned)) {
            fs::copy(copy.path().join(&path), path).unwrap();
        }
    }
    assert!(
        done.status.success(),
        "{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}

fn put(place: &Path, bytes: &[u8]) {
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, bytes).unwrap();
}
