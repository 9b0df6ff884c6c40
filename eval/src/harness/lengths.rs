//! How long summaries are and how much of them is copied: scores of unequal lengths do not compare.

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::words;

/// Length statistics of a summary, or their means.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Lengths {
    /// Words, as [`super::first_words`] counts them.
    pub words: f64,
    /// Lines with a word.
    pub sentences: f64,
    /// The share of the summary's sequences of four words that an article has too, case aside
    /// (1 − novel 4-grams of See, Liu and Manning 2017); absent without articles or with fewer than four words.
    pub copied: Option<f64>,
}

impl Lengths {
    pub(crate) fn of(summary: &str, sources: &Sources) -> Self {
        let sentences = summary.split('\n').filter(|line| words(line).next().is_some()).count();
        let words: Vec<String> = words(summary).map(str::to_lowercase).collect();
        let copied = (!sources.fourgrams.is_empty() && words.len() >= 4).then(|| {
            let found = words.windows(4).filter(|four| sources.fourgrams.contains(&four.join(" ")));
            found.count() as f64 / (words.len() - 3) as f64
        });
        Self { words: words.len() as f64, sentences: sentences as f64, copied }
    }

    pub(crate) fn mean(each: &[Self]) -> Self {
        let n = each.len().max(1) as f64;
        let copied: Vec<f64> = each.iter().filter_map(|lengths| lengths.copied).collect();
        Self {
            words: each.iter().map(|lengths| lengths.words).sum::<f64>() / n,
            sentences: each.iter().map(|lengths| lengths.sentences).sum::<f64>() / n,
            copied: (!copied.is_empty()).then(|| copied.iter().sum::<f64>() / copied.len() as f64),
        }
    }
}

/// The articles of a cluster, as sequences of four words.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    fourgrams: FxHashSet<String>,
}

impl Sources {
    pub(crate) fn new(texts: &[String]) -> Self {
        let mut fourgrams = FxHashSet::default();
        for text in texts {
            let words: Vec<String> = words(text).map(str::to_lowercase).collect();
            fourgrams.extend(words.windows(4).map(|four| four.join(" ")));
        }
        Self { fourgrams }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copied_counts_four_word_sequences() {
        let sources = Sources::new(&["The Mayor opened the new bridge on Friday.".to_owned()]);
        let lengths = Lengths::of("the mayor opened the\nold bridge – on Friday.", &sources);
        // 8 words, 5 sequences, of which only the first is in the article.
        assert_eq!(lengths, Lengths { words: 8.0, sentences: 2.0, copied: Some(0.2) });
        assert_eq!(Lengths::of("the mayor", &sources).copied, None);
        assert_eq!(Lengths::of("", &Sources::default()), Lengths::default());
    }
}
