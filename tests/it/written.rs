//! Does a paper of a written round speak of one? Nobody meets there, sits at a table or speaks.

use std::path::Path;

use beraad::dossier::load::load;
use beraad::dossier::resolve::resolve;
use beraad::model::{MeetingId, Region};
use beraad::paper::{Asking, DOCUMENTS, From, Scope};
use beraad::render::Format;
use beraad::render::template::Templates;
use beraad::work::produce::{self, Setting};
use chrono::NaiveDate;
use mail_parser::MessageParser;

/// Of a meeting.
const WORDS: [&str; 8] =
    ["vergader", "aan tafel", "spreekt", "sprak", "gesproken", "bijeenkomst", "komt u", "aanwezig"];

/// What says that there is none, or speaks of another one.
const MAY: [&str; 2] = ["er is geen vergadering", "volgende vergadering"];

/// The texts of all papers of a meeting, as text and as a mail, each with its name.
fn papers(region: &Region, id: MeetingId, today: NaiveDate) -> Vec<(String, String)> {
    let templates = Templates::load(&[]).unwrap();
    let mut texts = Vec::new();
    for asking in [Asking::All, Asking::Needed, Asking::Reminder] {
        let scope = Scope { asking, ..Scope::new(region, today, Some(id)) };
        for document in
            DOCUMENTS.iter().filter(|document| !document.from.is_overview() && document.from != From::Feedback)
        {
            for view in document.compose(&scope).into_iter().flatten() {
                let render = |format| {
                    let bytes = produce::render(&view, &templates, format, region, Setting::default()).unwrap();
                    String::from_utf8(bytes).unwrap()
                };
                let mail = render(Format::Mail);
                let letter = MessageParser::default().parse(mail.as_bytes()).unwrap();
                texts.push((view.title.clone(), render(Format::Markdown)));
                texts.push((format!("mail: {}", view.title), letter.body_text(0).unwrap().into_owned()));
            }
        }
    }
    texts
}

#[test]
fn the_papers_of_a_written_round_do_not_speak_of_a_meeting() {
    let dossier = load(Path::new("examples/andere-regio")).unwrap();
    let region = resolve(&dossier).region;
    let rounds: Vec<MeetingId> = region.meeting_ids().filter(|id| region[*id].is_written()).collect();
    assert!(!rounds.is_empty());
    for id in rounds {
        let days = [region[id].date.value, region[id].last_day().succ_opt().unwrap()];
        for (name, text) in days.into_iter().flat_map(|day| papers(&region, id, day)) {
            let mut told = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
            for may in MAY {
                told = told.replace(may, "");
            }
            for word in WORDS {
                assert!(!told.contains(word), "{name} says “{word}”:\n{text}");
            }
        }
    }
}
