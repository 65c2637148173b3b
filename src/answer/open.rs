//! The bytes of what came back as texts: a mail has a body and attachments, older programs write other encodings.

mod kind;
mod unread;

use chrono::NaiveDateTime;

use super::bytes::decode;
use super::html::{self, Words};
use super::mail::{self, Attachment, Machine, Mail};
use crate::answer::faults;
use crate::finding::Finding;
use crate::fingerprint::{KIND, STAMP};
use crate::limits::{ANSWER_LINES, ANSWER_TEXT};
use crate::model::Channel;
use crate::source::{FileId, Span};
pub use unread::{Unread, Why};

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// One form or more, by their marks.
    Form,
    /// A saved answer.
    Toml,
    /// Words of somebody, without a form.
    Words,
    /// What did not get to anybody, or was never sent: no answer, whatever it says.
    Unsent,
}

/// A text that may hold an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What it is called in findings: the file, and which part of it.
    pub name: String,
    /// Its text, with `\n` line ends.
    pub text: String,
    /// What is in it and no program shows.
    pub hidden: String,
    /// What is in it of which nobody can say that a program shows it.
    pub doubtful: String,
    /// The words without that.
    pub sure: Option<String>,
    /// The same as a page, of a mail that has both: most programs show that.
    pub page: Option<String>,
    /// Its text, of a mail of which only the page holds a form.
    pub plain: Option<String>,
    /// What it is.
    pub holds: Holds,
    /// How it came in.
    pub channel: Channel,
    /// The address of the sender of a mail.
    pub sender: Option<String>,
    /// The name of the sender, as the mail shows it.
    pub sender_name: Option<String>,
    /// When a mail was sent, by the clock in the Netherlands.
    pub sent: Option<NaiveDateTime>,
}

impl Letter {
    /// What to say of words in it that no program shows: they are not read, and somebody put them there. Of those that some
    /// may show, nobody knows.
    pub fn unseen(&self, file: FileId) -> impl Iterator<Item = Finding> {
        let told = |words: &str, message: String, hint: &str| {
            (!words.is_empty()).then(|| Finding::new(&faults::HIDDEN, Span::whole(file), message).hint(hint))
        };
        let message = format!("Een mailprogramma toont deze tekst niet: “{}”", self.hidden);
        let hint = "deze tekst is niet overgenomen; hoort zij bij het antwoord, vraag haar dan na";
        let hidden = told(&self.hidden, message, hint);
        let message = format!("Niet zeker is of elk mailprogramma deze tekst toont: “{}”", self.doubtful);
        let hint = "kijk in de mail of de tekst te zien is; staat er iets anders, vraag dan wat is bedoeld";
        hidden.into_iter().chain(told(&self.doubtful, message, hint))
    }
}

/// What came back in one file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opened {
    /// Its texts, in the order of the file.
    pub letters: Vec<Letter>,
    /// What is in it that is no text, and what that is.
    pub unread: Vec<Unread>,
}

/// The texts in a file, and what in it is none.
#[must_use]
pub fn open(name: &str, bytes: &[u8]) -> Opened {
    let opened = all(name, bytes).unwrap_or_else(|excess| Opened::of(Unread::new(name, Why::TooMuch(excess))));
    let too_much = opened.letters.iter().find_map(|letter| {
        ANSWER_TEXT.exceeded(letter.text.len()).or_else(|| ANSWER_LINES.exceeded(letter.text.lines().count()))
    });
    too_much.map_or(opened, |excess| Opened::of(Unread::new(name, Why::TooMuch(excess))))
}

fn all(name: &str, bytes: &[u8]) -> Result<Opened, String> {
    if let Some(mail) = mail::of_outlook(bytes)? {
        return Ok(Opened::mail(name, &mail));
    }
    if let Some(why) = kind::other(name, bytes) {
        return Ok(Opened::of(Unread::new(name, why)));
    }
    if ending(name) == "eml" || kind::looks_like_mail(bytes) {
        let mail = mail::of_eml(bytes)?;
        return Ok(mail.map_or_else(|| Opened::of(Unread::new(name, Why::Damaged)), |mail| Opened::mail(name, &mail)));
    }
    let Some(text) = decode(bytes) else { return Ok(Opened::of(Unread::new(name, Why::NoText))) };
    Ok(match words(name, text) {
        Ok((Words { text, hidden, doubtful, sure }, holds)) => {
            // what was pasted into a text came by mail
            let by_mail = ending(name) == "txt" && holds != Holds::Toml;
            let channel = if by_mail { Channel::Email } else { Channel::Form };
            let letter = Letter {
                name: name.to_owned(),
                text,
                hidden,
                doubtful,
                sure,
                page: None,
                plain: None,
                holds,
                channel,
                sender: None,
                sender_name: None,
                sent: None,
            };
            Opened { letters: vec![letter], unread: Vec::new() }
        }
        Err(why) => Opened::of(Unread::new(name, why)),
    })
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

/// The text of a file as a reader sees it, and what it is. The page of the form itself holds nothing that was filled in.
fn words(name: &str, text: String) -> Result<(Words, Holds), Why> {
    let start = text.trim_start().get(..15).unwrap_or_default().to_lowercase();
    let is_page = matches!(ending(name).as_str(), "html" | "htm")
        || start.starts_with("<!doctype html")
        || start.starts_with("<html");
    if is_page && text.contains(html::FORM) {
        return Err(Why::Page);
    }
    let is_own = is_page && html::is_ours(&text) || is_stamped(&text);
    let words = if is_page { html::page(&text).map_err(Why::TooMuch)? } else { Words { text, ..Words::default() } };
    let holds = if ending(name) == "toml" { Holds::Toml } else { holds(&words.text) };
    // a form is never passed over, whoever made it
    if is_own && holds == Holds::Words { Err(Why::Own(vec![name.to_owned()])) } else { Ok((words, holds)) }
}

/// Whether a text has the line at its end that this program writes under what it makes, also with an edit in it.
fn is_stamped(text: &str) -> bool {
    let lines = text.lines().map(str::trim);
    lines.filter_map(|line| line.strip_prefix(STAMP)).any(|rest| rest.contains(KIND) && rest.ends_with("-->"))
}

fn holds(text: &str) -> Holds {
    if text.lines().any(|line| line.trim() == "[[reactie]]") {
        Holds::Toml
    } else if text.contains(super::mark::OPEN) {
        Holds::Form
    } else {
        Holds::Words
    }
}

impl Opened {
    /// Whether all that is no text is a paper of ours, beside a text: that the answer is not there, is told of the text.
    #[must_use]
    pub fn is_said(&self) -> bool {
        self.unread.is_empty() || !self.letters.is_empty() && self.unread.iter().all(Unread::is_own)
    }

    fn of(unread: Unread) -> Self {
        Self { letters: Vec::new(), unread: vec![unread] }
    }

    fn mail(name: &str, mail: &Mail) -> Self {
        let mut opened = Self::default();
        // what was attached to another mail went with that
        let is_draft = mail.machine == Some(Machine::Draft);
        if is_draft {
            opened.unread.push(Unread::new(name, Why::Machine(Machine::Draft)));
        }
        opened.add(name, "de tekst van de mail", mail, is_draft);
        if opened == Self::default() {
            opened.unread.push(Unread::new(name, Why::Empty));
        }
        opened
    }

    /// What is in a mail, and in the mails in it; of what did not get to anybody nothing is an answer.
    fn add(&mut self, name: &str, part: &str, mail: &Mail, sent_back: bool) {
        if let Some(machine) = mail.machine.as_ref().filter(|machine| **machine != Machine::Draft) {
            self.unread.push(Unread::new(name, Why::Machine(machine.clone())));
            if matches!(machine, Machine::Encrypted | Machine::Signed) {
                // what is attached is the same, locked
                return;
            }
        }
        let sent_back = sent_back || mail.machine.as_ref().is_some_and(Machine::came_back);
        if mail.rich {
            self.unread.push(Unread::new(&format!("{name} ({part})"), Why::Rich));
        }
        if !mail.text.trim().is_empty() || !mail.hidden.is_empty() {
            let (text, hidden) = (mail.text.clone(), mail.hidden.clone());
            let words = Words { text, hidden, doubtful: mail.doubtful.clone(), sure: mail.sure.clone() };
            self.letter(format!("{name} ({part})"), words, holds(&mail.text), (mail, sent_back));
        }
        mail.own.iter().for_each(|file| self.own(name, file));
        for attachment in &mail.attachments {
            match attachment {
                Attachment::Mail(inner) => self.add(name, "de doorgestuurde mail", inner, sent_back),
                Attachment::File { name: file, bytes, in_text } => {
                    self.attached(name, file, bytes, *in_text, (mail, sent_back));
                }
            }
        }
    }

    fn attached(&mut self, name: &str, file: &str, bytes: &[u8], in_text: bool, from: (&Mail, bool)) {
        let shown = format!("{name} (bijlage {file})");
        // what Outlook calls signed stands in the mail as a mail of its own
        if kind::looks_like_mail(bytes)
            && let Ok(Some(inner)) = mail::of_eml(bytes)
        {
            return self.add(name, &format!("bijlage {file}"), &inner, from.1);
        }
        let why = match kind::other(file, bytes) {
            Some(_) if in_text => return,
            Some(why) => why,
            None => match decode(bytes).ok_or(Why::NoText).and_then(|text| words(file, text)) {
                Ok((words, holds)) => return self.letter(shown, words, holds, from),
                Err(Why::Own(_)) => return self.own(name, file),
                Err(why) => why,
            },
        };
        self.unread.push(Unread { attached: true, ..Unread::new(&shown, why) });
    }

    /// A paper of ours beside what somebody wrote; those of one mail are told together.
    fn own(&mut self, name: &str, file: &str) {
        let last = self.unread.last_mut().filter(|last| last.name == name);
        if let Some(Unread { why: Why::Own(files), .. }) = last {
            files.push(file.to_owned());
        } else {
            self.unread.push(Unread { attached: true, ..Unread::new(name, Why::Own(vec![file.to_owned()])) });
        }
    }

    fn letter(&mut self, name: String, words: Words, holds: Holds, (mail, sent_back): (&Mail, bool)) {
        let holds = if sent_back { Holds::Unsent } else { holds };
        let Words { text, hidden, doubtful, sure } = words;
        let channel = if holds == Holds::Toml { Channel::Form } else { Channel::Email };
        let sender = mail.sender.as_deref().map(str::to_lowercase);
        let is_body = text == mail.text;
        let (page, plain) = (mail.page.clone().filter(|_| is_body), mail.plain.clone().filter(|_| is_body));
        self.letters.push(Letter {
            name,
            text,
            hidden,
            doubtful,
            sure,
            page,
            plain,
            holds,
            channel,
            sender,
            sender_name: mail.sender_name.clone(),
            sent: mail.sent,
        });
    }
}
