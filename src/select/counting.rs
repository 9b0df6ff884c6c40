//! Counting concepts: which words and pairs of words several sentences have.

use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::select::pairs::{Pair, Pairs};
use crate::select::{ConceptWeights, Known};
use crate::text::Sentence;
use crate::vector::{Term, Terms, by_article};

/// The concepts of a cluster, counted and weighed.
///
/// A concept has a number: first come the terms, as words, then the pairs that several sentences
/// have. A place is where a term stands among the terms of all sentences.
pub(super) struct Counting {
    /// By concept: its weight; 0 for a term that is no word of several sentences.
    pub(super) weights: Vec<f64>,
    /// By term: true for a word that one sentence has.
    pub(super) lone_words: Vec<bool>,
    /// By place: where `pairs` says what the pair is that begins there, and more ([`place`]).
    pub(super) places: Vec<u32>,
    /// Concepts; those of no weight are [`alone`](Self::alone) and `nothing`.
    pub(super) pairs: Vec<u32>,
    /// The concept that stands for every pair of one sentence.
    pub(super) alone: u32,
    /// Weight of a word of one sentence.
    pub(super) word_alone: f64,
    /// Weight of a pair of one sentence.
    pub(super) pair_alone: f64,
}

/// Where `pairs` says that a pair is of one sentence.
const AT_ALONE: u32 = 0;
/// Where `pairs` says that a pair adds nothing: its sentence has had it, or it is known and of one
/// sentence; or it is none, for the last term of a sentence begins none.
const AT_NOTHING: u32 = 1;
/// Here begins what `pairs` says of those that may be shared.
const AT_PAIRS: u32 = 2;

/// A place that says a number of its pair and whether its sentence has not had its term.
pub(super) fn place(pair: u32, is_new: bool) -> u32 {
    pair << 1 | u32::from(is_new)
}

/// The number that a place says of its pair, and whether its sentence has not had its term.
pub(super) fn read(place: u32) -> (usize, bool) {
    ((place >> 1) as usize, place & 1 == 1)
}

/// Terms are counted side by side in at most so many groups. How many, depends on the cluster alone.
const MOST_GROUPS: usize = 8;
/// Places of a group, about: the number of groups is rounded up to a power of two.
const GROUP_PLACES: usize = 1 << 14;
/// Sentences whose places are looked through at once.
const BLOCK_SENTENCES: usize = 64;

/// What the groups share.
struct Cluster<'a> {
    sentences: &'a [Sentence],
    terms: &'a Terms,
    how: &'a ConceptWeights,
    /// Voter by voter, so that a concept meets the sentences of a voter in one run.
    blocks: Vec<Block>,
    /// Number of voters.
    all_voters: u32,
    /// Of a term's number, the bits that tell its group: the last ones.
    group_bits: u32,
}

/// Sentences of an article, which take turns.
struct Block {
    sentences: Range<usize>,
    /// The number of its first sentence's turn, from 1.
    first: u32,
    /// That of its voter's first sentence.
    voter: u32,
    /// True for a copy.
    copy: bool,
}

/// The turn of a sentence.
#[derive(Clone, Copy)]
struct Turn {
    number: u32,
    /// The number of its voter's first turn.
    voter: u32,
    /// True for a copy of what the voter has said in an article before.
    copy: bool,
    in_lead: bool,
}

/// What is known of a concept while the sentences take turns.
#[derive(Clone, Copy, Default)]
pub(super) struct Count {
    /// Sentences that have it, less those of copies whose voter has had it.
    sentences: u32,
    voters: u32,
    /// The number of the last turn.
    last: u32,
    /// True where several sentences have it.
    shared: bool,
    in_lead: bool,
}

impl Count {
    /// Counts a sentence; false when it has been counted.
    fn add(&mut self, turn: Turn) -> bool {
        let new = self.last < turn.number;
        let voter_is_new = self.last < turn.voter;
        self.sentences += u32::from(new && (voter_is_new || !turn.copy));
        self.voters += u32::from(voter_is_new);
        self.shared |= new && self.last > 0;
        self.in_lead |= turn.in_lead;
        self.last = turn.number;
        new
    }
}

/// What a group came to.
struct Group {
    /// Its terms as words, in the order of their numbers.
    words: Vec<Count>,
    /// The pairs that begin with them, as far as they may be shared.
    pairs: Vec<Pair>,
}

impl Counting {
    /// Counts the words and pairs of a cluster. O(terms), 4 bytes a term, and of the groups at hand
    /// about 8 a term and 30 a pair that may be shared.
    pub(super) fn new(
        sentences: &[Sentence],
        voters: &[u32],
        terms: &Terms,
        known: &Known<'_>,
        how: &ConceptWeights,
    ) -> Self {
        let cluster = Cluster::new(sentences, voters, terms, how);
        let places: Vec<AtomicU32> = (0..terms.total()).map(|_| AtomicU32::new(0)).collect();
        let groups: Vec<Group> = match 1 << cluster.group_bits {
            1 => vec![cluster.count(0, &places)],
            several => {
                (0..several).into_par_iter().map(|group| cluster.count(group, &places)).collect()
            }
        };
        let places = places.into_iter().map(AtomicU32::into_inner).collect();
        let known = KnownConcepts::new(known, terms);
        let mut counting = cluster.weighed(&groups, places, &known);
        counting.forget_known(terms, &known);
        counting
    }

    /// Pairs that one sentence has add nothing where they are known; the weights of others say so.
    fn forget_known(&mut self, terms: &Terms, known: &KnownConcepts) {
        if known.pairs.is_empty() {
            return;
        }
        for sentence in 0..terms.len() {
            let places = &mut self.places[terms.start(sentence)..];
            for (place, pair) in places.iter_mut().zip(pairs(terms.of(sentence))) {
                let (at, is_new) = read(*place);
                if self.pairs[at] == self.alone && known.pairs.contains(&pair) {
                    *place = self::place(AT_NOTHING, is_new);
                }
            }
        }
    }
}

impl<'a> Cluster<'a> {
    fn new(
        sentences: &'a [Sentence],
        voters: &[u32],
        terms: &'a Terms,
        how: &'a ConceptWeights,
    ) -> Self {
        let mut articles: Vec<Range<usize>> = by_article(sentences).collect();
        let number = |article: &Range<usize>| sentences[article.start].article;
        let voter = |article: &Range<usize>| voters[number(article) as usize];
        let is_copy = |article: &Range<usize>| number(article) != voter(article);
        articles.sort_by_key(|article| (voter(article), is_copy(article), article.start));
        let mut blocks: Vec<Block> = Vec::with_capacity(articles.len());
        let (mut first, mut all_voters) = (1, 0);
        for articles in articles.chunk_by(|a, b| voter(a) == voter(b)) {
            all_voters += 1;
            let voter = first;
            for (turn, article) in articles.iter().enumerate() {
                let copy = turn > 0;
                for start in article.clone().step_by(BLOCK_SENTENCES) {
                    let sentences = start..article.end.min(start + BLOCK_SENTENCES);
                    let turns = sentences.len() as u32;
                    blocks.push(Block { sentences, first, voter, copy });
                    first += turns;
                }
            }
        }
        let groups = (terms.total() / GROUP_PLACES).clamp(1, MOST_GROUPS).next_power_of_two();
        let group_bits = groups.ilog2();
        Self { sentences, terms, how, blocks, all_voters, group_bits }
    }

    /// The sentences of a block, each with its turn.
    fn turns(&self, block: &Block) -> impl Iterator<Item = (usize, Turn)> {
        let Block { ref sentences, first, voter, copy } = *block;
        (first..).zip(sentences.clone()).map(move |(number, sentence)| {
            let in_lead = self.sentences[sentence].position < self.how.lead_sentences;
            (sentence, Turn { number, voter, copy, in_lead })
        })
    }

    /// The group of a term, and its number there.
    fn group_of(&self, term: Term) -> (u32, usize) {
        (term & ((1 << self.group_bits) - 1), (term >> self.group_bits) as usize)
    }

    /// Counts the words of a group and the pairs that begin with them, and writes their places.
    ///
    /// The tables of a large cluster are larger than the caches. So what the places of a block ask of
    /// a table is asked in one run, in which the answers do not wait for one another.
    fn count(&self, group: u32, places: &[AtomicU32]) -> Group {
        let terms = self.terms;
        let sequence = terms.of_all(0..terms.len());
        // At the end of a sentence it is none, and what is asked of it in vain does no harm.
        let pair = |at: u32| {
            let next = sequence.get(at as usize + 1).copied().unwrap_or_default();
            [sequence[at as usize], next]
        };
        let (own, ends) = self.places_of(group);
        let mut pairs = Pairs::new(own.len());
        for &at in &own {
            pairs.announce(pair(at));
        }
        let mut words = vec![Count::default(); (terms.distinct() >> self.group_bits) + 1];
        let mut numbers = Vec::new();
        let mut start = 0;
        for (block, end) in self.blocks.iter().zip(ends) {
            let own = &own[start..end];
            start = end;
            numbers.clear();
            numbers.extend(own.iter().map(|&at| pairs.number(pair(at))));
            let mut asked = 0;
            for (sentence, turn) in self.turns(block) {
                let end = terms.start(sentence + 1) as u32;
                while let Some(&at) = own.get(asked)
                    && at < end
                {
                    let number = numbers[asked];
                    asked += 1;
                    let is_new = words[self.group_of(sequence[at as usize]).1].add(turn);
                    let pair = match number {
                        _ if at + 1 == end => AT_NOTHING,
                        None => AT_ALONE,
                        Some(number) if pairs.count(number).add(turn) => {
                            AT_PAIRS + (number << self.group_bits | group)
                        }
                        Some(_) => AT_NOTHING,
                    };
                    places[at as usize].store(place(pair, is_new), Ordering::Relaxed);
                }
            }
        }
        Group { words, pairs: pairs.into_all() }
    }

    /// The places that have a term of a group, block by block, and where those of a block end.
    fn places_of(&self, group: u32) -> (Vec<u32>, Vec<usize>) {
        let mut own = Vec::new();
        let mut ends = Vec::with_capacity(self.blocks.len());
        for block in &self.blocks {
            let start = self.terms.start(block.sentences.start) as u32;
            let terms = self.terms.of_all(block.sentences.clone());
            let mut found = own.len();
            own.resize(found + terms.len(), 0);
            for (at, &term) in (start..).zip(terms) {
                own[found] = at;
                // Whether it is one cannot be guessed: no branch.
                found += usize::from(self.group_of(term).0 == group);
            }
            own.truncate(found);
            ends.push(found);
        }
        (own, ends)
    }

    /// Weighs what the groups came to, and numbers the pairs that are shared.
    fn weighed(&self, groups: &[Group], places: Vec<u32>, known: &KnownConcepts) -> Counting {
        let weigh = |word, count: &Count| {
            self.how.weigh(word, count.voters, count.sentences, count.in_lead, self.all_voters)
        };
        let is_shared = |pair: &&Pair| pair.count.shared;
        let shared = groups.iter().map(|group| group.pairs.iter().filter(is_shared).count());
        let distinct = self.terms.distinct();
        let mut weights = Vec::with_capacity(distinct + 2 + shared.sum::<usize>());
        let mut lone_words = Vec::with_capacity(distinct);
        for term in 0..distinct as Term {
            let (group, number) = self.group_of(term);
            let count = &groups[group as usize].words[number];
            let is_concept = self.terms.is_content(term) && !known.words.contains(&term);
            let is_shared = count.shared;
            lone_words.push(is_concept && !is_shared);
            weights.push(if is_concept && is_shared { weigh(true, count) } else { 0.0 });
        }
        let (alone, nothing) = (distinct as u32, distinct as u32 + 1);
        weights.extend([0.0, 0.0]);
        let most = groups.iter().map(|group| group.pairs.len()).max().unwrap_or_default();
        let mut pairs = vec![alone; AT_PAIRS as usize + (most << self.group_bits)];
        pairs[AT_NOTHING as usize] = nothing;
        for (own, group) in groups.iter().enumerate() {
            for (number, pair) in group.pairs.iter().enumerate().filter(|(_, pair)| is_shared(pair))
            {
                let at = AT_PAIRS as usize + (number << self.group_bits | own);
                pairs[at] = weights.len() as u32;
                let is_known = known.pairs.contains(&pair.terms);
                weights.push(if is_known { 0.0 } else { weigh(false, &pair.count) });
            }
        }
        let once = Count { sentences: 1, voters: 1, ..Count::default() };
        let [word_alone, pair_alone] = [true, false].map(|word| weigh(word, &once));
        Counting { weights, lone_words, places, pairs, alone, word_alone, pair_alone }
    }
}

/// The pairs of neighbours of a sentence.
fn pairs(sentence: &[Term]) -> impl Iterator<Item = [Term; 2]> {
    sentence.windows(2).map(|pair| [pair[0], pair[1]])
}

/// The concepts of what the user knows.
#[derive(Default)]
struct KnownConcepts {
    words: FxHashSet<Term>,
    pairs: FxHashSet<[Term; 2]>,
}

impl KnownConcepts {
    /// `terms` are those of the cluster, of which the news has no known concept.
    fn new(known: &Known<'_>, terms: &Terms) -> Self {
        let mut concepts = Self::default();
        for row in known.rows.clone() {
            concepts.words.extend(known.terms.of(row));
            concepts.pairs.extend(pairs(known.terms.of(row)));
        }
        for sentence in known.news.iter().map(|&number| terms.of(number as usize)) {
            for term in sentence {
                concepts.words.remove(term);
            }
            for pair in pairs(sentence) {
                concepts.pairs.remove(&pair);
            }
        }
        concepts
    }
}
