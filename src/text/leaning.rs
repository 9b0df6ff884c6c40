//! Sentences that lean on their neighbours.

use crate::text::Language;

/// In what a sentence leans on its neighbours: a reader who has not read them misses something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leaning {
    /// It opens with a word that points back ([`leans`]).
    pub opening: bool,
    /// It begins inside a quotation that the sentence before it opens ([`Quotations`]).
    ///
    /// [`Quotations`]: crate::text::Quotations
    pub begins_quoted: bool,
    /// It ends inside a quotation that goes on in the sentence after it.
    pub ends_quoted: bool,
}

/// Words that point back when they open a sentence, in lower case. English alone: for the other
/// languages at hand such a rule costs more than it brings (eval/ABLATION.md).
const POINTING: &[&str] = &[
    "he", "she", "it", "they", "his", "her", "its", "their", "him", "them", "this", "that",
    "these", "those", "such", "here", "there",
];

/// Words that say who speaks and who is spoken to; inside quotation marks they point to nothing
/// outside.
const SPEAKING: &[&str] = &["we", "i", "you", "my", "our", "your"];

/// Words that join a sentence to the one before it.
const JOINING: &[&str] = &[
    "but",
    "so",
    "still",
    "however",
    "yet",
    "and",
    "or",
    "nor",
    "then",
    "also",
    "instead",
    "moreover",
    "furthermore",
    "therefore",
    "thus",
    "otherwise",
    "nevertheless",
    "nonetheless",
    "besides",
    "hence",
    "meanwhile",
];

/// True when a sentence opens with a word that points back or joins it to the one before: a reader
/// who has not read that one does not know who `she` is, or what comes after `but`.
///
/// ```
/// use nutgraf::text::{Language, leans};
/// assert!(leans("“She’s here,” he said.", Language::English));
/// assert!(leans("But the dam held.", Language::English));
/// assert!(leans("We are safe.", Language::English));
/// assert!(!leans("“We are safe,” the mayor said.", Language::English));
/// assert!(!leans("Sheila is here.", Language::English));
/// ```
#[must_use]
pub fn leans(sentence: &str, language: Language) -> bool {
    if language != Language::English {
        return false;
    }
    let opens = |c: char| c.is_whitespace() || "\"'“”‘’([-–—".contains(c);
    let start = sentence.trim_start_matches(opens);
    let quoted = sentence[..sentence.len() - start.len()].contains(['"', '“', '\'', '‘']);
    let end = start.find(|c: char| !c.is_alphanumeric()).unwrap_or(start.len());
    let is_in = |list: &[&str]| list.iter().any(|listed| start[..end].eq_ignore_ascii_case(listed));
    is_in(POINTING) || is_in(JOINING) || !quoted && is_in(SPEAKING)
}
