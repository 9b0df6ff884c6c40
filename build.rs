//! Links the binary at a fixed address.
//!
//! It holds some forty thousand addresses. In a binary that may be loaded anywhere the loader writes
//! each of them anew at every start, and so copies two hundred pages: a quarter of a short run. The
//! price is that the program always stands at one place in memory; it has no unsafe code of its own.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |key: &str| env::var(key).unwrap_or_default();
    if target("CARGO_CFG_TARGET_OS") == "linux" && target("CARGO_CFG_TARGET_ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bin=nutgraf=-no-pie");
    }
}
