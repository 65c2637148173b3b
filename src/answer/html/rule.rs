//! One rule of a style sheet: for which elements it holds, or may.

use html5gum::emitters::default::StartTag;

use super::attributes::attribute;
use super::style::{Declaration, MASK, parts};

/// What counts only while the reader does something there.
const STATES: [&str; 3] = [":hover", ":active", ":focus"];
/// What stands beside the words of an element.
const BESIDE: [&str; 6] = [":before", ":after", "::before", "::after", "::marker", "::selection"];
/// What is said of the elements that fit.
#[derive(Debug, Clone, Default)]
pub(super) struct Rule {
    /// The attributes that it asks for, with what must be in them.
    attributes: Vec<(String, String)>,
    element: Option<String>,
    classes: Vec<String>,
    id: Option<String>,
    /// It holds for every element that fits, in every program; else it may hold.
    sure: bool,
    pub style: Vec<Declaration>,
}

impl Rule {
    /// The rule of one selector, by the element at its end. Where it depends on more than that, it may hold.
    pub(super) fn of(selector: &str, style: &[Declaration]) -> Option<Self> {
        let lower = selector.to_lowercase();
        let flat = !lower.contains('(');
        if flat && STATES.iter().any(|state| lower.contains(state)) {
            return None;
        }
        let is_beside = flat && BESIDE.iter().any(|end| lower.ends_with(end));
        let says =
            |it: &Declaration| it.name == "content" && it.value.contains(|c: char| c.is_alphanumeric() || c == MASK);
        if is_beside && !style.iter().any(says) {
            return None;
        }
        let steps = parts(selector, &[' ', '\n', '\r', '\t', '>', '+', '~']);
        let mut rule = Self { sure: steps.len() == 1, style: style.to_vec(), ..Self::default() };
        let is_escaped = selector.contains('\\');
        if is_escaped && steps.len() > 1 || !rule.asks(steps.last()?) {
            rule = Self { style: rule.style, ..Self::default() };
        }
        Some(rule)
    }

    /// Takes what the selector of one element asks for; says whether it is understood.
    fn asks(&mut self, selector: &str) -> bool {
        let mut rest = selector;
        while let Some(kind) = rest.chars().next() {
            let own = usize::from(matches!(kind, '.' | '#' | ':'));
            let end = end_of(rest, kind);
            let name = &rest[own..end];
            let is_name = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
            match kind {
                '[' | ':' => self.sure = false,
                '*' if name == "*" => {}
                '.' | '#' if !is_name => {
                    // letters written by their numbers: of which class or name, is not read
                    self.sure = false;
                    self.attributes.push((if kind == '.' { "class" } else { "id" }.to_owned(), String::new()));
                }
                _ if !is_name => return false,
                '#' => self.id = Some(name.to_owned()),
                '.' => self.classes.push(name.to_owned()),
                _ => self.element = Some(name.to_lowercase()),
            }
            if kind == '[' {
                self.attributes.extend(asked(name));
            }
            rest = &rest[end..];
        }
        true
    }

    /// Whether it holds for an element, or may; nothing when it does not.
    pub(super) fn fits(&self, name: &str, classes: &str, id: &str, tag: &StartTag<()>) -> Option<bool> {
        let mut sure = self.sure;
        // some programs do not tell small letters from capitals here
        let mut like = |own: &str, wanted: &str| {
            sure &= own == wanted || !own.eq_ignore_ascii_case(wanted);
            own.eq_ignore_ascii_case(wanted)
        };
        let fits = self.element.as_ref().is_none_or(|element| element == name)
            && self.id.as_ref().is_none_or(|wanted| like(id, wanted))
            && self.classes.iter().all(|wanted| classes.split_whitespace().any(|own| like(own, wanted)))
            && self.attributes.iter().all(|(name, wanted)| {
                attribute(tag, name).is_some_and(|it| it.to_lowercase().contains(wanted.as_str()))
            });
        fits.then_some(sure)
    }
}

/// What `[name="value"]` asks: the name, and what must be in the value, whatever the sign between them says.
fn asked(part: &str) -> Option<(String, String)> {
    let part = part.trim_matches(['[', ']']).to_lowercase();
    let end = part.find(['=', '~', '^', '|', '$', '*']).unwrap_or(part.len());
    let words = part[end..].trim_start_matches(['=', '~', '^', '|', '$', '*', ' ']);
    let inside = match words.split_once(['"', '\'']) {
        Some(("", rest)) => rest.split(['"', '\'']).next().unwrap_or_default(),
        _ => words.split(' ').next().unwrap_or_default(),
    };
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    let name = part[..end].trim().to_owned();
    let known = inside.chars().all(is_plain) && name.chars().all(is_plain);
    Some((name, inside.to_owned())).filter(|(name, _)| known && !name.is_empty())
}

/// Where one thing ends that a selector asks for.
fn end_of(rest: &str, kind: char) -> usize {
    let own = rest.find(|c| !matches!(c, '.' | '#' | ':')).unwrap_or(rest.len());
    match kind {
        '[' => rest.find(']').map_or(rest.len(), |at| at + 1),
        ':' if rest.contains('(') => rest.len(),
        _ => rest[own..].find(['.', '#', ':', '[']).map_or(rest.len(), |at| at + own),
    }
}
