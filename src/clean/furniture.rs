//! Phrases that only page furniture has.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

/// The phrases, in lower case. They mark a sentence, they do not drop it: a story may quote one.
const PHRASES: &[&str] = &[
    "image caption",
    "getty images",
    "photo:",
    "file photo",
    "copyright",
    "posted at",
    "click here",
    "sign up",
    "subscribe",
    "follow us",
    "read more",
    "share this",
    "all rights reserved",
    "newsletter",
    "advertisement",
    "story continues",
];

static MATCHER: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostFirst)
        .build(PHRASES)
        .expect("the phrases are few and short") // invariant: a constant list
});

/// True when a sentence holds a phrase that only page furniture has, as whole words.
///
/// ```
/// use nutgraf::clean::is_furniture;
/// assert!(is_furniture("Click here to read on."));
/// assert!(!is_furniture("The dam broke."));
/// ```
#[must_use]
pub fn is_furniture(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    let word = |at: Option<&u8>| at.is_some_and(|&b| b.is_ascii_alphanumeric() || b >= 0x80);
    MATCHER.find_iter(sentence).any(|found| {
        let open = !word(found.start().checked_sub(1).map(|at| &bytes[at]));
        open && (bytes[found.end() - 1] == b':' || !word(bytes.get(found.end())))
    })
}
