//! From pairs of similar articles to stories: average linkage that knows when to stop.
//!
//! Group-average agglomerative clustering (Sokal & Michener 1958; Cutting et al. 1992 for the
//! sum vectors that make a group's average cosine exact and cheap): two groups that are each other's
//! most similar are joined, as long as their average similarity
//!
//! - reaches a floor, which is the higher the more articles the smaller of them has: chance
//!   makes two articles look alike, not three and three;
//! - reaches a higher floor where few features carry it, as in short articles; and
//! - is not much less than the average inside the tighter and the looser of them: two groups of
//!   closely related reports on one subject are two stories.
//!
//! Groups that share no pair of neighbours are never compared. Cost: O(pairs · row) as long as a
//! group has a bounded number of neighbours.

use rayon::prelude::*;

use crate::group::neighbours::{Items, Pair};
use crate::group::sparse::{added, carriers, dot};
use crate::group::time::Fading;

/// The floor rises for a similarity that fewer features than this carry: so many, in the median, carry
/// that of two whole articles near the floor (4 to 7 by development set).
const CARRIERS: f64 = 6.0;

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

/// What the floor of two groups is multiplied with, given the features that carry their similarity:
/// √(6 / carriers), at least 1.
///
/// Were the groups unrelated, each feature would be shared by chance. Such a sum Σ x of rare
/// coincidences (a compound Poisson sum) has a standard error of √Σ x², which is 1 / √carriers of
/// the sum, `carriers` being Kish's effective number (Σ x)² / Σ x² (Survey Sampling, 1965). A name and
/// a verb in common bring two short articles to the floor, and may well be chance.
fn rise(carriers: f64) -> f64 {
    (CARRIERS / carriers).max(1.0).sqrt()
}

/// Groups the items: each group ascending, groups in the order of their first items.
pub(super) fn link(items: Items<'_>, stop: Stop, pairs: &[Pair]) -> Vec<Vec<u32>> {
    Linkage::new(items, stop, pairs).run()
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
    /// two sums.
    near: Vec<(u32, f64)>,
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

/// The work in progress.
struct Linkage {
    fading: Fading,
    stop: Stop,
    /// By number; those that are part of a newer one are empty.
    groups: Vec<Group>,
    /// By group: the newer one that it is part of, itself where there is none.
    part_of: Vec<u32>,
    /// By group: the one to join with.
    best: Vec<Option<u32>>,
}

impl Linkage {
    fn new(all: Items<'_>, stop: Stop, pairs: &[Pair]) -> Self {
        let count = all.space.len() as u32;
        let mut groups: Vec<Group> = (0..count)
            .into_par_iter()
            .map(|item| {
                let sum: Vec<(u32, f32)> = all.space.row(item as usize).collect();
                let square = dot(&sum, &sum);
                let dates =
                    all.moments[item as usize].map_or((0.0, 0), |moment| (moment as f64, 1));
                Group { items: vec![item], sum, square, own: square, dates, near: Vec::new() }
            })
            .collect();
        for pair in pairs {
            groups[pair.earlier as usize].near.push((pair.later, pair.similarity));
            groups[pair.later as usize].near.push((pair.earlier, pair.similarity));
        }
        groups.par_iter_mut().for_each(|group| group.near.sort_unstable_by_key(|near| near.0));
        let best = vec![None; groups.len()];
        Self { fading: all.fading, stop, groups, part_of: (0..count).collect(), best }
    }

    /// Joins until nothing more belongs together: again and again every two groups that are each
    /// other's best. That joins nearly what taking the best pair of all each time would: by
    /// joining, a group's average comes no nearer to a third than one of its parts was, fading,
    /// cohesion and pairs that were not kept apart.
    fn run(mut self) -> Vec<Vec<u32>> {
        let mut changed: Vec<u32> = (0..self.groups.len() as u32).collect();
        while !changed.is_empty() {
            let best: Vec<Option<u32>> =
                changed.par_iter().map(|&group| self.best_of(group)).collect();
            for (&group, best) in changed.iter().zip(best) {
                self.best[group as usize] = best;
            }
            let mut pairs: Vec<(u32, u32)> = changed
                .iter()
                .filter_map(|&group| {
                    let other = self.best[group as usize]?;
                    let back = self.best[other as usize]?;
                    (back == group).then(|| (group.min(other), group.max(other)))
                })
                .collect();
            pairs.sort_unstable();
            pairs.dedup();
            changed = self.join(&pairs);
        }
        let mut groups: Vec<Vec<u32>> = self
            .groups
            .into_par_iter()
            .filter(|group| !group.items.is_empty())
            .map(|mut group| {
                group.items.sort_unstable();
                group.items
            })
            .collect();
        groups.sort_unstable();
        groups
    }

    /// The most similar group that belongs to a group; among equals the pair met first.
    fn best_of(&self, group: u32) -> Option<u32> {
        let pair = |other: u32| (group.min(other), group.max(other));
        let mut best: Option<(u32, f64)> = None;
        for &(other, product) in &self.groups[group as usize].near {
            let similarity = self.similarity(group, other, product);
            let better = best.is_none_or(|(chosen, most)| {
                let order = similarity.total_cmp(&most);
                order.then_with(|| pair(chosen).cmp(&pair(other))).is_gt()
            });
            if better && self.belong(group, other, similarity) {
                best = Some((other, similarity));
            }
        }
        best.map(|(other, _)| other)
    }

    fn belong(&self, a: u32, b: u32, similarity: f64) -> bool {
        let (a, b) = (&self.groups[a as usize], &self.groups[b as usize]);
        let looser = match (a.cohesion(), b.cohesion()) {
            (Some(a), Some(b)) => a.min(b),
            _ => 0.0,
        };
        let floor = self.stop.floor(a.size().min(b.size()));
        similarity >= floor
            && similarity >= self.stop.cohesion * looser
            // Nothing is carried by less than one feature: most pairs are not asked.
            && (similarity >= floor * rise(1.0)
                || similarity >= floor * rise(carriers(&a.sum, &b.sum)))
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

    /// Makes one group of every pair, and names all groups whose best may be another now. No
    /// group is in two pairs.
    fn join(&mut self, pairs: &[(u32, u32)]) -> Vec<u32> {
        let oldest = self.groups.len() as u32;
        for (new, &(a, b)) in (oldest..).zip(pairs) {
            self.part_of[a as usize] = new;
            self.part_of[b as usize] = new;
            self.part_of.push(new);
            self.best.push(None);
        }
        let new: Vec<Group> = pairs.par_iter().map(|&(a, b)| self.union(a, b)).collect();
        self.groups.extend(new);
        let near: Vec<Vec<(u32, f64)>> =
            pairs.par_iter().map(|&(a, b)| self.joined_near(a, b, oldest)).collect();
        for &(a, b) in pairs {
            self.groups[a as usize] = Group::default();
            self.groups[b as usize] = Group::default();
        }
        let mut changed: Vec<u32> = near.iter().flatten().map(|near| near.0).collect();
        changed.sort_unstable();
        changed.dedup();
        changed.retain(|&group| group < oldest);
        for &group in &changed {
            let near = &mut self.groups[group as usize].near;
            near.retain(|&(other, _)| self.part_of[other as usize] == other);
        }
        for (new, near) in (oldest..).zip(near) {
            for &(other, product) in near.iter().take_while(|near| near.0 < oldest) {
                // The newest has the largest number, so the list still ascends.
                self.groups[other as usize].near.push((new, product));
            }
            self.groups[new as usize].near = near;
            changed.push(new);
        }
        changed
    }

    /// Two groups as one, what is near it not yet known.
    fn union(&self, a: u32, b: u32) -> Group {
        let (a, b) = (&self.groups[a as usize], &self.groups[b as usize]);
        Group {
            items: [a.items.as_slice(), &b.items].concat(),
            sum: added(&a.sum, &b.sum),
            square: a.square + b.square + 2.0 * dot(&a.sum, &b.sum),
            own: a.own + b.own,
            dates: (a.dates.0 + b.dates.0, a.dates.1 + b.dates.1),
            near: Vec::new(),
        }
    }

    /// What is near one of two groups that are one now, with the dot products for both together.
    /// Groups from `oldest` on are made in the same round.
    fn joined_near(&self, a: u32, b: u32, oldest: u32) -> Vec<(u32, f64)> {
        let new = self.part_of[a as usize];
        let parts = [a, b].map(|part| &self.groups[part as usize]);
        let mut near: Vec<u32> = parts
            .iter()
            .flat_map(|part| &part.near)
            .map(|&(other, _)| self.part_of[other as usize])
            .filter(|&other| other != new)
            .collect();
        near.sort_unstable();
        near.dedup();
        let sum = &self.groups[new as usize].sum;
        near.into_iter()
            .map(|other| {
                let other_sum = &self.groups[other as usize].sum;
                let known = |part: &&Group| {
                    let place = part.near.binary_search_by_key(&other, |near| near.0);
                    place.map_or_else(|_| dot(&part.sum, other_sum), |place| part.near[place].1)
                };
                let product = if other < oldest {
                    parts.iter().map(known).sum()
                } else {
                    dot(sum, other_sum)
                };
                (other, product)
            })
            .collect()
    }
}
