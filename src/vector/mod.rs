//! Sentences as sparse TF-IDF rows.
//!
//! The path: the terms of every sentence as numbers ([`Terms`]), the rows ([`Rows`], sentences ×
//! terms, length 1 each), and what follows from the rows alone: how central each article is
//! ([`article_centrality`]).

mod centrality;
mod rows;
mod terms;
mod tfidf;

pub use centrality::article_centrality;
pub(crate) use centrality::{article_vector, by_article};
pub(crate) use rows::square;
pub use rows::{Row, Rows, dot};
pub use terms::{Kind, Term, Terms, TermsBuilder};
pub use tfidf::{Idf, tf_idf};
