//! Words above and below a form, without what mail programs, politeness and signatures put there. All else is kept.

use super::super::beside::Beside;
use super::super::known::{Follow, Known};
use super::super::lines::Line;
use super::furniture::{Sender, is_closing, is_contact_alone, is_here, is_opening};
use super::program::{is_header, is_program};

/// What somebody wrote in these lines, around a form that stands in so many quotations.
pub(super) fn words(lines: &[Line], depth: usize, known: &Known, sender: &Sender) -> Beside {
    let mut beside = Beside::default();
    let mut follow = (Follow::default(), Follow::default());
    let mut signing = Signing::No;
    for (at, line) in lines.iter().enumerate() {
        if line.said.is_empty() {
            beside.blank();
            signing = signing.after_blank();
            continue;
        }
        let is_form = known.is_around(&line.said, &mut follow) || is_marked(line, known);
        let is_of_program = is_form || line.is_rule() || is_header(lines, at, known) || is_program(lines, at);
        let starts = starts(line);
        let signs = signing.holds() && sender.signs(&line.said, signing == Signing::First);
        let is_polite = is_opening(&line.said) || is_here(&line.said) || is_contact_alone(&line.said, sender);
        // of deeper quotations the form itself is no part: they are mails that were answered before
        if is_of_program || starts.is_some() || signs || is_polite || line.depth() > depth {
            let next = if signs { Signing::Further } else { signing };
            signing = starts.unwrap_or(if is_of_program { Signing::No } else { next });
            beside.end();
        } else {
            signing = Signing::No;
            beside.line(line, depth);
        }
    }
    beside
}

/// Whether the lines are those of who signs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Signing {
    No,
    /// Behind the closing words: a name comes.
    First,
    /// Behind a name: an empty line ends it.
    Further,
}

impl Signing {
    fn holds(self) -> bool {
        self != Self::No
    }

    const fn after_blank(self) -> Self {
        match self {
            Self::Further | Self::No => Self::No,
            Self::First => Self::First,
        }
    }
}

/// What comes behind closing words, and behind the line that programs put before a signature.
fn starts(line: &Line) -> Option<Signing> {
    (is_closing(&line.said) || line.typed(0).trim_end() == "--").then_some(Signing::First)
}

/// A line with a mark, in which nothing else stands than in the form; without the form as it was sent nobody can tell.
fn is_marked(line: &Line, known: &Known) -> bool {
    line.mark().is_some() && (known.is_empty() || known.says(&line.said))
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::lines;
    use super::*;

    #[test]
    fn politeness_programs_and_signatures_are_no_words() {
        let text = "Beste collega,\n\nHierbij ons antwoord.\n\nMet vriendelijke groet,\n\nPiet van der Berg\nBeleidsadviseur Werk en \
            Inkomen\nGemeente Kromwiel\nT 0172 - 12 34 56 78\nwww.kromwiel.example\n\nVerstuurd vanaf mijn iPhone\n\
            Van: A <a@b.example>\nVerzonden: maandag\nAan: B\nOnderwerp: Raadpleging\n\nOp ma 24 nov 2025 om 09:00 schreef A <\n\
            a@b.example>:\n> Hoi, wil je antwoorden?\n-- \nPiet Jansen | 06 12345678\nGemeente Kromwiel\n";
        assert_eq!(words(&lines(text), 0, &Known::default(), &Sender::default()).text(), None);
    }

    #[test]
    fn all_else_is() {
        for (text, expected) in [
            ("Beste collega,\nLet op: alleen als het rijk betaalt.", "Let op: alleen als het rijk betaalt."),
            ("Groet,\nPunt 4 niet", "Punt 4 niet"),
            ("Groet, Piet\nPS: punt 4 mag niet.", "PS: punt 4 mag niet."),
            ("Groet van Piet, maar niet voor punt 4", "Groet van Piet, maar niet voor punt 4"),
            ("Hallo, doe punt 4 niet", "Hallo, doe punt 4 niet"),
            ("Beste punt is 4: niet doen", "Beste punt is 4: niet doen"),
            ("Aan: de wethouder", "Aan: de wethouder"),
            (
                "Van: A\n\nVerzonden: maandag\n\nAan: B\n\nOnderwerp: Raadpleging\n\nAan: de wethouder",
                "Aan: de wethouder",
            ),
            ("Bel 06-12345678 als punt 4 doorgaat", "Bel 06-12345678 als punt 4 doorgaat"),
            ("Akkoord", "Akkoord"),
            ("-- \nwat hier staat", "wat hier staat"),
            (
                "Verstuurd vanaf mijn iPhone, wethouder wil uitstel",
                "Verstuurd vanaf mijn iPhone, wethouder wil uitstel",
            ),
            ("Verzonden met voorbehoud van de raad", "Verzonden met voorbehoud van de raad"),
            ("Van: A\nOnderwerp: wij trekken onze steun in", "Onderwerp: wij trekken onze steun in"),
            ("Van: A\nVerzonden: onder embargo", "Verzonden: onder embargo"),
            ("Van: A\nAan: de wethouder wil uitstel", "Aan: de wethouder wil uitstel"),
            ("Van: A\nPrioriteit: alleen punt 3", "Prioriteit: alleen punt 3"),
            (
                "Op dit punt schreef de wethouder dat het te duur is:",
                "Op dit punt schreef de wethouder dat het te duur is:",
            ),
            ("Op 3 december heeft de raad bezwaar gemaakt:", "Op 3 december heeft de raad bezwaar gemaakt:"),
            ("Groet,\nUitstel", "Uitstel"),
            ("Groet, Piet Jansen\nBezwaar", "Bezwaar"),
            ("Beste collega wij weigeren", "Beste collega wij weigeren"),
            ("Goede zaak", "Goede zaak"),
            ("Bel 0612345678 over uitstel", "Bel 0612345678 over uitstel"),
            ("Zie www.x.example voor verzet", "Zie www.x.example voor verzet"),
            ("https://x.example/zienswijze.pdf", "https://x.example/zienswijze.pdf"),
            ("een\n\ntwee\nGroet,\ndrie.", "een\n\ntwee\n\ndrie."),
        ] {
            assert_eq!(
                words(&lines(text), 0, &Known::default(), &Sender::default()).text().as_deref(),
                Some(expected),
                "{text}"
            );
        }
    }
}
