//! Mails in a mail, kept closed: the library would open them all at once, each on the stack of the other, and a mail can
//! hold tens of thousands. Closed they are attachments, which [`super`] opens one by one, so deep and no deeper.

use std::borrow::Cow;

use crate::limits::{MAIL_HEADER, MAIL_PARTS};

/// The main type by which a closed mail is known: as long as `message`, so that everything keeps its place.
pub(super) const CLOSED: &str = "mailbox";

/// What opens a mail in a mail, and what stands there when it is closed. The parts of a digest are mails as well.
const NAMES: [(&[u8], &[u8]); 2] = [(b"message", CLOSED.as_bytes()), (b"digest", b"folder")];

/// A mail with the mails in it closed.
///
/// # Errors
///
/// When it has more parts, or a longer header, than is taken in: a Dutch sentence. `parts` counts those of all mails in
/// one file.
pub(super) fn closed<'a>(mail: &'a [u8], parts: &mut usize) -> Result<Cow<'a, [u8]>, String> {
    let mut closed = Cow::Borrowed(mail);
    let mut at = 0;
    while at < mail.len() {
        let end = end_of_header(mail, at);
        if starts_with(mail[at..end].trim_ascii_start(), b"content-") {
            MAIL_HEADER.exceeded(end - at).map_or(Ok(()), Err)?;
        }
        if starts_with(mail[at..end].trim_ascii_start(), b"content-type") {
            *parts += 1;
            MAIL_PARTS.exceeded(*parts).map_or(Ok(()), Err)?;
            close(&mut closed, at, at + type_length(&mail[at..end]));
        }
        at = end;
    }
    Ok(closed)
}

/// Where a line ends, with the lines that go on with it when it is a header.
fn end_of_header(mail: &[u8], start: usize) -> usize {
    let is_header = starts_with(mail[start..].trim_ascii_start(), b"content-");
    let mut end = end_of_line(mail, start);
    while is_header && mail.get(end).is_some_and(|byte| matches!(byte, b' ' | b'\t')) {
        end = end_of_line(mail, end);
    }
    end
}

fn end_of_line(mail: &[u8], start: usize) -> usize {
    mail[start..].iter().position(|byte| *byte == b'\n').map_or(mail.len(), |at| start + at + 1)
}

/// How far the type may stand in its header: to the first `;`. Behind a comment, which may hold one, anywhere.
fn type_length(header: &[u8]) -> usize {
    let end = header.iter().position(|byte| *byte == b';').unwrap_or(header.len());
    if header[..end].contains(&b'(') { header.len() } else { end }
}

fn close(mail: &mut Cow<'_, [u8]>, start: usize, end: usize) {
    for (name, other) in NAMES {
        for at in start..end.saturating_sub(name.len() - 1) {
            if starts_with(&mail[at..], name) {
                mail.to_mut()[at..at + name.len()].copy_from_slice(other);
            }
        }
    }
}

fn starts_with(bytes: &[u8], name: &[u8]) -> bool {
    bytes.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_text(mail: &str) -> String {
        String::from_utf8(closed(mail.as_bytes(), &mut 0).unwrap().into_owned()).unwrap()
    }

    #[test]
    fn types_are_closed_and_nothing_else_changes() {
        for (mail, expected) in [
            ("Content-Type: message/rfc822\n\nmessage", "Content-Type: mailbox/rfc822\n\nmessage"),
            ("content-TYPE:\r\n\tMESSAGE/rfc822; a=message", "content-TYPE:\r\n\tmailbox/rfc822; a=message"),
            ("Content-Type: (;) message/rfc822", "Content-Type: (;) mailbox/rfc822"),
            ("Content-Type: multipart/digest; boundary=digest", "Content-Type: multipart/folder; boundary=digest"),
            ("Message-ID: <message>\nSubject: message/rfc822", "Message-ID: <message>\nSubject: message/rfc822"),
        ] {
            assert_eq!(as_text(mail), expected);
        }
    }
}
