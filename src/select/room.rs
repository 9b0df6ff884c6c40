//! What still fits: the budget and the caps.

use std::mem;

use rustc_hash::FxHashSet;

use crate::select::{Candidates, Choice, Refusal, Rejected, Selected};
use crate::text::Sentence;

/// How many rejected sentences are remembered, the best first.
pub(super) const REMEMBERED: usize = 20;

/// Keeps count of what was taken. What does not fit once never fits again.
#[derive(Clone)]
pub(super) struct Room<'a> {
    candidates: &'a Candidates<'a>,
    left: usize,
    /// By article: words quoted from it.
    quoted: Vec<usize>,
    /// By source: sentences taken from it.
    taken: Vec<usize>,
    chosen: FxHashSet<u32>,
    choices: Vec<Choice>,
    /// Sum of the gains taken.
    gained: f64,
    /// The same, each times the cost of its sentence.
    worth: f64,
    rejected: Vec<Rejected>,
    /// How many rejected sentences are remembered.
    remembered: usize,
    missed: Vec<usize>,
}

impl<'a> Room<'a> {
    pub(super) fn new(candidates: &'a Candidates<'a>, limit: usize) -> Self {
        let articles = candidates.centrality.len();
        Self {
            candidates,
            left: limit,
            quoted: vec![0; articles],
            taken: vec![0; articles],
            chosen: FxHashSet::default(),
            choices: Vec::new(),
            gained: 0.0,
            worth: 0.0,
            rejected: Vec::with_capacity(REMEMBERED),
            remembered: REMEMBERED,
            missed: Vec::new(),
        }
    }

    /// What is chosen from.
    pub(super) fn candidates(&self) -> &'a Candidates<'a> {
        self.candidates
    }

    /// The reason why a sentence may not be taken, if there is one.
    pub(super) fn refusal(&self, sentence: u32) -> Option<Refusal> {
        let Candidates { sentences, costs, caps, .. } = *self.candidates;
        let article = sentences[sentence as usize].article as usize;
        let words = sentences[sentence as usize].words as usize;
        if costs[sentence as usize] > self.left {
            Some(Refusal::Budget)
        } else if caps.words_an_article.is_some_and(|cap| self.quoted[article] + words > cap) {
            Some(Refusal::ArticleCap)
        } else if caps
            .sentences_a_source
            .is_some_and(|cap| self.taken[caps.sources[article] as usize] >= cap)
        {
            Some(Refusal::SourceCap)
        } else {
            None
        }
    }

    /// The same for a sentence that nobody asked for.
    pub(super) fn refusal_unasked(&self, sentence: u32) -> Option<Refusal> {
        let known = self.candidates.known.repeats.get(sentence as usize) == Some(&true);
        self.refusal(sentence).or(known.then_some(Refusal::Known))
    }

    /// True for a gain below a share of the mean gain so far.
    pub(super) fn is_small(&self, gain: f64, share: f64) -> bool {
        share > 0.0 && gain * (self.choices.len() as f64) < share * self.gained
    }

    /// What the sentences taken are worth together: their gains are those of a word.
    pub(super) fn worth(&self) -> f64 {
        self.worth
    }

    /// Takes a sentence that is not refused.
    pub(super) fn take(&mut self, choice: Choice) {
        self.occupy(choice.sentence);
        self.gained += choice.gain;
        self.worth += choice.gain * self.candidates.costs[choice.sentence as usize] as f64;
        self.choices.push(choice);
    }

    /// Counts what a sentence that is not refused takes, and no more.
    pub(super) fn occupy(&mut self, sentence: u32) {
        let Candidates { sentences, costs, caps, .. } = *self.candidates;
        let Sentence { article, words, .. } = sentences[sentence as usize];
        // It was not refused, or a selection that is lawful has it.
        self.left -= costs[sentence as usize];
        self.quoted[article as usize] += words as usize;
        if caps.sentences_a_source.is_some() {
            self.taken[caps.sources[article as usize] as usize] += 1;
        }
        self.chosen.insert(sentence);
    }

    /// Takes back what [`occupy`](Self::occupy) counted.
    pub(super) fn vacate(&mut self, sentence: u32) {
        let Candidates { sentences, costs, caps, .. } = *self.candidates;
        let Sentence { article, words, .. } = sentences[sentence as usize];
        self.left += costs[sentence as usize];
        self.quoted[article as usize] -= words as usize;
        if caps.sentences_a_source.is_some() {
            self.taken[caps.sources[article as usize] as usize] -= 1;
        }
        self.chosen.remove(&sentence);
    }

    /// Remembers that a sentence was turned down; they come best first.
    pub(super) fn reject(&mut self, choice: Choice, reason: Refusal) {
        if !self.remembers_enough() {
            let Choice { sentence, gain } = choice;
            self.rejected.push(Rejected { sentence, gain, reason });
        }
    }

    /// Remembers no more rejected sentences.
    pub(super) fn remember_nothing(&mut self) {
        self.remembered = 0;
    }

    /// Remembers that a list had no sentence to take.
    pub(super) fn miss(&mut self, list: usize) {
        self.missed.push(list);
    }

    /// True once no more rejected sentences are remembered.
    pub(super) fn remembers_enough(&self) -> bool {
        self.rejected.len() >= self.remembered
    }

    /// The sentences taken so far, in order.
    pub(super) fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// What was turned down so far, as far as it is remembered.
    pub(super) fn rejected(&self) -> &[Rejected] {
        &self.rejected
    }

    /// What is left of the budget.
    pub(super) fn left(&self) -> usize {
        self.left
    }

    /// True when a sentence was taken.
    pub(super) fn has(&self, sentence: u32) -> bool {
        self.chosen.contains(&sentence)
    }

    /// Hands over what was decided.
    pub(super) fn finish(&mut self) -> Selected {
        Selected {
            choices: mem::take(&mut self.choices),
            rejected: mem::take(&mut self.rejected),
            missed: mem::take(&mut self.missed),
        }
    }
}
