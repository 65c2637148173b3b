//! What came back, held against the region: a reply of the model, or what is wrong with it.

mod asked;
mod day;
mod sense;
mod stored;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use super::{Returned, ReturnedItem};
use crate::answer::faults;
use crate::dossier::read::nearest;
use crate::dutch;
use crate::finding::{Fault, Finding};
use crate::model::consultation;
use crate::model::reply::Whole;
use crate::model::{AnswerItem, Item, ItemId, MeetingId, PartyId, Region, Remarks, Reply, Treatment, reply};
use crate::source::Span;
pub use asked::is_asked;
pub use stored::Earlier;

/// What is known of an answer beside what it says itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Circumstances<'a> {
    /// The meeting that the user named, if any.
    pub meeting: Option<MeetingId>,
    /// The function of who answered, when the answer itself does not say.
    pub by: Option<&'a str>,
    /// The alderman who was consulted, when the answer itself does not say.
    pub agreed_with: Option<&'a str>,
    /// The day on which it came in, as the user said.
    pub date: Option<NaiveDate>,
    /// When it came in, where that is known to the minute: when its mail was sent, by the clock in the Netherlands.
    pub moment: Option<NaiveDateTime>,
    /// The address from which it came.
    pub sender: Option<&'a str>,
}

/// An answer that fits.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The meeting.
    pub meeting: MeetingId,
    /// The reply.
    pub reply: Reply,
    /// The answer itself, its mail or the user says when; else it is the day on which it was taken in.
    pub dated: bool,
    /// Its time is known, or the user said its day: it is no other answer that was read again.
    pub told: bool,
    /// The day that the form itself names, where it came by a mail of another day.
    pub named: Option<NaiveDate>,
}

/// Holds an answer against the region. Nothing is taken of an answer with an error.
pub fn accept(
    region: &Region,
    returned: &Returned,
    today: NaiveDate,
    known: Circumstances<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Accepted> {
    let before = findings.len();
    let mut check = Check { region, returned, known, today, findings };
    let meeting = check.meeting()?;
    check.cancelled(meeting);
    let party = check.party(meeting)?;
    check.sender(party);
    let date = check.day(meeting, party, today);
    let by = check.by();
    let agreed_with = check.agreed_with(party, by.as_deref());
    check.texts();
    check.twice();
    let items: Vec<AnswerItem> = returned.items.iter().filter_map(|item| check.item(meeting, item)).collect();
    check.complete(meeting, party, &items, today);
    let sound = !findings[before..].iter().any(Finding::is_error);
    let date = date?;
    let reply = Reply {
        party,
        date,
        time: day::time(returned, known, date),
        channel: returned.channel,
        whole: Whole { by: Some(by?), agreed_with, ..returned.whole.clone() },
        items,
        span: returned.span,
    };
    let dated = returned.date.or(known.date).or(known.moment.map(|moment| moment.date())).is_some();
    let ignored = || findings[before..].iter().any(|finding| finding.fault == &faults::DATE_IGNORED);
    let named = returned.date.filter(|named| *named != date && known.date.is_none() && !ignored());
    let told = reply.time.is_some() || known.date.is_some();
    sound.then_some(Accepted { meeting, reply, dated, told, named })
}

/// What to do with a key that nothing has, and that is like one: the head of the form may be damaged.
fn damaged<'a>(key: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let near = nearest(key, known)?;
    Some(format!(
        "stond hier {near}, dan is de kop van het formulier beschadigd: herstel die, of vraag het formulier opnieuw"
    ))
}

struct Check<'a, 'f> {
    region: &'a Region,
    returned: &'a Returned,
    known: Circumstances<'a>,
    today: NaiveDate,
    findings: &'f mut Vec<Finding>,
}

impl Check<'_, '_> {
    fn report(&mut self, fault: &'static Fault, span: Span, message: String, hint: impl Into<String>) {
        self.findings.push(Finding::new(fault, span, message).hint(hint));
    }

    fn meeting(&mut self) -> Option<MeetingId> {
        let key = &self.returned.meeting;
        let found = self.region.meeting_ids().find(|id| self.region[*id].key == key.value);
        let Some(id) = found else {
            let message = format!("De vergadering {} staat niet in dit dossier.", key.value);
            let keys = self.region.meeting_ids().map(|id| self.region[id].key.as_str());
            // one of another day is another meeting
            let keys = keys.filter(|known| known.get(..10) == key.value.get(..10));
            let hint = damaged(&key.value, keys).unwrap_or_else(|| "kijk of dit het goede dossier is".to_owned());
            self.report(&faults::OTHER_MEETING, key.span, message, hint);
            return None;
        };
        if let Some(wanted) = self.known.meeting.filter(|wanted| *wanted != id) {
            let message = format!("Dit is een formulier van {}, niet van {}.", key.value, self.region[wanted].key);
            let hint = "vraag het formulier van de goede vergadering, of laat de naam van de vergadering weg";
            self.report(&faults::OTHER_MEETING, key.span, message, hint);
            return None;
        }
        Some(id)
    }

    fn party(&mut self, meeting: MeetingId) -> Option<PartyId> {
        let key = &self.returned.party;
        let found = self.region.party_ids().find(|id| self.region[*id].key == key.value);
        let may = found.filter(|party| consultation::may_answer(self.region, meeting, *party));
        if may.is_none() {
            let name = found.map_or(key.value.as_str(), |party| self.region[party].name.as_str());
            let message = format!("{name} wordt voor {} niet gevraagd.", self.region[meeting].key);
            let keys = self.region.party_ids().map(|id| self.region[id].key.as_str());
            let near = damaged(&key.value, keys).filter(|_| found.is_none());
            let hint = near.unwrap_or_else(|| "vraag voor welke gemeente dit antwoord is".to_owned());
            self.report(&faults::NOT_ASKED, key.span, message, hint);
        }
        may
    }

    /// Whether the mail came from where the form went to.
    fn sender(&mut self, party: PartyId) {
        let Some(sender) = self.known.sender else { return };
        let region = self.region;
        let of = |person: &&crate::model::Person| {
            person.email.as_deref().is_some_and(|address| address.eq_ignore_ascii_case(sender))
        };
        let name = &region[party].name;
        let span = self.returned.party.span;
        if let Some(person) = region.persons.iter().find(of) {
            if let Some(other) = person.party.filter(|other| *other != party) {
                let message = format!("Dit formulier is van {name}, maar de mail komt van {}.", region[other].name);
                let hint = "vraag of de afzender namens de andere gemeente mag antwoorden";
                self.report(&faults::OTHER_SENDER, span, message, hint);
            }
            return;
        }
        let own = region.persons.iter().filter(|person| person.party == Some(party));
        let domain = |address: &str| address.rsplit_once('@').map(|(_, domain)| domain.to_lowercase());
        let addresses: Vec<&str> = own.filter_map(|person| person.email.as_deref()).collect();
        if !addresses.is_empty() && !addresses.iter().any(|own| domain(own) == domain(sender)) {
            let message = format!("De afzender {sender} is niet bekend bij {name}.");
            let hint = "vraag na of dit antwoord van de gemeente komt; zet het adres anders in personen.toml";
            self.report(&faults::UNKNOWN_SENDER, span, message, hint);
        }
    }

    fn by(&mut self) -> Option<Arc<str>> {
        let by = self.returned.whole.by.as_deref().or(self.known.by).map(Arc::from);
        if by.is_none() {
            let message = "Er staat niet bij wie antwoordt.".to_owned();
            let hint = "vraag de functie van wie antwoordt, en geef die mee met: --door \"…\"";
            self.report(&faults::NO_NAME, self.returned.span, message, hint);
        }
        by
    }

    fn agreed_with(&mut self, party: PartyId, by: Option<&str>) -> Option<Arc<str>> {
        let with = self.returned.whole.agreed_with.as_deref().or(self.known.agreed_with).map(Arc::from);
        let governs = by.is_some_and(reply::governs);
        if with.is_none() && !governs && self.region[party].is_municipality() {
            let message = "Er staat niet bij met welke wethouder is afgestemd.".to_owned();
            let hint = "vraag dat na, en geef het mee met: --afgestemd-met \"wethouder …\"";
            self.report(&faults::NOT_AGREED, self.returned.span, message, hint);
        }
        with
    }

    fn item(&mut self, meeting: MeetingId, item: &ReturnedItem) -> Option<AnswerItem> {
        let region = self.region;
        let asked = |known: &Item| known.key == item.key.value && known.treatment != Treatment::Procedure;
        let Some(index) = region[meeting].items.iter().position(asked) else {
            let message = format!("Over het agendapunt {} wordt niets gevraagd.", item.key.value);
            let hint = "het punt hoort niet bij deze vergadering; vraag het antwoord met het nieuwe formulier";
            self.report(&faults::UNKNOWN_ITEM, item.key.span, message, hint);
            return None;
        };
        let id = ItemId { meeting, index };
        self.withdrawn(id, item.key.span);
        let answers = self.answers(id, item);
        let remarks = &item.remarks;
        Some(AnswerItem {
            item: index,
            remarks: Remarks { name_it: remarks.name_it && remarks.input.is_some(), ..remarks.clone() },
            answers,
            span: item.key.span,
        })
    }

    /// Something was answered, and what was not is named.
    fn complete(&mut self, meeting: MeetingId, party: PartyId, items: &[AnswerItem], today: NaiveDate) {
        let span = self.returned.span;
        // what is dated later was not said yet
        let known = self.region.known_on(today);
        let region: &Region = &known;
        if self.returned.is_empty() {
            if self.findings.iter().any(Finding::is_error) {
                return;
            }
            let message = "In dit antwoord is niets ingevuld.".to_owned();
            self.report(&faults::EMPTY, span, message, "vraag om een antwoord per gevraagd besluit");
            return;
        }
        if region[meeting].is_cancelled_on(self.today) {
            return;
        }
        let answers =
            items.iter().flat_map(|item| item.answers.iter().map(|answer| (item.item, usize::from(answer.number))));
        let answered: BTreeSet<(usize, usize)> = answers.collect();
        let missing = region[meeting].proposals().flat_map(|(index, item)| {
            let numbers = item.asked().map(move |(number, _)| (index, item, number));
            numbers.filter(|(index, _, number)| {
                let id = ItemId { meeting, index: *index };
                consultation::is_needed(region, id, party, *number) && !answered.contains(&(*index, *number))
            })
        });
        let missing: Vec<String> =
            missing.map(|(_, item, number)| format!("punt {}, besluit {number}", item.number)).collect();
        if let Some(list) = dutch::list(&missing) {
            let message = format!("Nog zonder antwoord: {list}.");
            self.report(&faults::INCOMPLETE, span, message, "geen antwoord telt niet als steun; vraag het nog");
        }
    }
}
