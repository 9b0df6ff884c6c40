//! `nutgraf eval`.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::ValueEnum;
use nutgraf::output::Several;
use nutgraf::rank::RANKERS;
use nutgraf::text::detect;
use nutgraf::{Budget, Cluster, Language, Summarizer};
use nutgraf_eval::gate::{Baseline, Tolerance, compare};
use nutgraf_eval::harness::{self, Evaluation, Report, System};
use nutgraf_eval::rouge::{Multi, Scorer, Tokenizer};
use nutgraf_eval::rows::{Sentence, greedy_oracle};
use rayon::prelude::*;
use serde::Deserialize;

use crate::cli::args::{Input, Output};
use crate::cli::clusters::Reading;
use crate::cli::lines::json_lines;
use crate::cli::scoring::{Defaults, Scoring};
use crate::cli::sink::Sink;
use crate::cli::{Context, Status};

/// Score summarisers on clusters with references
///
/// Every system gets the same clusters and the same budget. The first system is the one that the
/// others are compared with. Several references of a cluster: the mean over them, unless --multi
/// says otherwise. English clusters are scored with rouge-score's tokenizer and stemming, others
/// with the unicode tokenizer and none, unless flags say otherwise.
#[derive(Debug, clap::Args)]
pub(crate) struct Eval {
    #[command(flatten)]
    input: Input,
    /// Systems: our rankers, and oracle, which knows the references [default: all]
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    systems: Option<Vec<String>>,
    /// Another system's summaries, as NAME=FILE.jsonl with lines {"id","summary"}; may be given
    /// several times
    #[arg(long, value_name = "NAME=FILE")]
    candidates: Vec<String>,
    /// Budgets in words; several give a report each
    #[arg(long, value_name = "N", value_delimiter = ',', default_value = "100")]
    words: Vec<usize>,
    #[command(flatten)]
    scoring: Scoring,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Compare with the scores in this file; exit status 1 when one has fallen
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write the scores to the baseline file instead of comparing
    #[arg(long, requires = "baseline")]
    update: bool,
    /// How far a mean F may fall, from 0 to 1
    #[arg(long, value_name = "X", default_value_t = Tolerance::default().fall)]
    tolerance: f64,
    #[command(flatten)]
    output: Output,
}

/// How reports are printed.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A table for people
    #[default]
    Table,
    /// Everything, every cluster's scores included
    Json,
    /// The means, a system and metric a line
    Csv,
}

/// The system that picks the sentences most like the references.
const ORACLE: &str = "oracle";
/// Runs of the random system; its scores are their mean.
const RANDOM_RUNS: u64 = 10;

pub(super) fn run(args: Eval, context: &Context<'_>) -> anyhow::Result<Status> {
    if args.baseline.is_some() && args.words.len() > 1 {
        bail!("--baseline takes a single budget; call once for each of --words");
    }
    let systems = systems(&args)?;
    let clusters = clusters(&args.input, context)?;
    let english = clusters.iter().all(|cluster| language(cluster) == Language::English);
    let defaults = Defaults {
        stem: english,
        tokenizer: if english { Tokenizer::Ascii } else { Tokenizer::Unicode },
        multi: Some(Multi::Average),
    };
    let scorer = args.scoring.scorer(&defaults)?;
    let mut sink = Sink::open(
        &args.output,
        match args.format {
            Format::Json => Several::Array,
            Format::Table | Format::Csv => Several::Paragraphs,
        },
    )?;
    let mut status = Status::Done;
    for &words in &args.words {
        let report =
            context.pool.install(|| report(&args, &systems, words, &clusters, &scorer, context))?;
        for system in &report.systems {
            for line in system.problems.describe() {
                context.console.warn(&format!("{}: {line}", system.name));
                status = Status::Flawed;
            }
        }
        sink.write(&match args.format {
            Format::Json => report.json()?,
            Format::Csv => report.json()?,
            Format::Table => {
                format!(
                    "budget={words} words clusters={}\n{}",
                    clusters.len(),
                    report.table().trim_end()
                )
            }
        })?;
        if let Some(file) = &args.baseline {
            if args.update {
                Baseline::new(&report, true).write(file)?;
                context.console.note(&format!("wrote the baseline `{}`", file.display()));
            } else {
                let tolerance = Tolerance { fall: args.tolerance, ..Tolerance::default() };
                let gate = compare(&report, &Baseline::read(file)?, tolerance);
                context.console.note(gate.table().trim_end());
                if !gate.passed() {
                    status = Status::Flawed;
                }
            }
        }
    }
    sink.finish()?;
    Ok(if context.console.warnings() == 0 { status } else { Status::Flawed })
}

/// The systems asked for; all of ours where none are.
fn systems(args: &Eval) -> anyhow::Result<Vec<String>> {
    let known: Vec<&str> = RANKERS.iter().map(|(name, ..)| *name).chain([ORACLE]).collect();
    let systems = match &args.systems {
        Some(systems) => systems.clone(),
        None if args.candidates.is_empty() => known.iter().map(|&name| name.to_owned()).collect(),
        None => vec![RANKERS[0].0.to_owned()],
    };
    if let Some(system) = systems.iter().find(|system| !known.contains(&system.as_str())) {
        bail!("there is no system `{system}`: use some of {}", known.join(", "));
    }
    Ok(systems)
}

/// The clusters that have references; the others are named.
fn clusters(input: &Input, context: &Context<'_>) -> anyhow::Result<Vec<Cluster>> {
    let mut clusters = Vec::new();
    for cluster in Reading::new(input)?.clusters(&context.pool) {
        match cluster {
            Ok(placed) if placed.value.references.is_empty() => context.console.warn(&format!(
                "{}: cluster {:?} has no references; it is left out",
                placed.place, placed.value.id
            )),
            Ok(placed) => clusters.push(placed.value),
            Err(problem) if context.strict => bail!("{problem}"),
            Err(problem) => context.console.warn(&problem.to_string()),
        }
    }
    if clusters.is_empty() {
        bail!("there is no cluster with references to evaluate on");
    }
    Ok(clusters)
}

/// The language a cluster names, else what its first article looks like.
fn language(cluster: &Cluster) -> Language {
    let first = cluster.articles.first();
    let named = cluster.lang.as_deref().or(first.and_then(|article| article.lang.as_deref()));
    match named.and_then(Language::from_code) {
        Some(language) => language,
        None => first.map_or(Language::Other, |article| detect(&article.text).language),
    }
}

/// One report: every system under one budget.
fn report(
    args: &Eval,
    systems: &[String],
    words: usize,
    clusters: &[Cluster],
    scorer: &Scorer,
    context: &Context<'_>,
) -> anyhow::Result<Report> {
    let mut evaluation = Evaluation::new(scorer);
    for cluster in clusters {
        evaluation.add_cluster(harness::Cluster {
            id: cluster.id.clone(),
            references: cluster.references.clone(),
            sources: cluster.articles.iter().map(|article| article.text.clone()).collect(),
        });
    }
    for name in systems {
        let runs = match name.as_str() {
            ORACLE => vec![oracle(words, clusters, scorer, context)?],
            "random" => (0..RANDOM_RUNS)
                .map(|run| summaries(name, context.seed + run, words, clusters, context))
                .collect::<Result<_, _>>()?,
            _ => vec![summaries(name, context.seed, words, clusters, context)?],
        };
        evaluation.add_runs(System { name: name.clone(), runs });
    }
    for candidate in &args.candidates {
        let Some((name, file)) = candidate.split_once('=') else {
            bail!("`{candidate}` is not of the form NAME=FILE");
        };
        evaluation.add_runs(System { name: name.to_owned(), runs: vec![read(file, context)?] });
    }
    Ok(evaluation.report()?)
}

/// Pairs of cluster id and summary.
type Summaries = Vec<(String, String)>;

/// The summaries of one of our rankers. A cluster that it cannot summarise is named, and missing.
fn summaries(
    ranker: &str,
    seed: u64,
    words: usize,
    clusters: &[Cluster],
    context: &Context<'_>,
) -> anyhow::Result<Summaries> {
    let summarizer = Summarizer::builder()
        .budget(Budget::Words(words))
        .ranker(ranker.to_owned())
        .seed(seed)
        .build()?;
    let results: Vec<_> =
        clusters.par_iter().map(|cluster| summarizer.summarize(cluster)).collect();
    let mut summaries = Vec::with_capacity(clusters.len());
    for result in results {
        match result {
            Ok(summary) => summaries.push((summary.id, summary.text)),
            Err(error) => context.console.warn(&format!("{ranker}: {error}")),
        }
    }
    Ok(summaries)
}

/// The greedy oracle's choice from the sentences that our systems choose from.
fn oracle(
    words: usize,
    clusters: &[Cluster],
    scorer: &Scorer,
    context: &Context<'_>,
) -> anyhow::Result<Summaries> {
    let summarizer = Summarizer::builder().build()?;
    let choose = |cluster: &Cluster| -> anyhow::Result<(String, String)> {
        let candidates = summarizer.candidates(cluster)?;
        let sentences: Vec<Sentence<'_>> = candidates
            .iter()
            .map(|sentence| Sentence {
                text: &sentence.text,
                words: nutgraf::text::count_words(&sentence.text),
            })
            .collect();
        let references: Vec<_> =
            cluster.references.iter().map(|reference| scorer.reference(reference)).collect();
        let metrics = &scorer.options().metrics;
        let metrics = &metrics[..metrics.len().min(2)];
        let chosen = greedy_oracle(scorer, &sentences, words, &references, metrics)?;
        let lines: Vec<&str> = chosen.into_iter().map(|at| sentences[at].text).collect();
        Ok((cluster.id.clone(), lines.join("\n")))
    };
    let mut summaries = Vec::with_capacity(clusters.len());
    for result in clusters.par_iter().map(choose).collect::<Vec<_>>() {
        match result {
            Ok(summary) => summaries.push(summary),
            Err(error) => context.console.warn(&format!("{ORACLE}: {error}")),
        }
    }
    Ok(summaries)
}

/// A summary as anybody's system writes it.
#[derive(Deserialize)]
struct Candidate {
    id: String,
    #[serde(alias = "candidate", alias = "text")]
    summary: String,
}

/// The summaries in a file; bad lines are named and left out.
fn read(file: &str, context: &Context<'_>) -> anyhow::Result<Summaries> {
    let mut summaries = Vec::new();
    for line in json_lines::<Candidate>(file.as_ref()).with_context(|| "--candidates".to_owned())? {
        match line {
            Ok((_, candidate)) => summaries.push((candidate.id, candidate.summary)),
            Err(problem) if context.strict => bail!("{problem}"),
            Err(problem) => context.console.warn(&problem.to_string()),
        }
    }
    Ok(summaries)
}
