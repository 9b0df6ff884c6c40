//! The variant inside the Perl script ROUGE-1.5.5: Porter's own Perl program with a changed step 4.

use super::{STEP2, STEP3, first_rule};

/// Stems the word in place. Words of fewer than three letters stay as they are.
pub(crate) fn stem(word: &mut Vec<u8>) {
    if word.len() < 3 {
        return;
    }
    // A capital stands for a y that is a consonant because it begins the word.
    if word[0] == b'y' {
        word[0] = b'Y';
    }
    plurals(word);
    past_and_progressive(word);
    if let [stem @ .., last @ b'y'] = word.as_mut_slice()
        && Parse::of(stem).has_vowel()
    {
        *last = b'i';
    }
    let above_0 = |stem: &[u8]| Parse::of(stem).measure_above_0();
    if !first_rule(word, &STEP2, above_0) {
        first_rule(word, &[("logi", "log")], above_0);
    }
    first_rule(word, &STEP3, above_0);
    single_suffixes(word);
    final_e(word);
    if word.ends_with(b"ll") && Parse::of(word).measure_above_1() {
        word.pop();
    }
    if word[0] == b'Y' {
        word[0] = b'y';
    }
}

const STEP4: [(&str, &str); 16] = [
    ("al", ""),
    ("ance", ""),
    ("ence", ""),
    ("er", ""),
    ("ic", ""),
    ("able", ""),
    ("ible", ""),
    ("ant", ""),
    ("ement", ""),
    ("ou", ""),
    ("ism", ""),
    ("ate", ""),
    ("iti", ""),
    ("ous", ""),
    ("ive", ""),
    ("ize", ""),
];

/// Step 1a.
fn plurals(word: &mut Vec<u8>) {
    if word.ends_with(b"sses") || word.ends_with(b"ies") {
        word.truncate(word.len() - 2);
    } else if matches!(word.as_slice(), [.., before, b's'] if *before != b's') {
        word.pop();
    }
}

/// Step 1b.
fn past_and_progressive(word: &mut Vec<u8>) {
    if first_rule(word, &[("eed", "ee")], |stem| Parse::of(stem).measure_above_0()) {
        return;
    }
    let suffix = match () {
        () if word.ends_with(b"ed") => 2,
        () if word.ends_with(b"ing") => 3,
        () => return,
    };
    let stem = word.len() - suffix;
    if !Parse::of(&word[..stem]).has_vowel() {
        return;
    }
    word.truncate(stem);
    if [&b"at"[..], b"bl", b"iz"].iter().any(|end| word.ends_with(end)) {
        word.push(b'e');
    } else if matches!(word.as_slice(), [.., a, b] if a == b && !is_vowel(*b) && !matches!(b, b'y' | b'l' | b's' | b'z'))
    {
        word.pop();
    } else if is_cvc(word) {
        word.push(b'e');
    }
}

/// Step 4, which takes several suffixes off in one go: first one of the list, then `ment`, then `ent` or `ion`.
fn single_suffixes(word: &mut Vec<u8>) {
    let above_1 = |stem: &[u8]| Parse::of(stem).measure_above_1();
    first_rule(word, &STEP4, above_1);
    first_rule(word, &[("ment", "")], above_1);
    if !first_rule(word, &[("ent", "")], above_1)
        && (word.ends_with(b"sion") || word.ends_with(b"tion"))
        && above_1(&word[..word.len() - 3])
    {
        word.truncate(word.len() - 3);
    }
}

/// Step 5a.
fn final_e(word: &mut Vec<u8>) {
    if let [stem @ .., b'e'] = word.as_slice() {
        let parse = Parse::of(stem);
        if parse.measure_above_1() || (parse.measure_is_1() && !is_cvc(stem)) {
            word.pop();
        }
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Whether the whole word is consonants, one vowel, and one consonant other than w, x, y.
fn is_cvc(word: &[u8]) -> bool {
    let [head @ .., vowel, last] = word else { return false };
    let [first, rest @ ..] = head else { return false };
    !is_vowel(*first)
        && rest.iter().all(|&byte| !is_vowel(byte) && byte != b'y')
        && (is_vowel(*vowel) || *vowel == b'y')
        && !is_vowel(*last)
        && !matches!(last, b'w' | b'x' | b'y')
}

/// What the script's patterns find in a word. They parse it as `[C] V C V C …` where C is `[^aeiou][^aeiouy]*`
/// and V is `[aeiouy][aeiou]*`. A `y` may begin either, so all parses are followed at once: bit k says
/// that some parse is inside part k, with 0 the start, 1 the leading C, 2 the first V, 3 the C after it, 4, 5 the next.
struct Parse {
    reached: u8,
    end: u8,
}

impl Parse {
    fn of(word: &[u8]) -> Self {
        let (mut now, mut reached) = (1_u8, 1_u8);
        for &byte in word {
            let vowel = is_vowel(byte);
            let y = byte == b'y';
            let mut next = 0;
            if vowel || y {
                // Begins a V: from the start or the leading C to 2, from 3 to 4.
                next |= u8::from(now & 0b11 != 0) << 2 | u8::from(now & 0b1000 != 0) << 4;
            }
            if vowel {
                // Goes on inside a V.
                next |= now & 0b01_0100;
            }
            if !vowel {
                // Begins a C: from the start to 1, from 2 to 3, from 4 to 5.
                next |= (now & 0b01_0101) << 1;
            }
            if !vowel && !y {
                // Goes on inside a C.
                next |= now & 0b10_1010;
            }
            now = next;
            reached |= next;
        }
        Self { reached, end: now }
    }

    fn has_vowel(&self) -> bool {
        self.reached & 0b100 != 0
    }

    fn measure_above_0(&self) -> bool {
        self.reached & 0b1000 != 0
    }

    fn measure_above_1(&self) -> bool {
        self.reached & 0b10_0000 != 0
    }

    fn measure_is_1(&self) -> bool {
        self.end & 0b1_1000 != 0
    }
}
