//! A party acts as long as it exists: its seats and representations end with it, and what is of a day is of one that it saw.

use chrono::NaiveDate;

use crate::check::mend::{in_ledger, in_minutes, is_in_adopted};
use crate::check::mentions::{self, Mention};
use crate::check::{Found, shown::Whole};
use crate::dutch;
use crate::model::consultation;
use crate::model::{
    Actor, BodyId, Meeting, MeetingId, Party, PartyId, Period, Region, SeatHolder, Subject, queries::Standing,
};
use crate::source::Span;

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    if region.parties.iter().all(|party| party.period == Period::default()) {
        return;
    }
    offices(whole, found);
    chairs(whole, found);
    for mention in mentions::all(region) {
        named(whole, found, &mention);
    }
    for id in region.meeting_ids().filter(|_| !region.progress_broken) {
        left(whole, found, id);
    }
}

fn offices(whole: &Whole<'_>, found: &mut Found) {
    for seat in &whole.region.seats {
        if let SeatHolder::Party(party) = seat.holder {
            office(whole, found, party, (seat.body, seat.period, seat.span), "De zetel");
        }
    }
    for spoken in &whole.region.representations {
        let place = (spoken.body, spoken.period, spoken.span);
        office(whole, found, spoken.by, place, "De vertegenwoordiging");
        if let Some(substitute) = spoken.substitute {
            office(whole, found, substitute, place, "De vertegenwoordiging bij verhindering door");
        }
    }
}

fn office(whole: &Whole<'_>, found: &mut Found, party: PartyId, place: (BodyId, Period, Span), what: &str) {
    let (body, period, span) = place;
    let (id, party) = (party, &whole.region[party]);
    let of = if what.ends_with("door") { "" } else { "van " };
    if let Some(from) = party.period.from
        && let Some(early) = period.from.filter(|early| *early < from)
    {
        let (early, begin) = (dutch::short_date(early), dutch::short_date(from));
        let message =
            format!("{what} {of}{} begint op {early}, maar die partij bestaat pas vanaf {begin}.", party.name_on(from));
        found.at(span, message, format!("schrijf: van = {from}")).see(party.span, "hier begint de partij");
    }
    let Some(until) = party.period.until else { return };
    let runs_on = period.until.is_none_or(|end| end > until);
    let planned = |meeting: &Meeting| meeting.body == body && meeting.date.value > until;
    // as long as nobody meets after the end, there is time to close it
    let matters = whole.today > until || whole.region.meetings.iter().any(planned);
    if runs_on && matters {
        let end = dutch::short_date(until);
        let message =
            format!("{what} {of}{} loopt door, maar die partij bestaat tot en met {end}.", party.name_on(until));
        let hint = format!("schrijf: tot = {until}{}", goes_on(whole, id, until));
        found.at(span, message, hint).see(party.span, "hier houdt de partij op");
    }
}

/// Who may go on after the last day of a party, in the same way.
fn goes_on(whole: &Whole<'_>, party: PartyId, until: NaiveDate) -> String {
    let Some(next) = until.succ_opt() else { return String::new() };
    let heir = whole.region.party_on(party, next).map(|heir| whole.region[heir].name_on(next));
    heir.map(|heir| format!("; gaat {heir} ermee door, zet dat er dan bij met van = {next}")).unwrap_or_default()
}

/// The chair goes on in what its party was merged into; where that is nobody, nobody chairs.
fn chairs(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    for (id, body) in region.body_ids().zip(&region.bodies) {
        let mine = |meeting: &&Meeting| meeting.body == id && meeting.cancelled.is_none();
        let unchaired = |meeting: &Meeting| region.chair_on(id, meeting.date.value).is_none();
        if let Some(meeting) = region.meetings.iter().filter(mine).find(|meeting| unchaired(meeting))
            && let Some(chair) = body.named_chair(meeting.date.value)
        {
            let (message, hint) = absent(region, chair, meeting.date.value);
            let former = body.former_chair(meeting.date.value);
            let place = former.map_or((body.span, "voorzitter"), |one| (one.span, "partij"));
            let more = found.at(place.0, message, hint).key(place.1);
            more.see(meeting.date.span, "dan wordt er vergaderd").see(region[chair].span, life(&region[chair]));
        }
    }
    if let (Some(centre), Some(span)) = (region.covenant.centre, region.covenant.span)
        && region.centre_on(whole.today).is_none()
    {
        let (message, hint) = absent(region, centre, whole.today);
        found.at(span, message, hint).key("centrumgemeente").see(region[centre].span, life(&region[centre]));
    }
}

fn named(whole: &Whole<'_>, found: &mut Found, mention: &Mention) {
    let region = whole.region;
    let party = &region[mention.party];
    if mention.days.overlaps(party.period) {
        return;
    }
    let ended = mention.days.from.filter(|first| party.has_ended(*first));
    let Some(day) = ended.or(mention.days.until) else { return };
    let (message, hint) = absent(region, mention.party, day);
    let successor = region.party_on(mention.party, day).filter(|_| mention.is_reply());
    let hint = successor.map_or(hint, |now| {
        format!("vraag het {}; dat antwoord komt in raadpleging/{}.toml", region[now].name_on(day), region[now].key)
    });
    let hint = unasked(region, mention, day).unwrap_or(hint);
    let there = mention.meeting.map(|id| &region[id]).filter(|there| is_in_adopted(there, mention.span, whole.today));
    let hint = there.map_or(hint.clone(), |there| in_minutes(there, whole.today, hint));
    let more = found.at(mention.span, message, hint).value(mention.key).words(&party.key);
    more.see(party.span, life(party)).within(mention.meeting, mention.item);
}

/// What to do about a party that was asked, where nobody has to ask who goes on for it.
fn unasked(region: &Region, mention: &Mention, day: NaiveDate) -> Option<String> {
    let meeting = mention.meeting.filter(|_| mention.key == Some("aan") && mention.item.is_none())?;
    let now = region.party_on(mention.party, day)?;
    let is_asked = consultation::asked(region, meeting).iter().any(|asked| asked.party == now);
    let (gone, name) = (&region[mention.party], region[now].name_on(day));
    let hint = || {
        format!("{} is opgegaan in {name}, dat hier niet wordt gevraagd: haal \"{}\" weg", gone.name_on(day), gone.key)
    };
    (!is_asked).then(hint)
}

/// That a party does not exist on a day, and who does.
fn absent(region: &Region, party: PartyId, day: NaiveDate) -> (String, String) {
    let (name, ended) = (region[party].name_on(day), region[party].has_ended(day));
    let when = if ended { "niet meer" } else { "nog niet" };
    let message = format!("{name} bestaat op {} {when}.", dutch::date(day));
    let hint = match region.party_on(party, day) {
        Some(now) => format!("{name} is opgegaan in {}: schrijf \"{}\"", region[now].name_on(day), region[now].key),
        None => "noem een partij die dan bestaat, of kijk in convenant.toml van, tot en opgegaan_in na".to_owned(),
    };
    (message, hint)
}

fn life(party: &Party) -> String {
    match (party.period.from, party.period.until) {
        (Some(from), None) => format!("deze partij bestaat vanaf {}", dutch::short_date(from)),
        (None, Some(until)) => format!("deze partij bestaat tot en met {}", dutch::short_date(until)),
        (Some(from), Some(until)) => {
            format!("deze partij bestaat van {} tot en met {}", dutch::short_date(from), dutch::short_date(until))
        }
        (None, None) => "deze partij staat hier".to_owned(),
    }
}

/// What a party that ended still had to do, when nobody does it in its place.
fn left(whole: &Whole<'_>, found: &mut Found, id: MeetingId) {
    let (region, today) = (whole.region, whole.today);
    let open = |about| matches!(region.track(about, None, today).standing, Standing::Open);
    let gone = |who: &[Actor]| {
        let parties = who.iter().filter_map(|actor| if let Actor::Party(party) = actor { Some(*party) } else { None });
        let mut gone = parties.filter(|party| region[*party].has_ended(today));
        gone.find(|party| region.party_on(*party, today).is_none())
    };
    for treated in region[id].minutes.iter().flat_map(|minutes| &minutes.items) {
        let actions = treated.actions.iter().map(|it| (Subject::Action(id, it.number), &it.who[..], it.span));
        let commitments = treated.commitments.iter();
        let commitments = commitments.map(|it| (Subject::Commitment(id, it.number), it.who.as_slice(), it.span));
        for (about, who, span) in actions.chain(commitments).filter(|(about, ..)| open(*about)) {
            let Some(party) = gone(who).filter(|party| region[*party].exists(region[id].date.value)) else { continue };
            let (name, until) = (region[party].name_on(today), region[party].period.until.unwrap_or(today));
            let message = format!(
                "Dit is nog niet klaar, maar {name} bestaat niet meer: de laatste dag was {}.",
                dutch::date(until)
            );
            let hint = format!(
                "zet bij {name} in convenant.toml: opgegaan_in = \"…\"; of {}",
                in_ledger(&about_key(region, about), "afgerond = true, of vervallen = \"<reden>\"")
            );
            let more = found.at(span, message, hint).key("wie").see(region[party].span, life(&region[party]));
            more.within(Some(id), None);
        }
    }
}

fn about_key(region: &Region, about: Subject) -> String {
    let folder = &region[about.meeting()].key;
    match about {
        Subject::Action(_, number) => format!("{folder}#actie-{number}"),
        Subject::Commitment(_, number) => format!("{folder}#toezegging-{number}"),
        Subject::Item(..) => folder.clone(),
    }
}
