//! From weighted rows to stories, in two rounds.

use crate::group::linkage::{Stop, link};
use crate::group::neighbours::Items;
use crate::group::space::Space;
use crate::group::time::{Fading, Moment};

/// Pairs that are a little less similar than it takes are kept for the second round.
const SLACK: f64 = 0.7;

/// The first round joins what is more similar by this factor: where it errs, it should be on the
/// side of stories in parts.
const FIRST: f64 = 1.25;

/// The stories of the items of a space, which are in order of time, those without one first: each
/// ascending, in the order of their first items.
///
/// In the first round a feature's document frequency counts articles, in the second the stories
/// the first has found: what all reports on one event say is rare again, however many there are.
pub(super) fn stories(
    mut space: Space,
    moments: &[Moment],
    fading: Fading,
    stop: Stop,
) -> Vec<Vec<u32>> {
    let single: Vec<u32> = (0..space.len() as u32).collect();
    space.weigh(single.chunks(1));
    let items = Items { space: &space, moments, fading };
    let near = items.pairs(stop.threshold * SLACK);
    let strict = Stop { threshold: stop.threshold * FIRST, ..stop };
    let first = link(items, strict, &items.again(&near, strict.threshold));
    space.weigh(first.iter().map(Vec::as_slice));
    let items = Items { space: &space, moments, fading };
    link(items, stop, &items.again(&near, stop.threshold))
}
