//! What goes out: words for the machine to standard output, words for the person to standard error.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

use anyhow::{Result, anyhow};

use super::Status;
use crate::{system, visible};

/// Writes to standard output; a reader that has had enough is no error.
pub(super) fn print(bytes: &[u8]) -> Result<Status> {
    let mut out = io::stdout().lock();
    let shown = if io::stdout().is_terminal() { on_terminal(bytes) } else { bytes.into() };
    is_printed(out.write_all(&shown).and_then(|()| out.flush()))
}

/// As [`print`], with our own colours where a terminal wants them.
pub(super) fn print_coloured(text: &str) -> Result<Status> {
    let mut out = anstream::stdout().lock();
    is_printed(out.write_all(visible::coloured(text).as_bytes()).and_then(|()| out.flush()))
}

/// A reader that has had enough is no error; a full disk is.
pub(super) fn is_printed(outcome: io::Result<()>) -> Result<Status> {
    match outcome {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(anyhow!("De uitvoer is niet te schrijven. {}", system::why(&error)))
        }
        _ => Ok(Status::Done),
    }
}

/// A file gets every byte; a person at a terminal gets none that moves the cursor or cannot be seen.
fn on_terminal(bytes: &[u8]) -> Cow<'_, [u8]> {
    match std::str::from_utf8(bytes).map(visible::printed) {
        Ok(Cow::Owned(shown)) => shown.into_bytes().into(),
        _ => bytes.into(),
    }
}

/// Says something to the person at the terminal. This, [`say_coloured`], [`ask`] and [`print`] are the ways out. What is
/// from outside has gone through [`visible::line()`] before, so that it starts no line of its own.
pub(super) fn say(text: &str) {
    // nobody is left to tell when standard error is closed
    drop(writeln!(anstream::stderr(), "{}", visible::printed(text)));
}

/// Says something that has our own colours in it.
pub(super) fn say_coloured(text: &str) {
    drop(writeln!(anstream::stderr(), "{}", visible::coloured(text)));
}

/// Says something without ending the line.
pub(super) fn ask(text: &str) {
    let mut screen = anstream::stderr();
    drop(write!(screen, "{}", visible::printed(text)).and_then(|()| screen.flush()));
}

/// Says why the program could not do its work.
pub fn say_error(error: &anyhow::Error) {
    say(&format!("fout: {}", system::told(error)));
}

/// Whether a person is watching.
pub(super) fn watched() -> bool {
    io::stderr().is_terminal()
}

#[cfg(test)]
mod tests {
    use super::on_terminal;

    #[test]
    fn a_document_on_a_terminal_moves_no_cursor() {
        let shown = on_terminal("# Kop\n\n| a |\tb\u{1b}]52;c;aGk=\u{7}\u{9b}2J\u{202e}x 👩\u{200d}👧\r\n".as_bytes());
        let plain = "# Kop\n\n| a |\tb[U+001B]]52;c;aGk=[U+0007][U+009B]2J[U+202E]x 👩\u{200d}👧[U+000D]\n";
        assert_eq!(String::from_utf8_lossy(&shown), plain);
    }
}
