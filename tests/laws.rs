//! Laws that hold for any input: spans, budgets, order of stages, same bytes at any thread count.

mod common;
#[path = "common/imports.rs"]
mod imports;

use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;

use nutgraf::rank::RANKERS;
use nutgraf::select::SELECTORS;
use nutgraf::text::count_words;
use nutgraf::{Article, Budget, Cluster, Error, Order, Summarizer, Summary};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use common::corpus;
use imports::{code, imports, rust_files};

/// Every sentence of a summary can be found in its article, and the parts add up.
fn assert_sound(cluster: &Cluster, summary: &Summary) {
    let mut words = 0;
    let mut ranks = Vec::new();
    for sentence in summary.sentences() {
        let of = |id: &str| {
            &cluster.articles.iter().find(|article| article.id == id).expect("a known article").text
        };
        let source = &of(&sentence.article_id)[sentence.start as usize..sentence.end as usize];
        let printed: Vec<&str> = source.split_whitespace().collect();
        assert_eq!(sentence.text, printed.join(" "));
        words += count_words(source);
        ranks.push(sentence.rank);
        for support in &sentence.support {
            assert_ne!(support.article_id, sentence.article_id);
            assert!(support.similarity >= 0.5 && support.similarity <= 1.0 + 1e-9);
            assert!(
                !of(&support.article_id)[support.start as usize..support.end as usize].is_empty()
            );
        }
    }
    ranks.sort_unstable();
    assert_eq!(ranks, (1..=ranks.len()).collect::<Vec<_>>());
    assert_eq!(words, summary.words);
    let lines: Vec<&str> = summary.sentences().iter().map(|s| s.text.as_str()).collect();
    assert_eq!(summary.text, lines.join("\n"));
}

fn assert_within(summary: &Summary, budget: Budget, cluster_words: usize) {
    match budget {
        Budget::Words(limit) => assert!(summary.words <= limit),
        Budget::Sentences(limit) => assert!(summary.sentences().len() <= limit),
        Budget::Bytes(limit) => assert!(summary.text.len() <= limit),
        Budget::Ratio(share) => assert!(summary.words as f64 <= share * cluster_words as f64),
        other => panic!("no law for {other}"),
    }
}

#[test]
fn every_ranker_and_selector_keeps_the_laws_on_the_corpus() {
    let budgets = [
        Budget::Words(100),
        Budget::Words(33),
        Budget::Sentences(3),
        Budget::Bytes(700),
        Budget::Ratio(0.1),
    ];
    for cluster in corpus() {
        let cluster_words = cluster.articles.iter().map(|article| count_words(&article.text)).sum();
        for (ranker, ..) in RANKERS {
            for (selector, _) in SELECTORS {
                for budget in budgets {
                    let summarizer = Summarizer::builder()
                        .budget(budget)
                        .ranker(*ranker)
                        .selector(*selector)
                        .build()
                        .unwrap();
                    let summary = summarizer.summarize(&cluster).unwrap();
                    assert_sound(&cluster, &summary);
                    assert_within(&summary, budget, cluster_words);
                }
            }
        }
    }
}

#[test]
fn the_same_bytes_at_any_thread_count() {
    let clusters = corpus();
    // One cluster that is large enough to be worked on in parts.
    let mut large = Cluster::new("large", Vec::new());
    for round in 0..8 {
        for cluster in &clusters {
            for article in &cluster.articles {
                let id = format!("{round}-{}", article.id);
                large.articles.push(Article { id, ..article.clone() });
            }
        }
    }
    let bytes = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let summarizer = Summarizer::builder().pool(Arc::new(pool)).build().unwrap();
        let all = clusters.iter().cloned().chain([large.clone()]);
        let summaries: Vec<_> = summarizer.summarize_all(all).collect::<Result<_, _>>().unwrap();
        serde_json::to_string(&summaries).unwrap()
    };
    let one = bytes(1);
    assert!(one == bytes(2), "2 threads");
    assert!(one == bytes(8), "8 threads");
}

#[test]
fn the_order_of_choice_is_a_budget_of_its_own() {
    // The first sentences by rank are what a smaller budget in sentences chooses.
    let cluster = &corpus()[0];
    let of = |n| {
        let builder = Summarizer::builder().budget(Budget::Sentences(n)).order(Order::Rank);
        builder.build().unwrap().summarize(cluster).unwrap()
    };
    let (three, five) = (of(3), of(5));
    let texts = |summary: &Summary| -> Vec<String> {
        summary.sentences().iter().map(|sentence| sentence.text.clone()).collect()
    };
    assert_eq!(texts(&three), texts(&five)[..3]);
}

#[test]
fn little_or_no_text_gives_an_answer_or_says_why() {
    let summarizer = Summarizer::builder().build().unwrap();
    let why = |texts: &[&str]| {
        let articles = texts.iter().zip(1..).map(|(text, id)| Article::new(id.to_string(), *text));
        summarizer.summarize(&Cluster::new("c", articles.collect()))
    };
    for texts in [&[][..], &[""], &["  \n "], &["— … !!"], &["Tags: rain"]] {
        assert!(matches!(why(texts), Err(Error::NoSentence { .. })), "{texts:?}");
    }
    assert_eq!(why(&["It rained."]).unwrap().text, "It rained.");
    let same = ["Heavy rain fell on Norvale on Tuesday. All of its schools were closed."; 3];
    let summary = why(&same).unwrap();
    assert_eq!(
        summary.text,
        "Heavy rain fell on Norvale on Tuesday.\nAll of its schools were closed."
    );
    assert_eq!(summary.sentences()[0].support.len(), 2);
}

#[test]
fn a_budget_in_which_nothing_fits_says_what_would() {
    let summarizer = Summarizer::builder().budget(Budget::Words(3)).build().unwrap();
    let cluster =
        Cluster::new("c", vec![Article::new("a", "Heavy rain fell on Norvale on Tuesday.")]);
    assert_eq!(
        summarizer.summarize(&cluster).unwrap_err().to_string(),
        "cluster \"c\": no sentence fits the budget of 3 words; the shortest needs 7 words"
    );
}

#[test]
fn settings_out_of_range_are_refused() {
    let budget = |budget| Summarizer::builder().budget(budget).build().err().map(|e| e.to_string());
    for (bad, expected) in [
        (Budget::Words(0), "`words` is 0: it must be at least 1"),
        (Budget::Bytes(0), "`bytes` is 0: it must be at least 1"),
        (Budget::Ratio(1.1), "`ratio` is 1.1: it must be above 0 and at most 1"),
        (Budget::Ratio(f64::NAN), "`ratio` is NaN: it must be above 0 and at most 1"),
    ] {
        assert_eq!(budget(bad).as_deref(), Some(expected));
    }
    assert_eq!(budget(Budget::Ratio(1.0)), None);
    let ranker = Summarizer::builder().ranker("pagerank").build().err().unwrap();
    assert!(ranker.to_string().contains("one of textrank, lexrank"));
}

#[test]
fn any_text_gives_a_sound_summary_or_says_what_is_wrong() {
    let piece = "(\\PC{0,40}|[A-Z][a-z ,]{3,30}[.!?][ \n]|\n\n|[学校在边境死亡人被救0-9，]{4,20}。|\
                 [県は救助隊を死亡しました0-9、]{4,20}。|[가나다라 0-9]{4,20}[.] |[0-9.]{1,6} ){0,12}";
    let texts = prop::collection::vec(piece, 0..4);
    let units = |budget| match budget {
        Budget::Words(units) | Budget::Sentences(units) | Budget::Bytes(units) => units,
        other => panic!("no law for {other}"),
    };
    let summarized = Cell::new(0);
    let config = ProptestConfig { source_file: Some(file!()), ..ProptestConfig::with_cases(128) };
    let mut runner = TestRunner::new(config);
    let outcome = runner.run(&(texts, 1_usize..60), |(texts, limit)| {
        // A sentence that comes again elsewhere, with another number, has support that differs.
        let again =
            texts.first().map(|text| format!("{}\n\nThe dam broke.", text.replace('1', "2")));
        let texts = texts.iter().chain(&again).zip(1..);
        let articles = texts.map(|(text, id)| Article::new(id.to_string(), text));
        let cluster = Cluster::new("c", articles.collect());
        let under =
            |budget| Summarizer::builder().budget(budget).build().unwrap().summarize(&cluster);
        // All that is worth saying; its shortest sentence must be said wherever it fits.
        let whole = under(Budget::Words(1_000_000));
        let least = |cost: fn(&str) -> usize| {
            let sentences = whole.iter().flat_map(Summary::sentences);
            sentences.map(|sentence| cost(&sentence.text)).min()
        };
        for (budget, least) in [
            (Budget::Words(limit), least(count_words)),
            (Budget::Sentences(limit), least(|_| 1)),
            (Budget::Bytes(limit * 8), least(str::len)),
        ] {
            match under(budget) {
                Ok(summary) => {
                    assert_sound(&cluster, &summary);
                    assert_within(&summary, budget, 0);
                    summarized.set(summarized.get() + 1);
                }
                Err(error) => assert!(least.is_none_or(|least| least > units(budget)), "{error}"),
            }
        }
        Ok(())
    });
    outcome.unwrap();
    assert!(summarized.get() > 128, "too many texts of no use: {} summaries", summarized.get());
}

#[test]
fn types_may_cross_threads() {
    fn both<T: Send + Sync>() {}
    both::<Summarizer>();
    both::<Summary>();
    both::<Cluster>();
    both::<Error>();
}

/// The stages, in the order of the data.
const STAGES: &[&str] = &["input", "clean", "text", "vector", "rank", "select", "notes", "output"];

/// What all stages share, and `crate::Span`, as it is called outside.
const SHARED: &[&str] = &["article", "error", "passage", "published", "span", "whitespace", "Span"];

#[test]
fn stages_import_one_way_only() {
    for (place, stage) in STAGES.iter().enumerate() {
        let mut allowed = [SHARED, &STAGES[..=place]].concat();
        if ["notes", "output"].contains(stage) {
            allowed.push("summary");
        }
        assert_imports(stage, &allowed);
    }
    assert_imports("group", &[SHARED, &["clean", "text", "group"]].concat());
    assert_imports("summary.rs", &[SHARED, &["notes"]].concat());
    for shared in SHARED.iter().filter(|shared| **shared != "Span") {
        assert_imports(&format!("{shared}.rs"), SHARED);
    }
}

/// The code of a file or a folder of `src` takes nothing from the crate that is not `allowed`.
fn assert_imports(name: &str, allowed: &[&str]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name);
    let files = if path.is_dir() { rust_files(&path) } else { vec![path] };
    assert!(!files.is_empty(), "{name} has no code");
    for file in files {
        let code = code(&file);
        for import in imports(&code) {
            assert!(allowed.contains(&import), "{} imports crate::{import}", file.display());
        }
        assert!(!code.contains("super::super"), "{}: say crate::", file.display());
    }
}

#[test]
fn imports_are_seen_in_braces_too() {
    let code = "use crate::{text::{a, b}, select::X,\n    notes,\n};\nfn f(x: crate::rank::Y) {}";
    assert_eq!(imports(code), ["text", "select", "notes", "rank"]);
}
