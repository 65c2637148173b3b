//! The answer of a municipality is that of an alderman, not of a desk.

use crate::check::{Found, scope::At};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    // other parties have no alderman to ask
    let municipal = at.meeting.replies.iter().filter(|reply| at.region[reply.party].is_municipality());
    for reply in municipal.filter(|reply| reply.agreed_with.is_none()) {
        let message = format!("Bij dit antwoord van {} staat niet met wie het is afgestemd.", at.name(reply.party));
        found.at(reply.span, message, "vraag het na, en schrijf: afgestemd_met = \"wethouder …\"");
    }
}
