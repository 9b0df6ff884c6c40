//! Stems of English words that the ending tells.
//!
//! The rules are those of the English Snowball stemmer
//! (<https://snowballstem.org/algorithms/english/stemmer.html>), as far as a stem is the beginning
//! of its word and a look at the ending shows it. Seven words of ten in a news vocabulary are
//! such; for the others the stemmer is asked, which tries every rule in turn.

/// Words with a stem of their own that the rules below would cut.
const EXCEPTIONS: &[&str] = &["andes", "atlas", "bias", "cosmos", "howe", "news"];

/// Beginnings after which the rules count letters in another way.
const SPECIAL_BEGINNINGS: &[&str] = &["arsen", "commun", "gener"];

/// Suffixes that fall off the end of a long word.
const SUFFIXES: &[&str] = &[
    "able", "al", "ance", "ant", "ate", "ence", "ent", "er", "ible", "ic", "ion", "ism", "ive",
    "ize",
];

/// Suffixes that are something else than those, or than no suffix.
const OTHER_SUFFIXES: &[&str] = &[
    "alism", "alize", "ation", "ative", "ator", "ful", "i", "ical", "icate", "izer", "ment", "ous",
    "tional",
];

/// The stem of a folded word, which is the beginning of it; `None` where the stemmer has to be
/// asked.
pub(super) fn plain_stem(word: &str) -> Option<&str> {
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    if has_no_suffix(word) {
        return Some(word);
    }
    // `y` is a vowel here and a consonant there.
    if word.contains('y') || EXCEPTIONS.contains(&word) || begins(word, SPECIAL_BEGINNINGS) {
        return None;
    }
    let singular = without_s(word)?;
    if let Some(cut) = singular.strip_suffix("ing").or_else(|| singular.strip_suffix("ed")) {
        return is_whole(cut).then_some(cut);
    }
    if ends(singular, OTHER_SUFFIXES) {
        return None;
    }
    match SUFFIXES.iter().find_map(|suffix| singular.strip_suffix(suffix)) {
        Some(cut) => without_suffix(singular, cut),
        None => without_e(singular),
    }
}

/// True for a word that ends in none of the suffixes that the stemmer looks for, so that it is its
/// own stem.
fn has_no_suffix(word: &str) -> bool {
    match word.bytes().last() {
        Some(b'e' | b'i' | b's' | b'y') => false,
        Some(b'c') => !word.ends_with("ic"),
        Some(b'd') => !word.ends_with("ed"),
        Some(b'g') => !word.ends_with("ing"),
        Some(b'l') => !ends(word, &["al", "ful", "ll"]),
        Some(b'm') => !word.ends_with("ism"),
        Some(b'n') => !word.ends_with("ion"),
        Some(b'r') => !ends(word, &["er", "ator"]),
        Some(b't') => !ends(word, &["ant", "ent"]),
        _ => true,
    }
}

/// Step 1a: a word without the `s` of a plural.
fn without_s(word: &str) -> Option<&str> {
    if ends(word, &["ied", "ies", "ss", "sses", "us"]) {
        return None;
    }
    let Some(cut) = word.strip_suffix('s') else { return Some(word) };
    let (_, before) = cut.as_bytes().split_last()?;
    before.iter().copied().any(is_vowel).then_some(cut)
}

/// Step 1b: true when what is left without `ed` or `ing` needs no `e` and has no letter too many,
/// nor another suffix.
fn is_whole(cut: &str) -> bool {
    let bytes = cut.as_bytes();
    let doubled = bytes.len() > 1 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2];
    region(bytes, 0) < bytes.len()
        && !doubled
        && !ends(cut, &["at", "bl", "iz"])
        && has_no_suffix(cut)
}

/// Step 4: a word that ends in one of [`SUFFIXES`], `cut` without it.
fn without_suffix<'w>(word: &'w str, cut: &'w str) -> Option<&'w str> {
    let bytes = word.as_bytes();
    let short = cut.len() < region(bytes, region(bytes, 0));
    if short || word.ends_with("ion") && !cut.ends_with(['s', 't']) {
        return without_e(word);
    }
    (!cut.ends_with(['e', 'l'])).then_some(cut)
}

/// Step 5: a word without its `e`, if it has one too many.
fn without_e(word: &str) -> Option<&str> {
    let Some(cut) = word.strip_suffix('e') else { return (!word.ends_with("ll")).then_some(word) };
    let bytes = word.as_bytes();
    let first = region(bytes, 0);
    let second = region(bytes, first);
    let stays = cut.len() < second && (cut.len() < first || is_short(cut.as_bytes()));
    Some(if stays { word } else { cut })
}

/// The stemmer's R1 from 0, R2 from R1: where what follows the first consonant after a vowel
/// begins.
fn region(word: &[u8], from: usize) -> usize {
    let place = |at: usize, wanted: fn(u8) -> bool| {
        word[at..].iter().copied().position(wanted).map_or(word.len(), |found| at + found)
    };
    let vowel = place(from, is_vowel);
    let consonant = place(vowel, |letter| !is_vowel(letter));
    word.len().min(consonant + 1)
}

/// True for a word that ends in a short syllable: a vowel between consonants, the second of which
/// is none of `w` and `x`, or a vowel that begins the word before a consonant.
fn is_short(word: &[u8]) -> bool {
    match word {
        [vowel, last] => is_vowel(*vowel) && !is_vowel(*last),
        [.., first, vowel, last] => {
            !is_vowel(*first)
                && is_vowel(*vowel)
                && !is_vowel(*last)
                && !matches!(last, b'w' | b'x')
        }
        _ => false,
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn ends(word: &str, suffixes: &[&str]) -> bool {
    suffixes.iter().any(|suffix| word.ends_with(suffix))
}

fn begins(word: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| word.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_stemmers::{Algorithm, Stemmer};

    use super::*;

    fn is_right(word: &str) -> bool {
        let stem = Stemmer::create(Algorithm::English).stem(word).into_owned();
        plain_stem(word).is_none_or(|plain| plain == stem)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4096, ..ProptestConfig::default() })]

        #[test]
        fn a_plain_stem_is_the_stemmers(
            word in "'?[a-z]{0,4}(arsen|y|commun|gener)?([bcdfghklmnprstvwxz]?[aeiou][bdgklmnprstwx]){0,3}[a-z]{0,2}(at|bl|iz|ation|al|ful|ous|ive|ance|li|ment|ness|ic|ism|i|e)?(ed|ing|er|al|ent|ant|able|ate|s?ion|e)?s?"
        ) {
            prop_assert!(is_right(&word), "{word}: {:?}", plain_stem(&word));
        }
    }

    #[test]
    fn what_the_stemmer_excepts_is_excepted() {
        let excepted = "andes atlas bias canning cosmos dying earring early exceed gently herring \
                        howe idly inning lying news only outing proceed singly skies skis sky \
                        succeed tying ugly";
        for word in excepted.split_whitespace() {
            assert!(is_right(word) && is_right(&format!("{word}s")), "{word}");
        }
    }

    #[test]
    fn most_words_are_plain() {
        let plain = [
            ("storm", "storm"),
            ("roads", "road"),
            ("houses", "hous"),
            ("increase", "increas"),
            ("rise", "rise"),
            ("warned", "warn"),
            ("landings", "land"),
        ];
        for (word, stem) in plain {
            assert_eq!(plain_stem(word), Some(stem), "{word}");
        }
        for word in ["hoping", "stopped", "related", "cities", "gas", "can't", "b2b"] {
            assert_eq!(plain_stem(word), None, "{word}");
        }
    }
}
