//! Reference rows for a table: what a summary should beat (leads, random choices) and could reach (oracles).
//! They take plain sentences, so that any segmenter and any counting of words will do.

mod lead;
mod oracle;

pub use lead::{lead_most_central, lead_round_robin, lead_whole_sentences, random_summaries};
pub use oracle::{Sentence, exact_oracle, greedy_oracle};
