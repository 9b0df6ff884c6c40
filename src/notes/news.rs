//! Whether a sentence says something else than one that has nearly its words: `43 dead` after
//! `12 dead`, `was not safe` after `was safe`.

use crate::notes::numbers::{self, Counted};
use crate::text::Analyzer;

/// What a sentence says that its words alone do not show.
pub(crate) struct Said {
    counted: Vec<Counted>,
    negated: bool,
}

impl Said {
    /// What a text says; `is_content` tells which of its words mean something.
    pub(crate) fn read(
        analyzer: &mut Analyzer,
        text: &str,
        is_content: impl Fn(usize) -> bool,
    ) -> Self {
        let language = analyzer.language();
        let mut negated = false;
        analyzer.terms(text, |term| negated |= language.is_negation(term.folded));
        Self { counted: numbers::read(analyzer, text, is_content), negated }
    }

    /// True for a sentence that has nearly the words of all that are `known`, and yet gives a number
    /// that none of them gives for the same thing, or denies what they say.
    pub(crate) fn is_news(&self, known: &[&Self]) -> bool {
        known.iter().all(|other| other.negated != self.negated)
            || numbers::another(&self.counted, &known.iter().flat_map(|other| &other.counted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn is_news(language: Language, new: &str, known: &[&str]) -> bool {
        let mut analyzer = Analyzer::new(language);
        let mut said = |text: &str| {
            let mut content = Vec::new();
            analyzer.terms(text, |term| content.push(!term.stop));
            Said::read(&mut analyzer, text, |place| content[place])
        };
        let known: Vec<Said> = known.iter().map(|text| said(text)).collect();
        said(new).is_news(&known.iter().collect::<Vec<_>>())
    }

    #[test]
    fn numbers_and_negations_make_news() {
        for (language, here, there) in [
            (Language::English, "It killed 12 people.", "It killed 43 people."),
            (Language::English, "The dam was safe.", "The dam was not safe."),
            (Language::English, "The dam had held.", "The dam hadn’t held."),
            (Language::English, "Police arrested her.", "Police denied they arrested her."),
            (Language::German, "Der Damm ist sicher.", "Der Damm ist nicht sicher."),
            (Language::French, "La digue tient.", "La digue ne tient pas."),
            (Language::Spanish, "La presa es segura.", "La presa no es segura."),
            (Language::Vietnamese, "Đập an toàn.", "Đập không an toàn."),
        ] {
            assert!(is_news(language, here, &[there]), "{here} {there}");
            assert!(is_news(language, there, &[here]), "{there} {here}");
            assert!(!is_news(language, here, &[here]), "{here}");
            assert!(!is_news(language, here, &[there, here]), "{here}");
        }
        let english = |new, known: &[&str]| is_news(Language::English, new, known);
        assert!(!english("It killed 12 people.", &["Twelve people died."]));
        assert!(!english("It is not safe.", &["It isn't safe."]));
    }

    #[test]
    fn all_that_is_known_is_taken_together() {
        let both = "It killed 43 people and injured 5 people.";
        let english = |new, known: &[&str]| is_news(Language::English, new, known);
        assert!(english(both, &["It killed 12 people and injured 5 people."]));
        assert!(english("It killed 43 people.", &["It killed 12 people.", "It hit the town."]));
        assert!(!english(both, &["It killed 43 people.", "It injured 5 people."]));
    }
}
