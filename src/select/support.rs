//! Who else says it.

use rustc_hash::FxHashMap;

use crate::select::near::Near;
use crate::text::Sentence;
use crate::vector::Rows;

/// A sentence of another article that is like a chosen one.
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
/// [`SUPPORT_THRESHOLD`]: the best of each article, most similar first. Linear in the text, and
/// in the pairs that share a rare enough term.
#[must_use]
pub fn support(chosen: &[u32], sentences: &[Sentence], rows: &Rows) -> Vec<Vec<Supporter>> {
    alike(chosen, sentences, rows, SUPPORT_THRESHOLD)
}

/// Of sentences that are [`alike`], the supporters.
pub(crate) fn supporting(alike: &[Supporter]) -> &[Supporter] {
    &alike[..alike.partition_point(|other| other.similarity >= SUPPORT_THRESHOLD)]
}

/// As [`support`], from any cosine on; the lower it is, the more pairs meet.
pub(crate) fn alike(
    chosen: &[u32],
    sentences: &[Sentence],
    rows: &Rows,
    threshold: f64,
) -> Vec<Vec<Supporter>> {
    let mut near = Near::new(rows, threshold);
    for &sentence in chosen {
        near.insert(sentence);
    }
    let places: FxHashMap<u32, usize> = chosen.iter().copied().zip(0..).collect();
    let mut found: Vec<Vec<Supporter>> = vec![Vec::new(); chosen.len()];
    let article = |sentence: u32| sentences[sentence as usize].article;
    for row in 0..sentences.len() as u32 {
        near.find(row, |own, similarity| {
            if article(own) == article(row) {
                return;
            }
            // Rows are of length 1 but for rounding.
            let supporter = Supporter { sentence: row, similarity: similarity.min(1.0) };
            let found = &mut found[places[&own]];
            match found.last_mut().filter(|last| article(last.sentence) == article(row)) {
                Some(last) if last.similarity < supporter.similarity => *last = supporter,
                Some(_) => {}
                None => found.push(supporter),
            }
        });
    }
    for supporters in &mut found {
        supporters.sort_by(|a, b| {
            b.similarity.total_cmp(&a.similarity).then(a.sentence.cmp(&b.sentence))
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
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
                ..Sentence::default()
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
                    .fold(0.0, f64::max)
                    .min(1.0);
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
