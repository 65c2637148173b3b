//! An alternate is somebody else.

use crate::check::{Found, scope::Whole};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    for spoken in region.representations.iter().filter(|spoken| spoken.substitute == Some(spoken.by)) {
        let message = format!("Bij verhindering van {0} spreekt {0} zelf.", region[spoken.by].name);
        found.at(spoken.span, message, "noem een andere partij, of haal bij_verhindering weg").key("bij_verhindering");
    }
    for seat in &region.seats {
        let holder = seat.person.map(|person| region[person].name.as_str());
        if let Some(same) = seat.alternates.iter().find(|name| Some(name.as_str()) == holder) {
            let message = format!("{same} is plaatsvervanger van zichzelf.");
            found.at(seat.span, message, "noem bij plaatsvervanger iemand anders").key("plaatsvervanger");
        }
    }
}
