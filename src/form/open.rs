//! The bytes of what came back as texts: a mail has a body and attachments, older programs write other encodings.

use chrono::NaiveDateTime;

use super::bytes::decode;
use super::mail::{self, Attachment, Mail};
use crate::finding::{Fault, form as faults};
use crate::limits::{ANSWER_LINES, ANSWER_TEXT};
use crate::model::Channel;

/// A text that may hold an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What it is called in findings: the file, and which part of it.
    pub name: String,
    /// Its text, with `\n` line ends.
    pub text: String,
    /// It is TOML, not a form.
    pub is_toml: bool,
    /// How it came in.
    pub channel: Channel,
    /// The address of the sender of a mail.
    pub sender: Option<String>,
    /// When a mail was sent.
    pub sent: Option<NaiveDateTime>,
}

/// Why there is no text in it: what it is, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Which kind of fault it is.
    pub fault: &'static Fault,
    /// One Dutch sentence.
    pub message: String,
    /// How to mend it.
    pub hint: &'static str,
}

/// The texts in a file. A mail with an answer as an attachment gives that, any other its body.
///
/// # Errors
///
/// When the bytes are no text and no mail (a document of a word processor, a picture), or hold more than is taken in.
pub fn open(name: &str, bytes: &[u8]) -> Result<Vec<Letter>, Unreadable> {
    let letters = all(name, bytes)?;
    for letter in &letters {
        let excess = ANSWER_TEXT.exceeded(letter.text.len());
        excess.or_else(|| ANSWER_LINES.exceeded(letter.text.lines().count())).map_or(Ok(()), |it| Err(too_much(it)))?;
    }
    Ok(letters)
}

fn too_much(message: String) -> Unreadable {
    let hint = "haal eruit wat geen antwoord is, of neem de antwoorden over met: beraad reactie nieuw";
    Unreadable { fault: &faults::TOO_MUCH, message, hint }
}

fn unreadable(message: &str, hint: &'static str) -> Unreadable {
    Unreadable { fault: &faults::NOT_READABLE, message: message.to_owned(), hint }
}

fn all(name: &str, bytes: &[u8]) -> Result<Vec<Letter>, Unreadable> {
    if let Some(mail) = mail::of_outlook(bytes).map_err(too_much)? {
        return Ok(letters(name, &mail));
    }
    if let Some(other) = other_format(bytes) {
        return Err(other);
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    if ending == "eml" || looks_like_mail(bytes) {
        let hint = "sla de mail opnieuw op, of plak de tekst in een tekstbestand";
        let mail = mail::of_eml(bytes).map_err(too_much)?;
        return Ok(letters(name, &mail.ok_or_else(|| unreadable("Deze mail is niet te lezen.", hint))?));
    }
    let hint = "vraag het bewaarde formulier (.toml), de mail (.eml) of de tekst";
    let text = decode(bytes).ok_or_else(|| unreadable("Dit bestand is geen tekst.", hint))?;
    let is_toml = ending == "toml" || holds_toml(&text);
    // what was pasted into a text came by mail
    let channel = if ending == "txt" && !is_toml { Channel::Email } else { Channel::Form };
    Ok(vec![Letter { name: name.to_owned(), text, is_toml, channel, sender: None, sent: None }])
}

/// Formats that people send although nobody asked.
fn other_format(bytes: &[u8]) -> Option<Unreadable> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(&[0xd0, 0xcf, 0x11, 0xe0]) {
        let message = "Dit is een document in een eigen formaat van Microsoft, of een beschadigde mail.";
        return Some(unreadable(message, "sla de mail opnieuw op, of plak de tekst in een tekstbestand"));
    }
    let document = starts(b"PK\x03\x04").then_some("Dit is een Word-document of een zip-bestand.");
    let document = document.or(starts(b"%PDF").then_some("Dit is een PDF."));
    document.map(|message| unreadable(message, "neem de antwoorden over met: beraad reactie nieuw"))
}

/// The first line is a header that mails begin with.
fn looks_like_mail(bytes: &[u8]) -> bool {
    let heads = [
        "return-path",
        "received",
        "delivered-to",
        "from",
        "date",
        "mime-version",
        "x-unsent",
        "message-id",
        "subject",
    ];
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line).to_lowercase();
    line.split_once(": ").is_some_and(|(head, _)| heads.contains(&head))
}

fn holds_toml(text: &str) -> bool {
    text.lines().any(|line| line.trim() == "[[reactie]]")
}

fn holds_form(text: &str) -> bool {
    text.contains("#b:formulier:")
}

/// The answers in a mail: those among its attachments, else its text.
fn letters(name: &str, mail: &Mail) -> Vec<Letter> {
    let mut found = Vec::new();
    attached(name, mail, &mut found);
    if found.is_empty() {
        found.push(letter(format!("{name} (de tekst van de mail)"), &mail.text, mail));
    }
    found
}

/// Answers among the attachments, also of mails in the mail.
fn attached(name: &str, mail: &Mail, found: &mut Vec<Letter>) {
    for attachment in &mail.attachments {
        match attachment {
            Attachment::Mail(inner) => {
                let before = found.len();
                attached(name, inner, found);
                if found.len() == before && holds_form(&inner.text) {
                    found.push(letter(format!("{name} (de doorgestuurde mail)"), &inner.text, inner));
                }
            }
            Attachment::File { name: file, bytes } => {
                let is_page = file.to_lowercase().ends_with(".html");
                let text = decode(bytes).filter(|text| !is_page && (holds_toml(text) || holds_form(text)));
                found.extend(text.map(|text| letter(format!("{name} (bijlage {file})"), &text, mail)));
            }
        }
    }
}

fn letter(name: String, text: &str, mail: &Mail) -> Letter {
    let is_toml = holds_toml(text);
    let channel = if is_toml { Channel::Form } else { Channel::Email };
    let sender = mail.sender.as_deref().map(str::to_lowercase);
    Letter { name, text: text.to_owned(), is_toml, channel, sender, sent: mail.sent }
}
