//! Forms as they were sent.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::answer::{Sent, earlier};
use crate::dutch;
use crate::model::called;
use crate::model::consultation;
use crate::model::{MeetingId, PartyId, Region, Reply, Treatment};
use crate::paper::{Asking, Bijgevoegd, DOCUMENTS, Document, From, Scope};
use crate::render::template::{TemplateFault, Templates};
use crate::render::{Sheet, letter, markdown};
use crate::work::mailing;

/// Adds the form of a consultation as it is sent, in every shape that comes back as text: to tell the words of the form
/// from what somebody wrote in it, and what its choices are called.
///
/// # Errors
///
/// When a template does not fit.
pub fn forms(
    region: &Region,
    id: MeetingId,
    party: &str,
    today: NaiveDate,
    templates: &Templates,
    sent: &mut Sent,
) -> Result<(), TemplateFault> {
    asked(region, id, party, today, templates, sent)?;
    for treatment in [Treatment::Information, Treatment::Discussion, Treatment::Advice, Treatment::Assent] {
        let before = treated(region, id, treatment);
        let scope = Scope { only: Some(party), asking: Asking::All, ..Scope::new(&before, today, Some(id)) };
        rendered(&scope, templates, sent)?;
    }
    for day in region[id].sendings.iter().map(|sending| sending.date).collect::<BTreeSet<_>>() {
        let before = treated_on(region, id, party, day);
        let scope = Scope { only: Some(party), asking: Asking::All, ..Scope::new(&before, today, Some(id)) };
        rendered(&scope, templates, sent)?;
    }
    let meeting = &region[id];
    // a question about what is open says what was answered until then
    let is_own = |reply: &Reply| region[reply.party].key == party;
    for count in 0..meeting.replies.iter().filter(|reply| is_own(reply)).count() {
        let mut before = region.clone();
        let mut left = count;
        before.meetings[id.0].replies.retain(|reply| {
            let kept = !is_own(reply) || left > 0;
            left -= usize::from(is_own(reply) && kept);
            kept
        });
        asked(&before, id, party, today, templates, sent)?;
    }
    if meeting.cancelled.is_some() || meeting.items.iter().any(|item| item.cancelled.is_some()) {
        // what was sent before something was withdrawn comes back as well
        let mut before = region.clone();
        let meeting = &mut before.meetings[id.0];
        meeting.cancelled = None;
        meeting.items.iter_mut().for_each(|item| item.cancelled = None);
        asked(&before, id, party, today, templates, sent)?;
    }
    // who was renamed since was asked by the name of then
    let days: BTreeSet<NaiveDate> = region[id].sendings.iter().map(|sending| sending.date).collect();
    for day in days.into_iter().filter(|day| region.is_renamed_after(*day)) {
        asked(&region.known_on(day), id, party, today, templates, sent)?;
    }
    agendas(region, id, today, templates, sent);
    Ok(())
}

/// The letters with the agenda: who answers a form may answer the mail of the agenda with it. What a dossier makes of them
/// that cannot be made, is no reason not to read an answer.
fn agendas(region: &Region, id: MeetingId, today: NaiveDate, templates: &Templates, sent: &mut Sent) {
    let Some(agenda) = DOCUMENTS.iter().find(|document| document.from == From::Agenda && document.inside.is_some())
    else {
        return;
    };
    let days: BTreeSet<NaiveDate> = region[id].sendings.iter().map(|sending| sending.date).chain([today]).collect();
    for day in days {
        let scope = Scope::new(region, day, Some(id));
        for view in agenda.compose(&scope).into_iter().flatten() {
            for along in along(&scope) {
                let text = templates.letter(&view, &along).ok().flatten();
                sent.texts.extend(text.map(|text| letter::finish(&text, &view.fields)));
            }
        }
    }
}

/// A region in which every item of a meeting is treated so, and something is asked of each: an item that is only told now
/// may have been asked before, in words that its mark knows.
fn treated(region: &Region, id: MeetingId, treatment: Treatment) -> Region {
    let mut before = region.clone();
    for item in &mut before.meetings[id.0].items {
        item.treatment = treatment;
        if item.asked().next().is_none() {
            item.requested = vec![item.title.clone()];
        }
    }
    before
}

/// A region in which each item of a meeting is treated as a party was asked about it last, on a day.
fn treated_on(region: &Region, id: MeetingId, party: &str, day: NaiveDate) -> Region {
    let mut before = region.clone();
    let Some(party) = region.party_ids().find(|one| region[*one].key == party) else { return before };
    for (at, item) in before.meetings[id.0].items.iter_mut().enumerate() {
        let may = consultation::answered_as(&region[id], party, at, day);
        item.treatment = may.last().copied().unwrap_or(item.treatment);
    }
    before
}

fn asked(
    region: &Region,
    id: MeetingId,
    party: &str,
    today: NaiveDate,
    templates: &Templates,
    sent: &mut Sent,
) -> Result<(), TemplateFault> {
    let of_party = |one: &PartyId| region[*one].key == party;
    let told = region.party_ids().find(of_party).map(|one| consultation::due_of(region, &region[id], one));
    let due = region[id].answers_due(region);
    let after = [Some(due), told].into_iter().flatten().filter_map(|day| day.succ_opt());
    // until when an answer is asked, the paper says otherwise after that day
    let days: BTreeSet<NaiveDate> = [today, due].into_iter().chain(after).collect();
    let asked = [Asking::All, Asking::Needed, Asking::Reminder];
    for (asking, day) in asked.into_iter().flat_map(|asking| days.iter().map(move |day| (asking, *day))) {
        let scope = Scope { only: Some(party), asking, ..Scope::new(region, day, Some(id)) };
        rendered(&scope, templates, sent)?;
    }
    if !sent.texts.is_empty() {
        let speaker = consultation::asked(region, id).into_iter().find(|asked| of_party(&asked.party));
        let speaker = speaker.and_then(|asked| asked.speaker).map_or("", |speaker| region.called(id, speaker));
        sent.texts.push(earlier(speaker, &dutch::the(region.meets_as(id))));
    }
    Ok(())
}

/// What a letter may say of what goes along.
fn along(scope: &Scope<'_>) -> [Bijgevoegd; 3] {
    let none = mailing::none_along(scope);
    let one = Bijgevoegd { aantal: 1, ..none.clone() };
    [Bijgevoegd { aantal: 2, ..Bijgevoegd::default() }, one, none]
}

fn rendered(scope: &Scope<'_>, templates: &Templates, sent: &mut Sent) -> Result<(), TemplateFault> {
    let views = Document::form().map(|document| document.compose(scope));
    let forms = &mut sent.texts;
    for view in views.into_iter().flatten().flatten() {
        let text = templates.render(&view)?;
        templates.learn_choices(&text.text, &mut sent.choices)?;
        forms.push(markdown::text(&Sheet::new(&text, &view, scope.region, templates)));
        for along in along(scope) {
            if let Some(text) = templates.letter(&view, &along)? {
                templates.learn_choices(&text, &mut sent.choices)?;
                forms.push(letter::finish(&text, &view.fields));
            }
        }
        // what the page copies begins with its title; before another meeting came on that day it had no time
        let time = scope.meeting.map(|id| called::apart_by_time(scope.region, id)).unwrap_or_default();
        forms.push(view.title.strip_suffix(&time).unwrap_or(&view.title).to_owned());
        forms.push(view.title.clone());
    }
    Ok(())
}
