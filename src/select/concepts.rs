//! Concepts: what a summary should cover.

use rustc_hash::FxHashMap;

use crate::text::Sentence;
use crate::vector::Terms;

/// The concepts of every sentence, with their weights in the cluster.
///
/// A concept is a content word, or a pair of adjacent words, stop words included (Gillick &
/// Favre 2009 cover bigrams). A concept that a single sentence has can only be covered by that
/// sentence, so it is not stored: its weight is summed into the sentence's own.
#[derive(Clone, Debug, Default)]
pub struct Concepts {
    /// Shared concepts of sentence `i`: `numbers[offsets[i]..offsets[i + 1]]`, each once.
    offsets: Vec<u32>,
    numbers: Vec<u32>,
    /// By shared concept: its weight, the weight of its kind included.
    weights: Vec<f64>,
    /// By sentence: the weight of the concepts that no other sentence has.
    own: Vec<f64>,
}

/// How concepts are weighted (rank.md §3).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConceptWeights {
    /// Weight of a word beside a pair's 1.
    pub word: f64,
    /// Factor of a concept that stands in a lead and in a second article.
    pub lead: f64,
    /// Sentences of an article that are its lead.
    pub lead_sentences: u32,
}

impl Default for ConceptWeights {
    fn default() -> Self {
        Self { word: 0.2, lead: 1.6, lead_sentences: 2 }
    }
}

/// What is known of a concept while counting.
#[derive(Clone, Copy)]
struct Count {
    sentences: u32,
    articles: u32,
    last_sentence: u32,
    last_article: u32,
    in_lead: bool,
    word: bool,
}

/// Marks a concept that has no number yet.
const UNNUMBERED: u32 = u32::MAX;

impl Concepts {
    /// Counts and weighs the concepts of a cluster: a concept's weight is
    /// √(articles × sentences that have it), times `lead` where it stands in the lead of some
    /// article and in at least two articles; with a single article it is the number of sentences.
    /// O(terms).
    #[must_use]
    pub fn new(sentences: &[Sentence], terms: &Terms, how: &ConceptWeights) -> Self {
        let single = sentences.first().map(|s| s.article) == sentences.last().map(|s| s.article);
        let mut counts: Vec<Count> = Vec::new();
        let mut pairs: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        let mut words: Vec<u32> = vec![UNNUMBERED; terms.distinct()];
        // Every concept of every sentence, once a sentence.
        let mut offsets = vec![0_u32];
        let mut numbers: Vec<u32> = Vec::new();
        for (row, sentence) in sentences.iter().enumerate() {
            let own = terms.of(row);
            let mut meet = |number: u32, counts: &mut Vec<Count>, word: bool| {
                if number as usize == counts.len() {
                    counts.push(Count {
                        sentences: 0,
                        articles: 0,
                        last_sentence: UNNUMBERED,
                        last_article: UNNUMBERED,
                        in_lead: false,
                        word,
                    });
                }
                let count = &mut counts[number as usize];
                if count.last_sentence == row as u32 {
                    return;
                }
                count.last_sentence = row as u32;
                count.sentences += 1;
                if count.last_article != sentence.article {
                    count.last_article = sentence.article;
                    count.articles += 1;
                }
                count.in_lead |= sentence.position < how.lead_sentences;
                numbers.push(number);
            };
            for &term in own.iter().filter(|&&term| terms.is_content(term)) {
                let number = &mut words[term as usize];
                if *number == UNNUMBERED {
                    *number = counts.len() as u32;
                }
                meet(*number, &mut counts, true);
            }
            for pair in own.windows(2) {
                let fresh = counts.len() as u32;
                let number = *pairs.entry((pair[0], pair[1])).or_insert(fresh);
                meet(number, &mut counts, false);
            }
            offsets.push(numbers.len() as u32);
        }
        let weight = |count: &Count| {
            let confirmed = single || count.articles > 1;
            let spread = if single {
                f64::from(count.sentences)
            } else {
                (f64::from(count.articles) * f64::from(count.sentences)).sqrt()
            };
            let lead = if count.in_lead && confirmed { how.lead } else { 1.0 };
            spread * lead * if count.word { how.word } else { 1.0 }
        };
        let weights: Vec<f64> = counts.iter().map(weight).collect();
        Self::share(&offsets, &numbers, &counts, &weights)
    }

    /// Keeps the concepts that at least two sentences have, and sums up the others.
    fn share(offsets: &[u32], numbers: &[u32], counts: &[Count], weights: &[f64]) -> Self {
        let mut shared = Self { offsets: vec![0], ..Self::default() };
        let mut renumbered = vec![UNNUMBERED; counts.len()];
        for ends in offsets.windows(2) {
            let mut own = 0.0;
            for &number in &numbers[ends[0] as usize..ends[1] as usize] {
                let weight = weights[number as usize];
                if counts[number as usize].sentences < 2 {
                    own += weight;
                    continue;
                }
                if renumbered[number as usize] == UNNUMBERED {
                    renumbered[number as usize] = shared.weights.len() as u32;
                    shared.weights.push(weight);
                }
                shared.numbers.push(renumbered[number as usize]);
            }
            shared.own.push(own);
            shared.offsets.push(shared.numbers.len() as u32);
        }
        shared
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
