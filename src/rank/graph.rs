//! The similarity graph of a cluster's sentences, without building it.

use std::ops::Range;

use ndarray::Array1;
use rayon::prelude::*;

use crate::text::Sentence;
use crate::vector::{Rows, by_article};

/// The graph whose edges are cosines: S = X Xᵀ with a zero diagonal, edges inside one article
/// scaled by `intra`. S has n² entries and is never built; its product with a vector costs
/// O(entries of X):
///
/// S v = X (Xᵀ v) − diag(X Xᵀ) ∘ v − (1 − intra) · (the same product of each article's block).
#[derive(Debug)]
pub struct SimilarityGraph {
    /// The rows, less the terms that a single sentence has: they tie it to no other.
    rows: Rows,
    /// The sentences of each article.
    articles: Vec<Range<usize>>,
    /// Runs of `articles` that are worked on side by side. They depend on the cluster alone, never
    /// on the number of threads, so that sums always run in the same order.
    chunks: Vec<Range<usize>>,
    intra: f64,
    /// Squared length of each row: the diagonal that is taken away.
    diagonal: Array1<f64>,
}

/// Sentences a chunk has at least; below that a second thread costs more than it brings.
const CHUNK_SENTENCES: usize = 2048;
/// Chunks at most: each needs a dense vector as wide as the vocabulary.
const MOST_CHUNKS: usize = 8;

impl SimilarityGraph {
    /// The graph of `sentences`, whose rows are `rows`; `intra` is the weight of an edge between
    /// two sentences of one article (0 to 1, 1 for no difference).
    #[must_use]
    pub fn new(rows: &Rows, sentences: &[Sentence], intra: f64) -> Self {
        let rows = rows.shared();
        let articles: Vec<_> = by_article(sentences).collect();
        let size = CHUNK_SENTENCES.max(sentences.len().div_ceil(MOST_CHUNKS));
        let mut chunks = Vec::new();
        let mut start = 0;
        for end in 1..=articles.len() {
            let long = articles[end - 1].end - articles[start].start >= size;
            if long || end == articles.len() {
                chunks.push(start..end);
                start = end;
            }
        }
        let diagonal = (0..rows.len()).map(|row| rows.dot(row, row)).collect();
        Self { rows, articles, chunks, intra, diagonal }
    }

    /// Number of sentences.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True without a sentence.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// S·v, for `v` of one entry a sentence. Rounding may leave an entry that should be 0 just
    /// beside it.
    #[must_use]
    pub fn multiply(&self, v: &Array1<f64>) -> Array1<f64> {
        // Each chunk: Xᵀv of its rows, and what its articles' blocks take away.
        let parts: Vec<(Vec<f64>, Vec<f64>)> = match self.chunks.as_slice() {
            [single] => vec![self.chunk_product(single, v)],
            several => several.par_iter().map(|chunk| self.chunk_product(chunk, v)).collect(),
        };
        let mut parts = parts.into_iter();
        let Some((mut column_sums, mut own)) = parts.next() else {
            return Array1::zeros(0);
        };
        for (sums, tail) in parts {
            for (total, sum) in column_sums.iter_mut().zip(&sums) {
                *total += sum;
            }
            own.extend(tail);
        }
        let entry = |row| self.rows.dot_dense(row, &column_sums) - own[row];
        let all = 0..self.len();
        if self.chunks.len() == 1 {
            return all.map(entry).collect();
        }
        Array1::from_vec(all.into_par_iter().with_min_len(CHUNK_SENTENCES).map(entry).collect())
    }

    /// Xᵀv over the articles of a chunk, and for each of its sentences the diagonal and the part
    /// of its own article that the product must not have.
    fn chunk_product(&self, chunk: &Range<usize>, v: &Array1<f64>) -> (Vec<f64>, Vec<f64>) {
        let mut total = vec![0.0; self.rows.width()];
        let mut block = if self.intra < 1.0 { vec![0.0; self.rows.width()] } else { Vec::new() };
        let mut own = Vec::new();
        for article in &self.articles[chunk.clone()] {
            if self.intra >= 1.0 {
                for row in article.clone() {
                    self.rows.add_to(row, v[row], &mut total);
                }
                own.extend(article.clone().map(|row| self.diagonal[row] * v[row]));
                continue;
            }
            for row in article.clone() {
                self.rows.add_to(row, v[row], &mut block);
            }
            own.extend(article.clone().map(|row| {
                let within = self.rows.dot_dense(row, &block);
                (1.0 - self.intra) * within + self.intra * self.diagonal[row] * v[row]
            }));
            // The block goes into the total and is empty again.
            for row in article.clone() {
                for &column in self.rows.row(row).0 {
                    total[column as usize] += std::mem::take(&mut block[column as usize]);
                }
            }
        }
        (total, own)
    }
}
