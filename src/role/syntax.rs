//! How a role is written: in a template, and in the text that a template makes.

use std::borrow::Cow;

use super::Role;
use crate::word::Word as _;

/// Opens a role in a template.
const WRITTEN: &str = "{.";

/// Opens a role in the text of a template. It is as long as `{.`, so that places in a template stay what they are, and no
/// text of a user holds it: see [`crate::render::escape`].
const OPEN: &str = "{\u{1}";

/// What looks like a role in a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written<'t> {
    /// Where it begins, in bytes.
    pub at: usize,
    /// The whole of it: an accolade and a dot, up to the accolade that closes it or the end of the line.
    pub text: &'t str,
}

impl<'t> Written<'t> {
    /// Its name, where it is written as a role is; there may be no role of that name.
    #[must_use]
    pub fn name(self) -> Option<&'t str> {
        let name = self.text.strip_prefix(WRITTEN)?.strip_suffix('}')?;
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        is_name.then_some(name)
    }

    /// Whether its name comes from a value, as in `{.{{ punt.kleur }}}`.
    #[must_use]
    pub fn is_of_a_value(self) -> bool {
        self.text.starts_with("{.{{") && self.text.ends_with("}}}")
    }
}

/// All that looks like a role in a template.
pub fn written(template: &str) -> impl Iterator<Item = Written<'_>> {
    template.match_indices('{').filter_map(|(at, _)| {
        let rest = &template[at..];
        let is_double = template[..at].ends_with('{') || rest.starts_with("{{");
        let looks = !is_double && rest[1..].trim_start_matches([' ', '\t']).starts_with('.');
        let line = rest.lines().next().unwrap_or_default();
        let close = if line.starts_with("{.{{") { "}}}" } else { "}" };
        let end = line.find(close).map_or(line.len(), |end| end + close.len());
        looks.then(|| Written { at, text: line[..end].trim_end() })
    })
}

/// The text of a template with its roles marked, so that they can be told from what a user writes.
#[must_use]
pub fn marked(template: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    for role in written(template).filter(|role| role.name().is_some() || role.is_of_a_value()) {
        out.extend([&template[from..role.at], OPEN]);
        from = role.at + WRITTEN.len();
    }
    if from == 0 {
        return template.into();
    }
    out.push_str(&template[from..]);
    out.into()
}

/// A role in the text that a template made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Marked<'t> {
    /// The role; nothing when there is none of that name.
    pub(crate) role: Option<Role>,
    /// What stands before it.
    pub(crate) before: &'t str,
    /// What follows it.
    pub(crate) after: &'t str,
}

/// The first role in the text that a template made.
pub(crate) fn next(text: &str) -> Option<Marked<'_>> {
    let (before, rest) = text.split_once(OPEN)?;
    let (name, after) = rest.split_once('}')?;
    Some(Marked { role: Role::of(name), before, after })
}

/// The lines of the text that a template made in which a role stands.
pub(crate) fn lines(text: &str, role: Role) -> impl Iterator<Item = &str> {
    let roles = |line| std::iter::successors(next(line), |marked| next(marked.after));
    text.lines().filter(move |line| roles(line).any(|marked| marked.role == Some(role)))
}

/// A text without its roles, and without what is for a screen alone; a line with nothing but a role becomes a blank one.
#[must_use]
pub fn without(text: &str) -> Cow<'_, str> {
    if !text.contains(OPEN) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(Marked { role, before, after }) = next(rest) {
        let is_apart = after.is_empty() || after.starts_with(['\n', '\r', ' ']);
        out.push_str(if is_apart { before.trim_end_matches(' ') } else { before });
        rest = if role == Some(Role::Screen) { after.find("\n\n").map_or("", |end| &after[end..]) } else { after };
    }
    out.push_str(rest);
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_shows_no_role() {
        let template = "# Agenda {.soort} {{ overleg }}\n\n### Gevraagd {.gevraagd}\n\n{.feiten}\n- **Datum:** {{ dag }}\n\
                        - **Ja**{.voor} van {. ons } {.{{ kleur }}}\n";
        let marked = marked(template);
        assert_eq!(marked.len(), template.len());
        let expected = "# Agenda {{ overleg }}\n\n### Gevraagd\n\n\n- **Datum:** {{ dag }}\n- **Ja** van {. ons }\n";
        assert_eq!(without(&marked.replace("{{ kleur }}", "open")), expected);
        let named: Vec<&str> = written(template).filter_map(Written::name).collect();
        assert_eq!(named, ["soort", "gevraagd", "feiten", "voor"]);
    }
}
