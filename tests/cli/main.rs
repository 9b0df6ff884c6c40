//! The command line as users see it: the real binary, real files.

#[path = "../common/binary.rs"]
mod binary;
#[path = "../common/mod.rs"]
mod common;
mod eval;
mod rouge;
mod summaries;
mod usage;

use std::process::Output;

/// Exit status, standard output and standard error, for snapshots.
fn shown(output: &Output) -> String {
    format!(
        "exit {}\n---- stdout\n{}---- stderr\n{}",
        output.status.code().expect("an exit status"),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    )
}
