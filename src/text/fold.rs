//! Folding: one spelling for all the ways a word is written.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Characters that join letters without being seen: the soft hyphen and the zero-width joiners.
pub(super) const fn is_joiner(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
}

/// `word` with Unicode case folding in NFC, typographic apostrophes as `'`, joiners left out; as
/// it is where that changes nothing. `dotless_i`: I is the capital of ı, as in Turkish.
pub(super) fn fold(word: &str, dotless_i: bool) -> Cow<'_, str> {
    if word.is_ascii() {
        return if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            Cow::Borrowed(word)
        } else if dotless_i && word.contains('I') {
            Cow::Owned(word.replace('I', "ı").to_ascii_lowercase())
        } else {
            Cow::Owned(word.to_ascii_lowercase())
        };
    }
    if word.chars().all(is_folded) && is_nfc_quick(word.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(word);
    }
    let mut folded = String::with_capacity(word.len() + 4);
    for character in word.nfc() {
        push_folded(character, dotless_i, &mut folded);
    }
    if is_nfc_quick(folded.chars()) != IsNormalized::Yes {
        folded = folded.nfc().collect();
    }
    Cow::Owned(folded)
}

/// True for the characters of usual text that folding leaves alone; false when in doubt.
fn is_folded(character: char) -> bool {
    match character {
        '\u{0}'..='\u{7F}' => !character.is_ascii_uppercase(),
        // Latin-1, Latin Extended-A, Greek, Cyrillic in lower case, but for ß, ŉ, ſ, ΐ, ΰ, ς.
        'à'..='\u{17F}' | 'ά'..='ώ' | 'а'..='\u{52F}' => {
            character.is_lowercase() && !matches!(character, 'ŉ' | 'ſ' | 'ΰ' | 'ς')
        }
        // Arabic, the scripts of India, Thai to Khmer, kana, Han, Hangul: no case.
        '\u{5D0}'..='\u{109F}'
        | '\u{1780}'..='\u{17FF}'
        | '\u{3005}'..='\u{A48C}'
        | '\u{AC00}'..='\u{D7A3}' => true,
        // Vietnamese.
        'ạ'..='ỹ' => character.is_lowercase(),
        _ => false,
    }
}

/// Full case folding, by way of the capital: ß is folded as SS is, ς as Σ.
fn push_folded(character: char, dotless_i: bool, folded: &mut String) {
    match character {
        '’' | '＇' => folded.push('\''),
        'ı' => folded.push('ı'),
        'I' if dotless_i => folded.push('ı'),
        'İ' if dotless_i => folded.push('i'),
        'İ' => folded.push_str("i\u{307}"),
        _ if is_joiner(character) => {}
        _ => folded.extend(character.to_uppercase().flat_map(char::to_lowercase)),
    }
}
