//! nutgraf: the few sentences that say what happened, each with its source.
#![forbid(unsafe_code)]

mod span;
pub mod text;

pub use span::Span;
