//! The page of a finding: what, why or what to do, an example that goes wrong, one that is right.

use super::Fault;

/// The pages of the faults that are no rules, each under a heading with its name.
const FAULTS: [&str; 2] = [include_str!("../dossier/faults.md"), include_str!("../answer/faults.md")];

/// A page in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<'a> {
    /// The parts, in order.
    pub parts: Vec<Part<'a>>,
}

/// A piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// A heading of the second level.
    Heading(&'a str),
    /// Lines of text.
    Text(&'a str),
    /// A piece of a file: its path in the dossier, what follows on the fence (`heel`, `weg`, a date), its lines.
    File(&'a str, &'a str, &'a str),
}

impl Page<'static> {
    /// The page of a fault that is no rule.
    #[must_use]
    pub fn of(fault: &Fault) -> Self {
        let pages = FAULTS.iter().flat_map(|pages| pages.trim_start_matches("# ").split("\n# "));
        let page = pages.filter_map(|page| page.split_once('\n')).find(|(name, _)| name.trim() == fault.name);
        Self::read(page.map_or("", |(_, text)| text))
    }
}

impl<'a> Page<'a> {
    /// Reads the Markdown of a page. Only what pages use is known: headings, text, and fences of `toml`.
    #[must_use]
    pub fn read(text: &'a str) -> Self {
        let mut parts = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let line = rest.split_inclusive('\n').next().unwrap_or(rest);
            let after = &rest[line.len()..];
            if let Some(fence) = line.strip_prefix("```toml ") {
                let end = after.find("```").unwrap_or(after.len());
                let (path, words) = fence.trim().split_once(' ').unwrap_or((fence.trim(), ""));
                parts.push(Part::File(path, words, &after[..end]));
                rest = after[end..].split_once('\n').map_or("", |(_, rest)| rest);
            } else if let Some(heading) = line.strip_prefix("## ") {
                parts.push(Part::Heading(heading.trim()));
                rest = after;
            } else {
                let end = ["\n## ", "\n```toml "].iter().filter_map(|mark| rest.find(mark)).min();
                let (text, after) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
                if !text.trim().is_empty() {
                    parts.push(Part::Text(text.trim()));
                }
                rest = after;
            }
        }
        Self { parts }
    }
}

#[cfg(test)]
mod tests {
    use super::{Page, Part};

    #[test]
    fn a_page_is_read_in_parts() {
        let page = "## Wat\n\nEen zin.\n\n## Voorbeeld\n\n```toml a/b.toml 2025-01-01\n[a]\n```\n\nSlot.\n";
        let parts = [
            Part::Heading("Wat"),
            Part::Text("Een zin."),
            Part::Heading("Voorbeeld"),
            Part::File("a/b.toml", "2025-01-01", "[a]\n"),
            Part::Text("Slot."),
        ];
        assert_eq!(Page::read(page).parts, parts);
    }
}
