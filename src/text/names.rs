//! Names and numbers, as far as the looks of words tell.

/// The words of a sentence that look like names or numbers, in order: those with a capital, but
/// for the first word, and those that begin with a digit. `U.S.` is two.
pub(crate) fn names(sentence: &str) -> impl Iterator<Item = &str> {
    let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.enumerate().filter_map(|(place, word)| {
        let named = |c: char| c.is_numeric() || place > 0 && c.is_uppercase();
        word.starts_with(named).then_some(word)
    })
}

/// True for a sentence without a name or a number, in a script that has capitals.
pub(crate) fn is_plain(sentence: &str) -> bool {
    names(sentence).next().is_none() && sentence.chars().any(char::is_lowercase)
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
    fn plain_sentences_name_nothing() {
        assert!(is_plain("The security presence has surged in recent weeks."));
        assert!(is_plain("“Nobody came.”"));
        assert!(!is_plain("The dam broke on Tuesday."));
        assert!(!is_plain("堤坝决口了。") && !is_plain(""));
    }
}
