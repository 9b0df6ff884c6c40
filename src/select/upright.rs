//! Of sentences that say nearly the same, the one that stands alone.

use crate::clean::{Blemish, Blemishes};
use crate::select::asked::Turns;
use crate::select::greedy::Greedy;
use crate::select::{Choice, SUPPORT_THRESHOLD};

/// For how many sentences of one selection others are looked for: each costs a pass over the rows.
const MOST: usize = 32;

impl Greedy<'_> {
    /// In place of a sentence whose opening leans on what is not chosen, or that has the words of
    /// somebody who is not named or of a post, the most valuable one of another article that may be
    /// taken and says nearly the same (a cosine of [`SUPPORT_THRESHOLD`]) without that; where there
    /// is none, the sentence itself. O(entries of the rows).
    pub(super) fn upright(&mut self, choice: Choice) -> Choice {
        if self.looked_for == MOST || self.stands(choice.sentence) {
            return choice;
        }
        self.looked_for += 1;
        let (rows, sentences) = (self.candidates.rows, self.candidates.sentences);
        let mut dense = vec![0.0; rows.width()];
        rows.add_to(choice.sentence as usize, 1.0, &mut dense);
        let own = sentences[choice.sentence as usize].article;
        let mut best: Option<Choice> = None;
        for &other in self.candidates.eligible {
            if !self.done[other as usize]
                && sentences[other as usize].article != own
                && rows.dot_dense(other as usize, &dense) >= SUPPORT_THRESHOLD
                && sentences[other as usize].blemishes == Blemishes::default()
                && self.stands(other)
            {
                let choice = Choice { sentence: other, gain: self.gain(other) };
                if choice.gain > best.map_or(0.0, |best| best.gain)
                    && !self.is_small(choice)
                    && self.refusal(other).is_none()
                {
                    best = Some(choice);
                }
            }
        }
        best.unwrap_or(choice)
    }

    /// True for a sentence that is no [post](Blemish::Post) and whose opening and speaker are clear.
    fn stands(&self, sentence: u32) -> bool {
        let missing = self.missing(sentence as usize);
        let post = self.candidates.sentences[sentence as usize].blemishes.has(Blemish::Post);
        !(missing.before || missing.speaker || post)
    }
}
