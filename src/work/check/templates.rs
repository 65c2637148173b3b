//! What is wrong with the templates of a dossier.

use chrono::NaiveDate;

use super::Dossier;
use crate::dossier::faults;
use crate::dossier::read::nearest;
use crate::finding::Finding;
use crate::model::{MeetingId, Region};
use crate::paper::{Bijgevoegd, DOCUMENTS, Scope, bundel};
use crate::render::Format;
use crate::render::template::{BUILT_IN, Belongs, Lacking, TemplateFault, Templates, lacking};
use crate::source::{FileId, Span};
use crate::visible;
use crate::work::mailing;
use crate::work::produce::{self, Pages, Setting};

/// What is wrong with the dossier's own templates: a name that no document has, and the first fault in their texts. Some
/// show only when they are used, so every document is made, as a mail too.
pub(super) fn findings(dossier: &Dossier) -> Vec<Finding> {
    let own = &dossier.folder.templates;
    if own.is_empty() {
        return Vec::new();
    }
    let mut findings: Vec<Finding> =
        own.iter().filter_map(|(file, name)| unused_template(dossier, *file, name)).collect();
    findings.extend(own.iter().flat_map(|(file, name)| without_roles(dossier, *file, name)));
    findings.extend(first_fault(dossier));
    findings
}

fn first_fault(dossier: &Dossier) -> Option<Finding> {
    const FORMATS: [Format; 1] = [Format::Markdown];
    let templates = match dossier.templates(&[]) {
        Ok(templates) => templates,
        Err(fault) => return Some(dossier.template_finding(&fault)),
    };
    let (region, today) = (dossier.region(), dossier.today);
    let made = |id| {
        produce::meeting(region, id, today, &templates, &FORMATS, Setting::default())?;
        letters(region, id, today, &templates)?;
        let scope = Scope::new(region, today, Some(id));
        let contents = bundel::Contents::default();
        produce::page(&bundel::compose(&scope, id, &contents), &templates, region, Setting::default())?;
        let root = dossier.folder.root.as_path();
        Pages::of(region, id).render((root, region, id), &templates, true, None).map(drop)
    };
    let fault = (0..region.meetings.len()).find_map(|at| made(MeetingId(at)).err()).or_else(|| {
        produce::overviews(region, today, &templates, &FORMATS, Setting::default(), |_| true, |_| Ok(())).err()
    });
    fault.map(|fault| dossier.template_finding(&fault))
}

/// The letters of the mails of a meeting, which no other format needs.
fn letters(region: &Region, id: MeetingId, today: NaiveDate, templates: &Templates) -> Result<(), TemplateFault> {
    let scope = Scope::new(region, today, Some(id));
    let views = DOCUMENTS.iter().filter_map(|document| document.compose(&scope).ok()).flatten();
    for view in views {
        for along in [Bijgevoegd::default(), mailing::none_along(&scope)] {
            templates.letter(&view, &along)?;
        }
    }
    Ok(())
}

/// The lines of a template to which ours gives a role, and this one none.
fn without_roles(dossier: &Dossier, file: FileId, name: &str) -> Vec<Finding> {
    let Some(text) = dossier.folder.sources.text(file) else { return Vec::new() };
    let told = lacking(name, &text).into_iter().map(|Lacking { place, role, belongs }| {
        let message = format!("De rol {{.{role}}} ontbreekt: een pagina herkent dit deel niet.");
        let hint = match belongs {
            Belongs::Above => format!("zet op de regel hierboven: {{.{role}}}"),
            Belongs::Behind => format!("zet in deze regel, achter de woorden: {{.{role}}}"),
            Belongs::Within(ours) => {
                format!("zet {{.{role}}} in deze regel, zoals het ingebouwde sjabloon: {ours}")
            }
        };
        Finding::new(&faults::LACKS_ROLE, Span::new(file, &place), message).hint(hint)
    });
    told.collect()
}

/// A template whose name is none of ours, and which no other of the dossier names.
fn unused_template(dossier: &Dossier, file: FileId, name: &str) -> Option<Finding> {
    let sources = &dossier.folder.sources;
    let built_in = || BUILT_IN.iter().map(|(name, _)| *name);
    let mut others = dossier.folder.templates.iter().filter(|(other, _)| *other != file);
    let mut named = || others.any(|(other, _)| sources.text(*other).is_some_and(|text| text.contains(name)));
    if built_in().any(|known| known == name) || named() {
        return None;
    }
    let message = format!("Geen stuk gebruikt het sjabloon {}.", visible::line(name));
    let hint = nearest(name, built_in()).map_or_else(
        || "beraad sjablonen MAP zet alle sjablonen neer, met hun namen".to_owned(),
        |near| format!("bedoelde u {near}?"),
    );
    Some(Finding::new(&faults::UNKNOWN_FILE, Span::whole(file), message).hint(hint))
}
