//! What the tests share.

use std::path::{Path, PathBuf};

use nutgraf::Cluster;

/// A file of the repository.
pub(crate) fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The clusters of `corpus/clusters.jsonl`.
pub(crate) fn corpus() -> Vec<Cluster> {
    let text = std::fs::read_to_string(file("corpus/clusters.jsonl")).expect("the corpus");
    text.lines().map(|line| serde_json::from_str(line).expect("a cluster")).collect()
}
