//! Measures beyond ROUGE. All but the order and the groupings' need no reference: only the summary
//! and the articles.
//!
//! Terms are those of the Unicode tokenizer ([`crate::rouge::Tokenizer::Unicode`]), unstemmed.

mod concepts;
mod groupings;
mod names;
mod order;
mod origin;
mod summary;

pub use groupings::{GroupingScore, bcubed, pairwise};
pub use order::Told;
pub(crate) use summary::Measure;
pub use summary::{Articles, Diagnostics};

pub(crate) use crate::rouge::unicode_terms as terms;
