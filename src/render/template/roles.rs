//! Roles in a template of the dossier: one that does not exist, and one that the built-in template gives to the same line.

use std::ops::Range;

use super::built_in::BUILT_IN;
use super::fault::TemplateFault;
use crate::dutch;
use crate::render::role::{Role, named};
use crate::word::Word as _;

/// The first role that does not exist, or that is not written as one.
pub(super) fn unknown(overrides: &[(String, String)]) -> Option<TemplateFault> {
    overrides.iter().find_map(|(template, text)| {
        // with that a template would write a role of its own making
        let hidden = text.find('\u{1}').map(|at| (at, "\u{1}"));
        let (at, written) = hidden.or_else(|| braces(text).find(|(_, written)| !is_role(written)))?;
        let known: Vec<String> = Role::WORDS.iter().map(|word| format!("{{.{word}}}")).collect();
        let known = dutch::list(&known).unwrap_or_default();
        let message = format!("De rol {} bestaat niet.", crate::visible::line(written));
        let hint = format!(
            "Een rol is een woord tussen accolades, met een punt ervoor en zonder spaties. Wel bestaan: {known}."
        );
        let fault = TemplateFault::at(template, text, at..at + written.len(), message);
        Some(TemplateFault { hint: Some(hint), ..fault })
    })
}

/// What looks like a role, with its place: an accolade and a dot, up to the next accolade or the end of the line.
fn braces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices('{').filter_map(|(at, _)| {
        let rest = &text[at..];
        let is_double = text[..at].ends_with('{') || rest.starts_with("{{");
        let looks = !is_double && rest[1..].trim_start_matches([' ', '\t']).starts_with('.');
        let line = rest.lines().next().unwrap_or_default();
        let close = if line.starts_with("{.{{") { "}}}" } else { "}" };
        let end = line.find(close).map_or(line.len(), |end| end + close.len());
        looks.then(|| (at, line[..end].trim_end()))
    })
}

/// Whether it is one: of the table, or of a value.
fn is_role(written: &str) -> bool {
    let name = written.strip_prefix("{.").and_then(|rest| rest.strip_suffix('}'));
    // a value of ours: a text of a user is no role
    written.starts_with("{.{{") && written.ends_with(".kleur }}}") || name.is_some_and(|name| Role::of(name).is_some())
}

/// A line of a template to which the built-in one of that name gives a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// Its bytes.
    pub place: Range<usize>,
    /// The role.
    pub role: &'static str,
    /// The role stands on a line above it, not in it.
    pub above: bool,
}

/// The lines of a template of the dossier to which the built-in template of that name gives a role and this one does not: a
/// page would show them without their look, and a form without what it needs.
#[must_use]
pub fn lacking(name: &str, own: &str) -> Vec<Lacking> {
    // a letter has no look, and what its form needs is looked at by itself
    let ours = BUILT_IN.iter().find(|(known, _)| *known == name).filter(|_| !super::is_letter(name));
    let Some((_, built_in)) = ours else { return Vec::new() };
    let wanted: Vec<Anchor> = anchors(built_in).collect();
    let (mut at, mut before) = (0, "");
    let mut found = Vec::new();
    for line in own.split_inclusive('\n') {
        let text = line.trim();
        let lacks = wanted.iter().find(|anchor| {
            let has = if anchor.above { before } else { text }.contains(&format!("{{.{}}}", anchor.role));
            !has && if anchor.starts { text.starts_with(&anchor.text) } else { text == anchor.text }
        });
        if let Some(anchor) = lacks {
            let from = at + (line.len() - line.trim_start().len());
            found.push(Lacking { place: from..from + text.len(), role: anchor.role, above: anchor.above });
        }
        at += line.len();
        before = if text.is_empty() { before } else { text };
    }
    found
}

/// A line of a built-in template that has a role.
struct Anchor {
    /// It without the role; of a notice the start, which is what tells it.
    text: String,
    starts: bool,
    role: &'static str,
    above: bool,
}

fn anchors(template: &'static str) -> impl Iterator<Item = Anchor> {
    let lines: Vec<&str> = template.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let next = lines.clone().into_iter().skip(1).chain([""]);
    lines.into_iter().zip(next).filter_map(|(line, next)| {
        let (_, role) = named(line).next()?;
        let mark = format!("{{.{role}}}");
        if line != mark {
            return Some(Anchor { text: line.replace(&format!(" {mark}"), ""), starts: false, role, above: false });
        }
        let end = next.find(".**").filter(|_| next.starts_with("> **"));
        let text = next[..end.map_or(next.len(), |end| end + 3)].to_owned();
        Some(Anchor { text, starts: end.is_some(), role, above: true })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_built_in_template_lacks_no_role_and_each_without_roles_does() {
        for (name, text) in BUILT_IN {
            assert_eq!(lacking(name, text), [], "{name}");
            assert_eq!(unknown(&[(name.to_owned(), text.to_owned())]), None, "{name}");
            let roles: Vec<&str> = named(text).map(|(_, role)| role).collect();
            let old = roles.iter().fold(text.to_owned(), |text, role| text.replace(&format!("{{.{role}}}"), ""));
            let says_nothing = roles.is_empty() || super::super::is_letter(name);
            assert_eq!(lacking(name, &old).is_empty(), says_nothing, "{name}");
        }
    }
}
