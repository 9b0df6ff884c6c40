//! Prints boundary F1 of our segmentation beside the peers', set by set.
//!
//! `cargo run --release --example segment_table [-- --errors SET]`
//!
//! Gold and the peers' figures are read from `../shared/segment`; without them it says so. A
//! boundary is the end of a sentence, the last of a record left out, as in `score.py` there.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command for people")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use nutgraf::text::{Language, segment};
use serde::Deserialize;

#[derive(Deserialize)]
struct Record {
    id: String,
    lang: String,
    text: String,
    spans: Vec<(u32, u32)>,
}

#[derive(Clone, Copy, Default)]
struct Score {
    right: usize,
    extra: usize,
    missed: usize,
    exact: usize,
    records: usize,
}

impl Score {
    fn f1(self) -> f64 {
        let all = 2 * self.right + self.extra + self.missed;
        if all == 0 { 1.0 } else { 2.0 * self.right as f64 / all as f64 }
    }

    fn exact(self) -> f64 {
        self.exact as f64 / self.records.max(1) as f64
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/segment");
    if !root.is_dir() {
        eprintln!("skipped: {} is not there", root.display());
        return Ok(());
    }
    let mut arguments = std::env::args().skip(1);
    let show = match arguments.next().as_deref() {
        Some("--errors") => arguments.next(),
        _ => None,
    };
    let peers = fs::read_to_string(root.join("PEERS.md"))?;
    for folder in ["public", "public-lines"] {
        println!("\n{folder:<14} {:>7} {:>7}   best peer", "F1", "exact");
        let best = best_peers(&peers, folder);
        let mut means: BTreeMap<&str, (f64, f64, usize)> = BTreeMap::new();
        let mut paths: Vec<_> = fs::read_dir(root.join(folder))?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?;
        paths.sort();
        for path in paths {
            let set =
                path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
            let wanted = show.as_ref().is_some_and(|show| set.starts_with(show.as_str()));
            let score = measure(&path, wanted)?;
            let peer = best.get(&set).map_or(String::new(), |(f1, name)| format!("{f1:.3} {name}"));
            println!("{set:<14} {:>7.4} {:>7.3}   {peer}", score.f1(), score.exact());
            for kind in kinds(&set) {
                let mean = means.entry(kind).or_default();
                *mean = (mean.0 + score.f1(), mean.1 + score.exact(), mean.2 + 1);
            }
        }
        for (kind, (f1, exact, sets)) in means {
            let sets = sets as f64;
            println!("mean, {kind:<8} {:>7.4} {:>7.3}", f1 / sets, exact / sets);
        }
    }
    Ok(())
}

fn kinds(set: &str) -> Vec<&'static str> {
    let kinds = [
        ("all", true),
        ("English", set.starts_with("en_")),
        ("PUD", set.ends_with("_pud")),
        (
            "other",
            !set.starts_with("en_")
                && set.contains('_')
                && !set.ends_with("_pud")
                && set != "golden_en",
        ),
    ];
    kinds.into_iter().filter(|kind| kind.1).map(|kind| kind.0).collect()
}

fn measure(path: &Path, show: bool) -> Result<Score, Box<dyn Error>> {
    let mut score = Score::default();
    for line in fs::read_to_string(path)?.lines() {
        let record: Record = serde_json::from_str(line)?;
        let language = Language::from_code(&record.lang).unwrap_or_default();
        let found: Vec<(u32, u32)> =
            segment(&record.text, language).iter().map(|span| (span.start, span.end)).collect();
        let ends = |spans: &[(u32, u32)]| -> BTreeSet<u32> {
            let inner = &spans[..spans.len().saturating_sub(1)];
            inner.iter().map(|span| span.1).collect()
        };
        let (gold, ours) = (ends(&record.spans), ends(&found));
        score.right += gold.intersection(&ours).count();
        score.extra += ours.difference(&gold).count();
        score.missed += gold.difference(&ours).count();
        score.exact += usize::from(found == record.spans);
        score.records += 1;
        if show {
            for (sign, at) in ours
                .difference(&gold)
                .map(|at| ('+', *at))
                .chain(gold.difference(&ours).map(|at| ('-', *at)))
            {
                let at = at as usize;
                let left: String = record.text[..at].chars().rev().take(50).collect();
                let left: String = left.chars().rev().collect();
                let right: String = record.text[at..].chars().take(50).collect();
                println!(
                    "{sign} {} {left}⏐{right}",
                    record.id,
                    left = left.replace('\n', "⏎"),
                    right = right.replace('\n', "⏎")
                );
            }
        }
    }
    Ok(score)
}

/// The best F1 of a set in a table of `PEERS.md`, and whose it is.
fn best_peers(peers: &str, folder: &str) -> BTreeMap<String, (f64, String)> {
    let mut best = BTreeMap::new();
    let heading = format!("## {folder} (");
    let mut names: Vec<&str> = Vec::new();
    let table = peers.lines().skip_while(|line| !line.starts_with(&heading)).skip(1);
    for line in table.take_while(|line| !line.starts_with("## ")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if cells.first() == Some(&"set") {
            names = cells.get(2..).unwrap_or_default().to_vec();
            continue;
        }
        let scores = cells.iter().skip(2).map(|cell| {
            cell.trim_matches('*').split(' ').next().and_then(|f1| f1.parse::<f64>().ok())
        });
        for (name, f1) in names.iter().zip(scores) {
            let entry = best.entry(cells[0].to_owned()).or_insert((0.0, String::new()));
            if let Some(f1) = f1
                && f1 > entry.0
            {
                *entry = (f1, (*name).to_owned());
            }
        }
    }
    best
}
