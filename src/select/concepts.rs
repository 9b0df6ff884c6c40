//! Concepts: what a summary should cover.

use crate::select::Known;
use crate::select::counting::{ALONE, Counting, NOTHING};
use crate::text::Sentence;
use crate::vector::Terms;

/// The concepts of every sentence, with their weights in the cluster.
///
/// A concept is a content word, or a pair of adjacent words, stop words included (Gillick &
/// Favre 2009 cover bigrams). A concept that a single sentence has can only be covered by that
/// sentence, so it is not stored: its weight is summed into the sentence's own.
#[derive(Clone, Debug, Default)]
pub struct Concepts {
    /// Shared concepts of sentence `i`, each once: `numbers[offsets[i]..offsets[i + 1]]`.
    offsets: Vec<u32>,
    numbers: Vec<u32>,
    /// By shared concept: its weight, the weight of its kind included.
    weights: Vec<f64>,
    /// By sentence: the weight of the concepts that no other sentence has.
    own: Vec<f64>,
}

/// How concepts are weighted (eval/ABLATION.md).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConceptWeights {
    /// Weight of a word beside a pair's 1.
    pub word: f64,
    /// Factor of a concept that stands in a lead and is confirmed: by two voters, and by more than
    /// a third of them.
    pub lead: f64,
    /// Sentences of an article that are its lead.
    pub lead_sentences: u32,
}

impl Default for ConceptWeights {
    fn default() -> Self {
        Self { word: 0.1, lead: 1.6, lead_sentences: 2 }
    }
}

impl ConceptWeights {
    /// The weight of a concept that so many voters and sentences have, `all_voters` being the
    /// cluster's.
    #[must_use]
    pub fn weigh(
        &self,
        word: bool,
        voters: u32,
        sentences: u32,
        in_lead: bool,
        all_voters: u32,
    ) -> f64 {
        let single = all_voters == 1;
        // In a large cluster two articles have much in common that the others pass over.
        let confirmed = if single { sentences > 1 } else { voters > 1 && voters > all_voters / 3 };
        let (voters, sentences) = (f64::from(voters), f64::from(sentences));
        let spread = if single { sentences } else { (voters * sentences).sqrt() };
        let lead = if in_lead && confirmed { self.lead } else { 1.0 };
        spread * lead * if word { self.word } else { 1.0 }
    }
}

/// Marks a concept that has no number yet.
const UNNUMBERED: u32 = u32::MAX;

impl Concepts {
    /// Counts and weighs the concepts of a cluster. `voters` has one entry an article: articles
    /// with the same entry are copies of one another and vote once.
    ///
    /// A concept's weight is √(voters × sentences that have it), times `lead` where it stands in
    /// the lead of some article and several voters have it: two, and more than a third of all. With
    /// a single voter it is the number of sentences, and two sentences confirm a lead. What is known
    /// already weighs nothing. O(terms).
    #[must_use]
    pub fn new(
        sentences: &[Sentence],
        voters: &[u32],
        terms: &Terms,
        known: &Known<'_>,
        how: &ConceptWeights,
    ) -> Self {
        let counting = Counting::new(sentences, voters, terms, known, how);
        Self::number(terms, counting)
    }

    /// Numbers the shared concepts as the sentences come, and sums up the others.
    fn number(terms: &Terms, counting: Counting) -> Self {
        let Counting { words, mut pairs, pair_weights, shared, pair_alone } = counting;
        let mut concepts = Self {
            offsets: Vec::with_capacity(terms.len() + 1),
            numbers: Vec::with_capacity(shared),
            weights: Vec::new(),
            own: Vec::with_capacity(terms.len()),
        };
        concepts.offsets.push(0);
        // By term: its number as a word, and the last sentence that has it.
        let mut numbers = vec![(UNNUMBERED, UNNUMBERED); terms.distinct()];
        for sentence in 0..terms.len() {
            let own_terms = terms.of(sentence);
            let mut own = 0.0;
            for &term in own_terms.iter().filter(|&&term| terms.is_content(term)) {
                let (number, last) = &mut numbers[term as usize];
                if std::mem::replace(last, sentence as u32) == sentence as u32 {
                    continue;
                }
                let word = words[term as usize];
                if !word.shared {
                    own += word.weight;
                    continue;
                }
                if *number == UNNUMBERED {
                    *number = concepts.weights.len() as u32;
                    concepts.weights.push(word.weight);
                }
                concepts.numbers.push(*number);
            }
            let start = terms.start(sentence);
            for place in start..start + own_terms.len().saturating_sub(1) {
                match pairs[place] {
                    ALONE => own += pair_alone,
                    NOTHING => {}
                    first => {
                        // From here on the first place has the number.
                        if first as usize == place {
                            pairs[place] = concepts.weights.len() as u32;
                            concepts.weights.push(0.0);
                        }
                        concepts.numbers.push(pairs[first as usize]);
                    }
                }
            }
            concepts.own.push(own);
            concepts.offsets.push(concepts.numbers.len() as u32);
        }
        for (first, weight) in pair_weights {
            concepts.weights[pairs[first as usize] as usize] = weight;
        }
        concepts
    }

    /// The shared concepts of a sentence, each once.
    #[must_use]
    pub fn of(&self, sentence: usize) -> &[u32] {
        &self.numbers[self.offsets[sentence] as usize..self.offsets[sentence + 1] as usize]
    }

    /// Number of shared concepts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// True when no two sentences share a concept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// The weight of what a sentence has and `covered` does not: one flag a shared concept.
    #[must_use]
    pub fn new_weight(&self, sentence: usize, covered: &[bool]) -> f64 {
        let fresh = self.of(sentence).iter().filter(|&&concept| !covered[concept as usize]);
        self.own[sentence] + fresh.map(|&concept| self.weights[concept as usize]).sum::<f64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_is_confirmed_by_two_voters_and_more_than_a_third() {
        let how = ConceptWeights { word: 1.0, lead: 2.0, ..ConceptWeights::default() };
        let confirmed = |voters: u32, sentences: u32, all: u32| {
            let [lead, other] =
                [true, false].map(|in_lead| how.weigh(true, voters, sentences, in_lead, all));
            let factor = lead / other;
            assert!((factor - 1.0).abs() < 1e-12 || (factor - 2.0).abs() < 1e-12, "{factor}");
            factor > 1.5
        };
        assert!(confirmed(2, 2, 3) && confirmed(2, 2, 5) && confirmed(4, 4, 9));
        assert!(!confirmed(1, 5, 3) && !confirmed(2, 2, 6) && !confirmed(3, 9, 9));
        // With a single voter by a second sentence.
        assert!(confirmed(1, 2, 1) && !confirmed(1, 1, 1));
    }

    #[test]
    fn weight_grows_with_voters_and_sentences() {
        let how = ConceptWeights { word: 0.1, ..ConceptWeights::default() };
        assert!((how.weigh(false, 2, 8, false, 3) - 4.0).abs() < 1e-12);
        assert!((how.weigh(true, 2, 8, false, 3) - 0.4).abs() < 1e-12);
        assert!((how.weigh(false, 1, 8, false, 1) - 8.0).abs() < 1e-12);
    }
}
