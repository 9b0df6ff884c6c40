//! Pairs a second of this package and of the crate `rougers`, in one run on one thread:
//! rouge1 + rouge2 + rougeLsum on pairs of about 230 words.
//!
//! `cargo bench -p nutgraf-eval --bench rouge -- [--write PAIRS.jsonl]`; with `--write` it also leaves the pairs for
//! `benches/time_rouge_score.py`, which times Google's rouge-score on the same ones.
//!
//! The texts are those of `../shared/data` when it is there, else made up from a fixed seed.
#![expect(clippy::print_stdout, reason = "the figures are the output")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

use nutgraf_eval::harness::first_words;
use nutgraf_eval::rouge::{Metric, Options, Scorer};
use serde_json::Value;

const WORDS: usize = 230;
const ROUNDS: usize = 9;
/// How often a round scores every pair: the processor's time is told in steps of some milliseconds.
const PASSES: usize = 10;

struct Pair {
    candidate: String,
    reference: String,
}

fn main() {
    let pairs = shared_pairs().unwrap_or_else(made_up_pairs);
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--write") {
        let mut lines = String::new();
        for pair in &pairs {
            let line =
                serde_json::json!({"candidate": pair.candidate, "reference": pair.reference});
            let _ = writeln!(lines, "{line}");
        }
        std::fs::write(&arguments[at + 1], lines).expect("the file after --write can be written");
    }
    let words = |text: &str| text.split_whitespace().count();
    let total: usize =
        pairs.iter().map(|pair| words(&pair.candidate) + words(&pair.reference)).sum();
    println!(
        "{} pairs, {} words a text on average, one thread, best of {ROUNDS}",
        pairs.len(),
        total / pairs.len() / 2
    );
    println!(
        "{:<8} {:>14} {:>14} {:>7} {:>22}",
        "stemming", "nutgraf-eval", "rougers", "ratio", "reference prepared"
    );
    for stem in [false, true] {
        compare(&pairs, stem);
    }
    for (name, metrics) in [
        ("rouge1+2", vec![Metric::N(1), Metric::N(2)]),
        ("rougeLsum", vec![Metric::Lsum]),
        ("rougeL", vec![Metric::L]),
    ] {
        let mut options = Options::google();
        options.stem = true;
        options.metrics = metrics;
        let scorer = Scorer::new(options).expect("valid options");
        let rate = best(&pairs, |pair| ours(&scorer, pair));
        println!("{name:<10} alone, stemming: {rate:.0} pairs/s");
    }
}

fn ours(scorer: &Scorer, pair: &Pair) {
    black_box(
        scorer
            .score(black_box(&pair.candidate), &[black_box(&pair.reference)])
            .expect("one reference"),
    );
}

fn compare(pairs: &[Pair], stem: bool) {
    let mut options = Options::google();
    options.metrics = vec![Metric::N(1), Metric::N(2), Metric::Lsum];
    options.stem = stem;
    let scorer = Scorer::new(options).expect("valid options");
    let rival =
        rougers::RougeScorer::new(["rouge1", "rouge2", "rougeLsum"], stem).expect("valid types");
    let mut rates = (0.0_f64, 0.0_f64);
    // In turn, so that both meet the same moments of a busy machine.
    for _ in 0..ROUNDS {
        rates.0 = rates.0.max(rate(pairs, |pair| ours(&scorer, pair)));
        rates.1 = rates.1.max(rate(pairs, |pair| {
            black_box(rival.score(black_box(&pair.reference), black_box(&pair.candidate)));
        }));
    }
    let references: Vec<_> = pairs.iter().map(|pair| scorer.reference(&pair.reference)).collect();
    let mut next = references.iter().cycle();
    let prepared = best(pairs, |pair| {
        let reference = next.next().map(std::slice::from_ref).unwrap_or_default();
        black_box(
            scorer.score_prepared(black_box(&pair.candidate), reference).expect("own reference"),
        );
    });
    println!(
        "{stem:<8} {:>10.0} p/s {:>10.0} p/s {:>6.1}x {prepared:>18.0} p/s",
        rates.0,
        rates.1,
        rates.0 / rates.1
    );
}

fn rate(pairs: &[Pair], mut score: impl FnMut(&Pair)) -> f64 {
    let start = Clock::start();
    for _ in 0..PASSES {
        pairs.iter().for_each(&mut score);
    }
    (PASSES * pairs.len()) as f64 / start.seconds()
}

/// The time this thread has had on a processor, so that other work on the machine counts less;
/// where the system does not tell (it is Linux that does), the time that has passed.
struct Clock {
    started: Instant,
    on_processor: Option<u64>,
}

impl Clock {
    fn start() -> Self {
        Self { started: Instant::now(), on_processor: Self::nanoseconds() }
    }

    fn nanoseconds() -> Option<u64> {
        let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        text.split(' ').next()?.parse().ok()
    }

    fn seconds(&self) -> f64 {
        match (self.on_processor, Self::nanoseconds()) {
            (Some(start), Some(end)) if end > start => (end - start) as f64 / 1e9,
            _ => self.started.elapsed().as_secs_f64(),
        }
    }
}

fn best(pairs: &[Pair], mut score: impl FnMut(&Pair)) -> f64 {
    (0..ROUNDS).map(|_| rate(pairs, &mut score)).fold(0.0, f64::max)
}

/// Every reference of the shared news clusters with the other systems' summaries of its cluster.
fn shared_pairs() -> Option<Vec<Pair>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let read = |path: PathBuf| -> Option<Vec<Value>> {
        let text = std::fs::read_to_string(path).ok()?;
        text.lines().map(|line| serde_json::from_str(line).ok()).collect()
    };
    let clusters = read(folder.join("multinews.jsonl"))?;
    let systems = ["lexrank", "textrank", "primera", "gemma"];
    let summaries: Vec<Value> = systems
        .iter()
        .filter_map(|system| read(folder.join(format!("systems/multinews.{system}.jsonl"))))
        .flatten()
        .collect();
    let mut pairs = Vec::new();
    for cluster in &clusters {
        let reference = lines(cluster["references"][0].as_str()?);
        let same = summaries.iter().filter(|summary| summary["id"] == cluster["id"]);
        let texts = same.filter_map(|summary| summary["summary"].as_str());
        let documents = cluster["documents"]
            .as_array()?
            .iter()
            .filter_map(|document| document["text"].as_str());
        for text in texts.chain(documents) {
            pairs.push(Pair { candidate: lines(text), reference: reference.clone() });
        }
    }
    (!pairs.is_empty()).then_some(pairs)
}

/// The first words of a text, a sentence a line.
fn lines(text: &str) -> String {
    let sentences = text.replace(". ", ".\n").replace(".\" ", ".\"\n");
    first_words(&sentences, WORDS).to_owned()
}

/// Texts of invented words whose frequencies fall as in a language (Zipf).
fn made_up_pairs() -> Vec<Pair> {
    let mut state = 1_u64;
    let mut random = move |n: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % n
    };
    let endings = ["", "s", "ed", "ing", "er", "ation", "ly", "ness"];
    let consonants = b"bcdfghklmnprstvw";
    let words: Vec<String> = (0..4000)
        .map(|_| {
            let mut word = String::new();
            for _ in 0..=random(3) {
                word.push(char::from(consonants[random(consonants.len())]));
                word.push(char::from(b"aeiou"[random(5)]));
            }
            word + endings[random(endings.len())]
        })
        .collect();
    let mut text = || {
        let mut text = String::new();
        for at in 1..=WORDS {
            // A product of three draws prefers small numbers.
            let rank = random(4000) * (random(4000) + 1) / 4000 * (random(4000) + 1) / 4000;
            let _ = write!(text, "{}{}", words[rank], if at % 20 == 0 { ".\n" } else { " " });
        }
        text
    };
    (0..400).map(|_| Pair { candidate: text(), reference: text() }).collect()
}
