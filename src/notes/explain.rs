//! Why each sentence was chosen, and why the next best were not.

use std::time::Duration;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::clean::Dropped;
use crate::notes::Context;
use crate::select::{Candidates, Choice, ConceptWeights, Refusal, Selected, Supporter, support};
use crate::text::{Sentence, printed};

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
    /// What it was the first to say, the weightiest first, at most twelve.
    pub concepts: Vec<ExplainedConcept>,
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
    selected: &Selected,
    run: &Run<'_>,
) -> Explanation {
    let id = |article: u32| context.cluster.articles[article as usize].id.clone();
    let weights = concept_weights(context, selected);
    let mut covered: FxHashSet<Concept> = FxHashSet::default();
    let chosen: Vec<u32> = selected.choices.iter().map(|choice| choice.sentence).collect();
    let supporters = support(&chosen, context.sentences, context.rows);
    let explained = |(choice, supporters): (&Choice, &Vec<Supporter>)| {
        let number = choice.sentence as usize;
        let sentence = &context.sentences[number];
        let mut concepts: Vec<ExplainedConcept> = concepts_of(context, number)
            .into_iter()
            .filter(|concept| covered.insert(*concept))
            .map(|concept| ExplainedConcept {
                concept: spelled(context, concept),
                weight: weights[&concept],
            })
            .collect();
        concepts
            .sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.concept.cmp(&b.concept)));
        concepts.truncate(SHOWN);
        Explained {
            text: printed(context.text(number)).into_owned(),
            article: id(sentence.article),
            position: sentence.position,
            salience: context.salience[number],
            centrality: context.centrality[sentence.article as usize],
            emphasis: candidates.emphasis[number],
            blemishes: sentence.blemishes.names().map(str::to_owned).collect(),
            gain: choice.gain,
            concepts,
            support: supporters.len(),
        }
    };
    Explanation {
        chosen: selected.choices.iter().zip(&supporters).map(explained).collect(),
        rejected: selected
            .rejected
            .iter()
            .map(|rejected| NotChosen {
                text: printed(context.text(rejected.sentence as usize)).into_owned(),
                article: id(context.sentences[rejected.sentence as usize].article),
                gain: rejected.gain,
                reason: rejected.reason,
            })
            .collect(),
        run: RunNotes {
            sentences: context.sentences.len(),
            candidates: candidates.eligible.len(),
            terms: context.terms.distinct(),
            dropped: run
                .dropped
                .iter()
                .map(|(article, dropped)| {
                    let text = dropped.span.of(&context.cluster.articles[*article as usize].text);
                    (dropped.rule.to_owned(), id(*article), printed(text).into_owned())
                })
                .collect(),
            rounds: run.rounds,
            converged: run.converged,
            seconds: [run.read, run.rank, run.select].map(|time| time.as_secs_f64()),
        },
    }
}

/// A content word, or a pair of adjacent words.
type Concept = (u32, Option<u32>);

/// The concepts of a sentence, each once, words first.
fn concepts_of(context: &Context<'_>, sentence: usize) -> Vec<Concept> {
    let terms = context.terms.of(sentence);
    let words = terms.iter().filter(|&&term| context.terms.is_content(term)).map(|&t| (t, None));
    let pairs = terms.windows(2).map(|pair| (pair[0], Some(pair[1])));
    let mut met = FxHashSet::default();
    words.chain(pairs).filter(|concept| met.insert(*concept)).collect()
}

/// The weights of the concepts of the chosen sentences, counted over the cluster. O(terms).
fn concept_weights(context: &Context<'_>, selected: &Selected) -> FxHashMap<Concept, f64> {
    let how = ConceptWeights::default();
    // Sentences, in the lead of some article, and the voters that have it.
    let mut counts: FxHashMap<Concept, (u32, bool, FxHashSet<u32>)> = FxHashMap::default();
    for choice in &selected.choices {
        for concept in concepts_of(context, choice.sentence as usize) {
            counts.entry(concept).or_default();
        }
    }
    for (number, sentence) in context.sentences.iter().enumerate() {
        for concept in concepts_of(context, number) {
            if let Some((sentences, in_lead, voters)) = counts.get_mut(&concept) {
                *sentences += 1;
                *in_lead |= sentence.position < how.lead_sentences;
                voters.insert(context.voters[sentence.article as usize]);
            }
        }
    }
    let voter = |sentence: &Sentence| context.voters[sentence.article as usize];
    let all_voters = context.sentences.iter().map(voter).collect::<FxHashSet<u32>>().len() as u32;
    let weigh =
        |(concept, (sentences, in_lead, voters)): (Concept, (u32, bool, FxHashSet<u32>))| {
            let word = concept.1.is_none();
            (concept, how.weigh(word, voters.len() as u32, sentences, in_lead, all_voters))
        };
    counts.into_iter().map(weigh).collect()
}

fn spelled(context: &Context<'_>, (first, second): Concept) -> String {
    let first = context.terms.spelling(first);
    second.map_or_else(
        || first.to_owned(),
        |term| format!("{first} {}", context.terms.spelling(term)),
    )
}
