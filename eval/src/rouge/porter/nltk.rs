//! The variant of nltk's `PorterStemmer` in its default mode (`NLTK_EXTENSIONS`), which rouge-score uses.

use super::{STEP2, STEP3, first_rule};

/// Words with a stem of their own, and words that stay as they are.
const IRREGULAR: [(&str, &str); 16] = [
    ("sky", "sky"),
    ("skies", "sky"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("news", "news"),
    ("innings", "inning"),
    ("inning", "inning"),
    ("outings", "outing"),
    ("outing", "outing"),
    ("cannings", "canning"),
    ("canning", "canning"),
    ("howe", "howe"),
    ("proceed", "proceed"),
    ("exceed", "exceed"),
    ("succeed", "succeed"),
];

/// Stems the word in place.
pub(crate) fn stem(word: &mut Vec<u8>) {
    if let Some((_, stem)) = IRREGULAR.iter().find(|(form, _)| form.as_bytes() == word.as_slice()) {
        word.clear();
        word.extend_from_slice(stem.as_bytes());
        return;
    }
    if word.len() <= 2 {
        return;
    }
    plurals(word);
    past_and_progressive(word);
    final_y(word);
    double_suffixes(word);
    first_rule(word, &STEP3, |stem| measure(stem) > 0);
    single_suffixes(word);
    final_e(word);
    if word.ends_with(b"ll") && measure(&word[..word.len() - 1]) > 1 {
        word.pop();
    }
}

/// In nltk's order; `ion` has a condition of its own and stands between `ent` and `ou`.
const STEP4: [&str; 19] = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize",
];

/// Step 1a.
fn plurals(word: &mut Vec<u8>) {
    if word.ends_with(b"ies") && word.len() == 4 {
        word.pop();
    } else {
        first_rule(word, &[("sses", "ss"), ("ies", "i"), ("ss", "ss"), ("s", "")], |_| true);
    }
}

/// Step 1b.
fn past_and_progressive(word: &mut Vec<u8>) {
    if word.ends_with(b"ied") {
        let kept = if word.len() == 4 { 1 } else { 2 };
        word.truncate(word.len() - kept);
        return;
    }
    if first_rule(word, &[("eed", "ee")], |stem| measure(stem) > 0) {
        return;
    }
    let suffix = match () {
        () if word.ends_with(b"ed") => 2,
        () if word.ends_with(b"ing") => 3,
        () => return,
    };
    let stem = word.len() - suffix;
    if !has_vowel(&word[..stem]) {
        return;
    }
    word.truncate(stem);
    if [&b"at"[..], b"bl", b"iz"].iter().any(|end| word.ends_with(end)) {
        word.push(b'e');
    } else if ends_double_consonant(word) {
        if !matches!(word.last(), Some(b'l' | b's' | b'z')) {
            word.pop();
        }
    } else if measure(word) == 1 && ends_cvc(word) {
        word.push(b'e');
    }
}

/// Step 1c: only after a consonant that is not the first letter.
fn final_y(word: &mut [u8]) {
    if let [stem @ .., last @ b'y'] = word
        && stem.len() > 1
        && ends_in_consonant(stem)
    {
        *last = b'i';
    }
}

/// Step 2.
fn double_suffixes(word: &mut Vec<u8>) {
    let above_0 = |stem: &[u8]| measure(stem) > 0;
    if word.ends_with(b"alli") && measure(&word[..word.len() - 4]) > 0 {
        word.truncate(word.len() - 2);
        double_suffixes(word);
    } else if !(first_rule(word, &STEP2, above_0) || first_rule(word, &[("fulli", "ful")], above_0))
        && word.ends_with(b"logi")
        && measure(&word[..word.len() - 3]) > 0
    {
        word.pop();
    }
}

/// Step 4.
fn single_suffixes(word: &mut Vec<u8>) {
    let Some(suffix) = STEP4.iter().find(|suffix| word.ends_with(suffix.as_bytes())) else {
        return;
    };
    let stem = &word[..word.len() - suffix.len()];
    let allowed =
        measure(stem) > 1 && (*suffix != "ion" || matches!(stem.last(), Some(b's' | b't')));
    if allowed {
        word.truncate(word.len() - suffix.len());
    }
}

/// Step 5a.
fn final_e(word: &mut Vec<u8>) {
    if let [stem @ .., b'e'] = word.as_slice() {
        let m = measure(stem);
        if m > 1 || (m == 1 && !ends_cvc(stem)) {
            word.pop();
        }
    }
}

/// Whether each letter is a consonant: `y` is one at the start and after a vowel.
fn consonants(word: &[u8]) -> impl Iterator<Item = bool> + '_ {
    word.iter().scan(false, |after_consonant, byte| {
        let consonant = match byte {
            b'a' | b'e' | b'i' | b'o' | b'u' => false,
            b'y' => !*after_consonant,
            _ => true,
        };
        *after_consonant = consonant;
        Some(consonant)
    })
}

/// How often a consonant follows a vowel.
fn measure(stem: &[u8]) -> usize {
    let mut after_vowel = false;
    let mut m = 0;
    for consonant in consonants(stem) {
        m += usize::from(consonant && after_vowel);
        after_vowel = !consonant;
    }
    m
}

fn has_vowel(stem: &[u8]) -> bool {
    consonants(stem).any(|consonant| !consonant)
}

fn ends_in_consonant(word: &[u8]) -> bool {
    consonants(word).last().unwrap_or(false)
}

fn ends_double_consonant(word: &[u8]) -> bool {
    matches!(word, [.., a, b] if a == b) && ends_in_consonant(word)
}

/// Consonant, vowel, consonant other than w, x, y at the end; or a vowel and a consonant alone.
fn ends_cvc(word: &[u8]) -> bool {
    let kinds = consonants(word).fold([false; 3], |[_, a, b], kind| [a, b, kind]);
    match word {
        [_, _] => kinds == [false, false, true],
        [.., _, _, last] => kinds == [true, false, true] && !matches!(last, b'w' | b'x' | b'y'),
        _ => false,
    }
}
