//! Evaluating systems: any number of them on the same clusters, with intervals and tests.

mod evaluation;
mod lengths;
mod report;

pub use evaluation::{Cluster, Evaluation, System};
pub(crate) use lengths::words;
pub use lengths::{Lengths, first_words};
pub use report::{ClusterResult, Comparison, MetricResult, Problems, Report, SystemResult};
