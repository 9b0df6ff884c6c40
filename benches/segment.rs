//! Throughput of segmentation, words and terms, in bytes of text a second.
//!
//! `cargo bench --bench segment [-- FILTER]`
//!
//! `segment/<language>` runs on the sets in `../shared/segment/public` where they are there, and on
//! a made-up English text otherwise. `hostile/<kind>/<bytes>` runs on input meant to be slow: time a
//! byte must not grow with the size.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use nutgraf::text::{Analyzer, Language, sentences, words};
use serde::Deserialize;

/// Texts are repeated up to this size, in bytes.
const SIZE: usize = 1 << 20;

#[derive(Deserialize)]
struct Record {
    lang: String,
    text: String,
}

/// A text of about [`SIZE`] bytes for each language.
fn texts() -> BTreeMap<Language, String> {
    let mut texts: BTreeMap<Language, String> = BTreeMap::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/segment/public");
    let mut paths: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        for line in fs::read_to_string(path).unwrap_or_default().lines() {
            let Ok(record) = serde_json::from_str::<Record>(line) else { continue };
            let language = Language::from_code(&record.lang).unwrap_or_default();
            let text = texts.entry(language).or_default();
            text.push_str(&record.text);
            text.push_str("\n\n");
        }
    }
    if texts.is_empty() {
        texts.insert(Language::English, made_up());
    }
    for text in texts.values_mut() {
        let once = text.clone();
        while text.len() < SIZE {
            text.push_str(&once);
        }
    }
    texts
}

/// News without sense, with abbreviations, numbers and quotations in it.
fn made_up() -> String {
    const NAMES: [&str; 6] =
        ["Mr. Oduya", "Gov. Lind", "the council", "Dr. J. K. Maro", "police", "Arvo Inc."];
    const VERBS: [&str; 5] = ["said", "denied", "closed", "reopened", "paid $1,250.50 for"];
    const REST: [&str; 5] = [
        "the bridge at 5 p.m. on Friday",
        "a plan that no one had seen before the vote in the upper house",
        "“nothing new”, as a reporter put it",
        "2.5 percent of the budget",
        "the road from St. Olav to the U.S. border",
    ];
    let mut text = String::new();
    let mut state = 7_u64;
    let mut draw = |from: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % from
    };
    while text.len() < SIZE {
        let (name, verb, rest) = (draw(NAMES.len()), draw(VERBS.len()), draw(REST.len()));
        let end = if draw(12) == 0 { ".\n\n" } else { ". " };
        let _ = write!(text, "On Monday {} {} {}{end}", NAMES[name], VERBS[verb], REST[rest]);
    }
    text
}

fn throughput(criterion: &mut Criterion) {
    let texts = texts();
    let mut group = criterion.benchmark_group("segment");
    for (language, text) in &texts {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(
            BenchmarkId::from_parameter(language.name()),
            text,
            |bencher, text| {
                bencher.iter(|| sentences(black_box(text), *language).count());
            },
        );
    }
    group.finish();

    for language in [Language::English, Language::German, Language::Chinese] {
        let Some(text) = texts.get(&language) else { continue };
        let mut group = criterion.benchmark_group(format!("terms/{}", language.name()));
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("words", |bencher| {
            bencher.iter(|| {
                words(black_box(text), language).map(|word| word.folded.len()).sum::<usize>()
            });
        });
        group.bench_function("terms", |bencher| {
            let mut analyzer = Analyzer::new(language);
            bencher.iter(|| {
                let mut stems = 0;
                analyzer.terms(black_box(text), |term| stems += term.stem.len());
                stems
            });
        });
        group.finish();
    }
}

fn hostile(criterion: &mut Criterion) {
    let kinds = [
        ("stops", "."),
        ("spaced stops", ". "),
        ("quotes", "\""),
        ("spaced quotes", "\" . "),
        ("closed stops", ".\")"),
        ("brackets", ".)"),
        ("capitals", "A"),
        ("initials", "A. "),
        ("line breaks", "\n"),
        ("short lines", "a\n"),
        ("long lines", "a sentence that goes on and on until it is fifty long,\nand "),
        ("one word", "a"),
        ("stops in one word", "a.B"),
        ("list items", "1. a "),
        ("spaces", " "),
        ("bullets", "• "),
        ("references", ".[1]"),
        ("questions", "?\" A "),
    ];
    let mut group = criterion.benchmark_group("hostile");
    group.sample_size(10);
    for (kind, unit) in kinds {
        for size in [SIZE / 16, SIZE] {
            let text = unit.repeat(size / unit.len());
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(BenchmarkId::new(kind, size), &text, |bencher, text| {
                bencher.iter(|| sentences(black_box(text), Language::English).count());
            });
        }
    }
    group.finish();
}

criterion_group!(benches, throughput, hostile);
criterion_main!(benches);
