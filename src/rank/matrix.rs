//! A sparse matrix that is multiplied with vectors again and again.

use std::borrow::Cow;
use std::ops::Range;

use crate::vector::{Rows, Term};

/// Rows in the form that is fastest to multiply.
#[derive(Debug)]
pub(super) enum Matrix<'a> {
    /// As they are: a large cluster is not worth a copy.
    Rows(Cow<'a, Rows>),
    /// Entry by entry, row by row. In a small cluster most rows have a few entries, and a loop for
    /// each would begin and end more than it does.
    Entries(Vec<Entry>),
}

/// An entry of a matrix.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    row: u32,
    column: Term,
    weight: f64,
}

/// What a sum of no numbers is.
const NO_SUM: f64 = -0.0;

impl Matrix<'_> {
    /// The entries of rows that are always multiplied all together.
    pub(super) fn of_entries(rows: &Rows) -> Self {
        let mut entries = Vec::with_capacity(rows.entries());
        for number in 0..rows.len() {
            let (columns, weights) = rows.row(number);
            let row = number as u32;
            entries.extend(columns.iter().zip(weights).map(|(&column, &weight)| Entry {
                row,
                column,
                weight: f64::from(weight),
            }));
        }
        Self::Entries(entries)
    }

    /// Adds every row of a range, each times its entry of `scales`, to a dense vector.
    pub(super) fn add_all_to(&self, rows: Range<usize>, scales: &[f64], dense: &mut [f64]) {
        match self {
            Self::Rows(matrix) => matrix.add_all_to(rows, scales, dense),
            Self::Entries(entries) => {
                for &Entry { row, column, weight } in entries {
                    dense[column as usize] += scales[row as usize] * weight;
                }
            }
        }
    }

    /// The dot product of every row of a range with a dense vector, in order.
    pub(super) fn times(&self, rows: Range<usize>, dense: &[f64]) -> Vec<f64> {
        match self {
            Self::Rows(matrix) => matrix.times(rows, dense).collect(),
            Self::Entries(entries) => {
                let mut products = vec![NO_SUM; rows.len()];
                for &Entry { row, column, weight } in entries {
                    products[row as usize] += weight * dense[column as usize];
                }
                products
            }
        }
    }
}
