//! Words: what a sentence is counted and compared by.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

use super::Language;
use super::characters::{char_at, char_before, is_alphanumeric, is_unspaced};
use super::eight::Eight;
use super::fold::{fold, is_joiner};
use super::languages::LanguageData;
use crate::Span;
use crate::span::in_reach;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// Where it stands, in bytes of the text given to [`words`].
    pub span: Span,
    /// Its folded form: NFC, case folded, `’` as `'`, a number without its separators.
    pub folded: Cow<'t, str>,
}

/// The words of `text`, in order.
///
/// A word is a run of letters, digits and marks, with the apostrophes inside it (`can't` is one
/// word) and the separators inside a number (`1,200` is `1200`, `3.5` stays). A hyphen parts words,
/// as in ROUGE. In scripts without spaces between words (Han, kana, Thai, Lao, Khmer, Myanmar)
/// words are overlapping pairs of characters. Time is linear; a word already folded is borrowed.
/// What lies beyond 4 GiB is not looked at.
///
/// ```
/// use nutgraf::text::{Language, words};
/// let folded: Vec<_> =
///     words("She can’t sell 1,200 well-known Cafés.", Language::English).map(|w| w.folded).collect();
/// assert_eq!(folded, ["she", "can't", "sell", "1200", "well", "known", "cafés"]);
/// ```
#[must_use]
pub fn words(text: &str, language: Language) -> Words<'_> {
    Words { text: in_reach(text), data: language.data(), position: 0, pair: None }
}

/// An iterator over the words of a text; see [`words`].
#[derive(Clone)]
pub struct Words<'t> {
    text: &'t str,
    data: &'static LanguageData,
    position: usize,
    /// The character a pair may begin with: its first byte, and whether it has been in a pair.
    pair: Option<(usize, bool)>,
}

impl std::fmt::Debug for Words<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Words").field("position", &self.position).finish_non_exhaustive()
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        let (start, end, kind) = self.next_token()?;
        let token = &self.text[start..end];
        let folded = match kind {
            Kind::Number => plain_number(token, self.data.decimal_comma),
            Kind::Small | Kind::Capital | Kind::Letters | Kind::Pair => {
                fold(token, self.data.dotless_i)
            }
        };
        Some(Word { span: Span::new(start as u32, end as u32), folded })
    }
}

impl std::iter::FusedIterator for Words<'_> {}

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// ASCII letters in lower case and digits: it is folded as it stands.
    Small,
    /// ASCII letters, some of them in upper case, and digits.
    Capital,
    /// Letters, digits and marks of any kind, apostrophes.
    Letters,
    /// Digits and separators.
    Number,
    /// One or two characters of a script without spaces.
    Pair,
}

impl Words<'_> {
    /// Where the word stands that comes after `passed` others. None of them is folded.
    pub(crate) fn span_after(&mut self, passed: usize) -> Option<Span> {
        for _ in 0..passed {
            self.next_token()?;
        }
        let (start, end, _) = self.next_token()?;
        Some(Span::new(start as u32, end as u32))
    }

    /// The next token: first byte, one past its last, what it is made of.
    pub(super) fn next_token(&mut self) -> Option<(usize, usize, Kind)> {
        loop {
            let Some(start) = self.next_start() else {
                return self.last_of_run(self.text.len());
            };
            if self.pair.is_none()
                && let Some((end, kind)) = plain_end(self.text.as_bytes(), start)
            {
                self.position = end;
                return Some((start, end, kind));
            }
            let character = char_at(self.text, start)?;
            if is_unspaced(character) && is_alphanumeric(character) {
                let end = self.unit_end(start + character.len_utf8());
                self.position = end;
                match self.pair.replace((start, false)) {
                    Some((first, _)) if self.adjoins(first, start) => {
                        self.pair = Some((start, true));
                        return Some((first, end, Kind::Pair));
                    }
                    Some((first, false)) => {
                        return Some((first, self.unit_at(first), Kind::Pair));
                    }
                    _ => continue,
                }
            }
            if let Some((first, used)) = self.pair.take()
                && !used
            {
                self.position = start;
                return Some((first, self.unit_at(first), Kind::Pair));
            }
            let (end, kind) = self.token_end(start);
            self.position = end;
            return Some((start, end, kind));
        }
    }

    /// A character of a script without spaces that stands alone before the end.
    fn last_of_run(&mut self, end: usize) -> Option<(usize, usize, Kind)> {
        self.position = end;
        match self.pair.take() {
            Some((first, false)) => Some((first, self.unit_at(first), Kind::Pair)),
            _ => None,
        }
    }

    /// The next byte at which a word begins.
    fn next_start(&self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = self.position;
        loop {
            let byte = *bytes.get(at)?;
            if ALPHANUMERIC[usize::from(byte)] {
                return Some(at);
            }
            if byte.is_ascii() {
                at += 1;
            } else {
                let character = char_at(self.text, at)?;
                if is_alphanumeric(character) && !is_combining_mark(character) {
                    return Some(at);
                }
                at += character.len_utf8();
            }
        }
    }

    /// True when the character that starts at `second` follows the one at `first` directly.
    fn adjoins(&self, first: usize, second: usize) -> bool {
        self.unit_at(first) == second
    }

    /// Where the character at `at` and its marks end.
    fn unit_at(&self, at: usize) -> usize {
        self.unit_end(at + char_at(self.text, at).map_or(1, char::len_utf8))
    }

    /// Where the marks at `at` end.
    fn unit_end(&self, at: usize) -> usize {
        let mut end = at;
        while let Some(character) = char_at(self.text, end) {
            if character.is_ascii() || !(is_combining_mark(character) || is_joiner(character)) {
                break;
            }
            end += character.len_utf8();
        }
        end
    }

    /// Where the token that begins at `start` ends, and its kind.
    fn token_end(&self, start: usize) -> (usize, Kind) {
        let bytes = self.text.as_bytes();
        let mut at = start;
        let mut separated = false;
        let mut digits_only = true;
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii_alphanumeric() {
                digits_only &= byte.is_ascii_digit();
                at += 1;
                continue;
            }
            if matches!(byte, b'.' | b',') {
                let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
                if !(digit(at - 1) && digit(at + 1)) {
                    break;
                }
                separated = true;
                at += 1;
                continue;
            }
            let Some(character) = char_at(self.text, at) else { break };
            let after = at + character.len_utf8();
            if matches!(character, '\'' | '’') {
                // Marks behind it are those of the apostrophe, and change their places in folding.
                let is_letter = |letter: char| {
                    is_alphanumeric(letter) && !is_unspaced(letter) && !is_combining_mark(letter)
                };
                let before = char_before(self.text, at);
                if !(char_at(self.text, after).is_some_and(is_letter)
                    && before
                        .is_some_and(|before| is_alphanumeric(before) || is_combining_mark(before)))
                {
                    break;
                }
            } else if byte.is_ascii()
                || !(is_alphanumeric(character) && !is_unspaced(character)
                    || is_combining_mark(character)
                    || is_joiner(character))
            {
                break;
            }
            digits_only = false;
            at = after;
        }
        let kind = if separated && digits_only { Kind::Number } else { Kind::Letters };
        (at, kind)
    }
}

/// Where the word at `start` ends if its bytes alone tell: ASCII letters and digits, and after them
/// something that cannot join it to more.
fn plain_end(bytes: &[u8], start: usize) -> Option<(usize, Kind)> {
    let (mut end, mut small) = (start, true);
    loop {
        let eight = Eight::at(bytes, end);
        let run = eight.alphanumeric();
        small &= eight.is_lower(run);
        end += run;
        if run < 8 {
            break;
        }
    }
    let plain = match bytes.get(end) {
        None => true,
        Some(b'.' | b',') => end > start && !bytes[end - 1].is_ascii_digit(),
        Some(byte) => byte.is_ascii() && *byte != b'\'',
    };
    let kind = if small { Kind::Small } else { Kind::Capital };
    (plain && end > start).then_some((end, kind))
}

/// By byte: true for ASCII letters and digits.
pub(super) const ALPHANUMERIC: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// A number without its thousands separators and with a decimal point; as it is written where the
/// separators are not those of a number (`192.168.0.1`, `12.05.2020`).
pub(super) fn plain_number(token: &str, decimal_comma: bool) -> Cow<'_, str> {
    let (thousands, decimal) = if decimal_comma { ('.', ',') } else { (',', '.') };
    let (whole, fraction) = match token.split_once(decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (token, None),
    };
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !fraction.is_none_or(plain) || !is_grouped(whole, thousands) {
        return Cow::Borrowed(token);
    }
    if plain(whole) && (decimal == '.' || fraction.is_none()) {
        return Cow::Borrowed(token);
    }
    let mut number: String = whole.chars().filter(|character| *character != thousands).collect();
    if let Some(fraction) = fraction {
        number.push('.');
        number.push_str(fraction);
    }
    Cow::Owned(number)
}

/// Groups of three digits but for the first of one to three, or no separator at all; groups of two
/// before the last, as India writes them, are taken with a comma.
fn is_grouped(whole: &str, thousands: char) -> bool {
    let mut groups = whole.split(thousands);
    let first = groups.next().map_or(0, str::len);
    let mut last = None;
    for group in groups {
        if last.is_some_and(|last| last != 3 && !(thousands == ',' && last == 2)) {
            return false;
        }
        last = Some(group.len());
    }
    last.is_none() || last == Some(3) && (1..=3).contains(&first)
}
