//! Clipped n-gram overlap (Lin 2004, §2) and skip-bigrams (§5).

use rustc_hash::FxHashMap;

use super::occurrences::Occurrences;
use super::score::Counts;

/// How often each n-gram of a reference occurs. An n-gram's number comes from the number of the
/// (n−1)-gram it begins with and its last term, so that every length costs one look-up a position.
#[derive(Debug, Clone)]
pub(crate) struct NgramCounts {
    unigrams: Vec<u32>,
    /// For n = 2, 3, …
    longer: Vec<Level>,
}

#[derive(Debug, Clone, Default)]
struct Level {
    numbers: FxHashMap<u64, u32>,
    counts: Vec<u32>,
}

/// The number of an n-gram that the reference does not have.
const ABSENT: u32 = u32::MAX;

fn key(prefix: u32, last: u32) -> u64 {
    u64::from(prefix) << 32 | u64::from(last)
}

impl NgramCounts {
    /// Counts the n-grams of up to `longest` terms; `types` is the number of different terms.
    pub(crate) fn new(words: &[u32], types: usize, longest: usize) -> Self {
        let mut unigrams = vec![0; types];
        for &word in words {
            unigrams[word as usize] += 1;
        }
        let mut longer = Vec::new();
        let mut prefixes = words.to_vec();
        for n in 2..=longest {
            let mut level = Level::default();
            let positions = (words.len() + 1).saturating_sub(n);
            level.numbers.reserve(positions);
            for at in 0..positions {
                let next = level.counts.len() as u32;
                let number =
                    *level.numbers.entry(key(prefixes[at], words[at + n - 1])).or_insert(next);
                if number == next {
                    level.counts.push(0);
                }
                level.counts[number as usize] += 1;
                prefixes[at] = number;
            }
            longer.push(level);
        }
        Self { unigrams, longer }
    }

    /// How often each term occurs.
    pub(crate) fn unigrams(&self) -> &[u32] {
        &self.unigrams
    }

    /// The counts of every length from 1 to `longest` for a candidate in the reference's numbers.
    pub(crate) fn overlap(&self, reference_len: usize, candidate: &[u32]) -> Vec<Counts> {
        let total = |words: usize, n: usize| (words + 1).saturating_sub(n) as f64;
        let counts = |n: usize, hits: u32| {
            Counts::new(f64::from(hits), total(candidate.len(), n), total(reference_len, n))
        };
        let mut left = self.unigrams.clone();
        let hits = candidate.iter().map(|&word| left.get_mut(word as usize).map_or(0, take)).sum();
        let mut overlaps = vec![counts(1, hits)];
        let foreign = self.unigrams.len() as u32;
        let mut prefixes: Vec<u32> =
            candidate.iter().map(|&word| if word == foreign { ABSENT } else { word }).collect();
        for (level, n) in self.longer.iter().zip(2..) {
            let mut left = level.counts.clone();
            let mut hits = 0;
            for at in 0..(candidate.len() + 1).saturating_sub(n) {
                if prefixes[at] == ABSENT {
                    continue;
                }
                let number = level.numbers.get(&key(prefixes[at], candidate[at + n - 1])).copied();
                prefixes[at] = number.unwrap_or(ABSENT);
                hits += number.map_or(0, |number| take(&mut left[number as usize]));
            }
            overlaps.push(counts(n, hits));
        }
        overlaps
    }
}

/// Takes one from a count that is not yet used up: 1, or 0 when nothing is left.
pub(crate) fn take(left: &mut u32) -> u32 {
    let taken = u32::from(*left > 0);
    *left -= taken;
    taken
}

/// Skip-bigrams with at most `distance` words between the two; with `unigrams` also every term but the
/// last one of the text, as the script's loop stops one short. Both texts in the reference's numbers,
/// `foreign` being the one that stands for all terms it does not have.
///
/// Pairs are counted first term by first term, so that memory is linear in the text even without a limit;
/// time is length × min(distance, length).
pub(crate) fn skip_bigrams(
    reference: &[u32],
    candidate: &[u32],
    foreign: u32,
    distance: Option<u32>,
    unigrams: bool,
) -> Counts {
    let reach = distance.map_or(usize::MAX, |distance| distance as usize + 1);
    let total = |words: usize| {
        let pairs: usize = (0..words).map(|at| reach.min(words - 1 - at)).sum();
        (pairs + if unigrams { words.saturating_sub(1) } else { 0 }) as f64
    };
    let followers = |words: &[u32], at: usize| {
        let end = at.saturating_add(1).saturating_add(reach).min(words.len());
        at + 1..end
    };
    let ours = Occurrences::new(reference, foreign as usize);
    let theirs = Occurrences::new(candidate, foreign as usize);
    let mut left = vec![0_u32; foreign as usize + 1];
    let mut hits = 0_u64;
    for first in 0..foreign as usize {
        if theirs.of(first).is_empty() {
            continue;
        }
        for &at in ours.of(first) {
            for &second in &reference[followers(reference, at as usize)] {
                left[second as usize] += 1;
            }
        }
        for &at in theirs.of(first) {
            for &second in &candidate[followers(candidate, at as usize)] {
                hits += u64::from(take(&mut left[second as usize]));
            }
        }
        for &at in ours.of(first) {
            for &second in &reference[followers(reference, at as usize)] {
                left[second as usize] = 0;
            }
        }
        if unigrams {
            let but_last = |all: &[u32], words: &[u32]| {
                all.iter().filter(|&&at| at as usize + 1 < words.len()).count() as u64
            };
            hits += but_last(ours.of(first), reference).min(but_last(theirs.of(first), candidate));
        }
    }
    Counts::new(hits as f64, total(candidate.len()), total(reference.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlap_is_clipped() {
        // Reference a b a; candidate a a a b with b = 1 and no foreign term.
        let counts = NgramCounts::new(&[0, 1, 0], 2, 2);
        let overlaps = counts.overlap(3, &[0, 0, 0, 1]);
        assert_eq!(overlaps[0], Counts::new(3.0, 4.0, 3.0));
        assert_eq!(overlaps[1], Counts::new(1.0, 3.0, 2.0));
    }

    #[test]
    fn skip_bigrams_of_four_words() {
        // Reference 0 1 2 3, candidate 0 F 2 3: pairs (0,2) (0,3) (2,3) of 6; with unigrams also 0 and 2 of 3.
        let s4 = skip_bigrams(&[0, 1, 2, 3], &[0, 4, 2, 3], 4, Some(4), false);
        assert_eq!(s4, Counts::new(3.0, 6.0, 6.0));
        let su4 = skip_bigrams(&[0, 1, 2, 3], &[0, 4, 2, 3], 4, Some(4), true);
        assert_eq!(su4, Counts::new(5.0, 9.0, 9.0));
        assert_eq!(skip_bigrams(&[0], &[0], 1, None, true), Counts::default());
        assert_eq!(skip_bigrams(&[], &[], 0, None, true), Counts::default());
    }
}
