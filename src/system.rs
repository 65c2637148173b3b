//! What the operating system says went wrong, in Dutch; its own English words never reach a user.

use std::io::{Error, ErrorKind};
use std::path::Path;

use anyhow::anyhow;

use crate::visible;

/// Why something failed, as one Dutch sentence.
#[must_use]
pub fn why(error: &Error) -> String {
    if let Some(words) = by_kind(error.kind()).or_else(|| error.raw_os_error().and_then(by_number)) {
        return words.to_owned();
    }
    error.raw_os_error().map_or_else(
        || "Het ging om een onbekende reden mis.".to_owned(),
        |number| format!("Het systeem geeft fout {number}."),
    )
}

/// An error with what lies below it. What the system says of it is told in Dutch.
#[must_use]
pub fn told(error: &anyhow::Error) -> String {
    let of_system = |cause: &(dyn std::error::Error + 'static)| cause.downcast_ref().map(why);
    let causes = error.chain().map(|cause| of_system(cause).unwrap_or_else(|| cause.to_string()));
    causes.collect::<Vec<_>>().join(" ")
}

/// An error of the program: what was not done (`is niet te schrijven`) to which file or folder, and why.
#[must_use]
pub fn failed(path: &Path, what: &str, error: &Error) -> anyhow::Error {
    anyhow!("{} {what}. {}", visible::path(path), why(error))
}

const fn by_kind(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "Het bestand of de map is er niet (meer).",
        ErrorKind::PermissionDenied => "U hebt daar geen rechten voor.",
        ErrorKind::StorageFull => "De schijf is vol. Maak ruimte en probeer het opnieuw.",
        ErrorKind::QuotaExceeded => "Uw ruimte op de schijf is op. Maak ruimte en probeer het opnieuw.",
        ErrorKind::FileTooLarge => "Het bestand wordt groter dan hier mag.",
        ErrorKind::ReadOnlyFilesystem => "Deze schijf is alleen te lezen.",
        ErrorKind::AlreadyExists => "Er staat al iets op die plaats.",
        ErrorKind::NotADirectory => "Er staat een bestand op de plaats van een map.",
        ErrorKind::IsADirectory => "Er staat een map op de plaats van een bestand.",
        ErrorKind::DirectoryNotEmpty => "De map is niet leeg.",
        ErrorKind::InvalidFilename => "De naam is te lang of bevat een teken dat niet kan.",
        ErrorKind::InvalidInput => "Dit kan niet op deze plaats.",
        ErrorKind::InvalidData => "De inhoud is geen leesbare tekst.",
        ErrorKind::UnexpectedEof => "Het bestand hield te vroeg op.",
        ErrorKind::WriteZero => "Niet alles kon worden geschreven.",
        ErrorKind::BrokenPipe => "De lezer is gestopt.",
        ErrorKind::WouldBlock | ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::Deadlock => {
            "Het is bij een ander programma in gebruik. Probeer het zo opnieuw."
        }
        ErrorKind::TimedOut => "De schijf of het netwerk antwoordt niet.",
        ErrorKind::Interrupted => "Het werd onderbroken. Probeer het opnieuw.",
        ErrorKind::Unsupported => "Deze schijf kan dit niet.",
        ErrorKind::OutOfMemory => "Het geheugen is vol.",
        ErrorKind::CrossesDevices => "Het ligt op een andere schijf.",
        ErrorKind::TooManyLinks => "Er zijn te veel koppelingen.",
        ErrorKind::NotSeekable => "Dit is geen gewoon bestand.",
        ErrorKind::ArgumentListTooLong => "De opdracht is te lang.",
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::NotConnected
        | ErrorKind::ConnectionAborted
        | ErrorKind::ConnectionRefused
        | ErrorKind::ConnectionReset => "De netwerkschijf is niet bereikbaar.",
        _ => return None,
    })
}

/// Errors without a kind of their own that people do meet.
#[cfg(unix)]
const fn by_number(number: i32) -> Option<&'static str> {
    Some(match number {
        5 => "De schijf geeft een fout bij het lezen of schrijven.",
        23 | 24 => "Er staan te veel bestanden open.",
        37 | 77 => "Deze schijf kan geen bestand op slot doen.",
        40 | 62 => "De koppelingen verwijzen naar elkaar.",
        _ => return None,
    })
}

#[cfg(not(unix))]
const fn by_number(number: i32) -> Option<&'static str> {
    Some(match number {
        4 => "Er staan te veel bestanden open.",
        23 | 1117 => "De schijf geeft een fout bij het lezen of schrijven.",
        32 | 33 => "Het is bij een ander programma in gebruik. Sluit het daar en probeer het opnieuw.",
        _ => return None,
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// The system's own words end in `(os error 5)`.
    #[test]
    fn no_error_of_the_system_is_told_in_english() {
        for number in 1..=133 {
            let error = Error::from_raw_os_error(number);
            let said = why(&error);
            assert!(said.ends_with('.') && !said.contains("os error"), "{said}");
            assert!(!said.contains(&error.to_string()), "{said}");
        }
        assert_eq!(why(&Error::from_raw_os_error(133)), "Het systeem geeft fout 133.");
        assert_eq!(why(&Error::other("english")), "Het ging om een onbekende reden mis.");
    }
}
