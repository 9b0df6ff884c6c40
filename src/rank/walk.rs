//! The random walk that turns a graph into scores.

use ndarray::{Array1, ArrayView1, ArrayView2};

use crate::error::Error;
use crate::rank::Salience;

/// A random reader who follows edges in proportion to their weight and, with probability
/// 1 − damping or where there is no edge to follow, starts anew at a sentence drawn from the
/// teleport distribution t. The scores p are the shares of time it spends (Brin & Page 1998;
/// Mihalcea & Tarau 2004): up to a factor p = t + d S D⁻¹ p, D being the degrees of S.
///
/// S is symmetric, so that with p = D^½ y this is (1 − d D^−½ S D^−½) y = D^−½ t, symmetric and
/// positive definite. Conjugate gradients (Hestenes & Stiefel 1952) solve it in about half of the
/// products with S that following the reader, the power iteration, takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RandomWalk {
    /// Probability of following an edge, from 0 to below 1; more than 0.999999 counts as that.
    pub damping: f64,
    /// The scores have settled when one more step of the reader would change them by less than this
    /// in sum. The default is Mihalcea & Tarau's; with a hundredth of it no summary of five sets
    /// differs.
    pub tolerance: f64,
    /// Rounds at most.
    pub rounds: usize,
}

impl Default for RandomWalk {
    fn default() -> Self {
        Self { damping: 0.85, tolerance: 1e-4, rounds: 100 }
    }
}

/// Below this a sentence has no edges.
const NO_EDGES: f64 = 1e-12;
/// The largest damping that leaves the system definite in spite of rounding.
const MOST_DAMPING: f64 = 0.999_999;

impl RandomWalk {
    /// Runs on a graph of `n` sentences given by its product with a vector; the graph is symmetric
    /// and has no negative edge. `teleport` has one weight a sentence, `None` is uniform; weights
    /// that sum to nothing count as uniform. One product a round, and one before.
    #[must_use]
    pub fn run(
        &self,
        n: usize,
        multiply: impl Fn(&Array1<f64>) -> Array1<f64>,
        teleport: Option<&[f64]>,
    ) -> Salience {
        let damping = self.damping.min(MOST_DAMPING);
        let mut teleport =
            teleport.map_or_else(|| Array1::ones(n), |t| t.iter().copied().collect());
        if teleport.sum() <= 0.0 {
            teleport = Array1::ones(n);
        }
        teleport /= teleport.sum().max(f64::MIN_POSITIVE);
        let degrees = multiply(&Array1::ones(n));
        // A sentence without edges has but the weight it is given.
        let roots = degrees.mapv(|degree| if degree > NO_EDGES { degree.sqrt() } else { 1.0 });
        // From where a reader who never starts anew would be: in proportion to the degrees.
        let undamped = &degrees / degrees.sum().max(NO_EDGES);
        // In a small cluster it takes longer to begin a sum of arrays than to add them up.
        let mut y = (&undamped / (1.0 - damping) / &roots).to_vec();
        let mut defect = ((&teleport - &undamped) / &roots).to_vec();
        let roots = roots.to_vec();
        let mut direction = defect.clone();
        // One for all rounds: what a large cluster gives back, it would have to take again.
        let mut shares = undamped;
        let mut length = dot(&defect, &defect);
        let mut rounds = 0;
        let converged = loop {
            let step = defect.iter().zip(&roots).fold(0.0, |sum, (d, root)| sum + (d * root).abs());
            // A square that is 0 leaves no direction to go.
            let settled = length == 0.0 || step <= self.tolerance * dot(&y, &roots);
            if settled || rounds == self.rounds {
                break settled;
            }
            rounds += 1;
            for ((share, direction), root) in shares.iter_mut().zip(&direction).zip(&roots) {
                *share = direction / root;
            }
            let mut image = multiply(&shares);
            if !image.is_standard_layout() {
                image = image.iter().copied().collect();
            }
            // A slice by now.
            let image = image.as_slice_mut().unwrap_or_default();
            for ((image, direction), root) in image.iter_mut().zip(&direction).zip(&roots) {
                *image = direction - damping * *image / root;
            }
            let stretch = length / dot(&direction, image);
            for (y, direction) in y.iter_mut().zip(&direction) {
                *y += stretch * direction;
            }
            for (defect, image) in defect.iter_mut().zip(image.iter()) {
                *defect -= stretch * image;
            }
            let before = std::mem::replace(&mut length, dot(&defect, &defect));
            let share = length / before;
            for (direction, defect) in direction.iter_mut().zip(&defect) {
                *direction = defect + *direction * share;
            }
        };
        // Rounding may leave a score just below 0.
        let scores = y.iter().zip(&roots).map(|(y, root)| (y * root).max(0.0));
        let mut scores: Array1<f64> = scores.collect();
        scores /= scores.sum().max(f64::MIN_POSITIVE);
        Salience { scores, rounds, converged }
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    ArrayView1::from(a).dot(&ArrayView1::from(b))
}

/// Two entries that differ by no more than this share are the same but for rounding.
const SYMMETRIC: f64 = 1e-9;

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
/// [`Error::Setting`] when the matrix is not square, not symmetric, or an entry is negative or not
/// finite.
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
    if let Some(((i, j), entry)) = similarity.indexed_iter().find(|&((i, j), entry)| {
        let other = similarity[[j, i]];
        (entry - other).abs() > SYMMETRIC * entry.max(other)
    }) {
        return Err(bad(
            format!("{entry} at {i}, {j}, {} at {j}, {i}", similarity[[j, i]]),
            "symmetric",
        ));
    }
    let mut edges = similarity.to_owned();
    edges.diag_mut().fill(0.0);
    // Only proportions count, and their sums must be finite.
    let largest = edges.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    edges /= largest;
    Ok(RandomWalk::default().run(edges.nrows(), |v| edges.dot(v), None))
}

#[cfg(test)]
mod tests {
    use ndarray::{Array2, Zip};

    use super::*;

    /// The reader followed step by step, from anywhere.
    fn followed(edges: &Array2<f64>, start: &Array1<f64>, damping: f64) -> Array1<f64> {
        let degrees = edges.sum_axis(ndarray::Axis(1));
        let mut scores = start.clone();
        for _ in 0..2000 {
            let share = Zip::from(&scores)
                .and(&degrees)
                .map_collect(|score, &degree| if degree > 0.0 { score / degree } else { 0.0 });
            let moved = edges.dot(&share);
            let lost = 1.0 - damping * moved.sum();
            scores = damping * moved + lost * start;
        }
        scores
    }

    #[test]
    fn the_scores_are_the_shares_of_a_reader_who_is_followed() {
        let n = 40;
        // A chain of unequal edges, two clusters that nothing ties, and sentences without edges.
        let edges = Array2::from_shape_fn((n, n), |(i, j)| match (i.min(j), i.max(j)) {
            (a, b) if b == a + 1 && b < 20 => 1.0 + a as f64,
            (a, b) if a >= 20 && b < 36 && a < b => 1.0 / (1 + (a * b) % 7) as f64,
            _ => 0.0,
        });
        for weights in [vec![1.0; n], (0..n).map(|i| ((i * 7) % 5) as f64).collect()] {
            let start = Array1::from_vec(weights.clone()) / weights.iter().sum::<f64>();
            for damping in [0.0, 0.5, 0.85, 0.99] {
                let walk = RandomWalk { damping, tolerance: 1e-12, rounds: 1000 };
                let ours = walk.run(n, |v| edges.dot(v), Some(&weights));
                assert!(ours.converged && ours.rounds < 200);
                let followed = followed(&edges, &start, damping);
                for (ours, followed) in ours.scores.iter().zip(&followed) {
                    assert!((ours - followed).abs() < 1e-9, "{damping}: {ours} {followed}");
                }
            }
        }
    }

    #[test]
    fn settings_at_their_limits_give_scores() {
        let edges = ndarray::array![[0.0, 1.0, 0.0], [1.0, 0.0, 2.0], [0.0, 2.0, 0.0]];
        for (damping, tolerance) in [(0.85, 0.0), (1.0, 1e-6), (1.2, 1e-6), (0.0, 0.0)] {
            let walk = RandomWalk { damping, tolerance, rounds: 1000 };
            let scores = walk.run(3, |v| edges.dot(v), None).scores;
            assert!(
                (scores.sum() - 1.0).abs() < 1e-9 && scores.iter().all(|s| *s > 0.0),
                "{scores}"
            );
        }
    }

    #[test]
    fn a_product_may_lie_in_memory_the_other_way_round() {
        let edges = ndarray::array![[0.0, 1.0, 0.0], [1.0, 0.0, 2.0], [0.0, 2.0, 0.0]];
        let expected = RandomWalk::default().run(3, |v| edges.dot(v), None);
        let turned = |v: &Array1<f64>| {
            let mut product: Array1<f64> = edges.dot(v).iter().rev().copied().collect();
            product.invert_axis(ndarray::Axis(0));
            product
        };
        assert_eq!(RandomWalk::default().run(3, turned, None), expected);
    }

    #[test]
    fn a_matrix_is_ranked_whatever_its_scale_and_refused_where_it_is_no_graph() {
        let edges = ndarray::array![[0.0, 1.0, 0.0], [1.0, 0.0, 2.0], [0.0, 2.0, 0.0]];
        let expected = rank_similarity(&edges.view()).unwrap().scores;
        for scale in [1e308 / 2.0, 1e-300] {
            let scores = rank_similarity(&(&edges * scale).view()).unwrap().scores;
            assert!(scores.iter().zip(&expected).all(|(a, b)| (a - b).abs() < 1e-9));
        }
        for edges in [
            ndarray::array![[0.0, 1.0], [0.0, 0.0]],
            ndarray::array![[0.0, -1.0], [-1.0, 0.0]],
            ndarray::array![[0.0, f64::NAN], [f64::NAN, 0.0]],
        ] {
            assert!(matches!(rank_similarity(&edges.view()), Err(Error::Setting { .. })));
        }
    }

    #[test]
    fn no_sentence_and_no_edge() {
        let walk = RandomWalk::default();
        assert!(walk.run(0, Clone::clone, None).converged);
        let alone = walk.run(2, |v| v * 0.0, Some(&[1.0, 3.0]));
        assert!((alone.scores[1] - 0.75).abs() < 1e-12);
    }
}
