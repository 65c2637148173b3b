//! Parties and bodies by the keys that a person types.

use anyhow::{Result, anyhow};

use crate::model::{BodyId, PartyId, Region};
use crate::visible;

/// A party by its key.
pub(super) fn party(region: &Region, name: &str) -> Result<PartyId> {
    region.party_ids().find(|party| region[*party].key == name).ok_or_else(|| {
        let near = crate::dossier::read::nearest(name, region.parties.iter().map(|party| party.key.as_str()));
        let near = near.map(|near| format!(" Bedoelde u {near}?")).unwrap_or_default();
        let name = visible::line(name);
        anyhow!("Er is geen partij met de naam “{name}”.{near}")
    })
}

/// A body by its key.
pub(super) fn body(region: &Region, name: &str) -> Result<BodyId> {
    let bodies = &region.bodies;
    bodies.iter().position(|body| body.key == name).map(BodyId).ok_or_else(|| {
        let name = visible::line(name);
        let keys: Vec<&str> = bodies.iter().map(|body| body.key.as_str()).collect();
        anyhow!("Er is geen overleg met de naam “{name}”. Kies uit: {}", keys.join(", "))
    })
}
