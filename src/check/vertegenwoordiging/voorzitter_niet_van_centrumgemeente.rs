//! The alderman of the centrumgemeente chairs.

use crate::check::{Found, shown::Whole};
use crate::dutch;
use crate::model::{Body, BodyKind};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    let Some(centre) = region.centre_on(whole.today).map(|centre| &region[centre]) else { return };
    let aldermen = |body: &Body| body.kind == BodyKind::Executive;
    for (id, body) in region.body_ids().zip(&region.bodies).filter(|(_, body)| aldermen(body)) {
        let hint = format!("schrijf: voorzitter = \"{}\"", centre.key);
        match region.chair_on(id, whole.today).map(|chair| &region[chair]) {
            Some(chair) if chair.key != centre.key => {
                let message = format!(
                    "{} zit voor, maar de centrumgemeente is {}.",
                    chair.name_on(whole.today),
                    centre.name_on(whole.today)
                );
                found.at(body.span, message, hint).key("voorzitter");
            }
            None if body.named_chair(whole.today).is_none() && !region.covenant_broken => {
                found.at(
                    body.span,
                    format!("Bij {} staat niet wie voorzit.", dutch::the(body.name_on(whole.today))),
                    hint,
                );
            }
            _ => {}
        }
    }
}
