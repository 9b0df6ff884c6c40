//! The most salient sentences, whatever they repeat.

use crate::select::room::Room;
use crate::select::{Candidates, Choice, Selected, Selector};

/// Takes sentences in the order of their salience, skipping those that no longer fit; among
/// equals the earlier one. O(n log n).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Top;

impl Selector for Top {
    fn select(&self, candidates: &Candidates<'_>, limit: usize) -> Selected {
        let mut order = candidates.eligible.to_vec();
        let worth = |sentence: u32| {
            candidates.salience[sentence as usize] * candidates.emphasis[sentence as usize]
        };
        order.sort_by(|&a, &b| worth(b).total_cmp(&worth(a)).then(a.cmp(&b)));
        let mut room = Room::new(candidates, limit);
        for sentence in candidates.pinned.iter().copied().chain(order) {
            let choice = Choice { sentence, gain: worth(sentence) };
            match room.refusal(sentence) {
                None if candidates.pinned.contains(&sentence) && room.has(sentence) => {}
                None => room.take(choice),
                Some(reason) => room.reject(choice, reason),
            }
        }
        room.finish()
    }
}
