//! Names of several words: what a word of a name stands beside.

use crate::span::Span;
use crate::text::Language;

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

    /// The capitalised word before it, one space away and not the first of the sentence, together
    /// with it.
    fn with_word_before(&self) -> Option<&'t str> {
        let head = self.sentence[..self.span.start as usize].strip_suffix(' ')?;
        let start = head.rfind(|c: char| !is_of_name(c))?;
        let start = start + head[start..].chars().next().map_or(0, char::len_utf8);
        let name = &self.sentence[start..self.span.end as usize];
        (start < head.len() && name.starts_with(char::is_uppercase)).then_some(name)
    }

    /// The capitalised word after it, one space away, together with it.
    fn with_word_after(&self) -> Option<&'t str> {
        let tail = self.sentence[self.span.end as usize..].strip_prefix(' ')?;
        let length = tail.find(|c: char| !is_of_name(c)).unwrap_or(tail.len());
        let end = self.sentence.len() - tail.len() + length;
        let capital = tail[..length].starts_with(char::is_uppercase);
        capital.then(|| &self.sentence[self.span.start as usize..end])
    }
}

fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '-'
}

/// The name that a capitalised word is one of two words of in half of its places and more, and in
/// two at least: `San Andreas` of `Andreas`. Weekdays and the like are in none.
pub(super) fn full_name<'t>(places: &[Place<'t>], language: Language) -> Option<&'t str> {
    let capital = |place: &&Place<'_>| place.word().starts_with(char::is_uppercase);
    let is_name =
        |name: &str| !name.split(' ').any(|word| language.is_general(&word.to_lowercase()));
    let most_frequent = |names: Vec<&'t str>| {
        let count = |name: &str| names.iter().filter(|other| **other == name).count();
        let counted = names.iter().map(|name| (count(name), *name));
        // Few are so frequent that it must be asked what they are.
        let found = counted
            .filter(|&(count, name)| count > 1 && 2 * count >= places.len() && is_name(name));
        // Of equals `max_by` takes the last.
        found.rev().max_by_key(|(count, _)| *count)
    };
    let named = places.iter().filter(capital);
    let before = most_frequent(named.clone().filter_map(Place::with_word_before).collect());
    let after = most_frequent(named.filter_map(Place::with_word_after).collect());
    let found = before.into_iter().chain(after).rev().max_by_key(|(count, _)| *count);
    found.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name_of(word: &str, sentences: &[&'static str]) -> Option<&'static str> {
        let places = sentences.iter().filter_map(|sentence| {
            let start = sentence.find(word)? as u32;
            Some(Place { sentence, span: Span::new(start, start + word.len() as u32) })
        });
        full_name(&places.collect::<Vec<_>>(), Language::English)
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
