//! From pairs of similar articles to stories: average linkage that knows when to stop.
//!
//! Group-average agglomerative clustering (Sokal & Michener 1958; Cutting et al. 1992 for the
//! sum vectors that make a group's average cosine exact and cheap): the two most similar groups
//! are joined, as long as their average similarity
//!
//! - reaches a floor, which is the higher the more articles the smaller of them has: chance
//!   makes two articles look alike, not three and three; and
//! - is not much less than the average inside the tighter and the looser of them: two groups of
//!   closely related reports on one subject are two stories.
//!
//! Groups that share no pair of neighbours are never compared, so every connected part of the
//! graph of pairs is worked on alone, side by side. Cost: O(pairs · (log pairs + row)) as long as
//! a group has a bounded number of neighbours.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::group::neighbours::Pair;
use crate::group::space::Space;
use crate::group::time::{Fading, Moment};

/// When two groups are one story.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    /// The least average similarity.
    pub(super) threshold: f64,
    /// The least share of the looser group's own average similarity.
    pub(super) cohesion: f64,
}

impl Stop {
    /// The floor for two groups, the smaller of which has `size` articles.
    fn floor(&self, size: u32) -> f64 {
        let factor = match size {
            1 => 1.0,
            2 => 1.25,
            _ => 2.5,
        };
        self.threshold * factor
    }
}

/// Groups the items: each group ascending, groups in the order of their first items.
pub(super) fn link(
    space: &Space,
    moments: &[Moment],
    fading: Fading,
    stop: Stop,
    pairs: &[Pair],
) -> Vec<Vec<u32>> {
    let parts = parts(space.len(), pairs);
    let mut groups: Vec<Vec<u32>> = parts
        .par_iter()
        .flat_map_iter(|part| match part.items.as_slice() {
            [_] => vec![part.items.clone()],
            _ => Linkage::new(space, moments, fading, stop, part).run(),
        })
        .collect();
    groups.sort_unstable();
    groups
}

/// A connected part of the graph.
struct Part {
    items: Vec<u32>,
    pairs: Vec<Pair>,
}

/// The connected parts, in the order of their first items.
fn parts(items: usize, pairs: &[Pair]) -> Vec<Part> {
    let mut parent: Vec<u32> = (0..items as u32).collect();
    for pair in pairs {
        let (a, b) = (root(&mut parent, pair.earlier), root(&mut parent, pair.later));
        parent[a.max(b) as usize] = a.min(b);
    }
    let mut place: Vec<u32> = vec![u32::MAX; items];
    let mut parts: Vec<Part> = Vec::new();
    for item in 0..items as u32 {
        let root = root(&mut parent, item) as usize;
        if place[root] == u32::MAX {
            place[root] = parts.len() as u32;
            parts.push(Part { items: Vec::new(), pairs: Vec::new() });
        }
        parts[place[root] as usize].items.push(item);
    }
    for &pair in pairs {
        let root = root(&mut parent, pair.earlier) as usize;
        parts[place[root] as usize].pairs.push(pair);
    }
    parts
}

/// The representative of an item's set, with path halving.
fn root(parent: &mut [u32], mut item: u32) -> u32 {
    while parent[item as usize] != item {
        parent[item as usize] = parent[parent[item as usize] as usize];
        item = parent[item as usize];
    }
    item
}

/// A group in the making.
#[derive(Default)]
struct Group {
    items: Vec<u32>,
    /// The sum of its rows.
    sum: Vec<(u32, f32)>,
    /// The squared length of the sum.
    square: f64,
    /// The sum of the squared lengths of its rows.
    own: f64,
    /// Sum and number of the dates that are known.
    dates: (f64, u32),
    /// Groups that are near it or near one of its parts, ascending, with the dot product of the
    /// two sums; some may be gone.
    near: Vec<(u32, f64)>,
    alive: bool,
}

impl Group {
    fn size(&self) -> u32 {
        self.items.len() as u32
    }

    /// The average similarity of its items; `None` for one alone.
    fn cohesion(&self) -> Option<f64> {
        let pairs = self.items.len() as f64 * (self.items.len() as f64 - 1.0);
        (pairs > 0.0).then(|| (self.square - self.own) / pairs)
    }

    fn date(&self) -> Option<f64> {
        (self.dates.1 > 0).then(|| self.dates.0 / f64::from(self.dates.1))
    }
}

/// Two groups that may be joined, the most similar first.
#[derive(Clone, Copy, PartialEq)]
struct Candidate {
    similarity: f64,
    a: u32,
    b: u32,
}

impl Eq for Candidate {}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.similarity
            .total_cmp(&other.similarity)
            .then_with(|| (other.a, other.b).cmp(&(self.a, self.b)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The work on one part of the graph.
struct Linkage {
    fading: Fading,
    stop: Stop,
    groups: Vec<Group>,
    heap: BinaryHeap<Candidate>,
}

impl Linkage {
    fn new(space: &Space, moments: &[Moment], fading: Fading, stop: Stop, part: &Part) -> Self {
        let numbers: FxHashMap<u32, u32> = part.items.iter().copied().zip(0_u32..).collect();
        let mut groups: Vec<Group> = part
            .items
            .iter()
            .map(|&item| {
                let sum: Vec<(u32, f32)> = space.row(item as usize).collect();
                let square = dot(&sum, &sum);
                let dates = moments[item as usize].map_or((0.0, 0), |moment| (moment as f64, 1));
                let items = vec![item];
                Group { items, sum, square, own: square, dates, near: Vec::new(), alive: true }
            })
            .collect();
        for pair in &part.pairs {
            let (a, b) = (numbers[&pair.earlier], numbers[&pair.later]);
            groups[a as usize].near.push((b, pair.similarity));
            groups[b as usize].near.push((a, pair.similarity));
        }
        let mut linkage = Self { fading, stop, groups, heap: BinaryHeap::new() };
        for group in 0..linkage.groups.len() as u32 {
            linkage.groups[group as usize].near.sort_unstable_by_key(|near| near.0);
            for place in 0..linkage.groups[group as usize].near.len() {
                let (other, product) = linkage.groups[group as usize].near[place];
                if other < group {
                    linkage.propose(other, group, product);
                }
            }
        }
        linkage
    }

    /// Joins until nothing more belongs together.
    fn run(mut self) -> Vec<Vec<u32>> {
        while let Some(candidate) = self.heap.pop() {
            let (a, b) = (&self.groups[candidate.a as usize], &self.groups[candidate.b as usize]);
            // A pair that is refused comes back when one of the two has grown.
            if a.alive && b.alive && self.belong(a, b, candidate.similarity) {
                self.join(candidate.a, candidate.b);
            }
        }
        let groups = self.groups.into_iter().filter(|group| group.alive);
        groups
            .map(|mut group| {
                group.items.sort_unstable();
                group.items
            })
            .collect()
    }

    fn belong(&self, a: &Group, b: &Group, similarity: f64) -> bool {
        let looser = match (a.cohesion(), b.cohesion()) {
            (Some(a), Some(b)) => a.min(b),
            _ => 0.0,
        };
        similarity >= self.stop.floor(a.size().min(b.size()))
            && similarity >= self.stop.cohesion * looser
    }

    /// Puts two groups on the heap, `a < b`, whose sums have the dot product `product`.
    fn propose(&mut self, a: u32, b: u32, product: f64) {
        let similarity = self.similarity(a, b, product);
        if similarity >= self.stop.threshold {
            self.heap.push(Candidate { similarity, a, b });
        }
    }

    /// The faded average similarity of two groups' items.
    fn similarity(&self, a: u32, b: u32, product: f64) -> f64 {
        let (a, b) = (&self.groups[a as usize], &self.groups[b as usize]);
        let gap = match (a.date(), b.date()) {
            (Some(a), Some(b)) => Some(a - b),
            _ => None,
        };
        product / (f64::from(a.size()) * f64::from(b.size())) * self.fading.factor(gap)
    }

    /// Makes one group of two.
    fn join(&mut self, a: u32, b: u32) {
        let new = self.groups.len() as u32;
        let [a, b] = [a, b].map(|old| {
            let group = &mut self.groups[old as usize];
            let gone = Group { alive: false, ..Group::default() };
            std::mem::replace(group, gone)
        });
        let sum = added(&a.sum, &b.sum);
        let square = a.square + b.square + 2.0 * dot(&a.sum, &b.sum);
        let near = self.joined_near(&a, &b);
        let mut items = a.items;
        items.extend(b.items);
        self.groups.push(Group {
            items,
            sum,
            square,
            own: a.own + b.own,
            dates: (a.dates.0 + b.dates.0, a.dates.1 + b.dates.1),
            near: near.clone(),
            alive: true,
        });
        for (neighbour, product) in near {
            // The newest group has the largest number, so the list still ascends.
            self.groups[neighbour as usize].near.push((new, product));
            self.propose(neighbour, new, product);
        }
    }

    /// The groups near one of two, with the dot products for both together: the sum of the two
    /// products, of which one may have to be computed.
    fn joined_near(&self, a: &Group, b: &Group) -> Vec<(u32, f64)> {
        let mut joined = Vec::with_capacity(a.near.len().max(b.near.len()));
        let (mut left, mut right) = (a.near.as_slice(), b.near.as_slice());
        loop {
            let order = match (left.first(), right.first()) {
                (Some(a), Some(b)) => a.0.cmp(&b.0),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return joined,
            };
            let next = |side: &mut &[(u32, f64)]| side.split_off_first().copied();
            let known = if order.is_le() { next(&mut left) } else { None };
            let other = if order.is_ge() { next(&mut right) } else { None };
            let Some(neighbour) = known.or(other).map(|near| near.0) else { return joined };
            let group = &self.groups[neighbour as usize];
            if group.alive {
                let product = |known: Option<(u32, f64)>, sum: &[(u32, f32)]| {
                    known.map_or_else(|| dot(sum, &group.sum), |known| known.1)
                };
                joined.push((neighbour, product(known, &a.sum) + product(other, &b.sum)));
            }
        }
    }
}

/// The dot product of two sparse vectors. Where one is much the shorter, its entries are looked
/// up in the other.
fn dot(a: &[(u32, f32)], b: &[(u32, f32)]) -> f64 {
    let (short, mut long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut sum = 0.0;
    if short.len() * 16 < long.len() {
        for &(column, weight) in short {
            let at = long.partition_point(|entry| entry.0 < column);
            long = &long[at..];
            if let Some(entry) = long.first().filter(|entry| entry.0 == column) {
                sum += f64::from(weight) * f64::from(entry.1);
            }
        }
        return sum;
    }
    let (mut i, mut j) = (0, 0);
    while i < short.len() && j < long.len() {
        match short[i].0.cmp(&long[j].0) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                sum += f64::from(short[i].1) * f64::from(long[j].1);
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    sum
}

/// The sum of two sparse vectors.
fn added(a: &[(u32, f32)], b: &[(u32, f32)]) -> Vec<(u32, f32)> {
    let mut sum = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            Ordering::Less => {
                sum.push(a[i]);
                i += 1;
            }
            Ordering::Greater => {
                sum.push(b[j]);
                j += 1;
            }
            Ordering::Equal => {
                sum.push((a[i].0, a[i].1 + b[j].1));
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    sum.extend_from_slice(&a[i..]);
    sum.extend_from_slice(&b[j..]);
    sum
}
