//! A cluster that has been read and ranked, ready to be selected from.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::article::{Article, Cluster};
use crate::error::Error;
use crate::group::{CopyOf, copies_in_words};
use crate::reading::{Reading, most_common};
use crate::select::{CountedConcepts, Known, eligible};
use crate::summarizer::Inner;
use crate::summarizer::beside::{Heard, heard, nearness_to_query};
use crate::summarizer::dates::admitted;
use crate::summarizer::ranking::Ranking;
use crate::text::Language;
use crate::vector::{Idf, Rows, by_article};

/// A cluster that has been read and ranked: see [`Summarizer::rank`](crate::Summarizer::rank).
pub struct Ranked<'c> {
    pub(super) inner: Arc<Inner>,
    pub(super) cluster: &'c Cluster,
    pub(super) reading: Reading,
    pub(super) rows: Rows,
    /// The rows of what stands beside the cluster, in the same columns.
    pub(super) beside: Rows,
    pub(super) ranking: Ranking,
    pub(super) voters: Vec<u32>,
    /// Counted already, unless there is so much that it waits for its turn.
    pub(super) concepts: Option<CountedConcepts>,
    pub(super) emphasis: Vec<f64>,
    pub(super) heard: Heard,
    pub(super) language: Language,
    /// Sentences that may be chosen as far as language and length go, ascending.
    pub(super) eligible: Vec<u32>,
    pub(super) warnings: Vec<String>,
    pub(super) read_time: Duration,
    pub(super) rank_time: Duration,
}

impl fmt::Debug for Ranked<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (cluster, sentences) = (&self.cluster.id, self.reading.sentences.len());
        let mut shown = formatter.debug_struct("Ranked");
        shown.field("cluster", cluster).field("sentences", &sentences).finish_non_exhaustive()
    }
}

/// Of so few sentences nothing tells which of their words are common: two flashes on one event may
/// differ in the toll alone.
const FEW_SENTENCES: usize = 3;
/// Few sentences have the weights that they would have among as many.
const COUNTED_AS: usize = 8;

/// Sentences are counted and ranked one after the other where there are so many.
const MANY_SENTENCES: usize = 1 << 14;

impl<'c> Ranked<'c> {
    pub(super) fn new(inner: &Arc<Inner>, cluster: &'c Cluster) -> Result<Self, Error> {
        let start = Instant::now();
        let mut warnings = Vec::new();
        let admitted = admitted(inner, &cluster.articles, &mut warnings);
        let reading = inner.reader.read(cluster, inner.language, &admitted, &inner.beside)?;
        let language = inner
            .summary_language
            .unwrap_or_else(|| most_common(&cluster.articles, &reading.languages));
        let eligible = choosable(cluster, &reading, language)?;
        let read_time = start.elapsed();

        let start = Instant::now();
        let sentences = &reading.sentences;
        let heard = heard(&inner.beside.known, cluster, &reading);
        let many = sentences.len() >= MANY_SENTENCES;
        let counting = || {
            let voters = voters(&cluster.articles, &reading);
            let how = inner.selector.weighs().filter(|_| !many);
            let known = known(&reading, &heard);
            let count = |how| CountedConcepts::new(sentences, &voters, &reading.terms, &known, how);
            let concepts = how.map(count);
            (voters, concepts)
        };
        let mut ranking = |voters: &[u32]| {
            let idf = if sentences.len() <= FEW_SENTENCES {
                Idf::of_at_least(COUNTED_AS, &reading.terms)
            } else {
                Idf::new(&reading.terms)
            };
            let (rows, beside) = (idf.rows(&reading.terms), idf.rows(&reading.beside));
            let query = &inner.beside.query;
            let nearness = nearness_to_query(query, &reading, &rows, &beside, &mut warnings);
            let ranking = Ranking::new(&*inner.ranker, &reading, &rows, voters, &nearness);
            (rows, beside, nearness, ranking)
        };
        // Side by side, unless there is so much that each would take too much memory.
        let ((voters, concepts), (rows, beside, nearness, ranking)) = if many {
            let counted = counting();
            let ranked = ranking(&counted.0);
            (counted, ranked)
        } else {
            let everybody: Vec<u32> = (0..cluster.articles.len() as u32).collect();
            let (counted, mut ranked) = rayon::join(counting, || ranking(&everybody));
            // It was ranked before it was known who copies whom, which few do.
            if counted.0 != everybody {
                let (rows, _, nearness, ranking) = &mut ranked;
                *ranking = Ranking::new(&*inner.ranker, &reading, rows, &counted.0, nearness);
            }
            (counted, ranked)
        };
        let weight = |article: u32| {
            let source = cluster.articles[article as usize].source.as_ref();
            source.and_then(|source| inner.source_weights.get(source)).copied().unwrap_or(1.0)
        };
        let emphasis =
            sentences.iter().zip(&nearness).map(|(s, near)| near * weight(s.article)).collect();
        Ok(Self {
            inner: Arc::clone(inner),
            cluster,
            voters,
            concepts,
            reading,
            rows,
            beside,
            ranking,
            emphasis,
            heard,
            language,
            eligible,
            warnings,
            read_time,
            rank_time: start.elapsed(),
        })
    }
}

/// What the user knows, in the numbers of the cluster's terms.
pub(super) fn known<'a>(reading: &'a Reading, heard: &'a Heard) -> Known<'a> {
    Known {
        terms: &reading.beside,
        rows: reading.known_rows(),
        repeats: &heard.repeats,
        news: &heard.news,
    }
}

/// By article: who votes, itself or what it is a copy of. Copies of one text have one vote; they are told by what was read of them.
fn voters(articles: &[Article], reading: &Reading) -> Vec<u32> {
    let mut rows = vec![0..0; articles.len()];
    for group in by_article(&reading.sentences) {
        let article = reading.sentences[group.start].article;
        rows[article as usize] = group;
    }
    let terms = &reading.terms;
    let words = |article: usize| terms.of_all(rows[article].clone());
    let voter = |(own, copy): (u32, &Option<CopyOf>)| {
        copy.as_ref().map_or(own, |copy| copy.representative as u32)
    };
    (0..).zip(&copies_in_words(articles, terms.distinct(), words)).map(voter).collect()
}

/// The sentences that may be chosen, or the reason why there are none.
fn choosable(cluster: &Cluster, reading: &Reading, language: Language) -> Result<Vec<u32>, Error> {
    if cluster.articles.is_empty() {
        return Err(no_sentence(cluster, "it has no articles"));
    }
    if cluster.articles.iter().all(|article| article.text.trim().is_empty()) {
        return Err(no_sentence(cluster, "its articles have no text"));
    }
    if reading.languages.iter().all(Option::is_none) {
        return Err(no_sentence(cluster, "none of its articles is from the time asked for"));
    }
    if reading.sentences.is_empty() {
        let why = "its articles have no words, only lines such as bylines and tags";
        return Err(no_sentence(cluster, why));
    }
    let eligible = eligible(&reading.sentences, |sentence| {
        reading.languages[sentence.article as usize] == Some(language)
    });
    if eligible.is_empty() {
        return Err(no_sentence(cluster, "no article is in the summary's language"));
    }
    Ok(eligible)
}

pub(super) fn no_sentence(cluster: &Cluster, why: &'static str) -> Error {
    Error::NoSentence { cluster: cluster.id.clone(), why }
}
