//! The last entry of a table taken out of a user's TOML: what others wrote around it stays, their remarks too.

use anyhow::{Result, bail};

use super::{Target, entries};

/// Takes the last `[[table]]` out of a text. Remarks in it stay where they were; all other bytes stay as they are.
///
/// # Errors
///
/// In Dutch, when the text could not be read after it, or would not hold exactly one entry less.
pub fn without_last(to: &Target<'_>, table: &str) -> Result<String> {
    let text = to.existing.unwrap_or_default();
    let kept = cut(text, table);
    let counts = |text: &str| entries(to, text, table);
    if let (Some(kept), Ok(before)) = (kept, counts(text))
        && counts(&kept).is_ok_and(|after| after + 1 == before)
    {
        return Ok(kept);
    }
    bail!("In {} staat de laatste zending niet los. Haal haar met de hand weg.", to.path)
}

fn cut(text: &str, table: &str) -> Option<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let start = lines.iter().rposition(|line| header(line, table))?;
    let mine = |line: &str| !line.trim_start().starts_with('[') || part(line, table);
    let end = start + 1 + lines[start + 1..].iter().take_while(|line| mine(line)).count();
    // what stands behind the last value belongs to what follows
    let says = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let last = start + lines[start..end].iter().rposition(says)?;
    let remarks: Vec<String> = lines[start..=last].iter().filter_map(|line| remark(line)).collect();
    let gap = remarks.is_empty() && start > 0 && lines[start - 1].trim().is_empty();
    let before = lines[..start - usize::from(gap)].concat();
    Some(before + &remarks.concat() + &lines[last + 1..].concat())
}

/// `[[table]]`, however it is spaced.
fn header(line: &str, table: &str) -> bool {
    let name = line.trim_start().strip_prefix("[[").and_then(|rest| rest.split_once("]]"));
    name.is_some_and(|(name, _)| name.trim() == table)
}

/// `[[table.part]]` or `[table.part]`.
fn part(line: &str, table: &str) -> bool {
    let name = line.trim_start().trim_start_matches('[').trim_start();
    name.strip_prefix(table).is_some_and(|rest| rest.trim_start().starts_with('.'))
}

/// The remark at the end of a line, as a line of its own.
fn remark(line: &str) -> Option<String> {
    let mut quote = None;
    let mut escaped = false;
    for (at, letter) in line.char_indices() {
        match quote {
            Some('"') if escaped => escaped = false,
            Some('"') if letter == '\\' => escaped = true,
            Some(open) if letter == open => quote = None,
            None if matches!(letter, '"' | '\'') => quote = Some(letter),
            None if letter == '#' => return Some(line[at..].to_owned()),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::append;
    use super::*;

    const ONE: &str = "[[zending]]\ndatum = 2025-09-25\nsoort = \"agenda\"\n";
    const TWO: &str =
        "[[zending]]\ndatum = 2025-10-02\nsoort = \"nazending\"\nstuk = [\n  { bestand = \"stukken/#1.md\" },\n]\n";

    fn without(text: &str) -> Result<String> {
        let to = Target { kind: "verzending", path: "verzending.toml", existing: Some(text), room: 1000 };
        without_last(&to, "zending")
    }

    #[test]
    fn what_was_added_is_taken_away_and_nothing_else() {
        for old in ["# mijn\n", "# mijn\r\n", ONE, "# a\n\n\n[[uitzondering]]\nregel = \"x\"\nreden = \"y\"\n"] {
            let to = Target { kind: "verzending", path: "verzending.toml", existing: Some(old), room: 1000 };
            let new = append(&to, "", "zending", TWO).unwrap_or_default();
            assert_eq!(without(&new).ok().as_deref(), Some(old), "{new}");
        }
    }

    #[test]
    fn remarks_and_what_follows_stay() {
        let text = format!(
            "# boven\n\n{ONE}\n# over de tweede\n[[zending]] # per post\ndatum = 2025-10-02 # zie #3\n# los\nsoort = \"nazending\"\n# hierna\n\n[[uitzondering]]\nregel = \"x\"\nreden = \"y # z\"\n"
        );
        let kept = format!(
            "# boven\n\n{ONE}\n# over de tweede\n# per post\n# zie #3\n# los\n# hierna\n\n[[uitzondering]]\nregel = \"x\"\nreden = \"y # z\"\n"
        );
        assert_eq!(without(&text).ok(), Some(kept));
        let parts = format!(
            "{ONE}\n[[zending]]\ndatum = 2025-10-02\nsoort = \"nazending\"\n[[zending.stuk]]\nbestand = \"a\"\n"
        );
        assert_eq!(without(&parts).ok().as_deref(), Some(ONE));
    }

    #[test]
    fn what_does_not_stand_alone_is_refused() {
        let inline = "zending = [{ datum = 2025-10-01, soort = \"agenda\" }]\n";
        let hidden = format!("{ONE}\n[[uitzondering]]\nregel = \"x\"\nreden = '''\n[[zending]]\n'''\n");
        for text in ["", inline, "# [[zending]]\n", &hidden] {
            assert!(without(text).is_err(), "{text}");
        }
    }
}
