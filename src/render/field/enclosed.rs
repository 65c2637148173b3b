//! A paper of the dossier that is Markdown, for a page of its own: its title, whether it says that it is an example, and the rest.

use std::cell::Cell;

use comrak::nodes::{Node, NodeValue as V};
use comrak::{Arena, parse_document};

use super::clean::{Headings, clean};
use super::{options, prepared, words, write};
use crate::paper::bijlage::Read;

/// The word with which a paper says that it is an example.
const EXAMPLE: &str = "Voorbeeld.";

/// Reads such a paper, cleaned as a field is. `leads` gives where an address inside the dossier leads from the page, nothing
/// when nothing is there: of such a link and of such a picture the words stay.
#[must_use]
pub fn enclosed(text: &str, leads: impl Fn(&str) -> Option<String>) -> Read {
    let (text, arena) = (prepared(text), Arena::new());
    let root = parse_document(&arena, &text, &options());
    let without_pictures = Cell::new(false);
    for node in root.descendants() {
        match &mut node.data_mut().value {
            V::Image(picture) => {
                let there = if is_elsewhere(&picture.url) { None } else { leads(&picture.url) };
                without_pictures.set(without_pictures.get() || there.is_none());
                picture.url = there.unwrap_or_default();
                picture.title.clear();
            }
            V::Link(link) if !is_elsewhere(&link.url) => link.url = leads(&link.url).unwrap_or_default(),
            _ => {}
        }
    }
    clean(&arena, root, Some((&text, Headings::Below(1))));
    let title = take(root, |node| matches!(node.data().value, V::Heading(_)).then(|| words(node)));
    let example = take(root, example);
    Read { title, example, without_pictures: without_pictures.get(), text: write::blocks(root) }
}

/// Takes the first block away, when it is this.
fn take<T>(root: Node<'_>, is: impl Fn(Node<'_>) -> Option<T>) -> Option<T> {
    let first = root.first_child()?;
    let taken = is(first)?;
    first.detach();
    Some(taken)
}

/// What a quotation of one paragraph says behind the bold word.
fn example(node: Node<'_>) -> Option<String> {
    let paragraph = node.first_child().filter(|_| matches!(node.data().value, V::BlockQuote))?;
    let first = paragraph.first_child().filter(|_| matches!(paragraph.data().value, V::Paragraph))?;
    let is_example = matches!(first.data().value, V::Strong) && words(first) == EXAMPLE;
    if !is_example || paragraph.next_sibling().is_some() {
        return None;
    }
    Some(words(paragraph).trim_start_matches(EXAMPLE).trim_start().to_owned())
}

/// Whether an address leads out of the dossier: it names a scheme.
fn is_elsewhere(url: &str) -> bool {
    url[..url.find(['/', '?', '#']).unwrap_or(url.len())].contains(':')
}
