//! Of a large dossier the texts are let go once they were read, and the answers once the papers of their meeting were made.
//! Nobody notices, unless a file was changed meanwhile.

use std::fs;
use std::path::Path;

use beraad::check::check;
use beraad::dossier::load::{Folder, load};
use beraad::dossier::resolve::resolve;
use beraad::finding::Finding;
use beraad::model::{MeetingId, Region};
use beraad::render::Format;
use beraad::render::template::Templates;
use beraad::show;
use beraad::work::produce::{self, Output, Setting};

/// A dossier of which at most so many bytes of text stay, with all that is found in it.
fn found(folder: &Path, keep: usize) -> (Folder, Vec<Finding>) {
    let mut dossier = load(folder).unwrap();
    dossier.sources.keep(keep);
    let resolved = resolve(&dossier);
    let mut findings = resolved.findings;
    findings.extend(check(&resolved.region, &dossier.sources, "2025-11-27".parse().unwrap()).findings);
    (dossier, findings)
}

fn said(folder: &Path, keep: usize) -> [String; 6] {
    let (dossier, findings) = found(folder, keep);
    let sources = &dossier.sources;
    [
        show::text(&findings, sources, "", false),
        show::json(&findings, &[], sources, ""),
        show::github(&findings, &[], sources, ""),
        show::gitlab(&findings, &[], sources, ""),
        show::junit(&findings, &[], sources, ""),
        show::sarif(&findings, &[], sources, ""),
    ]
}

const FAULTY: &str = "2025-10-09-beraad/vergadering.toml";
const TEXT: &str = "[vergadering]\noverleg = \"beraad\"\ndatum = 2025-10-09\n\n# één\nkleur = 1\n";

#[test]
fn a_finding_is_shown_the_same_when_its_text_was_let_go() {
    let folder = super::faults::dossier(&[(FAULTY, TEXT.as_bytes())]);
    for folder in [Path::new("agendas"), Path::new("examples/minimaal"), folder.path()] {
        assert_eq!(said(folder, 0), said(folder, usize::MAX), "{}", folder.display());
    }
}

#[test]
fn a_file_that_was_changed_meanwhile_is_named_without_a_line_of_it() {
    let folder = super::faults::dossier(&[(FAULTY, TEXT.as_bytes())]);
    for change in [Some("# heel iets anders\n"), None] {
        fs::write(folder.path().join(FAULTY), TEXT).unwrap();
        let (dossier, findings) = found(folder.path(), 0);
        let place = folder.path().join(FAULTY);
        change.map_or_else(|| fs::remove_file(&place), |text| fs::write(&place, text)).unwrap();
        let findings: Vec<Finding> =
            findings.into_iter().filter(|finding| dossier.sources.path(finding.span.file) == FAULTY).collect();
        let said = show::text(&findings, &dossier.sources, "", false);
        assert!(said.contains("--> 2025-10-09-beraad/vergadering.toml:6\n"), "{said}");
        assert!(!said.contains("anders") && !said.contains("1 |") && said.contains("kleur"), "{said}");
        assert!(findings.iter().all(|finding| dossier.sources.place(finding.span) == (6, 1)));
    }
}

#[test]
fn a_file_that_was_changed_while_the_dossier_was_read_is_a_finding_and_nothing_is_concluded_from_it() {
    let folder = tempfile::tempdir().unwrap();
    super::faults::copy(Path::new("agendas"), folder.path());
    let files: Vec<String> = {
        let dossier = load(folder.path()).unwrap();
        dossier.files.iter().map(|file| dossier.sources.path(file.id).to_owned()).collect()
    };
    assert!(files.len() > 10, "{files:?}");
    for path in files {
        let place = folder.path().join(&path);
        let text = fs::read(&place).unwrap();
        for change in [Some("# heel iets anders\n"), None] {
            let mut dossier = load(folder.path()).unwrap();
            dossier.sources.keep(0);
            dossier.files.iter().for_each(|file| dossier.sources.let_go(file.id));
            change.map_or_else(|| fs::remove_file(&place), |text| fs::write(&place, text)).unwrap();
            let findings = resolve(&dossier).findings;
            fs::write(&place, &text).unwrap();
            let [finding] = findings.as_slice() else { panic!("{path}: {findings:?}") };
            assert!(finding.is_error() && finding.message.contains("terwijl het dossier werd gelezen"), "{finding:?}");
            assert_eq!(dossier.sources.path(finding.span.file), path);
        }
    }
}

/// The papers of all meetings, in Markdown; the answers of other meetings than the one whose papers are made may be gone by
/// then.
fn made(whole: &Region, with_others: bool) -> Vec<Output> {
    let (today, templates) = ("2025-12-20".parse().unwrap(), Templates::load(&[]).unwrap());
    let without = |id: MeetingId| {
        let mut region = whole.clone();
        for (at, meeting) in region.meetings.iter_mut().enumerate() {
            if !with_others && id != MeetingId(at) {
                meeting.replies = Vec::new();
            }
        }
        region
    };
    let formats = [Format::Markdown];
    let of_meeting =
        |id| produce::meeting(&without(id), id, today, &templates, &formats, Setting::default()).unwrap().outputs;
    whole.meeting_ids().flat_map(of_meeting).collect()
}

#[test]
fn the_answers_of_a_meeting_are_in_its_own_papers_only() {
    for (name, folder) in super::examples::dossiers() {
        let region = resolve(&load(&folder).unwrap()).region;
        for (all, own) in made(&region, true).iter().zip(made(&region, false)) {
            assert_eq!(*all, own, "{name}");
        }
    }
}
