//! The report as one self-contained page: no file and no script from elsewhere.

mod chart;
mod marks;

use maud::{DOCTYPE, PreEscaped, html};
use serde_json::{Value, json};

use super::{caution, counted, p_value, percent};
use crate::harness::{Report, SystemResult};
use crate::rouge::Scorer;

/// The page of a report. The scorer is the one that made it; it tells which words match.
///
/// Bars with intervals for each metric, a scatter of two systems, score against length, and a table of clusters,
/// each of which opens to its summaries beside the references with matching words marked.
///
/// A report that was read from its JSON has no references: its page shows scores and summaries, without marks.
///
/// Needs the feature `html`.
#[must_use]
pub fn html_page(report: &Report, scorer: &Scorer, title: &str) -> String {
    let clusters = report.systems.first().map_or(report.clusters.len(), |s| s.clusters.len());
    let data = data(report, scorer).to_string();
    // Inside a script element only `<` can end it.
    let data = data.replace('<', "\\u003c");
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy"
                    content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";
                title { (title) }
                style { (PreEscaped(include_str!("page.css"))) }
            }
            body {
                header {
                    h1 { (title) }
                    p.quiet {
                        (counted(clusters, "cluster")) ", " (counted(report.systems.len(), "system")) ". "
                        "Mean F in hundredths with " (report.resampling.confidence * 100.0) "% bootstrap intervals. "
                        "nutgraf-eval " (report.version) "."
                    }
                    p.options { (report.options) }
                }
                main {
                    section aria-labelledby="means" {
                        h2 #means { "Means" }
                        div.charts {
                            @for at in 0..report.metrics.len() { (chart::bars(report, at)) }
                        }
                        (summary_table(report))
                        @for system in &report.systems {
                            @for problem in system.problems.describe() {
                                p.problem { strong { (system.name) } ": " (problem) }
                            }
                        }
                    }
                    section aria-labelledby="clusters" {
                        h2 #clusters { "Clusters" }
                        div.controls {
                            label { "Metric " select #metric {
                                @for (at, metric) in report.metrics.iter().enumerate() {
                                    option value=(at) { (metric) }
                                }
                            } }
                            (system_select("across", "Across", report, 0))
                            (system_select("up", "Up", report, 1.min(report.systems.len().saturating_sub(1))))
                        }
                        div.plots {
                            figure { figcaption { "Two systems, a dot a cluster; above the line “up” is better" } div #scatter {} }
                            figure { figcaption { "F against the summary’s words" } p.legend {
                                @for (at, system) in report.systems.iter().enumerate() {
                                    span { span.swatch style=(format!("background:{}", chart::colour(at))) {} (system.name) } " "
                                }
                            } div #lengths {} }
                        }
                        p.quiet { "A row or a dot opens its cluster. A heading sorts." }
                        div.scroll { table #table { thead {} tbody {} } }
                    }
                }
                script #data type="application/json" { (PreEscaped(data)) }
                script { (PreEscaped(include_str!("page.js"))) }
            }
        }
    };
    page.into_string()
}

fn system_select(id: &str, label: &str, report: &Report, chosen: usize) -> maud::Markup {
    html! {
        label { (label) " " select id=(id) {
            @for (at, system) in report.systems.iter().enumerate() {
                option value=(at) selected[at == chosen] { (system.name) }
            }
        } }
    }
}

fn summary_table(report: &Report) -> maud::Markup {
    let optional =
        |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
    let significance = |system: &SystemResult, at: usize| {
        let p = system.metrics[at].comparison.and_then(|comparison| comparison.holm);
        p.map_or_else(String::new, |p| format!(" (p {})", p_value(p)))
    };
    html! {
        div.scroll { table.means {
            thead { tr {
                th { "system" }
                @for metric in &report.metrics { th.number { (metric) } }
                th.number { "words" } th.number { "sentences" } th.number { "copied" }
                th.number { "redundancy" } th.number { "names" } th.number { "concepts" } th.number { "divergence" }
            } }
            tbody { @for system in &report.systems { tr {
                th scope="row" { (system.name) }
                @for at in 0..report.metrics.len() {
                    td.number { (percent(system.metrics[at].mean.f)) span.quiet { (significance(system, at)) } }
                }
                td.number { (format!("{:.1}", system.lengths.words)) }
                td.number { (format!("{:.1}", system.lengths.sentences)) }
                td.number { (optional(system.lengths.copied)) }
                td.number { (optional(system.diagnostics.redundancy)) }
                td.number { (optional(system.diagnostics.names)) }
                td.number { (optional(system.diagnostics.concepts)) }
                td.number { (optional(system.diagnostics.divergence)) }
            } } }
        } }
        @if let Some(caution) = caution(report) { p.quiet { (caution) } }
        @if let Some(first) = report.systems.first() && report.systems.len() > 1 {
            p.quiet { "p: difference from " (first.name) ", approximate randomisation with Holm’s correction." }
        }
    }
}

/// What the page's script works on. Marks are pairs of a length in UTF-16 units and a level.
fn data(report: &Report, scorer: &Scorer) -> Value {
    let results = report.systems.first().map_or(&[][..], |system| &system.clusters);
    let clusters = results.iter().enumerate().map(|(at, cluster)| {
        let references = report.clusters.get(at).map_or(&[][..], |cluster| &cluster.references);
        let outputs = report.systems.iter().map(|system| {
            let result = &system.clusters[at];
            let numbers = result.scores.iter().map(|(_, s)| [round(s.p), round(s.r), round(s.f)]);
            let marks = marks::between(scorer, &result.summary, references);
            json!({
                "text": result.summary,
                "words": result.lengths.words,
                "scores": numbers.collect::<Vec<_>>(),
                "marks": marks.candidate,
                "referenceMarks": marks.references,
            })
        });
        json!({"id": cluster.id, "references": references, "outputs": outputs.collect::<Vec<_>>()})
    });
    json!({
        "metrics": report.metrics,
        "systems": report.systems.iter().map(|system| &system.name).collect::<Vec<_>>(),
        "colours": (0..report.systems.len()).map(chart::colour).collect::<Vec<_>>(),
        "clusters": clusters.collect::<Vec<_>>(),
    })
}

/// Five decimals, to keep the page small.
fn round(x: f64) -> f64 {
    (x * 1e5).round() / 1e5
}
