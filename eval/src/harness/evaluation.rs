//! Systems × clusters: who is scored on what.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::first_words;
use super::lengths::{Lengths, Sources};
use super::report::{ClusterResult, MetricResult, Problems, Report, SystemResult};
use crate::Error;
use crate::diagnostics::{Articles, Diagnostics, Told};
use crate::rouge::{Reference, Score, Scorer, Scores};
use crate::statistics::{Resampling, bootstrap_intervals};

/// A cluster to score on: its references, and the articles if copied shares are wanted.
#[derive(Debug, Clone, Default)]
pub struct Cluster {
    /// The name that summaries are matched by.
    pub id: String,
    /// One or more human summaries; lines are sentences.
    pub references: Vec<String>,
    /// The articles' texts; may be empty.
    pub sources: Vec<String>,
}

/// One system's summaries by cluster id. A system that depends on chance has several runs.
#[derive(Debug, Clone, Default)]
pub struct System {
    /// The name in tables.
    pub name: String,
    /// For each run the pairs of cluster id and summary; lines are sentences.
    pub runs: Vec<Vec<(String, String)>>,
}

/// An evaluation of any number of systems on the same clusters.
///
/// ```
/// use nutgraf_eval::harness::{Cluster, Evaluation};
/// use nutgraf_eval::rouge::{Metric, Options, Scorer};
///
/// let scorer = Scorer::new(Options::google())?;
/// let mut evaluation = Evaluation::new(&scorer);
/// evaluation.add_cluster(Cluster {
///     id: "storm".into(),
///     references: vec!["The storm closed the harbour.".into()],
///     sources: Vec::new(),
/// });
/// evaluation.add_system("ours", [("storm", "The storm closed schools.")]);
/// let report = evaluation.report()?;
/// let rouge1 = report.system("ours").and_then(|system| system.metric(Metric::N(1)));
/// assert_eq!(rouge1.map(|result| result.mean.p), Some(0.75));
/// println!("{}", report.table());
/// # Ok::<(), nutgraf_eval::Error>(())
/// ```
#[derive(Debug)]
pub struct Evaluation<'a> {
    scorer: &'a Scorer,
    resampling: Resampling,
    clusters: Vec<Cluster>,
    ids: FxHashSet<String>,
    duplicate_clusters: Vec<String>,
    systems: Vec<System>,
}

impl<'a> Evaluation<'a> {
    /// An empty evaluation.
    #[must_use]
    pub fn new(scorer: &'a Scorer) -> Self {
        Self {
            scorer,
            resampling: Resampling::default(),
            clusters: Vec::new(),
            ids: FxHashSet::default(),
            duplicate_clusters: Vec::new(),
            systems: Vec::new(),
        }
    }

    /// How intervals and p-values are drawn.
    pub fn set_resampling(&mut self, resampling: Resampling) {
        self.resampling = resampling;
    }

    /// Adds a cluster. A second one of the same id is not scored; the report names it.
    pub fn add_cluster(&mut self, cluster: Cluster) {
        if self.ids.insert(cluster.id.clone()) {
            self.clusters.push(cluster);
        } else {
            self.duplicate_clusters.push(cluster.id);
        }
    }

    /// Adds a system by its summaries, pairs of cluster id and text. The first system is the one that the
    /// others are compared with.
    pub fn add_system<I, S>(&mut self, name: &str, summaries: I)
    where
        I: IntoIterator<Item = (S, S)>,
        S: Into<String>,
    {
        let run = summaries.into_iter().map(|(id, text)| (id.into(), text.into())).collect();
        self.add_runs(System { name: name.to_owned(), runs: vec![run] });
    }

    /// Adds a system of several runs; a cluster's score is the mean over them.
    pub fn add_runs(&mut self, system: System) {
        self.systems.push(system);
    }

    /// The same evaluation with every summary cut to its first `words` words ([`first_words`]): systems at equal
    /// length, or recall at several budgets.
    #[must_use]
    pub fn cut_to(&self, words: usize) -> Self {
        let cut = |(id, text): &(String, String)| (id.clone(), first_words(text, words).to_owned());
        let systems = self.systems.iter().map(|system| System {
            name: system.name.clone(),
            runs: system.runs.iter().map(|run| run.iter().map(cut).collect()).collect(),
        });
        Self {
            scorer: self.scorer,
            resampling: self.resampling,
            clusters: self.clusters.clone(),
            ids: self.ids.clone(),
            duplicate_clusters: self.duplicate_clusters.clone(),
            systems: systems.collect(),
        }
    }

    /// Scores everything, in parallel over clusters; the result does not depend on the number of threads.
    ///
    /// A missing summary scores as an empty one, that is 0, and is named among the problems.
    ///
    /// # Errors
    /// [`Error::ClusterWithoutReference`] names the first cluster without references, [`Error::NoClusters`] without any
    /// cluster, [`Error::InvalidOption`] for a resampling out of range.
    pub fn report(&self) -> Result<Report, Error> {
        if self.clusters.is_empty() {
            return Err(Error::NoClusters);
        }
        if let Some(bare) = self.clusters.iter().find(|cluster| cluster.references.is_empty()) {
            return Err(Error::ClusterWithoutReference { cluster: bare.id.clone() });
        }
        self.resampling.check()?;
        let matched: Vec<Matched> =
            self.systems.iter().map(|system| self.match_summaries(system)).collect();
        // One cluster after the other on each thread, so that only those in flight are held in memory.
        let score = |(at, cluster): (usize, &Cluster)| -> Result<Vec<ClusterResult>, Error> {
            let prepared = self.prepare(cluster);
            let systems = matched.iter();
            systems.map(|m| self.score_cluster(&cluster.id, &m.summaries(at), &prepared)).collect()
        };
        let rows: Vec<Vec<ClusterResult>> =
            self.clusters.par_iter().enumerate().map(score).collect::<Result<_, _>>()?;
        let mut columns: Vec<Vec<ClusterResult>> = vec![Vec::new(); self.systems.len()];
        for row in rows {
            for (column, result) in columns.iter_mut().zip(row) {
                column.push(result);
            }
        }
        let systems = self.systems.iter().zip(matched).zip(columns);
        let mut report = Report {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            options: self.scorer.options().to_string(),
            resampling: self.resampling,
            metrics: self.scorer.options().metrics.clone(),
            clusters: self.clusters.iter().map(Cluster::without_sources).collect(),
            duplicate_clusters: self.duplicate_clusters.clone(),
            systems: systems.map(|((s, m), clusters)| self.summarise(s, m, clusters)).collect(),
        };
        report.compare_with_first();
        Ok(report)
    }

    fn prepare(&self, cluster: &Cluster) -> Prepared {
        Prepared {
            references: cluster.references.iter().map(|text| self.scorer.reference(text)).collect(),
            sources: Sources::new(&cluster.sources),
            articles: Articles::new(&cluster.sources),
            told: Told::new(&cluster.references),
        }
    }

    /// Finds each run's summaries, and what does not fit. A system without a run has none.
    fn match_summaries<'s>(&'s self, system: &'s System) -> Matched<'s> {
        let mut misfits = Misfits::default();
        let runs: Vec<_> =
            system.runs.iter().map(|run| self.match_run(run, &mut misfits)).collect();
        if runs.is_empty() {
            self.clusters.iter().for_each(|cluster| misfits.missing.note(&cluster.id));
        }
        let blank = |at: usize| {
            runs.iter().any(|run: &Vec<Option<&str>>| run[at].is_some_and(|t| t.trim().is_empty()))
        };
        let blanks = self.clusters.iter().enumerate().filter(|&(at, _)| blank(at));
        let empty = blanks.map(|(_, cluster)| cluster.id.clone()).collect();
        let problems = Problems {
            missing: misfits.missing.names(),
            extra: misfits.extra.names(),
            duplicate: misfits.duplicate.names(),
            empty,
        };
        Matched { runs, problems }
    }

    /// The summary of each cluster in the order of the clusters; says what does not fit.
    fn match_run<'r>(
        &'r self,
        run: &'r [(String, String)],
        misfits: &mut Misfits<'r>,
    ) -> Vec<Option<&'r str>> {
        let mut by_id: FxHashMap<&str, &str> = FxHashMap::default();
        for (id, text) in run {
            if !self.ids.contains(id) {
                misfits.extra.note(id);
            } else if by_id.contains_key(id.as_str()) {
                misfits.duplicate.note(id);
            } else {
                by_id.insert(id, text);
            }
        }
        let matched: Vec<_> =
            self.clusters.iter().map(|cluster| by_id.get(cluster.id.as_str()).copied()).collect();
        for (cluster, summary) in self.clusters.iter().zip(&matched) {
            if summary.is_none() {
                misfits.missing.note(&cluster.id);
            }
        }
        matched
    }

    fn score_cluster(
        &self,
        id: &str,
        summaries: &[&str],
        prepared: &Prepared,
    ) -> Result<ClusterResult, Error> {
        let each: Vec<Scores> = summaries
            .iter()
            .map(|summary| self.scorer.score_prepared(summary, &prepared.references))
            .collect::<Result<_, _>>()?;
        let lengths: Vec<_> =
            summaries.iter().map(|text| Lengths::of(text, &prepared.sources)).collect();
        let diagnose = |text: &&str| Diagnostics {
            order: prepared.told.order(text),
            ..prepared.articles.diagnose(text)
        };
        let diagnostics: Vec<_> = summaries.iter().map(diagnose).collect();
        let mean = |&metric| {
            let scores: Vec<Score> = each.iter().filter_map(|scores| scores.get(metric)).collect();
            (metric, Score::mean(&scores))
        };
        Ok(ClusterResult {
            id: id.to_owned(),
            scores: Scores::new(self.scorer.options().metrics.iter().map(mean).collect()),
            lengths: Lengths::mean(&lengths),
            diagnostics: Diagnostics::mean(&diagnostics),
            summary: summaries.first().map(|&text| text.to_owned()).unwrap_or_default(),
        })
    }

    /// A system's means over clusters.
    fn summarise(
        &self,
        system: &System,
        matched: Matched<'_>,
        clusters: Vec<ClusterResult>,
    ) -> SystemResult {
        let lengths: Vec<_> = clusters.iter().map(|cluster| cluster.lengths).collect();
        let diagnostics: Vec<_> = clusters.iter().map(|cluster| cluster.diagnostics).collect();
        SystemResult {
            name: system.name.clone(),
            runs: system.runs.len(),
            metrics: self.means(&clusters),
            lengths: Lengths::mean(&lengths),
            diagnostics: Diagnostics::mean(&diagnostics),
            problems: matched.problems,
            clusters,
        }
    }

    /// Means of scores over clusters, with intervals.
    fn means(&self, clusters: &[ClusterResult]) -> Vec<MetricResult> {
        let metrics = &self.scorer.options().metrics;
        let scores: Vec<Vec<Score>> = metrics
            .iter()
            .map(|&metric| {
                clusters.iter().filter_map(|cluster| cluster.scores.get(metric)).collect()
            })
            .collect();
        let parts: [fn(&Score) -> f64; 3] = [|s| s.p, |s| s.r, |s| s.f];
        let series: Vec<Vec<f64>> = scores
            .iter()
            .flat_map(|scores| parts.map(|part| scores.iter().map(part).collect()))
            .collect();
        let series: Vec<&[f64]> = series.iter().map(Vec::as_slice).collect();
        let intervals = bootstrap_intervals(&series, self.resampling);
        let result = |((&metric, scores), ends): ((_, &Vec<Score>), &[_])| MetricResult {
            metric,
            mean: Score::mean(scores),
            p_interval: ends[0],
            r_interval: ends[1],
            f_interval: ends[2],
            comparison: None,
        };
        metrics.iter().zip(&scores).zip(intervals.chunks_exact(3)).map(result).collect()
    }
}

impl Cluster {
    fn without_sources(&self) -> Self {
        let Self { id, references, .. } = self;
        Self { id: id.clone(), references: references.clone(), sources: Vec::new() }
    }
}

/// Ids in the order in which they were first noted.
#[derive(Default)]
struct Noted<'s> {
    ids: Vec<&'s str>,
    seen: FxHashSet<&'s str>,
}

impl<'s> Noted<'s> {
    fn note(&mut self, id: &'s str) {
        if self.seen.insert(id) {
            self.ids.push(id);
        }
    }

    fn names(&self) -> Vec<String> {
        self.ids.iter().map(|&id| id.to_owned()).collect()
    }
}

/// What does not fit in any of a system's runs.
#[derive(Default)]
struct Misfits<'s> {
    missing: Noted<'s>,
    extra: Noted<'s>,
    duplicate: Noted<'s>,
}

/// A system's summaries by cluster.
struct Matched<'s> {
    /// For each run the summary of each cluster, in the order of the clusters.
    runs: Vec<Vec<Option<&'s str>>>,
    problems: Problems,
}

impl Matched<'_> {
    /// Each run's summary of one cluster; empty where it is missing.
    fn summaries(&self, cluster: usize) -> Vec<&str> {
        self.runs.iter().map(|run| run[cluster].unwrap_or("")).collect()
    }
}

/// A cluster made ready for many summaries.
struct Prepared {
    references: Vec<Reference>,
    sources: Sources,
    articles: Articles,
    told: Told,
}
