//! A signal comes on an agenda, and is discussed there.

use crate::check::{Found, scope::missed, shown::Whole};
use crate::dutch;
use crate::model::called;
use crate::model::earlier::Discussed;
use crate::model::{BodyKind, ItemId, Meeting, Signal};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    for signal in whole.region.signals.iter().filter(|signal| signal.answer.is_none()) {
        let (why, key) = match signal.scheduled {
            Some(item) => (unheard(whole, signal, item), Some("geagendeerd")),
            None => (Some(forgotten(whole, signal)), None),
        };
        let Some((what, hint)) = why else { continue };
        let (name, day) = (whole.region[signal.party].name_on(signal.date), dutch::short_date(signal.date));
        found.at(signal.span, format!("Het signaal van {name} van {day} {what}."), hint).value(key);
    }
}

/// The meetings of aldermen that take place after a signal.
fn aldermen<'a>(whole: &Whole<'a>, signal: &Signal) -> impl Iterator<Item = &'a Meeting> {
    let (region, after) = (whole.region, signal.date);
    let executive = |meeting: &&Meeting| region[meeting.body].kind == BodyKind::Executive;
    let all = region.meetings.iter().filter(executive);
    // in a written round nobody talks
    all.filter(move |meeting| meeting.cancelled.is_none() && !meeting.is_written() && meeting.date.value > after)
}

/// A signal that stands on no agenda.
fn forgotten(whole: &Whole<'_>, signal: &Signal) -> (String, String) {
    let how = |which: &str| {
        format!(
            "agendeer het{which} en schrijf: geagendeerd = \"<vergadering>#<agendapunt>\", of leg het antwoord vast"
        )
    };
    let held = aldermen(whole, signal).find(|meeting| meeting.is_over(whole.today));
    let coming = aldermen(whole, signal).find(|meeting| !meeting.is_over(whole.today));
    match (held, coming) {
        (Some(held), _) => {
            (format!("kwam niet op de agenda; sindsdien is er vergaderd {}", called::on_short_moment(held)), how(""))
        }
        (None, Some(coming)) => (
            format!("staat op geen komende agenda; de eerste is die van {}", called::its_short_moment(coming)),
            how(" daar"),
        ),
        (None, None) => ("staat op geen komende agenda".to_owned(), how("")),
    }
}

/// A signal of which the item was not discussed, and did not come back.
fn unheard(whole: &Whole<'_>, signal: &Signal, item: ItemId) -> Option<(String, String)> {
    let there = &whole.region[item.meeting];
    if there.last_day() < signal.date {
        let what = format!("kan niet zijn besproken {}, want toen was het er nog niet", called::on_short_moment(there));
        return Some((what, "noem de vergadering waar het op de agenda staat".to_owned()));
    }
    // it may have come back, and been put off again
    let all = std::iter::once(item).chain(whole.region.sequels(item));
    let all_missed = all.map(|one| match whole.region.discussed(one, whole.today) {
        Discussed::No(why) => Some((one, why)),
        _ => None,
    });
    all_missed.collect::<Option<Vec<_>>>()?.pop().map(|(last, why)| {
        let there = &whole.region[last.meeting];
        let what = format!("is {} niet besproken: {}", called::on_short_moment(there), missed(why, there));
        (what, "agendeer het opnieuw en noem dat punt bij geagendeerd, of leg het antwoord vast".to_owned())
    })
}
