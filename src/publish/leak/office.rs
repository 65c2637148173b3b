//! Files of Word, Excel and the like: packed XML.

use std::io::{Cursor, Read};

use html5gum::{Token, Tokenizer};
use zip::ZipArchive;

use super::read::{Content, LARGEST, written};

/// So many files are read in one.
const MOST: usize = 10_000;

/// Reads what is packed in a file.
pub(super) fn read(bytes: &[u8], content: &mut Content) {
    if unpacked(bytes, content).is_none() {
        content.unread = Some("is beschadigd of beveiligd");
    }
}

fn unpacked(bytes: &[u8], content: &mut Content) -> Option<()> {
    let mut packed = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let (mut room, mut changes) = (LARGEST, Changes::default());
    if packed.len() > MOST {
        content.unread = Some("is te groot");
        return Some(());
    }
    for at in 0..packed.len() {
        let mut file = packed.by_index(at).ok()?;
        let name = file.name().ok()?.into_owned();
        content.letters.add_apart(&name);
        if !is_text(&name) {
            let is_paper = !file.is_dir() && !is_picture(&name);
            content.unread = content.unread.or(is_paper.then_some("bevat andere bestanden"));
            continue;
        }
        let mut text = Vec::new();
        file.by_ref().take(room as u64 + 1).read_to_end(&mut text).ok()?;
        let Some(left) = room.checked_sub(text.len()) else {
            content.unread = Some("is te groot");
            break;
        };
        room = left;
        let text = String::from_utf8_lossy(&text);
        written(&name, &text, &mut content.letters);
        changes.see(&name, &text);
    }
    content.remarks = changes.told();
    Some(())
}

fn is_text(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    name == "mimetype" || matches!(ending.as_str(), "xml" | "rels" | "txt" | "html" | "json" | "csv" | "md" | "rdf")
}

fn is_picture(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    matches!(ending.as_str(), "png" | "jpg" | "jpeg" | "gif" | "emf" | "wmf" | "svg" | "odttf" | "tif" | "tiff" | "ttf")
}

/// What a document keeps of who worked on it.
#[derive(Debug, Default)]
struct Changes {
    author: Option<String>,
    last: Option<String>,
    remarks: bool,
    tracked: bool,
}

impl Changes {
    fn see(&mut self, name: &str, text: &str) {
        let is_about = matches!(name, "docProps/core.xml" | "meta.xml");
        if !is_about && !name.contains("comments") && !name.starts_with("word/") && name != "content.xml" {
            return;
        }
        let mut open = Vec::new();
        for token in Tokenizer::new(text).flatten() {
            match token {
                Token::StartTag(tag) => {
                    self.tag(&tag.name);
                    open = tag.name.to_vec();
                }
                Token::EndTag(_) => open.clear(),
                Token::String(words) if is_about => self.about(&open, &String::from_utf8_lossy(&words)),
                _ => {}
            }
        }
    }

    fn tag(&mut self, name: &[u8]) {
        self.remarks |= matches!(name, b"w:comment" | b"comment" | b"threadedcomment" | b"office:annotation");
        self.tracked |= matches!(name, b"w:ins" | b"w:del" | b"w:moveto" | b"w:movefrom" | b"text:changed-region");
    }

    fn about(&mut self, tag: &[u8], words: &str) {
        let of = match tag {
            b"dc:creator" | b"meta:initial-creator" => &mut self.author,
            b"cp:lastmodifiedby" => &mut self.last,
            _ => return,
        };
        let words = words.trim();
        if !words.is_empty() {
            of.get_or_insert_with(|| words.to_owned());
        }
    }

    fn told(self) -> Vec<String> {
        let Self { author, last, remarks, tracked } = self;
        let author = author.map(|name| format!("noemt als auteur {name}"));
        let last = last.map(|name| format!("noemt als wie het het laatst bewaarde {name}"));
        let remarks = remarks.then(|| "bevat opmerkingen".to_owned());
        let tracked = tracked.then(|| "bevat bijgehouden wijzigingen".to_owned());
        [author, last, remarks, tracked].into_iter().flatten().collect()
    }
}
