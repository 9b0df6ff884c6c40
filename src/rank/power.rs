//! The power iteration that turns a graph into scores.

use ndarray::{Array1, ArrayView2, Zip};

use crate::error::Error;
use crate::rank::Salience;

/// A random reader who follows edges in proportion to their weight and, with probability
/// 1 − damping or where there is no edge to follow, starts anew at a sentence drawn from the
/// teleport distribution. The scores are the shares of time it spends (Brin & Page 1998;
/// Mihalcea & Tarau 2004).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PowerIteration {
    /// Probability of following an edge, from 0 to below 1.
    pub damping: f64,
    /// The iteration stops when the scores change by less than this in sum.
    pub tolerance: f64,
    /// Rounds at most.
    pub rounds: usize,
}

impl Default for PowerIteration {
    fn default() -> Self {
        Self { damping: 0.85, tolerance: 1e-6, rounds: 100 }
    }
}

/// Below this a sentence has no edges.
const NO_EDGES: f64 = 1e-12;

impl PowerIteration {
    /// Runs on a graph of `n` sentences given by its product with a vector; the graph is symmetric
    /// and has no negative edge. `teleport` has one weight a sentence, `None` is uniform; weights
    /// that sum to nothing count as uniform. One product a round.
    #[must_use]
    pub fn run(
        &self,
        n: usize,
        multiply: impl Fn(&Array1<f64>) -> Array1<f64>,
        teleport: Option<&[f64]>,
    ) -> Salience {
        let uniform = 1.0 / n.max(1) as f64;
        let mut start = Array1::from_elem(n, uniform);
        if let Some(weights) = teleport
            && weights.iter().sum::<f64>() > 0.0
        {
            start = Array1::from_iter(weights.iter().copied());
            start /= start.sum();
        }
        let degree = multiply(&Array1::ones(n));
        let mut scores = Array1::from_elem(n, uniform);
        for round in 1..=self.rounds {
            let mut dangling = 0.0;
            let share = Zip::from(&scores).and(&degree).map_collect(|&score, &degree| {
                if degree > NO_EDGES {
                    score / degree
                } else {
                    dangling += score;
                    0.0
                }
            });
            let restart = 1.0 - self.damping + self.damping * dangling;
            let mut next = multiply(&share);
            Zip::from(&mut next).and(&start).for_each(|next, start| {
                *next = self.damping * *next + restart * start;
            });
            // Rounding must not add up over the rounds.
            next /= next.sum();
            let change: f64 = Zip::from(&next)
                .and(&scores)
                .fold(0.0, |sum, next, before| sum + (next - before).abs());
            scores = next;
            if change < self.tolerance {
                return Salience { scores, rounds: round, converged: true };
            }
        }
        Salience { scores, rounds: self.rounds, converged: n == 0 }
    }
}

/// Ranks the nodes of a caller's own similarity graph: n × n, symmetric, finite, not negative;
/// the diagonal is ignored. O(n²) a round.
///
/// ```
/// use ndarray::array;
/// // Node 1 is tied to both others.
/// let graph = array![[0.0, 0.5, 0.0], [0.5, 0.0, 0.5], [0.0, 0.5, 0.0]];
/// let salience = nutgraf::rank::rank_similarity(&graph.view())?;
/// assert!(salience.scores[1] > salience.scores[0]);
/// assert!((salience.scores.sum() - 1.0).abs() < 1e-12);
/// # Ok::<(), nutgraf::Error>(())
/// ```
///
/// # Errors
/// [`Error::Setting`] when the matrix is not square or an entry is negative or not finite.
pub fn rank_similarity(similarity: &ArrayView2<'_, f64>) -> Result<Salience, Error> {
    let bad = |value: String, allowed: &str| Error::Setting {
        name: "similarity",
        value,
        allowed: allowed.into(),
    };
    if !similarity.is_square() {
        return Err(bad(format!("{} × {}", similarity.nrows(), similarity.ncols()), "square"));
    }
    if let Some(entry) = similarity.iter().find(|entry| !(entry.is_finite() && **entry >= 0.0)) {
        return Err(bad(entry.to_string(), "finite and not negative"));
    }
    let mut edges = similarity.to_owned();
    edges.diag_mut().fill(0.0);
    let iteration = PowerIteration::default();
    Ok(iteration.run(edges.nrows(), |v| edges.dot(v), None))
}
