//! The pages of a site that lead to all others, and one for each meeting.

use super::super::Stop;
use super::run::Run;
use crate::model::{MeetingId, Region};
use crate::paper::DOCUMENTS;
use crate::paper::site::{self, Scope, Site};
use crate::render::Format;
use crate::render::template::TemplateFault;
use crate::work::produce::{self, Papers, Setting};

/// The names of the files of a site beside those of the documents.
pub(super) fn names(region: &Region, meetings: &[MeetingId]) -> Vec<String> {
    let ending = Format::Html.extension();
    let pages = site::PAGES.iter().map(|page| format!("{}.{ending}", page.stem));
    pages.chain(meetings.iter().map(|id| format!("{}/{}.{ending}", region[*id].key, site::MEETING))).collect()
}

impl Run<'_> {
    /// The titles and the stems of the documents about the region that are made.
    pub(super) fn overview_titles(&self) -> Vec<(String, String)> {
        let made = DOCUMENTS.iter().filter(|document| document.from.is_overview() && self.makes(document.from));
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
        let overviews = self.overview_titles();
        let Some(place) = self.place(meetings, &overviews, None) else { return Ok(()) };
        for page in &site::PAGES {
            let view = page.compose(&place.scope);
            let setting = Setting { site: Some(place), ..Setting::default() };
            let page = produce::page(&view, self.templates, &self.region, setting)?;
            self.document(&page.name(), page.format, page.bytes)?;
        }
        Ok(())
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
