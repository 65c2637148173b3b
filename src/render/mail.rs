//! A paper as a mail that waits to be sent: a letter as plain text, and the page and its papers as attachments.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mail_builder::MessageBuilder;
use mail_builder::headers::HeaderType;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::{BodyPart, MimePart};

use super::template::TemplateFault;
use super::{About, Format, Sheet, html, letter, markdown};
use crate::paper::Bijgevoegd;

/// The format.
pub(super) static ABOUT: About = About {
    endings: &["eml"],
    called: "een mail die klaarstaat, met de pagina als bijlage",
    of_meetings: false,
    holds_mark: true,
    write: |sheet| of(sheet).map(String::into_bytes),
};

/// The mail of a paper: its text is that of the document's letter.
fn of(sheet: &Sheet<'_>) -> Result<String, TemplateFault> {
    let view = sheet.view;
    let page = html::of(sheet);
    let none = Along::default();
    let along = sheet.along.unwrap_or(&none);
    // what has no letter is its own letter
    let body = match sheet.templates.letter(view, &along.told)? {
        Some(text) => letter::finish(&text, &view.fields),
        None => markdown::text(sheet),
    };
    let name = format!("{}.{}", view.stem, Format::Html.extension());
    let (to, reply_to) = (&view.recipients, view.brief.reply_to());
    let off = if view.brief.is_off { "Gaat niet door: " } else { "" };
    let subject = format!("{off}{}", view.title);
    Ok(draft(&Draft { to, reply_to, subject: &subject, body: &body, page: (&name, &page), files: &along.files }))
}

/// What goes along with a mail, beside the page.
#[derive(Debug, Default)]
pub struct Along {
    /// The papers.
    pub files: Vec<File>,
    /// What the letter says of them.
    pub told: Bijgevoegd,
}

/// A paper that goes along.
#[derive(Debug)]
pub struct File {
    /// Its name, of letters that every mail program takes as they are.
    pub name: String,
    /// What it is: `application/pdf`.
    pub kind: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Bytes of a text in one encoded word: with its frame and the name of the header it stays below 76 characters.
const WORD: usize = 39;

/// A mail before it is sent.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// To whom, as addresses; the sender fills in what is not known.
    pub to: &'a [&'a str],
    /// Where an answer goes, when that is known.
    pub reply_to: Option<&'a str>,
    /// What it is about.
    pub subject: &'a str,
    /// The plain text.
    pub body: &'a str,
    /// The page: the name of the file (of names in kebab-case, which every mail program takes as it is), and its text.
    pub page: (&'a str, &'a str),
    /// The other attachments.
    pub files: &'a [File],
}

/// The text of an `.eml` file that mail programs open as a message to be sent. The same draft gives the same bytes.
#[must_use]
pub fn draft(draft: &Draft<'_>) -> String {
    let (name, page) = draft.page;
    let page = MimePart::new("text/html", BodyPart::Binary(page.as_bytes().into())).attachment(name.to_owned());
    let print = crate::fingerprint::bytes(draft.body.as_bytes());
    let kind = ContentType::new("multipart/mixed").attribute("boundary", format!("beraad-{}", &print[..32]));
    let files = draft.files.iter().map(|file| {
        MimePart::new(file.kind, BodyPart::Binary(file.bytes.as_slice().into())).attachment(file.name.clone())
    });
    let text = MimePart::new("text/plain", BodyPart::Text(draft.body.into()));
    let parts = [text, page].into_iter().chain(files).collect();
    let message = MessageBuilder::new()
        // programs that know it open the message for writing; there is no sender and no day yet
        .header("X-Unsent", Raw::new("1"))
        .to(draft.to.iter().map(|address| (*address).to_owned()).collect::<Vec<String>>())
        .header("Subject", subject(draft.subject));
    let message = match draft.reply_to {
        Some(address) => message.reply_to(address.to_owned()),
        None => message,
    };
    let message = message.body(MimePart::new(kind, BodyPart::Multipart(parts)));
    let text = message.write_to_string().unwrap_or_default();
    unsent(&text)
}

/// Shows exactly this text. The library lets `=?` stand, which mail programs take for the opening of encoded words.
fn subject(text: &str) -> HeaderType<'_> {
    if text.contains("=?") { Raw::new(encoded(text)).into() } else { Text::new(text).into() }
}

/// A text as encoded words (RFC 2047), each of whole characters, one a line.
fn encoded(text: &str) -> String {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (word, after) = rest.split_at(rest.floor_char_boundary(WORD.min(rest.len())));
        words.push(format!("=?utf-8?B?{}?=", STANDARD.encode(word)));
        rest = after;
    }
    words.join("\r\n ")
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

#[cfg(test)]
mod tests {
    use mail_parser::{MessageParser, MimeHeaders};

    use super::Draft;

    /// Some of these are what mail programs take for something else than what is written.
    const TEXTS: [&str; 12] = [
        "Agenda Regionaal Beraad",
        "=?utf-8?q?Iets_anders?=",
        "voor =?utf-8?B?SWV0cw==?= na",
        "=?utf-8?q?half",
        "=? ?=",
        "é =?utf-8?q?Iets?= ë",
        "Één overleg – “met” ’s tekens €",
        "Re: [Beraad] a, b; c: \"d\" (e) <f@g.nl> \\ %41 #",
        "a=?b?=c",
        "日本語 =?iso-8859-1?Q?a?= 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉",
        "=?utf-8?q?a?= =?utf-8?q?b?=",
        "zeer lang =?utf-8?q?zeer_lang?= zeer lang zeer lang zeer lang zeer lang zeer lang zeer lang zeer lang zeer lang",
    ];

    #[test]
    fn a_mail_program_shows_exactly_the_subject() {
        for text in TEXTS {
            let long = text.repeat(20);
            for subject in [text, &long] {
                let page = ("agenda.html", "<p>Tekst.</p>");
                let (to, reply_to) = (&["a@b.nl"][..], Some("c@d.nl"));
                let draft = Draft { to, reply_to, subject, body: "Tekst.\n", page, files: &[] };
                let mail = super::draft(&draft);
                let read = MessageParser::default().parse(mail.as_bytes()).unwrap();
                assert_eq!(read.subject(), Some(subject), "{mail}");
                assert_eq!(read.attachment(0).and_then(|part| part.attachment_name()), Some("agenda.html"));
                let head = mail.split("\r\n\r\n").next().unwrap_or_default();
                assert!(head.lines().all(|line| line.len() <= 78), "{head}");
            }
        }
    }
}
