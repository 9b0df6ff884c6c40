//! The most salient sentences, whatever they repeat.

use crate::select::asked::Turns;
use crate::select::room::Room;
use crate::select::{Candidates, Choice, Refusal, Selected, Selector};

/// Takes sentences in the order of their salience, skipping those that no longer fit; among
/// equals the earlier one. O(n log n).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Top;

impl Selector for Top {
    fn select(&self, candidates: &Candidates<'_>, limit: usize) -> Selected {
        Taking { candidates, room: Room::new(candidates, limit) }.selected()
    }
}

struct Taking<'a> {
    candidates: &'a Candidates<'a>,
    room: Room<'a>,
}

impl<'a> Turns<'a> for Taking<'a> {
    fn room(&mut self) -> &mut Room<'a> {
        &mut self.room
    }

    fn gain(&self, sentence: u32) -> f64 {
        self.candidates.emphasised(sentence)
    }

    fn take(&mut self, choice: Choice) {
        self.room.take(choice);
    }

    fn take_all_that_fit(&mut self) {
        let open = self.candidates.eligible.iter().filter(|&&sentence| !self.room.has(sentence));
        let mut order: Vec<u32> = open.copied().collect();
        order.sort_by(|&a, &b| self.gain(b).total_cmp(&self.gain(a)).then(a.cmp(&b)));
        for sentence in order {
            let choice = Choice { sentence, gain: self.gain(sentence) };
            if let Some(reason) = self.refusal(sentence) {
                self.room.reject(choice, reason);
            } else if self.room.is_small(choice.gain, self.candidates.stop) {
                self.room.reject(choice, Refusal::SmallGain);
                break;
            } else {
                self.room.take(choice);
            }
        }
    }
}
