//! What a comparison found: every number with its verdict.

use serde::Serialize;

use super::render;
use crate::output::p_value;

/// How far is too far.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Tolerance {
    /// A mean F may fall by this much (0.002 is a fifth of a point).
    pub fall: f64,
    /// A diagnostic may change for the worse by this much.
    pub diagnostics: f64,
    /// A fall within the tolerance fails all the same when its paired randomisation p-value over the clusters is
    /// below this; 0 switches the test off.
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
    /// Lower within the tolerance, but so evenly over the clusters that it is hardly chance.
    FellSignificantly,
    /// In the baseline only: nothing was measured.
    Gone,
    /// In the report only; it has no baseline yet.
    New,
}

/// One number of one system, before and now, over the clusters that baseline and report both have.
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
    /// Paired randomisation p-value of the change.
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
    /// Clusters of the baseline on which nothing was measured: then the gate fails.
    pub clusters_gone: Vec<String>,
    /// Clusters that have no baseline yet; they are not compared.
    pub clusters_new: Vec<String>,
    /// Every system and metric.
    pub checks: Vec<Check>,
    /// For each failed system the clusters that fell most, the worst first.
    pub fallen: Vec<Fallen>,
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
            (Verdict::FellSignificantly, Some(p)) => format!("fell, p {}", p_value(p)),
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
        self.baseline_options.is_none()
            && self.clusters_gone.is_empty()
            && !self.checks.iter().any(Check::failed)
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
