//! How much an article has to do with the others of its cluster.

use std::ops::Range;

use crate::text::Sentence;
use crate::vector::{Rows, Term};

/// By article: the mean cosine of its summed rows with the other articles' summed rows, divided
/// by the largest, so that the most central article has 1 and an article on something else (an
/// archive notice, a wrong link) is near 0. With a single article, or when no two share a term,
/// every article has 1.
///
/// The sum of an article's cosines with all articles is its dot product with the sum of all
/// article vectors, so the cost is O(entries), not O(articles²).
#[must_use]
pub fn article_centrality(rows: &Rows, sentences: &[Sentence]) -> Vec<f64> {
    let articles = sentences.last().map_or(0, |last| last.article as usize + 1);
    let mut lengths = vec![0.0; articles];
    let mut sum = vec![0.0; rows.width()];
    let mut dense = vec![0.0; rows.width()];
    for group in by_article(sentences) {
        let article = sentences[group.start].article as usize;
        let (vector, length) = article_vector(rows, group, &mut dense);
        lengths[article] = length;
        for (term, weight) in vector {
            sum[term as usize] += weight / length;
        }
    }
    let mut centrality = vec![0.0; articles];
    for group in by_article(sentences) {
        let article = sentences[group.start].article as usize;
        if lengths[article] > 0.0 {
            let dot: f64 = group.map(|row| rows.dot_dense(row, &sum)).sum();
            // Less the article's cosine with itself.
            centrality[article] = (dot / lengths[article] - 1.0).max(0.0);
        }
    }
    let largest = centrality.iter().copied().fold(0.0, f64::max);
    // Rounding leaves dust where nothing is shared.
    if articles < 2 || largest < 1e-9 {
        return vec![1.0; articles];
    }
    centrality.iter().map(|value| value / largest).collect()
}

/// The sum of some rows, each term once, and its length. `dense` has a zero a column, and again in
/// the end.
pub(crate) fn article_vector(
    rows: &Rows,
    group: Range<usize>,
    dense: &mut [f64],
) -> (Vec<(Term, f64)>, f64) {
    for row in group.clone() {
        rows.add_to(row, 1.0, dense);
    }
    let entries: usize = group.clone().map(|row| rows.row(row).0.len()).sum();
    let mut vector = Vec::with_capacity(entries.min(dense.len()));
    for &term in group.flat_map(|row| rows.row(row).0) {
        let weight = std::mem::take(&mut dense[term as usize]);
        if weight > 0.0 {
            vector.push((term, weight));
        }
    }
    let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
    (vector, length)
}

/// The sentences of each article that has any, as ranges; sentences come article by article.
pub(crate) fn by_article(sentences: &[Sentence]) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    sentences.chunk_by(|a, b| a.article == b.article).map(move |group| {
        let range = start..start + group.len();
        start = range.end;
        range
    })
}
