//! What a selection asks for, as sentences of a ranked cluster.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::Article;
use crate::notes::Asked;
use crate::passage::Passage;
use crate::span::Span;
use crate::summarizer::dates::{Day, days_left_out};
use crate::summarizer::{Ranked, Selection};
use crate::text::Sentence;

/// What a selection asks for.
pub(super) struct Request {
    /// What it excludes.
    pub(super) excluded: Vec<Asked>,
    /// The sentences that it leaves to choose from, ascending.
    pub(super) eligible: Vec<u32>,
    /// Those that it pins.
    pub(super) pinned: Vec<u32>,
    /// Lists of which a sentence each comes first: those of `must`, then those of `days`.
    pub(super) first: Vec<Vec<u32>>,
    /// The days of a timeline.
    days: Vec<i64>,
    /// By article: the number of its source.
    pub(super) sources: Vec<u32>,
}

impl Request {
    /// The least that a sentence costs which may be chosen.
    pub(super) fn shortest(&self, costs: &[usize]) -> usize {
        let may_be = if self.eligible.is_empty() { &self.pinned } else { &self.eligible };
        may_be.iter().map(|&sentence| costs[sentence as usize]).min().unwrap_or_default()
    }
}

impl Ranked<'_> {
    /// What the selection asks for; warnings say what cannot be had.
    pub(super) fn request(&self, selection: &Selection, warnings: &mut Vec<String>) -> Request {
        let excluded = self.excluded(selection, warnings);
        let eligible = self.allowed(selection, &excluded, warnings);
        let pinned = self.numbers(&selection.pinned, "pinned", warnings);
        let mut first = self.wanted(selection, &eligible);
        let mut days = Vec::new();
        if selection.timeline {
            for Day { number, sentences } in self.days(&eligible, warnings) {
                days.push(number);
                first.push(sentences);
            }
        }
        Request { excluded, eligible, pinned, first, days, sources: self.sources() }
    }

    /// What the selection excludes, as it is in the cluster. A warning names words that exclude
    /// nothing because they are function words, or because the cluster does not have them.
    fn excluded(&self, selection: &Selection, warnings: &mut Vec<String>) -> Vec<Asked> {
        let mut excluded = Vec::new();
        for words in &selection.exclude {
            match self.asked(words) {
                Some(asked) if asked.is_empty() => warnings.push(format!(
                    "nothing is left out for `{words}`: sentences have such words whatever they say"
                )),
                Some(asked) if self.occurs(&asked) => excluded.push(asked),
                _ => warnings.push(format!(
                    "nothing is left out for `{words}`: no sentence and no headline has it"
                )),
            }
        }
        excluded
    }

    /// The eligible sentences less those that the selection rules out.
    fn allowed(
        &self,
        selection: &Selection,
        excluded: &[Asked],
        warnings: &mut Vec<String>,
    ) -> Vec<u32> {
        let banned = self.numbers(&selection.banned, "banned", warnings);
        let banned: FxHashSet<u32> = banned.into_iter().collect();
        let mut allowed = self.eligible.clone();
        allowed.retain(|sentence| {
            !banned.contains(sentence) && !excluded.iter().any(|asked| self.has(*sentence, asked))
        });
        allowed
    }

    /// For each entry of `must` the sentences that have it, which may be none.
    fn wanted(&self, selection: &Selection, eligible: &[u32]) -> Vec<Vec<u32>> {
        let with = |words: &String| {
            let asked = self.asked(words).unwrap_or_default();
            eligible.iter().copied().filter(|&sentence| self.has(sentence, &asked)).collect()
        };
        selection.must.iter().map(with).collect()
    }

    /// Warnings of the lists that come first of which no sentence was chosen.
    pub(super) fn missed(
        &self,
        selection: &Selection,
        missed: &[usize],
        request: &Request,
    ) -> Vec<String> {
        let must = selection.must.len();
        let (words, dates): (Vec<usize>, Vec<usize>) =
            missed.iter().partition(|list| **list < must);
        let Request { first, days, .. } = request;
        let words = words.iter().map(|&list| self.why_missed(&selection.must[list], &first[list]));
        let dates = dates.iter().filter_map(|&list| days.get(list - must)).copied().collect();
        words.chain(days_left_out(dates)).collect()
    }

    /// Why no sentence was chosen for an entry of `must`, some sentences having it or none.
    fn why_missed(&self, words: &str, having_it: &[u32]) -> String {
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

    /// The sentences that passages touch, each once, passage by passage. Warnings name the passages
    /// where none is or which may mean several articles. O(log sentences) a passage, and one look at
    /// every article's id.
    fn numbers(&self, passages: &[Passage], what: &str, warnings: &mut Vec<String>) -> Vec<u32> {
        if passages.is_empty() {
            return Vec::new();
        }
        // The first article of an id, and whether it is the only one.
        let mut articles: FxHashMap<&str, (u32, bool)> = FxHashMap::default();
        for (number, article) in (0..).zip(&self.cluster.articles) {
            let entry = articles.entry(&article.id);
            entry.and_modify(|(_, only)| *only = false).or_insert((number, true));
        }
        let sentences = &self.reading.sentences;
        let mut numbers = Vec::new();
        let mut met: FxHashSet<u32> = FxHashSet::default();
        for Passage { article_id, span } in passages {
            let Some(&(article, only)) = articles.get(article_id.as_str()) else {
                warnings
                    .push(format!("nothing is {what} in `{article_id}`: there is no such article"));
                continue;
            };
            if !only {
                warnings.push(format!(
                    "what is {what} in `{article_id}` may be in several articles and is taken to be \
                     in the first: give each an id of its own"
                ));
            }
            let first = sentences.partition_point(|sentence| {
                (sentence.article, sentence.span.end) <= (article, span.start)
            });
            let inside = (first as u32..).zip(&sentences[first..]).take_while(|(_, sentence)| {
                sentence.article == article && sentence.span.start < span.end
            });
            let mut inside = inside.map(|(number, _)| number).peekable();
            if inside.peek().is_none() {
                let Span { start, end } = span;
                warnings.push(format!(
                    "nothing is {what} at {start}..{end} of `{article_id}`: no sentence is there"
                ));
            }
            numbers.extend(inside.filter(|&number| met.insert(number)));
        }
        numbers
    }

    /// Warnings of pinned sentences that were not chosen.
    pub(super) fn not_pinned<'a>(
        &'a self,
        pinned: &'a [u32],
        chosen: &[u32],
    ) -> impl Iterator<Item = String> + 'a {
        let chosen: FxHashSet<u32> = chosen.iter().copied().collect();
        let missing = pinned.iter().filter(move |sentence| !chosen.contains(sentence));
        missing.map(|&sentence| {
            let Sentence { article, span: Span { start, end }, .. } =
                self.reading.sentences[sentence as usize];
            let id = &self.cluster.articles[article as usize].id;
            format!("there was no room for the pinned sentence at {start}..{end} of `{id}`")
        })
    }

    /// By article: the number of its source, which is its outlet, else itself.
    fn sources(&self) -> Vec<u32> {
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let mut sources = Vec::with_capacity(self.cluster.articles.len());
        for (number, article) in (0..).zip(&self.cluster.articles) {
            let outlet = article.source.as_deref();
            sources.push(outlet.map_or(number, |name| *numbers.entry(name).or_insert(number)));
        }
        sources
    }

    /// Words that a user names, as they are in the cluster; `None` when it does not have them all.
    fn asked(&self, words: &str) -> Option<Asked> {
        let named = self.inner.reader.named_words(words, self.language);
        let terms = named.stems.iter().map(|stem| self.reading.terms.find(stem));
        Some(Asked { terms: terms.collect::<Option<_>>()?, abbreviations: named.abbreviations })
    }

    /// True where a sentence or a headline has the words.
    fn occurs(&self, asked: &Asked) -> bool {
        let in_headline = |(number, article): (usize, &Article)| {
            let headline = article.title.as_deref().unwrap_or_default();
            asked.is_in(self.reading.beside.of(number), headline)
        };
        (0..self.reading.sentences.len()).any(|sentence| self.has(sentence as u32, asked))
            || self.cluster.articles.iter().enumerate().any(in_headline)
    }

    fn has(&self, sentence: u32, asked: &Asked) -> bool {
        let sentence = sentence as usize;
        let Sentence { article, span, .. } = self.reading.sentences[sentence];
        let text = span.of(&self.cluster.articles[article as usize].text);
        asked.is_in(self.reading.terms.of(sentence), text)
    }
}
