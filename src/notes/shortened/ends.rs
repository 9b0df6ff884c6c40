//! Where an English sentence can end before its end, and how well; any other at its marks.

use super::FEWEST_WORDS;
use super::left_out::{LATER, RELATIVES, SUBJECTS};
use super::taken_back::{is_attribution, names_a_source};
use crate::notes::complete::{VERBS, is_denied};
use crate::notes::numerals::number_word;
use crate::text::Language;

/// At least so many before a phrase: with fewer the verb may be missing.
const FEWEST_BEFORE_PHRASE: usize = 9;

/// What says how long after, with numbers and [`UNITS`]: `half a century after`.
const QUANTITIES: &[&str] = &[
    "a", "about", "an", "almost", "few", "half", "just", "many", "more", "nearly", "only",
    "several", "than",
];

/// Units of time.
const UNITS: &[&str] = &[
    "centuries",
    "century",
    "day",
    "days",
    "decade",
    "decades",
    "hour",
    "hours",
    "minute",
    "minutes",
    "month",
    "months",
    "week",
    "weeks",
    "year",
    "years",
];

/// What opens a clause that may be left out.
pub(super) const CLAUSES: &[&str] = &[
    "according",
    "after",
    "although",
    "amid",
    "before",
    "but",
    "despite",
    "following",
    "since",
    "though",
    "when",
    "where",
    "while",
];

/// Words that, like a subject, show that the comma before them ends a clause and does not part a row
/// of adjectives or places.
pub(super) const AFTER_COMMA: &[&str] = &["and", "as", "or"];

/// What opens a phrase that may be left out, where there is no clause.
const PHRASES: &[&str] = &[
    "across",
    "against",
    "among",
    "around",
    "at",
    "by",
    "during",
    "from",
    "in",
    "inside",
    "into",
    "near",
    "on",
    "outside",
    "over",
    "through",
    "throughout",
    "under",
    "with",
];

/// Subjects that point back.
const PRONOUNS: &[&str] =
    &["he", "her", "his", "it", "its", "she", "their", "there", "they", "this", "we"];

/// What no headline ends with, beside what opens clauses and phrases, and verbs.
const NOT_LAST: &[&str] = &[
    "a", "an", "and", "as", "be", "because", "been", "for", "he", "his", "her", "its", "just",
    "long", "most", "of", "or", "she", "shortly", "so", "soon", "than", "that", "the", "their",
    "they", "to",
];

/// Where to cut a sentence that would end before `after` or `before`: the words that say how long go
/// too, as in `…, half a century after`.
pub(super) fn before_how_long(words: &[&str], end: usize) -> usize {
    let cut = words.get(end).is_some_and(|next| LATER.contains(next));
    if !(cut && UNITS.contains(&words[end - 1])) {
        return end;
    }
    let counts = |word: &&str| {
        QUANTITIES.contains(word)
            || word.starts_with(|c: char| c.is_numeric())
            || number_word(word, Language::English).is_some()
    };
    let start = words[..end - 1].iter().rposition(|word| !counts(word)).map_or(0, |last| last + 1);
    if start < FEWEST_WORDS { end } else { start }
}

/// How well a sentence may end after so many of its words: 2 before a clause, 1 before a phrase, 0
/// elsewhere.
pub(super) fn strength(words: &[&str], end: usize, english: bool) -> u8 {
    let (last, next) = (words[end - 1], words[end]);
    if last.ends_with([';', ':', '—', '–', '；']) || matches!(next, "—" | "–" | "-" | "--")
    {
        return 2;
    }
    let comma = last.ends_with([',', '，', '、']);
    if !english {
        return if comma { 2 } else { 0 };
    }
    if comma && NOT_LAST.contains(&last.trim_end_matches(',')) {
        return 0;
    }
    let is_in = |list: &[&str]| list.contains(&next);
    if is_in(RELATIVES) {
        return if comma || end >= FEWEST_BEFORE_PHRASE { 2 } else { 0 };
    }
    // What is denied is best told to the end.
    let denied = || comma && is_denied(&words[..end]) && is_attribution(&words[end..]);
    if next == "that" && names_a_source(&words[..end]) || denied() {
        return 2;
    }
    let is_ing = |word: &str| word.trim_end_matches(',').ends_with("ing");
    let goes_on = || [SUBJECTS, PRONOUNS, AFTER_COMMA].into_iter().any(is_in) || is_ing(next);
    if is_in(CLAUSES) || comma && goes_on() {
        return 2;
    }
    // What somebody is kept from is no place.
    let deed = next == "from" && words.get(end + 1).is_some_and(|word| is_ing(word));
    let relative = words[..end].iter().any(|word| RELATIVES.contains(word));
    u8::from(is_in(PHRASES) && !deed && !relative && end >= FEWEST_BEFORE_PHRASE)
}

/// False for words that no headline ends with.
pub(super) fn may_be_last(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    let lists = [CLAUSES, RELATIVES, PHRASES, NOT_LAST, VERBS];
    let is_amount = word.starts_with(|c: char| c == '$' || c.is_numeric());
    !is_amount && !lists.iter().any(|list| list.contains(&word))
}
