//! What a selection asks for, as sentences of a ranked cluster.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::notes::Asked;
use crate::passage::Passage;
use crate::summarizer::{Ranked, Selection};
use crate::text::Sentence;

impl Ranked<'_> {
    /// What the selection excludes, as it is in the cluster. A warning names words that exclude
    /// nothing because they are function words.
    pub(super) fn excluded(&self, selection: &Selection, warnings: &mut Vec<String>) -> Vec<Asked> {
        let mut excluded = Vec::new();
        for words in &selection.exclude {
            match self.asked(words) {
                Some(asked) if asked.is_empty() => warnings.push(format!(
                    "nothing is left out for `{words}`: sentences have such words whatever they say"
                )),
                asked => excluded.extend(asked),
            }
        }
        excluded
    }

    /// The eligible sentences less those that the selection rules out.
    pub(super) fn allowed(&self, selection: &Selection, excluded: &[Asked]) -> Vec<u32> {
        let banned: FxHashSet<u32> = self.numbers(&selection.banned).into_iter().collect();
        let mut allowed = self.eligible.clone();
        allowed.retain(|sentence| {
            !banned.contains(sentence) && !excluded.iter().any(|asked| self.has(*sentence, asked))
        });
        allowed
    }

    /// For each entry of `must` the sentences that have it, which may be none.
    pub(super) fn wanted(&self, selection: &Selection, eligible: &[u32]) -> Vec<Vec<u32>> {
        let with = |words: &String| {
            let asked = self.asked(words).unwrap_or_default();
            eligible.iter().copied().filter(|&sentence| self.has(sentence, &asked)).collect()
        };
        selection.must.iter().map(with).collect()
    }

    /// Why no sentence was chosen for an entry of `must`, some sentences having it or none.
    pub(super) fn why_missed(&self, words: &str, having_it: &[u32]) -> String {
        if !having_it.is_empty() {
            return format!(
                "there was no room for a sentence with `{words}`, or it says what is known"
            );
        }
        if self.asked(words).is_some_and(|asked| asked.is_empty()) {
            return format!(
                "no sentence is chosen for `{words}`: sentences have such words whatever they say"
            );
        }
        format!("no sentence that may be chosen has `{words}`")
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

    /// Words that a user names, as they are in the cluster; `None` when it does not have them all.
    fn asked(&self, words: &str) -> Option<Asked> {
        let named = self.inner.reader.named_words(words, self.language);
        let terms = named.stems.iter().map(|stem| self.reading.terms.find(stem));
        Some(Asked { terms: terms.collect::<Option<_>>()?, abbreviations: named.abbreviations })
    }

    fn has(&self, sentence: u32, asked: &Asked) -> bool {
        let sentence = sentence as usize;
        let Sentence { article, span, .. } = self.reading.sentences[sentence];
        let text = span.of(&self.cluster.articles[article as usize].text);
        asked.is_in(self.reading.terms.of(sentence), text)
    }
}
