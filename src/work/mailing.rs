//! What goes along with a mail beside its page: the papers to which that leads, as far as there is room, and what is to be said
//! of it to who sends it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::Stop;
use super::produce::{apart, has_page, linked};
use crate::answer::mark::{self, Mark};
use crate::answer::open::{Holds, Why, open};
use crate::dossier::load;
use crate::model::{MeetingId, PaperPlace, Region};
use crate::paper::record::{self, Made};
use crate::paper::{Achtergebleven, Bijgevoegd, Scope, View};
use crate::render::escape::escape;
use crate::render::mail::{Along, File};
use crate::render::template::{TemplateFault, Templates};
use crate::{dutch, link, visible};

mod notes;
mod records;

pub(super) use notes::notes;
pub(super) use records::Records;

/// What files are, by their endings; all others are bytes of which a program sees what they are.
const KINDS: [(&str, &str); 19] = [
    ("pdf", "application/pdf"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("rtf", "application/rtf"),
    ("zip", "application/zip"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("svg", "image/svg+xml"),
    ("csv", "text/csv"),
    ("txt", "text/plain"),
    ("html", "text/html"),
];

/// What goes along with a mail, and where the links of its page lead: to what goes along, or nowhere.
#[derive(Debug, Default)]
pub(super) struct Mailed {
    pub along: Along,
    pub pages: BTreeMap<String, String>,
}

/// A paper of a meeting.
struct Paper<'a> {
    path: &'a str,
    number: &'a str,
    title: &'a str,
    size: u64,
    /// The keys of the items that have it.
    items: Vec<&'a str>,
    closed: bool,
}

impl Paper<'_> {
    fn left(&self) -> Achtergebleven {
        let (nummer, titel) = (self.number.to_owned(), self.title.to_owned());
        Achtergebleven { nummer, titel, grootte: dutch::size(self.size) }
    }

    /// Its number and the name of its file, of letters that no program changes: `4.1-meerjarenagenda.pdf`
    fn name(&self, ending: &str) -> String {
        let file = self.path.rsplit('/').next().unwrap_or(self.path);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let parts = [self.number, stem].into_iter().flat_map(|part| part.split(|c: char| !is_plain(c)));
        let name = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
        if ending.is_empty() { name } else { format!("{name}.{ending}") }
    }

    /// The ending of its file, in small letters.
    fn ending(&self) -> String {
        let file = self.path.rsplit('/').next().unwrap_or(self.path);
        let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        if ending.len() <= 8 && ending.chars().all(|c| c.is_ascii_alphanumeric()) { ending } else { String::new() }
    }
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_')
}

/// The files of the dossier that are papers of a meeting, each once, by its first number.
fn papers(region: &Region, id: MeetingId) -> Vec<Paper<'_>> {
    let mut all: Vec<Paper<'_>> = Vec::new();
    let each = region[id].items.iter().flat_map(|item| item.papers.iter().map(move |paper| (item.key.as_str(), paper)));
    for (item, paper) in each {
        let PaperPlace::File(path) = &paper.place else { continue };
        if let Some(known) = all.iter_mut().find(|known| known.path == path) {
            known.items.push(item);
            known.closed |= paper.closed;
            continue;
        }
        let (number, title, size) = (paper.number.as_str(), paper.title.as_str(), paper.size.unwrap_or_default());
        all.push(Paper { path, number, title, size, items: vec![item], closed: paper.closed });
    }
    all
}

/// The papers that a document is about: those to which it leads. A form leads nowhere; it is about those of what it asks.
fn of_document<'a>(region: &'a Region, id: MeetingId, view: &View<'_>, text: &str) -> Vec<Paper<'a>> {
    let mut all = papers(region, id);
    if view.is_form() {
        let asked: Vec<String> =
            text.lines().flat_map(mark::all).filter_map(|found| asked_about(found.mark?)).collect();
        all.retain(|paper| asked.iter().any(|key| paper.items.contains(&key.as_str())));
    } else {
        all.retain(|paper| leads_to(text, paper.path));
    }
    all
}

/// The key of an item that a mark is of.
fn asked_about(mark: Mark) -> Option<String> {
    if let Mark::Item { item, .. } = mark { Some(item) } else { None }
}

/// What a letter says when no paper of a meeting goes along.
pub(super) fn none_along(scope: &Scope<'_>) -> Bijgevoegd {
    let Some(id) = scope.meeting else { return Bijgevoegd::default() };
    let named = |made: Made| Achtergebleven { nummer: made.number, titel: made.name, grootte: String::new() };
    let papers = papers(scope.region, id).into_iter().map(|paper| paper.left());
    let left: Vec<Achtergebleven> = papers.chain(record::on_agenda(scope, id).into_iter().map(named)).collect();
    Bijgevoegd { aantal: 0, te_groot: left.clone(), ontbreekt: left }
}

/// What goes along with the mail of a view: `most` bytes of papers, in their order.
pub(super) fn along(
    root: &Path,
    scope: &Scope<'_>,
    view: &View<'_>,
    templates: &Templates,
    most: u64,
) -> Result<Mailed, Stop> {
    let Some(id) = scope.meeting else { return Ok(Mailed::default()) };
    let region = scope.region;
    let of = (root, region, id);
    let text = templates.render(view)?.text;
    let (mut along, mut names, mut left) = (Along::default(), BTreeMap::new(), most);
    let mut chosen = Vec::new();
    for paper in of_document(region, id, view, &text) {
        // a form goes to who does not sit there
        if view.is_form() && paper.closed {
            along.told.ontbreekt.push(paper.left());
            continue;
        }
        let Some(file) = taken(of, &paper, templates, left)? else {
            let told = if most == 0 { &mut along.told.ontbreekt } else { &mut along.told.te_groot };
            told.push(paper.left());
            continue;
        };
        let is_ours = has_page(region, id, paper.path);
        if !is_ours && file.kind == "text/html" || could_be_answer(&file, view.is_form()) {
            along.told.ontbreekt.push(paper.left());
            continue;
        }
        left = left.saturating_sub(length(&file.bytes));
        names.insert(paper.path.to_owned(), file.name.clone());
        chosen.push((paper, file));
    }
    for (paper, mut file) in chosen {
        // pages lead to one another
        if let Some(page) = page(of, &paper, templates, &names)? {
            file = page;
        }
        along.files.push(file);
    }
    let address = |path: &String| (link::path(path), names.get(path).cloned().unwrap_or_default());
    let pages = linked(region, id).iter().map(address).collect();
    let mut mailed = Mailed { along, pages };
    for made in record::on_agenda(scope, id).into_iter().filter(|made| text.contains(&made.name)) {
        mailed.add_record(made, scope, templates, &mut left)?;
    }
    mailed.along.told.aantal = mailed.along.files.len();
    Ok(mailed)
}

impl Mailed {
    /// Adds what the program made, where the page leads to it and there is room; else it is named.
    fn add_record(
        &mut self,
        made: Made,
        scope: &Scope<'_>,
        templates: &Templates,
        room: &mut u64,
    ) -> Result<(), TemplateFault> {
        let page = if made.address.is_some() { records::page(&made, scope, templates)? } else { None };
        let page = page.filter(|page| !could_be_answer(page, false));
        let (nummer, titel) = (made.number, made.name);
        match page {
            Some(page) if length(&page.bytes) <= *room => {
                *room -= length(&page.bytes);
                self.pages.extend(made.address.map(|address| (address, page.name.clone())));
                if self.along.files.iter().all(|file| file.name != page.name) {
                    self.along.files.push(page);
                }
            }
            Some(page) if *room > 0 => {
                self.pages.extend(made.address.map(|address| (address, String::new())));
                let grootte = dutch::size(length(&page.bytes));
                self.along.told.te_groot.push(Achtergebleven { nummer, titel, grootte });
            }
            _ => {
                self.pages.extend(made.address.map(|address| (address, String::new())));
                self.along.told.ontbreekt.push(Achtergebleven { nummer, titel, grootte: String::new() });
            }
        }
        Ok(())
    }
}

/// Whether what a template made leads to a file of the meeting's folder.
fn leads_to(text: &str, path: &str) -> bool {
    let address = link::path(path);
    let mut escaped = String::new();
    escape(&address, &mut escaped);
    [address, escaped].iter().any(|address| text.contains(&format!("]({address})")))
}

/// A paper as it goes along; nothing when there is no room for it.
fn taken(
    of: (&Path, &Region, MeetingId),
    paper: &Paper<'_>,
    templates: &Templates,
    most: u64,
) -> Result<Option<File>, Stop> {
    if let Some(page) = page(of, paper, templates, &BTreeMap::new())? {
        return Ok(Some(page).filter(|page| length(&page.bytes) <= most));
    }
    let (root, region, id) = of;
    let path = format!("{}/{}", region[id].key, paper.path);
    let mut bytes = Vec::new();
    // one byte more tells that there is no room
    let mut file = load::paper(root, &path)?.take(most.saturating_add(1));
    file.read_to_end(&mut bytes).with_context(|| format!("Het bestand {} is niet te lezen.", visible::line(&path)))?;
    let ending = paper.ending();
    let kind = KINDS.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, kind)| kind);
    Ok((length(&bytes) <= most).then(|| File { name: paper.name(&ending), kind, bytes }))
}

/// The page of a paper that is text.
fn page(
    of: (&Path, &Region, MeetingId),
    paper: &Paper<'_>,
    templates: &Templates,
    names: &BTreeMap<String, String>,
) -> Result<Option<File>, Stop> {
    let (_, region, id) = of;
    if !has_page(region, id, paper.path) {
        return Ok(None);
    }
    let name = paper.name("html");
    let bytes = apart(of, (paper.path, &name), templates, names)?;
    Ok(bytes.map(|bytes| File { name, kind: "text/html", bytes }))
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// Whether something of a file is taken for an answer when it comes back: with a form, any text.
fn could_be_answer(file: &File, with_form: bool) -> bool {
    let opened = open(&file.name, &file.bytes);
    // also where signs that cannot be seen stand in a mark
    let has_mark = |text: &str| matches!(mark::tamed(text), Cow::Owned(_));
    with_form && !opened.letters.is_empty()
        || opened.unread.iter().any(|one| one.why == Why::Page)
        || opened.letters.iter().any(|letter| {
            let texts = [&letter.text, &letter.hidden, &letter.doubtful];
            letter.holds != Holds::Words || texts.into_iter().any(|text| has_mark(text))
        })
}
