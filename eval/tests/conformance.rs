//! Agreement with rouge-score 0.1.2 and ROUGE-1.5.5 on the vectors of `../shared/rouge`, which this
//! repository does not hold: without them the tests say that they were skipped.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::print_stderr, reason = "says what was skipped")]
#![expect(clippy::similar_names, reason = "scorer and scores")]

mod golden;

use std::io::Read;
use std::path::PathBuf;

use golden::Lists;
use nutgraf_eval::rouge::{
    Averaging, BootstrapAggregator, CorpusOptions, Options, Score, Scorer, rouge155_corpus,
    rouge155_counts,
};
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

#[test]
fn rouge155_corpus_averages_agree_with_the_perl_script() {
    let Some(folder) = shared() else { return };
    let lists = Lists::read(&folder.join("data")).unwrap();
    let cases = cases("rouge155_corpus.jsonl");
    let mut wrong = Vec::new();
    for case in &cases {
        let switches = &case["options"];
        let scorer = Scorer::new(golden::options(case, &lists).unwrap()).unwrap();
        let items: Vec<(&str, Vec<&str>)> = case["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| (item["candidate"].as_str().unwrap(), texts(&item["references"])))
            .collect();
        let mut scores = serde_json::Map::new();
        if switches["t"] == 2 {
            for counts in rouge155_counts(&scorer, &items).unwrap() {
                scores.insert(counts.metric.to_string(), serde_json::to_value(counts).unwrap());
            }
        } else {
            let mut options = CorpusOptions::default();
            options.samples = switches["r"].as_u64().map_or(options.samples, |k| k as usize);
            options.confidence = switches["c"].as_f64().unwrap_or(options.confidence);
            if switches["t"] == 1 {
                options.averaging = Averaging::Tokens;
            }
            for corpus in rouge155_corpus(&scorer, &items, options).unwrap() {
                let (mean, low, high) = (corpus.average, corpus.low, corpus.high);
                let value = serde_json::json!({
                    "p": mean.p, "p_lo": low.p, "p_hi": high.p,
                    "r": mean.r, "r_lo": low.r, "r_hi": high.r,
                    "f": mean.f, "f_lo": low.f, "f_hi": high.f,
                });
                scores.insert(corpus.metric.to_string(), value);
            }
        }
        wrong.extend(mismatches(case, &Value::Object(scores), 1e-9));
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(cases.len(), 12);
}

#[test]
fn google_bootstrap_agrees_with_a_seeded_rouge_score() {
    let Some(_) = shared() else { return };
    let cases = cases("google_bootstrap.jsonl");
    let mut wrong = Vec::new();
    for case in &cases {
        let options = &case["options"];
        let scores: Vec<Score> = case["scores"]
            .as_array()
            .unwrap()
            .iter()
            .map(|prf| Score {
                p: prf[0].as_f64().unwrap(),
                r: prf[1].as_f64().unwrap(),
                f: prf[2].as_f64().unwrap(),
            })
            .collect();
        let bounds = BootstrapAggregator::new(
            options["confidence_interval"].as_f64().unwrap(),
            options["n_samples"].as_u64().unwrap() as usize,
            options["numpy_seed"].as_u64().unwrap() as u32,
        )
        .aggregate(&scores);
        wrong.extend(mismatches(case, &serde_json::to_value(bounds).unwrap(), 1e-12));
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(cases.len(), 12);
}
