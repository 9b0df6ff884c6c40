//! Which of some sentences another one nearly repeats, without looking at all pairs.

use rustc_hash::FxHashMap;

use crate::vector::{Row, Rows, dot};

/// An index of sentences by their heaviest terms.
///
/// Two rows of length 1 whose cosine reaches t must share a term among the heaviest of the first
/// row: the rest of that row, once its length is below t, cannot reach t alone (prefix filtering;
/// Bayardo, Ma & Srikant 2007). Heavy terms are rare terms, so few pairs meet. Exact.
pub(crate) struct Near<'a> {
    rows: &'a Rows,
    threshold: f64,
    /// By heavy term: the sentences that have it.
    index: FxHashMap<u32, Vec<u32>>,
    met: Vec<u32>,
}

impl<'a> Near<'a> {
    /// An empty index for cosines of at least `threshold`.
    pub(crate) fn new(rows: &'a Rows, threshold: f64) -> Self {
        Self { rows, threshold, index: FxHashMap::default(), met: Vec::new() }
    }

    /// Adds a sentence.
    pub(crate) fn insert(&mut self, sentence: u32) {
        for term in self.heavy_terms(sentence as usize) {
            self.index.entry(term).or_default().push(sentence);
        }
    }

    /// Calls `each` with every sentence of the index whose cosine with `sentence` reaches the
    /// threshold, in ascending order, and that cosine.
    pub(crate) fn find(&mut self, sentence: u32, each: impl FnMut(u32, f64)) {
        self.find_row(self.rows.row(sentence as usize), each);
    }

    /// As [`find`](Self::find), for any row of the same columns.
    pub(crate) fn find_row(&mut self, row: Row<'_>, mut each: impl FnMut(u32, f64)) {
        for column in row.0 {
            self.met.extend(self.index.get(column).into_iter().flatten());
        }
        self.met.sort_unstable();
        self.met.dedup();
        for other in self.met.drain(..) {
            let cosine = dot(self.rows.row(other as usize), row);
            if cosine >= self.threshold {
                each(other, cosine);
            }
        }
    }

    /// The fewest of a row's heaviest terms without which it is shorter than the threshold.
    fn heavy_terms(&self, row: usize) -> Vec<u32> {
        let (columns, weights) = self.rows.row(row);
        let mut entries: Vec<(u32, f64)> =
            columns.iter().copied().zip(weights.iter().copied()).collect();
        entries.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        // A little less than the threshold: rounding must not lose a pair.
        let enough = self.threshold * self.threshold - 1e-9;
        let mut rest: f64 = entries.iter().map(|(_, weight)| weight * weight).sum();
        let mut heavy = Vec::new();
        for (column, weight) in entries {
            if rest < enough {
                break;
            }
            rest -= weight * weight;
            heavy.push(column);
        }
        heavy
    }
}
