//! Which articles may belong together: pairs that are similar enough, found by an inverted index.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::group::space::Space;
use crate::group::time::{Fading, Moment};

/// Strongest features of an item that go into the index and look things up in it.
const INDEXED: usize = 64;

/// Items that a feature proposes to another, the latest first.
const PROPOSED: usize = 96;

/// Proposals of all features of an item together: once there are so many, its weaker features
/// have no say.
const ENOUGH: usize = 512;

/// Items proposed to another whose similarity is computed.
const COMPARED: usize = 32;

/// Least share of the best proposal's part, so that what only shares the subject is not compared.
const RELEVANT: f32 = 0.3;

/// Pairs that are kept for an item.
const KEPT: usize = 8;

/// A pair of similar items, `earlier < later`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) earlier: u32,
    pub(super) later: u32,
    /// Their similarity, not faded.
    pub(super) similarity: f64,
}

/// Items among which pairs are sought, in order of time.
#[derive(Clone, Copy)]
pub(super) struct Items<'a> {
    pub(super) space: &'a Space,
    pub(super) moments: &'a [Moment],
    pub(super) fading: Fading,
}

impl Items<'_> {
    /// Pairs whose faded similarity is at least `threshold`, for each item at most the [`KEPT`]
    /// best. Each is compared with those before it that share a strong feature: at most
    /// [`PROPOSED`] for a feature and [`ENOUGH`] in all, and exactly with the [`COMPARED`] best of
    /// them, as far as they are [`RELEVANT`]. Cost: O(items).
    pub(super) fn pairs(&self, threshold: f64) -> Vec<Pair> {
        let index = Index::new(self.space);
        let undated = self.moments.partition_point(Option::is_none) as u32;
        let window = self.fading.window(threshold);
        let earliest = |item: usize| {
            self.moments[item].map_or(0, |moment| {
                self.moments.partition_point(|other| other.is_none_or(|o| o < moment - window))
            })
        };
        let runs: Vec<Vec<Pair>> = (0..self.space.len())
            .into_par_iter()
            .with_min_len(1024)
            .map_init(Proposals::default, |proposals, item| {
                index.propose(item as u32, undated, earliest(item) as u32, proposals);
                self.similar(item as u32, threshold, proposals)
            })
            .collect();
        runs.into_iter().flatten().collect()
    }

    /// Those of the pairs whose faded similarity is at least `threshold` now that the space
    /// weighs features anew.
    pub(super) fn again(&self, pairs: &[Pair], threshold: f64) -> Vec<Pair> {
        let pairs = pairs.par_iter().map(|pair| self.pair(pair.earlier, pair.later));
        pairs.filter(|(faded, _)| *faded >= threshold).map(|(_, pair)| pair).collect()
    }

    /// A pair and its faded similarity.
    fn pair(&self, earlier: u32, later: u32) -> (f64, Pair) {
        let gap = match (self.moments[earlier as usize], self.moments[later as usize]) {
            (Some(a), Some(b)) => Some((b - a) as f64),
            _ => None,
        };
        let similarity = self.space.similarity(earlier as usize, later as usize);
        (similarity * self.fading.factor(gap), Pair { earlier, later, similarity })
    }

    /// The proposed items that are similar enough; clears the proposals.
    fn similar(&self, item: u32, threshold: f64, proposals: &mut Proposals) -> Vec<Pair> {
        let most = proposals.values().copied().fold(0.0, f32::max);
        // What the weaker features add is less than that again.
        let least = (threshold as f32 / 2.0).max(most * RELEVANT);
        let proposed = proposals.drain().filter(|&(_, partial)| partial >= least);
        let mut proposed: Vec<(f32, u32)> =
            proposed.map(|(other, partial)| (partial, other)).collect();
        let better = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1));
        if proposed.len() > COMPARED {
            proposed.select_nth_unstable_by(COMPARED - 1, better);
            proposed.truncate(COMPARED);
        }
        let mut kept: Vec<(f64, Pair)> = proposed
            .into_iter()
            .map(|(_, other)| self.pair(other, item))
            .filter(|(faded, _)| *faded >= threshold)
            .collect();
        kept.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(b.1.earlier.cmp(&a.1.earlier)));
        kept.truncate(KEPT);
        kept.into_iter().map(|(_, pair)| pair).collect()
    }
}

/// By proposed item the part of the similarity that indexed features make up. A small table: a
/// list by item would be read and written all over memory.
type Proposals = FxHashMap<u32, f32>;

/// By feature the items that have it among their strongest, ascending, with its weight there.
struct Index {
    offsets: Vec<usize>,
    postings: Vec<(u32, f32)>,
    /// By item: its strongest features, the strongest first, and its place in their postings.
    strongest: Vec<Vec<(u32, u32)>>,
}

impl Index {
    fn new(space: &Space) -> Self {
        let mut strongest: Vec<Vec<(u32, u32)>> =
            (0..space.len()).into_par_iter().map(|item| strongest(space, item)).collect();
        let mut offsets = vec![0; space.idf.len() + 1];
        for &(feature, _) in strongest.iter().flatten() {
            offsets[feature as usize + 1] += 1;
        }
        for feature in 1..offsets.len() {
            offsets[feature] += offsets[feature - 1];
        }
        let mut filled = vec![0_u32; space.idf.len()];
        let mut postings = vec![(0, 0.0); offsets.last().copied().unwrap_or_default()];
        for (item, row) in (0_u32..).zip(&mut strongest) {
            for (feature, place) in row {
                let weight = f32::from_bits(*place);
                *place = filled[*feature as usize];
                filled[*feature as usize] += 1;
                postings[offsets[*feature as usize] + *place as usize] = (item, weight);
            }
        }
        Self { offsets, postings, strongest }
    }

    /// Adds up what the items before this one share with it: those from `earliest`
    /// on, and the first `undated` ones, which have no time.
    fn propose(&self, item: u32, undated: u32, earliest: u32, proposals: &mut Proposals) {
        let mut made = 0;
        for &(feature, place) in &self.strongest[item as usize] {
            if made >= ENOUGH {
                break;
            }
            let start = self.offsets[feature as usize];
            let before = &self.postings[start..start + place as usize];
            let weight = self.postings[start + place as usize].1;
            let recent = before.iter().rev().take_while(|posting| posting.0 >= earliest);
            let rest = match undated.min(earliest) {
                0 => 0,
                timeless => before.partition_point(|posting| posting.0 < timeless),
            };
            let timeless = before[..rest].iter().rev();
            for &(other, other_weight) in recent.chain(timeless).take(PROPOSED) {
                *proposals.entry(other).or_default() += weight * other_weight;
                made += 1;
            }
        }
    }
}

/// The strongest features of an item, the strongest first, with the bits of their weights.
fn strongest(space: &Space, item: usize) -> Vec<(u32, u32)> {
    let mut row: Vec<(u32, f32)> = space.row(item).collect();
    let heavier = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if row.len() > INDEXED {
        row.select_nth_unstable_by(INDEXED - 1, heavier);
        row.truncate(INDEXED);
    }
    row.sort_unstable_by(heavier);
    row.into_iter().map(|(feature, weight)| (feature, weight.to_bits())).collect()
}
