//! The scorer: options in, scores out.

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use super::lcs::{self, Clip};
use super::score::{Counts, combine};
use super::text::{Reader, Reference, Text};
use super::{Metric, Options, Profile, Scores, ngram, weighted};
use crate::Error;

/// Scores candidates against references. `Send + Sync`: one scorer serves all threads, and its memory
/// of words (a few dozen bytes for each distinct one) makes every further text cheaper.
///
/// ```
/// use nutgraf_eval::rouge::{Metric, Options, Scorer};
///
/// let mut options = Options::google();
/// options.stem = true;
/// let scorer = Scorer::new(options)?;
/// let scores = scorer.score("The ferries stopped.", &["The ferry stopped early."])?;
/// assert_eq!(scores.get(Metric::N(1)).map(|score| (score.p, score.r)), Some((1.0, 0.75)));
/// # Ok::<(), nutgraf_eval::Error>(())
/// ```
#[derive(Debug)]
pub struct Scorer {
    reader: Reader,
    /// Tells this scorer's references from others'.
    serial: u64,
    longest_ngram: usize,
}

impl Scorer {
    /// A scorer for these options.
    ///
    /// # Errors
    /// [`Error::InvalidOption`] for a value out of range or no metric at all, [`Error::MetricNotInProfile`]
    /// for a metric that the profile does not have.
    pub fn new(options: Options) -> Result<Self, Error> {
        static SERIAL: AtomicU64 = AtomicU64::new(0);
        options.check()?;
        let length = |metric: &Metric| if let Metric::N(n) = metric { usize::from(*n) } else { 1 };
        let longest_ngram = options.metrics.iter().map(length).max().unwrap_or(1);
        let serial = SERIAL.fetch_add(1, Ordering::Relaxed);
        Ok(Self { reader: Reader::new(options), serial, longest_ngram })
    }

    /// The options, for printing beside every score.
    #[must_use]
    pub fn options(&self) -> &Options {
        self.reader.options()
    }

    /// Reads a reference once, for many candidates.
    #[must_use]
    pub fn reference(&self, text: &str) -> Reference {
        Reference::new(self.serial, &self.reader.read(text), self.longest_ngram)
    }

    /// Scores one candidate against one or more references. Lines are sentences.
    ///
    /// # Errors
    /// [`Error::NoReference`] for an empty list.
    pub fn score(&self, candidate: &str, references: &[impl AsRef<str>]) -> Result<Scores, Error> {
        let references: Vec<_> =
            references.iter().map(|text| self.reference(text.as_ref())).collect();
        self.score_prepared(candidate, &references)
    }

    /// Scores one candidate against references read before.
    ///
    /// # Errors
    /// [`Error::NoReference`] for an empty list, [`Error::ForeignReference`] for another scorer's reference.
    pub fn score_prepared(
        &self,
        candidate: &str,
        references: &[Reference],
    ) -> Result<Scores, Error> {
        self.score_text(&self.read(candidate), references)
    }

    /// Scores many candidates, each with its references, on all threads of the current rayon pool. In order; the
    /// scores do not depend on the number of threads.
    ///
    /// ```
    /// use nutgraf_eval::rouge::{Options, Scorer};
    ///
    /// let scorer = Scorer::new(Options::google())?;
    /// let scores = scorer.score_batch(&[("a b", vec!["a b c"]), ("d", vec!["e"])]);
    /// assert_eq!(scores.len(), 2);
    /// # Ok::<(), nutgraf_eval::Error>(())
    /// ```
    #[must_use]
    pub fn score_batch<C, R>(&self, items: &[(C, Vec<R>)]) -> Vec<Result<Scores, Error>>
    where
        C: AsRef<str> + Sync,
        R: AsRef<str> + Sync,
    {
        items
            .par_iter()
            .map(|(candidate, references)| self.score(candidate.as_ref(), references))
            .collect()
    }

    /// The tokens that are compared, sentence by sentence: cut, folded, without stop words, stemmed.
    #[must_use]
    pub fn tokens(&self, text: &str) -> Vec<Vec<String>> {
        self.reader.tokens(text)
    }

    pub(crate) fn read(&self, candidate: &str) -> Text {
        self.reader.read(candidate)
    }

    pub(crate) fn score_text(
        &self,
        candidate: &Text,
        references: &[Reference],
    ) -> Result<Scores, Error> {
        let options = self.options();
        let counts = self.counts(candidate, references)?;
        let scores = options.metrics.iter().zip(counts).map(|(&metric, each)| {
            (metric, combine(metric, &each, options.profile, options.multi, options.alpha))
        });
        Ok(Scores::new(scores.collect()))
    }

    /// For each metric its counts against each reference.
    pub(crate) fn counts(
        &self,
        candidate: &Text,
        references: &[Reference],
    ) -> Result<Vec<Vec<Counts>>, Error> {
        if references.is_empty() {
            return Err(Error::NoReference);
        }
        let mut all = vec![Vec::with_capacity(references.len()); self.options().metrics.len()];
        for reference in references {
            if reference.owner != self.serial {
                return Err(Error::ForeignReference);
            }
            for (each, counts) in all.iter_mut().zip(self.compare(candidate, reference)) {
                each.push(counts);
            }
        }
        Ok(all)
    }

    /// The counts of every metric against one reference.
    fn compare(&self, candidate: &Text, reference: &Reference) -> Vec<Counts> {
        let candidate = reference.localise(candidate);
        let (words, lines) = (&candidate.whole.words, candidate.lines());
        let ours = &reference.text;
        let ngrams = reference.ngrams.overlap(ours.whole.words.len(), words);
        let clip = || Clip::new(reference.ngrams.unigrams(), words);
        let per_sentence = || {
            let hits = lcs::union_hits(ours.lines(), lines, &mut clip());
            Counts::new(f64::from(hits), words.len() as f64, ours.lines().words.len() as f64)
        };
        let skip = |distance, unigrams| {
            ngram::skip_bigrams(&ours.whole.words, words, reference.foreign(), distance, unigrams)
        };
        let count = |&metric: &Metric| match metric {
            Metric::N(n) => ngrams[usize::from(n) - 1],
            Metric::L if self.options().profile == Profile::Google => {
                let hits = lcs::length(&ours.whole.words, words, reference.foreign());
                Counts::new(hits as f64, words.len() as f64, ours.whole.words.len() as f64)
            }
            Metric::L | Metric::Lsum => per_sentence(),
            Metric::W(weight) => {
                weighted::counts(ours.lines(), lines, words.len(), &mut clip(), weight)
            }
            Metric::S(distance) => skip(distance, false),
            Metric::Su(distance) => skip(distance, true),
        };
        self.options().metrics.iter().map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scorer_serves_all_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Scorer>();
        shared::<Reference>();
    }
}
