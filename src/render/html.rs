//! The page: the text of a template with its fields, as HTML that stands on its own.
//!
//! All that a page has beyond plain HTML follows from levels and places in the tree of the *template's* text; see
//! `html/top.rs`. A field is a tree of its own that is written without meaning where its placeholder stands.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use comrak::Arena;
use sha2::{Digest as _, Sha256};

use super::role::{self, Roles};
use super::{About, Paper, field, markdown};

mod form;
mod inline;
mod lacking;
mod marks;
mod screen;
mod text;
mod top;
mod writer;

pub use lacking::lacking;

/// The style of every paper.
const STYLE: &str = include_str!("style.css");

/// The hash of [`STYLE`], for the Content-Security-Policy.
static STYLE_HASH: LazyLock<String> = LazyLock::new(|| hash(STYLE));

/// The hash of the script of a form.
static SCRIPT_HASH: LazyLock<String> = LazyLock::new(|| hash(form::SCRIPT));

/// What a page has around its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Frame<'a> {
    /// The kind of document, such as `agenda`: the class of the body.
    pub kind: &'a str,
    /// The title, with the date; it is printed on every page.
    pub title: &'a str,
    /// `concept` or `intern`, printed on every page after the title.
    pub mark: Option<&'a str>,
    /// The accent of the region: for light and for dark. Hexadecimal colours, else they are left out.
    pub accent: Option<(&'a str, &'a str)>,
    /// The kind (`image/png`) and the bytes of a picture above the title. As a picture it can run and load nothing.
    pub logo: Option<(&'a str, &'a [u8])>,
    /// A link back, above the title: its text and its relative address.
    pub home: Option<(&'a str, &'a str)>,
}

/// The format.
pub(super) static ABOUT: About = About {
    endings: &["html", "htm"],
    called: "een pagina voor de browser",
    of_meetings: true,
    holds_mark: true,
    write: |paper| Ok(of(paper).into_bytes()),
};

/// The page of a paper.
#[must_use]
pub fn of(paper: &Paper<'_>) -> String {
    let (view, style) = (paper.view, &paper.region.style);
    let accent = style.accent.as_ref().map(|(light, dark)| (light.as_str(), dark.as_str()));
    let logo = style.logo.as_ref().map(|logo| (logo.kind, logo.bytes.as_slice()));
    // a consultation travels alone, by mail
    let home = paper.home.filter(|_| !view.is_form());
    let frame = Frame { kind: view.template, title: &view.title, mark: view.mark, accent, logo, home };
    page(paper.text, &paper.fields(), &frame)
}

/// The page of a template's text and its fields.
#[must_use]
pub fn page(text: &str, fields: &[&str], frame: &Frame) -> String {
    let arena = Arena::new();
    let root = field::template(&arena, text);
    let roles = Roles::take(root);
    let contents = markdown::contents(&role::without(text), true).map(|list| field::template(&arena, &list));
    let mut out = String::with_capacity(STYLE.len() + 2 * text.len() + 4096);
    let is_form = form::holds_form(text);
    head(frame, is_form, &mut out);
    let mut writer = writer::Writer {
        arena: &arena,
        out,
        fields,
        lines: text.lines().collect(),
        user: false,
        level: 1,
        section: None,
        is_form,
        form: None,
        texts: screen::texts(root, &roles),
        roles,
        everything: None,
        about: None,
        point: String::new(),
        headings: 0,
        points: BTreeSet::new(),
        blanks: 0,
    };
    if is_form {
        form::clear_headings(root);
    }
    writer.document(root, contents, frame);
    let mut out = writer.out;
    if is_form {
        out.extend(["<script>", form::SCRIPT, "</script>\n"]);
    }
    out.push_str("</body>\n</html>\n");
    out
}

/// All before the text: what the browser must know, and the style.
fn head(frame: &Frame, is_form: bool, out: &mut String) {
    let own = own_style(frame);
    out.push_str("<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n");
    let _ = writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}' '{}';{}{} base-uri \
         'none'; form-action 'none'\">",
        *STYLE_HASH,
        hash(&own),
        if frame.logo.is_some() { " img-src data:;" } else { "" },
        if is_form { format!(" script-src '{}';", *SCRIPT_HASH) } else { String::new() }
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

/// The style of this one page: the title at the foot of a printed page, and the accent of the region.
fn own_style(frame: &Frame) -> String {
    let mut own = String::from("\n@page { @bottom-left { content: \"");
    css_string(frame.title, &mut own);
    if let Some(mark) = frame.mark {
        own.push_str(" (");
        css_string(mark, &mut own);
        own.push(')');
    }
    own.push_str("\" } }\n");
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
