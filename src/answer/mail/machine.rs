//! Mails that no person wrote, or that cannot be opened here: told by their headers, as the standards have them.

use mail_parser::{Message, MimeHeaders};

/// What a mail is, when there is no answer of a person to read in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Machine {
    /// The text is encrypted.
    Encrypted,
    /// The text stands inside a signature.
    Signed,
    /// A mail did not arrive, at these addresses.
    Undelivered(Vec<String>),
    /// A mail has not arrived yet, at these addresses.
    Delayed(Vec<String>),
    /// A mail was delivered, or read.
    Receipt,
    /// Somebody is away.
    Away,
    /// It was never sent.
    Draft,
}

impl Machine {
    /// Whether it tells of a mail that did not get to anybody: what stands in that is nobody's answer.
    pub(in crate::answer) const fn came_back(&self) -> bool {
        matches!(self, Self::Undelivered(_) | Self::Delayed(_))
    }
}

/// The headers of a mail, as far as they tell who wrote it. Names in lower case.
pub(super) struct Headers<'a> {
    pub get: &'a dyn Fn(&str) -> Option<String>,
    pub subject: &'a str,
    pub from: &'a str,
}

/// The openings of subjects that programs write for who is away.
const AWAY: [&str; 6] =
    ["automatisch antwoord", "afwezigheidsbericht", "automatic reply", "out of office", "afwezig:", "niet aanwezig:"];
/// The openings of subjects of mails that did not arrive.
const RETURNED: [&str; 8] = [
    "onbestelbaar",
    "niet bezorgd",
    "niet te bezorgen",
    "undeliverable",
    "undelivered mail",
    "mail delivery failed",
    "delivery status notification (failure)",
    "returned mail",
];

pub(super) fn of(message: &Message, text: &str) -> Option<Machine> {
    let root = message.root_part().content_type();
    let kind = root.map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_lowercase());
    let said = |name: &str| root.and_then(|kind| kind.attribute(name)).map(str::to_lowercase).unwrap_or_default();
    match kind.unwrap_or_default().as_str() {
        "application/pkcs7-mime" | "application/x-pkcs7-mime" if said("smime-type") == "signed-data" => {
            return Some(Machine::Signed);
        }
        "application/pkcs7-mime" | "application/x-pkcs7-mime" | "multipart/encrypted" => {
            return Some(Machine::Encrypted);
        }
        "multipart/report" if said("report-type") == "disposition-notification" => return Some(Machine::Receipt),
        "multipart/report" => return Some(delivery(message)),
        _ => {}
    }
    let get = |name: &str| message.header_raw(name).map(|value| value.trim().to_lowercase());
    let subject = message.subject().unwrap_or_default().to_lowercase();
    let from = message.from().and_then(|from| from.first()).and_then(|from| from.address()).unwrap_or_default();
    by_headers(&Headers { get: &get, subject: &subject, from: &from.to_lowercase() }, text)
}

/// What the headers of any mail tell.
pub(super) fn by_headers(headers: &Headers<'_>, text: &str) -> Option<Machine> {
    let get = headers.get;
    if get("x-unsent").is_some_and(|value| value == "1") {
        return Some(Machine::Draft);
    }
    let is_server = ["mailer-daemon@", "postmaster@"].iter().any(|name| headers.from.starts_with(name));
    let failed = get("x-failed-recipients");
    if failed.is_some() || is_server && RETURNED.iter().any(|words| headers.subject.starts_with(words)) {
        return Some(Machine::Undelivered(addresses(&failed.unwrap_or_default())));
    }
    let by_itself = get("auto-submitted").is_some_and(|value| !value.starts_with("no"));
    let replies = ["x-autoreply", "x-autorespond"].iter().any(|name| get(name).is_some());
    let precedence = get("precedence").is_some_and(|value| value.contains("auto_reply"));
    if by_itself || replies || precedence || AWAY.iter().any(|words| headers.subject.starts_with(words)) {
        return Some(Machine::Away);
    }
    text.contains("-----BEGIN PGP MESSAGE-----").then_some(Machine::Encrypted)
}

/// What a server reports of the delivery of a mail (RFC 3464).
fn delivery(message: &Message) -> Machine {
    let reports = message.attachments().chain(message.text_bodies());
    let is_report = |part: &&mail_parser::MessagePart| {
        part.content_type()
            .and_then(mail_parser::ContentType::subtype)
            .is_some_and(|kind| kind.ends_with("delivery-status"))
    };
    let report: String =
        reports.filter(is_report).map(|part| String::from_utf8_lossy(part.contents()).into_owned() + "\n").collect();
    let fields: Vec<(String, &str)> = report
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_lowercase(), value.trim()))
        .collect();
    let values = |wanted: &'static str| fields.iter().filter(move |(name, _)| name == wanted).map(|(_, value)| *value);
    let to: Vec<String> = values("final-recipient").flat_map(addresses).collect();
    let actions: Vec<String> = values("action").map(str::to_lowercase).collect();
    match actions.as_slice() {
        [] => Machine::Undelivered(to),
        actions if actions.iter().any(|action| action == "failed") => Machine::Undelivered(to),
        actions if actions.iter().any(|action| action == "delayed") => Machine::Delayed(to),
        _ => Machine::Receipt,
    }
}

/// The addresses in the value of a header.
pub(super) fn addresses(value: &str) -> Vec<String> {
    let pieces = value.split([' ', ',', ';', '<', '>', '\t', '\r', '\n']).filter(|piece| piece.contains('@'));
    pieces.map(str::to_lowercase).collect()
}
