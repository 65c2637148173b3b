//! A mail in the format of Outlook (`.msg`): a container of streams, one per property.
//!
//! The names and numbers of the properties are from Microsoft's open specifications MS-OXMSG and MS-OXPROPS.

use std::io::{Cursor, Read};

use cfb::CompoundFile as Compound;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::machine::{self, Headers, Machine};
use super::{Attachment, Mail};
use crate::answer::bytes::{decode, decode_as, named_in, normal};
use crate::answer::html::{self, Words};
use crate::calendar::dutch_clock;
use crate::limits::{MAIL_DEPTH, MAIL_PARTS, OUTLOOK};

/// `PidTagBody`, `PidTagHtml`: what a mail says.
const BODY: &str = "1000";
const HTML: &str = "1013";
/// `PidTagRtfCompressed`: the same with its formatting, packed.
const RICH: &str = "1009";
/// `PidTagSenderSmtpAddress`, `PidTagSenderEmailAddress`: the second may be a name inside an organisation.
const SENDERS: [&str; 2] = ["5D01", "0C1F"];
/// `PidTagSenderName`
const SENDER_NAME: &str = "0C1A";
/// `PidTagAttachLongFilename`, `PidTagAttachFilename`
const FILE_NAMES: [&str; 2] = ["3707", "3704"];
/// `PidTagAttachDataBinary`, a stream, or `PidTagAttachDataObject`, a mail in the mail.
const DATA: &str = "3701";
/// `PidTagClientSubmitTime`, `PidTagMessageDeliveryTime`
const TIMES: [u16; 2] = [0x0039, 0x0e06];
/// `PidTagMessageFlags`, a number, in which this bit says that the mail was not sent.
const FLAGS: [u8; 4] = [0x03, 0x00, 0x07, 0x0e];
const UNSENT: u8 = 0x08;
/// The type of a time: steps of 100 nanoseconds since 1601.
const TIME: u16 = 0x0040;
const STEPS_IN_A_SECOND: u64 = 10_000_000;
/// `PidTagMessageClass`, `PidTagSubject`, `PidTagTransportMessageHeaders`
const CLASS: &str = "001A";
const SUBJECT: &str = "0037";
const HEADERS: &str = "007D";
/// `PidTagSmtpAddress`, `PidTagEmailAddress`: of who was sent to.
const RECIPIENTS: [&str; 2] = ["39FE", "3003"];
/// `PidTagAttachContentId`: a picture that stands in the text.
const CONTENT_ID: &str = "3712";

struct Container<'a> {
    file: Compound<Cursor<&'a [u8]>>,
    /// Bytes that were read of all streams together: in a hostile file many can be the same bytes.
    read: usize,
    /// Attachments that were opened.
    parts: usize,
    /// What there is more of than is taken in.
    excess: Option<String>,
}

impl Container<'_> {
    /// Whether this is within a limit; what is not is remembered.
    fn fits(&mut self, excess: Option<String>) -> bool {
        let fits = excess.is_none();
        self.excess = self.excess.take().or(excess);
        fits
    }
}

/// A mail of Outlook; nothing when the bytes are something else, or too damaged.
///
/// # Errors
///
/// When there is more in it than is taken in: a Dutch sentence.
pub(in crate::answer) fn of_outlook(bytes: &[u8]) -> Result<Option<Mail>, String> {
    let Ok(file) = Compound::open(Cursor::new(bytes)) else { return Ok(None) };
    let mut file = Container { file, read: 0, parts: 0, excess: None };
    if stream(&mut file, "/__properties_version1.0").is_none() {
        return file.excess.map_or(Ok(None), Err);
    }
    let mail = mail(&mut file, "", 0);
    file.excess.map_or(Ok(Some(mail)), Err)
}

/// The mail in a storage; the first one is the whole file.
fn mail(file: &mut Container<'_>, storage: &str, depth: usize) -> Mail {
    let html = |file: &mut Container<'_>| {
        let bytes = stream(file, &format!("{storage}/__substg1.0_{HTML}0102"))?;
        let page = html::page(&decode_as(&bytes, named_in(&bytes).as_deref()));
        file.fits(page.as_ref().err().cloned());
        page.ok()
    };
    let plain = text(file, storage, BODY).filter(|text| !text.trim().is_empty());
    let plain = plain.map(|text| Words { text, ..Words::default() });
    let Words { text: body, hidden, doubtful, sure } = plain.or_else(|| html(file)).unwrap_or_default();
    let body = normal(&body);
    let rich = body.trim().is_empty() && file.file.is_stream(format!("{storage}/__substg1.0_{RICH}0102"));
    let senders = SENDERS.iter().filter_map(|property| text(file, storage, property));
    let sender = senders.map(|sender| sender.trim().to_owned()).find(|sender| sender.contains('@'));
    let places = (0..=MAIL_PARTS.most()).map(|at| format!("{storage}/__attach_version1.0_#{at:08X}"));
    let places: Vec<String> = places.take_while(|place| file.file.is_storage(place)).collect();
    let attachments = places.iter().filter_map(|place| attachment(file, place, depth)).collect();
    let header = if storage.is_empty() { 32 } else { 24 };
    let properties = stream(file, &format!("{storage}/__properties_version1.0"));
    let sent = properties.as_ref().and_then(|bytes| moment(bytes, header));
    let is_unsent = properties.is_some_and(|bytes| is_unsent(&bytes, header));
    let machine = is_unsent
        .then_some(Machine::Draft)
        .or_else(|| machine(file, storage, sender.as_deref().unwrap_or_default(), &body));
    let sender_name = text(file, storage, SENDER_NAME);
    Mail {
        text: body,
        hidden,
        doubtful,
        sure,
        page: None,
        plain: None,
        rich,
        own: Vec::new(),
        sender,
        sender_name,
        sent,
        machine,
        attachments,
    }
}

/// What a mail is by its class, where a server or another program made it.
fn machine(file: &mut Container<'_>, storage: &str, from: &str, body: &str) -> Option<Machine> {
    let class = text(file, storage, CLASS).unwrap_or_default().to_lowercase();
    match class.as_str() {
        "ipm.note.smime" => return Some(Machine::Encrypted),
        class if class.starts_with("ipm.note.rpmsg") => return Some(Machine::Encrypted),
        class if class.starts_with("ipm.note.rules.ooftemplate") => return Some(Machine::Away),
        _ => {}
    }
    // of reports the last part says of what: `report.ipm.note.ndr`
    if class.starts_with("report.") {
        return Some(match class.rsplit('.').next() {
            Some("ndr") => Machine::Undelivered(recipients(file, storage)),
            Some("delayed") => Machine::Delayed(recipients(file, storage)),
            _ => Machine::Receipt,
        });
    }
    let headers = text(file, storage, HEADERS).unwrap_or_default();
    let get = |wanted: &str| {
        let mut lines = headers.lines().filter_map(|line| line.split_once(':'));
        lines.find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value.trim().to_lowercase())
    };
    let subject = text(file, storage, SUBJECT).unwrap_or_default().to_lowercase();
    machine::by_headers(&Headers { get: &get, subject: &subject, from: &from.to_lowercase() }, body)
}

fn recipients(file: &mut Container<'_>, storage: &str) -> Vec<String> {
    let places = (0..=MAIL_PARTS.most()).map(|at| format!("{storage}/__recip_version1.0_#{at:08X}"));
    let places: Vec<String> = places.take_while(|place| file.file.is_storage(place)).collect();
    let address = |place: &String| {
        RECIPIENTS.iter().find_map(|property| text(file, place, property).filter(|address| address.contains('@')))
    };
    places.iter().filter_map(address).map(|address| address.trim().to_lowercase()).collect()
}

/// The attachment in a storage; nothing when it cannot be opened.
fn attachment(file: &mut Container<'_>, storage: &str, depth: usize) -> Option<Attachment> {
    file.parts += 1;
    if !file.fits(MAIL_PARTS.exceeded(file.parts)) {
        return None;
    }
    let inner = format!("{storage}/__substg1.0_{DATA}000D");
    if file.file.is_storage(&inner) {
        let fits = file.fits(MAIL_DEPTH.exceeded(depth + 1));
        return fits.then(|| Attachment::Mail(Box::new(mail(file, &inner, depth + 1))));
    }
    let name = FILE_NAMES.iter().find_map(|property| text(file, storage, property));
    let in_text = text(file, storage, CONTENT_ID).is_some_and(|id| !id.trim().is_empty());
    let bytes = stream(file, &format!("{storage}/__substg1.0_{DATA}0102"))?;
    Some(Attachment::File { name: name.unwrap_or_else(|| "zonder naam".to_owned()), bytes, in_text })
}

/// A property that is a text, as UTF-16 or in the code page of older programs.
fn text(file: &mut Container<'_>, storage: &str, property: &str) -> Option<String> {
    if let Some(bytes) = stream(file, &format!("{storage}/__substg1.0_{property}001F")) {
        let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let text: String = char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect();
        return Some(text.trim_end_matches('\0').to_owned());
    }
    decode(&stream(file, &format!("{storage}/__substg1.0_{property}001E"))?)
}

fn stream(file: &mut Container<'_>, path: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let left = OUTLOOK.most().saturating_sub(file.read) as u64 + 1;
    file.read += file.file.open_stream(path).ok()?.take(left).read_to_end(&mut bytes).ok()?;
    file.fits(OUTLOOK.exceeded(file.read)).then_some(bytes)
}

/// Whether the properties of fixed size say that a mail was not sent.
fn is_unsent(properties: &[u8], header: usize) -> bool {
    let mut entries = properties.get(header..).unwrap_or_default().chunks_exact(16);
    entries.any(|entry| entry[..4] == FLAGS && entry[8] & UNSENT != 0)
}

/// The moment of sending in the properties of fixed size: entries of 16 bytes behind a header.
fn moment(properties: &[u8], header: usize) -> Option<NaiveDateTime> {
    let entries = properties.get(header..)?.chunks_exact(16);
    let time = |property: u16| {
        entries.clone().find(|entry| entry[..2] == TIME.to_le_bytes() && entry[2..4] == property.to_le_bytes())
    };
    let steps = TIMES.into_iter().find_map(time)?[8..].try_into().map(u64::from_le_bytes).ok()?;
    let seconds = TimeDelta::try_seconds(i64::try_from(steps / STEPS_IN_A_SECOND).ok()?)?;
    let utc = NaiveDate::from_ymd_opt(1601, 1, 1)?.and_hms_opt(0, 0, 0)?.checked_add_signed(seconds)?;
    Some(dutch_clock(utc))
}
