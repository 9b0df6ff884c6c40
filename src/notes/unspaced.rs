//! Keywords of scripts without spaces, where a term is a pair of characters: the word it is of.

use crate::text::{is_hiragana, is_ideographic, is_unspaced};

/// Places of a pair that are looked at.
const PLACES: usize = 64;
/// Characters that a word has at most.
const LONGEST: usize = 8;
/// Chinese characters that are words without content of their own, and seldom part of another.
const FUNCTION: &str = "的了着在是到也已而但这這那就还還都";
/// Chinese characters that are such words and also parts of others: 以色列, 和平, 华为.
const PARTLY_FUNCTION: &str = "将將说說称稱和向从從对對把至由为為与與其等各有于於以及或并並";

/// True for a term of a script without spaces.
pub(super) fn is_pair(spelling: &str) -> bool {
    spelling.starts_with(is_unspaced)
}

/// The word that a pair is of, as the texts tell: the pair with the characters that stand beside it
/// wherever it stands. `None` for one that stands only once, that is no word but a piece of two, or
/// that is not of Chinese or Japanese.
///
/// Where a word ends its neighbours vary (accessor variety; Feng et al. 2004, "Accessor variety
/// criteria for Chinese word extraction").
pub(super) fn word_of<'t>(pair: &str, texts: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let says_nothing = pair.chars().all(|character| PARTLY_FUNCTION.contains(character));
    if says_nothing || !pair.chars().all(is_content) {
        return None;
    }
    // After a number its first character is what is counted: `12人死亡`, `4日上午`.
    let is_counter = |before: &str| before.ends_with(char::is_numeric);
    let places = texts.flat_map(|text| text.match_indices(pair).map(move |(at, _)| (text, at)));
    let places = places.filter(|(text, at)| !is_counter(&text[..*at]));
    let places: Vec<(&str, usize)> = places.take(PLACES).collect();
    if places.len() < 2 {
        return None;
    }
    let (mut before, mut after) = (0, pair.len());
    let left_of = |before: usize| {
        let heads = || places.iter().map(|(text, at)| &text[..at - before]);
        let left = unanimous(heads().map(|head| head.chars().next_back()))?;
        let counts = |head: &str| head.strip_suffix(left).is_some_and(is_counter);
        (!heads().any(counts)).then_some(left)
    };
    let right_of =
        |after: usize| unanimous(places.iter().map(|(text, at)| text[at + after..].chars().next()));
    while let Some(character) = right_of(after) {
        after += character.len_utf8();
    }
    while let Some(character) = left_of(before) {
        before += character.len_utf8();
    }
    let (text, at) = places[0];
    let word = &text[at - before..at + after];
    (word.chars().count() <= LONGEST).then_some(word)
}

/// The character that all have, where it may be part of a word.
fn unanimous(mut characters: impl Iterator<Item = Option<char>>) -> Option<char> {
    let first = characters.next()??;
    (is_content(first) && characters.all(|character| character == Some(first))).then_some(first)
}

/// A character that words with content are made of, as far as we know.
fn is_content(character: char) -> bool {
    is_ideographic(character) && !is_hiragana(character) && !FUNCTION.contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_grows_to_its_word() {
        let texts =
            ["救援队抵达震区，死亡人数上升到15人。", "死亡人数已上升，救援队在震区的废墟中。"];
        let word = |pair| word_of(pair, texts.into_iter());
        assert_eq!(word("援队"), Some("救援队"));
        assert_eq!(word("亡人"), Some("死亡人数"));
        assert_eq!(word("震区"), Some("震区"));
        assert_eq!(word("上升"), Some("上升"));
        // Once; a piece of two words; no word with content.
        assert_eq!((word("废墟"), word("数上"), word("升到")), (None, None, None));
        let texts = ["造成6人死亡，以色列说。", "另有9人死亡，以色列军方称。"];
        assert_eq!(word_of("色列", texts.into_iter()), Some("以色列"));
        assert_eq!(word_of("死亡", texts.into_iter()), Some("死亡"));
        assert_eq!(word_of("人死", texts.into_iter()), None);
    }
}
