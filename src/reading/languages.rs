//! The languages of articles that belong together.

use rayon::prelude::*;

use crate::article::Article;
use crate::text::{Detection, Language, detect};

/// Articles that a thread takes at least.
const FEW_ARTICLES: usize = 16;

/// How an article came by its language.
#[derive(Clone, Copy)]
struct Told {
    language: Language,
    /// True when the article says so itself, or its text leaves little doubt.
    sure: bool,
}

/// By article: its language, `None` where it is not `admitted`. It is `all`, else what the article
/// says, else `usual`, else what its text looks like. A text that is too short to tell, such as a
/// flash, is taken to be in the language of most of the others, unless one of them is surely in the
/// one that it looks like: one flash guessed to be Danish would be lost to an English summary.
pub(super) fn languages_of(
    articles: &[Article],
    admitted: &[bool],
    all: Option<Language>,
    usual: Option<Language>,
) -> Vec<Option<Language>> {
    let tell = |(article, &admitted): (&Article, &bool)| {
        let own = || article.lang.as_deref().map(named).or(usual);
        admitted.then(|| {
            if let Some(language) = all.or_else(own) {
                return Told { language, sure: true };
            }
            let Detection { language, confidence, reliable } = detect(&article.text);
            // What its script alone tells is no guess, however short.
            Told { language, sure: reliable || confidence >= 1.0 }
        })
    };
    let articles_told = articles.par_iter().zip(admitted).with_min_len(FEW_ARTICLES);
    let told: Vec<Option<Told>> = articles_told.map(tell).collect();
    let of = |sure: bool| -> Vec<Option<Language>> {
        let kept = told.iter().map(|told| told.filter(|told| told.sure || !sure));
        kept.map(|told| Some(told?.language)).collect()
    };
    let sure = of(true);
    let most = if sure.iter().all(Option::is_none) {
        most_common(articles, &of(false))
    } else {
        most_common(articles, &sure)
    };
    let settled = |told: &Told| told.sure || sure.contains(&Some(told.language));
    told.iter()
        .map(|told| told.map(|told| if settled(&told) { told.language } else { most }))
        .collect()
}

/// The language that most of what was read of the articles is in; among equals the first met.
pub(crate) fn most_common(articles: &[Article], languages: &[Option<Language>]) -> Language {
    let mut bytes: Vec<(Language, usize)> = Vec::new();
    for (article, language) in articles.iter().zip(languages) {
        let Some(language) = *language else { continue };
        match bytes.iter_mut().find(|(met, _)| *met == language) {
            Some((_, sum)) => *sum += article.text.len(),
            None => bytes.push((language, article.text.len())),
        }
    }
    let most = bytes.iter().rev().max_by_key(|(_, sum)| *sum);
    most.map_or(Language::Other, |(language, _)| *language)
}

/// The language a record names; one we do not know gets the rules that suit any.
pub(super) fn named(code: &str) -> Language {
    Language::from_code(code).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(texts: &[&str]) -> Vec<Option<Language>> {
        let articles: Vec<Article> = texts.iter().map(|text| Article::new("", *text)).collect();
        languages_of(&articles, &vec![true; articles.len()], None, None)
    }

    const ENGLISH: &str = "The old bridge above the town was closed to all traffic on Tuesday, and \
                           nobody could say when it would be opened again.";
    const GERMAN: &str = "Die alte Brücke über der Stadt wurde am Dienstag für den Verkehr gesperrt, \
                          und niemand wusste, wann sie wieder geöffnet wird.";

    #[test]
    fn a_text_too_short_to_tell_is_in_the_language_of_the_others() {
        let (english, german) = (Some(Language::English), Some(Language::German));
        assert_ne!(told(&["Norvale bridge closed"]), [english], "else this shows nothing");
        assert_eq!(told(&["Norvale bridge closed", ENGLISH]), [english; 2]);
        assert_eq!(
            told(&["Brücke über der Stadt gesperrt", ENGLISH, GERMAN])[1..],
            [english, german]
        );
        // Where none is sure they are in one language at least.
        let flashes =
            told(&["Norvale bridge closed", "Die Hard actor dies in Los Angeles", "Bridge shut"]);
        assert!(flashes.iter().all(|language| *language == flashes[0]), "{flashes:?}");
        // A script tells by itself.
        assert_ne!(told(&["堤坝决口了。", ENGLISH])[0], english);
    }

    #[test]
    fn what_is_said_comes_before_what_is_seen() {
        let named = Article { lang: Some("de".into()), ..Article::new("", ENGLISH) };
        let articles = [named, Article::new("", ENGLISH), Article::new("", GERMAN)];
        let languages = |all, usual| languages_of(&articles, &[true, true, false], all, usual);
        let (english, german) = (Some(Language::English), Some(Language::German));
        assert_eq!(languages(None, None), [german, english, None]);
        assert_eq!(languages(None, german), [german, german, None]);
        assert_eq!(languages(english, german), [english, english, None]);
    }
}
