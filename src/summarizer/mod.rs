//! The summarizer: the one place that strings the stages together.

mod asked;
mod beside;
mod builder;
mod dates;
mod ranked;
mod ranking;
mod select;
mod selection;
mod versions;
mod written;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use rayon::ThreadPool;
use serde_json::Value;

pub use builder::SummarizerBuilder;
pub use ranked::Ranked;
pub use selection::Selection;

use crate::article::Cluster;
use crate::error::Error;
use crate::parallel::ordered_map;
use crate::rank::Ranker;
use crate::reading::{Beside, Reader};
use crate::select::Selector;
use crate::summary::{Summary, SummarySentence};
use crate::text::Language;

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
    selection: Selection,
    language: Option<Language>,
    summary_language: Option<Language>,
    ranker: Arc<dyn Ranker>,
    selector: Arc<dyn Selector>,
    beside: Beside,
    source_weights: BTreeMap<String, f64>,
    since: Option<i64>,
    until: Option<i64>,
    pool: Option<Arc<ThreadPool>>,
    reader: Reader,
    /// What a summary says of how it was made, beside the selection.
    settings: BTreeMap<String, Value>,
}

impl fmt::Debug for Summarizer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { selection, settings, .. } = &*self.inner;
        let mut shown = formatter.debug_struct("Summarizer");
        shown.field("selection", selection).field("settings", settings).finish_non_exhaustive()
    }
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
    /// no sentence fits, [`Error::TextTooLong`] for an article of 4 GiB or more,
    /// [`Error::ClusterTooLong`] for a cluster. An update that has nothing new to say is no error: it
    /// has no sentences.
    pub fn summarize(&self, cluster: &Cluster) -> Result<Summary, Error> {
        self.inner.on_pool(|| self.inner.summarize(cluster))
    }

    /// Reads and ranks a cluster, to select from it once or several times.
    ///
    /// ```
    /// use nutgraf::{Article, Budget, Cluster, Selection, Summarizer};
    ///
    /// let text = "Heavy rain fell on Norvale on Tuesday. The old dam above the town held all night.";
    /// let cluster = Cluster::new("rain", vec![Article::new("wire", text)]);
    /// let summarizer = Summarizer::builder().build()?;
    /// let ranked = summarizer.rank(&cluster)?;
    /// let one = Selection { budget: Budget::Sentences(1), ..Selection::default() };
    /// let first = ranked.select(&one)?;
    /// // Not this one: the next best.
    /// let banned = vec![first.sentences()[0].passage()];
    /// let second = ranked.select(&Selection { banned, ..one })?;
    /// assert_ne!(first.text, second.text);
    /// # Ok::<(), nutgraf::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::NoSentence`], [`Error::TextTooLong`], [`Error::ClusterTooLong`].
    pub fn rank<'c>(&self, cluster: &'c Cluster) -> Result<Ranked<'c>, Error> {
        self.inner.on_pool(|| Ranked::new(&self.inner, cluster))
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
    /// As [`Summarizer::rank`].
    pub fn candidates(&self, cluster: &Cluster) -> Result<Vec<SummarySentence>, Error> {
        Ok(self.rank(cluster)?.candidates())
    }
}

impl Inner {
    /// Works on the threads that were asked for.
    fn on_pool<R: Send>(&self, work: impl FnOnce() -> R + Send) -> R {
        match &self.pool {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }

    fn summarize(self: &Arc<Self>, cluster: &Cluster) -> Result<Summary, Error> {
        Ranked::new(self, cluster)?.select(&self.selection)
    }
}
