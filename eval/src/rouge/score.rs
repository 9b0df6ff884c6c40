//! Precision, recall and F, and how counts become scores.

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Metric, Multi, Profile};
use crate::statistics::mean;

/// Precision, recall and F measure, each between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Score {
    /// Precision: hits / units of the candidate.
    pub p: f64,
    /// Recall: hits / units of the reference.
    pub r: f64,
    /// F measure of the two.
    pub f: f64,
}

impl Score {
    /// The mean of each of the three numbers; zeros for no scores.
    #[must_use]
    pub fn mean(scores: &[Self]) -> Self {
        let mean = |part: fn(&Self) -> f64| mean(scores.iter().map(part));
        Self { p: mean(|s| s.p), r: mean(|s| s.r), f: mean(|s| s.f) }
    }
}

/// The scores of one candidate, in the order in which the metrics were asked for.
/// Serialises as a map from metric name to `{"p","r","f"}`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scores(Vec<(Metric, Score)>);

impl Scores {
    pub(crate) fn new(scores: Vec<(Metric, Score)>) -> Self {
        Self(scores)
    }

    /// The score of one metric, if it was asked for.
    #[must_use]
    pub fn get(&self, metric: Metric) -> Option<Score> {
        self.0.iter().find(|(m, _)| *m == metric).map(|&(_, score)| score)
    }

    /// All scores in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Metric, Score)> + '_ {
        self.0.iter().copied()
    }
}

impl Serialize for Scores {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (metric, score) in &self.0 {
            map.serialize_entry(metric, score)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Scores {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Scores;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a map from metric name to {p, r, f}")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scores, A::Error> {
                let mut scores = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    scores.push(entry);
                }
                Ok(Scores(scores))
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

/// What one metric counts for one candidate and one reference (or several, added up).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Counts {
    /// Units that both texts have, clipped.
    pub(crate) hits: f64,
    /// Units of the candidate.
    pub(crate) candidate: f64,
    /// Units of the reference.
    pub(crate) reference: f64,
    /// What the recall that chooses among references divides by: the units of the reference,
    /// but for ROUGE-W before they are weighted for the second time.
    pub(crate) base: f64,
}

impl Counts {
    pub(crate) fn new(hits: f64, candidate: f64, reference: f64) -> Self {
        Self { hits, candidate, reference, base: reference }
    }

    /// The sum of the counts against each of several references: a pooled ratio.
    pub(crate) fn pool(each: &[Self]) -> Self {
        each.iter().fold(Self::default(), |sum, one| Self {
            hits: sum.hits + one.hits,
            candidate: sum.candidate + one.candidate,
            reference: sum.reference + one.reference,
            base: sum.base + one.base,
        })
    }

    /// The counts that ROUGE-1.5.5 uses with `-f A` (all pooled) or `-f B` (the reference with the
    /// highest recall, the first on ties; n-grams and skip-bigrams compare rounded recalls).
    pub(crate) fn choose155(each: &[Self], metric: Metric, multi: Multi) -> Self {
        if multi != Multi::Best {
            return Self::pool(each);
        }
        let recall = |counts: &Self| match metric {
            Metric::L | Metric::Lsum | Metric::W(_) => ratio(metric, counts.hits, counts.base),
            _ => round5(ratio(metric, counts.hits, counts.base)),
        };
        let mut best = each.first().copied().unwrap_or_default();
        for counts in each.iter().skip(1) {
            if recall(counts) > recall(&best) {
                best = *counts;
            }
        }
        best
    }
}

/// hits / units; 0 when there are no units. ROUGE-W takes the root that undoes its weighting.
pub(crate) fn ratio(metric: Metric, hits: f64, units: f64) -> f64 {
    if units <= 0.0 {
        return 0.0;
    }
    match metric {
        Metric::W(weight) => libm::pow(hits / units, 1.0 / weight),
        _ => hits / units,
    }
}

/// F = P·R / ((1−α)·P + α·R); α = 1 gives P, α = 0 gives R.
pub(crate) fn f_measure(p: f64, r: f64, alpha: f64) -> f64 {
    let divisor = (1.0 - alpha) * p + alpha * r;
    if divisor > 0.0 { p * r / divisor } else { 0.0 }
}

/// The nearest number of five decimals, as C's `%.5f` prints it.
pub(crate) fn round5(x: f64) -> f64 {
    let scaled = x * 1e5;
    // Multiplying by 1e5 is off by less than 1e-10 here, so only near a half can the formatter
    // decide differently; there it is asked.
    if (scaled - scaled.floor() - 0.5).abs() > 1e-6 && scaled.abs() < 1e9 {
        scaled.round() / 1e5
    } else {
        format!("{x:.5}").parse().unwrap_or(x)
    }
}

/// One metric's score against all references by the rules of the profile.
pub(crate) fn combine(
    metric: Metric,
    each: &[Counts],
    profile: Profile,
    multi: Multi,
    alpha: f64,
) -> Score {
    let one = |counts: &Counts| match profile {
        Profile::Google => score_google(metric, counts, alpha),
        Profile::Rouge155 => score155(metric, counts, alpha),
    };
    match (multi, profile) {
        (Multi::Average, _) => Score::mean(&each.iter().map(one).collect::<Vec<_>>()),
        (Multi::Pooled, _) => one(&Counts::pool(each)),
        (Multi::Best, Profile::Rouge155) => one(&Counts::choose155(each, metric, multi)),
        (Multi::Best, Profile::Google) => each
            .iter()
            .map(one)
            .reduce(|best, next| if next.f > best.f { next } else { best })
            .unwrap_or_default(),
    }
}

fn score_google(metric: Metric, counts: &Counts, alpha: f64) -> Score {
    let p = ratio(metric, counts.hits, counts.candidate);
    let r = ratio(metric, counts.hits, counts.reference);
    // The reference tool's order of operations, to the last bit, for the balanced F.
    let balanced = (alpha - 0.5).abs() < f64::EPSILON;
    let f = match p + r > 0.0 {
        true if balanced => 2.0 * p * r / (p + r),
        true => f_measure(p, r, alpha),
        false => 0.0,
    };
    Score { p, r, f }
}

fn score155(metric: Metric, counts: &Counts, alpha: f64) -> Score {
    let p = round5(ratio(metric, counts.hits, counts.candidate));
    let r = round5(ratio(metric, counts.hits, counts.reference));
    Score { p, r, f: round5(f_measure(p, r, alpha)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f_is_computed_from_rounded_ratios() {
        // R 5/8, P 5/6: exactly 10/14 = .714286, but .62500 and .83333 give .71428.
        let counts = Counts::new(5.0, 6.0, 8.0);
        assert_eq!(
            score155(Metric::N(1), &counts, 0.5),
            Score { p: 0.83333, r: 0.625, f: 0.71428 }
        );
    }

    #[test]
    fn rounding_is_that_of_the_decimal_formatter() {
        for i in 0..20_000_u32 {
            let x = f64::from(i) / 20_000.0 + 5e-6 * f64::from(i % 3);
            assert_eq!(
                round5(x).to_bits(),
                format!("{x:.5}").parse::<f64>().unwrap().to_bits(),
                "{x}"
            );
        }
    }

    #[test]
    fn scores_keep_their_order_in_json() {
        let score = Score { p: 0.5, r: 1.0, f: 2.0 / 3.0 };
        let scores = Scores::new(vec![(Metric::L, score), (Metric::N(1), score)]);
        let json = serde_json::to_string(&scores).unwrap();
        assert!(json.starts_with(r#"{"rougeL":{"p":0.5,"r":1.0,"f":0.66"#), "{json}");
        assert_eq!(serde_json::from_str::<Scores>(&json).unwrap(), scores);
    }
}
