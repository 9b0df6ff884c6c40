//! The function words of all languages, in one table that is made when the program is built: made at
//! every start it would cost more than a short article.

use super::Language;

/// A word, as it stands in a list.
#[derive(Clone, Copy)]
struct Entry {
    /// The languages that have it, as in [`languages_with`]; none for a place that is free.
    languages: u64,
    /// The first of them.
    language: u8,
    /// Its first byte in that language's list.
    start: u16,
    /// In bytes.
    length: u8,
}

/// Twice as many places as there are words, so that most are where they are looked for first.
const PLACES: usize = 1 << 13;

static TABLE: [Entry; PLACES] = table();

/// The languages in which a folded word is a function word: bit *n* is the *n*th of
/// [`Language::ALL`].
pub(super) fn languages_with(word: &str) -> u64 {
    TABLE[place_of(&TABLE, word.as_bytes())].languages
}

/// Where a word stands in a table, or the free place where it would.
const fn place_of(table: &[Entry; PLACES], word: &[u8]) -> usize {
    let mut place = hash(word);
    while table[place].languages != 0 && !is_word(&table[place], word) {
        place = (place + 1) % PLACES;
    }
    place
}

/// By the first eight bytes and the length.
const fn hash(word: &[u8]) -> usize {
    let (mut key, mut at) = (word.len() as u64, 0);
    while at < word.len() && at < 8 {
        key = key.wrapping_add((word[at] as u64) << (8 * at));
        at += 1;
    }
    // The highest bits of a product with 2⁶⁴ ÷ golden ratio (Knuth, TAOCP 6.4).
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - PLACES.ilog2())) as usize
}

const fn is_word(entry: &Entry, word: &[u8]) -> bool {
    let list = list(entry.language as usize);
    let mut at = 0;
    while at < word.len() && at < entry.length as usize {
        if list[entry.start as usize + at] != word[at] {
            return false;
        }
        at += 1;
    }
    word.len() == entry.length as usize
}

/// The function words of the *n*th of [`Language::ALL`], apart by white space.
const fn list(language: usize) -> &'static [u8] {
    Language::ALL[language].data().stop_words.as_bytes()
}

#[expect(clippy::large_stack_arrays, reason = "it is made when the program is built")]
const fn table() -> [Entry; PLACES] {
    assert!(Language::ALL.len() <= 64, "a bit a language");
    let free = Entry { languages: 0, language: 0, start: 0, length: 0 };
    let mut table = [free; PLACES];
    let mut language = 0;
    while language < Language::ALL.len() {
        let list = list(language);
        let mut end = 0;
        while end < list.len() {
            let start = end;
            while end < list.len() && !list[end].is_ascii_whitespace() {
                end += 1;
            }
            let (_, rest) = list.split_at(start);
            let (word, _) = rest.split_at(end - start);
            if !word.is_empty() {
                let place = place_of(&table, word);
                if table[place].languages == 0 {
                    table[place] = Entry {
                        languages: 0,
                        language: language as u8,
                        start: start as u16,
                        length: word.len() as u8,
                    };
                }
                table[place].languages |= 1 << language;
            }
            end += 1;
        }
        language += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn every_word_is_found_as_texts_have_it() {
        let mut words = 0;
        for (bit, language) in Language::ALL.iter().enumerate() {
            let data = language.data();
            for word in data.stop_words.split_whitespace() {
                assert_eq!(fold(word, data.dotless_i), word, "{language}: lists are folded");
                assert!(languages_with(word) >> bit & 1 == 1, "{language}: {word}");
                words += 1;
            }
        }
        let in_table: u32 = TABLE.iter().map(|entry| entry.languages.count_ones()).sum();
        assert!(in_table <= words && words > 3000);
        let free = TABLE.iter().filter(|entry| entry.languages == 0).count();
        assert!(free >= PLACES / 2);
    }

    #[test]
    fn other_words_are_in_no_language() {
        for word in ["", "norvale", "norvales", "the ", "thee"] {
            assert_eq!(languages_with(word), 0, "{word}");
        }
    }
}
