//! The errors of this package.

use std::path::PathBuf;

/// What can go wrong. Messages are for people: what, where, and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A metric name that no profile knows.
    #[error(
        "unknown metric `{name}`; known are rouge1 to rouge9, rougeL, rougeLsum, rougeW-1.2, rougeS4, rougeSU4, rougeS*, rougeSU*"
    )]
    UnknownMetric {
        /// The name as given.
        name: String,
    },
    /// A metric that the chosen profile does not define.
    #[error("{metric} is not part of the {profile} profile: {hint}")]
    MetricNotInProfile {
        /// The metric's name.
        metric: String,
        /// The profile's name.
        profile: String,
        /// What to do instead.
        hint: &'static str,
    },
    /// An option outside its range.
    #[error("{option} is {value}; it must be {range}")]
    InvalidOption {
        /// The option's name.
        option: &'static str,
        /// The value as given.
        value: String,
        /// The values allowed.
        range: &'static str,
    },
    /// A candidate without any reference to compare it with.
    #[error("no reference to score against; give at least one")]
    NoReference,
    /// A cluster without any reference.
    #[error("cluster `{cluster}` has no reference to score against; give at least one")]
    ClusterWithoutReference {
        /// The cluster's id.
        cluster: String,
    },
    /// A reference that another scorer prepared: its term numbers mean nothing here.
    #[error("the reference was prepared by another scorer; prepare it with this one")]
    ForeignReference,
    /// A file that cannot be read or written.
    #[error("cannot {action} `{}`", path.display())]
    File {
        /// `read` or `write`.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file whose content is not what it should be.
    #[error("{}:{line}: {problem}", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong with it and what would be right.
        problem: String,
    },
    /// The stop list that stop-word removal needs is not there.
    #[error(
        "no stop list: give a file (one word a line), or set ROUGE_EVAL_HOME to the data folder of the ROUGE-1.5.5 package, which holds smart_common_words.txt"
    )]
    NoStopWords,
    /// An evaluation without clusters.
    #[error("no cluster to evaluate on; add at least one with references")]
    NoClusters,
    /// A system that the report does not have.
    #[error("no system `{name}` in this report; it has {known}")]
    UnknownSystem {
        /// The name as given.
        name: String,
        /// The names there are.
        known: String,
    },
}
