//! LexRank with a threshold.

use ndarray::Array1;

use crate::rank::{RandomWalk, RankInput, Ranker, Salience};
use crate::vector::Rows;

/// LexRank (Erkan & Radev 2004): an edge of weight 1 between every two sentences whose cosine is
/// above the threshold, then the random walk.
///
/// Exact. Only pairs that share a term are looked at, through an inverted index, but common terms
/// pair many sentences: O(Σ df²) time over the terms, and 4 bytes an edge. Meant for clusters of up
/// to some ten thousand sentences; the default ranker has no such limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LexRank {
    /// An edge needs a cosine above this, from 0 to 1.
    pub threshold: f64,
    /// The random walk.
    pub walk: RandomWalk,
}

impl Default for LexRank {
    fn default() -> Self {
        Self { threshold: 0.1, walk: RandomWalk::default() }
    }
}

impl Ranker for LexRank {
    fn rank(&self, input: &RankInput<'_>) -> Salience {
        let edges = Edges::above(self.threshold, input.rows);
        self.walk.run(input.rows.len(), |v| edges.multiply(v), input.teleport)
    }
}

/// The pairs above the threshold, each once: neighbours with a lower number, by sentence.
struct Edges {
    offsets: Vec<usize>,
    neighbours: Vec<u32>,
}

impl Edges {
    fn above(threshold: f64, rows: &Rows) -> Self {
        // The index grows as the rows are read: a row meets only those before it.
        let mut index: Vec<Vec<(u32, f64)>> = vec![Vec::new(); rows.width()];
        let mut cosine = vec![0.0; rows.len()];
        let mut met: Vec<u32> = Vec::new();
        let mut edges = Self { offsets: vec![0], neighbours: Vec::new() };
        for row in 0..rows.len() {
            let (columns, weights) = rows.row(row);
            for (&column, weight) in columns.iter().zip(weights.iter().copied().map(f64::from)) {
                for &(other, other_weight) in &index[column as usize] {
                    if cosine[other as usize] == 0.0 {
                        met.push(other);
                    }
                    cosine[other as usize] += weight * other_weight;
                }
                index[column as usize].push((row as u32, weight));
            }
            met.sort_unstable();
            for other in met.drain(..) {
                if cosine[other as usize] > threshold {
                    edges.neighbours.push(other);
                }
                cosine[other as usize] = 0.0;
            }
            edges.offsets.push(edges.neighbours.len());
        }
        edges
    }

    fn multiply(&self, v: &Array1<f64>) -> Array1<f64> {
        let mut product = Array1::zeros(v.len());
        for (row, ends) in self.offsets.windows(2).enumerate() {
            for &other in &self.neighbours[ends[0]..ends[1]] {
                product[row] += v[other as usize];
                product[other as usize] += v[row];
            }
        }
        product
    }
}

#[cfg(test)]
mod tests {
    use ndarray::Array2;

    use super::*;
    use crate::vector::{Kind, TermsBuilder, tf_idf};

    #[test]
    fn the_index_finds_every_pair_above_the_threshold() {
        let mut builder = TermsBuilder::default();
        let mut state = 3_u32;
        for _ in 0..60 {
            for _ in 0..=(state % 7) {
                state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
                builder.push(&format!("w{}", (state >> 16) % 31), Kind::Content);
            }
            builder.end_sentence();
        }
        let rows = tf_idf(&builder.finish());
        let ranker = LexRank::default();
        let full = Array2::from_shape_fn((rows.len(), rows.len()), |(i, j)| {
            f64::from(u8::from(i != j && rows.dot(i, j) > ranker.threshold))
        });
        let expected = ranker.walk.run(rows.len(), |v| full.dot(v), None);
        let ours = ranker.rank(&RankInput { sentences: &[], rows: &rows, teleport: None });
        for (ours, expected) in ours.scores.iter().zip(&expected.scores) {
            assert!((ours - expected).abs() < 1e-9);
        }
    }
}
