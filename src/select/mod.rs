//! Which sentences, under the budget, and in which order.
//!
//! A new selector is one file and one line in [`SELECTORS`].

mod budget;
mod concepts;
mod coverage;
mod mmr;
mod near;
mod order;
mod support;
mod top;

pub use budget::Budget;
pub use concepts::{ConceptWeights, Concepts};
pub use coverage::Coverage;
pub use mmr::Mmr;
pub use order::Order;
pub use support::{SUPPORT_THRESHOLD, Supporter, support};
pub use top::Top;

use crate::text::Sentence;
use crate::vector::{Rows, Terms};

/// What a selector chooses from.
#[derive(Clone, Copy, Debug)]
pub struct Candidates<'a> {
    /// All sentences of the cluster, article by article.
    pub sentences: &'a [Sentence],
    /// Their terms.
    pub terms: &'a Terms,
    /// Their TF-IDF rows: sentences × terms.
    pub rows: &'a Rows,
    /// The ranker's salience, scaled so that 1 is the cluster's average.
    pub salience: &'a [f64],
    /// By article: how much it has to do with the others ([`crate::vector::article_centrality`]).
    pub centrality: &'a [f64],
    /// By article: who votes. Articles with the same entry are copies and vote once.
    pub voters: &'a [u32],
    /// What each sentence takes from the limit.
    pub costs: &'a [usize],
    /// The sentences that may be chosen, ascending.
    pub eligible: &'a [u32],
}

/// A sentence that was chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// Its number in the cluster.
    pub sentence: u32,
    /// What it was worth to the selector when it was chosen; comparable within a run.
    pub gain: f64,
}

/// Chooses sentences whose costs sum to at most a limit.
pub trait Selector: Send + Sync {
    /// The chosen sentences, in the order of choice.
    fn select(&self, candidates: &Candidates<'_>, limit: usize) -> Vec<Choice>;
}

/// A selector's name and how it is made.
pub type SelectorEntry = (&'static str, fn() -> Box<dyn Selector>);

/// All selectors.
pub const SELECTORS: &[SelectorEntry] = &[
    ("coverage", || Box::new(Coverage::default())),
    ("mmr", || Box::new(Mmr::default())),
    ("top", || Box::new(Top)),
];

/// The sentences that may be chosen: 5 to 200 words long, or, where no sentence is, all of them.
/// Shorter ones are remnants, longer ones are lists.
#[must_use]
pub fn eligible(sentences: &[Sentence], allowed: impl Fn(&Sentence) -> bool) -> Vec<u32> {
    let numbers = |keep: &dyn Fn(&Sentence) -> bool| -> Vec<u32> {
        (0..).zip(sentences).filter(|(_, s)| allowed(s) && keep(s)).map(|(i, _)| i).collect()
    };
    let usual = numbers(&|sentence| (5..=200).contains(&sentence.words));
    if usual.is_empty() { numbers(&|_| true) } else { usual }
}
