//! A date in plain words: without what stands between its parts, and in the names that the parser
//! knows.

use std::borrow::Cow;

use super::names::{MONTHS, ZONE_NAMES};

/// Names of the zone that is taken where none is written.
const UTC: &[&str] = &["UTC", "GMT", "Z"];

/// Words that stand between the parts of a date.
const BETWEEN: &[&str] =
    &["at", "um", "uhr", "de", "del", "à", "alle", "kl", "r", "roku", "г", "года", "р", "року"];

/// What the names of weekdays have in Chinese, Japanese and Korean.
const WEEKDAYS: &[&str] = &["星期", "曜日", "요일"];

/// What stands after the parts of a date in Chinese, Japanese and Korean, and in its place.
const EASTERN: &[(&[char], &str)] = &[
    (&['年', '년'], "-"),
    (&['月', '월'], "-"),
    (&['日', '일'], " "),
    (&['时', '時', '시'], ":"),
    (&['分', '분'], ":"),
    (&['秒', '초'], " "),
];

/// The words of a date with one space between them, in the forms that are known, without commas,
/// brackets and UTC, the time last.
pub(super) fn plain(text: &str) -> String {
    let text = western(text);
    let mut words: Vec<Cow<'_, str>> =
        text.split([' ', ',']).map(bare).filter(|word| !UTC.contains(word)).map(usual).collect();
    words.retain(|word| !word.is_empty() && !WEEKDAYS.iter().any(|part| word.contains(part)));
    if words.first().is_some_and(|word| word.contains(':')) {
        let goes_on = |word: &&Cow<'_, str>| {
            ["am", "pm"].contains(&&*word.to_lowercase()) || word.starts_with(['+', '-'])
        };
        let more = words.iter().skip(1).take_while(goes_on).count();
        words.rotate_left(1 + more);
    }
    words.join(" ")
}

/// A word of a date without brackets, nothing where it is a word in brackets that is no zone.
fn bare(word: &str) -> &str {
    let inside = word.trim_matches(['(', ')', '（', '）']);
    let is_zone = UTC.contains(&inside) || ZONE_NAMES.iter().any(|(name, _)| *name == inside);
    let says_nothing = inside.len() < word.len() && inside.chars().all(char::is_alphabetic);
    if says_nothing && !is_zone { "" } else { inside }
}

/// A date with the marks of the East as others write it.
fn western(text: &str) -> Cow<'_, str> {
    if !text.contains(EASTERN[0].0) {
        return Cow::Borrowed(text);
    }
    let mut western = text.to_owned();
    for (marks, usual) in EASTERN {
        // A second one is the name of a weekday: `2024年3月4日(月)`.
        if let Some((before, after)) = western.split_once(*marks) {
            let after = after.trim_start();
            let weekday = after.strip_prefix(['(', '（']);
            let rest = weekday.and_then(|day| Some(day.split_once([')', '）'])?.1));
            western = format!("{before}{usual}{}", rest.unwrap_or(after).trim_start());
        }
    }
    // Without seconds.
    Cow::Owned(western.trim_end_matches([':', ' ']).to_owned())
}

/// A word of a date as the parser knows it; nothing for one that only stands
/// between others: `Sept.` is `Sep`, `12th` and `12.` are `12`, `a.m.` is `am`, `CET` is `+0100`.
fn usual(word: &str) -> Cow<'_, str> {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    if (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let known = ["", ".", "st", "nd", "rd", "th", "er"].contains(&&word[digits.len()..]);
        return Cow::Borrowed(if known { digits } else { word });
    }
    let lower = word.to_lowercase();
    let bare = lower.strip_suffix('.').unwrap_or(&lower);
    if BETWEEN.contains(&bare) {
        return Cow::Borrowed("");
    }
    let half = matches!(bare, "a.m" | "p.m").then(|| Cow::Owned(bare.replace('.', "")));
    let dotted = word.strip_suffix('.').filter(|rest| rest.chars().all(char::is_alphabetic));
    let zone = ZONE_NAMES.iter().find(|(name, _)| *name == word).map(|(_, zone)| *zone);
    let usual = zone.or_else(|| month(bare)).map(Cow::Borrowed).or(half);
    usual.unwrap_or(Cow::Borrowed(dotted.unwrap_or(word)))
}

/// What English calls a month for short that another language writes in a date, in lower case.
fn month(word: &str) -> Option<&'static str> {
    // What is asked for is most often a day or a time of day.
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_called = |names: &str| names.split(' ').any(|name| name == word);
    MONTHS.iter().find(|(_, names)| is_called(names)).map(|(month, _)| *month)
}

/// True for a month as another language than English writes it in a date, in lower case; it may be
/// cut short: `out`, `фев.`, `mar`.
pub(crate) fn is_month(word: &str) -> bool {
    let word = word.strip_suffix('.').unwrap_or(word);
    let mut names = MONTHS.iter().flat_map(|(_, names)| names.split(' '));
    word.chars().nth(2).is_some() && names.any(|name| name.starts_with(word))
}
