//! What goes wrong in a night: bad records, cut files, bombs, loops, full disks, closed pipes,
//! kills. The rest is done, and what was wrong is said.
#![cfg(unix)]

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

const FIRST: &str =
    "The ferry Lastmark ran aground off Norvale on Tuesday with twelve people aboard.";
const SECOND: &str =
    "A lifeboat took all twelve off before noon, the coast guard said, and nobody was hurt.";

fn nutgraf(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    command.arg("summarize").args(arguments).stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    nutgraf(arguments).output().expect("the binary runs")
}

fn text_of(path: &Path) -> &str {
    path.to_str().expect("a path")
}

fn lines(output: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(output).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn cluster(number: usize) -> String {
    let first = format!("{FIRST} It was ship number {number} this year.");
    json!({"id": format!("c{number}"), "documents": [{"id": "a", "text": first}, {"id": "b", "text": SECOND}]})
        .to_string()
        + "\n"
}

fn clusters(count: usize) -> String {
    (0..count).map(cluster).collect()
}

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

fn write(folder: &TempDir, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, content).expect("written");
    path
}

#[test]
fn a_bad_record_has_its_error_in_its_place_and_the_rest_is_done() {
    let folder = folder();
    let content = [
        cluster(1).into_bytes(),
        b"{\"id\": \"cut\", \"documents\": [\n".to_vec(),
        b"{\"id\": \"nul\", \"text\": \"a \0 b\"}\n".to_vec(),
        b"\0\0\0\0\n".to_vec(),
        b"{\"id\": \"empty\", \"documents\": [{\"text\": \"\"}]}\n".to_vec(),
        b"[1, 2]\n".to_vec(),
        cluster(2).into_bytes(),
    ];
    let path = write(&folder, "a.jsonl", content.concat());
    let output = run(&[text_of(&path), "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    let records = lines(&output.stdout);
    assert_eq!(records.len(), 8, "{records:?}");
    assert_eq!((&records[0]["id"], &records[7]["id"]), (&json!("c1"), &json!("c2")));
    for (record, line) in records[1..7].iter().zip([2, 3, 4, 5, 6, 6]) {
        assert_eq!(record["line"], line, "{record}");
        let said = record["error"].as_str().expect("an error");
        assert!(errors(&output).contains(said), "{said}");
    }
    let strict = run(&[text_of(&path), "--format", "jsonl", "--strict"]);
    assert_eq!(strict.status.code(), Some(2));
}

#[test]
fn unreadable_files_are_named_and_the_others_read() {
    let folder = folder();
    write(&folder, "a.txt", FIRST);
    write(&folder, "nul.txt", "Rain\0 fell.");
    write(&folder, "empty.txt", "");
    write(&folder, "archive.txt", b"PK\x03\x04rest");
    symlink("nowhere", folder.path().join("gone.txt")).expect("a link");
    symlink("itself.txt", folder.path().join("itself.txt")).expect("a link");
    let missing = folder.path().join("missing.txt");
    let output = run(&[text_of(folder.path()), text_of(&missing), "--format", "jsonl"]);
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
    let folder = folder();
    write(&folder, "a.txt", FIRST);
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).expect("a folder");
    fs::write(inner.join("b.txt"), SECOND).expect("written");
    symlink("..", inner.join("back")).expect("a link");
    symlink("inner", folder.path().join("again")).expect("a link");
    let output = run(&[text_of(folder.path()), "--recursive", "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("back: this link leads back"), "{}", errors(&output));
    let records = lines(&output.stdout);
    assert_eq!(records.last().expect("a summary")["articles"], 2);
}

#[cfg(feature = "compress")]
fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(content).expect("packed");
    encoder.finish().expect("packed")
}

#[cfg(feature = "compress")]
#[test]
fn a_cut_gzip_gives_what_came_before_the_cut() {
    let folder = folder();
    let packed = [gzip(clusters(3).as_bytes()), gzip(clusters(3).as_bytes())].concat();
    let cut = write(&folder, "cut.jsonl.gz", &packed[..packed.len() - 9]);
    write(&folder, "whole.jsonl.gz", gzip(clusters(2).as_bytes()));
    let output =
        run(&[text_of(&cut), text_of(&folder.path().join("whole.jsonl.gz")), "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("the gzip data is cut off"), "{}", errors(&output));
    let records = lines(&output.stdout);
    let done = records.iter().filter(|record| record["error"].is_null()).count();
    assert!(done >= 5, "{records:?}");
    // Damage, not a cut.
    let mut damaged = gzip(clusters(3).as_bytes());
    let middle = damaged.len() / 2;
    damaged[middle] ^= 0xFF;
    let damaged = write(&folder, "damaged.jsonl.gz", damaged);
    let output = run(&[text_of(&damaged), "--format", "jsonl"]);
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
    let (output, peak) = peak(&mut nutgraf(&["-", "--format", "jsonl"]), feed);
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
    let folder = folder();
    // Ten gigabytes would take their time; a low limit shows the same.
    let zeros = vec![b' '; 8 << 20];
    let line = [b"{\"text\": \"".as_slice(), &zeros, b"\"}\n", cluster(1).as_bytes()].concat();
    write(&folder, "bomb.jsonl.gz", gzip(&line));
    write(&folder, "bomb.txt.gz", gzip(&zeros));
    write(&folder, "bomb.html.gz", gzip(&zeros));
    write(&folder, "bomb.json.gz", gzip(&[b"[\"".as_slice(), &zeros, b"\"]"].concat()));
    write(&folder, "good.jsonl.gz", gzip(cluster(2).as_bytes()));
    let mut command =
        nutgraf(&[text_of(folder.path()), "--format", "jsonl", "--max-record-bytes", "200000"]);
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
    let folder = folder();
    let long = format!("{FIRST} {SECOND} ").repeat(50);
    let of = |count: usize| {
        let documents: Vec<Value> = (0..count).map(|n| json!({"id": n, "text": long})).collect();
        format!("{}\n", json!({"id": "c", "documents": documents}))
    };
    let limit = (long.len() + 200).to_string();
    let run_on = |content: &str| {
        let path = write(&folder, "a.jsonl", content);
        run(&[text_of(&path), "--format", "jsonl", "--max-record-bytes", &limit])
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
        let (output, peak) = peak(&mut nutgraf(&["-", "--format", "jsonl"]), feed);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(lines(&output.stdout).len(), count);
        peak
    };
    let (few, many) = (of(200), of(6000));
    assert!(many < few + (8 << 20), "{few} and {many} bytes");
}

#[test]
fn results_are_there_before_the_input_ends() {
    let mut child = nutgraf(&["-", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    for number in 0..20 {
        input.write_all(cluster(number).as_bytes()).expect("written");
        // The next cluster is written only when the summary of this one has come.
        let mut line = String::new();
        output.read_line(&mut line).expect("a summary");
        assert!(line.contains(&format!("\"id\":\"c{number}\"")), "{line}");
    }
    drop(input);
    assert!(child.wait().expect("it ends").success());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let folder = folder();
    let path = write(&folder, "a.jsonl", clusters(50));
    let full = File::create("/dev/full").expect("/dev/full");
    let output = nutgraf(&[text_of(&path)]).stdout(full).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("cannot write to standard output"), "{}", errors(&output));
    assert!(errors(&output).contains("No space left"), "{}", errors(&output));
    let output = run(&[text_of(&path), "-o", "/dev/full"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("cannot write `/dev/full`"), "{}", errors(&output));
    assert!(!Path::new("/dev/full.part").exists());
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = folder();
    let path = write(&folder, "a.jsonl", clusters(2000));
    let mut child = nutgraf(&[text_of(&path), "--format", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut first = String::new();
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    output.read_line(&mut first).expect("a summary");
    drop(output);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), errors(&output)), (Some(0), String::new()));
}

/// A run into `out.jsonl`, to go on where an earlier one was cut off.
fn resuming(folder: &TempDir, more: &[&str]) -> Command {
    let (input, output) = (folder.path().join("in.jsonl"), folder.path().join("out.jsonl"));
    let mut command =
        nutgraf(&[text_of(&input), "-o", text_of(&output), "--format", "jsonl", "--resume"]);
    command.args(more).stderr(Stdio::piped());
    command
}

/// Waits until the part has so many bytes; false when the run ended before.
fn reaches(child: &mut Child, part: &Path, bytes: u64) -> bool {
    loop {
        if fs::metadata(part).is_ok_and(|data| data.len() >= bytes) {
            return true;
        }
        if child.try_wait().expect("a child").is_some() {
            return false;
        }
        std::thread::sleep(Duration::from_micros(200));
    }
}

#[test]
fn killed_at_fifty_points_a_run_gives_the_same_bytes() {
    let folder = folder();
    // Some clusters are bad: their errors must come once, too.
    let text: String = (0..2000)
        .map(|n| match n % 97 {
            13 => "{\"id\": \"bad\"\n".to_owned(),
            57 => format!("{{\"id\": \"none{n}\", \"documents\": [{{\"text\": \"\"}}]}}\n"),
            _ => cluster(n),
        })
        .collect();
    let input = write(&folder, "in.jsonl", text);
    let unbroken = folder.path().join("unbroken.jsonl");
    let output = run(&[text_of(&input), "-o", text_of(&unbroken), "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    let expected = fs::read(&unbroken).expect("the output");
    let said = errors(&output);

    // Points anywhere in the output, from a fixed seed.
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut points: Vec<u64> = (0..50)
        .map(|_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % (expected.len() as u64 * 9 / 10)
        })
        .collect();
    points.sort_unstable();
    let (out, part) = (folder.path().join("out.jsonl"), folder.path().join("out.jsonl.part"));
    let mut kills = 0;
    for point in points {
        let mut child = resuming(&folder, &[]).spawn().expect("the binary runs");
        let reached = reaches(&mut child, &part, point);
        child.kill().expect("killed");
        child.wait().expect("it ends");
        assert!(reached && !out.exists(), "the run ended before it was killed");
        kills += 1;
        let done = fs::read(&part).expect("the part");
        assert!(expected.starts_with(&done), "the part is no beginning of the whole");
    }
    assert_eq!(kills, 50);
    let output = resuming(&folder, &[]).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(errors(&output), said);
    assert!(fs::read(&out).expect("the output") == expected, "the bytes differ");
    let left = fs::read_dir(folder.path()).expect("the folder").count();
    assert_eq!(left, 3, "nothing is left beside the input and the two outputs");
}

/// Begins a run and kills it on the way.
fn begin(folder: &TempDir, more: &[&str]) -> PathBuf {
    write(folder, "in.jsonl", clusters(400));
    let part = folder.path().join("out.jsonl.part");
    let mut child = resuming(folder, more).spawn().expect("the binary runs");
    assert!(reaches(&mut child, &part, 5000), "the run ended before it was killed");
    child.kill().expect("killed");
    child.wait().expect("it ends");
    part
}

#[test]
fn a_part_of_other_input_or_settings_is_refused() {
    let folder = folder();
    let part = begin(&folder, &[]);
    let kept = fs::read(&part).expect("the part");
    let refused = |output: Output, said: &str| {
        assert_eq!(output.status.code(), Some(2));
        assert!(errors(&output).contains(said), "{said}: {}", errors(&output));
        assert!(fs::read(&part).expect("the part").starts_with(&kept[..4000]));
    };
    let other = resuming(&folder, &["--words", "20"]).output().expect("the binary runs");
    refused(other, "was made with other settings");
    // One letter of the second cluster.
    write(&folder, "in.jsonl", clusters(400).replacen("number 1 ", "number 7 ", 1));
    let other = resuming(&folder, &[]).output().expect("the binary runs");
    refused(other, "was made from other input: record 2 differs");
    write(&folder, "in.jsonl", clusters(400));
    fs::remove_file(folder.path().join("out.jsonl.part.journal")).expect("removed");
    let other = resuming(&folder, &[]).output().expect("the binary runs");
    refused(other, "was not made by a run that can be resumed");
    // Without --resume a run starts anew.
    let path = folder.path().join("in.jsonl");
    let out = folder.path().join("out.jsonl");
    let output = run(&[text_of(&path), "-o", text_of(&out), "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert!(out.exists() && !part.exists());
}

#[test]
fn a_part_made_with_other_known_articles_is_refused() {
    let folder = folder();
    let known = write(&folder, "known.jsonl", cluster(9999));
    let knowing = ["--known", text_of(&known)];
    let part = begin(&folder, &knowing);
    write(&folder, "known.jsonl", cluster(1));
    let other = resuming(&folder, &knowing).output().expect("the binary runs");
    assert_eq!(other.status.code(), Some(2));
    assert!(errors(&other).contains("was made with other settings"), "{}", errors(&other));
    assert!(part.exists());
    write(&folder, "known.jsonl", cluster(9999));
    let same = resuming(&folder, &knowing).output().expect("the binary runs");
    assert!(!errors(&same).contains("was made with"), "{}", errors(&same));
    assert!(!part.exists());
}

#[test]
fn input_that_has_grown_is_gone_on_with() {
    let folder = folder();
    begin(&folder, &[]);
    write(&folder, "in.jsonl", clusters(500));
    assert!(resuming(&folder, &[]).status().expect("the binary runs").success());
    let records = lines(&fs::read(folder.path().join("out.jsonl")).expect("the output"));
    assert_eq!(records.len(), 500);
}

#[test]
fn a_complete_file_is_left_alone_and_other_formats_cannot_be_resumed() {
    let folder = folder();
    write(&folder, "in.jsonl", clusters(2));
    let out = write(&folder, "out.jsonl", "complete\n");
    let output = resuming(&folder, &[]).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(0));
    assert!(errors(&output).contains("is complete"), "{}", errors(&output));
    assert_eq!(fs::read(&out).expect("the output"), b"complete\n");
    let input = folder.path().join("in.jsonl");
    let output = run(&[text_of(&input), "-o", text_of(&out), "--resume"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("add --format jsonl"), "{}", errors(&output));
    assert_eq!(run(&[text_of(&input), "--resume"]).status.code(), Some(2));
}

#[test]
fn links_to_what_is_written_stay_links() {
    let folder = folder();
    let input = write(&folder, "in.jsonl", clusters(1));
    fs::create_dir(folder.path().join("inner")).expect("a folder");
    let (out, state) = (folder.path().join("link.jsonl"), folder.path().join("link.json"));
    symlink("inner/real.jsonl", &out).expect("a link");
    symlink("inner/real.json", &state).expect("a link");
    let (out, state) = (text_of(&out), text_of(&state));
    // What they lead to is not there before the first run.
    for _ in 0..2 {
        for arguments in [
            ["summarize", text_of(&input), "-o", out, "--format", "jsonl"].as_slice(),
            ["group", text_of(&input), "--state", state].as_slice(),
        ] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
            assert!(command.args(arguments).output().expect("the binary runs").status.success());
        }
        for link in [out, state] {
            assert!(fs::symlink_metadata(link).expect("a link").is_symlink(), "{link}");
            assert_eq!(lines(&fs::read(link).expect("the output")).len(), 1);
        }
    }
    assert_eq!(fs::read_dir(folder.path().join("inner")).expect("the folder").count(), 2);
}
