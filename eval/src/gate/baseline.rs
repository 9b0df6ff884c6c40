//! The file that a gate compares with.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::diagnostics::Diagnostics;
use crate::harness::{MetricResult, Report, SystemResult};
use crate::rouge::Metric;

/// Scores to hold on to: one file for each corpus, kept under version control.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Baseline {
    /// The version of this package that made it.
    pub version: String,
    /// The options of the scores; scores of other options do not compare.
    pub options: String,
    /// The budget of the summaries, in words, where they had one; scores of another budget do not compare. Unknown to
    /// a report, so that who makes the baseline sets it and checks it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<usize>,
    /// The systems.
    pub systems: Vec<BaselineSystem>,
}

/// One system's scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BaselineSystem {
    /// The system's name.
    pub name: String,
    /// Means over clusters.
    pub metrics: Vec<BaselineMetric>,
    /// Mean diagnostics that have a better end, by name ([`crate::diagnostics::Diagnostics`]).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub diagnostics: BTreeMap<String, f64>,
    /// Every cluster, for a paired test and to show what changed.
    pub clusters: Vec<BaselineCluster>,
}

/// One metric's mean, to six decimals.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct BaselineMetric {
    /// The metric.
    pub metric: Metric,
    /// Mean precision.
    pub p: f64,
    /// Mean recall.
    pub r: f64,
    /// Mean F.
    pub f: f64,
    /// Lower end of F's interval, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of F's interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
}

/// One cluster's scores, to six decimals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BaselineCluster {
    /// The cluster.
    pub id: String,
    /// F of each metric, in the order of the system's metrics.
    pub f: Vec<f64>,
    /// The summary, unless the baseline was made without texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
}

impl Baseline {
    /// The baseline of a report. Keep the texts out (`with_summaries` false) where the corpus must not be
    /// published; a gate then cannot show what changed.
    #[must_use]
    pub fn new(report: &Report, with_summaries: bool) -> Self {
        let system = |system: &SystemResult| BaselineSystem {
            name: system.name.clone(),
            metrics: system.metrics.iter().map(baseline_metric).collect(),
            diagnostics: directed(&system.diagnostics)
                .map(|(name, value, _)| (name.to_owned(), round6(value)))
                .collect(),
            clusters: system
                .clusters
                .iter()
                .map(|cluster| BaselineCluster {
                    id: cluster.id.clone(),
                    f: cluster.scores.iter().map(|(_, score)| round6(score.f)).collect(),
                    summary: with_summaries.then(|| cluster.summary.clone()),
                })
                .collect(),
        };
        Self {
            version: report.version.clone(),
            options: report.options.clone(),
            words: None,
            systems: report.systems.iter().map(system).collect(),
        }
    }

    /// Reads a baseline file.
    ///
    /// # Errors
    /// [`Error::File`] when it cannot be read, [`Error::Malformed`] when it is not a baseline.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let file = |source| Error::File { action: "read", path: path.to_owned(), source };
        let text = fs::read_to_string(path).map_err(file)?;
        serde_json::from_str(&text).map_err(|error| Error::Malformed {
            path: path.to_owned(),
            line: error.line(),
            problem: format!("not a baseline file: {error}; make a new one with --update"),
        })
    }

    /// Writes the file: beside its place first, then into it, so that it is never half written.
    ///
    /// # Errors
    /// [`Error::File`] when it cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), Error> {
        let file = |source| Error::File { action: "write", path: path.to_owned(), source };
        let mut text = serde_json::to_string_pretty(self).map_err(|error| file(error.into()))?;
        text.push('\n');
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        fs::write(&part, text).and_then(|()| fs::rename(&part, path)).map_err(file)
    }

    pub(super) fn system(&self, name: &str) -> Option<&BaselineSystem> {
        self.systems.iter().find(|system| system.name == name)
    }
}

fn baseline_metric(result: &MetricResult) -> BaselineMetric {
    BaselineMetric {
        metric: result.metric,
        p: round6(result.mean.p),
        r: round6(result.mean.r),
        f: round6(result.mean.f),
        low: result.f_interval.map(|interval| round6(interval.low)),
        high: result.f_interval.map(|interval| round6(interval.high)),
    }
}

/// Six decimals, so that the file's changes are changes of scores.
pub(super) fn round6(x: f64) -> f64 {
    (x * 1e6).round() / 1e6
}

/// The measures that are there and have a better end: name, value, and whether higher is better.
pub(super) fn directed(
    diagnostics: &Diagnostics,
) -> impl Iterator<Item = (&'static str, f64, bool)> {
    let values =
        Diagnostics::MEASURES.map(|(name, measure, better)| (name, measure(diagnostics), better));
    values.into_iter().filter_map(|(name, value, better)| Some((name, value?, better?)))
}
