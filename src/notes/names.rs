//! Names of several words, and words of several syllables: what one of them stands beside.

use crate::span::Span;
use crate::text::{Flags, Language};

/// A word in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'t> {
    pub(super) sentence: &'t str,
    pub(super) span: Span,
}

impl<'t> Place<'t> {
    pub(super) fn word(&self) -> &'t str {
        self.span.of(self.sentence)
    }

    /// True for a handle: `@nutgraf`.
    pub(super) fn is_handle(&self) -> bool {
        self.sentence[..self.span.start as usize].ends_with('@')
    }

    /// The words before it, the nearest first, with the marks that they have.
    pub(super) fn words_before(&self) -> impl Iterator<Item = &'t str> {
        let head = self.sentence[..self.span.start as usize].strip_suffix(' ');
        head.into_iter().flat_map(|head| head.rsplit(' ')).filter(|word| !word.is_empty())
    }

    /// The word after it, one space away.
    pub(super) fn word_after(&self) -> Option<&'t str> {
        let tail = self.sentence[self.span.end as usize..].strip_prefix(' ')?;
        let word = tail.split(' ').next()?.trim_end_matches(|c: char| c.is_ascii_punctuation());
        Some(word).filter(|word| word.starts_with(char::is_alphanumeric))
    }

    /// The word before it, one space away and not the first of the sentence, together with it, if
    /// it `may_be` of one with it.
    fn with_word_before(&self, may_be: impl Fn(&str) -> bool) -> Option<&'t str> {
        let head = self.sentence[..self.span.start as usize].strip_suffix(' ')?;
        let start = head.rfind(|c: char| !is_of_name(c))?;
        let start = start + head[start..].chars().next().map_or(0, char::len_utf8);
        may_be(&head[start..]).then(|| &self.sentence[start..self.span.end as usize])
    }

    /// The code that it is a part of: `AR-15`.
    fn with_number_after(&self) -> Option<&'t str> {
        let tail = self.sentence[self.span.end as usize..].strip_prefix('-')?;
        let length = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        let goes_on = tail[length..].starts_with(is_of_name);
        let end = self.sentence.len() - tail.len() + length;
        let is_code = length > 0 && !goes_on && self.word().starts_with(char::is_uppercase);
        is_code.then(|| &self.sentence[self.span.start as usize..end])
    }

    /// The word after it, one space away, together with it.
    fn with_word_after(&self, may_be: impl Fn(&str) -> bool) -> Option<&'t str> {
        let tail = self.sentence[self.span.end as usize..].strip_prefix(' ')?;
        let length = tail.find(|c: char| !is_of_name(c)).unwrap_or(tail.len());
        let end = self.sentence.len() - tail.len() + length;
        may_be(&tail[..length]).then(|| &self.sentence[self.span.start as usize..end])
    }
}

fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '-'
}

/// The name that a capitalised word is one of two words of, or a code that it is the letters of, in
/// half of its places and more, and in two at least: `San Andreas` of `Andreas`, `AR-15` of `AR`.
/// Weekdays and the like are in none.
pub(super) fn full_name<'t>(places: &[Place<'t>], language: Language) -> Option<&'t str> {
    let codes = places.iter().filter_map(Place::with_number_after);
    let code = usual(codes, places.len(), 2, |_| true).map(|(_, code)| code);
    code.or_else(|| pair_of(places, language, 2, |word| word.starts_with(char::is_uppercase)))
}

/// The word that a syllable is one of two syllables of in half of its places and more, and in two
/// at least: `nguyên nhân` of `nhân`. Function words are in none; names are left to [`full_name`].
pub(super) fn full_word<'t>(places: &[Place<'t>], language: Language) -> Option<&'t str> {
    pair_of(places, language, 2, |word| {
        !word.is_empty() && word.chars().all(|c| c.is_alphabetic() && !c.is_uppercase())
    })
}

/// The two words that a word in lower case, no part of `top-flight`, is one of in half of its places
/// and more, and in two at least: `gas chambers` of `gas`. Of a name that is met once the same: `Wall
/// Street` of `Wall`. `is_key` is true for the words that a compound is made of.
pub(super) fn compound<'t>(
    places: &[Place<'t>],
    language: Language,
    is_key: impl Fn(&str) -> bool,
) -> Option<&'t str> {
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    let stands_alone = |place: &Place<'_>| {
        let (start, end) = (place.span.start as usize, place.span.end as usize);
        let (before, after) = (&place.sentence[..start], &place.sentence[end..]);
        !(before.ends_with('-') || after.starts_with('-'))
    };
    if !places.iter().all(stands_alone) {
        return None;
    }
    match places {
        [once] if is_name(once.word()) => {
            pair_of(places, language, 1, |word| is_name(word) && is_key(word))
        }
        _ if places.iter().any(|place| is_name(place.word())) => None,
        _ => pair_of(places, language, 2, is_key),
    }
}

/// The word at hand and a neighbour that are met together in half of the places and more, and in
/// `least`; `may_be` is true for the words that a pair is made of.
fn pair_of<'t>(
    places: &[Place<'t>],
    language: Language,
    least: usize,
    may_be: impl Fn(&str) -> bool,
) -> Option<&'t str> {
    let is_telling = |pair: &str| {
        !pair.split(' ').any(|word| language.is_any(&word.to_lowercase(), Flags::GENERAL))
    };
    let named = places.iter().filter(|place| may_be(place.word()));
    let before = named.clone().filter_map(|place| place.with_word_before(&may_be));
    let after = named.filter_map(|place| place.with_word_after(&may_be));
    let before = usual(before, places.len(), least, is_telling);
    let after = usual(after, places.len(), least, is_telling);
    let found = before.into_iter().chain(after).rev().max_by_key(|(count, _)| *count);
    found.map(|(_, pair)| pair)
}

/// The most frequent of some names that `may_be` one, with its count, where half of so many places
/// have it, and `least`; among equals the first.
fn usual<'t>(
    names: impl Iterator<Item = &'t str>,
    places: usize,
    least: usize,
    may_be: impl Fn(&str) -> bool,
) -> Option<(usize, &'t str)> {
    let names: Vec<&str> = names.collect();
    let count = |name: &str| names.iter().filter(|other| **other == name).count();
    let counted = names.iter().map(|name| (count(name), *name));
    // Few are so frequent that it must be asked what they are.
    let often = |count: usize| count >= least && 2 * count >= places;
    let found = counted.filter(|&(count, name)| often(count) && may_be(name));
    // Of equals `max_by` takes the last.
    found.rev().max_by_key(|(count, _)| *count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places_of(word: &str, sentences: &[&'static str]) -> Vec<Place<'static>> {
        let places = sentences.iter().filter_map(|sentence| {
            let start = sentence.find(word)? as u32;
            Some(Place { sentence, span: Span::new(start, start + word.len() as u32) })
        });
        places.collect()
    }

    fn name_of(word: &str, sentences: &[&'static str]) -> Option<&'static str> {
        full_name(&places_of(word, sentences), Language::English)
    }

    #[test]
    fn a_syllable_is_met_with_the_other() {
        let word_of = |syllable, sentences: &[&'static str]| {
            full_word(&places_of(syllable, sentences), Language::Vietnamese)
        };
        let bridge =
            ["Tìm nguyên nhân cầu sập.", "Về nguyên nhân, mố cầu yếu.", "Chưa rõ nhân sự."];
        assert_eq!(word_of("nhân", &bridge), Some("nguyên nhân"));
        assert_eq!(word_of("nguyên", &bridge), Some("nguyên nhân"));
        // Function words, numbers and names are no part of it; nor is what varies.
        assert_eq!(word_of("sập", &["Đã sập 2 nhịp.", "Cầu đã sập 2 nhịp."]), None);
        assert_eq!(word_of("cầu", &["Một cầu Ô Rô.", "Tại cầu Ô Rô."]), None);
        assert_eq!(word_of("cầu", &["Vì cầu sập.", "Vì cầu mới.", "Vì cầu yếu."]), None);
        assert_eq!(word_of("mố", &["Vì mố cầu yếu."]), None);
    }

    #[test]
    fn a_handle_follows_its_sign() {
        let is_handle = |sentence| places_of("storr", &[sentence])[0].is_handle();
        assert!(is_handle("So says @storr.") && !is_handle("So says storr."));
    }

    #[test]
    fn letters_are_met_with_the_number_of_their_code() {
        let rifle = ["He held an AR-15.", "The AR-15 was his.", "An AR is heavy."];
        assert_eq!(name_of("AR", &rifle), Some("AR-15"));
        assert_eq!(name_of("AR", &["An AR-15 here.", "An AR-10 there."]), None);
        assert_eq!(
            name_of("Route", &["The Route-66-run is on.", "Off to the Route-66-run."]),
            None
        );
    }

    #[test]
    fn a_word_is_met_with_the_other_of_its_compound() {
        let compound_of = |word, sentences: &[&'static str]| {
            let is_key = |word: &str| ["Gull", "chambers", "gas"].contains(&word);
            compound(&places_of(word, sentences), Language::English, is_key)
        };
        let found = ["They found gas chambers.", "The gas chambers were old."];
        assert_eq!(compound_of("gas", &found[..1]), None);
        assert_eq!(compound_of("gas", &found), Some("gas chambers"));
        assert_eq!(compound_of("chambers", &found), Some("gas chambers"));
        assert_eq!(compound_of("found", &found), None);
        assert_eq!(
            compound_of("gas", &["Raw-gas chambers here.", "Raw-gas chambers there."]),
            None
        );
        assert_eq!(compound_of("Gull", &["Near Gull gas leaked.", "In Gull gas leaked."]), None);
    }

    #[test]
    fn a_word_of_a_name_is_met_with_the_other() {
        let fault = ["A quake on the San Andreas Fault.", "The San Andreas is quiet."];
        assert_eq!(name_of("Andreas", &fault), Some("San Andreas"));
        assert_eq!(name_of("San", &fault), Some("San Andreas"));
        let lund =
            ["Ada Lund left.", "Then Mayor Lund spoke.", "Later Lund fell.", "For Lund it ended."];
        assert_eq!(name_of("Lund", &lund), None);
        assert_eq!(name_of("flood", &["A flood came.", "The flood went."]), None);
        assert_eq!(name_of("Storr", &["Then Storr Monday won.", "Later Storr Monday lost."]), None);
        assert_eq!(name_of("Storr", &["But Storr won.", "But Storr lost."]), None);
    }
}
