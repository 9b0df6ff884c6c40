//! The report as text for a terminal of 80 columns.

use std::fmt::Write;

use super::wrap;
use crate::diagnostics::{Diagnostics, Measure};
use crate::harness::{MetricResult, Report, SystemResult};

/// A share as a number of hundredths with two decimals.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.2}", share * 100.0)
}

/// A p-value with three decimals, or that it is below them.
pub(crate) fn p_value(p: f64) -> String {
    if p < 0.001 { "<0.001".to_owned() } else { format!("{p:.3}") }
}

/// `1 cluster`, `5 clusters`: a number and what it counts.
#[must_use]
pub fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// `1 cluster (a)`, `5 clusters (a, b, c, …)`.
pub(crate) fn count_and_list(ids: &[String], noun: &str) -> String {
    const SHOWN: usize = 5;
    let more = if ids.len() > SHOWN { ", …" } else { "" };
    let shown = &ids[..ids.len().min(SHOWN)];
    format!("{} ({}{more})", counted(ids.len(), noun), shown.join(", "))
}

/// Writes one line; writing to a string cannot fail.
macro_rules! line {
    ($out:expr) => { $out.push('\n') };
    ($out:expr, $($arg:tt)*) => {{ let _ = writeln!($out, $($arg)*); }};
}

pub(crate) fn table(report: &Report) -> String {
    let mut out = String::new();
    let longest =
        report.systems.iter().map(|system| system.name.chars().count()).max().unwrap_or(0);
    let width = longest.clamp(10, 22);
    let confidence = format!("{}% interval", report.resampling.confidence * 100.0);
    let first = report.systems.first().map_or("", |system| system.name.as_str());
    let compared = report.systems.len() > 1;
    for (at, metric) in report.metrics.iter().enumerate() {
        let header =
            format!("{metric:<width$} {:>6} {:>6} {:>6}   {confidence:<15}", "P", "R", "F");
        let header = if compared { format!("{header}  p vs {}", fit(first, 12)) } else { header };
        line!(out, "{}", header.trim_end());
        for system in &report.systems {
            line!(out, "{}", row(system, &system.metrics[at], width).trim_end());
        }
        line!(out);
    }
    lengths(&mut out, report, width);
    diagnostics(&mut out, report, width);
    problems(&mut out, report);
    let clusters = report.systems.first().map_or(0, |system| system.clusters.len());
    let clusters = counted(clusters, "cluster");
    line!(out, "{clusters}; P, R and F are means over clusters, in hundredths.");
    if compared {
        line!(out, "Interval of F. p: approximate randomisation, Holm-corrected; * below 0.05.");
    }
    if let Some(caution) = caution(report) {
        line!(out, "{caution}");
    }
    line!(out, "{}", wrap(&report.options, 80).join("\n"));
    out
}

/// What to know of intervals and p-values of few clusters. Of fewer than six not even a difference on all of them
/// has a randomisation p-value below 0.05 (2 / 2⁵), while the bootstrap grows the surer the fewer there are.
pub(crate) fn caution(report: &Report) -> Option<&'static str> {
    match report.systems.first()?.clusters.len() {
        0 | 1 => Some("One cluster has no interval and no p-value."),
        2..=5 => Some("Intervals of so few clusters are too narrow: take six or more."),
        _ => None,
    }
}

fn row(system: &SystemResult, result: &MetricResult, width: usize) -> String {
    let score = result.mean;
    let interval = result.f_interval.map_or_else(
        || "–".to_owned(),
        |interval| format!("{} – {}", percent(interval.low), percent(interval.high)),
    );
    let p =
        result.comparison.and_then(|comparison| comparison.holm).map_or_else(String::new, |p| {
            let star = if p < 0.05 { " *" } else { "" };
            format!("{}{star}", p_value(p))
        });
    let name = fit(&system.name, width);
    let (precision, recall, f) = (percent(score.p), percent(score.r), percent(score.f));
    format!("{name:<width$} {precision:>6} {recall:>6} {f:>6}   {interval:<15}  {p}")
}

/// The text, shortened at its end to `width` characters.
pub(crate) fn fit(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    text.chars().take(width.saturating_sub(1)).chain(['…']).collect()
}

fn lengths(out: &mut String, report: &Report, width: usize) {
    line!(out, "{:<width$} {:>6} {:>9} {:>7}", "length", "words", "sentences", "copied");
    for system in &report.systems {
        let lengths = system.lengths;
        let copied =
            lengths.copied.map_or_else(|| "–".to_owned(), |share| format!("{:.0}%", share * 100.0));
        let name = fit(&system.name, width);
        line!(out, "{name:<width$} {:>6.1} {:>9.1} {copied:>7}", lengths.words, lengths.sentences);
    }
    line!(out);
}

fn diagnostics(out: &mut String, report: &Report, width: usize) {
    // As wide as a name, or as `-0.123`.
    let cell = |name: &str, value: &str| format!(" {value:>cell$}", cell = name.len().max(6));
    let names = Diagnostics::MEASURES.map(|(name, ..)| cell(name, name));
    let width = width.min(14);
    line!(out, "{:<width$}{}", "beyond", names.concat());
    for system in &report.systems {
        let value = |(name, measure, _): (_, Measure, _)| {
            let value = measure(&system.diagnostics);
            cell(name, &value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}")))
        };
        line!(
            out,
            "{:<width$}{}",
            fit(&system.name, width),
            Diagnostics::MEASURES.map(value).concat()
        );
    }
    line!(out);
}

fn problems(out: &mut String, report: &Report) {
    for system in &report.systems {
        for problem in system.problems.describe() {
            line!(out, "{}", wrap(&format!("{}: {problem}", system.name), 80).join("\n"));
        }
    }
    if !report.duplicate_clusters.is_empty() {
        let ids = count_and_list(&report.duplicate_clusters, "cluster");
        let text = format!("{ids} with the id of an earlier one: not scored");
        line!(out, "{}", wrap(&text, 80).join("\n"));
    }
}
