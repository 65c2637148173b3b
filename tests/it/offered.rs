//! What templates name is offered by the views of their document, down to the last name; and nothing is offered in vain.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use beraad::dossier::load::load;
use beraad::dossier::resolve::resolve;
use beraad::model::MeetingId;
use beraad::paper::{Achtergebleven, Asking, Bijgevoegd, Choice, DOCUMENTS, Scope};
use beraad::render::template::{BUILT_IN, PREFIX};
use chrono::NaiveDate;
use serde_json::Value;
use tera::{Context, Tera};

use super::examples;
use super::keys::laid;

/// In so many views a name that says something would have said it.
const ENOUGH: usize = 400;

/// The names from the top of a view to a value; what stands in a list is in `[]`.
type Way = Vec<String>;

/// What a mail says of papers that do not go along with it.
fn left_behind() -> Bijgevoegd {
    let paper = || vec![Achtergebleven { nummer: "1.1".into(), titel: "Stuk".into(), grootte: "31,0 MB".into() }];
    Bijgevoegd { aantal: 1, te_groot: paper(), ontbreekt: paper() }
}

/// What the views of each document hold, in all dossiers.
fn views(dossiers: &[(PathBuf, NaiveDate)]) -> BTreeMap<&'static str, Vec<Value>> {
    let (mut all, mut seen) = (BTreeMap::<_, Vec<Value>>::new(), BTreeSet::new());
    for (folder, today) in dossiers {
        let mut region = resolve(&load(folder).unwrap()).region;
        region.forget_after(*today);
        let ids = (0..region.meetings.len()).map(|at| Some(MeetingId(at)));
        let meetings: Vec<_> = ids.chain([None]).collect();
        for document in &DOCUMENTS {
            let all = all.entry(document.name).or_default();
            for meeting in meetings.iter().filter(|meeting| meeting.is_none() == document.from.is_overview()) {
                let scope = Scope::new(&region, *today, *meeting);
                let inside = document.inside.is_some().then_some(Scope { inside: true, ..scope });
                let others = if document.has(Choice::Needed) { &[Asking::Needed, Asking::Reminder][..] } else { &[] };
                let others = others.iter().map(|asking| Scope { asking: *asking, ..scope });
                let scopes: Vec<_> = [scope].into_iter().chain(inside).chain(others).collect();
                let views = scopes.iter().filter_map(|scope| document.compose(scope).ok()).flatten();
                let views = views.map(|view| {
                    let mut value = serde_json::to_value(&view.data).unwrap();
                    value["brief"] = serde_json::to_value(&view.brief).unwrap();
                    value["bijgevoegd"] = serde_json::to_value(left_behind()).unwrap();
                    value
                });
                all.extend(views.filter(|view| seen.insert((document.name, view.to_string()))));
            }
        }
    }
    // those that say most come first
    for views in all.values_mut() {
        views.sort_by_cached_key(|view| Reverse(view.to_string().len()));
    }
    all
}

/// All ways in a value, those to nothing too.
fn ways(value: &Value, above: &Way, out: &mut BTreeSet<Way>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let way = [above.as_slice(), std::slice::from_ref(name)].concat();
                ways(value, &way, out);
                out.insert(way);
            }
        }
        Value::Array(items) => {
            let way = [above.as_slice(), &["[]".to_owned()]].concat();
            for item in items {
                ways(item, &way, out);
            }
            out.insert(way);
        }
        _ => {}
    }
}

/// The words of a template between its braces, each piece apart.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{']) {
        let (close, skip) = match rest[at..].get(..2) {
            Some("{{") => ("}}", 2),
            Some("{%") => ("%}", 2),
            Some("{#") => ("#}", 2),
            _ => {
                rest = &rest[at + 1..];
                continue;
            }
        };
        let end = rest[at..].find(close).map_or(rest.len(), |end| at + end);
        if close != "#}" {
            out.push(rest[at + skip..end].trim_matches(['-', ' ', '\n']));
        }
        rest = rest.get(end + 2..).unwrap_or_default();
    }
    out
}

/// The names in an expression: chains of words with dots; no texts, no filters, no words of the language.
fn chains(expression: &str) -> Vec<Way> {
    const WORDS: [&str; 14] =
        ["none", "defined", "and", "or", "not", "in", "is", "if", "else", "elif", "endif", "true", "false", "ignore"];
    let mut bare = String::new();
    for (at, part) in expression.split('"').enumerate() {
        bare.push_str(if at % 2 == 0 { part } else { " " });
    }
    let mut chains = Vec::new();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let mut before = ' ';
    let mut rest = bare.as_str();
    while let Some(at) = rest.find(is_name) {
        before = rest[..at].trim_end().chars().last().unwrap_or(if at == 0 { before } else { ' ' });
        let end = rest[at..].find(|c| !is_name(c)).map_or(rest.len(), |end| at + end);
        let (word, after) = (&rest[at..end], &rest[end..]);
        let is_other =
            before == '|' || after.starts_with(['(', '=']) && !after.starts_with("==") || WORDS.contains(&word);
        if !is_other && !word.starts_with(|c: char| c.is_ascii_digit()) {
            chains.push(word.split('.').map(str::to_owned).collect());
        }
        before = 'x';
        rest = after;
    }
    chains
}

/// A reader of templates: what its names stand for, and the ways that it names.
struct Reader {
    names: BTreeMap<String, Option<Way>>,
    used: BTreeSet<Way>,
}

impl Reader {
    /// The way that a chain of names means; nothing for what the template made itself.
    fn way(&self, chain: &Way) -> Option<Way> {
        let (first, rest) = chain.split_first()?;
        match self.names.get(first) {
            Some(known) => known.as_ref().map(|known| [known.as_slice(), rest].concat()),
            None => Some(chain.clone()),
        }
    }

    fn of(template: &str) -> BTreeSet<Way> {
        let mut reader = Self { names: BTreeMap::new(), used: BTreeSet::new() };
        reader.read(template);
        reader.used
    }

    fn read(&mut self, template: &str) {
        let text = BUILT_IN.iter().find(|(name, _)| *name == template).unwrap_or_else(|| panic!("{template}")).1;
        for piece in pieces(text) {
            let (word, rest) = piece.split_once(' ').unwrap_or((piece, ""));
            match word {
                "include" | "extends" => self.read(rest.trim_matches('"')),
                "block" | "endblock" | "endfor" | "else" | "endif" => {}
                "for" => {
                    let (name, list) = rest.split_once(" in ").unwrap();
                    self.name(name, list, true);
                }
                "set" | "set_global" => {
                    let (name, value) = rest.split_once('=').unwrap();
                    self.name(name, value, false);
                }
                _ => {
                    let of_if = piece.strip_prefix("elif ").or_else(|| piece.strip_prefix("if ")).unwrap_or(piece);
                    self.take(of_if);
                }
            }
        }
    }

    fn take(&mut self, expression: &str) {
        let ways: Vec<Way> = chains(expression).iter().filter_map(|chain| self.way(chain)).collect();
        self.used.extend(ways.into_iter().filter(|way| way[0] != "loop"));
    }

    fn name(&mut self, name: &str, value: &str, is_list: bool) {
        self.take(value);
        let only = chains(value);
        let is_plain = only.len() == 1 && value.trim() == only[0].join(".");
        let way = only.first().filter(|_| is_plain).and_then(|chain| self.way(chain));
        let way = way.map(|way| if is_list { [way, vec!["[]".to_owned()]].concat() } else { way });
        self.names.insert(name.trim().to_owned(), way);
    }
}

fn templates(document: &str) -> Vec<String> {
    let both = [format!("{document}.md"), format!("{document}.txt")];
    both.into_iter().filter(|name| BUILT_IN.iter().any(|(known, _)| known == name)).collect()
}

fn engine() -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on([""; 0]);
    tera.set_fallback_prefixes([PREFIX]).unwrap();
    tera.add_raw_templates(BUILT_IN.iter().map(|(name, text)| (format!("{PREFIX}{name}"), *text))).unwrap();
    tera
}

/// What a document says of a view; a fault is said as well.
fn said(tera: &Tera, templates: &[String], view: &Value) -> String {
    let context = Context::from_serialize(view).unwrap();
    templates.iter().map(|name| tera.render(name, &context).unwrap_or_else(|error| error.to_string())).collect()
}

/// The view with what stands on a way changed, wherever it stands; how it can be changed.
fn changed(view: &Value, way: &[String], how: usize) -> Option<Value> {
    let mut view = view.clone();
    change(&mut view, way, how).then_some(view)
}

fn change(value: &mut Value, way: &[String], how: usize) -> bool {
    let Some((first, rest)) = way.split_first() else {
        let other = match (&*value, how) {
            (Value::String(text), 0) => format!("{text}Q").into(),
            (Value::String(_), 1) => "".into(),
            (Value::Bool(is), 0) => (!is).into(),
            (Value::Number(number), 0) => (number.as_i64().unwrap_or_default() + 1).into(),
            (Value::Number(_), 1) => 0.into(),
            _ => return false,
        };
        *value = other;
        return true;
    };
    match value {
        Value::Object(fields) => fields.get_mut(first).is_some_and(|value| change(value, rest, how)),
        Value::Array(items) if first == "[]" => {
            let changed: Vec<bool> = items.iter_mut().map(|item| change(item, rest, how)).collect();
            changed.contains(&true)
        }
        _ => false,
    }
}

fn dossiers() -> (Vec<tempfile::TempDir>, Vec<(PathBuf, NaiveDate)>) {
    let days = [(2025, 2, 1), (2025, 11, 27), (2026, 3, 1)]
        .map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
    let of_both = |(_, folder): (_, PathBuf)| days.map(|day| (folder.clone(), day));
    let mut all: Vec<_> = examples::dossiers().into_iter().flat_map(of_both).collect();
    let (places, days): (Vec<_>, Vec<_>) = laid().into_iter().unzip();
    all.extend(places.iter().map(|place| place.path().to_owned()).zip(days));
    (places, all)
}

#[test]
fn templates_name_what_is_offered_and_nothing_is_offered_in_vain() {
    let (_places, dossiers) = dossiers();
    let views = views(&dossiers);
    let mut wrong = Vec::new();
    for (name, views) in &views {
        let mut offered = BTreeSet::new();
        for view in views {
            ways(view, &Vec::new(), &mut offered);
        }
        let mut used = BTreeSet::new();
        for template in templates(name) {
            used.extend(Reader::of(&template));
        }
        // of what is empty everywhere nobody knows what it holds
        let is_known = |way: &Way| {
            offered.iter().any(|one| one.len() == way.len() && one[..way.len() - 1] == way[..way.len() - 1])
        };
        let unknown = used.difference(&offered).filter(|way| is_known(way));
        wrong.extend(unknown.map(|way| format!("{name} names {}", way.join("."))));
    }
    wrong.extend(in_vain(&views).into_iter().map(|name| format!("no document tells {name}")));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The names whose values change nothing in any document: parts that several share are told by some of them.
fn in_vain(views: &BTreeMap<&'static str, Vec<Value>>) -> Vec<String> {
    let tera = engine();
    let (mut open, mut told) = (BTreeSet::new(), BTreeSet::new());
    for (name, views) in views {
        let mut counts = BTreeMap::<String, usize>::new();
        let templates = templates(name);
        for view in views {
            let base = OnceCell::new();
            let base = || base.get_or_init(|| said(&tera, &templates, view));
            let mut offered = BTreeSet::new();
            ways(view, &Vec::new(), &mut offered);
            for way in offered {
                let last = way.iter().rfind(|name| *name != "[]").unwrap();
                let tried = counts.get(last).copied().unwrap_or_default();
                if told.contains(last) || tried > ENOUGH {
                    continue;
                }
                let others: Vec<Value> = (0..2).filter_map(|how| changed(view, &way, how)).collect();
                if others.iter().any(|view| said(&tera, &templates, view) != *base()) {
                    open.remove(last);
                    told.insert(last.clone());
                } else if !others.is_empty() {
                    counts.insert(last.clone(), tried + 1);
                    open.insert(last.clone());
                }
            }
        }
    }
    open.into_iter().collect()
}
