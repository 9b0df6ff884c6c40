//! Which language a text is in.

use super::Language;

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
    /// Sure enough to act on: the detector says so, and the text has letters enough.
    pub reliable: bool,
}

/// The language of `text`, by the trigrams of its first 4096 bytes.
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
    let letters = sample.chars().filter(|character| character.is_alphabetic()).count();
    let Some(info) = whatlang::detect(sample) else {
        return Detection { language: Language::Other, confidence: 0.0, reliable: false };
    };
    Detection {
        language: Language::from_code(info.lang().code()).unwrap_or(Language::Other),
        confidence: info.confidence(),
        reliable: info.is_reliable() && letters >= FEWEST_LETTERS,
    }
}
