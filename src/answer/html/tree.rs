//! The elements that are open, as HTML opens and closes them, and what is seen in the innermost of them.

use super::colour::{BLACK, Colour, WHITE};
use super::length::SMALL;
use super::own::{Own, Unseen};
use super::{BLOCKS, PARAGRAPHS};

/// Elements that hold nothing.
const EMPTY: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"];
/// Elements that HTML opens anew behind the end of what was around them.
const OPENED_ANEW: &str = "a b big code em font i nobr s small strike strong tt u";
/// Elements behind which an end tag looks for nothing.
const BARRIERS: &str = "td th caption html template object marquee applet";
/// Deeper than this nobody nests, and browsers neither.
const DEPTH: usize = 400;
/// So far to the left of the page, in points of a screen, the first letters are not seen.
const FAR: f32 = 25.0;
/// More colours than these an element cannot have.
const COLOURS: usize = 8;

/// What is seen inside an element.
#[derive(Debug, Clone)]
struct State {
    hidden: Option<Unseen>,
    doubt: bool,
    size: f32,
    fronts: Vec<Option<Colour>>,
    grounds: Vec<Option<Colour>>,
    back: f32,
    boxed: bool,
    placed: bool,
}

/// The elements from the page to the one that is open now.
#[derive(Debug, Default)]
pub(super) struct Tree {
    open: Vec<(String, Own, State)>,
    /// It is deeper than it is followed, or says something of the page in its midst: all of it is doubtful.
    pub lost: bool,
}

impl Default for State {
    fn default() -> Self {
        Self {
            hidden: None,
            doubt: false,
            size: 16.0,
            fronts: vec![Some(BLACK)],
            grounds: vec![Some(WHITE)],
            back: 0.0,
            boxed: false,
            placed: false,
        }
    }
}

impl State {
    fn under(&self, own: &Own) -> Self {
        let [read, visible] = own.shows;
        let shows = match self.hidden {
            Some(Unseen::Small) => read,
            Some(Unseen::Invisible) => visible,
            _ => None,
        };
        let hidden = match self.hidden {
            Some(Unseen::Program | Unseen::Gone) => self.hidden,
            around => own.hides.or(around.filter(|_| shows.is_none())),
        };
        let sizes = own.sizes.all.iter().map(|size| size.map_or(0.0, |size| size.under(self.size)));
        let boxed = self.boxed || own.boxed;
        Self {
            hidden,
            doubt: self.doubt || own.doubt || shows == Some(false) || own.cuts && boxed,
            size: sizes.chain((!own.sizes.sure).then_some(self.size)).fold(f32::INFINITY, f32::min),
            fronts: among(own.fronts.all.clone(), &self.fronts, own.fronts.sure),
            grounds: self.behind(own),
            back: self.back + own.back,
            boxed,
            placed: self.placed || own.placed,
        }
    }

    fn behind(&self, own: &Own) -> Vec<Option<Colour>> {
        let mixed = own
            .grounds
            .all
            .iter()
            .flat_map(|own| self.grounds.iter().map(|back| own.zip(*back).map(|(own, back)| own.over(back))));
        among(mixed.collect(), &self.grounds, own.grounds.sure)
    }

    fn doubts(&self) -> bool {
        let is_lost = |front: &Option<Colour>| {
            self.grounds.iter().any(|back| front.zip(*back).is_none_or(|(front, back)| front.is_lost_on(back)))
        };
        self.doubt || self.size < SMALL || self.back >= FAR || self.fronts.iter().any(is_lost)
    }
}

/// Colours with those around, where none of them is certain; too many are none that is known.
fn among(own: Vec<Option<Colour>>, around: &[Option<Colour>], sure: bool) -> Vec<Option<Colour>> {
    let mut all: Vec<Option<Colour>> = Vec::new();
    for colour in own.into_iter().chain(around.iter().copied().filter(|_| !sure)) {
        if !all.contains(&colour) {
            all.push(colour);
        }
    }
    if all.len() > COLOURS { vec![None] } else { all }
}

impl Tree {
    /// How what comes now is not shown.
    pub(super) fn hidden(&self) -> Option<Unseen> {
        self.open.last().and_then(|(.., state)| state.hidden)
    }

    /// Whether what comes now may be hidden.
    pub(super) fn doubts(&self) -> bool {
        self.open.last().is_some_and(|(.., state)| state.doubts())
    }

    /// An element begins.
    pub(super) fn opened(&mut self, name: &str, own: Own) {
        self.close_implied(name);
        if matches!(name, "col" | "colgroup")
            && (own.doubt || own.hides.is_some())
            && let Some((.., table)) = self.open.last_mut()
        {
            table.doubt = true;
        }
        if self.open.len() >= DEPTH {
            self.lost = true;
            return;
        }
        self.push(name.to_owned(), own);
    }

    /// The page as a whole begins behind words of it: what it says then holds for them too.
    pub(super) fn begun_late(&mut self, own: &Own) {
        let whole = State::default().under(own);
        self.lost |= whole.hidden.is_some() || whole.doubts();
    }

    /// An element that holds nothing is over.
    pub(super) fn over(&mut self, name: &str) {
        if is_empty(name) {
            self.open.pop_if(|(open, ..)| open == name);
        }
    }

    fn push(&mut self, name: String, own: Own) {
        let around = self.open.last().map(|(.., state)| state.clone()).unwrap_or_default();
        let state = around.under(&own);
        // what is painted where other words may stand covers them
        let paints = own.picture || !own.grounds.all.is_empty();
        self.lost |= state.placed && paints && state.hidden.is_none();
        self.open.push((name, own, state));
    }

    /// An end tag; says whether what it ends is not shown.
    pub(super) fn closed(&mut self, name: &str) -> bool {
        if matches!(name, "html" | "body") {
            return self.hidden().is_some();
        }
        let Some(at) = self.ended(name) else {
            self.soften(name);
            return self.hidden().is_some();
        };
        let hidden = self.open[at].2.hidden.is_some();
        self.end(at);
        hidden
    }

    /// The element that an end tag ends; where it does not fit, none.
    fn ended(&self, name: &str) -> Option<usize> {
        let is_heading = |name: &str| matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
        let fits = |open: &str| open == name || is_heading(open) && is_heading(name);
        let of_table = matches!(name, "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption");
        let stops = |open: &str| match name {
            "table" | "template" => open == "template",
            _ if of_table => matches!(open, "table" | "template"),
            _ if !is_block(name) => is_block(open) || is_one(BARRIERS, open),
            _ => open == "table" || is_one(BARRIERS, open) || name == "li" && matches!(open, "ul" | "ol"),
        };
        let names = || self.open.iter().map(|(open, ..)| open.as_str());
        let at = names().rposition(fits)?;
        (!names().skip(at + 1).any(stops)).then_some(at)
    }

    /// Behind an end that does not fit, what was hidden by such an element may be seen.
    fn soften(&mut self, name: &str) {
        let first = self.open.iter().rposition(|(open, own, _)| open == name && own.matters());
        for (_, own, state) in self.open.iter_mut().skip(first.unwrap_or(usize::MAX)) {
            own.doubt = true;
            state.doubt = true;
            if state.hidden != Some(Unseen::Program) {
                own.hides = None;
                state.hidden = None;
            }
        }
    }

    /// Ends an element with all in it, and opens anew what goes on behind it.
    fn end(&mut self, at: usize) {
        let cells =
            self.open[at..].iter().position(|(open, ..)| is_one(BARRIERS, open)).map_or(usize::MAX, |it| it + at);
        let inner = self.open.drain(at..).enumerate().filter(|(nth, _)| *nth > 0 && nth + at < cells);
        let mut anew: Vec<(String, Own)> = inner.map(|(_, (open, own, _))| (open, own)).collect();
        anew.retain(|(open, own)| is_one(OPENED_ANEW, open) && own.matters());
        for (open, own) in anew {
            // as in browsers, of what is the same three at most
            if self.open.iter().filter(|known| known.0 == open && known.1 == own).count() < 3 {
                self.push(open, own);
            }
        }
    }

    /// Elements of which nobody writes the end: the next one ends them.
    fn close_implied(&mut self, name: &str) {
        let ends: (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol"]),
            "dd" | "dt" => (&["dd", "dt"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["table"]),
            "tr" => (&["tr"], &["table"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
            "body" => (&["head"], &[]),
            _ => (&[], &[]),
        };
        let inner = self.open.iter().rposition(|(open, ..)| ends.1.contains(&open.as_str())).map_or(0, |at| at + 1);
        if let Some(at) = self.open[inner..].iter().position(|(open, ..)| ends.0.contains(&open.as_str())) {
            self.end(inner + at);
        }
        if is_block(name) && !matches!(name, "td" | "th" | "tr" | "tbody" | "body" | "html") {
            self.close_paragraph(name);
        }
    }

    /// The next block ends a paragraph; whether a table does depends on the program.
    fn close_paragraph(&mut self, name: &str) {
        let Some(at) = self.ended("p") else { return };
        if name == "table" && self.open[at].1.matters() {
            self.soften("p");
        } else {
            self.end(at);
        }
    }
}

fn is_one(names: &str, name: &str) -> bool {
    names.split(' ').any(|known| known == name)
}

/// Whether an element holds nothing.
pub(super) fn is_empty(name: &str) -> bool {
    EMPTY.contains(&name)
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
        || PARAGRAPHS.contains(&name)
        || matches!(name, "td" | "th" | "blockquote" | "html" | "fieldset")
}
