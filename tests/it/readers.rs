//! What is for the chair and the secretary stands in the papers for them, and in no other paper.

use std::path::Path;

use beraad::dossier::load::load;
use beraad::dossier::resolve::resolve;
use beraad::model::{MeetingId, Region};
use beraad::paper::{DOCUMENTS, Readers};
use beraad::render::Format;
use beraad::render::template::{TemplateFault, Templates};
use beraad::work::produce::{self, Output, Setting};
use chrono::NaiveDate;

use super::examples::{beraad, dossiers, files};
use super::keys::laid;

/// A word that no dossier has.
const PLANTED: &str = "zwijgzaamheid";

/// The region with an internal text on every item, on the agenda and in the minutes.
fn planted(folder: &Path, today: NaiveDate) -> Region {
    let mut region = resolve(&load(folder).unwrap()).region;
    region.forget_after(today);
    for meeting in &mut region.meetings {
        meeting.items.iter_mut().for_each(|item| item.internal = Some(format!("{PLANTED} vooraf").into()));
        let treated = meeting.minutes.iter_mut().flat_map(|minutes| &mut minutes.items);
        treated.for_each(|treated| treated.internal = Some(format!("{PLANTED} achteraf")));
    }
    region
}

/// Every paper of every meeting and of the region.
fn papers(region: &Region, today: NaiveDate, formats: &[Format]) -> Vec<Output> {
    let templates = Templates::load(&[]).unwrap();
    let mut papers = Vec::new();
    for id in (0..region.meetings.len()).map(MeetingId) {
        let made = produce::meeting(region, id, today, &templates, formats, Setting::default()).unwrap();
        papers.extend(made.outputs);
    }
    let mut take = |output| -> Result<(), TemplateFault> {
        papers.push(output);
        Ok(())
    };
    produce::overviews(region, today, &templates, formats, Setting::default(), |_| true, &mut take).unwrap();
    papers
}

#[test]
fn internal_text_is_in_the_papers_for_the_chair_and_in_no_other() {
    let today = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let places = laid();
    let mut folders: Vec<_> = dossiers().into_iter().map(|(_, folder)| folder).collect();
    folders.extend(places.iter().map(|(place, _)| place.path().to_owned()));
    let (mut before, mut after) = (0, 0);
    for folder in folders {
        for paper in papers(&planted(&folder, today), today, &[Format::Markdown]) {
            let text = String::from_utf8(paper.bytes).unwrap();
            let is_told = text.contains(PLANTED);
            assert!(!is_told || paper.readers == Readers::Desk, "{}/{}: {text}", folder.display(), paper.stem);
            before += usize::from(text.contains("zwijgzaamheid vooraf"));
            after += usize::from(text.contains("zwijgzaamheid achteraf"));
        }
    }
    assert!(before > 20 && after > 20, "{before} {after}");
}

/// A paper for the chair has another name and another title than that for the members, and says for whom it is.
#[test]
fn a_paper_for_the_chair_is_not_taken_for_one_for_the_members() {
    let today = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let region = planted(Path::new("examples/besloten"), today);
    let made = papers(&region, today, &[Format::Html]);
    let with_two: Vec<_> = DOCUMENTS.iter().filter(|document| document.inside.is_some()).collect();
    assert_eq!(with_two.iter().map(|document| document.name).collect::<Vec<_>>(), ["agenda", "verslag"]);
    for document in with_two {
        let ending = document.inside.as_ref().unwrap().ending;
        let of = |stem: &str| made.iter().find(|paper| paper.stem == stem).unwrap();
        let (open, inside) = (of(document.name), of(&format!("{}{ending}", document.name)));
        assert_ne!(open.title, inside.title);
        assert_eq!((open.readers, inside.readers), (document.readers, Readers::Desk));
        let says = |paper: &Output| String::from_utf8_lossy(&paper.bytes).contains("<strong>Intern</strong>");
        assert!(says(inside) && !says(open), "{}", inside.title);
    }
}

/// A run makes the paper for the chair where there is something for the chair alone, beside that for the members.
#[test]
fn a_run_makes_both() {
    let run = |audience: &[&str]| {
        let place = tempfile::tempdir().unwrap();
        let to = place.path().to_str().unwrap();
        let words = ["--dossier", "examples/besloten", "--vandaag", "2025-11-27", "maak", "-f", "md", "--naar", to];
        beraad(&[&words[..], audience].concat());
        let names = files(place.path()).into_keys().filter(|name| name.contains("/verslag"));
        names.collect::<Vec<_>>()
    };
    let made = run(&[]);
    assert!(made.contains(&"2025-10-02-bestuur/verslag.md".to_owned()), "{made:?}");
    assert!(made.contains(&"2025-10-02-bestuur/verslag-intern.md".to_owned()), "{made:?}");
    let inside = |name: &&String| name.ends_with("-intern.md");
    assert_eq!(made.iter().filter(inside).count(), 1, "only where there is internal text: {made:?}");
    assert_eq!(run(&["--openbaar"]).iter().filter(inside).count(), 0);
}
