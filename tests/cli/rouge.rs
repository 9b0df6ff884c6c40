//! `nutgraf rouge`: candidates against references.

use insta::assert_snapshot;

use crate::binary::{Folder, errors, run, run_with_input};
use crate::shown;

#[test]
fn pairs_are_scored() {
    let pairs = r#"{"id":"a","candidate":"the cat sat","references":["the cat","the cat sat on the mat"]}
{"id":"b","candidate":"Rain fell.","references":"Rain fell."}
{"id":"c","candidate":"x"}
"#;
    assert_snapshot!(shown(&run_with_input(
        &["rouge", "--format", "jsonl", "--metrics", "rouge1,rouge2"],
        pairs
    )));
    assert_snapshot!(shown(&run_with_input(
        &[
            "rouge",
            "--profile",
            "rouge155",
            "--metrics",
            "rouge1,rougeSU4",
            "--format",
            "jsonl",
            "-q"
        ],
        pairs
    )));
    let folder = Folder::new();
    let candidate = folder.write("c.txt", "Rain fell.");
    let reference = folder.write("r.txt", "Heavy rain fell.");
    let output = run(&[
        "rouge",
        "--candidate",
        &candidate,
        "--reference",
        &reference,
        "--metrics",
        "rouge1",
    ]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("66.67"), "{}", shown(&output));
}

#[test]
fn a_record_without_references_is_named_and_the_others_are_scored() {
    let pairs = r#"{"id":"a","candidate":"the cat sat","references":["the cat"]}
{"id":"b","candidate":"the cat sat","references":[]}
"#;
    for format in ["table", "json", "csv", "jsonl"] {
        for profile in ["google", "rouge155"] {
            let call = ["rouge", "--profile", profile, "--format", format];
            let output = run_with_input(&call, pairs);
            assert_eq!(output.status.code(), Some(1), "{}", shown(&output));
            assert!(!output.stdout.is_empty());
            let said = errors(&output);
            assert!(said.contains("standard input:2: the list of references is empty"), "{said}");
        }
    }
    let only = pairs.lines().nth(1).unwrap();
    assert_eq!(run_with_input(&["rouge"], only).status.code(), Some(2));
}

#[test]
fn every_record_counts_whatever_its_id() {
    let records = [
        r#"{"id":"2","candidate":"a b c","references":["a b c"]}"#,
        r#"{"candidate":"x y z","references":["a b c"]}"#,
        r#"{"id":2,"candidate":"a b","references":["a b"]}"#,
        r#"{"id":"2","candidate":"q","references":["a b"]}"#,
    ];
    // Some editors begin a file with a byte-order mark.
    let pairs = format!("\u{feff}{}", records.join("\n"));
    let output = run_with_input(&["rouge", "--metrics", "rouge1"], &pairs);
    assert_eq!(output.status.code(), Some(0), "{}", shown(&output));
    let table = String::from_utf8_lossy(&output.stdout);
    assert!(table.contains("50.00") && table.contains("4 clusters"), "{table}");
    let csv = run_with_input(&["rouge", "--metrics", "rouge1", "--format", "csv"], &pairs);
    assert_eq!(String::from_utf8_lossy(&csv.stdout).lines().count(), 5, "{}", shown(&csv));
    let seeded = |seed| {
        let pairs =
            (0..9).map(|n| format!("{{\"candidate\":\"a b {n}\",\"references\":\"a {n} c\"}}"));
        let more = pairs.chain(records.map(str::to_owned)).collect::<Vec<_>>().join("\n");
        run_with_input(&["rouge", "--seed", seed], &more).stdout
    };
    assert_ne!(seeded("0"), seeded("5"));
}

#[test]
fn samples_and_confidence_that_cannot_be_are_refused() {
    let pair = r#"{"id":"1","candidate":"the storm came","references":["the storm"]}"#;
    for (option, value) in [("--samples", "0"), ("--confidence", "150"), ("--confidence", "NaN")] {
        let output = run_with_input(&["rouge", "--profile", "rouge155", option, value], pair);
        assert_eq!(output.status.code(), Some(2), "{}", shown(&output));
    }
    let output = run_with_input(&["rouge", "--profile", "rouge155"], pair);
    assert!(shown(&output).contains("\n1 evaluation, 95 %"), "{}", shown(&output));
}

#[test]
fn the_script_s_averages_are_printed() {
    let pairs = r#"{"id":"1","candidate":"the storm came","references":["the storm came early"]}
{"id":"2","candidate":"it rained","references":["snow fell"]}
"#;
    let with = |more: &[&str]| {
        let mut call = vec!["rouge", "--profile", "rouge155", "--metrics", "rouge1"];
        call.extend(more);
        shown(&run_with_input(&call, pairs))
    };
    // By hand: R of the first is 3/4, of the second 0; sums are 6 and 5 units and 3 hits.
    let json = with(&["--format", "json", "--samples", "2000"]);
    assert!(json.contains("\"average\""), "{json}");
    assert_snapshot!([with(&[]), with(&["--averaging", "counts"])].join("\n"));
}

#[test]
fn every_rule_for_several_references_is_taken_as_it_is_called() {
    let pair =
        r#"{"id":"a","candidate":"the cat sat","references":["the cat","the cat sat down"]}"#;
    for rule in ["best", "average", "pooled"] {
        for profile in ["google", "rouge155"] {
            let call = ["rouge", "--profile", profile, "--multi", rule, "--format", "jsonl"];
            let output = run_with_input(&call, pair);
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(said.contains(&format!("multi={rule}")), "{said}");
        }
    }
    let sums = ["rouge", "--profile", "rouge155", "--multi", "average", "--averaging", "tokens"];
    assert_eq!(run_with_input(&sums, pair).status.code(), Some(2));
}

#[test]
fn options_of_rouge_without_effect_are_refused() {
    let pair = r#"{"id":"a","candidate":"the cat","references":["the cat"]}"#;
    for arguments in [
        &["--samples", "10"][..],
        &["--averaging", "tokens"],
        &["--profile", "rouge155", "--format", "csv", "--confidence", "90"],
        &["--profile", "rouge155", "--averaging", "counts", "--samples", "10"],
    ] {
        let output = run_with_input(&[&["rouge"], arguments].concat(), pair);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
    let arguments = ["rouge", "--profile", "rouge155", "--samples", "10", "--format", "json"];
    assert_eq!(run_with_input(&arguments, pair).status.code(), Some(0));
}

#[test]
fn scripts_that_rouge_does_not_see_are_told() {
    let pair = r#"{"id":"a","candidate":"кот сел","references":["кот сел"]}"#;
    let said = |more: &[&str]| {
        let output = run_with_input(&[&["rouge"], more].concat(), pair);
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said(&[]).contains("1 of 1 candidates have no word"), "{}", said(&[]));
    assert!(!said(&["--tokenizer", "unicode"]).contains("no word"));
}
