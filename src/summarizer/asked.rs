//! What a selection asks for, as sentences of a ranked cluster.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::passage::Passage;
use crate::summarizer::{Ranked, Selection};

impl Ranked<'_> {
    /// The eligible sentences less those that the selection rules out.
    pub(super) fn allowed(&self, selection: &Selection) -> Vec<u32> {
        let excluded: Vec<Vec<u32>> =
            selection.exclude.iter().filter_map(|words| self.terms_of(words)).collect();
        let banned: FxHashSet<u32> = self.numbers(&selection.banned).into_iter().collect();
        let mut allowed = self.eligible.clone();
        allowed.retain(|sentence| {
            !banned.contains(sentence) && !excluded.iter().any(|terms| self.has(*sentence, terms))
        });
        allowed
    }

    /// For each entry of `must` the sentences that have it, which may be none.
    pub(super) fn wanted(&self, selection: &Selection, eligible: &[u32]) -> Vec<Vec<u32>> {
        let with = |words: &String| {
            let terms = self.terms_of(words).unwrap_or_default();
            eligible.iter().copied().filter(|&sentence| self.has(sentence, &terms)).collect()
        };
        selection.must.iter().map(with).collect()
    }

    /// The sentences that passages touch, each once, passage by passage. O(log sentences) a passage,
    /// and one look at every article's id.
    pub(super) fn numbers(&self, passages: &[Passage]) -> Vec<u32> {
        if passages.is_empty() {
            return Vec::new();
        }
        let mut articles: FxHashMap<&str, u32> = FxHashMap::default();
        for (number, article) in (0..).zip(&self.cluster.articles) {
            articles.entry(&article.id).or_insert(number);
        }
        let sentences = &self.reading.sentences;
        let mut numbers = Vec::new();
        let mut met: FxHashSet<u32> = FxHashSet::default();
        for Passage { article_id, span } in passages {
            let Some(&article) = articles.get(article_id.as_str()) else { continue };
            let first = sentences.partition_point(|sentence| {
                (sentence.article, sentence.span.end) <= (article, span.start)
            });
            let inside = (first as u32..).zip(&sentences[first..]).take_while(|(_, sentence)| {
                sentence.article == article && sentence.span.start < span.end
            });
            numbers.extend(inside.map(|(number, _)| number).filter(|&number| met.insert(number)));
        }
        numbers
    }

    /// By article: the number of its source, which is its outlet, else itself.
    pub(super) fn sources(&self) -> Vec<u32> {
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let mut number = |name| {
            let fresh = numbers.len() as u32;
            *numbers.entry(name).or_insert(fresh)
        };
        let articles = self.cluster.articles.iter();
        articles.map(|article| number(article.source.as_deref().unwrap_or(&article.id))).collect()
    }

    /// The terms of words that a user names; `None` when the cluster does not have them all.
    fn terms_of(&self, words: &str) -> Option<Vec<u32>> {
        let stems = self.inner.reader.stems(words, self.language);
        stems.iter().map(|stem| self.reading.terms.find(stem)).collect()
    }

    fn has(&self, sentence: u32, terms: &[u32]) -> bool {
        let own = self.reading.terms.of(sentence as usize);
        !terms.is_empty() && terms.iter().all(|term| own.contains(term))
    }
}
