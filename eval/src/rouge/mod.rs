//! ROUGE (Lin 2004) as two reference programs compute it: Google's rouge-score 0.1.2 and the Perl
//! script ROUGE-1.5.5.
//!
//! With *hits* the units that candidate and reference share, P = hits / units of the candidate, R = hits / units of the
//! reference, and F = P·R / ((1−α)·P + α·R), with α = ½ the harmonic mean. The units:
//!
//! | metric | units | hits |
//! |---|---|---|
//! | rougeN | n-grams of the whole text | Σ min(count in the candidate, count in the reference) |
//! | rougeL, google | tokens | length of the longest common subsequence of the whole texts |
//! | rougeLsum, and rougeL of rouge155 | tokens | for each reference sentence the union of its subsequences with all candidate sentences, each token clipped by its counts in both texts |
//! | rougeW-w | reference: (Σ lengthʷ of its sentences)ʷ; candidate: lengthʷ | Σ runʷ over the runs of that union; P and R are taken to the power 1/w |
//! | rougeSd | pairs of tokens with at most d between them | as rougeN |
//! | rougeSUd | those pairs, and every token but the last | as rougeN |
//!
//! Of several longest subsequences both programs take the one that walking back from the end finds, preferring to go back in the reference
//! on ties; it matters for the union. ROUGE-1.5.5 rounds P and R to five decimals, computes F from those and rounds it too. That the reference is
//! weighted twice in rougeW, and that rougeSU leaves out the last token, are faults of the script that published scores contain.
//!
//! Without tokens, or without pairs of them, a score is 0, also that of an empty text against itself.

mod aggregate;
mod corpus;
mod lcs;
mod lexicon;
mod limit;
mod metric;
mod ngram;
mod occurrences;
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
