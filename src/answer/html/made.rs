//! Whether a page is one that this program made: by the mark in its head, never by its words.

use html5gum::Token;
use html5gum::Tokenizer;
use html5gum::emitters::default::DefaultEmitter;

use super::attribute;

/// What stands in the head of every page of this program.
const GENERATOR: &str = "beraad";

/// Whether this program made a page.
pub(in crate::answer) fn is_ours(html: &str) -> bool {
    for Ok(token) in Tokenizer::new_with_emitter(html, DefaultEmitter::<()>::new_with_span()) {
        let Token::StartTag(tag) = token else { continue };
        if *tag.name == *b"body" {
            return false;
        }
        let says = |name: &str, value: &str| attribute(&tag, name).is_some_and(|it| it.eq_ignore_ascii_case(value));
        if *tag.name == *b"meta" && says("name", "generator") && says("content", GENERATOR) {
            return true;
        }
    }
    false
}
