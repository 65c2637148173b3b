//! The text of a part of a mail: its bytes, decoded by what is said of them and by what they are.

use std::collections::{BTreeMap, BTreeSet};

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders};

use crate::answer::bytes::{decode_as, named_in};
use crate::answer::html::{self, FORM, Words};
use crate::answer::mark;

/// What a reader sees of a part.
pub(super) fn text(message: &Message, part: &MessagePart) -> Result<Words, String> {
    let text = decoded(message, part);
    if part.is_text_html() {
        return html::page(&text);
    }
    let says = |name: &str, value: &str| {
        part.content_type().and_then(|kind| kind.attribute(name)).is_some_and(|said| said.eq_ignore_ascii_case(value))
    };
    let text = if says("format", "flowed") { unflowed(&text, says("delsp", "yes")) } else { text };
    Ok(Words { text, ..Words::default() })
}

/// The papers of this program that stand in a mail as text, where somebody's words stand beside them: some programs do so with
/// every page that is attached. By their parts, each with its name.
pub(super) fn own(message: &Message) -> BTreeMap<u32, String> {
    let bodies: BTreeSet<u32> = message.text_body.iter().chain(&message.html_body).copied().collect();
    let name = |id: u32| {
        let part = message.part(id).filter(|part| part.is_text_html())?;
        let text = decoded(message, part);
        let is_own = html::is_ours(&text) && !text.contains(mark::OPEN) && !text.contains(FORM);
        is_own.then(|| (id, part.attachment_name().unwrap_or("zonder naam").to_owned()))
    };
    let own: BTreeMap<u32, String> = bodies.iter().filter_map(|id| name(*id)).collect();
    if own.len() == bodies.len() { BTreeMap::new() } else { own }
}

/// The text of a part as it was sent. The library drops what it cannot read, so the bytes are read here.
pub(super) fn decoded(message: &Message, part: &MessagePart) -> String {
    let place = part.offset_body as usize..part.offset_end as usize;
    let raw = message.raw_message.get(place).unwrap_or_default();
    let bytes = match part.encoding {
        Encoding::None => Some(raw.to_owned()),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    };
    let bytes = bytes.unwrap_or_else(|| part.contents().to_owned());
    let named = part.content_type().and_then(|kind| kind.attribute("charset")).map(str::to_owned);
    decode_as(&bytes, named.or_else(|| named_in(&bytes).filter(|_| part.is_text_html())).as_deref())
}

/// Lines that a program broke, as they were typed (RFC 3676): what goes on ends in a blank.
fn unflowed(text: &str, joined: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut goes_on = None;
    for line in text.lines() {
        let quote = line.len() - line.trim_start_matches('>').len();
        let words = &line[quote..];
        let words = words.strip_prefix(' ').unwrap_or(words);
        if goes_on != Some(quote) {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&">".repeat(quote));
            if quote > 0 {
                out.push(' ');
            }
        }
        let flows = words.ends_with(' ') && words != "-- ";
        out.push_str(if flows && joined { words.strip_suffix(' ').unwrap_or(words) } else { words });
        goes_on = flows.then_some(quote);
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::unflowed;

    #[test]
    fn flowed_lines_are_joined_within_their_quotation() {
        assert_eq!(
            unflowed("een \ntwee\n>drie \n>vier \nvijf\n-- \nzes", false),
            "een twee\n> drie vier \nvijf\n-- \nzes\n"
        );
        assert_eq!(unflowed("een \ntwee\n  drie", true), "eentwee\n drie\n");
    }
}
