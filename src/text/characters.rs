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
pub(crate) const fn is_ideographic(character: char) -> bool {
    matches!(character,
        '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{323AF}')
}

pub(crate) const fn is_hiragana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{309F}')
}

/// Letters of the scripts that put no space between words.
pub(crate) const fn is_unspaced(character: char) -> bool {
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
