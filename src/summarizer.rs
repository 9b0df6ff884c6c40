//! The summarizer: the one place that strings the stages together.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::ThreadPool;
use serde_json::{Value, json};

use crate::article::Cluster;
use crate::clean::Cleaner;
use crate::error::Error;
use crate::parallel::ordered_map;
use crate::rank::{Passage, RANKERS, RankSettings, Ranker};
use crate::reading::{Reader, Reading, printed};
use crate::select::{Budget, Candidates, Choice, Order, SELECTORS, Selector, eligible, support};
use crate::summary::{Summary, SummarySentence, Support};
use crate::text::Language;
use crate::vector::tf_idf;

/// Summarises clusters of articles. Cheap to clone; does no I/O, reads no environment.
///
/// ```
/// use nutgraf::{Article, Budget, Cluster, Summarizer};
///
/// let cluster = Cluster::new("storm", vec![
///     Article::new("wire", "A storm hit the port of Norvale on Tuesday. Two ferries were torn loose. Nobody was hurt in the storm."),
///     Article::new("post", "The storm that hit Norvale on Tuesday tore two ferries loose. The port stays closed until Thursday."),
/// ]);
/// let summarizer = Summarizer::builder().budget(Budget::Words(25)).build()?;
/// let summary = summarizer.summarize(&cluster)?;
/// assert!(summary.words <= 25);
/// for sentence in summary.sentences() {
///     println!("{} [{}]", sentence.text, sentence.article_id);
/// }
/// # Ok::<(), nutgraf::Error>(())
/// ```
#[derive(Clone)]
pub struct Summarizer {
    inner: Arc<Inner>,
}

struct Inner {
    budget: Budget,
    order: Order,
    language: Option<Language>,
    summary_language: Option<Language>,
    ranker: Arc<dyn Ranker>,
    selector: Arc<dyn Selector>,
    pool: Option<Arc<ThreadPool>>,
    reader: Reader,
    /// What a summary says of how it was made.
    settings: BTreeMap<String, Value>,
}

/// Settings of a [`Summarizer`].
#[derive(Clone)]
pub struct SummarizerBuilder {
    budget: Budget,
    order: Order,
    language: Option<Language>,
    summary_language: Option<Language>,
    ranker: Cow<'static, str>,
    own_ranker: Option<Arc<dyn Ranker>>,
    selector: Option<Cow<'static, str>>,
    seed: u64,
    cleaner: Cleaner,
    pool: Option<Arc<ThreadPool>>,
}

impl Default for SummarizerBuilder {
    fn default() -> Self {
        Self {
            budget: Budget::Words(100),
            order: Order::default(),
            language: None,
            summary_language: None,
            ranker: Cow::Borrowed(RANKERS[0].0),
            own_ranker: None,
            selector: None,
            seed: 0,
            cleaner: Cleaner::default(),
            pool: None,
        }
    }
}

impl SummarizerBuilder {
    /// The length limit; 100 words by default.
    #[must_use]
    pub fn budget(self, budget: Budget) -> Self {
        Self { budget, ..self }
    }

    /// The ranker, by its name in [`RANKERS`]; `textrank` by default.
    #[must_use]
    pub fn ranker(self, name: impl Into<Cow<'static, str>>) -> Self {
        Self { ranker: name.into(), own_ranker: None, ..self }
    }

    /// A ranker of your own, and the name under which summaries mention it.
    #[must_use]
    pub fn own_ranker(self, name: impl Into<Cow<'static, str>>, ranker: Arc<dyn Ranker>) -> Self {
        Self { ranker: name.into(), own_ranker: Some(ranker), ..self }
    }

    /// The selector, by its name in [`SELECTORS`]; by default the one that usually goes with the
    /// ranker.
    #[must_use]
    pub fn selector(self, name: impl Into<Cow<'static, str>>) -> Self {
        Self { selector: Some(name.into()), ..self }
    }

    /// The order of the sentences; as the articles tell it by default.
    #[must_use]
    pub fn order(self, order: Order) -> Self {
        Self { order, ..self }
    }

    /// The language of all articles, whatever they say of themselves. By default an article's
    /// `lang`, then its cluster's, then what its text looks like.
    #[must_use]
    pub fn language(self, language: Language) -> Self {
        Self { language: Some(language), ..self }
    }

    /// The language of the summary: sentences are taken from articles in it, the others only
    /// support. By default the language most of the text is in.
    #[must_use]
    pub fn summary_language(self, language: Language) -> Self {
        Self { summary_language: Some(language), ..self }
    }

    /// The seed of everything drawn by chance; 0 by default.
    #[must_use]
    pub fn seed(self, seed: u64) -> Self {
        Self { seed, ..self }
    }

    /// Which lines are left out before ranking; those that any rule finds by default.
    #[must_use]
    pub fn cleaner(self, cleaner: Cleaner) -> Self {
        Self { cleaner, ..self }
    }

    /// The threads to work on; rayon's global pool by default. No result depends on it.
    #[must_use]
    pub fn pool(self, pool: Arc<ThreadPool>) -> Self {
        Self { pool: Some(pool), ..self }
    }

    /// Checks the settings.
    ///
    /// # Errors
    /// [`Error::Setting`] for a budget out of range or a name that is in no list.
    pub fn build(self) -> Result<Summarizer, Error> {
        let budget = self.budget.check()?;
        let entry = RANKERS.iter().find(|(name, ..)| *name == self.ranker);
        let rank_settings = RankSettings { seed: self.seed };
        let ranker: Arc<dyn Ranker> = match (self.own_ranker, entry) {
            (Some(own), _) => own,
            (None, Some((_, make, _))) => make(&rank_settings).into(),
            (None, None) => {
                let names = RANKERS.iter().map(|(name, ..)| *name);
                return Err(unknown("ranker", &self.ranker, names));
            }
        };
        let usual = entry.map_or(SELECTORS[0].0, |(_, _, selector)| selector);
        let selector_name = self.selector.unwrap_or(Cow::Borrowed(usual));
        let Some((_, make)) = SELECTORS.iter().find(|(name, _)| *name == selector_name) else {
            return Err(unknown(
                "selector",
                &selector_name,
                SELECTORS.iter().map(|(name, _)| *name),
            ));
        };
        let mut settings = BTreeMap::from([
            ("budget".to_owned(), json!(budget)),
            ("order".to_owned(), json!(self.order)),
            ("ranker".to_owned(), json!(self.ranker)),
            ("selector".to_owned(), json!(selector_name)),
            ("seed".to_owned(), json!(self.seed)),
        ]);
        let off = self.cleaner.off();
        if !off.is_empty() {
            settings.insert("no_clean".to_owned(), json!(off));
        }
        let inner = Inner {
            budget,
            order: self.order,
            language: self.language,
            summary_language: self.summary_language,
            ranker,
            selector: make().into(),
            pool: self.pool,
            reader: Reader::new(self.cleaner),
            settings,
        };
        Ok(Summarizer { inner: Arc::new(inner) })
    }
}

/// The error for a name that is in no list.
fn unknown(name: &'static str, value: &str, names: impl Iterator<Item = &'static str>) -> Error {
    let allowed = format!("one of {}", names.collect::<Vec<_>>().join(", "));
    Error::Setting { name, value: format!("{value:?}"), allowed }
}

impl Summarizer {
    /// A summarizer to be set up.
    #[must_use]
    pub fn builder() -> SummarizerBuilder {
        SummarizerBuilder::default()
    }

    /// Summarises one cluster. Cost grows linearly with its text.
    ///
    /// # Errors
    /// [`Error::NoSentence`] when there is nothing to choose from, [`Error::BudgetTooSmall`] when
    /// no sentence fits, [`Error::TextTooLong`] for an article of 4 GiB or more.
    pub fn summarize(&self, cluster: &Cluster) -> Result<Summary, Error> {
        match &self.inner.pool {
            Some(pool) => pool.install(|| self.inner.summarize(cluster)),
            None => self.inner.summarize(cluster),
        }
    }

    /// Summarises a stream of clusters side by side and yields the results in the order of the
    /// clusters. Clusters are pulled as results are taken, at most four a thread ahead.
    ///
    /// ```
    /// use nutgraf::{Article, Cluster, Summarizer};
    /// let clusters = ["a", "b"].map(|id| Cluster::new(id, vec![Article::new("1", "Heavy rain fell on Norvale on Tuesday.")]));
    /// let summarizer = Summarizer::builder().build()?;
    /// let ids: Vec<String> = summarizer.summarize_all(clusters).map(|summary| summary.unwrap().id).collect();
    /// assert_eq!(ids, ["a", "b"]);
    /// # Ok::<(), nutgraf::Error>(())
    /// ```
    pub fn summarize_all<I>(
        &self,
        clusters: I,
    ) -> impl Iterator<Item = Result<Summary, Error>> + use<I>
    where
        I: IntoIterator<Item = Cluster>,
    {
        let inner = Arc::clone(&self.inner);
        ordered_map(clusters, self.inner.pool.clone(), move |cluster| inner.summarize(&cluster))
    }

    /// The sentences of a cluster that may be chosen, in the order of the articles: what an oracle
    /// or a baseline of your own chooses from.
    ///
    /// # Errors
    /// As [`Summarizer::summarize`].
    pub fn candidates(&self, cluster: &Cluster) -> Result<Vec<SummarySentence>, Error> {
        let reading = self.inner.reader.read(cluster, self.inner.language)?;
        let all = self.inner.eligible(cluster, &reading)?;
        let choices = all.iter().map(|&sentence| (0, Choice { sentence, gain: 0.0 }));
        Ok(choices.map(|choice| sentence_of(cluster, &reading, choice, 0.0)).collect())
    }
}

impl Inner {
    fn summarize(&self, cluster: &Cluster) -> Result<Summary, Error> {
        let reading = self.reader.read(cluster, self.language)?;
        let eligible = self.eligible(cluster, &reading)?;
        let sentences = &reading.sentences;
        let rows = tf_idf(&reading.terms);
        let ranked = self.ranker.rank(&Passage { sentences, rows: &rows, teleport: None });
        let average = sentences.len() as f64;
        let salience: Vec<f64> = ranked.scores.iter().map(|score| score * average).collect();
        let cost = |words, bytes| self.budget.cost(words as usize, bytes as usize);
        let costs: Vec<usize> = sentences.iter().map(|s| cost(s.words, s.printed_bytes)).collect();
        let candidates = Candidates {
            sentences,
            terms: &reading.terms,
            rows: &rows,
            salience: &salience,
            costs: &costs,
            eligible: &eligible,
        };
        let words = sentences.iter().map(|sentence| sentence.words as usize).sum();
        let choices = self.selector.select(&candidates, self.budget.limit(words));
        if choices.is_empty() {
            let shortest = eligible.iter().map(|&s| costs[s as usize]).min().unwrap_or_default();
            return Err(self.too_small(cluster, shortest));
        }
        let arranged = self.order.arrange(&choices, sentences);
        let chosen: Vec<u32> = arranged.iter().map(|(_, choice)| choice.sentence).collect();
        let supporters = support(&chosen, sentences, &rows);
        let mut chosen = Vec::with_capacity(arranged.len());
        for (choice, supporters) in arranged.into_iter().zip(supporters) {
            let score = salience[choice.1.sentence as usize];
            let mut sentence = sentence_of(cluster, &reading, choice, score);
            sentence.support = supporters
                .into_iter()
                .map(|supporter| {
                    let place = &sentences[supporter.sentence as usize];
                    Support {
                        article_id: cluster.articles[place.article as usize].id.clone(),
                        start: place.span.start,
                        end: place.span.end,
                        similarity: supporter.similarity,
                    }
                })
                .collect();
            chosen.push(sentence);
        }
        let language = self.summary_language(cluster, &reading);
        let lines: Vec<&str> = chosen.iter().map(|sentence| sentence.text.as_str()).collect();
        Ok(Summary {
            id: cluster.id.clone(),
            lang: (language != Language::Other).then(|| language.code().to_owned()),
            text: lines.join("\n"),
            words: choices.iter().map(|c| sentences[c.sentence as usize].words as usize).sum(),
            sentences: chosen,
            articles: cluster.articles.len(),
            candidates: eligible.len(),
            dropped: reading.dropped,
            settings: self.settings.clone(),
            extra: cluster.extra.clone(),
        })
    }

    /// The sentences that may be chosen, or the reason why there are none.
    fn eligible(&self, cluster: &Cluster, reading: &Reading) -> Result<Vec<u32>, Error> {
        let none = |why| Error::NoSentence { cluster: cluster.id.clone(), why };
        if cluster.articles.is_empty() {
            return Err(none("it has no articles"));
        }
        if cluster.articles.iter().all(|article| article.text.trim().is_empty()) {
            return Err(none("its articles have no text"));
        }
        if reading.sentences.is_empty() {
            return Err(none("its articles have no words, or only lines such as bylines and tags"));
        }
        let language = self.summary_language(cluster, reading);
        let eligible = eligible(&reading.sentences, |sentence| {
            reading.languages[sentence.article as usize] == language
        });
        if eligible.is_empty() {
            return Err(none("no article is in the summary's language"));
        }
        Ok(eligible)
    }

    /// The language asked for, or the one most of the text is in; among equals the first met.
    fn summary_language(&self, cluster: &Cluster, reading: &Reading) -> Language {
        if let Some(language) = self.summary_language {
            return language;
        }
        let mut bytes: Vec<(Language, usize)> = Vec::new();
        for (article, &language) in cluster.articles.iter().zip(&reading.languages) {
            match bytes.iter_mut().find(|(met, _)| *met == language) {
                Some((_, sum)) => *sum += article.text.len(),
                None => bytes.push((language, article.text.len())),
            }
        }
        let most = bytes.iter().rev().max_by_key(|(_, sum)| *sum);
        most.map_or(Language::Other, |(language, _)| *language)
    }

    fn too_small(&self, cluster: &Cluster, shortest: usize) -> Error {
        let (shortest, unit) = match self.budget {
            // Less the line break that the last sentence does not have.
            Budget::Bytes(_) => (shortest.saturating_sub(1), "bytes"),
            Budget::Sentences(_) => (shortest, "sentences"),
            Budget::Words(_) | Budget::Ratio(_) => (shortest, "words"),
        };
        Error::BudgetTooSmall {
            cluster: cluster.id.clone(),
            budget: self.budget.to_string(),
            shortest: format!("{shortest} {unit}"),
        }
    }
}

/// A chosen sentence with everything a reader may want to know of its place; no support yet.
fn sentence_of(
    cluster: &Cluster,
    reading: &Reading,
    (rank, choice): (usize, Choice),
    score: f64,
) -> SummarySentence {
    let sentence = &reading.sentences[choice.sentence as usize];
    let article = &cluster.articles[sentence.article as usize];
    SummarySentence {
        text: printed(sentence.span.of(&article.text)).into_owned(),
        article_id: article.id.clone(),
        title: article.title.clone(),
        url: article.url.clone(),
        source: article.source.clone(),
        published: article.published.clone(),
        start: sentence.span.start,
        end: sentence.span.end,
        position: sentence.position,
        score,
        rank,
        support: Vec::new(),
    }
}
