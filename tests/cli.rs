//! The command line as users see it: the real binary, real files.

mod common;

use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use common::file;
use insta::assert_snapshot;
use tempfile::TempDir;

/// The binary, in the repository's folder, so that paths in messages are short.
fn nutgraf(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    command.env("COLUMNS", "100");
    command
}

fn run(arguments: &[&str]) -> Output {
    nutgraf(arguments).stdin(Stdio::null()).output().expect("the binary runs")
}

fn run_with_input(arguments: &[&str], input: &str) -> Output {
    let mut child = nutgraf(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("written");
    child.wait_with_output().expect("it ends")
}

/// Exit status, standard output and standard error, for snapshots.
fn shown(output: &Output) -> String {
    format!(
        "exit {}\n---- stdout\n{}---- stderr\n{}",
        output.status.code().expect("an exit status"),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    )
}

#[test]
fn a_folder_becomes_a_summary() {
    assert_snapshot!(shown(&run(&["summarize", "corpus/ferry-lastmark"])));
}

#[test]
fn a_page_for_a_browser() {
    let script = "<script>alert(1)</script>";
    let cluster = serde_json::json!({"id": script, "articles": [{
        "id": "a", "title": script, "url": "javascript:alert(1)", "source": "A & B",
        "text": "The old dam above Norvale <b>broke<b> on Tuesday night, the mayor said.",
    }]});
    let page =
        run_with_input(&["summarize", "-", "--format", "html"], &format!("{cluster}\n{cluster}\n"));
    assert!(page.status.success());
    let page = String::from_utf8(page.stdout).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert_eq!((page.matches("<title>").count(), page.matches("<article").count()), (1, 2));
    assert!(!page.contains("<script") && !page.contains("javascript:") && !page.contains("<b>"));
    assert!(page.contains("&lt;b&gt;broke&lt;b&gt;") && page.contains("A &amp; B"));
}

#[test]
fn markdown_for_a_document() {
    assert_snapshot!(shown(&run(&[
        "summarize",
        "corpus/de-bruecke",
        "--format",
        "markdown",
        "--words",
        "60"
    ])));
}

#[test]
fn json_for_a_program() {
    let output =
        run(&["summarize", "corpus/science-comet-probe", "--format", "json", "--sentences", "2"]);
    assert_snapshot!(shown(&output));
}

#[test]
fn all_clusters_in_order_as_json_lines() {
    let output = run(&["summarize", "corpus/clusters.jsonl", "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(0));
    let ids: Vec<String> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["id"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    let expected: Vec<String> = common::corpus().into_iter().map(|cluster| cluster.id).collect();
    assert_eq!(ids, expected);
}

#[test]
fn several_clusters_are_a_json_array() {
    let output = run(&["summarize", "corpus/clusters.jsonl", "--format", "json"]);
    let summaries: Vec<nutgraf::Summary> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(summaries.len(), 19);
}

#[test]
fn each_folder_is_its_own_cluster() {
    let output = run(&[
        "summarize",
        "--each",
        "corpus/ferry-lastmark",
        "corpus/de-bruecke",
        "--format",
        "jsonl",
    ]);
    let ids: Vec<_> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].clone())
        .collect();
    assert_eq!(ids, ["ferry-lastmark", "de-bruecke"]);
}

#[test]
fn standard_input_is_told_by_its_first_byte() {
    let text = "A storm hit Norvale on Tuesday. Two ferries were torn from their moorings.";
    let json = format!("{{\"id\":\"a\",\"text\":\"{text}\"}}\n");
    let array = format!("[{{\"id\":\"a\",\n\"text\":\"{text}\"}}]");
    for input in [text, &json, &array] {
        let output = run_with_input(&["summarize", "--sentences", "1", "--format", "jsonl"], input);
        let summary: nutgraf::Summary = serde_json::from_slice(&output.stdout).unwrap();
        assert!(text.contains(&summary.text), "{input}");
    }
}

#[test]
fn a_malformed_line_is_named_and_the_others_are_done() {
    let good = r#"{"id":"ID","documents":[{"text":"A storm hit Norvale on Tuesday morning."}]}"#;
    let lines = [
        good.replace("ID", "one"),
        "{\"id\": \"two\", ".to_owned(),
        r#"{"id":"three","documents":[{"titel":"x"}]}"#.to_owned(),
        String::new(),
        r#"{"id":"four","documents":[]}"#.to_owned(),
        r#"{"id":"five","documents":[{"text":"—"}]}"#.to_owned(),
        good.replace("ID", "six"),
    ];
    let output = run_with_input(&["summarize", "-", "--format", "jsonl"], &lines.join("\n"));
    assert_snapshot!(shown(&output));
    let strict =
        run_with_input(&["summarize", "-", "--strict", "--format", "jsonl"], &lines.join("\n"));
    assert_eq!(strict.status.code(), Some(2));
}

#[test]
fn a_timeline_names_its_days() {
    let article = |id: &str, day: &str, text: &str| serde_json::json!({ "id": id, "published": day, "text": text });
    let documents = [
        article("one", "2031-03-02", "Heavy rain fell on Norvale on Sunday."),
        article("two", "3. März 2031", "The river left its bed in Norvale."),
        article("three", "long ago", "The bridge of Norvale was closed."),
    ];
    let cluster = serde_json::json!({ "id": "rain", "documents": documents }).to_string();
    for (format, day) in [
        ("text", "\n2031-03-03: The river"),
        ("markdown", "- **2031-03-03**: The river"),
        ("html", "<time>2031-03-03</time>: The river"),
    ] {
        let output =
            run_with_input(&["summarize", "-", "--timeline", "--format", format], &cluster);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains(day), "{text}");
        let undated = "articles without a date that can be read are no part of the timeline: 1";
        assert!(format == "markdown" || text.replace("\n  ", " ").contains(undated), "{text}");
    }
}

#[test]
fn wrong_use_is_explained() {
    let calls: &[&[&str]] = &[
        &["summarize", "no-such-folder"],
        &["summarize", "corpus/ferry-lastmark", "--words", "0"],
        &["summarize", "corpus/ferry-lastmark", "--words", "2"],
        &["summarize", "corpus/ferry-lastmark", "--ratio", "1.5"],
        &["summarize", "corpus/ferry-lastmark", "--words", "10", "--bytes", "10"],
        &["summarize", "corpus/ferry-lastmark", "--ranker", "pagerank"],
        &["summarize", "corpus/ferry-lastmark", "--lang", "xx"],
        &["summarize", "corpus/ferry-lastmark", "--map", "texts=body"],
        &[
            "summarize",
            "corpus/ferry-lastmark",
            "--source-weight",
            "Misspelt Times=2",
            "--words",
            "30",
        ],
        &["summarize", "corpus/ferry-lastmark", "--exclude", "it", "--words", "30"],
        &["summarize", "corpus/ferry-lastmark", "--explain", "--format", "html"],
        &["summarize", "corpus/ferry-lastmark", "--with-articles"],
        &["eval", "corpus/ferry-lastmark"],
        &["eval", "corpus/clusters.jsonl", "--systems", "magic"],
        &["eval", "corpus/clusters.jsonl", "--candidates", "textrank=theirs.jsonl"],
        &["rouge", "corpus/clusters.jsonl", "--metrics", "rouge77"],
    ];
    let shown: Vec<String> = calls
        .iter()
        .map(|call| format!("$ nutgraf {}\n{}", call.join(" "), shown(&run(call))))
        .collect();
    assert_snapshot!(shown.join("\n"));
}

#[test]
fn where_nothing_could_be_done_the_run_has_failed() {
    for command in ["summarize", "digest", "group", "segment"] {
        for input in ["", "[]", "{\"id\": \"one\", "] {
            let output = run_with_input(&[command, "-", "--input-format", "json"], input);
            assert_eq!(output.status.code(), Some(2), "{command} {input}: {}", shown(&output));
            assert!(String::from_utf8_lossy(&output.stderr).contains("error: "));
        }
    }
}

#[test]
fn an_output_file_appears_whole() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("out.jsonl");
    let target = path.to_str().unwrap();
    let output = run(&["summarize", "corpus/clusters.jsonl", "--format", "jsonl", "-o", target]);
    assert_eq!(shown(&output), "exit 0\n---- stdout\n---- stderr\n");
    let direct = run(&["summarize", "corpus/clusters.jsonl", "--format", "jsonl"]);
    assert_eq!(fs::read(&path).unwrap(), direct.stdout);
    let names: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["out.jsonl"]);
    let nowhere = run(&["summarize", "corpus/clusters.jsonl", "-o", "/no/such/folder/x"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&nowhere.stderr).contains("cannot write `/no/such/folder/x.part`")
    );
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    // Much more output than a pipe holds.
    let many = fs::read_to_string(file("corpus/clusters.jsonl")).unwrap().repeat(20);
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("many.jsonl");
    fs::write(&path, many).unwrap();
    let mut child = nutgraf(&["summarize", path.to_str().unwrap(), "--format", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(shown(&output), "exit 0\n---- stdout\n---- stderr\n");
}

#[test]
fn text_is_segmented_one_sentence_a_line() {
    let text = "Dr. Lund came at 3.30 p.m. on Tuesday. “Is it safe?” she asked.\nThe dam\nheld.";
    assert_snapshot!(shown(&run_with_input(&["segment", "--lang", "en"], text)));
    let json = r#"{"id":7,"lang":"en","text":"Rain fell. Roads closed."}"#;
    assert_snapshot!(shown(&run_with_input(&["segment"], json)));
}

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
    let folder = TempDir::new().unwrap();
    let path = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (candidate, reference) = (path("c.txt", "Rain fell."), path("r.txt", "Heavy rain fell."));
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
            let said = String::from_utf8_lossy(&output.stderr);
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

#[test]
fn options_without_effect_are_refused() {
    let folder = TempDir::new().unwrap();
    let baseline = folder.path().join("baseline.json");
    let with = ["--baseline", baseline.to_str().unwrap()];
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
        assert!(!baseline.exists());
    }
}

#[test]
fn a_gate_fails_when_a_score_has_fallen() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("baseline.json");
    let baseline = path.to_str().unwrap();
    let eval = |system: &str, more: &[&str]| {
        let mut arguments =
            vec!["eval", "corpus/clusters.jsonl", "--systems", system, "--baseline", baseline];
        arguments.extend(more);
        run(&arguments)
    };
    let said = |output: &Output| String::from_utf8_lossy(&output.stderr).into_owned();
    let missing = eval("textrank", &[]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(missing.stdout.is_empty(), "the file is looked for before the work");
    assert_eq!(eval("textrank,random", &["--update"]).status.code(), Some(0));
    let passed = eval("textrank", &[]);
    assert_eq!(passed.status.code(), Some(0));
    assert!(said(&passed).contains("not compared, since --systems leaves it out: random"));
    assert!(said(&passed).contains("numbers held."), "{}", said(&passed));
    let nothing = eval("centroid", &[]);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(said(&nothing).contains("nothing to compare"), "{}", said(&nothing));
    // With another budget the scores are others.
    for words in ["--words=99", "--words=auto", "--words=0"] {
        let refused = eval("textrank", &[words]);
        assert_eq!(refused.status.code(), Some(2), "{words}");
        assert!(refused.stdout.is_empty());
        let expected = if words == "--words=99" { "made with --words 100" } else { "from 1" };
        assert!(said(&refused).contains(expected), "{}", said(&refused));
    }
    // The same name with worse summaries: what a bad change looks like.
    let changed = fs::read_to_string(&path).unwrap().replace("\"textrank\"", "\"lead\"");
    fs::write(&path, changed).unwrap();
    let failed = eval("lead", &[]);
    assert_eq!(failed.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&failed.stderr).contains("Gate failed"), "{}", shown(&failed));
}

#[test]
fn completions_and_manual_are_made() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = run(&["completions", shell]);
        assert!(output.status.success());
        assert!(String::from_utf8_lossy(&output.stdout).contains("summarize"));
    }
    let man = String::from_utf8(run(&["man"]).stdout).unwrap();
    assert!(man.contains(".TH nutgraf 1") && man.contains("SUMMARIZE"));
}

#[test]
fn a_grouping_is_compared_with_a_gold_one() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str, lines: Vec<String>| {
        let path = folder.path().join(name);
        fs::write(&path, lines.join("\n")).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let clusters = common::corpus();
    let batch = clusters.iter().flat_map(|cluster| &cluster.articles);
    let batch = path("batch.jsonl", batch.map(|a| serde_json::to_string(a).unwrap()).collect());
    let gold = clusters.iter().map(|cluster| {
        let ids: Vec<&str> = cluster.articles.iter().map(|a| a.id.as_str()).collect();
        serde_json::json!({ "cluster": cluster.id, "articles": ids }).to_string()
    });
    let gold = path("gold.jsonl", gold.collect());
    let output = run(&["group", &batch, "--gold", &gold]);
    let grouped: usize = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|story| story["articles"].as_array().unwrap().len())
        .sum();
    assert_eq!(grouped, 68);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("BCubed    P 100.00") && said.contains("(68 articles)"), "{said}");

    let strange = r#"{"cluster":"a","articles":["none of these"]}"#;
    let gold = path("strange.jsonl", vec![strange.to_owned()]);
    let output = run(&["group", &batch, "--gold", &gold]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("its ids are others"), "{said}");
}
