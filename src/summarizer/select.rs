//! The last stage: a summary is selected from a ranked cluster.

use std::time::Instant;

use crate::article::Cluster;
use crate::error::Error;
use crate::notes::{self, Asked, Context, Gist, Run};
use crate::select::{
    AUTO, Budget, Candidates, Caps, Refusal, Selected, Supporter, alike, supporting,
};
use crate::summarizer::asked::Request;
use crate::summarizer::ranked::{known, no_sentence};
use crate::summarizer::{Ranked, Selection};
use crate::summary::Summary;
use crate::text::{Sentence, printed};

impl Ranked<'_> {
    /// Selects a summary. It has no sentence, and a warning, where all of them say what is known.
    ///
    /// # Errors
    /// [`Error::BudgetTooSmall`] when no sentence fits, [`Error::NoSentence`] when the selection
    /// leaves none, [`Error::Setting`] for a budget out of range.
    pub fn select(&self, selection: &Selection) -> Result<Summary, Error> {
        self.inner.on_pool(|| self.selected(selection))
    }

    fn selected(&self, selection: &Selection) -> Result<Summary, Error> {
        let start = Instant::now();
        let budget = selection.budget.check()?;
        let sentences = &self.reading.sentences;
        let mut warnings = self.warnings.clone();
        let request = self.request(selection, &mut warnings);
        if request.eligible.is_empty() && request.pinned.is_empty() {
            return Err(no_sentence(self.cluster, "the selection leaves none"));
        }
        let costs = self.costs(budget);
        let candidates = self.candidates_for(selection, &request, &costs);
        let context = self.context(&request.excluded);
        let words = sentences.iter().map(|sentence| sentence.words as usize).sum();
        let limit = budget.limit(words);
        let mut selected = self.inner.selector.select(&candidates, limit);
        selected.assert_lawful(&candidates, limit);
        self.bring_up_to_date(&mut selected, &candidates, limit, &context);
        if selected.choices.is_empty() {
            let shortest = request.shortest(&costs);
            if shortest > limit || request.eligible.is_empty() {
                return Err(too_small(self.cluster, budget, shortest));
            }
            warnings.push(self.nothing(selection, &selected)?.to_owned());
        }
        warnings.extend(self.missed(selection, &selected.missed, &request));

        let chosen: Vec<u32> = selected.choices.iter().map(|choice| choice.sentence).collect();
        let order = selection.order;
        let alike = alike(&chosen, sentences, &self.rows, order.alike_from(chosen.len()));
        let days = self.days_told(selection.timeline);
        let day_of = |article: u32| days[article as usize];
        let arranged =
            order.arrange(&selected.choices, &alike, sentences, selection.timeline, day_of);
        let chosen: Vec<u32> = arranged.iter().map(|(_, choice)| choice.sentence).collect();
        warnings.extend(self.not_pinned(&request.pinned, &chosen));
        let supporters: Vec<&[Supporter]> =
            arranged.iter().map(|(rank, _)| supporting(&alike[rank - 1])).collect();
        let mut summary = self.summary(selection, request.eligible.len(), arranged, &supporters);
        self.take_notes(&context, &chosen, &supporters, &mut summary);
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
            let how = self.inner.selector.weighs().copied().unwrap_or_default();
            summary.explanation =
                Some(notes::explain(&context, &candidates, &how, &selected, &summary, &run));
        }
        Ok(summary)
    }

    /// By sentence: what it costs of a budget.
    fn costs(&self, budget: Budget) -> Vec<usize> {
        let cost = |sentence: &Sentence| {
            let text = &self.cluster.articles[sentence.article as usize].text;
            budget.cost(sentence.words as usize, || printed(sentence.span.of(text)).len())
        };
        self.reading.sentences.iter().map(cost).collect()
    }

    /// What the selector sees.
    fn candidates_for<'a>(
        &'a self,
        selection: &Selection,
        request: &'a Request,
        costs: &'a [usize],
    ) -> Candidates<'a> {
        Candidates {
            articles: &self.cluster.articles,
            sentences: &self.reading.sentences,
            terms: &self.reading.terms,
            rows: &self.rows,
            salience: &self.ranking.salience,
            centrality: &self.ranking.centrality,
            voters: &self.voters,
            emphasis: &self.emphasis,
            costs,
            eligible: &request.eligible,
            known: known(&self.reading, &self.heard),
            concepts: self.concepts.as_ref(),
            pinned: &request.pinned,
            first: &request.first,
            only_first: selection.timeline,
            caps: Caps {
                words_an_article: selection.max_per_article,
                sentences_a_source: selection.max_per_source,
                sources: &request.sources,
            },
            stop: if selection.budget == Budget::Auto { AUTO.stop } else { 0.0 },
        }
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
            salience: &self.ranking.salience,
            centrality: &self.ranking.centrality,
            voters: &self.voters,
            title_terms: &self.reading.beside,
            excluded,
        }
    }

    /// Adds to a summary what can be said beside its sentences, which are `chosen`.
    fn take_notes(
        &self,
        context: &Context<'_>,
        chosen: &[u32],
        supporters: &[&[Supporter]],
        summary: &mut Summary,
    ) {
        let gist = Gist::of(context);
        let lead = chosen.first().copied();
        summary.keywords = notes::keywords(context, &gist, self.language, lead);
        summary.headline = notes::headline(context, &gist, self.language, lead, summary);
        summary.newest = notes::newest(context);
        notes::mark_disagreements(context, chosen, supporters, summary);
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
