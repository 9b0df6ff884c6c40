//! A cluster that has been read and ranked, ready to be selected from.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustc_hash::FxHashSet;
use serde_json::{Value, json};

use crate::article::{Article, Cluster};
use crate::error::Error;
use crate::group::{CopyOf, copies_in_words};
use crate::notes::{self, Asked, Context, Gist, Run};
use crate::published::day;
use crate::rank::{self, Salience};
use crate::reading::{Reading, most_common};
use crate::select::{
    AUTO, Budget, Candidates, Caps, Choice, Known, Refusal, Selected, Supporter, alike, eligible,
    supporting,
};
use crate::summarizer::beside::{Heard, heard, nearness_to_query};
use crate::summarizer::dates::{admitted, without_day};
use crate::summarizer::{Inner, Selection};
use crate::summary::{Summary, SummarySentence, Support, passed_through};
use crate::text::{Language, Sentence, printed};
use crate::vector::{Idf, Rows, article_centrality, by_article};

/// A cluster that has been read and ranked: see [`Summarizer::rank`](crate::Summarizer::rank).
pub struct Ranked<'c> {
    pub(super) inner: Arc<Inner>,
    pub(super) cluster: &'c Cluster,
    pub(super) reading: Reading,
    rows: Rows,
    /// The rows of what stands beside the cluster, in the same columns.
    beside: Rows,
    ranking: Salience,
    /// By sentence: 1 is the average.
    pub(super) salience: Vec<f64>,
    centrality: Vec<f64>,
    pub(super) voters: Vec<u32>,
    pub(super) emphasis: Vec<f64>,
    heard: Heard,
    pub(super) language: Language,
    /// Sentences that may be chosen as far as language and length go, ascending.
    pub(super) eligible: Vec<u32>,
    warnings: Vec<String>,
    read_time: Duration,
    rank_time: Duration,
}

impl fmt::Debug for Ranked<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (cluster, sentences) = (&self.cluster.id, self.reading.sentences.len());
        let mut shown = formatter.debug_struct("Ranked");
        shown.field("cluster", cluster).field("sentences", &sentences).finish_non_exhaustive()
    }
}

/// Copies are told and sentences ranked one after the other where there are so many.
const MANY_SENTENCES: usize = 1 << 14;

impl<'c> Ranked<'c> {
    pub(super) fn new(inner: &Arc<Inner>, cluster: &'c Cluster) -> Result<Self, Error> {
        let start = Instant::now();
        let mut warnings = Vec::new();
        let admitted = admitted(inner, &cluster.articles, &mut warnings);
        let reading = inner.reader.read(cluster, inner.language, &admitted, &inner.beside)?;
        let language = inner
            .summary_language
            .unwrap_or_else(|| most_common(&cluster.articles, &reading.languages));
        let eligible = choosable(cluster, &reading, language)?;
        let read_time = start.elapsed();

        let start = Instant::now();
        let sentences = &reading.sentences;
        let voters = || voters(&cluster.articles, &reading);
        let mut ranking = || {
            let idf = Idf::new(&reading.terms);
            let (rows, beside) = (idf.rows(&reading.terms), idf.rows(&reading.beside));
            let centrality = article_centrality(&rows, sentences);
            let nearness =
                nearness_to_query(&inner.beside.query, &reading, &rows, &beside, &mut warnings);
            // A reader starts anew at an article that has to do with the others, and near the query.
            let central = sentences.iter().map(|s| centrality[s.article as usize] + 1e-9);
            let teleport: Vec<f64> = central.zip(&nearness).map(|(c, near)| c * near).collect();
            let input = rank::RankInput { sentences, rows: &rows, teleport: Some(&teleport) };
            let ranking = inner.ranker.rank(&input);
            (rows, beside, centrality, nearness, ranking)
        };
        // Side by side, unless there is so much that each would take too much memory.
        let (voters, (rows, beside, centrality, nearness, ranking)) =
            if sentences.len() < MANY_SENTENCES {
                rayon::join(voters, ranking)
            } else {
                (voters(), ranking())
            };
        assert_eq!(ranking.scores.len(), sentences.len(), "a ranker gives one score a sentence");
        let average = sentences.len() as f64;
        let salience = ranking.scores.iter().map(|score| score * average).collect();
        let weight = |article: u32| {
            let source = cluster.articles[article as usize].source.as_ref();
            source.and_then(|source| inner.source_weights.get(source)).copied().unwrap_or(1.0)
        };
        let emphasis =
            sentences.iter().zip(&nearness).map(|(s, near)| near * weight(s.article)).collect();
        let heard = heard(&inner.beside.known, cluster, &reading);
        Ok(Self {
            inner: Arc::clone(inner),
            cluster,
            voters,
            reading,
            rows,
            beside,
            ranking,
            salience,
            centrality,
            emphasis,
            heard,
            language,
            eligible,
            warnings,
            read_time,
            rank_time: start.elapsed(),
        })
    }

    /// Selects a summary. It has no sentence, and a warning, where all of them say what is known.
    ///
    /// # Errors
    /// [`Error::BudgetTooSmall`] when no sentence fits, [`Error::NoSentence`] when the selection
    /// leaves none, [`Error::Setting`] for a budget out of range.
    pub fn select(&self, selection: &Selection) -> Result<Summary, Error> {
        let start = Instant::now();
        let budget = selection.budget.check()?;
        let sentences = &self.reading.sentences;
        let mut warnings = self.warnings.clone();
        let excluded = self.excluded(selection, &mut warnings);
        let eligible = self.allowed(selection, &excluded, &mut warnings);
        let pinned = self.numbers(&selection.pinned, "pinned", &mut warnings);
        if eligible.is_empty() && pinned.is_empty() {
            return Err(no_sentence(self.cluster, "the selection leaves none"));
        }
        let cost = |sentence: &Sentence| {
            let text = &self.cluster.articles[sentence.article as usize].text;
            budget.cost(sentence.words as usize, || printed(sentence.span.of(text)).len())
        };
        let costs: Vec<usize> = sentences.iter().map(cost).collect();
        let mut first = self.wanted(selection, &eligible);
        let days = if selection.timeline { self.days(&eligible) } else { Vec::new() };
        if selection.timeline && days.is_empty() {
            let why = "no article has a date that can be read: there is no day for a timeline";
            warnings.push(why.to_owned());
        } else if selection.timeline {
            warnings.extend(without_day(&self.cluster.articles));
        }
        first.extend(days.iter().map(|day| day.sentences.clone()));
        let sources = self.sources();
        let candidates = Candidates {
            articles: &self.cluster.articles,
            sentences,
            terms: &self.reading.terms,
            rows: &self.rows,
            salience: &self.salience,
            centrality: &self.centrality,
            voters: &self.voters,
            emphasis: &self.emphasis,
            costs: &costs,
            eligible: &eligible,
            known: Known {
                terms: &self.reading.beside,
                rows: self.reading.known_rows(),
                repeats: &self.heard.repeats,
                news: &self.heard.news,
            },
            pinned: &pinned,
            first: &first,
            only_first: selection.timeline,
            caps: Caps {
                words_an_article: selection.max_per_article,
                sentences_a_source: selection.max_per_source,
                sources: &sources,
            },
            stop: if budget == Budget::Auto { AUTO.stop } else { 0.0 },
        };
        let words = sentences.iter().map(|sentence| sentence.words as usize).sum();
        let limit = budget.limit(words);
        let mut selected = self.inner.selector.select(&candidates, limit);
        selected.assert_lawful(&candidates, limit);
        let context = self.context(&excluded);
        self.bring_up_to_date(&mut selected, &candidates, limit, &context);
        if selected.choices.is_empty() {
            let may_be = if eligible.is_empty() { &pinned } else { &eligible };
            let shortest = may_be.iter().map(|&s| costs[s as usize]).min().unwrap_or_default();
            if shortest > limit || eligible.is_empty() {
                return Err(too_small(self.cluster, budget, shortest));
            }
            warnings.push(self.nothing(selection, &selected)?.to_owned());
        }
        warnings.extend(self.missed(selection, &selected.missed, &first, &days));
        let day_of = |article: u32| day(&self.cluster.articles[article as usize]);
        let order = selection.order;
        let chosen: Vec<u32> = selected.choices.iter().map(|choice| choice.sentence).collect();
        let alike = alike(&chosen, sentences, &self.rows, order.alike_from(chosen.len()));
        let arranged =
            order.arrange(&selected.choices, &alike, sentences, selection.timeline, day_of);
        let chosen: Vec<u32> = arranged.iter().map(|(_, choice)| choice.sentence).collect();
        warnings.extend(self.not_pinned(&pinned, &chosen));
        let supporters: Vec<&[Supporter]> =
            arranged.iter().map(|(rank, _)| supporting(&alike[rank - 1])).collect();
        let mut summary = self.summary(selection, arranged, &supporters);
        let gist = Gist::of(&context);
        let lead = chosen.first().copied();
        summary.headline = notes::headline(&context, &gist, self.language, lead, &summary);
        summary.keywords = notes::keywords(&context, &gist, self.language, lead);
        summary.newest = notes::newest(&context);
        notes::mark_disagreements(&context, &chosen, &supporters, &mut summary);
        warnings.extend(notes::warnings(&context, self.language, budget, &chosen, &summary));
        summary.warnings = warnings;
        if selection.explain {
            let run = Run {
                dropped: &self.reading.dropped,
                rounds: self.ranking.rounds,
                converged: self.ranking.converged,
                read: self.read_time,
                rank: self.rank_time,
                select: start.elapsed(),
            };
            summary.explanation =
                Some(notes::explain(&context, &candidates, &selected, &summary, &run));
        }
        Ok(summary)
    }

    /// What the notes are taken from.
    fn context<'a>(&'a self, excluded: &'a [Asked]) -> Context<'a> {
        Context {
            cluster: self.cluster,
            sentences: &self.reading.sentences,
            terms: &self.reading.terms,
            languages: &self.reading.languages,
            rows: &self.rows,
            titles: &self.beside,
            salience: &self.salience,
            centrality: &self.centrality,
            voters: &self.voters,
            title_terms: &self.reading.beside,
            excluded,
        }
    }

    /// The sentences that may be chosen as far as language and length go.
    pub(super) fn candidates(&self) -> Vec<SummarySentence> {
        let choices = self.eligible.iter().map(|&sentence| (0, Choice { sentence, gain: 0.0 }));
        choices.map(|choice| self.sentence(choice)).collect()
    }

    /// Why nothing was chosen though something would fit: no error where all is known.
    fn nothing(&self, selection: &Selection, selected: &Selected) -> Result<&'static str, Error> {
        let refused = |reason| selected.rejected.iter().any(|rejected| rejected.reason == reason);
        let why = if selection.timeline && selected.missed.len() == selection.must.len() {
            "no article has a date that can be read"
        } else if refused(Refusal::ArticleCap) || refused(Refusal::SourceCap) {
            "the limits on what one article or source may give leave none"
        } else if !self.reading.known_rows().is_empty() {
            return Ok("there is nothing new: what the articles say is known");
        } else if self.eligible.iter().all(|&sentence| self.emphasis[sentence as usize] == 0.0) {
            "the weights of its sources leave none"
        } else {
            "its sentences have no words that carry meaning"
        };
        Err(no_sentence(self.cluster, why))
    }

    /// The summary with its sentences and who supports them; the notes are still to come.
    fn summary(
        &self,
        selection: &Selection,
        arranged: Vec<(usize, Choice)>,
        supporters: &[&[Supporter]],
    ) -> Summary {
        let sentences = &self.reading.sentences;
        let words = |(_, choice): &(_, Choice)| sentences[choice.sentence as usize].words as usize;
        let words = arranged.iter().map(words).sum();
        let with_support = arranged.into_iter().zip(supporters).map(|(choice, supporters)| {
            let own = sentences[choice.1.sentence as usize].article;
            let mut witnesses: FxHashSet<u32> = FxHashSet::default();
            witnesses.insert(self.voters[own as usize]);
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
                    copy: !witnesses.insert(self.voters[place.article as usize]),
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
            candidates: self.eligible.len(),
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
            score: self.salience[choice.sentence as usize],
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

/// By article: who votes. Copies of one text have one vote; they are told by what was read of them.
fn voters(articles: &[Article], reading: &Reading) -> Vec<u32> {
    let mut rows = vec![0..0; articles.len()];
    for group in by_article(&reading.sentences) {
        let article = reading.sentences[group.start].article;
        rows[article as usize] = group;
    }
    let terms = &reading.terms;
    let words = |article: usize| terms.of_all(rows[article].clone());
    let voter = |(own, copy): (u32, &Option<CopyOf>)| {
        copy.as_ref().map_or(own, |copy| copy.representative as u32)
    };
    (0..).zip(&copies_in_words(articles, terms.distinct(), words)).map(voter).collect()
}

/// The sentences that may be chosen, or the reason why there are none.
fn choosable(cluster: &Cluster, reading: &Reading, language: Language) -> Result<Vec<u32>, Error> {
    if cluster.articles.is_empty() {
        return Err(no_sentence(cluster, "it has no articles"));
    }
    if cluster.articles.iter().all(|article| article.text.trim().is_empty()) {
        return Err(no_sentence(cluster, "its articles have no text"));
    }
    if reading.languages.iter().all(Option::is_none) {
        return Err(no_sentence(cluster, "none of its articles is from the time asked for"));
    }
    if reading.sentences.is_empty() {
        let why = "its articles have no words, only lines such as bylines and tags";
        return Err(no_sentence(cluster, why));
    }
    let eligible = eligible(&reading.sentences, |sentence| {
        reading.languages[sentence.article as usize] == Some(language)
    });
    if eligible.is_empty() {
        return Err(no_sentence(cluster, "no article is in the summary's language"));
    }
    Ok(eligible)
}

fn no_sentence(cluster: &Cluster, why: &'static str) -> Error {
    Error::NoSentence { cluster: cluster.id.clone(), why }
}

fn too_small(cluster: &Cluster, budget: Budget, shortest: usize) -> Error {
    let (shortest, unit) = match budget {
        // Less the line break that the last sentence does not have.
        Budget::Bytes(_) => (shortest.saturating_sub(1), "bytes"),
        Budget::Sentences(_) => (shortest, "sentences"),
        Budget::Words(_) | Budget::Ratio(_) | Budget::Auto => (shortest, "words"),
    };
    Error::BudgetTooSmall {
        cluster: cluster.id.clone(),
        budget: budget.to_string(),
        shortest: format!("{shortest} {unit}"),
    }
}
