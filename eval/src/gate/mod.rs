//! Gates for continuous integration: a report against the baseline file of its corpus.

mod baseline;
mod compare;
mod render;

pub use baseline::{Baseline, BaselineCluster, BaselineMetric, BaselineSystem};
pub use compare::{Check, Fallen, Gate, Tolerance, Verdict, compare};
