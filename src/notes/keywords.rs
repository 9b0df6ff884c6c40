//! The words a cluster is about.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::iter;

use crate::notes::Context;
use crate::notes::gist::Gist;
use crate::notes::names::{Place, compound, full_name, full_word};
use crate::notes::nouns::telling;
use crate::notes::unspaced::{is_pair, word_of};
use crate::text::{Flags, Language, Sentence, words};
use crate::vector::Term;

/// How many.
const KEYWORDS: usize = 5;
/// How many terms are looked at: two may be of one name.
const TERMS: usize = 8;
/// Places of a keyword that are looked at for how it is written.
const PLACES: usize = 8;
/// Factor of a term that stands in a headline.
const IN_TITLE: f64 = 3.0;
/// Pairs of characters that are looked at, in scripts without spaces.
const MOST_PAIRS: usize = 64;
/// Letters that the shorter of two akin terms has at least: `employ` and `employer`.
const AKIN: usize = 5;
/// The number of no key.
const NO_KEY: u32 = u32::MAX;
/// Stands for the voter of a term that no voter has.
const NOBODY: u32 = u32::MAX;
/// Stands for the voter of a term that several have.
const SEVERAL: u32 = u32::MAX - 1;

/// The words that the cluster is about, nouns first, heaviest first, each as it is most often
/// written in its first places; among equals as it is written first. `lead` is the first sentence of
/// the summary.
pub(crate) fn keywords(
    context: &Context<'_>,
    gist: &Gist,
    language: Language,
    lead: Option<u32>,
) -> Vec<String> {
    let keys = key_terms(context, gist, language, lead);
    let written = places(context, &keys);
    let mut keys: Vec<_> = keys.iter().zip(&written).collect();
    keys.sort_by_cached_key(|(key, own)| {
        telling(context.terms.spelling(key.term), &own.places, language)
    });
    let mut keywords: Vec<String> = Vec::with_capacity(KEYWORDS);
    for (key, own) in keys {
        let Some(word) = keyword(context, language, key, own, &written) else { continue };
        // Both words of a name may be heavy.
        let shared =
            |known: &String| word.contains(' ') && known.contains(' ') && share_word(known, word);
        if keywords.iter().any(|known| has_word(known, word) || shared(known)) {
            continue;
        }
        if let Some(part) = keywords.iter_mut().find(|known| has_word(word, known)) {
            // A name says more by itself: `Italy`, not `central Italy`.
            let is_name =
                |word: &str| word.split(' ').all(|part| part.starts_with(char::is_uppercase));
            if is_name(word) || !is_name(part) {
                word.clone_into(part);
            }
        } else if keywords.len() < KEYWORDS {
            keywords.push(word.to_owned());
        }
    }
    keywords
}

/// A key as it is written.
#[derive(Default)]
struct Written<'t> {
    /// Its first places, at most [`PLACES`].
    places: Vec<Place<'t>>,
    /// In how many of them the word before or after it is a key too.
    beside_keys: usize,
}

impl<'t> Written<'t> {
    fn words(&self) -> impl Iterator<Item = &'t str> {
        self.places.iter().map(Place::word)
    }

    /// True where half of its places and more, and two if it has two, may be those of a compound.
    fn may_be_of_a_compound(&self) -> bool {
        let places = self.places.len();
        self.beside_keys >= places.clamp(1, 2) && 2 * self.beside_keys >= places
    }
}

/// By key: how it is written.
fn places<'t>(context: &'t Context<'_>, keys: &[Key<'_>]) -> Vec<Written<'t>> {
    // By term: its place among the keys.
    let mut key_of = vec![NO_KEY; context.terms.distinct()];
    for (number, key) in (0..).zip(keys) {
        key_of[key.term as usize] = number;
    }
    let mut written: Vec<Written<'_>> = keys.iter().map(|_| Written::default()).collect();
    for (number, sentence) in context.sentences.iter().enumerate() {
        if written.iter().all(|written| written.places.len() == PLACES) {
            break;
        }
        let text = context.text(number);
        let language = context.languages[sentence.article as usize];
        let mut words = words(text, language.unwrap_or_default());
        let mut passed = 0;
        let terms = context.terms.of(number);
        let is_key = |place: Option<usize>| {
            let term = place.and_then(|place| terms.get(place));
            term.is_some_and(|&term| key_of[term as usize] != NO_KEY)
        };
        for (place, &term) in terms.iter().enumerate() {
            let key = key_of[term as usize];
            if key == NO_KEY {
                continue;
            }
            let written = &mut written[key as usize];
            if written.places.len() < PLACES {
                let span = words.span_after(place - passed);
                passed = place + 1;
                let word = span.map(|span| Place { sentence: text, span });
                if let Some(word) = word.filter(|word| !word.is_handle()) {
                    written.places.push(word);
                    let beside = is_key(place.checked_sub(1)) || is_key(Some(place + 1));
                    written.beside_keys += usize::from(beside);
                }
            }
        }
    }
    written
}

/// A key as a reader should see it: the whole word or name that it is part of, the two words of a
/// compound that are both in `all` keys, else as it is most often written.
fn keyword<'t>(
    context: &Context<'_>,
    language: Language,
    key: &Key<'t>,
    own: &Written<'t>,
    all: &[Written<'_>],
) -> Option<&'t str> {
    let places = &*own.places;
    let words: Vec<&str> = own.words().collect();
    let stem = || match words[..] {
        _ if !language.has_particles() => None,
        [single] => Some(language.without_particles(single)),
        _ => beginning(&words),
    };
    // What is excluded may be the other word.
    let may_join = context.excluded.is_empty();
    // In German every noun has a capital.
    let has_names = may_join && language != Language::German;
    let name = || if has_names { full_name(places, language) } else { None };
    let has_words = may_join && language.has_syllables();
    let whole = || if has_words { full_word(places, language) } else { None };
    let has_compounds = may_join && language == Language::English && own.may_be_of_a_compound();
    let is_of_keys = |word: &str| all.iter().flat_map(Written::words).any(|other| other == word);
    let compound = || if has_compounds { compound(places, language, is_of_keys) } else { None };
    let word = key.word.or_else(stem).or_else(name).or_else(whole).or_else(compound);
    let word = language.without_elision(word.or_else(|| most_frequent(&words))?);
    Some(POSSESSIVES.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word))
}

/// What English adds to a noun.
const POSSESSIVES: &[&str] = &["'s", "’s"];

/// True when a name has a word, or is it.
fn has_word(name: &str, word: &str) -> bool {
    name == word || name.split(' ').any(|part| part == word)
}

/// True when two names have a word in common: both are parts of one.
fn share_word(one: &str, other: &str) -> bool {
    one.split(' ').any(|word| has_word(other, word))
}

/// What is a keyword.
struct Key<'t> {
    term: Term,
    /// The word that it is a part of, in a script without spaces.
    word: Option<&'t str>,
}

/// What all of some words begin with, of two letters or more: the word without its particles.
fn beginning<'t>(words: &[&'t str]) -> Option<&'t str> {
    let (first, others) = words.split_first()?;
    let same = |other: &&str| {
        let pairs = first.chars().zip(other.chars());
        pairs.take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum()
    };
    let length: usize = others.iter().map(same).min().unwrap_or(first.len());
    Some(&first[..length]).filter(|word| word.chars().nth(1).is_some())
}

/// The most frequent of some words; among equals the first.
fn most_frequent<'t>(words: &[&'t str]) -> Option<&'t str> {
    let count = |word: &&&str| words.iter().filter(|other| other == word).count();
    words.iter().rev().max_by_key(count).copied()
}

/// The content terms with the largest sum of TF-IDF weight × salience over the sentences in the
/// summary's language, those of headlines times three, heaviest first, the earlier of equals; where
/// no article has a headline, those of the `lead`, which stands in for one. Terms of several voters
/// come before those of one. Numbers, single letters and words that could be about anything are no
/// keywords, nor is what the user excludes, and of terms that are akin there is the first.
fn key_terms<'t>(
    context: &'t Context<'_>,
    gist: &Gist,
    language: Language,
    lead: Option<u32>,
) -> Vec<Key<'t>> {
    let terms = context.terms;
    let gist = gist.in_language(context, language);
    let voices = voices(context, language);
    let in_title = in_title(context, lead);
    let telling = |term: Term| {
        let spelling = terms.spelling(term);
        spelling.chars().any(char::is_alphabetic)
            && spelling.chars().nth(1).is_some()
            && !language.is_any(spelling, Flags::GENERAL)
            && !context.is_excluded(&[term], spelling)
    };
    // Few of them are looked at: a heap orders no others. Positive numbers are ordered as their bits.
    let heaviest_first = |several: bool| {
        let all = (0..).zip(&voices).zip(gist.iter().zip(&in_title));
        let of_these = all.filter(|((_, voice), _)| (**voice == SEVERAL) == several);
        let mut heap: BinaryHeap<(u64, Reverse<Term>)> = of_these
            .map(|((term, _), (gist, in_title))| {
                (Reverse(term), gist * if *in_title { IN_TITLE } else { 1.0 })
            })
            .filter(|(_, weight)| *weight > 0.0)
            .map(|(term, weight)| (weight.to_bits(), term))
            .collect();
        iter::from_fn(move || heap.pop())
    };
    // Those of one voter are seldom looked at.
    let mut heaviest = [true, false].into_iter().flat_map(heaviest_first);
    let mut keys: Vec<Key<'_>> = Vec::with_capacity(TERMS);
    let mut pairs = 0;
    while keys.len() < TERMS
        && pairs < MOST_PAIRS
        && let Some((_, Reverse(term))) = heaviest.next()
    {
        let spelling = terms.spelling(term);
        if !telling(term) {
            continue;
        }
        let mut word = None;
        if is_pair(spelling) {
            pairs += 1;
            word = word_of(spelling, texts_of_voters(context));
            // A word that has an excluded pair would be longer than that.
            if word.is_none_or(|word| !context.excluded.is_empty() && word != spelling) {
                continue;
            }
        }
        let new = word.unwrap_or(spelling);
        if !keys.iter().any(|key| are_akin(key.word.unwrap_or(terms.spelling(key.term)), new)) {
            keys.push(Key { term, word });
        }
    }
    keys
}

/// By term: whether it stands in a headline, which says what the story is about; where no article has
/// one, in the `lead`.
fn in_title(context: &Context<'_>, lead: Option<u32>) -> Vec<bool> {
    let mut in_title = vec![false; context.terms.distinct()];
    let titles = (0..context.cluster.articles.len()).map(|title| context.titles.row(title).0);
    let titles = titles.filter(|terms| !terms.is_empty());
    let mut headlines: Vec<&[Term]> = titles.collect();
    if headlines.is_empty() {
        headlines.extend(lead.map(|lead| context.rows.row(lead as usize).0));
    }
    for &term in headlines.into_iter().flatten() {
        in_title[term as usize] = true;
    }
    in_title
}

/// By term: the voter who has it in a sentence of a language, or [`SEVERAL`].
fn voices(context: &Context<'_>, language: Language) -> Vec<u32> {
    let mut voices = vec![NOBODY; context.terms.distinct()];
    for (row, sentence) in context.sentences.iter().enumerate() {
        if context.languages[sentence.article as usize] != Some(language) {
            continue;
        }
        let voter = context.voters[sentence.article as usize];
        for &term in context.rows.row(row).0 {
            let voice = &mut voices[term as usize];
            *voice = if *voice == voter || *voice == NOBODY { voter } else { SEVERAL };
        }
    }
    voices
}

/// The sentences of those who vote: copies say nothing of where words end.
fn texts_of_voters<'t>(context: &'t Context<'_>) -> impl Iterator<Item = &'t str> {
    let own = |(_, sentence): &(usize, &Sentence)| context.votes(sentence.article);
    context.sentences.iter().enumerate().filter(own).map(|(number, _)| context.text(number))
}

/// True when one of two terms is the beginning of the other and has [`AKIN`] letters, or in a
/// script without spaces is any part of it.
fn are_akin(one: &str, other: &str) -> bool {
    let (shorter, longer) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if is_pair(shorter) {
        return longer.contains(shorter);
    }
    longer.starts_with(shorter) && shorter.chars().nth(AKIN - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_particles_have_their_beginning_in_common() {
        assert_eq!(beginning(&["어린이가", "어린이는"]), Some("어린이"));
        assert_eq!(beginning(&["지진"]), Some("지진"));
        assert_eq!((beginning(&["지진이", "경찰은"]), beginning(&[])), (None, None));
    }

    #[test]
    fn akin_are_words_of_one_beginning() {
        assert!(are_akin("employ", "employer") && are_akin("russian", "russia"));
        assert!(!are_akin("play", "player") && !are_akin("employ", "empire"));
    }
}
