//! Changes in a user's TOML: entries that are added at the end of a file, so that all that stood there stays as it is.
//!
//! What is added is read back before it is given: an addition that does not fit the file (an inline list with the same
//! name, say) is refused, and nothing is written.

mod remove;
mod sending;

use std::fmt::Write;
use std::sync::Arc;

use anyhow::{Result, bail};
use toml_writer::{ToTomlValue, TomlStringBuilder};

use crate::dossier::{format, load, read};
use crate::model::reply::{Field, Filled as _, Place};
use crate::model::{Frozen, Meeting, Region, Reply, Treatment};
use crate::source::FileId;
use crate::word::Word as _;

pub use remove::without_last;
pub use sending::sending;

/// A file of the dossier to which something is added.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// What kind of file it is.
    pub kind: &'a str,
    /// Its path in the dossier.
    pub path: &'a str,
    /// Its text as it stands on disk; nothing when there is no file yet.
    pub existing: Option<&'a str>,
    /// By how many bytes the texts of the dossier may grow.
    pub room: usize,
}

/// Adds an entry at the end of a file; of a new file `head` comes first. Every byte that stood there stays, blank lines at the
/// end too; what is added ends its lines as the last line of the file does. The whole is read back as a dossier is read.
///
/// # Errors
///
/// In Dutch, when the dossier could not be read after it, or would hold less than one entry more.
pub fn append(to: &Target<'_>, head: &str, table: &str, entry: &str) -> Result<String> {
    let existing = to.existing.unwrap_or(head);
    let end = line_end(existing);
    let gap = match existing.lines().last() {
        None => String::new(),
        Some(last) if last.trim().is_empty() && existing.ends_with(end) => String::new(),
        Some(_) if existing.ends_with(end) => end.to_owned(),
        Some(_) => end.repeat(2),
    };
    let text = format!("{existing}{gap}{}{end}", entry.trim_end().replace('\n', end));
    let before = if to.existing.is_some() { entries(to, existing, table) } else { Ok(0) };
    let why = match (before, entries(to, &text, table)) {
        (Ok(before), Ok(after)) if after == before + 1 => return Ok(text),
        (Ok(_), Ok(_)) => "Wat daar staat, laat zich niet aanvullen.".to_owned(),
        (Err(why), _) | (_, Err(why)) => why,
    };
    bail!(
        "In {} kan niets worden toegevoegd. {why} Kijk het bestand na met: beraad controleer\n\
         Dit had erbij gemoeten:\n\n{}",
        to.path,
        shortened(entry)
    );
}

/// What no file would take of an entry, in Dutch; nothing when it fits.
#[must_use]
pub fn misfit(kind: &str, head: &str, table: &str, entry: &str) -> Option<String> {
    let new = Target { kind, path: "", existing: None, room: usize::MAX };
    entries(&new, &format!("{head}\n{entry}"), table).err()
}

/// How many entries of a table a text holds, read as from disk; else what is wrong with it.
fn entries(to: &Target<'_>, text: &str, table: &str) -> Result<usize, String> {
    let kind = format::kind(to.kind).ok_or_else(|| "Deze soort bestand bestaat niet.".to_owned())?;
    let room = to.existing.map_or(0, str::len) + to.room;
    let text = load::as_read(text.as_bytes().to_vec(), room)?;
    let mut findings = Vec::new();
    let entry = read::read(FileId(0), &text, &kind.table, &mut findings);
    findings.first().map_or_else(|| Ok(entry.tables(table).len()), |finding| Err(finding.message.clone()))
}

/// How the last line of a text ends.
fn line_end(text: &str) -> &'static str {
    match text.rfind(['\n', '\r']).map(|at| text.split_at(at)) {
        Some((before, end)) if end.starts_with('\n') && before.ends_with('\r') => "\r\n",
        Some((_, end)) if end.starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// What a person can read in a message.
fn shortened(entry: &str) -> String {
    let mut text: String = entry.chars().take(2000).collect();
    if text.len() < entry.len() {
        text.push_str("\n…");
    }
    text
}

/// A text as a TOML value: long ones over several lines.
fn value(text: &str) -> String {
    if text.contains('\n') && !text.contains('\r') && !text.contains("'''") {
        return format!("'''\n{}\n'''", text.trim_end());
    }
    TomlStringBuilder::new(text).as_default().to_toml_value()
}

/// Lines of `key = value`. Writing to a text cannot fail.
#[derive(Default)]
struct Toml(String);

impl Toml {
    fn table(&mut self, name: &str) {
        let _ = writeln!(self.0, "{}[[{name}]]", if self.0.is_empty() { "" } else { "\n" });
    }

    fn raw(&mut self, key: &str, value: impl std::fmt::Display) {
        let _ = writeln!(self.0, "{key} = {value}");
    }

    fn text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.raw(key, value(text));
        }
    }

    fn texts(&mut self, texts: &[(Field, &Arc<str>)]) {
        for (field, text) in texts {
            self.text(field.key(), Some(text));
        }
    }
}

/// The head of a new file with the answers of a party.
#[must_use]
pub fn reply_head(meeting: &Meeting, party: &str) -> String {
    let mut toml = Toml::default();
    toml.text("vergadering", Some(&meeting.key));
    toml.text("partij", Some(party));
    toml.0
}

/// A reply as it stands in `raadpleging/<party>.toml`.
#[must_use]
pub fn reply(meeting: &Meeting, reply: &Reply) -> String {
    let mut toml = Toml::default();
    toml.table("reactie");
    toml.raw("datum", reply.date);
    if let Some(time) = reply.time {
        toml.raw("tijd", time.format("%H:%M:%S"));
    }
    let (who, more): (Vec<_>, Vec<_>) =
        reply.whole.texts().partition(|(field, _)| matches!(field, Field::By | Field::AgreedWith));
    toml.texts(&who);
    toml.text("kanaal", Some(reply.channel.word()));
    toml.texts(&more);
    for item in &reply.items {
        toml.table("reactie.punt");
        toml.text("agendapunt", Some(&meeting.items[item.item].key));
        item.remarks.clone().each(|field, place| match place {
            Place::Text(text) => toml.text(field.key(), text.as_deref()),
            Place::Flag(true) => toml.raw(field.key(), true),
            Place::Flag(false) => {}
        });
        for answer in &item.answers {
            toml.table("reactie.punt.besluit");
            toml.raw("nr", answer.number);
            toml.text("tekst", Some(&answer.text));
            toml.text("behandeling", answer.treatment.map(Treatment::word));
            toml.text("gedragen", Some(answer.support.word()));
            toml.text("reden", answer.reason.as_deref());
        }
    }
    toml.0
}

/// Adopted minutes as they stand in `vaststelling.toml`.
#[must_use]
pub fn frozen(region: &Region, meeting: &Meeting, frozen: &Frozen) -> String {
    let mut toml = Toml::default();
    toml.table("vaststelling");
    toml.raw("datum", frozen.date);
    toml.text("door", Some(&region[frozen.by].key));
    if let Some(changed) = frozen.changed {
        toml.raw("gewijzigd", changed);
    }
    let meanings = meeting.abbreviations.as_ref().unwrap_or(&region.covenant.abbreviations);
    let key = |short: &str| if short.is_ascii() { short.to_owned() } else { value(short) };
    let meanings = meanings.iter().map(|one| format!("{} = {}", key(&one.short), value(&one.meaning)));
    toml.raw("begrippen", format!("{{ {} }}", meanings.collect::<Vec<_>>().join(", ")));
    let parts = frozen.parts.iter().map(|part| {
        let item = part.item.map(|item| format!("agendapunt = {}, ", value(&meeting.items[item].key)));
        let words = part.words.as_deref().map(|words| format!(", woorden = {}", value(words)));
        let what = value(part.part.word());
        let names = part.names.as_deref().map(|names| format!(", namen = {}", value(names)));
        let to = part.to.as_deref().map(|to| format!(", naar = {}", value(to)));
        let behind = [names, to, words].into_iter().flatten().collect::<String>();
        format!("{{ {}wat = {what}, vingerafdruk = {}{behind} }}", item.unwrap_or_default(), value(&part.fingerprint))
    });
    toml.list("deel", &parts.collect::<Vec<_>>());
    toml.0
}

/// An inline table of the keys that have a value.
fn inline(keys: impl IntoIterator<Item = (&'static str, Option<String>)>) -> String {
    let keys = keys.into_iter().filter_map(|(key, value)| Some(format!("{key} = {}", value?)));
    format!("{{ {} }}", keys.collect::<Vec<_>>().join(", "))
}

impl Toml {
    fn list(&mut self, key: &str, entries: &[String]) {
        if !entries.is_empty() {
            let lines: Vec<String> = entries.iter().map(|entry| format!("  {entry},\n")).collect();
            self.raw(key, format!("[\n{}]", lines.concat()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENDING: &str = "[[zending]]\ndatum = 2025-10-02\nsoort = \"agenda\"\n";

    fn sent(existing: Option<&str>, room: usize) -> Result<String> {
        append(&Target { kind: "verzending", path: "verzending.toml", existing, room }, "", "zending", SENDING)
    }

    #[test]
    fn every_byte_that_stood_there_stays() {
        let table = [
            ("", "\n"),
            ("# mijn", "\n"),
            ("# mijn\n", "\n"),
            ("# mijn\n\n\n\n", "\n"),
            ("# mijn\n  \n", "\n"),
            ("# mijn\n   ", "\n"),
            ("\u{feff}# mijn\r\n", "\r\n"),
            ("# een\r\n# twee\n", "\n"),
            ("# een\n# twee\r\n\r\n", "\r\n"),
            ("# een\n# twee\r\n# drie", "\r\n"),
            ("# mijn\r", "\r"),
        ];
        for (old, end) in table {
            let new = sent(Some(old), 1000).unwrap_or_default();
            let added = new.strip_prefix(old).unwrap_or_else(|| panic!("{new:?}"));
            assert_eq!(added.trim(), SENDING.trim().replace('\n', end), "{old:?}");
            assert!(added.ends_with(end), "{old:?}");
            assert!(old.trim().is_empty() || new.contains(&format!("{end}[[zending]]")), "{new:?}");
            let twice = sent(Some(&new), 1000).unwrap_or_default();
            assert_eq!((twice.starts_with(&new), twice.matches("[[zending]]").count()), (true, 2));
        }
    }

    #[test]
    fn what_does_not_fit_or_could_not_be_read_again_is_refused() {
        assert!(sent(None, 1000).is_ok());
        let inline = "zending = [{ datum = 2025-10-01, soort = \"agenda\" }]\n";
        let long = format!("# {}\n", "x".repeat(2_000_000));
        let table = [(inline, ""), ("zending = \n", ""), ("# \u{0}\n", ""), (&long, "")];
        for (existing, _) in table {
            let said = sent(Some(existing), 10_000).map_err(|error| error.to_string());
            assert!(said.is_err_and(|said| said.starts_with("In verzending.toml kan niets")), "{}", &existing[..9]);
        }
        assert!(sent(Some("# mijn\n"), 10).is_err());
    }

    #[test]
    fn texts_come_back_as_they_were() {
        for text in ["een", "één \"twee\" \\ 'drie'", "regel\nregel", "a'''b\nc", "'''\n", "tab\tx", "eind\\"] {
            let line = format!("a = {}", value(text));
            let table: Result<toml::Table, _> = toml::from_str(&line);
            let back = table.ok().and_then(|table| Some(table.get("a")?.as_str()?.trim_end().to_owned()));
            assert_eq!(back.as_deref(), Some(text.trim_end()), "{line}");
        }
    }
}
