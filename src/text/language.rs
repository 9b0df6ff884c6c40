//! What the world calls a language.

use std::fmt;
use std::str::SplitAsciiWhitespace;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use super::languages::Language;

use super::detect;
use super::languages::Flags;
use crate::article::Article;

impl Language {
    /// The ISO 639-1 code, `en`; `und` for [`Other`](Self::Other).
    #[must_use]
    pub fn code(self) -> &'static str {
        self.data().code
    }

    /// The ISO 639-3 code, `eng`.
    #[must_use]
    pub fn code3(self) -> &'static str {
        self.data().code3
    }

    /// The English name, `English`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.data().name
    }

    /// The language a label means: `en`, `eng`, `en-US`, `en_US`, `English`, in any case.
    ///
    /// `None` for a label it does not know; the empty label and `und` are [`Other`](Self::Other).
    ///
    /// ```
    /// use nutgraf::text::Language;
    /// assert_eq!(Language::from_code("pt-BR"), Some(Language::Portuguese));
    /// assert_eq!(Language::from_code("tlh"), None);
    /// ```
    #[must_use]
    pub fn from_code(label: &str) -> Option<Self> {
        let label = label.trim();
        if label.is_empty() {
            return Some(Self::Other);
        }
        let primary = label.split(['-', '_']).next().unwrap_or(label);
        Self::ALL.iter().copied().find(|language| {
            let data = language.data();
            data.name.eq_ignore_ascii_case(label)
                || data.code.eq_ignore_ascii_case(primary)
                || data.code3.eq_ignore_ascii_case(primary)
                || data.other_codes.iter().any(|code| code.eq_ignore_ascii_case(primary))
        })
    }

    /// The language that an article names, [`Other`](Self::Other) for one that is not known, else the
    /// one that its text [seems](super::detect) to be in.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        match article.lang.as_deref() {
            Some(code) => Self::from_code(code).unwrap_or_default(),
            None => detect(&article.text).language,
        }
    }

    /// True when white space separates words; false for Chinese, Japanese and Thai.
    #[must_use]
    pub fn has_spaces(self) -> bool {
        self.data().spaces
    }

    /// True when the language has a list of function words, so that [`Term::stop`](super::Term)
    /// means something.
    #[must_use]
    pub fn has_stop_list(self) -> bool {
        !self.data().stop_words.is_empty()
    }

    /// `l'eau` without its article.
    pub(crate) fn without_elision(self, word: &str) -> &str {
        if self.data().elisions.is_empty() {
            return word;
        }
        let is_elided = |elided: &str| {
            // A letter alone is not looked up in lower case.
            self.lexicon().flags(&elided.to_lowercase()).any(Flags::ELISION)
        };
        match word.split_once(['\'', '’']) {
            Some((elided, rest)) if is_elided(elided) => rest,
            _ => word,
        }
    }

    /// True where particles are written together with the word before them.
    pub(crate) fn has_particles(self) -> bool {
        !self.data().particles.is_empty()
    }

    /// A word without the particles at its end, of which there may be several; two letters stay.
    pub(crate) fn without_particles(self, word: &str) -> &str {
        let particles = || self.data().particles.split_ascii_whitespace();
        let mut bare = word;
        loop {
            let rests = particles().filter_map(|particle| bare.strip_suffix(particle));
            let rests = rests.filter(|rest| rest.chars().nth(1).is_some());
            let Some(rest) = rests.min_by_key(|rest| rest.len()) else { return bare };
            bare = rest;
        }
    }

    /// True for a word of one of these kinds: folded, or for [`Flags::GENERAL`] a stem.
    pub(crate) fn is_any(self, word: &str, kinds: Flags) -> bool {
        self.lexicon().written(word).any(kinds)
    }

    /// True for a function word; `word` is folded.
    pub(crate) fn is_function_word(self, word: &str) -> bool {
        self.lexicon().is_stop_word(word)
    }

    /// The number from two to twelve that a folded word is, in languages that have a list of them.
    pub(crate) fn small_number(self, folded: &str) -> Option<u32> {
        let mut words = self.data().small_numbers.split_ascii_whitespace();
        words.position(|word| word == folded).map(|place| place as u32 + 2)
    }

    /// True for a language with words that say of people that they died.
    pub(crate) fn counts_the_dead(self) -> bool {
        self == Self::English || !self.data().dead.is_empty()
    }

    /// The words that say that people died, those of parts and those before inexact numbers, for
    /// scripts without spaces, where they are looked for as they are written.
    pub(crate) fn words_beside_people(self) -> [SplitAsciiWhitespace<'static>; 3] {
        let data = self.data();
        [data.dead, data.parts, data.roughly].map(str::split_ascii_whitespace)
    }

    /// True where syllables are written apart, so that a word may be several.
    pub(crate) fn has_syllables(self) -> bool {
        self.data().syllables
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let label = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::from_code(&label)
            .ok_or_else(|| serde::de::Error::custom(format_args!("unknown language `{label}`")))
    }
}
