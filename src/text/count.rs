//! The words of a budget.

use unicode_normalization::char::is_combining_mark;

use super::characters::{is_alphanumeric, is_unspaced};
use super::words::{ALPHANUMERIC, Kind};
use crate::whitespace::is_space;

/// How many words `text` has, as a length limit counts them.
///
/// A word is a run of characters without white space that has a letter or a digit in it, which is
/// what `wc -w` counts less lone punctuation. In scripts without spaces between words (Han, kana,
/// Thai, Lao, Khmer, Myanmar) every letter counts as one.
///
/// ```
/// use nutgraf::text::count_words;
/// assert_eq!(count_words("The U.S.-led force — 1,200 strong — left."), 6);
/// assert_eq!(count_words("2023年东京"), 4);
/// ```
#[must_use]
pub fn count_words(text: &str) -> usize {
    let mut words = 0;
    let mut inside = false;
    if text.is_ascii() {
        for byte in text.bytes() {
            let letter = ALPHANUMERIC[usize::from(byte)];
            words += usize::from(letter) & usize::from(!inside);
            inside = letter | (inside & !is_space(byte));
        }
        return words;
    }
    for character in text.chars() {
        if character.is_ascii_alphanumeric() {
            words += usize::from(!inside);
            inside = true;
        } else if character.is_whitespace() {
            inside = false;
        } else if is_combining_mark(character) {
            // It belongs to the character before it.
        } else if is_unspaced(character) {
            words += usize::from(is_alphanumeric(character));
            inside = false;
        } else if !inside && is_alphanumeric(character) {
            words += 1;
            inside = true;
        }
    }
    words
}

/// Counts the words of a text as its tokens go by.
#[derive(Default)]
pub(crate) struct Counter {
    words: usize,
    /// Where the last token ended.
    end: usize,
    /// True once a token was one of a script without spaces, where characters count.
    characters: bool,
}

impl Counter {
    /// Adds the next token, `start..end` in bytes of the text.
    #[inline]
    pub(super) fn add(&mut self, text: &str, start: usize, end: usize, kind: Kind) {
        self.characters |= kind == Kind::Pair;
        // Nearly always there is one space between two tokens.
        let space = start == self.end + 1 && text.as_bytes()[self.end] == b' ';
        if space || !self.characters && self.is_parted(text, start) {
            self.words += 1;
        }
        self.end = end;
    }

    fn is_parted(&self, text: &str, start: usize) -> bool {
        self.words == 0 || text[self.end..start].contains(parts_words)
    }

    /// The words of the text, all tokens of which have been added.
    pub(crate) fn words(&self, text: &str) -> usize {
        if self.characters { count_words(text) } else { self.words }
    }
}

fn parts_words(character: char) -> bool {
    character.is_whitespace() || is_unspaced(character) && !is_combining_mark(character)
}
