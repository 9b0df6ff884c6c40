//! What an evaluation found.

use serde::{Deserialize, Serialize};

use super::{Cluster, Lengths};
use crate::Error;
use crate::diagnostics::Diagnostics;
use crate::rouge::{Metric, Score, Scores};
use crate::statistics::{Interval, Resampling, approximate_randomisation, holm, paired_bootstrap};

/// The result of an evaluation: means with intervals for each system, and every cluster's scores.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Report {
    /// The version of this package that made it.
    pub version: String,
    /// Every option that changes scores, as [`crate::rouge::Options`] prints them.
    pub options: String,
    /// How intervals and p-values were drawn.
    pub resampling: Resampling,
    /// The metrics, in order.
    pub metrics: Vec<Metric>,
    /// The clusters with their references, without their articles. They are not part of the JSON: a report that is
    /// read from it has none, and a page of it shows no references.
    #[serde(skip)]
    pub clusters: Vec<Cluster>,
    /// Ids of clusters that came more than once; the first was scored.
    pub duplicate_clusters: Vec<String>,
    /// The systems, in the order given; the first is what the others are compared with.
    pub systems: Vec<SystemResult>,
}

/// One system's result.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SystemResult {
    /// The system's name.
    pub name: String,
    /// How many runs each cluster's score is the mean of.
    pub runs: usize,
    /// One entry a metric.
    pub metrics: Vec<MetricResult>,
    /// Mean length statistics.
    pub lengths: Lengths,
    /// Mean measures that need no reference.
    pub diagnostics: Diagnostics,
    /// What did not fit.
    pub problems: Problems,
    /// One entry a cluster, in the order of the clusters.
    pub clusters: Vec<ClusterResult>,
}

/// A metric's mean over the clusters.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MetricResult {
    /// The metric.
    pub metric: Metric,
    /// The mean of P, of R and of F over the clusters (not F of the mean P and R).
    pub mean: Score,
    /// Bootstrap interval of the mean P; a single cluster has none.
    pub p_interval: Option<Interval>,
    /// Bootstrap interval of the mean R.
    pub r_interval: Option<Interval>,
    /// Bootstrap interval of the mean F.
    pub f_interval: Option<Interval>,
    /// How it differs from the first system; absent for the first.
    pub comparison: Option<Comparison>,
}

/// A paired comparison of F with the first system on the same clusters. A single cluster has no p-values.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Comparison {
    /// Mean F less the first system's.
    pub difference: f64,
    /// p-value of the paired bootstrap.
    pub bootstrap: Option<f64>,
    /// p-value of approximate randomisation.
    pub randomisation: Option<f64>,
    /// The randomisation p-value after Holm's correction over all other systems, for this metric.
    pub holm: Option<f64>,
}

/// Summaries that do not match the clusters one to one. Nothing is silently dropped.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problems {
    /// Clusters without a summary; scored 0.
    pub missing: Vec<String>,
    /// Summaries without a cluster; not scored.
    pub extra: Vec<String>,
    /// Ids given more than once in a run; the first counts.
    pub duplicate: Vec<String>,
    /// Summaries without text; scored 0.
    pub empty: Vec<String>,
}

impl Problems {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}

/// One system on one cluster.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ClusterResult {
    /// The cluster.
    pub id: String,
    /// The scores; means over the runs if there are several.
    pub scores: Scores,
    /// Length statistics.
    pub lengths: Lengths,
    /// Measures that need no reference.
    pub diagnostics: Diagnostics,
    /// The summary (of the first run).
    pub summary: String,
}

impl Report {
    /// The result of the system of this name.
    #[must_use]
    pub fn system(&self, name: &str) -> Option<&SystemResult> {
        self.systems.iter().find(|system| system.name == name)
    }

    /// Like [`Report::system`], with a message for people.
    ///
    /// # Errors
    /// [`Error::UnknownSystem`] lists the names there are.
    pub fn require(&self, name: &str) -> Result<&SystemResult, Error> {
        self.system(name).ok_or_else(|| Error::UnknownSystem {
            name: name.to_owned(),
            known: self
                .systems
                .iter()
                .map(|system| system.name.as_str())
                .collect::<Vec<_>>()
                .join(", "),
        })
    }

    /// Fills in the comparisons with the first system.
    pub(crate) fn compare_with_first(&mut self) {
        let Some((first, others)) = self.systems.split_first_mut() else { return };
        for at in 0..self.metrics.len() {
            let ours = first.f_series(self.metrics[at]);
            let mut comparisons = Vec::new();
            for other in others.iter() {
                let theirs = other.f_series(self.metrics[at]);
                comparisons.push(Comparison {
                    difference: other.metrics[at].mean.f - first.metrics[at].mean.f,
                    bootstrap: paired_bootstrap(&ours, &theirs, self.resampling),
                    randomisation: approximate_randomisation(&ours, &theirs, self.resampling),
                    holm: None,
                });
            }
            // All are over the same clusters: either each has a p-value or none has.
            let p_values: Vec<f64> = comparisons.iter().filter_map(|c| c.randomisation).collect();
            for (comparison, corrected) in comparisons.iter_mut().zip(holm(&p_values)) {
                comparison.holm = Some(corrected);
            }
            for (other, comparison) in others.iter_mut().zip(comparisons) {
                other.metrics[at].comparison = Some(comparison);
            }
        }
    }
}

impl SystemResult {
    /// The result of one metric.
    #[must_use]
    pub fn metric(&self, metric: Metric) -> Option<&MetricResult> {
        self.metrics.iter().find(|result| result.metric == metric)
    }

    /// F of every cluster, in order.
    pub(crate) fn f_series(&self, metric: Metric) -> Vec<f64> {
        self.clusters
            .iter()
            .filter_map(|cluster| cluster.scores.get(metric))
            .map(|score| score.f)
            .collect()
    }
}
