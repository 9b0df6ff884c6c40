//! Links the binary at a fixed address.
//!
//! It holds some forty thousand addresses, most of them in tables of the formats it reads. In a
//! binary that may be loaded anywhere the loader writes each of them anew, and so copies two hundred
//! pages, at every start: as long as a summary of a short cluster takes. Where it stands in memory
//! hides nothing in a program without unsafe code of its own.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |key: &str| env::var(key).unwrap_or_default();
    if target("CARGO_CFG_TARGET_OS") == "linux" && target("CARGO_CFG_TARGET_ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bin=nutgraf=-no-pie");
    }
}
