//! A text as the metrics see it: numbers of terms, with the ends of its sentences.

use std::sync::{PoisonError, RwLock};

use rustc_hash::FxHashMap;

use super::ngram::NgramCounts;
use super::vocabulary::{DROPPED, Vocabulary};
use super::{Options, Profile, Tokenizer, porter, tokenize};

/// Terms of a text and where its sentences end. Sentences without terms are left out.
#[derive(Debug, Clone, Default)]
pub(crate) struct Terms {
    pub(crate) words: Vec<u32>,
    ends: Vec<u32>,
}

impl Terms {
    pub(crate) fn sentences(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.words[start as usize..end as usize])
    }

    fn end_sentence(&mut self) {
        let end = self.words.len() as u32;
        if end > self.ends.last().copied().unwrap_or(0) {
            self.ends.push(end);
        }
    }

    fn append(&mut self, other: &Self) {
        let offset = self.words.len() as u32;
        self.words.extend_from_slice(&other.words);
        self.ends.extend(other.ends.iter().map(|end| end + offset));
    }

    fn map(&self, term: impl FnMut(u32) -> u32) -> Self {
        let words = self.words.iter().copied().map(term).collect();
        Self { words, ends: self.ends.clone() }
    }
}

/// A text read once: what n-grams are counted in, and the sentences where those differ (byte limits of rouge155).
#[derive(Debug, Clone, Default)]
pub(crate) struct Text {
    pub(crate) whole: Terms,
    cut: Option<Terms>,
}

impl Text {
    /// The terms that ROUGE-L and ROUGE-W take sentences from.
    pub(crate) fn lines(&self) -> &Terms {
        self.cut.as_ref().unwrap_or(&self.whole)
    }

    /// Joins another text as further sentences.
    pub(crate) fn append(&mut self, other: &Self) {
        self.whole.append(&other.whole);
    }
}

/// A reference read once for many candidates. It belongs to the [`super::Scorer`] that made it.
#[derive(Debug, Clone)]
pub struct Reference {
    /// Which scorer made it.
    pub(crate) owner: u64,
    /// From the scorer's terms to this reference's own numbers, 0 up to `types.len()`.
    types: FxHashMap<u32, u32>,
    /// In own numbers.
    pub(crate) text: Text,
    pub(crate) ngrams: NgramCounts,
}

impl Reference {
    pub(crate) fn new(owner: u64, text: &Text, longest_ngram: usize) -> Self {
        let mut types = FxHashMap::default();
        types.reserve(text.whole.words.len());
        let mut own = |term: u32| {
            let next = types.len() as u32;
            *types.entry(term).or_insert(next)
        };
        let whole = text.whole.map(&mut own);
        let cut = text.cut.as_ref().map(|cut| cut.map(&mut own));
        let text = Text { whole, cut };
        let ngrams = NgramCounts::new(&text.whole.words, types.len(), longest_ngram);
        Self { owner, types, text, ngrams }
    }

    /// How many different terms the reference has; the number that stands for all other terms.
    pub(crate) fn foreign(&self) -> u32 {
        self.types.len() as u32
    }

    /// The candidate in this reference's numbers.
    pub(crate) fn localise(&self, candidate: &Text) -> Text {
        let foreign = self.foreign();
        let own = |term: u32| self.types.get(&term).copied().unwrap_or(foreign);
        Text {
            whole: candidate.whole.map(own),
            cut: candidate.cut.as_ref().map(|cut| cut.map(own)),
        }
    }
}

/// Reads texts by the rules of the options. Safe to share between threads: texts whose words were
/// all seen before need no more than a shared lock.
#[derive(Debug)]
pub(crate) struct Reader {
    options: Options,
    vocabulary: RwLock<Vocabulary>,
}

impl Reader {
    pub(crate) fn new(options: Options) -> Self {
        Self { options, vocabulary: RwLock::default() }
    }

    pub(crate) fn options(&self) -> &Options {
        &self.options
    }

    pub(crate) fn read(&self, text: &str) -> Text {
        let limit = self.options.limit;
        if limit.is_none() {
            return Text { whole: self.terms(text.as_bytes(), Some(text)), cut: None };
        }
        let cut = match self.options.profile {
            Profile::Rouge155 => limit.cut_sentences(text.as_bytes()),
            Profile::Google => None,
        };
        Text {
            whole: self.terms(&limit.cut(text.as_bytes()), None),
            cut: cut.map(|bytes| self.terms(&bytes, None)),
        }
    }

    /// The text's tokens as strings, sentence by sentence, normalised as they are compared.
    pub(crate) fn tokens(&self, text: &str) -> Vec<Vec<String>> {
        let limit = self.options.limit;
        let folded = if limit.is_none() {
            self.fold(text.as_bytes(), Some(text))
        } else {
            self.fold(&limit.cut(text.as_bytes()), None)
        };
        let lines = folded.split(|&byte| byte == tokenize::LINE);
        let tokens = |line: &[u8]| {
            let raw = line.split(|&byte| byte == tokenize::GAP).filter(|token| !token.is_empty());
            let normal = raw.filter_map(|token| self.normalise(token));
            normal.map(|token| String::from_utf8_lossy(&token).into_owned()).collect::<Vec<_>>()
        };
        lines.map(tokens).filter(|line| !line.is_empty()).collect()
    }

    fn fold(&self, bytes: &[u8], text: Option<&str>) -> Vec<u8> {
        let mut folded = Vec::with_capacity(bytes.len() + 1);
        match (self.options.tokenizer, text) {
            (Tokenizer::Ascii, _) => {
                let unicode_case = self.options.profile == Profile::Google;
                tokenize::fold_ascii(bytes, unicode_case, &mut folded);
            }
            (Tokenizer::Unicode, Some(text)) => tokenize::fold_unicode(text, &mut folded),
            (Tokenizer::Unicode, None) => {
                // A byte limit may have cut a character: what is left of it is no letter.
                tokenize::fold_unicode(&String::from_utf8_lossy(bytes), &mut folded);
            }
        }
        folded
    }

    fn terms(&self, bytes: &[u8], text: Option<&str>) -> Terms {
        let folded = self.fold(bytes, text);
        let known = self.vocabulary.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(terms) = split(&folded, |token| known.get(token)) {
            return terms;
        }
        drop(known);
        let mut vocabulary = self.vocabulary.write().unwrap_or_else(PoisonError::into_inner);
        let intern = |token: &[u8]| Some(vocabulary.intern(token, |token| self.normalise(token)));
        split(&folded, intern).unwrap_or_default()
    }

    /// What is compared in place of a token; `None` for a stop word.
    fn normalise(&self, token: &[u8]) -> Option<Vec<u8>> {
        let options = &self.options;
        if options.stop_words.as_ref().is_some_and(|words| words.contains(token)) {
            return None;
        }
        let mut word = token.to_vec();
        if options.stem && word.len() > 3 && word.is_ascii() {
            let exceptions = options.exceptions.as_deref();
            if let Some(base) = exceptions.and_then(|exceptions| exceptions.base(token)) {
                return Some(base.to_vec());
            }
            match options.profile {
                Profile::Google => porter::stem_nltk(&mut word),
                Profile::Rouge155 => porter::stem_rouge155(&mut word),
            }
        }
        Some(word)
    }
}

/// The terms of a folded text, or `None` when `term` does not know a token.
fn split(folded: &[u8], mut term: impl FnMut(&[u8]) -> Option<u32>) -> Option<Terms> {
    let mut terms = Terms::default();
    terms.words.reserve(folded.len() / 5);
    let mut start = 0;
    for end in 0..=folded.len() {
        let byte = folded.get(end).copied().unwrap_or(tokenize::LINE);
        if byte != tokenize::GAP && byte != tokenize::LINE {
            continue;
        }
        if end > start {
            let term = term(&folded[start..end])?;
            if term != DROPPED {
                terms.words.push(term);
            }
        }
        if byte == tokenize::LINE {
            terms.end_sentence();
        }
        start = end + 1;
    }
    Some(terms)
}
