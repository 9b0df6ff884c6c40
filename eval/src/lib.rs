//! ROUGE as the reference tools compute it, with intervals, significance tests and gates for CI.
#![forbid(unsafe_code)]

mod error;
pub mod rouge;

pub use error::Error;
