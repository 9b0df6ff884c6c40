//! `nutgraf eval`: systems side by side, and the gate.

use std::fs;

use insta::assert_snapshot;

use crate::binary::{Folder, errors, run};
use crate::shown;

#[test]
fn systems_are_compared() {
    let output = run(&[
        "eval",
        "corpus/clusters.jsonl",
        "--systems",
        "textrank,lead,oracle",
        "--metrics",
        "rouge1,rouge2",
    ]);
    assert_snapshot!(shown(&output));
    let json = run(&["eval", "corpus/clusters.jsonl", "--systems", "lead", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(report["systems"][0]["name"], "lead");
}

#[test]
fn several_budgets_are_one_table() {
    let eval = |more: &[&str]| {
        let call =
            ["eval", "corpus/clusters.jsonl", "--systems", "lead,random", "--metrics", "rouge1"];
        run(&[&call, more].concat())
    };
    let csv = String::from_utf8(eval(&["--words", "30,50", "--format", "csv"]).stdout).unwrap();
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "budget,system,cluster,metric,p,r,f,words,options");
    for budget in ["30,lead,", "30,random,", "50,lead,", "50,random,"] {
        assert_eq!(lines.iter().filter(|line| line.starts_with(budget)).count(), 19, "{budget}");
    }
    assert_eq!(lines.len(), 1 + 4 * 19);
    let html = eval(&["--words", "30,50", "--format", "html"]);
    assert_eq!(html.status.code(), Some(2));
    assert!(html.stdout.is_empty());
    let interval = |seed: &str| {
        let output = eval(&["--words", "30", "--format", "json", "--seed", seed]);
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        report["systems"][0]["metrics"][0]["f_interval"].clone()
    };
    assert!(interval("1") == interval("1") && interval("1") != interval("2"));
    // The seeds of the runs begin anew where there is none above.
    let last = u64::MAX.to_string();
    let random = String::from_utf8(eval(&["--format", "csv", "--seed", &last]).stdout).unwrap();
    let scored = |line: &&str| line.contains("random") && !line.contains(",0,0,0,");
    assert_eq!(random.lines().filter(scored).count(), 19);
}

#[test]
fn options_without_effect_are_refused() {
    let folder = Folder::new();
    let with = ["--baseline", &folder.at("baseline.json")];
    let update = [with[0], with[1], "--update"];
    for (gate, more) in [
        (&update[..], ["--junit", "junit.xml"]),
        (&update[..], ["--markdown", "gate.md"]),
        (&update[..], ["--tolerance", "0.1"]),
        (&[], ["--tolerance", "0.1"]),
        (&with[..], ["--tolerance", "7"]),
        (&with[..], ["--tolerance", "NaN"]),
    ] {
        let call = [&["eval", "corpus/clusters.jsonl", "--systems", "lead"][..], gate, &more];
        let output = run(&call.concat());
        assert_eq!(output.status.code(), Some(2), "{more:?}: {}", shown(&output));
        assert_eq!(folder.count(), 0);
    }
}

#[test]
fn a_gate_fails_when_a_score_has_fallen() {
    let folder = Folder::new();
    let baseline = &folder.at("baseline.json");
    let eval = |system: &str, more: &[&str]| {
        let mut arguments =
            vec!["eval", "corpus/clusters.jsonl", "--systems", system, "--baseline", baseline];
        arguments.extend(more);
        run(&arguments)
    };
    let missing = eval("textrank", &[]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(missing.stdout.is_empty(), "the file is looked for before the work");
    assert_eq!(eval("textrank,random", &["--update"]).status.code(), Some(0));
    let passed = eval("textrank", &[]);
    assert_eq!(passed.status.code(), Some(0));
    assert!(errors(&passed).contains("not compared, since --systems leaves it out: random"));
    assert!(errors(&passed).contains("numbers held."), "{}", errors(&passed));
    let nothing = eval("centroid", &[]);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(errors(&nothing).contains("nothing to compare"), "{}", errors(&nothing));
    // With another budget the scores are others.
    for words in ["--words=99", "--words=auto", "--words=0"] {
        let refused = eval("textrank", &[words]);
        assert_eq!(refused.status.code(), Some(2), "{words}");
        assert!(refused.stdout.is_empty());
        let expected = if words == "--words=99" { "made with --words 100" } else { "from 1" };
        assert!(errors(&refused).contains(expected), "{}", errors(&refused));
    }
    // The same name with worse summaries: what a bad change looks like.
    let changed = fs::read_to_string(baseline).unwrap().replace("\"textrank\"", "\"lead\"");
    fs::write(baseline, changed).unwrap();
    let failed = eval("lead", &[]);
    assert_eq!(failed.status.code(), Some(1));
    assert!(errors(&failed).contains("Gate failed"), "{}", shown(&failed));
}
