//! The page: a paper as HTML that stands on its own.
//!
//! It writes the tree of the paper ([`super::tree`]) from its beginning to its end; what a part is, the tree says.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::tree::Paper;
use super::words::{OnPage, Words};
use super::{About, Sheet};
use crate::paper::site::Around;

mod around;
mod form;
mod prose;
mod text;
mod writer;

/// The style of every paper.
const STYLE: &str = include_str!("style.css");

/// The hash of [`STYLE`], for the Content-Security-Policy.
static STYLE_HASH: LazyLock<String> = LazyLock::new(|| hash(STYLE));

/// The hash of the script of a form.
static SCRIPT_HASH: LazyLock<String> = LazyLock::new(|| hash(form::SCRIPT));

/// The hash of the script that searches.
static SEARCH_HASH: LazyLock<String> = LazyLock::new(|| hash(around::SEARCH));

/// What a page has around its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Frame<'a> {
    /// The kind of document, such as `agenda`: the class of the body.
    pub kind: &'a str,
    /// The title, with the date; it is printed on every page.
    pub title: &'a str,
    /// The accent of the region: for light and for dark. Hexadecimal colours, else they are left out.
    pub accent: Option<(&'a str, &'a str)>,
    /// The region: what the logo says to who does not see it.
    pub region: &'a str,
    /// The kind (`image/png`) and the bytes of a picture above the title. As a picture it can run and load nothing.
    pub logo: Option<(&'a str, &'a [u8])>,
    /// From whom the papers come, line by line.
    pub sender: &'a [&'a str],
    /// A link back, above the title: its text and its relative address.
    pub home: Option<(&'a str, &'a str)>,
    /// The pages of papers, by the addresses of those.
    pub pages: Option<&'a BTreeMap<String, String>>,
    /// The keys of items by their numbers, each an anchor.
    pub anchors: &'a [(&'a str, &'a str)],
    /// What stands around it on a site, with the words for that.
    pub around: Option<(&'a Around, &'a Words)>,
}

impl Frame<'_> {
    fn is_searched(&self) -> bool {
        self.around.is_some_and(|(around, _)| around.searched)
    }
}

/// The format.
pub(super) static ABOUT: About = About {
    endings: &["html", "htm"],
    called: "een pagina voor de browser",
    of_meetings: true,
    holds_mark: true,
    write: |sheet| Ok(of(sheet).into_bytes()),
};

/// The page of a sheet.
#[must_use]
pub fn of(sheet: &Sheet<'_>) -> String {
    let (view, style) = (sheet.view, &sheet.region.style);
    let accent = style.accent.as_ref().map(|(light, dark)| (light.as_str(), dark.as_str()));
    let logo = style.logo.as_ref().map(|logo| (logo.kind, logo.bytes.as_slice()));
    // a consultation travels alone, by mail
    let home = sheet.home.filter(|_| !view.is_form());
    // what stands in a form comes back with the answer
    let of = style.sender.iter().filter(|_| !view.is_form());
    let sender: &[&str] = &of.map(|line| line.value.as_str()).collect::<Vec<_>>();
    let around = sheet.around.map(|around| (around, &*sheet.text.words));
    let (pages, anchors) = (sheet.pages, view.anchors.as_slice());
    let region = sheet.region.covenant.region.as_str();
    let (kind, title) = (view.template, view.title.as_str());
    let frame = Frame { kind, title, accent, region, logo, sender, home, pages, anchors, around };
    page(&Paper::of(sheet.text, &sheet.fields()), &frame)
}

/// The page of a paper.
#[must_use]
pub fn page(paper: &Paper, frame: &Frame) -> String {
    let is_form = paper.form.is_some();
    let mut out = String::with_capacity(STYLE.len() + 32 * 1024);
    head(paper, frame, &mut out);
    let mut writer = writer::Writer { out, paper, pages: frame.pages, anchors: frame.anchors };
    writer.document(frame);
    let mut out = writer.out;
    if is_form {
        out.extend(["<script>", form::SCRIPT, "</script>\n"]);
    } else if frame.is_searched() {
        out.extend(["<script>", around::SEARCH, "</script>\n"]);
    }
    if let Some(linked) = frame.around.and_then(|(around, _)| around.linked.as_ref()) {
        // nothing in it can end the script
        let plain = linked.replace('<', "\\u003c");
        out.extend(["<script type=\"application/ld+json\">", &plain, "</script>\n"]);
    }
    out.push_str("</body>\n</html>\n");
    out
}

/// All before the text: what the browser must know, and the style.
fn head(paper: &Paper, frame: &Frame, out: &mut String) {
    let own = own_style(paper, frame);
    let script = match (&paper.form, frame.is_searched()) {
        (Some(_), _) => Some(&*SCRIPT_HASH),
        (None, true) => Some(&*SEARCH_HASH),
        (None, false) => None,
    };
    out.push_str("<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n");
    let _ = writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}' '{}';{}{} base-uri \
         'none'; form-action 'none'\">",
        *STYLE_HASH,
        hash(&own),
        if frame.logo.is_some() { " img-src data:;" } else { "" },
        script.map(|hash| format!(" script-src '{hash}';")).unwrap_or_default()
    );
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.push_str("<meta name=\"generator\" content=\"beraad\">\n<title>");
    text::escape(frame.title, out);
    out.extend(["</title>\n<style>", STYLE, "</style>\n<style>", &own, "</style>\n</head>\n<body class=\""]);
    text::escape(frame.kind, out);
    out.push_str("\">\n");
}

/// A picture as an address that needs no request.
fn data_address(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}

fn hash(style: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(style)))
}

/// The style of this one page: the title and the number at the foot of a printed page, and the accent of the region. Behind
/// the title stands that the paper is internal or a draft, where its head says so.
fn own_style(paper: &Paper, frame: &Frame) -> String {
    let mut own = String::from("\n@page { @bottom-left { content: \"");
    css_string(frame.title, &mut own);
    let marks: Vec<String> = paper.marks().map(|word| word.to_lowercase()).collect();
    if !marks.is_empty() {
        own.push_str(" (");
        css_string(&marks.join(", "), &mut own);
        own.push(')');
    }
    own.push_str("\" } @bottom-right { content:");
    for piece in &paper.page {
        match piece {
            OnPage::Text(words) => {
                own.push_str(" \"");
                css_string(words, &mut own);
                own.push('"');
            }
            OnPage::Number => own.push_str(" counter(page)"),
            OnPage::Count => own.push_str(" counter(pages)"),
        }
    }
    own.push_str(" } }\n");
    if let Some((light, dark)) = frame.accent.filter(|(light, dark)| is_colour(light) && is_colour(dark)) {
        let _ = writeln!(own, ":root {{ --accent: {light}; }}");
        let _ = writeln!(own, "@media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; }} }}");
    }
    own
}

/// Writes a text between the quotes of a CSS string; nothing in it can end the string or the style.
fn css_string(text: &str, out: &mut String) {
    for c in text.chars() {
        if c.is_control() || matches!(c, '"' | '\\' | '<' | '>' | '&') {
            let _ = write!(out, "\\{:x} ", u32::from(c));
        } else {
            out.push(c);
        }
    }
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| matches!(hex.len(), 3 | 6) && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}
