//! The command line as users see it: the real binary, real files.

#[path = "../common/mod.rs"]
mod common;
mod eval;
mod rouge;
mod summaries;
mod usage;

use std::io::Write;
use std::process::{Command, Output, Stdio};

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
