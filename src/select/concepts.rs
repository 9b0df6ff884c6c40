//! Concepts: what a summary should cover.

use crate::select::Known;
use crate::select::counting::{ALONE, Counting, NOTHING, Standing};
use crate::text::Sentence;
use crate::vector::{Term, Terms};

/// The concepts of every sentence, with their weights in the cluster.
///
/// A concept is a content word, or a pair of adjacent words, stop words included (Gillick &
/// Favre 2009 cover bigrams). A concept that a single sentence has can only be covered by that
/// sentence, so it is not stored: its weight is summed into the sentence's own.
///
/// No sentence has a list of its concepts: they are read off the places of its terms, 4 bytes each.
#[derive(Clone, Debug)]
pub struct Concepts<'a> {
    terms: &'a Terms,
    /// By place of a term: the number of the shared pair that begins there or [`NO_PAIR`], and
    /// [`WORD`] where the term is a shared word that its sentence has not had.
    places: Vec<u32>,
    /// By term: its weight as a word.
    words: Vec<f64>,
    /// By number of a shared pair: its weight.
    pairs: Vec<f64>,
    /// By sentence: the weight of the concepts that no other sentence has.
    own: Vec<f64>,
}

/// The bit of a place whose term counts as a word. Pairs have fewer numbers than this.
const WORD: u32 = 1 << 31;
/// The number of no pair.
const NO_PAIR: u32 = WORD - 1;

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

impl<'a> Concepts<'a> {
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
        terms: &'a Terms,
        known: &Known<'_>,
        how: &ConceptWeights,
    ) -> Self {
        let counting = Counting::new(sentences, voters, terms, known, how);
        Self::number(terms, counting)
    }

    /// Numbers the shared pairs as the sentences come, and sums up what is not shared.
    fn number(terms: &'a Terms, counting: Counting) -> Self {
        let Counting { words, pairs: mut places, pair_weights, pair_alone } = counting;
        let mut own = Vec::with_capacity(terms.len());
        let mut pairs = 0;
        // By term: the last sentence that has it.
        let mut last = vec![u32::MAX; terms.distinct()];
        for sentence in 0..terms.len() {
            let mut alone = 0.0;
            for (place, &term) in (terms.start(sentence)..).zip(terms.of(sentence)) {
                let pair = match places[place] {
                    ALONE => {
                        alone += pair_alone;
                        NO_PAIR
                    }
                    NOTHING => NO_PAIR,
                    first if first as usize == place => {
                        pairs += 1;
                        pairs - 1
                    }
                    first => places[first as usize] & !WORD,
                };
                places[place] = pair;
                let word = words[term as usize];
                if word.standing == Standing::None {
                    continue;
                }
                let before = std::mem::replace(&mut last[term as usize], sentence as u32);
                match word.standing {
                    _ if before == sentence as u32 => {}
                    Standing::Shared => places[place] |= WORD,
                    Standing::Alone | Standing::None => alone += word.weight,
                }
            }
            own.push(alone);
        }
        let mut weights = vec![0.0; pairs as usize];
        for (first, weight) in pair_weights {
            weights[(places[first as usize] & !WORD) as usize] = weight;
        }
        let words = words.iter().map(|word| word.weight).collect();
        Self { terms, places, words, pairs: weights, own }
    }

    /// The weight of what a sentence has and no sentence that was [covered](Self::cover).
    #[must_use]
    pub fn weight(&self, sentence: usize) -> f64 {
        let start = self.terms.start(sentence);
        let mut sum = self.own[sentence];
        for (&term, &place) in self.terms.of(sentence).iter().zip(&self.places[start..]) {
            let (word, pair) = read(place);
            if word {
                sum += self.words[term as usize];
            }
            if let Some(pair) = pair {
                sum += self.pairs[pair];
            }
        }
        sum
    }

    /// What a sentence has and no sentence that was covered, of what several sentences have: words,
    /// and pairs with their second term, each with its weight.
    pub(crate) fn uncovered(&self, sentence: usize) -> Vec<(Term, Option<Term>, f64)> {
        let terms = self.terms.of(sentence);
        let places = &self.places[self.terms.start(sentence)..];
        let mut found = Vec::new();
        for (at, (&term, &place)) in terms.iter().zip(places).enumerate() {
            let (word, pair) = read(place);
            if word {
                found.push((term, None, self.words[term as usize]));
            }
            if let (Some(pair), Some(&next)) = (pair, terms.get(at + 1)) {
                found.push((term, Some(next), self.pairs[pair]));
            }
        }
        found.retain(|(.., weight)| *weight > 0.0);
        found
    }

    /// The weight of the concepts that no other sentence has.
    pub(crate) fn alone(&self, sentence: usize) -> f64 {
        self.own[sentence]
    }

    /// Covers the concepts of a sentence: they weigh nothing from here on.
    pub fn cover(&mut self, sentence: usize) {
        let start = self.terms.start(sentence);
        for (&term, &place) in self.terms.of(sentence).iter().zip(&self.places[start..]) {
            let (word, pair) = read(place);
            if word {
                self.words[term as usize] = 0.0;
            }
            if let Some(pair) = pair {
                self.pairs[pair] = 0.0;
            }
        }
    }
}

/// What a place says: whether its term counts as a word, and the number of the shared pair that
/// begins there.
fn read(place: u32) -> (bool, Option<usize>) {
    let pair = place & !WORD;
    (place & WORD != 0, (pair != NO_PAIR).then_some(pair as usize))
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
