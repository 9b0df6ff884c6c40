//! Steering, provenance and notes: each with its effect on the corpus.

#[path = "../common/mod.rs"]
mod common;

mod asked;
mod copies;
mod dates;
mod known;
mod notes;
mod selectors;

use common::corpus;
use nutgraf::{Cluster, SummarizerBuilder, Summary};

fn cluster(id: &str) -> Cluster {
    corpus().into_iter().find(|cluster| cluster.id == id).expect("a cluster of the corpus")
}

fn summarize(builder: SummarizerBuilder, cluster: &Cluster) -> Summary {
    let summarizer = builder.build().expect("good settings");
    summarizer.summarize(cluster).expect("a summary")
}

/// Sentences of a summary that have a word.
fn with(summary: &Summary, word: &str) -> usize {
    summary.sentences().iter().filter(|s| s.text.to_lowercase().contains(word)).count()
}
