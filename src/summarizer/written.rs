//! The summary as it is written down: sentences with their places and who supports them.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
use serde_json::{Value, json};

use crate::select::{Choice, Supporter};
use crate::summarizer::{Ranked, Selection};
use crate::summary::{Summary, SummarySentence, Support, passed_through};
use crate::text::{Language, printed};
use crate::vector::Term;

/// Two outlets that write a sentence of so many words alike have it from one source.
const WORDS_OF_A_COPY: usize = 10;

/// Who has said a sentence.
#[derive(Default)]
struct Witnesses<'t> {
    voters: FxHashSet<u32>,
    wordings: FxHashSet<&'t [Term]>,
}

impl<'t> Witnesses<'t> {
    /// True for the first of a voter's articles, and the first to say it in these words.
    fn is_new(&mut self, voter: u32, words: &'t [Term]) -> bool {
        let new_voter = self.voters.insert(voter);
        let new_wording = self.wordings.insert(words) || words.len() < WORDS_OF_A_COPY;
        new_voter && new_wording
    }
}

impl Ranked<'_> {
    /// The sentences that may be chosen as far as language and length go.
    pub(super) fn candidates(&self) -> Vec<SummarySentence> {
        let choices = self.eligible.iter().map(|&sentence| (0, Choice { sentence, gain: 0.0 }));
        choices.map(|choice| self.sentence(choice)).collect()
    }

    /// The summary with its sentences, of so many candidates, and who supports them; the notes are
    /// still to come.
    pub(super) fn summary(
        &self,
        selection: &Selection,
        candidates: usize,
        arranged: Vec<(usize, Choice)>,
        supporters: &[&[Supporter]],
    ) -> Summary {
        let sentences = &self.reading.sentences;
        let words = |(_, choice): &(_, Choice)| sentences[choice.sentence as usize].words as usize;
        let words = arranged.iter().map(words).sum();
        let with_support = arranged.into_iter().zip(supporters).map(|(choice, supporters)| {
            let own = sentences[choice.1.sentence as usize].article;
            let mut witnesses = Witnesses::default();
            let terms_of = |sentence: u32| self.reading.terms.of(sentence as usize);
            witnesses.is_new(self.voters[own as usize], terms_of(choice.1.sentence));
            let support = supporters.iter().map(|supporter| {
                let place = &sentences[supporter.sentence as usize];
                let article = &self.cluster.articles[place.article as usize];
                Support {
                    article_id: article.id.clone(),
                    start: place.span.start,
                    end: place.span.end,
                    title: article.title.clone(),
                    url: article.url.clone(),
                    source: article.source.clone(),
                    published: article.published.clone(),
                    similarity: supporter.similarity,
                    copy: !witnesses
                        .is_new(self.voters[place.article as usize], terms_of(supporter.sentence)),
                    numbers: Vec::new(),
                    denial: None,
                }
            });
            SummarySentence { support: support.collect(), ..self.sentence(choice) }
        });
        let chosen: Vec<SummarySentence> = with_support.collect();
        let lines: Vec<&str> = chosen.iter().map(|sentence| sentence.text.as_str()).collect();
        Summary {
            id: self.cluster.id.clone(),
            lang: (self.language != Language::Other).then(|| self.language.code().to_owned()),
            headline: None,
            text: lines.join("\n"),
            words,
            sentences: chosen,
            keywords: Vec::new(),
            newest: None,
            articles: self.reading.languages.iter().flatten().count(),
            candidates,
            dropped: self.reading.dropped_by_rule(),
            warnings: Vec::new(),
            settings: self.settings(selection),
            explanation: None,
            extra: passed_through(&self.cluster.extra),
        }
    }

    /// A chosen sentence with everything a reader may want to know of its place; no support yet.
    fn sentence(&self, (rank, choice): (usize, Choice)) -> SummarySentence {
        let sentence = &self.reading.sentences[choice.sentence as usize];
        let article = &self.cluster.articles[sentence.article as usize];
        SummarySentence {
            text: printed(sentence.span.of(&article.text)).into_owned(),
            article_id: article.id.clone(),
            title: article.title.clone(),
            url: article.url.clone(),
            source: article.source.clone(),
            published: article.published.clone(),
            start: sentence.span.start,
            end: sentence.span.end,
            position: sentence.position,
            score: self.ranking.salience[choice.sentence as usize],
            rank,
            support: Vec::new(),
        }
    }

    /// Every setting that had a say.
    fn settings(&self, selection: &Selection) -> BTreeMap<String, Value> {
        let mut settings = self.inner.settings.clone();
        if let Value::Object(selection) = json!(selection) {
            settings.extend(selection);
        }
        settings
    }
}
