//! The English Snowball stemmer, also known as Porter 2
//! (<https://snowballstem.org/algorithms/english/stemmer.html>), in the version of `rust_stemmers`.
//!
//! The stems are those of that crate, which tries suffixes one letter at a time, for all languages
//! in one way. Here the last eight letters of a word are one number and a suffix is told by one
//! comparison: most articles are English, and one that is read alone has as many new words as old.

use std::borrow::Cow;

/// Longer words, in bytes, are left to the stemmer for all languages.
const LONGEST: usize = 64;

/// Free bytes before a word, so that the last eight can be looked at in any.
const BEFORE: usize = 8;

/// Words whose ending belongs to them.
const LEFT_AS_THEY_ARE: &[&[u8]] =
    &[b"canning", b"earring", b"exceed", b"herring", b"inning", b"outing", b"proceed", b"succeed"];

/// The longest first, here and below.
static STEP_2: Step = step(&[
    suffix("ational", "ate"),
    suffix("fulness", "ful"),
    suffix("iveness", "ive"),
    suffix("ization", "ize"),
    suffix("ousness", "ous"),
    suffix("biliti", "ble"),
    suffix("lessli", "less"),
    suffix("tional", "tion"),
    suffix("alism", "al"),
    suffix("aliti", "al"),
    suffix("ation", "ate"),
    suffix("entli", "ent"),
    suffix("fulli", "ful"),
    suffix("iviti", "ive"),
    suffix("ousli", "ous"),
    suffix("abli", "able"),
    suffix("alli", "al"),
    suffix("anci", "ance"),
    suffix("ator", "ate"),
    suffix("enci", "ence"),
    suffix("izer", "ize"),
    suffix("bli", "ble"),
    suffix("ogi", "og").after(b"l"),
    suffix("li", "").after(b"cdeghkmnrt"),
]);

static STEP_3: Step = step(&[
    suffix("ational", "ate"),
    suffix("tional", "tion"),
    suffix("alize", "al"),
    suffix("ative", "").in_second_region(),
    suffix("icate", "ic"),
    suffix("iciti", "ic"),
    suffix("ical", "ic"),
    suffix("ness", ""),
    suffix("ful", ""),
]);

static STEP_4: Step = step(&[
    suffix("ement", ""),
    suffix("able", ""),
    suffix("ance", ""),
    suffix("ence", ""),
    suffix("ible", ""),
    suffix("ment", ""),
    suffix("ant", ""),
    suffix("ate", ""),
    suffix("ent", ""),
    suffix("ion", "").after(b"st"),
    suffix("ism", ""),
    suffix("iti", ""),
    suffix("ive", ""),
    suffix("ize", ""),
    suffix("ous", ""),
    suffix("al", ""),
    suffix("er", ""),
    suffix("ic", ""),
]);

/// The stem of a folded word; `None` for a word with other signs than `a` to `z` and apostrophes.
///
/// Borrowed where the stem is the beginning of the word, as seven stems of ten are.
pub(super) fn english_stem(word: &str) -> Option<Cow<'_, str>> {
    let plain = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'\'');
    if !plain || word.len() > LONGEST {
        return None;
    }
    if word.len() < 3 {
        return Some(Cow::Borrowed(word));
    }
    if let Some(stem) = exception(word) {
        return Some(Cow::Borrowed(stem));
    }
    let mut letters = Letters::of(word);
    letters.strip();
    let stem = letters.spelled();
    let begins = word.as_bytes().get(..stem.len()) == Some(stem);
    Some(if begins {
        Cow::Borrowed(&word[..stem.len()])
    } else {
        Cow::Owned(stem.iter().map(|&letter| char::from(letter)).collect())
    })
}

/// Words with a stem of their own.
fn exception(word: &str) -> Option<&str> {
    Some(match word {
        "andes" | "atlas" | "bias" | "cosmos" | "howe" | "news" | "sky" => word,
        "dying" => "die",
        "early" => "earli",
        "gently" => "gentl",
        "idly" => "idl",
        "lying" => "lie",
        "only" => "onli",
        "singly" => "singl",
        "skies" => "sky",
        "skis" => "ski",
        "tying" => "tie",
        "ugly" => "ugli",
        _ => return None,
    })
}

/// Suffixes of which the longest is replaced.
struct Step {
    suffixes: &'static [Suffix],
    /// The letters that end one of them, as bits by the last five bits of the letter.
    last: u32,
}

const fn step(suffixes: &'static [Suffix]) -> Step {
    let (mut last, mut at) = (0, 0);
    while at < suffixes.len() {
        last |= bit(suffixes[at].letters);
        at += 1;
    }
    Step { suffixes, last }
}

/// The bit of the last letter.
const fn bit(letters: u64) -> u32 {
    1 << ((letters >> 56) & 31)
}

/// A suffix and what takes its place.
struct Suffix {
    /// Its letters, the last one the highest byte.
    letters: u64,
    /// The bytes of `letters` that count.
    mask: u64,
    length: usize,
    becomes: &'static [u8],
    /// True where it must stand in R2 though the others of its step need not.
    second: bool,
    /// One of these must stand before it; anything may where there is none.
    after: &'static [u8],
}

const fn suffix(text: &str, becomes: &'static str) -> Suffix {
    let (text, mut letters, mut at) = (text.as_bytes(), 0, 0);
    while at < text.len() {
        letters = letters >> 8 | (text[at] as u64) << 56;
        at += 1;
    }
    let (length, becomes) = (text.len(), becomes.as_bytes());
    let mask = u64::MAX << (64 - 8 * length);
    Suffix { letters, mask, length, becomes, second: false, after: b"" }
}

impl Suffix {
    const fn in_second_region(mut self) -> Self {
        self.second = true;
        self
    }

    const fn after(mut self, letters: &'static [u8]) -> Self {
        self.after = letters;
        self
    }
}

/// A word on its way to its stem. A `y` that is a consonant is a `Y`.
struct Letters {
    buffer: [u8; BEFORE + LONGEST],
    length: usize,
    /// Where R1 begins, what follows the first consonant after a vowel.
    first: usize,
    /// Where R2 begins, the R1 of R1.
    second: usize,
}

impl Letters {
    fn of(word: &str) -> Self {
        let word = word.strip_prefix('\'').unwrap_or(word).as_bytes();
        let mut buffer = [0; BEFORE + LONGEST];
        let letters = &mut buffer[BEFORE..][..word.len()];
        letters.copy_from_slice(word);
        for at in 0..letters.len() {
            if letters[at] == b'y' && (at == 0 || is_vowel(letters[at - 1])) {
                letters[at] = b'Y';
            }
        }
        let first = match letters {
            [b'a', b'r', b's', b'e', b'n', ..] | [b'g', b'e', b'n', b'e', b'r', ..] => 5,
            [b'c', b'o', b'm', b'm', b'u', b'n', ..] => 6,
            _ => region(letters, 0),
        };
        let second = region(letters, first);
        Self { buffer, length: word.len(), first, second }
    }

    fn letters(&self) -> &[u8] {
        &self.buffer[BEFORE..][..self.length]
    }

    /// The letters as they are written.
    fn spelled(&mut self) -> &[u8] {
        let letters = &mut self.buffer[BEFORE..][..self.length];
        letters.make_ascii_lowercase();
        letters
    }

    fn strip(&mut self) {
        self.strip_plural();
        self.strip_ed_and_ing();
        if let [_, .., before, b'y' | b'Y'] = self.letters()
            && !is_vowel(*before)
        {
            self.replace(1, b"i");
        }
        self.strip_longest(&STEP_2, self.first);
        self.strip_longest(&STEP_3, self.first);
        self.strip_longest(&STEP_4, self.second);
        self.strip_e_and_l();
    }

    /// Steps 0 and 1a.
    fn strip_plural(&mut self) {
        match self.letters() {
            [.., b'\'', b's', b'\''] => self.length -= 3,
            [.., b'\'', b's'] => self.length -= 2,
            [.., b'\''] => self.length -= 1,
            _ => {}
        }
        match self.letters() {
            [.., b's', b's', b'e', b's'] | [_, _, .., b'i', b'e', b'd' | b's'] => self.length -= 2,
            [.., b'i', b'e', b'd' | b's'] => self.length -= 1,
            [.., b'u' | b's', b's'] => {}
            [before @ .., _, b's'] if has_vowel(before) => self.length -= 1,
            _ => {}
        }
    }

    /// Step 1b.
    fn strip_ed_and_ing(&mut self) {
        let (before, length) = match self.letters() {
            [before @ .., b'e', b'e', b'd'] => {
                let stays = LEFT_AS_THEY_ARE.contains(&self.letters());
                self.length -= usize::from(before.len() >= self.first && !stays);
                return;
            }
            [before @ .., b'e', b'e', b'd', b'l', b'y'] => {
                self.length -= if before.len() >= self.first { 3 } else { 0 };
                return;
            }
            [before @ .., b'e', b'd'] => (before, 2),
            [before @ .., b'i', b'n', b'g'] => (before, 3),
            [before @ .., b'e', b'd', b'l', b'y'] => (before, 4),
            [before @ .., b'i', b'n', b'g', b'l', b'y'] => (before, 5),
            _ => return,
        };
        if !has_vowel(before) || LEFT_AS_THEY_ARE.contains(&self.letters()) {
            return;
        }
        self.length -= length;
        match self.letters() {
            [.., b'a', b't'] | [.., b'b', b'l'] | [.., b'i', b'z'] => self.replace(0, b"e"),
            [.., one, other] if one == other && b"bdfgmnprt".contains(one) => self.length -= 1,
            letters if letters.len() == self.first && is_short(letters) => self.replace(0, b"e"),
            _ => {}
        }
    }

    /// Steps 2 to 4: replaces the longest of the suffixes if it stands where it may.
    fn strip_longest(&mut self, step: &Step, from: usize) {
        let Some(last) = self.buffer[self.length..].first_chunk::<BEFORE>() else { return };
        let last = u64::from_le_bytes(*last);
        if step.last & bit(last) == 0 {
            return;
        }
        let ends = |suffix: &&Suffix| last & suffix.mask == suffix.letters;
        let Some(suffix) = step.suffixes.iter().find(ends) else { return };
        let start = self.length - suffix.length;
        let from = if suffix.second { self.second } else { from };
        let fits = || suffix.after.is_empty() || suffix.after.contains(&self.letters()[start - 1]);
        if start >= from && fits() {
            self.replace(suffix.length, suffix.becomes);
        }
    }

    /// Step 5.
    fn strip_e_and_l(&mut self) {
        let falls = match self.letters() {
            [before @ .., b'e'] => {
                before.len() >= self.second || before.len() >= self.first && !is_short(before)
            }
            [before @ .., b'l'] => before.len() >= self.second && before.ends_with(b"l"),
            _ => false,
        };
        self.length -= usize::from(falls);
    }

    /// Puts other letters in the place of the last ones.
    fn replace(&mut self, last: usize, becomes: &[u8]) {
        let start = BEFORE + self.length - last;
        self.buffer[start..][..becomes.len()].copy_from_slice(becomes);
        self.length = self.length - last + becomes.len();
    }
}

/// What follows the first consonant after a vowel begins here.
fn region(letters: &[u8], from: usize) -> usize {
    let place = |at: usize, vowel: bool| {
        let found = letters[at..].iter().position(|&letter| is_vowel(letter) == vowel);
        found.map_or(letters.len(), |found| at + found)
    };
    letters.len().min(place(place(from, true), false) + 1)
}

/// True for letters that end in a short syllable: a vowel between consonants, the second of which
/// is none of `w`, `x` and `Y`, or a vowel that begins the word before a consonant.
fn is_short(letters: &[u8]) -> bool {
    match letters {
        [vowel, last] => is_vowel(*vowel) && !is_vowel(*last),
        [.., first, vowel, last] => {
            !is_vowel(*first)
                && is_vowel(*vowel)
                && !is_vowel(*last)
                && !matches!(last, b'w' | b'x' | b'Y')
        }
        _ => false,
    }
}

fn has_vowel(letters: &[u8]) -> bool {
    letters.iter().copied().any(is_vowel)
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_stemmers::{Algorithm, Stemmer};

    use super::*;

    /// `None` where the stemmer for all languages says the same.
    fn difference(word: &str) -> Option<String> {
        let stem = Stemmer::create(Algorithm::English).stem(word).into_owned();
        let own = english_stem(word).expect("letters and apostrophes alone");
        (own != stem).then(|| format!("{word}: {own}, not {stem}"))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 8192, ..ProptestConfig::default() })]

        #[test]
        fn a_stem_is_the_stemmers(
            word in "'?[a-z]{0,4}(arsen|y|commun|gener)?([bcdfghklmnprstvwxyz]?[aeiouy][bdgklmnprstwxy]){0,3}[a-z]{0,2}(at|bl|iz|ation|al|ful|ous|ive|ance|anc|abl|li|og|ment|ness|less|ic|it|ism|i|e)?(ed|ing|edly|ingly|er|or|al|ly|li|ent|ant|able|ate|ic|s?ion|e|y)?(s|'s|s'|'s')?"
        ) {
            prop_assert_eq!(difference(&word), None);
        }

        #[test]
        fn a_stem_of_any_letters_is_the_stemmers(word in "[a-z']{0,9}") {
            prop_assert_eq!(difference(&word), None);
        }
    }

    #[test]
    fn what_the_stemmer_excepts_is_excepted() {
        let excepted = "andes atlas bias canning cosmos dying earring early exceed gently herring \
                        howe idly inning lying news only outing proceed singly skies skis sky \
                        succeed tying ugly";
        for word in excepted.split_whitespace() {
            assert_eq!(difference(word), None);
            assert_eq!(difference(&format!("{word}s")), None);
        }
    }

    #[test]
    fn most_stems_are_the_beginnings_of_their_words() {
        let borrowed = |word| matches!(english_stem(word), Some(Cow::Borrowed(_)));
        let plain = [
            ("storm", "storm"),
            ("roads", "road"),
            ("houses", "hous"),
            ("increase", "increas"),
            ("rise", "rise"),
            ("warned", "warn"),
            ("landings", "land"),
            ("stopped", "stop"),
            ("related", "relat"),
        ];
        for (word, stem) in plain {
            assert!(borrowed(word), "{word}");
            assert_eq!(english_stem(word).as_deref(), Some(stem));
        }
        for word in ["hoping", "happy"] {
            assert!(!borrowed(word), "{word}");
        }
        assert_eq!(english_stem("b2b"), None);
        assert_eq!(english_stem("café"), None);
    }
}
