//! What an answer that is taken in changes, and what it does not: a newer one may be there already.

use chrono::{NaiveDate, NaiveTime, Timelike};

use crate::answer::accept::Accepted;
use crate::dutch;
use crate::model::consultation::{self, Newest, Unordered};
use crate::model::{Answer, Item, ItemId, Meeting, MeetingId, PartyId, Region, Reply};
use crate::word::Word as _;

/// A requested decision, with the newest answer to it and whether that was stale.
type Asked = (ItemId, usize, Option<(Answer, bool)>);

/// What counted before an answer was taken in.
struct Before {
    /// Per requested decision that the answer is about.
    answers: Vec<Asked>,
    /// Per item with input: the newest input.
    inputs: Vec<(usize, Option<String>)>,
}

/// Adds an answer to those that are known; gives what is otherwise now, in Dutch. What is dated after today does not count
/// yet, and is told.
pub(super) fn add(region: &mut Region, accepted: Accepted, today: NaiveDate) -> Vec<String> {
    let Accepted { meeting, reply, .. } = accepted;
    let before = Before::of(&region.known_on(today), meeting, &reply);
    let to_come: Vec<NaiveDate> = region[meeting]
        .replies
        .iter()
        .filter(|earlier| earlier.party == reply.party && earlier.date > today)
        .map(|earlier| earlier.date)
        .collect();
    region.meetings[meeting.0].replies.push(reply);
    let known = region.known_on(today);
    let mut changes =
        known[meeting].replies.last().map(|reply| told(&known, meeting, reply, &before)).unwrap_or_default();
    let days: Vec<String> = to_come.into_iter().map(dutch::short_date).collect();
    changes.extend(
        dutch::list(&days)
            .map(|days| format!("er staat ook een antwoord van {days}; dat moet nog komen, en telt tot dan niet mee")),
    );
    changes
}

impl Before {
    fn of(region: &Region, meeting: MeetingId, reply: &Reply) -> Self {
        let answers = reply.items.iter().flat_map(|said| {
            let id = ItemId { meeting, index: said.item };
            said.answers.iter().map(move |answer| {
                let number = usize::from(answer.number);
                let newest = consultation::newest(region, id, reply.party, number);
                (id, number, newest.map(|newest| (newest.answer.clone(), newest.stale)))
            })
        });
        let inputs = reply.items.iter().filter(|said| said.remarks.input.is_some()).map(|said| {
            let earlier = consultation::input(&region[meeting], reply.party, said.item);
            (said.item, earlier.map(|(text, _)| text.to_owned()))
        });
        Self { answers: answers.collect(), inputs: inputs.collect() }
    }
}

fn told(region: &Region, meeting: MeetingId, reply: &Reply, before: &Before) -> Vec<String> {
    if consultation::is_late(&region[meeting], reply) {
        return vec![late(&region[meeting])];
    }
    let mut changes = Vec::new();
    let mut passed: Vec<(&Reply, String)> = Vec::new();
    for (id, number, earlier) in &before.answers {
        let at = format!("punt {}, besluit {number}", region[*id].number);
        let Some(now) = consultation::newest(region, *id, reply.party, *number) else { continue };
        if !now.stale && consultation::precedes(&region[meeting], now.reply, reply) {
            let of = |is: &dyn Fn(&Answer, &Item) -> bool| is_answered(&region[*id], reply, (id.index, *number), is);
            let other = of(&|answer, item| answer.other_treatment(item).is_some());
            let perhaps = of(&Answer::may_be_to_now);
            changes.push(format!("{at}: {}", elsewhere(&now, if other { "vraag" } else { "tekst" }, perhaps)));
        } else if !std::ptr::eq(now.reply, reply) {
            passed.push((now.reply, at));
        } else if let Some((earlier, stale)) = earlier {
            let change = if now.stale { Some(neither(earlier)) } else { change(earlier, *stale, now.answer) };
            changes.extend(change.map(|change| format!("{at}: {change}")));
        }
    }
    for (item, earlier) in &before.inputs {
        let number = &region[meeting].items[*item].number;
        let Some((from, now, _)) = consultation::newest_input(&region[meeting], reply.party, *item) else { continue };
        if !std::ptr::eq(from, reply) {
            passed.push((from, format!("punt {number}, inbreng")));
        } else if earlier.as_ref().is_some_and(|earlier| earlier.trim() != now.trim()) {
            changes.push(format!("punt {number}: de inbreng is nu: {}", now.lines().next().unwrap_or_default()));
        }
    }
    if let Some((from, _)) = consultation::newest_general(&region[meeting], reply.party)
        && reply.whole.general.is_some()
        && !std::ptr::eq(from, reply)
    {
        passed.push((from, "de inbreng op de hele agenda".to_owned()));
    }
    changes.extend(newer(&passed, reply));
    changes.extend(unsure(region, meeting, reply.party, reply));
    changes
}

/// An answer that came too late to count.
fn late(meeting: &Meeting) -> String {
    let over = if meeting.is_written() { "de sluiting" } else { "de vergadering" };
    format!("het kwam na {over} en telt niet; het staat apart in de stand en in de terugkoppeling")
}

/// Whether a reply answers a decision of an item so.
fn is_answered(
    item: &Item,
    reply: &Reply,
    (index, number): (usize, usize),
    is: &dyn Fn(&Answer, &Item) -> bool,
) -> bool {
    let answers = reply.items.iter().filter(|said| said.item == index).flat_map(|said| &said.answers);
    let mut of_it = answers.filter(|answer| usize::from(answer.number) == number);
    of_it.any(|answer| is(answer, item))
}

/// An answer to another question (its text, or all of it), after one to that of now.
fn elsewhere(counts: &Newest<'_>, what: &str, perhaps: bool) -> String {
    let (day, said) = (dutch::short_date(counts.reply.date), counts.answer.support.word());
    let perhaps = if perhaps { "misschien " } else { "" };
    format!(
        "dit is {perhaps}een antwoord op een andere {what}; dat van {day} op de {what} van nu ({said}) blijft tellen"
    )
}

/// An answer to another question than that of now, after another such answer.
fn neither(earlier: &Answer) -> String {
    format!("dit antwoord telt niet, net als het eerdere ({})", earlier.support.word())
}

/// What an answer that counts says otherwise than the one before.
fn change(earlier: &Answer, stale: bool, now: &Answer) -> Option<String> {
    let (was, is) = (earlier.support.word(), now.support.word());
    if stale {
        Some(format!("het eerdere antwoord ({was}) was verouderd; nu: {is}"))
    } else if was != is {
        Some(format!("was {was}, is nu {is}"))
    } else {
        (earlier.reason != now.reason).then(|| format!("blijft {is}, met een andere reden"))
    }
}

/// Where an answer that was given later is there already, so that this one changes nothing.
fn newer(passed: &[(&Reply, String)], this: &Reply) -> Vec<String> {
    let mut told: Vec<(&Reply, Vec<&str>)> = Vec::new();
    for (reply, at) in passed {
        match told.iter_mut().find(|(known, _)| std::ptr::eq(*known, *reply)) {
            Some((_, places)) => places.push(at),
            None => told.push((reply, vec![at])),
        }
    }
    let line = |(reply, places): (&Reply, Vec<&str>)| {
        let time = reply
            .time
            .map(|time| format!(", {}", moment(time, Some(this).filter(|this| this.date == reply.date))))
            .unwrap_or_default();
        let day = dutch::short_date(reply.date);
        Some(format!("er is al een nieuwer antwoord, van {day}{time}, op {}; dat blijft tellen", dutch::list(&places)?))
    };
    told.into_iter().filter_map(line).collect()
}

/// A time of the day, to the second where another reply came in the same minute of that day.
fn moment(time: NaiveTime, other: Option<&Reply>) -> String {
    let minute = |time: NaiveTime| (time.hour(), time.minute());
    match other.and_then(|other| other.time).filter(|other| minute(*other) == minute(time)) {
        Some(other) => format!("{} (dit is van {})", dutch::second(time), dutch::second(other)),
        None => dutch::time(time),
    }
}

/// An answer of the same day that says something else, when nobody can say which of the two is the newest.
fn unsure(region: &Region, meeting: MeetingId, party: PartyId, reply: &Reply) -> Option<String> {
    let items = (0..region[meeting].items.len()).map(|index| ItemId { meeting, index });
    let mut all = items.flat_map(|at| consultation::unordered(region, at, party));
    let of_this = |one: &Unordered| one.answers.iter().any(|(other, _)| std::ptr::eq(*other, reply));
    let unsure = all.find(of_this)?;
    let (counts, _) = unsure.answers.last()?;
    let which = if std::ptr::eq(*counts, reply) { "dit" } else { "het andere" };
    let day = dutch::short_date(reply.date);
    Some(format!(
        "er is nog een antwoord van {day} dat anders luidt, en welk van de twee het laatst kwam, is niet te zien; {which} telt nu als het nieuwste"
    ))
}
