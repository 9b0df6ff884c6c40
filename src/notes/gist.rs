//! What a cluster is about.

use std::borrow::Cow;

use crate::notes::Context;
use crate::text::Language;

/// The sum of all rows, each times its salience. One entry a term.
pub(crate) struct Gist {
    weights: Vec<f64>,
}

impl Gist {
    /// The gist of a cluster. O(entries of the rows).
    pub(crate) fn of(context: &Context<'_>) -> Self {
        Self { weights: sum(context, |_| true) }
    }

    /// By term: its weight in all sentences.
    pub(super) fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// By term: its weight in the sentences that are in a language, which mostly are all.
    pub(super) fn in_language(&self, context: &Context<'_>, language: Language) -> Cow<'_, [f64]> {
        if context.read().all(|(.., own)| own == language) {
            return Cow::Borrowed(&self.weights);
        }
        Cow::Owned(sum(context, |article| context.languages[article] == Some(language)))
    }
}

/// The sum over the sentences of some articles.
fn sum(context: &Context<'_>, keep: impl Fn(usize) -> bool) -> Vec<f64> {
    let mut sum = vec![0.0; context.rows.width()];
    for (row, sentence) in context.sentences.iter().enumerate() {
        if keep(sentence.article as usize) {
            context.rows.add_to(row, context.salience[row], &mut sum);
        }
    }
    sum
}
