//! Where each term of a text stands.

/// For each term its positions in a text, in order. O(words + types) memory.
#[derive(Debug)]
pub(crate) struct Occurrences {
    starts: Vec<u32>,
    positions: Vec<u32>,
}

impl Occurrences {
    /// Terms are numbers up to and including `types`.
    pub(crate) fn new(words: &[u32], types: usize) -> Self {
        let mut starts = vec![0_u32; types + 2];
        for &word in words {
            starts[word as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut positions = vec![0; words.len()];
        for (at, &word) in words.iter().enumerate() {
            let slot = &mut next[word as usize];
            positions[*slot as usize] = at as u32;
            *slot += 1;
        }
        Self { starts, positions }
    }

    /// The positions of a term.
    pub(crate) fn of(&self, word: usize) -> &[u32] {
        &self.positions[self.starts[word] as usize..self.starts[word + 1] as usize]
    }
}
