//! Nearness to the middle of the cluster.

use ndarray::Array1;

use crate::rank::{RankInput, Ranker, Salience};

/// The cosine of each sentence with the sum of all rows (Radev et al. 2004). O(entries).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Centroid;

impl Ranker for Centroid {
    fn rank(&self, input: &RankInput<'_>) -> Salience {
        let mut centroid = vec![0.0; input.rows.width()];
        for row in 0..input.rows.len() {
            input.rows.add_to(row, 1.0, &mut centroid);
        }
        let scores = (0..input.rows.len()).map(|row| input.rows.dot_dense(row, &centroid));
        Salience::from_weights(scores.collect::<Array1<f64>>())
    }
}
