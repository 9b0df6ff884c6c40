//! Maximal marginal relevance.

use crate::select::room::Room;
use crate::select::{Candidates, Choice, Selected, Selector};

/// Takes, turn by turn, the sentence with the largest
/// λ · salience − (1 − λ) · its largest cosine with a chosen sentence (Carbonell & Goldstein
/// 1998); salience is divided by the largest, so that both parts run from 0 to 1.
/// O(sentences × chosen).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mmr {
    /// λ: 1 looks at salience alone, 0 at novelty alone.
    pub relevance: f64,
}

impl Default for Mmr {
    fn default() -> Self {
        Self { relevance: 0.7 }
    }
}

impl Selector for Mmr {
    fn select(&self, candidates: &Candidates<'_>, limit: usize) -> Selected {
        let salience = |sentence: u32| {
            candidates.salience[sentence as usize] * candidates.emphasis[sentence as usize]
        };
        let eligible = candidates.eligible.iter().copied();
        let largest = eligible.map(salience).fold(f64::MIN_POSITIVE, f64::max);
        // Candidate and its largest cosine with a chosen sentence.
        let mut open: Vec<(u32, f64)> = candidates.eligible.iter().map(|&s| (s, 0.0)).collect();
        let mut room = Room::new(candidates, limit);
        let mut pinned = candidates.pinned.iter().copied();
        loop {
            let worth = |&(sentence, cosine): &(u32, f64)| {
                self.relevance * salience(sentence) / largest - (1.0 - self.relevance) * cosine
            };
            open.retain(|entry| match room.refusal(entry.0) {
                None => true,
                Some(reason) => {
                    room.reject(Choice { sentence: entry.0, gain: worth(entry) }, reason);
                    false
                }
            });
            let next = pinned.next().and_then(|pin| open.iter().position(|entry| entry.0 == pin));
            let best = next.or_else(|| {
                // Among equals the earlier sentence: `max_by` alone would take the later one.
                let entries = open.iter().enumerate().rev();
                entries.max_by(|a, b| worth(a.1).total_cmp(&worth(b.1))).map(|(at, _)| at)
            });
            let Some(at) = best else { return room.finish() };
            let entry = open.remove(at);
            room.take(Choice { sentence: entry.0, gain: worth(&entry) });
            let mut dense = vec![0.0; candidates.rows.width()];
            candidates.rows.add_to(entry.0 as usize, 1.0, &mut dense);
            for (sentence, cosine) in &mut open {
                *cosine = cosine.max(candidates.rows.dot_dense(*sentence as usize, &dense));
            }
        }
    }
}
