//! What goes wrong in a night: bad records, cut files, bombs, loops, full disks, closed pipes,
//! kills. The rest is done, and what was wrong is said.
#![cfg(unix)]

mod input;
mod output;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

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
