//! What the texts of one file say together: which answers count, and what stands beside them.

mod present;

use std::collections::BTreeSet;

pub use present::IsAsked;

use super::beside::{Beside, bare_words};
use super::text::Head;
use super::{Asked, Returned};
use crate::answer::faults;
use crate::finding::Finding;
use crate::fingerprint;
use crate::model::Support;
use crate::model::reply::{Filled as _, Whole};
use crate::source::{FileId, Span};

/// What was read of one text.
#[derive(Debug, Clone)]
pub struct Read {
    pub(super) file: FileId,
    /// Answers in which something was filled in, or something is wrong.
    pub(super) answers: Vec<Answer>,
    /// That there is no answer in it, and why.
    pub(super) nothing: Option<Finding>,
    /// What is wrong with it as a whole.
    pub(super) faults: Vec<Finding>,
    /// What somebody wrote beside the questions.
    pub(super) beside: Beside,
    /// The same mail as a page says something else, here.
    pub(super) differs: Option<Span>,
    /// Without what may not be shown it says something else, here.
    pub(super) unsure: Option<Span>,
}

/// An answer and what is wrong with it.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What came back.
    pub returned: Returned,
    /// What is to be said of it.
    pub findings: Vec<Finding>,
}

/// What to take of a file.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    /// The answers, each with the place of its text among those of the file.
    pub answers: Vec<(usize, Answer)>,
    /// What is wrong with the file as a whole: nothing is taken of it.
    pub faults: Vec<Finding>,
}

impl Read {
    pub(super) fn new(file: FileId) -> Self {
        Self {
            file,
            answers: Vec::new(),
            nothing: None,
            faults: Vec::new(),
            beside: Beside::default(),
            differs: None,
            unsure: None,
        }
    }

    /// A saved answer, as [`super::toml::read`] has it.
    #[must_use]
    pub fn toml(file: FileId, text: &str) -> Self {
        let mut faults = Vec::new();
        let all = super::toml::read(file, text, &mut faults);
        let (filled, empty): (Vec<_>, Vec<_>) = all.into_iter().partition(|returned| !returned.is_empty());
        let nothing = filled.is_empty().then(|| {
            let span = empty.first().map_or(Span::whole(file), |returned| returned.span);
            Finding::new(&faults::EMPTY, span, "Hierin staat geen antwoord.").hint("vraag om het ingevulde formulier")
        });
        let nothing = nothing.filter(|_| faults.is_empty());
        // what is wrong with the file is wrong with every answer in it
        let answers = filled.into_iter().map(|returned| Answer { returned, findings: faults.clone() });
        let answers: Vec<Answer> = answers.collect();
        let faults = if answers.is_empty() { faults } else { Vec::new() };
        Self { answers, nothing, faults, ..Self::new(file) }
    }
}

impl Read {
    /// The forms of which these are the answers.
    #[must_use]
    pub fn heads(&self) -> BTreeSet<Head> {
        let head = |(meeting, party)| Head { meeting, party };
        self.answers.iter().map(|answer| head(self::head(&answer.returned))).collect()
    }

    /// Holds what a mail says as text against what it shows as a page.
    #[must_use]
    pub fn beside_page(mut self, page: &Self) -> Self {
        self.differs = self.other_than(page);
        self.with_words_of(page)
    }

    /// Adds the words beside the questions that only the other half of a mail says.
    #[must_use]
    pub fn with_words_of(mut self, other: &Self) -> Self {
        self.beside.add_missing(&other.beside);
        self
    }

    /// Holds what a mail says against what it says without the words that a program may not show.
    #[must_use]
    pub fn beside_sure(mut self, sure: &Self) -> Self {
        self.unsure = self.other_than(sure);
        self
    }

    /// Where it says something else than another.
    fn other_than(&self, other: &Self) -> Option<Span> {
        let is_same = self.answers.iter().map(in_short).eq(other.answers.iter().map(in_short));
        let span = self.answers.first().map_or(Span::whole(self.file), |answer| answer.returned.span);
        (!is_same).then_some(span)
    }

    fn two_faces(&self) -> Option<Finding> {
        if let (None, Some(span)) = (self.differs, self.unsure) {
            let message = "Niet zeker is of elk mailprogramma alles van dit antwoord toont.";
            let hint = "kijk in de mail wat er te zien is, en neem dat over als tekst of met: beraad reactie nieuw";
            return Some(Finding::new(&faults::UNCLEAR, span, message).hint(hint));
        }
        let message = "Deze mail zegt als tekst iets anders dan zij toont.";
        let hint = "vraag welk antwoord geldt, en neem dat over als tekst of met: beraad reactie nieuw";
        Some(Finding::new(&faults::TWO_FORMS, self.differs?, message).hint(hint))
    }
}

/// What an answer says, without what programs do to words when they make a text of a page: what was ticked, and the words
/// that are no addresses.
fn in_short(answer: &Answer) -> (Vec<(&str, u16, Support)>, BTreeSet<String>) {
    let returned = &answer.returned;
    let items = returned.items.iter();
    let ticks =
        items.clone().flat_map(|item| item.answers.iter().map(|it| (item.key.value.as_str(), it.number, it.support)));
    let reasons = items.clone().flat_map(|item| &item.answers).filter_map(|answer| answer.reason.as_deref());
    let given = items.flat_map(|item| item.remarks.texts()).chain(returned.whole.texts());
    (ticks.collect(), given.map(|(_, text)| &**text).chain(reasons).flat_map(bare_words).collect())
}

/// What counts of the texts of one file. The answer that was filled in wins over an empty form; what was said twice counts
/// once; two parties gave two answers; and of two answers of one party the one to the text of now counts, where one is.
#[must_use]
pub fn choose(reads: Vec<Read>, is_asked: &IsAsked<'_>) -> Chosen {
    let mut chosen =
        Chosen { faults: reads.iter().flat_map(|read| read.faults.clone()).collect(), ..Chosen::default() };
    let besides: Vec<(FileId, Beside)> = reads.iter().map(|read| (read.file, read.beside.clone())).collect();
    let mut nothing: Vec<Finding> = Vec::new();
    for (at, read) in reads.into_iter().enumerate() {
        if let Some(finding) = read.two_faces() {
            chosen.faults.push(finding);
            continue;
        }
        nothing.extend(read.nothing);
        for answer in read.answers {
            let said = said(&answer.returned);
            let twice = |(text, known): &(usize, Answer)| {
                differs(*text, at, known, &answer) && self::said(&known.returned) == said
            };
            if !chosen.answers.iter().any(twice) {
                chosen.answers.push((at, answer));
            }
        }
    }
    chosen.prefer_text_of_now(is_asked);
    chosen.settle();
    if chosen.answers.is_empty() && chosen.faults.is_empty() {
        chosen.faults.extend(most_telling(nothing));
        return chosen;
    }
    let words: Vec<String> = besides.iter().filter_map(|(_, beside)| beside.text()).collect();
    let shown: Vec<Finding> = besides.iter().flat_map(|(file, beside)| beside.findings(*file)).collect();
    for (at, (_, answer)) in chosen.answers.iter_mut().enumerate() {
        let own = answer.returned.whole.accompanying.take();
        let all: Vec<&str> = own.as_deref().into_iter().chain(words.iter().map(String::as_str)).collect();
        answer.returned.whole.accompanying = (!all.is_empty()).then(|| all.join("\n\n").into());
        // they are kept with each, and shown once
        answer.findings.extend(shown.iter().filter(|_| at == 0).cloned());
    }
    chosen
}

/// An empty form tells more than a text without one.
fn most_telling(nothing: Vec<Finding>) -> Option<Finding> {
    let rank = |finding: &Finding| match finding.fault.name {
        name if name == faults::EMPTY.name => 0,
        name if name == faults::DAMAGED.name => 1,
        _ => 2,
    };
    nothing.into_iter().min_by_key(rank)
}

impl Chosen {
    /// Two answers of one party to one meeting: nothing is taken of them.
    fn settle(&mut self) {
        let mut seen = BTreeSet::new();
        let mut faults = Vec::new();
        let mut refused = BTreeSet::new();
        for (at, (text, answer)) in self.answers.iter().enumerate() {
            let head = head(&answer.returned);
            let earlier = self.answers[..at]
                .iter()
                .find(|(other, it)| self::head(&it.returned) == head && differs(*other, *text, it, answer));
            if let Some((_, first)) = earlier {
                refused.insert(head.clone());
                let message = "Hierin staan twee ingevulde formulieren die niet hetzelfde zeggen.";
                let hint = "vraag welk van de twee geldt, en haal het andere uit het bestand";
                let finding = Finding::new(&faults::TWO_FORMS, answer.returned.span, message);
                if seen.insert(head) {
                    faults.push(finding.label(first.returned.span, "het eerste formulier").hint(hint));
                }
            }
        }
        self.answers.retain(|(_, answer)| !refused.contains(&head(&answer.returned)));
        self.faults.extend(faults);
    }
}

/// A file that was saved may hold several answers of one party, one after the other; no two of them are one form.
fn differs(one: usize, other: usize, first: &Answer, second: &Answer) -> bool {
    one != other || !first.returned.saved || !second.returned.saved
}

fn head(returned: &Returned) -> (String, String) {
    (returned.meeting.value.clone(), returned.party.value.clone())
}

/// All that an answer says and what it was asked, to tell whether two are the same.
fn said(copy: &Returned) -> String {
    let items: Vec<String> = copy
        .items
        .iter()
        .map(|item| {
            let answers: Vec<_> = item
                .answers
                .iter()
                .map(|it| (it.number, asked(&it.asked), it.treatment, it.support, &it.reason))
                .collect();
            format!("{}{:?}{answers:?}", item.key.value, item.remarks)
        })
        .collect();
    let whole = Whole { noted_by: None, accompanying: None, ..copy.whole.clone() };
    format!("{}{}{whole:?}{items:?}", copy.meeting.value, copy.party.value)
}

/// The fingerprint of what was asked, where an answer has it.
fn asked(asked: &Asked) -> Option<String> {
    match asked {
        Asked::Print(print, _) => Some(print.clone()),
        Asked::Words(words) => Some(fingerprint::words(words)),
        Asked::Now => None,
    }
}
