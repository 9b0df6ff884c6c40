//! An article as the set of its shingles.

use crate::article::Article;
use crate::group::body::body;
use crate::group::hash::{hash, mix};
use crate::text::{Language, words};

/// Words a shingle has.
pub(super) const SHINGLE_WORDS: usize = 5;

/// Shingles a winnowing window has: whatever runs of `SHINGLE_WORDS + WINDOW - 1` words two
/// texts share, they share a fingerprint.
const WINDOW: usize = 8;

/// Where the polynomial that stands for a run of words is taken, and its power of what goes out.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
const BASE_OF_GONE: u64 = BASE.wrapping_pow(SHINGLE_WORDS as u32);

/// The hashes of an article's shingles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shingles {
    /// In reading order.
    hashes: Vec<u64>,
}

impl Shingles {
    /// The shingles of what cleaning leaves of the article: every run of five words, or all words
    /// where there are fewer. The headline has none: copies often change it.
    pub(super) fn of(article: &Article) -> Self {
        let text = article.text.as_str();
        let blocks = body(article).into_iter();
        let words = blocks.flat_map(|block| words(block.of(text), Language::Other));
        Self::of_words(words.map(|word| hash(word.folded.as_bytes())))
    }

    /// As [`of`](Self::of), for words as hashes or numbers.
    pub(super) fn of_words(words: impl Iterator<Item = u64>) -> Self {
        let mut last = [0_u64; SHINGLE_WORDS];
        let mut count = 0;
        let mut rolling = 0_u64;
        let mut hashes = Vec::with_capacity(words.size_hint().0);
        for word in words {
            // A polynomial of the last words (Karp & Rabin 1987): one comes in, one goes out.
            let word = word.wrapping_add(1);
            let gone = std::mem::replace(&mut last[count % SHINGLE_WORDS], word);
            rolling = rolling.wrapping_mul(BASE).wrapping_add(word);
            rolling = rolling.wrapping_sub(gone.wrapping_mul(BASE_OF_GONE));
            count += 1;
            if count >= SHINGLE_WORDS {
                hashes.push(mix(rolling));
            }
        }
        if (1..SHINGLE_WORDS).contains(&count) {
            hashes.push(mix(rolling));
        }
        Self { hashes }
    }

    /// Number of shingles.
    pub(super) fn len(&self) -> usize {
        self.hashes.len()
    }

    /// A sample that depends on the text around alone: the least shingle of every window
    /// (Schleimer, Wilkerson & Aiken 2003), about two in `WINDOW + 1`. In reading order; one that
    /// the text repeats may be there twice.
    pub(super) fn fingerprints(&self) -> Vec<u64> {
        let length = self.hashes.len();
        if length == 0 {
            return Vec::new();
        }
        let width = WINDOW.min(length);
        let mut chosen = Vec::with_capacity(length / 4 + 1);
        // Place of the least shingle of the window at hand.
        let mut least = 0;
        for (start, window) in self.hashes.windows(width).enumerate() {
            let end = start + width - 1;
            let found = if start == 0 || least < start {
                (0..width).min_by_key(|&at| window[at]).map(|at| start + at)
            } else {
                (self.hashes[end] < self.hashes[least]).then_some(end)
            };
            if let Some(place) = found {
                least = place;
                chosen.push(self.hashes[least]);
            }
        }
        chosen
    }

    /// The different shingles, sorted.
    pub(super) fn into_set(self) -> Vec<u64> {
        let mut set = self.hashes;
        set.sort_unstable();
        set.dedup();
        set
    }
}

/// Number of elements that two sorted sets share.
pub(super) fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        // Nobody can foretell which is less: nothing branches on it.
        let order = a[i].cmp(&b[j]);
        count += usize::from(order.is_eq());
        i += usize::from(order.is_le());
        j += usize::from(order.is_ge());
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shingles(text: &str) -> Shingles {
        Shingles::of(&Article::new("a", text))
    }

    #[test]
    fn every_run_of_five_words() {
        assert_eq!(shingles("one two three four five six seven").hashes.len(), 3);
        assert_eq!(shingles("one two").hashes.len(), 1);
        assert_eq!(shingles(" \n").hashes.len(), 0);
        assert_eq!(shingles("a b c d e").into_set(), shingles("A, b; c\nD e!").into_set());
    }

    #[test]
    fn a_shingle_depends_on_its_words_and_their_order_alone() {
        let of = |words: &[u64]| Shingles::of_words(words.iter().copied()).hashes;
        let long = of(&[9, 9, 0, 1, 2, 3, 4, 9]);
        assert_eq!(long[2], of(&[0, 1, 2, 3, 4])[0]);
        let mut different = [
            of(&[0, 1, 2, 3, 4]),
            of(&[1, 0, 2, 3, 4]),
            of(&[1, 2, 3, 4]),
            of(&[0]),
            of(&[0, 0]),
            of(&[1]),
        ]
        .concat();
        different.sort_unstable();
        different.dedup();
        assert_eq!(different.len(), 6);
    }

    #[test]
    fn a_shared_run_shares_a_fingerprint() {
        let run = "the quick brown fox jumps over the lazy dog by the old mill";
        let a = shingles(&format!("here is what came first {run}")).fingerprints();
        let b = shingles(&format!("{run} and this is what followed it later")).fingerprints();
        assert!(a.iter().any(|print| b.contains(print)));
    }

    #[test]
    fn shared_counts_the_intersection() {
        assert_eq!(shared(&[1, 3, 5, 9], &[2, 3, 9, 10]), 2);
        assert_eq!(shared(&[], &[1]), 0);
    }
}
