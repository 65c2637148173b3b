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
    /// It is a sentence about the party.
    is_zin: bool,
    /// The rest of that sentence, where more is decided and it does not say on what: `stemt bij dit punt …`.
    bij_punt: Option<&'a str>,
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
        standpunt: input.position.as_deref().map(|position| position.trim_end().trim_end_matches('.')),
        is_ja: input.lifts || input.stance == Some(Support::Yes),
        is_zin: input.position.as_deref().is_some_and(|position| position.starts_with("stemt ")),
        bij_punt: whole_of(input).filter(|_| region[id].requested.len() > 1),
        tekst: fields.maybe(input.text.as_deref()),
    })
    .collect()
}

/// What a party votes, in words that name no decision.
fn whole_of(input: &Input) -> Option<&str> {
    let rest = input.position.as_deref()?.strip_prefix("stemt ")?.trim_end().trim_end_matches('.');
    (!rest.contains("besluit") && !rest.contains("punt")).then_some(rest)
}

/// Whether minutes say something of what a party brought in.
pub(crate) fn is_told(input: &Input) -> bool {
    input.text.is_some() || input.position.is_some()
}
