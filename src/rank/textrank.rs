//! TextRank over the sentences of all articles, without the n × n graph.

use crate::rank::{RandomWalk, RankInput, Ranker, Salience, SimilarityGraph};

/// TextRank with cosine edges (Mihalcea & Tarau 2004; Erkan & Radev 2004), edges inside one
/// article weighted down, so that what several articles say counts (Wan 2008).
///
/// O(entries of the rows) a round, about a dozen rounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextRank {
    /// Weight of an edge inside one article, from 0 to 1.
    pub intra: f64,
    /// The random walk.
    pub walk: RandomWalk,
}

impl Default for TextRank {
    fn default() -> Self {
        Self { intra: 0.3, walk: RandomWalk::default() }
    }
}

impl Ranker for TextRank {
    fn rank(&self, input: &RankInput<'_>) -> Salience {
        let graph = SimilarityGraph::new(input.rows, input.sentences, self.intra);
        self.walk.run(graph.len(), |v| graph.multiply(v), input.teleport)
    }
}

#[cfg(test)]
mod tests {
    use ndarray::Array2;

    use super::*;
    use crate::text::Sentence;
    use crate::vector::{Kind, Rows, TermsBuilder, tf_idf};

    /// Three articles whose sentences share some words, from a fixed pattern.
    fn made_up(sentences_per_article: &[u32]) -> (Vec<Sentence>, Rows) {
        let mut builder = TermsBuilder::default();
        let mut sentences = Vec::new();
        let mut state = 7_u32;
        for (article, &count) in (0..).zip(sentences_per_article) {
            for position in 0..count {
                for _ in 0..=(state % 9) {
                    state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
                    builder.push(&format!("w{}", (state >> 16) % 23), Kind::Content);
                }
                builder.end_sentence();
                sentences.push(Sentence { article, position, ..Sentence::default() });
            }
        }
        (sentences, tf_idf(&builder.finish()))
    }

    /// The graph that [`SimilarityGraph`] stands for, built in full.
    fn explicit(sentences: &[Sentence], rows: &Rows, intra: f64) -> Array2<f64> {
        Array2::from_shape_fn((rows.len(), rows.len()), |(i, j)| {
            let inside = sentences[i].article == sentences[j].article;
            match (i == j, inside) {
                (true, _) => 0.0,
                (_, true) => intra * rows.dot(i, j),
                (_, false) => rows.dot(i, j),
            }
        })
    }

    #[test]
    fn the_graph_that_is_not_built_gives_the_scores_of_the_one_that_is() {
        let (sentences, rows) = made_up(&[12, 1, 30, 7]);
        let query: Vec<f64> = (0..rows.len()).map(|i| f64::from(i as u32 % 3)).collect();
        for intra in [0.0, 0.3, 1.0] {
            for teleport in [None, Some(query.as_slice())] {
                let ranker = TextRank { intra, ..TextRank::default() };
                let input = RankInput { sentences: &sentences, rows: &rows, teleport };
                let matrix = explicit(&sentences, &rows, intra);
                let full = ranker.walk.run(rows.len(), |v| matrix.dot(v), teleport);
                let ours = ranker.rank(&input);
                assert_eq!(ours.rounds, full.rounds);
                for (ours, full) in ours.scores.iter().zip(&full.scores) {
                    assert!((ours - full).abs() < 1e-9, "{ours} {full}");
                }
                assert!((ours.scores.sum() - 1.0).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn many_chunks_are_one_graph() {
        // Above the chunk size, so that several chunks are summed.
        let (sentences, rows) = made_up(&[2100, 250, 50]);
        let ranker = TextRank::default();
        let input = RankInput { sentences: &sentences, rows: &rows, teleport: None };
        let ours = ranker.rank(&input);
        let graph = explicit(&sentences, &rows, ranker.intra);
        let full = ranker.walk.run(rows.len(), |v| graph.dot(v), None);
        for (ours, full) in ours.scores.iter().zip(&full.scores) {
            assert!((ours - full).abs() < 1e-9);
        }
    }

    #[test]
    fn sentences_without_edges_share_alike() {
        let mut builder = TermsBuilder::default();
        for word in ["a", "b"] {
            builder.push(word, Kind::Content);
            builder.end_sentence();
        }
        let rows = tf_idf(&builder.finish());
        let (sentences, _) = made_up(&[2]);
        let salience = TextRank::default().rank(&RankInput {
            sentences: &sentences,
            rows: &rows,
            teleport: None,
        });
        assert!(salience.scores.iter().all(|score| (score - 0.5).abs() < 1e-12));
    }
}
