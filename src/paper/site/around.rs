//! What stands around a page of a site: the way to all others.

use super::{Menu, PAGES, Scope, address, linked};
use crate::link;
use crate::model::called;
use crate::model::{MeetingId, Region};

/// A link to a page of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub title: String,
    /// The address, from the folder of the site.
    pub address: String,
}

/// The links around a page. Addresses are from the folder of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Around {
    /// From the page to the folder of the site: `../` for each folder in between, or the address of the site.
    pub up: String,
    /// The address of the page itself.
    pub here: String,
    /// At the top.
    pub menu: Vec<Link>,
    /// The way down to the page, without itself.
    pub crumbs: Vec<Link>,
    /// The page before it and the one after it.
    pub beside: (Option<Link>, Option<Link>),
    /// At the foot.
    pub foot: Vec<Link>,
    /// It can be searched.
    pub searched: bool,
    /// What it says to search engines (JSON-LD).
    pub linked: Option<String>,
}

/// A site, and a place on it.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// What it is made of.
    pub scope: Scope<'a>,
    /// The titles and the file names, without extension, of the documents about the region.
    pub overviews: &'a [(String, String)],
    /// The meeting in whose folder a page stands.
    pub meeting: Option<MeetingId>,
}

impl Site<'_> {
    /// What stands around a page of this file name.
    #[must_use]
    pub fn around(&self, name: &str) -> Around {
        if let Some(id) = self.meeting {
            return Around::of_meeting(&self.scope, id, name, self.overviews);
        }
        let page = Around::page(name, self.overviews);
        let linked = page.crumbs.is_empty().then(|| linked::organisation(&self.scope));
        Around { linked, ..page }
    }
}

impl Link {
    fn new(title: &str, address: String) -> Self {
        Self { title: title.to_owned(), address }
    }
}

impl Around {
    fn page(here: &str, overviews: &[(String, String)]) -> Self {
        let linked = |menu: Menu| {
            let pages = PAGES.iter().filter(move |page| page.menu == menu);
            pages.map(|page| Link::new(page.title, format!("{}.html", page.stem)))
        };
        let mut menu: Vec<Link> = linked(Menu::Top).collect();
        menu.extend(overviews.iter().map(|(title, stem)| Link::new(title, format!("{stem}.html"))));
        let start = menu.first().filter(|start| start.address != here).cloned();
        Self {
            up: "../".repeat(here.matches('/').count()),
            here: here.to_owned(),
            crumbs: start.into_iter().collect(),
            menu,
            beside: (None, None),
            foot: linked(Menu::Foot).collect(),
            searched: PAGES.iter().any(|page| page.searched && format!("{}.html", page.stem) == here),
            linked: None,
        }
    }

    /// Around a page of a meeting, of this name in its folder.
    fn of_meeting(scope: &Scope<'_>, id: MeetingId, name: &str, overviews: &[(String, String)]) -> Self {
        let (region, folder) = (scope.region, link::path(&scope.region[id].key));
        let own = address(region, id);
        let here = format!("{folder}/{}", link::path(name));
        let mut around = Self::page(&here, overviews);
        let archive = PAGES.iter().find(|page| page.stem == "vergaderingen");
        around.crumbs.extend(archive.map(|page| Link::new(page.title, format!("{}.html", page.stem))));
        if here == own {
            around.beside = beside(scope, id);
            around.linked = Some(linked::event(scope, id));
        } else {
            around.crumbs.push(Link::new(&called::titled(region, id), own));
        }
        around
    }
}

/// The meetings of the same body before and after it.
fn beside(scope: &Scope<'_>, id: MeetingId) -> (Option<Link>, Option<Link>) {
    let region: &Region = scope.region;
    let same = scope.meetings.iter().copied().filter(|other| region[*other].body == region[id].body);
    let mut same: Vec<MeetingId> = same.collect();
    same.sort_by_key(|id| (region[*id].date.value, *id));
    let at = same.iter().position(|other| *other == id);
    let link = |id: &MeetingId| Link::new(&called::own_moment(region, *id), address(region, *id));
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| same.get(at));
    let after = at.and_then(|at| same.get(at + 1));
    (before.map(link), after.map(link))
}
