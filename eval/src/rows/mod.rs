//! Reference rows for a table: what a summary can and should at least score.

mod oracle;

pub use oracle::{Sentence, greedy_oracle};
