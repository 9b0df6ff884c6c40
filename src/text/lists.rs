//! Lists run on in one line: `1. Put out the fire 2. Call for help`.

use super::boundary::Context;
use super::characters::{char_at, char_before, is_alphanumeric, is_bullet, is_opening_bracket};
use super::languages::Flags;
use super::token::Next;

/// The marker a sentence begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ListItem {
    number: u32,
    letter: bool,
    full_stop: bool,
    bracket: bool,
}

impl ListItem {
    /// The marker at the start of the sentence at `start`, behind a bullet or not.
    pub(super) fn at(text: &str, start: usize) -> Option<Self> {
        let mut at = start;
        while let Some(character) = char_at(text, at) {
            if !(is_bullet(character) || at > start && character == ' ') {
                break;
            }
            at += character.len_utf8();
        }
        let (number, letter, end) = number(text.as_bytes(), at)?;
        let item = Self::closed(text.as_bytes(), number, letter, end)?;
        Some(item)
    }

    /// A marker of the value `number` whose digits end at `end`, if it is closed as one.
    fn closed(bytes: &[u8], number: u32, letter: bool, end: usize) -> Option<Self> {
        let full_stop = bytes.get(end) == Some(&b'.');
        let end = end + usize::from(full_stop);
        let bracket = bytes.get(end) == Some(&b')');
        let end = end + usize::from(bracket);
        let closed = (full_stop || bracket) && matches!(bytes.get(end), Some(b' ' | b'\t'));
        closed.then_some(Self { number, letter, full_stop, bracket })
    }

    /// Where the next item begins, if its marker is closed at `at`.
    pub(super) fn next_begins(self, context: &Context<'_>, at: usize) -> Option<usize> {
        let text = context.text;
        let bytes = text.as_bytes();
        let mut begin = at;
        let first = if self.letter { u8::is_ascii_lowercase } else { u8::is_ascii_digit };
        while begin > context.start && at - begin < 4 && first(&bytes[begin - 1]) {
            begin -= 1;
        }
        let (number, letter, end) = number(bytes, begin)?;
        let next = Self::closed(bytes, number, letter, end)?;
        if end != at || next != (Self { number: self.number + 1, ..self }) {
            return None;
        }
        let before = text[context.start..begin].trim_end();
        if before.len() + context.start == begin {
            return None;
        }
        let last = before.chars().next_back()?;
        if matches!(last, ',' | ';' | ':') || is_opening_bracket(last) {
            return None;
        }
        if self.bracket {
            return Some(begin);
        }
        // `2.` may be a number that ends the sentence: `It opens on May 2. Bids close on …`
        let word_start = before.rfind(|character: char| !is_alphanumeric(character));
        let word = &before
            [word_start.map_or(0, |at| at + char_at(before, at).map_or(1, char::len_utf8))..];
        let counts = context
            .lexicon
            .flags(word)
            .any(Flags::BEFORE_NUMBER.with(Flags::PREPOSITION).with(Flags::AFTER_TIME));
        let follows = Next::read(text, at + 2);
        let touches = char_before(text, begin).is_some_and(char::is_whitespace);
        (touches && !counts && follows.upper).then_some(begin)
    }
}

/// The number or the letter at `at`, and where it ends.
fn number(bytes: &[u8], at: usize) -> Option<(u32, bool, usize)> {
    let first = *bytes.get(at)?;
    if first.is_ascii_lowercase() {
        return Some((u32::from(first - b'a'), true, at + 1));
    }
    let digits = bytes[at..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let value =
        bytes[at..at + digits].iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
    Some((value, false, at + digits))
}
