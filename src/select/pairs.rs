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
    /// By the last bits of a hash: how many times they were announced, up to 255.
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
/// A pair is kept for so many places, as there is room at first.
const PLACES_A_PAIR: usize = 4;
/// Pairs that there is room for at first, at most: in a long text the same ones come again.
const MOST_AT_FIRST: usize = 2048;

impl Pairs {
    /// No pairs yet, of so many places.
    pub(super) fn new(places: usize) -> Self {
        let room = (places / PLACES_A_PAIR).min(MOST_AT_FIRST);
        Self {
            announced: vec![0; (places * PARTS_A_PLACE).next_power_of_two()],
            numbers: HashTable::with_capacity(room),
            kept: Vec::with_capacity(room),
        }
    }

    /// Announces that a pair is met.
    #[inline]
    pub(super) fn announce(&mut self, terms: [Term; 2]) {
        let part = self.part(hash(terms));
        self.announced[part] = self.announced[part].saturating_add(1);
    }

    /// The hash of an announced pair that may be met more than once.
    #[inline]
    pub(super) fn kept(&self, terms: [Term; 2]) -> Option<u64> {
        let own = hash(terms);
        (self.announced[self.part(own)] > 1).then_some(own)
    }

    /// What is known of a pair that is [kept](Self::kept), by its hash, with its number. Numbers are
    /// in the order in which pairs are asked for.
    #[inline]
    pub(super) fn met(&mut self, terms: [Term; 2], own: u64) -> (u32, &mut Pair) {
        let Self { numbers, kept, .. } = self;
        let same = |&number: &u32| kept[number as usize].terms == terms;
        let number = numbers.find(own, same).copied().unwrap_or_else(|| {
            let number = kept.len() as u32;
            numbers.insert_unique(own, number, |&number| hash(kept[number as usize].terms));
            kept.push(Pair { terms, count: Count::default() });
            number
        });
        (number, &mut kept[number as usize])
    }

    /// All that were asked for and may be met more than once, by number.
    pub(super) fn into_all(self) -> Vec<Pair> {
        self.kept
    }

    fn part(&self, hash: u64) -> usize {
        hash as usize & (self.announced.len() - 1)
    }
}

#[inline]
fn hash(terms: [Term; 2]) -> u64 {
    FxBuildHasher.hash_one((terms[0], terms[1]))
}
