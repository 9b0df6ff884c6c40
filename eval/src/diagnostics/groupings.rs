//! How well a grouping of articles into stories agrees with a gold grouping.

use std::hash::Hash;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// Precision, recall and their harmonic mean.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct GroupingScore {
    /// Precision: how pure the groups are.
    pub p: f64,
    /// Recall: how whole the gold groups are.
    pub r: f64,
    /// Harmonic mean of both; 0 when both are.
    pub f: f64,
}

impl GroupingScore {
    fn new(p: f64, r: f64) -> Self {
        Self { p, r, f: if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 } }
    }
}

/// `BCubed` (Bagga and Baldwin 1998): for each item the share of its group that shares its gold group (P) and the
/// share of its gold group that shares its group (R), averaged over items. Each pair is (group, gold group) of an item.
///
/// ```
/// use nutgraf_eval::diagnostics::bcubed;
///
/// // Gold: {a b c} {d}. Found: {a b} {c d}.
/// let score = bcubed(&[("1", "x"), ("1", "x"), ("2", "x"), ("2", "y")]);
/// assert_eq!(score.p, (1.0 + 1.0 + 0.5 + 0.5) / 4.0);
/// assert!((score.r - (2.0 / 3.0 + 2.0 / 3.0 + 1.0 / 3.0 + 1.0) / 4.0).abs() < 1e-12);
/// ```
#[must_use]
pub fn bcubed<A: Copy + Eq + Hash, B: Copy + Eq + Hash>(items: &[(A, B)]) -> GroupingScore {
    let sizes = Sizes::new(items);
    let n = items.len().max(1) as f64;
    let mean = |share: &dyn Fn(&(A, B)) -> f64| items.iter().map(share).sum::<f64>() / n;
    let p = mean(&|item| sizes.both[item] / sizes.group[&item.0]);
    let r = mean(&|item| sizes.both[item] / sizes.gold[&item.1]);
    GroupingScore::new(p, r)
}

/// Pairwise scores: of the pairs of items in one group the share that is in one gold group (P), and the reverse (R);
/// 1 where there is no pair. Each pair is (group, gold group) of an item.
#[must_use]
pub fn pairwise<A: Copy + Eq + Hash, B: Copy + Eq + Hash>(items: &[(A, B)]) -> GroupingScore {
    let sizes = Sizes::new(items);
    // Each item sees the others of its group: every pair is counted twice on both sides of the fraction.
    let pairs =
        |size: &dyn Fn(&(A, B)) -> f64| items.iter().map(|item| size(item) - 1.0).sum::<f64>();
    let both = pairs(&|item| sizes.both[item]);
    let share = |all: f64| if all > 0.0 { both / all } else { 1.0 };
    GroupingScore::new(
        share(pairs(&|item| sizes.group[&item.0])),
        share(pairs(&|item| sizes.gold[&item.1])),
    )
}

/// How many items each group, gold group and combination has.
struct Sizes<A, B> {
    group: FxHashMap<A, f64>,
    gold: FxHashMap<B, f64>,
    both: FxHashMap<(A, B), f64>,
}

impl<A: Copy + Eq + Hash, B: Copy + Eq + Hash> Sizes<A, B> {
    fn new(items: &[(A, B)]) -> Self {
        let mut sizes = Self {
            group: FxHashMap::default(),
            gold: FxHashMap::default(),
            both: FxHashMap::default(),
        };
        for &(group, gold) in items {
            *sizes.group.entry(group).or_default() += 1.0;
            *sizes.gold.entry(gold).or_default() += 1.0;
            *sizes.both.entry((group, gold)).or_default() += 1.0;
        }
        sizes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairwise_by_hand() {
        // Found {a b} {c d}: pairs ab, cd. Gold {a b c} {d}: pairs ab, ac, bc. Shared: ab.
        let score = pairwise(&[("1", "x"), ("1", "x"), ("2", "x"), ("2", "y")]);
        assert_eq!((score.p, score.r), (0.5, 1.0 / 3.0));
        let singletons = pairwise(&[("1", "x"), ("2", "y")]);
        assert_eq!(singletons, GroupingScore { p: 1.0, r: 1.0, f: 1.0 });
    }

    #[test]
    fn perfect_and_empty_groupings() {
        assert_eq!(
            bcubed(&[("1", "x"), ("2", "y"), ("1", "x")]),
            GroupingScore { p: 1.0, r: 1.0, f: 1.0 }
        );
        assert_eq!(bcubed::<&str, &str>(&[]), GroupingScore { p: 0.0, r: 0.0, f: 0.0 });
    }
}
