//! Pieces of a text, to tell whether another piece touches one of them.

use std::collections::BTreeMap;
use std::ops::Range;

/// Pieces of a text; those that touch are one. A text can have as many of them as it has lines.
#[derive(Debug, Default)]
pub(super) struct Broken {
    /// The end of each, by its start.
    pieces: BTreeMap<usize, usize>,
}

impl Broken {
    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Adds a piece.
    pub(super) fn add(&mut self, piece: &Range<usize>) {
        let (mut start, mut end) = (piece.start, piece.end);
        while let Some((&before, &until)) = self.pieces.range(..=end).next_back().filter(|(_, until)| **until >= start)
        {
            self.pieces.remove(&before);
            (start, end) = (start.min(before), end.max(until));
        }
        self.pieces.insert(start, end);
    }

    /// Whether a piece touches one of these.
    pub(super) fn touches(&self, piece: &Range<usize>) -> bool {
        self.pieces.range(..=piece.end).next_back().is_some_and(|(_, until)| *until >= piece.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_that_touch_are_one() {
        let mut broken = Broken::default();
        for piece in [4..6, 10..12, 6..7, 1..1, 20..20] {
            broken.add(&piece);
        }
        assert_eq!(broken.pieces.into_iter().collect::<Vec<_>>(), [(1, 1), (4, 7), (10, 12), (20, 20)]);
    }

    #[test]
    fn a_piece_touches_what_it_borders_on() {
        let mut broken = Broken::default();
        broken.add(&(4..6));
        broken.add(&(10..10));
        let touches = |piece: Range<usize>| broken.touches(&piece);
        assert!(touches(0..4) && touches(6..8) && touches(5..5) && touches(0..20) && touches(9..10));
        assert!(!touches(0..3) && !touches(7..9) && !touches(11..20) && !Broken::default().touches(&(0..9)));
    }
}
