//! The real binary: how tests run it, the files they give it, and what it answered.
#![allow(dead_code, reason = "few tests need all of it")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A story in two sentences.
pub(crate) const FIRST: &str =
    "The ferry Lastmark ran aground off Norvale on Tuesday with twelve people aboard.";
pub(crate) const SECOND: &str =
    "A lifeboat took all twelve off before noon, the coast guard said, and nobody was hurt.";

/// The binary, in the repository's folder, so that paths in messages are short.
pub(crate) fn nutgraf(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env("COLUMNS", "100");
    command.args(arguments).stdin(Stdio::null());
    command
}

pub(crate) fn run(arguments: &[&str]) -> Output {
    nutgraf(arguments).output().expect("the binary runs")
}

pub(crate) fn run_with_input(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = nutgraf(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    // A run that refuses its arguments does not read on.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_ref());
    child.wait_with_output().expect("it ends")
}

/// What a run said on standard error.
pub(crate) fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The records of JSON Lines.
pub(crate) fn lines(output: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(output).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// A folder that goes when the test ends. Its paths are text, as arguments are.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().expect("a folder"))
    }

    /// A folder with one file.
    pub(crate) fn with(name: &str, content: impl AsRef<[u8]>) -> Self {
        let folder = Self::new();
        folder.write(name, content);
        folder
    }

    pub(crate) fn path(&self) -> &str {
        self.0.path().to_str().expect("UTF-8")
    }

    /// The path of a file in the folder, which need not be there.
    pub(crate) fn at(&self, name: &str) -> String {
        format!("{}/{name}", self.path())
    }

    /// Writes a file, and says its path.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.at(name);
        fs::create_dir_all(Path::new(&path).parent().expect("a parent")).expect("a folder");
        fs::write(&path, content).expect("written");
        path
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        Path::new(&self.at(name)).exists()
    }

    /// How many files and folders are in it.
    pub(crate) fn count(&self) -> usize {
        fs::read_dir(self.path()).expect("the folder").count()
    }
}

pub(crate) fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(content).expect("packed");
    encoder.finish().expect("packed")
}
