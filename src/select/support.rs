//! Who else says it.

use rustc_hash::FxHashMap;

use crate::text::Sentence;
use crate::vector::Rows;

/// A sentence of another article that says nearly the same as a chosen one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Supporter {
    /// Its number in the cluster.
    pub sentence: u32,
    /// The cosine of the two rows.
    pub similarity: f64,
}

/// Two sentences say nearly the same from this cosine on.
pub const SUPPORT_THRESHOLD: f64 = 0.5;

/// For each of `chosen`, the sentences of other articles whose cosine with it is at least
/// [`SUPPORT_THRESHOLD`]: the best of each article, most similar first.
///
/// Exact, without looking at all pairs: two rows of length 1 whose cosine reaches t must share a
/// term among the heaviest of the first row, for the rest of that row, once its length is below
/// t, cannot reach t alone (prefix filtering, Bayardo, Ma & Srikant 2007). Heavy terms are rare
/// terms. O(entries + pairs that share a heavy term).
#[must_use]
pub fn support(chosen: &[u32], sentences: &[Sentence], rows: &Rows) -> Vec<Vec<Supporter>> {
    // By heavy term: the chosen sentences that have it.
    let mut index: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (number, &sentence) in (0..).zip(chosen) {
        for term in heavy_terms(rows, sentence as usize) {
            index.entry(term).or_default().push(number);
        }
    }
    let mut found: Vec<Vec<Supporter>> = vec![Vec::new(); chosen.len()];
    let mut met: Vec<u32> = Vec::new();
    for (row, sentence) in sentences.iter().enumerate() {
        for column in rows.row(row).0 {
            met.extend(index.get(column).into_iter().flatten());
        }
        met.sort_unstable();
        met.dedup();
        for number in met.drain(..) {
            let own = chosen[number as usize] as usize;
            if sentences[own].article == sentence.article {
                continue;
            }
            let similarity = rows.dot(own, row);
            if similarity >= SUPPORT_THRESHOLD {
                found[number as usize].push(Supporter { sentence: row as u32, similarity });
            }
        }
    }
    for supporters in &mut found {
        supporters.sort_by(|a, b| {
            b.similarity.total_cmp(&a.similarity).then(a.sentence.cmp(&b.sentence))
        });
        let mut articles: Vec<u32> = Vec::new();
        supporters.retain(|supporter| {
            let article = sentences[supporter.sentence as usize].article;
            let fresh = !articles.contains(&article);
            articles.push(article);
            fresh
        });
    }
    found
}

/// The fewest of a row's heaviest terms without which it is shorter than the threshold.
fn heavy_terms(rows: &Rows, row: usize) -> Vec<u32> {
    let (columns, weights) = rows.row(row);
    let mut entries: Vec<(u32, f64)> =
        columns.iter().copied().zip(weights.iter().copied()).collect();
    entries.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    // A little less than the threshold: rounding must not lose a pair.
    let enough = SUPPORT_THRESHOLD * SUPPORT_THRESHOLD - 1e-9;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::text::Shape;
    use crate::vector::{Kind, TermsBuilder, tf_idf};

    #[test]
    fn no_pair_above_the_threshold_is_lost() {
        let mut builder = TermsBuilder::default();
        let mut sentences = Vec::new();
        let mut state = 5_u32;
        for row in 0..240_u32 {
            for _ in 0..2 + state % 5 {
                state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
                builder.push(&format!("w{}", (state >> 16) % 19), Kind::Content);
            }
            builder.end_sentence();
            sentences.push(Sentence {
                article: row / 12,
                position: row % 12,
                span: Span::new(0, 0),
                words: 9,
                printed_bytes: 9,
                shape: Shape::Complete,
            });
        }
        let rows = tf_idf(&builder.finish());
        let chosen: Vec<u32> = (0..240).step_by(7).collect();
        let found = support(&chosen, &sentences, &rows);
        let mut pairs = 0;
        for (&own, supporters) in chosen.iter().zip(&found) {
            for article in 0..20 {
                let best = (0..240)
                    .filter(|&row| sentences[row].article == article && article != own / 12)
                    .map(|row| rows.dot(own as usize, row))
                    .fold(0.0, f64::max);
                let ours = supporters.iter().find(|s| s.sentence / 12 == article);
                pairs += usize::from(ours.is_some());
                match ours {
                    Some(supporter) => assert!((supporter.similarity - best).abs() < 1e-12),
                    None => assert!(best < SUPPORT_THRESHOLD),
                }
            }
        }
        assert!(pairs > 50);
    }
}
