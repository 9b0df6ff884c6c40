//! `nutgraf eval`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::ValueEnum;
use nutgraf::output::Several;
use nutgraf::rank::RANKERS;
use nutgraf::text::detect;
use nutgraf::{Cluster, Language};
use nutgraf_eval::gate::{Baseline, Tolerance, compare};
use nutgraf_eval::harness::{self, Evaluation, Report};
use nutgraf_eval::output::{budget_csv, budget_table, counted, html_page};
use nutgraf_eval::rouge::{Multi, Scorer, Tokenizer};
use nutgraf_eval::statistics::Resampling;

use crate::cli::args::{Input, Output};
use crate::cli::clusters::Reading;
use crate::cli::scoring::{Defaults, Scoring};
use crate::cli::sink::Sink;
use crate::cli::{Context, Status, systems};

/// Score summarisers on clusters with references
///
/// Every system gets the same clusters and the same budget. The first system is the one that the
/// others are compared with. Where a cluster has several references, its score is the mean over
/// them, unless --multi says otherwise. English clusters are scored with rouge-score's tokenizer and
/// with stemming, others with the unicode tokenizer and without, unless flags say otherwise.
#[derive(Debug, clap::Args)]
pub(crate) struct Eval {
    #[command(flatten)]
    pub(super) input: Input,
    /// Systems: our rankers (textrank, lexrank, centroid, lead) and the rows lead-cut (round robin, cut at
    /// the budget), lead-central (most central article first), random (mean of 20 seeds) and oracle
    /// (knows the references) [default: all; with --candidates, textrank]
    #[arg(long, value_name = "LIST", help_heading = "Systems", value_delimiter = ',')]
    systems: Option<Vec<String>>,
    /// Another system's summaries, as NAME=FILE.jsonl with lines {"id","summary"}; may be given
    /// several times
    #[arg(long, value_name = "NAME=FILE", help_heading = "Systems")]
    candidates: Vec<String>,
    /// Budgets in words; several give recall at each
    #[arg(long, value_name = "N", help_heading = "Systems", value_delimiter = ',', default_value = "100", value_parser = budget)]
    words: Vec<usize>,
    #[command(flatten)]
    scoring: Scoring,
    /// Output format
    #[arg(long, value_enum, help_heading = "Output", default_value_t)]
    format: Format,
    #[command(flatten)]
    gate: GateArgs,
    #[command(flatten)]
    output: Output,
}

/// The gate of a CI job.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Gate")]
struct GateArgs {
    /// Compare with the scores in this file; exit status 1 when one has fallen
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write the scores to the baseline file instead of comparing
    #[arg(long, requires = "baseline")]
    update: bool,
    /// How far a mean F may fall, from 0 to 1
    #[arg(long, value_name = "X", requires = "baseline", conflicts_with = "update", default_value_t = Tolerance::default().fall, value_parser = share)]
    tolerance: f64,
    /// Write the outcome of the gate as JUnit XML
    #[arg(long, value_name = "FILE", requires = "baseline", conflicts_with = "update")]
    junit: Option<PathBuf>,
    /// Write the outcome of the gate as a GitHub-flavoured Markdown table
    #[arg(long, value_name = "FILE", requires = "baseline", conflicts_with = "update")]
    markdown: Option<PathBuf>,
}

/// How reports are printed.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A table for people
    #[default]
    Table,
    /// Everything, every cluster's scores included
    Json,
    /// Every cluster's scores, a line each
    Csv,
    /// A GitHub-flavoured Markdown table
    Markdown,
    /// A page with charts and every cluster's summaries
    Html,
}

fn budget(text: &str) -> Result<usize, String> {
    let words = text.parse().ok().filter(|words| *words > 0);
    words.ok_or_else(|| "all systems get the same budget: a number of words from 1".to_owned())
}

fn share(text: &str) -> Result<f64, String> {
    let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| "it must be a number from 0 to 1".to_owned())
}

pub(super) fn run(args: &Eval, context: &Context<'_>) -> anyhow::Result<Status> {
    let single = [
        ("--baseline", args.gate.baseline.is_some()),
        ("--format html", matches!(args.format, Format::Html)),
    ];
    if let Some((option, _)) = single.iter().find(|(_, given)| *given && args.words.len() > 1) {
        bail!("{option} takes a single budget; call once for each of --words");
    }
    let systems = systems(args)?;
    // What it cannot be compared with is said before the work.
    let baseline = baseline(args, &systems, context)?;
    let clusters = clusters(&args.input, context)?;
    let english = clusters.iter().all(|cluster| language(cluster) == Language::English);
    let scorer = args.scoring.scorer(&Defaults {
        stem: english,
        tokenizer: if english { Tokenizer::Ascii } else { Tokenizer::Unicode },
        multi: Some(Multi::Average),
    })?;
    let several =
        if matches!(args.format, Format::Json) { Several::Array } else { Several::Paragraphs };
    let mut sink = Sink::open(&args.output, several)?;
    let mut status = Status::Done;
    let mut reports: Vec<(usize, Report)> = Vec::new();
    for &words in &args.words {
        let report =
            context.pool.install(|| report(args, &systems, words, &clusters, &scorer, context))?;
        for system in &report.systems {
            for line in system.problems.describe() {
                context.console.warn(&format!("{}: {line}", system.name));
            }
        }
        let head = format!("{}, {}", counted(clusters.len(), "cluster"), counted(words, "word"));
        match args.format {
            Format::Table => sink.write(&format!("{head}\n\n{}", report.table().trim_end()))?,
            Format::Markdown => {
                sink.write(&format!("{head}\n\n{}", report.markdown().trim_end()))?;
            }
            Format::Json => sink.write(&report.json()?)?,
            Format::Html => sink.write(html_page(&report, &scorer, &head).trim_end())?,
            // One table of all budgets.
            Format::Csv => {}
        }
        if let Some(baseline) = &baseline {
            status = gate(&args.gate, baseline, &report, context)?;
        } else if let Some(file) = &args.gate.baseline {
            Baseline { words: Some(words), ..Baseline::new(&report, true) }.write(file)?;
            context.console.note(&format!("wrote the baseline `{}`", file.display()));
        }
        reports.push((words, report));
    }
    match args.format {
        Format::Table if reports.len() > 1 => sink.write(budget_table(&reports).trim_end())?,
        Format::Csv => sink.write(budget_csv(&reports).trim_end())?,
        _ => {}
    }
    sink.finish()?;
    Ok(if context.console.warnings() == 0 { status } else { Status::Flawed })
}

/// The baseline to compare with, which has the budget of the run; none where there is none or one
/// is to be made.
fn baseline(
    args: &Eval,
    systems: &[String],
    context: &Context<'_>,
) -> anyhow::Result<Option<Baseline>> {
    let Some(file) = args.gate.baseline.as_ref().filter(|_| !args.gate.update) else {
        return Ok(None);
    };
    let mut baseline = Baseline::read(file)?;
    if baseline.words != args.words.first().copied() {
        let made = match baseline.words {
            Some(words) => format!("was made with --words {words}; use those, or"),
            None => "does not say for how many words it was made;".to_owned(),
        };
        bail!("the baseline `{}` {made} make it anew with --update", file.display());
    }
    if args.systems.is_some() {
        // Systems that were left out on purpose are not missed, but said.
        let run: Vec<&str> = with_candidates(systems, args).collect();
        let (kept, left_out): (Vec<_>, Vec<_>) =
            baseline.systems.into_iter().partition(|system| run.contains(&system.name.as_str()));
        let names: Vec<&str> = left_out.iter().map(|system| system.name.as_str()).collect();
        let names = names.join(", ");
        if kept.is_empty() {
            bail!(
                "--systems leaves nothing to compare: the baseline `{}` has {names}",
                file.display()
            );
        }
        if !names.is_empty() {
            context.console.note(&format!("not compared, since --systems leaves it out: {names}"));
        }
        baseline.systems = kept;
    }
    Ok(Some(baseline))
}

/// Compares a report with the baseline.
fn gate(
    args: &GateArgs,
    baseline: &Baseline,
    report: &Report,
    context: &Context<'_>,
) -> anyhow::Result<Status> {
    let tolerance = Tolerance { fall: args.tolerance, ..Tolerance::default() };
    let gate = compare(report, baseline, tolerance);
    for (file, text) in [(&args.junit, gate.junit()), (&args.markdown, gate.markdown())] {
        if let Some(file) = file {
            fs::write(file, text).with_context(|| format!("cannot write `{}`", file.display()))?;
        }
    }
    if gate.passed() {
        context.console.note(gate.table().trim_end());
        return Ok(Status::Done);
    }
    // A missed gate is said even with --quiet.
    context.console.say(gate.table().trim_end());
    Ok(Status::Flawed)
}

/// The systems asked for; all of ours where none are, our default beside other systems' files.
fn systems(args: &Eval) -> anyhow::Result<Vec<String>> {
    let known = systems::names();
    let systems = match &args.systems {
        Some(systems) => systems.clone(),
        None if args.candidates.is_empty() => known.iter().map(|&name| name.to_owned()).collect(),
        None => vec![RANKERS[0].0.to_owned()],
    };
    if let Some(system) = systems.iter().find(|system| !known.contains(&system.as_str())) {
        bail!("unknown system `{system}`: use any of {}", known.join(", "));
    }
    let mut names: Vec<&str> = Vec::new();
    for name in with_candidates(&systems, args) {
        if names.contains(&name) {
            bail!(
                "two systems are called `{name}`: list each once, and give --candidates another name"
            );
        }
        names.push(name);
    }
    Ok(systems)
}

/// The names of our systems and of those whose summaries are in files.
fn with_candidates<'a>(systems: &'a [String], args: &'a Eval) -> impl Iterator<Item = &'a str> {
    let theirs = args.candidates.iter().filter_map(|argument| argument.split_once('='));
    systems.iter().map(String::as_str).chain(theirs.map(|(name, _)| name))
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
            Err(problem) if context.strict && problem.is_failure() => bail!("{problem}"),
            Err(problem) => context.console.problem(&problem),
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
    evaluation.set_resampling(Resampling::default().with_seed(context.seed));
    for cluster in clusters {
        evaluation.add_cluster(harness::Cluster {
            id: cluster.id.clone(),
            references: cluster.references.clone(),
            sources: cluster.articles.iter().map(|article| article.text.clone()).collect(),
        });
    }
    for name in systems {
        evaluation.add_runs(systems::system(name, words, clusters, scorer, context)?);
    }
    for candidates in &args.candidates {
        evaluation.add_runs(systems::candidates(candidates, context)?);
    }
    Ok(evaluation.report()?)
}
