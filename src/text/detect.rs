//! Which language a text is in.

use super::function_words::languages_with;
use super::{Language, words};
use crate::span::at_most;

/// How much of a text is looked at, in bytes.
const SAMPLE: usize = 2048;

/// How much of it is looked at first, in bytes.
const FIRST_LOOK: usize = 1024;

/// Fewer function words than this say too little.
const FEWEST_WORDS: u32 = 8;

/// One word in so many must be a function word: in a text in the language one in two or three is.
const SHARE: u32 = 5;

/// Fewer letters than this say too little.
const FEWEST_LETTERS: usize = 24;

/// The language a text seems to be in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Detection {
    /// The language; [`Language::Other`] for one we have no rules for, or none at all.
    pub language: Language,
    /// How sure, from 0 to 1.
    pub confidence: f64,
    /// Sure enough to act on; see [`detect`].
    pub reliable: bool,
}

/// The language of `text`, by its first 2048 bytes.
///
/// First the function words of the first 1024 bytes are counted. Where one language has at least
/// eight of them, one word in five, and half as many again as any other, that decides. Otherwise the trigrams and
/// letters of the sample name a language and say how much better it fits than the next
/// (`whatlang`); and where that is too close to call, the language with the most function words is
/// taken after all, which tells close relatives apart: Norwegian from Danish.
///
/// Reliable means that one of the first two decided, on 24 letters or more. On texts as short as a
/// headline the answer is often right and seldom reliable.
///
/// ```
/// use nutgraf::text::{Language, detect};
/// let found = detect("Der Minister hat am Freitag das neue Gesetz unterschrieben.");
/// assert_eq!(found.language, Language::German);
/// ```
#[must_use]
pub fn detect(text: &str) -> Detection {
    let votes = Votes::of(at_most(text, FIRST_LOOK));
    if votes.decide() {
        let confidence =
            f64::from(votes.best_count) / f64::from(votes.best_count + votes.next_count);
        return Detection { language: votes.best, confidence, reliable: true };
    }
    let sample = at_most(text, SAMPLE);
    let Some(info) = whatlang::detect(sample) else {
        return Detection { language: Language::Other, confidence: 0.0, reliable: false };
    };
    let language = Language::from_code(info.lang().code()).unwrap_or_default();
    let confidence = info.confidence();
    if !info.is_reliable() {
        let votes = Votes::of(sample);
        let language = if votes.best_count > votes.count(language) { votes.best } else { language };
        return Detection { language, confidence, reliable: false };
    }
    let letters = sample.chars().filter(|character| character.is_alphabetic()).count();
    Detection { language, confidence, reliable: letters >= FEWEST_LETTERS }
}

/// How many function words of each language a text has.
struct Votes {
    words: u32,
    counts: [u32; Language::ALL.len()],
    best: Language,
    best_count: u32,
    /// The most any other language has.
    next_count: u32,
}

impl Votes {
    fn of(sample: &str) -> Self {
        let mut votes = Self {
            words: 0,
            counts: [0; Language::ALL.len()],
            best: Language::Other,
            best_count: 0,
            next_count: 0,
        };
        for word in words(sample, Language::Other) {
            votes.words += 1;
            let mut languages = languages_with(&word.folded);
            while languages != 0 {
                votes.counts[languages.trailing_zeros() as usize] += 1;
                languages &= languages - 1;
            }
        }
        for (language, count) in Language::ALL.iter().zip(votes.counts) {
            if count > votes.best_count {
                (votes.best, votes.next_count) = (*language, votes.best_count);
                votes.best_count = count;
            } else {
                votes.next_count = votes.next_count.max(count);
            }
        }
        votes
    }

    fn count(&self, language: Language) -> u32 {
        self.counts[language as usize]
    }

    fn decide(&self) -> bool {
        self.best_count >= FEWEST_WORDS
            && 2 * self.best_count >= 3 * self.next_count
            && SHARE * self.best_count >= self.words
    }
}
