//! What a headline leaves out of a sentence before its end is looked for: a phrase before the news,
//! an aside about the subject, and what stands between dashes.

use super::taken_back::is_reserved;
use super::{FEWEST_WORDS, MOST_WORDS};
use crate::notes::complete::VERBS;
use crate::text::{Language, Quotations};

/// What opens a phrase before the news: `As the river rose, …`
const BEFORE_THE_NEWS: &[&str] = &[
    "after",
    "although",
    "amid",
    "as",
    "at",
    "because",
    "before",
    "by",
    "despite",
    "during",
    "following",
    "for",
    "from",
    "if",
    "in",
    "now",
    "of",
    "on",
    "over",
    "since",
    "though",
    "under",
    "until",
    "when",
    "while",
    "with",
];

/// The same, one or two words later: `Two days after`.
pub(super) const LATER: &[&str] = &["after", "before"];

/// What opens a clause about a noun: within it no phrase is left out, the verb of the sentence is to
/// come.
pub(super) const RELATIVES: &[&str] = &["who", "which", "whom", "whose"];

/// What opens a subject that says who it is, capitals apart.
pub(super) const SUBJECTS: &[&str] = &[
    "a",
    "an",
    "hundreds",
    "many",
    "more",
    "most",
    "several",
    "some",
    "the",
    "thousands",
    "two",
    "you",
];

/// What opens a condition, without which there is no news.
const CONDITION: &str = "if";

/// The number of words before the news, with the comma that ends them: `Over the years, which were
/// long, the dam …`, `A day after the rain, …`
pub(super) fn before_the_news(words: &[&str]) -> usize {
    let mut before = 0;
    while let Some(&first) = words.get(before) {
        let opens = if before == 0 { opens_phrase(words) } else { RELATIVES.contains(&first) };
        match end_of_phrase(&words[before..]).map(|end| before + end) {
            Some(next)
                if opens
                    && !first.eq_ignore_ascii_case(CONDITION)
                    && !counts(&words[before..next])
                    && words.len() >= next + FEWEST_WORDS
                    && is_balanced(&words[before..next])
                    && opens_a_clause(&words[next..]) =>
            {
                before = next;
            }
            _ => break,
        }
    }
    // What is left must not be about what was left out.
    if words.get(before).is_some_and(|first| RELATIVES.contains(first)) { 0 } else { before }
}

/// Leaves out what stands between two commas, the first of the sentence, before the verb: `The poems,
/// most of them short, have been found`.
pub(super) fn leave_out_the_aside(words: &mut Vec<&str>) {
    let Some(first) = end_of_phrase(words) else { return };
    let Some(second) = end_of_phrase(&words[first..]).map(|end| first + end) else { return };
    let subject = words[first - 1].trim_end_matches(',');
    // `the mayor, a former judge, resigned`
    let apposition = matches!(words.get(first), Some(&("a" | "an" | "the")));
    let is_verb = |word: &&str| VERBS.contains(word) || apposition && word.ends_with("ed");
    if words.get(second).is_some_and(is_verb)
        && is_balanced(&words[first..second])
        && !is_reserved(&words[first..second], Language::English)
    {
        words[first - 1] = subject;
        words.drain(first..second);
    }
}

/// Leaves out what stands between two dashes: `The dam — a relic of 1920 — broke`.
pub(super) fn leave_out_between_dashes(words: &mut Vec<&str>, language: Language) {
    let dashes =
        words.iter().enumerate().filter(|(_, word)| matches!(**word, "—" | "–" | "-" | "--"));
    let dashes: Vec<usize> = dashes.map(|(place, _)| place).collect();
    // A dash near the beginning is a dateline's.
    if let [first, second] = dashes[..]
        && first > 2
        && is_balanced(&words[first..second])
        && second + 1 < words.len()
        && !is_reserved(&words[first + 1..second], language)
    {
        words.drain(first..=second);
    }
}

/// True where a phrase begins that may stand before the news.
pub(super) fn opens_phrase(words: &[&str]) -> bool {
    let first = words.first().copied().unwrap_or_default();
    BEFORE_THE_NEWS.iter().any(|opener| opener.eq_ignore_ascii_case(first))
        || words.iter().skip(1).take(2).any(|word| LATER.contains(word))
}

/// The number of words up to the first comma.
pub(super) fn end_of_phrase(words: &[&str]) -> Option<usize> {
    words.iter().take(MOST_WORDS).position(|word| word.ends_with(',')).map(|comma| comma + 1)
}

/// True for `At least 20 people`, `As many as` and `Over 300 homes`, which are the news.
fn counts(words: &[&str]) -> bool {
    words.get(1).is_some_and(|word| {
        ["least", "most", "many", "few", "much"].contains(word)
            || word.starts_with(|c: char| c.is_numeric())
    })
}

/// True where a subject or one more phrase before it begins, and not what goes on with a place or a
/// date.
fn opens_a_clause(words: &[&str]) -> bool {
    let subject = |word: &str| {
        word.starts_with(char::is_uppercase)
            || SUBJECTS.contains(&word)
            || RELATIVES.contains(&word)
    };
    words.first().is_some_and(|first| subject(first))
        && !words.iter().take(2).any(|word| word.ends_with(','))
}

/// True where every quotation mark has its other.
pub(super) fn is_balanced(words: &[&str]) -> bool {
    Quotations::default().read("", &words.join(" ")) == (false, false)
}
