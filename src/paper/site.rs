//! The pages of a public site beside the papers themselves: what everybody looks for first, one page per meeting, and what
//! was ever decided.

mod around;
mod linked;
mod meeting;
mod pages;
mod register;
mod start;

use chrono::NaiveDate;

use super::View;
use crate::link;
use crate::model::{MeetingId, Region};

pub use around::{Around, Link, Site};
pub use meeting::{came_to, compose as meeting};

/// A page about the region as a whole.
pub struct Page {
    /// Its file name without extension: its address outlives every change of its title.
    pub stem: &'static str,
    /// What it is called in the menu.
    pub title: &'static str,
    /// Where it is linked from every page.
    pub menu: Menu,
    /// It can be searched.
    pub searched: bool,
    compose: for<'a> fn(&Scope<'a>) -> View<'a>,
}

/// Where a page is linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// At the top of every page.
    Top,
    /// At its foot.
    Foot,
    /// Nowhere: a server shows it.
    Nowhere,
}

/// What the pages are made of.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The public view of the region.
    pub region: &'a Region,
    /// Today.
    pub today: NaiveDate,
    /// The meetings of which there is a page, in their order.
    pub meetings: &'a [MeetingId],
}

/// The pages, in the order of the menu. The overviews of the region ([`super::DOCUMENTS`]) stand among them.
pub static PAGES: [Page; 7] = [
    Page { stem: "index", title: "Start", menu: Menu::Top, searched: false, compose: start::compose },
    Page { stem: "vergaderingen", title: "Vergaderingen", menu: Menu::Top, searched: false, compose: pages::archive },
    Page { stem: "besluiten", title: "Besluiten", menu: Menu::Top, searched: true, compose: register::compose },
    Page { stem: "convenant", title: "Convenant", menu: Menu::Top, searched: false, compose: pages::covenant },
    Page { stem: "begrippen", title: "Begrippen", menu: Menu::Foot, searched: false, compose: pages::terms },
    Page {
        stem: "toegankelijkheid",
        title: "Toegankelijkheid",
        menu: Menu::Foot,
        searched: false,
        compose: pages::access,
    },
    Page { stem: "404", title: "Niet gevonden", menu: Menu::Nowhere, searched: false, compose: pages::lost },
];

/// The file name, without extension, of the page of a meeting in its folder.
pub const MEETING: &str = "index";

/// The address of the page of a meeting, from the folder of the site.
#[must_use]
pub fn address(region: &Region, id: MeetingId) -> String {
    format!("{}/{MEETING}.html", link::path(&region[id].key))
}

impl Page {
    /// Composes the page.
    #[must_use]
    pub fn compose<'a>(&self, scope: &Scope<'a>) -> View<'a> {
        let made = (self.compose)(scope);
        View {
            stem: self.stem.to_owned(),
            label: self.title.to_owned(),
            title: format!("{}, {}", self.title, scope.region.covenant.region),
            ..made
        }
    }
}
