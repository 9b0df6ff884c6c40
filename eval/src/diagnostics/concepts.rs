//! Terms and bigrams: repetition, divergence from the articles, coverage of what several articles say.

use rustc_hash::{FxHashMap, FxHashSet};

pub(super) type Bigram = (String, String);

pub(super) fn bigrams(line: &[String]) -> impl Iterator<Item = Bigram> + '_ {
    line.windows(2).map(|pair| (pair[0].clone(), pair[1].clone()))
}

/// 1 − distinct / all bigrams within lines.
pub(super) fn repeated_bigrams(lines: &[Vec<String>]) -> Option<f64> {
    let all: Vec<Bigram> = lines.iter().flat_map(|line| bigrams(line)).collect();
    let distinct: FxHashSet<&Bigram> = all.iter().collect();
    (!all.is_empty()).then(|| 1.0 - distinct.len() as f64 / all.len() as f64)
}

/// How often each term occurs, in the order of the terms.
#[derive(Debug, Default)]
pub(super) struct TermCounts {
    counts: Vec<(String, f64)>,
    total: f64,
}

impl TermCounts {
    pub(super) fn new<'t>(terms: impl Iterator<Item = &'t String>) -> Self {
        let mut counts: FxHashMap<&str, f64> = FxHashMap::default();
        let mut total = 0.0;
        for term in terms {
            *counts.entry(term).or_default() += 1.0;
            total += 1.0;
        }
        let mut counts: Vec<(String, f64)> =
            counts.into_iter().map(|(term, count)| (term.to_owned(), count)).collect();
        counts.sort_by(|a, b| a.0.cmp(&b.0));
        Self { counts, total }
    }

    /// Jensen–Shannon divergence in bits; absent when either side has no term.
    pub(super) fn divergence(&self, other: &Self) -> Option<f64> {
        if self.counts.is_empty() || other.counts.is_empty() {
            return None;
        }
        // A term that only one side has adds half its probability.
        let part = |p: f64, q: f64| {
            let m = f64::midpoint(p, q);
            let term = |x: f64| if x > 0.0 { x * libm::log2(x / m) / 2.0 } else { 0.0 };
            term(p) + term(q)
        };
        let (mut sum, mut at) = (0.0, 0);
        for (term, count) in &self.counts {
            while let Some((_, count)) = other.counts.get(at).filter(|(theirs, _)| theirs < term) {
                sum += part(0.0, count / other.total);
                at += 1;
            }
            let q = match other.counts.get(at) {
                Some((theirs, count)) if theirs == term => {
                    at += 1;
                    count / other.total
                }
                _ => 0.0,
            };
            sum += part(count / self.total, q);
        }
        sum +=
            other.counts[at..].iter().map(|(_, count)| part(0.0, count / other.total)).sum::<f64>();
        Some(sum)
    }
}

/// Bigrams of two articles or more, weighted by the number of their articles.
#[derive(Debug, Default)]
pub(super) struct SharedBigrams {
    weights: FxHashMap<Bigram, u32>,
}

impl SharedBigrams {
    pub(super) fn new(articles: &[Vec<Vec<String>>]) -> Self {
        let mut weights: FxHashMap<Bigram, u32> = FxHashMap::default();
        for article in articles {
            let distinct: FxHashSet<Bigram> =
                article.iter().flat_map(|line| bigrams(line)).collect();
            // Additions to separate counters do not depend on their order.
            #[expect(clippy::iter_over_hash_type, reason = "each bigram has a counter of its own")]
            for bigram in distinct {
                *weights.entry(bigram).or_default() += 1;
            }
        }
        weights.retain(|_, articles| *articles > 1);
        Self { weights }
    }

    /// Covered weight / all weight; absent when the articles share no bigram.
    pub(super) fn coverage(&self, lines: &[Vec<String>]) -> Option<f64> {
        let all: u64 = self.weights.values().map(|&weight| u64::from(weight)).sum();
        let found: FxHashSet<Bigram> = lines.iter().flat_map(|line| bigrams(line)).collect();
        let covered: u64 = found
            .iter()
            .filter_map(|bigram| self.weights.get(bigram))
            .map(|&weight| u64::from(weight))
            .sum();
        (all > 0).then(|| covered as f64 / all as f64)
    }
}
