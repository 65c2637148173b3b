//! What bytes are, told by how they begin: people send what nobody asked for.

use super::{Why, ending};

/// Files that are known by their first bytes.
const KINDS: [(&[u8], &str); 12] = [
    (b"%PDF", "een pdf"),
    (b"{\\rtf", "een document in RTF"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een foto"),
    (b"GIF8", "een afbeelding"),
    (b"BM", "een afbeelding"),
    (b"II*\0", "een afbeelding"),
    (b"MM\0*", "een afbeelding"),
    (b"Rar!", "een ingepakt bestand (rar)"),
    (b"7z\xbc\xaf", "een ingepakt bestand (7z)"),
    (b"\x1f\x8b", "een ingepakt bestand (gz)"),
    (b"\xd0\xcf\x11\xe0", "een document van een oud Office, of een beschadigde mail van Outlook"),
];

/// What stands in a zip that is a document.
const IN_ZIP: [(&[u8], &str); 6] = [
    (b"word/", "een Word-document (docx)"),
    (b"xl/", "een Excel-bestand (xlsx)"),
    (b"ppt/", "een PowerPoint-bestand (pptx)"),
    (b"application/vnd.oasis.opendocument.text", "een document van LibreOffice (odt)"),
    (b"application/vnd.oasis.opendocument", "een document van LibreOffice"),
    (b"Index/Document.iwa", "een document van Pages"),
];

/// A file that is no text and no mail; nothing when it may be one.
pub(super) fn other(name: &str, bytes: &[u8]) -> Option<Why> {
    let name = name.to_lowercase();
    if name == "winmail.dat" || bytes.starts_with(b"\x78\x9f\x3e\x22") {
        return Some(Why::Winmail);
    }
    if matches!(name.as_str(), "smime.p7m" | "message.rpmsg" | "encrypted.asc") && !looks_like_mail(bytes) {
        return Some(Why::Machine(crate::answer::mail::Machine::Encrypted));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let holds = |piece: &[u8]| bytes.windows(piece.len()).any(|window| window == piece);
        let document = IN_ZIP.iter().find(|(piece, _)| holds(piece));
        return Some(Why::Document(document.map_or("een ingepakt bestand (zip)", |(_, kind)| kind)));
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(Why::Document(if ending(&name) == "heic" { "een foto" } else { "een opname" }));
    }
    if bytes.get(8..12) == Some(b"WEBP") {
        return Some(Why::Document("een afbeelding"));
    }
    let kind = KINDS.iter().find(|(start, _)| bytes.starts_with(start));
    // two letters are a picture only where the rest is no text
    let is_text = || bytes.starts_with(b"BM") && std::str::from_utf8(bytes).is_ok();
    kind.filter(|_| !is_text()).map(|(_, kind)| Why::Document(kind))
}

/// The first line is a header that mails begin with.
pub(super) fn looks_like_mail(bytes: &[u8]) -> bool {
    const HEADS: [&str; 13] = [
        "return-path",
        "received",
        "delivered-to",
        "from",
        "to",
        "date",
        "mime-version",
        "content-type",
        "auto-submitted",
        "reply-to",
        "x-unsent",
        "message-id",
        "subject",
    ];
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line).to_lowercase();
    line.split_once(": ").is_some_and(|(head, _)| HEADS.contains(&head))
}
