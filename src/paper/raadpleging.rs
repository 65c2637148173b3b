//! The mandate consultation: what each represented party is asked before a meeting.

mod erbij;
mod geld;
mod verouderd;

use chrono::NaiveDate;
use serde::Serialize;

use self::erbij::{Erbij, not_asked};
use self::geld::Geld;
use self::verouderd::Verouderd;
use super::head::sent_on;
use super::parts::{self, Punt, Vergadering};
use super::{Addressees, Asking, Fields, Missing, Scope, View, release};
use crate::answer::Mark;
use crate::model::called;
use crate::model::consultation::{self, Asked, Seen, Stand};
use crate::model::{Item, ItemId, Meeting, MeetingId, PartyId, Person, SendingKind, Treatment};
use crate::{dutch, fingerprint};

/// The consultation of one party.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "what a template asks")]
pub(super) struct Raadpleging<'a> {
    vergadering: Vergadering<'a>,
    kenmerk: Mark,
    aan: &'a str,
    gemeente: bool,
    van: Option<&'a str>,
    /// Whom to ask, with address and telephone; where the answer goes.
    contact: Option<String>,
    contact_adres: Option<&'a str>,
    /// On what this question is based, in the words of the covenant.
    grondslag: Option<&'a str>,
    vraagt_instemming: bool,
    vraagt_advies: bool,
    spreker: Option<&'a str>,
    zelf: bool,
    andere_spreker: bool,
    uiterlijk: String,
    stukken_verzonden: Option<String>,
    /// When late papers were sent.
    stukken_nagezonden: Option<String>,
    alleen_nodig: bool,
    herinnering: bool,
    /// The day until which answers are asked is over; whether the party was asked before that.
    gesloten: bool,
    op_tijd_gevraagd: bool,
    /// The meeting was held: no answer counts any more.
    voorbij: bool,
    /// Its agenda was not sent, and may become another.
    concept: bool,
    /// It is over, and answers still count: until the day of the meeting, where that is to come.
    alsnog: bool,
    voor: Option<String>,
    /// The party answered before, though not all.
    antwoordde: bool,
    onbeantwoord: bool,
    /// Items that changed since it was asked, and on which it is silent.
    veranderd: Option<String>,
    /// Items of which it was asked nothing.
    nieuw: Option<String>,
    /// Single decisions that it was not asked.
    erbij: Vec<Erbij<'a>>,
    verouderd: Vec<Verouderd<'a>>,
    /// Items of which it gave two answers on one day, and nobody knows the last.
    verschillend: Option<String>,
    /// Items of which explanation or papers changed after its answer, which still counts.
    andere_stukken: Option<String>,
    alles: bool,
    punten: Vec<Vraag<'a>>,
}

/// What is asked about one item.
#[derive(Debug, Serialize)]
pub(super) struct Vraag<'a> {
    #[serde(flatten)]
    punt: Punt<'a>,
    #[serde(skip)]
    treatment: Treatment,
    kenmerk: Mark,
    geld: Option<Geld>,
    besluiten: Vec<Besluit<'a>>,
}

/// A requested decision.
#[derive(Debug, Serialize)]
pub(super) struct Besluit<'a> {
    nr: usize,
    tekst: &'a str,
    kenmerk: Mark,
}

/// How many items and how many decisions are asked about.
fn asks(punten: &[Vraag<'_>]) -> (usize, usize) {
    (punten.len(), punten.iter().map(|punt| punt.besluiten.len()).sum())
}

/// Composes a consultation for every party that is asked, or for the one that was named.
pub(super) fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let id = parts::meeting_of(scope)?;
    let region = scope.region;
    let of = || called::meeting(region, id);
    if region.public {
        return Err(Missing(format!("De raadpleging voor {} is niet openbaar.", of())));
    }
    let paper = if scope.asking == Asking::Reminder { "herinnering" } else { "raadpleging" };
    if region[id].cancelled.is_some() {
        return Err(Missing(format!(
            "Er is geen {paper} voor {}: die {} gaat niet door.",
            of(),
            called::kind(&region[id])
        )));
    }
    if scope.asking == Asking::Reminder && region[id].is_over(scope.today) {
        let what = if region[id].is_written() { "die ronde is gesloten" } else { "die vergadering is geweest" };
        return Err(Missing(format!("Er is geen {paper} voor {}: {what}.", of())));
    }
    if region[id].proposals().next().is_none() {
        return Err(Missing(format!("Er is geen {paper} voor {}: er is nog geen agendapunt om voor te leggen.", of())));
    }
    let mut asked = chosen(scope, id)?;
    if scope.asking == Asking::Reminder {
        if consultation::is_closed_on(&region[id], scope.today) {
            asked.clear();
        }
        if asked.is_empty() {
            return Err(Missing(format!("Er is geen {paper} voor {}: die ronde is gesloten.", of())));
        }
    }
    let forms: Vec<View> = asked.into_iter().filter_map(|asked| ask(scope, id, asked)).collect();
    if forms.is_empty() {
        let only = region.parties.iter().find(|party| Some(party.key.as_str()) == scope.only);
        let all = match (only, scope.on_behalf_of) {
            (Some(party), _) => party.name.clone(),
            (None, Some(by)) => format!("Ieder namens wie {} spreekt,", region[by].name),
            (None, None) => "Iedereen".to_owned(),
        };
        return Err(Missing(format!("{all} heeft op alles geantwoord voor {}.", of())));
    }
    Ok(forms)
}

/// Who is asked: all, or the party that was named.
fn chosen(scope: &Scope, id: MeetingId) -> Result<Vec<Asked>, Missing> {
    let region = scope.region;
    let of = || called::meeting(region, id);
    // who speaks for others, or for itself, can lay down its own position in the same form
    let own = scope.only.and_then(|key| region.party_ids().find(|party| region[*party].key == key));
    if let Some(party) = own.filter(|party| consultation::may_answer(region, id, *party))
        && scope.on_behalf_of.is_none_or(|by| by == party)
        && !consultation::asked(region, id).iter().any(|asked| asked.party == party)
    {
        return Ok(vec![Asked { party, by: None, speaker: Some(party) }]);
    }
    let mut asked = scope.asked(id)?;
    if asked.is_empty() {
        return Err(Missing(format!("Er is geen raadpleging voor {}: daar spreekt niemand namens een ander.", of())));
    }
    let Some(only) = scope.only else { return Ok(asked) };
    asked.retain(|asked| region[asked.party].key == only);
    if !asked.is_empty() {
        return Ok(asked);
    }
    Err(Missing(match region.parties.iter().find(|party| party.key == only) {
        Some(party) => {
            let nobody = scope.on_behalf_of.map(|by| format!("{} niet", region[by].name));
            let nobody = nobody.as_deref().unwrap_or("niemand");
            format!("In {} spreekt {nobody} namens {}.", of(), party.name)
        }
        None => format!("Er is geen partij {only}."),
    }))
}

/// The form of one party; nothing when only what is needed is asked, and it answered all.
fn ask<'a>(scope: &Scope<'a>, id: MeetingId, asked: Asked) -> Option<View<'a>> {
    let region = scope.region;
    let meeting = &region[id];
    let party = &region[asked.party];
    let due = consultation::asked_until(region, meeting, asked.party, scope.today);
    let mut fields = Fields::default();
    let name = |party: PartyId| region.called(id, party);
    let proposals = meeting.proposals().map(|(index, _)| ItemId { meeting: id, index });
    let waits = |wanted: Stand| {
        let items = meeting.proposals().map(|(index, _)| index);
        let stands = |index| consultation::stands(region, ItemId { meeting: id, index }, asked.party);
        items.filter(|index| stands(*index).contains(&wanted)).collect::<Vec<_>>()
    };
    let punten: Vec<Vraag> = proposals.filter_map(|item| question(scope, item, asked.party, &mut fields)).collect();
    if punten.is_empty() {
        return None;
    }
    let antwoordde = meeting.replies.iter().any(|reply| reply.party == asked.party);
    let (whole, erbij) = not_asked(region, id, asked.party, &waits(Stand::NotAsked));
    let silent = waits(Stand::Silent);
    let changed = consultation::changed_since_asked(meeting, asked.party).into_iter();
    let changed: Vec<usize> = changed.filter(|item| silent.contains(item)).collect();
    let saw = |index: &usize| {
        consultation::has_seen(region, ItemId { meeting: id, index: *index }, asked.party, Seen::ChangedSince)
    };
    let other_papers: Vec<usize> = meeting.proposals().map(|(index, _)| index).filter(saw).collect();
    // nobody is reminded of what was never asked
    let was_asked = antwoordde || consultation::was_consulted(meeting, asked.party);
    let reminder = scope.asking == Asking::Reminder && was_asked;
    let contact = region.contact_for(id, asked.party, asked.by);
    let person = contact.map(|contact| &region[contact]);
    let data = Raadpleging {
        vergadering: parts::head_of_question(region, id, due),
        kenmerk: Mark::Form { meeting: meeting.key.clone(), party: party.key.clone() },
        aan: name(asked.party),
        gemeente: party.is_municipality(),
        van: asked.by.map(name),
        contact: person.map(told),
        contact_adres: person.and_then(|person| person.email.as_deref()),
        grondslag: region.covenant.ground.as_deref(),
        vraagt_instemming: asks_for(&punten, |treatment| treatment != Treatment::Advice),
        vraagt_advies: asks_for(&punten, |treatment| treatment == Treatment::Advice),
        spreker: asked.speaker.filter(|speaker| *speaker != asked.party).map(name),
        zelf: asked.speaker == Some(asked.party),
        andere_spreker: asked.by.is_some() && asked.speaker.is_some() && asked.speaker != asked.by,
        uiterlijk: dutch::date(due),
        stukken_verzonden: sent_on(meeting, SendingKind::Agenda),
        stukken_nagezonden: sent_on(meeting, SendingKind::Late),
        alleen_nodig: scope.asking != Asking::All && antwoordde,
        herinnering: reminder,
        gesloten: scope.today > due,
        op_tijd_gevraagd: !meeting.was_brought_forward() && could_answer(meeting, asked.party, due),
        voorbij: meeting.is_over(scope.today),
        concept: release::is_draft(region, id) && !meeting.is_over(scope.today),
        alsnog: scope.today > due && !meeting.is_over(scope.today),
        voor: (!meeting.is_written() && scope.today < meeting.date.value).then(|| dutch::date(meeting.date.value)),
        antwoordde,
        onbeantwoord: !silent.is_empty(),
        veranderd: parts::numbers(meeting, &changed),
        nieuw: parts::numbers(meeting, &whole),
        erbij,
        verouderd: verouderd::stale(region, id, asked.party),
        verschillend: parts::numbers(meeting, &waits(Stand::Unordered)),
        andere_stukken: parts::numbers(meeting, &other_papers),
        alles: punten.iter().any(|punt| !punt.besluiten.is_empty()),
        punten,
    };
    let label = if reminder { "Herinnering raadpleging" } else { "Raadpleging" };
    let whom = name(asked.party);
    Some(View {
        template: "raadpleging",
        stem: format!("{}-{}", if reminder { "herinnering" } else { "raadpleging" }, party.key),
        title: parts::title(&format!("{label} {whom},"), region, id),
        label: label.to_owned(),
        whom: Some(whom.to_owned()),
        fields: fields.0,
        asks: Some(asks(&data.punten)),
        addressees: Addressees::Party(asked.party, contact),
        data: Box::new(data),
        ..View::default()
    })
}

/// Whether a decision is asked about in this way.
fn asks_for(questions: &[Vraag<'_>], wanted: fn(Treatment) -> bool) -> bool {
    questions.iter().any(|question| !question.besluiten.is_empty() && wanted(question.treatment))
}

/// Somebody with function, address and telephone, as far as they are known.
fn told(person: &Person) -> String {
    let about = [person.function.as_deref(), person.email.as_deref(), person.phone.as_deref()];
    let parts: Vec<&str> = [Some(person.name.as_str())].into_iter().chain(about).flatten().collect();
    parts.join(", ")
}

/// Whether a party could answer until a day, as far as the sendings say.
fn could_answer(meeting: &Meeting, party: PartyId, due: NaiveDate) -> bool {
    let questions = || consultation::questions_to(meeting, party);
    questions().all(|it| it.kind != SendingKind::Consultation) || questions().any(|it| it.date <= due)
}

/// What is asked of a party about an item; nothing when only what is needed is asked, and nothing is.
fn question<'a>(scope: &Scope<'a>, id: ItemId, party: PartyId, fields: &mut Fields<'a>) -> Option<Vraag<'a>> {
    let item = &scope.region[id];
    let answered = scope.region[id.meeting].replies.iter().any(|reply| reply.party == party);
    let only_needed = scope.asking != Asking::All && answered;
    let besluiten =
        item.asked().filter(|(nr, _)| !only_needed || consultation::is_needed(scope.region, id, party, *nr));
    let besluiten: Vec<Besluit> = besluiten
        .map(|(nr, asked)| Besluit { nr, tekst: &asked.value, kenmerk: decision_mark(item, nr, &asked.value) })
        .collect();
    if only_needed && besluiten.is_empty() {
        return None;
    }
    let seen = item.fingerprint.as_deref().map(|print| fingerprint::digits(print).to_owned());
    let kenmerk = Mark::Item { item: item.key.clone(), seen };
    let (punt, geld) = (parts::item(scope, id, fields), geld::of(item, fields));
    Some(Vraag { punt, treatment: item.treatment, kenmerk, geld, besluiten })
}

fn decision_mark(item: &Item, nr: usize, asked: &str) -> Mark {
    let (number, words) = (u16::try_from(nr).unwrap_or(u16::MAX), fingerprint::words(asked));
    Mark::Decision { item: item.key.clone(), number, words, treatment: Some(item.treatment), choices: None }
}
