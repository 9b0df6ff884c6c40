//! Classes of characters that sentence ends turn on.

#[cfg(test)]
thread_local! {
    /// How many characters have been looked at, for the test that the scan is linear.
    pub(super) static LOOKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[inline]
fn count_look() {
    #[cfg(test)]
    LOOKS.with(|looks| looks.set(looks.get() + 1));
}

/// The character that starts at byte `at`, if any.
#[inline]
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    count_look();
    let byte = *text.as_bytes().get(at)?;
    if byte < 0x80 { Some(char::from(byte)) } else { text.get(at..)?.chars().next() }
}

/// The character that ends at byte `at`, if any.
#[inline]
pub(super) fn char_before(text: &str, at: usize) -> Option<char> {
    count_look();
    let byte = *text.as_bytes().get(at.checked_sub(1)?)?;
    if byte < 0x80 { Some(char::from(byte)) } else { text.get(..at)?.chars().next_back() }
}

/// What a character that may end a sentence says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Terminator {
    /// `.`: a full stop, or an abbreviation's, a number's, an address's.
    Stop,
    /// `…`.
    Ellipsis,
    /// `!`, `?` and their like.
    Mark,
    /// `。`: ends a sentence without a space after it.
    Ideographic,
    /// `！`, `？`: the same, but may stand inside a quotation.
    IdeographicMark,
    /// `।`, `؟`, `։`: ends a sentence, and nothing else.
    Always,
}

/// The terminator `character` is in every language.
pub(super) const fn terminator(character: char) -> Option<Terminator> {
    Some(match character {
        '.' => Terminator::Stop,
        '…' | '‥' => Terminator::Ellipsis,
        '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '‽' => Terminator::Mark,
        '。' | '｡' | '．' => Terminator::Ideographic,
        '！' | '？' => Terminator::IdeographicMark,
        '؟' | '۔' | '։' | '।' | '॥' | '။' | '።' | '፧' | '។' | '៕' => {
            Terminator::Always
        }
        _ => return None,
    })
}

/// Closes a quotation or a bracket, so that it goes with the sentence before it.
pub(super) const fn is_closer(character: char) -> bool {
    is_closing_quote(character) || is_closing_bracket(character)
}

pub(super) const fn is_closing_bracket(character: char) -> bool {
    matches!(character, ')' | ']' | '}' | '）' | '］' | '】' | '〕')
}

pub(super) const fn is_closing_quote(character: char) -> bool {
    matches!(character, '"' | '\'' | '”' | '’' | '»' | '›' | '」' | '』' | '〉' | '》' | '＂')
}

/// Opens a quotation; where it touches a terminator and white space follows, it closes one, as in
/// German and Czech.
pub(super) const fn is_opening_quote(character: char) -> bool {
    matches!(character, '“' | '„' | '‟' | '‘' | '‚' | '‛' | '«' | '‹' | '「' | '『' | '〈' | '《')
}

pub(super) const fn is_opening_bracket(character: char) -> bool {
    matches!(character, '(' | '[' | '{' | '（' | '［' | '【' | '〔')
}

pub(super) const fn is_dash(character: char) -> bool {
    matches!(character, '-' | '–' | '—' | '―' | '−' | '‐' | '‑' | '‒')
}

/// Marks the start of a list item.
pub(super) const fn is_bullet(character: char) -> bool {
    matches!(character, '•' | '⁃' | '‣' | '◦' | '▪' | '●' | '■' | '◆' | '►')
}

/// Han, Hiragana, Katakana: the scripts of Chinese and Japanese.
pub(super) const fn is_ideographic(character: char) -> bool {
    matches!(character,
        '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{323AF}')
}

/// True when a white-space character beyond ASCII stands in a text. Without a branch in the loop,
/// many bytes are looked at at once.
pub(crate) fn has_wide_space(text: &str) -> bool {
    let bytes = text.as_bytes();
    let second = bytes.get(1..).unwrap_or_default();
    let third = bytes.get(2..).unwrap_or_default();
    let is = |byte: u8, other: u8| u8::from(byte == other);
    // Those of two bytes, which may stand at the end, then those of three.
    let two = bytes
        .iter()
        .zip(second)
        .fold(0, |found, (&a, &b)| found | is(a, 0xC2) & (is(b, 0x85) | is(b, 0xA0)));
    let three = bytes.iter().zip(second).zip(third).fold(0, |found, ((&a, &b), &c)| {
        let general = u8::from(c <= 0x8A) | is(c, 0xA8) | is(c, 0xA9) | is(c, 0xAF);
        let of_e2 = is(b, 0x80) & general | is(b, 0x81) & is(c, 0x9F);
        let of_e3 = is(b, 0x80) & is(c, 0x80);
        let of_e1 = is(b, 0x9A) & is(c, 0x80);
        found | is(a, 0xE2) & of_e2 | is(a, 0xE3) & of_e3 | is(a, 0xE1) & of_e1
    });
    two | three != 0
}

/// Letters of the scripts that put no space between words.
pub(super) const fn is_unspaced(character: char) -> bool {
    is_ideographic(character)
        || matches!(character,
            '\u{0E00}'..='\u{0EFF}'       // Thai, Lao
            | '\u{1000}'..='\u{109F}'     // Myanmar
            | '\u{1780}'..='\u{17FF}'     // Khmer
            | '\u{19E0}'..='\u{19FF}'
            | '\u{A9E0}'..='\u{A9FF}'
            | '\u{AA60}'..='\u{AA7F}')
}

/// A letter of either case that is in upper case.
pub(super) fn is_upper(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_uppercase() } else { character.is_uppercase() }
}

pub(super) fn is_lower(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_lowercase() } else { character.is_lowercase() }
}

/// Ends a line.
pub(super) const fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// A vowel sign or the like, which belongs to the letter before it.
pub(super) const fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{900}'..='\u{DFF}')
}

/// A Japanese particle, or the first letter of one, that takes up what is quoted before it.
pub(super) const fn is_particle(character: char) -> bool {
    matches!(
        character,
        'と' | 'っ' | 'は' | 'が' | 'を' | 'に' | 'で' | 'も' | 'や' | 'の' | 'か' | 'な'
    )
}

/// [`char::is_alphanumeric`], with a short way for the letters most texts are made of.
pub(super) fn is_alphanumeric(character: char) -> bool {
    match character {
        '\u{0}'..='\u{7F}' => character.is_ascii_alphanumeric(),
        // Latin, but for × and ÷; Greek; Cyrillic; Armenian; Vietnamese.
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ˁ' | 'Α'..='Ρ' | 'Σ'..='ώ' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ'
        | 'Ա'..='Ֆ' | 'ա'..='և' | 'Ạ'..='ỹ'
        // Arabic; Devanagari with its vowel signs; Thai; kana; Han; Hangul.
        | 'ؠ'..='ي' | 'ऄ'..='ह' | 'ऽ'..='ौ' | 'ก'..='ู' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '㐀'..='䶿'
        | '一'..='鿿' | '가'..='힣' => true,
        _ => character.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::has_wide_space;

    #[test]
    fn every_wide_space_is_found() {
        for character in '\u{80}'..=char::MAX {
            for text in [character.to_string(), format!("a{character}b")] {
                assert_eq!(has_wide_space(&text), character.is_whitespace(), "{text:?}");
            }
        }
        assert!(!has_wide_space(" \t"));
    }

    #[test]
    fn the_short_way_to_alphanumeric_is_right() {
        for character in '\0'..=char::MAX {
            assert_eq!(
                super::is_alphanumeric(character),
                character.is_alphanumeric(),
                "{character}"
            );
        }
    }
}
