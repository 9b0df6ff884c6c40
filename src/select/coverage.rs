//! Greedy coverage of weighted concepts: the default selector.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::clean::{Blemish, Blemishes};
use crate::select::near::Near;
use crate::select::{Candidates, Choice, ConceptWeights, Concepts, Selector};
use crate::vector::by_article;

/// Takes, turn by turn, the sentence with the largest gain that still fits:
///
/// gain = Σ weights of its concepts not yet covered × √(salience × article centrality)
/// × (1 + position)^−β × blemishes ÷ length in words
///
/// β falls with the length of the article: the place says less in a long text. A sentence that
/// nearly repeats a chosen one is left out, and so is everything once the best gain is small
/// beside those before it.
///
/// Concept coverage: Gillick & Favre 2009; greedy under a budget with gain ÷ cost: Lin & Bilmes
/// 2011; constants: rank.md §3 and eval/ABLATION.md. Gains only fall as concepts are covered, so
/// a lazy heap (Minoux 1978) chooses exactly what looking at every sentence in every turn would.
/// O(concepts + chosen · log sentences) in practice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coverage {
    /// β for articles of up to `position_sentences` sentences.
    pub position: f64,
    /// Above this many sentences β falls as 1 / sentences.
    pub position_sentences: f64,
    /// Factor of a sentence without an end mark, [`Blemish::NoEnd`].
    pub no_end: f64,
    /// Factor of a sentence that starts low, [`Blemish::LowStart`].
    pub low_start: f64,
    /// Factor of a caption, [`Blemish::Caption`].
    pub caption: f64,
    /// Factor of page furniture, [`Blemish::Furniture`].
    pub furniture: f64,
    /// A sentence with a larger cosine with a chosen one repeats it.
    pub repeat: f64,
    /// Selection ends when the best gain is below this share of the mean gain so far.
    pub stop: f64,
    /// How concepts are weighted.
    pub concepts: ConceptWeights,
}

impl Default for Coverage {
    fn default() -> Self {
        Self {
            position: 0.2,
            position_sentences: 50.0,
            no_end: 0.3,
            low_start: 0.3,
            caption: 0.1,
            furniture: 1e-4,
            repeat: 0.5,
            stop: 0.1,
            concepts: ConceptWeights::default(),
        }
    }
}

impl Coverage {
    /// What a sentence's uncovered weight is multiplied with: everything of the gain that does not
    /// change from turn to turn. One entry a sentence.
    fn priorities(&self, candidates: &Candidates<'_>) -> Vec<f64> {
        let mut priorities = Vec::with_capacity(candidates.sentences.len());
        for article in by_article(candidates.sentences) {
            let beta = self.position * (self.position_sentences / article.len() as f64).min(1.0);
            for row in article {
                let sentence = &candidates.sentences[row];
                let central = candidates.centrality[sentence.article as usize];
                let salience = (candidates.salience[row] * central).sqrt();
                let place = libm::pow(1.0 + f64::from(sentence.position), -beta);
                let whole = self.blemish_factor(sentence.blemishes);
                priorities.push(salience * place * whole / f64::from(sentence.words.max(1)));
            }
        }
        priorities
    }

    fn blemish_factor(&self, blemishes: Blemishes) -> f64 {
        [
            (Blemish::NoEnd, self.no_end),
            (Blemish::LowStart, self.low_start),
            (Blemish::Caption, self.caption),
            (Blemish::Furniture, self.furniture),
        ]
        .into_iter()
        .filter(|(blemish, _)| blemishes.has(*blemish))
        .map(|(_, factor)| factor)
        .product()
    }
}

impl Selector for Coverage {
    fn select(&self, candidates: &Candidates<'_>, limit: usize) -> Vec<Choice> {
        let Candidates { sentences, voters, terms, .. } = *candidates;
        let concepts = Concepts::new(sentences, voters, terms, &self.concepts);
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
        let mut taken = 0.0;
        let mut chosen: Vec<Choice> = Vec::new();
        let mut near = Near::new(candidates.rows, self.repeat);
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
            let mut repeats = false;
            near.find(entry.sentence, |_, _| repeats = true);
            if repeats {
                continue;
            }
            if entry.gain * (chosen.len() as f64) < self.stop * taken {
                break;
            }
            left -= candidates.costs[entry.sentence as usize];
            taken += entry.gain;
            near.insert(entry.sentence);
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
