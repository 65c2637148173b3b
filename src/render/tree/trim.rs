//! Space at the edges of a line, once what stood beside it is gone.

use super::prose::{Inline, Line};

/// Takes away the space that opens a line.
pub(super) fn start(line: &mut Line) {
    let Some(Inline::Text(text)) = line.first_mut() else { return };
    *text = text.trim_start().to_owned();
    if text.is_empty() {
        line.remove(0);
    }
}

/// A label without its colon and its line to fill in.
pub(super) fn label(line: &mut Line) {
    let Some(Inline::Text(text)) = line.last_mut() else { return };
    let label = text.trim_end_matches('_').trim_end();
    *text = label.strip_suffix(':').unwrap_or(label).to_owned();
}

/// A title without the number that opens it.
pub(super) fn number(line: &mut Line, number: &str) {
    let Some(Inline::Text(text)) = line.first_mut() else { return };
    let rest = text.strip_prefix(number).and_then(|rest| rest.strip_prefix('.')).unwrap_or(text);
    *text = rest.trim_start().to_owned();
}
