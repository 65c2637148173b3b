//! Whether an SVG picture is a picture and no more: it runs nothing, and takes nothing from elsewhere.

/// Tags that run or show something that is no drawing.
const RUNS: [&str; 7] = ["<script", "<foreignobject", "<iframe", "<embed", "<object", "<handler", "<listener"];

/// What takes something from elsewhere, whatever follows.
const TAKES: [&str; 4] = ["@import", "<!entity", "<?xml-stylesheet", "<!doctype svg ["];

/// What is wrong with an SVG, in Dutch, as the rest of a sentence about the picture.
pub(super) fn unsafe_part(bytes: &[u8]) -> Option<&'static str> {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    if RUNS.iter().any(|tag| text.contains(tag)) || text.contains("javascript:") || has_handler(&text) {
        return Some("Dit logo bevat iets dat kan worden uitgevoerd.");
    }
    let refers = |before: &str| text.match_indices(before).any(|(at, _)| is_outside(&text[at + before.len()..]));
    let takes = TAKES.iter().any(|part| text.contains(part)) || refers("href") || refers(" src") || refers("url(");
    takes.then_some("Dit logo verwijst naar iets buiten het bestand.")
}

/// Whether an attribute begins with `on`, as `onload` does.
fn has_handler(text: &str) -> bool {
    text.match_indices("on").any(|(at, _)| {
        let rest = text[at + 2..].trim_start_matches(|c: char| c.is_ascii_lowercase());
        let named = rest.len() < text.len() - at - 2 && rest.trim_start().starts_with('=');
        named && text[..at].ends_with(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | '/'))
    })
}

/// Whether what follows an attribute's name, or `url(`, leads out of the file.
fn is_outside(rest: &str) -> bool {
    let address = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '"' | '\''));
    !address.starts_with('#') && !address.starts_with("data:image/png") && !address.starts_with("data:image/jpeg")
}

#[cfg(test)]
mod tests {
    use super::unsafe_part;

    #[test]
    fn a_drawing_draws_and_no_more() {
        let runs = [
            "<svg><SCRIPT>alert(1)</script></svg>",
            "<svg onload=\"x()\"/>",
            "<svg><a href='javascript:x()'/></svg>",
            "<svg\tonclick = 'x()'/>",
            "<svg><foreignObject/></svg>",
        ];
        let takes = [
            "<svg><image href=\"https://example.org/a.png\"/></svg>",
            "<svg><use xlink:href='other.svg#a'/></svg>",
            "<svg style=\"fill: url(https://example.org/a)\"/>",
            "<svg><style>@import 'a.css'</style></svg>",
            "<!DOCTYPE svg [<!ENTITY a SYSTEM 'b'>]><svg/>",
        ];
        let draws = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Regio on = aan</title><circle r=\"1\"/></svg>",
            "<svg><use href=\"#a\"/><path fill=\"url(#b)\"/><image href=\"data:image/png;base64,AA==\"/></svg>",
        ];
        assert!(runs.iter().all(|text| unsafe_part(text.as_bytes()).is_some_and(|said| said.contains("uitgevoerd"))));
        assert!(takes.iter().all(|text| unsafe_part(text.as_bytes()).is_some_and(|said| said.contains("buiten"))));
        assert!(draws.iter().all(|text| unsafe_part(text.as_bytes()).is_none()));
    }
}
