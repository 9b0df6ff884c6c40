//! The means as a GitHub-flavoured Markdown table, and escaping for Markdown, HTML and XML.

use std::fmt::Write;

use super::{caution, percent};
use crate::harness::Report;

/// Text for XML, HTML and Markdown; characters that XML 1.0 does not allow become U+FFFD.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{8}'
            | '\u{B}'
            | '\u{C}'
            | '\u{E}'..='\u{1F}'
            | '\u{FFFE}'
            | '\u{FFFF}' => {
                out.push('\u{FFFD}');
            }
            _ => out.push(c),
        }
    }
    out
}

/// A row a system; for each metric the mean F with its interval.
pub(crate) fn markdown(report: &Report) -> String {
    let mut out = String::from("| system |");
    for metric in &report.metrics {
        let _ = write!(out, " {} F |", metric.to_string().replace('*', "\\*"));
    }
    let _ = writeln!(out, " words |\n|---|{}--:|", "--:|".repeat(report.metrics.len()));
    for system in &report.systems {
        let _ = write!(out, "| {} |", escape(&system.name).replace('|', "\\|"));
        for result in &system.metrics {
            let p = result.comparison.and_then(|comparison| comparison.holm);
            let star = if p.is_some_and(|p| p < 0.05) { "\\*" } else { "" };
            let interval = result.f_interval.map_or_else(String::new, |interval| {
                format!(" ({}–{})", percent(interval.low), percent(interval.high))
            });
            let _ = write!(out, " {}{star}{interval} |", percent(result.mean.f));
        }
        let _ = writeln!(out, " {:.1} |", system.lengths.words);
    }
    let first = report.systems.first().map_or("", |system| system.name.as_str());
    let _ = writeln!(
        out,
        "\nMean F in hundredths with {}% bootstrap interval; \\* differs from {} (approximate randomisation, Holm, p < 0.05). `{}`",
        report.resampling.confidence * 100.0,
        escape(first),
        report.options
    );
    if let Some(caution) = caution(report) {
        let _ = writeln!(out, "\n{caution}");
    }
    out
}
