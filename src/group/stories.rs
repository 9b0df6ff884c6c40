//! From weighted rows to stories, in two rounds.

use crate::group::linkage::{Stop, link};
use crate::group::neighbours::neighbours;
use crate::group::space::Space;
use crate::group::time::{Fading, Moment};

/// The stories of the items of a space, which are in order of time, those without one first: each ascending, in
/// the order of their first items.
///
/// In the first round a feature's document frequency counts articles, in the second the stories
/// the first has found: what all reports on one event say is rare again, however many there are.
pub(super) fn stories(
    mut space: Space,
    moments: &[Moment],
    fading: Fading,
    stop: Stop,
) -> Vec<Vec<u32>> {
    let items: Vec<u32> = (0..space.len() as u32).collect();
    space.weigh(items.chunks(1));
    let first = {
        let pairs = neighbours(&space, moments, fading, stop.threshold);
        link(&space, moments, fading, stop, &pairs)
    };
    space.weigh(first.iter().map(Vec::as_slice));
    let pairs = neighbours(&space, moments, fading, stop.threshold);
    link(&space, moments, fading, stop, &pairs)
}
