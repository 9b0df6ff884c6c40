//! What the user asked for: every selector takes it first.

use crate::select::room::Room;
use crate::select::{Candidates, Choice, Refusal, Selected};

/// A selection as it goes on.
pub(super) trait Turns<'a>: Sized {
    /// What still fits.
    fn room(&mut self) -> &mut Room<'a>;

    /// What a sentence is worth now.
    fn gain(&self, sentence: u32) -> f64;

    /// False for a sentence that has nothing to say.
    fn says_something(&self, choice: Choice) -> bool {
        choice.gain != 0.0
    }

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

    /// Takes the best sentence of a list, among equals the earlier one; where none may be taken, the
    /// best that is refused is rejected, and it returns false.
    fn take_best_of(&mut self, list: &[u32]) -> bool {
        let mut best: Option<Choice> = None;
        let mut refused: Option<(Choice, Refusal)> = None;
        for &sentence in list {
            let choice = Choice { sentence, gain: self.gain(sentence) };
            let is_better = |than: Choice| choice.gain > than.gain;
            if !self.says_something(choice) || !best.is_none_or(is_better) {
                continue;
            }
            match self.refusal(sentence) {
                None => best = Some(choice),
                Some(reason) if refused.is_none_or(|(other, _)| is_better(other)) => {
                    refused = Some((choice, reason));
                }
                Some(_) => {}
            }
        }
        if let (None, Some((choice, reason))) = (best, refused) {
            self.room().reject(choice, reason);
        }
        best.map(|best| self.take(best)).is_some()
    }
}
