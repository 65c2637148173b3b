//! The last line of a document that we wrote: a comment with a fingerprint of all before it, and for whom it is.

use super::Audience;
use crate::fingerprint::{Growing, KIND as PRINT, STAMP as OPEN, bytes as fingerprint};

const PUBLIC: &str = "openbaar ";
const CLOSE: &str = " -->";
/// How far from the end of a file a stamp is looked for: somebody may have written behind it.
pub(super) const TAIL: u64 = 64 * 1024;

/// The text with its stamp as the last line. A stamp that names no audience is of a text that is not public.
#[must_use]
pub fn stamped(text: String, audience: Audience) -> String {
    with_print(text, audience).0
}

/// The same, with the fingerprint of all of it: that of the text is half the work of it.
pub(super) fn with_print(mut text: String, audience: Audience) -> (String, String) {
    let body = normal(&text);
    let mut all = Growing::of(body.as_bytes());
    let (print, known) = (all.digits(), if text.contains('\r') { 0 } else { body.len() });
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let public = if audience == Audience::Public { PUBLIC } else { "" };
    text.extend([OPEN, public, PRINT, &print, CLOSE, "\n"]);
    if known == 0 {
        all = Growing::default();
    }
    all.add(&text.as_bytes()[known..]);
    let whole = all.digits();
    (text, whole)
}

/// Whether a text is as the tool wrote it.
pub(super) fn is_unedited(text: &str) -> bool {
    let text = normal(text);
    let parts = text.rsplit_once(OPEN).and_then(|(body, stamp)| {
        let print = stamp.strip_prefix(PUBLIC).unwrap_or(stamp).strip_prefix(PRINT)?;
        Some((body, print.strip_suffix(CLOSE)?))
    });
    parts.is_some_and(|(body, print)| fingerprint(normal(body).as_bytes()) == print)
}

/// For whom the text is of which this is the end; nothing when there is no stamp in it. One internal stamp makes it internal.
pub(super) fn audience(end: &[u8]) -> Option<Audience> {
    let end = String::from_utf8_lossy(end);
    let stamps = end.split(OPEN).skip(1).filter_map(|rest| {
        let public = rest.strip_prefix(PUBLIC);
        public.unwrap_or(rest).starts_with(PRINT).then_some(public.map_or(Audience::Internal, |_| Audience::Public))
    });
    stamps.min()
}

/// Line ends as `\n`, nothing behind the last letter.
fn normal(text: &str) -> std::borrow::Cow<'_, str> {
    let text = text.trim_end();
    if text.contains('\r') { text.replace("\r\n", "\n").into() } else { text.into() }
}
