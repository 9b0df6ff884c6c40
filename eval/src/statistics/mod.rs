//! Intervals and significance. Everything is drawn from seeded generators of our own: the same input
//! gives the same numbers on every machine.

mod interval;
mod random;
mod significance;

pub use interval::{Interval, Resampling, bootstrap_intervals};
pub(crate) use interval::{mean, percentile, whole};
pub(crate) use random::{Drand48, Mt19937, SplitMix64};
pub use significance::{approximate_randomisation, holm, paired_bootstrap};
