//! Of sentences that say nearly the same, the one that says it as it stands now.

use rustc_hash::FxHashSet;

use crate::clean::Blemishes;
use crate::select::near::Near;
use crate::select::room::{REMEMBERED, Room};
use crate::select::{Candidates, REPEAT_THRESHOLD, Refusal, Rejected, Selected, support};

/// Puts a newer sentence in the place of every chosen one that is outdated: one of those that
/// [`support`] it, that has no blemish and may be taken, and for which there is room. `newer` tells
/// the time of another sentence (the second) where it outdates a chosen one (the first); the newest
/// is taken, among equally new ones the most similar. What the user asked for stays. Linear as
/// [`support`] is.
pub(crate) fn take_newest(
    selected: &mut Selected,
    candidates: &Candidates<'_>,
    limit: usize,
    newer: impl Fn(u32, u32) -> Option<i64>,
) {
    let chosen: Vec<u32> = selected.choices.iter().map(|choice| choice.sentence).collect();
    let supporters = support(&chosen, candidates.sentences, candidates.rows);
    let mut room = Room::new(candidates, limit);
    let mut near = Near::new(candidates.rows, REPEAT_THRESHOLD);
    for &sentence in &chosen {
        room.occupy(sentence);
        near.insert(sentence);
    }
    let pinned: FxHashSet<u32> = candidates.pinned.iter().copied().collect();
    let is_asked_for = |sentence: u32| {
        pinned.contains(&sentence)
            || candidates.first.iter().any(|list| list.binary_search(&sentence).is_ok())
    };
    let mut outdated = Vec::new();
    for (choice, supporters) in selected.choices.iter_mut().zip(&supporters) {
        let own = choice.sentence;
        if is_asked_for(own) {
            continue;
        }
        room.vacate(own);
        let mut may_be_taken = |sentence: u32| {
            let mut repeats = false;
            near.find(sentence, |other, _| repeats |= other != own);
            !repeats
                && candidates.sentences[sentence as usize].blemishes == Blemishes::default()
                && !room.has(sentence)
                && candidates.eligible.binary_search(&sentence).is_ok()
                && room.refusal_unasked(sentence).is_none()
        };
        let newest = supporters
            .iter()
            .rev()
            .filter_map(|supporter| Some((newer(own, supporter.sentence)?, supporter.sentence)))
            .filter(|&(_, sentence)| may_be_taken(sentence))
            .max_by_key(|&(time, _)| time);
        if let Some((_, sentence)) = newest {
            let (gain, reason) = (choice.gain, Refusal::Outdated);
            outdated.push(Rejected { sentence: own, gain, reason });
            near.insert(sentence);
            choice.sentence = sentence;
        }
        room.occupy(choice.sentence);
    }
    // They came up before what was refused, and what has come in is refused no more.
    selected.rejected.retain(|rejected| !room.has(rejected.sentence));
    selected.rejected.splice(0..0, outdated);
    selected.rejected.truncate(REMEMBERED);
}
