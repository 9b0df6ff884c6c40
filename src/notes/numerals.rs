//! Numbers as sentences write them: `1,200`, `three hundred`, `twenty-one`, `1 200`, `१२`.

use crate::notes::counted::Words;
use crate::text::{Flags, Language};

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

impl Words<'_> {
    /// The number that begins at a word, if it is one and nothing else, and the place of the word
    /// after it and all that is written together with it.
    pub(super) fn number_at(&self, at: usize) -> (Option<String>, usize) {
        let end = (at + 1..self.len()).find(|&place| !self.is_joined(place)).unwrap_or(self.len());
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
        while end < self.len()
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
mod tests {
    use super::*;

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
