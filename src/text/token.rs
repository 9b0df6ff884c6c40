//! The token before a possible sentence end, and the token after it.

use super::characters::{
    char_at, char_before, is_alphanumeric, is_bullet, is_closing_quote, is_dash, is_line_break,
    is_lower, is_mark, is_opening_bracket, is_opening_quote, is_upper,
};

/// How far a look back or ahead goes, in bytes.
pub(super) const REACH: usize = 64;

/// How many opening characters a token may stand behind.
const OPENERS: usize = 8;

/// The token after a candidate.
#[derive(Default)]
pub(super) struct Next<'t> {
    /// Its letters and digits.
    pub word: &'t str,
    /// First byte of `word`.
    pub at: usize,
    /// What `word` begins with; where it is empty, what stands there instead.
    pub first: Option<char>,
    /// Its first letter is a capital, or its second (iPhone).
    pub upper: bool,
    /// Its first letter is in lower case and its second no capital.
    pub lower: bool,
    pub opening: Opening,
}

/// What a token stands behind.
#[derive(Clone, Copy, Default)]
pub(super) struct Opening {
    pub quote: bool,
    pub bracket: bool,
    /// A dash or a bullet.
    pub dash: bool,
}

impl<'t> Next<'t> {
    /// The token at `at`.
    pub(super) fn read(text: &'t str, at: usize) -> Self {
        let mut opening = Opening::default();
        let mut start = at;
        for _ in 0..OPENERS {
            let Some(character) = char_at(text, start) else { break };
            if character.is_ascii_alphanumeric() {
                break;
            } else if is_opening_quote(character) || is_closing_quote(character) {
                opening.quote = true;
            } else if is_opening_bracket(character) {
                opening.bracket = true;
            } else if is_dash(character) || is_bullet(character) {
                opening.dash = true;
            } else if !matches!(character, '¿' | '¡' | '*' | '_' | '#' | '`')
                && (start == at || !character.is_whitespace() || is_line_break(character))
            {
                break;
            }
            start += character.len_utf8();
        }
        let first = char_at(text, start).filter(|first| !first.is_whitespace());
        let second = first.and_then(|first| char_at(text, start + first.len_utf8()));
        let small = first.is_some_and(is_lower);
        let camel = small && second.is_some_and(is_upper);
        Self {
            word: word_at(text, start),
            at: start,
            first,
            upper: camel || first.is_some_and(is_upper),
            lower: small && !camel,
            opening,
        }
    }

    pub(super) fn is_number(&self) -> bool {
        self.first.is_some_and(char::is_numeric)
    }

    /// Begins with a letter of a script without capitals.
    pub(super) fn is_caseless(&self) -> bool {
        self.first.is_some_and(char::is_alphabetic)
            && !self.first.is_some_and(is_upper)
            && !self.first.is_some_and(is_lower)
    }
}

/// The letters, digits and inner apostrophes at `at`, at most [`REACH`] bytes.
pub(super) fn word_at(text: &str, at: usize) -> &str {
    let mut end = at;
    while end - at < REACH {
        match char_at(text, end) {
            Some(character) if is_alphanumeric(character) || matches!(character, '\'' | '’') => {
                end += character.len_utf8();
            }
            _ => break,
        }
    }
    text[at..end].trim_end_matches(['\'', '’'])
}

/// The token that ends at `end`, not reaching back beyond `start`: letters, digits, and what joins
/// them, at most [`REACH`] bytes.
pub(super) fn token_before(text: &str, start: usize, end: usize) -> &str {
    let mut at = end;
    while at > start && end - at < REACH {
        match char_before(text, at) {
            Some(character)
                if is_alphanumeric(character)
                    || matches!(
                        character,
                        '.' | '\'' | '’' | '-' | '/' | '&' | ':' | ',' | '°' | 'º'
                    )
                    || is_mark(character) =>
            {
                at -= character.len_utf8();
            }
            _ => break,
        }
    }
    text[at..end].trim_start_matches(|first: char| !is_alphanumeric(first))
}

/// The only character of a token of one.
pub(super) fn single(token: &str) -> Option<char> {
    let mut characters = token.chars();
    let first = characters.next()?;
    characters.next().is_none().then_some(first)
}

/// `12`, `1,200`, `19.30`, `4:02.6`.
pub(super) fn is_number(token: &str) -> bool {
    let digit_or_separator =
        |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b':' | b'-');
    token.as_bytes().first().is_some_and(u8::is_ascii_digit)
        && token.bytes().all(digit_or_separator)
}

/// What may mark a list item before a full stop: a letter, or a Roman numeral.
pub(super) fn is_marker(token: &str) -> bool {
    token.len() <= 4
        && (single(token).is_some_and(char::is_alphabetic)
            || is_roman(token)
            || is_small_roman(token))
}

/// `XIV`.
pub(super) fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// `iii`.
pub(super) fn is_small_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
}

/// `U.S`, `a.m`, `Ph.D`, `J.-P`: short pieces between full stops, unlike `www.bbc.com`.
pub(super) fn is_dotted(token: &str) -> bool {
    token
        .split('.')
        .next()
        .is_some_and(|piece| piece.len() < token.len() && piece.chars().count() <= 2)
        && token.split(['.', '-']).all(|piece| piece.chars().take(4).count() <= 3)
        && token.contains(char::is_alphabetic)
}

/// `a.m` and `p.m` in either case.
pub(super) fn is_time_of_day(token: &str) -> bool {
    let tail = token.len().checked_sub(3).and_then(|at| token.get(at..));
    matches!(tail, Some("a.m" | "p.m" | "A.M" | "P.M"))
}
