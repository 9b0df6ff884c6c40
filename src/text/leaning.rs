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
    "these", "those", "such", "here", "there", "both",
];

/// Words that point back after a preposition: `by that measure`.
const POINTED_AT: &[&str] = &["this", "that", "these", "those", "such"];

/// Words that point back after `the`.
const KNOWN: &[&str] = &["two", "three", "pair", "duo", "trio", "latter"];

const PREPOSITIONS: &[&str] = &[
    "in", "at", "by", "after", "before", "for", "on", "with", "of", "despite", "under", "from",
    "to", "since", "because", "like",
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
    let mut words = start.split(|c: char| !c.is_alphanumeric());
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_in = |word: &str, list: &[&str]| list.iter().any(|w| word.eq_ignore_ascii_case(w));
    is_in(first, POINTING)
        || is_in(first, JOINING)
        || !quoted && is_in(first, SPEAKING)
        || is_in(second, POINTED_AT) && is_in(first, PREPOSITIONS)
        || is_in(second, KNOWN) && first.eq_ignore_ascii_case("the")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_points_back_or_joins_leans() {
        for sentence in [
            "By that measure, few were left.",
            "The two met at noon.",
            "Both men fled.",
            "— Meanwhile, the river rose.",
            "“And it fell.",
        ] {
            assert!(leans(sentence, Language::English), "{sentence}");
            assert!(!leans(sentence, Language::German), "{sentence}");
        }
    }

    #[test]
    fn what_stands_alone_does_not() {
        for sentence in [
            "The former mayor left.",
            "By noon that day the river had risen.",
            "“Our town is safe,” Lund said.",
            "Theirry left.",
            "Sofia rose.",
            "",
        ] {
            assert!(!leans(sentence, Language::English), "{sentence}");
        }
    }
}
