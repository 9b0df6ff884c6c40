//! Sparse rows: sentences × terms.

use crate::vector::Term;

/// A sparse matrix by rows (compressed sparse rows). Row = sentence, column = term; columns of a
/// row ascend. Memory: 12 bytes an entry, 4 a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// Entries `offsets[i]..offsets[i + 1]` are row `i`; rows + 1 entries.
    offsets: Vec<u32>,
    columns: Vec<Term>,
    weights: Vec<f64>,
    width: usize,
}

impl Rows {
    /// A matrix of no rows and `width` columns.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self { offsets: vec![0], columns: Vec::new(), weights: Vec::new(), width }
    }

    /// Adds a row; its columns ascend.
    pub(super) fn push(&mut self, entries: impl Iterator<Item = (Term, f64)>) {
        for (column, weight) in entries {
            self.columns.push(column);
            self.weights.push(weight);
        }
        self.offsets.push(self.columns.len() as u32);
    }

    /// The rows of several matrices of `width` columns, one after the other.
    pub(super) fn join(width: usize, parts: Vec<Self>) -> Self {
        let mut parts = parts.into_iter();
        let Some(mut whole) = parts.next() else { return Self::new(width) };
        let (rows, entries) = parts
            .as_slice()
            .iter()
            .fold((0, 0), |(rows, entries), part| (rows + part.len(), entries + part.entries()));
        whole.offsets.reserve_exact(rows);
        whole.columns.reserve_exact(entries);
        whole.weights.reserve_exact(entries);
        for part in parts {
            let base = whole.columns.len() as u32;
            whole.offsets.extend(part.offsets[1..].iter().map(|end| base + end));
            whole.columns.extend(part.columns);
            whole.weights.extend(part.weights);
        }
        whole
    }

    /// The same rows without the columns that a single row has: those say nothing of two rows.
    /// The columns that stay are numbered anew, in the same order.
    #[must_use]
    pub fn shared(&self) -> Self {
        let mut numbers = self.frequencies();
        let entries: u32 = numbers.iter().filter(|&&frequency| frequency > 1).sum();
        let mut width = 0;
        for number in &mut numbers {
            let stays = *number > 1;
            *number = if stays { width } else { Term::MAX };
            width += u32::from(stays);
        }
        let mut shared = Self::new(width as usize);
        shared.offsets.reserve_exact(self.len());
        shared.columns.reserve_exact(entries as usize);
        shared.weights.reserve_exact(entries as usize);
        for row in 0..self.len() {
            let (columns, weights) = self.row(row);
            let renumbered = columns.iter().map(|&column| numbers[column as usize]);
            let entries = renumbered.zip(weights.iter().copied());
            shared.push(entries.filter(|(column, _)| *column != Term::MAX));
        }
        shared
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

    /// Number of entries that are stored.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.columns.len()
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
        let (columns, weights) = self.row(row);
        columns.iter().zip(weights).map(|(&column, weight)| weight * dense[column as usize]).sum()
    }

    /// Adds `scale` times a row to a dense vector of `width` entries.
    ///
    /// # Panics
    /// When there is no such row, or the vector is shorter than the matrix is wide.
    pub fn add_to(&self, row: usize, scale: f64, dense: &mut [f64]) {
        let (columns, weights) = self.row(row);
        for (&column, weight) in columns.iter().zip(weights) {
            dense[column as usize] += scale * weight;
        }
    }
}

/// A row's columns, ascending, and their weights.
pub type Row<'a> = (&'a [Term], &'a [f64]);

/// The dot product of two rows of the same columns. O(entries of both).
#[must_use]
pub fn dot((a_columns, a_weights): Row<'_>, (b_columns, b_weights): Row<'_>) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a_columns.len() && j < b_columns.len() {
        match a_columns[i].cmp(&b_columns[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += a_weights[i] * b_weights[j];
                i += 1;
                j += 1;
            }
        }
    }
    sum
}
