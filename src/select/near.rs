//! Which of some sentences another one nearly repeats, without looking at all pairs.

use std::sync::Arc;

use crate::vector::{Row, Rows, dot, square};

/// An index of sentences by their rarest terms.
///
/// Let the terms have one order for all rows, the rarest first, and let a row's rare terms be the
/// fewest without which it is shorter than t. Two rows of length 1 whose cosine reaches t share a
/// term that is rare in both: otherwise all they share lies in the rest of the row whose rare
/// terms end first, and that rest is too short to reach t (prefix filtering; Bayardo, Ma & Srikant
/// 2007). So few pairs meet. Exact. The first few sentences have no entries: to look at each takes
/// less time than to put a row's terms in order.
#[derive(Clone)]
pub(crate) struct Near<'a> {
    rows: &'a Rows,
    threshold: f64,
    /// The first sentences.
    first: Vec<u32>,
    /// By term: the number of rows that have it.
    frequencies: Arc<Vec<u32>>,
    /// By term: true when a sentence of the index has it.
    known: Vec<bool>,
    /// By term: the last entry of the index under it.
    last: Vec<u32>,
    /// A sentence, and the entry before it under the same term.
    index: Vec<(u32, u32)>,
    met: Vec<u32>,
    /// A row's terms, the rarest first: how many rows have it, the term, its squared weight.
    terms: Vec<(u32, u32, f64)>,
}

/// Marks a term that has no entry, and the first entry of a term.
const NONE: u32 = u32::MAX;
/// So many sentences have no entries.
const FEW: usize = 8;
/// Entries that there is room for at first.
const ROOM: usize = 64;

impl<'a> Near<'a> {
    /// An empty index for cosines of at least `threshold`. O(entries of the rows).
    pub(crate) fn new(rows: &'a Rows, threshold: f64) -> Self {
        let frequencies = Arc::new(rows.frequencies());
        let (known, last) = (vec![false; rows.width()], vec![NONE; rows.width()]);
        Self {
            rows,
            threshold,
            first: Vec::with_capacity(FEW),
            frequencies,
            known,
            last,
            index: Vec::with_capacity(ROOM),
            met: Vec::with_capacity(ROOM),
            terms: Vec::with_capacity(ROOM),
        }
    }

    /// Adds a sentence.
    pub(crate) fn insert(&mut self, sentence: u32) {
        let row = self.rows.row(sentence as usize);
        for &term in row.0 {
            self.known[term as usize] = true;
        }
        if self.first.len() < FEW {
            self.first.push(sentence);
            return;
        }
        let rare = self.rare_terms(row);
        for &(_, term, _) in &self.terms[..rare] {
            let entry = self.index.len() as u32;
            let before = std::mem::replace(&mut self.last[term as usize], entry);
            self.index.push((sentence, before));
        }
    }

    /// Calls `each` with every sentence of the index whose cosine with `sentence` reaches the
    /// threshold, in ascending order, and that cosine.
    pub(crate) fn find(&mut self, sentence: u32, each: impl FnMut(u32, f64)) {
        self.find_row(self.rows.row(sentence as usize), each);
    }

    /// As [`find`](Self::find), for any row of the same columns.
    pub(crate) fn find_row(&mut self, row: Row<'_>, mut each: impl FnMut(u32, f64)) {
        // What it has in common with any of them is shorter than the threshold for most rows.
        // Which terms are known cannot be guessed: no branch.
        let known = |&term: &u32| f64::from(self.known[term as usize]);
        let common: f64 =
            row.0.iter().zip(row.1).map(|(term, &weight)| known(term) * square(weight)).sum();
        if common < self.enough() {
            return;
        }
        self.met.extend(&self.first);
        let rare = if self.index.is_empty() { 0 } else { self.rare_terms(row) };
        for &(_, term, _) in &self.terms[..rare] {
            let mut entry = self.last[term as usize];
            while let Some(&(sentence, before)) = self.index.get(entry as usize) {
                self.met.push(sentence);
                entry = before;
            }
        }
        self.met.sort_unstable();
        self.met.dedup();
        for other in self.met.drain(..) {
            let cosine = dot(self.rows.row(other as usize), row);
            if cosine >= self.threshold {
                each(other, cosine);
            }
        }
    }

    /// Writes a row's terms into `terms`, the rarest first. Returns how many are the fewest without
    /// which the row is shorter than the threshold.
    fn rare_terms(&mut self, (columns, weights): Row<'_>) -> usize {
        self.terms.clear();
        self.terms.extend(
            columns.iter().zip(weights).map(|(&column, &weight)| {
                (self.frequencies[column as usize], column, square(weight))
            }),
        );
        self.terms.sort_unstable_by_key(|&(frequency, column, _)| (frequency, column));
        let enough = self.enough();
        let mut rest: f64 = self.terms.iter().map(|(_, _, square)| square).sum();
        let rare = self.terms.iter().take_while(|(_, _, square)| {
            let needed = rest >= enough;
            rest -= square;
            needed
        });
        rare.count()
    }

    /// The square of the threshold, and a little less: rounding must not lose a pair.
    fn enough(&self) -> f64 {
        self.threshold * self.threshold - 1e-6
    }
}
