//! The pairs of terms that may be met more than once.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use crate::select::counting::Count;
use crate::vector::Term;

/// Most pairs of neighbours are met once, and a table of all of them would be large and looked up in
/// vain. So all are announced first, by a part of their hash; a pair whose part was announced once is
/// not met again, and is not kept.
pub(super) struct Pairs {
    /// By the last bits of a hash, four to a byte: two bits, the first set when they were announced,
    /// the second when they were again.
    announced: Vec<u8>,
    /// Numbers of those that are kept, by hash.
    numbers: HashTable<u32>,
    kept: Vec<Pair>,
}

/// A pair that may be met more than once.
pub(super) struct Pair {
    pub(super) terms: [Term; 2],
    pub(super) count: Count,
}

/// Parts of hashes that are told apart, for every place of a pair at least: of the pairs that are met
/// once, a quarter is kept or fewer.
const PARTS_A_PLACE: usize = 3;
/// Parts in a byte.
const PARTS_A_BYTE: usize = 4;
/// A pair is kept for so many places, as there is room at first.
const PLACES_A_PAIR: usize = 4;
/// Pairs that there is room for at first, at most: in a long text the same ones come again.
const MOST_AT_FIRST: usize = 2048;

impl Pairs {
    /// No pairs yet, of so many places.
    pub(super) fn new(places: usize) -> Self {
        let room = (places / PLACES_A_PAIR).min(MOST_AT_FIRST);
        Self {
            announced: vec![0; (places * PARTS_A_PLACE / PARTS_A_BYTE + 1).next_power_of_two()],
            numbers: HashTable::with_capacity(room),
            kept: Vec::with_capacity(room),
        }
    }

    /// Announces that a pair is met.
    #[inline]
    pub(super) fn announce(&mut self, terms: [Term; 2]) {
        let (byte, shift) = self.part(hash(terms));
        let parts = &mut self.announced[byte];
        let once = 1 << shift;
        *parts |= once | (*parts & once) << 1;
    }

    /// The number of an announced pair, if it may be met more than once. Numbers are in the order in
    /// which pairs are asked for.
    #[inline]
    pub(super) fn number(&mut self, terms: [Term; 2]) -> Option<u32> {
        let own = hash(terms);
        let (byte, shift) = self.part(own);
        if self.announced[byte] >> shift & 2 == 0 {
            return None;
        }
        let Self { numbers, kept, .. } = self;
        let same = |&number: &u32| kept[number as usize].terms == terms;
        let number = numbers.find(own, same).copied().unwrap_or_else(|| {
            let number = kept.len() as u32;
            numbers.insert_unique(own, number, |&number| hash(kept[number as usize].terms));
            kept.push(Pair { terms, count: Count::default() });
            number
        });
        Some(number)
    }

    /// What is known of the pair with a number.
    #[inline]
    pub(super) fn count(&mut self, number: u32) -> &mut Count {
        &mut self.kept[number as usize].count
    }

    /// All that were asked for and may be met more than once, by number.
    pub(super) fn into_all(self) -> Vec<Pair> {
        self.kept
    }

    /// Where a part of a hash is announced: in which byte, and by how many bits from its end.
    #[inline]
    fn part(&self, hash: u64) -> (usize, u32) {
        // Two bits for each of the four in a byte: 0, 2, 4 or 6.
        ((hash >> 3) as usize & (self.announced.len() - 1), hash as u32 & 6)
    }
}

#[inline]
fn hash(terms: [Term; 2]) -> u64 {
    FxBuildHasher.hash_one((terms[0], terms[1]))
}
