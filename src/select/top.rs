//! The most salient sentences, whatever they repeat.

use crate::select::{Candidates, Choice, Selector};

/// Takes sentences in the order of their salience, skipping those that no longer fit; among
/// equals the earlier one. O(n log n).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Top;

impl Selector for Top {
    fn select(&self, candidates: &Candidates<'_>, limit: usize) -> Vec<Choice> {
        let mut order = candidates.eligible.to_vec();
        let salience = |sentence: u32| candidates.salience[sentence as usize];
        order.sort_by(|&a, &b| salience(b).total_cmp(&salience(a)).then(a.cmp(&b)));
        let mut left = limit;
        let mut chosen = Vec::new();
        for sentence in order {
            let cost = candidates.costs[sentence as usize];
            if cost <= left {
                left -= cost;
                chosen.push(Choice { sentence, gain: salience(sentence) });
            }
        }
        chosen
    }
}
