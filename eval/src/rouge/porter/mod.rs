//! Porter's stemmer (Porter 1980) in the two variants that ROUGE tools use. They are not Snowball's
//! `porter` nor `english`: about 2 % and 4 % of English words get other stems there.
//!
//! Both take lower-case ASCII letters and digits; digits count as consonants.

mod nltk;
mod perl;

pub(crate) use nltk::stem as stem_nltk;
pub(crate) use perl::stem as stem_rouge155;

/// Step 2 of both; each has one suffix more. Longer suffixes before those they end with, so that the
/// longest decides.
const STEP2: [(&str, &str); 20] = [
    ("ational", "ate"),
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("bli", "ble"),
    ("alli", "al"),
    ("entli", "ent"),
    ("eli", "e"),
    ("ousli", "ous"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("biliti", "ble"),
];

/// Step 3.
const STEP3: [(&str, &str); 7] = [
    ("icate", "ic"),
    ("ative", ""),
    ("alize", "al"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ful", ""),
    ("ness", ""),
];

/// Rewrites `word` by the first rule `(suffix, replacement)` whose suffix it ends with, if `allowed`
/// holds for what stands before the suffix. Whether any suffix matched.
fn first_rule(word: &mut Vec<u8>, rules: &[(&str, &str)], allowed: impl Fn(&[u8]) -> bool) -> bool {
    let Some(&(suffix, replacement)) =
        rules.iter().find(|(suffix, _)| word.ends_with(suffix.as_bytes()))
    else {
        return false;
    };
    let stem = word.len() - suffix.len();
    if allowed(&word[..stem]) {
        word.truncate(stem);
        word.extend_from_slice(replacement.as_bytes());
    }
    true
}
