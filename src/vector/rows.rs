//! Sparse rows: sentences × terms.

use std::ops::Range;

use crate::vector::Term;

/// A sparse matrix by rows (compressed sparse rows). Row = sentence, column = term; columns of a
/// row ascend, for [`dot`] needs that. Weights are kept in single precision and summed in double.
/// Memory: 8 bytes an entry, 4 a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// Entries `offsets[i]..offsets[i + 1]` are row `i`; rows + 1 entries.
    offsets: Vec<u32>,
    columns: Vec<Term>,
    weights: Vec<f32>,
    width: usize,
}

impl Rows {
    /// A matrix of no rows and `width` columns.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self { offsets: vec![0], columns: Vec::new(), weights: Vec::new(), width }
    }

    /// As [`new`](Self::new), with room for exactly so many rows and entries.
    pub(crate) fn with_capacity(width: usize, rows: usize, entries: usize) -> Self {
        let mut empty = Self::new(width);
        empty.offsets.reserve_exact(rows);
        empty.columns.reserve_exact(entries);
        empty.weights.reserve_exact(entries);
        empty
    }

    /// Adds a row of these columns and as many weights.
    pub(crate) fn push(
        &mut self,
        columns: impl Iterator<Item = Term>,
        weights: impl Iterator<Item = f32>,
    ) {
        self.columns.extend(columns);
        self.weights.extend(weights);
        self.offsets.push(self.columns.len() as u32);
    }

    /// Adds the rows of a matrix of as many columns.
    pub(super) fn append(&mut self, other: &Self) {
        let base = self.columns.len() as u32;
        self.offsets.extend(other.offsets[1..].iter().map(|end| base + end));
        self.columns.extend_from_slice(&other.columns);
        self.weights.extend_from_slice(&other.weights);
    }

    /// Adds rows of another matrix in other columns: `number` gives that of a term, or none for one
    /// that is left out.
    pub(crate) fn add_renumbered(
        &mut self,
        other: &Self,
        rows: Range<usize>,
        mut number: impl FnMut(Term) -> Option<Term>,
    ) {
        let mut kept = self.entries();
        let all = kept + other.of_all(rows.clone()).0.len();
        self.columns.resize(all, 0);
        self.weights.resize(all, 0.0);
        let (own_columns, own_weights) = (&mut self.columns[..], &mut self.weights[..]);
        for (columns, weights) in other.several(rows) {
            for (&column, &weight) in columns.iter().zip(weights) {
                // Nobody can foretell which are left out: all are written, and some written over.
                let number = number(column);
                own_columns[kept] = number.unwrap_or_default();
                own_weights[kept] = weight;
                kept += usize::from(number.is_some());
            }
            self.offsets.push(kept as u32);
        }
        self.columns.truncate(kept);
        self.weights.truncate(kept);
    }

    /// The same with each row times a factor.
    pub(crate) fn scaled(&self, factor: impl Fn(usize) -> f32) -> Self {
        let mut scaled = self.clone();
        for (row, ends) in self.offsets.windows(2).enumerate() {
            for weight in &mut scaled.weights[ends[0] as usize..ends[1] as usize] {
                *weight *= factor(row);
            }
        }
        scaled
    }

    /// Makes room for columns up to `width`.
    pub(crate) fn widen(&mut self, width: usize) {
        self.width = self.width.max(width);
    }

    /// By column: the number of rows that have it.
    #[must_use]
    pub fn frequencies(&self) -> Vec<u32> {
        let mut frequencies = vec![0; self.width];
        for &column in &self.columns {
            frequencies[column as usize] += 1;
        }
        frequencies
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Number of entries of all rows.
    pub(crate) fn entries(&self) -> usize {
        self.columns.len()
    }

    /// True without a row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of columns.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// The entries of a row: its columns, ascending, and their weights.
    ///
    /// # Panics
    /// When there is no such row.
    #[must_use]
    pub fn row(&self, row: usize) -> Row<'_> {
        let range = self.offsets[row] as usize..self.offsets[row + 1] as usize;
        (&self.columns[range.clone()], &self.weights[range])
    }

    /// The entries of some rows, one row after the other.
    pub(crate) fn of_all(&self, rows: Range<usize>) -> Row<'_> {
        let range = self.offsets[rows.start] as usize..self.offsets[rows.end] as usize;
        (&self.columns[range.clone()], &self.weights[range])
    }

    /// The dot product of two rows; for rows of length 1 their cosine. O(entries of both).
    ///
    /// # Panics
    /// When there is no such row.
    #[must_use]
    pub fn dot(&self, a: usize, b: usize) -> f64 {
        dot(self.row(a), self.row(b))
    }

    /// The dot product of a row with a dense vector of `width` entries.
    ///
    /// # Panics
    /// When there is no such row, or the vector is shorter than the matrix is wide.
    #[must_use]
    pub fn dot_dense(&self, row: usize, dense: &[f64]) -> f64 {
        dot_dense(self.row(row), dense)
    }

    /// Adds `scale` times a row to a dense vector of `width` entries.
    ///
    /// # Panics
    /// When there is no such row, or the vector is shorter than the matrix is wide.
    pub fn add_to(&self, row: usize, scale: f64, dense: &mut [f64]) {
        add_to(self.row(row), scale, dense);
    }

    /// The dot product of every row of a range with a dense vector of `width` entries, in order.
    ///
    /// # Panics
    /// When there are no such rows, or the vector is shorter than the matrix is wide.
    pub(crate) fn times<'a>(
        &'a self,
        rows: Range<usize>,
        dense: &'a [f64],
    ) -> impl Iterator<Item = f64> + 'a {
        self.several(rows).map(|row| dot_dense(row, dense))
    }

    /// Adds every row of a range, each times its entry of `scales`, to a dense vector of `width`
    /// entries.
    ///
    /// # Panics
    /// When there are no such rows, or the vector is shorter than the matrix is wide.
    pub(crate) fn add_all_to(&self, rows: Range<usize>, scales: &[f64], dense: &mut [f64]) {
        for (row, &scale) in self.several(rows).zip(scales) {
            add_to(row, scale, dense);
        }
    }

    /// The rows of a range, faster than one by one.
    fn several(&self, rows: Range<usize>) -> impl Iterator<Item = Row<'_>> {
        let ends = &self.offsets[rows.start..=rows.end];
        let entries = ends[0] as usize..ends[rows.len()] as usize;
        let (mut columns, mut weights) = (&self.columns[entries.clone()], &self.weights[entries]);
        ends.windows(2).map(move |ends| {
            let (own_columns, own_weights);
            let length = (ends[1] - ends[0]) as usize;
            (own_columns, columns) = columns.split_at(length);
            (own_weights, weights) = weights.split_at(length);
            (own_columns, own_weights)
        })
    }
}

/// The square of a weight.
pub(crate) fn square(weight: f32) -> f64 {
    f64::from(weight) * f64::from(weight)
}

fn dot_dense((columns, weights): Row<'_>, dense: &[f64]) -> f64 {
    let products = columns.iter().zip(weights);
    products.map(|(&column, &weight)| f64::from(weight) * dense[column as usize]).sum()
}

fn add_to((columns, weights): Row<'_>, scale: f64, dense: &mut [f64]) {
    for (&column, &weight) in columns.iter().zip(weights) {
        dense[column as usize] += scale * f64::from(weight);
    }
}

/// A row's columns, ascending, and their weights.
pub type Row<'a> = (&'a [Term], &'a [f32]);

/// The dot product of two rows of the same columns. O(entries of both).
#[must_use]
pub fn dot((a_columns, a_weights): Row<'_>, (b_columns, b_weights): Row<'_>) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a_columns.len() && j < b_columns.len() {
        let order = a_columns[i].cmp(&b_columns[j]);
        if order.is_eq() {
            sum += f64::from(a_weights[i]) * f64::from(b_weights[j]);
        }
        // Nobody can foretell which is less: nothing branches on it.
        i += usize::from(order.is_le());
        j += usize::from(order.is_ge());
    }
    sum
}
