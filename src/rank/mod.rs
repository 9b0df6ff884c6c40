//! How much each sentence matters: one ranker a file, all behind [`Ranker`].
//!
//! A new ranker is one file and one line in [`RANKERS`].

mod centroid;
mod graph;
mod lead;
mod lexrank;
mod matrix;
mod random;
mod textrank;
mod walk;

use ndarray::Array1;

pub use centroid::Centroid;
pub use graph::SimilarityGraph;
pub use lead::Lead;
pub use lexrank::LexRank;
pub use random::Random;
pub use textrank::TextRank;
pub use walk::{RandomWalk, rank_similarity};

use crate::text::Sentence;
use crate::vector::Rows;

/// What a ranker sees of a cluster.
#[derive(Clone, Copy, Debug)]
pub struct RankInput<'a> {
    /// The sentences, article by article.
    pub sentences: &'a [Sentence],
    /// Their TF-IDF rows: sentences × terms.
    pub rows: &'a Rows,
    /// Where a random reader starts anew: one weight a sentence, not negative; `None` is everywhere
    /// alike.
    pub teleport: Option<&'a [f64]>,
}

/// What a ranker says.
#[derive(Clone, Debug, PartialEq)]
pub struct Salience {
    /// One score a sentence: not negative, sum 1.
    pub scores: Array1<f64>,
    /// Rounds of iteration; 0 where the ranker does not iterate.
    pub rounds: usize,
    /// False when the rounds ran out before the scores settled.
    pub converged: bool,
}

impl Salience {
    /// The salience of a ranker that does not iterate: `weights` scaled to sum 1, uniform where
    /// they sum to nothing. A weight that is negative, infinite or no number counts as 0.
    #[must_use]
    pub fn from_weights(mut weights: Array1<f64>) -> Self {
        weights.mapv_inplace(|weight| if weight.is_finite() { weight.max(0.0) } else { 0.0 });
        let mut sum = weights.sum();
        if sum.is_infinite() {
            weights /= f64::MAX;
            sum = weights.sum();
        }
        if sum > 0.0 {
            weights /= sum;
        } else {
            let uniform = 1.0 / weights.len().max(1) as f64;
            weights.fill(uniform);
        }
        Self { scores: weights, rounds: 0, converged: true }
    }
}

/// Scores the sentences of a cluster.
pub trait Ranker: Send + Sync {
    /// One score a sentence of `input`, in their order, none below 0, sum 1. A summarizer panics
    /// where there are more or fewer.
    fn rank(&self, input: &RankInput<'_>) -> Salience;
}

/// What a ranker can be told.
#[derive(Clone, Copy, Debug, Default)]
pub struct RankSettings {
    /// Seed of everything drawn by chance.
    pub seed: u64,
}

/// A ranker's name, how it is made, and the selector that usually goes with it.
pub type RankerEntry = (&'static str, fn(&RankSettings) -> Box<dyn Ranker>, &'static str);

/// All rankers; the first is the default.
pub const RANKERS: &[RankerEntry] = &[
    ("textrank", |_| Box::new(TextRank::default()), "coverage"),
    ("lexrank", |_| Box::new(LexRank::default()), "mmr"),
    ("centroid", |_| Box::new(Centroid), "mmr"),
    ("lead", |_| Box::new(Lead), "top"),
    ("random", |settings| Box::new(Random { seed: settings.seed }), "top"),
];
