//! Papers of the dossier that are Markdown become pages of their own, beside the copies of their files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Output, Setting, in_all, linked};
use crate::dossier::load;
use crate::dossier::resolve::is_taken;
use crate::link;
use crate::model::{MeetingId, PaperPlace, Region};
use crate::paper::bijlage::{self, Read};
use crate::paper::site::Site;
use crate::render::template::{TemplateFault, Templates};
use crate::render::{Format, field};

/// The pages of the papers of a meeting, by the paths of the files, all from the meeting's folder.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Pages(pub BTreeMap<String, String>);

impl Pages {
    /// Those of a meeting: of each file whose text may become one, under a name that no other file has.
    #[must_use]
    pub fn of(region: &Region, id: MeetingId) -> Self {
        let papers = linked(region, id);
        let mut taken: BTreeSet<String> = papers.iter().map(|path| path.to_lowercase()).collect();
        let readable = readable(region, id);
        let mut pages = BTreeMap::new();
        for path in papers.into_iter().filter(|path| readable.contains(path.as_str())) {
            let Some(short) = load::without_markdown(&path) else { continue };
            let endings = [format!("{short}.html"), format!("{path}.html")];
            let free = |name: &String| !is_taken(name) && !taken.contains(&name.to_lowercase());
            let Some(name) = endings.into_iter().find(free) else { continue };
            taken.insert(name.to_lowercase());
            pages.insert(path, name);
        }
        Self(pages)
    }

    /// What the pages may have been called that papers of a meeting had before, and have no longer.
    pub(in crate::work) fn gone(region: &Region, id: MeetingId) -> Vec<String> {
        let (papers, pages) = (linked(region, id), Self::of(region, id).0);
        let without = papers.iter().filter(|path| !pages.contains_key(*path));
        let names = without
            .filter_map(|path| Some([format!("{}.html", load::without_markdown(path)?), format!("{path}.html")]));
        let is_made = |name: &String| papers.contains(name) || pages.values().any(|made| made == name);
        names.flatten().filter(|name| !is_made(name) && !is_taken(name)).collect()
    }

    /// The same by the addresses that papers in the meeting's folder link to.
    pub(super) fn by_address(&self) -> BTreeMap<String, String> {
        self.0.iter().map(|(path, page)| (link::path(path), link::path(page))).collect()
    }

    /// Renders them. Each leads back to the agenda where there is one, else to the index.
    pub(in crate::work) fn render(
        &self,
        (root, region, id): (&Path, &Region, MeetingId),
        templates: &Templates,
        has_agenda: bool,
        site: Option<Site<'_>>,
    ) -> Result<Vec<Output>, TemplateFault> {
        let (there, mut made) = (linked(region, id), Vec::new());
        for (path, page) in &self.0 {
            let Some(text) = load::paper_text(root, &format!("{}/{path}", region[id].key)) else { continue };
            let up = "../".repeat(page.matches('/').count());
            let read = field::enclosed(&text, |address| self.leads(&there, path, address));
            let (words, file) = if has_agenda { ("Agenda", "agenda.html") } else { ("Alle stukken", "../index.html") };
            let back = format!("{up}{file}");
            let home = site.is_none().then_some((words, back.as_str()));
            let setting = Setting { home, site, ..Setting::default() };
            made.extend(rendered(region, id, (path, page), &read, templates, setting)?);
        }
        Ok(made)
    }

    /// Where a relative address in a paper leads from its page: to one of the papers that are there, or nowhere.
    fn leads(&self, there: &BTreeSet<String>, from: &str, address: &str) -> Option<String> {
        let path = link::beside(from, address).filter(|path| there.contains(path))?;
        let up = "../".repeat(from.matches('/').count());
        Some(format!("{up}{}", link::path(self.0.get(&path).unwrap_or(&path))))
    }
}

/// Whether a page is made of a paper of a meeting.
pub(in crate::work) fn has_page(region: &Region, id: MeetingId, path: &str) -> bool {
    readable(region, id).contains(path)
}

/// The page of a paper of a meeting that goes along with a mail, under a name of its own; nothing when none can be made of it.
/// `names` are those of the papers that go along, by their paths.
pub(in crate::work) fn apart(
    (root, region, id): (&Path, &Region, MeetingId),
    (path, name): (&str, &str),
    templates: &Templates,
    names: &BTreeMap<String, String>,
) -> Result<Option<Vec<u8>>, TemplateFault> {
    let Some(text) = load::paper_text(root, &format!("{}/{path}", region[id].key)) else { return Ok(None) };
    let read = field::enclosed(&text, |address| names.get(&link::beside(path, address)?).cloned());
    // the file of which it is the page does not go along
    let pages = BTreeMap::from([(link::path(path.rsplit('/').next().unwrap_or(path)), String::new())]);
    let setting = Setting { pages: Some(&pages), ..Setting::default() };
    let made = rendered(region, id, (path, name), &read, templates, setting)?;
    Ok(made.into_iter().next().map(|output| output.bytes))
}

/// The papers of a meeting whose text may become a page.
fn readable(region: &Region, id: MeetingId) -> BTreeSet<&str> {
    let papers = region[id].items.iter().flat_map(|item| &item.papers).filter(|paper| paper.text.is_some());
    let paths = papers.filter_map(|paper| match &paper.place {
        PaperPlace::File(path) => Some(path.as_str()),
        _ => None,
    });
    paths.collect()
}

fn rendered(
    region: &Region,
    id: MeetingId,
    (path, page): (&str, &str),
    read: &Read,
    templates: &Templates,
    setting: Setting<'_>,
) -> Result<Vec<Output>, TemplateFault> {
    let stem = page.strip_suffix(".html").unwrap_or(page);
    let view = bijlage::compose(region, id, path, stem, read);
    let mut made = Vec::new();
    let mut give = |output| -> Result<(), TemplateFault> {
        made.push(output);
        Ok(())
    };
    in_all((&view, &view.label), templates, &[Format::Html], region, setting, &mut give)?;
    Ok(made)
}

/// The files of the dossier that may stand at a path: the paper itself, and those of which it may be the page.
#[must_use]
pub fn papers_of(path: &str) -> Vec<String> {
    let mut papers = vec![path.to_owned()];
    if let Some(short) = path.strip_suffix(".html") {
        papers.extend(
            load::MARKDOWN
                .iter()
                .flat_map(|ending| [format!("{short}.{ending}"), format!("{short}.{}", ending.to_uppercase())]),
        );
        papers.push(short.to_owned());
    }
    papers
}
