//! The address at which one attends a meeting stands nowhere else: whoever has it can come in.

use std::collections::{BTreeMap, BTreeSet};

use super::{Simple, as_read};
use crate::check::Found;
use crate::check::shown::{Look, Part, Whole};
use crate::link;
use crate::source::Span;

/// The most bytes of the name of a site.
const HOST: usize = 253;

/// The addresses of meetings, without what may be written otherwise.
#[derive(Default)]
struct Addresses {
    /// Each with where it stands.
    all: BTreeMap<String, Span>,
    hosts: BTreeSet<String>,
    /// The bytes of the longest.
    longest: usize,
}

pub(in crate::check) fn run<'a>(whole: &Whole<'a>) -> Option<Look<'a>> {
    let online = whole.region.meetings.iter().filter_map(|meeting| meeting.online_at.as_ref());
    let addresses = Addresses::of(online.map(|address| (address.value.as_str(), address.span)));
    let there = !addresses.all.is_empty();
    let look: Look<'a> = Box::new(move |part, found| look(&addresses, part, found));
    there.then_some(look)
}

fn look(addresses: &Addresses, part: &Part<'_>, found: &mut Found) {
    for public in &part.texts {
        let typed = named(addresses, public.text).map(|(words, span)| (words.to_owned(), span));
        let read = || named(addresses, &as_read(public)?).map(|(words, span)| (words.to_owned(), span));
        let Some((words, span)) = typed.or_else(read) else { continue };
        let message = "De link naar een vergadering staat in een tekst die openbaar wordt.";
        let hint = "haal de link hier weg: wie haar heeft, kan erbij komen";
        let more = found.at(public.span, message, part.mend(public, hint)).value(public.key).words(&words);
        more.see(span, "dit is de link van de vergadering").within(public.meeting, public.item);
    }
}

/// The first word of a text that names such an address, also within another address, and where that address stands.
fn named<'t>(addresses: &Addresses, text: &'t str) -> Option<(&'t str, Span)> {
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | '`' | '|' | '[' | ']' | '(' | ')' | ',' | ';')
    };
    // an address has a point in it
    let words = text.split(ends).filter(|word| word.contains('.'));
    words.into_iter().find_map(|word| Some((word, addresses.leads(word)?)))
}

impl Addresses {
    fn of<'t>(links: impl Iterator<Item = (&'t str, Span)>) -> Self {
        let mut addresses = Self::default();
        for (link, span) in links {
            let address = plain(&normal(link)).to_owned();
            addresses.hosts.extend(host(&address).map(str::to_owned));
            addresses.longest = addresses.longest.max(address.len());
            addresses.all.entry(address).or_insert(span);
        }
        addresses
    }

    /// Where the address stands that a word leads to.
    fn leads(&self, word: &str) -> Option<Span> {
        let word = normal(word);
        let opens = |c: char| matches!(c, ':' | '/' | '=' | '*' | '_' | '~' | '\u{201c}' | '\u{2018}' | '\u{201e}');
        let starts = word.char_indices().filter(|(_, c)| opens(*c)).map(|(at, c)| at + c.len_utf8());
        let known = |at: &usize| host(&word[*at..]).is_some_and(|host| self.hosts.contains(host));
        [0].into_iter().chain(starts).filter(known).find_map(|at| self.within(plain(&word[at..])))
    }

    /// The same of an address: this one, or a place below it.
    fn within(&self, address: &str) -> Option<Span> {
        let below = address.match_indices('/').map(|(at, _)| at).skip(1).take_while(|at| *at <= self.longest);
        let whole = Some(address.len()).filter(|end| *end <= self.longest);
        below.chain(whole).find_map(|end| self.all.get(plain(&address[..end]))).copied()
    }
}

/// A word as it is compared: without what one may write otherwise.
fn normal(word: &str) -> String {
    let simple = Simple::of(word).text;
    link::decoded(&simple).unwrap_or_else(|| simple.into_owned()).to_lowercase()
}

/// The host and the path of a normal address.
fn plain(address: &str) -> &str {
    let bare = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    let bare = bare.split(['?', '#', '&']).next().unwrap_or_default();
    bare.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '-')
}

/// The name of the site with which an address opens.
fn host(address: &str) -> Option<&str> {
    let ends = |c: &u8| matches!(c, b'/' | b'?' | b'#' | b'&');
    let end = address.bytes().take(HOST + 1).position(|c| ends(&c)).unwrap_or(address.len());
    address.get(..end).filter(|host| host.len() <= HOST).map(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn a_link_is_known_however_it_is_written() {
        let span = Span::whole(Sources::default().add(String::new(), String::new()));
        let links =
            ["https://bel.example/19%3ameeting_a/0?context=x", "https://Zaal.example", "https://bel.example/kamer_1_/"];
        let addresses = Addresses::of(links.iter().map(|link| (*link, span)));
        let named = [
            "bel.example/19:meeting_a/0",
            "Kom via HTTPS://bel.example/19%3Ameeting_a/0?context=y.",
            "[hier](https://bel.example/kamer_1_/)",
            "*https://bel.example/kamer_1_*",
            "Link:bel.example/kamer_1_",
            "https://veilig.example/?url=https%3A%2F%2Fbel.example%2Fkamer_1_%2F&data=1",
            "bel.example/kamer_1_/wacht",
            "in zaal.example, of",
            "<https://bel\u{200b}.example/kamer_1_>",
        ];
        let others = [
            "bel.example",
            "https://bel.example/kamer_12",
            "https://bel.example/kamer",
            "www.zaal.example.org",
            "zaal.example/agenda",
            "mijnzaal.example",
            "zonder punt",
            "",
        ];
        for text in named {
            assert!(super::named(&addresses, text).is_some(), "{text}");
        }
        for text in others {
            assert!(super::named(&addresses, text).is_none(), "{text}");
        }
    }
}
