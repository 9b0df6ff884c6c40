//! Bad input, and input without end: the rest is done, in bounded memory, and what was wrong is said.

use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use crate::binary::{FIRST, Folder, SECOND, errors, lines, nutgraf, run};
use crate::cluster;
#[cfg(feature = "compress")]
use crate::{binary::gzip, clusters};

#[test]
fn a_bad_record_has_its_error_in_its_place_and_the_rest_is_done() {
    let folder = Folder::new();
    let content = [
        cluster(1).into_bytes(),
        b"{\"id\": \"cut\", \"documents\": [\n".to_vec(),
        b"{\"id\": \"nul\", \"text\": \"a \0 b\"}\n".to_vec(),
        b"\0\0\0\0\n".to_vec(),
        b"{\"id\": \"empty\", \"documents\": [{\"text\": \"\"}]}\n".to_vec(),
        b"[1, 2]\n".to_vec(),
        cluster(2).into_bytes(),
    ];
    let path = folder.write("a.jsonl", content.concat());
    let output = run(&["summarize", &path, "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    let records = lines(&output.stdout);
    assert_eq!(records.len(), 8, "{records:?}");
    assert_eq!((&records[0]["id"], &records[7]["id"]), (&json!("c1"), &json!("c2")));
    for (record, line) in records[1..7].iter().zip([2, 3, 4, 5, 6, 6]) {
        assert_eq!(record["line"], line, "{record}");
        let said = record["error"].as_str().expect("an error");
        assert!(errors(&output).contains(said), "{said}");
    }
    let strict = run(&["summarize", &path, "--format", "jsonl", "--strict"]);
    assert_eq!(strict.status.code(), Some(2));
}

#[test]
fn unreadable_files_are_named_and_the_others_read() {
    let folder = Folder::new();
    folder.write("a.txt", FIRST);
    folder.write("nul.txt", "Rain\0 fell.");
    folder.write("empty.txt", "");
    folder.write("archive.txt", b"PK\x03\x04rest");
    symlink("nowhere", folder.at("gone.txt")).expect("a link");
    symlink("itself.txt", folder.at("itself.txt")).expect("a link");
    let missing = folder.at("missing.txt");
    let output = run(&["summarize", folder.path(), &missing, "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    for said in [
        "nul.txt: the file holds NUL bytes",
        "empty.txt: the file is empty",
        "archive.txt: the file is a zip archive",
        "gone.txt: no such file",
        "itself.txt: cannot be read",
        "missing.txt: no such file",
    ] {
        assert!(errors(&output).contains(said), "{said}: {}", errors(&output));
    }
    assert!(lines(&output.stdout).iter().any(|record| record["articles"] == 1));
}

#[test]
fn folders_that_loop_by_links_end() {
    let folder = Folder::new();
    folder.write("a.txt", FIRST);
    folder.write("inner/b.txt", SECOND);
    symlink("..", folder.at("inner/back")).expect("a link");
    symlink("inner", folder.at("again")).expect("a link");
    let output = run(&["summarize", folder.path(), "--recursive", "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("back: this link leads back"), "{}", errors(&output));
    let records = lines(&output.stdout);
    assert_eq!(records.last().expect("a summary")["articles"], 2);
}

#[cfg(feature = "compress")]
#[test]
fn a_cut_gzip_gives_what_came_before_the_cut() {
    let folder = Folder::new();
    let packed = [gzip(clusters(3).as_bytes()), gzip(clusters(3).as_bytes())].concat();
    let cut = folder.write("cut.jsonl.gz", &packed[..packed.len() - 9]);
    folder.write("whole.jsonl.gz", gzip(clusters(2).as_bytes()));
    let output = run(&["summarize", &cut, &folder.at("whole.jsonl.gz"), "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("the gzip data is cut off"), "{}", errors(&output));
    let records = lines(&output.stdout);
    let done = records.iter().filter(|record| record["error"].is_null()).count();
    assert!(done >= 5, "{records:?}");
    // Damage, not a cut.
    let mut damaged = gzip(clusters(3).as_bytes());
    let middle = damaged.len() / 2;
    damaged[middle] ^= 0xFF;
    let damaged = folder.write("damaged.jsonl.gz", damaged);
    let output = run(&["summarize", &damaged, "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("damaged.jsonl.gz"), "{}", errors(&output));
}

/// Runs to the end and says what memory it took at most, in bytes.
fn peak(
    command: &mut Command,
    feed: impl FnOnce(&mut dyn Write) + Send + 'static,
) -> (Output, u64) {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut input = child.stdin.take().expect("a pipe");
    let feeder = std::thread::spawn(move || feed(&mut input));
    let status = format!("/proc/{}/status", child.id());
    let watcher = std::thread::spawn(move || {
        let mut most = 0;
        while let Ok(text) = fs::read_to_string(&status) {
            let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let Some(line) = line else { break };
            let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
            most = most.max(kilobytes * 1024);
            std::thread::sleep(Duration::from_millis(2));
        }
        most
    });
    let output = child.wait_with_output().expect("it ends");
    feeder.join().expect("fed");
    (output, watcher.join().expect("watched"))
}

#[cfg(target_os = "linux")]
#[test]
fn a_line_of_a_gigabyte_is_refused_without_being_held() {
    let feed = |input: &mut dyn Write| {
        let part = vec![b'x'; 1 << 20];
        input.write_all(cluster(1).as_bytes()).expect("written");
        input.write_all(b"{\"id\": \"long\", \"text\": \"").expect("written");
        for _ in 0..1000 {
            input.write_all(&part).expect("written");
        }
        input.write_all(b"\"}\n").expect("written");
        input.write_all(cluster(2).as_bytes()).expect("written");
    };
    let (output, peak) = peak(&mut nutgraf(&["summarize", "-", "--format", "jsonl"]), feed);
    assert_eq!(output.status.code(), Some(1));
    let records = lines(&output.stdout);
    assert_eq!(records.len(), 3);
    assert_eq!((&records[1]["line"], &records[2]["id"]), (&json!(2), &json!("c2")));
    assert!(
        errors(&output).contains("standard input:2: the line is longer than"),
        "{}",
        errors(&output)
    );
    assert!(peak < 450 << 20, "{peak} bytes");
}

#[cfg(all(target_os = "linux", feature = "compress", feature = "html"))]
#[test]
fn bombs_are_bounded() {
    let folder = Folder::new();
    // Ten gigabytes would take their time; a low limit shows the same.
    let zeros = vec![b' '; 8 << 20];
    let line = [b"{\"text\": \"".as_slice(), &zeros, b"\"}\n", cluster(1).as_bytes()].concat();
    folder.write("bomb.jsonl.gz", gzip(&line));
    folder.write("bomb.txt.gz", gzip(&zeros));
    folder.write("bomb.html.gz", gzip(&zeros));
    folder.write("bomb.json.gz", gzip(&[b"[\"".as_slice(), &zeros, b"\"]"].concat()));
    folder.write("good.jsonl.gz", gzip(cluster(2).as_bytes()));
    let mut command =
        nutgraf(&["summarize", folder.path(), "--format", "jsonl", "--max-record-bytes", "200000"]);
    let (output, peak) = peak(&mut command, |_| {});
    assert_eq!(output.status.code(), Some(1));
    for name in ["bomb.jsonl.gz", "bomb.txt.gz", "bomb.html.gz", "bomb.json.gz"] {
        assert!(errors(&output).contains(name), "{name}: {}", errors(&output));
    }
    assert!(lines(&output.stdout).iter().any(|record| record["id"] == "c2"));
    assert!(peak < 40 << 20, "{peak} bytes");
}

#[test]
fn a_cluster_may_be_longer_than_an_article_may() {
    let folder = Folder::new();
    let long = format!("{FIRST} {SECOND} ").repeat(50);
    let of = |count: usize| {
        let documents: Vec<Value> = (0..count).map(|n| json!({"id": n, "text": long})).collect();
        format!("{}\n", json!({"id": "c", "documents": documents}))
    };
    let limit = (long.len() + 200).to_string();
    let run_on = |content: &str| {
        let path = folder.write("a.jsonl", content);
        run(&["summarize", &path, "--format", "jsonl", "--max-record-bytes", &limit])
    };
    assert_eq!(run_on(&of(3)).status.code(), Some(0));
    let refused = run_on(&of(5));
    assert_eq!(refused.status.code(), Some(2));
    assert!(errors(&refused).contains("raise --max-record-bytes"), "{}", errors(&refused));
    // One article of it may not.
    let article = json!({"id": "c", "documents": [{"text": long.repeat(2)}]});
    let refused = run_on(&format!("{article}\n"));
    assert!(errors(&refused).contains("an article's text has"), "{}", errors(&refused));
    assert_eq!(lines(&refused.stdout)[0]["id"], "c");
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_number_of_clusters() {
    let of = |count: usize| {
        let feed = move |input: &mut dyn Write| {
            for number in 0..count {
                input.write_all(cluster(number).as_bytes()).expect("written");
            }
        };
        let (output, peak) = peak(&mut nutgraf(&["summarize", "-", "--format", "jsonl"]), feed);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(lines(&output.stdout).len(), count);
        peak
    };
    let (few, many) = (of(200), of(6000));
    assert!(many < few + (8 << 20), "{few} and {many} bytes");
}
