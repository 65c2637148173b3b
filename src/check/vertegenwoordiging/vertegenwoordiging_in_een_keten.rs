//! Who speaks for others is not spoken for: no chains, no loops.

use crate::check::{Found, scope::Whole};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let (region, all) = (whole.region, &whole.region.representations);
    for spoken in all {
        let Some(days) = spoken.period.within(region[spoken.by].period) else { continue };
        let above = all.iter().find(|other| {
            other.body == spoken.body
                && other.by != spoken.by
                && region.spoken_for(other, spoken.by).iter().any(|period| period.overlaps(days))
        });
        if let Some(above) = above {
            let (speaker, other) = (whole.name(spoken.by), whole.name(above.by));
            let message = format!("{speaker} spreekt voor anderen, maar wordt zelf vertegenwoordigd door {other}.");
            let instead = if above.subregion.is_some() { ": noem daar partijen in plaats van de subregio" } else { "" };
            let hint = format!("laat {other} voor allen spreken, of laat {other} niet voor {speaker} spreken{instead}");
            found.at(spoken.span, message, hint).key("door").see(above.span, format!("hier spreekt {other} voor {speaker}"));
        }
    }
}
