//! How the program is called: wrong use, where output goes, and the small commands.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use insta::assert_snapshot;

use crate::binary::{Folder, errors, nutgraf, run, run_with_input};
use crate::common::file;
use crate::shown;

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
            assert!(errors(&output).contains("error: "));
        }
    }
}

#[test]
fn an_output_file_appears_whole() {
    let folder = Folder::new();
    let path = folder.at("out.jsonl");
    let output = run(&["summarize", "corpus/clusters.jsonl", "--format", "jsonl", "-o", &path]);
    assert_eq!(shown(&output), "exit 0\n---- stdout\n---- stderr\n");
    let direct = run(&["summarize", "corpus/clusters.jsonl", "--format", "jsonl"]);
    assert_eq!(fs::read(&path).unwrap(), direct.stdout);
    assert_eq!(folder.count(), 1);
    let nowhere = run(&["summarize", "corpus/clusters.jsonl", "-o", "/no/such/folder/x"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(errors(&nowhere).contains("cannot write `/no/such/folder/x.part`"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    // Much more output than a pipe holds.
    let many = fs::read_to_string(file("corpus/clusters.jsonl")).unwrap().repeat(20);
    let folder = Folder::with("many.jsonl", many);
    let mut child = nutgraf(&["summarize", folder.path(), "--format", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(shown(&output), "exit 0\n---- stdout\n---- stderr\n");
}

#[cfg(target_os = "linux")]
#[test]
fn at_a_terminal_the_wait_for_standard_input_is_said() {
    for call in [&["summarize"][..], &["segment", "-"], &["rouge"]] {
        // The near end of a terminal that nobody types at.
        let terminal = File::options().read(true).write(true).open("/dev/ptmx").unwrap();
        let mut child = nutgraf(call).stdin(terminal).stderr(Stdio::piped()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(child.stderr.take().unwrap()).read_line(&mut said).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(said.starts_with("note: reading from standard input; "), "{call:?}: {said}");
    }
}

#[test]
fn text_is_segmented_one_sentence_a_line() {
    let text = "Dr. Lund came at 3.30 p.m. on Tuesday. “Is it safe?” she asked.\nThe dam\nheld.";
    assert_snapshot!(shown(&run_with_input(&["segment", "--lang", "en"], text)));
    let json = r#"{"id":7,"lang":"en","text":"Rain fell. Roads closed."}"#;
    assert_snapshot!(shown(&run_with_input(&["segment"], json)));
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
