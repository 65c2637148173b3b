//! Roles in a template of the dossier: one that does not exist, and one that the built-in template gives to the same line.

use std::ops::Range;

use super::built_in::BUILT_IN;
use super::fault::TemplateFault;
use crate::dutch;
use crate::role::{Role, Written, written};
use crate::word::Word as _;

/// The first role that does not exist, or that is not written as one.
pub(super) fn unknown(overrides: &[(String, String)]) -> Option<TemplateFault> {
    overrides.iter().find_map(|(template, text)| {
        // with that a template would write a role of its own making
        let hidden = text.find('\u{1}').map(|at| Written { at, text: "\u{1}" });
        let Written { at, text: role } = hidden.or_else(|| written(text).find(|role| !is_role(*role)))?;
        let known: Vec<String> = Role::WORDS.iter().map(|word| format!("{{.{word}}}")).collect();
        let known = dutch::list(&known).unwrap_or_default();
        let message = format!("De rol {} bestaat niet.", crate::visible::line(role));
        let hint = format!(
            "Een rol is een woord tussen accolades, met een punt ervoor en zonder spaties. Wel bestaan: {known}."
        );
        let fault = TemplateFault::at(template, text, at..at + role.len(), message);
        Some(TemplateFault { hint: Some(hint), ..fault })
    })
}

/// Whether it is one: of the table, or of a value.
fn is_role(role: Written<'_>) -> bool {
    // a value of ours: a text of a user is no role
    role.is_of_a_value() && role.text.ends_with(".kleur }}}")
        || role.name().is_some_and(|name| Role::of(name).is_some())
}

/// A line of a template to which the built-in one of that name gives a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// Its bytes.
    pub place: Range<usize>,
    /// The role.
    pub role: &'static str,
    /// Where the role belongs.
    pub belongs: Belongs,
}

/// Where a role belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belongs {
    /// On a line above.
    Above,
    /// At the end of the line.
    Behind,
    /// In the line, behind the words that it is about, as in this line of the built-in template.
    Within(&'static str),
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
            let where_it_is = if anchor.belongs == Belongs::Above { before } else { text };
            let has = where_it_is.contains(&format!("{{.{}}}", anchor.role));
            !has && if anchor.starts { behind_tags(text).starts_with(&anchor.text) } else { text == anchor.text }
        });
        if let Some(Anchor { role, belongs, .. }) = lacks {
            let from = at + (line.len() - line.trim_start().len());
            found.push(Lacking { place: from..from + text.len(), role, belongs: *belongs });
        }
        at += line.len();
        before = if text.is_empty() { before } else { text };
    }
    found
}

/// A line without the tags of the template language that open it.
fn behind_tags(line: &str) -> &str {
    let mut rest = line;
    while let Some((_, behind)) = rest.strip_prefix("{%").and_then(|tag| tag.split_once("%}")) {
        rest = behind.trim_start();
    }
    rest
}

/// A line of a built-in template that has a role.
struct Anchor {
    /// It without the role; of a notice and of a title the start, which is what tells it.
    text: String,
    starts: bool,
    role: &'static str,
    belongs: Belongs,
}

fn anchors(template: &'static str) -> impl Iterator<Item = Anchor> {
    let lines: Vec<&str> = template.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let next = lines.clone().into_iter().skip(1).chain([""]);
    lines.into_iter().zip(next).filter_map(|(line, next)| {
        let role = written(line).find_map(Written::name)?;
        let mark = format!("{{.{role}}}");
        if role == Role::Kind.word() {
            return Some(Anchor { text: "# ".to_owned(), starts: true, role, belongs: Belongs::Within(line) });
        }
        if line != mark {
            let text = line.replace(&format!(" {mark}"), "");
            return Some(Anchor { text, starts: false, role, belongs: Belongs::Behind });
        }
        let end = next.find(".**").filter(|_| next.starts_with("> **"));
        let text = next[..end.map_or(next.len(), |end| end + 3)].to_owned();
        Some(Anchor { text, starts: end.is_some(), role, belongs: Belongs::Above })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_built_in_template_lacks_no_role_and_each_without_roles_does() {
        for &(name, text) in BUILT_IN.iter() {
            assert_eq!(lacking(name, text), [], "{name}");
            assert_eq!(unknown(&[(name.to_owned(), text.to_owned())]), None, "{name}");
            let roles: Vec<&str> = written(text).filter_map(Written::name).collect();
            let old = roles.iter().fold(text.to_owned(), |text, role| text.replace(&format!("{{.{role}}}"), ""));
            let says_nothing = roles.is_empty() || super::super::is_letter(name);
            assert_eq!(lacking(name, &old).is_empty(), says_nothing, "{name}");
        }
    }
}
