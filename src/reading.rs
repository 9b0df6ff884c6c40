//! Reading a cluster: from its articles to its sentences and terms.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::article::{Article, Cluster};
use crate::clean::{self, Cleaned, Cleaner};
use crate::error::Error;
use crate::span::Span;
use crate::text::{Analyzer, Language, Sentence, Shape, count_words, detect, sentences};
use crate::vector::{Kind, Terms, TermsBuilder};

/// A cluster that has been read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// The sentences, article by article.
    pub(crate) sentences: Vec<Sentence>,
    /// Their terms.
    pub(crate) terms: Terms,
    /// By article: its language.
    pub(crate) languages: Vec<Language>,
    /// Lines left out: rule → count.
    pub(crate) dropped: BTreeMap<String, usize>,
}

/// Reads clusters. Keeps its analyzers, whose stem caches pay from cluster to cluster.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    /// One set of analyzers for each thread that has read at the same time.
    idle: Mutex<Vec<Analyzers>>,
    cleaner: Cleaner,
}

/// Analyzers by language, as met.
type Analyzers = Vec<Analyzer>;

/// Articles are read side by side in runs of about this many bytes of text. The runs depend on
/// the cluster alone, and joining them gives what reading one after the other would.
const RUN_BYTES: usize = 1 << 18;

/// What has been read of a run of articles.
#[derive(Default)]
struct Run {
    sentences: Vec<Sentence>,
    terms: TermsBuilder,
    languages: Vec<Language>,
    dropped: BTreeMap<String, usize>,
}

impl Reader {
    /// A reader that leaves out what `cleaner` does.
    pub(crate) fn new(cleaner: Cleaner) -> Self {
        Self { cleaner, ..Self::default() }
    }

    /// Reads a cluster. `language` overrides what the articles say of themselves.
    pub(crate) fn read(
        &self,
        cluster: &Cluster,
        language: Option<Language>,
    ) -> Result<Reading, Error> {
        for article in &cluster.articles {
            if u32::try_from(article.text.len()).is_err() {
                let (article, bytes) = (article.id.clone(), article.text.len());
                return Err(Error::TextTooLong { article, bytes });
            }
        }
        let given = language.or_else(|| cluster.lang.as_deref().map(named));
        let runs = runs(&cluster.articles);
        let read = |&(start, articles): &(usize, &[Article])| {
            let mut analyzers =
                self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
            let mut run = Run::default();
            for (number, article) in (start as u32..).zip(articles) {
                let own = match language {
                    None => article.lang.as_deref().map(named).or(given),
                    forced => forced,
                };
                let cleaned = self.cleaner.clean(article);
                run.read(number, article, &cleaned, own, &mut analyzers);
            }
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(analyzers);
            run
        };
        let parts: Vec<Run> = match runs.as_slice() {
            [single] => vec![read(single)],
            several => several.par_iter().map(read).collect(),
        };
        let mut parts = parts.into_iter();
        let mut whole = parts.next().unwrap_or_default();
        for part in parts {
            whole.append(part);
        }
        Ok(Reading {
            sentences: whole.sentences,
            terms: whole.terms.finish(),
            languages: whole.languages,
            dropped: whole.dropped,
        })
    }
}

impl Run {
    fn read(
        &mut self,
        number: u32,
        article: &Article,
        cleaned: &Cleaned,
        language: Option<Language>,
        analyzers: &mut Analyzers,
    ) {
        let text = article.text.as_str();
        let language = language.unwrap_or_else(|| detect(text).language);
        self.languages.push(language);
        let analyzer = match analyzers.iter().position(|analyzer| analyzer.language() == language) {
            Some(at) => &mut analyzers[at],
            None => analyzers.push_mut(Analyzer::new(language)),
        };
        for dropped in &cleaned.dropped {
            *self.dropped.entry(dropped.rule.to_owned()).or_default() += 1;
        }
        let mut position = 0;
        for &block in &cleaned.blocks {
            for span in sentences(block.of(text), language) {
                let span = Span::new(block.start + span.start, block.start + span.end);
                let sentence = span.of(text);
                analyzer.terms(sentence, |term| {
                    let kind = match (term.stop, language.has_stop_list()) {
                        (true, _) => Kind::Stop,
                        (false, true) => Kind::Content,
                        (false, false) => Kind::Unknown,
                    };
                    self.terms.push(term.stem, kind);
                });
                // A line of dashes or dots says nothing.
                if self.terms.open_terms() == 0 {
                    continue;
                }
                self.terms.end_sentence();
                self.sentences.push(Sentence {
                    article: number,
                    position,
                    span,
                    words: count_words(sentence) as u32,
                    printed_bytes: printed(sentence).len() as u32,
                    shape: shape(sentence),
                });
                position += 1;
            }
        }
    }

    fn append(&mut self, other: Self) {
        self.sentences.extend(other.sentences);
        self.terms.append(&other.terms);
        self.languages.extend(other.languages);
        for (rule, count) in other.dropped {
            *self.dropped.entry(rule).or_default() += count;
        }
    }
}

/// The language a record names; one we do not know gets the rules that suit any.
fn named(code: &str) -> Language {
    Language::from_code(code).unwrap_or_default()
}

/// Cuts the articles into runs of at least [`RUN_BYTES`], each with the number of its first.
fn runs(articles: &[Article]) -> Vec<(usize, &[Article])> {
    let mut runs = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (number, article) in articles.iter().enumerate() {
        bytes += article.text.len();
        if bytes >= RUN_BYTES || number + 1 == articles.len() {
            runs.push((start, &articles[start..=number]));
            (start, bytes) = (number + 1, 0);
        }
    }
    runs
}

/// What a sentence looks like.
fn shape(sentence: &str) -> Shape {
    if clean::is_furniture(sentence) {
        Shape::Furniture
    } else if clean::ends_like_sentence(sentence) {
        Shape::Complete
    } else {
        Shape::Fragment
    }
}

/// A sentence as it is printed: every run of white space is one space.
pub(crate) fn printed(sentence: &str) -> Cow<'_, str> {
    let plain = |c: char| !c.is_whitespace() || c == ' ';
    if sentence.chars().all(plain) && !sentence.contains("  ") {
        return Cow::Borrowed(sentence);
    }
    let words: Vec<&str> = sentence.split_whitespace().collect();
    Cow::Owned(words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_printed_as_one_space() {
        assert_eq!(printed("Rain fell\non  the\u{a0}town."), "Rain fell on the town.");
        assert!(matches!(printed("Rain fell."), Cow::Borrowed(_)));
    }

    #[test]
    fn runs_cover_all_articles_in_order() {
        let article = |bytes| Article::new("a", "x".repeat(bytes));
        let articles = [article(RUN_BYTES), article(1), article(RUN_BYTES), article(2)];
        let runs = runs(&articles);
        let shape: Vec<_> = runs.iter().map(|(start, articles)| (*start, articles.len())).collect();
        assert_eq!(shape, [(0, 1), (1, 2), (3, 1)]);
        assert!(super::runs(&[]).is_empty());
    }
}
