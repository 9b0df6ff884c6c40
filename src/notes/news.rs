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

    /// True when the two give another number for the same thing, or one of them denies what the
    /// other says.
    pub(crate) fn differs(&self, other: &Self) -> bool {
        self.negated != other.negated
            || !numbers::disagreements(&self.counted, &other.counted).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn differ(language: Language, here: &str, there: &str) -> bool {
        let mut analyzer = Analyzer::new(language);
        let mut said = |text: &str| {
            let mut content = Vec::new();
            analyzer.terms(text, |term| content.push(!term.stop));
            Said::read(&mut analyzer, text, |place| content[place])
        };
        said(here).differs(&said(there))
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
            assert!(differ(language, here, there), "{here} {there}");
            assert!(differ(language, there, here), "{there} {here}");
            assert!(!differ(language, here, here), "{here}");
        }
        assert!(!differ(Language::English, "It killed 12 people.", "Twelve people died."));
        assert!(!differ(Language::English, "It is not safe.", "It isn't safe."));
    }
}
