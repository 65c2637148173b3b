//! What politeness and signatures put around a form: whole lines of which every word is known to say nothing. A line with
//! one word more is somebody's own.

use std::collections::BTreeSet;

use super::super::open::Letter;

/// Openings of a letter.
const OPENINGS: &str =
    "beste geachte hallo hoi hi hey dag ha l.s ls goedemorgen goedemiddag goedenavond goedendag goede";
/// Who is greeted without a name.
const GREETED: &str = "collega collega's collega’s allen allemaal heer mevrouw meneer dhr mevr mw mr drs secretaris voorzitter \
    wethouder leden morgen middag";
/// Closings of a letter.
const CLOSINGS: &str = "met vriendelijke groet|vriendelijke groet|met hartelijke groet|hartelijke groet|met groet|groeten|\
    groetjes|groet|hoogachtend|mvg|m.vr.gr|alvast bedankt|bij voorbaat dank";
/// Whole lines that say that there is an answer, and no more.
const HERE_IT_IS: &str = "hierbij|hierbij ons antwoord|hierbij het antwoord|hierbij onze reactie|hierbij mijn reactie|\
    hierbij de reactie|hierbij het formulier|hierbij het ingevulde formulier|bijgaand ons antwoord|\
    bijgaand het ingevulde formulier|zie bijlage|zie de bijlage|zie hieronder|zie onder";
/// What somebody says of the papers or the work and means no more by: the first words, and those behind them.
const THANKS: &str = "akkoord|bedankt|dank|dank je|dank je wel|dank u|dank u wel|dankjewel|dankuwel|veel dank|hartelijk dank|\
    hartelijk bedankt|met dank|complimenten|prima|prima werk|prima stukken|mooi werk|mooie stukken|mooi|\
    goed werk|goede stukken|goed|succes|veel succes";
/// What they are for.
const THANKS_FOR: &str =
    "voor de stukken|voor de goede stukken|voor het werk|voor het goede werk|voor de moeite|met het werk";
/// Words in names and functions that have no capital.
const SMALL: &str = "van de der den het 't ten ter te en voor bij in namens aan op & / -";
/// Words that are never part of a name.
const MEANT: &str = "niet geen akkoord punt mits nee ja ps nb";
/// Words of which one at least stands in a line of a signature that is no name.
const ROLES: &str = "adviseur afdeling afdelingshoofd ambtenaar beleidsadviseur beleidsmedewerker beleidsregisseur \
    bestuursadviseur bestuurssecretaris burgemeester cluster consulent coördinator directeur domein gemeente \
    gemeentesecretaris griffier manager medewerker procesregisseur programmaleider programmamanager \
    projectleider regio regisseur secretariaat secretaris strateeg team teamleider teammanager wethouder";
/// What stands before an address or a number.
const CONTACT: &str = "t tel telefoon telefoonnummer m mob mobiel e email e-mail mail mailto w web website internet i fax \
    bereikbaar op";

/// Who sent a letter, as far as a signature shows it.
#[derive(Debug, Default)]
pub(super) struct Sender(BTreeSet<String>);

impl Sender {
    /// What is known of it: its address and the name beside that.
    pub(super) fn of(letter: &Letter) -> Self {
        let known = [&letter.sender, &letter.sender_name].into_iter().filter_map(|text| text.as_deref());
        let words = known.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).map(str::to_lowercase);
        Self(words.filter(|word| word.chars().count() > 2 && !among(MEANT, word)).collect())
    }

    /// Whether a line of a signature is one.
    pub(super) fn signs(&self, said: &str, is_first: bool) -> bool {
        self.is_named(said, is_first) || is_contact(said, self, is_first)
    }

    /// A name of who sent it, a function or an organisation. Of a text without a sender the first line is a name, where it
    /// has two capitals.
    fn is_named(&self, said: &str, is_first: bool) -> bool {
        let is_known = || tokens(said).iter().any(|word| self.0.contains(word) || among(ROLES, word));
        let capitals = || said.split_whitespace().filter(|word| is_capital(word)).count();
        is_name(said) && (is_known() || is_first && self.0.is_empty() && capitals() >= 2)
    }
}

/// Whether words are one of a list, which has a blank or a bar between them.
pub(super) fn among(list: &str, words: &str) -> bool {
    list.split(if list.contains('|') { '|' } else { ' ' }).any(|known| known == words)
}

/// The words of a line without signs around them.
pub(super) fn tokens(said: &str) -> Vec<String> {
    let signs = ['.', ',', '!', ':', ';', '*', '"', '(', ')', '<', '>', '\u{a0}'];
    let words = said.split_whitespace().map(|word| word.trim_matches(signs).to_lowercase());
    words.filter(|word| !word.is_empty()).collect()
}

pub(super) fn bare(said: &str) -> String {
    said.trim_matches(['.', ',', '!', ' ', ':', ';', '*']).to_lowercase()
}

pub(super) fn is_capital(word: &str) -> bool {
    word.trim_start_matches(['(', '*', '"']).chars().next().is_some_and(char::is_uppercase)
}

/// A greeting of somebody, and no more.
pub(super) fn is_opening(said: &str) -> bool {
    let words: Vec<&str> = said.trim_matches(['.', ',', '!', ' ', ':', ';', '*']).split_whitespace().collect();
    let Some((first, rest)) = words.split_first() else { return false };
    let greeted = |word: &&str| {
        let low = bare(word);
        low == "heer/mevrouw" || among(GREETED, &low) || among(SMALL, &low) || is_capital(word)
    };
    let few = words.len() <= 6 && !words.iter().any(|word| word.ends_with([',', ':', '?', ';']));
    few && among(OPENINGS, &bare(first)) && rest.iter().all(greeted) && !means(said)
}

/// A line that says that there is an answer.
pub(super) fn is_here(said: &str) -> bool {
    among(HERE_IT_IS, &bare(said))
}

/// Closing words, with who closes behind them or not.
pub(super) fn is_closing(said: &str) -> bool {
    let words = said.trim_matches(['.', ',', '!', ' ', ':', ';', '*']);
    CLOSINGS.split('|').any(|closing| {
        let start = words.get(..closing.len()).filter(|start| start.eq_ignore_ascii_case(closing));
        let Some(rest) = start.map(|start| &words[start.len()..]) else { return false };
        let rest = rest.strip_prefix("en").unwrap_or(rest);
        let name = rest.trim_start_matches([',', ' ', '.']);
        rest.is_empty() || rest.starts_with([',', ' ', '.']) && is_name(name)
    })
}

/// A name, function or organisation: capitals, and small words between them.
pub(super) fn is_name(said: &str) -> bool {
    let words: Vec<&str> = said.split_whitespace().collect();
    !words.is_empty()
        && words.len() <= 8
        && words.iter().all(|word| is_capital(word) || among(SMALL, word.trim_end_matches(',')))
        && !said.ends_with(['.', '!', '?', ':'])
        && !means(said)
}

fn means(said: &str) -> bool {
    let lower = said.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|word| among(MEANT, word))
}

/// The same outside a signature, where a link says more.
pub(super) fn is_contact_alone(said: &str, sender: &Sender) -> bool {
    is_contact(said, sender, false) && !tokens(said).iter().any(|word| word.contains(['w', ':']) && word.contains('/'))
}

/// Nothing but addresses, telephone numbers and sites, with what they are; or a name before them.
fn is_contact(said: &str, sender: &Sender, is_first: bool) -> bool {
    let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit() || "+-()/.".contains(c));
    let is_address = |word: &str| word.contains('@') || word.starts_with("www.") || word.contains("://");
    let pieces = said.split(['|', '•', '·', ';']).map(str::trim).filter(|piece| !piece.is_empty());
    let mut holds = false;
    for piece in pieces {
        let digits = piece.chars().filter(char::is_ascii_digit).count();
        let known = |word: &String| is_address(word) || is_number(word) || among(CONTACT, word);
        let words = tokens(piece);
        let is_way = (digits >= 9 || words.iter().any(|word| is_address(word))) && words.iter().all(known);
        if !is_way && !sender.is_named(piece, is_first) {
            return false;
        }
        holds |= is_way;
    }
    holds
}

/// Whether words are thanks, a compliment or a greeting, and no more.
pub(super) fn is_courtesy(words: &str) -> bool {
    let said = |sentence: &str| {
        let is_for = |thanks: &str| {
            let rest = sentence.strip_prefix(thanks).map(str::trim);
            rest.is_some_and(|rest| rest.is_empty() || among(THANKS_FOR, rest))
        };
        sentence.is_empty() || among(CLOSINGS, sentence) || THANKS.split('|').any(is_for)
    };
    let lower = words.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    lower.split(['.', ',', '!', ';', ':', '–']).all(|sentence| said(sentence.trim()))
}
