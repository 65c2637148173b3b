//! What is said in situations that go wrong easily: whole commands on a dossier with something laid over it.
//!
//! A file `tests/gevallen/<name>.md` is written as the pages of rules are: under each heading pieces of files, laid over
//! `tests/regels/basis`, and lines `$ <command>`; what stands behind a command is laid over what is there by then. What they say, stands beside it in `<name>.uit`; `SNAPSHOTS=overwrite`
//! writes it anew. A piece that begins with `post/` is an answer that came back; `$ brief <file>` shows how a mail begins, `$ mail <file>`
//! the whole of it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use beraad::finding::{Page, Part};
use chrono::NaiveDate;
use mail_parser::MimeHeaders as _;

use super::rules::{Piece, lay, lay_over};

/// A dossier and what is done with it, in order.
struct Situation<'a> {
    heading: &'a str,
    pieces: Vec<Piece<'a>>,
    steps: Vec<Step<'a>>,
}

/// What is done with a dossier.
enum Step<'a> {
    Command(&'a str),
    /// A piece behind a command is laid over what stands there by then.
    Change(Piece<'a>),
}

fn situations(page: &Page<'static>) -> Vec<Situation<'static>> {
    let mut all: Vec<Situation> = Vec::new();
    for part in &page.parts {
        match (*part, all.last_mut()) {
            (Part::Heading(heading), _) => all.push(Situation { heading, pieces: Vec::new(), steps: Vec::new() }),
            (Part::File(path, words, text), Some(last)) if last.steps.is_empty() => {
                last.pieces.push((path, words, text));
            }
            (Part::File(path, words, text), Some(last)) => last.steps.push(Step::Change((path, words, text))),
            (Part::Text(text), Some(last)) => {
                let commands = text.lines().filter_map(|line| line.trim().strip_prefix("$ "));
                last.steps.extend(commands.map(Step::Command));
            }
            _ => {}
        }
    }
    all
}

/// How the text of a mail begins: what stands above its heading.
fn opening(mail: &Path) -> String {
    let bytes = fs::read(mail).unwrap_or_else(|error| panic!("{}: {error}", mail.display()));
    let mail = mail_parser::MessageParser::default().parse(&bytes).unwrap();
    let text = mail.body_text(0).unwrap().replace("\r\n", "\n");
    text.split_inclusive('\n').take_while(|line| !line.starts_with("Vergadering:")).collect()
}

/// A mail as a person sees it: to whom, about what, its text, and what hangs on it.
fn whole(mail: &Path) -> String {
    let bytes = fs::read(mail).unwrap_or_else(|error| panic!("{}: {error}", mail.display()));
    let mail = mail_parser::MessageParser::default().parse(&bytes).unwrap();
    let all = |address: Option<&mail_parser::Address>| {
        let all = address.into_iter().flat_map(|all| all.iter()).filter_map(|one| one.address());
        all.collect::<Vec<_>>().join(", ")
    };
    let mut told = String::new();
    let _ = writeln!(told, "Aan: {}\nAntwoord aan: {}", all(mail.to()), all(mail.reply_to()));
    let _ = writeln!(told, "Onderwerp: {}\n", mail.subject().unwrap());
    told.push_str(&mail.body_text(0).unwrap().replace("\r\n", "\n"));
    for part in mail.attachments() {
        let kind = part.content_type().unwrap();
        let name = part.attachment_name().unwrap();
        let _ = writeln!(told, "[{name}, {}/{}]", kind.ctype(), kind.subtype().unwrap());
    }
    told
}

/// What a command says, to whom it may be, with its exit status when that is not 0.
fn said(folder: &Path, today: NaiveDate, command: &str) -> String {
    if let Some(mail) = command.strip_prefix("brief ") {
        return opening(&folder.join(mail));
    }
    if let Some(mail) = command.strip_prefix("mail ") {
        return whole(&folder.join(mail));
    }
    let mut program = Command::new(env!("CARGO_BIN_EXE_beraad"));
    program.current_dir(folder).env("NO_COLOR", "1").args(["--vandaag", &today.to_string()]);
    let done = program.args(command.split(' ')).output().unwrap();
    let status = done.status.code().filter(|code| *code != 0).map(|code| format!("? {code}\n")).unwrap_or_default();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
    format!("{status}{}{}", text(done.stderr), text(done.stdout))
}

#[test]
fn every_situation_is_told_as_it_is() {
    let mut pages: Vec<_> = fs::read_dir("tests/gevallen").unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    pages.sort();
    assert!(!pages.is_empty());
    for path in pages {
        let page = Page::read(fs::read_to_string(&path).unwrap().replace("\r\n", "\n").leak());
        let mut told = String::new();
        for situation in situations(&page) {
            assert!(!situation.steps.is_empty(), "{}: {}", path.display(), situation.heading);
            let folder = tempfile::tempdir().unwrap();
            let mut today = lay(folder.path(), &situation.pieces);
            let _ = writeln!(told, "## {}", situation.heading);
            for step in situation.steps {
                match step {
                    Step::Change(piece) => today = lay_over(folder.path(), &[piece], today),
                    Step::Command(command) => {
                        let _ = writeln!(told, "\n$ {command}\n{}", said(folder.path(), today, command).trim_end());
                    }
                }
            }
            told.push('\n');
        }
        let expected = std::env::current_dir().unwrap().join(path.with_extension("uit"));
        snapbox::assert_data_eq!(told, snapbox::Data::read_from(&expected, None).raw());
    }
}
