//! Whether what was ahead has come about: `resigned` after `will resign`.

use crate::notes::counted::Words;
use crate::text::Language;

/// What is ahead stands within so many words after the word that says so, and before any mark: in
/// German the verb comes last.
const AHEAD: usize = 8;

/// English words that say so where `to` follows: `plans to resign`.
const PLANS: &[&str] = &[
    "about", "expected", "expects", "hoped", "hopes", "intends", "likely", "planned", "planning",
    "plans", "ready", "set", "wants",
];

/// True for a sentence that tells what those `known` only say is ahead.
pub(super) fn has_come_about(new: &Words<'_>, known: &[&Words<'_>]) -> bool {
    let ahead: Vec<Vec<bool>> = known.iter().map(|words| ahead(words)).collect();
    // A word that none of them has elsewhere.
    let only_ahead = |stem: &str| {
        let with = known.iter().zip(&ahead).flat_map(|(words, ahead)| {
            let places = (0..words.len()).filter(|&place| words.stem(place) == stem);
            places.map(|place| ahead[place])
        });
        with.reduce(|all, ahead| all && ahead).unwrap_or(false)
    };
    if ahead.iter().flatten().all(|ahead| !ahead) {
        return false;
    }
    let own = self::ahead(new);
    (0..new.len()).any(|place| !own[place] && new.is_content(place) && only_ahead(new.stem(place)))
}

/// For each word whether it stands among those that are ahead.
fn ahead(words: &Words<'_>) -> Vec<bool> {
    let mut ahead = vec![false; words.len()];
    let mut left = 0;
    for (place, is_ahead) in ahead.iter_mut().enumerate() {
        left = if words.follows(place).is_some() { left } else { 0 };
        *is_ahead = left > 0;
        left = if is_prospect(words, place) { AHEAD } else { left.saturating_sub(1) };
    }
    ahead
}

fn is_prospect(words: &Words<'_>, place: usize) -> bool {
    let word = words.folded(place);
    let plan = words.language == Language::English && PLANS.contains(&word);
    words.language.is_prospect(word) || plan && words.passed_over(place + 1, &["to"], 1) == 1
}
