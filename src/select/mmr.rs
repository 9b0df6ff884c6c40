//! Maximal marginal relevance.

use crate::select::asked::Turns;
use crate::select::room::Room;
use crate::select::{Candidates, Choice, Refusal, Selected, Selector};

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
        let eligible = candidates.eligible.iter();
        let largest = eligible.map(|&sentence| candidates.emphasised(sentence));
        let taking = Taking {
            candidates,
            relevance: self.relevance,
            largest: largest.fold(f64::MIN_POSITIVE, f64::max),
            nearest: vec![0.0; candidates.sentences.len()],
            room: Room::new(candidates, limit),
        };
        taking.selected()
    }
}

struct Taking<'a> {
    candidates: &'a Candidates<'a>,
    relevance: f64,
    /// The largest salience.
    largest: f64,
    /// By sentence: its largest cosine with a chosen one.
    nearest: Vec<f64>,
    room: Room<'a>,
}

impl<'a> Turns<'a> for Taking<'a> {
    fn room(&mut self) -> &mut Room<'a> {
        &mut self.room
    }

    fn gain(&self, sentence: u32) -> f64 {
        let salience = self.candidates.emphasised(sentence) / self.largest;
        self.relevance * salience - (1.0 - self.relevance) * self.nearest[sentence as usize]
    }

    fn says_something(&self, choice: Choice) -> bool {
        self.candidates.emphasised(choice.sentence) != 0.0
    }

    fn take(&mut self, choice: Choice) {
        self.room.take(choice);
        let Candidates { rows, eligible, .. } = *self.candidates;
        let mut dense = vec![0.0; rows.width()];
        rows.add_to(choice.sentence as usize, 1.0, &mut dense);
        for &sentence in eligible {
            let nearest = &mut self.nearest[sentence as usize];
            *nearest = nearest.max(rows.dot_dense(sentence as usize, &dense));
        }
    }

    fn take_all_that_fit(&mut self) {
        let open = self.candidates.eligible.iter().filter(|&&sentence| !self.room.has(sentence));
        let mut open: Vec<u32> = open.copied().collect();
        loop {
            let mut refused: Vec<(Choice, Refusal)> = Vec::new();
            open.retain(|&sentence| {
                let reason = self.refusal(sentence);
                let choice = Choice { sentence, gain: self.gain(sentence) };
                refused.extend(reason.map(|reason| (choice, reason)));
                reason.is_none()
            });
            refused.sort_by(|(a, _), (b, _)| b.gain.total_cmp(&a.gain));
            for (choice, reason) in refused {
                self.room.reject(choice, reason);
            }
            // Among equals the earlier sentence: `max_by` alone would take the later one.
            let choice = |&sentence: &u32| Choice { sentence, gain: self.gain(sentence) };
            let best = open.iter().rev().map(choice).max_by(|a, b| a.gain.total_cmp(&b.gain));
            let Some(best) = best else { break };
            if self.room.is_small(best.gain, self.candidates.stop) {
                self.room.reject(best, Refusal::SmallGain);
                break;
            }
            self.take(best);
            open.retain(|&sentence| sentence != best.sentence);
        }
    }
}
