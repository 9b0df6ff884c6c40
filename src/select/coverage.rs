//! Greedy coverage of weighted concepts: the default selector.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::select::concepts::{ConceptWeights, Concepts};
use crate::select::{Candidates, Choice, Selector};
use crate::text::Shape;
use crate::vector::article_centrality;

/// Takes, turn by turn, the sentence with the largest gain that still fits:
///
/// gain = Σ weights of its concepts not yet covered × (salience × article centrality)^`salience`
/// × (1 + position)^−`position` × shape ÷ length in words
///
/// Concept coverage: Gillick & Favre 2009; greedy under a budget with gain ÷ cost: Lin & Bilmes
/// 2011; constants: rank.md §3. Gains only fall as concepts are covered, so a lazy heap
/// (Minoux 1978) chooses exactly what looking at every sentence in every turn would.
/// O(concepts + chosen · log sentences) in practice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coverage {
    /// Exponent of the salience.
    pub salience: f64,
    /// Exponent of the place in the article.
    pub position: f64,
    /// Factor of a piece of text that does not end like a sentence.
    pub fragment: f64,
    /// Factor of page furniture.
    pub furniture: f64,
    /// How concepts are weighted.
    pub concepts: ConceptWeights,
}

impl Default for Coverage {
    fn default() -> Self {
        Self {
            salience: 0.5,
            position: 0.2,
            fragment: 0.3,
            furniture: 1e-4,
            concepts: ConceptWeights::default(),
        }
    }
}

impl Coverage {
    /// What a sentence's uncovered weight is multiplied with: everything of the gain that does not
    /// change from turn to turn. One entry a sentence.
    fn priorities(&self, candidates: &Candidates<'_>) -> Vec<f64> {
        let centrality = article_centrality(candidates.rows, candidates.sentences);
        candidates
            .sentences
            .iter()
            .zip(candidates.salience)
            .map(|(sentence, salience)| {
                let shape = match sentence.shape {
                    Shape::Complete => 1.0,
                    Shape::Fragment => self.fragment,
                    Shape::Furniture => self.furniture,
                };
                let central = centrality[sentence.article as usize];
                let place = libm::pow(1.0 + f64::from(sentence.position), -self.position);
                let salience = libm::pow(salience * central, self.salience);
                salience * place * shape / f64::from(sentence.words.max(1))
            })
            .collect()
    }
}

impl Selector for Coverage {
    fn select(&self, candidates: &Candidates<'_>, limit: usize) -> Vec<Choice> {
        let concepts = Concepts::new(candidates.sentences, candidates.terms, &self.concepts);
        let priorities = self.priorities(candidates);
        let mut covered = vec![false; concepts.len()];
        let gain_of = |sentence: u32, covered: &[bool]| {
            concepts.new_weight(sentence as usize, covered) * priorities[sentence as usize]
        };
        let mut heap: BinaryHeap<Entry> = candidates
            .eligible
            .iter()
            .map(|&sentence| Entry { gain: gain_of(sentence, &covered), sentence, turn: 0 })
            .collect();
        let mut left = limit;
        let mut chosen: Vec<Choice> = Vec::new();
        while let Some(mut entry) = heap.pop() {
            if candidates.costs[entry.sentence as usize] > left || entry.gain <= 0.0 {
                continue;
            }
            if entry.turn != chosen.len() {
                entry.gain = gain_of(entry.sentence, &covered);
                entry.turn = chosen.len();
                heap.push(entry);
                continue;
            }
            left -= candidates.costs[entry.sentence as usize];
            for &concept in concepts.of(entry.sentence as usize) {
                covered[concept as usize] = true;
            }
            chosen.push(Choice { sentence: entry.sentence, gain: entry.gain });
        }
        chosen
    }
}

/// A sentence in the heap with its gain as of a turn.
struct Entry {
    gain: f64,
    sentence: u32,
    /// Number of sentences chosen when the gain was computed.
    turn: usize,
}

impl Ord for Entry {
    /// The largest gain first; among equals the earlier sentence.
    fn cmp(&self, other: &Self) -> Ordering {
        self.gain.total_cmp(&other.gain).then(other.sentence.cmp(&self.sentence))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Entry {}
