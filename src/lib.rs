//! nutgraf: the few sentences that say what happened, each with its source.
//!
//! Give it a cluster of news articles on one event; it returns the sentences that cover what the
//! articles agree on, under a length budget, each with its place in the untouched article text
//! and with the other articles that say nearly the same.
//!
//! ```
//! use nutgraf::{Article, Budget, Cluster, Summarizer};
//!
//! let cluster = Cluster::new("bridge", vec![
//!     Article::new("wire", "The Norvale bridge was closed on Monday after a crack was found. \
//!                           Engineers will inspect it this week."),
//!     Article::new("post", "A crack has closed the bridge at Norvale, officials said on Monday. \
//!                           Drivers face a detour of 40 kilometres."),
//! ]);
//! let summarizer = Summarizer::builder().budget(Budget::Words(30)).build()?;
//! let summary = summarizer.summarize(&cluster)?;
//! for sentence in summary.sentences() {
//!     let article = &cluster.articles.iter().find(|a| a.id == sentence.article_id).unwrap();
//!     // Every sentence can be found again in its article.
//!     assert_eq!(&article.text[sentence.start as usize..sentence.end as usize], sentence.text);
//! }
//! assert!(summary.words <= 30);
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! Data moves one way through the stages, each in its module: [`input`] → [`clean`] → [`text`] →
//! [`vector`] → [`rank`] → [`select`] → [`notes`] → [`output`]. [`Summarizer`] strings them
//! together. The same input and settings give the same bytes, at any thread count and on any
//! machine.
#![forbid(unsafe_code)]

mod article;
pub mod clean;
mod error;
pub mod group;
pub mod input;
pub mod notes;
pub mod output;
pub mod parallel;
mod passage;
mod published;
pub mod rank;
mod reading;
pub mod select;
mod span;
mod summarizer;
mod summary;
pub mod text;
pub mod vector;
mod whitespace;

pub use article::{Article, Cluster};
pub use error::Error;
pub use group::{Grouping, group};
/// What saliences and graphs are made of, in the version that [`rank`] speaks.
pub use ndarray;
pub use passage::Passage;
pub use published::{is_between, published};
/// Whose pools of threads are taken, in the version that [`SummarizerBuilder::pool`] speaks.
pub use rayon;
pub use select::{Budget, Order};
pub use span::Span;
pub use summarizer::{Ranked, Selection, Summarizer, SummarizerBuilder};
pub use summary::{Disagreement, Summary, SummarySentence, Support};
pub use text::{Language, segment};

/// README's Rust examples are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
