//! Concepts: what a summary should cover.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::Sentence;
use crate::vector::{Terms, by_article};

/// The concepts of every sentence, with their weights in the cluster.
///
/// A concept is a content word, or a pair of adjacent words, stop words included (Gillick &
/// Favre 2009 cover bigrams). A concept that a single sentence has can only be covered by that
/// sentence, so it is not stored: its weight is summed into the sentence's own.
#[derive(Clone, Debug, Default)]
pub struct Concepts {
    /// By sentence: its shared concepts are `numbers[places[i]]`, each once.
    places: Vec<Range<u32>>,
    numbers: Vec<u32>,
    /// By shared concept: its weight, the weight of its kind included.
    weights: Vec<f64>,
    /// By sentence: the weight of the concepts that no other sentence has.
    own: Vec<f64>,
}

/// How concepts are weighted (rank.md §3, eval/ABLATION.md).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConceptWeights {
    /// Weight of a word beside a pair's 1.
    pub word: f64,
    /// Factor of a concept that stands in a lead and is confirmed.
    pub lead: f64,
    /// Sentences of an article that are its lead.
    pub lead_sentences: u32,
}

impl Default for ConceptWeights {
    fn default() -> Self {
        Self { word: 0.1, lead: 1.6, lead_sentences: 2 }
    }
}

/// What is known of a concept while counting.
#[derive(Clone, Copy)]
struct Count {
    sentences: u32,
    voters: u32,
    last_sentence: u32,
    last_voter: u32,
    in_lead: bool,
    word: bool,
}

/// Marks a concept that has no number yet.
const UNNUMBERED: u32 = u32::MAX;

impl Concepts {
    /// Counts and weighs the concepts of a cluster. `voters` has one entry an article: articles
    /// with the same entry are copies of one another and vote once.
    ///
    /// A concept's weight is √(voters × sentences that have it), times `lead` where it stands in
    /// the lead of some article and two voters have it. With a single voter it is the number of
    /// sentences, and two sentences confirm a lead. O(terms).
    #[must_use]
    pub fn new(
        sentences: &[Sentence],
        voters: &[u32],
        terms: &Terms,
        how: &ConceptWeights,
    ) -> Self {
        // Voter by voter, so that each concept meets the articles of a voter in one run.
        let mut articles: Vec<Range<usize>> = by_article(sentences).collect();
        let voter = |sentence: usize| voters[sentences[sentence].article as usize];
        articles.sort_by_key(|article| (voter(article.start), article.start));
        let mut counting =
            Counting { words: vec![UNNUMBERED; terms.distinct()], ..Counting::default() };
        let mut places = vec![0..0; sentences.len()];
        for row in articles.iter().cloned().flatten() {
            let start = counting.numbers.len() as u32;
            counting.read(row, voter(row), sentences[row].position < how.lead_sentences, terms);
            places[row] = start..counting.numbers.len() as u32;
        }
        let single = articles.iter().all(|article| voter(article.start) == voter(0));
        let weight = |count: &Count| {
            let (voters, sentences) = (f64::from(count.voters), f64::from(count.sentences));
            let confirmed = if single { count.sentences > 1 } else { count.voters > 1 };
            let spread = if single { sentences } else { (voters * sentences).sqrt() };
            let lead = if count.in_lead && confirmed { how.lead } else { 1.0 };
            spread * lead * if count.word { how.word } else { 1.0 }
        };
        let weights: Vec<f64> = counting.counts.iter().map(weight).collect();
        Self::share(&places, &counting, &weights)
    }

    /// Keeps the concepts that at least two sentences have, and sums up the others.
    fn share(places: &[Range<u32>], counting: &Counting, weights: &[f64]) -> Self {
        let mut shared = Self::default();
        let mut renumbered = vec![UNNUMBERED; weights.len()];
        for place in places {
            let start = shared.numbers.len() as u32;
            let mut own = 0.0;
            for &number in &counting.numbers[place.start as usize..place.end as usize] {
                let number = number as usize;
                if counting.counts[number].sentences < 2 {
                    own += weights[number];
                    continue;
                }
                if renumbered[number] == UNNUMBERED {
                    renumbered[number] = shared.weights.len() as u32;
                    shared.weights.push(weights[number]);
                }
                shared.numbers.push(renumbered[number]);
            }
            shared.own.push(own);
            shared.places.push(start..shared.numbers.len() as u32);
        }
        shared
    }

    /// The shared concepts of a sentence, each once.
    #[must_use]
    pub fn of(&self, sentence: usize) -> &[u32] {
        let place = &self.places[sentence];
        &self.numbers[place.start as usize..place.end as usize]
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

/// The concepts met so far.
#[derive(Default)]
struct Counting {
    /// Numbers of the concepts that are words, by term.
    words: Vec<u32>,
    /// Numbers of the concepts that are pairs.
    pairs: FxHashMap<(u32, u32), u32>,
    counts: Vec<Count>,
    /// The concepts of every sentence read, each once a sentence.
    numbers: Vec<u32>,
}

impl Counting {
    fn read(&mut self, row: usize, voter: u32, in_lead: bool, terms: &Terms) {
        for &term in terms.of(row).iter().filter(|&&term| terms.is_content(term)) {
            let number = &mut self.words[term as usize];
            if *number == UNNUMBERED {
                *number = self.counts.len() as u32;
            }
            let number = *number;
            self.meet(number, true, row, voter, in_lead);
        }
        for pair in terms.of(row).windows(2) {
            let fresh = self.counts.len() as u32;
            let number = *self.pairs.entry((pair[0], pair[1])).or_insert(fresh);
            self.meet(number, false, row, voter, in_lead);
        }
    }

    fn meet(&mut self, number: u32, word: bool, row: usize, voter: u32, in_lead: bool) {
        if number as usize == self.counts.len() {
            self.counts.push(Count {
                sentences: 0,
                voters: 0,
                last_sentence: UNNUMBERED,
                last_voter: UNNUMBERED,
                in_lead: false,
                word,
            });
        }
        let count = &mut self.counts[number as usize];
        if count.last_sentence == row as u32 {
            return;
        }
        count.last_sentence = row as u32;
        count.sentences += 1;
        if count.last_voter != voter {
            count.last_voter = voter;
            count.voters += 1;
        }
        count.in_lead |= in_lead;
        self.numbers.push(number);
    }
}
