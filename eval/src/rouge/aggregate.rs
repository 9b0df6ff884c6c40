//! rouge-score's `BootstrapAggregator`, to the last digit of a seeded run.

use super::Score;
use crate::statistics::{Mt19937, percentile};

/// Bounds that [`BootstrapAggregator`] gives for P, R and F, each on its own.
#[derive(Debug, Clone, Copy, PartialEq, Default, serde::Serialize, serde::Deserialize)]
pub struct Bounds {
    /// The lower percentile.
    pub low: Score,
    /// The median of the means of the samples, which is not the mean of the scores.
    pub mid: Score,
    /// The upper percentile.
    pub high: Score,
}

/// Draws as `numpy.random.seed(seed)` followed by `BootstrapAggregator.aggregate()` does: one generator serves the
/// metrics in the order in which they are aggregated.
///
/// For intervals of your own, [`crate::statistics::bootstrap_intervals`] is simpler; this is for numbers that
/// agree with published ones.
///
/// ```
/// use nutgraf_eval::rouge::{BootstrapAggregator, Score};
///
/// let scores = [0.2, 0.4, 0.9].map(|f| Score { p: f, r: f, f });
/// let bounds = BootstrapAggregator::new(0.95, 1000, 42).aggregate(&scores);
/// assert!(bounds.low.f < bounds.mid.f && bounds.mid.f < bounds.high.f);
/// ```
#[derive(Debug, Clone)]
pub struct BootstrapAggregator {
    confidence: f64,
    samples: usize,
    random: Mt19937,
}

impl BootstrapAggregator {
    /// rouge-score's defaults are a confidence of 0.95 and 1000 samples.
    #[must_use]
    pub fn new(confidence: f64, samples: usize, numpy_seed: u32) -> Self {
        Self { confidence, samples, random: Mt19937::new(numpy_seed) }
    }

    /// The bounds of one metric's scores; zeros for none.
    #[must_use]
    pub fn aggregate(&mut self, scores: &[Score]) -> Bounds {
        let n = scores.len() as u32;
        let mut means = Vec::with_capacity(self.samples);
        for _ in 0..self.samples {
            let sample: Vec<Score> =
                (0..n).map(|_| scores[self.random.below(n) as usize]).collect();
            means.push(Score::mean(&sample));
        }
        let sorted = |part: fn(&Score) -> f64| {
            let mut values: Vec<f64> = means.iter().map(part).collect();
            values.sort_by(f64::total_cmp);
            values
        };
        let (p, r, f) = (sorted(|s| s.p), sorted(|s| s.r), sorted(|s| s.f));
        let tail = (1.0 - self.confidence) / 2.0;
        let at = |share| Score {
            p: percentile(&p, share),
            r: percentile(&r, share),
            f: percentile(&f, share),
        };
        Bounds { low: at(tail), mid: at(0.5), high: at(1.0 - tail) }
    }
}
