//! Longest common subsequences. Lengths come from bit vectors (Hyyrö 2004); where positions count, the
//! same bit vectors are kept and walked back, which gives the very subsequence that a full table gives.

use super::ngram::take;
use super::occurrences::Occurrences;
use super::text::Terms;

/// The length of the longest common subsequence. Terms are numbers below `types`, or `types` for one
/// that the reference does not have. O(candidate × reference / 64) time, O(candidate + types) memory.
pub(crate) fn length(reference: &[u32], candidate: &[u32], types: u32) -> usize {
    // For each term its positions among 64 of the reference, as bits.
    let mut masks = vec![0_u64; types as usize + 1];
    // What each column of the table hands on to the next 64 positions.
    let mut carries = vec![false; candidate.len()];
    let mut length = 0;
    for part in reference.chunks(64) {
        set(&mut masks, part);
        let mut column = u64::MAX;
        for (&word, carry) in candidate.iter().zip(&mut carries) {
            (column, *carry) = advance(column, masks[word as usize], *carry);
        }
        clear(&mut masks, part);
        length += column.count_zeros() as usize;
    }
    length
}

/// The next column of the table: bit i is 0 where the length grows from reference position i to i + 1.
fn advance(column: u64, mask: u64, carry: bool) -> (u64, bool) {
    let (sum, over) = column.overflowing_add(column & mask);
    let (sum, over_carry) = sum.overflowing_add(u64::from(carry));
    (sum | (column & !mask), over | over_carry)
}

fn set(masks: &mut [u64], words: &[u32]) {
    for (at, &word) in words.iter().enumerate() {
        masks[word as usize] |= 1 << at;
    }
}

fn clear(masks: &mut [u64], words: &[u32]) {
    for &word in words {
        masks[word as usize] = 0;
    }
}

/// ROUGE-L over sentences: for each reference sentence the union of its longest common subsequences with
/// every candidate sentence; hits are its positions, clipped by how often both whole texts have the term.
pub(crate) fn union_hits(reference: &Terms, candidate: &Terms, clip: &mut Clip) -> u32 {
    let mut masks = vec![0; clip.reference.len() + 1];
    let mut rows = Vec::new();
    let mut hits = 0;
    for sentence in reference.sentences() {
        if sentence.len() <= 64 {
            set(&mut masks, sentence);
            let mut union = 0;
            for other in candidate.sentences() {
                union |= subsequence(&masks, sentence.len(), other, &mut rows);
            }
            clear(&mut masks, sentence);
            while union != 0 {
                hits += clip.take(sentence[union.trailing_zeros() as usize]);
                union &= union - 1;
            }
        } else {
            for at in long_union(sentence, candidate, clip.reference.len()) {
                hits += clip.take(sentence[at]);
            }
        }
    }
    hits
}

/// How often each term may still be hit.
pub(crate) struct Clip {
    pub(crate) reference: Vec<u32>,
    pub(crate) candidate: Vec<u32>,
}

impl Clip {
    /// `reference` counts each term; the candidate's words are in the reference's numbers.
    pub(crate) fn new(reference: &[u32], candidate: &[u32]) -> Self {
        let mut counts = vec![0; reference.len() + 1];
        for &word in candidate {
            counts[word as usize] += 1;
        }
        Self { reference: reference.to_vec(), candidate: counts }
    }

    /// 1 if both texts have the term once more, else 0.
    pub(crate) fn take(&mut self, word: u32) -> u32 {
        let word = word as usize;
        if self.reference[word] > 0 {
            take(&mut self.candidate[word]) * take(&mut self.reference[word])
        } else {
            0
        }
    }
}

/// The positions, as bits, of one longest common subsequence in a reference sentence of at most 64 terms.
///
/// It is the one that a table T, filled as usual, gives when walked back from its end: on equal terms
/// go diagonally; else to the previous candidate term if T is larger there; else (also on ties) to the
/// previous reference term. For unequal terms T[i][j−1] > T[i−1][j] holds exactly where T grows from
/// i−1 to i in column j, which is what bit i−1 of the column says, so that in one column the walk moves
/// straight down to the highest position that matches or grows.
fn subsequence(masks: &[u64], len: usize, candidate: &[u32], rows: &mut Vec<(u64, u64)>) -> u64 {
    rows.clear();
    let mut row = u64::MAX;
    let mut any = 0;
    for &word in candidate {
        let mask = masks[word as usize];
        any |= mask;
        let matches = row & mask;
        row = row.wrapping_add(matches) | (row & !mask);
        rows.push((mask, !row));
    }
    if any == 0 {
        return 0;
    }
    let mut marked = 0;
    // Positions below the current one.
    let mut below = u64::MAX >> (64 - len);
    for &(mask, grows) in rows.iter().rev() {
        let stops = (mask | grows) & below;
        if stops == 0 {
            break;
        }
        let stop = 1 << stops.ilog2();
        if mask & stop != 0 {
            marked |= stop;
            below = stop - 1;
        } else {
            below = stop | (stop - 1);
        }
    }
    marked
}

/// [`subsequence`] for longer sentences, over all candidate sentences: the positions in order.
fn long_union(sentence: &[u32], candidate: &Terms, types: usize) -> Vec<usize> {
    let mut columns = Columns::new(sentence, types);
    let mut marked = vec![false; sentence.len()];
    for other in candidate.sentences() {
        if other.iter().any(|&word| !columns.occurrences.of(word as usize).is_empty()) {
            columns.walk(other, &mut marked);
        }
    }
    (0..sentence.len()).filter(|&at| marked[at]).collect()
}

/// The columns of the table for a reference sentence of any length.
struct Columns {
    len: usize,
    /// A column's length in blocks of 64 positions.
    blocks: usize,
    occurrences: Occurrences,
    /// The positions of the term in hand, as bits.
    mask: Vec<u64>,
}

impl Columns {
    fn new(sentence: &[u32], types: usize) -> Self {
        let blocks = sentence.len().div_ceil(64);
        let occurrences = Occurrences::new(sentence, types);
        Self { len: sentence.len(), blocks, occurrences, mask: vec![0; blocks] }
    }

    /// Sets the bits of a term in the mask, which is empty before and must be emptied after.
    fn flip(&mut self, word: u32) {
        for &at in self.occurrences.of(word as usize) {
            self.mask[at as usize / 64] ^= 1 << (at % 64);
        }
    }

    fn advance(&mut self, column: &mut [u64], word: u32) {
        self.flip(word);
        let mut carry = false;
        for (bits, &mask) in column.iter_mut().zip(&self.mask) {
            (*bits, carry) = advance(*bits, mask, carry);
        }
        self.flip(word);
    }

    /// Marks one subsequence. Only every √n-th column is kept; the columns between are computed again on the
    /// way back, so that memory is O(√candidate × reference / 64) even for whole books on one line.
    fn walk(&mut self, candidate: &[u32], marked: &mut [bool]) {
        let blocks = self.blocks;
        let stretch = candidate.len().isqrt().max(64);
        let mut column = vec![u64::MAX; blocks];
        let mut kept = Vec::new();
        for (at, &word) in candidate.iter().enumerate() {
            if at % stretch == 0 {
                kept.extend_from_slice(&column);
            }
            self.advance(&mut column, word);
        }
        // The number of positions below the current one.
        let mut below = self.len;
        let mut grows = Vec::new();
        for (index, words) in candidate.chunks(stretch).enumerate().rev() {
            column.copy_from_slice(&kept[index * blocks..(index + 1) * blocks]);
            grows.clear();
            for &word in words {
                self.advance(&mut column, word);
                grows.extend(column.iter().map(|bits| !bits));
            }
            for (grows, &word) in grows.chunks_exact(blocks).zip(words).rev() {
                self.flip(word);
                let stop = highest(&self.mask, grows, below);
                let matches = stop.is_some_and(|stop| self.mask[stop / 64] >> (stop % 64) & 1 == 1);
                self.flip(word);
                let Some(stop) = stop else { return };
                marked[stop] |= matches;
                below = if matches { stop } else { stop + 1 };
            }
        }
    }
}

/// The highest position under `below` whose bit is set in either vector.
fn highest(mask: &[u64], grows: &[u64], below: usize) -> Option<usize> {
    let mut block = below.checked_sub(1)? / 64;
    let mut bits = (mask[block] | grows[block]) & (u64::MAX >> (63 - (below - 1) % 64));
    while bits == 0 {
        block = block.checked_sub(1)?;
        bits = mask[block] | grows[block];
    }
    Some(block * 64 + 63 - bits.leading_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The table and the walk as the reference tools do them.
    fn table_walk(reference: &[u32], candidate: &[u32]) -> Vec<usize> {
        let (m, n) = (reference.len(), candidate.len());
        let mut table = vec![vec![0; n + 1]; m + 1];
        for i in 1..=m {
            for j in 1..=n {
                table[i][j] = if reference[i - 1] == candidate[j - 1] {
                    table[i - 1][j - 1] + 1
                } else {
                    table[i - 1][j].max(table[i][j - 1])
                };
            }
        }
        let (mut i, mut j, mut marked) = (m, n, Vec::new());
        while i > 0 && j > 0 {
            if reference[i - 1] == candidate[j - 1] {
                marked.push(i - 1);
                i -= 1;
                j -= 1;
            } else if table[i][j - 1] > table[i - 1][j] {
                j -= 1;
            } else {
                i -= 1;
            }
        }
        marked.reverse();
        marked
    }

    proptest! {
        #[test]
        fn short_sentences_walk_as_the_table_does(
            reference in prop::collection::vec(0_u32..5, 1..65),
            candidate in prop::collection::vec(0_u32..6, 0..40),
        ) {
            // 5 is a term that the reference does not have.
            let mut masks = vec![0; 6];
            set(&mut masks, &reference);
            let bits = subsequence(&masks, reference.len(), &candidate, &mut Vec::new());
            let marked: Vec<usize> = (0..64).filter(|at| bits >> at & 1 == 1).collect();
            let expected = table_walk(&reference, &candidate);
            prop_assert_eq!(length(&reference, &candidate, 5), expected.len());
            prop_assert_eq!(marked, expected);
        }

        #[test]
        fn long_sentences_walk_as_the_table_does(
            reference in prop::collection::vec(0_u32..9, 1..200),
            candidate in prop::collection::vec(0_u32..10, 0..200),
        ) {
            let mut marked = vec![false; reference.len()];
            Columns::new(&reference, 9).walk(&candidate, &mut marked);
            let marked: Vec<usize> = (0..reference.len()).filter(|&at| marked[at]).collect();
            let expected = table_walk(&reference, &candidate);
            prop_assert_eq!(length(&reference, &candidate, 9), expected.len());
            prop_assert_eq!(marked, expected);
        }
    }
}
