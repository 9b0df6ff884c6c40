//! TF-IDF weights.

use std::ops::Range;

use rayon::prelude::*;

use crate::vector::{Rows, Term, Terms};

/// The TF-IDF rows of a cluster's sentences: sentences × terms, every row of length 1 (or empty),
/// so that the dot product of two rows is their cosine.
///
/// Weight of a term = (1 + ln count) · ln(n / df), over the cluster's n sentences, df of which
/// have the term; stop words and terms of every sentence have none (Salton & Buckley 1988,
/// logarithmic tf and plain idf). O(terms + entries · log(entries of a row)).
#[must_use]
pub fn tf_idf(terms: &Terms) -> Rows {
    Idf::new(terms).rows(terms)
}

/// A term that fewer sentences have is rare.
const RARE: u32 = 8;

/// How rare each term of a cluster is.
#[derive(Clone, Debug)]
pub struct Idf {
    /// By term: ln(n / df); 0 where no sentence has it.
    weights: Vec<f64>,
}

impl Idf {
    /// Counts the sentences of a cluster.
    #[must_use]
    pub fn new(terms: &Terms) -> Self {
        // A sentence alone has words that weigh, too.
        Self::of_at_least(2, terms)
    }

    /// Counts the sentences of a cluster as `least` where they are fewer: what all of few sentences
    /// have may still be what they are about.
    #[must_use]
    pub fn of_at_least(least: usize, terms: &Terms) -> Self {
        let sentences = terms.len().max(least) as f64;
        let log = |df: u32| libm::log(sentences / f64::from(df));
        // Most terms are rare, and the logarithm of few numbers is asked for.
        let logs: Vec<f64> = (1..RARE).map(log).collect();
        let idf = |(term, df): (u32, u32)| match df {
            0 => 0.0,
            _ if !terms.is_content(term) => 0.0,
            1..RARE => logs[df as usize - 1],
            _ => log(df),
        };
        Self { weights: (0..).zip(terms.frequencies()).map(idf).collect() }
    }

    /// Counts the sentences of a cluster and of the texts beside it, of the same vocabulary, as one:
    /// ln((n + 1) / df), so that few sentences too have words that weigh.
    #[must_use]
    pub fn of_both(terms: &Terms, beside: &Terms) -> Self {
        let sentences = (terms.len() + beside.len() + 1) as f64;
        let both = terms.frequencies().into_iter().zip(beside.frequencies());
        let idf = |(term, (own, other)): (u32, (u32, u32))| match own + other {
            0 => 0.0,
            _ if !terms.is_content(term) => 0.0,
            df => libm::log(sentences / f64::from(df)),
        };
        Self { weights: (0..).zip(both).map(idf).collect() }
    }

    /// The share of a sentence's weight that lies in terms which `has` tells, from 0 to 1; 0 for a
    /// sentence without weight.
    pub fn share(&self, terms: &[Term], has: impl Fn(Term) -> bool) -> f64 {
        let (mut inside, mut all) = (0.0, 0.0);
        for &term in terms {
            let weight = self.weights[term as usize];
            all += weight;
            inside += if has(term) { weight } else { 0.0 };
        }
        if all > 0.0 { inside / all } else { 0.0 }
    }

    /// The rows of sentences of the same vocabulary: sentences × terms, each of length 1 or empty.
    #[must_use]
    pub fn rows(&self, terms: &Terms) -> Rows {
        let chunks: Vec<Range<usize>> = (0..terms.len())
            .step_by(CHUNK_SENTENCES)
            .map(|start| start..terms.len().min(start + CHUNK_SENTENCES))
            .collect();
        let one = |chunk: &Range<usize>| self.chunk(terms, chunk.clone());
        if let [single] = chunks.as_slice() {
            return one(single);
        }
        // A few chunks at a time: until they are joined, they are in memory twice.
        let mut rows = Rows::with_capacity(terms.distinct(), terms.len(), self.places(terms));
        for wave in chunks.chunks(rayon::current_num_threads()) {
            let parts: Vec<Rows> = wave.par_iter().map(one).collect();
            for part in &parts {
                rows.append(part);
            }
        }
        rows
    }

    /// How many places have a term that weighs: what the rows have at most.
    fn places(&self, terms: &Terms) -> usize {
        let weighs = |&&term: &&u32| self.weights[term as usize] > 0.0;
        (0..terms.len()).map(|sentence| terms.of(sentence).iter().filter(weighs).count()).sum()
    }

    fn chunk(&self, terms: &Terms, sentences: Range<usize>) -> Rows {
        let (sorted, spans) = self.sorted(terms, sentences);
        let all = spans.iter().map(ExactSizeIterator::len).sum();
        let mut rows = Rows::with_capacity(terms.distinct(), spans.len(), all);
        // Of the row at hand.
        let (mut columns, mut weights) = (Vec::new(), Vec::new());
        for span in spans {
            columns.clear();
            weights.clear();
            for run in sorted[span].chunk_by(|a, b| a == b) {
                columns.push(run[0]);
                weights.push(log_count(run.len() as u32) * self.weights[run[0] as usize]);
            }
            let length = weights.iter().map(|weight| weight * weight).sum::<f64>().sqrt();
            let of_length_one = weights.iter().map(|weight| (weight / length) as f32);
            rows.push(columns.iter().copied(), of_length_one);
        }
        rows
    }

    /// The terms of some sentences that weigh, those of a sentence ascending, and where each
    /// sentence has its own. Each gets its term as the terms come: no two are compared, which is a
    /// branch that a processor guesses wrong half of the time.
    fn sorted(&self, terms: &Terms, sentences: Range<usize>) -> (Vec<Term>, Vec<Range<usize>>) {
        let by_term = self.by_term(terms, sentences.clone());
        let all = terms.of_all(sentences.clone()).len();
        let first = terms.start(sentences.start);
        let starts = sentences.map(|sentence| terms.start(sentence) - first);
        let mut spans: Vec<Range<usize>> = starts.map(|start| start..start).collect();
        let mut sorted = vec![0; all];
        for (term, sentence) in by_term {
            let end = &mut spans[sentence as usize].end;
            sorted[*end] = term;
            *end += 1;
        }
        (sorted, spans)
    }

    /// The terms of some sentences that weigh, each with the number of its sentence among them:
    /// term by term, those of a term in the order of the sentences.
    fn by_term(&self, terms: &Terms, sentences: Range<usize>) -> Vec<(Term, u32)> {
        let all = terms.of_all(sentences.clone());
        // By term: how often it is said, then where its next place is.
        let mut next = vec![0; terms.distinct()];
        for &term in all {
            next[term as usize] += 1;
        }
        // What weighs nothing goes to the end, from where it is cut off.
        let (mut weighing, mut others) = (0, all.len() as u32);
        for (next, &weight) in next.iter_mut().zip(&self.weights) {
            if weight > 0.0 {
                weighing += std::mem::replace(next, weighing);
            } else {
                others -= *next;
                *next = others;
            }
        }
        let mut by_term = vec![(0, 0); all.len()];
        for (number, sentence) in (0..).zip(sentences) {
            for &term in terms.of(sentence) {
                let place = &mut next[term as usize];
                by_term[*place as usize] = (term, number);
                *place += 1;
            }
        }
        by_term.truncate(weighing as usize);
        by_term
    }
}

/// Rows are made side by side in chunks of this many: sorting one takes three times the memory of its
/// rows.
const CHUNK_SENTENCES: usize = 1 << 12;

/// 1 + ln count; a count of 1 is so usual that it is worth its own branch.
fn log_count(count: u32) -> f64 {
    if count == 1 { 1.0 } else { 1.0 + libm::log(f64::from(count)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vector::{Kind, TermsBuilder};

    fn rows(sentences: &[&str]) -> Rows {
        let mut builder = TermsBuilder::default();
        for sentence in sentences {
            for word in sentence.split_whitespace() {
                builder.push(word, if word == "the" { Kind::Stop } else { Kind::Content });
            }
            builder.end_sentence();
        }
        tf_idf(&builder.finish())
    }

    #[test]
    fn rows_have_length_one() {
        let rows = rows(&["the rain fell", "rain rain dam", "the", ""]);
        for row in 0..2 {
            assert!((rows.dot(row, row) - 1.0).abs() < 1e-6);
        }
        assert_eq!((rows.row(2).0.len(), rows.row(3).0.len()), (0, 0));
    }

    #[test]
    fn weights_are_the_formula() {
        // rain: 2 of 3 sentences, dam: 1 of 3; counts 2 and 1 in the second sentence.
        let rows = rows(&["the rain", "rain rain dam", "sun"]);
        let rain = (1.0 + 2_f64.ln()) * (3.0_f64 / 2.0).ln();
        let dam = 3_f64.ln();
        let length = (rain * rain + dam * dam).sqrt();
        let (columns, weights) = rows.row(1);
        assert_eq!(columns, &[1, 2]);
        assert!((f64::from(weights[0]) - rain / length).abs() < 1e-7);
        assert!((f64::from(weights[1]) - dam / length).abs() < 1e-7);
    }

    #[test]
    fn a_term_of_every_sentence_weighs_nothing() {
        let rows = rows(&["rain fell", "rain stopped"]);
        assert_eq!(rows.row(0).0, &[1]);
    }
}
