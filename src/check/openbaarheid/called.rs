//! Names of people behind a form of address: *mevrouw Jansen*, *dhr. A. de Vries*.

use std::ops::Range;

/// How one speaks of somebody; *heer* only behind *de*, so that it is nobody's lord.
const ADDRESSES: [&str; 9] = ["mevrouw", "mevr", "mevr.", "mw", "mw.", "meneer", "mijnheer", "dhr", "dhr."];
const AFTER_ARTICLE: [&str; 3] = ["heer", "heren", "dames"];

/// Between first name and surname.
const BETWEEN: [&str; 19] = [
    "van", "de", "der", "den", "het", "'t", "’t", "ten", "ter", "te", "in", "op", "aan", "bij", "la", "von", "el",
    "v.d.", "d.",
];

/// Who governs, and may be named.
const OFFICES: [&str; 8] = [
    "wethouder",
    "burgemeester",
    "gedeputeerde",
    "minister",
    "staatssecretaris",
    "commissaris",
    "voorzitter",
    "bestuurder",
];

/// What is called after somebody.
const PLACES: [&str; 16] = [
    "hotel",
    "restaurant",
    "school",
    "college",
    "zaal",
    "stichting",
    "fonds",
    "prijs",
    "straat",
    "plein",
    "laan",
    "weg",
    "hof",
    "gebouw",
    "theater",
    "park",
];

/// A word of a text, and where it stands in it.
type Word<'a> = (usize, &'a str);

/// Where people are called by name behind a form of address, with that; not who is said to govern.
pub(super) fn called(text: &str) -> impl Iterator<Item = Range<usize>> {
    let words: Vec<Word> = words(text).collect();
    (0..words.len()).filter_map(move |at| name_at(&words, at))
}

/// The words of a text, without the signs around them.
fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let around = |c: char| matches!(c, '(' | '[' | '"' | '“' | '”' | '‘' | '*' | '_' | '/');
    text.split(move |c: char| c.is_whitespace() || around(c))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

fn bare(word: &str) -> &str {
    word.trim_end_matches(|c: char| !c.is_alphanumeric())
}

fn is_of(word: &str, all: &[&str]) -> bool {
    all.contains(&word.to_lowercase().as_str())
}

/// The name of a person whose form of address is this word.
fn name_at(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let before = at.checked_sub(1).map(|before| words[before].1);
    let (start, address) = words[at];
    let after_article =
        is_of(address, &AFTER_ARTICLE) && before.is_some_and(|word| is_of(word, &["de", "geachte", "beste"]));
    let watts = !address.contains(char::is_lowercase);
    if watts || !(is_of(address, &ADDRESSES) || after_article) {
        return None;
    }
    let name = run(&words[at + 1..]);
    let (last_start, last) = *name.iter().rfind(|(_, word)| is_capitalised(bare(word)))?;
    let office = |word: &&str| is_of(bare(word), &OFFICES);
    let behind = words[at + 1 + name.len()..].iter().take(2).map(|(_, word)| *word);
    let governs =
        before.iter().copied().chain(name.iter().map(|(_, word)| *word)).chain(behind).any(|word| office(&word));
    let is_place = |word: &str| {
        PLACES
            .iter()
            .any(|place| bare(word).to_lowercase().ends_with(place) && !is_of(bare(word), &["laan", "hof", "weg"]))
    };
    let place = name.iter().any(|(_, word)| is_place(word));
    (!governs && !place).then(|| start..last_start + bare(last).len())
}

/// The words of a name from the first one on: initials, names, and what stands between them.
fn run<'a, 'w>(words: &'w [Word<'a>]) -> &'w [Word<'a>] {
    let mut length = 0;
    for (_, word) in words {
        let initials = word.ends_with('.')
            && word.split_terminator('.').all(|letter| letter.chars().count() == 1 && is_capital(letter));
        if !(initials || is_of(word, &BETWEEN) || is_capitalised(bare(word))) {
            break;
        }
        length += 1;
        if !initials && !is_of(word, &BETWEEN) && bare(word).len() < word.len() {
            break;
        }
    }
    &words[..length]
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// `Jansen`, `De`, `Smit-Bakker`; not an abbreviation.
fn is_capitalised(word: &str) -> bool {
    is_capital(word) && word.chars().skip(1).any(char::is_lowercase) && !is_of(word, &BETWEEN)
}

/// The last name in a text, in small letters and without what stands between it and a first name.
pub(super) fn surname(text: &str) -> String {
    text.split_whitespace().next_back().map(|word| bare(word).to_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::called;

    fn first(text: &str) -> Option<&str> {
        called(text).next().map(|range| &text[range])
    }

    #[test]
    fn people_are_called_by_their_names() {
        let named = [
            ("Mevrouw Jansen licht het toe.", "Mevrouw Jansen"),
            ("Vraag het dhr. De Vries, of bel.", "dhr. De Vries"),
            ("Met dank aan de heer A.B. van der Berg!", "heer A.B. van der Berg"),
            ("(mw. Anna Smit-Bakker)", "mw. Anna Smit-Bakker"),
            ("Geachte heer/mevrouw Pietersen,", "mevrouw Pietersen"),
            ("De heer Van der Laan spreekt.", "heer Van der Laan"),
            ("de heren Jansen en Smit", "heren Jansen"),
        ];
        for (text, name) in named {
            assert_eq!(first(text), Some(name), "{text}");
        }
    }

    #[test]
    fn functions_places_and_who_governs_are_no_names() {
        let fine = [
            "wethouder Economie",
            "wethouder Smit",
            "mevrouw de voorzitter",
            "Mevrouw De Voorzitter",
            "Geachte heer/mevrouw,",
            "Dames en heren",
            "de heer Van der Valk Hotel",
            "een park van 5 MW Zon",
            "5 mw. is weinig",
            "5 MW. Zon",
            "de heer en mevrouw",
            "de Heer des huizes",
            "wethouder mevrouw Jansen",
            "mevrouw Jansen, wethouder van Leiden",
            "mevrouw Jansen (wethouder)",
            "Mevrouw Jansenstraat 5",
            "heer Jansen",
            "De Heer Hugowaard College",
            "mevrouw UWV",
        ];
        for text in fine {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
