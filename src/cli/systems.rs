//! The systems that `nutgraf eval` compares: our rankers, reference rows, other programs' files.

use anyhow::{Context as _, bail};
use nutgraf::rank::RANKERS;
use nutgraf::text::count_words;
use nutgraf::{Budget, Cluster, Summarizer, SummarySentence};
use nutgraf_eval::harness::System;
use nutgraf_eval::rouge::Scorer;
use nutgraf_eval::rows::{
    Sentence, exact_oracle, greedy_oracle, lead_most_central, lead_round_robin, random_summaries,
};
use rayon::prelude::*;
use serde::Deserialize;

use crate::cli::Context;
use crate::cli::lines::json_lines;

/// What a reference row sees of a cluster.
struct Row<'a> {
    /// The sentences that our systems choose from, article by article.
    articles: Vec<Vec<Sentence<'a>>>,
    references: &'a [String],
    words: usize,
    seed: u64,
}

/// A reference row: the summaries of its runs.
type RowRuns = fn(&Row<'_>, &Scorer) -> anyhow::Result<Vec<String>>;

/// Reference rows beside our rankers, of which `lead` is the one in whole sentences.
const ROWS: &[(&str, RowRuns)] = &[
    ("lead-cut", |row, _| Ok(vec![lead_round_robin(&row.articles, row.words)])),
    ("lead-central", |row, _| Ok(vec![lead_most_central(&row.articles, row.words)])),
    ("random", |row, _| {
        let seeds: Vec<u64> = (0..RANDOM_RUNS).map(|run| row.seed.wrapping_add(run)).collect();
        Ok(random_summaries(&row.articles, row.words, &seeds))
    }),
    ("oracle", |row, scorer| Ok(vec![oracle(row, scorer)?])),
];

/// Runs of the random row; its scores are their mean.
const RANDOM_RUNS: u64 = 20;
/// The oracle is exact for clusters with at most this many choices within the budget.
const EXACT_CHOICES: usize = 20_000;

/// The names of all systems of ours, the default first.
pub(super) fn names() -> Vec<&'static str> {
    let rows = ROWS.iter().map(|(name, _)| *name);
    let rankers = RANKERS.iter().map(|(name, ..)| *name);
    rankers.filter(|name| !ROWS.iter().any(|(row, _)| row == name)).chain(rows).collect()
}

/// The summaries of one system of ours under a budget. A cluster that it cannot summarise is
/// named, and missing.
pub(super) fn system(
    name: &str,
    words: usize,
    clusters: &[Cluster],
    scorer: &Scorer,
    context: &Context<'_>,
) -> anyhow::Result<System> {
    let summarizer = Summarizer::builder()
        .budget(Budget::Words(words))
        .ranker(if row(name).is_some() { RANKERS[0].0 } else { name }.to_owned())
        .seed(context.seed)
        .build()?;
    let summarize = |cluster: &Cluster| -> anyhow::Result<Vec<String>> {
        let Some(runs) = row(name) else {
            return Ok(vec![summarizer.summarize(cluster)?.text]);
        };
        let candidates = summarizer.candidates(cluster)?;
        let articles = by_article(&candidates);
        runs(&Row { articles, references: &cluster.references, words, seed: context.seed }, scorer)
    };
    let results: Vec<_> = clusters.par_iter().map(summarize).collect();
    let mut runs: Vec<Vec<(String, String)>> = Vec::new();
    for (cluster, result) in clusters.iter().zip(results) {
        match result {
            Ok(summaries) => {
                runs.resize(runs.len().max(summaries.len()), Vec::new());
                for (run, summary) in runs.iter_mut().zip(summaries) {
                    run.push((cluster.id.clone(), summary));
                }
            }
            Err(error) => context.console.warn(&format!("{name}: {error}")),
        }
    }
    Ok(System { name: name.to_owned(), runs })
}

fn row(name: &str) -> Option<RowRuns> {
    ROWS.iter().find(|(row, _)| *row == name).map(|(_, runs)| *runs)
}

/// The candidates of each article, as the evaluation wants them.
fn by_article(candidates: &[SummarySentence]) -> Vec<Vec<Sentence<'_>>> {
    fn sentence(candidate: &SummarySentence) -> Sentence<'_> {
        Sentence { text: &candidate.text, words: count_words(&candidate.text) }
    }
    let articles = candidates.chunk_by(|a, b| a.article_id == b.article_id);
    articles.map(|article| article.iter().map(sentence).collect()).collect()
}

/// The choice that scores best against the references on the first two metrics: exact where
/// there are few choices, greedy elsewhere.
fn oracle(row: &Row<'_>, scorer: &Scorer) -> anyhow::Result<String> {
    let sentences: Vec<Sentence<'_>> = row.articles.iter().flatten().copied().collect();
    let references: Vec<_> = row.references.iter().map(|text| scorer.reference(text)).collect();
    let metrics = &scorer.options().metrics;
    let metrics = &metrics[..metrics.len().min(2)];
    let chosen =
        match exact_oracle(scorer, &sentences, row.words, &references, metrics, EXACT_CHOICES)? {
            Some(chosen) => chosen,
            None => greedy_oracle(scorer, &sentences, row.words, &references, metrics)?,
        };
    let lines: Vec<&str> = chosen.into_iter().map(|at| sentences[at].text).collect();
    Ok(lines.join("\n"))
}

/// A summary as anybody's system writes it.
#[derive(Deserialize)]
struct Candidate {
    id: String,
    #[serde(alias = "candidate", alias = "text")]
    summary: String,
}

/// Another system's summaries, from `NAME=FILE`; bad lines are named and left out.
pub(super) fn candidates(argument: &str, context: &Context<'_>) -> anyhow::Result<System> {
    let Some((name, file)) = argument.split_once('=') else {
        bail!("`{argument}` is not of the form NAME=FILE");
    };
    let mut run = Vec::new();
    for line in json_lines::<Candidate>(file.as_ref()).context("--candidates")? {
        match line {
            Ok((_, candidate)) => run.push((candidate.id, candidate.summary)),
            Err(problem) if context.strict => bail!("{problem}"),
            Err(problem) => context.console.warn(&problem.to_string()),
        }
    }
    Ok(System { name: name.to_owned(), runs: vec![run] })
}
