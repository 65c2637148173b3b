//! What is made in the same run as a paper, and where it then stands: a paper links to nothing else.

use crate::model::MeetingId;

/// What a run makes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'a> {
    /// The meetings whose papers it makes, each in its folder.
    pub meetings: &'a [MeetingId],
    /// The documents about the region as a whole, by the names of their files without extension.
    pub overviews: &'a [String],
}

impl Beside<'_> {
    /// A paper that is made alone.
    pub const NOTHING: Self = Self { meetings: &[], overviews: &[] };

    /// The address, from the folder of a meeting, of a document about the region, where it is made.
    #[must_use]
    pub fn overview(&self, stem: &str) -> Option<String> {
        let is_made = self.overviews.iter().any(|made| made == stem);
        is_made.then(|| format!("../{stem}.md"))
    }
}
