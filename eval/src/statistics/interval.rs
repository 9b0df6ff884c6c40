//! Bootstrap intervals (Efron 1979) of means over clusters.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::random::SplitMix64;
use crate::Error;

/// The two ends of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// How intervals and p-values are drawn. The same settings give the same numbers everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Resampling {
    /// How many samples the bootstrap draws.
    pub samples: usize,
    /// How often approximate randomisation swaps: no p-value is below 1 / (trials + 1).
    pub trials: usize,
    /// Where the random numbers start.
    pub seed: u64,
    /// The share of sample means that an interval covers, between 0 and 1.
    pub confidence: f64,
}

impl Default for Resampling {
    fn default() -> Self {
        Self { samples: 1000, trials: 10_000, seed: 1, confidence: 0.95 }
    }
}

pub(super) const UNPAIRED: &str = "every series has one value for each cluster";

impl Resampling {
    /// The same with other random numbers for each `seed`; 0 changes nothing.
    #[must_use]
    pub fn with_seed(self, seed: u64) -> Self {
        Self { seed: self.seed.wrapping_add(seed), ..self }
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.samples == 0 {
            return Err(Error::InvalidOption {
                option: "the number of samples",
                value: "0".to_owned(),
                range: "1 or more",
            });
        }
        if !(0.0..=1.0).contains(&self.confidence) {
            return Err(Error::InvalidOption {
                option: "the confidence of intervals",
                value: self.confidence.to_string(),
                range: "between 0 and 1",
            });
        }
        Ok(())
    }
}

/// The arithmetic mean; 0 of nothing. An empty `sum` would be −0.
pub(crate) fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let n = values.len().max(1) as f64;
    values.fold(0.0, |sum, value| sum + value) / n
}

/// The percentile interval of the mean of each series. All series have one value a cluster, and every sample
/// draws the same clusters (with replacement) for all of them. One cluster says nothing of the others: without a
/// second there is no interval. Of few the intervals are too narrow.
///
/// O(samples × clusters × series) time.
///
/// # Panics
/// When the series are not of one length.
#[must_use]
pub fn bootstrap_intervals(series: &[&[f64]], resampling: Resampling) -> Vec<Option<Interval>> {
    let clusters = series.first().map_or(0, |values| values.len());
    if clusters < 2 || resampling.samples == 0 {
        return vec![None; series.len()];
    }
    let tail = (1.0 - resampling.confidence) / 2.0;
    let interval = |mut means: Vec<f64>| {
        means.sort_by(f64::total_cmp);
        Some(Interval { low: percentile(&means, tail), high: percentile(&means, 1.0 - tail) })
    };
    sample_means(series, resampling).into_iter().map(interval).collect()
}

/// For each series the mean of every sample. Samples are drawn in parallel, each from a stream of its own.
/// Panics when the series are not of one length.
pub(crate) fn sample_means(series: &[&[f64]], resampling: Resampling) -> Vec<Vec<f64>> {
    let clusters = series.first().map_or(0, |values| values.len());
    assert!(series.iter().all(|values| values.len() == clusters), "{UNPAIRED}");
    let draw = |sample: usize| -> Vec<f64> {
        let mut random = SplitMix64::stream(resampling.seed, sample as u64);
        let drawn: Vec<usize> = (0..clusters).map(|_| random.below(clusters)).collect();
        series.iter().map(|values| mean(drawn.iter().map(|&cluster| values[cluster]))).collect()
    };
    let samples: Vec<Vec<f64>> = (0..resampling.samples).into_par_iter().map(draw).collect();
    (0..series.len()).map(|at| samples.iter().map(|means| means[at]).collect()).collect()
}

/// The whole part of a number; 0 for less.
#[expect(clippy::cast_sign_loss, reason = "what is below 0 becomes 0")]
pub(crate) fn whole(x: f64) -> usize {
    x as usize
}

/// The value at `share` (0 to 1) of the sorted values, between two of them on the straight line; 0 of nothing.
pub(crate) fn percentile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let at = share.clamp(0.0, 1.0) * last as f64;
    let below = whole(at).min(last);
    let fraction = at - below as f64;
    sorted[below] + fraction * (sorted[(below + 1).min(last)] - sorted[below])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_holds_the_mean_and_narrows_with_confidence() {
        let values: Vec<f64> = (0..40).map(|i| f64::from(i % 7) / 7.0).collect();
        let at = |confidence| {
            let settings = Resampling { confidence, ..Resampling::default() };
            bootstrap_intervals(&[&values], settings)[0].unwrap()
        };
        let (wide, narrow) = (at(0.95), at(0.5));
        let mean = mean(values.iter().copied());
        assert!(wide.low < narrow.low && narrow.low < mean);
        assert!(mean < narrow.high && narrow.high < wide.high);
        // The normal approximation is close for forty values.
        let spread = (values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / 40.0).sqrt();
        let half = 1.96 * spread / 40_f64.sqrt();
        assert!(((wide.high - wide.low) / 2.0 - half).abs() < half / 10.0);
    }

    #[test]
    fn constants_have_no_width_and_one_cluster_no_interval() {
        let intervals = bootstrap_intervals(&[&[0.25, 0.25], &[0.0, 0.0]], Resampling::default());
        assert_eq!(intervals[0], Some(Interval { low: 0.25, high: 0.25 }));
        assert_eq!(bootstrap_intervals(&[&[0.25], &[0.5]], Resampling::default()), [None, None]);
        assert_eq!(bootstrap_intervals(&[&[]], Resampling::default()), [None]);
    }

    #[test]
    fn no_share_goes_beyond_the_ends() {
        let values = [0.1, 0.2, 0.4];
        assert!(percentile(&values, -0.5) >= 0.1 && percentile(&values, 1.5) <= 0.4);
    }

    #[test]
    #[should_panic(expected = "one value for each cluster")]
    fn series_of_unequal_length_are_refused() {
        let _ = bootstrap_intervals(&[&[0.1, 0.2, 0.3], &[0.1, 0.2]], Resampling::default());
    }
}
