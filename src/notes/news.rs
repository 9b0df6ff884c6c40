//! Whether a sentence says something else than one that has nearly its words: `43 dead` after
//! `12 dead`, `was not safe` after `was safe`, `resigned` after `will resign`, `was released` after
//! `was charged`.

use crate::notes::agree::agree;
use crate::notes::counted::{Counted, Words};
use crate::notes::events::tells_another_turn;
use crate::notes::prospects::has_come_about;
use crate::text::Language;
use crate::vector::Terms;

/// What a sentence says that its words alone do not show.
#[derive(Clone)]
pub(crate) struct Said<'t> {
    words: Words<'t>,
    pub(super) counted: Vec<Counted<'t>>,
    /// The place of the first word with which it denies something.
    first_denial: Option<usize>,
}

impl<'t> Said<'t> {
    /// What a sentence says; `row` is its number among `terms`.
    pub(crate) fn read(text: &'t str, language: Language, terms: &'t Terms, row: usize) -> Self {
        Self::of(Words::new(text, language, terms, row))
    }

    /// What a sentence of these words says.
    pub(super) fn of(words: Words<'t>) -> Self {
        let first_denial = words.denials().next();
        Self { counted: words.counted(), first_denial, words }
    }

    /// True for a sentence that has nearly the words of all that are `known`, and yet gives a number
    /// that none of them gives for what it counts, denies what they say, tells what was ahead, or another
    /// turn of the story.
    pub(crate) fn is_news(&self, known: &[&Self]) -> bool {
        let words: Vec<&Words<'_>> = known.iter().map(|other| &other.words).collect();
        known.iter().all(|other| other.first_denial.is_some() != self.first_denial.is_some())
            || self.gives_a_new_number(known)
            || has_come_about(&self.words, &words)
            || tells_another_turn(&self.words, &words)
    }

    /// The word with which it denies what another sentence says: the word that it denies stands there
    /// too. Where syllables are written apart a negation may be one of a word, or be far from what
    /// they both say: it must deny two words that the other has.
    pub(super) fn denial(&self, other: &Self) -> Option<&'t str> {
        let words = &self.words;
        self.first_denial.filter(|_| other.first_denial.is_none())?;
        let denies = |&place: &usize| {
            if words.language.has_syllables() {
                words.goes_on_as(place, &other.words)
            } else {
                words.denies_a_word_of(place, &other.words)
            }
        };
        words.denials().find(denies).map(|place| words.written(place))
    }

    /// True when some number counts what is counted among `known` too, where none agrees with it.
    pub(crate) fn gives_another_number(&self, known: &[&Self]) -> bool {
        let is_counted = |own: &&Counted<'_>| of_the_same(own, known).next().is_some();
        self.counted.iter().filter(is_counted).any(|own| is_new(own, known))
    }

    /// True when no number among `known` says how many there are of something that is counted here.
    fn gives_a_new_number(&self, known: &[&Self]) -> bool {
        self.counted.iter().any(|own| is_new(own, known))
    }
}

/// The numbers among `known` for what a number counts.
fn of_the_same<'a, 't>(
    own: &Counted<'t>,
    known: &'a [&Said<'t>],
) -> impl Iterator<Item = &'a Counted<'t>> {
    let all = known.iter().flat_map(|other| &other.counted);
    all.filter(move |other| other.of == own.of)
}

/// True for a number with which none among `known` agrees.
fn is_new<'t>(own: &Counted<'t>, known: &[&Said<'t>]) -> bool {
    !of_the_same(own, known).any(|other| agree(&other.number, &own.number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::counted::testing::terms_of;

    fn is_news(language: Language, new: &str, known: &[&str]) -> bool {
        let sentences: Vec<&str> = [&[new], known].concat();
        let terms = terms_of(language, &sentences);
        let said = |row: usize| Said::read(sentences[row], language, &terms, row);
        let known: Vec<Said<'_>> = (1..sentences.len()).map(said).collect();
        said(0).is_news(&known.iter().collect::<Vec<_>>())
    }

    #[test]
    fn numbers_and_negations_make_news() {
        for (language, here, there) in [
            (Language::English, "It killed 12 people.", "It killed 43 people."),
            (Language::English, "The dam was safe.", "The dam was not safe."),
            (Language::English, "The dam had held.", "The dam hadn’t held."),
            (Language::English, "Police arrested her.", "Police denied they arrested her."),
            (Language::English, "He resigned on Monday.", "He refused to resign on Monday."),
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
        assert!(!english("The toll was 17, not 19.", &["The toll was 17."]));
        assert!(!english("It hit not only the town.", &["It hit the town."]));
        assert!(!english("He did not say why.", &["He declined to say why."]));
        assert!(!is_news(Language::Chinese, "学校停课。", &["学校在边境停课。"]));
    }

    fn denial(language: Language, here: &str, there: &str) -> Option<String> {
        let terms = terms_of(language, &[here, there]);
        let said = |text, row| Said::read(text, language, &terms, row);
        said(here, 0).denial(&said(there, 1)).map(str::to_owned)
    }

    #[test]
    fn a_denial_denies_what_the_other_says() {
        for (language, here, there, expected) in [
            (Language::English, "The old dam was not safe.", "The old dam was safe.", "not"),
            (Language::English, "Nobody on it was hurt.", "Two on it were hurt.", "Nobody"),
            (Language::English, "The dam hadn’t held.", "The dam had held.", "hadn’t"),
            (Language::German, "Der Damm hält nicht.", "Der Damm hält.", "nicht"),
            (Language::French, "La digue ne tient pas.", "La digue tient.", "pas"),
        ] {
            assert_eq!(denial(language, here, there).as_deref(), Some(expected), "{here}");
        }
        for (here, there) in [
            ("He was pulled out, but they could not revive him.", "He was pulled out on Friday."),
            ("It is not clear if both of them drowned.", "Police believe both of them drowned."),
            ("She will no longer back him.", "She said that she would back him."),
        ] {
            assert_eq!(denial(Language::English, here, there), None, "{here}");
        }
    }

    #[test]
    fn a_negation_may_be_a_part_of_a_word() {
        let denial = |here, there| denial(Language::Vietnamese, here, there);
        assert_eq!(denial("Đập không an toàn.", "Đập an toàn."), Some("không".into()));
        assert_eq!(denial("Cầu chưa thông xe.", "Cầu thông xe."), Some("chưa".into()));
        for (here, there) in [
            // Aviation, air force, without hesitation.
            ("Hãng hàng không bố trí chuyến bay.", "Hãng bố trí chuyến bay."),
            ("Không quân đưa tin.", "Quân đưa tin."),
            ("Cô không ngần ngại đáp.", "Cô ngần ngại đáp."),
            // The other says nothing of it.
            ("Anh nhảy xuống, không hiểu vì sao.", "Anh nhảy xuống sông."),
            // Both deny.
            ("Đập không an toàn.", "Đập chưa an toàn."),
        ] {
            assert_eq!(denial(here, there), None, "{here} {there}");
        }
    }

    #[test]
    fn what_has_come_about_is_news() {
        for (language, ahead, done) in [
            (Language::English, "She will resign on Friday.", "She resigned on Friday."),
            (Language::English, "The union plans to strike.", "The union went on strike."),
            (Language::English, "He'll be sentenced in May.", "He was sentenced in May."),
            (Language::German, "Der Damm soll morgen schließen.", "Der Damm musste schließen."),
            (Language::French, "La digue va fermer mardi.", "La digue a dû fermer mardi."),
            (Language::Spanish, "La presa va a cerrar.", "La presa tuvo que cerrar."),
            (Language::Vietnamese, "Đập sẽ đóng cửa.", "Đập đã đóng cửa."),
        ] {
            assert!(is_news(language, done, &[ahead]), "{done} {ahead}");
            assert!(!is_news(language, ahead, &[done]), "{ahead} {done}");
            assert!(!is_news(language, ahead, &[ahead]), "{ahead}");
            assert!(!is_news(language, done, &[ahead, done]), "{done}");
        }
        let beside = "Two ships sank, and a third will be raised.";
        assert!(!is_news(Language::English, "Two ships sank.", &[beside]));
    }

    #[test]
    fn another_turn_of_a_story_is_news() {
        for (known, new) in [
            ("The suspect was charged on Monday.", "The suspect was released on Tuesday."),
            ("Ferrymen began a strike over pay.", "Ferrymen ended a strike over pay."),
            ("The singer was taken to hospital.", "The singer died in hospital."),
        ] {
            assert!(is_news(Language::English, new, &[known]), "{new}");
            assert!(!is_news(Language::English, new, &[known, new]), "{new}");
        }
        let same = ["The storm killed a man.", "A man died in the storm."];
        assert!(!is_news(Language::English, same[0], &[same[1]]));
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
