//! Reading a cluster: from its articles to its sentences and terms.

mod found;
mod languages;
mod list_mark;
mod run;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::article::{Article, Cluster};
use crate::clean::{Cleaner, Dropped};
use crate::error::Error;
use crate::text::{Analyzer, Language, Sentence};
use crate::vector::Terms;

use languages::{languages_of, named};
use run::Run;

pub(crate) use languages::most_common;

/// A cluster that has been read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// The sentences, article by article.
    pub(crate) sentences: Vec<Sentence>,
    /// Their terms.
    pub(crate) terms: Terms,
    /// The terms of texts that are no part of the cluster, in the same numbers: the titles, one an
    /// article, then the query, then the sentences of what is known.
    pub(crate) beside: Terms,
    /// By article: its language; `None` for one that was not admitted, and so not read.
    pub(crate) languages: Vec<Option<Language>>,
    /// The sentences of what is known, in the order of their rows; each with its article's language.
    pub(crate) known: Vec<(Sentence, Language)>,
    /// What was left out, by article.
    pub(crate) dropped: Vec<(u32, Dropped)>,
}

impl Reading {
    /// Lines left out: rule → count.
    pub(crate) fn dropped_by_rule(&self) -> BTreeMap<String, usize> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (_, dropped) in &self.dropped {
            *counts.entry(dropped.rule.to_owned()).or_default() += 1;
        }
        counts
    }

    /// Where the query stands in `beside`.
    pub(crate) fn query_row(&self) -> usize {
        self.languages.len()
    }

    /// Where the sentences of what is known stand in `beside`.
    pub(crate) fn known_rows(&self) -> std::ops::Range<usize> {
        self.languages.len() + 1..self.beside.len()
    }
}

/// Words that a user names, without the function words among them.
#[derive(Clone, Debug, Default)]
pub(crate) struct NamedWords {
    pub(crate) stems: Vec<String>,
    /// Function words in capitals, which are names: WHO, IT. Only their capitals show that.
    pub(crate) abbreviations: Vec<String>,
}

/// True for 4 GiB and more: words and places are counted in 32 bits.
fn is_too_long(bytes: usize) -> bool {
    u32::try_from(bytes).is_err()
}

/// Two letters or more, all of them capitals.
fn is_abbreviation(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}

/// Texts that are read beside a cluster.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beside {
    /// What the user asks for; may be empty.
    pub(crate) query: String,
    /// What the user knows already.
    pub(crate) known: Vec<Article>,
}

/// Reads clusters. It keeps its analyzers: their stem caches help with the next cluster.
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
const RUN_BYTES: usize = 1 << 15;

/// So many runs a thread are read before they are joined. A run that waits holds a vocabulary of its
/// own, so they must not be many.
const RUNS_A_THREAD: usize = 4;

impl Reader {
    /// A reader that leaves out what `cleaner` does.
    pub(crate) fn new(cleaner: Cleaner) -> Self {
        Self { cleaner, ..Self::default() }
    }

    /// Reads the articles of a cluster that are `admitted`. `language` overrides what the articles
    /// say of themselves.
    pub(crate) fn read(
        &self,
        cluster: &Cluster,
        language: Option<Language>,
        admitted: &[bool],
        beside: &Beside,
    ) -> Result<Reading, Error> {
        check_lengths(cluster, beside)?;
        let usual = cluster.lang.as_deref().map(named);
        let languages = languages_of(&cluster.articles, admitted, language, usual);
        let mut whole = self.read_articles(&cluster.articles, &languages);
        // Sentences stay as long as the cluster, and their list has grown by doubling.
        whole.sentences.shrink_to_fit();
        let most = most_common(&cluster.articles, &languages);
        let all = vec![true; beside.known.len()];
        let known_languages: Vec<Language> = languages_of(&beside.known, &all, language, None)
            .into_iter()
            .map(|language| language.unwrap_or(most))
            .collect();
        // What stands beside is read last: it gets numbers of its own only for terms of its own.
        let mut rest = Run { terms: whole.terms, ..Run::default() };
        self.with_analyzers(|analyzers| {
            for (article, &language) in cluster.articles.iter().zip(&languages) {
                let title = article.title.as_deref().unwrap_or_default();
                rest.read_line(title, language.unwrap_or_default(), analyzers);
            }
            rest.read_line(&beside.query, most, analyzers);
            for ((number, article), &language) in (0..).zip(&beside.known).zip(&known_languages) {
                rest.read(number, article, self.cleaner.clean(article), language, analyzers);
            }
        });
        let known = rest.sentences.into_iter();
        let known =
            known.map(|sentence| (sentence, known_languages[sentence.article as usize])).collect();
        let (terms, beside) = rest.terms.finish_apart(whole.sentences.len());
        let Run { sentences, dropped, .. } = whole;
        Ok(Reading { sentences, terms, beside, languages, known, dropped })
    }

    /// Reads the articles that have a language, side by side.
    fn read_articles(&self, articles: &[Article], languages: &[Option<Language>]) -> Run {
        let read = |&(start, articles): &(usize, &[Article])| {
            let mut run = Run::of_bytes(articles.iter().map(|article| article.text.len()).sum());
            self.with_analyzers(|analyzers| {
                for (number, article) in (start as u32..).zip(articles) {
                    if let Some(language) = languages[number as usize] {
                        run.read(number, article, self.cleaner.clean(article), language, analyzers);
                    }
                }
            });
            run
        };
        let mut whole: Option<Run> = None;
        for wave in runs(articles).chunks(RUNS_A_THREAD * rayon::current_num_threads()) {
            let parts: Vec<Run> = match wave {
                [single] => vec![read(single)],
                several => several.par_iter().map(read).collect(),
            };
            for part in parts {
                match &mut whole {
                    Some(whole) => whole.append(part),
                    None => whole = Some(part),
                }
            }
        }
        whole.unwrap_or_default()
    }

    /// The words that a user names, in a language.
    pub(crate) fn named_words(&self, words: &str, language: Language) -> NamedWords {
        self.with_analyzers(|analyzers| {
            let mut named = NamedWords::default();
            // Capitals mean nothing when all is in capitals.
            let tells = words.contains(char::is_lowercase) || !words.trim().contains(' ');
            Analyzer::among(analyzers, language).terms(words, |term| {
                let word = term.span.of(words);
                if !term.stop {
                    named.stems.push(term.stem.to_owned());
                } else if tells && is_abbreviation(word) {
                    named.abbreviations.push(word.to_owned());
                }
            });
            named
        })
    }

    /// Lends analyzers, which know the words they have met and no numbers.
    fn with_analyzers<R>(&self, work: impl FnOnce(&mut Analyzers) -> R) -> R {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let mut analyzers = idle().pop().unwrap_or_default();
        analyzers.iter_mut().for_each(Analyzer::forget_numbers);
        let result = work(&mut analyzers);
        idle().push(analyzers);
        result
    }
}

/// Refuses texts whose bytes a span cannot count.
fn check_lengths(cluster: &Cluster, beside: &Beside) -> Result<(), Error> {
    let articles = || cluster.articles.iter().chain(&beside.known);
    if let Some(article) = articles().find(|article| is_too_long(article.text.len())) {
        let (article, bytes) = (article.id.clone(), article.text.len());
        return Err(Error::TextTooLong { article, bytes });
    }
    let titles = cluster.articles.iter().filter_map(|article| article.title.as_deref());
    let lines = titles.chain([beside.query.as_str()]).map(str::len).sum::<usize>();
    let bytes = articles().map(|article| article.text.len()).sum::<usize>() + lines;
    if is_too_long(bytes) {
        return Err(Error::ClusterTooLong { cluster: cluster.id.clone(), bytes });
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::Blemish;

    #[test]
    fn runs_cover_all_articles_in_order() {
        let article = |bytes| Article::new("a", "x".repeat(bytes));
        let articles = [article(RUN_BYTES), article(1), article(RUN_BYTES), article(2)];
        let runs = runs(&articles);
        let shape: Vec<_> = runs.iter().map(|(start, articles)| (*start, articles.len())).collect();
        assert_eq!(shape, [(0, 1), (1, 2), (3, 1)]);
        assert!(super::runs(&[]).is_empty());
    }

    /// A reader's terms of a cluster, spelled.
    fn spelled(reader: &Reader, articles: &[Article]) -> Vec<Vec<String>> {
        let cluster = Cluster::new("c", articles.to_vec());
        let admitted = vec![true; articles.len()];
        let reading = reader.read(&cluster, None, &admitted, &Beside::default()).unwrap();
        let spelled = |&term: &u32| reading.terms.spelling(term).to_owned();
        (0..reading.terms.len())
            .map(|row| reading.terms.of(row).iter().map(spelled).collect())
            .collect()
    }

    #[test]
    fn a_reader_that_has_read_reads_as_a_new_one() {
        let text =
            |topic: &str| format!("The {topic} broke on Tuesday. Nobody saw the {topic} break.");
        let english = |id, text| Article { lang: Some("en".into()), ..Article::new(id, text) };
        let german = Article { lang: Some("de".into()), ..Article::new("3", "Die Brücke brach.") };
        let first = [english("1", text("dam")), german];
        // More words than an analyzer remembers, the first of them again at the end.
        let many: Vec<String> = (0..40_000).map(|number| format!("Word{number}x fell.")).collect();
        let second = [english("2", format!("{} {} Word0x fell.", text("bridge"), many.join(" ")))];
        let reader = Reader::default();
        for articles in [&first[..], &second, &first] {
            assert_eq!(spelled(&reader, articles), spelled(&Reader::default(), articles));
        }
        let last = spelled(&reader, &second).pop();
        assert_eq!(last, Some(vec!["word0x".to_owned(), "fell".to_owned()]));
    }

    #[test]
    fn the_words_of_a_post_are_marked() {
        let text = "Rain fell.\nThe dam broke. Nobody is hurt. — Ada Lund (@adalund) May 3, 2031\nRoads closed.";
        let cluster = Cluster::new("c", vec![Article::new("a", text)]);
        let reading = Reader::default().read(&cluster, None, &[true], &Beside::default()).unwrap();
        let marked = reading.sentences.iter().map(|sentence| sentence.blemishes.has(Blemish::Post));
        let expected = reading
            .sentences
            .iter()
            .map(|sentence| !["Rain fell.", "Roads closed."].contains(&sentence.span.of(text)));
        assert_eq!(marked.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }

    #[test]
    fn what_stands_twice_in_a_row_is_a_caption() {
        let gauges = "Gauges stand at the foot of the leaning tower.";
        let rain = "Rain fell on the town all night.";
        let text =
            format!("{gauges} {gauges} It is over. It is over.\n{rain}\n{rain} {gauges} {gauges}");
        let cluster = Cluster::new("c", vec![Article::new("a", text.as_str())]);
        let reading = Reader::default().read(&cluster, None, &[true], &Beside::default()).unwrap();
        let captions = reading.sentences.iter().map(|own| own.blemishes.has(Blemish::Caption));
        assert_eq!(
            captions.collect::<Vec<_>>(),
            [false, false, false, false, false, false, true, true]
        );
    }

    #[test]
    fn a_credit_in_a_line_tells_of_a_caption_and_is_cut_off() {
        let text = "Rain fell. The bridge at dawn. [Foto: Ada Lund] Roads closed.\n\
                    The port is shut. Photo: AFP Ships wait.";
        let cluster = Cluster::new("c", vec![Article::new("a", text)]);
        let reading = Reader::default().read(&cluster, None, &[true], &Beside::default()).unwrap();
        let seen = |sentence: &Sentence| {
            (sentence.span.of(text), sentence.blemishes.has(Blemish::Caption))
        };
        assert_eq!(
            reading.sentences.iter().map(seen).collect::<Vec<_>>(),
            [
                ("Rain fell.", false),
                ("The bridge at dawn.", true),
                ("Roads closed.", false),
                ("The port is shut.", true),
                ("Ships wait.", false),
            ]
        );
    }
}
