//! A mail, whatever program wrote it: its text, and what is attached.

mod nested;
mod outlook;

use chrono::{NaiveDate, NaiveDateTime};
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::bytes::normal;
use crate::limits::MAIL_DEPTH;
pub(super) use outlook::of_outlook;

/// A mail.
#[derive(Debug, Default)]
pub(super) struct Mail {
    /// Its text; of one that has only HTML, what a reader would see of it.
    pub text: String,
    /// The address of who sent it.
    pub sender: Option<String>,
    /// When it was sent.
    pub sent: Option<NaiveDateTime>,
    /// What is attached, in the order of the mail.
    pub attachments: Vec<Attachment>,
}

/// What is attached to a mail.
#[derive(Debug)]
pub(super) enum Attachment {
    /// A mail, forwarded.
    Mail(Mail),
    /// A file.
    File {
        /// Its name.
        name: String,
        /// What is in it.
        bytes: Vec<u8>,
    },
}

/// A mail as the standards have it (`.eml`); nothing when the bytes are none.
///
/// # Errors
///
/// When there is more in it than is taken in: a Dutch sentence.
pub(super) fn of_eml(bytes: &[u8]) -> Result<Option<Mail>, String> {
    opened(bytes, 0, &mut 0)
}

/// A mail with the mails in it; `depth` of them are around it, and so many parts were seen in this file.
fn opened(bytes: &[u8], depth: usize, parts: &mut usize) -> Result<Option<Mail>, String> {
    MAIL_DEPTH.exceeded(depth).map_or(Ok(()), Err)?;
    let closed = nested::closed(bytes, parts)?;
    MessageParser::default().parse(&*closed).map(|message| mail(&message, depth, parts)).transpose()
}

fn mail(message: &Message, depth: usize, parts: &mut usize) -> Result<Mail, String> {
    let texts = (0..message.text_body_count()).filter_map(|at| message.body_text(at));
    let texts: Vec<String> = texts.map(|text| normal(&text)).collect();
    let sender = message.from().and_then(|from| from.first()).and_then(|from| from.address());
    let attachments = message.attachments().map(|part| attachment(part, depth, parts));
    let attachments: Vec<Option<Attachment>> = attachments.collect::<Result<_, String>>()?;
    Ok(Mail {
        text: texts.join("\n"),
        sender: sender.map(str::to_owned),
        sent: message.date().and_then(moment),
        attachments: attachments.into_iter().flatten().collect(),
    })
}

fn moment(date: &mail_parser::DateTime) -> Option<NaiveDateTime> {
    let day = NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day));
    day?.and_hms_opt(u32::from(date.hour), u32::from(date.minute), 0)
}

fn attachment(part: &MessagePart, depth: usize, parts: &mut usize) -> Result<Option<Attachment>, String> {
    // the form itself, which came back as it was sent
    if matches!(part.body, PartType::Html(_)) {
        return Ok(None);
    }
    if part.content_type().is_some_and(|kind| kind.ctype() == nested::CLOSED && is_mail(kind.subtype()))
        && let Some(inner) = opened(part.contents(), depth + 1, parts)?
    {
        return Ok(Some(Attachment::Mail(inner)));
    }
    let name = part.attachment_name().unwrap_or("bijlage").to_owned();
    Ok(Some(Attachment::File { name, bytes: part.contents().to_owned() }))
}

fn is_mail(subtype: Option<&str>) -> bool {
    matches!(subtype, Some("rfc822" | "global"))
}
