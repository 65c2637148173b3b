//! What this program made before and an agenda has as a paper: the decision list that it adopts, and the action list. They go
//! along as the pages that members get.

use super::{File, is_plain};
use crate::model::MeetingId;
use crate::paper::record::Made;
use crate::paper::{Beside, DOCUMENTS, From, Scope};
use crate::render::template::{TemplateFault, Templates};
use crate::work::Dossier;
use crate::work::produce::{self, Setting, linked};

/// Which of them can go along.
#[derive(Debug, Default)]
pub(in crate::work) struct Records {
    meetings: Vec<MeetingId>,
    overviews: Vec<String>,
}

impl Records {
    /// Those of the agenda of a meeting. What has a fault is made nowhere; and who sits in one body is not sent what another
    /// does.
    pub(in crate::work) fn of(dossier: &mut Dossier, id: MeetingId) -> Self {
        let region = dossier.region();
        let body = region[id].body;
        let adopted = region[id].items.iter().flat_map(|item| &item.adopts).map(|minutes| minutes.value);
        let mut meetings: Vec<MeetingId> = adopted.filter(|adopted| region[*adopted].body == body).collect();
        let has_actions = region[id].items.iter().any(|item| item.action_list);
        meetings.retain(|adopted| {
            dossier.fingerprint(*adopted).is_ok()
                && dossier.errors_of(dossier.folder_of(*adopted)).is_empty()
                && dossier.altered(*adopted).is_empty()
        });
        let is_sound = has_actions && dossier.all_errors().is_empty();
        if is_sound {
            dossier.mark_altered();
        }
        let actions = DOCUMENTS.iter().filter(|document| document.from == From::Meetings && is_sound);
        Self { meetings, overviews: actions.map(|document| document.name.to_owned()).collect() }
    }

    /// As what stands beside a paper.
    pub(in crate::work) fn beside(&self) -> Beside<'_> {
        Beside { meetings: &self.meetings, overviews: &self.overviews }
    }

    /// The documents of which templates are needed.
    pub(in crate::work) fn documents(&self) -> impl Iterator<Item = &'static str> {
        let wanted = |from| match from {
            From::Minutes => !self.meetings.is_empty(),
            From::Meetings => !self.overviews.is_empty(),
            _ => false,
        };
        DOCUMENTS.iter().filter(move |document| wanted(document.from)).map(|document| document.name)
    }
}

/// The page of one of them; nothing where it is not made.
pub(super) fn page(made: &Made, scope: &Scope<'_>, templates: &Templates) -> Result<Option<File>, TemplateFault> {
    let (region, body) = (scope.region, scope.meeting.map(|id| scope.region[id].body));
    let Some(document) = DOCUMENTS.iter().find(|document| document.name == made.document) else { return Ok(None) };
    let of = Scope { body, ..Scope::new(region, scope.today, made.meeting) };
    let Some(view) = document.compose(&of).ok().and_then(|views| views.into_iter().next()) else { return Ok(None) };
    // the papers of that meeting do not go along
    let papers = made.meeting.map(|it| linked(region, it)).unwrap_or_default();
    let nowhere = papers.iter().map(|path| (crate::link::path(path), String::new())).collect();
    let setting = Setting { pages: Some(&nowhere), ..Setting::default() };
    let bytes = produce::page(&view, templates, region, setting)?.bytes;
    let key = made.meeting.map(|it| region[it].key.as_str()).unwrap_or_default();
    let parts = [made.number.as_str(), key, made.document].into_iter().flat_map(|part| part.split(|c| !is_plain(c)));
    let name = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-") + ".html";
    Ok(Some(File { name, kind: "text/html", bytes }))
}
