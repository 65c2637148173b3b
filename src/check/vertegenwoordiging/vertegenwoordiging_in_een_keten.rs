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
            let (speaker, other) = (&whole.region[spoken.by].name, &whole.region[above.by].name);
            let message = format!("{speaker} spreekt voor anderen, maar wordt zelf vertegenwoordigd door {other}.");
            let hint = format!("laat {other} voor allen spreken, of geef {speaker} een eigen zetel");
            found.at(spoken.span, message, hint).key("door").see(above.span, format!("hier spreekt {other} voor {speaker}"));
        }
    }
}
