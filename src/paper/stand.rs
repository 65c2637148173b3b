//! The state of a consultation: requested decisions against parties, per speaker, and what is still needed.

mod asked;
mod stap;
mod tabel;

use serde::Serialize;

use self::asked::{Parties, Vraag};
use self::stap::{Known, Stap};
use self::tabel::Tabel;
use super::apart::{Telling, TeltNiet};
use super::parts::{self, Vergadering};
use super::standpunten::{Voices, Zin};
use super::{Addressees, Field, Fields, Missing, Scope, View, release, words};
use crate::dutch;
use crate::model::called;
use crate::model::consultation::{self, Asks, Stand};
use crate::model::{Item, ItemId, MeetingId, PartyId, Region, Reply, SendingKind};

/// The whole.
#[derive(Debug, Serialize)]
pub(super) struct StandOverzicht<'a> {
    vergadering: Vergadering<'a>,
    /// How many answered of how many that were asked, and how many of these not all, or an earlier text.
    geantwoord: usize,
    gevraagd: usize,
    /// With those who were never asked.
    allen: usize,
    niet_op_alles: usize,
    /// How many gave input and answered nothing.
    alleen_inbreng: usize,
    op_eerdere_tekst: usize,
    /// To what they did: a text, or a question in any case.
    eerdere: &'static str,
    /// What is still asked: `besluiten`, `inbreng` or `niets`.
    vraagt: &'static str,
    /// How many did not answer, and were never asked either.
    niet_gevraagd: usize,
    sluiting: String,
    gesloten: bool,
    /// The meeting is over, or was called off: nobody needs to be called.
    voorbij: bool,
    op: String,
    stap: Option<Stap>,
    groepen: Vec<Groep<'a>>,
}

/// Those for whom one party speaks.
#[expect(clippy::struct_excessive_bools, reason = "a template asks for each by its name")]
#[derive(Debug, Serialize)]
pub(super) struct Groep<'a> {
    spreker: Option<&'a str>,
    vragen: Vec<Vraag>,
    herinnerd: Vec<Vraag>,
    /// Somebody answered.
    antwoorden: bool,
    /// Who speaks laid down its own position too: it was not asked.
    eigen: bool,
    /// Nobody in it was to be asked: they laid down what they think of their own accord.
    zelf: bool,
    ernaast_gevraagd: bool,
    tabellen: Vec<Tabel<'a>>,
    redenen: Vec<Redenen<'a>>,
    /// What was written beside the form.
    ernaast: Vec<Ernaast<'a>>,
    /// What was said and does not count.
    telt_niet: Vec<TeltNiet<'a>>,
    /// Whose answers have a day that is still to come.
    dag_moet_komen: Option<String>,
    /// Nobody in it can answer any more.
    voorbij: bool,
    stil: Option<String>,
    alleen_inbreng: Option<String>,
    onvolledig: Option<String>,
    /// Of whom something was never asked, and of whom nothing: they are not late on it.
    niet_gevraagd: Option<String>,
    ongevraagd: Option<String>,
    /// Who answered an earlier text and was not asked anew, and who was.
    verouderd: Option<String>,
    /// To what those, and those who were asked anew, answered: a text, or a question in any case.
    eerdere: &'static str,
    opnieuw_gevraagd: Option<String>,
    /// Who gave different answers on one day, and nobody knows which was the last.
    volgorde_onbekend: Option<String>,
    /// Answers that are not ordinary: after the closing date, by word of mouth, a second time.
    na_sluiting: Option<String>,
    mondeling: Vec<Mondeling<'a>>,
    opnieuw: Option<String>,
    stap: Stap,
}

/// Why parties do not simply agree to an item.
#[derive(Debug, Serialize)]
pub(super) struct Redenen<'a> {
    nummer: &'a str,
    titel: &'a str,
    zinnen: Vec<Zin<'a>>,
}

/// What a party wrote beside the form.
#[derive(Debug, Serialize)]
pub(super) struct Ernaast<'a> {
    partij: &'a str,
    datum: String,
    tekst: Field,
}

/// An answer by word of mouth.
#[derive(Debug, Serialize)]
pub(super) struct Mondeling<'a> {
    partij: &'a str,
    hoe: &'static str,
    genoteerd_door: Option<&'a str>,
}

/// Composes the state.
pub(super) fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let id = parts::meeting_of(scope)?;
    let region = scope.region;
    release::of_answers(scope, id, "stand van de raadpleging")?;
    let asked = scope.asked(id)?;
    if asked.is_empty() {
        return Err(Missing(format!("Voor {} wordt niemand geraadpleegd.", called::meeting(region, id))));
    }
    let mut groups: Vec<(Option<PartyId>, Vec<PartyId>)> = Vec::new();
    for one in asked {
        match groups.iter_mut().find(|(speaker, _)| *speaker == one.speaker) {
            Some((_, parties)) => parties.push(one.party),
            None => groups.push((one.speaker, vec![one.party])),
        }
    }
    let mut all: Vec<PartyId> = groups.iter().flat_map(|(_, parties)| parties.iter().copied()).collect();
    let by_chosen =
        |party: &PartyId| scope.on_behalf_of.is_none_or(|by| consultation::asker(&region[id], *party) == Some(by));
    let besides: Vec<PartyId> = consultation::asked_besides(region, id).into_iter().filter(by_chosen).collect();
    all.extend(&besides);
    let due = consultation::due_of_all(region, &region[id], &all);
    let counts = Parties { region, id, all: &all };
    let mut fields = Fields::default();
    let own = counts.unasked().into_iter().filter(|party| !besides.contains(party));
    let (speaking, apart): (Vec<_>, Vec<_>) =
        own.partition(|party| groups.iter().any(|(speaker, _)| *speaker == Some(*party)));
    let of_group = |(speaker, parties): &(Option<PartyId>, Vec<PartyId>)| {
        let own: Vec<PartyId> = speaking.iter().copied().filter(|party| *speaker == Some(*party)).collect();
        group(scope, id, *speaker, parties, &own, &mut fields)
    };
    let mut groepen: Vec<Groep> = groups.iter().map(of_group).collect();
    if !besides.is_empty() {
        groepen.push(group(scope, id, None, &besides, &[], &mut fields));
    }
    // who asks for one speaker sees that part
    if !apart.is_empty() && scope.on_behalf_of.is_none() {
        groepen.push(group(scope, id, None, &[], &apart, &mut fields));
    }
    let secretary = || "de secretaris".to_owned();
    let steps: Vec<(String, Stap)> = groepen
        .iter()
        .filter(|it| !it.zelf && !it.ernaast_gevraagd)
        .map(|it| (it.spreker.map_or_else(secretary, str::to_owned), it.stap.clone()))
        .collect();
    let data = StandOverzicht {
        vergadering: parts::head(region, id),
        vraagt: match consultation::asks(&region[id]) {
            Asks::Decisions => "besluiten",
            Asks::Input => "inbreng",
            Asks::Nothing => "niets",
        },
        geantwoord: counts.that(|party| counts.answered(party)).len(),
        gevraagd: counts.that(|party| counts.reacted(party) || counts.was_asked(party)).len(),
        allen: all.len(),
        alleen_inbreng: counts.that(|party| counts.gave_input_alone(party)).len(),
        niet_op_alles: counts.that(|party| counts.answered(party) && counts.has(party, Stand::Silent)).len(),
        eerdere: counts.answered_earlier(),
        op_eerdere_tekst: counts.that(|party| counts.has(party, Stand::Stale)).len(),
        niet_gevraagd: counts.that(|party| !counts.reacted(party) && !counts.was_asked(party)).len(),
        sluiting: dutch::date(due),
        gesloten: scope.today > due,
        voorbij: region[id].is_done(scope.today),
        op: dutch::date(scope.today),
        stap: Stap::first(&steps),
        groepen,
    };
    Ok(vec![View {
        template: "stand",
        stem: "stand".to_owned(),
        label: "Stand van de raadpleging".to_owned(),
        title: parts::title("Stand van de raadpleging", region, id),
        fields: fields.0,
        addressees: Addressees::Askers(scope.on_behalf_of),
        data: Box::new(data),
        ..View::default()
    }])
}

fn group<'a>(
    scope: &Scope<'a>,
    id: MeetingId,
    speaker: Option<PartyId>,
    parties: &[PartyId],
    own: &[PartyId],
    fields: &mut Fields<'a>,
) -> Groep<'a> {
    let region = scope.region;
    let they = Parties { region, id, all: parties };
    let names = |wanted: &dyn Fn(PartyId) -> bool| parts::names(region, id, &they.that(wanted));
    let due = consultation::due_of_all(region, &region[id], parties);
    let shown: Vec<PartyId> = own.iter().chain(parties).copied().collect();
    let all = Parties { region, id, all: &shown };
    let told = all.with_gone(speaker);
    let asks = consultation::asks(&region[id]);
    let touched = |party| they.reacted(party) || they.was_asked(party);
    let silent = |party| touched(party) && !they.answered(party) && !they.gave_input_alone(party);
    let stil = names(&|party| asks != Asks::Nothing && silent(party));
    let alleen_inbreng = names(&|party| asks == Asks::Decisions && they.gave_input_alone(party));
    let onvolledig = names(&|party| they.answered(party) && they.has(party, Stand::Silent));
    let unasked = |party| asks != Asks::Nothing && (they.has(party, Stand::NotAsked) || !touched(party));
    let wholly = |party| !touched(party) || they.has_only(party, Stand::NotAsked);
    let niet_gevraagd = names(&|party| unasked(party) && !wholly(party));
    let ongevraagd = names(&|party| unasked(party) && wholly(party));
    let verouderd = names(&|party| they.is_stale(party, false));
    let opnieuw_gevraagd = names(&|party| they.is_stale(party, true));
    let volgorde_onbekend = names(&|party| they.has(party, Stand::Unordered));
    let waiting =
        they.that(|party| they.was_asked(party) && (they.has(party, Stand::Silent) || they.is_stale(party, true)));
    let closed = consultation::is_closed_on(&region[id], scope.today);
    let over = region[id].is_done(scope.today) || !parties.is_empty() && closed;
    let stap = Stap::of(&Known {
        today: scope.today,
        due,
        over,
        asked: parties.iter().filter_map(|party| they.asked_on(*party)).max(),
        reminded: they.reminded_on(&waiting),
        answered: parties.iter().any(|party| they.reacted(*party)),
        // who gives no input is not late
        silent: asks == Asks::Decisions && stil.is_some() || alleen_inbreng.is_some(),
        partly: onvolledig.is_some() || opnieuw_gevraagd.is_some(),
        stale: verouderd.is_some(),
        unasked: niet_gevraagd.is_some() || ongevraagd.is_some(),
        unordered: volgorde_onbekend.is_some(),
    });
    Groep {
        spreker: speaker.map(|speaker| region.called(id, speaker)),
        vragen: they.questions(SendingKind::Consultation),
        herinnerd: they.questions(SendingKind::Reminder),
        antwoorden: parties.iter().any(|party| they.reacted(*party)),
        eigen: !own.is_empty(),
        zelf: parties.is_empty(),
        ernaast_gevraagd: speaker.is_none() && !parties.is_empty() && !region[id].is_written(),
        tabellen: tabel::of(scope, id, &shown, own),
        redenen: reasons(scope, id, parties, own),
        ernaast: beside(region, id, &told, fields),
        telt_niet: Telling { region, today: scope.today, named: true, numbered: true }.whole(id, &told, fields),
        dag_moet_komen: all.awaited(),
        voorbij: over,
        stil,
        alleen_inbreng,
        onvolledig,
        niet_gevraagd,
        ongevraagd,
        verouderd,
        eerdere: they.answered_earlier(),
        opnieuw_gevraagd,
        volgorde_onbekend,
        na_sluiting: all.with_day(&|reply| consultation::came_after_due(region, &region[id], reply)),
        mondeling: all.newest().filter_map(|reply| spoken(region, id, reply)).collect(),
        opnieuw: all.with_day(&|reply| consultation::in_time(&region[id], reply.party).len() > 1),
        stap,
    }
}

/// Why parties do not simply agree, in their own words.
fn reasons<'a>(scope: &Scope<'a>, id: MeetingId, parties: &[PartyId], own: &[PartyId]) -> Vec<Redenen<'a>> {
    let region = scope.region;
    let voices = Voices { region, today: scope.today, others: parties, own };
    let of = |(index, item): (usize, &'a Item)| {
        let mut zinnen = voices.zinnen(ItemId { meeting: id, index });
        zinnen.retain(Zin::is_an_answer_with_more);
        Redenen { nummer: &item.number, titel: &item.title, zinnen }
    };
    region[id].proposals().map(of).filter(|it| !it.zinnen.is_empty()).collect()
}

/// What parties wrote beside the form, the oldest first.
fn beside<'a>(region: &'a Region, id: MeetingId, parties: &[PartyId], fields: &mut Fields<'a>) -> Vec<Ernaast<'a>> {
    let replies = parties.iter().flat_map(|party| consultation::replies_of(&region[id], *party));
    let mut all = Vec::new();
    for reply in replies {
        let Some(text) = &reply.whole.accompanying else { continue };
        let (partij, datum) = (region.called(id, reply.party), dutch::short_date(reply.date));
        all.push(Ernaast { partij, datum, tekst: fields.add(text) });
    }
    all
}

/// An answer that is not on paper.
fn spoken<'a>(region: &'a Region, id: MeetingId, reply: &'a Reply) -> Option<Mondeling<'a>> {
    let hoe = words::spoken(reply.channel)?;
    Some(Mondeling { partij: region.called(id, reply.party), hoe, genoteerd_door: reply.whole.noted_by.as_deref() })
}
