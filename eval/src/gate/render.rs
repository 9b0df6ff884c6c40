//! A gate's outcome as text, Markdown and `JUnit` XML.

use std::fmt::Write;

use super::outcome::{Check, Fallen, Gate, Verdict};
use crate::output::{count_and_list, counted, escape, fit, percent, side_by_side, wrap};

fn number(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), percent)
}

fn change(check: &Check) -> String {
    match (check.before, check.after) {
        (Some(before), Some(after)) => {
            let hundredths = ((after - before) * 1e4).round() / 100.0;
            // `+ 0.0` leaves no `-0.00`.
            format!("{:+.2}", hundredths + 0.0)
        }
        _ => "–".to_owned(),
    }
}

fn headline(gate: &Gate) -> String {
    let count = |verdicts: &[Verdict]| {
        gate.checks.iter().filter(|check| verdicts.contains(&check.verdict)).count()
    };
    let (new, gone) = (count(&[Verdict::New]), count(&[Verdict::Gone]));
    if gate.passed() {
        let more = if new > 0 { format!(", {new} are new") } else { String::new() };
        return format!("Gate passed: {} held{more}.", counted(count(&[Verdict::Held]), "number"));
    }
    let worse = count(&[Verdict::FellTooFar, Verdict::FellSignificantly]);
    let compared = counted(gate.checks.len() - new, "number");
    let reasons = [
        (gate.baseline_options.is_some(), "the baseline was made with other options".to_owned()),
        (worse > 0, format!("{worse} of {compared} got worse")),
        (gone > 0, format!("{gone} of {compared} not measured")),
        (!gate.clusters_gone.is_empty(), "clusters of the baseline are gone".to_owned()),
    ];
    let reasons = reasons.into_iter().filter(|(holds, _)| *holds).map(|(_, reason)| reason);
    format!("Gate failed: {}.", reasons.collect::<Vec<_>>().join("; "))
}

/// The clusters that are not compared, a line for each kind.
fn not_compared(gate: &Gate) -> Vec<String> {
    let kinds =
        [(&gate.clusters_gone, "not measured"), (&gate.clusters_new, "new, without a baseline")];
    let kinds = kinds.into_iter().filter(|(ids, _)| !ids.is_empty());
    kinds.map(|(ids, what)| format!("{what}: {}", count_and_list(ids, "cluster"))).collect()
}

const ADVICE: &str = "If the change is meant, rewrite the baseline with --update.";

pub(super) fn text(gate: &Gate) -> String {
    let mut out = String::new();
    let longest = gate.checks.iter().map(|check| check.system.chars().count()).max().unwrap_or(6);
    let width = longest.clamp(6, 18);
    if let Some(before) = &gate.baseline_options {
        let _ = writeln!(out, "{}\n", wrap(&format!("baseline: {before}"), 80).join("\n"));
    }
    let _ = writeln!(
        out,
        "{:<width$} {:<10} {:>7} {:>7} {:>7}",
        "system", "measure", "before", "now", "change"
    );
    for check in &gate.checks {
        let verdict =
            if check.failed() { check.describe().to_uppercase() } else { check.describe() };
        let (before, now) = (number(check.before), number(check.after));
        let system = fit(&check.system, width);
        let metric = &check.measure;
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
    out.push('\n');
    for line in not_compared(gate) {
        let _ = writeln!(out, "{}", wrap(&line, 80).join("\n"));
    }
    let _ = writeln!(out, "{}\n{}", wrap(&gate.options, 80).join("\n"), headline(gate));
    if !gate.passed() {
        let _ = writeln!(out, "{ADVICE}");
    }
    out
}

pub(super) fn markdown(gate: &Gate) -> String {
    let mut out = format!("### {}\n\n", headline(gate));
    if let Some(before) = &gate.baseline_options {
        let _ = writeln!(out, "Baseline: `{before}`\n");
    }
    out.push_str("| system | measure | before | now | change | |\n|---|---|--:|--:|--:|---|\n");
    for check in &gate.checks {
        let mark = if check.failed() { "❌ " } else { "" };
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {mark}{} |",
            markdown_cell(&check.system),
            // An asterisk would begin emphasis.
            check.measure.replace('*', "\\*"),
            number(check.before),
            number(check.after),
            change(check),
            check.describe()
        );
    }
    for fallen in &gate.fallen {
        let _ = writeln!(
            out,
            "\n<details><summary>{} on {}: mean F {} → {}</summary>\n",
            escape(&fallen.system),
            escape(&fallen.cluster),
            percent(fallen.before),
            percent(fallen.after)
        );
        let old = fallen.old_summary.as_deref().unwrap_or("(the baseline keeps no summaries)");
        let cell = |text: &str| escape(text).replace('\n', "<br>");
        let _ = writeln!(
            out,
            "<table><tr><th>baseline</th><th>now</th></tr><tr><td>{}</td><td>{}</td></tr></table>\n</details>",
            cell(old),
            cell(&fallen.new_summary)
        );
    }
    for line in not_compared(gate) {
        let _ = writeln!(out, "\n{}", escape(&line));
    }
    let _ = writeln!(out, "\nMean F in hundredths. `{}`", gate.options);
    if !gate.passed() {
        let _ = writeln!(out, "\n{ADVICE}");
    }
    out
}

fn markdown_cell(text: &str) -> String {
    escape(text).replace('|', "\\|").replace('\n', " ")
}

pub(super) fn junit(gate: &Gate) -> String {
    let failures = gate.checks.iter().filter(|check| check.failed()).count();
    let options_failed = usize::from(gate.baseline_options.is_some());
    let clusters_failed = usize::from(!gate.clusters_gone.is_empty());
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite name=\"nutgraf-eval\" tests=\"{}\" failures=\"{}\">\n",
        gate.checks.len() + 2,
        failures + options_failed + clusters_failed
    );
    out.push_str("<testcase classname=\"gate\" name=\"options\">");
    if let Some(before) = &gate.baseline_options {
        let (before, now) = (escape(before), escape(&gate.options));
        let _ = write!(
            out,
            "<failure message=\"other options\">baseline: {before}
now: {now}</failure>"
        );
    }
    out.push_str("</testcase>\n<testcase classname=\"gate\" name=\"clusters\">");
    if !gate.clusters_gone.is_empty() {
        let clusters = escape(&not_compared(gate).join("\n"));
        let _ = write!(out, "<failure message=\"clusters are gone\">{clusters}</failure>");
    }
    out.push_str("</testcase>\n");
    for check in &gate.checks {
        let _ = write!(
            out,
            "<testcase classname=\"{}\" name=\"{}\">",
            escape(&check.system),
            check.measure
        );
        if check.failed() {
            let verdict = escape(&check.describe());
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
                    escape(&fallen.cluster),
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
