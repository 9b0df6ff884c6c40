//! How long a summary may be.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::Error;

/// The length limit of a summary. It is never exceeded.
///
/// A **word** is what `wc -w` counts, less lone punctuation; in scripts without spaces every
/// character counts ([`crate::text::count_words`]).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Budget {
    /// At most this many words.
    Words(usize),
    /// At most this many sentences.
    Sentences(usize),
    /// At most this many bytes of UTF-8, line breaks between sentences included.
    Bytes(usize),
    /// At most this share of the cluster's words, above 0 and up to 1.
    Ratio(f64),
    /// As long as there is something to say: it ends when the next sentence would bring less than
    /// half of what the sentences before it brought on average, at 250 words at the latest.
    Auto,
}

/// The rule behind [`Budget::Auto`].
pub(crate) struct Auto {
    /// Words at most.
    words: usize,
    /// Selection ends when the best gain is below this share of the mean gain so far.
    pub(crate) stop: f64,
}

/// The constants of [`Budget::Auto`].
pub(crate) const AUTO: Auto = Auto { words: 250, stop: 0.5 };

impl Default for Budget {
    fn default() -> Self {
        Self::Words(100)
    }
}

impl Budget {
    /// Checks the range: a count of at least 1, a ratio in (0, 1].
    ///
    /// # Errors
    /// [`Error::Setting`] with the value and its range.
    pub fn check(self) -> Result<Self, Error> {
        let (name, value, allowed) = match self {
            Self::Words(n @ 0) => ("words", n.to_string(), "at least 1"),
            Self::Sentences(n @ 0) => ("sentences", n.to_string(), "at least 1"),
            Self::Bytes(n @ 0) => ("bytes", n.to_string(), "at least 1"),
            Self::Ratio(share) if !(share > 0.0 && share <= 1.0) => {
                ("ratio", share.to_string(), "above 0 and at most 1")
            }
            _ => return Ok(self),
        };
        Err(Error::Setting { name, value, allowed: allowed.into() })
    }

    /// The limit for a cluster of `words` words, in whole units of [`Budget::cost`].
    pub(crate) fn limit(self, words: usize) -> usize {
        match self {
            Self::Words(n) | Self::Sentences(n) => n,
            // Every sentence pays for a line break; the last one has none.
            Self::Bytes(n) => n.saturating_add(1),
            Self::Ratio(share) => (share * words as f64) as usize,
            Self::Auto => AUTO.words,
        }
    }

    /// What a sentence of `words` words takes from the limit; `printed` tells its bytes once printed.
    pub(crate) fn cost(self, words: usize, printed: impl FnOnce() -> usize) -> usize {
        match self {
            Self::Words(_) | Self::Ratio(_) | Self::Auto => words,
            Self::Sentences(_) => 1,
            Self::Bytes(_) => printed() + 1,
        }
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(n) => write!(f, "{n} words"),
            Self::Sentences(n) => write!(f, "{n} sentences"),
            Self::Bytes(n) => write!(f, "{n} bytes"),
            Self::Ratio(share) => write!(f, "{share} of the words"),
            Self::Auto => f.write_str("as many words as it takes"),
        }
    }
}
