//! Who speaks for a subregion belongs to it.

use crate::check::{Found, scope::Whole};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    for spoken in &region.representations {
        let Some(subregion) = spoken.subregion.map(|id| &region[id]) else { continue };
        for (party, verb) in [(Some(spoken.by), "spreekt"), (spoken.substitute, "spreekt bij verhindering")] {
            let Some(party) = party.filter(|party| !subregion.members.contains(party)) else { continue };
            let message = format!(
                "{} {verb} voor de subregio {}, maar hoort daar niet bij.",
                region[party].name, subregion.name
            );
            let hint = "kies een gemeente uit die subregio";
            found.at(spoken.span, message, hint).see(subregion.span, "de gemeenten van de subregio staan hier");
        }
    }
}
