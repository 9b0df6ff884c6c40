//! Sentences that lean on the one before them.

use crate::text::Language;

/// Words that point back when they open a sentence, in lower case. English alone: for the other
/// languages at hand such a rule costs more than it brings (eval/ABLATION.md).
const ENGLISH: &[&str] = &[
    "he", "she", "it", "they", "his", "her", "its", "their", "him", "them", "this", "that",
    "these", "those", "such", "here", "there", "we", "i", "you", "my", "our", "your",
];

/// True when a sentence opens with a word that points back: a reader who has not read the sentence
/// before it does not know who `she` is.
///
/// ```
/// use nutgraf::text::{Language, leans};
/// assert!(leans("“She’s here,” he said.", Language::English));
/// assert!(!leans("Sheila is here.", Language::English));
/// ```
#[must_use]
pub fn leans(sentence: &str, language: Language) -> bool {
    if language != Language::English {
        return false;
    }
    let opens = |c: char| c.is_whitespace() || "\"'“”‘’([-–—".contains(c);
    let start = sentence.trim_start_matches(opens);
    let end = start.find(|c: char| !c.is_alphanumeric()).unwrap_or(start.len());
    let word = &start[..end];
    word.len() <= 5 && ENGLISH.iter().any(|listed| word.eq_ignore_ascii_case(listed))
}
