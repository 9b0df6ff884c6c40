//! Which articles may belong together: pairs that are similar enough, found by an inverted index.

use rayon::prelude::*;

use crate::group::space::Space;
use crate::group::time::{Fading, Moment};

/// Strongest features of an item that go into the index and look things up in it.
const INDEXED: usize = 96;

/// Items that a feature proposes to another, the latest first.
const PROPOSED: usize = 128;

/// Proposals of all features of an item together: once there are so many, its weaker features
/// have no say.
const ENOUGH: usize = 1024;

/// Items proposed to another whose similarity is computed.
const COMPARED: usize = 32;

/// Pairs that are kept for an item.
const KEPT: usize = 16;

/// A pair of similar items, `earlier < later`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) earlier: u32,
    pub(super) later: u32,
    /// Their similarity, not faded.
    pub(super) similarity: f64,
}

/// The pairs of items whose faded similarity is at least `threshold`. Items are in order of time;
/// each is compared with those before it that share a strong feature: at most [`PROPOSED`] for a
/// feature and [`ENOUGH`] in all, and the [`COMPARED`] best of them exactly. Cost: O(items).
pub(super) fn neighbours(
    space: &Space,
    moments: &[Moment],
    fading: Fading,
    threshold: f64,
) -> Vec<Pair> {
    let index = Index::new(space);
    let undated = moments.partition_point(Option::is_none) as u32;
    let window = fading.window(threshold);
    let runs: Vec<Vec<Pair>> = (0..space.len())
        .into_par_iter()
        .with_min_len(1024)
        .map_init(
            || Scratch { partial: vec![0.0; space.len()], touched: Vec::new() },
            |scratch, item| {
                let earliest = match moments[item] {
                    Some(moment) => {
                        moments.partition_point(|other| other.is_none_or(|o| o < moment - window))
                    }
                    None => 0,
                };
                index.propose(item as u32, undated, earliest as u32, scratch);
                similar(space, moments, fading, threshold, item, scratch)
            },
        )
        .collect();
    runs.into_iter().flatten().collect()
}

/// Room for one thread's sums.
struct Scratch {
    /// By item: the part of the similarity that indexed features make up.
    partial: Vec<f32>,
    /// The items whose part is not zero.
    touched: Vec<u32>,
}

/// By feature the items that have it among their strongest, ascending, with its weight there.
struct Index {
    offsets: Vec<usize>,
    postings: Vec<(u32, f32)>,
    /// By item: its strongest features and their weights.
    strongest: Vec<Vec<(u32, f32)>>,
}

impl Index {
    fn new(space: &Space) -> Self {
        let strongest: Vec<Vec<(u32, f32)>> = (0..space.len())
            .into_par_iter()
            .map(|item| {
                let mut row: Vec<(u32, f32)> = space.row(item).collect();
                let heavier =
                    |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
                if row.len() > INDEXED {
                    row.select_nth_unstable_by(INDEXED - 1, heavier);
                    row.truncate(INDEXED);
                    row.shrink_to_fit();
                }
                row.sort_unstable_by(heavier);
                row
            })
            .collect();
        let mut offsets = vec![0; space.idf.len() + 1];
        for &(feature, _) in strongest.iter().flatten() {
            offsets[feature as usize + 1] += 1;
        }
        for feature in 1..offsets.len() {
            offsets[feature] += offsets[feature - 1];
        }
        let mut next = offsets.clone();
        let mut postings = vec![(0, 0.0); offsets.last().copied().unwrap_or_default()];
        for (item, row) in (0_u32..).zip(&strongest) {
            for &(feature, weight) in row {
                postings[next[feature as usize]] = (item, weight);
                next[feature as usize] += 1;
            }
        }
        Self { offsets, postings, strongest }
    }

    /// Adds up in `scratch` what the items before this one share with it: those from `earliest`
    /// on, and the first `undated` ones, which have no time.
    fn propose(&self, item: u32, undated: u32, earliest: u32, scratch: &mut Scratch) {
        let mut proposals = 0;
        for &(feature, weight) in &self.strongest[item as usize] {
            if proposals >= ENOUGH {
                break;
            }
            let feature = feature as usize;
            let postings = &self.postings[self.offsets[feature]..self.offsets[feature + 1]];
            let before = postings.partition_point(|posting| posting.0 < item);
            let recent =
                postings[..before].iter().rev().take_while(|posting| posting.0 >= earliest);
            let rest = postings[..before].partition_point(|p| p.0 < undated.min(earliest));
            let timeless = postings[..rest].iter().rev();
            for &(other, other_weight) in recent.chain(timeless).take(PROPOSED) {
                let partial = &mut scratch.partial[other as usize];
                if *partial == 0.0 {
                    scratch.touched.push(other);
                }
                *partial += weight * other_weight;
                proposals += 1;
            }
        }
    }
}

/// The proposed items that are similar enough; clears `scratch`.
fn similar(
    space: &Space,
    moments: &[Moment],
    fading: Fading,
    threshold: f64,
    item: usize,
    scratch: &mut Scratch,
) -> Vec<Pair> {
    let mut proposed: Vec<(f32, u32)> = Vec::new();
    for other in scratch.touched.drain(..) {
        let partial = std::mem::take(&mut scratch.partial[other as usize]);
        // What the weaker features add is less than that again.
        if f64::from(partial) * 2.0 >= threshold {
            proposed.push((partial, other));
        }
    }
    let better = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1));
    proposed.sort_unstable_by(better);
    proposed.truncate(COMPARED);
    let mut kept: Vec<(f64, Pair)> = proposed
        .into_iter()
        .map(|(_, other)| {
            let gap = match (moments[item], moments[other as usize]) {
                (Some(a), Some(b)) => Some((a - b) as f64),
                _ => None,
            };
            let similarity = space.similarity(item, other as usize);
            let pair = Pair { earlier: other, later: item as u32, similarity };
            (similarity * fading.factor(gap), pair)
        })
        .filter(|(faded, _)| *faded >= threshold)
        .collect();
    kept.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(b.1.earlier.cmp(&a.1.earlier)));
    kept.truncate(KEPT);
    kept.into_iter().map(|(_, pair)| pair).collect()
}
