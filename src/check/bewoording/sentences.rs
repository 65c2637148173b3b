//! The sentences of a text.

/// The sentences of a text with Markdown in it: of each paragraph, and of each item of a list, which stands on its own. Tables
/// and code have none.
pub(super) fn of(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = vec![String::new()];
    let mut code = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with("```") || line.starts_with("~~~") {
            code = !code;
        } else if code || line.is_empty() || line.starts_with(['|', '#']) {
            blocks.push(String::new());
        } else if let Some(item) = of_list(line) {
            blocks.push(item.to_owned());
        } else if let Some(block) = blocks.last_mut() {
            *block = format!("{block} {line}");
        }
    }
    blocks.iter().flat_map(|block| split(block)).collect()
}

/// An item of a list, without its mark.
fn of_list(line: &str) -> Option<&str> {
    let numbered = || {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        rest.strip_prefix(['.', ')']).filter(|_| rest.len() < line.len())
    };
    line.strip_prefix(['-', '*', '+']).or_else(numbered)?.strip_prefix(' ')
}

/// A sentence ends with its mark before a space and a capital, and with a semicolon.
fn split(block: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut sentence = Vec::new();
    let mut words = block.split_whitespace().peekable();
    while let Some(word) = words.next() {
        sentence.push(word);
        let bare = word.trim_end_matches(['"', '”', '’', ')', '*', '_']);
        let begins = words.peek().is_none_or(|next| !next.starts_with(char::is_lowercase));
        if bare.ends_with(';') || bare.ends_with(['.', '!', '?', ':']) && begins {
            all.push(std::mem::take(&mut sentence).join(" "));
        }
    }
    if !sentence.is_empty() {
        all.push(sentence.join(" "));
    }
    all
}

/// How many words a sentence has.
pub(super) fn length(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::{length, of};

    #[test]
    fn sentences_of_paragraphs_and_lists() {
        let text =
            "Een zin\nover twee regels. Nog een, o.a. deze!\n\n- een punt;\n- nog een\n1. en een\n\n| a | b |\n\nKlaar";
        let all = ["Een zin over twee regels.", "Nog een, o.a. deze!", "een punt;", "nog een", "en een", "Klaar"];
        assert_eq!(of(text), all);
        assert_eq!(length("Een – zin, van 4 woorden."), 5);
        assert!(of("```\ncode\n```").is_empty());
    }
}
