//! How long summaries are and how much of them is copied: scores of unequal lengths do not compare.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::words;
use crate::statistics::mean;

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
        let words: Vec<u32> = words(summary).map(|word| sources.number(word)).collect();
        let copied = (!sources.fourgrams.is_empty() && words.len() >= 4).then(|| {
            let found = words.windows(4).filter(|four| sources.fourgrams.contains(*four));
            found.count() as f64 / (words.len() - 3) as f64
        });
        Self { words: words.len() as f64, sentences: sentences as f64, copied }
    }

    pub(crate) fn mean(each: &[Self]) -> Self {
        let copied: Vec<f64> = each.iter().filter_map(|lengths| lengths.copied).collect();
        Self {
            words: mean(each.iter().map(|lengths| lengths.words)),
            sentences: mean(each.iter().map(|lengths| lengths.sentences)),
            copied: (!copied.is_empty()).then(|| mean(copied.into_iter())),
        }
    }
}

/// The articles of a cluster, as sequences of four words. Words are numbers.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    numbers: FxHashMap<String, u32>,
    fourgrams: FxHashSet<[u32; 4]>,
}

impl Sources {
    pub(crate) fn new(texts: &[String]) -> Self {
        let mut sources = Self::default();
        for text in texts {
            let mut last = [u32::MAX; 4];
            for (at, word) in words(text).enumerate() {
                let next = sources.numbers.len() as u32;
                let number = *sources.numbers.entry(word.to_lowercase()).or_insert(next);
                last = [last[1], last[2], last[3], number];
                if at >= 3 {
                    sources.fourgrams.insert(last);
                }
            }
        }
        sources
    }

    /// The number of a word; one that no article has for all others.
    fn number(&self, word: &str) -> u32 {
        self.numbers.get(&word.to_lowercase()).copied().unwrap_or(u32::MAX)
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
