//! A report against a baseline: what fell, and whether that matters.

use rustc_hash::{FxHashMap, FxHashSet};

use super::baseline::{Baseline, BaselineCluster, BaselineSystem, directed, round6};
use super::outcome::{Check, Fallen, Gate, Tolerance, Verdict};
use crate::diagnostics::Diagnostics;
use crate::harness::{ClusterResult, MetricResult, Report, SystemResult};
use crate::statistics::{approximate_randomisation, mean};

/// How many clusters are shown for a failed system.
const SHOWN: usize = 5;

/// The baseline is rounded to six decimals: what is less is no change.
const ROUNDING: f64 = 1e-6;

/// Compares a report with a baseline, over the clusters that both have.
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
        let pairs = before.map_or_else(Vec::new, |before| pairs(system, before));
        let of_system = check_system(system, before, &pairs, report, tolerance);
        if let Some(before) = before
            && of_system.iter().any(Check::failed)
        {
            fallen.extend(worst_clusters(before, &pairs));
        }
        checks.extend(of_system);
    }
    for system in baseline.systems.iter().filter(|system| report.system(&system.name).is_none()) {
        checks.extend(numbers(system).map(|(name, value)| gone(system, name, value)));
    }
    let (clusters_gone, clusters_new) = unpaired(report, baseline);
    Gate { tolerance, options, baseline_options, clusters_gone, clusters_new, checks, fallen }
}

/// A cluster of the baseline, and the same cluster now.
type Pair<'a> = (&'a BaselineCluster, &'a ClusterResult);

fn pairs<'a>(system: &'a SystemResult, before: &'a BaselineSystem) -> Vec<Pair<'a>> {
    let now: FxHashMap<&str, &ClusterResult> =
        system.clusters.iter().map(|cluster| (cluster.id.as_str(), cluster)).collect();
    let pair = |old: &'a BaselineCluster| Some((old, *now.get(old.id.as_str())?));
    before.clusters.iter().filter_map(pair).collect()
}

/// The clusters that only the baseline has, and those that only the report has, in the systems of both.
fn unpaired(report: &Report, baseline: &Baseline) -> (Vec<String>, Vec<String>) {
    let (mut gone, mut new) = (Vec::new(), Vec::new());
    for system in &report.systems {
        let Some(before) = baseline.system(&system.name) else { continue };
        let old = || before.clusters.iter().map(|cluster| cluster.id.as_str());
        let now = || system.clusters.iter().map(|cluster| cluster.id.as_str());
        let all_old: FxHashSet<&str> = old().collect();
        let all_now: FxHashSet<&str> = now().collect();
        gone.extend(old().filter(|id| !all_now.contains(id)));
        new.extend(now().filter(|id| !all_old.contains(id)));
    }
    (each_once(gone), each_once(new))
}

fn each_once(ids: Vec<&str>) -> Vec<String> {
    let mut seen = FxHashSet::default();
    ids.into_iter().filter(|&id| seen.insert(id)).map(str::to_owned).collect()
}

/// All numbers that the baseline has of a system.
fn numbers(system: &BaselineSystem) -> impl Iterator<Item = (String, f64)> {
    let metrics = system.metrics.iter().map(|m| (m.metric.to_string(), m.f));
    metrics.chain(system.diagnostics.iter().map(|(name, &value)| (name.clone(), value)))
}

fn gone(system: &BaselineSystem, measure: String, before: f64) -> Check {
    Check {
        system: system.name.clone(),
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
    pairs: &[Pair<'_>],
    report: &Report,
    tolerance: Tolerance,
) -> Vec<Check> {
    let mut checks: Vec<Check> = system
        .metrics
        .iter()
        .map(|result| check_metric((system, result), before, pairs, report, tolerance))
        .collect();
    // The baseline has the means of diagnostics alone: where clusters are gone they are those of
    // others, and the gate fails anyway.
    let whole = before.is_none_or(|before| pairs.len() == before.clusters.len());
    if whole {
        checks.extend(check_diagnostics(system, before, pairs, tolerance));
    }
    if let Some(before) = before {
        let measured = |(name, _): &(String, f64)| whole || !before.diagnostics.contains_key(name);
        for (name, value) in numbers(before).filter(measured) {
            if !checks.iter().any(|check| check.measure == name) {
                checks.push(gone(before, name, value));
            }
        }
    }
    checks
}

fn check_metric(
    (system, result): (&SystemResult, &MetricResult),
    before: Option<&BaselineSystem>,
    pairs: &[Pair<'_>],
    report: &Report,
    tolerance: Tolerance,
) -> Check {
    let metric = result.metric;
    let known = before.and_then(|before| {
        let at = before.metrics.iter().position(|m| m.metric == metric)?;
        Some((at, before.metrics[at].f))
    });
    let scores = |(old, now): &Pair<'_>| {
        let (at, _) = known?;
        // Rounded as the baseline is: an equal score is no difference.
        Some((*old.f.get(at)?, round6(now.scores.get(metric)?.f)))
    };
    let (old, now): (Vec<f64>, Vec<f64>) = pairs.iter().filter_map(scores).unzip();
    let (before, after) = match known {
        None => (None, Some(result.mean.f)),
        Some((_, before)) if old.is_empty() => (Some(before), None),
        Some(_) => (Some(mean(old.iter().copied())), Some(mean(now.iter().copied()))),
    };
    let p_value = approximate_randomisation(&old, &now, report.resampling);
    let verdict = match (before, after) {
        (None, _) => Verdict::New,
        (_, None) => Verdict::Gone,
        (Some(before), Some(after)) if before - after > tolerance.fall + ROUNDING => {
            Verdict::FellTooFar
        }
        (Some(before), Some(after))
            if before - after > ROUNDING && p_value.is_some_and(|p| p < tolerance.significance) =>
        {
            Verdict::FellSignificantly
        }
        _ => Verdict::Held,
    };
    Check {
        system: system.name.clone(),
        measure: metric.to_string(),
        before,
        after,
        tolerance: tolerance.fall,
        p_value,
        verdict,
    }
}

fn check_diagnostics(
    system: &SystemResult,
    before: Option<&BaselineSystem>,
    pairs: &[Pair<'_>],
    tolerance: Tolerance,
) -> impl Iterator<Item = Check> {
    let now = match before {
        Some(_) => {
            Diagnostics::mean(&pairs.iter().map(|(_, now)| now.diagnostics).collect::<Vec<_>>())
        }
        None => system.diagnostics,
    };
    let found: Vec<_> = directed(&now).collect();
    found.into_iter().map(move |(name, after, higher)| {
        let old = before.and_then(|before| before.diagnostics.get(name)).copied();
        let worse = old.map(|old| if higher { old - after } else { after - old });
        let verdict = match worse {
            None => Verdict::New,
            Some(worse) if worse > tolerance.diagnostics + ROUNDING => Verdict::FellTooFar,
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

fn worst_clusters(system: &BaselineSystem, pairs: &[Pair<'_>]) -> Vec<Fallen> {
    let mut fallen = Vec::new();
    for (old, now) in pairs {
        let scores: Vec<(f64, f64)> = (system.metrics.iter().zip(&old.f))
            .filter_map(|(m, &f)| now.scores.get(m.metric).map(|score| (f, score.f)))
            .collect();
        let before = mean(scores.iter().map(|(old, _)| *old));
        let after = mean(scores.iter().map(|(_, new)| *new));
        if before - after > ROUNDING {
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
