//! A gate for CI: scores against a baseline file; exits 1 when something got worse.
//!
//! `cargo run -p nutgraf-eval --example gate -- PAIRS.jsonl BASELINE.json [--update] [--junit FILE]`
//!
//! PAIRS has lines `{"id", "candidate", "references": […]}`. When `GITHUB_STEP_SUMMARY` is set, the table goes there
//! as Markdown too. See `github-workflow.yml` beside this file.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use nutgraf_eval::gate::{Baseline, Tolerance, compare};
use nutgraf_eval::harness::{Cluster, Evaluation};
use nutgraf_eval::rouge::{Options, Scorer};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Pair {
    /// A string or a number.
    id: Value,
    candidate: String,
    references: Vec<String>,
}

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pairs, baseline, rest @ ..] = arguments.as_slice() else {
        return Err("usage: gate PAIRS.jsonl BASELINE.json [--update]".into());
    };
    let mut options = Options::google();
    options.stem = true;
    let scorer = Scorer::new(options)?;
    let mut evaluation = Evaluation::new(&scorer);
    let mut summaries = Vec::new();
    let text = std::fs::read_to_string(pairs)?;
    for (number, line) in (1..).zip(text.split('\n')).filter(|(_, line)| !line.is_empty()) {
        let Pair { id, candidate, references } =
            serde_json::from_str(line).map_err(|error| format!("{pairs}:{number}: {error}"))?;
        let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
        evaluation.add_cluster(Cluster { id: id.clone(), references, sources: Vec::new() });
        summaries.push((id, candidate));
    }
    evaluation.add_system("candidate", summaries);
    let report = evaluation.report()?;
    // A pair that is not scored cannot hold anything.
    if let [id, ..] = &report.duplicate_clusters[..] {
        return Err(format!("{pairs}: more than one pair has the id {id}").into());
    }
    let baseline = Path::new(baseline);
    if rest.iter().any(|argument| argument == "--update") {
        Baseline::new(&report, true).write(baseline)?;
        return Ok(ExitCode::SUCCESS);
    }
    let gate = compare(&report, &Baseline::read(baseline)?, Tolerance::default());
    std::io::stdout().write_all(gate.table().as_bytes())?;
    if let Some(at) = rest.iter().position(|argument| argument == "--junit") {
        std::fs::write(rest.get(at + 1).ok_or("--junit needs a file")?, gate.junit())?;
    }
    if let Some(summary) = std::env::var_os("GITHUB_STEP_SUMMARY") {
        let mut file = std::fs::OpenOptions::new().append(true).create(true).open(summary)?;
        file.write_all(gate.markdown().as_bytes())?;
    }
    Ok(if gate.passed() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
