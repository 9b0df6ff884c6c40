//! Whether the words that a headline leaves out may take back what it says: `…, according to a false
//! report`, `…, the owner feared`, `…, but in an earlier attack`.

use super::ends::{AFTER_COMMA, CLAUSES};
use super::left_out::RELATIVES;
use crate::notes::complete::is_denied;
use crate::text::{Flags, Language};

/// English words that do so wherever they stand, and not only at one end of a clause.
const ANYWHERE: &[&str] = &["according", "except"];

/// The same, where something is denied: the rest says what.
const AFTER_DENIAL: &[&str] = &["because", "but", "until"];

/// English verbs of those who say what others may deny.
const CLAIMS: &[&str] = &[
    "allege",
    "alleged",
    "alleges",
    "argue",
    "argued",
    "argues",
    "assume",
    "assumed",
    "believe",
    "believed",
    "believes",
    "claim",
    "claimed",
    "claims",
    "fear",
    "feared",
    "fears",
    "insist",
    "insisted",
    "insists",
    "suspect",
    "suspected",
    "suspects",
    "thought",
];

/// Verbs of those who tell the news.
const SAYING: &[&str] = &["announced", "confirmed", "said", "say", "says"];

/// How many words may stand before such a verb.
const MOST_BEFORE: usize = 5;

/// How many words after `according` name a source.
const FEWEST_OF_SOURCE: usize = 3;

/// Marks after which a clause begins.
const MARKS: &[char] = &[',', ';', ':', '—', '–', '，', '、', '；'];

/// True where the words left out may turn the head of a sentence into something else.
pub(super) fn may_be_taken_back(head: &[&str], rest: &[&str], language: Language) -> bool {
    let english = language == Language::English;
    if clauses(rest).any(|clause| is_reserved(clause, language))
        || english && rest.iter().any(|word| ANYWHERE.contains(word))
    {
        return true;
    }
    let goes_on = || {
        let ended = head.last().is_some_and(|last| last.ends_with(MARKS))
            || rest.first().is_some_and(|word| is_dash(word));
        !ended || rest.iter().any(|word| AFTER_DENIAL.contains(word))
    };
    english && is_denied(head) && goes_on()
}

/// True for a clause or an aside that limits what stands before it, or says who says so.
pub(super) fn is_reserved(clause: &[&str], language: Language) -> bool {
    let is = |word: &&str| {
        let word = word.trim_end_matches(MARKS).trim_end_matches('.').to_lowercase();
        language.is_any(&word, Flags::RESERVATION)
    };
    // Where syllables are written apart the last one is a part of a word.
    let last = clause.last().filter(|_| !language.has_syllables());
    let english = language == Language::English;
    clause.first().is_some_and(is) || last.is_some_and(is) || english && claims(clause, CLAIMS)
}

/// True where a clause begins that says who said what stands before it: `police said`.
pub(super) fn is_attribution(rest: &[&str]) -> bool {
    clauses(rest).next().is_some_and(|clause| claims(clause, SAYING) || claims(clause, CLAIMS))
}

/// True where a source has been named, about which a clause follows: `according to a report that`.
pub(super) fn names_a_source(head: &[&str]) -> bool {
    let according = head.iter().rposition(|word| *word == "according");
    according.is_some_and(|according| head.len() > according + FEWEST_OF_SOURCE)
}

/// True for a clause with a subject and one of these verbs, or the other way round.
fn claims(clause: &[&str], verbs: &[&str]) -> bool {
    let opens = clause.first().is_some_and(|first| {
        ![RELATIVES, AFTER_COMMA, CLAUSES].iter().any(|list| list.contains(first))
            && !first.ends_with("ing")
    });
    let is_verb = |word: &&str| verbs.contains(&word.trim_end_matches(MARKS).trim_end_matches('.'));
    opens && clause.iter().take(MOST_BEFORE + 1).any(is_verb)
}

/// The words between marks.
fn clauses<'a, 't>(words: &'a [&'t str]) -> impl Iterator<Item = &'a [&'t str]> {
    let parts = words.split_inclusive(|word| word.ends_with(MARKS) || is_dash(word));
    parts.filter(|clause| !is_dash(clause[0]))
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "-" | "--")
}
