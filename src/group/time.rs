//! How stories fade: articles far apart in time are less likely on one event. And which date is the
//! newest: a wrong one in the future must not make all others old.

use crate::group::Story;
use crate::published::DAY;

/// When an article was published, in seconds since 1970; `None` when it does not say.
pub(super) type Moment = Option<i64>;

/// A date later than all before it by more than this, in seconds, is taken for an error. A day and
/// a month that have changed places are four weeks apart, one day less at least.
const FAR: i64 = 21 * DAY;

/// The newest of some dates that can be believed: the last one before a gap of more than [`FAR`],
/// seen from the middle one, of two the earlier. Where most dates are right, no other counts.
///
/// No clock tells what lies in the future: two runs on the same articles must agree.
pub(super) fn newest(dates: impl IntoIterator<Item = i64>) -> Moment {
    let mut dates: Vec<i64> = dates.into_iter().collect();
    dates.sort_unstable();
    let from_middle = &dates[dates.len().saturating_sub(1) / 2..];
    let gap = from_middle.windows(2).position(|pair| !is_near(pair[1], pair[0]));
    gap.map_or_else(|| from_middle.last().copied(), |gap| from_middle.get(gap).copied())
}

/// True when a date can be believed beside the newest one.
pub(super) fn is_near(date: i64, newest: i64) -> bool {
    date <= newest.saturating_add(FAR)
}

/// The newest date of a batch: every story has one voice, so that one with many articles of a
/// wrong date does not outvote the others. `moments` is by article.
pub(super) fn newest_of_batch(moments: &[Moment], stories: &[Story]) -> Moment {
    let of = |story: &Story| newest(story.articles.iter().filter_map(|&place| moments[place]));
    newest(stories.iter().filter_map(of))
}

/// Similarity falls by the factor e for every so many days between two articles.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fading {
    pub(super) days: f64,
}

impl Fading {
    /// What a similarity is multiplied with over a gap of so many seconds; 1 where one of the
    /// dates is not known.
    pub(super) fn factor(self, gap: Option<f64>) -> f64 {
        gap.map_or(1.0, |gap| libm::exp(-gap.abs() / DAY as f64 / self.days))
    }

    /// The gap in seconds over which even a similarity of 1 falls below `threshold`.
    pub(super) fn window(self, threshold: f64) -> i64 {
        (-libm::log(threshold) * self.days * DAY as f64).ceil() as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_date_is_the_last_before_a_gap() {
        let newest = |days: &[i64]| newest(days.iter().map(|day| day * 86_400)).map(|s| s / 86_400);
        assert_eq!(newest(&[]), None);
        assert_eq!(newest(&[900]), Some(900));
        assert_eq!(newest(&[900, 3]), Some(3));
        assert_eq!(newest(&[1, 22, 43, 900]), Some(43));
        assert_eq!(newest(&[1, 2, 900, 921, 930]), Some(930));
        assert_eq!(newest(&[900, 2, 1, 1]), Some(2));
    }
}
