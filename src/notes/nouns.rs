//! Whether a word is a noun, as far as its neighbours tell.

use crate::notes::names::Place;
use crate::text::Language;

/// English words after which a noun, or what describes one, is to come.
const BEFORE_NOUNS: &[&str] = &[
    "a", "an", "another", "any", "each", "every", "few", "first", "her", "his", "its", "many",
    "my", "no", "other", "our", "several", "some", "the", "their", "these", "this", "those", "two",
    "three", "your",
];

/// The same, where it may be a verb in `-ing` too.
const PREPOSITIONS: &[&str] = &[
    "about", "across", "after", "against", "at", "before", "between", "by", "during", "for",
    "from", "in", "into", "near", "of", "on", "over", "through", "under", "with", "without",
];

/// Numbers, beside those in digits.
const NUMBERS: &[&str] = &["billion", "dozen", "hundred", "million", "thousand"];

/// Ends of English words that are no nouns where a further word follows.
const ENDS_BEFORE_NOUNS: &[&str] =
    &["able", "al", "ed", "ful", "ible", "ic", "ish", "ive", "less", "ly", "ous"];

/// English verbs that stand after a noun as a noun does after what describes it, beside those in
/// `-ed` and `-ing`: `the letters sent to`.
const VERBS: &[&str] = &[
    "beat", "born", "broke", "built", "caught", "chose", "cut", "drove", "fell", "fought", "grew",
    "held", "hit", "hurt", "led", "left", "lost", "met", "paid", "rose", "sent", "set", "shot",
    "sold", "spent", "struck", "threw", "won", "wrote",
];

/// Stems of English nouns that could be in any story.
const VAGUE: &[&str] = &[
    "area",
    "case",
    "countri",
    "group",
    "inform",
    "locat",
    "man",
    "matter",
    "measur",
    "member",
    "men",
    "offici",
    "process",
    "situat",
    "spokesman",
    "spokeswoman",
    "statement",
    "system",
    "woman",
    "women",
];

/// How much a word says of what a story is about: nouns more than what is said of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Telling {
    Noun,
    VagueNoun,
    Other,
}

/// How telling a word with this stem is, by its places.
pub(super) fn telling(stem: &str, places: &[Place<'_>], language: Language) -> Telling {
    match is_noun(places, language) {
        false => Telling::Other,
        true if language == Language::English && VAGUE.contains(&stem) => Telling::VagueNoun,
        true => Telling::Noun,
    }
}

/// True when a word is used as a noun in one of its places:
///
/// - it has a capital within a sentence;
/// - after an article, a preposition or the like no further word follows that it may only describe;
/// - the same with one word between, which describes it, when none follows.
///
/// English alone; of other languages it is always true.
fn is_noun(places: &[Place<'_>], language: Language) -> bool {
    language != Language::English || places.iter().any(|place| is_noun_at(place, language))
}

fn is_noun_at(place: &Place<'_>, language: Language) -> bool {
    let word = place.word();
    let mut before = place.words_before();
    let next = place.word_after();
    let goes_on = || next.is_some_and(|next| !language.is_function_word(next));
    let ends_in = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    let may_be_verb = || ends_in(&["ed", "ing", "ly"]);
    let Some(first) = before.next() else {
        return next.is_some() && !goes_on() && !may_be_verb();
    };
    if word.starts_with(char::is_uppercase) {
        return true;
    }
    let announces = |before: &str| {
        let is_in = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(before));
        is_in(BEFORE_NOUNS)
            || before.ends_with("'s")
            || before.ends_with("’s")
            || is_in(PREPOSITIONS) && !word.ends_with("ing")
    };
    let counts = first.starts_with(|c: char| c.is_ascii_digit()) || NUMBERS.contains(&first);
    if counts && !goes_on() {
        return true;
    }
    if announces(first) {
        return !(ends_in(ENDS_BEFORE_NOUNS) && goes_on());
    }
    let described = !VERBS.contains(&word)
        && !may_be_verb()
        && first.ends_with(char::is_alphanumeric)
        && !language.is_function_word(first);
    described && before.next().is_some_and(announces) && !goes_on()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn is_noun_in(sentence: &str, word: &str, language: Language) -> bool {
        let start = sentence.find(word).expect("the word") as u32;
        let span = Span::new(start, start + word.len() as u32);
        is_noun(&[Place { sentence, span }], language)
    }

    #[test]
    fn neighbours_tell_nouns() {
        for (sentence, noun) in [
            ("Then Norvale flooded.", "Norvale"),
            ("Then the dam broke.", "dam"),
            ("It was the town’s dam.", "dam"),
            ("Water came from wells.", "wells"),
            ("It cost 20 million crowns.", "crowns"),
            ("A Chilean judge isn't ready.", "judge"),
            ("Researchers have found it.", "Researchers"),
            ("It was the official said to be ill.", "official"),
        ] {
            assert!(is_noun_in(sentence, noun, Language::English), "{noun}");
        }
        for (sentence, other) in [
            ("He saw the central towns.", "central"),
            ("They have moved it.", "moved"),
            ("Threats sent to a school.", "sent"),
            ("The threats sent to schools.", "sent"),
            ("They lived by selling it.", "selling"),
            ("Losing in the cup hurts.", "Losing"),
            ("A 100 mile stretch.", "mile"),
            ("A top-flight club.", "flight"),
        ] {
            assert!(!is_noun_in(sentence, other, Language::English), "{other}");
        }
        assert!(is_noun_in("Ils ont perdu.", "perdu", Language::French));
        let places = [Place { sentence: "It was a case.", span: Span::new(9, 13) }];
        assert!(Telling::Noun < telling("case", &places, Language::English));
        assert!(telling("case", &places, Language::English) < Telling::Other);
    }
}
