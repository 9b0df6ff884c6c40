//! A line of an article, and how one looks at it.

use crate::clean::Verdict;
use crate::whitespace::{has_wide_space, is_space};

/// A line of an article with what a rule may want to know about its place.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The line without its line break and without white space around it.
    pub text: &'a str,
    /// Number of lines before it that were kept.
    pub kept: usize,
    /// True when at least half of the article's bytes lie before it.
    pub in_second_half: bool,
    /// True when no other line follows it.
    pub is_last: bool,
    /// The article's headline, or an empty string.
    pub title: &'a str,
    /// True when one of the [phrases](crate::clean::Rule::phrases) of the rule that looks at it
    /// stands in it, perhaps inside longer words.
    pub marked: bool,
}

/// The most bytes of what a page says of itself.
const LONGEST_NOTE: usize = 700;
/// The most words of it.
const MOST_WORDS_OF_NOTE: usize = 60;

impl Line<'_> {
    /// Drops what a page says of itself, as `is_note` tells of a line without the marks before it.
    /// What is longer says something else.
    pub(super) fn drop_note(&self, is_note: impl FnOnce(&str) -> bool) -> Verdict {
        let text = self.text.trim_start_matches(['—', '–', '-', '*', '[', '•', ' ']);
        let drops =
            text.len() <= LONGEST_NOTE && is_note(text) && self.has_at_most(MOST_WORDS_OF_NOTE);
        if drops { Verdict::Drop } else { Verdict::Keep }
    }

    /// True when it has no more words than this. To be asked last: they are counted for it.
    #[must_use]
    pub fn has_at_most(&self, words: usize) -> bool {
        // A word takes two bytes, one of them for the space after it.
        self.text.len() <= 2 * words || word_count(self.text, words + 1) <= words
    }

    /// What becomes of a block that ends an article, of which this is the first line.
    pub(super) fn drop_tail(&self) -> Verdict {
        if self.in_second_half { Verdict::DropRest } else { Verdict::Drop }
    }
}

/// The lines of a text with the byte at which each starts; `\n`, `\r\n` and `\r` end a line.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).map(|at| at + 1);
    ends.chain([text.len()]).scan(0, |start, end| {
        let line = (*start, &text[*start..end]);
        *start = end;
        Some(line)
    })
}

/// The length in words, as far as it matters to a rule (counting stops at `limit`).
pub(super) fn word_count(text: &str, limit: usize) -> usize {
    if !text.is_ascii() && has_wide_space(text) {
        return text.split_whitespace().take(limit).count();
    }
    let space = |byte: u8| u8::from(is_space(byte));
    let bytes = text.as_bytes();
    // So few at a time that they are counted in a byte, and many of those at once.
    let pairs = bytes.chunks(128).zip(bytes.get(1..).unwrap_or_default().chunks(128));
    let begin = |(a, b): (&[u8], &[u8])| {
        a.iter().zip(b).fold(0_u8, |sum, (&a, &b)| sum + (space(a) & (space(b) ^ 1)))
    };
    let later: usize = pairs.map(|pair| usize::from(begin(pair))).sum();
    let first = bytes.first().map_or(0, |&byte| usize::from(space(byte) ^ 1));
    (first + later).min(limit)
}

/// The first characters of a text.
pub(super) fn head(text: &str, characters: usize) -> &str {
    // Where all are of one byte they need not be counted.
    if let Some(head) = text.get(..characters).filter(|head| head.is_ascii()) {
        return head;
    }
    text.char_indices().nth(characters).map_or(text, |(end, _)| &text[..end])
}

/// The last place in `text` where a space follows `mark`, an ASCII character.
pub(super) fn last_before_space(text: &str, mark: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memrchr_iter(mark, bytes).find(|at| bytes.get(at + 1) == Some(&b' '))
}

/// True when the text ends like a sentence: a terminator, closing quotes and brackets apart.
pub(crate) fn ends_like_sentence(text: &str) -> bool {
    let closers = ['"', '\'', '”', '’', '»', ')', ']', '」', '』', '）'];
    let end = text.trim_end_matches(closers);
    end.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔', '։'])
}

/// Cuts `prefix` off the head of `text`, whatever its case; `prefix` is lower case.
pub(super) fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    // Nearly always bytes can tell.
    if let Some(head) = text.as_bytes().get(..prefix.len())
        && head.is_ascii()
    {
        return head.eq_ignore_ascii_case(prefix.as_bytes()).then(|| &text[prefix.len()..]);
    }
    let mut rest = text.chars();
    for expected in prefix.chars() {
        let mut folded = rest.next()?.to_lowercase();
        if folded.next() != Some(expected) || folded.next().is_some() {
            return None;
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn prefixes_ignore_case_beyond_ascii() {
        assert_eq!(strip_prefix_ignoring_case("ÀLIRE: x", "àlire"), Some(": x"));
        assert_eq!(strip_prefix_ignoring_case("İ", "i"), None);
    }

    proptest! {
        #[test]
        fn words_are_counted_up_to_a_limit(text in "([a-z .’]|[ \\t\u{a0}\u{2003}\u{3000}]){0,300}", limit in 0..60_usize) {
            prop_assert_eq!(word_count(&text, limit), text.split_whitespace().take(limit).count());
        }
    }
}
