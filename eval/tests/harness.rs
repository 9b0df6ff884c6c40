//! Evaluations, reports and gates as a caller sees them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::float_cmp, reason = "whole numbers")]

use nutgraf_eval::gate::{Baseline, Gate, Tolerance, Verdict, compare};
use nutgraf_eval::harness::{Cluster, Evaluation, Report, System};
use nutgraf_eval::output::budget_table;
use nutgraf_eval::rouge::{Metric, Options, Scorer};
use nutgraf_eval::statistics::Resampling;

fn scorer() -> Scorer {
    let mut options = Options::google();
    options.metrics = vec![Metric::N(1), Metric::N(2), Metric::Lsum];
    Scorer::new(options).unwrap()
}

const TOPICS: [&str; 8] =
    ["bridge", "election", "storm", "strike", "trial", "vaccine", "final", "summit"];

fn reference(topic: &str) -> String {
    format!(
        "The {topic} in Tarn ended on Friday after 12 days.\nOfficials called the {topic} a turning point."
    )
}

fn evaluation(scorer: &Scorer) -> Evaluation<'_> {
    let mut evaluation = Evaluation::new(scorer);
    for topic in TOPICS {
        evaluation.add_cluster(Cluster {
            id: topic.into(),
            references: vec![reference(topic)],
            sources: vec![
                format!("The {topic} in Tarn ended on Friday after 12 days. Nobody was hurt."),
                format!("Officials called the {topic} a turning point. It lasted 12 days in Tarn."),
            ],
        });
    }
    evaluation
}

fn good(topic: &str) -> (String, String) {
    (topic.to_owned(), format!("The {topic} in Tarn ended on Friday after 12 days."))
}

fn poor(topic: &str) -> (String, String) {
    (topic.to_owned(), format!("Nobody was hurt in the {topic}."))
}

fn report(summary: fn(&str) -> (String, String)) -> Report {
    let scorer = scorer();
    let mut evaluation = evaluation(&scorer);
    evaluation.add_system("ours", TOPICS.map(summary));
    evaluation.report().unwrap()
}

#[test]
fn systems_are_compared_on_the_same_clusters() {
    let scorer = scorer();
    let mut evaluation = evaluation(&scorer);
    evaluation.add_system("good", TOPICS.map(good));
    evaluation.add_system("poor", TOPICS.map(poor));
    evaluation.add_system("same", TOPICS.map(good));
    let report = evaluation.report().unwrap();
    let result = |name, metric| report.system(name).unwrap().metric(metric).unwrap();
    // 10 words, all in the reference of 17.
    let rouge1 = result("good", Metric::N(1));
    assert!((rouge1.mean.p - 1.0).abs() < 1e-12 && (rouge1.mean.r - 10.0 / 17.0).abs() < 1e-12);
    assert!(rouge1.comparison.is_none());
    let comparison = result("poor", Metric::N(2)).comparison.unwrap();
    assert!(comparison.difference < -0.2 && comparison.holm.unwrap() < 0.05, "{comparison:?}");
    assert!(comparison.holm >= comparison.randomisation);
    assert!((result("same", Metric::N(2)).comparison.unwrap().holm.unwrap() - 1.0).abs() < 1e-12);
    let lengths = report.system("good").unwrap().lengths;
    assert_eq!((lengths.words, lengths.sentences, lengths.copied), (10.0, 1.0, Some(1.0)));
    assert_eq!(report.system("good").unwrap().diagnostics.names, Some(1.0));
    assert_eq!(report.system("poor").unwrap().diagnostics.names, Some(0.0));
}

#[test]
fn what_does_not_fit_is_named() {
    let scorer = scorer();
    let mut evaluation = evaluation(&scorer);
    evaluation.add_cluster(Cluster { id: "storm".into(), ..Cluster::default() });
    let mut summaries: Vec<_> = TOPICS[2..].iter().map(|&topic| good(topic)).collect();
    summaries.push(("bridge".to_owned(), " \n".to_owned()));
    summaries.push(("eclipse".to_owned(), "Dark.".to_owned()));
    summaries.push(("final".to_owned(), "Again.".to_owned()));
    evaluation.add_system("ours", summaries);
    let report = evaluation.report().unwrap();
    let ours = report.system("ours").unwrap();
    assert_eq!(ours.problems.missing, ["election"]);
    assert_eq!(ours.problems.extra, ["eclipse"]);
    assert_eq!(ours.problems.duplicate, ["final"]);
    assert_eq!(ours.problems.empty, ["bridge"]);
    assert_eq!(report.duplicate_clusters, ["storm"]);
    // Missing and empty ones count as 0; of two summaries the first counts.
    let f: Vec<f64> = ours.clusters.iter().map(|c| c.scores.get(Metric::N(1)).unwrap().f).collect();
    assert_eq!(f.iter().filter(|f| **f == 0.0).count(), 2);
    assert!(f[6] > 0.7);
    let table = report.table();
    for line in
        ["no summary for 1 cluster (election): scored 0", "summary of unknown 1 cluster (eclipse)"]
    {
        assert!(table.contains(line), "{table}");
    }
}

#[test]
fn a_system_without_a_summary_misses_every_cluster() {
    let scorer = scorer();
    let mut evaluation = evaluation(&scorer);
    evaluation.add_runs(System { name: "silent".into(), runs: Vec::new() });
    let report = evaluation.report().unwrap();
    assert_eq!(report.systems[0].problems.missing, TOPICS);
    assert!(report.table().contains("no summary for 8 clusters"), "{}", report.table());
    let json = report.json().unwrap();
    assert!(!json.contains("-0.0"), "{json}");
}

#[test]
fn runs_of_a_random_system_are_averaged() {
    let scorer = scorer();
    let mut evaluation = evaluation(&scorer);
    let run = |summary: fn(&str) -> (String, String)| TOPICS.map(summary).to_vec();
    evaluation.add_runs(System { name: "mixed".into(), runs: vec![run(good), run(poor)] });
    evaluation.add_system("good", run(good));
    evaluation.add_system("poor", run(poor));
    let report = evaluation.report().unwrap();
    let f = |name| report.system(name).unwrap().metric(Metric::N(1)).unwrap().mean.f;
    assert!((f("mixed") - f64::midpoint(f("good"), f("poor"))).abs() < 1e-12);
    assert_eq!(report.system("mixed").unwrap().runs, 2);
}

#[test]
fn the_table_fits_a_terminal_and_names_every_option() {
    let scorer = scorer();
    let mut evaluation = evaluation(&scorer);
    for name in ["good", "a system with a very long name indeed", "poor"] {
        evaluation.add_system(name, TOPICS.map(good));
    }
    let report = evaluation.report().unwrap();
    let table = report.table();
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
    for option in scorer.options().to_string().split(' ') {
        assert!(table.contains(option), "{option} is not in\n{table}");
    }
    assert!(report.csv().lines().count() == 1 + 3 * 8 * 3);
    assert!(report.markdown().contains("| good | 74.07 (74.07–74.07) |"), "{}", report.markdown());
    let back: Report = serde_json::from_str(&report.json().unwrap()).unwrap();
    assert_eq!(back.json().unwrap(), report.json().unwrap());
}

#[test]
fn reports_do_not_depend_on_threads() {
    let json = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| report(good).json().unwrap())
    };
    assert_eq!(json(1), json(3));
}

#[test]
fn few_clusters_claim_nothing() {
    let of = |topics: &[&str]| {
        let scorer = scorer();
        let mut evaluation = Evaluation::new(&scorer);
        for &topic in topics {
            evaluation.add_cluster(Cluster {
                id: topic.into(),
                references: vec![reference(topic)],
                sources: Vec::new(),
            });
        }
        evaluation.add_system("good", topics.iter().map(|topic| good(topic)));
        evaluation.add_system("poor", topics.iter().map(|topic| poor(topic)));
        evaluation.report().unwrap()
    };
    let one = of(&TOPICS[..1]);
    let json = one.json().unwrap();
    for name in ["f_interval", "bootstrap", "randomisation", "holm"] {
        assert!(json.contains(&format!("\"{name}\": null")), "{name}: {json}");
    }
    let back: Report = serde_json::from_str(&json).unwrap();
    for text in [one.table(), back.table(), one.markdown()] {
        assert!(text.contains("One cluster has no interval"), "{text}");
        assert!(!text.contains("74.07 – ") && !text.contains("(74.07"), "{text}");
    }
    let before = Baseline::new(&one, false);
    let json = serde_json::to_string(&before).unwrap();
    assert_eq!(serde_json::from_str::<Baseline>(&json).unwrap(), before);
    assert!(compare(&one, &before, Tolerance::default()).passed());
    let two = of(&TOPICS[..2]);
    assert!(two.systems[1].metrics[0].comparison.unwrap().holm.unwrap() > 0.2);
    assert!(two.table().contains("are too narrow"), "{}", two.table());
    assert!(!of(&TOPICS).table().contains("too narrow"));
}

#[test]
fn a_resampling_that_cannot_be_is_refused() {
    let scorer = scorer();
    let mut evaluation = evaluation(&scorer);
    for resampling in [
        Resampling { samples: 0, ..Resampling::default() },
        Resampling { confidence: 1.5, ..Resampling::default() },
        Resampling { confidence: f64::NAN, ..Resampling::default() },
    ] {
        evaluation.set_resampling(resampling);
        assert!(evaluation.report().is_err(), "{resampling:?}");
    }
}

#[test]
fn budgets_cut_every_summary() {
    let scorer = scorer();
    let mut evaluation = evaluation(&scorer);
    evaluation.set_resampling(Resampling { samples: 50, ..Resampling::default() });
    evaluation.add_system("ours", TOPICS.map(good));
    let reports = [5, 10].map(|words| (words, evaluation.cut_to(words).report().unwrap()));
    assert_eq!(reports[0].1.systems[0].lengths.words, 5.0);
    let table = budget_table(&reports);
    // 5 and 10 of 17 words.
    assert!(
        table.contains("rouge1 R           @5      @10\nours            29.41    58.82\n"),
        "{table}"
    );
}

#[test]
fn an_unchanged_report_passes_and_a_worse_one_fails() {
    let before = Baseline::new(&report(good), true);
    let gate = compare(&report(good), &before, Tolerance { fall: 0.0, ..Tolerance::default() });
    assert!(gate.passed() && gate.fallen.is_empty(), "{}", gate.table());
    assert!(gate.checks.iter().all(|check| check.verdict == Verdict::Held));

    let gate = compare(&report(poor), &before, Tolerance::default());
    assert!(!gate.passed());
    let verdict = |gate: &Gate, measure: &str| {
        gate.checks.iter().find(|check| check.measure == measure).map(|check| check.verdict)
    };
    assert_eq!(verdict(&gate, "rouge2"), Some(Verdict::FellTooFar));
    assert_eq!(verdict(&gate, "names"), Some(Verdict::FellTooFar));
    assert_eq!(gate.fallen.len(), 5);
    let table = gate.table();
    assert!(table.contains("Gate failed: ") && table.contains("--update"), "{table}");
    assert!(
        table.contains("in Tarn ended on Friday")
            && table.contains("| Nobody was hurt in the storm."),
        "{table}"
    );
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");

    // The other way round everything improves.
    assert!(
        compare(&report(good), &Baseline::new(&report(poor), true), Tolerance::default()).passed()
    );
}

#[test]
fn a_small_fall_on_every_cluster_is_significant() {
    let longer = |topic: &str| {
        let (id, text) = good(topic);
        (id, text + " Yes.")
    };
    let before = Baseline::new(&report(good), false);
    let wide = Tolerance { fall: 0.5, diagnostics: 1.0, ..Tolerance::default() };
    let gate = compare(&report(longer), &before, wide);
    assert!(!gate.passed());
    assert!(gate.table().contains("FELL, P 0.0"), "{}", gate.table());
    assert!(compare(&report(longer), &before, Tolerance { significance: 0.0, ..wide }).passed());
}

#[test]
fn other_options_and_lost_systems_fail() {
    let mut before = Baseline::new(&report(good), true);
    before.options.push_str(" limit=9-words");
    let gate = compare(&report(good), &before, Tolerance::default());
    assert!(!gate.passed() && gate.table().contains("other options"), "{}", gate.table());

    let mut before = Baseline::new(&report(good), true);
    let mut lost = before.systems[0].clone();
    lost.name = "lost".into();
    before.systems.push(lost);
    let gate = compare(&report(good), &before, Tolerance::default());
    assert!(!gate.passed() && gate.table().contains("WAS NOT MEASURED"), "{}", gate.table());
    before.systems.remove(0);
    let gate = compare(&report(good), &before, Tolerance::default());
    assert!(gate.checks.iter().any(|check| check.verdict == Verdict::New));
}

/// A report on these clusters alone.
fn report_on(topics: &[&str], summary: impl Fn(&str) -> String) -> Report {
    let scorer = scorer();
    let mut evaluation = Evaluation::new(&scorer);
    for &topic in topics {
        let references = vec![reference(topic)];
        let id = topic.to_owned();
        evaluation.add_cluster(Cluster { id, references, sources: Vec::new() });
    }
    evaluation.add_system("ours", topics.iter().map(|topic| ((*topic).to_owned(), summary(topic))));
    evaluation.report().unwrap()
}

#[test]
fn a_gate_that_misses_clusters_fails_and_compares_the_others() {
    // One of the clusters is easy; on it alone the system is worse than it was.
    let was = |topic: &str| if topic == "storm" { reference(topic) } else { poor(topic).1 };
    let before = Baseline::new(&report_on(&TOPICS, was), true);
    let gate =
        compare(&report_on(&["storm"], |topic| good(topic).1), &before, Tolerance::default());
    assert_eq!(gate.clusters_gone.len(), 7);
    let rouge1 = gate.checks.iter().find(|check| check.measure == "rouge1").unwrap();
    assert_eq!((rouge1.before, rouge1.verdict), (Some(1.0), Verdict::FellTooFar));
    // The same on the same clusters, but not on all of them.
    let gate = compare(&report_on(&TOPICS[1..], was), &before, Tolerance::default());
    assert!(gate.checks.iter().all(|check| check.verdict == Verdict::Held), "{}", gate.table());
    assert!(!gate.passed());
    // Their means are of all clusters.
    let diagnostics = &before.systems[0].diagnostics;
    assert!(!gate.checks.iter().any(|check| diagnostics.contains_key(&check.measure)));
    for text in [gate.table(), gate.markdown(), gate.junit()] {
        assert!(text.contains("not measured: 1 cluster (bridge)"), "{text}");
    }
    let none = compare(&report_on(&["eclipse"], was), &before, Tolerance::default());
    assert!(none.checks.iter().all(|check| check.verdict == Verdict::Gone), "{}", none.table());
}

#[test]
fn a_hard_new_cluster_is_named_and_no_fall() {
    let before = Baseline::new(&report_on(&TOPICS[1..], |topic| poor(topic).1), true);
    let now = |topic: &str| if topic == "bridge" { "None.".to_owned() } else { good(topic).1 };
    let gate = compare(&report_on(&TOPICS, now), &before, Tolerance::default());
    assert!(gate.passed(), "{}", gate.table());
    assert_eq!(gate.clusters_new, ["bridge"]);
    assert!(gate.table().contains("new, without a baseline: 1 cluster (bridge)"));
    let rouge1 = gate.checks.iter().find(|check| check.measure == "rouge1").unwrap();
    assert!((rouge1.after.unwrap() - 20.0 / 27.0).abs() < 1e-6, "{rouge1:?}");
}

#[test]
fn junit_is_well_formed_and_markdown_keeps_its_table() {
    let scorer = scorer();
    let run = |summary: &str| {
        let mut evaluation = Evaluation::new(&scorer);
        for id in ["a|b", "<&\"c\">"] {
            evaluation.add_cluster(Cluster {
                id: id.into(),
                references: vec![reference("storm")],
                sources: Vec::new(),
            });
        }
        evaluation.add_system("a <b> & \"c\"|\u{1}", [("a|b", summary), ("<&\"c\">", summary)]);
        evaluation.report().unwrap()
    };
    let before = Baseline::new(&run(&reference("storm")), true);
    let gate = compare(&run("A </td> <script>storm</script>."), &before, Tolerance::default());
    let junit = gate.junit();
    let document =
        roxmltree::Document::parse(&junit).unwrap_or_else(|error| panic!("{error}\n{junit}"));
    let suite = document.descendants().find(|node| node.has_tag_name("testsuite")).unwrap();
    let count =
        |tag| document.descendants().filter(|node| node.has_tag_name(tag)).count().to_string();
    assert_eq!(suite.attribute("tests"), Some(count("testcase").as_str()));
    assert_eq!(suite.attribute("failures"), Some(count("failure").as_str()));
    let markdown = gate.markdown();
    let rows = markdown.lines().filter(|line| line.starts_with("| "));
    assert!(rows.clone().count() > 3);
    assert!(rows.clone().all(|row| row.replace("\\|", "").matches('|').count() == 7), "{markdown}");
    assert!(!markdown.contains("<script>") && markdown.contains("❌"));
}

#[test]
fn a_baseline_survives_its_file() {
    let folder = std::env::temp_dir().join(format!("nutgraf-eval-baseline-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("corpus.json");
    let before = Baseline::new(&report(good), true);
    before.write(&path).unwrap();
    assert_eq!(Baseline::read(&path).unwrap(), before);
    assert!(Baseline::new(&report(good), false).systems[0].clusters[0].summary.is_none());
    std::fs::write(&path, "{\n\"version\": 3}").unwrap();
    let error = Baseline::read(&path).unwrap_err().to_string();
    assert!(
        error.contains("corpus.json:2: not a baseline file") && error.contains("--update"),
        "{error}"
    );
    let error = Baseline::read(&folder.join("none.json")).unwrap_err().to_string();
    assert!(error.starts_with("cannot read "), "{error}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn empty_evaluations_are_errors() {
    let scorer = scorer();
    let mut evaluation = Evaluation::new(&scorer);
    assert!(evaluation.report().unwrap_err().to_string().contains("no cluster"));
    evaluation.add_cluster(Cluster { id: "bare".into(), ..Cluster::default() });
    evaluation.add_system("ours", [("bare", "text")]);
    let error = evaluation.report().unwrap_err().to_string();
    assert!(error.contains("cluster `bare` has no reference"), "{error}");
}
