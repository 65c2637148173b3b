//! The Markdown paper: the text of a template with its fields filled in.

use std::borrow::Cow;

use comrak::{Arena, parse_document};

use super::words::Text;
use super::{About, Part, Sheet, field, lone, outline, parts};
use crate::role;

/// The format.
pub(super) static ABOUT: About = About {
    endings: &["md", "markdown", "txt"],
    called: "Markdown",
    of_meetings: true,
    holds_mark: true,
    write: |sheet| Ok(text(sheet).into_bytes()),
};

/// The Markdown of a sheet.
#[must_use]
pub fn text(sheet: &Sheet<'_>) -> String {
    finish(sheet.text, &sheet.fields())
}

/// Fills in the fields of a template's text.
///
/// A field alone on a line becomes blocks, behind `> ` a quote. A field at the end of the words of a list item goes on in that line, and its
/// further blocks stand below, indented. Anywhere else a field is only its words. Blank lines come one at a time, and
/// the text ends with one line end.
#[must_use]
pub fn finish(text: &Text, fields: &[&str]) -> String {
    let written = &*role::without(&text.text);
    let mut paper = Lines { out: String::with_capacity(written.len() * 2), fields, level: 1, blank: false };
    let contents = contents(written);
    for (at, line) in written.lines().enumerate() {
        let line = line.trim_end();
        if let Some((_, list)) = contents.as_ref().filter(|(first, _)| *first == at) {
            paper.text(&format!("{}:", text.words.contents));
            paper.text("");
            list.lines().for_each(|line| paper.line(line));
            paper.text("");
        }
        paper.line(line);
    }
    paper.out
}

struct Lines<'f> {
    out: String,
    fields: &'f [&'f str],
    /// The level of the last heading.
    level: u8,
    /// A blank line waits for a line to follow it.
    blank: bool,
}

impl Lines<'_> {
    fn line(&mut self, line: &str) {
        if let Some(level) = level(line) {
            self.level = level;
        }
        if line.is_empty() {
            self.blank = true;
        } else if !line.contains(super::OPEN) {
            self.text(line);
        } else if let Some(index) = lone(line.trim_start().trim_start_matches("> ")) {
            self.block(index, line);
        } else {
            self.filled(line);
        }
    }

    /// A line or lines of Markdown, after the blank line that waited.
    fn text(&mut self, text: &str) {
        if text.is_empty() {
            self.blank = true;
            return;
        }
        if self.blank && !self.out.is_empty() {
            self.out.push('\n');
        }
        self.blank = false;
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// A field on its own line is apart from what stands around it.
    fn block(&mut self, index: usize, line: &str) {
        let Some(field) = self.fields.get(index) else { return };
        let in_quote = line.trim_start().starts_with("> ");
        let field = if in_quote { field::quoted(field) } else { field::normalised(field, self.level) };
        if field.is_empty() {
            return;
        }
        let indent = line.len() - line.trim_start().len();
        let mut text = " ".repeat(indent);
        field::indented(&quoted(&field, in_quote), indent, &mut text);
        self.blank = true;
        self.text(&text);
        self.blank = true;
    }

    /// A line with fields between other text.
    fn filled(&mut self, line: &str) {
        let all: Vec<Part> = parts(line).collect();
        let (head, last) = match all.split_last() {
            Some((Part::Field(index), head)) if item_width(line).is_some() => (head, Some(*index)),
            _ => (all.as_slice(), None),
        };
        let mut text = String::with_capacity(line.len());
        for part in head {
            match part {
                Part::Text(part) => text.push_str(part),
                Part::Field(index) => text.push_str(&self.words(*index)),
            }
        }
        let Some(index) = last else { return self.text(text.trim_end()) };
        let field = self.fields.get(index).copied().unwrap_or_default();
        let width = item_width(line).unwrap_or_default();
        // After nothing but the marker a blank line would end the item.
        let only_marker = text.trim_end().len() < width;
        let (first, rest) = if only_marker {
            (field::normalised(field, self.level), String::new())
        } else {
            field::opening(field, self.level)
        };
        field::indented(&first, width, &mut text);
        self.text(text.trim_end());
        if !rest.is_empty() {
            let mut below = " ".repeat(width);
            field::indented(&rest, width, &mut below);
            self.blank = true;
            self.text(&below);
            self.blank = true;
        }
    }

    fn words(&self, index: usize) -> String {
        self.fields.get(index).map(|field| super::escape::escaped(&field::plain(field))).unwrap_or_default()
    }
}

/// The blocks of a field, as a quote where its line is one.
fn quoted(field: &str, is_quote: bool) -> Cow<'_, str> {
    if !is_quote {
        return field.into();
    }
    let lines = field.lines().map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") });
    lines.collect::<Vec<_>>().join("\n").into()
}

/// The level of the heading on this line.
fn level(line: &str) -> Option<u8> {
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    let is_heading = (1..=6).contains(&hashes) && line[hashes..].starts_with(' ');
    if is_heading { u8::try_from(hashes).ok() } else { None }
}

/// How far the content of the list item on this line stands from the margin.
fn item_width(line: &str) -> Option<usize> {
    let text = line.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let marker = match text[digits..].bytes().next()? {
        b'-' | b'*' | b'+' if digits == 0 => 1,
        b'.' | b')' if digits > 0 => digits + 1,
        _ => return None,
    };
    text[marker..].starts_with(' ').then_some(line.len() - text.len() + marker + 1)
}

/// The table of contents of a template's text as a Markdown list, when it has many headings, and the line above which it
/// stands.
fn contents(text: &str) -> Option<(usize, String)> {
    if !outline::may_be_long(text) {
        return None;
    }
    let arena = Arena::new();
    let lines: Vec<&str> = text.lines().collect();
    let listed = outline::listed(parse_document(&arena, text, &field::options()));
    let places: Vec<usize> = listed.into_iter().filter_map(outline::line).collect();
    let first = *places.first()?;
    let entry = |at: usize| {
        let line = lines.get(at).copied().unwrap_or_default();
        let heading = line.trim_start_matches('#').trim();
        // a number and its dot would begin a list inside the list
        match outline::number(line) {
            Some(number) => format!("- {number}\\.{}\n", &heading[number.len() + 1..]),
            None => format!("- {heading}\n"),
        }
    };
    Some((first, places.into_iter().map(entry).collect()))
}
