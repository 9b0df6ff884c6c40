//! How much an article has to do with the others of its cluster.

use std::ops::Range;

use crate::text::Sentence;
use crate::vector::{Rows, Term};

/// By article: the mean cosine of its summed rows with the other articles' summed rows, divided
/// by the largest, so that the most central article has 1 and an article on something else (an
/// archive notice, a wrong link) is near 0. With a single article, or when no two share a term,
/// every article has 1. Articles after the last one that has a sentence have no entry.
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
            let dot: f64 = rows.times(group, &sum).sum();
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
    let (terms, weights) = rows.of_all(group);
    for (&term, &weight) in terms.iter().zip(weights) {
        dense[term as usize] += f64::from(weight);
    }
    // A term that has been taken weighs nothing, and the next one is written over it: whether it has
    // been, nobody can foretell. There is room for the last of them.
    let mut vector = vec![(0, 0.0); terms.len().min(dense.len() + 1)];
    let mut kept = 0;
    for &term in terms {
        let weight = std::mem::take(&mut dense[term as usize]);
        vector[kept] = (term, weight);
        kept += usize::from(weight > 0.0);
    }
    vector.truncate(kept);
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
