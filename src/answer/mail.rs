//! A mail, whatever program wrote it: its text, and what is attached.

mod machine;
mod nested;
mod outlook;
mod part;

use chrono::{DateTime, NaiveDateTime};
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders};

use super::html::Words;
use crate::calendar::dutch_clock;
use crate::limits::MAIL_DEPTH;
pub(super) use machine::Machine;
pub(super) use outlook::of_outlook;

/// A mail.
#[derive(Debug, Default)]
pub(super) struct Mail {
    /// Its text; of one that has only HTML, what a reader would see of it.
    pub text: String,
    /// What is in its text and no program shows.
    pub hidden: String,
    /// What is in its page of which nobody can say that it is shown, and the words without that.
    pub doubtful: String,
    pub sure: Option<String>,
    /// What a program shows that shows pages, where the mail has a text as well.
    pub page: Option<String>,
    /// Its text, where only its page holds a form.
    pub plain: Option<String>,
    /// Its text stands in RTF alone, as Outlook keeps it for itself, and was not read.
    pub rich: bool,
    /// The names of the papers that this program made and that stand in it as text.
    pub own: Vec<String>,
    /// The address of who sent it.
    pub sender: Option<String>,
    /// The name that stands beside it.
    pub sender_name: Option<String>,
    /// When it was sent, by the clock in the Netherlands.
    pub sent: Option<NaiveDateTime>,
    /// What a machine says with it, when no person wrote it or no text can be read.
    pub machine: Option<Machine>,
    /// What is attached, in the order of the mail.
    pub attachments: Vec<Attachment>,
}

/// What is attached to a mail.
#[derive(Debug)]
pub(super) enum Attachment {
    /// A mail, forwarded.
    Mail(Box<Mail>),
    /// A file.
    File {
        /// Its name.
        name: String,
        /// What is in it; of a text in UTF-8, whatever encoding it had.
        bytes: Vec<u8>,
        /// A picture that stands in the text, as that below a name.
        in_text: bool,
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
    let own = part::own(message);
    let texts = |ids: &[u32]| {
        // a picture in the text is no text
        let ids = ids.iter().filter(|id| !own.contains_key(id));
        let parts = ids.filter_map(|id| message.part(*id)).filter(|part| part.is_text());
        let all: Vec<Words> = parts.map(|part| part::text(message, part)).collect::<Result<_, String>>()?;
        let joined = |of: &dyn Fn(&Words) -> String, by: &str| all.iter().map(of).collect::<Vec<_>>().join(by);
        let sure = all.iter().any(|words| words.sure.is_some());
        Ok::<Words, String>(Words {
            text: joined(&|words| words.text.clone(), "\n"),
            hidden: joined(&|words| words.hidden.clone(), " ").trim().to_owned(),
            doubtful: joined(&|words| words.doubtful.clone(), " ").trim().to_owned(),
            sure: sure.then(|| joined(&|words| words.sure.clone().unwrap_or_else(|| words.text.clone()), "\n")),
        })
    };
    let mut words = texts(&message.text_body)?;
    let mut page = (message.html_body != message.text_body).then(|| texts(&message.html_body)).transpose()?;
    let has_form = |words: &Words| words.text.contains(super::mark::OPEN);
    // some programs send a text that only says that there is a page
    let mut plain = None;
    if let Some(shown) = page.take_if(|page| !has_form(&words) && (words.text.trim().is_empty() || has_form(page))) {
        plain = Some(std::mem::replace(&mut words, shown).text).filter(|text| !text.trim().is_empty());
    }
    let page = page.filter(|page| has_form(page) || has_form(&words) && !page.text.trim().is_empty());
    // what a page says beside a text is held against it
    let doubts = page.as_ref().filter(|page| has_form(page)).unwrap_or(&words);
    let (doubtful, sure) = (doubts.doubtful.clone(), doubts.sure.clone());
    let Words { text, hidden, .. } = words;
    let sender = message.from().and_then(|from| from.first()).and_then(|from| from.address());
    let seconds = message.date().filter(|date| date.is_valid()).map(mail_parser::DateTime::to_timestamp);
    let attachments = message.attachments().map(|part| attachment(message, part, depth, parts));
    let attachments: Vec<Option<Attachment>> = attachments.collect::<Result<_, String>>()?;
    Ok(Mail {
        machine: machine::of(message, &text),
        text,
        hidden,
        doubtful,
        sure,
        page: page.map(|page| page.text),
        plain,
        rich: false,
        own: own.into_values().collect(),
        sender: sender.map(str::to_owned),
        sender_name: message.from().and_then(|from| from.first()).and_then(|from| from.name()).map(str::to_owned),
        sent: seconds.and_then(|at| DateTime::from_timestamp(at, 0)).map(|moment| dutch_clock(moment.naive_utc())),
        attachments: attachments.into_iter().flatten().collect(),
    })
}

fn attachment(
    message: &Message,
    part: &MessagePart,
    depth: usize,
    parts: &mut usize,
) -> Result<Option<Attachment>, String> {
    let kind = part.content_type().map(|kind| (kind.ctype().to_lowercase(), kind.subtype().map(str::to_lowercase)));
    let (kind, subtype) = kind.unwrap_or_default();
    let subtype = subtype.unwrap_or_default();
    if kind == nested::CLOSED
        && matches!(subtype.as_str(), "rfc822" | "global")
        && let Some(inner) = opened(part.contents(), depth + 1, parts)?
    {
        return Ok(Some(Attachment::Mail(Box::new(inner))));
    }
    // what a server or a signature adds is no answer
    if kind == nested::CLOSED || subtype.ends_with("pkcs7-signature") || subtype == "pgp-signature" {
        return Ok(None);
    }
    let bytes = if part.is_text() && !part.is_text_html() || kind == "text" {
        part::decoded(message, part).into_bytes()
    } else {
        part.contents().to_owned()
    };
    let is_attached = part.content_disposition().is_some_and(mail_parser::ContentType::is_attachment);
    let in_text = kind == "image" && (!is_attached || part.content_id().is_some());
    let name = part.attachment_name().unwrap_or("zonder naam").to_owned();
    Ok(Some(Attachment::File { name, bytes, in_text }))
}
