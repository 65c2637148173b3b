//! The day and the time of an answer. Where it came by mail, the moment of the mail says in which order answers were given:
//! the date on a form is often an old one, or wrong.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::{Check, Circumstances};
use crate::answer::{Returned, faults};
use crate::dossier::read::YEARS;
use crate::dutch;
use crate::model::consultation;
use crate::model::{MeetingId, PartyId};

/// When an answer came, by its mail; one that is stored with a day of its own has no other.
fn sent(returned: &Returned, known: Circumstances<'_>) -> Option<NaiveDateTime> {
    known.moment.filter(|_| !returned.stored)
}

/// The time of an answer: that of its mail, else what it says itself, when that is of the same day.
pub(super) fn time(returned: &Returned, known: Circumstances<'_>, date: NaiveDate) -> Option<NaiveTime> {
    let moment = sent(returned, known).filter(|moment| moment.date() == date).map(|moment| moment.time());
    let own = returned.time.filter(|_| returned.date == Some(date));
    let time = moment.or(own)?;
    time.with_nanosecond(0)
}

/// Between which days an answer can have been given.
#[derive(Clone, Copy)]
struct Term {
    /// On which the party was asked first, where that was written down and says something.
    asked: Option<NaiveDate>,
    today: NaiveDate,
}

impl Term {
    /// Why a form cannot have been filled in on a day.
    fn forbids(self, day: NaiveDate) -> Option<String> {
        let named = dutch::date(day);
        if !YEARS.contains(&day.year()) {
            return Some(format!("Het antwoord is van het jaar {}; dat kan niet kloppen.", day.year()));
        }
        if day > self.today {
            return Some(format!("Het antwoord is van {named}; dat moet nog komen."));
        }
        let asked = self.asked.filter(|asked| day < *asked)?;
        Some(format!("Op het formulier staat {named}, en de vraag is pas gesteld op {}.", dutch::date(asked)))
    }

    /// Why a mail cannot be of the day that it says.
    fn forbids_mail(self, day: NaiveDate) -> Option<String> {
        let sent = dutch::date(day);
        if day > self.today {
            return Some(format!("De mail is van {sent}; dat moet nog komen."));
        }
        let asked = self.asked.filter(|asked| day < *asked)?;
        Some(format!("De mail is van {sent}, en de vraag is pas gesteld op {}.", dutch::date(asked)))
    }

    /// Why a form cannot have come by a mail of a day.
    fn forbids_both(self, named: NaiveDate, mail: NaiveDate) -> Option<String> {
        let later =
            || format!("Op het formulier staat {}, en de mail is van {}.", dutch::date(named), dutch::date(mail));
        (named > mail).then(later).or_else(|| self.forbids(named))
    }

    /// The day of what came by a mail, and what is wrong with the other day. A clock that is wrong says nothing, where the
    /// form says something that can be.
    fn of_mail(self, mail: NaiveDate, named: Option<NaiveDate>) -> (NaiveDate, Option<String>) {
        match (self.forbids_mail(mail), named) {
            (Some(why), Some(named)) if self.forbids(named).is_none() => (named, Some(why)),
            (why, named) => (mail, why.or_else(|| self.forbids_both(named?, mail))),
        }
    }
}

const GIVE_IT: &str = "vraag van welke dag het antwoord is, en geef die mee met --datum";

impl Check<'_, '_> {
    /// The day of an answer: what the user said, or that of its mail; without a mail what the form itself names.
    pub(super) fn day(&mut self, meeting: MeetingId, party: PartyId, today: NaiveDate) -> Option<NaiveDate> {
        let asked = self.asked_on(meeting, party, today);
        let term = Term { asked, today };
        let mail = sent(self.returned, self.known).map(|moment| moment.date());
        let named = self.returned.date;
        let wrong = named.and_then(|named| term.forbids(named));
        let said = self.known.date.filter(|_| mail.is_some() || named.is_none() || wrong.is_some());
        let (date, ignored) = match (said, mail) {
            (Some(said), _) => (said, None),
            (None, Some(mail)) => term.of_mail(mail, named),
            (None, None) => {
                if let Some(wrong) = wrong {
                    self.report(&faults::WRONG_DATE, self.returned.span, wrong, GIVE_IT);
                    return None;
                }
                (named.unwrap_or(today), None)
            }
        };
        if let Some(wrong) = (Term { asked: None, today }).forbids(date) {
            self.report(&faults::WRONG_DATE, self.returned.span, wrong, GIVE_IT);
            return None;
        }
        if let Some(message) = ignored {
            let day = dutch::date(date);
            let hint = format!(
                "als dag van het antwoord geldt {day}; is het van een andere dag, geef die dan mee met --datum"
            );
            self.report(&faults::DATE_IGNORED, self.returned.span, message, hint);
        }
        self.late(meeting, party, date);
        Some(date)
    }

    /// The day on which a party was asked first. What was stored before may have been said by telephone before that.
    fn asked_on(&self, meeting: MeetingId, party: PartyId, today: NaiveDate) -> Option<NaiveDate> {
        let questions = consultation::questions_to(&self.region[meeting], party).map(|sending| sending.date);
        questions.filter(|day| *day <= today && !self.returned.stored).min()
    }

    /// That it came when answers were due, and what that means.
    fn late(&mut self, id: MeetingId, party: PartyId, date: NaiveDate) {
        let meeting = &self.region[id];
        let due = consultation::due_of(self.region, meeting, party);
        if meeting.is_cancelled_on(self.today) || date <= due {
            return;
        }
        let message = format!("Het antwoord is van {}; het sloot op {}.", dutch::date(date), dutch::date(due));
        let time = time(self.returned, self.known, date);
        let hint = match (meeting.is_written(), consultation::is_after(meeting, (date, time))) {
            (true, true) => "overleg met de voorzitter wat dit antwoord na de sluiting nog doet",
            (true, false) => "de ronde loopt nog: het antwoord telt mee",
            (false, true) => "de vergadering is geweest: het antwoord telt niet mee, en staat apart in de stand",
            (false, false) => "het antwoord telt mee; meld het aan wie spreekt, als de spreeknotitie al is verstuurd",
        };
        self.report(&faults::LATE, self.returned.span, message, hint);
    }
}
