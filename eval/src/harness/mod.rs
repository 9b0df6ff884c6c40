//! Evaluating systems: any number of them on the same clusters, with intervals and tests.

mod evaluation;
mod lengths;
mod report;
mod words;

pub use evaluation::{Cluster, Evaluation, System};
pub use lengths::Lengths;
pub use report::{ClusterResult, Comparison, MetricResult, Problems, Report, SystemResult};
pub use words::first_words;
#[cfg(feature = "html")]
pub(crate) use words::pieces;
pub(crate) use words::words;
