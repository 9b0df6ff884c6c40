//! Agreement with rouge-score 0.1.2 and ROUGE-1.5.5 on the vectors of `../shared/rouge`, which this
//! repository does not hold: without them the tests say that they were skipped.

mod golden;

use std::io::Read;
use std::path::PathBuf;

use golden::Lists;
use nutgraf_eval::rouge::{Options, Scorer};
use serde_json::Value;

fn shared() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/rouge");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: no conformance vectors at {}", folder.display());
    None
}

fn cases(name: &str) -> Vec<Value> {
    let Some(folder) = shared() else { return Vec::new() };
    let text = std::fs::read_to_string(folder.join("golden").join(name)).unwrap();
    text.split('\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

/// Every number that the case expects and the score lacks or has otherwise.
fn mismatches(case: &Value, scores: &Value, tolerance: f64) -> Vec<String> {
    let mut wrong = Vec::new();
    for (metric, expected) in case["expect"].as_object().unwrap() {
        for (key, value) in expected.as_object().unwrap() {
            let want = value.as_f64().unwrap();
            let got = scores[metric][key].as_f64();
            if got.is_none_or(|got| (got - want).abs() > tolerance) {
                wrong.push(format!(
                    "{} {metric}.{key}: want {want}, got {got:?} with {}",
                    case["id"], case["options"]
                ));
            }
        }
    }
    wrong
}

fn assert_all_agree(name: &str, count: usize) {
    let cases = cases(name);
    let Some(folder) = shared() else { return };
    let lists = Lists::read(&folder.join("data")).unwrap();
    let mut wrong = Vec::new();
    for case in &cases {
        let scorer = Scorer::new(golden::options(case, &lists).unwrap()).unwrap();
        let scores =
            scorer.score(case["candidate"].as_str().unwrap(), &texts(&case["references"])).unwrap();
        wrong.extend(mismatches(case, &serde_json::to_value(scores).unwrap(), 1e-9));
    }
    assert!(
        wrong.is_empty(),
        "{} wrong numbers in {name}:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(20)].join("\n")
    );
    assert_eq!(cases.len(), count, "{name}");
}

#[test]
fn google_profile_agrees_with_rouge_score() {
    assert_all_agree("google.jsonl", 869);
}

#[test]
fn rouge155_profile_agrees_with_the_perl_script() {
    assert_all_agree("rouge155.jsonl", 626);
}

fn assert_stems(name: &str, mut options: Options) {
    let Some(folder) = shared() else { return };
    let file = std::fs::File::open(folder.join("stem").join(name)).unwrap();
    let mut table = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut table).unwrap();
    options.stem = true;
    let scorer = Scorer::new(options).unwrap();
    let mut wrong = Vec::new();
    for line in table.lines() {
        let (word, stem) = line.split_once('\t').unwrap();
        let tokens = scorer.tokens(word);
        if tokens != [[stem]] {
            wrong.push(format!("{word}: want {stem}, got {tokens:?}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "{name}");
    assert_eq!(table.lines().count(), 25_806, "{name}");
}

#[test]
fn nltk_stems_agree() {
    assert_stems("porter_nltk.public.tsv.gz", Options::google());
}

#[test]
fn rouge155_stems_agree() {
    let Some(folder) = shared() else { return };
    let mut options = Options::rouge155();
    options.exceptions = Lists::read(&folder.join("data")).unwrap().exceptions;
    assert_stems("porter_rouge155.public.tsv.gz", options);
}
