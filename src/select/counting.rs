//! Counting concepts: which words and pairs of words several sentences have.

use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::select::{ConceptWeights, Known};
use crate::text::Sentence;
use crate::vector::{Term, Terms, by_article};

/// The concepts of a cluster that several sentences have, with their weights.
///
/// A place is where a term stands among the terms of all sentences. All places of a term are looked
/// at together, and with them all pairs that begin with it, so that a pair is found by its second
/// term alone: no table of pairs is ever built, whose most entries would be met once.
pub(super) struct Counting {
    /// By term: what it is as a word.
    pub(super) words: Vec<Word>,
    /// By place: what is to be said of the pair that begins there.
    pub(super) pairs: Vec<u32>,
    /// The weights of shared pairs, each with the first place of its pair.
    pub(super) pair_weights: Vec<(u32, f64)>,
    /// Weight of a pair that one sentence has.
    pub(super) pair_alone: f64,
}

/// A term as a word.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub(super) standing: Standing,
    /// Its weight; of no meaning for a stop word.
    pub(super) weight: f64,
}

/// What a word is among the concepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// A stop word: none.
    None,
    /// A concept of one sentence.
    Alone,
    /// A concept of several sentences.
    Shared,
}

/// Of a pair that no other sentence has; every other value is the first place of a shared pair.
pub(super) const ALONE: u32 = u32::MAX;
/// Of a pair that its sentence has had, or that is known and alone, and of the last term of a
/// sentence, which begins none: it adds nothing.
pub(super) const NOTHING: u32 = u32::MAX - 1;

/// Terms are counted side by side in at most so many groups. Which, depends on the cluster alone.
const MOST_GROUPS: usize = 16;
/// Places of a group, at least.
const GROUP_PLACES: usize = 1 << 17;

/// What the groups share.
struct Cluster<'a> {
    /// By sentence: who says it, and where.
    speakers: Vec<Speaker>,
    terms: &'a Terms,
    how: &'a ConceptWeights,
    known: KnownConcepts,
    /// The articles' sentences, voter by voter, so that a concept meets the articles of a voter in
    /// one run.
    articles: Vec<Range<usize>>,
    /// Number of voters.
    all_voters: u32,
    /// By term: its number of places.
    totals: Vec<u32>,
}

/// What counts of a sentence: small, since it is looked up for every place.
#[derive(Clone, Copy)]
struct Speaker {
    voter: u32,
    in_lead: bool,
}

/// What a group of terms came to.
struct Group {
    words: Vec<Word>,
    pair_weights: Vec<(u32, f64)>,
}

impl Counting {
    /// Counts the words and pairs of a cluster. O(terms), 4 bytes a term, and 12 a term of the
    /// groups at hand.
    pub(super) fn new(
        sentences: &[Sentence],
        voters: &[u32],
        terms: &Terms,
        known: &Known<'_>,
        how: &ConceptWeights,
    ) -> Self {
        let mut articles: Vec<Range<usize>> = by_article(sentences).collect();
        let voter = |sentence: usize| voters[sentences[sentence].article as usize];
        articles.sort_by_key(|article| (voter(article.start), article.start));
        let all_voters = articles.chunk_by(|a, b| voter(a.start) == voter(b.start)).count() as u32;
        let mut totals = vec![0; terms.distinct()];
        for sentence in 0..terms.len() {
            terms.of(sentence).iter().for_each(|&term| totals[term as usize] += 1);
        }
        let known = KnownConcepts::new(known, terms);
        let speakers = sentences
            .iter()
            .map(|sentence| Speaker {
                voter: voters[sentence.article as usize],
                in_lead: sentence.position < how.lead_sentences,
            })
            .collect();
        let cluster = Cluster { speakers, terms, how, known, articles, all_voters, totals };
        let mut pairs: Vec<AtomicU32> = (0..terms.total()).map(|_| AtomicU32::new(ALONE)).collect();
        for sentence in (0..terms.len()).filter(|&sentence| !terms.of(sentence).is_empty()) {
            let last = terms.start(sentence) + terms.of(sentence).len() - 1;
            *pairs[last].get_mut() = NOTHING;
        }
        let groups = cluster.groups();
        let parts: Vec<Group> = match groups.as_slice() {
            [single] => vec![cluster.count(single, &pairs)],
            several => several.par_iter().map(|group| cluster.count(group, &pairs)).collect(),
        };
        let mut counting = Self {
            words: Vec::with_capacity(terms.distinct()),
            pairs: pairs.into_iter().map(AtomicU32::into_inner).collect(),
            pair_weights: Vec::new(),
            pair_alone: how.weigh(false, 1, 1, false, all_voters),
        };
        for part in parts {
            counting.words.extend(part.words);
            counting.pair_weights.extend(part.pair_weights);
        }
        counting.forget_known(&cluster);
        counting
    }

    /// Pairs that one sentence has add nothing where they are known; the weights of others say so.
    fn forget_known(&mut self, cluster: &Cluster<'_>) {
        let known = &cluster.known.pairs;
        if known.is_empty() {
            return;
        }
        for sentence in 0..cluster.terms.len() {
            let pairs = cluster.terms.of(sentence).windows(2);
            for (place, pair) in self.pairs[cluster.terms.start(sentence)..].iter_mut().zip(pairs) {
                if *place == ALONE && known.contains(&(pair[0], pair[1])) {
                    *place = NOTHING;
                }
            }
        }
    }
}

/// A place of a term.
#[derive(Clone, Copy, Default)]
struct Place {
    at: u32,
    sentence: u32,
    /// The term after it, or [`NO_TERM`] where none is that it may form a pair with elsewhere.
    next: Term,
}

/// No term has this number.
const NO_TERM: Term = Term::MAX;

/// What is known of a concept while its places are looked at.
#[derive(Clone, Copy)]
struct Count {
    sentences: u32,
    voters: u32,
    last_sentence: u32,
    last_voter: u32,
    in_lead: bool,
}

impl Count {
    const NEW: Self = Self {
        sentences: 0,
        voters: 0,
        last_sentence: u32::MAX,
        last_voter: u32::MAX,
        in_lead: false,
    };

    /// Of what one sentence has; its lead is of no weight.
    const ONCE: Self = Self { sentences: 1, voters: 1, ..Self::NEW };

    /// Counts a sentence; false when it has been counted.
    fn add(&mut self, sentence: u32, Speaker { voter, in_lead }: Speaker) -> bool {
        if self.last_sentence == sentence {
            return false;
        }
        self.last_sentence = sentence;
        self.sentences += 1;
        if self.last_voter != voter {
            self.last_voter = voter;
            self.voters += 1;
        }
        self.in_lead |= in_lead;
        true
    }
}

/// What is known of the pairs that begin with the term at hand, by their second term.
#[derive(Clone, Copy)]
struct PairCount {
    /// The term at hand; an entry of another is out of date.
    begins: Term,
    first: u32,
    count: Count,
}

impl Cluster<'_> {
    /// Runs of terms that have about the same number of places.
    fn groups(&self) -> Vec<Range<Term>> {
        let size = GROUP_PLACES.max(self.terms.total().div_ceil(MOST_GROUPS));
        let mut groups = Vec::new();
        let (mut start, mut places) = (0, 0);
        for (term, &total) in (0..).zip(&self.totals) {
            places += total as usize;
            if places >= size || term as usize + 1 == self.totals.len() {
                groups.push(start..term + 1);
                (start, places) = (term + 1, 0);
            }
        }
        groups
    }

    /// Counts the words of a group and the pairs that begin with them.
    fn count(&self, group: &Range<Term>, pairs: &[AtomicU32]) -> Group {
        let places = self.places(group);
        let new = PairCount { begins: NO_TERM, first: NO_TERM, count: Count::NEW };
        let mut seconds = vec![new; self.totals.len()];
        let (mut words, mut pair_weights) = (Vec::with_capacity(group.len()), Vec::new());
        let mut rest = places.as_slice();
        for term in group.clone() {
            if self.stands_once(term) {
                words.push(self.word(term, &Count::ONCE));
                continue;
            }
            let own;
            (own, rest) = rest.split_at(self.totals[term as usize] as usize);
            let mut word = Count::NEW;
            // True once a pair is shared: otherwise all has been said.
            let mut more = false;
            for place in own {
                let speaker = self.speakers[place.sentence as usize];
                word.add(place.sentence, speaker);
                let Some(pair) = seconds.get_mut(place.next as usize) else { continue };
                if pair.begins != term {
                    *pair = PairCount { begins: term, ..new };
                }
                if pair.count.add(place.sentence, speaker) {
                    pair.first = pair.first.min(place.at);
                    more |= pair.count.sentences > 1;
                } else {
                    pairs[place.at as usize].store(NOTHING, Ordering::Relaxed);
                }
            }
            words.push(self.word(term, &word));
            if !more {
                continue;
            }
            for place in own {
                let Some(pair) = seconds.get(place.next as usize) else { continue };
                let state = &pairs[place.at as usize];
                if pair.count.sentences == 1 || state.load(Ordering::Relaxed) == NOTHING {
                    continue;
                }
                state.store(pair.first, Ordering::Relaxed);
                if pair.first == place.at {
                    let known = self.known.pairs.contains(&(term, place.next));
                    pair_weights.push((pair.first, self.weight(false, &pair.count, known)));
                }
            }
        }
        Group { words, pair_weights }
    }

    /// What a term came to as a word.
    fn word(&self, term: Term, count: &Count) -> Word {
        let standing = match count.sentences {
            _ if !self.terms.is_content(term) => Standing::None,
            0 | 1 => Standing::Alone,
            _ => Standing::Shared,
        };
        Word { standing, weight: self.weight(true, count, self.known.words.contains(&term)) }
    }

    /// True for a term of one place. Neither it nor a pair with it is met again: more than half of
    /// the terms need not be looked at.
    fn stands_once(&self, term: Term) -> bool {
        self.totals[term as usize] == 1
    }

    /// The places of a group's terms, term by term, voter by voter; not of those that stand once.
    fn places(&self, group: &Range<Term>) -> Vec<Place> {
        let totals = &self.totals[group.start as usize..group.end as usize];
        let mut ends = Vec::with_capacity(totals.len());
        let mut end = 0;
        for &total in totals {
            ends.push(end);
            end += if total == 1 { 0 } else { total as usize };
        }
        let mut places = vec![Place::default(); end];
        for sentence in self.articles.iter().cloned().flatten() {
            let start = self.terms.start(sentence);
            let terms = self.terms.of(sentence);
            for (at, &term) in terms.iter().enumerate() {
                if group.contains(&term) && !self.stands_once(term) {
                    let end = &mut ends[(term - group.start) as usize];
                    let next = terms.get(at + 1).copied();
                    let next = next.filter(|&next| !self.stands_once(next)).unwrap_or(NO_TERM);
                    let (at, sentence) = ((start + at) as u32, sentence as u32);
                    places[*end] = Place { at, sentence, next };
                    *end += 1;
                }
            }
        }
        places
    }

    fn weight(&self, word: bool, count: &Count, known: bool) -> f64 {
        if known {
            return 0.0;
        }
        self.how.weigh(word, count.voters, count.sentences, count.in_lead, self.all_voters)
    }
}

/// The concepts of what the user knows.
#[derive(Default)]
struct KnownConcepts {
    words: FxHashSet<Term>,
    pairs: FxHashSet<(Term, Term)>,
}

/// The pairs of neighbours of a sentence.
fn pairs(sentence: &[Term]) -> impl Iterator<Item = (Term, Term)> {
    sentence.windows(2).map(|pair| (pair[0], pair[1]))
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
