//! A gate's outcome as text, Markdown and `JUnit` XML.

use std::fmt::Write;

use super::compare::{Check, Fallen, Gate};
use crate::output::{fit, percent, side_by_side};

fn number(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), percent)
}

fn change(check: &Check) -> String {
    match (check.before, check.after) {
        (Some(before), Some(after)) => format!("{:+.2}", (after - before) * 100.0),
        _ => "–".to_owned(),
    }
}

fn headline(gate: &Gate) -> String {
    let failed = gate.checks.iter().filter(|check| check.failed()).count();
    match (gate.passed(), gate.options.is_some()) {
        (true, _) => format!("Gate passed: {} scores held.", gate.checks.len()),
        (false, true) => "Gate failed: the baseline was made with other options.".to_owned(),
        (false, false) => format!("Gate failed: {failed} of {} scores fell.", gate.checks.len()),
    }
}

const ADVICE: &str = "If the change is meant, rewrite the baseline with --update.";

pub(super) fn text(gate: &Gate) -> String {
    let mut out = String::new();
    let longest = gate.checks.iter().map(|check| check.system.chars().count()).max().unwrap_or(6);
    let width = longest.clamp(6, 20);
    if let Some((before, now)) = &gate.options {
        let _ = writeln!(out, "baseline: {before}\nnow:      {now}\n");
    }
    let _ = writeln!(
        out,
        "{:<width$} {:<10} {:>7} {:>7} {:>7}",
        "system", "F of", "before", "now", "change"
    );
    for check in &gate.checks {
        let verdict = if check.failed() {
            check.describe(gate.tolerance).to_uppercase()
        } else {
            check.describe(gate.tolerance)
        };
        let (before, now) = (number(check.before), number(check.after));
        let system = fit(&check.system, width);
        let metric = check.metric.to_string();
        let _ = writeln!(
            out,
            "{system:<width$} {metric:<10} {before:>7} {now:>7} {:>7}  {verdict}",
            change(check)
        );
    }
    for fallen in &gate.fallen {
        let Fallen { system, cluster, before, after, .. } = fallen;
        let _ = writeln!(
            out,
            "\n{system} on {cluster}: mean F {} → {}",
            percent(*before),
            percent(*after)
        );
        if let Some(old) = &fallen.old_summary {
            out.push_str(&side_by_side(("baseline", old), ("now", &fallen.new_summary), 80));
        }
    }
    let _ = writeln!(out, "\n{}", headline(gate));
    if !gate.passed() {
        let _ = writeln!(out, "{ADVICE}");
    }
    out
}

pub(super) fn markdown(gate: &Gate) -> String {
    let mut out = format!("### {}\n\n", headline(gate));
    if let Some((before, now)) = &gate.options {
        let _ = writeln!(out, "Baseline: `{before}`\nNow: `{now}`\n");
    }
    out.push_str("| system | F of | before | now | change | |\n|---|---|--:|--:|--:|---|\n");
    for check in &gate.checks {
        let mark = if check.failed() { "❌ " } else { "" };
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {mark}{} |",
            markdown_cell(&check.system),
            // An asterisk would begin emphasis.
            check.metric.to_string().replace('*', "\\*"),
            number(check.before),
            number(check.after),
            change(check),
            check.describe(gate.tolerance)
        );
    }
    for fallen in &gate.fallen {
        let _ = writeln!(
            out,
            "\n<details><summary>{} on {}: mean F {} → {}</summary>\n",
            xml(&fallen.system),
            xml(&fallen.cluster),
            percent(fallen.before),
            percent(fallen.after)
        );
        let old = fallen.old_summary.as_deref().unwrap_or("(the baseline keeps no summaries)");
        let cell = |text: &str| xml(text).replace('\n', "<br>");
        let _ = writeln!(
            out,
            "<table><tr><th>baseline</th><th>now</th></tr><tr><td>{}</td><td>{}</td></tr></table>\n</details>",
            cell(old),
            cell(&fallen.new_summary)
        );
    }
    if !gate.passed() {
        let _ = writeln!(out, "\n{ADVICE}");
    }
    out
}

fn markdown_cell(text: &str) -> String {
    xml(text).replace('|', "\\|").replace('\n', " ")
}

pub(super) fn junit(gate: &Gate) -> String {
    let failures = gate.checks.iter().filter(|check| check.failed()).count();
    let options_failed = usize::from(gate.options.is_some());
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite name=\"nutgraf-eval\" tests=\"{}\" failures=\"{}\">\n",
        gate.checks.len() + 1,
        failures + options_failed
    );
    out.push_str("<testcase classname=\"gate\" name=\"options\">");
    if let Some((before, now)) = &gate.options {
        let _ = write!(
            out,
            "<failure message=\"other options\">baseline: {}\nnow: {}</failure>",
            xml(before),
            xml(now)
        );
    }
    out.push_str("</testcase>\n");
    for check in &gate.checks {
        let _ = write!(
            out,
            "<testcase classname=\"{}\" name=\"{}\">",
            xml(&check.system),
            check.metric
        );
        if check.failed() {
            let verdict = xml(&check.describe(gate.tolerance));
            let (before, now) = (number(check.before), number(check.after));
            let _ = write!(
                out,
                "<failure message=\"{verdict}\">before {before}, now {now}, change {}",
                change(check)
            );
            for fallen in gate.fallen.iter().filter(|fallen| fallen.system == check.system) {
                let _ = write!(
                    out,
                    "\n{}: mean F {} → {}",
                    xml(&fallen.cluster),
                    percent(fallen.before),
                    percent(fallen.after)
                );
            }
            out.push_str("</failure>");
        }
        out.push_str("</testcase>\n");
    }
    out.push_str("</testsuite>\n</testsuites>\n");
    out
}

/// Text for XML and HTML; characters that XML 1.0 does not allow become U+FFFD.
fn xml(text: &str) -> String {
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
