//! Scores golden-format lines and prints `{"id","scores"}` lines, for `check.py` of the conformance suite.
//!
//! `cargo run -p nutgraf-eval --example score_jsonl -- CASES.jsonl [DATA_FOLDER] > PREDICTIONS.jsonl`
//!
//! `DATA_FOLDER` holds `wordnet20_exceptions.tsv` and `smart_stopwords_rouge.txt`, which `-m` and `-s` cases need.

#[path = "../tests/golden/mod.rs"]
mod golden;

use std::io::{self, BufWriter, Write};
use std::path::Path;

use nutgraf_eval::rouge::Scorer;
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let cases = arguments.next().ok_or("usage: score_jsonl CASES.jsonl [DATA_FOLDER]")?;
    let lists = match arguments.next() {
        Some(folder) => golden::Lists::read(Path::new(&folder))?,
        None => golden::Lists::default(),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    // Texts hold separators such as U+2028 that are not line breaks here.
    for line in std::fs::read_to_string(cases)?.split('\n').filter(|line| !line.is_empty()) {
        let case: Value = serde_json::from_str(line)?;
        let scorer = Scorer::new(golden::options(&case, &lists)?)?;
        let references: Vec<&str> =
            case["references"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let found = scorer.score(case["candidate"].as_str().unwrap_or(""), &references)?;
        writeln!(out, "{}", json!({"id": case["id"], "scores": found}))?;
    }
    out.flush()?;
    Ok(())
}
