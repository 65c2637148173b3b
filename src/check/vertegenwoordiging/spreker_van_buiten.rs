//! Who speaks for a subregion belongs to it.

use crate::check::{Found, scope::Whole};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    for spoken in &region.representations {
        let Some(subregion) = spoken.subregion.map(|id| &region[id]) else { continue };
        for (party, key, verb) in [(Some(spoken.by), "door", "spreekt"), (spoken.substitute, "bij_verhindering", "spreekt bij verhindering")] {
            let Some(party) = party.filter(|party| !subregion.members.contains(party)) else { continue };
            let message = format!(
                "{} {verb} voor de subregio {}, maar hoort daar niet bij.",
                region[party].name, subregion.name
            );
            let hint = "kies een gemeente uit die subregio";
            found.at(spoken.span, message, hint).key(key).see(subregion.span, "de gemeenten van de subregio staan hier");
        }
    }
}
