//! Several beginnings of a selection, and the best of them.

use std::collections::BinaryHeap;

use crate::select::greedy::{Entry, Greedy};
use crate::select::{Choice, Refusal};

/// How many beginnings a selection tries, and where.
///
/// Choosing by gain a word is far from the best set where few sentences fit: a short sentence that
/// comes first may take the room of two that are worth more. So the selection is made once more
/// from each of the few sentences with the largest gains, taken first, and what is worth most as a
/// whole is kept (partial enumeration: Khuller, Moss & Naor 1999). Figures: eval/ABLATION.md.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beginnings {
    /// How many sentences are tried as the first one; 0 for greedy choice alone.
    pub tried: usize,
    /// Where greedy choice takes more sentences than this, its first one matters little.
    pub sentences: usize,
    /// Where there are more sentences to choose from than this, many are as good as the first, and
    /// each beginning costs a look at all of them.
    pub candidates: usize,
    /// The budget must have room for so many sentences of mean cost: with less, a single sentence
    /// is the summary, and the longest that fits would always be worth most.
    pub room: f64,
    /// A beginning must be worth this much times what greedy choice is worth.
    pub margin: f64,
}

impl Default for Beginnings {
    fn default() -> Self {
        Self { tried: 4, sentences: 12, candidates: 1 << 14, room: 1.5, margin: 1.005 }
    }
}

impl Greedy<'_> {
    /// True where another beginning may be better than the greedy one.
    pub(super) fn may_begin_otherwise(&self) -> bool {
        let how = &self.how.beginnings;
        // Where every sentence takes the same room, the largest gains are the best choice; and where
        // the gains tell how long a summary is, what is worth most would be the longest.
        let by_length = self.mean_cost > 1.0 && self.candidates.stop == 0.0;
        let has_room = self.room.left() as f64 >= how.room * self.mean_cost;
        by_length && has_room && self.candidates.eligible.len() <= how.candidates
    }

    /// The selection as it goes on from here with the sentences that are `open`: from the greedy
    /// beginning, or from one that is worth more and has several sentences too.
    pub(super) fn best_beginning(&self, open: &BinaryHeap<Entry>) -> Self {
        let mut greedy = self.clone();
        greedy.go_on(open.clone(), 0.0);
        let beginning_with = |first: Entry| {
            let mut open = open.clone();
            open.push(first.before_all());
            open
        };
        let (mut best, mut most) = (None, greedy.room.worth() * self.how.beginnings.margin);
        for first in self.other_beginnings(&greedy, open) {
            let mut draft = self.clone();
            // What is turned down is of interest in the end only.
            draft.room.remember_nothing();
            draft.go_on(beginning_with(first), most);
            if draft.room.worth() > most && self.taken_until(&draft).len() > 1 {
                (best, most) = (Some(first), draft.room.worth());
            }
        }
        let Some(first) = best else { return greedy };
        let mut best = self.clone();
        best.go_on(beginning_with(first), 0.0);
        best
    }

    /// What else a greedy selection from here might have taken first: no repetition of what it took.
    fn other_beginnings(&self, greedy: &Self, open: &BinaryHeap<Entry>) -> Vec<Entry> {
        let how = &self.how.beginnings;
        let taken = self.taken_until(greedy);
        if !(2..=how.sentences).contains(&taken.len()) {
            return Vec::new();
        }
        let repeats = |sentence: u32| {
            let mut rejected = greedy.room.rejected().iter();
            rejected.any(|it| it.sentence == sentence && it.reason == Refusal::Repeats)
        };
        let mut ranked = open.clone();
        std::iter::from_fn(|| ranked.pop())
            .take(how.tried)
            .take_while(Entry::has_value)
            .filter(|entry| entry.sentence != taken[0].sentence && !repeats(entry.sentence))
            .collect()
    }

    /// What was taken from here on until a later state.
    fn taken_until<'b>(&self, later: &'b Self) -> &'b [Choice] {
        &later.room.choices()[self.room.choices().len()..]
    }
}
