//! Who sat at the table for a party, as the minutes say: not who spoke.

use serde::Serialize;

use crate::model::consultation::Asked;
use crate::model::{AtTable, Attendance, MeetingId, PartyId, Presence, Region};
use crate::paper::attendance::Vervanger;
use crate::paper::parts;
use crate::word::Word;

/// Who sat there.
#[derive(Debug, Serialize)]
pub(super) struct Tafel<'a> {
    /// Who would speak.
    spreker: &'a str,
    /// Nothing where the minutes do not say.
    aanwezig: Option<&'static str>,
    vervanger: Option<Vervanger<'a>>,
    /// The party itself stood in.
    zelf: bool,
    /// Who stands in by the covenant and was there in a seat of its own, when the speaker was not.
    invaller: Option<&'a str>,
    /// Items at which the seat was empty all the same.
    niet_bij: Option<String>,
}

/// Nobody sits at a table in a written procedure; who speaks for itself knows whether it was there.
pub(super) fn of(region: &Region, id: MeetingId, asked: Asked) -> Option<Tafel<'_>> {
    let speaker = asked.speaker.filter(|speaker| *speaker != asked.party && !region[id].is_written())?;
    let row = sat(region, id, speaker);
    let at_table = |party| region.at_table(id, party, None);
    let gone = at_table(speaker) == AtTable::Away;
    let stands_in = |party: &PartyId| gone && at_table(*party) == AtTable::There;
    let substitute = region.substitute_for(id, asked.party).filter(stands_in);
    let instead = row.filter(|row| row.presence == Presence::Replaced).and_then(|row| row.replaced_by.as_deref());
    let instead_of = instead.and_then(|deputy| deputy.party);
    Some(Tafel {
        spreker: region.called(id, speaker),
        aanwezig: row.map(|row| row.presence).or(gone.then_some(Presence::Excused)).map(Word::word),
        vervanger: instead.map(|deputy| Vervanger {
            functie: deputy.function.as_deref().map(String::as_str),
            partij: deputy.party.map(|party| region.called(id, party)),
        }),
        zelf: instead_of.or(substitute) == Some(asked.party),
        invaller: substitute.map(|party| region.called(id, party)),
        niet_bij: parts::numbers(&region[id], &empty(region, id, asked)),
    })
}

/// The items at which nobody sat there, though somebody did at the meeting.
fn empty(region: &Region, id: MeetingId, asked: Asked) -> Vec<usize> {
    let items = 0..region[id].items.len();
    items.filter(|item| was_empty(region, id, asked, *item)).collect()
}

/// Whether nobody sat in the seats of the speaker at an item, though somebody did at the meeting.
pub(super) fn was_empty(region: &Region, id: MeetingId, asked: Asked, item: usize) -> bool {
    let Some(speaker) = asked.speaker.filter(|_| !region[id].is_written()) else { return false };
    let is_there = |item| region.at_table(id, speaker, item) == AtTable::There;
    is_there(None) && !is_there(Some(item))
}

/// The row of who sat in a seat of a party: of more the one of who holds it.
fn sat(region: &Region, id: MeetingId, party: PartyId) -> Option<&Attendance> {
    let own = region.rows_of(id, party).find(|row| row.presence == Presence::Present);
    own.or_else(|| region.rows_of(id, party).find(|row| row.is_filled()))
}
