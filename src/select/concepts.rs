//! Concepts: what a summary should cover.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::select::Known;
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

impl ConceptWeights {
    /// The weight of a concept that so many voters and sentences have; `single` when there is but
    /// one voter in the cluster.
    #[must_use]
    pub fn weigh(
        &self,
        word: bool,
        voters: u32,
        sentences: u32,
        in_lead: bool,
        single: bool,
    ) -> f64 {
        let confirmed = if single { sentences > 1 } else { voters > 1 };
        let (voters, sentences) = (f64::from(voters), f64::from(sentences));
        let spread = if single { sentences } else { (voters * sentences).sqrt() };
        let lead = if in_lead && confirmed { self.lead } else { 1.0 };
        spread * lead * if word { self.word } else { 1.0 }
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
    known: bool,
}

/// Marks a concept that has no number yet.
const UNNUMBERED: u32 = u32::MAX;

impl Concepts {
    /// Counts and weighs the concepts of a cluster. `voters` has one entry an article: articles
    /// with the same entry are copies of one another and vote once.
    ///
    /// A concept's weight is √(voters × sentences that have it), times `lead` where it stands in
    /// the lead of some article and two voters have it. With a single voter it is the number of
    /// sentences, and two sentences confirm a lead. What is known already weighs nothing. O(terms).
    #[must_use]
    pub fn new(
        sentences: &[Sentence],
        voters: &[u32],
        terms: &Terms,
        known: &Known<'_>,
        how: &ConceptWeights,
    ) -> Self {
        // Voter by voter, so that each concept meets the articles of a voter in one run.
        let mut articles: Vec<Range<usize>> = by_article(sentences).collect();
        let voter = |sentence: usize| voters[sentences[sentence].article as usize];
        articles.sort_by_key(|article| (voter(article.start), article.start));
        let mut counting = Counting {
            words: vec![UNNUMBERED; terms.distinct()],
            known: KnownConcepts::new(known),
            ..Counting::default()
        };
        let mut places = vec![0..0; sentences.len()];
        for row in articles.iter().cloned().flatten() {
            let start = counting.numbers.len() as u32;
            counting.read(row, voter(row), sentences[row].position < how.lead_sentences, terms);
            places[row] = start..counting.numbers.len() as u32;
        }
        let single = articles.iter().all(|article| voter(article.start) == voter(0));
        let weight = |count: &Count| {
            if count.known {
                return 0.0;
            }
            how.weigh(count.word, count.voters, count.sentences, count.in_lead, single)
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
    known: KnownConcepts,
}

/// The concepts of what the user knows.
#[derive(Default)]
struct KnownConcepts {
    words: FxHashSet<u32>,
    pairs: FxHashSet<(u32, u32)>,
}

impl KnownConcepts {
    fn new(known: &Known<'_>) -> Self {
        let mut concepts = Self::default();
        for row in known.rows.clone() {
            concepts.words.extend(known.terms.of(row));
            concepts.pairs.extend(known.terms.of(row).windows(2).map(|pair| (pair[0], pair[1])));
        }
        concepts
    }
}

impl Counting {
    fn read(&mut self, row: usize, voter: u32, in_lead: bool, terms: &Terms) {
        for &term in terms.of(row).iter().filter(|&&term| terms.is_content(term)) {
            let number = &mut self.words[term as usize];
            if *number == UNNUMBERED {
                *number = self.counts.len() as u32;
            }
            let number = *number;
            if self.meet(number, row, voter, in_lead) {
                let known = self.known.words.contains(&term);
                self.name(number, true, known);
            }
        }
        for pair in terms.of(row).windows(2) {
            let fresh = self.counts.len() as u32;
            let number = *self.pairs.entry((pair[0], pair[1])).or_insert(fresh);
            if self.meet(number, row, voter, in_lead) {
                let known = self.known.pairs.contains(&(pair[0], pair[1]));
                self.name(number, false, known);
            }
        }
    }

    /// Says what a new concept is.
    fn name(&mut self, number: u32, word: bool, known: bool) {
        let count = &mut self.counts[number as usize];
        (count.word, count.known) = (word, known);
    }

    /// Counts a concept of a sentence; true when it is new.
    fn meet(&mut self, number: u32, row: usize, voter: u32, in_lead: bool) -> bool {
        let new = number as usize == self.counts.len();
        if new {
            self.counts.push(Count {
                sentences: 0,
                voters: 0,
                last_sentence: UNNUMBERED,
                last_voter: UNNUMBERED,
                in_lead: false,
                word: false,
                known: false,
            });
        }
        let count = &mut self.counts[number as usize];
        if count.last_sentence == row as u32 {
            return new;
        }
        count.last_sentence = row as u32;
        count.sentences += 1;
        if count.last_voter != voter {
            count.last_voter = voter;
            count.voters += 1;
        }
        count.in_lead |= in_lead;
        self.numbers.push(number);
        new
    }
}
