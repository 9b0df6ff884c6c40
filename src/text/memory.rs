//! The words an analyzer has met.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::eight::Eight;

/// How many words are remembered; a news vocabulary seldom has more.
const REMEMBERED: usize = 1 << 15;

/// What is known of words, packed: the frequent ones are met first and so lie together, where a
/// look-up finds them in a near cache.
pub(super) struct Memory {
    /// Words of at most [`SHORT`] bytes, which are most words of a text, as numbers, and their
    /// places: they are found without a look at their letters.
    short: HashTable<(Short, u32)>,
    /// The places of all others.
    long: HashTable<u32>,
    entries: Vec<Entry>,
    /// Words, each followed by its stem where that differs.
    letters: String,
    /// Numbers given in another epoch are forgotten.
    epoch: u32,
}

/// The epoch of what has no number.
const NO_EPOCH: u32 = 0;

impl Default for Memory {
    fn default() -> Self {
        Self {
            short: HashTable::new(),
            long: HashTable::new(),
            entries: Vec::new(),
            letters: String::new(),
            epoch: NO_EPOCH + 1,
        }
    }
}

struct Entry {
    hash: u32,
    start: u32,
    word: u8,
    /// Length of the stem; 0 when the stem is the word.
    stem: u8,
    stop: bool,
    /// What the caller calls the word, if `epoch` is the memory's.
    number: u32,
    epoch: u32,
}

/// What is known of a word.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// `None` when the stem is the word.
    pub(super) stem: Option<&'a str>,
    pub(super) stop: bool,
}

impl Memory {
    /// The place of a word.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        if let Some(short) = Short::of(word) {
            return self.find_short(short);
        }
        let hash = FxBuildHasher.hash_one(word);
        let same = |&place: &u32| {
            let entry = &self.entries[place as usize];
            entry.hash == hash as u32 && self.word(entry) == word
        };
        self.long.find(hash, same).map(|&place| place as usize)
    }

    /// The place of a short word.
    pub(super) fn find_short(&self, short: Short) -> Option<usize> {
        let found = self.short.find(short.hash(), |(other, _)| *other == short)?;
        Some(found.1 as usize)
    }

    /// What is known of the word at a place.
    pub(super) fn known(&self, place: usize) -> Known<'_> {
        let entry = &self.entries[place];
        let stem = entry.start as usize + usize::from(entry.word);
        let stem = &self.letters[stem..stem + usize::from(entry.stem)];
        Known { stem: (!stem.is_empty()).then_some(stem), stop: entry.stop }
    }

    /// The number that the word at a place was given in this epoch.
    pub(super) fn number(&self, place: usize) -> Option<u32> {
        let entry = &self.entries[place];
        (entry.epoch == self.epoch).then_some(entry.number)
    }

    /// Gives the word at a place a number.
    pub(super) fn give_number(&mut self, place: usize, number: u32) {
        let epoch = self.epoch;
        let entry = &mut self.entries[place];
        (entry.number, entry.epoch) = (number, epoch);
    }

    /// Forgets the numbers of all words.
    pub(super) fn forget_numbers(&mut self) {
        match self.epoch.checked_add(1) {
            Some(epoch) => self.epoch = epoch,
            // An old number would look new.
            None => *self = Self::default(),
        }
    }

    /// Remembers a word that is new, with its number. Both it and its stem are shorter than 256
    /// bytes, or it is forgotten at once. When there are too many, all are forgotten.
    pub(super) fn insert(&mut self, word: &str, known: Known<'_>, number: Option<u32>) {
        let stem = known.stem.unwrap_or_default();
        let (Ok(word_length), Ok(stem_length)) = (word.len().try_into(), stem.len().try_into())
        else {
            return;
        };
        if self.entries.len() >= REMEMBERED {
            *self = Self { epoch: self.epoch, ..Self::default() };
        }
        let short = Short::of(word);
        let hash = if short.is_some() { 0 } else { FxBuildHasher.hash_one(word) };
        let place = self.entries.len() as u32;
        let start = self.letters.len() as u32;
        self.letters.extend([word, stem]);
        self.entries.push(Entry {
            hash: hash as u32,
            start,
            word: word_length,
            stem: stem_length,
            stop: known.stop,
            number: number.unwrap_or_default(),
            epoch: if number.is_some() { self.epoch } else { NO_EPOCH },
        });
        if let Some(short) = short {
            self.short.insert_unique(short.hash(), (short, place), |(other, _)| other.hash());
            return;
        }
        let Self { long, entries, letters, .. } = self;
        long.insert_unique(hash, place, |&place| {
            let entry = &entries[place as usize];
            let start = entry.start as usize;
            FxBuildHasher.hash_one(&letters[start..start + usize::from(entry.word)])
        });
    }

    fn word(&self, entry: &Entry) -> &str {
        let start = entry.start as usize;
        &self.letters[start..start + usize::from(entry.word)]
    }
}

/// Bytes of a short word.
const SHORT: usize = 8;

/// A short word as a number, its first byte the lowest. No two words have the same, for no word has
/// a byte of 0.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Short(u64);

impl Short {
    /// A folded word, if it is short.
    fn of(word: &str) -> Option<Self> {
        let bytes = word.as_bytes();
        let length = bytes.len();
        // Two loads that may overlap, where eight would be a loop.
        let number = if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            let last = u64::from(u32::from_le_bytes(*last));
            (length <= SHORT)
                .then(|| u64::from(u32::from_le_bytes(*first)) | last << (8 * (length - 4)))
        } else {
            let at = |place: usize| u64::from(bytes[place]) << (8 * place);
            (length > 0).then(|| at(0) | at(length / 2) | at(length - 1))
        };
        number.map(Self)
    }

    /// The word of ASCII letters and digits at `start..end` of a text as it is folded, if it is
    /// short.
    pub(super) fn folded(text: &str, start: usize, end: usize) -> Option<Self> {
        let length = end - start;
        (length <= SHORT).then(|| Self(Eight::at(text.as_bytes(), start).lower(length)))
    }

    fn hash(self) -> u64 {
        // Both halves of a product with a number of many ones: the table takes bits from both ends.
        let product = u128::from(self.0) * 0x9E37_79B9_7F4A_7C15;
        (product as u64) ^ (product >> 64) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known<'m>(memory: &'m Memory, word: &str) -> Option<(Option<&'m str>, bool)> {
        memory.find(word).map(|place| memory.known(place)).map(|known| (known.stem, known.stop))
    }

    #[test]
    fn what_was_met_is_known() {
        let mut memory = Memory::default();
        memory.insert("rains", Known { stem: Some("rain"), stop: false }, None);
        memory.insert("the", Known { stem: None, stop: true }, None);
        assert_eq!(known(&memory, "rains"), Some((Some("rain"), false)));
        assert_eq!(known(&memory, "the"), Some((None, true)));
        assert!(memory.find("rain").is_none() && memory.find("").is_none());
    }

    #[test]
    fn short_words_are_numbers() {
        for length in 1..=SHORT {
            let word = &"abcdefgh"[..length];
            let expected = word.bytes().rev().fold(0, |sum, byte| sum << 8 | u64::from(byte));
            let number = |short: Option<Short>| short.map(|Short(number)| number);
            assert_eq!(number(Short::of(word)), Some(expected));
            assert_eq!(number(Short::folded("Abcdefghijk.", 0, length)), Some(expected));
        }
        assert!(Short::of("").is_none() && Short::of("abcdefghi").is_none());
        assert!(Short::folded("Abcdefghi", 0, 9).is_none());
    }

    #[test]
    fn numbers_last_an_epoch() {
        let mut memory = Memory::default();
        memory.insert("rains", Known { stem: None, stop: false }, Some(7));
        let place = memory.find("rains").unwrap();
        assert_eq!(memory.number(place), Some(7));
        memory.forget_numbers();
        assert_eq!(memory.number(place), None);
        memory.give_number(place, 3);
        assert_eq!(memory.number(place), Some(3));
    }

    #[test]
    fn too_long_a_word_is_forgotten_and_so_are_all_when_there_are_too_many() {
        let mut memory = Memory::default();
        memory.insert(&"x".repeat(256), Known { stem: None, stop: false }, None);
        assert!(memory.find(&"x".repeat(256)).is_none());
        for number in 0..=REMEMBERED {
            memory.insert(&number.to_string(), Known { stem: None, stop: false }, None);
        }
        assert!(memory.find("0").is_none() && memory.find(&REMEMBERED.to_string()).is_some());
    }
}
