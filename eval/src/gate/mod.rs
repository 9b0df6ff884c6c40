//! Gates for continuous integration: a report against the baseline file of its corpus.

mod baseline;
mod compare;
mod outcome;
mod render;

pub use baseline::{Baseline, BaselineCluster, BaselineMetric, BaselineSystem};
pub use compare::compare;
pub use outcome::{Check, Fallen, Gate, Tolerance, Verdict};
