//! An alternate is somebody else.

use crate::check::{Found, shown::Whole};
use crate::model::Alternate;

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    for spoken in region.representations.iter().filter(|spoken| spoken.substitute == Some(spoken.by)) {
        let message = format!("Bij verhindering van {0} spreekt {0} zelf.", whole.name(spoken.by));
        found.at(spoken.span, message, "noem een andere partij, of haal bij_verhindering weg").key("bij_verhindering");
    }
    for seat in &region.seats {
        let holder = seat.person.filter(|&person| seat.alternates.contains(&Alternate::Person(person)));
        if let Some(person) = holder {
            let message = format!("{} is plaatsvervanger van zichzelf.", region[person].name);
            found.at(seat.span, message, "noem bij plaatsvervanger iemand anders").key("plaatsvervanger");
        }
    }
}
