//! How a phrase of a caption or of page furniture has to stand: what comes before and after it.
//!
//! Whole words here are runs of ASCII letters, digits and `_`, and only ASCII letters have cases.

use super::phrases::Filter;
use crate::whitespace::is_space;

/// `Photo` and `source` in Vietnamese; the case of `ả` and `ồ` is not ASCII's.
pub(super) const PHOTO_OR_SOURCE: &[&str] = &["ảnh", "Ảnh", "nguồn", "nguỒn"];

/// What stands alone in brackets in a caption.
const BRACKETED: &[&str] = &[
    "photo)",
    "image)",
    "picture)",
    "pictured)",
    "file)",
    "l)",
    "c)",
    "left)",
    "right)",
    "center)",
    "centre)",
];

/// A phrase of whole words.
pub(super) fn is_whole(before: &[u8], after: &[u8]) -> bool {
    starts_as_word(before, after) && ends_word(after)
}

/// A phrase whose first word is whole.
pub(super) fn starts_as_word(before: &[u8], _after: &[u8]) -> bool {
    !before.last().copied().is_some_and(is_word)
}

pub(super) fn anywhere(_before: &[u8], _after: &[u8]) -> bool {
    true
}

/// A phrase with which the sentence ends.
pub(super) fn is_last(before: &[u8], after: &[u8]) -> bool {
    starts_as_word(before, after) && after.is_empty()
}

/// `This story was originally` published.
pub(super) fn is_of_article(before: &[u8], after: &[u8]) -> bool {
    let of_article = || {
        let before = strip_end(before, &["originally ", "first ", "last "]).unwrap_or(before);
        let before = strip_end(before, &["is ", "was ", "has been "])?;
        let before = strip_end(before, &["article ", "story ", "report ", "post ", "page "])?;
        strip_end(before, &["this ", "the "])
    };
    ends_word(after) && of_article().is_some_and(|before| starts_as_word(before, after))
}

/// `In this March 3 file` photo: forty bytes of one line between them at most.
pub(super) fn is_in_this(before: &[u8], after: &[u8]) -> bool {
    const BETWEEN: usize = 40;
    const IN_THIS: usize = "in this".len();
    is_whole(before, after)
        && (before.len().saturating_sub(IN_THIS + BETWEEN)..before.len()).any(|at| {
            strip_start(&before[at..], &["in this", "on this"]).is_some_and(|between| {
                is_whole(&before[..at], between) && !between.contains(&b'\n')
            })
        })
}

/// A `handout` photo.
pub(super) fn is_of_a_kind(before: &[u8], after: &[u8]) -> bool {
    const KINDS: &[&str] =
        &["handout ", "file ", "stock ", "undated ", "combination ", "courtesy "];
    is_whole(before, after)
        && strip_end(before, KINDS).is_some_and(|before| starts_as_word(before, after))
}

/// A photo `by` somebody.
pub(super) fn has_maker(before: &[u8], after: &[u8]) -> bool {
    starts_as_word(before, after)
        && strip_start(after, &[" by", " courtesy", " provided by", " taken"])
            .is_some_and(ends_word)
}

/// `Photo:`
pub(super) fn has_colon(before: &[u8], after: &[u8]) -> bool {
    starts_as_word(before, after) && trim_start(after).starts_with(b":")
}

/// Workers `are` seen `near the dam`, but not `is` seen `as`, `to` or `by`.
pub(super) fn is_shown(before: &[u8], after: &[u8]) -> bool {
    let is = strip_end(before, &["is", "are"]);
    let next = |at: usize| after.get(at).map(u8::to_ascii_lowercase);
    is.is_some_and(|before| starts_as_word(before, after))
        && match next(0) {
            Some(b'a') => next(1).is_some_and(|byte| byte != b's'),
            Some(b't') => next(1).is_some_and(|byte| byte != b'o'),
            Some(b'b') => next(1).is_some_and(|byte| byte != b'y'),
            other => other.is_some(),
        }
}

/// `Tues`day, `March 4, 2031`: the date of a caption has its year.
pub(super) fn is_date(before: &[u8], after: &[u8]) -> bool {
    const DAYS: &[&str] = &["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"];
    const MONTHS: &[&str] =
        &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let dated = || {
        let (_, rest) = split_run(strip_start(after, MONTHS)?, is_letter);
        let (day, rest) =
            split_run(rest.strip_prefix(b".").unwrap_or(rest).strip_prefix(b" ")?, is_digit);
        let (year, _) = split_run(rest.strip_prefix(b", ")?, is_digit);
        Some((1..=2).contains(&day.len()) && year.len() >= 4)
    };
    strip_end(before, DAYS).is_some_and(|before| starts_as_word(before, after))
        && dated() == Some(true)
}

/// `(`Ảnh`: Ada Lund)` at the end of a sentence, or after a dash: thirty bytes at most.
pub(super) fn is_credit(before: &[u8], after: &[u8]) -> bool {
    const NAME: usize = 30;
    let Some(name) = trim_start(after).strip_prefix(b":") else { return false };
    strip_end(trim_end(before), &["(", "-", "–"]).is_some()
        && (0..=name.len().min(NAME))
            .take_while(|&end| end == 0 || name[end - 1] != b')')
            .any(|end| without_other(&name[end..]).is_empty())
}

/// `For more information`, `Updated`, `Editor's note` at the head of a sentence.
pub(super) fn opens_furniture(opening: &[u8]) -> bool {
    const OPENINGS: &[&str] = &[
        "for more information",
        "for more on",
        "for more from",
        "for more stories",
        "update",
        "updated",
        "correction",
        "editors note",
        "editor's note",
        "editor’s note",
    ];
    static STARTS: Filter = Filter::of_starts(OPENINGS);
    STARTS.may_have(opening.first_chunk())
        && OPENINGS.iter().any(|start| strip_start(opening, &[start]).is_some_and(ends_word))
}

/// `Clip: ` and a name at the head of a sentence: eight words at most.
pub(super) fn opens_credit(opening: &[u8]) -> bool {
    const WORDS: usize = 8;
    const OPENINGS: &[&str] = &["ảnh", "Ảnh", "nguồn", "nguỒn", "clip", "video"];
    static STARTS: Filter = Filter::of_starts(OPENINGS);
    let opened = || strip_start(opening, OPENINGS);
    (STARTS.may_have(opening.first_chunk()).then(opened).flatten())
        .and_then(|rest| strip_start(trim_start(rest), &[":", "-", "–"]))
        .is_some_and(|name| {
            name.split(|&byte| is_space(byte)).filter(|word| !word.is_empty()).nth(WORDS).is_none()
        })
}

/// The signature of a quoted post: `— Ada Lund (@adalund) May 3, 2031`.
pub(super) fn is_quoted_post(text: &[u8]) -> bool {
    let signed = || {
        let (rest, year) = split_last_run(text, is_digit);
        let (rest, day) = split_last_run(rest.strip_suffix(b", ")?, is_digit);
        let (rest, month) = split_last_run(rest.strip_suffix(b" ")?, is_letter);
        let (rest, handle) = split_last_run(rest.strip_suffix(b") ")?, is_word);
        let dated = year.len() == 4 && (1..=2).contains(&day.len()) && !month.is_empty();
        Some(dated && !handle.is_empty() && rest.ends_with(b"(@"))
    };
    signed() == Some(true)
}

/// True where one of [`BRACKETED`] stands.
pub(super) fn has_bracketed(text: &[u8]) -> bool {
    memchr::memchr_iter(b'(', text).any(|open| strip_start(&text[open + 1..], BRACKETED).is_some())
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

/// True where a word ends before `after`.
fn ends_word(after: &[u8]) -> bool {
    !after.first().copied().is_some_and(is_word)
}

/// What follows the first of `starts` with which `text` starts.
fn strip_start<'a>(text: &'a [u8], starts: &[&str]) -> Option<&'a [u8]> {
    starts.iter().find_map(|start| {
        // Nearly always the first byte can tell.
        if !start.as_bytes().first()?.eq_ignore_ascii_case(text.first()?) {
            return None;
        }
        let (head, rest) = text.split_at_checked(start.len())?;
        head.eq_ignore_ascii_case(start.as_bytes()).then_some(rest)
    })
}

/// What stands before the first of `ends` with which `text` ends.
fn strip_end<'a>(text: &'a [u8], ends: &[&str]) -> Option<&'a [u8]> {
    ends.iter().find_map(|end| {
        let (rest, tail) = text.split_at_checked(text.len().checked_sub(end.len())?)?;
        tail.eq_ignore_ascii_case(end.as_bytes()).then_some(rest)
    })
}

fn trim_start(text: &[u8]) -> &[u8] {
    split_run(text, is_space).1
}

fn trim_end(text: &[u8]) -> &[u8] {
    split_last_run(text, is_space).0
}

/// The bytes of a kind with which `text` starts, and the rest.
fn split_run(text: &[u8], kind: fn(u8) -> bool) -> (&[u8], &[u8]) {
    text.split_at(text.iter().take_while(|&&byte| kind(byte)).count())
}

/// The bytes of a kind with which `text` ends, after the rest.
fn split_last_run(text: &[u8], kind: fn(u8) -> bool) -> (&[u8], &[u8]) {
    text.split_at(text.len() - text.iter().rev().take_while(|&&byte| kind(byte)).count())
}

/// Without the characters at its start that are no letters and no digits: ASCII's, and those of the
/// general punctuation.
pub(super) fn without_other(mut text: &[u8]) -> &[u8] {
    loop {
        text = match text {
            [byte, rest @ ..] if byte.is_ascii() && !byte.is_ascii_alphanumeric() => rest,
            [0xE2, 0x80, 0x80..=0xBF, rest @ ..] => rest,
            _ => return text,
        }
    }
}
