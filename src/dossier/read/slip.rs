//! Slips of the hand that toml cannot name: it sees a line that is no TOML, we see what was meant.

use super::meant;

/// What is wrong with a line `key = value`, and how to mend it.
pub(super) fn slip(line: &str) -> Option<(String, String)> {
    strange_space(line).or_else(|| comment(line)).or_else(|| {
        let Some((key, value)) = line.split_once('=') else { return colon(line) };
        let (key, value) = (key.trim(), value.trim());
        quotes(key, value).or_else(|| backslash(key, value)).or_else(|| bare(key, value))
    })
}

/// A space that is none to TOML, before a text begins.
fn strange_space(line: &str) -> Option<(String, String)> {
    let outside = line.split(['"', '\'', '#']).next().unwrap_or_default();
    let strange = |character: &char| {
        (!character.is_ascii() && character.is_whitespace())
            || matches!(character, '\u{200b}'..='\u{200d}' | '\u{feff}')
    };
    let found = outside.chars().find(strange)?;
    let message = format!(
        "Hier staat een spatie die TOML niet kent (U+{:04X}), uit Word of van een webpagina.",
        u32::from(found)
    );
    Some((message, "haal haar weg en typ een gewone spatie".to_owned()))
}

fn comment(line: &str) -> Option<(String, String)> {
    let mark = ["//", "--", "<!--", ";"].into_iter().find(|mark| line.trim_start().starts_with(mark))?;
    Some((format!("Een regel die met {mark} begint, kan hier niet."), "begin een opmerking met #".to_owned()))
}

/// `titel: "…"`, as YAML has it.
fn colon(line: &str) -> Option<(String, String)> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim();
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    let hint = format!("schrijf: {key} = {}", value.trim());
    is_key.then(|| ("Tussen de sleutel en de waarde hoort een =, geen dubbele punt.".to_owned(), hint))
}

/// A text that holds the mark that it stands between.
fn quotes(key: &str, value: &str) -> Option<(String, String)> {
    let (open, name, other) = match value.chars().next()? {
        '\'' => ('\'', "staat een '", '"'),
        '"' => ('"', "staan aanhalingstekens", '\''),
        _ => return None,
    };
    let inner = value.strip_prefix(open)?.strip_suffix(open)?;
    // a text of more lines, or a list of texts on one line
    let nested = inner.contains(open) && !inner.starts_with(open) && !inner.replace("\\\"", "").contains(['\\', other]);
    nested.then(|| {
        (format!("In deze tekst {name}, en daar eindigt zij."), format!("schrijf: {key} = {other}{inner}{other}"))
    })
}

/// A path as Windows has it, be it in a list.
fn backslash(key: &str, value: &str) -> Option<(String, String)> {
    let text = value.split('"').skip(1).step_by(2).find(|text| text.contains('\\'))?;
    let message = "In een tekst tussen \" betekent \\ iets anders.".to_owned();
    let is_path = key.ends_with("bestand") || value.contains("bestand");
    let drive = text.as_bytes().get(1) == Some(&b':');
    let hint = match (is_path, drive) {
        (true, true) => "zet het bestand in de map van de vergadering en schrijf: bestand = \"stukken/…\"".to_owned(),
        (true, false) => format!("schrijf / in plaats van \\: \"{}\"", text.replace('\\', "/")),
        (false, _) => format!("schrijf de tekst tussen enkele aanhalingstekens: '{text}'"),
    };
    Some((message, hint))
}

/// A value without quotation marks.
fn bare(key: &str, value: &str) -> Option<(String, String)> {
    let value = value.split_once('#').map_or(value, |(value, _)| value).trim();
    if let Some(value) = value.strip_suffix([';', ',']).map(str::trim).filter(|value| !value.is_empty()) {
        let mark = if value.len() < 2 || !value.contains(' ') { value } else { return None };
        return Some(("Achter deze waarde staat een teken te veel.".to_owned(), format!("schrijf: {key} = {mark}")));
    }
    if let Some(date) = meant::date(value) {
        return Some(("Zo kan een datum hier niet staan.".to_owned(), format!("schrijf: {key} = {date}")));
    }
    if let Some(flag) = meant::flag(value) {
        return Some((
            format!("Het woord {value} kan hier niet zo staan."),
            format!(
                "schrijf true (ja) of false (nee): {key} = {flag}; een tekst staat tussen aanhalingstekens: \"{value}\""
            ),
        ));
    }
    let numeric = value.starts_with(|first: char| first.is_ascii_digit());
    if let Some(time) = meant::time(value).filter(|_| numeric && value.contains([':', '.', 'u', 'h'])) {
        return Some(("Zo kan een tijd hier niet staan.".to_owned(), format!("schrijf: {key} = {time}")));
    }
    if value.starts_with("24:00") {
        return Some(("Een dag loopt tot 23:59:59.".to_owned(), "schrijf 00:00:00 voor middernacht".to_owned()));
    }
    if numeric && value.split_once(':').is_some_and(|(hour, minute)| is_number(hour) && is_number(minute)) {
        return Some(("Deze tijd bestaat niet.".to_owned(), "kijk de uren en de minuten na".to_owned()));
    }
    if value.starts_with(char::is_alphabetic) && !value.contains(['"', '\'', '=', '[', '{', '\\']) {
        let message = "Deze tekst staat niet tussen aanhalingstekens.".to_owned();
        return Some((message, format!("schrijf: {key} = \"{value}\"")));
    }
    let number = meant::number(value)?;
    Some((
        "Zo kan een getal hier niet staan.".to_owned(),
        format!("schrijf een heel getal, zonder komma en zonder woord erachter: {key} = {number}"),
    ))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
