//! Folding: one spelling for all the ways a word is written.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// Characters that join letters without being seen: the soft hyphen and the zero-width joiners.
pub(super) const fn is_joiner(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
}

/// `word` with Unicode case folding in NFC, typographic apostrophes as `'`, joiners left out; as
/// it is where that changes nothing. `dotless_i`: I is the capital of ı, as in Turkish.
pub(super) fn fold(word: &str, dotless_i: bool) -> Cow<'_, str> {
    if word.is_ascii() && !dotless_i {
        return if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            Cow::Owned(word.to_ascii_lowercase())
        } else {
            Cow::Borrowed(word)
        };
    }
    let mut folded = true;
    for character in word.chars() {
        match Folding::of(character) {
            Folding::None => {}
            Folding::Lower if dotless_i && character == 'I' => return fold_fully(word, dotless_i),
            Folding::Lower => folded = false,
            Folding::Full => return fold_fully(word, dotless_i),
        }
    }
    if folded {
        return Cow::Borrowed(word);
    }
    let mut lower = String::with_capacity(word.len());
    for character in word.chars() {
        match character {
            '’' => lower.push('\''),
            _ => lower.extend(character.to_lowercase()),
        }
    }
    Cow::Owned(lower)
}

/// What folding does to a character that stands among its like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Folding {
    /// Nothing.
    None,
    /// One character becomes one other: a capital its small letter, `’` becomes `'`.
    Lower,
    /// It may become several, or join with its neighbours.
    Full,
}

impl Folding {
    fn of(character: char) -> Self {
        match character {
            'A'..='Z'
            | '’'
            | 'À'..='Ö'
            | 'Ø'..='Þ'
            | 'Α'..='Ρ'
            | 'Σ'..='Ϋ'
            | 'Ѐ'..='Я'
            | 'Ա'..='Ֆ' => Self::Lower,
            '\u{0}'..='\u{7F}'
            | 'à'..='ÿ'
            | 'ά'..='ί'
            | 'α'..='ρ'
            | 'σ'..='ώ'
            | 'а'..='џ'
            | 'ա'..='ֆ'
            // Arabic, Devanagari, Thai, kana, Han, Hangul: letters without case.
            | 'ء'..='ي'
            | 'ऄ'..='ह'
            | 'ऽ'..='ौ'
            | 'ก'..='ึ'
            | 'เ'..='ๆ'
            | 'ぁ'..='ゖ'
            | 'ァ'..='ヺ'
            | '㐀'..='䶿'
            | '一'..='鿿'
            | '가'..='힣' => Self::None,
            // Not: İ, ŉ, ſ, and ǰ, which become two letters or another's.
            'İ' | 'ŉ' | 'ſ' | 'ǰ' => Self::Full,
            'Ā'..='ɏ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ԯ' | 'Ạ'..='ỹ' => {
                if character.is_lowercase() {
                    Self::None
                } else if character.is_uppercase() {
                    Self::Lower
                } else {
                    Self::Full
                }
            }
            _ => Self::Full,
        }
    }
}

fn fold_fully(word: &str, dotless_i: bool) -> Cow<'_, str> {
    let mut folded = String::with_capacity(word.len() + 4);
    for character in word.nfc() {
        match character {
            '’' | '＇' => folded.push('\''),
            'ı' => folded.push('ı'),
            'I' if dotless_i => folded.push('ı'),
            'İ' if dotless_i => folded.push('i'),
            'İ' => folded.push_str("i\u{307}"),
            // A mark, whose capital is a letter.
            '\u{345}' => folded.push(character),
            _ if is_joiner(character) => {}
            // By way of the capital: ß is folded as SS is, ς as Σ.
            _ => folded.extend(character.to_uppercase().flat_map(char::to_lowercase)),
        }
    }
    let folded: String = folded.nfc().collect();
    if folded == word { Cow::Borrowed(word) } else { Cow::Owned(folded) }
}

#[cfg(test)]
mod tests {
    use super::{Folding, fold, fold_fully};

    #[test]
    fn the_short_way_folds_as_the_full_one_does() {
        for character in '\0'..=char::MAX {
            let word = format!("a{character}b");
            if Folding::of(character) != Folding::Full {
                assert_eq!(fold(&word, false), fold_fully(&word, false), "{character}");
            }
        }
    }
}
