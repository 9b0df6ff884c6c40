//! A sentence: where it stands and what it looks like.

use std::borrow::Cow;

use crate::clean::Blemishes;
use crate::span::Span;
use crate::text::Leaning;
use crate::whitespace::has_wide_space;

/// One sentence of a cluster. The text itself stays in the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Number of its article in the cluster, from 0.
    pub article: u32,
    /// Its place among the article's sentences, from 0.
    pub position: u32,
    /// Its bytes in the article's text.
    pub span: Span,
    /// Its length in the budget's words ([`crate::text::count_words`]).
    pub words: u32,
    /// What speaks against its being a sentence of the story.
    pub blemishes: Blemishes,
    /// What it lacks without its neighbours.
    pub leaning: Leaning,
}

/// A sentence as it is printed: every run of white space is one space.
#[must_use]
pub fn printed(sentence: &str) -> Cow<'_, str> {
    if is_plain(sentence) {
        return Cow::Borrowed(sentence);
    }
    let words: Vec<&str> = sentence.split_whitespace().collect();
    Cow::Owned(words.join(" "))
}

/// True for most sentences: no white space but single spaces. Without a branch in the loops, many
/// bytes are looked at at once.
fn is_plain(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    let after = bytes.get(1..).unwrap_or_default();
    let odd = bytes.iter().fold(0, |odd, byte| odd | u8::from(matches!(byte, b'\t'..=b'\r')));
    let double =
        bytes.iter().zip(after).fold(0, |double, pair| double | u8::from(pair == (&b' ', &b' ')));
    odd | double == 0 && !has_wide_space(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_printed_as_one_space() {
        assert_eq!(printed("Rain fell\non  the\u{a0}town."), "Rain fell on the town.");
        assert!(matches!(printed("Rain fell."), Cow::Borrowed(_)));
    }
}
