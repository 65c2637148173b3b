//! How much of a meeting and of an item a view shows: all from inside, less in a public view.

/// Whether a view may show a document of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Release {
    /// It may.
    Open,
    /// Not in public: `[openbaarheid]` does not name it for this body.
    NotNamed,
    /// Not in public yet: it was not sent.
    NotSent,
    /// Not in public yet: there are no minutes.
    NotWritten,
    /// Not in public yet: it was not adopted.
    NotAdopted,
    /// Not in public: it was changed after its adoption.
    Altered,
    /// Not in public: the meeting is over, and it says something else than was sent.
    Changed,
}

impl Release {
    /// Whether the document may be shown.
    #[must_use]
    pub fn is_open(self) -> bool {
        self == Self::Open
    }
}

/// Which documents of a meeting a view may show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Released {
    /// The agenda and what is made of it.
    pub agenda: Release,
    /// The decision list.
    pub decisions: Release,
    /// The minutes.
    pub minutes: Release,
}

impl Released {
    /// Everything: the view from inside.
    pub const ALL: Self = Self { agenda: Release::Open, decisions: Release::Open, minutes: Release::Open };

    /// Whether there is a document that may be shown.
    #[must_use]
    pub fn any(self) -> bool {
        let Self { agenda, decisions, minutes } = self;
        [agenda, decisions, minutes].into_iter().any(Release::is_open)
    }
}

/// How much a view shows of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// All of it; in a public view all that may be public.
    Whole,
    /// In a public view, of a closed item: the number and the times.
    Number,
    /// In a public view, of an item of a coming agenda that says something else than was sent: the number, the times and that.
    Changed,
    /// In a public view, of an item that was not sent: nothing, not even that it is there.
    Nothing,
}
