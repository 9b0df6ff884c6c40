//! What can go wrong in the library.

/// An error of the summariser. Reading input has its own: [`crate::input::Problem`].
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A setting outside its range.
    #[error("`{name}` is {value}: it must be {allowed}")]
    Setting {
        /// The setting, as the builder and the command line call it.
        name: &'static str,
        /// The value given.
        value: String,
        /// The range or the values allowed.
        allowed: String,
    },
    /// A cluster in which no sentence was found to choose from.
    #[error("cluster {cluster:?} has no sentence to choose from: {why}")]
    NoSentence {
        /// The cluster's id.
        cluster: String,
        /// Why: no articles, empty texts, only dropped lines, no words.
        why: &'static str,
    },
    /// A budget in which not even the shortest sentence fits.
    #[error(
        "cluster {cluster:?}: no sentence fits the budget of {budget}; the shortest needs {shortest}"
    )]
    BudgetTooSmall {
        /// The cluster's id.
        cluster: String,
        /// The budget, as `100 words`.
        budget: String,
        /// What the shortest sentence needs, as `7 words`.
        shortest: String,
    },
    /// An article of 4 GiB or more: offsets are 32 bits.
    #[error("article {article:?} has {bytes} bytes of text: the limit is 4 GiB; split it")]
    TextTooLong {
        /// The article's id.
        article: String,
        /// Its length in bytes.
        bytes: usize,
    },
    /// A cluster whose articles have 4 GiB of text or more together.
    #[error("cluster {cluster:?} has {bytes} bytes of text: the limit is 4 GiB; split it")]
    ClusterTooLong {
        /// The cluster's id.
        cluster: String,
        /// The length of all its articles in bytes.
        bytes: usize,
    },
}
