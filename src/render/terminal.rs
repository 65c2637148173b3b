//! Texts for a terminal: the tables of a paper laid out to the width that is there, paragraphs broken.

use comfy_table::{ContentArrangement, Table, presets};
use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, parse_document};

use super::field;

/// Wider lines than this are hard to follow.
const WIDEST: u16 = 120;

/// A paragraph in lines of at most 80 characters.
#[must_use]
pub fn wrapped(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let options = textwrap::Options::new(80).break_words(false);
    textwrap::fill(&words, options.word_splitter(textwrap::WordSplitter::NoHyphenation))
}

/// The text with every table of its own (not in a list or a quotation) laid out in at most `width` columns.
#[must_use]
pub fn fitting(text: &str, width: u16) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &field::options());
    let mut lines = text.lines();
    let mut done = 0;
    let mut out = String::with_capacity(text.len());
    for node in root.children().filter(|node| matches!(node.data().value, NodeValue::Table(_))) {
        let place = node.data().sourcepos;
        lines.by_ref().take(place.start.line - 1 - done).for_each(|line| out.extend([line, "\n"]));
        // advances past the table
        lines.by_ref().take(place.end.line + 1 - place.start.line).for_each(drop);
        done = place.end.line;
        out.extend([&laid_out(node, width.min(WIDEST)), "\n"]);
    }
    lines.for_each(|line| out.extend([line, "\n"]));
    out
}

fn laid_out<'a>(table: Node<'a>, width: u16) -> String {
    let cells = |row: Node<'a>| row.children().map(field::words).collect::<Vec<String>>();
    let mut rows = table.children();
    let mut grid = Table::new();
    grid.load_style(presets::UTF8_HORIZONTAL_ONLY)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width);
    grid.set_header(rows.next().map(cells).unwrap_or_default());
    grid.add_rows(rows.map(cells));
    grid.trim_fmt()
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn tables_fit_and_the_rest_stays() {
        let text = "# Kop\n\n| Gevraagd | Beekdorp |\n|---|---|\n| 2: In te stemmen met een heel lang plan | **Ja** \\| nee |\n\nSlot.\n";
        let expected = "\
# Kop

────────────────────────────────
 Gevraagd              Beekdorp
════════════════════════════════
 2: In te stemmen      Ja | nee
 met een heel lang
 plan
────────────────────────────────

Slot.
";
        assert_eq!(fitting(text, 32), expected);
        assert_eq!(fitting("Geen tabel.\n", 32), "Geen tabel.\n");
    }

    #[test]
    fn a_narrow_terminal_gets_all_words() {
        let letters = |text: &str| {
            let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
            letters.sort_unstable();
            letters
        };
        let table = "| een | twee |\n|---|---|\n| onderwijsinstellingen | ja |\n";
        assert_eq!(letters(&fitting(table, 3)), letters(table));
    }
}
