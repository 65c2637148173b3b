//! What the form of an own template lacks: it would come back without.

use std::collections::BTreeSet;

use super::asked::{Asked, Asks, Choice, Decision};
use super::prose::{Block, plain};
use super::{Head, Paper, Part};
use crate::answer::{Choices, Mark};
use crate::fingerprint;
use crate::model::reply::{Field, Scope};
use crate::render::letter;
use crate::render::words::Text;
use crate::role::Role;
use crate::word::Word as _;

/// The texts that a form shows on a screen.
const TEXTS: [&str; 21] = [
    "zonder-script",
    "met-script",
    "bewaren",
    "kopieren",
    "wissen",
    "kopie",
    "beantwoord",
    "alleen-inbreng",
    "besluit",
    "mist-keuze",
    "mist-reden",
    "mist-functie",
    "mist-afgestemd",
    "mist-een",
    "mist-meer",
    "gevraagd",
    "einde",
    "bewaard",
    "gekopieerd",
    "kopieer-zelf",
    "wis-alles",
];

/// What a form asks.
#[derive(Default)]
struct Questions<'p> {
    fields: Vec<&'p Asks>,
    decisions: Vec<&'p Decision>,
}

/// What the text of a form lacks, of so many items and decisions with these choices: what an answer needs to come back.
/// Each by its name, in Dutch.
#[must_use]
pub fn lacking(text: &Text, (items, decisions): (usize, usize), known: &Choices) -> Vec<String> {
    let paper = Paper::of(text, &[]);
    let form = paper.form.as_ref();
    let asked = Questions::of(&paper);
    let mut all = Vec::new();
    let mut needs = |is_there: bool, what: &str| all.extend((!is_there).then(|| what.to_owned()));
    needs(form.is_some(), "het kenmerk #b:formulier");
    needs(form.is_some_and(|form| form.ends), "het kenmerk #b:einde");
    let once = |field: &&Field| field.scope() == Scope::Whole && field.mark().is_some();
    for wanted in Field::ALL.iter().filter(once) {
        let what = format!("de regel om in te vullen met het kenmerk {}", Mark::Field(*wanted));
        let is_it = |asks: &&&Asks| matches!(asks, Asks::Field { field, .. } if field == wanted);
        needs(asked.fields.iter().filter(is_it).count() == 1, &what);
    }
    needs(asked.decisions.len() == decisions, "een gevraagd besluit met zijn kenmerk en zijn keuzes");
    needs(asked.are_apart(), "bij elk gevraagd besluit een kenmerk van dat besluit alleen");
    needs(!asked.are_mixed(), "bij een kenmerk de tekst van het besluit waar het van is");
    needs(asked.reasons() == [decisions; 2], "bij een besluit de regel om in te vullen met #b:reden");
    let inputs = asked.fields.iter().filter(|asks| matches!(asks, Asks::Input { .. })).count();
    needs(inputs == items, "bij een punt de regel om in te vullen met zijn kenmerk");
    needs(!letter::is_ticked(&text.text), letter::TICKED);
    all.extend(choices(&asked, decisions, known));
    let screen = form.map(|form| form.screen.as_slice()).unwrap_or_default();
    let said: Vec<(&str, String)> = screen.iter().map(|(name, words)| (name.as_str(), plain(words))).collect();
    all.extend(texts(&said));
    all
}

impl<'p> Questions<'p> {
    fn of(paper: &'p Paper) -> Self {
        let mut all = Self::default();
        for head in &paper.head {
            if let Head::Block(block) = head {
                all.block(block);
            }
        }
        all.parts(&paper.body);
        paper.foot.iter().for_each(|block| all.block(block));
        all
    }

    fn parts(&mut self, parts: &'p [Part]) {
        for part in parts {
            match part {
                Part::Item(item) => self.parts(&item.parts),
                Part::Section(section) => self.parts(&section.parts),
                Part::Folded(folded) => self.parts(&folded.parts),
                Part::Decisions(decisions) => self.decisions.extend(decisions),
                Part::Block(block) => self.block(block),
                Part::Heading(_) | Part::Papers(_) => {}
            }
        }
    }

    fn block(&mut self, block: &'p Block) {
        match block {
            Block::Blank(blank) => self.fields.push(&blank.asks),
            Block::Quote(blocks) | Block::Alert { blocks, .. } => blocks.iter().for_each(|block| self.block(block)),
            Block::List(list) => list.items.iter().flat_map(|item| &item.blocks).for_each(|block| self.block(block)),
            Block::Paragraph(_) | Block::Heading { .. } | Block::Rule | Block::Code(_) | Block::Table(_) => {}
        }
    }

    /// Whether no decision is asked about twice.
    fn are_apart(&self) -> bool {
        let all: BTreeSet<(&str, u16)> = self.decisions.iter().map(|one| (one.item.as_str(), one.number)).collect();
        all.len() == self.decisions.len()
    }

    /// Whether the words beside a mark are those of another decision: an answer would be stored there.
    fn are_mixed(&self) -> bool {
        let prints: BTreeSet<&str> = self.decisions.iter().map(|one| one.seen.as_str()).collect();
        let beside = |one: &Decision| fingerprint::words(&plain(&one.words));
        self.decisions.iter().any(|one| beside(one) != one.seen && prints.contains(beside(one).as_str()))
    }

    /// How many reasons are asked, and how many of them have a mark.
    fn reasons(&self) -> [usize; 2] {
        let all = self.decisions.iter().flat_map(|decision| &decision.asked);
        let marks = all.filter_map(|asked| if let Asked::Reason { marked, .. } = asked { Some(*marked) } else { None });
        let marks: Vec<bool> = marks.collect();
        [marks.len(), marks.iter().filter(|marked| **marked).count()]
    }

    fn choices(&self) -> impl Iterator<Item = &Choice> {
        let all = self.decisions.iter().flat_map(|decision| &decision.asked);
        all.flat_map(|asked| if let Asked::Choices(choices) = asked { choices.as_slice() } else { &[] })
    }
}

/// The choices of so many decisions: each once, with words by which an answer in a text is read.
fn choices(asked: &Questions<'_>, decisions: usize, known: &Choices) -> Vec<String> {
    let mut all = Vec::new();
    for role in [Role::Yes, Role::Reserved, Role::No, Role::MoreTime] {
        let Some(support) = role.support() else { continue };
        let of_it = || asked.choices().filter(|choice| choice.support == Some(support));
        let is_read = |choice: &Choice| known.meant(&format!("[ ] {}", plain(&choice.words))) == Some(support);
        if of_it().count() != decisions || !of_it().all(is_read) {
            all.push(format!("bij een besluit de keuze {{.{}}}", role.word()));
        }
    }
    all
}

/// The texts for the screen.
fn texts(screen: &[(&str, String)]) -> Vec<String> {
    let is_there = |name: &&str| {
        let mut said = screen.iter().filter(|(known, _)| known == name).map(|(_, said)| said);
        said.next().is_some_and(|said| !said.is_empty()) && said.next().is_none()
    };
    let lacks = TEXTS.iter().filter(|name| !is_there(name));
    let mut all: Vec<String> =
        lacks.map(|name| format!("de tekst `{name}` bij {{.{}}}", Role::Screen.word())).collect();
    let numbered = |said: &str| said.split_whitespace().take(3).any(|word| word == "{nr}.");
    if !screen.iter().any(|(name, said)| *name == "gevraagd" && numbered(said)) {
        let what = "in de tekst `gevraagd` het nummer {nr} met een punt, na hooguit twee woorden";
        all.push(format!("{what}: zo leest beraad een antwoord in tekst"));
    }
    all
}
