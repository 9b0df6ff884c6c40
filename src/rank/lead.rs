//! The place in the article.

use crate::rank::{RankInput, Ranker, Salience};

/// First sentences first, round robin over the articles: 1 / (1 + position). The baseline that
/// news is hard to beat with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead;

impl Ranker for Lead {
    fn rank(&self, input: &RankInput<'_>) -> Salience {
        let place = |position: u32| 1.0 / (1.0 + f64::from(position));
        let weights = input.sentences.iter().map(|sentence| place(sentence.position));
        Salience::from_weights(weights.collect())
    }
}
