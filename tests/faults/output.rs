//! Output that cannot be written or is cut off: full disks, closed pipes, runs that are killed and
//! resumed.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use crate::binary::{Folder, errors, lines, nutgraf, run};
use crate::{cluster, clusters};

#[test]
fn results_are_there_before_the_input_ends() {
    let mut child = nutgraf(&["summarize", "-", "--format", "jsonl"])
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
    let folder = Folder::new();
    let path = folder.write("a.jsonl", clusters(50));
    let full = File::create("/dev/full").expect("/dev/full");
    let output = nutgraf(&["summarize", &path]).stdout(full).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("cannot write to standard output"), "{}", errors(&output));
    assert!(errors(&output).contains("No space left"), "{}", errors(&output));
    let output = run(&["summarize", &path, "-o", "/dev/full"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("cannot write `/dev/full`"), "{}", errors(&output));
    assert!(!Path::new("/dev/full.part").exists());
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = Folder::new();
    let path = folder.write("a.jsonl", clusters(2000));
    let mut child = nutgraf(&["summarize", &path, "--format", "jsonl"])
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
fn resuming(folder: &Folder, more: &[&str]) -> Command {
    let (input, output) = (folder.at("in.jsonl"), folder.at("out.jsonl"));
    let mut command =
        nutgraf(&["summarize", &input, "-o", &output, "--format", "jsonl", "--resume"]);
    command.args(more).stderr(Stdio::piped());
    command
}

/// Waits until the part has so many bytes; false when the run ended before.
fn reaches(child: &mut Child, part: &str, bytes: u64) -> bool {
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
    let folder = Folder::new();
    // Some clusters are bad: their errors must come once, too.
    let text: String = (0..2000)
        .map(|n| match n % 97 {
            13 => "{\"id\": \"bad\"\n".to_owned(),
            57 => format!("{{\"id\": \"none{n}\", \"documents\": [{{\"text\": \"\"}}]}}\n"),
            _ => cluster(n),
        })
        .collect();
    let input = folder.write("in.jsonl", text);
    let unbroken = folder.at("unbroken.jsonl");
    let output = run(&["summarize", &input, "-o", &unbroken, "--format", "jsonl"]);
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
    let (out, part) = (folder.at("out.jsonl"), folder.at("out.jsonl.part"));
    let mut kills = 0;
    for point in points {
        let mut child = resuming(&folder, &[]).spawn().expect("the binary runs");
        let reached = reaches(&mut child, &part, point);
        child.kill().expect("killed");
        child.wait().expect("it ends");
        assert!(reached && !folder.has("out.jsonl"), "the run ended before it was killed");
        kills += 1;
        let done = fs::read(&part).expect("the part");
        assert!(expected.starts_with(&done), "the part is no beginning of the whole");
    }
    assert_eq!(kills, 50);
    let output = resuming(&folder, &[]).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(errors(&output), said);
    assert!(fs::read(&out).expect("the output") == expected, "the bytes differ");
    assert_eq!(folder.count(), 3, "nothing is left beside the input and the two outputs");
}

/// Begins a run and kills it on the way.
fn begin(folder: &Folder, more: &[&str]) -> String {
    folder.write("in.jsonl", clusters(400));
    let part = folder.at("out.jsonl.part");
    let mut child = resuming(folder, more).spawn().expect("the binary runs");
    assert!(reaches(&mut child, &part, 5000), "the run ended before it was killed");
    child.kill().expect("killed");
    child.wait().expect("it ends");
    part
}

#[test]
fn a_part_of_other_input_or_settings_is_refused() {
    let folder = Folder::new();
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
    folder.write("in.jsonl", clusters(400).replacen("number 1 ", "number 7 ", 1));
    let other = resuming(&folder, &[]).output().expect("the binary runs");
    refused(other, "was made from other input: record 2 differs");
    folder.write("in.jsonl", clusters(400));
    fs::remove_file(folder.at("out.jsonl.part.journal")).expect("removed");
    let other = resuming(&folder, &[]).output().expect("the binary runs");
    refused(other, "was not made by a run that can be resumed");
    // Without --resume a run starts anew.
    let path = folder.at("in.jsonl");
    let out = folder.at("out.jsonl");
    let output = run(&["summarize", &path, "-o", &out, "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert!(folder.has("out.jsonl") && !folder.has("out.jsonl.part"));
}

#[test]
fn a_part_made_with_other_known_articles_is_refused() {
    let folder = Folder::new();
    let known = folder.write("known.jsonl", cluster(9999));
    let knowing = ["--known", &known];
    begin(&folder, &knowing);
    folder.write("known.jsonl", cluster(1));
    let other = resuming(&folder, &knowing).output().expect("the binary runs");
    assert_eq!(other.status.code(), Some(2));
    assert!(errors(&other).contains("was made with other settings"), "{}", errors(&other));
    assert!(folder.has("out.jsonl.part"));
    folder.write("known.jsonl", cluster(9999));
    let same = resuming(&folder, &knowing).output().expect("the binary runs");
    assert!(!errors(&same).contains("was made with"), "{}", errors(&same));
    assert!(!folder.has("out.jsonl.part"));
}

#[test]
fn input_that_has_grown_is_gone_on_with() {
    let folder = Folder::new();
    begin(&folder, &[]);
    folder.write("in.jsonl", clusters(500));
    assert!(resuming(&folder, &[]).status().expect("the binary runs").success());
    let records = lines(&fs::read(folder.at("out.jsonl")).expect("the output"));
    assert_eq!(records.len(), 500);
}

#[test]
fn a_complete_file_is_left_alone_and_other_formats_cannot_be_resumed() {
    let folder = Folder::new();
    folder.write("in.jsonl", clusters(2));
    let out = folder.write("out.jsonl", "complete\n");
    let output = resuming(&folder, &[]).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(0));
    assert!(errors(&output).contains("is complete"), "{}", errors(&output));
    assert_eq!(fs::read(&out).expect("the output"), b"complete\n");
    let input = folder.at("in.jsonl");
    let output = run(&["summarize", &input, "-o", &out, "--resume"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("add --format jsonl"), "{}", errors(&output));
    assert_eq!(run(&["summarize", &input, "--resume"]).status.code(), Some(2));
}

#[test]
fn links_to_what_is_written_stay_links() {
    let folder = Folder::new();
    let input = folder.write("in.jsonl", clusters(1));
    fs::create_dir(folder.at("inner")).expect("a folder");
    let (out, state) = (&folder.at("link.jsonl"), &folder.at("link.json"));
    symlink("inner/real.jsonl", out).expect("a link");
    symlink("inner/real.json", state).expect("a link");
    // What they lead to is not there before the first run.
    for _ in 0..2 {
        for arguments in [
            ["summarize", &input, "-o", out, "--format", "jsonl"].as_slice(),
            ["group", &input, "--state", state].as_slice(),
        ] {
            assert!(run(arguments).status.success());
        }
        for link in [out, state] {
            assert!(fs::symlink_metadata(link).expect("a link").is_symlink(), "{link}");
            assert_eq!(lines(&fs::read(link).expect("the output")).len(), 1);
        }
    }
    assert_eq!(fs::read_dir(folder.at("inner")).expect("the folder").count(), 2);
}
