//! Why each sentence was chosen, and why the next best were not.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clean::Dropped;
use crate::notes::Context;
use crate::select::{Candidates, Choice, ConceptWeights, Refusal, Selected};
use crate::summary::Summary;
use crate::text::printed;
use crate::vector::Term;

/// Why a summary is as it is. The times are the one thing that differs from run to run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// The chosen sentences, in the order of choice.
    pub chosen: Vec<Explained>,
    /// The best of those that came up and were turned down.
    pub rejected: Vec<NotChosen>,
    /// The run.
    pub run: RunNotes,
}

/// The parts of a chosen sentence's worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explained {
    /// The sentence.
    pub text: String,
    /// Id of its article.
    pub article: String,
    /// Its place among the article's sentences, from 0.
    pub position: u32,
    /// The ranker's salience; 1 is the average sentence.
    pub salience: f64,
    /// How central its article is, from 0 to 1.
    pub centrality: f64,
    /// The factor that the user asked for (query, source weights); 1 for none.
    pub emphasis: f64,
    /// What speaks against its being a sentence of the story.
    pub blemishes: Vec<String>,
    /// What it was worth when it was chosen; comparable within the run.
    pub gain: f64,
    /// What it was the first to say of what several sentences say, at most twelve: the weightiest
    /// first, function words alone last.
    pub concepts: Vec<ExplainedConcept>,
    /// The weight of what no other sentence says.
    #[serde(default)]
    pub alone: f64,
    /// Other articles that say nearly the same.
    pub support: usize,
}

/// A concept that a sentence was the first to cover.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExplainedConcept {
    /// Its stems.
    pub concept: String,
    /// Its weight in the cluster.
    pub weight: f64,
}

/// A sentence that came up and was turned down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotChosen {
    /// The sentence.
    pub text: String,
    /// Id of its article.
    pub article: String,
    /// What it was worth when it came up.
    pub gain: f64,
    /// Why it was turned down.
    pub reason: Refusal,
}

/// What is to be said of the run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunNotes {
    /// Sentences of the cluster.
    pub sentences: usize,
    /// Sentences that could be chosen.
    pub candidates: usize,
    /// Different terms.
    pub terms: usize,
    /// Every piece that cleaning left out: rule, article, and the piece itself.
    pub dropped: Vec<(String, String, String)>,
    /// Rounds of the ranker's iteration.
    pub rounds: usize,
    /// False when the rounds ran out before the scores settled.
    pub converged: bool,
    /// Seconds spent reading, ranking and selecting.
    pub seconds: [f64; 3],
}

/// What the run knows of itself.
pub(crate) struct Run<'a> {
    pub(crate) dropped: &'a [(u32, Dropped)],
    pub(crate) rounds: usize,
    pub(crate) converged: bool,
    pub(crate) read: Duration,
    pub(crate) rank: Duration,
    pub(crate) select: Duration,
}

/// Concepts shown for a sentence at most.
const SHOWN: usize = 12;

/// Takes a selection apart.
pub(crate) fn explain(
    context: &Context<'_>,
    candidates: &Candidates<'_>,
    how: &ConceptWeights,
    selected: &Selected,
    summary: &Summary,
    run: &Run<'_>,
) -> Explanation {
    let rejected = selected.rejected.iter().map(|rejected| NotChosen {
        text: printed(context.text(rejected.sentence as usize)).into_owned(),
        article: id(context, context.sentences[rejected.sentence as usize].article),
        gain: rejected.gain,
        reason: rejected.reason,
    });
    let dropped = run.dropped.iter().map(|(article, dropped)| {
        let text = dropped.span.of(&context.cluster.articles[*article as usize].text);
        (dropped.rule.to_owned(), id(context, *article), printed(text).into_owned())
    });
    Explanation {
        chosen: chosen(context, candidates, how, selected, summary),
        rejected: rejected.collect(),
        run: RunNotes {
            sentences: context.sentences.len(),
            candidates: candidates.eligible.len(),
            terms: context.terms.distinct(),
            dropped: dropped.collect(),
            rounds: run.rounds,
            converged: run.converged,
            seconds: [run.read, run.rank, run.select].map(|time| time.as_secs_f64()),
        },
    }
}

/// The chosen sentences, each with what it was the first to say.
fn chosen(
    context: &Context<'_>,
    candidates: &Candidates<'_>,
    how: &ConceptWeights,
    selected: &Selected,
    summary: &Summary,
) -> Vec<Explained> {
    let terms = candidates.terms;
    let mut concepts = candidates.concepts(how);
    let mut support = vec![0; selected.choices.len()];
    for sentence in summary.sentences() {
        support[sentence.rank - 1] =
            sentence.support.iter().filter(|support| !support.copy).count();
    }
    let has_content = |&(term, next, _): &(Term, Option<Term>, f64)| {
        terms.is_content(term) || next.is_some_and(|next| terms.is_content(next))
    };
    let explained = |(choice, support): (&Choice, usize)| {
        let number = choice.sentence as usize;
        let sentence = &context.sentences[number];
        let mut first = concepts.uncovered(number);
        concepts.cover(number);
        // `in the` is said by all, and tells nobody why.
        first.sort_by(|a, b| has_content(b).cmp(&has_content(a)).then_with(|| b.2.total_cmp(&a.2)));
        let first = first.into_iter().take(SHOWN).map(|(term, next, weight)| ExplainedConcept {
            concept: spelled(context, term, next),
            weight,
        });
        Explained {
            text: printed(context.text(number)).into_owned(),
            article: id(context, sentence.article),
            position: sentence.position,
            salience: context.salience[number],
            centrality: context.centrality[sentence.article as usize],
            emphasis: candidates.emphasis[number],
            blemishes: sentence.blemishes.names().map(str::to_owned).collect(),
            gain: choice.gain,
            concepts: first.collect(),
            alone: concepts.alone(number),
            support,
        }
    };
    selected.choices.iter().zip(support).map(explained).collect()
}

fn id(context: &Context<'_>, article: u32) -> String {
    context.cluster.articles[article as usize].id.clone()
}

fn spelled(context: &Context<'_>, first: Term, second: Option<Term>) -> String {
    let first = context.terms.spelling(first);
    second.map_or_else(
        || first.to_owned(),
        |term| format!("{first} {}", context.terms.spelling(term)),
    )
}
