//! Cost of grouping by the size of the batch, on made-up articles of a hundred words.
//!
//! `cargo bench --bench group [-- SIZE…]` (default: 10000 30000 100000); a million takes
//! two minutes and five gigabytes. Prints articles a second, the exponent of growth from one size to
//! the next, the peak of memory so far, and BCubed F1 against the stories the articles were made
//! from.

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

mod made_up;

use std::fs;
use std::time::Instant;

use made_up::batch;
use nutgraf::group;
use nutgraf_eval::diagnostics::bcubed;

fn main() {
    let mut sizes: Vec<usize> =
        std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![10_000, 30_000, 100_000];
    }
    println!(
        "{:>9} {:>8} {:>11} {:>9} {:>9} {:>7}",
        "articles", "seconds", "articles/s", "exponent", "peak MB", "BCubed"
    );
    let mut before: Option<(f64, f64)> = None;
    for size in sizes {
        let made = batch(size);
        let start = Instant::now();
        let grouping = group(&made.articles);
        let seconds = start.elapsed().as_secs_f64();
        let mut items: Vec<(u32, u32)> = made.stories.iter().map(|&story| (0, story)).collect();
        for (story, number) in grouping.stories.iter().zip(0_u32..) {
            for &article in &story.articles {
                items[article].0 = number;
            }
        }
        let exponent = before.map_or_else(String::new, |(earlier_size, earlier)| {
            format!("{:.2}", (seconds / earlier).ln() / (size as f64 / earlier_size).ln())
        });
        println!(
            "{size:>9} {seconds:>8.2} {:>11.0} {exponent:>9} {:>9} {:>7.3}",
            size as f64 / seconds,
            peak_megabytes(),
            bcubed(&items).f,
        );
        before = Some((size as f64, seconds));
    }
}

/// Peak resident memory of the process, where the system tells; else 0.
fn peak_megabytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}
