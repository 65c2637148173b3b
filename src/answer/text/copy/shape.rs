//! What a program made of the lines of a form as a whole.

use std::collections::BTreeMap;

use super::super::super::Mark;
use super::super::super::lines::{Line, tick};

/// In how many quotations a form stands: as its boxes do. What a program broke off a line may stand outside them.
pub(super) fn depth(lines: &[Line]) -> usize {
    let mut boxes = BTreeMap::<usize, usize>::new();
    let is_end = |line: &&Line| line.mark().is_some_and(|found| found.mark == Some(Mark::End));
    for line in lines.iter().take_while(|line| !is_end(line)).filter(|line| tick(&line.said).is_some()) {
        *boxes.entry(line.depth()).or_default() += 1;
    }
    let most = boxes.into_iter().max_by_key(|(depth, count)| (*count, *depth));
    most.map_or_else(|| lines.first().map_or(0, Line::depth), |(depth, _)| depth)
}

/// Whether no two lines of a form stand together.
pub(super) fn is_doubled(lines: &[Line]) -> bool {
    let is_end = |line: &Line| line.mark().is_some_and(|found| found.mark == Some(Mark::End));
    let end = lines.iter().position(is_end).unwrap_or(lines.len());
    !lines[..end].windows(2).any(|pair| pair.iter().all(|line| !line.said.is_empty()))
}
