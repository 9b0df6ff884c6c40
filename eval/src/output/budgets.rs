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
        let heads: String =
            reports.iter().map(|(words, _)| format!(" {:>8}", format!("@{words}"))).collect();
        let _ = writeln!(out, "{:<width$}{heads}", format!("{metric} R"));
        for name in &names {
            let recall = |report: &Report| {
                let system = report.system(name);
                system
                    .and_then(|s| s.metrics.get(at))
                    .map_or_else(|| "–".to_owned(), |m| percent(m.mean.r))
            };
            let cells: String =
                reports.iter().map(|(_, report)| format!(" {:>8}", recall(report))).collect();
            let _ = writeln!(out, "{:<width$}{cells}", fit(name, width));
        }
        out.push('\n');
    }
    let _ = writeln!(out, "Mean recall in hundredths at budgets of so many words.");
    let _ = writeln!(out, "{}", wrap(&first.options, 80).join("\n"));
    out
}
