//! Which sentences, under the budget, and in which order.
//!
//! A new selector is one file and one line in [`SELECTORS`].

mod asked;
mod beginnings;
mod budget;
mod concepts;
mod counting;
mod coverage;
mod greedy;
mod mmr;
mod near;
mod newest;
mod order;
mod pairs;
mod room;
mod support;
mod top;
mod upright;

pub use beginnings::Beginnings;
pub(crate) use budget::AUTO;
pub use budget::Budget;
pub use concepts::{ConceptWeights, Concepts, CountedConcepts};
pub use coverage::{Coverage, Fill, REPEAT_THRESHOLD};
pub use mmr::Mmr;
pub(crate) use near::Near;
pub(crate) use newest::take_newest;
pub use order::Order;
pub use support::{SUPPORT_THRESHOLD, Supporter, support};
pub(crate) use support::{alike, supporting};
pub use top::Top;

use std::ops::Range;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::text::Sentence;
use crate::vector::{Rows, Terms};

/// What a selector chooses from.
#[derive(Clone, Debug)]
pub struct Candidates<'a> {
    /// The articles of the cluster.
    pub articles: &'a [Article],
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
    /// By sentence: a factor of its worth that the user asked for; 1 where nothing was asked.
    pub emphasis: &'a [f64],
    /// What each sentence takes from the limit.
    pub costs: &'a [usize],
    /// The sentences that may be chosen, ascending.
    pub eligible: &'a [u32],
    /// What the user knows already.
    pub known: Known<'a>,
    /// The concepts, where they have been counted as the [selector weighs them](Selector::weighs).
    pub concepts: Option<&'a CountedConcepts>,
    /// Sentences that are taken first, whatever they are worth.
    pub pinned: &'a [u32],
    /// Lists of sentences, ascending; the best of each is taken first, list by list.
    pub first: &'a [Vec<u32>],
    /// True when nothing else is taken.
    pub only_first: bool,
    /// Limits beside the budget.
    pub caps: Caps<'a>,
    /// Selection ends when the best gain is below this share of the mean gain so far; 0 for a
    /// selection that ends when nothing fits, or when the selector says so.
    pub stop: f64,
}

impl<'a> Candidates<'a> {
    /// A sentence's salience, times what the user's emphasis makes of it.
    pub(crate) fn emphasised(&self, sentence: u32) -> f64 {
        self.salience[sentence as usize] * self.emphasis[sentence as usize]
    }

    /// The concepts of the cluster, nothing of them covered.
    pub(crate) fn concepts(&self, how: &ConceptWeights) -> Concepts<'a> {
        let Self { sentences, voters, terms, ref known, .. } = *self;
        let count = || CountedConcepts::new(sentences, voters, terms, known, how);
        Concepts::of(terms, self.concepts.map_or_else(count, Clone::clone))
    }

    /// A sentence as it stands in its article.
    pub(crate) fn text(&self, sentence: u32) -> &'a str {
        let sentence = &self.sentences[sentence as usize];
        sentence.span.of(&self.articles[sentence.article as usize].text)
    }
}

/// What the user knows already: sentences in the numbers of the cluster's terms.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// Terms in the numbers of the cluster's.
    pub terms: &'a Terms,
    /// Which sentences of `terms` are known.
    pub rows: Range<usize>,
    /// By sentence of the cluster: true when it nearly repeats a known one.
    pub repeats: &'a [bool],
    /// Sentences of the cluster with nearly the words of a known one that are news all the same:
    /// what they say counts as if nothing of it were known.
    pub news: &'a [u32],
}

/// Limits beside the budget.
#[derive(Clone, Copy, Debug, Default)]
pub struct Caps<'a> {
    /// Words that may be quoted from one article.
    pub words_an_article: Option<usize>,
    /// Sentences that may be taken from one source.
    pub sentences_a_source: Option<usize>,
    /// By article: the number of its source.
    pub sources: &'a [u32],
}

/// A sentence that was chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// Its number in the cluster.
    pub sentence: u32,
    /// What it was worth to the selector when it was chosen; comparable within a run.
    pub gain: f64,
}

/// A sentence that came up and was turned down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rejected {
    /// Its number in the cluster.
    pub sentence: u32,
    /// What it was worth to the selector when it was turned down.
    pub gain: f64,
    /// Why.
    pub reason: Refusal,
}

/// Why a sentence was turned down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Refusal {
    /// It is longer than what is left of the budget.
    Budget,
    /// Its article has been quoted enough.
    ArticleCap,
    /// Its source has been quoted enough.
    SourceCap,
    /// It nearly repeats a chosen sentence.
    Repeats,
    /// The user knows it already.
    Known,
    /// It adds too little.
    SmallGain,
    /// A newer article says it as it stands now.
    Outdated,
}

/// What a selector decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selected {
    /// The chosen sentences, in the order of choice.
    pub choices: Vec<Choice>,
    /// The best of those that came up and were turned down, in the order of coming up.
    pub rejected: Vec<Rejected>,
    /// Which of the lists that come first, [`Candidates::first`], had no sentence to take.
    pub missed: Vec<usize>,
}

impl Selected {
    /// What a summarizer relies on, whoever wrote the selector.
    ///
    /// # Panics
    /// When a sentence was chosen that may not be, or one twice, or more than the limit.
    pub(crate) fn assert_lawful(&self, candidates: &Candidates<'_>, limit: usize) {
        let mut chosen: Vec<u32> = self.choices.iter().map(|choice| choice.sentence).collect();
        chosen.sort_unstable();
        assert!(chosen.is_sorted_by(|a, b| a < b), "a selector chooses a sentence once");
        let pinned: FxHashSet<u32> = candidates.pinned.iter().copied().collect();
        let may_be = |sentence| {
            candidates.eligible.binary_search(sentence).is_ok() || pinned.contains(sentence)
        };
        assert!(chosen.iter().all(may_be), "a selector chooses what is eligible or pinned");
        let cost: usize = chosen.iter().map(|&sentence| candidates.costs[sentence as usize]).sum();
        assert!(cost <= limit, "a selector keeps to the limit");
    }
}

/// Chooses sentences whose costs sum to at most a limit.
pub trait Selector: Send + Sync {
    /// Chooses from [`Candidates::eligible`], each sentence once, the most wanted first. First come
    /// those that are pinned, then one of each list in `first`, as far as limit and caps allow; lists
    /// of which none could be taken are told in [`Selected::missed`]. With `only_first` that is all.
    /// What is `known` is not chosen; where the gain falls below `stop` times the mean so far, the
    /// choice ends. A selector that does not heed one of these takes no part in that steering. A
    /// summarizer panics where a sentence is chosen that is neither eligible nor pinned, or chosen
    /// twice, or where the costs go over the limit.
    fn select(&self, candidates: &Candidates<'_>, limit: usize) -> Selected;

    /// How it weighs concepts, if it does: they are then counted while the sentences are ranked.
    fn weighs(&self) -> Option<&ConceptWeights> {
        None
    }
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
