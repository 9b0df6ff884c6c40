//! A language's words by what they do, for one lookup a candidate.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::LanguageData;
use crate::text::fold::fold;

/// What a word does; several may hold.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Flags(u16);

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

    /// True when any of `others` holds.
    pub(crate) const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    pub(crate) const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

/// The longest word looked up, in bytes; nothing in the lists is longer (a test sees to it).
const LONGEST: usize = 48;

/// See the module.
pub(crate) struct Lexicon {
    words: FxHashMap<&'static str, Flags>,
    stop_words: FxHashSet<Cow<'static, str>>,
}

impl Lexicon {
    pub(super) fn new(data: &LanguageData) -> Self {
        let mut words = FxHashMap::default();
        for (list, flag) in [
            (data.titles, Flags::TITLE),
            (data.never_final, Flags::NEVER_FINAL),
            (data.before_number, Flags::BEFORE_NUMBER),
            (data.maybe_final, Flags::MAYBE_FINAL),
            (data.final_after_number, Flags::FINAL_AFTER_NUMBER),
            (data.after_time, Flags::AFTER_TIME),
            (data.starters, Flags::STARTER),
            (data.prepositions, Flags::PREPOSITION),
            (data.sayings, Flags::SAYING),
            (data.exclaimed_names, Flags::EXCLAIMED_NAME),
            (data.elisions, Flags::ELISION),
            (data.mostly_final, Flags::MOSTLY_FINAL),
        ] {
            for word in list.split_whitespace() {
                let flags: &mut Flags = words.entry(word).or_default();
                *flags = flags.with(flag);
            }
        }
        let stop_words =
            data.stop_words.split_whitespace().map(|word| fold(word, data.dotless_i)).collect();
        Self { words, stop_words }
    }

    /// What `word` does, in whatever case it is written.
    pub(crate) fn flags(&self, word: &str) -> Flags {
        let Some(first) = word.chars().next() else { return Flags::NONE };
        if word.len() > LONGEST {
            return Flags::NONE;
        }
        if word.len() == first.len_utf8() {
            return self.words.get(word).copied().unwrap_or_default();
        }
        let mut buffer = [0; LONGEST];
        let Some(lower) = lower(word, &mut buffer) else { return Flags::NONE };
        let mut flags = self.words.get(lower).copied().unwrap_or_default();
        if !first.is_uppercase() {
            return flags;
        }
        if let Some(more) = self.words.get(word) {
            flags = flags.with(*more);
        }
        // The capitalised spelling: the first letter as it stands, the rest in lower case.
        let mut capitalised = [0; LONGEST];
        let head = first.len_utf8();
        first.encode_utf8(&mut capitalised);
        let lower_head = lower.chars().next().map_or(head, char::len_utf8);
        let rest = &lower.as_bytes()[lower_head..];
        let end = head + rest.len();
        if end > LONGEST {
            return flags;
        }
        capitalised[head..end].copy_from_slice(rest);
        std::str::from_utf8(&capitalised[..end])
            .ok()
            .and_then(|word| self.words.get(word).copied())
            .map_or(flags, |more| flags.with(more))
    }

    /// True for a function word; `word` is folded.
    pub(crate) fn is_stop_word(&self, word: &str) -> bool {
        self.stop_words.contains(word)
    }

    /// True when the language has a list of function words.
    pub(crate) fn has_stop_words(&self) -> bool {
        !self.stop_words.is_empty()
    }
}

/// `word` in lower case in `buffer`; nothing when it does not fit.
fn lower<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    let mut end = 0;
    if word.is_ascii() {
        for (to, from) in buffer.iter_mut().zip(word.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        end = word.len();
    } else {
        for character in word.chars().flat_map(char::to_lowercase) {
            let next = end + character.len_utf8();
            character.encode_utf8(buffer.get_mut(end..next)?);
            end = next;
        }
    }
    std::str::from_utf8(buffer.get(..end)?).ok()
}
