//! From features to cosines: weights that depend on the whole batch.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::group::features::{Feature, Features};

/// Documents that a batch is taken to have beside its own, all on other things: with three
/// articles a term that two of them share must still say something.
const PRIOR: f64 = 20.0;

/// The mean cosine of articles that have nothing to do with each other, in a usual batch.
const TYPICAL_BACKGROUND: f64 = 0.02;

/// The articles of a batch as sparse rows whose dot products are similarities.
pub(super) struct Space {
    /// By item: features that another item has too, renumbered, ascending, with their weights.
    pub(super) rows: Vec<Vec<(u32, f32)>>,
    /// By item: the squared length of its other features, before IDF.
    alone: Vec<f64>,
    /// By feature: IDF.
    pub(super) idf: Vec<f32>,
    /// By item: what its weights are multiplied with.
    pub(super) scale: Vec<f32>,
}

impl Space {
    /// Renumbers the features; weights follow with [`Space::weigh`].
    pub(super) fn new(items: Vec<Features>) -> Self {
        let mut all: Vec<Feature> = items.iter().flatten().map(|&(feature, _)| feature).collect();
        all.par_sort_unstable();
        let repeated = all.chunk_by(|a, b| a == b).filter(|group| group.len() > 1);
        let numbers: FxHashMap<Feature, u32> =
            repeated.map(|group| group[0]).zip(0_u32..).collect();
        drop(all);
        // Numbers ascend with the features, so rows stay sorted.
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
                row.shrink_to_fit();
                (row, alone)
            })
            .unzip();
        let scale = vec![1.0; rows.len()];
        Self { rows, alone, idf: vec![0.0; numbers.len()], scale }
    }

    /// Number of items.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Sets all weights, given the groups (each a list of items) among which a feature's
    /// frequency is counted: at first every item by itself, then the stories found, so that the
    /// words of one big story stay worth what they tell.
    ///
    /// weight = (1 + ln count) · boost · ln((groups + 20) / group frequency), rows of length 1;
    /// then each is divided by the fourth root of its background, its mean cosine with all items,
    /// so that the similarity of two is their cosine over the geometric mean of their
    /// backgrounds' roots. An article in a language of few, common words, or on what half of the
    /// batch is about, must be closer to another to be as similar.
    pub(super) fn weigh<'g>(&mut self, groups: impl Iterator<Item = &'g [u32]>) {
        let (frequency, count) = self.frequency(groups);
        let documents = f64::from(count) + PRIOR;
        self.idf = frequency
            .par_iter()
            .map(|&frequency| libm::log(documents / f64::from(frequency.max(1))) as f32)
            .collect();
        let (rows, idf) = (&self.rows, &self.idf);
        let rarest = libm::log(documents);
        let length = |row: &[(u32, f32)], alone: f64| {
            let square = |&(number, weight): &(u32, f32)| {
                let weight = f64::from(weight) * f64::from(idf[number as usize]);
                weight * weight
            };
            (row.iter().map(square).sum::<f64>() + alone * rarest * rarest).sqrt()
        };
        let lengths: Vec<f64> =
            rows.par_iter().zip(&self.alone).map(|(row, &alone)| length(row, alone)).collect();
        let inverse = |length: f64| if length > 0.0 { 1.0 / length } else { 0.0 };
        let mut sum = vec![0.0_f64; idf.len()];
        for (row, &length) in rows.iter().zip(&lengths) {
            for &(number, weight) in row {
                sum[number as usize] +=
                    f64::from(weight) * f64::from(idf[number as usize]) * inverse(length);
            }
        }
        let others = rows.len() as f64 - 1.0 + PRIOR;
        self.scale = rows
            .par_iter()
            .zip(&lengths)
            .map(|(row, &length)| {
                let weight = |&(number, weight): &(u32, f32)| {
                    f64::from(weight) * f64::from(idf[number as usize]) * inverse(length)
                };
                let square: f64 = row.iter().map(|entry| weight(entry) * weight(entry)).sum();
                let all: f64 = row.iter().map(|entry| weight(entry) * sum[entry.0 as usize]).sum();
                let background = ((all - square).max(0.0) + PRIOR * TYPICAL_BACKGROUND) / others;
                let factor = (TYPICAL_BACKGROUND / background).sqrt().sqrt();
                (inverse(length) * factor) as f32
            })
            .collect();
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
