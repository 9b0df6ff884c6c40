//! Which language a text is in.

use super::{Language, words};

/// How much of a text is looked at, in bytes.
const SAMPLE: usize = 4096;

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

/// The language of `text`, by its first 4096 bytes.
///
/// The trigrams and letters of the sample name a language and how much better it fits than the next
/// (`whatlang`). Where that is too close to call, the language with the most function words in the
/// sample is taken, which tells close relatives apart: Norwegian from Danish.
///
/// Reliable means that the trigrams decided and that the sample has 24 letters or more. On texts as
/// short as a headline the answer is often right and seldom reliable.
///
/// ```
/// use nutgraf::text::{Language, detect};
/// let found = detect("Der Minister hat am Freitag das neue Gesetz unterschrieben.");
/// assert_eq!(found.language, Language::German);
/// ```
#[must_use]
pub fn detect(text: &str) -> Detection {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    let Some(info) = whatlang::detect(sample) else {
        return Detection { language: Language::Other, confidence: 0.0, reliable: false };
    };
    let language = Language::from_code(info.lang().code()).unwrap_or_default();
    let confidence = info.confidence();
    if !info.is_reliable() {
        let language = by_function_words(sample, language);
        return Detection { language, confidence, reliable: false };
    }
    let letters = sample.chars().filter(|character| character.is_alphabetic()).count();
    Detection { language, confidence, reliable: letters >= FEWEST_LETTERS }
}

/// The language with the most function words in `sample`; `guess` where none has more than it.
fn by_function_words(sample: &str, guess: Language) -> Language {
    let mut counts = [0_usize; Language::ALL.len()];
    for word in words(sample, Language::Other) {
        for (count, language) in counts.iter_mut().zip(Language::ALL) {
            *count += usize::from(language.lexicon().is_stop_word(&word.folded));
        }
    }
    let best = Language::ALL.iter().zip(counts).rev().max_by_key(|(_, count)| *count);
    match best {
        Some((language, count)) if count > counts[guess as usize] => *language,
        _ => guess,
    }
}
