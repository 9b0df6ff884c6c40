//! A language's words by what they do, for one lookup a candidate.

use rustc_hash::FxHashMap;

use super::Language;
use crate::text::function_words::languages_with;

/// What a word does, by the list of its [`LanguageData`](super::LanguageData) that has it; several may hold.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Flags(u32);

impl Flags {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const TITLE: Self = Self(1);
    pub(crate) const NEVER_FINAL: Self = Self(1 << 1);
    pub(crate) const BEFORE_NUMBER: Self = Self(1 << 2);
    pub(crate) const MAYBE_FINAL: Self = Self(1 << 3);
    pub(crate) const FINAL_AFTER_NUMBER: Self = Self(1 << 4);
    pub(crate) const AFTER_TIME: Self = Self(1 << 5);
    pub(crate) const STARTER: Self = Self(1 << 6);
    pub(crate) const PREPOSITION: Self = Self(1 << 7);
    pub(crate) const SAYING: Self = Self(1 << 8);
    pub(crate) const EXCLAIMED_NAME: Self = Self(1 << 9);
    pub(crate) const ELISION: Self = Self(1 << 10);
    pub(crate) const MOSTLY_FINAL: Self = Self(1 << 11);
    pub(crate) const CARELESS: Self = Self(1 << 12);
    pub(crate) const PLAIN_OPENER: Self = Self(1 << 13);
    pub(crate) const LETTER_WORD: Self = Self(1 << 14);
    pub(crate) const MARKER: Self = Self(1 << 15);
    pub(crate) const COURTESY: Self = Self(1 << 16);
    pub(crate) const PLACE: Self = Self(1 << 17);
    pub(crate) const GENERAL: Self = Self(1 << 18);
    pub(crate) const NEGATION: Self = Self(1 << 19);
    pub(crate) const PROSPECT: Self = Self(1 << 20);
    pub(crate) const UNDENIED: Self = Self(1 << 21);
    pub(crate) const UNDENYING: Self = Self(1 << 22);
    pub(crate) const PEOPLE: Self = Self(1 << 23);
    pub(crate) const BESIDE_NUMBER: Self = Self(1 << 24);
    pub(crate) const DEAD: Self = Self(1 << 25);
    pub(crate) const HURT: Self = Self(1 << 26);
    pub(crate) const PART: Self = Self(1 << 27);
    pub(crate) const ROUGHLY: Self = Self(1 << 28);
    pub(crate) const TOLL: Self = Self(1 << 29);
    pub(crate) const UP_TO: Self = Self(1 << 30);
    pub(crate) const RESERVATION: Self = Self(1 << 31);

    /// True when any of `others` holds.
    pub(crate) const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    pub(crate) const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

/// The longest word looked up, in bytes; nothing in the lists is longer (a test sees to it).
pub(super) const LONGEST: usize = 48;

/// See the module.
pub(crate) struct Lexicon {
    language: Language,
    words: FxHashMap<&'static str, Flags>,
}

impl Lexicon {
    pub(super) fn new(language: Language) -> Self {
        let data = language.data();
        let mut words = FxHashMap::default();
        for (list, flag) in [
            (data.courtesy_titles, Flags::TITLE.with(Flags::COURTESY)),
            (data.titles, Flags::TITLE),
            (data.never_final, Flags::NEVER_FINAL),
            (data.before_number, Flags::BEFORE_NUMBER),
            (data.maybe_final, Flags::MAYBE_FINAL),
            (data.final_after_number, Flags::FINAL_AFTER_NUMBER),
            (data.after_time, Flags::AFTER_TIME),
            (data.starters, Flags::STARTER),
            (data.prepositions, Flags::PREPOSITION),
            (data.sayings, Flags::SAYING),
            (data.negations, Flags::NEGATION),
            (data.undenied, Flags::UNDENIED),
            (data.undenying, Flags::UNDENYING),
            (data.people, Flags::PEOPLE),
            (data.dead, Flags::DEAD),
            (data.hurt, Flags::HURT),
            (data.parts, Flags::PART),
            (data.roughly, Flags::ROUGHLY),
            (data.toll, Flags::TOLL),
            (data.up_to, Flags::UP_TO),
            (data.beside_numbers, Flags::BESIDE_NUMBER),
            (data.prospects, Flags::PROSPECT),
            (data.reservations, Flags::RESERVATION),
            (data.exclaimed_names, Flags::EXCLAIMED_NAME),
            (data.elisions, Flags::ELISION),
            (data.places, Flags::MAYBE_FINAL.with(Flags::PLACE)),
            (data.mostly_final, Flags::MOSTLY_FINAL),
            (data.careless, Flags::CARELESS),
            (data.plain_openers, Flags::PLAIN_OPENER),
            (data.letter_words, Flags::LETTER_WORD),
            (data.markers, Flags::MARKER),
            (data.general_stems, Flags::GENERAL),
        ] {
            for word in list.split_whitespace() {
                let flags: &mut Flags = words.entry(word).or_default();
                *flags = flags.with(flag);
            }
        }
        Self { language, words }
    }

    /// What `word` does, in whatever case it is written.
    pub(crate) fn flags(&self, word: &str) -> Flags {
        let Some(first) = word.chars().next() else { return Flags::NONE };
        if word.len() > LONGEST {
            return Flags::NONE;
        }
        let written = self.written(word);
        if word.len() == first.len_utf8() {
            return written;
        }
        let mut lower = Buffer::default();
        let mut capitalised = Buffer::default();
        if !lower.push_lower(word) {
            return written;
        }
        let mut flags = written;
        if lower.as_str() != word {
            flags = flags.with(self.written(lower.as_str()));
            let rest = &word[first.len_utf8()..];
            if capitalised.push(first)
                && capitalised.push_lower(rest)
                && capitalised.as_str() != word
            {
                flags = flags.with(self.written(capitalised.as_str()));
            }
        }
        flags
    }

    /// What `word` does, in the case it is written in.
    pub(crate) fn written(&self, word: &str) -> Flags {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// True for a function word; `word` is folded.
    pub(crate) fn is_stop_word(&self, word: &str) -> bool {
        languages_with(word) >> (self.language as u32) & 1 == 1
    }
}

/// A word being spelt, without allocating.
struct Buffer {
    bytes: [u8; LONGEST],
    end: usize,
}

impl Default for Buffer {
    fn default() -> Self {
        Self { bytes: [0; LONGEST], end: 0 }
    }
}

impl Buffer {
    /// Adds a character; false when it does not fit.
    fn push(&mut self, character: char) -> bool {
        let end = self.end + character.len_utf8();
        let Some(place) = self.bytes.get_mut(self.end..end) else { return false };
        character.encode_utf8(place);
        self.end = end;
        true
    }

    /// Adds `text` in lower case; false when it does not fit.
    fn push_lower(&mut self, text: &str) -> bool {
        if !text.is_ascii() {
            return text.chars().flat_map(char::to_lowercase).all(|character| self.push(character));
        }
        let end = self.end + text.len();
        let Some(place) = self.bytes.get_mut(self.end..end) else { return false };
        place.copy_from_slice(text.as_bytes());
        place.make_ascii_lowercase();
        self.end = end;
        true
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.end]).unwrap_or_default()
    }
}
