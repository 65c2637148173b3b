//! Changes in a user's TOML: entries that are added at the end of a file, so that all that stood there stays as it is.
//!
//! What is added is read back before it is given: an addition that does not fit the file (an inline list with the same
//! name, say) is refused, and nothing is written.

use std::fmt::Write;

use anyhow::{Result, bail};
use toml_writer::{ToTomlValue, TomlStringBuilder};

use crate::format::{self, GEDRAGEN, KANAAL, SOORT_ZENDING};
use crate::model::{Channel, Meeting, PartyId, Region, Reply, Sending, SendingKind, Support};
use crate::read;
use crate::source::{FileId, Source};

/// Adds an entry at the end of a file, with the line ends of the file, and reads the whole back.
///
/// # Errors
///
/// In Dutch, when the file cannot be read after it, or would hold less than one entry more.
pub fn append(kind: &str, path: &str, existing: Option<&str>, head: &str, table: &str, entry: &str) -> Result<String> {
    let crlf = existing.is_some_and(|text| text.contains("\r\n"));
    let mut text = existing.unwrap_or(head).replace("\r\n", "\n");
    let before = entries(kind, path, &text, table).unwrap_or(0);
    let end = text.trim_end().len();
    text.truncate(end);
    if end > 0 {
        text.push_str("\n\n");
    }
    text.push_str(entry.trim_end());
    text.push('\n');
    if entries(kind, path, &text, table) != Some(before + 1) {
        bail!(
            "In {path} kan niets worden toegevoegd. Kijk het bestand na met: beraad controleer\n\
             Dit had erbij gemoeten:\n\n{entry}"
        );
    }
    Ok(if crlf { text.replace('\n', "\r\n") } else { text })
}

/// What a file would not take of an entry, in Dutch; nothing when it fits.
#[must_use]
pub fn misfit(kind: &str, head: &str, entry: &str) -> Option<String> {
    let kind = format::kind(kind)?;
    let source = Source { path: String::new(), text: format!("{head}\n{entry}") };
    let mut findings = Vec::new();
    drop(read::read(FileId(0), &source, &kind.table, &mut findings));
    findings.into_iter().next().map(|finding| finding.message)
}

/// How many entries of a table a text holds; nothing when it has faults.
fn entries(kind: &str, path: &str, text: &str, table: &str) -> Option<usize> {
    let kind = format::kind(kind)?;
    let source = Source { path: path.to_owned(), text: text.trim_start_matches('\u{feff}').to_owned() };
    let mut findings = Vec::new();
    let entry = read::read(FileId(0), &source, &kind.table, &mut findings);
    findings.is_empty().then(|| entry.tables(table).len())
}

/// A text as a TOML value: long ones over several lines.
fn value(text: &str) -> String {
    if text.contains('\n') && !text.contains("'''") {
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
    toml.text("door", Some(&reply.by));
    toml.text("afgestemd_met", reply.agreed_with.as_deref());
    toml.text("kanaal", Some(KANAAL[place(&Channel::ALL, &reply.channel)]));
    toml.text("genoteerd_door", reply.noted_by.as_deref());
    toml.text("algemeen", reply.general.as_deref());
    for item in &reply.items {
        toml.table("reactie.punt");
        toml.text("agendapunt", Some(&meeting.items[item.item].key));
        toml.text("inbreng", item.input.as_deref());
        if item.name_it {
            toml.raw("benoemen", true);
        }
        toml.text("vingerafdruk", item.fingerprint.as_deref());
        for answer in &item.answers {
            toml.table("reactie.punt.besluit");
            toml.raw("nr", answer.number);
            toml.text("tekst", Some(&answer.text));
            toml.text("gedragen", Some(GEDRAGEN[place(&Support::ALL, &answer.support)]));
            toml.text("reden", answer.reason.as_deref());
        }
    }
    toml.0
}

fn place<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|known| known == one).unwrap_or(0)
}

/// A sending as it stands in `verzending.toml`.
#[must_use]
pub fn sending(region: &Region, meeting: &Meeting, sending: &Sending) -> String {
    let name = |party: PartyId| value(&region[party].key);
    let mut toml = Toml::default();
    toml.table("zending");
    toml.raw("datum", sending.date);
    toml.text("soort", Some(SOORT_ZENDING[place(&SendingKind::ALL, &sending.kind)]));
    if let Some(party) = sending.on_behalf_of {
        toml.raw("namens", name(party));
    }
    if !sending.to.is_empty() {
        let names: Vec<String> = sending.to.iter().map(|party| name(*party)).collect();
        toml.raw("aan", format!("[{}]", names.join(", ")));
    }
    let items = sending.items.iter().map(|sent| {
        let key = value(&meeting.items[sent.item].key);
        print(&format!("agendapunt = {key}, nummer = {}", value(&sent.number)), sent.fingerprint.as_deref())
    });
    toml.list("punt", &items.collect::<Vec<_>>());
    let papers = sending.papers.iter();
    let papers: Vec<String> =
        papers.map(|(path, seen)| print(&format!("bestand = {}", value(path)), seen.as_deref())).collect();
    toml.list("stuk", &papers);
    toml.0
}

fn print(keys: &str, fingerprint: Option<&str>) -> String {
    match fingerprint {
        Some(seen) => format!("{{ {keys}, vingerafdruk = {} }}", value(seen)),
        None => format!("{{ {keys} }}"),
    }
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

    #[test]
    fn what_stood_there_stays() {
        let old = "\u{feff}# mijn\r\nvergadering = \"a\"\r\npartij   =  'b' # zo\r\n";
        let entry = "[[reactie]]\ndatum = 2025-10-02\ndoor = \"x\"\nkanaal = \"telefoon\"\n";
        let new = append("raadpleging", "b.toml", Some(old), "", "reactie", entry).unwrap_or_default();
        assert!(new.starts_with(old.trim_end()) && new.ends_with("kanaal = \"telefoon\"\r\n"), "{new}");
        let twice = append("raadpleging", "b.toml", Some(&new), "", "reactie", entry).unwrap_or_default();
        assert_eq!(twice.matches("[[reactie]]").count(), 2);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let entry = "[[zending]]\ndatum = 2025-10-02\nsoort = \"agenda\"\n";
        let inline = "zending = [{ datum = 2025-10-01, soort = \"agenda\" }]\n";
        assert!(append("verzending", "verzending.toml", Some(inline), "", "zending", entry).is_err());
        assert!(append("verzending", "verzending.toml", Some("zending = \n"), "", "zending", entry).is_err());
        assert!(append("verzending", "verzending.toml", None, "", "zending", entry).is_ok());
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
