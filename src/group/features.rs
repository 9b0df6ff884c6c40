//! An article as weighted features: its terms and the pairs of terms that stand side by side.

use rayon::prelude::*;

use crate::article::Article;
use crate::group::body::body;
use crate::group::hash::{hash, join};
use crate::text::{Analyzer, Language, sentences};

/// A feature's number: the upper half of the hash of its spelling. Two features in a thousand
/// million share one by chance, which no cosine notices.
pub(super) type Feature = u32;

/// The features of an article, in ascending order, each with its weight before IDF:
/// (1 + ln count) × boost.
pub(super) type Features = Vec<(Feature, f32)>;

/// Occurrences are counted in tenths, so that the sums are exact.
const UNIT: u32 = 10;
/// What an occurrence in the headline counts.
const IN_TITLE: u32 = 20;
/// What a pair of neighbours counts, beside its two terms: it tells `white house` from a house
/// that is white, and carries languages whose words are written as several.
const PAIR_TENTHS: u32 = 7;
/// What a name weighs: a term that is mostly capitalised inside sentences.
const NAME_BOOST: f64 = 2.0;
/// What a term with a digit weighs.
const NUMBER_BOOST: f64 = 1.25;
/// Terms of the body that are read, stop words not counted: the news is told by then, and what
/// follows is background that other stories share.
const LONGEST: usize = 400;

/// The language and the features of every article that is wanted, none for the others. Side by
/// side.
pub(super) fn features(
    articles: &[Article],
    wanted: impl Fn(usize) -> bool + Sync,
) -> Vec<(Language, Features)> {
    let run = (articles.len() / 32).clamp(16, 1024);
    let runs: Vec<Vec<(Language, Features)>> = articles
        .par_chunks(run)
        .enumerate()
        .map(|(number, articles)| {
            let mut reader = Reader::default();
            let read = |(at, article)| {
                if wanted(number * run + at) { reader.read(article) } else { Default::default() }
            };
            articles.iter().enumerate().map(read).collect()
        })
        .collect();
    runs.into_iter().flatten().collect()
}

/// Reads articles one after the other.
#[derive(Default)]
struct Reader {
    /// By language, as met: their stem caches pay from article to article.
    analyzers: Vec<Analyzer>,
    occurrences: Vec<Occurrence>,
}

/// A feature at one place of the text.
#[derive(Clone, Copy)]
struct Occurrence {
    feature: Feature,
    tenths: u32,
    /// In a place where only names are capitalised.
    told: bool,
    capital: bool,
    number: bool,
}

impl Reader {
    fn read(&mut self, article: &Article) -> (Language, Features) {
        let language = Language::of(article);
        let analyzer = Analyzer::among(&mut self.analyzers, language);
        self.occurrences.clear();
        let occurrences = &mut self.occurrences;
        let mut terms = 0;
        let mut sentence = |text: &str, counts: u32, in_title: bool| {
            let mut last: Option<u64> = None;
            let mut first = true;
            let mut kept = 0;
            analyzer.terms(text, |term| {
                let opens = std::mem::replace(&mut first, false);
                if term.stop {
                    last = None;
                    return;
                }
                let word = term.span.of(text);
                let own = hash(term.stem.as_bytes());
                occurrences.push(Occurrence {
                    feature: (own >> 32) as Feature,
                    tenths: counts,
                    told: !opens && !in_title,
                    capital: word.starts_with(char::is_uppercase),
                    number: word.contains(|c: char| c.is_numeric()),
                });
                if let Some(last) = last.replace(own) {
                    occurrences.push(Occurrence {
                        feature: (join(last, own) >> 32) as Feature,
                        tenths: counts * PAIR_TENTHS / UNIT,
                        told: false,
                        capital: false,
                        number: false,
                    });
                }
                kept += 1;
            });
            kept
        };
        if let Some(title) = &article.title {
            sentence(title, IN_TITLE, true);
        }
        let text = article.text.as_str();
        'body: for block in body(article) {
            let block = block.of(text);
            for span in sentences(block, language) {
                terms += sentence(span.of(block), UNIT, false);
                if terms > LONGEST {
                    break 'body;
                }
            }
        }
        (language, weigh(&mut self.occurrences))
    }
}

/// From occurrences to features.
fn weigh(occurrences: &mut [Occurrence]) -> Features {
    occurrences.sort_unstable_by_key(|occurrence| occurrence.feature);
    let groups = occurrences.chunk_by(|a, b| a.feature == b.feature);
    let mut features: Features = groups
        .map(|group| {
            let tenths: u32 = group.iter().map(|occurrence| occurrence.tenths).sum();
            let told = group.iter().filter(|occurrence| occurrence.told).count();
            let capitals = group.iter().filter(|o| o.told && o.capital).count();
            let boost = if group.iter().any(|occurrence| occurrence.number) {
                NUMBER_BOOST
            } else if capitals * 2 > told {
                NAME_BOOST
            } else {
                1.0
            };
            (group[0].feature, (damped(tenths) * boost) as f32)
        })
        .collect();
    // A million of them is in memory at once.
    features.shrink_to_fit();
    features
}

/// 1 + ln count, or the count itself below one.
fn damped(tenths: u32) -> f64 {
    let count = f64::from(tenths) / f64::from(UNIT);
    if count > 1.0 { 1.0 + libm::log(count) } else { count }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(features: &Features, word: &str) -> f32 {
        let feature = (hash(word.as_bytes()) >> 32) as Feature;
        features.iter().find(|(own, _)| *own == feature).map_or(0.0, |(_, weight)| *weight)
    }

    fn read(title: &str, text: &str) -> Features {
        let article = Article {
            title: Some(title.into()),
            lang: Some("en".into()),
            ..Article::new("a", text)
        };
        features(&[article], |_| true).remove(0).1
    }

    #[test]
    fn names_numbers_and_headlines_weigh_more() {
        let features = read("Flood", "Heavy rain fell. The mayor Norvale thanked 40 neighbours.");
        let close = |word: &str, expected: f64| {
            assert!((f64::from(weight(&features, word)) - expected).abs() < 1e-6, "{word}");
        };
        close("norval", NAME_BOOST);
        close("40", NUMBER_BOOST);
        // A capital at the start of a sentence tells nothing.
        close("heavi", 1.0);
        close("flood", 1.0 + 2_f64.ln());
        close("the", 0.0);
    }

    #[test]
    fn features_ascend() {
        let features = read("", "Rain fell on the town, and rain fell on the port.");
        assert!(features.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
