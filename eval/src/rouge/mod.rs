//! ROUGE (Lin 2004) as two reference programs compute it: Google's rouge-score 0.1.2 and the Perl
//! script ROUGE-1.5.5.
//!
//! *Hits* are the units (n-grams, positions of a common subsequence, skip-bigrams) that candidate and
//! reference share, each counted at most as often as either text has it. P = hits / units of the
//! candidate, R = hits / units of the reference, F = P·R / ((1−α)·P + α·R).

mod aggregate;
mod corpus;
mod lcs;
mod lexicon;
mod limit;
mod metric;
mod ngram;
mod options;
mod porter;
mod score;
mod scorer;
mod text;
mod tokenize;
mod vocabulary;
mod weighted;

pub use aggregate::{BootstrapAggregator, Bounds};
pub use corpus::{
    Averaging, CorpusCounts, CorpusOptions, CorpusScore, rouge155_corpus, rouge155_counts,
};
pub use lexicon::{DATA_VARIABLE, Exceptions, StopWords};
pub use limit::Limit;
pub use metric::Metric;
pub use options::{Multi, Options, Profile, Tokenizer};
pub use score::{Score, Scores};
pub use scorer::Scorer;
pub use text::Reference;
pub(crate) use text::Text;
pub(crate) use tokenize::{is_unspaced, unicode_terms};
