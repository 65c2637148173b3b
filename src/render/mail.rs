//! A paper as a mail that waits to be sent: plain text, and the page as an attachment.

use mail_builder::MessageBuilder;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::{BodyPart, MimePart};

/// A mail before it is sent.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// To whom, as addresses; the sender fills in what is not known.
    pub to: &'a [&'a str],
    /// What it is about.
    pub subject: &'a str,
    /// The plain text.
    pub body: &'a str,
    /// The page: the name of the file, and its text.
    pub page: (&'a str, &'a str),
}

/// The text of an `.eml` file that mail programs open as a message to be sent. The same draft gives the same bytes.
#[must_use]
pub fn draft(draft: &Draft<'_>) -> String {
    let (name, page) = draft.page;
    let page = MimePart::new("text/html", BodyPart::Binary(page.as_bytes().into())).attachment(name.to_owned());
    let print = crate::fingerprint::bytes(draft.body.as_bytes());
    let kind = ContentType::new("multipart/mixed").attribute("boundary", format!("beraad-{}", &print[..32]));
    let parts = vec![MimePart::new("text/plain", BodyPart::Text(draft.body.into())), page];
    let message = MessageBuilder::new()
        // programs that know it open the message for writing; there is no sender and no day yet
        .header("X-Unsent", Raw::new("1"))
        .to(draft.to.iter().map(|address| (*address).to_owned()).collect::<Vec<String>>())
        .subject(draft.subject)
        .body(MimePart::new(kind, BodyPart::Multipart(parts)));
    let text = message.write_to_string().unwrap_or_default();
    unsent(&text)
}

/// Without the number and the day that only a sent message has.
fn unsent(text: &str) -> String {
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
    let kept = head
        .split("\r\n")
        .filter(|line| !line.starts_with("Message-ID:") && !line.starts_with("Date:") && *line != "To: ");
    let head: Vec<&str> = kept.collect();
    format!("{}\r\n\r\n{body}", head.join("\r\n"))
}
