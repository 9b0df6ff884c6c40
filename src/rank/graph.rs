//! The similarity graph of a cluster's sentences, without building it.

use std::borrow::Cow;
use std::ops::Range;

use ndarray::Array1;
use rayon::prelude::*;

use crate::rank::matrix::Matrix;
use crate::text::Sentence;
use crate::vector::{Rows, Term, by_article, square};

/// The graph whose edges are cosines: S = X Xᵀ with a zero diagonal, edges inside one article
/// scaled by `intra`. S has n² entries and is never built; its product with a vector costs
/// O(entries of X):
///
/// S v = X (f ∘ Xᵀ v) − (1 − intra) · W (Wᵀ v) − diagonal ∘ v.
///
/// f is 0 for a term of a single sentence, which ties it to no other, `intra` for a term of a
/// single article, else 1. W takes away what edges inside an article have too much: it has the
/// terms of several articles where several sentences of one have them, a column for each article.
#[derive(Debug)]
pub struct SimilarityGraph<'a> {
    /// X: sentences × terms, in small clusters those with a factor alone.
    rows: Matrix<'a>,
    /// f, by term.
    factors: Vec<f64>,
    /// W: sentences × terms of an article. Columns are numbered anew in every chunk.
    within: Matrix<'a>,
    /// Columns of W.
    within_width: usize,
    intra: f64,
    /// What a sentence would have with itself.
    diagonal: Vec<f64>,
    /// Runs of sentences, whole articles each, that are worked on side by side. They depend on the
    /// cluster alone, never on the number of threads, so that sums always run in the same order.
    chunks: Vec<Range<usize>>,
}

/// Sentences a chunk has at least; below that a second thread costs more than it brings.
const CHUNK_SENTENCES: usize = 2048;
/// Chunks at most: each needs a dense vector as wide as the vocabulary.
const MOST_CHUNKS: usize = 8;

impl<'a> SimilarityGraph<'a> {
    /// The graph of `sentences`, whose rows are `rows`; `intra` is the weight of an edge between
    /// two sentences of one article (0 to 1, 1 for no difference).
    #[must_use]
    pub fn new(rows: &'a Rows, sentences: &[Sentence], intra: f64) -> Self {
        let factors = factors(rows, sentences, intra);
        // What a factor of 0 takes away need not be there, but a large cluster is not worth a copy.
        let (rows, factors) = if rows.len() < CHUNK_SENTENCES {
            let (rows, factors) = of_ties(rows, factors);
            (Cow::Owned(rows), factors)
        } else {
            (Cow::Borrowed(rows), factors)
        };
        let size = CHUNK_SENTENCES.max(sentences.len().div_ceil(MOST_CHUNKS));
        let room = if matches!(rows, Cow::Owned(_)) { rows.entries() } else { 0 };
        let mut within = Rows::with_capacity(0, rows.len(), room);
        let mut chunks = Vec::new();
        let mut numbers = Numbers::new(rows.width());
        let mut start = 0;
        for article in by_article(sentences) {
            let of_several = |term| factors[term as usize] > intra;
            numbers.begin(&rows, article.clone(), of_several);
            within.add_renumbered(&rows, article.clone(), |term| numbers.of(term));
            if article.end - start >= size || article.end == rows.len() {
                chunks.push(start..article.end);
                within.widen(std::mem::take(&mut numbers.given) as usize);
                start = article.end;
            }
        }
        let own = |row| {
            let (terms, weights) = rows.row(row);
            let entries = terms.iter().zip(weights);
            let all = entries.map(|(&term, &weight)| {
                factors[term as usize] * f64::from(weight) * f64::from(weight)
            });
            let surplus: f64 = within.row(row).1.iter().map(|&weight| square(weight)).sum();
            all.sum::<f64>() - (1.0 - intra) * surplus
        };
        let diagonal = (0..rows.len()).map(own).collect();
        let within_width = within.width();
        let (rows, within) = match rows {
            Cow::Owned(rows) => (Matrix::of_entries(&rows), Matrix::of_entries(&within)),
            rows @ Cow::Borrowed(_) => (Matrix::Rows(rows), Matrix::Rows(Cow::Owned(within))),
        };
        Self { rows, factors, within, within_width, intra, diagonal, chunks }
    }

    /// Number of sentences.
    #[must_use]
    pub fn len(&self) -> usize {
        self.diagonal.len()
    }

    /// True without a sentence.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.diagonal.is_empty()
    }

    /// S·v, for `v` of one entry a sentence. Rounding may leave an entry that should be 0 just
    /// beside it.
    #[must_use]
    pub fn multiply(&self, v: &Array1<f64>) -> Array1<f64> {
        let v = v.as_slice().map_or_else(|| Cow::Owned(v.to_vec()), Cow::Borrowed);
        // First what there is too much of each product, in the end the product.
        let mut product = vec![0.0; self.len()];
        let product_of = |(chunk, surplus)| self.chunk_product(chunk, &v, surplus);
        let mut sums = match self.chunks.as_slice() {
            [single] => product_of((single, &mut product)),
            several => {
                let parts = several.par_iter().zip(self.parted(&mut product));
                joined(parts.map(product_of).collect())
            }
        };
        for (sum, factor) in sums.iter_mut().zip(&self.factors) {
            *sum *= factor;
        }
        let write = |(chunk, own): (&Range<usize>, &mut [f64])| {
            for (own, entry) in own.iter_mut().zip(self.rows.times(chunk.clone(), &sums)) {
                *own = entry - *own;
            }
        };
        match self.chunks.as_slice() {
            [single] => write((single, &mut product)),
            several => several.par_iter().zip(self.parted(&mut product)).for_each(write),
        }
        product.into()
    }

    /// One entry a sentence, chunk by chunk.
    fn parted<'p>(&self, mut all: &'p mut [f64]) -> Vec<&'p mut [f64]> {
        let own = |chunk: &Range<usize>| all.split_off_mut(..chunk.len()).unwrap_or_default();
        self.chunks.iter().map(own).collect()
    }

    /// Xᵀv over the sentences of a chunk; `surplus` becomes what X (f ∘ Xᵀ v) has too much for each
    /// of them.
    fn chunk_product(&self, chunk: &Range<usize>, v: &[f64], surplus: &mut [f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.factors.len()];
        let mut own_sums = vec![0.0; self.within_width];
        let v = &v[chunk.clone()];
        self.rows.add_all_to(chunk.clone(), v, &mut sums);
        self.within.add_all_to(chunk.clone(), v, &mut own_sums);
        let own = self.diagonal[chunk.clone()].iter().zip(v);
        let within = self.within.times(chunk.clone(), &own_sums);
        for ((surplus, within), (own, v)) in surplus.iter_mut().zip(within).zip(own) {
            *surplus = (1.0 - self.intra) * within + own * v;
        }
        sums
    }
}

/// The sums of several chunks.
fn joined(parts: Vec<Vec<f64>>) -> Vec<f64> {
    let mut parts = parts.into_iter();
    let mut sums = parts.next().unwrap_or_default();
    for part in parts {
        for (total, sum) in sums.iter_mut().zip(&part) {
            *total += sum;
        }
    }
    sums
}

/// The rows with those terms alone that have a factor, numbered anew, and their factors: vectors of
/// a product have no entry for the others, which are most.
fn of_ties(rows: &Rows, mut factors: Vec<f64>) -> (Rows, Vec<f64>) {
    let mut numbers = vec![NONE; factors.len()];
    let mut ties = 0;
    for (term, number) in numbers.iter_mut().enumerate() {
        let factor = factors[term];
        let tie = factor > 0.0;
        *number = if tie { ties as Term } else { NONE };
        // Nobody can foretell which are ties: what is none is written over.
        factors[ties] = factor;
        ties += usize::from(tie);
    }
    factors.truncate(ties);
    let number = |term: Term| Some(numbers[term as usize]).filter(|&number| number != NONE);
    let mut of_ties = Rows::with_capacity(ties, rows.len(), rows.entries());
    of_ties.add_renumbered(rows, 0..rows.len(), number);
    (of_ties, factors)
}

/// By term: 0 where a single sentence has it, `intra` where a single article has it, else 1.
fn factors(rows: &Rows, sentences: &[Sentence], intra: f64) -> Vec<f64> {
    // By term: the first and the last article that has it, and how many sentences.
    let mut met = vec![(u32::MAX, 0, 0); rows.width()];
    for article in by_article(sentences) {
        let own = sentences[article.start].article;
        for &term in rows.of_all(article).0 {
            let (first, last, sentences) = &mut met[term as usize];
            *first = own.min(*first);
            *last = own;
            *sentences += 1;
        }
    }
    let factor = |(first, last, sentences)| {
        let of_several = if first == last { intra } else { 1.0 };
        if sentences > 1 { of_several } else { 0.0 }
    };
    met.into_iter().map(factor).collect()
}

/// No number.
const NONE: u32 = u32::MAX;

/// Numbers for the terms that several sentences of the article at hand have.
struct Numbers {
    /// By term, where the article has it: how many sentences have it, and its number.
    of_article: Vec<(u32, u32)>,
    /// The rows of the article.
    article: Range<usize>,
    /// Numbers given.
    given: u32,
}

impl Numbers {
    fn new(width: usize) -> Self {
        Self { of_article: vec![(0, NONE); width], article: 0..0, given: 0 }
    }

    /// Goes on to the next article, which has these rows. Only terms that `may` have a number get one.
    fn begin(&mut self, rows: &Rows, article: Range<usize>, may: impl Fn(Term) -> bool) {
        for &term in rows.of_all(std::mem::replace(&mut self.article, article.clone())).0 {
            self.of_article[term as usize] = (0, NONE);
        }
        for &term in rows.of_all(article).0 {
            self.of_article[term as usize].0 += u32::from(may(term));
        }
    }

    /// The number of a term; `None` where a single sentence of the article has it.
    fn of(&mut self, term: Term) -> Option<u32> {
        let (sentences, number) = &mut self.of_article[term as usize];
        let first = *sentences > 1 && *number == NONE;
        *number = if first { self.given } else { *number };
        self.given += u32::from(first);
        Some(*number).filter(|&number| number != NONE)
    }
}
