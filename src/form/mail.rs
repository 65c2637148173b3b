//! A mail, whatever program wrote it: its text, and what is attached.

mod outlook;

use chrono::NaiveDate;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::bytes::normal;
pub(super) use outlook::of_outlook;

/// Mails in mails are opened this deep.
const DEEPEST: usize = 4;

/// A mail.
#[derive(Debug, Default)]
pub(super) struct Mail {
    /// Its text; of one that has only HTML, what a reader would see of it.
    pub text: String,
    /// The address of who sent it.
    pub sender: Option<String>,
    /// The day on which it was sent.
    pub date: Option<NaiveDate>,
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
pub(super) fn of_eml(bytes: &[u8]) -> Option<Mail> {
    MessageParser::default().parse(bytes).map(|message| mail(&message, 0))
}

fn mail(message: &Message, depth: usize) -> Mail {
    let texts = (0..message.text_body_count()).filter_map(|at| message.body_text(at));
    let texts: Vec<String> = texts.map(|text| normal(&text)).collect();
    let sender = message.from().and_then(|from| from.first()).and_then(|from| from.address());
    let day = |date: &mail_parser::DateTime| {
        NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
    };
    let attachments = message.attachments().filter_map(|part| match &part.body {
        PartType::Message(inner) => (depth < DEEPEST).then(|| Attachment::Mail(mail(inner, depth + 1))),
        // the form itself, which came back as it was sent
        PartType::Html(_) => None,
        _ => {
            let name = part.attachment_name().unwrap_or("bijlage").to_owned();
            Some(Attachment::File { name, bytes: part.contents().to_owned() })
        }
    });
    Mail {
        text: texts.join("\n"),
        sender: sender.map(str::to_owned),
        date: message.date().and_then(day),
        attachments: attachments.collect(),
    }
}
