//! The cover note of an item: all that members need to weigh it.

use serde::Serialize;

use super::parts::{self, Punt, Vergadering};
use super::{Fields, Missing, Scope, View, release};
use crate::model::called;
use crate::model::{Item, ItemId, MeetingId};

/// The cover note.
#[derive(Debug, Serialize)]
pub(super) struct Oplegger<'a> {
    vergadering: Vergadering<'a>,
    punt: Box<Punt<'a>>,
}

/// Composes a cover note for every item that is no procedure, or for the one that was asked for.
pub(super) fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let id = release::open_agenda(scope, "Een oplegger bij de agenda")?;
    let meeting = &scope.region[id];
    let mut items: Vec<(usize, &Item)> = meeting.proposals().filter(|(_, item)| has_note(item)).collect();
    if let Some(only) = scope.only {
        items.retain(|(_, item)| is_named(item, only));
        if items.is_empty() {
            return Err(none_for(scope, id, only));
        }
    }
    if items.is_empty() {
        let of = called::meeting(scope.region, id);
        let open = if scope.region.public { "openbaar " } else { "" };
        return Err(Missing(format!("Op de agenda van {of} staat geen {open}punt waarbij een oplegger hoort.")));
    }
    Ok(items.into_iter().map(|(index, item)| note(scope, ItemId { meeting: id, index }, item)).collect())
}

/// Why there is no cover note for what was named.
fn none_for(scope: &Scope, id: MeetingId, only: &str) -> Missing {
    let of = called::meeting(scope.region, id);
    let known = scope.region[id].items.iter().any(|item| is_named(item, only));
    Missing(if known {
        format!("Bij agendapunt {only} van {of} hoort geen oplegger.")
    } else {
        format!("Op de agenda van {of} staat geen punt {only}.")
    })
}

/// Whether this view shows all of it on the agenda.
fn has_note(item: &Item) -> bool {
    item.is_whole() && item.on_agenda
}

fn is_named(item: &Item, name: &str) -> bool {
    has_note(item) && (item.key == name || item.number == name)
}

fn note<'a>(scope: &Scope<'a>, id: ItemId, item: &'a Item) -> View<'a> {
    let mut fields = Fields::default();
    let punt = Box::new(parts::item(scope, id, &mut fields));
    let label = format!("Oplegger {} {}", item.number, item.title);
    View {
        template: "oplegger",
        stem: format!("oplegger-{}", item.key),
        title: parts::title(&format!("{label},"), scope.region, id.meeting),
        label,
        mark: release::agenda_mark(scope, id.meeting),
        fields: fields.0,
        data: Box::new(Oplegger { vergadering: parts::head_of_agenda(scope, id.meeting), punt }),
        ..View::default()
    }
}
