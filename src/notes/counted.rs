//! What a sentence counts: `12 people`, `twenty-one of the boats`, `7 percent`, `12 dead`.

use std::iter;

use crate::notes::casualties::{Fate, died};
use crate::text::{Flags, Language, Word, words};
use crate::vector::{Term, Terms};

/// A number and what it counts.
#[derive(Clone, Debug)]
pub(super) struct Counted<'t> {
    pub(super) number: String,
    pub(super) of: Thing,
    /// What it counts, as the sentence has it.
    pub(super) word: &'t str,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thing {
    /// Hundredths, written as a sign or a word.
    Percent,
    /// Money, with this sign before the number.
    Money(char),
    /// People whom something befell.
    Casualties(Fate),
    Other(Term),
}

/// English words that deny what follows `to`: `refused to resign`.
const UNDONE: &[&str] = &["declined", "declines", "failed", "fails", "refused", "refuses"];

/// What is measured in English, as it is written after a number with decimals.
const UNITS: &[&str] = &[
    "acres",
    "degrees",
    "dollars",
    "euros",
    "feet",
    "gallons",
    "hectares",
    "hours",
    "inches",
    "kilometers",
    "kilometres",
    "km",
    "liters",
    "litres",
    "meters",
    "metres",
    "miles",
    "points",
    "pounds",
    "tonnes",
    "tons",
];

/// Words for hundredths.
const PERCENT: &[&str] = &["percent", "prozent", "procent", "prosent"];

/// The same in two words.
const PER_CENT: &[(&str, &str)] =
    &[("per", "cent"), ("pour", "cent"), ("por", "ciento"), ("por", "cento"), ("per", "cento")];

/// Signs that stand before an amount of money.
const MONEY: &[char] = &['$', '€', '£', '¥'];

/// Signs before a number that counts nothing here: the end of a range (`10-15人`), an ordinal (`第3人`).
const NO_COUNT: &[char] = &['-', '~', '～', '〜', '–', '—', '·', '・', '/', '.', ',', '第'];

/// What makes a number a time of day.
const TIMES: &[&str] = &["am", "pm", "uhr"];

/// The words of a sentence, each with its term.
#[derive(Clone)]
pub(super) struct Words<'t> {
    text: &'t str,
    pub(super) language: Language,
    terms: &'t Terms,
    all: Vec<(Word<'t>, Term)>,
}

impl<'t> Words<'t> {
    /// The words of a sentence; `row` is its number among `terms`.
    pub(super) fn new(text: &'t str, language: Language, terms: &'t Terms, row: usize) -> Self {
        let own = terms.of(row);
        let mut all = Vec::with_capacity(own.len());
        all.extend(words(text, language).zip(own.iter().copied()));
        Self { text, language, terms, all }
    }

    /// The places of those that deny.
    pub(super) fn denials(&self) -> impl Iterator<Item = usize> {
        let english = self.language == Language::English;
        let before_to = move |place: usize| self.passed_over(place + 1, &["to"], 1) == 1;
        let denies = move |&place: &usize| {
            let word = self.folded(place);
            if english && word == "not" {
                // `17, not 19` says what `17` says.
                let contrast = self.gap_before(place).contains(',')
                    && self.follows(place + 1).is_some_and(|_| self.value(place + 1).is_some());
                return !contrast && !self.is_idle(place);
            }
            let undone = english && UNDONE.contains(&word) && before_to(place);
            undone || self.is(place, Flags::NEGATION) && !self.is_idle(place)
        };
        (0..self.all.len()).filter(denies)
    }

    /// True for a negation that denies nothing together with the word beside it: `not only`.
    fn is_idle(&self, place: usize) -> bool {
        let undenying = |before| self.is(before, Flags::UNDENYING);
        self.goes_on_with(place + 1, Flags::UNDENIED)
            || self.follows(place).is_some() && place.checked_sub(1).is_some_and(undenying)
    }

    /// True when the two words after a place stand together among other words too.
    pub(super) fn goes_on_as(&self, place: usize, other: &Self) -> bool {
        let next = self.all.get(place + 1..place + 3).unwrap_or_default();
        let are_next = |pair: &[(Word<'_>, Term)]| {
            pair.iter().map(|(_, term)| term).eq(next.iter().map(|(_, term)| term))
        };
        !next.is_empty() && other.all.windows(2).any(are_next)
    }

    /// True when what a negation denies, the next word with a meaning, stands in another sentence too.
    /// In other languages than English it may be the one before: `Der Damm hält nicht.`
    pub(super) fn denies_a_word_of(&self, place: usize, other: &Self) -> bool {
        const WITHIN: usize = 4;
        let has_meaning = |&at: &usize| self.is_content(at);
        let next = (place + 1..self.len()).take(WITHIN).find(has_meaning);
        let before = (0..place).rev().take(WITHIN).find(has_meaning);
        let before = before.filter(|_| self.language != Language::English);
        let is_there = |at: usize| other.all.iter().any(|(_, term)| *term == self.all[at].1);
        next.into_iter().chain(before).any(is_there)
    }

    /// The numbers with what they count. A false difference is worse than a missed one, so numbers
    /// that may be a part of something else are left out: dates, times, ranges, ages, scores, numbers
    /// of a scale, parts (`two of the dead`) and additions (`two more`). In scripts without spaces
    /// terms are not words, and only people are counted.
    pub(super) fn counted(&self) -> Vec<Counted<'t>> {
        if !self.language.has_spaces() {
            return (0..self.all.len()).filter_map(|at| self.people(at)).collect();
        }
        let counted = self.numbers().filter_map(|(at, number, end)| {
            let of = self.money(at).or_else(|| self.casualties(at, end));
            let (of, word) = of.or_else(|| self.counted_from(end))?;
            // `A quake of 6.1 shook` counts nothing.
            let whole = !number.contains('.') || matches!(of, Thing::Percent | Thing::Money(_));
            (whole || UNITS.contains(&word)).then_some(Counted { number, of, word })
        });
        counted.collect()
    }

    /// The numbers, each with the place of its first word and that after its last.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (usize, String, usize)> {
        let mut next = 0;
        iter::from_fn(move || {
            while next < self.all.len() {
                let at = next;
                let (number, end) = self.number_at(at);
                next = end;
                if let Some(number) = number {
                    return Some((at, number, end));
                }
            }
            None
        })
    }

    /// The people who are counted at a place, in a script without spaces: `14人`. The character after
    /// it says what they are, and belongs to the term: `人死`, `名矿`.
    fn people(&self, at: usize) -> Option<Counted<'t>> {
        let before = &self.text[..self.all[at].0.span.start as usize];
        let number = self.value(at).filter(|_| !before.ends_with(NO_COUNT))?;
        let &(ref next, of) = self.all.get(at + 1)?;
        let pair = next.span.of(self.text);
        let word = &pair[..pair.chars().next()?.len_utf8()];
        let people =
            self.gap_before(at + 1).is_empty() && self.language.is_any(word, Flags::PEOPLE);
        let after = &self.text[next.span.start as usize + word.len()..];
        let of = if people && died(self.language, before, after) {
            Thing::Casualties(Fate::Dead)
        } else {
            Thing::Other(of)
        };
        people.then_some(Counted { number, of, word })
    }

    /// True for a word of one of these kinds.
    pub(super) fn is(&self, place: usize, kinds: Flags) -> bool {
        self.language.is_any(self.folded(place), kinds)
    }

    /// True where the text goes on with such a word.
    pub(super) fn goes_on_with(&self, place: usize, kinds: Flags) -> bool {
        self.follows(place).is_some() && self.is(place, kinds)
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// What stands between a word and the one before it, or before the end of the text.
    pub(super) fn gap_before(&self, place: usize) -> &'t str {
        let start = place.checked_sub(1).map_or(0, |before| self.all[before].0.span.end);
        let end = self.all.get(place).map_or(self.text.len(), |(word, _)| word.span.start as usize);
        // In scripts without spaces a word may begin before the end of the one before it.
        self.text.get(start as usize..end).unwrap_or_default()
    }

    /// True when a word is written together with the one before it: `21-year`, `8:30`.
    pub(super) fn is_joined(&self, place: usize) -> bool {
        place < self.all.len() && !self.gap_before(place).contains(char::is_whitespace)
    }

    /// The word at a place, if white space alone parts it from the one before.
    pub(super) fn follows(&self, place: usize) -> Option<&Word<'t>> {
        let (word, _) = self.all.get(place)?;
        self.gap_before(place).chars().all(char::is_whitespace).then_some(word)
    }

    /// How many words of a list follow one another from a place on, up to a limit.
    pub(super) fn passed_over(&self, from: usize, list: &[&str], most: usize) -> usize {
        let is_listed =
            |&place: &usize| self.follows(place).is_some_and(|word| list.contains(&&*word.folded));
        (from..from + most).take_while(is_listed).count()
    }

    /// A word as it is written.
    pub(super) fn written(&self, place: usize) -> &'t str {
        self.all[place].0.span.of(self.text)
    }

    /// The stem of a word.
    pub(super) fn stem(&self, place: usize) -> &'t str {
        self.terms.spelling(self.all[place].1)
    }

    /// A word folded.
    pub(super) fn folded(&self, place: usize) -> &str {
        &self.all[place].0.folded
    }

    pub(super) fn is_content(&self, place: usize) -> bool {
        self.terms.is_content(self.all[place].1)
    }

    /// The sign of money before a number.
    fn money(&self, at: usize) -> Option<(Thing, &'t str)> {
        let gap = self.gap_before(at);
        let (start, sign) = gap.char_indices().next_back().filter(|(_, c)| MONEY.contains(c))?;
        Some((Thing::Money(sign), &gap[start..]))
    }

    /// True where `percent` follows, in one word or two.
    fn is_percent(&self, place: usize) -> bool {
        let word = self.folded(place);
        let and_next = |(first, second): &(&str, &str)| {
            *first == word && self.passed_over(place + 1, &[second], 1) == 1
        };
        PERCENT.contains(&word) || PER_CENT.iter().any(and_next)
    }

    /// What a number counts that ends before a word, and how it is written.
    fn counted_from(&self, next: usize) -> Option<(Thing, &'t str)> {
        if self.gap_before(next).trim_start().starts_with('%') {
            return Some((Thing::Percent, "%"));
        }
        let word = self.follows(next)?;
        if self.is_percent(next) {
            return Some((Thing::Percent, "%"));
        }
        let (stem, term) = (self.stem(next), self.all[next].1);
        let written = self.written(next);
        // A name is not counted; in German every noun is written as one.
        let name = self.language != Language::German && written.starts_with(char::is_uppercase);
        let counts = (self.terms.is_content(term) || self.is(next, Flags::PEOPLE))
            && !name
            && !self.is_joined(next + 1)
            && stem.chars().nth(1).is_some()
            && stem.chars().all(char::is_alphabetic)
            && self.value(next).is_none()
            && !TIMES.contains(&&*word.folded);
        counts.then_some((Thing::Other(term), written))
    }
}

#[cfg(test)]
pub(super) mod testing {
    use super::*;
    use crate::text::Analyzer;
    use crate::vector::{Kind, TermsBuilder};

    /// The terms of some sentences, one a row.
    pub(in crate::notes) fn terms_of(language: Language, sentences: &[&str]) -> Terms {
        let mut analyzer = Analyzer::new(language);
        let mut terms = TermsBuilder::default();
        for sentence in sentences {
            analyzer.terms(sentence, |term| {
                terms.push(term.stem, if term.stop { Kind::Stop } else { Kind::Content });
            });
            terms.end_sentence();
        }
        terms.finish()
    }
}
