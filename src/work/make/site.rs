//! The pages of a site that lead to all others, and one for each meeting.

use std::io::Cursor;

use super::super::Stop;
use super::run::Run;
use crate::link;
use crate::model::{MeetingId, Region};
use crate::paper::site::{self, Menu, Scope, Site};
use crate::paper::{self, DOCUMENTS, Document};
use crate::publish;
use crate::publish::leak::Origin;
use crate::render::Format;
use crate::render::template::TemplateFault;
use crate::work::produce::{self, Papers, Setting};

/// The names of the files of a site beside those of the documents.
pub(super) fn names(region: &Region, meetings: &[MeetingId]) -> Vec<String> {
    let ending = Format::Html.extension();
    let pages = site::PAGES.iter().map(|page| format!("{}.{ending}", page.stem));
    let page = format!("{}.{ending}", site::MEETING);
    let data = publish::names_of_meeting(region);
    let of_meeting = |id: &MeetingId| {
        let key = &region[*id].key;
        let names = data.iter().copied().chain([page.as_str()]);
        names.map(|name| format!("{key}/{name}")).collect::<Vec<_>>()
    };
    pages.chain(publish::names(region)).chain(meetings.iter().flat_map(of_meeting)).collect()
}

impl Run<'_> {
    /// The titles and the stems of the documents about the region that are made.
    pub(super) fn overview_titles(&self) -> &[(String, String)] {
        self.overviews.get_or_init(|| self.find_overviews())
    }

    fn find_overviews(&self) -> Vec<(String, String)> {
        let scope = paper::Scope::new(&self.region, self.today, None);
        let is_made = |document: &&Document| {
            document.from.is_overview() && self.makes(document.from) && document.compose(&scope).is_ok()
        };
        let made = DOCUMENTS.iter().filter(|_| self.site).filter(is_made);
        made.map(|document| (document.title.to_owned(), document.name.to_owned())).collect()
    }

    /// A place on the site, where this is one: in the folder of a meeting, or above all those.
    pub(super) fn place<'a>(
        &'a self,
        meetings: &'a [MeetingId],
        overviews: &'a [(String, String)],
        meeting: Option<MeetingId>,
    ) -> Option<Site<'a>> {
        let scope = Scope { region: &self.region, today: self.today, meetings };
        self.site.then_some(Site { scope, overviews, meeting })
    }

    /// Writes the pages about all of it.
    pub(super) fn site_pages(&self, meetings: &[MeetingId]) -> Result<(), Stop> {
        let Some(place) = self.place(meetings, self.overview_titles(), None) else { return Ok(()) };
        for page in &site::PAGES {
            let view = page.compose(&place.scope);
            let setting = Setting { site: Some(place), ..Setting::default() };
            let page = produce::page(&view, self.templates, &self.region, setting)?;
            self.document(&page.name(), page.format, page.bytes)?;
        }
        publish::files(&place.scope, &self.addresses(meetings), |file| self.data(&file))
    }

    /// Writes what other programs read of a meeting.
    pub(super) fn site_data(&self, id: MeetingId) -> Result<(), Stop> {
        let Some(place) = self.place(&[], &[], Some(id)) else { return Ok(()) };
        publish::files_of_meeting(&place.scope, id, |file| self.data(&file))
    }

    fn data(&self, file: &publish::File) -> Result<(), Stop> {
        if !self.may_write(&file.path, &file.bytes, Origin::Made) {
            return Ok(());
        }
        let outcome = self.writer.copy(&file.path, &mut Cursor::new(&file.bytes))?;
        self.count(&file.path, outcome);
        Ok(())
    }

    /// The addresses of the pages to which people come from elsewhere.
    fn addresses(&self, meetings: &[MeetingId]) -> Vec<String> {
        let ending = Format::Html.extension();
        let pages = site::PAGES.iter().filter(|page| page.menu != Menu::Nowhere).map(|page| page.stem.to_owned());
        let overviews = self.overview_titles().iter().map(|(_, stem)| stem.clone());
        let of_meetings = meetings.iter().map(|id| format!("{}/{}", link::path(&self.region[*id].key), site::MEETING));
        pages.chain(overviews).chain(of_meetings).map(|stem| format!("{stem}.{ending}")).collect()
    }

    /// Puts the page of a meeting on a site among its papers.
    pub(super) fn with_own_page(&self, papers: &mut Papers, setting: Setting<'_>) -> Result<(), TemplateFault> {
        let Some(place) = setting.site else { return Ok(()) };
        let of_format = papers.outputs.iter().filter(|output| output.format == Format::Html);
        let documents: Vec<_> = of_format.map(|output| (output.title.clone(), output.name())).collect();
        let view = site::meeting(&place.scope, papers.meeting, &documents);
        let pages = papers.page_addresses_within();
        let setting = Setting { pages: Some(&pages), ..setting };
        papers.pages.push(produce::page(&view, self.templates, &self.region, setting)?);
        Ok(())
    }
}
