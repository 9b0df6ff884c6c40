//! Whether what was ahead has come about: `resigned` after `will resign`.

use rustc_hash::FxHashSet;

use crate::notes::counted::Words;
use crate::text::{Flags, Language};

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
    let known: Vec<(&Words<'_>, Vec<bool>)> =
        known.iter().map(|words| (*words, are_ahead(words))).collect();
    let stems = |ahead: bool| {
        known.iter().flat_map(move |(words, are_ahead)| {
            let places = (0..words.len()).filter(move |&place| are_ahead[place] == ahead);
            places.map(move |place| words.stem(place))
        })
    };
    let mut only_ahead: FxHashSet<&str> = stems(true).collect();
    for stem in stems(false) {
        only_ahead.remove(stem);
    }
    let own = are_ahead(new);
    (0..new.len())
        .any(|place| !own[place] && new.is_content(place) && only_ahead.contains(new.stem(place)))
}

/// For each word whether it stands among those that are ahead.
fn are_ahead(words: &Words<'_>) -> Vec<bool> {
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
    words.is(place, Flags::PROSPECT) || plan && words.passed_over(place + 1, &["to"], 1) == 1
}
