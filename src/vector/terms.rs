//! The terms of every sentence, as numbers.

use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::Arc;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

/// A term's number: terms are numbered in the order in which the cluster first says them.
pub type Term = u32;

/// Whether a term carries meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A content word.
    Content,
    /// A stop word.
    Stop,
    /// A word of a language without a stop list; its frequency will tell.
    Unknown,
}

/// A term that no more sentences have is no stop word by its frequency.
const FEW: u32 = 3;

/// Different terms that there is room for at first, at most.
const MOST_AT_FIRST: usize = 2048;
/// Bytes of a term, as there is room for at first.
const USUAL_LENGTH: usize = 6;

/// The terms of every sentence, in reading order, stop words included.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// `sequence[offsets[i]..offsets[i + 1]]` is sentence `i`; sentences + 1 entries.
    offsets: Vec<u32>,
    sequence: Vec<Term>,
    vocabulary: Arc<Vocabulary>,
}

/// The different terms of a cluster.
#[derive(Debug, Default)]
struct Vocabulary {
    /// By term: false for stop words.
    content: Vec<bool>,
    /// All terms, one after the other; `ends[t]` is where term `t` ends.
    spelled: String,
    ends: Vec<u32>,
}

impl Terms {
    /// Number of sentences.
    #[must_use]
    pub fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// True without a sentence.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of different terms.
    #[must_use]
    pub fn distinct(&self) -> usize {
        self.vocabulary.content.len()
    }

    /// The terms of a sentence, in reading order.
    ///
    /// # Panics
    /// When there is no such sentence.
    #[must_use]
    pub fn of(&self, sentence: usize) -> &[Term] {
        &self.sequence[self.offsets[sentence] as usize..self.offsets[sentence + 1] as usize]
    }

    /// The terms of some sentences, one after the other.
    pub(crate) fn of_all(&self, sentences: Range<usize>) -> &[Term] {
        if sentences.is_empty() {
            return &[];
        }
        let ends = &self.offsets[sentences.start..=sentences.end];
        &self.sequence[ends[0] as usize..ends[sentences.len()] as usize]
    }

    /// True when the term is not a stop word.
    ///
    /// # Panics
    /// When there is no such term.
    #[must_use]
    pub fn is_content(&self, term: Term) -> bool {
        self.vocabulary.content[term as usize]
    }
}

impl Terms {
    /// By term: the number of sentences that have it. O(terms of all sentences).
    #[must_use]
    pub fn frequencies(&self) -> Vec<u32> {
        sentence_frequency(&self.offsets, &self.sequence, self.distinct())
    }

    /// Number of terms of all sentences.
    #[must_use]
    pub fn total(&self) -> usize {
        self.sequence.len()
    }

    /// Where a sentence's terms begin among the terms of all sentences.
    ///
    /// # Panics
    /// When there is no such sentence.
    #[must_use]
    pub fn start(&self, sentence: usize) -> usize {
        self.offsets[sentence] as usize
    }

    /// How a term is spelled: folded and stemmed.
    ///
    /// # Panics
    /// When there is no such term.
    #[must_use]
    pub fn spelling(&self, term: Term) -> &str {
        spelling(&self.vocabulary.spelled, &self.vocabulary.ends, term as usize)
    }

    /// The term that is spelled like this, if any sentence has it; of two the content term.
    /// O(vocabulary).
    #[must_use]
    pub fn find(&self, spelled: &str) -> Option<Term> {
        let all = 0..self.distinct() as Term;
        let found = all.filter(|&term| self.spelling(term) == spelled);
        found.reduce(|first, second| if self.is_content(first) { first } else { second })
    }
}

/// Collects the terms of a cluster sentence by sentence.
#[derive(Clone, Debug)]
pub struct TermsBuilder {
    offsets: Vec<u32>,
    terms: Vec<Term>,
    kinds: Vec<Kind>,
    /// All different terms, one after the other; `ends[t]` is where term `t` ends.
    spelled: String,
    ends: Vec<u32>,
    /// Every term, with the hash of its kind and spelling: few others are compared, and nothing is
    /// spelled again when the table grows.
    numbers: HashTable<(u32, Term)>,
}

impl Default for TermsBuilder {
    fn default() -> Self {
        Self {
            offsets: vec![0],
            terms: Vec::new(),
            kinds: Vec::new(),
            spelled: String::new(),
            ends: Vec::new(),
            numbers: HashTable::new(),
        }
    }
}

impl TermsBuilder {
    /// A builder with room for so many sentences and terms.
    pub(crate) fn with_capacity(sentences: usize, terms: usize) -> Self {
        let mut builder = Self::default();
        builder.offsets.reserve(sentences);
        builder.terms.reserve(terms);
        // About every third is a new one; in a long text fewer.
        let distinct = (terms / 3).min(MOST_AT_FIRST);
        builder.kinds.reserve(distinct);
        builder.ends.reserve(distinct);
        builder.spelled.reserve(distinct * USUAL_LENGTH);
        builder.numbers = HashTable::with_capacity(distinct);
        builder
    }

    /// Adds the next term of the sentence at hand and says its number.
    pub fn push(&mut self, term: &str, kind: Kind) -> Term {
        let number = self.number(term, kind);
        self.terms.push(number);
        number
    }

    /// As [`push`](Self::push), for a term whose number is known.
    pub(crate) fn push_again(&mut self, number: Term) {
        self.terms.push(number);
    }

    /// Ends the sentence at hand.
    pub fn end_sentence(&mut self) {
        self.offsets.push(self.terms.len() as u32);
    }

    /// Number of terms of the sentence at hand.
    #[must_use]
    pub fn open_terms(&self) -> usize {
        self.terms.len() - self.offsets.last().map_or(0, |&end| end as usize)
    }

    /// Appends the sentences of another builder: the result is what pushing them here would give.
    pub fn append(&mut self, other: &Self) {
        let renumbered: Vec<Term> = (0..other.kinds.len())
            .map(|term| self.number(other.spelling(term), other.kinds[term]))
            .collect();
        let base = self.terms.len() as u32;
        self.terms.extend(other.terms.iter().map(|&term| renumbered[term as usize]));
        self.offsets.extend(other.offsets[1..].iter().map(|&end| base + end));
    }

    /// Number of sentences so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// True before the end of the first sentence.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Ends the cluster. A term of [`Kind::Unknown`] is a stop word when more than a quarter of
    /// the sentences have it (eval/ABLATION.md), and more than three, of which a short cluster may
    /// be about nothing else.
    #[must_use]
    pub fn finish(self) -> Terms {
        let all = self.len();
        self.finish_apart(all).0
    }

    /// As [`finish`](Self::finish), with the sentences from number `sentences` on apart: the same
    /// terms have the same numbers in both parts, and only the first part decides what is a stop
    /// word.
    ///
    /// # Panics
    /// When there are not so many sentences.
    #[must_use]
    pub fn finish_apart(mut self, sentences: usize) -> (Terms, Terms) {
        let mut content: Vec<bool> = self.kinds.iter().map(|kind| *kind != Kind::Stop).collect();
        if self.kinds.contains(&Kind::Unknown) {
            let own = &self.offsets[..=sentences];
            let frequency = sentence_frequency(own, &self.terms, self.kinds.len());
            for (term, kind) in self.kinds.iter().enumerate() {
                let own = frequency[term];
                content[term] &=
                    *kind != Kind::Unknown || own as usize * 4 <= sentences || own <= FEW;
            }
        }
        let vocabulary = Vocabulary { content, spelled: self.spelled, ends: self.ends };
        let vocabulary = Arc::new(vocabulary);
        let end = self.offsets[sentences];
        let apart = self.terms.split_off(end as usize);
        let apart_offsets = self.offsets[sentences..].iter().map(|offset| offset - end).collect();
        self.offsets.truncate(sentences + 1);
        // They stay as long as the cluster, and have grown by doubling.
        self.terms.shrink_to_fit();
        self.offsets.shrink_to_fit();
        (
            Terms {
                offsets: self.offsets,
                sequence: self.terms,
                vocabulary: Arc::clone(&vocabulary),
            },
            Terms { offsets: apart_offsets, sequence: apart, vocabulary },
        )
    }

    /// The number of a term, a new one where it is new.
    fn number(&mut self, term: &str, kind: Kind) -> Term {
        let Self { kinds, spelled, ends, numbers, .. } = self;
        let short = FxBuildHasher.hash_one((term, kind as u8)) as u32;
        let same = |&(hash, number): &(u32, Term)| {
            hash == short
                && kinds[number as usize] == kind
                && spelling(spelled, ends, number as usize) == term
        };
        match numbers.entry(spread(short), same, |&(hash, _)| spread(hash)) {
            hashbrown::hash_table::Entry::Occupied(entry) => entry.get().1,
            hashbrown::hash_table::Entry::Vacant(entry) => {
                let number = kinds.len() as Term;
                entry.insert((short, number));
                kinds.push(kind);
                spelled.push_str(term);
                ends.push(spelled.len() as u32);
                number
            }
        }
    }

    fn spelling(&self, term: usize) -> &str {
        spelling(&self.spelled, &self.ends, term)
    }
}

/// A hash of 32 bits as one of 64, of which the table takes its bits from both ends.
fn spread(hash: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(hash)
}

/// The spelling of a term in the arena of all spellings.
fn spelling<'a>(spelled: &'a str, ends: &[u32], term: usize) -> &'a str {
    let start = if term == 0 { 0 } else { ends[term - 1] as usize };
    &spelled[start..ends[term] as usize]
}

/// By term: the number of sentences that have it.
fn sentence_frequency(offsets: &[u32], terms: &[Term], distinct: usize) -> Vec<u32> {
    let mut frequency = vec![0; distinct];
    let mut last_seen = vec![u32::MAX; distinct];
    for (sentence, ends) in offsets.windows(2).enumerate() {
        for &term in &terms[ends[0] as usize..ends[1] as usize] {
            let term = term as usize;
            frequency[term] += u32::from(last_seen[term] != sentence as u32);
            last_seen[term] = sentence as u32;
        }
    }
    frequency
}

#[cfg(test)]
mod tests {
    use super::*;

    fn builder(sentences: &[&str]) -> TermsBuilder {
        let mut builder = TermsBuilder::default();
        for sentence in sentences {
            for word in sentence.split(' ') {
                builder.push(word, if word == "the" { Kind::Stop } else { Kind::Content });
            }
            builder.end_sentence();
        }
        builder
    }

    #[test]
    fn terms_are_numbered_as_they_come() {
        let terms = builder(&["the rain fell", "rain the rain"]).finish();
        assert_eq!((terms.of(0), terms.of(1)), (&[0, 1, 2][..], &[1, 0, 1][..]));
        assert!(!terms.is_content(0) && terms.is_content(1));
        assert_eq!((terms.len(), terms.distinct()), (2, 3));
    }

    #[test]
    fn appending_is_pushing() {
        let whole = builder(&["the rain fell", "a dam broke", "the dam fell"]);
        let mut joined = builder(&["the rain fell"]);
        joined.append(&builder(&["a dam broke", "the dam fell"]));
        assert_eq!(joined.terms, whole.terms);
        assert_eq!(joined.offsets, whole.offsets);
        assert_eq!(joined.spelled, whole.spelled);
    }

    #[test]
    fn without_a_stop_list_frequency_tells() {
        let mut builder = TermsBuilder::default();
        for word in ["a", "b", "c", "d", "e"] {
            builder.push("la", Kind::Unknown);
            builder.push(word, Kind::Unknown);
            builder.end_sentence();
        }
        let terms = builder.finish();
        assert!(!terms.is_content(0));
        assert!((1..6).all(|term| terms.is_content(term)));
    }

    #[test]
    fn a_stop_word_of_one_language_is_a_content_word_of_another() {
        let mut builder = TermsBuilder::default();
        builder.push("die", Kind::Stop);
        builder.push("die", Kind::Content);
        builder.end_sentence();
        assert_eq!(builder.finish().of(0), &[0, 1]);
    }
}
