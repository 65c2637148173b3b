//! How a requested decision begins: what the body does with it, as it was asked and as one says it afterwards.

/// What a body does in an opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// It assents.
    Assent,
    /// It takes note.
    Note,
    /// It advises.
    Advise,
    /// It talks about it.
    Discuss,
    /// Anything else that is done by agreeing on it.
    Agree,
}

/// An opening, with the verb of a sentence that says it was done.
#[derive(Debug)]
pub struct Opening {
    /// `in te stemmen`
    words: &'static str,
    /// The words that may come behind it; any when there are none.
    before: &'static [&'static str],
    /// `stemt`
    pub verb: &'static str,
    /// `in`, which stands behind the verb; or nothing.
    pub particle: &'static str,
    /// What the body does.
    pub does: Does,
    /// How the usual ones go on, for who asks how to begin.
    usual: Option<&'static str>,
}

const fn opening(
    words: &'static str,
    before: &'static [&'static str],
    (verb, particle): (&'static str, &'static str),
    does: Does,
) -> Opening {
    Opening { words, before, verb, particle, does, usual: None }
}

impl Opening {
    const fn usual(self, goes_on: &'static str) -> Self {
        Self { usual: Some(goes_on), ..self }
    }
}

static OPENINGS: [Opening; 17] = [
    opening("in te stemmen", &["met"], ("stemt", "in"), Does::Assent).usual("met"),
    opening("kennis te nemen", &["van"], ("neemt", "kennis"), Does::Note).usual("van"),
    opening("te adviseren", &[], ("adviseert", ""), Does::Advise).usual("over"),
    opening("te vragen", &[], ("vraagt", ""), Does::Agree).usual("aan"),
    opening("af te spreken", &["dat", "om", "met", "wie", "wanneer", "hoe"], ("spreekt", "af"), Does::Agree).usual(""),
    opening("akkoord te gaan", &["met"], ("gaat", "akkoord"), Does::Assent),
    opening("te bespreken", &[], ("bespreekt", ""), Does::Discuss),
    opening("van gedachten te wisselen", &["over"], ("wisselt", "van gedachten"), Does::Discuss),
    opening("te verzoeken", &[], ("verzoekt", ""), Does::Agree),
    opening("op te dragen", &["aan"], ("draagt", "op"), Does::Agree),
    opening("te kiezen", &[], ("kiest", ""), Does::Agree),
    opening("zich uit te spreken", &["voor", "tegen"], ("spreekt", "zich uit"), Does::Agree),
    opening("te benoemen", &[], ("benoemt", ""), Does::Agree),
    opening("te bevestigen", &[], ("bevestigt", ""), Does::Agree),
    opening("te onderschrijven", &[], ("onderschrijft", ""), Does::Agree),
    opening("te steunen", &[], ("steunt", ""), Does::Agree),
    opening("te ondersteunen", &[], ("ondersteunt", ""), Does::Agree),
];

/// The usual openings as one begins with them: `In te stemmen met`.
#[must_use]
pub fn usual() -> Vec<String> {
    let usual = OPENINGS.iter().filter_map(|one| Some((one.words, one.usual?)));
    usual.map(|(words, goes_on)| crate::dutch::capital(format!("{words} {goes_on}").trim_end())).collect()
}

/// The opening of a requested decision, and what stands behind it, without the full stop. Nothing of one that opens otherwise
/// or asks more than one thing: then nobody can say it in other words.
#[must_use]
pub fn of(text: &str) -> Option<(&'static Opening, &str)> {
    let text = text.trim();
    let text = text.strip_suffix('.').unwrap_or(text).trim_end();
    let (opening, rest) = OPENINGS.iter().find_map(|one| Some((one, behind(text, one)?)))?;
    is_one(rest).then_some((opening, rest))
}

/// What stands behind an opening.
fn behind<'a>(text: &'a str, opening: &Opening) -> Option<&'a str> {
    let opens = text.get(..opening.words.len())?.eq_ignore_ascii_case(opening.words);
    let rest = text[opening.words.len()..].strip_prefix(char::is_whitespace).filter(|_| opens)?.trim_start();
    let next = rest.split_whitespace().next()?;
    (opening.before.is_empty() || opening.before.contains(&next)).then_some(rest)
}

/// Whether it is one clause: no other sentence, and no second thing that is to be done beside it.
fn is_one(rest: &str) -> bool {
    let mut beside = false;
    for word in rest.split_whitespace() {
        if word == "te" && beside || word.ends_with(['.', '!', '?', ';', ':']) {
            return false;
        }
        // what is done behind these is what is asked, or belongs to a thing that is named
        beside =
            (beside || matches!(word, "en" | "of") || word.ends_with(',')) && !matches!(word, "om" | "dat" | "die");
    }
    true
}

/// Whether a requested decision says what is done: *te* and a verb within the first words, as in `Zich uit te spreken`; or as
/// the last ones, as in `Het verslag vast te stellen.`
#[must_use]
pub fn says_what_is_done(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ';', ' ']).to_lowercase();
    if OPENINGS.iter().any(|one| behind(&text, one).is_some()) {
        return true;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let verb = |word: &str| word.ends_with('n') && word.chars().all(char::is_alphabetic) && word.len() > 2;
    let said = |pair: &[&str]| pair[0] == "te" && verb(pair[1]);
    words.windows(2).take(3).any(said) || words.windows(2).next_back().is_some_and(said)
}

#[cfg(test)]
mod tests {
    use super::{Does, of, says_what_is_done};

    #[test]
    fn openings_are_te_and_a_verb() {
        let good = [
            "In te stemmen met het plan.",
            "Te vragen aan Leiden om …",
            "Kennis te nemen van het jaaroverzicht.",
            "Zich uit te spreken over de locatie.",
            "af te spreken dat",
            "De besluitenlijst van donderdag 9 oktober vast te stellen.",
        ];
        let bad = [
            "Het plan.",
            "Het plan dat er ligt en later te bespreken is.",
            "Instemmen met het plan.",
            "Te",
            "",
            "Akkoord gaan met wat later te bespreken is.",
            "Te 2 en",
            "Te laat en te veel.",
            "Te en dat",
            "Te 10n mee",
        ];
        assert!(good.iter().all(|text| says_what_is_done(text)));
        assert!(!bad.iter().any(|text| says_what_is_done(text)));
    }

    #[test]
    fn what_is_asked_is_said_as_done() {
        let said = |text| of(text).map(|(it, rest)| format!("{} {} {rest} ({:?})", it.verb, it.particle, it.does));
        let known = [
            ("In te stemmen met het plan.", "stemt in met het plan (Assent)"),
            ("in te  stemmen", ""),
            ("In te stemmen met het plan en de begroting.", "stemt in met het plan en de begroting (Assent)"),
            ("Akkoord te gaan met het plan", "gaat akkoord met het plan (Assent)"),
            ("Kennis te nemen van de brief.", "neemt kennis van de brief (Note)"),
            (
                "Te vragen aan Leiden en Katwijk om de begroting vast te stellen.",
                "vraagt  aan Leiden en Katwijk om de begroting vast te stellen (Agree)",
            ),
            ("Af te spreken dat elke partij tekent.", "spreekt af dat elke partij tekent (Agree)"),
            ("Zich uit te spreken voor Voorhout.", "spreekt zich uit voor Voorhout (Agree)"),
            ("Te adviseren over de locatie.", "adviseert  over de locatie (Advise)"),
        ];
        for (text, expected) in known {
            assert_eq!(said(text).unwrap_or_default(), expected, "{text}");
        }
    }

    #[test]
    fn what_nobody_can_say_otherwise_is_left_as_it_is() {
        let unknown = [
            "In te stemmen met het plan en de begroting vast te stellen.",
            "In te stemmen met het plan, kennis te nemen van de brief.",
            "In te stemmen met het plan. Het kost niets.",
            "Zich uit te spreken over de locatie.",
            "Vast te stellen de begroting.",
            "De begroting vast te stellen.",
            "Instemmen met het plan.",
            "Te vragenlijst",
            "Te vragen",
            "",
        ];
        assert!(unknown.iter().all(|text| of(text).is_none()));
        assert!(of("In te stemmen met het plan.").is_some_and(|(it, _)| it.does == Does::Assent));
    }
}
