//! The minutes that an item adopts, as they lie before those who are to adopt them.

use crate::model::{ItemId, Region};
use crate::paper::record;
use crate::{adopted, fingerprint};

/// The fingerprint of what the minutes say that an item adopts; of an item that adopts none nothing.
pub(super) fn fingerprint(region: &Region, at: ItemId) -> Option<String> {
    let adopts = &region[at].adopts;
    let told = |id| adopted::told(region, id, record::is_of_minutes(region, at, id));
    let texts: Vec<String> = adopts.iter().flat_map(|minutes| told(minutes.value)).collect();
    (!adopts.is_empty()).then(|| fingerprint::texts(texts.iter().map(String::as_str)))
}
