//! Names and numbers, as far as the looks of words tell.

use std::collections::BTreeSet;

/// The words of a sentence that look like names or numbers, in order: those with a capital, but
/// for the first word and `I`, and those that begin with a digit. `U.S.` is two.
pub(crate) fn names(sentence: &str) -> impl Iterator<Item = &str> {
    let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.enumerate().filter_map(|(place, word)| {
        let named = |c: char| c.is_numeric() || place > 0 && c.is_uppercase();
        (word != "I" && word.starts_with(named)).then_some(word)
    })
}

/// True for a sentence without a name or a number, in a script that has capitals.
pub(crate) fn is_plain(sentence: &str) -> bool {
    names(sentence).next().is_none() && has_case(sentence)
}

/// True when a sentence has fewer than `news` names and numbers that another has not, in a script
/// that has capitals.
pub(crate) fn lacks_news(sentence: &str, other: &str, news: usize) -> bool {
    let lower = |name: &str| name.to_lowercase();
    let known: BTreeSet<String> = other.split(|c: char| !c.is_alphanumeric()).map(lower).collect();
    let new: BTreeSet<String> =
        names(sentence).map(lower).filter(|name| !known.contains(name)).collect();
    new.len() < news && has_case(sentence)
}

fn has_case(sentence: &str) -> bool {
    sentence.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_capitals_and_numbers_digits() {
        let found: Vec<&str> =
            names("The dam above Norvale broke at 3 p.m., Ada Lund said.").collect();
        assert_eq!(found, ["Norvale", "3", "Ada", "Lund"]);
        assert_eq!(names("12 dams broke.").collect::<Vec<_>>(), ["12"]);
    }

    #[test]
    fn news_is_a_name_that_the_other_has_not() {
        let other = "Norvale was flooded on Tuesday.";
        assert!(lacks_news("Floods hit Norvale and Fell on Tuesday.", other, 2));
        assert!(!lacks_news("Floods hit Norvale and Fell on 3 May.", other, 2));
        assert!(!lacks_news("堤坝决口了。", "洪水来了。", 2));
    }

    #[test]
    fn plain_sentences_name_nothing() {
        assert!(is_plain("The security presence has surged in recent weeks."));
        assert!(is_plain("“Nobody came.”"));
        assert!(!is_plain("The dam broke on Tuesday."));
        assert!(!is_plain("堤坝决口了。") && !is_plain(""));
    }
}
