//! How stories fade: articles far apart in time are less likely on one event.

/// When an article was published, in seconds since 1970; `None` when it does not say.
pub(super) type Moment = Option<i64>;

const SECONDS_A_DAY: f64 = 86_400.0;

/// Similarity falls by the factor e for every so many days between two articles.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fading {
    pub(super) days: f64,
}

impl Fading {
    /// What a similarity is multiplied with over a gap of so many seconds; 1 where one of the
    /// dates is not known.
    pub(super) fn factor(self, gap: Option<f64>) -> f64 {
        gap.map_or(1.0, |gap| libm::exp(-gap.abs() / SECONDS_A_DAY / self.days))
    }

    /// The gap in seconds over which even a similarity of 1 falls below `threshold`.
    pub(super) fn window(self, threshold: f64) -> i64 {
        (-libm::log(threshold) * self.days * SECONDS_A_DAY).ceil() as i64
    }
}
