//! The similarity graph of a cluster's sentences, without building it.

use std::ops::Range;

use ndarray::Array1;
use rayon::prelude::*;

use crate::text::Sentence;
use crate::vector::{Rows, Term, by_article};

/// The graph whose edges are cosines: S = X Xᵀ with a zero diagonal, edges inside one article
/// scaled by `intra`. S has n² entries and is never built; its product with a vector costs
/// O(entries of X):
///
/// S v = A (f ∘ Aᵀ v) − (1 − intra) · W (Wᵀ v) − diagonal ∘ v.
///
/// A are the rows without the terms that a single sentence has, which tie it to no other; f is
/// `intra` for a term of a single article, else 1. W takes away what edges inside an article have
/// too much: it has the terms of several articles where several sentences of one have them, a
/// column for each article.
#[derive(Debug)]
pub struct SimilarityGraph {
    /// A: sentences × terms.
    across: Rows,
    /// f, by term.
    factors: Vec<f64>,
    /// W: sentences × terms of an article. Columns are numbered anew in every chunk.
    within: Rows,
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

impl SimilarityGraph {
    /// The graph of `sentences`, whose rows are `rows`; `intra` is the weight of an edge between
    /// two sentences of one article (0 to 1, 1 for no difference).
    #[must_use]
    pub fn new(rows: &Rows, sentences: &[Sentence], intra: f64) -> Self {
        let columns = Columns::new(rows, sentences);
        let size = CHUNK_SENTENCES.max(sentences.len().div_ceil(MOST_CHUNKS));
        let mut across = Rows::with_capacity(columns.shared as usize, rows.len(), columns.entries);
        let mut within = Rows::new(0);
        let mut chunks = Vec::new();
        let mut numbers = Numbers::new(rows.width());
        let mut start = 0;
        for article in by_article(sentences) {
            numbers.begin(rows, article.clone());
            for row in article.clone() {
                let (terms, weights) = rows.row(row);
                let entries = || terms.iter().copied().zip(weights.iter().copied());
                across.push(
                    entries().filter_map(|(term, weight)| Some((columns.number(term)?, weight))),
                );
                let several =
                    entries().filter(|&(term, _)| intra < 1.0 && columns.in_several(term));
                within.push(several.filter_map(|(term, weight)| Some((numbers.of(term)?, weight))));
            }
            if article.end - start >= size || article.end == rows.len() {
                chunks.push(start..article.end);
                within.widen(std::mem::take(&mut numbers.given) as usize);
                start = article.end;
            }
        }
        let numbered = (0..rows.width() as Term).filter(|&term| columns.number(term).is_some());
        let factor = |term| if columns.in_several(term) { 1.0 } else { intra };
        let factors: Vec<f64> = numbered.map(factor).collect();
        let own = |row| {
            let (terms, weights) = across.row(row);
            let squares = terms.iter().zip(weights).map(|(&term, &weight)| {
                factors[term as usize] * f64::from(weight) * f64::from(weight)
            });
            let (_, weights) = within.row(row);
            let within = weights.iter().map(|&weight| f64::from(weight) * f64::from(weight));
            squares.sum::<f64>() - (1.0 - intra) * within.sum::<f64>()
        };
        let diagonal = (0..rows.len()).map(own).collect();
        Self { across, factors, within, intra, diagonal, chunks }
    }

    /// Number of sentences.
    #[must_use]
    pub fn len(&self) -> usize {
        self.across.len()
    }

    /// True without a sentence.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.across.is_empty()
    }

    /// S·v, for `v` of one entry a sentence. Rounding may leave an entry that should be 0 just
    /// beside it.
    #[must_use]
    pub fn multiply(&self, v: &Array1<f64>) -> Array1<f64> {
        let dense = v.to_vec();
        let parts: Vec<(Vec<f64>, Vec<f64>)> = match self.chunks.as_slice() {
            [single] => vec![self.chunk_product(single, &dense)],
            several => several.par_iter().map(|chunk| self.chunk_product(chunk, &dense)).collect(),
        };
        let mut parts = parts.into_iter();
        let Some((mut sums, mut surplus)) = parts.next() else {
            return Array1::zeros(0);
        };
        for (part, tail) in parts {
            for (total, sum) in sums.iter_mut().zip(&part) {
                *total += sum;
            }
            surplus.extend(tail);
        }
        for (sum, factor) in sums.iter_mut().zip(&self.factors) {
            *sum *= factor;
        }
        let entries = |rows: Range<usize>| {
            let surplus = &surplus[rows.clone()];
            self.across.times(rows, &sums).zip(surplus).map(|(all, surplus)| all - surplus)
        };
        match self.chunks.as_slice() {
            [single] => entries(single.clone()).collect(),
            several => {
                let parts: Vec<Vec<f64>> =
                    several.par_iter().map(|chunk| entries(chunk.clone()).collect()).collect();
                parts.concat().into()
            }
        }
    }

    /// Aᵀv over the sentences of a chunk, and for each of them what A (Aᵀ v) has too much.
    fn chunk_product(&self, chunk: &Range<usize>, v: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let mut sums = vec![0.0; self.across.width()];
        let mut own_sums = vec![0.0; self.within.width()];
        let v = &v[chunk.clone()];
        self.across.add_all_to(chunk.clone(), v, &mut sums);
        self.within.add_all_to(chunk.clone(), v, &mut own_sums);
        let own = self.diagonal[chunk.clone()].iter().zip(v);
        let surplus = self.within.times(chunk.clone(), &own_sums).zip(own);
        let surplus = surplus.map(|(within, (own, v))| (1.0 - self.intra) * within + own * v);
        (sums, surplus.collect())
    }
}

/// How far the terms of the rows are spread.
struct Columns {
    /// By term: its number among those that several sentences have, or [`NONE`].
    numbers: Vec<u32>,
    /// By term: true when several articles have it.
    in_several: Vec<bool>,
    /// How many terms several sentences have.
    shared: u32,
    /// How often they have them.
    entries: usize,
}

/// No number.
const NONE: u32 = u32::MAX;

impl Columns {
    fn new(rows: &Rows, sentences: &[Sentence]) -> Self {
        let mut numbers = rows.frequencies();
        let entries = numbers.iter().filter(|&&frequency| frequency > 1).sum::<u32>() as usize;
        let mut shared = 0;
        for number in &mut numbers {
            let several = *number > 1;
            *number = if several { shared } else { NONE };
            shared += u32::from(several);
        }
        let mut in_several = vec![false; rows.width()];
        let mut first = vec![NONE; rows.width()];
        for (row, sentence) in sentences.iter().enumerate() {
            for &term in rows.row(row).0 {
                let first = &mut first[term as usize];
                if *first == NONE {
                    *first = sentence.article;
                }
                in_several[term as usize] |= *first != sentence.article;
            }
        }
        Self { numbers, in_several, shared, entries }
    }

    fn number(&self, term: Term) -> Option<u32> {
        Some(self.numbers[term as usize]).filter(|&number| number != NONE)
    }

    fn in_several(&self, term: Term) -> bool {
        self.in_several[term as usize]
    }
}

/// Numbers for the terms that several sentences of the article at hand have.
struct Numbers {
    /// By term, where the article has it: how many sentences have it, and its number.
    of_article: Vec<(u32, u32)>,
    /// The terms of the article, some more than once.
    met: Vec<Term>,
    /// Numbers given.
    given: u32,
}

impl Numbers {
    fn new(width: usize) -> Self {
        Self { of_article: vec![(0, NONE); width], met: Vec::new(), given: 0 }
    }

    /// Goes on to the next article, which has these rows.
    fn begin(&mut self, rows: &Rows, article: Range<usize>) {
        for term in self.met.drain(..) {
            self.of_article[term as usize] = (0, NONE);
        }
        article.for_each(|row| self.met.extend_from_slice(rows.row(row).0));
        for &term in &self.met {
            self.of_article[term as usize].0 += 1;
        }
    }

    /// The number of a term; `None` where a single sentence of the article has it.
    fn of(&mut self, term: Term) -> Option<u32> {
        let (sentences, number) = &mut self.of_article[term as usize];
        if *number == NONE && *sentences > 1 {
            *number = self.given;
            self.given += 1;
        }
        Some(*number).filter(|&number| number != NONE)
    }
}
