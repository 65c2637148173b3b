//! The choices of a requested decision: what forms call them, and which answer each gives.

use super::lines::{plain, tick};
use crate::model::Support;
use crate::word::Word as _;
use crate::{dutch, fingerprint};

/// What the forms of the program called them first, and what they call them now: answers with these are always read.
const FIRST: [(&str, Support); 4] = [
    ("gedragen", Support::Yes),
    ("gedragen onder voorbehoud", Support::Reserved),
    ("niet gedragen", Support::No),
    ("meer tijd nodig", Support::MoreTime),
];
const ASSENT: [(&str, Support); 3] =
    [("ja", Support::Yes), ("ja, onder voorbehoud", Support::Reserved), ("nee", Support::No)];
const ADVICE: [(&str, Support); 3] =
    [("positief", Support::Yes), ("positief, met aandachtspunten", Support::Reserved), ("negatief", Support::No)];

fn of_now() -> impl Iterator<Item = (&'static str, Support)> {
    ASSENT.into_iter().chain(ADVICE)
}

/// The question to which a name of a choice is an answer, of those of now; those of before were for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wording {
    /// *Ja* and *Nee*.
    Assent,
    /// *Positief* and *Negatief*.
    Advice,
}

impl Wording {
    /// That of a name of a choice.
    pub(super) fn of(label: &str) -> Option<Self> {
        let is_in = |names: &[(&str, Support)]| names.iter().any(|(name, _)| *name == label);
        if is_in(&ASSENT) { Some(Self::Assent) } else { is_in(&ADVICE).then_some(Self::Advice) }
    }

    /// The names of its choices, as a form has them.
    pub(super) fn names(self) -> String {
        let names = if self == Self::Assent { ASSENT } else { ADVICE };
        let [yes, reserved, no] = names.map(|(name, _)| dutch::capital(name));
        format!("“{yes}”, “{reserved}” en “{no}”")
    }
}

/// The labels of choices in small letters: those of the program, and those that the templates of a dossier give.
#[derive(Debug, Clone)]
pub struct Choices {
    /// What begins with another comes first.
    labels: Vec<(String, Support)>,
}

/// A label by which another choice could be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The label.
    pub label: String,
    /// The label that it can be taken for, or that can be taken for it.
    pub other: String,
    /// What the other means.
    pub means: Support,
}

impl Default for Choices {
    fn default() -> Self {
        let mut choices = Self { labels: Vec::new() };
        for (label, support) in FIRST.into_iter().chain(of_now()) {
            choices.add(label.to_owned(), support);
        }
        choices
    }
}

impl Choices {
    /// Learns what a form calls a choice, from the line of its box.
    ///
    /// # Errors
    ///
    /// When the label is that of another choice, or one begins with the other and a part of it would be another answer.
    /// What is added to a yes makes it unclear and no other answer, so a label may begin with that of a yes.
    pub fn learn(&mut self, line: &str, support: Support) -> Result<(), Clash> {
        let Some(label) = label_of(line).filter(|label| !letters(label).is_empty()) else { return Ok(()) };
        let bare = letters(&label);
        let turns = |(other, means): &&(String, Support)| {
            let other = letters(other);
            let shorter = if other.len() < bare.len() { *means } else { support };
            let begins = bare.starts_with(&other) || other.starts_with(&bare);
            *means != support && begins && (other == bare || shorter != Support::Yes)
        };
        let same = |(other, _): &&(String, Support)| letters(other) == bare;
        let clash = self.labels.iter().filter(turns).find(same).or_else(|| self.labels.iter().find(turns));
        if let Some((other, means)) = clash {
            let (other, label) = (dutch::capital(other), dutch::capital(&label));
            return Err(Clash { other, means: *means, label });
        }
        self.add(label, support);
        Ok(())
    }

    fn add(&mut self, label: String, support: Support) {
        if !self.labels.iter().any(|(known, _)| *known == label) {
            self.labels.push((label, support));
            self.labels.sort_by_key(|(label, _)| std::cmp::Reverse(label.len()));
        }
    }

    /// The fingerprint of these names, 16 digits; none of those of the program alone. A form bears it: its words mean what
    /// they meant when it was made.
    #[must_use]
    pub fn print(&self) -> Option<String> {
        let is_new = |(label, _): &&(String, Support)| !of_now().any(|(known, _)| known == label);
        // what the program came to call them later changes no mark of a form that was sent before
        let names = self.labels.iter().filter(is_new).map(|(label, support)| format!("{} {label}", support.word()));
        let mut names: Vec<String> = names.collect();
        names.sort_unstable();
        (names.len() > FIRST.len()).then(|| fingerprint::words(&names.join("\n")))
    }

    /// Takes the names of other forms in, whatever they mean there.
    pub fn absorb(&mut self, others: &Self) {
        for (label, support) in &others.labels {
            self.add(label.clone(), *support);
        }
    }

    /// The answer that the line of a box gives.
    #[must_use]
    pub fn meant(&self, line: &str) -> Option<Support> {
        self.chosen_by(&label_of(line)?).map(|(_, support)| support)
    }

    /// The choice that words begin with. Blanks and signs between them do not count: where they would make another choice of
    /// it, it is none.
    pub(super) fn chosen_by(&self, label: &str) -> Option<(&str, Support)> {
        let bare = letters(label);
        let (words, support) = self.begun(label)?;
        let near = self.labels.iter().filter(|(words, _)| bare.starts_with(&letters(words)));
        let near = near.max_by_key(|(words, _)| letters(words).len());
        near.filter(|near| near.1 == support).map(|_| (words, support))
    }

    /// The choice that words begin with, to the letter.
    pub(super) fn begun(&self, label: &str) -> Option<(&str, Support)> {
        let lower = label.to_lowercase();
        let whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        let found = self.labels.iter().find(|(words, _)| lower.strip_prefix(words.as_str()).is_some_and(whole));
        found.map(|(words, support)| (words.as_str(), *support))
    }

    /// The choice that words end with, and what stands before it.
    pub(super) fn ended<'a>(&self, label: &'a str) -> Option<(Support, &'a str)> {
        let lower = label.to_lowercase();
        let whole = |rest: &str| !rest.ends_with(char::is_alphanumeric);
        let is_last = |words: &str| lower.strip_suffix(words).is_some_and(whole);
        let (words, support) = self.labels.iter().find(|(words, _)| is_last(words))?;
        Some((*support, label.get(..label.len().checked_sub(words.len())?)?))
    }

    /// Whether a line says little more than a choice: its box is not one of the form, or stands elsewhere.
    pub(super) fn is_alone(&self, line: &str) -> bool {
        /// So many letters at most are what somebody set in the place of a box.
        const SIGN: usize = 4;
        /// The end of a longer word may be as short as a choice: Sonja.
        const SHORT: usize = 3;
        let bare = letters(line);
        let apart = |words: &str| line.split(|c: char| !c.is_alphanumeric()).any(|word| word.to_lowercase() == words);
        let sign = |words: &str| {
            let bare_words = letters(words);
            (bare_words.len() > SHORT || apart(words))
                && bare.strip_suffix(&bare_words).is_some_and(|sign| sign.chars().count() <= SIGN)
        };
        self.labels.iter().any(|(words, _)| sign(words))
    }
}

/// What stands behind the box of a line.
fn label_of(line: &str) -> Option<String> {
    Some(plain(&tick(line.trim())?.label).to_lowercase())
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learned(labels: &[(&str, Support)]) -> Result<Choices, Clash> {
        let mut choices = Choices::default();
        labels.iter().try_for_each(|(label, support)| choices.learn(&format!("- [ ] {label}"), *support))?;
        Ok(choices)
    }

    #[test]
    fn a_label_of_a_form_is_read_beside_those_of_the_program() {
        let own = [
            ("Akkoord", Support::Yes),
            ("Akkoord, mits", Support::Reserved),
            ("**Niet** akkoord", Support::No),
            ("Later", Support::MoreTime),
        ];
        let choices = learned(&own).unwrap();
        for (said, support) in [
            ("[x] akkoord", Some(Support::Yes)),
            ("- [ ] Akkoord, mits het geld er is", Some(Support::Reserved)),
            ("[x] Akkoord; mits", None),
            ("[x] Niet akkoord", Some(Support::No)),
            ("☒ Later", Some(Support::MoreTime)),
            ("[x] Niet gedragen", Some(Support::No)),
            ("[x] Gedragen onder voorbehoud", Some(Support::Reserved)),
            ("[x] Ja", Some(Support::Yes)),
            ("[x] Ja, onder voorbehoud", Some(Support::Reserved)),
            ("[x] Ja onder voorbehoud", None),
            ("[x] Jaarlijks bespreken", None),
            ("[x] Nee, tenzij", Some(Support::No)),
            ("[x] Neem contact op", None),
            ("[x] Positief", Some(Support::Yes)),
            ("[x] Positief, met aandachtspunten", Some(Support::Reserved)),
            ("[x] Negatief", Some(Support::No)),
            ("[x] Misschien", None),
            ("Akkoord", None),
        ] {
            assert_eq!(choices.meant(said), support, "{said}");
        }
    }

    #[test]
    fn a_name_is_no_choice_without_a_box() {
        let choices = Choices::default();
        for (line, alone) in [("Sonja", false), ("Ja", true), ("x ja", true), ("x Gedragen", true), ("xGedragen", true)]
        {
            assert_eq!(choices.is_alone(line), alone, "{line}");
        }
    }

    #[test]
    fn a_label_that_could_be_another_answer_is_not_learned() {
        for own in [
            &[("Gedragen", Support::No)][..],
            &[("Niet gedragen!", Support::Yes)],
            &[("Akkoord", Support::Yes), ("AKKOORD", Support::No)],
            &[("Niet", Support::No), ("Niet nu", Support::MoreTime)],
            &[("Niet nu", Support::MoreTime), ("Niet", Support::No)],
            &[("Nee", Support::No), ("Neem later een besluit", Support::MoreTime)],
            &[("Meer", Support::No)],
        ] {
            assert!(learned(own).is_err(), "{own:?}");
        }
        let same =
            [("Gedragen", Support::Yes), ("Meer tijd nodig, tot een dag", Support::MoreTime), ("Niet", Support::No)];
        assert!(learned(&same).is_ok());
    }
}
