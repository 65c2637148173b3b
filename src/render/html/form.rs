//! A form as HTML: what a reader fills in, and what an answer is saved with.

use std::fmt::Write as _;

use super::text;
use super::writer::Writer;
use crate::answer::{GOVERNING, Mark};
use crate::model::Support;
use crate::model::reply::{Field, Holds};
use crate::render::tree::{Asked, Asks, Blank, Choice, Decision, Form, Inline, Part, plain};
use crate::word::Word as _;

/// Behaviour of the form, the same for all.
pub(super) const SCRIPT: &str = include_str!("formulier/formulier.js");

impl Writer<'_> {
    /// The form, with what it asks in it.
    pub(super) fn form(&mut self, form: &Form, parts: &[Part]) {
        self.out.push_str("<form id=\"formulier\" autocomplete=\"off\" data-vergadering=\"");
        text::escape(&form.meeting, &mut self.out);
        self.out.push_str("\" data-partij=\"");
        text::escape(&form.party, &mut self.out);
        self.out.push_str("\">\n");
        self.above(form);
        if let Some(words) = &form.everything {
            self.out
                .push_str("<div class=\"snel\"><label class=\"vink\"><input type=\"checkbox\" id=\"alles\"> <span>");
            self.line(words);
            self.out.push_str("</span></label></div>\n");
        }
        self.parts(parts);
        self.below(form);
        self.out.push_str("</form>\n");
    }

    /// What stands above the first question.
    fn above(&mut self, form: &Form) {
        self.out.push_str("<p class=\"zonder-script\" id=\"zonder-script\">");
        self.say(form, "zonder-script");
        self.out.push_str("</p>\n<p id=\"met-script\" hidden>");
        self.say(form, "met-script");
        self.out.push_str("</p>\n<div class=\"mist\" id=\"mist\" role=\"alert\" tabindex=\"-1\" hidden></div>\n");
    }

    /// What stands below the last, and the texts that the script says.
    fn below(&mut self, form: &Form) {
        self.out.push_str(
            "<div class=\"bewaren\" id=\"bewaren\" hidden>\n\
             <progress id=\"balk\" value=\"0\" max=\"1\" aria-labelledby=\"stand\"></progress>\n\
             <p id=\"stand\"></p>\n<button type=\"submit\">",
        );
        self.say(form, "bewaren");
        self.out.push_str(
            "</button>\n</div>\n<p class=\"knoppen\" id=\"knoppen\" hidden>\
             <button type=\"button\" class=\"tweede\" id=\"kopieer\">",
        );
        self.say(form, "kopieren");
        self.out.push_str("</button> <button type=\"button\" class=\"tweede\" id=\"wissen\">");
        self.say(form, "wissen");
        self.out.push_str(
            "</button></p>\n<p class=\"klaar\" id=\"klaar\" role=\"status\"></p>\n\
             <div class=\"veld\" id=\"kopie\" hidden><label for=\"kopie-tekst\">",
        );
        self.say(form, "kopie");
        self.out.push_str("</label>\n<textarea id=\"kopie-tekst\" rows=\"8\" readonly></textarea></div>\n");
        self.spoken(form);
    }

    /// The words of a text.
    fn say(&mut self, form: &Form, name: &str) {
        if let Some((_, words)) = form.screen.iter().find(|(known, _)| known == name) {
            self.line(words);
        }
    }

    /// The texts for the script, which takes them from the page.
    fn spoken(&mut self, form: &Form) {
        self.out.push_str("<div id=\"teksten\" hidden>\n");
        for (name, words) in &form.screen {
            self.out.push_str("<span data-tekst=\"");
            text::escape(name, &mut self.out);
            self.out.push_str("\">");
            text::escape(&plain(words), &mut self.out);
            self.out.push_str("</span>\n");
        }
        self.out.push_str("</div>\n");
    }

    /// A field with its label.
    pub(super) fn blank(&mut self, blank: &Blank) {
        let (id, tag) = match &blank.asks {
            Asks::Input { item, seen } => {
                let mark = Mark::Item { item: item.clone(), seen: seen.clone() };
                let (id, tag) = of_item(Field::Input, &mark, item);
                (id, tag + &seen.as_ref().map(|seen| format!(" data-afdruk=\"{seen}\"")).unwrap_or_default())
            }
            Asks::Field { field, item: Some(item), .. } => of_item(*field, &Mark::Field(*field), item),
            Asks::Field { field, item: None, required } => of_whole(*field, *required),
            Asks::Other(at) => (format!("veld-{at}"), "<textarea rows=\"2\"".to_owned()),
        };
        let _ = write!(self.out, "<div class=\"veld\"><label for=\"{id}\">");
        self.line(&blank.label);
        let end = if tag.starts_with("<textarea") { "></textarea>" } else { ">" };
        let _ = writeln!(self.out, "</label>\n{tag} id=\"{id}\"{end}</div>");
    }

    /// A decision: a group of choices.
    pub(super) fn decision(&mut self, decision: &Decision) {
        let Decision { item, point, number, seen, .. } = decision;
        let treatment = decision.treatment.map(|it| format!(" data-behandeling=\"{}\"", it.in_one_word()));
        let named = decision.named.as_ref().map(|print| format!(" data-keuzes=\"{print}\""));
        let _ = write!(
            self.out,
            "<fieldset class=\"besluit\" data-punt=\"{item}\" data-nummer=\"{point}\" data-nr=\"{number}\" \
             data-afdruk=\"{seen}\"{}{}><legend><span class=\"nr\">{number}.</span> <span class=\"tekst\">",
            treatment.unwrap_or_default(),
            named.unwrap_or_default()
        );
        self.line(&decision.words);
        self.out.push_str("</span></legend>\n");
        let name = format!("{item}-{number}");
        for asked in &decision.asked {
            match asked {
                Asked::Choices(choices) => self.choices(choices, &name),
                Asked::Reason { label, .. } => self.reason(label, &name),
                Asked::Block(block) => self.block(block),
            }
        }
        self.out.push_str("</fieldset>\n");
    }

    fn choices(&mut self, choices: &[Choice], name: &str) {
        self.out.push_str("<div class=\"keuze\">\n");
        for (at, choice) in choices.iter().enumerate() {
            let value = choice.support.map_or("", Support::word);
            let asks = match choice.support {
                Some(Support::Yes) => " data-alles",
                Some(support) if support.asks_why() => " data-waarom",
                _ => "",
            };
            let _ = write!(
                self.out,
                "<label><input type=\"radio\" id=\"{name}-{at}\" name=\"{name}\" value=\"{value}\"{asks}> <span>"
            );
            self.line(&choice.words);
            self.out.push_str("</span></label>\n");
        }
        self.out.push_str("</div>\n");
    }

    fn reason(&mut self, label: &[Inline], name: &str) {
        let tag = tag(Field::Reason, &Mark::Field(Field::Reason));
        let _ = write!(self.out, "<div class=\"waarom\"><label for=\"{name}-reden\">");
        self.line(label);
        let _ = writeln!(self.out, "</label>\n{tag} id=\"{name}-reden\"></textarea></div>");
    }

    /// The box of a field of an item.
    pub(super) fn box_of(&mut self, field: Field, item: &str) {
        let (id, tag) = of_item(field, &Mark::Field(field), item);
        let _ = write!(self.out, "{tag} id=\"{id}\"");
    }
}

/// The name of a field of an item in the page, and how it begins.
fn of_item(field: Field, mark: &Mark, item: &str) -> (String, String) {
    (format!("{}-{item}", field.key()), format!("{} data-punt=\"{item}\"", tag(field, mark)))
}

/// The same of a field that a form has once.
fn of_whole(field: Field, required: bool) -> (String, String) {
    let required = if required { " required" } else { "" };
    let more = match field {
        Field::By => " required autocomplete=\"organization-title\"".to_owned(),
        Field::AgreedWith => format!(" data-besturen=\"{}\"", GOVERNING.join(" ")),
        _ => String::new(),
    };
    let id = field.mark().unwrap_or_default().to_owned();
    (id, format!("{}{required}{more}", tag(field, &Mark::Field(field))))
}

/// How a field begins: what somebody fills it in with; its key and its mark, with which the script stores it.
fn tag(field: Field, mark: &Mark) -> String {
    let (tag, holds) = match field.holds() {
        Holds::Line => ("<input type=\"text\"", "regel"),
        Holds::Words => ("<textarea rows=\"2\"", "woorden"),
        Holds::Text => ("<textarea rows=\"3\"", "tekst"),
        Holds::Day => ("<input type=\"date\"", "dag"),
        Holds::Tick => ("<input type=\"checkbox\"", "vinkje"),
    };
    format!("{tag} data-sleutel=\"{}\" data-soort=\"{holds}\" data-merk=\"{}\"", field.key(), mark.bare())
}
