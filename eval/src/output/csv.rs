//! Every score as CSV.

use std::fmt::Write;

use crate::harness::Report;

/// A field, in quotes if it needs them.
fn field(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

const HEADER: &str = "system,cluster,metric,p,r,f,words,options";

pub(crate) fn csv(report: &Report) -> String {
    let mut out = format!("{HEADER}\n");
    write_lines(&mut out, "", report);
    out
}

/// Every cluster's scores at several budgets in words, as CSV with the budget in the first column.
#[must_use]
pub fn budget_csv(reports: &[(usize, Report)]) -> String {
    let mut out = format!("budget,{HEADER}\n");
    for (words, report) in reports {
        write_lines(&mut out, &format!("{words},"), report);
    }
    out
}

/// A line for each system, cluster and metric.
fn write_lines(out: &mut String, first: &str, report: &Report) {
    let options = field(&report.options);
    for system in &report.systems {
        for cluster in &system.clusters {
            for (metric, score) in cluster.scores.iter() {
                let (name, id) = (field(&system.name), field(&cluster.id));
                let (p, r, f, words) = (score.p, score.r, score.f, cluster.lengths.words);
                let _ = writeln!(out, "{first}{name},{id},{metric},{p},{r},{f},{words},{options}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_only_where_needed() {
        assert_eq!(field("plain"), "plain");
        assert_eq!(field("a \"b\", c"), "\"a \"\"b\"\", c\"");
    }
}
