//! A report against a baseline: what fell, and whether that matters.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::baseline::{Baseline, BaselineSystem, directed};
use super::render;
use crate::harness::{ClusterResult, MetricResult, Report, SystemResult};
use crate::output::p_value as p_text;
use crate::rouge::Metric;
use crate::statistics::approximate_randomisation;

/// How far is too far.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Tolerance {
    /// A mean F may fall by this much (0.002 is a fifth of a point).
    pub fall: f64,
    /// A diagnostic may change for the worse by this much.
    pub diagnostics: f64,
    /// A fall of any size fails when its paired randomisation p-value over the clusters is below this;
    /// 0 switches the test off.
    pub significance: f64,
}

impl Default for Tolerance {
    fn default() -> Self {
        Self { fall: 0.002, diagnostics: 0.02, significance: 0.05 }
    }
}

/// What became of one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Verdict {
    /// Equal, higher, or lower within the tolerance.
    Held,
    /// Worse by more than the tolerance.
    FellTooFar,
    /// Lower within the tolerance, but on so many clusters that it is not chance.
    FellSignificantly,
    /// In the baseline only: nothing was measured.
    Gone,
    /// In the report only; it has no baseline yet.
    New,
}

/// One number of one system, before and now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Check {
    /// The system.
    pub system: String,
    /// A metric, of which the mean F is compared, or a diagnostic, of which the mean is.
    pub measure: String,
    /// The baseline's number.
    pub before: Option<f64>,
    /// The report's number.
    pub after: Option<f64>,
    /// How far it may change for the worse.
    pub tolerance: f64,
    /// Paired randomisation p-value over the clusters of both.
    pub p_value: Option<f64>,
    /// What follows.
    pub verdict: Verdict,
}

/// A cluster on which a failed system fell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fallen {
    /// The system.
    pub system: String,
    /// The cluster.
    pub cluster: String,
    /// Mean F over the metrics in the baseline.
    pub before: f64,
    /// Mean F over the metrics now.
    pub after: f64,
    /// The summary in the baseline, if it was kept.
    pub old_summary: Option<String>,
    /// The summary now.
    pub new_summary: String,
}

/// The outcome of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gate {
    /// What was allowed.
    pub tolerance: Tolerance,
    /// The report's options.
    pub options: String,
    /// The baseline's options where they are others: then the scores do not compare, and the gate fails.
    pub baseline_options: Option<String>,
    /// Every system and metric.
    pub checks: Vec<Check>,
    /// For each failed system the clusters that fell most, the worst first.
    pub fallen: Vec<Fallen>,
}

/// How many clusters are shown for a failed system.
const SHOWN: usize = 5;

/// Compares a report with a baseline.
///
/// ```
/// use nutgraf_eval::gate::{Baseline, Tolerance, compare};
/// # use nutgraf_eval::harness::{Cluster, Evaluation};
/// # use nutgraf_eval::rouge::{Options, Scorer};
/// # let scorer = Scorer::new(Options::google())?;
/// # let references = vec!["The storm closed the harbour.".to_owned()];
/// # let report = |summary: &str| {
/// #     let mut evaluation = Evaluation::new(&scorer);
/// #     evaluation.add_cluster(Cluster { id: "1".into(), references: references.clone(), sources: vec![] });
/// #     evaluation.add_system("ours", [("1", summary)]);
/// #     evaluation.report()
/// # };
/// let before = Baseline::new(&report("The storm closed the harbour.")?, true);
/// let gate = compare(&report("A storm came.")?, &before, Tolerance::default());
/// assert!(!gate.passed());
/// assert!(gate.table().contains("WORSE BY MORE THAN 0.20"));
/// # Ok::<(), nutgraf_eval::Error>(())
/// ```
#[must_use]
pub fn compare(report: &Report, baseline: &Baseline, tolerance: Tolerance) -> Gate {
    let options = report.options.clone();
    let baseline_options = (options != baseline.options).then(|| baseline.options.clone());
    let mut checks = Vec::new();
    let mut fallen = Vec::new();
    for system in &report.systems {
        let before = baseline.system(&system.name);
        let of_system = check_system(system, before, report, tolerance);
        if let Some(before) = before
            && of_system.iter().any(Check::failed)
        {
            fallen.extend(worst_clusters(system, before));
        }
        checks.extend(of_system);
    }
    for system in baseline.systems.iter().filter(|system| report.system(&system.name).is_none()) {
        let metrics = system.metrics.iter().map(|m| (m.metric.to_string(), m.f));
        let diagnostics = system.diagnostics.iter().map(|(name, &value)| (name.clone(), value));
        checks.extend(
            metrics.chain(diagnostics).map(|(name, value)| gone(&system.name, name, value)),
        );
    }
    Gate { tolerance, options, baseline_options, checks, fallen }
}

fn gone(system: &str, measure: String, before: f64) -> Check {
    Check {
        system: system.to_owned(),
        measure,
        before: Some(before),
        after: None,
        tolerance: 0.0,
        p_value: None,
        verdict: Verdict::Gone,
    }
}

fn check_system(
    system: &SystemResult,
    before: Option<&BaselineSystem>,
    report: &Report,
    tolerance: Tolerance,
) -> Vec<Check> {
    let mut checks: Vec<Check> = system
        .metrics
        .iter()
        .map(|result| check_metric(system, before, result, report, tolerance))
        .collect();
    checks.extend(check_diagnostics(system, before, tolerance));
    if let Some(before) = before {
        let metrics = before.metrics.iter().map(|m| (m.metric.to_string(), m.f));
        let diagnostics = before.diagnostics.iter().map(|(name, &value)| (name.clone(), value));
        for (name, value) in metrics.chain(diagnostics) {
            if !checks.iter().any(|check| check.measure == name) {
                checks.push(gone(&system.name, name, value));
            }
        }
    }
    checks
}

fn check_metric(
    system: &SystemResult,
    before: Option<&BaselineSystem>,
    result: &MetricResult,
    report: &Report,
    tolerance: Tolerance,
) -> Check {
    let (metric, after) = (result.metric, result.mean.f);
    let old = before.and_then(|before| before.metrics.iter().find(|m| m.metric == metric));
    let p_value = before.and_then(|before| p_value(system, before, metric, report));
    // The baseline is rounded to six decimals.
    let fall = old.map(|old| old.f - after).filter(|&fall| fall > 1e-6);
    let verdict = match (old, fall) {
        (None, _) => Verdict::New,
        (_, Some(fall)) if fall > tolerance.fall + 1e-6 => Verdict::FellTooFar,
        (_, Some(_)) if p_value.is_some_and(|p| p < tolerance.significance) => {
            Verdict::FellSignificantly
        }
        _ => Verdict::Held,
    };
    Check {
        system: system.name.clone(),
        measure: metric.to_string(),
        before: old.map(|old| old.f),
        after: Some(after),
        tolerance: tolerance.fall,
        p_value,
        verdict,
    }
}

fn check_diagnostics(
    system: &SystemResult,
    before: Option<&BaselineSystem>,
    tolerance: Tolerance,
) -> impl Iterator<Item = Check> {
    directed(&system.diagnostics).map(move |(name, after, higher)| {
        let old = before.and_then(|before| before.diagnostics.get(name)).copied();
        let worse = old.map(|old| if higher { old - after } else { after - old });
        let verdict = match worse {
            None => Verdict::New,
            Some(worse) if worse > tolerance.diagnostics + 1e-6 => Verdict::FellTooFar,
            Some(_) => Verdict::Held,
        };
        Check {
            system: system.name.clone(),
            measure: name.to_owned(),
            before: old,
            after: Some(after),
            tolerance: tolerance.diagnostics,
            p_value: None,
            verdict,
        }
    })
}

/// The p-value of the difference over the clusters that both have; needs two of them.
fn p_value(
    system: &SystemResult,
    before: &BaselineSystem,
    metric: Metric,
    report: &Report,
) -> Option<f64> {
    let at = before.metrics.iter().position(|m| m.metric == metric)?;
    let (mut old, mut new) = (Vec::new(), Vec::new());
    let now: FxHashMap<&str, &ClusterResult> = by_id(system);
    for cluster in &before.clusters {
        let score = now.get(cluster.id.as_str()).and_then(|now| now.scores.get(metric));
        if let (Some(&f), Some(score)) = (cluster.f.get(at), score) {
            old.push(f);
            // Rounded as the baseline is: an equal score is no difference.
            new.push((score.f * 1e6).round() / 1e6);
        }
    }
    (old.len() > 1).then(|| approximate_randomisation(&old, &new, report.resampling))
}

fn by_id(system: &SystemResult) -> FxHashMap<&str, &ClusterResult> {
    system.clusters.iter().map(|cluster| (cluster.id.as_str(), cluster)).collect()
}

fn worst_clusters(system: &SystemResult, before: &BaselineSystem) -> Vec<Fallen> {
    let mut fallen = Vec::new();
    let clusters = by_id(system);
    for old in &before.clusters {
        let Some(now) = clusters.get(old.id.as_str()) else { continue };
        let pairs = before.metrics.iter().zip(&old.f);
        let pairs: Vec<(f64, f64)> = pairs
            .filter_map(|(m, &f)| now.scores.get(m.metric).map(|score| (f, score.f)))
            .collect();
        let n = pairs.len().max(1) as f64;
        let before = pairs.iter().map(|(old, _)| old).sum::<f64>() / n;
        let after = pairs.iter().map(|(_, new)| new).sum::<f64>() / n;
        if before - after > 1e-6 {
            fallen.push(Fallen {
                system: system.name.clone(),
                cluster: old.id.clone(),
                before,
                after,
                old_summary: old.summary.clone(),
                new_summary: now.summary.clone(),
            });
        }
    }
    fallen.sort_by(|a, b| (b.before - b.after).total_cmp(&(a.before - a.after)));
    fallen.truncate(SHOWN);
    fallen
}

impl Check {
    /// Whether this number fails the gate.
    #[must_use]
    pub fn failed(&self) -> bool {
        !matches!(self.verdict, Verdict::Held | Verdict::New)
    }

    /// The verdict in words.
    #[must_use]
    pub fn describe(&self) -> String {
        match (self.verdict, self.p_value) {
            (Verdict::Held, _) => "held".to_owned(),
            (Verdict::FellTooFar, _) => format!("worse by more than {:.2}", self.tolerance * 100.0),
            (Verdict::FellSignificantly, Some(p)) => format!("fell, p {}", p_text(p)),
            (Verdict::FellSignificantly, None) => "fell significantly".to_owned(),
            (Verdict::Gone, _) => "was not measured".to_owned(),
            (Verdict::New, _) => "new: no baseline yet".to_owned(),
        }
    }
}

impl Gate {
    /// Whether nothing fell too far, nothing is gone, and the options are the same.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.baseline_options.is_none() && !self.checks.iter().any(Check::failed)
    }

    /// Text for an 80-column terminal: every check, and both summaries of the clusters that fell most.
    #[must_use]
    pub fn table(&self) -> String {
        render::text(self)
    }

    /// The same in GitHub-flavoured Markdown, for a pull request or a job summary.
    #[must_use]
    pub fn markdown(&self) -> String {
        render::markdown(self)
    }

    /// A `JUnit` XML file, one test case for each number.
    #[must_use]
    pub fn junit(&self) -> String {
        render::junit(self)
    }
}
