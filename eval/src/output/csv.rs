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

pub(crate) fn csv(report: &Report) -> String {
    let mut out = String::from("system,cluster,metric,p,r,f,words,options\n");
    let options = field(&report.options);
    for system in &report.systems {
        for cluster in &system.clusters {
            for (metric, score) in cluster.scores.iter() {
                let (name, id) = (field(&system.name), field(&cluster.id));
                let (p, r, f, words) = (score.p, score.r, score.f, cluster.lengths.words);
                let _ = writeln!(out, "{name},{id},{metric},{p},{r},{f},{words},{options}");
            }
        }
    }
    out
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
