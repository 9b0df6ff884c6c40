//! Scores summaries as the reference ROUGE programs do, and says how sure the numbers are.
//!
//! - [`rouge`]: one candidate against its references, in the two profiles that are in use.
//! - [`harness`]: systems side by side on the same clusters, with intervals and tests.
//! - [`rows`]: leads, random choices and oracles to compare with.
//! - [`diagnostics`]: measures beyond ROUGE, most without references.
//! - [`gate`]: a report against a baseline file, for CI.
//! - [`output`]: reports for people and programs.
//! - [`statistics`]: the intervals and tests alone.
//!
//! ```
//! use nutgraf_eval::rouge::{Metric, Options, Scorer};
//!
//! let scorer = Scorer::new(Options::google())?;
//! let scores = scorer.score("The harbour froze.", &["The old harbour froze over."])?;
//! assert_eq!(scores.get(Metric::N(1)).map(|score| score.r), Some(0.6));
//! # Ok::<(), nutgraf_eval::Error>(())
//! ```
//!
//! Data goes one way: texts → [`rouge::Scorer`] → [`harness::Report`] → [`output`] and [`gate`]. Modules import one way
//! too: statistics, rouge, diagnostics, harness, rows, output, gate, each only from those before it.
#![forbid(unsafe_code)]

pub mod diagnostics;
mod error;
pub mod gate;
pub mod harness;
pub mod output;
pub mod rouge;
pub mod rows;
pub mod statistics;

pub use error::Error;

/// The examples of the README, run as doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
