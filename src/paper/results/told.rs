//! What was said at the table: in a discussion, and as what a party brought in.

use serde::Serialize;

use crate::model::{Input, ItemId, Region, Support, Treated};
use crate::paper::{Field, Fields, parts};

/// What somebody said in a discussion.
#[derive(Debug, Serialize)]
pub(crate) struct Gezegd<'a> {
    wie: &'a str,
    namens: Option<String>,
    tekst: Field,
}

/// What a party brought in.
#[derive(Debug, Serialize)]
pub(crate) struct Inbreng<'a> {
    van: &'a str,
    vertegenwoordigd: bool,
    standpunt: Option<&'a str>,
    /// That is as much as a yes.
    #[serde(skip)]
    is_ja: bool,
    /// The rest of a sentence about the party: `stemt …`.
    stemt: Option<&'a str>,
    /// More is decided, and it does not say on what.
    bij_punt: bool,
    /// The requested decisions that it is about: `besluit 2`.
    besluit: Option<String>,
    tekst: Option<Field>,
}

impl Inbreng<'_> {
    /// Whether it is a position that is no yes.
    pub(super) fn differs(&self) -> bool {
        self.standpunt.is_some() && !self.is_ja
    }
}

/// Who said what, in order.
pub(super) fn discussion<'a>(
    region: &'a Region,
    id: ItemId,
    treated: &'a Treated,
    fields: &mut Fields<'a>,
) -> Vec<Gezegd<'a>> {
    let said = treated.discussion.iter().map(|said| Gezegd {
        wie: region.actor_on(said.who, region[id.meeting].last_day()),
        namens: parts::names(region, id.meeting, &said.on_behalf_of),
        tekst: fields.add(&said.text),
    });
    said.collect()
}

pub(super) fn input<'a>(
    region: &'a Region,
    id: ItemId,
    treated: &'a Treated,
    fields: &mut Fields<'a>,
) -> Vec<Inbreng<'a>> {
    let day = region[id.meeting].date.value;
    let told = treated.input.iter().filter(|input| is_told(input));
    told.map(|input: &Input| Inbreng {
        van: region[input.from].name_on(day),
        vertegenwoordigd: region.was_spoken_for(id, input.from),
        standpunt: input.position.as_deref().map(|position| unstopped(position)),
        is_ja: input.lifts || input.stance == Some(Support::Yes),
        stemt: input.position.as_deref().and_then(|position| position.strip_prefix("stemt ")).map(unstopped),
        bij_punt: is_of_whole(input) && region[id].requested.len() > 1,
        besluit: input.decisions.as_deref().and_then(parts::decisions),
        tekst: fields.maybe(input.text.as_deref()),
    })
    .collect()
}

/// Whether a party says what it votes, and neither the words nor the minutes name a decision.
fn is_of_whole(input: &Input) -> bool {
    let votes =
        |position: &str| position.starts_with("stemt ") && !position.contains("besluit") && !position.contains("punt");
    input.decisions.is_none() && input.position.as_deref().is_some_and(|position| votes(position))
}

fn unstopped(position: &str) -> &str {
    position.trim_end().trim_end_matches('.')
}

/// Whether minutes say something of what a party brought in.
pub(crate) fn is_told(input: &Input) -> bool {
    input.text.is_some() || input.position.is_some()
}
