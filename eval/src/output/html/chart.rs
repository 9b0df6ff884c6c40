//! Bars with intervals, drawn as SVG.

use maud::{Markup, html};

use crate::harness::{MetricResult, Report};
use crate::output::{fit, percent};

/// Colours that differ also for people who see few (Okabe and Ito 2008), darkened to read on white.
const COLOURS: [&str; 8] =
    ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b07d00", "#56b4e9", "#7a5195", "#6b6b6b"];

pub(super) fn colour(system: usize) -> &'static str {
    COLOURS[system % COLOURS.len()]
}

const WIDTH: f64 = 340.0;
const LABELS: f64 = 96.0;
const ROW: f64 = 24.0;

/// One metric: a bar a system from 0 to mean F, with the interval of the mean on it.
pub(super) fn bars(report: &Report, metric: usize) -> Markup {
    let results: Vec<_> = report.systems.iter().map(|system| &system.metrics[metric]).collect();
    let largest = results.iter().map(|result| right_end(result)).fold(0.01, f64::max);
    let room = WIDTH - LABELS - 46.0;
    let x = |value: f64| LABELS + value / largest * room;
    let height = ROW * report.systems.len() as f64 + 8.0;
    let name = report.metrics[metric].to_string();
    let one = |value: f64| format!("{value:.1}");
    html! {
        figure {
            figcaption { (name) " F" }
            svg viewBox=(format!("0 0 {WIDTH} {height}")) role="img" aria-label=(format!("Mean {name} F of each system")) {
                @for (at, (system, result)) in report.systems.iter().zip(&results).enumerate() {
                    @let middle = ROW.mul_add(at as f64, 16.0);
                    text x=(one(LABELS - 6.0)) y=(one(middle + 4.0)) text-anchor="end" { (fit(&system.name, 14)) }
                    rect x=(one(LABELS)) y=(one(middle - 8.0)) width=(one(x(result.mean.f) - LABELS)) height="16" fill=(colour(at)) {
                        title {
                            (system.name) ": " (percent(result.mean.f))
                            @if let Some(ends) = result.f_interval { " (" (percent(ends.low)) " – " (percent(ends.high)) ")" }
                        }
                    }
                    @if let Some(ends) = result.f_interval {
                        @let (low, high) = (x(ends.low), x(ends.high));
                        path.whisker d=(format!("M{low:.1} {middle:.1}H{high:.1}M{low:.1} {:.1}v8M{high:.1} {:.1}v8", middle - 4.0, middle - 4.0)) {}
                    }
                    text.value x=(one(x(right_end(result)) + 5.0)) y=(one(middle + 4.0)) { (percent(result.mean.f)) }
                }
            }
        }
    }
}

/// Where a bar and its interval end.
fn right_end(result: &MetricResult) -> f64 {
    result.f_interval.map_or(result.mean.f, |interval| interval.high.max(result.mean.f))
}
