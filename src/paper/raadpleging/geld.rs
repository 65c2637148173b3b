//! What an item costs, in a line or two: who answers for an alderman asks that first.

use serde::Serialize;

use crate::model::Item;
use crate::paper::{Field, Fields, oplegger};

/// The money of an item.
#[derive(Debug, Serialize)]
pub(super) struct Geld {
    /// Its author says that there are no financial consequences.
    niets: bool,
    /// The first paragraph of what the author says of them.
    tekst: Option<Field>,
    /// The cover note says more of it.
    verder: bool,
}

/// What the author of an item says of its money; nothing where nothing is said of it.
pub(super) fn of<'a>(item: &'a Item, fields: &mut Fields<'a>) -> Option<Geld> {
    let finance = item.finance.as_ref()?.trim();
    if item.costs_nothing() {
        return Some(Geld { niets: true, tekst: None, verder: false });
    }
    let first = first_paragraph(finance);
    let verder = first.is_none_or(|first| first.len() < finance.len());
    if verder && !oplegger::has_note(item) {
        return Some(Geld { niets: false, tekst: Some(fields.add(finance)), verder: false });
    }
    Some(Geld { niets: false, tekst: first.map(|first| fields.add(first)), verder })
}

/// The first paragraph of a text, where it begins with one that means the same without the rest.
fn first_paragraph(text: &str) -> Option<&str> {
    let first = text.split("\n\n").next()?;
    let is_block = |line: &str| {
        line.starts_with(['#', '>', '|', '-', '*', '+', '`', '~', '<', '=', ' ', '\t']) || {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.len() < line.len() && rest.starts_with(['.', ')'])
        }
    };
    // a link may be told below, a heading underlined
    let stands_alone = !text.contains("]:") && !first.lines().any(is_block);
    stands_alone.then_some(first)
}

#[cfg(test)]
mod tests {
    use super::first_paragraph;

    #[test]
    fn a_first_paragraph_stands_alone() {
        assert_eq!(first_paragraph("De regio betaalt.\nAlles.\n\n- 2026"), Some("De regio betaalt.\nAlles."));
        let others =
            ["- 2026\n- 2027", "1. 2026", "# Geld", "Zie [dit].\n\n[dit]: https://example.org", "Geld\n===", "| a |"];
        assert!(others.iter().all(|text| first_paragraph(text).is_none()));
        assert_eq!(first_paragraph("2026 kost niets."), Some("2026 kost niets."));
    }
}
