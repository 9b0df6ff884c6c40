//! What the user asked for: every selector takes it first.

use crate::select::room::Room;
use crate::select::{Candidates, Choice, Refusal, Selected};

/// A selection as it goes on.
pub(super) trait Turns<'a>: Sized {
    /// What still fits.
    fn room(&mut self) -> &mut Room<'a>;

    /// What a sentence is worth now; 0 where it has nothing to say.
    fn gain(&self, sentence: u32) -> f64;

    /// Why a sentence that nobody asked for may not be taken now, if it may not.
    fn refusal(&mut self, sentence: u32) -> Option<Refusal> {
        self.room().refusal_unasked(sentence)
    }

    /// Takes a sentence.
    fn take(&mut self, choice: Choice);

    /// Takes sentences that nobody asked for until none fits or the gains are small.
    fn take_all_that_fit(&mut self);

    /// Takes what is asked for, then, where that is not all, what else fits.
    fn selected(mut self) -> Selected {
        self.take_what_is_asked_for();
        if !self.room().candidates().only_first {
            self.take_all_that_fit();
        }
        self.room().finish()
    }

    /// Takes the pinned sentences that fit and, of every list without a chosen sentence, the best.
    fn take_what_is_asked_for(&mut self) {
        let Candidates { pinned, first, .. } = *self.room().candidates();
        for &sentence in pinned {
            let choice = Choice { sentence, gain: self.gain(sentence) };
            match self.room().refusal(sentence) {
                None => self.take(choice),
                Some(reason) => self.room().reject(choice, reason),
            }
        }
        for (number, list) in first.iter().enumerate() {
            let chosen = self.room().choices();
            if !chosen.iter().any(|choice| list.binary_search(&choice.sentence).is_ok())
                && !self.take_best_of(list)
            {
                self.room().miss(number);
            }
        }
    }

    /// Takes the best sentence of a list, among equals the earlier one; false where none may be
    /// taken.
    fn take_best_of(&mut self, list: &[u32]) -> bool {
        let mut best: Option<Choice> = None;
        for &sentence in list {
            let gain = self.gain(sentence);
            if gain != 0.0
                && best.is_none_or(|best| gain > best.gain)
                && self.refusal(sentence).is_none()
            {
                best = Some(Choice { sentence, gain });
            }
        }
        best.map(|best| self.take(best)).is_some()
    }
}
