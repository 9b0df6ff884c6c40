//! From features to cosines: weights that depend on the whole batch.

use std::cmp::Reverse;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::group::features::{Feature, Features};
use crate::text::Language;

/// A batch counts as if it had this many more documents, all on other things: a term that two of three
/// articles share must still say something.
const PRIOR: f64 = 10.0;

/// This many articles of the usual background are added to an article's own background. In a batch of a
/// few dozen articles they dominate; otherwise the articles of its own story would be most of an
/// article's background. 60 to 120 group the development sets alike.
const BACKGROUND_PRIOR: f64 = 100.0;

/// The usual mean cosine of articles that have nothing to do with each other.
const TYPICAL_BACKGROUND: f64 = 0.02;

/// The least background of an article, so that one unlike all others does not come close to each.
const LEAST_BACKGROUND: f64 = 0.01;

/// The articles of a batch as sparse rows whose dot products are similarities.
pub(super) struct Space {
    /// By item: features that another item has too, renumbered, ascending, with their weights.
    pub(super) rows: Vec<Vec<(u32, f32)>>,
    /// By item: the squared length of its other features, before IDF.
    alone: Vec<f64>,
    /// The items of each language.
    languages: Vec<Vec<u32>>,
    /// By feature: IDF.
    pub(super) idf: Vec<f32>,
    /// By item: what its weights are multiplied with.
    pub(super) scale: Vec<f32>,
}

impl Space {
    /// Renumbers the features; weights follow with [`Space::weigh`].
    pub(super) fn new(items: Vec<Features>, languages: &[Language]) -> Self {
        let mut all: Vec<Feature> = items.iter().flatten().map(|&(feature, _)| feature).collect();
        all.par_sort_unstable();
        let repeated = all.chunk_by(|a, b| a == b).filter(|group| group.len() > 1);
        let mut repeated: Vec<(Reverse<u32>, Feature)> =
            repeated.map(|group| (Reverse(group.len() as u32), group[0])).collect();
        drop(all);
        // The frequent ones first, so that most look-ups by number are close together.
        repeated.par_sort_unstable();
        let numbers: FxHashMap<Feature, u32> =
            repeated.into_iter().map(|(_, feature)| feature).zip(0_u32..).collect();
        let (rows, alone): (Vec<_>, Vec<_>) = items
            .into_par_iter()
            .map(|features| {
                let mut alone = 0.0;
                let mut row = Vec::with_capacity(features.len() / 2);
                for (feature, weight) in features {
                    match numbers.get(&feature) {
                        Some(&number) => row.push((number, weight)),
                        None => alone += f64::from(weight) * f64::from(weight),
                    }
                }
                row.sort_unstable_by_key(|&(number, _)| number);
                row.shrink_to_fit();
                (row, alone)
            })
            .unzip();
        let scale = vec![1.0; rows.len()];
        let mut by_language: Vec<(Language, Vec<u32>)> = Vec::new();
        for (item, &language) in (0_u32..).zip(languages) {
            match by_language.iter_mut().find(|(known, _)| *known == language) {
                Some((_, items)) => items.push(item),
                None => by_language.push((language, vec![item])),
            }
        }
        let languages = by_language.into_iter().map(|(_, items)| items).collect();
        Self { rows, alone, languages, idf: vec![0.0; numbers.len()], scale }
    }

    /// Number of items.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Sets all weights. A feature's frequency is the number of `groups` (each a list of items) that have
    /// it: at first every item is a group, later every story found, so that the words of one big story
    /// do not lose their worth.
    ///
    /// weight = (1 + ln count) · boost · ln((groups + 10) / group frequency)^1.25, rows of length 1.
    /// Then each row is divided by the square root of its background: its mean cosine with the items of
    /// its language (0.02 is usual, 0.01 the least). So the similarity of two items is their cosine over
    /// the geometric mean of their backgrounds. An article must be closer to another to be as similar
    /// when its language has few, common words, or when half of the batch is about the same thing.
    pub(super) fn weigh<'g>(&mut self, groups: impl Iterator<Item = &'g [u32]>) {
        let (frequency, count) = self.frequency(groups);
        let documents = f64::from(count) + PRIOR;
        self.idf =
            frequency.par_iter().map(|&frequency| rarity(documents, frequency) as f32).collect();
        self.normalise(rarity(documents, 1));
        self.discount_background();
    }

    /// Gives all rows the length 1. The features that only one item has are in no row, but count for its
    /// length; they are all `rarest`.
    fn normalise(&mut self, rarest: f64) {
        self.scale.fill(1.0);
        let squares = (0..self.len()).into_par_iter().map(|item| self.square(item));
        let scale = squares.zip(&self.alone).map(|(square, alone)| {
            let length = (square + alone * rarest * rarest).sqrt();
            if length > 0.0 { (1.0 / length) as f32 } else { 0.0 }
        });
        self.scale = scale.collect();
    }

    fn discount_background(&mut self) {
        let mut sum = vec![0.0_f64; self.idf.len()];
        let mut scale = self.scale.clone();
        for items in &self.languages {
            sum.fill(0.0);
            self.add(items, &mut sum);
            let factor = |&item: &u32| {
                let far = self.shared(item, &sum) - self.square(item as usize);
                let others = items.len() as f64 - 1.0;
                let background = (far.max(0.0) + BACKGROUND_PRIOR * TYPICAL_BACKGROUND)
                    / (others + BACKGROUND_PRIOR);
                (TYPICAL_BACKGROUND / background.max(LEAST_BACKGROUND)).sqrt() as f32
            };
            let factors: Vec<f32> = items.par_iter().map(factor).collect();
            for (&item, factor) in items.iter().zip(factors) {
                scale[item as usize] *= factor;
            }
        }
        self.scale = scale;
    }

    /// Adds the rows of some items to a dense vector.
    fn add(&self, items: &[u32], sum: &mut [f64]) {
        for (number, weight) in items.iter().flat_map(|&item| self.row(item as usize)) {
            sum[number as usize] += f64::from(weight);
        }
    }

    /// The dot product of an item's row with a dense vector.
    fn shared(&self, item: u32, sum: &[f64]) -> f64 {
        self.row(item as usize).map(|(n, weight)| f64::from(weight) * sum[n as usize]).sum()
    }

    /// The squared length of a row, without the features that only its item has.
    fn square(&self, item: usize) -> f64 {
        self.row(item).map(|(_, weight)| f64::from(weight) * f64::from(weight)).sum()
    }

    /// By feature the number of groups that have it, and the number of groups.
    fn frequency<'g>(&self, groups: impl Iterator<Item = &'g [u32]>) -> (Vec<u32>, u32) {
        let mut frequency = vec![0_u32; self.idf.len()];
        let mut met = vec![u32::MAX; self.idf.len()];
        let mut count = 0;
        for group in groups {
            for &(number, _) in group.iter().flat_map(|&item| &self.rows[item as usize]) {
                if met[number as usize] != count {
                    met[number as usize] = count;
                    frequency[number as usize] += 1;
                }
            }
            count += 1;
        }
        (frequency, count)
    }

    /// The weighted row of an item.
    pub(super) fn row(&self, item: usize) -> impl Iterator<Item = (u32, f32)> + '_ {
        let scale = self.scale[item];
        self.rows[item]
            .iter()
            .map(move |&(number, weight)| (number, weight * self.idf[number as usize] * scale))
    }

    /// The similarity of two items, whatever their dates.
    pub(super) fn similarity(&self, a: usize, b: usize) -> f64 {
        let (mut left, mut right) = (self.rows[a].as_slice(), self.rows[b].as_slice());
        let mut sum = 0.0_f64;
        while let (Some(&(number, weight)), Some(&(other, other_weight))) =
            (left.first(), right.first())
        {
            if number == other {
                let idf = f64::from(self.idf[number as usize]);
                sum += f64::from(weight) * f64::from(other_weight) * idf * idf;
            }
            left = &left[usize::from(number <= other)..];
            right = &right[usize::from(other <= number)..];
        }
        sum * f64::from(self.scale[a]) * f64::from(self.scale[b])
    }
}

/// IDF, with a little more for rare features: names keep stories of one field apart.
fn rarity(documents: f64, frequency: u32) -> f64 {
    libm::pow(libm::log(documents / f64::from(frequency.max(1))), 1.25)
}
