//! The words an analyzer has met.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

/// How many words are remembered; a news vocabulary seldom has more.
const REMEMBERED: usize = 1 << 15;

/// What is known of words, packed: the frequent ones are met first and so lie together, where a
/// look-up finds them in a near cache.
#[derive(Default)]
pub(super) struct Memory {
    table: HashTable<u32>,
    entries: Vec<Entry>,
    /// Words, each followed by its stem where that differs.
    letters: String,
}

struct Entry {
    hash: u32,
    start: u32,
    word: u8,
    /// Length of the stem; 0 when the stem is the word.
    stem: u8,
    stop: bool,
}

/// What is known of a word.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// `None` when the stem is the word.
    pub(super) stem: Option<&'a str>,
    pub(super) stop: bool,
}

impl Memory {
    pub(super) fn get(&self, word: &str) -> Option<Known<'_>> {
        let hash = FxBuildHasher.hash_one(word);
        let same = |&number: &u32| {
            let entry = &self.entries[number as usize];
            entry.hash == hash as u32 && self.word(entry) == word
        };
        let entry = &self.entries[*self.table.find(hash, same)? as usize];
        let stem = entry.start as usize + usize::from(entry.word);
        let stem = &self.letters[stem..stem + usize::from(entry.stem)];
        Some(Known { stem: (!stem.is_empty()).then_some(stem), stop: entry.stop })
    }

    /// Remembers a word that is new. Both it and its stem are shorter than 256 bytes, or it is
    /// forgotten at once. When there are too many, all are forgotten.
    pub(super) fn insert(&mut self, word: &str, known: Known<'_>) {
        let stem = known.stem.unwrap_or_default();
        let (Ok(word_length), Ok(stem_length)) = (word.len().try_into(), stem.len().try_into())
        else {
            return;
        };
        if self.entries.len() >= REMEMBERED {
            *self = Self::default();
        }
        let hash = FxBuildHasher.hash_one(word);
        let number = self.entries.len() as u32;
        let start = self.letters.len() as u32;
        self.letters.extend([word, stem]);
        self.entries.push(Entry {
            hash: hash as u32,
            start,
            word: word_length,
            stem: stem_length,
            stop: known.stop,
        });
        let Self { table, entries, letters } = self;
        table.insert_unique(hash, number, |&number| {
            let entry = &entries[number as usize];
            let start = entry.start as usize;
            FxBuildHasher.hash_one(&letters[start..start + usize::from(entry.word)])
        });
    }

    fn word(&self, entry: &Entry) -> &str {
        let start = entry.start as usize;
        &self.letters[start..start + usize::from(entry.word)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_met_is_known() {
        let mut memory = Memory::default();
        memory.insert("rains", Known { stem: Some("rain"), stop: false });
        memory.insert("the", Known { stem: None, stop: true });
        let found = memory.get("rains").map(|known| (known.stem, known.stop));
        assert_eq!(found, Some((Some("rain"), false)));
        assert_eq!(memory.get("the").map(|known| (known.stem, known.stop)), Some((None, true)));
        assert!(memory.get("rain").is_none() && memory.get("").is_none());
    }

    #[test]
    fn too_long_a_word_is_forgotten_and_so_are_all_when_there_are_too_many() {
        let mut memory = Memory::default();
        memory.insert(&"x".repeat(256), Known { stem: None, stop: false });
        assert!(memory.get(&"x".repeat(256)).is_none());
        for number in 0..=REMEMBERED {
            memory.insert(&number.to_string(), Known { stem: None, stop: false });
        }
        assert!(memory.get("0").is_none() && memory.get(&REMEMBERED.to_string()).is_some());
    }
}
