//! Lists of phrases, found without going through the list.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use rustc_hash::FxHashMap;

use super::strip_prefix_ignoring_case;

/// Phrases that a line starts with, in lower case, whatever the line's case.
pub(super) struct Openers {
    phrases: &'static [&'static str],
    /// By the first two characters, the second `None` for a phrase of one.
    by_start: OnceLock<FxHashMap<Start, Vec<&'static str>>>,
}

impl Openers {
    pub(super) const fn new(phrases: &'static [&'static str]) -> Self {
        Self { phrases, by_start: OnceLock::new() }
    }

    /// What follows the longest phrase that `text` starts with and ends as a word.
    pub(super) fn strip<'a>(&self, text: &'a str) -> Option<&'a str> {
        let by_start = self.by_start.get_or_init(|| {
            let mut index: FxHashMap<Start, Vec<&'static str>> = FxHashMap::default();
            for &phrase in self.phrases {
                if let Some(start) = start(phrase) {
                    index.entry(start).or_default().push(phrase);
                }
            }
            index
        });
        let (first, second) = start(text)?;
        [(first, None), (first, second)]
            .iter()
            .filter_map(|start| by_start.get(start))
            .flatten()
            .filter_map(|phrase| {
                let rest = strip_prefix_ignoring_case(text, phrase)?;
                let inside = phrase.ends_with(char::is_alphanumeric)
                    && rest.starts_with(char::is_alphanumeric);
                (!inside).then_some(rest)
            })
            .min_by_key(|rest| rest.len())
    }

    /// True for a text that is one of the phrases and nothing else, marks at its end apart.
    pub(super) fn is(&self, text: &str) -> bool {
        self.strip(text).is_some_and(|rest| !rest.contains(char::is_alphanumeric))
    }
}

/// The first two characters in lower case.
type Start = (char, Option<char>);

fn start(text: &str) -> Option<Start> {
    let mut characters = text.chars();
    let lower = |character: char| character.to_lowercase().next();
    Some((lower(characters.next()?)?, characters.next().and_then(lower)))
}

/// Phrases that stand anywhere in a line as whole words, in lower case; the case of ASCII letters
/// does not matter.
pub(super) struct Within {
    pub(super) phrases: &'static [&'static str],
    matcher: OnceLock<AhoCorasick>,
}

impl Within {
    pub(super) const fn new(phrases: &'static [&'static str]) -> Self {
        Self { phrases, matcher: OnceLock::new() }
    }

    /// True where one of the phrases stands in `text`.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let matcher = self.matcher.get_or_init(|| {
            AhoCorasick::builder()
                .ascii_case_insensitive(true)
                .match_kind(MatchKind::LeftmostLongest)
                // Seldom used: quick to make, not quick to run.
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .build(self.phrases)
                .expect("the phrases are few and short") // invariant: constant lists
        });
        let last = |text: &str| text.chars().next_back().is_some_and(char::is_alphanumeric);
        let first = |text: &str| text.starts_with(char::is_alphanumeric);
        matcher.find_iter(text).any(|found| {
            let phrase = &text[found.range()];
            let (before, after) = (&text[..found.start()], &text[found.end()..]);
            !(first(phrase) && last(before) || last(phrase) && first(after))
        })
    }
}

/// True when `text` ends with one of `endings` (lower case), marks and quotes after it apart.
pub(super) fn ends_with_any(text: &str, endings: &[&str]) -> bool {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
    let Some(last) = text.bytes().next_back().map(|byte| byte.to_ascii_lowercase()) else {
        return false;
    };
    // Most endings are told apart by their last byte.
    endings.iter().filter(|ending| ending.bytes().next_back() == Some(last)).any(|ending| {
        let from = text.len().checked_sub(ending.len());
        from.and_then(|from| text.get(from..)).is_some_and(|tail| {
            let before = text[..text.len() - ending.len()].chars().next_back();
            let inside = ending.starts_with(char::is_alphanumeric)
                && before.is_some_and(char::is_alphanumeric);
            !inside && (tail.eq_ignore_ascii_case(ending) || tail.to_lowercase() == *ending)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    static OPENERS: Openers = Openers::new(&["read", "read more", "à lire", "tags:"]);
    static WITHIN: Within = Within::new(&["all rights reserved", "©", "our newsletter"]);

    #[test]
    fn openers_are_words_and_the_longest_counts() {
        assert_eq!(OPENERS.strip("READ MORE: x"), Some(": x"));
        assert_eq!(OPENERS.strip("Reading is fun"), None);
        assert_eq!(OPENERS.strip("À Lire aussi"), Some(" aussi"));
        assert_eq!(OPENERS.strip("Tags:rain"), Some("rain"));
        assert_eq!(OPENERS.strip(""), None);
        assert!(OPENERS.is("Read more »") && !OPENERS.is("Read more news"));
    }

    #[test]
    fn phrases_are_found_as_words() {
        assert!(WITHIN.is_in("2031 Fjord Wire. All Rights Reserved."));
        assert!(WITHIN.is_in("©2031") && WITHIN.is_in("Get our newsletter!"));
        assert!(!WITHIN.is_in("your newsletter"));
    }

    #[test]
    fn endings_are_words() {
        assert!(ends_with_any("The bridge. Read more »", &["read more"]));
        assert!(!ends_with_any("They spread more", &["read more"]));
        assert!(ends_with_any("The bridge. (AP Photo)", &["(ap photo)"]));
        assert!(!ends_with_any("é", &["xx", "x"]));
    }
}
