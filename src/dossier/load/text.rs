//! The bytes of one file as text.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::dossier::faults;
use crate::finding::Fault;
use crate::limits::{self, DOSSIER, FILE};
use crate::system;

/// A byte-order mark.
const MARK: char = '\u{feff}';

/// Why a file could not be used, and at which byte.
pub(super) struct TextFault {
    pub fault: &'static Fault,
    pub message: String,
    pub hint: &'static str,
    pub at: usize,
}

/// The text without byte-order mark and with `\n` line ends; nothing of it when it has more bytes than there is room for.
pub(super) fn read(path: &Path, room: usize) -> (String, Option<TextFault>) {
    let meta = path.metadata();
    // a pipe would keep us waiting for a writer
    if meta.as_ref().is_ok_and(|meta| !meta.is_file()) {
        let message = "Dit is geen gewoon bestand.".to_owned();
        let hint = "zet hier een gewoon tekstbestand neer";
        return (String::new(), Some(TextFault { fault: &faults::UNREADABLE, message, hint, at: 0 }));
    }
    let size = meta.map_or(0, |meta| usize::try_from(meta.len()).unwrap_or(usize::MAX));
    let mut bytes = Vec::with_capacity(size.min(FILE.most()));
    let outcome = File::open(path).and_then(|file| file.take(FILE.most() as u64 + 1).read_to_end(&mut bytes));
    if let Err(error) = outcome {
        return (String::new(), Some(unreadable(&error)));
    }
    decoded(bytes, room)
}

/// The text of a file of the dossier that was read before, as it is now.
pub(super) fn again(root: &Path, relative: &str) -> Option<String> {
    Some(read(&root.join(relative), usize::MAX)).filter(|(_, fault)| fault.is_none()).map(|(text, _)| text)
}

/// Bytes as such a text.
pub(super) fn decoded(bytes: Vec<u8>, room: usize) -> (String, Option<TextFault>) {
    if let Some(message) = FILE.exceeded(bytes.len()) {
        let hint = "zet grote teksten in een stuk, niet in een TOML-bestand";
        return (String::new(), Some(TextFault { fault: &faults::TOO_LARGE, message, hint, at: 0 }));
    }
    if bytes.len() > room {
        let hint = "verdeel de vergaderingen over twee dossiers";
        return (
            String::new(),
            Some(TextFault { fault: &faults::TOO_LARGE, message: DOSSIER.sentence(), hint, at: 0 }),
        );
    }
    decode(bytes)
}

/// A link that leads out of the dossier is not followed: its text could be anyone's.
pub(super) fn outside() -> (String, Option<TextFault>) {
    let message = "Dit bestand is een koppeling die buiten het dossier wijst.".to_owned();
    let hint = "zet het bestand zelf in het dossier";
    (String::new(), Some(TextFault { fault: &faults::OUTSIDE, message, hint, at: 0 }))
}

fn unreadable(error: &std::io::Error) -> TextFault {
    let message = match error.kind() {
        ErrorKind::PermissionDenied => "U hebt geen rechten om dit bestand te lezen.".to_owned(),
        ErrorKind::NotFound => "Dit bestand is er niet (meer).".to_owned(),
        _ => format!("Dit bestand is niet te lezen. {}", system::why(error)),
    };
    TextFault { fault: &faults::UNREADABLE, message, hint: "kijk de rechten van het bestand na", at: 0 }
}

fn decode(bytes: Vec<u8>) -> (String, Option<TextFault>) {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return (String::new(), Some(encoding("Dit bestand is opgeslagen als UTF-16.".into(), 0)));
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = normal(text);
            let fault = long_line(&text);
            (text, fault)
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let before = normal(String::from_utf8_lossy(&bytes[..valid]).into_owned());
            let message = format!("Dit bestand bevat tekens die geen UTF-8 zijn (byte {}).", valid + 1);
            let at = before.len();
            (before + &normal(String::from_utf8_lossy(&bytes[valid..]).into_owned()), Some(encoding(message, at)))
        }
    }
}

/// A line that no finding could show.
fn long_line(text: &str) -> Option<TextFault> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(message) = limits::FILE_LINE.exceeded(line.len()) {
            let hint = "verdeel de tekst over meer regels; tussen \"\"\" mag dat";
            return Some(TextFault { fault: &faults::TOO_MUCH, message, hint, at });
        }
        at += line.len();
    }
    None
}

fn encoding(message: String, at: usize) -> TextFault {
    TextFault {
        fault: &faults::ENCODING,
        message,
        hint: "sla het bestand op als UTF-8; in Kladblok kan dat bij Opslaan als",
        at,
    }
}

pub(super) fn normal(mut text: String) -> String {
    if text.starts_with(MARK) {
        text.drain(..MARK.len_utf8());
    }
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}
