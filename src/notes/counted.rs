//! What a sentence counts: `12 people`, `twenty-one of the boats`, `7 percent`, `12 dead`.

use crate::notes::casualties::{Fate, died};
use crate::text::{Flags, Language, Word, words};
use crate::vector::{Term, Terms};

/// Number words, in English; other languages write most numbers of news above twelve in digits.
const NUMBER_WORDS: &[(&str, u32)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// English words that multiply the number before them, with the zeros that they add.
const SCALES: &[(&str, usize)] =
    &[("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)];

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

/// English words that deny what is said after the `to` that follows them: `refused to resign`.
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

/// Signs after which a number is one of two (`10-15人`), and that of an ordinal (`第3人`).
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

    /// True for a negation beside a word with which it denies nothing: `not only`.
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

    /// The numbers with what they count. Those that may be a part of something else are left out,
    /// for a difference that is none is worse than one that is not seen: dates, times, ranges,
    /// ages, scores, numbers of a scale; a part, as in `two of the dead`, an addition, as in `two
    /// more`. In scripts without spaces, whose terms are no words, people alone are counted.
    pub(super) fn counted(&self) -> Vec<Counted<'t>> {
        if !self.language.has_spaces() {
            return (0..self.all.len()).filter_map(|at| self.people(at)).collect();
        }
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.all.len() {
            let (number, end) = self.number_at(at);
            found.extend(number.and_then(|number| {
                let of = self.money(at).or_else(|| self.casualties(at, end));
                let (of, word) = of.or_else(|| self.counted_from(end))?;
                // `A quake of 6.1 shook` counts nothing.
                let whole = !number.contains('.') || matches!(of, Thing::Percent | Thing::Money(_));
                (whole || UNITS.contains(&word)).then_some(Counted { number, of, word })
            }));
            at = end;
        }
        found
    }

    /// The people who are counted at a place, in a script without spaces: `14人`. What they are is
    /// told by the character after it too, as in the term: `人死`, `名矿`.
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
    fn gap_before(&self, place: usize) -> &'t str {
        let start = place.checked_sub(1).map_or(0, |before| self.all[before].0.span.end);
        let end = self.all.get(place).map_or(self.text.len(), |(word, _)| word.span.start as usize);
        // In scripts without spaces a word may begin before the end of the one before it.
        self.text.get(start as usize..end).unwrap_or_default()
    }

    /// True when a word is written together with the one before it: `21-year`, `8:30`.
    fn is_joined(&self, place: usize) -> bool {
        place < self.all.len() && !self.gap_before(place).contains(char::is_whitespace)
    }

    /// The word at a place, if white space alone parts it from the one before.
    pub(super) fn follows(&self, place: usize) -> Option<&Word<'t>> {
        let (word, _) = self.all.get(place)?;
        self.gap_before(place).chars().all(char::is_whitespace).then_some(word)
    }

    /// How many words of a list stand from a place on, at most so many.
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

    /// The number that begins at a word, if it is one and nothing else, and the place of the word
    /// after it and all that is written together with it.
    fn number_at(&self, at: usize) -> (Option<String>, usize) {
        let end = (at + 1..self.all.len())
            .find(|&place| !self.is_joined(place))
            .unwrap_or(self.all.len());
        let number = match end - at {
            1 => match self.value(at) {
                _ if self.is_part_of_number(at) => None,
                Some(number) if !self.is_year(at, &number) && !self.is_nobody(at) => {
                    let (number, end) = self.with_groups(at, number);
                    return self.with_scale(number, end);
                }
                _ => None,
            },
            2 if self.gap_before(at + 1) == "-" => self.tens_and_unit(at),
            _ => None,
        };
        (number, end)
    }

    /// `In 2016 people …`; without a list of function words `in` is not known.
    fn is_year(&self, at: usize, number: &str) -> bool {
        let after_content = at > 0 && self.is_content(at - 1) && self.language.has_stop_list();
        let of_our_time = number.starts_with("19") || number.starts_with("20");
        self.written(at).len() == 4 && of_our_time && !after_content
    }

    /// `No one …`
    fn is_nobody(&self, at: usize) -> bool {
        self.folded(at) == "one" && at > 0 && self.folded(at - 1) == "no"
    }

    /// The Russian `два` in `двадцать два`, the Vietnamese `hai` in `hai ba` (two or three).
    fn is_part_of_number(&self, at: usize) -> bool {
        let is_small = |place: usize| self.language.small_number(self.folded(place)).is_some();
        let is_beside = |place: usize| is_small(place) || self.is(place, Flags::BESIDE_NUMBER);
        is_small(at)
            && (self.follows(at).is_some() && at.checked_sub(1).is_some_and(is_beside)
                || self.follows(at + 1).is_some() && is_beside(at + 1))
    }

    /// A number with the groups of three digits after it: `1 200`, as French and others write it.
    fn with_groups(&self, at: usize, mut number: String) -> (String, usize) {
        let is_digits = |place| self.written(place).bytes().all(|byte| byte.is_ascii_digit());
        let mut end = at + 1;
        while end < self.all.len()
            && (number.len() <= 3 || end > at + 1)
            && matches!(self.gap_before(end), " " | "\u{a0}" | "\u{202f}")
            && self.written(end).len() == 3
            && is_digits(at)
            && is_digits(end)
            && !self.is_joined(end + 1)
        {
            number.push_str(self.written(end));
            end += 1;
        }
        (number, end)
    }

    /// A number that ends before a word, times what that word multiplies it by: `three hundred`;
    /// none where more is added, as in `two hundred and fifty`.
    fn with_scale(&self, number: String, end: usize) -> (Option<String>, usize) {
        let zeros = self.follows(end).and_then(|word| {
            let (_, zeros) = SCALES.iter().find(|(scale, _)| *scale == word.folded)?;
            (self.language == Language::English).then_some(*zeros)
        });
        let and = end + 1 + self.passed_over(end + 1, &["and"], 1);
        let more = self.follows(and).is_some_and(|word| {
            let scale = SCALES.iter().any(|(scale, _)| *scale == word.folded);
            scale || number_word(&word.folded, self.language).is_some()
        });
        match zeros {
            Some(_) if self.is_joined(end + 1) => (None, end + 1),
            Some(_) if more => (None, and + 1),
            Some(zeros) => (Some(with_zeros(&number, zeros)), end + 1),
            None => (Some(number), end),
        }
    }

    /// `twenty-one`.
    fn tens_and_unit(&self, at: usize) -> Option<String> {
        let value = |place| number_word(self.folded(place), self.language);
        let (tens, unit) = value(at).zip(value(at + 1))?;
        let fit = (20..100).contains(&tens) && tens % 10 == 0 && (1..10).contains(&unit);
        fit.then(|| (tens + unit).to_string())
    }

    /// The value of a word, if it is a number.
    pub(super) fn value(&self, place: usize) -> Option<String> {
        let folded = self.folded(place);
        if let Some(number) = number_word(folded, self.language) {
            return Some(number.to_string());
        }
        folded.chars().next().and_then(digit)?;
        let digits: String = folded.chars().map(|c| digit(c).unwrap_or(c)).collect();
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits.as_str(), None),
        };
        // With a full stop most languages write dates and times.
        let english = self.language == Language::English;
        let a_date = fraction.is_some() && self.written(place).contains('.') && !english;
        // `3.000` is three or three thousand.
        let unsure = fraction.is_some_and(|digits| digits.len() == 3);
        if a_date || unsure || !plain(whole) || !fraction.is_none_or(plain) {
            return None;
        }
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        let fraction = fraction.map(|digits| digits.trim_end_matches('0')).unwrap_or_default();
        Some(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
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

/// A number times a power of ten.
fn with_zeros(number: &str, zeros: usize) -> String {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let (moved, rest) = fraction.split_at(fraction.len().min(zeros));
    let digits = format!("{whole}{moved:0<zeros$}");
    let digits = digits.trim_start_matches('0');
    match (digits.is_empty(), rest.is_empty()) {
        (true, true) => "0".to_owned(),
        (_, true) => digits.to_owned(),
        (true, false) => format!("0.{rest}"),
        (false, false) => format!("{digits}.{rest}"),
    }
}

/// The value of a number word.
pub(super) fn number_word(folded: &str, language: Language) -> Option<u32> {
    if language != Language::English {
        return language.small_number(folded);
    }
    let (_, number) = NUMBER_WORDS.iter().find(|(word, _)| *word == folded)?;
    Some(*number)
}

/// The zeros of the digits that the languages at hand count with; the other nine follow.
const ZEROS: &[char] = &['0', '٠', '۰', '०', '০', '๐', '໐', '၀', '០', '０'];

/// A decimal digit as it is written in ASCII.
fn digit(character: char) -> Option<char> {
    let value = |zero: &char| u32::from(character).checked_sub(u32::from(*zero));
    let value = ZEROS.iter().filter_map(value).find(|value| *value < 10)?;
    char::from_digit(value, 10)
}

#[cfg(test)]
pub(super) mod tests {
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

    #[test]
    fn numbers_are_multiplied() {
        for (number, zeros, expected) in
            [("3", 2, "300"), ("1.5", 6, "1500000"), ("0.5", 2, "50"), ("1.2345", 3, "1234.5")]
        {
            assert_eq!(with_zeros(number, zeros), expected);
        }
        assert_eq!(with_zeros("0", 3), "0");
        assert_eq!(with_zeros("0.0001", 3), "0.1");
    }
}
