//! Adopted minutes do not change.

use chrono::NaiveDate;

use crate::adopted::{self, Changed, How};
use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::called;
use crate::model::{Dated, Frozen, Part};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(frozen) = at.meeting.frozen.as_deref().filter(|_| !at.meeting.broken) else { return };
    if at.meeting.minutes.is_none() {
        gone(at, frozen, found);
        return;
    }
    for changed in adopted::changes(at.region, at.id, frozen) {
        let message = told(at, &changed, frozen.date);
        let more = found.at(changed.span, message, mend(&changed));
        if let Some(item) = changed.item {
            more.item(item);
        }
    }
    adopted_as_written(at, frozen, found);
}

/// The minutes are not there, or are of a day that is still to come.
fn gone(at: &At<'_>, frozen: &Frozen, found: &mut Found) {
    let adopted = dutch::date(frozen.date);
    if let Some(one) = at.meeting.awaited.iter().find(|one| one.what == Dated::Minutes) {
        let day = dutch::date(one.date);
        let message = format!("Dit verslag is vastgesteld op {adopted}, maar het is van {day}; dat moet nog komen.");
        found.at(one.span, message, "zet bij opgesteld terug wat er stond").key("opgesteld");
        return;
    }
    let message = format!("Het verslag dat op {adopted} is vastgesteld, is er niet meer.");
    found.at(frozen.span, message, "zet verslag.toml terug");
}

/// Whether the minutes of the meeting that adopted them still say so.
fn adopted_as_written(at: &At<'_>, frozen: &Frozen, found: &mut Found) {
    let by = &at.region[frozen.by];
    let (kind, day) = (called::kind(by), dutch::date(frozen.date));
    if by.cancelled.is_some() {
        let message = format!("Dit verslag kan niet zijn vastgesteld op {day}: die {kind} ging niet door.");
        found.at(
            frozen.span,
            message,
            "kijk na welke vergadering het verslag vaststelde; is dat nog niet gebeurd, haal dan deze vaststelling weg",
        );
        return;
    }
    if by.broken {
        return;
    }
    let who = called::meeting(at.region, frozen.by);
    let adoption = at.meeting.adoption.filter(|adoption| (adoption.meeting, adoption.date) == (frozen.by, frozen.date));
    let message = match (&by.minutes, adoption) {
        (None, _) => format!("Dit verslag zou zijn vastgesteld op {day}, maar van {who} is er geen verslag."),
        (_, None) => format!("Volgens {who} is dit verslag niet vastgesteld op {day}."),
        (_, Some(adoption)) => match (frozen.changed, adoption.changed) {
            (Some(true), Some(false)) => format!("Volgens {who} is dit verslag niet gewijzigd vastgesteld."),
            (Some(false), Some(true)) => format!("Volgens {who} is dit verslag gewijzigd vastgesteld."),
            (Some(_), None) => format!("Volgens {who} is niet bekend of dit verslag gewijzigd is vastgesteld."),
            _ => return,
        },
    };
    let hint = "kijk verslag_van en de uitkomst van die vergadering na; is er iets anders vastgelegd, haal dan deze vaststelling weg";
    found.at(frozen.span, message, hint);
}

/// A line of the head: the word with which it begins, what it is called, and what to do when it says something else.
type Line = (&'static str, &'static str, &'static str);

const HEAD: [Line; 10] = [
    (
        "overleg",
        "het overleg",
        "zet in convenant.toml terug wat er stond; heet het overleg nu anders, zet er dan bij hoe het heette: eerdere_naam",
    ),
    (
        "besluitenlijst",
        "de naam van de besluitenlijst",
        "zet in convenant.toml terug wat er stond; heet de lijst nu anders, zet er dan bij hoe zij heette: eerdere_besluitenlijst",
    ),
    (
        "voorzitter",
        "wie voorzat",
        "zet terug wat er stond; zit nu een ander voor, schrijf dan in convenant.toml eerdere_voorzitter, en zet wat niet \
         klopt in verslag.toml als [[correctie]] met datum en tekst",
    ),
    (
        "voorbeeld",
        "de zin van het voorbeeld",
        "zet terug wat er stond; is de zin in convenant.toml nu anders, zet die van toen dan in vergadering.toml: voorbeeld",
    ),
    ("ronde", "de dagen van de ronde", AGENDA),
    ("plaats", "de locatie", AGENDA),
    ("vorm", "de vorm", AGENDA),
    ("verplaatst", "de dag waarvan de vergadering is verplaatst", AGENDA),
    (
        "verzonden",
        "de dag waarvoor de agenda was verzonden",
        "zet in verzending.toml terug wat er stond, en zet wat niet klopt in verslag.toml als [[correctie]] met datum en tekst",
    ),
    ("vervallen", "waarom de vergadering is vervallen", AGENDA),
];

const AGENDA: &str = "zet in vergadering.toml terug wat er stond, en zet wat niet klopt in verslag.toml als [[correctie]] met datum en tekst";

fn line_of_head(changed: &Changed) -> Option<&'static Line> {
    HEAD.iter().find(|line| changed.how != How::Unnamed && changed.line.as_deref() == Some(line.0))
}

/// What to do: answers stand in files of their own.
fn mend(changed: &Changed) -> &'static str {
    if changed.how == How::Unnamed {
        return match changed.part {
            Part::Item => "beraad vastleggen schreef ze erbij: zet terug wat er bij namen en naar stond",
            _ => "beraad vastleggen schreef ze erbij: zet terug wat er bij namen stond",
        };
    }
    if matches!(changed.how, How::Renamed(_)) {
        return "zet terug wat er stond; is het sindsdien anders, zet dan in convenant.toml wat het tot wanneer was: \
                eerdere_naam, of een zetel of vertegenwoordiging met tot";
    }
    match changed.part {
        Part::Head => line_of_head(changed).map_or(
            "zet terug wat er stond; heet iets nu anders of zit een ander voor, zet dan in convenant.toml wat het was: \
             eerdere_naam, eerdere_besluitenlijst of eerdere_voorzitter; zet wat niet klopt in verslag.toml als [[correctie]] \
             met datum en tekst",
            |line| line.2,
        ),
        Part::Item => AGENDA,
        Part::Persons => {
            "zet bij persoon in convenant.toml en bij naam in personen.toml terug wat er stond; is er een opvolger, geef de zetel \
             dan tot, en de opvolger een eigen zetel met van"
        }
        Part::Abbreviations => "beraad vastleggen schreef ze erbij: zet terug wat er bij begrippen stond",
        Part::Answers | Part::Reasons => {
            "zet het antwoord in de map raadpleging terug, en zet wat niet klopt in verslag.toml als [[correctie]] met datum en tekst"
        }
        _ => "zet de tekst terug, en zet wat niet klopt erbij als [[correctie]] met datum en tekst",
    }
}

/// What changed, and where.
fn told(at: &At<'_>, changed: &Changed, adopted: NaiveDate) -> String {
    let place = changed.item.map(|item| format!("“{}”: ", *at.meeting.items[item].title)).unwrap_or_default();
    let part = line_of_head(changed).map_or(part(changed.part), |line| line.1);
    let (verb, now) = match &changed.how {
        How::New => ("iets toegevoegd", String::new()),
        How::Gone => ("alles weggehaald", String::new()),
        How::Other(words) => ("iets veranderd", words.as_deref().map(now).unwrap_or_default()),
        How::Unnamed => {
            return dutch::capital(&format!(
                "{place}in deze vaststelling staan bij {part} de namen van toen niet meer."
            ));
        }
        How::Renamed(words) => ("een naam of functie veranderd", words.as_deref().map(now).unwrap_or_default()),
    };
    dutch::capital(&format!("{place}na de vaststelling op {} is {verb} bij {part}{now}.", dutch::date(adopted)))
}

/// What a part is called.
const fn part(part: Part) -> &'static str {
    match part {
        Part::Head => "de kop",
        Part::Meeting => "de gegevens van de vergadering",
        Part::Attendance => "de aanwezigheid",
        Part::Persons => "de namen van personen",
        Part::Abbreviations => "de afkortingen",
        Part::Title => "het nummer of de titel",
        Part::Item => "hoe het op de agenda stond",
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
