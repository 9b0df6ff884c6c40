//! Lists of phrases, found without going through the list.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::strip_prefix_ignoring_case;

/// Phrases that a line starts with, in lower case, whatever the line's case.
pub(super) struct Openers {
    phrases: &'static [&'static str],
    starts: Filter,
    /// By the first two characters, the second `None` for a phrase of one.
    by_start: OnceLock<FxHashMap<Start, Vec<&'static str>>>,
}

impl Openers {
    pub(super) const fn new(phrases: &'static [&'static str]) -> Self {
        Self { phrases, starts: Filter::of_starts(phrases), by_start: OnceLock::new() }
    }

    /// What follows the longest phrase that `text` starts with and ends as a word.
    pub(super) fn strip<'a>(&self, text: &'a str) -> Option<&'a str> {
        if self.starts.may_have(text.as_bytes().first_chunk()) { self.longest(text) } else { None }
    }

    fn longest<'a>(&self, text: &'a str) -> Option<&'a str> {
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

/// True where `text` starts with one of some phrases of a script that sets no spaces, as a word or in
/// one.
pub(super) fn opens_unspaced(text: &str, phrases: &[&str]) -> bool {
    // All of them are above U+3000.
    text.as_bytes().first().is_some_and(|&byte| byte >= 0xE3)
        && phrases.iter().any(|phrase| text.starts_with(phrase))
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
    starts: Filter,
}

impl Within {
    pub(super) const fn new(phrases: &'static [&'static str]) -> Self {
        Self { phrases, starts: Filter::of_starts(phrases) }
    }

    /// True where one of the phrases stands in `text`. The longest counts where several start, and
    /// none starts inside it.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let last = |text: &str| text.chars().next_back().is_some_and(char::is_alphanumeric);
        let first = |text: &str| text.starts_with(char::is_alphanumeric);
        let mut at = 0;
        while at < text.len() {
            let Some(length) = self.longest_at_start(&text.as_bytes()[at..]) else {
                at += 1;
                continue;
            };
            let (before, rest) = text.split_at(at);
            let (phrase, after) = rest.split_at(length);
            if !(first(phrase) && last(before) || last(phrase) && first(after)) {
                return true;
            }
            at += length;
        }
        false
    }

    /// The length of the longest phrase that `text` starts with.
    fn longest_at_start(&self, text: &[u8]) -> Option<usize> {
        if !self.starts.may_have(text.first_chunk()) {
            return None;
        }
        let lengths = self.phrases.iter().filter_map(|phrase| {
            let start = text.get(..phrase.len())?;
            start.eq_ignore_ascii_case(phrase.as_bytes()).then_some(phrase.len())
        });
        lengths.max()
    }
}

/// Phrases that a line ends with, in lower case, marks and quotes after them apart.
pub(super) struct Endings {
    phrases: &'static [&'static str],
    ends: Filter,
}

impl Endings {
    /// Of phrases of at least four bytes.
    pub(super) const fn new(phrases: &'static [&'static str]) -> Self {
        Self { phrases, ends: Filter::of_ends(phrases) }
    }

    /// True when `text` ends with one of them, and as a word.
    pub(super) fn end(&self, text: &str) -> bool {
        let text = text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
        self.ends.may_have(text.as_bytes().last_chunk())
            && self.phrases.iter().any(|ending| {
                let from = text.len().checked_sub(ending.len());
                from.and_then(|from| text.split_at_checked(from)).is_some_and(|(before, tail)| {
                    let inside = ending.starts_with(char::is_alphanumeric)
                        && before.ends_with(char::is_alphanumeric);
                    !inside
                        && (tail.eq_ignore_ascii_case(ending)
                            || !tail.is_ascii() && tail.to_lowercase() == *ending)
                })
            })
    }
}

/// The first, or the last, four bytes of some phrases, as far as a bit for each hash of them tells.
/// One look sends most lines away. It is made when the program is compiled.
pub(super) struct Filter {
    hashes: [u64; 32],
    /// Of phrases of two or three bytes: for the first the bits of the second.
    short: [u32; 32],
    /// Whether one of them begins with general punctuation, such as a curly quotation mark.
    punctuation: bool,
}

impl Filter {
    /// Of the first bytes of phrases of at least two.
    pub(super) const fn of_starts(phrases: &[&str]) -> Self {
        Self::of(phrases, false)
    }

    /// Of the last bytes of phrases of at least four.
    const fn of_ends(phrases: &[&str]) -> Self {
        Self::of(phrases, true)
    }

    const fn of(phrases: &[&str], ends: bool) -> Self {
        let mut filter = Self { hashes: [0; 32], short: [0; 32], punctuation: false };
        let mut number = 0;
        while number < phrases.len() {
            assert!(!repeats(phrases, number), "a phrase stands in its list once"); // invariant: constant lists
            match (phrases[number].as_bytes(), ends) {
                ([0xE2, 0x80, ..], false) | ([.., 0xE2, 0x80, _, _], true) => {
                    filter.punctuation = true;
                }
                ([a, b, c, d, ..], false) | ([.., a, b, c, d], true) => {
                    filter.add([*a, *b, *c, *d]);
                }
                ([a, b, ..], false) => filter.short[(*a % 32) as usize] |= 1 << (*b % 32),
                _ => panic!("a phrase has at least two bytes, an ending four"), // invariant: constant lists
            }
            number += 1;
        }
        filter
    }

    const fn add(&mut self, four: [u8; 4]) {
        // Of others it is not asked.
        if !four.is_ascii() {
            return;
        }
        let hash = Self::hash(four);
        self.hashes[hash / 64] |= 1 << (hash % 64);
    }

    /// False only where no phrase has these four bytes, whatever their case. A text that has no four
    /// and one that is not ASCII, whose case is another matter, may have any; but a quotation mark or
    /// a dash has no case.
    pub(super) fn may_have(&self, four: Option<&[u8; 4]>) -> bool {
        match four {
            Some(&four) if four.is_ascii() => {
                let hash = Self::hash(four);
                self.hashes[hash / 64] >> (hash % 64) & 1 == 1
                    || self.short[usize::from(four[0] % 32)] >> (four[1] % 32) & 1 == 1
            }
            Some([0xE2, 0x80, ..]) => self.punctuation,
            _ => true,
        }
    }

    /// Below 2048: a bit in 32 words of 64. The same for both cases of ASCII letters.
    const fn hash(four: [u8; 4]) -> usize {
        // Fibonacci hashing, as in `finder`.
        let folded = u32::from_le_bytes(four) & 0x1F1F_1F1F;
        (folded.wrapping_mul(0x9E37_79B1) >> 21) as usize
    }
}

/// True where the phrase of this number stands among those before it.
const fn repeats(phrases: &[&str], number: usize) -> bool {
    let phrase = phrases[number].as_bytes();
    let mut before = 0;
    while before < number {
        let other = phrases[before].as_bytes();
        let mut same = 0;
        while same < phrase.len() && other.len() == phrase.len() && other[same] == phrase[same] {
            same += 1;
        }
        if same == phrase.len() {
            return true;
        }
        before += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    static OPENERS: Openers = Openers::new(&["read", "read more", "à lire", "tags:", "ap"]);
    static WITHIN: Within = Within::new(&["all rights reserved", "©", "our newsletter", "he"]);
    static ENDINGS: Endings = Endings::new(&["read more", "(ap photo)", "leer más"]);

    #[test]
    fn no_list_repeats_a_phrase() {
        assert!(repeats(&["read", "more", "read"], 2));
        assert!(!repeats(&["read", "mode", "readers", "more"], 3));
        // Every list is asked when it is made, which the compiler does.
        assert!(std::panic::catch_unwind(|| Openers::new(&["read", "read"])).is_err());
    }

    #[test]
    fn openers_are_words_and_the_longest_counts() {
        assert_eq!(OPENERS.strip("READ MORE: x"), Some(": x"));
        assert_eq!(OPENERS.strip("Reading is fun"), None);
        assert_eq!(OPENERS.strip("À Lire aussi"), Some(" aussi"));
        assert_eq!(OPENERS.strip("Tags:rain"), Some("rain"));
        assert_eq!(OPENERS.strip(""), None);
        assert_eq!(OPENERS.strip("AP: x"), Some(": x"));
        assert!(OPENERS.is("Read more »") && !OPENERS.is("Read more news"));
    }

    #[test]
    fn scripts_without_spaces_have_no_words() {
        assert!(opens_unspaced("图为大桥", &["图为"]) && !opens_unspaced("地图为证", &["图为"]));
        assert!(!opens_unspaced("", &["图为"]));
    }

    #[test]
    fn phrases_are_found_as_words() {
        assert!(WITHIN.is_in("2031 Fjord Wire. All Rights Reserved."));
        assert!(WITHIN.is_in("©2031") && WITHIN.is_in("Get our newsletter!"));
        assert!(WITHIN.is_in("The mayor said he") && !WITHIN.is_in("The mayor said"));
        assert!(!WITHIN.is_in("your newsletter"));
    }

    #[test]
    fn endings_are_words() {
        assert!(ENDINGS.end("The bridge. Read more »"));
        assert!(!ENDINGS.end("They spread more"));
        assert!(ENDINGS.end("The bridge. (AP Photo)"));
        assert!(ENDINGS.end("LEER MÁS") && !ENDINGS.end("é"));
    }
}
