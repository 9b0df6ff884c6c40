//! Compares anybody's summaries on clusters with references: a table on the terminal and a web page.
//!
//! `cargo run -p nutgraf-eval --features html --example evaluate -- CLUSTERS.jsonl PAGE.html NAME=SUMMARIES.jsonl…`
//!
//! A cluster is `{"id", "references": […], "documents": [{"text"}…]}`, a summary `{"id", "summary"}`. `--unicode`
//! as a further argument scores text of any script, without stemming.

use std::io::Write;

use nutgraf_eval::harness::{Cluster, Evaluation};
use nutgraf_eval::output::html_page;
use nutgraf_eval::rouge::{Metric, Multi, Options, Scorer, Tokenizer};
use serde_json::Value;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let (flags, arguments): (Vec<_>, Vec<_>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let [clusters, page, systems @ ..] = arguments.as_slice() else {
        return Err(
            "usage: evaluate CLUSTERS.jsonl PAGE.html NAME=SUMMARIES.jsonl… [--unicode]".into()
        );
    };
    let mut options = Options::google();
    options.metrics = vec![Metric::N(1), Metric::N(2), Metric::Lsum];
    options.multi = Multi::Average;
    options.stem = flags.is_empty();
    if !options.stem {
        options.tokenizer = Tokenizer::Unicode;
    }
    let scorer = Scorer::new(options)?;
    let mut evaluation = Evaluation::new(&scorer);
    for cluster in read(clusters)? {
        let texts = |list: &Value| list.as_array().into_iter().flatten().map(text).collect();
        evaluation.add_cluster(Cluster {
            id: text(&cluster["id"]),
            references: texts(&cluster["references"]),
            sources: cluster["documents"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|d| text(&d["text"]))
                .collect(),
        });
    }
    for system in systems {
        let (name, file) = system.split_once('=').ok_or("a system is NAME=FILE")?;
        let summaries = read(file)?;
        evaluation.add_system(
            name,
            summaries.iter().map(|line| (text(&line["id"]), text(&line["summary"]))),
        );
    }
    let report = evaluation.report()?;
    std::fs::write(page, html_page(&report, &scorer, "Summaries compared"))?;
    std::io::stdout().write_all(report.table().as_bytes())?;
    Ok(())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn read(path: &str) -> Result<Vec<Value>, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let lines = text.split('\n').filter(|line| !line.trim().is_empty());
    lines.map(|line| Ok(serde_json::from_str(line)?)).collect()
}
