//! What a budget counts as a word.

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::rouge::is_unspaced;

/// A text in pieces that together are the text: runs of white space, runs of other characters, and each
/// character (with its marks) of scripts that are written without spaces.
pub(crate) fn pieces(text: &str) -> Vec<&str> {
    #[derive(PartialEq, Clone, Copy)]
    enum Kind {
        Space,
        Run,
        Alone,
    }
    let mut pieces = Vec::new();
    let (mut start, mut last) = (0, None);
    for (at, c) in text.char_indices() {
        let kind = match c {
            _ if c.is_ascii_graphic() => Kind::Run,
            _ if c.is_whitespace() => Kind::Space,
            _ if c.general_category_group() == GeneralCategoryGroup::Mark => continue,
            _ if is_unspaced(c) => Kind::Alone,
            _ => Kind::Run,
        };
        if last.is_some_and(|last| last != kind || kind == Kind::Alone) {
            pieces.push(&text[start..at]);
            start = at;
        }
        last = Some(kind);
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

/// The words of a text: runs without white space that have a letter or digit; in scripts without spaces
/// every character.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).into_iter().filter(|piece| piece.contains(char::is_alphanumeric))
}

/// The first `limit` words of a text, in the lines as they are: for comparing systems at equal length, and
/// for recall at several budgets. A word is a run without white space that has a letter or digit; in scripts
/// without spaces every character is one.
///
/// ```
/// use nutgraf_eval::harness::first_words;
///
/// assert_eq!(first_words("One – two.\nThree four.", 3), "One – two.\nThree");
/// assert_eq!(first_words("One", 3), "One");
/// assert_eq!(first_words("東京で雪", 2), "東京");
/// ```
#[must_use]
pub fn first_words(text: &str, limit: usize) -> &str {
    let (mut counted, mut end) = (0, 0);
    for piece in pieces(text) {
        counted += usize::from(piece.contains(char::is_alphanumeric));
        if counted > limit {
            return text[..end].trim_end();
        }
        end += piece.len();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_cut_is_a_start_of_the_text_within_the_limit(text: String, limit in 0_usize..12) {
            prop_assert_eq!(pieces(&text).concat(), text.as_str());
            let cut = first_words(&text, limit);
            prop_assert!(text.starts_with(cut));
            prop_assert_eq!(words(cut).count(), words(&text).count().min(limit));
        }
    }

    #[test]
    fn pieces_are_the_text() {
        let text = "地震 in 東京, น้ำท่วม\n ";
        assert_eq!(pieces(text).concat(), text);
        assert_eq!(pieces("地震 in 東京"), ["地", "震", " ", "in", " ", "東", "京"]);
        assert_eq!(words("น้ำ – 3.5 %").collect::<Vec<_>>(), ["น้", "ำ", "3.5"]);
    }
}
