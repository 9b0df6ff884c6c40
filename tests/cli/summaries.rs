//! Summaries as users get them.

use insta::assert_snapshot;

use crate::binary::{lines, run, run_with_input};
use crate::common::corpus;
use crate::shown;

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
        run_with_input(&["summarize", "-", "--format", "html"], format!("{cluster}\n{cluster}\n"));
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
    let summaries = lines(&output.stdout);
    let ids: Vec<&str> = summaries.iter().map(|summary| summary["id"].as_str().unwrap()).collect();
    let expected: Vec<String> = corpus().into_iter().map(|cluster| cluster.id).collect();
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
    let summaries = lines(&output.stdout);
    let ids: Vec<_> = summaries.iter().map(|summary| &summary["id"]).collect();
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
    let output = run_with_input(&["summarize", "-", "--format", "jsonl"], lines.join("\n"));
    assert_snapshot!(shown(&output));
    let strict =
        run_with_input(&["summarize", "-", "--strict", "--format", "jsonl"], lines.join("\n"));
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
        assert!(text.replace("\n  ", " ").contains(undated), "{text}");
    }
}
