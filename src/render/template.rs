//! View and template to Markdown with placeholders: the only place that knows tera.
//!
//! The built-in templates are in the program under `ingebouwd/`. A template of the dossier with the same name comes
//! before it, and may extend it: `{% extends "ingebouwd/agenda.md" %}`.

use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::Arc;

use tera::{Context, Tera};

use super::words::{self, Text, Words};
use super::{letter, tree};
use crate::answer::Choices;
use crate::paper::{Bijgevoegd, Document, Field, View};
use crate::role;

mod bounded;
mod built_in;
mod choices;
mod fault;
mod roles;
mod short;

use built_in::needed;
pub use built_in::{BUILT_IN, PREFIX};
pub use fault::TemplateFault;
pub use roles::{Belongs, Lacking, lacking};

/// The templates, parsed and checked.
pub struct Templates {
    tera: Tera,
    /// Those of plain text (`.txt`), in which other things have to be escaped.
    letters: Tera,
    /// The words that all papers share.
    words: Arc<Words>,
    /// The templates of the dossier of which a form is made, by name.
    own_form: Vec<(String, String)>,
}

impl std::fmt::Debug for Templates {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        to.debug_struct("Templates").finish_non_exhaustive()
    }
}

impl Templates {
    /// Parses the built-in templates and those of the dossier (file name and text), which come first.
    ///
    /// # Errors
    ///
    /// When a template of the dossier has a fault.
    pub fn load(overrides: &[(String, String)]) -> Result<Self, TemplateFault> {
        Self::parse(overrides, |_| true)
    }

    /// The same for these documents alone: their templates and what those include or extend. It costs a quarter.
    ///
    /// # Errors
    ///
    /// When one of the templates has a fault.
    pub fn load_for(documents: &[&str], overrides: &[(String, String)]) -> Result<Self, TemplateFault> {
        let needed = needed(documents, overrides);
        Self::parse(overrides, |name| name == words::TEMPLATE || needed.contains(&name))
    }

    fn parse(overrides: &[(String, String)], wanted: impl Fn(&str) -> bool) -> Result<Self, TemplateFault> {
        if let Some(fault) = roles::unknown(overrides) {
            return Err(fault);
        }
        let built_in = BUILT_IN.iter().map(|(name, text)| (format!("{PREFIX}{name}"), *text));
        let own = overrides.iter().map(|(name, text)| (name.clone(), text.as_str()));
        let chosen = built_in
            .chain(own)
            .map(|(name, text)| (name, role::marked(text)))
            .filter(|(name, _)| wanted(name.strip_prefix(PREFIX).unwrap_or(name)));
        let (letters, papers): (Vec<_>, Vec<_>) = chosen.partition(|(name, _)| is_letter(name));
        let engine = |ending: &'static str, escape: tera::EscapeFn, templates: Vec<(String, Cow<'_, str>)>| {
            let mut tera = Tera::new();
            tera.autoescape_on([ending]);
            tera.set_escape_fn(escape);
            tera.register_function("range", bounded::range);
            let added = tera.set_fallback_prefixes([PREFIX]).and_then(|()| tera.add_raw_templates(templates));
            added.map(|()| tera).map_err(|error| TemplateFault::new(&error, overrides))
        };
        // whatever it includes can take something away from it
        let of_form = Document::form().map(|form| needed(&[form.name], overrides)).unwrap_or_default();
        let tera = engine(".md", escape, papers)?;
        Ok(Self {
            words: Arc::new(shared(&tera)?),
            tera,
            letters: engine(".txt", escape_letter, letters)?,
            own_form: overrides.iter().filter(|(name, _)| of_form.contains(&name.as_str())).cloned().collect(),
        })
    }

    /// Renders a view to Markdown in which its fields are still placeholders.
    ///
    /// # Errors
    ///
    /// When the template names what the view does not have, or leaves out what a form needs.
    pub fn render(&self, view: &View) -> Result<Text, TemplateFault> {
        let context = Context::from_serialize(&view.data).map_err(|error| TemplateFault::new(&error, &[]))?;
        let text = bounded::render(&self.tera, &format!("{}.md", view.template), &context)?;
        let text = self.with_words(short::explained(self.named(text)?, view, &self.words.abbreviations));
        self.unless_it_lacks(view, &text.text, |asks, choices| tree::lacking(&text, asks, choices))?;
        Ok(text)
    }

    /// What a template made, with the words that all papers share.
    #[must_use]
    pub fn with_words(&self, text: String) -> Text {
        Text { text, words: self.words.clone() }
    }

    /// Refuses a form of a template of the dossier that has left out what an answer needs: it would come back without.
    fn unless_it_lacks(
        &self,
        view: &View,
        text: &str,
        lacks: impl FnOnce((usize, usize), &Choices) -> Vec<String>,
    ) -> Result<(), TemplateFault> {
        let Some(((own, _), asks)) = self.own_form.first().zip(view.asks) else { return Ok(()) };
        let lacks = lacks(asks, &self.all_choices(text)?);
        if lacks.is_empty() { Ok(()) } else { Err(TemplateFault::lacks(own, "het formulier", &lacks)) }
    }

    /// Renders a view to the plain text of a mail with these papers, in which its fields are still placeholders; nothing when the document
    /// has no such template.
    ///
    /// # Errors
    ///
    /// When the template names what the view does not have, or leaves out what a form needs.
    pub fn letter(&self, view: &View, along: &Bijgevoegd) -> Result<Option<String>, TemplateFault> {
        let name = format!("{}.txt", view.template);
        if !self.letters.get_template_names().any(|known| known.strip_prefix(PREFIX).unwrap_or(known) == name) {
            return Ok(None);
        }
        let mut context = Context::from_serialize(&view.data).map_err(|error| TemplateFault::new(&error, &[]))?;
        context.insert("brief", &view.brief);
        context.insert("bijgevoegd", along);
        let text = bounded::render(&self.letters, &name, &context)?;
        let text = self.named(text)?;
        self.unless_it_lacks(view, &text, |asks, choices| letter::lacking(&text, asks, choices))?;
        Ok(Some(text))
    }

    /// The names at the top of a view that a template and its parts use; for the test that views offer what is used.
    ///
    /// # Errors
    ///
    /// When there is no such template.
    pub fn variables(&self, template: &str) -> Result<Vec<String>, TemplateFault> {
        let engine = if is_letter(template) { &self.letters } else { &self.tera };
        let found = engine.get_template_variables(template);
        let mut names: Vec<String> =
            found.map_err(|error| TemplateFault::new(&error, &[]))?.into_iter().map(str::to_owned).collect();
        names.sort();
        Ok(names)
    }
}

/// The words that all papers share, from their template.
fn shared(tera: &Tera) -> Result<Words, TemplateFault> {
    let text = bounded::render(tera, words::TEMPLATE, &Context::new())?;
    let ours = bounded::render(tera, &format!("{PREFIX}{}", words::TEMPLATE), &Context::new())?;
    Words::read(&text, &ours).map_err(|lacks| {
        let lacks: Vec<String> = lacks.iter().map(|name| format!("het woord `{name}`")).collect();
        TemplateFault::lacks(words::TEMPLATE, "de woorden", &lacks)
    })
}

/// Whether a template is of plain text.
fn is_letter(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending == "txt")
}

/// Escapes a text of a file; the placeholder of a field goes through as it is.
fn escape(text: &str, to: &mut dyn Write) -> io::Result<()> {
    if is_placeholder(text) {
        return to.write_all(text.as_bytes());
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    crate::render::escape::escape(text, &mut escaped);
    to.write_all(escaped.as_bytes())
}

/// The same for plain text: nothing in it can be taken for a mark or a box of a form.
fn escape_letter(text: &str, to: &mut dyn Write) -> io::Result<()> {
    if is_placeholder(text) {
        return to.write_all(text.as_bytes());
    }
    to.write_all(crate::render::letter::escaped(text).as_bytes())
}

/// Whether the text is the placeholder of a field and nothing else.
fn is_placeholder(text: &str) -> bool {
    let inner = text.strip_prefix(Field::OPEN).and_then(|rest| rest.strip_suffix(Field::CLOSE));
    inner.is_some_and(|index| !index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> TemplateFault {
        let own = [("agenda.md".to_owned(), text.to_owned())];
        match Templates::load(&own) {
            Err(fault) => fault,
            Ok(templates) => match templates.tera.render("agenda.md", &Context::new()) {
                Err(error) => TemplateFault::new(&error, &own),
                Ok(text) => unreachable!("{text}"),
            },
        }
    }

    #[test]
    fn the_built_in_templates_are_sound_and_can_be_extended() {
        assert!(Templates::load(&[]).is_ok());
        let own = "{% extends \"ingebouwd/agenda.md\" %}{% block voet %}Eigen voet{% endblock %}";
        assert!(Templates::load(&[("agenda.md".to_owned(), own.to_owned())]).is_ok());
    }

    #[test]
    fn no_fault_speaks_english() {
        let english = ["the", "is not", "Unable", "Invalid", "must", "expected", "missing", "Cannot", "argument `"];
        for text in [
            "{{ 1 / 0 }}",
            "{{ 'a' * 2 }}",
            "{{ 1 % 0 }}",
            "{{ 'a' < 1 }}",
            "{{ [1][0:'a'] }}",
            "{{ [1][::0] }}",
            "{{ 1 | upper }}",
            "{{ 'a' | replace }}",
            "{{ 'a' | replace(van='b') }}",
            "{{ 'a' | int }}",
            "{{ range() }}",
            "{{ range(end=1, step_by=0) }}",
            "{{ throw(message='x') }}",
            "{% for a, b in [1] %}{% endfor %}",
            "{{ 99999999999999999999999999999999999999999999 }}",
            "{{ 1.2.3 }}",
            "{{ {'a': b} }}",
            "{{ [[[[[1]]]]] + 1 }}",
            "{% block a %}{% endblock b %}",
            "{% include 5 %}",
            "{% set x %}",
            "{{ a.b.c }}",
            "{{ -'a' }}",
            "{{ not }}",
            "{{ 'a' ~ }}",
            "{{ 'a' is zomaar }}",
            "{{ 'a' is containing }}",
            "{{ 5 is starting_with('a') }}",
            "{{ <x }}",
            "{% include 'agenda.md' %}",
            "{% extends 'agenda.md' %}",
            "{% break %}",
            "{% for %}",
            "{{ x[y] }}",
            "{{ 'a'[5] }}",
        ] {
            let own = [("agenda.md".to_owned(), text.to_owned())];
            let fault = match Templates::load(&own) {
                Err(fault) => fault,
                Ok(templates) => match templates.tera.render("agenda.md", &Context::new()) {
                    Err(error) => TemplateFault::new(&error, &own),
                    Ok(_) => continue,
                },
            };
            let said = fault.to_string();
            assert!(english.iter().all(|word| !said.contains(word)), "{text}: {said}");
        }
    }

    #[test]
    fn a_fault_says_where_it_is_and_what_in_dutch() {
        let told = |text: &str| {
            let fault = fault(text);
            (fault.line, fault.column, fault.range.map(|range| text[range].to_owned()), fault.message)
        };
        let at = |line, column, part: &str, message: &str| {
            (Some(line), Some(column), Some(part.to_owned()), message.to_owned())
        };
        assert_eq!(told("één\n  {{ titl }}"), at(2, 6, "titl", "De naam `titl` bestaat hier niet."));
        assert_eq!(told("één {{ a | upp }}"), at(1, 12, "upp", "Het filter `upp` bestaat niet."));
        assert_eq!(
            told("{% extends \"ingebouwd/agenda.md\" %}{% block vot %}x{% endblock %}"),
            at(1, 45, "vot", "Het blok `vot` staat niet in het sjabloon dat u uitbreidt.")
        );
        assert_eq!(told("{% if x %}").3, "Het sjabloon houdt te vroeg op.");
        assert_eq!(fault("{% extends \"weg.md\" %}").message, "Het sjabloon `weg.md` bestaat niet.");
    }
}
