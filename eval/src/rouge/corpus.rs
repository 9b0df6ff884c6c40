//! The averages and intervals that ROUGE-1.5.5 prints over many evaluations.

use super::score::{Counts, combine, f_measure, round5};
use super::{Metric, Multi, Profile, Score, Scorer};
use crate::Error;
use crate::statistics::{Drand48, whole};

/// How the evaluations become one number (`-t`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Averaging {
    /// Every evaluation counts the same (`-t 0`).
    #[default]
    Evaluations,
    /// Hits and units are summed before dividing, so that long texts count more (`-t 1`). ROUGE-W then stays weighted.
    Tokens,
}

/// The script's bootstrap (`-r`, `-c`) and averaging (`-t`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CorpusOptions {
    /// Evaluations or tokens.
    pub averaging: Averaging,
    /// The number of samples.
    pub samples: usize,
    /// Per cent of the sample means that the interval covers.
    pub confidence: f64,
}

impl Default for CorpusOptions {
    fn default() -> Self {
        Self { averaging: Averaging::Evaluations, samples: 1000, confidence: 95.0 }
    }
}

impl CorpusOptions {
    fn check(&self) -> Result<(), Error> {
        if self.samples == 0 {
            return Err(Error::InvalidOption {
                option: "the number of samples",
                value: "0".to_owned(),
                range: "1 or more",
            });
        }
        if !(0.0..=100.0).contains(&self.confidence) {
            return Err(Error::InvalidOption {
                option: "the confidence of intervals in per cent",
                value: self.confidence.to_string(),
                range: "between 0 and 100",
            });
        }
        Ok(())
    }
}

/// One metric over a corpus, to five decimals.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct CorpusScore {
    /// The metric.
    pub metric: Metric,
    /// What the script calls the average: the mean of the sample means, not of the scores.
    pub average: Score,
    /// Lower ends.
    pub low: Score,
    /// Upper ends.
    pub high: Score,
}

/// The sums that `-t 2` prints, cut to whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct CorpusCounts {
    /// The metric.
    pub metric: Metric,
    /// Units of the references (models).
    pub m_count: u64,
    /// Units of the candidates (peers).
    pub p_count: u64,
    /// Hits.
    pub h_count: u64,
}

/// The averages that ROUGE-1.5.5 prints for evaluations 1, 2, … of one system, each a candidate with its references.
///
/// # Errors
/// [`Error::InvalidOption`] unless the scorer has the rouge155 profile, for options out of range, and for
/// [`Averaging::Tokens`] with [`Multi::Average`]; [`Error::NoReference`] for a candidate without one.
///
/// ```
/// use nutgraf_eval::rouge::{CorpusOptions, Options, Scorer, rouge155_corpus};
///
/// let scorer = Scorer::new(Options::rouge155())?;
/// let items = [("the storm came", ["the storm came early"]), ("it rained", ["snow fell"])];
/// let scores = rouge155_corpus(&scorer, &items, CorpusOptions::default())?;
/// assert!((scores[0].average.r - 0.375).abs() < 0.02);
/// # Ok::<(), nutgraf_eval::Error>(())
/// ```
pub fn rouge155_corpus<C, R, I>(
    scorer: &Scorer,
    items: &[(C, R)],
    options: CorpusOptions,
) -> Result<Vec<CorpusScore>, Error>
where
    C: AsRef<str>,
    R: AsRef<[I]>,
    I: AsRef<str>,
{
    options.check()?;
    if options.averaging == Averaging::Tokens {
        check_summed(scorer)?;
    }
    let alpha = scorer.options().alpha;
    let evaluations = evaluations(scorer, items)?;
    let average = |(at, &metric): (usize, &Metric)| {
        let each_counts = evaluations.iter().map(|evaluation| &evaluation[at]);
        match options.averaging {
            Averaging::Evaluations => {
                let each: Vec<Score> = each_counts
                    .map(|counts| {
                        combine(metric, counts, Profile::Rouge155, scorer.options().multi, alpha)
                    })
                    .collect();
                resample(metric, &each, options, Score::mean)
            }
            Averaging::Tokens => {
                let chosen: Vec<Counts> = each_counts
                    .map(|each| Counts::choose155(each, metric, scorer.options().multi))
                    .collect();
                resample(metric, &chosen, options, |sample| {
                    let sum = Counts::pool(sample);
                    let share = |units: f64| if units > 0.0 { sum.hits / units } else { 0.0 };
                    let (p, r) = (share(sum.candidate), share(sum.reference));
                    Score { p, r, f: f_measure(p, r, alpha) }
                })
            }
        }
    };
    Ok(scorer.options().metrics.iter().enumerate().map(average).collect())
}

/// The sums of units and hits over the evaluations, as `-t 2` prints them.
///
/// # Errors
/// As [`rouge155_corpus`] with [`Averaging::Tokens`].
pub fn rouge155_counts<C, R, I>(
    scorer: &Scorer,
    items: &[(C, R)],
) -> Result<Vec<CorpusCounts>, Error>
where
    C: AsRef<str>,
    R: AsRef<[I]>,
    I: AsRef<str>,
{
    check_summed(scorer)?;
    let evaluations = evaluations(scorer, items)?;
    let sum = |(at, &metric): (usize, &Metric)| {
        let chosen: Vec<Counts> = evaluations
            .iter()
            .map(|evaluation| Counts::choose155(&evaluation[at], metric, scorer.options().multi))
            .collect();
        let sum = Counts::pool(&chosen);
        let whole = |x: f64| whole(x) as u64;
        CorpusCounts {
            metric,
            m_count: whole(sum.reference),
            p_count: whole(sum.candidate),
            h_count: whole(sum.hits),
        }
    };
    Ok(scorer.options().metrics.iter().enumerate().map(sum).collect())
}

/// Units that are summed over evaluations cannot be averaged over references before.
fn check_summed(scorer: &Scorer) -> Result<(), Error> {
    match scorer.options().multi {
        Multi::Best | Multi::Pooled => Ok(()),
        Multi::Average => Err(Error::InvalidOption {
            option: "the rule for several references",
            value: Multi::Average.to_string(),
            range: "pooled or best where units are summed over evaluations",
        }),
    }
}

/// For each evaluation and metric the counts against each reference, in the script's order: by number as a string.
fn evaluations<C, R, I>(scorer: &Scorer, items: &[(C, R)]) -> Result<Vec<Vec<Vec<Counts>>>, Error>
where
    C: AsRef<str>,
    R: AsRef<[I]>,
    I: AsRef<str>,
{
    if scorer.options().profile != Profile::Rouge155 {
        return Err(Error::InvalidOption {
            option: "the profile of corpus averages",
            value: scorer.options().profile.to_string(),
            range: "rouge155; the google profile has BootstrapAggregator",
        });
    }
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|at| format!("{}.", at + 1));
    let count = |at: usize| {
        let (candidate, references) = &items[at];
        let references: Vec<_> =
            references.as_ref().iter().map(|text| scorer.reference(text.as_ref())).collect();
        scorer.counts(&scorer.read(candidate.as_ref()), &references)
    };
    order.into_iter().map(count).collect()
}

/// The script's bootstrap: sample i is drawn with perl's `srand(i)`; the average printed is the mean of the samples.
fn resample<T: Copy>(
    metric: Metric,
    instances: &[T],
    options: CorpusOptions,
    average: impl Fn(&[T]) -> Score,
) -> CorpusScore {
    let n = instances.len();
    let mut samples = Vec::with_capacity(options.samples);
    for seed in 0..options.samples as u32 {
        let mut random = Drand48::new(seed);
        // rand() is at least 0 and below 1.
        let sample: Vec<T> = (0..n).map(|_| instances[whole(random.next() * n as f64)]).collect();
        samples.push(average(&sample));
    }
    let mean = Score::mean(&samples);
    let sorted = |part: fn(&Score) -> f64| {
        let mut values: Vec<f64> = samples.iter().map(part).collect();
        values.sort_by(f64::total_cmp);
        values
    };
    let (p, r, f) = (sorted(|s| s.p), sorted(|s| s.r), sorted(|s| s.f));
    let total = options.samples as f64;
    let delta = total * ((100.0 - options.confidence) / 2.0) / 100.0;
    let upper = (total - delta - 1.0).max(0.0);
    let (low, high, fraction) = (whole(delta), whole(upper), upper - upper.floor());
    let at = |sorted: &[f64], index: usize| {
        let value = |index| sorted.get(index).copied().unwrap_or(0.0);
        round5(value(index) + (value(index + 1) - value(index)) * fraction)
    };
    let bound = |index| Score { p: at(&p, index), r: at(&r, index), f: at(&f, index) };
    CorpusScore {
        metric,
        average: Score { p: round5(mean.p), r: round5(mean.r), f: round5(mean.f) },
        low: bound(low),
        high: bound(high),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rouge::Options;

    #[test]
    fn options_that_cannot_be_are_refused() {
        let scorer = |multi| {
            let mut options = Options::rouge155();
            options.multi = multi;
            Scorer::new(options).unwrap()
        };
        let items = [("a b", ["a c", "b"])];
        let sound = CorpusOptions::default();
        for options in [
            CorpusOptions { samples: 0, ..sound },
            CorpusOptions { confidence: 150.0, ..sound },
            CorpusOptions { confidence: f64::NAN, ..sound },
        ] {
            assert!(rouge155_corpus(&scorer(Multi::Pooled), &items, options).is_err());
        }
        let tokens = CorpusOptions { averaging: Averaging::Tokens, ..sound };
        assert!(rouge155_corpus(&scorer(Multi::Average), &items, sound).is_ok());
        assert!(rouge155_corpus(&scorer(Multi::Average), &items, tokens).is_err());
        assert!(rouge155_counts(&scorer(Multi::Average), &items).is_err());
        assert!(rouge155_counts(&scorer(Multi::Best), &items).is_ok());
    }
}
