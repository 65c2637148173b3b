//! Adopted minutes do not change.

use chrono::NaiveDate;

use crate::adopted::{self, Changed, How};
use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::Part;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(frozen) = at.meeting.frozen.as_deref().filter(|_| !at.meeting.broken) else { return };
    if at.meeting.minutes.is_none() {
        let message = format!("Het verslag dat op {} is vastgesteld, is er niet meer.", dutch::date(frozen.date));
        found.at(frozen.span, message, "zet verslag.toml terug");
        return;
    }
    for changed in adopted::changes(at.region, at.id, frozen) {
        let message = told(at, &changed, frozen.date);
        let more = found.at(changed.span, message, mend(changed.part));
        if let Some(item) = changed.item {
            more.item(item);
        }
    }
    let by = &at.region[frozen.by];
    if by.cancelled.is_some() {
        let message = format!("Dit verslag kan niet zijn vastgesteld op {}: die {} ging niet door.", dutch::date(frozen.date), dutch::kind(by));
        found.at(frozen.span, message, "kijk na welke vergadering het verslag vaststelde; is dat nog niet gebeurd, haal dan deze vaststelling weg");
        return;
    }
    let denied = at.meeting.adoption.is_none_or(|adoption| adoption.meeting != frozen.by);
    if denied && by.minutes.is_some() && !by.broken {
        let message = format!("Volgens {} is dit verslag niet vastgesteld op {}.", dutch::meeting(at.region, frozen.by), dutch::date(frozen.date));
        let hint = "kijk verslag_van en de uitkomst van die vergadering na; is er iets anders vastgelegd, haal dan deze vaststelling weg";
        found.at(frozen.span, message, hint);
    }
}

/// What to do: answers stand in files of their own.
const fn mend(part: Part) -> &'static str {
    match part {
        Part::Answers | Part::Reasons => {
            "zet het antwoord in de map raadpleging terug, en zet wat niet klopt in verslag.toml als [[correctie]] met datum en tekst"
        }
        _ => "zet de tekst terug, en zet wat niet klopt erbij als [[correctie]] met datum en tekst",
    }
}

/// What changed, and where.
fn told(at: &At<'_>, changed: &Changed, adopted: NaiveDate) -> String {
    let place = changed.item.map(|item| format!("“{}”: ", *at.meeting.items[item].title)).unwrap_or_default();
    let part = part(changed.part);
    let (verb, now) = match &changed.how {
        How::New => ("iets toegevoegd", String::new()),
        How::Gone => ("alles weggehaald", String::new()),
        How::Other(words) => ("iets veranderd", words.as_deref().map(now).unwrap_or_default()),
    };
    dutch::capital(&format!("{place}na de vaststelling op {} is {verb} bij {part}{now}.", dutch::date(adopted)))
}

/// What a part is called.
const fn part(part: Part) -> &'static str {
    match part {
        Part::Meeting => "de gegevens van de vergadering",
        Part::Attendance => "de aanwezigheid",
        Part::Title => "het nummer of de titel",
        Part::Outcome => "de uitkomst",
        Part::Discussed => "wat er is besproken",
        Part::Agreed => "de afspraken",
        Part::Input => "de inbreng",
        Part::Actions => "de acties",
        Part::Commitments => "de toezeggingen",
        Part::Answers => "de antwoorden",
        Part::Reasons => "de redenen",
    }
}

/// The words that stand there now; a few are enough to find them.
fn now(words: &str) -> String {
    const ENOUGH: usize = 12;
    let more = if words.split_whitespace().nth(ENOUGH).is_some() { " …" } else { "" };
    let words: Vec<&str> = words.split_whitespace().take(ENOUGH).collect();
    format!("; er staat nu “{}{more}”", words.join(" "))
}
