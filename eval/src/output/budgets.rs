//! Recall at several budgets.

use std::fmt::Write;

use super::{fit, percent, wrap};
use crate::harness::Report;

/// For each metric a table of the systems' mean recall at several budgets in words, as text. The reports
/// are of the same systems, one a budget.
#[must_use]
pub fn budget_table(reports: &[(usize, Report)]) -> String {
    let Some((_, first)) = reports.first() else { return String::new() };
    let names: Vec<&str> = first.systems.iter().map(|system| system.name.as_str()).collect();
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0).clamp(12, 22);
    let mut out = String::new();
    for (at, metric) in first.metrics.iter().enumerate() {
        let _ = write!(out, "{:<width$}", format!("{metric} R"));
        for (words, _) in reports {
            let _ = write!(out, " {:>8}", format!("@{words}"));
        }
        out.push('\n');
        for name in &names {
            let _ = write!(out, "{:<width$}", fit(name, width));
            for (_, report) in reports {
                let result = report.system(name).and_then(|system| system.metrics.get(at));
                let recall = result.map_or_else(|| "–".to_owned(), |result| percent(result.mean.r));
                let _ = write!(out, " {recall:>8}");
            }
            out.push('\n');
        }
        out.push('\n');
    }
    let _ = writeln!(out, "Mean recall in hundredths at budgets of so many words.");
    let _ = writeln!(out, "{}", wrap(&first.options, 80).join("\n"));
    out
}
