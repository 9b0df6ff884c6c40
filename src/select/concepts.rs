//! Concepts: what a summary should cover.

use std::sync::Arc;

use crate::select::Known;
use crate::select::counting::{Counting, place, read};
use crate::text::Sentence;
use crate::vector::{Term, Terms};

/// The concepts of every sentence, with their weights in the cluster.
///
/// A concept is a content word, or a pair of adjacent words, stop words included (Gillick &
/// Favre 2009 cover bigrams). A concept that a single sentence has can only be covered by that
/// sentence, so it is not stored: its weight is summed into the sentence's own.
///
/// No sentence has a list of its concepts: they are read off the places of its terms, 4 bytes each.
/// A clone shares everything but the weights, which change as concepts are covered.
#[derive(Clone, Debug)]
pub struct Concepts<'a> {
    terms: &'a Terms,
    counted: CountedConcepts,
}

/// The concepts of a cluster, apart from the terms that they are made of.
#[derive(Clone, Debug)]
pub struct CountedConcepts {
    /// By place of a term: the concept that the pair is that begins there, and whether the sentence
    /// has not had the term as a word.
    places: Arc<Vec<u32>>,
    /// By concept: its weight. First come the terms, as words, then pairs; what is no concept of
    /// several sentences weighs nothing.
    weights: Vec<f64>,
    /// By sentence: the weight of the concepts that no other sentence has.
    own: Arc<Vec<f64>>,
}

/// How concepts are weighed (eval/ABLATION.md).
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
    /// A concept's weight is √(voters × sentences that have it, a copy's only where its voter has not
    /// had it), times `lead` where it stands in the lead of some article and several voters have it:
    /// two, and more than a third of all. With a single voter it is the number of sentences, and two
    /// sentences confirm a lead. What is known already weighs nothing. O(terms).
    #[must_use]
    pub fn new(
        sentences: &[Sentence],
        voters: &[u32],
        terms: &'a Terms,
        known: &Known<'_>,
        how: &ConceptWeights,
    ) -> Self {
        Self::of(terms, CountedConcepts::new(sentences, voters, terms, known, how))
    }

    /// The concepts of a cluster with these terms, as they were counted.
    #[must_use]
    pub fn of(terms: &'a Terms, counted: CountedConcepts) -> Self {
        Self { terms, counted }
    }

    /// The places of a sentence's terms, with the terms.
    fn places(&self, sentence: usize) -> impl Iterator<Item = (&Term, &u32)> {
        self.terms.of(sentence).iter().zip(&self.counted.places[self.terms.start(sentence)..])
    }

    /// The weight of what a sentence has and no sentence that was [covered](Self::cover). What it
    /// alone has counts even when it was covered itself.
    #[must_use]
    pub fn weight(&self, sentence: usize) -> f64 {
        let weights = &self.counted.weights;
        let mut sum = self.counted.own[sentence];
        for (&term, &place) in self.places(sentence) {
            let (pair, is_new) = read(place);
            // Most weigh nothing, and which cannot be guessed: no branch.
            sum += f64::from(is_new) * weights[term as usize];
            sum += weights[pair];
        }
        sum
    }

    /// What a sentence has and no sentence that was covered, of what several sentences have: words,
    /// and pairs with their second term, each with its weight.
    pub(crate) fn uncovered(&self, sentence: usize) -> Vec<(Term, Option<Term>, f64)> {
        let seconds = self.terms.of(sentence).iter().skip(1).copied().map(Some).chain([None]);
        let mut found = Vec::new();
        for ((&term, &place), second) in self.places(sentence).zip(seconds) {
            let (pair, is_new) = read(place);
            if is_new {
                found.push((term, None, self.counted.weights[term as usize]));
            }
            found.push((term, second, self.counted.weights[pair]));
        }
        found.retain(|(.., weight)| *weight > 0.0);
        found
    }

    /// The weight of the concepts that no other sentence has.
    pub(crate) fn alone(&self, sentence: usize) -> f64 {
        self.counted.own[sentence]
    }

    /// Covers the concepts of a sentence: what it shares with others weighs nothing from here on.
    pub fn cover(&mut self, sentence: usize) {
        let start = self.terms.start(sentence);
        let CountedConcepts { places, weights, .. } = &mut self.counted;
        for (&term, &place) in self.terms.of(sentence).iter().zip(&places[start..]) {
            weights[term as usize] = 0.0;
            weights[read(place).0] = 0.0;
        }
    }
}

impl CountedConcepts {
    /// Counts and weighs the concepts of a cluster, as [`Concepts::new`].
    #[must_use]
    pub fn new(
        sentences: &[Sentence],
        voters: &[u32],
        terms: &Terms,
        known: &Known<'_>,
        how: &ConceptWeights,
    ) -> Self {
        Self::number(terms, Counting::new(sentences, voters, terms, known, how))
    }

    /// Writes the concepts to their places and sums up what no other sentence has.
    fn number(terms: &Terms, counting: Counting) -> Self {
        let Counting { weights, lone_words, mut places, pairs, alone, word_alone, pair_alone } =
            counting;
        let own = |sentence: usize| {
            let mut sum = 0.0;
            let own = &mut places[terms.start(sentence)..];
            for (&term, own) in terms.of(sentence).iter().zip(own) {
                let (at, is_new) = read(*own);
                let pair = pairs[at];
                *own = place(pair, is_new);
                // What is alone cannot be guessed: no branch.
                sum += f64::from(pair == alone) * pair_alone;
                sum += f64::from(is_new & lone_words[term as usize]) * word_alone;
            }
            sum
        };
        let own = Arc::new((0..terms.len()).map(own).collect());
        Self { places: Arc::new(places), weights, own }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::vector::{Kind, TermsBuilder};

    type Concept = (String, Option<String>);

    /// The concepts of a sentence; words of one character are stop words.
    fn concepts(words: &[String]) -> BTreeSet<Concept> {
        let content = words.iter().filter(|word| word.len() > 1).map(|word| (word.clone(), None));
        let pairs = words.windows(2).map(|pair| (pair[0].clone(), Some(pair[1].clone())));
        content.chain(pairs).collect()
    }

    /// Sentences without sense, a few hundred of them or so many that they are counted in groups.
    fn draw(sentences: u32) -> Vec<Vec<String>> {
        let mut state = 1_u64;
        let mut below = |limit: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) % limit
        };
        let mut sentence = |_| {
            let length = below(24);
            (0..length)
                .map(|_| {
                    let limit = 1 + below(4000);
                    below(limit).to_string()
                })
                .collect()
        };
        (0..sentences).map(&mut sentence).collect()
    }

    #[test]
    fn weights_are_those_of_a_plain_count() {
        let how = ConceptWeights::default();
        // Of four articles the first and the third are copies.
        let voters = [0, 1, 0, 2];
        for all in [300, 12_000] {
            let words = draw(all);
            let mut builder = TermsBuilder::default();
            let mut sentences = Vec::new();
            for (number, words) in (0..).zip(&words) {
                for word in words {
                    builder.push(word, if word.len() > 1 { Kind::Content } else { Kind::Stop });
                }
                builder.end_sentence();
                let (article, position) = (number / (all / 4), number % (all / 4));
                sentences.push(Sentence { article, position, ..Sentence::default() });
            }
            let terms = builder.finish();
            let known = Known { terms: &Terms::default(), rows: 0..0, repeats: &[], news: &[] };
            let mut counted = Concepts::new(&sentences, &voters, &terms, &known, &how);

            let mut met: BTreeMap<Concept, (BTreeSet<u32>, u32, bool)> = BTreeMap::new();
            for (sentence, words) in sentences.iter().zip(&words) {
                for concept in concepts(words) {
                    let (by, times, in_lead) = met.entry(concept).or_default();
                    let new_voter = by.insert(voters[sentence.article as usize]);
                    // The third article is a copy: it adds what its voter has not said.
                    *times += u32::from(new_voter || sentence.article != 2);
                    *in_lead |= sentence.position < how.lead_sentences;
                }
            }
            let mut left: BTreeMap<Concept, f64> = BTreeMap::new();
            for (concept, (by, times, in_lead)) in met {
                let weight = how.weigh(concept.1.is_none(), by.len() as u32, times, in_lead, 3);
                left.insert(concept, weight);
            }
            for (row, words) in words.iter().enumerate() {
                let expected: f64 = concepts(words).iter().map(|concept| left[concept]).sum();
                assert!((counted.weight(row) - expected).abs() < 1e-9, "{row} of {all}");
                if row % 7 == 0 {
                    counted.cover(row);
                    for concept in concepts(words) {
                        left.insert(concept, 0.0);
                    }
                }
            }
        }
    }

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
