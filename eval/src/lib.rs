//! ROUGE as the reference tools compute it, with intervals, significance tests and gates for CI.
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
