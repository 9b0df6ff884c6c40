//! `nutgraf rouge`.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use clap::ValueEnum;
use nutgraf::input::{DistinctIds, Place, Problem};
use nutgraf::output::{Several, json_line, json_pretty};
use nutgraf::parallel::ordered_map;
use nutgraf_eval::harness::{Cluster, Evaluation, System};
use nutgraf_eval::output::counted;
use nutgraf_eval::rouge::{
    Averaging, CorpusOptions, Options, Profile, Score, Scorer, Tokenizer, rouge155_corpus,
    rouge155_counts,
};
use nutgraf_eval::statistics::Resampling;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::cli::args::Output;
use crate::cli::lines::{Line, json_lines};
use crate::cli::scoring::{Defaults, Scoring};
use crate::cli::sink::Sink;
use crate::cli::{Context, Status};

/// Score candidates against references with ROUGE
///
/// Records are JSON lines `{"id","candidate","references":[…]}`; lines inside a text are its
/// sentences. Plain files are given with --candidate and --reference instead.
#[derive(Debug, clap::Args)]
pub(crate) struct Rouge {
    /// A file of JSON lines, or `-` for standard input
    #[arg(value_name = "PAIRS", default_value = "-", conflicts_with_all = ["candidate", "reference"])]
    pairs: PathBuf,
    /// A plain text file to score
    #[arg(long, value_name = "FILE", help_heading = "Input", requires = "reference")]
    candidate: Option<PathBuf>,
    /// A plain text file to score against; may be given several times
    #[arg(long, value_name = "FILE", help_heading = "Input", requires = "candidate", num_args = 1..)]
    reference: Vec<PathBuf>,
    #[command(flatten)]
    scoring: Scoring,
    /// With rouge155, how table and json average: evaluations (-t 0), tokens (-t 1), or counts (-t 2)
    /// [default: evaluations]
    #[arg(long, value_enum)]
    averaging: Option<AveragingChoice>,
    /// With rouge155, samples of the bootstrap (-r) [default: 1000]
    #[arg(long, value_name = "N")]
    samples: Option<usize>,
    /// With rouge155, how many per cent of the sample means the interval covers (-c) [default: 95]
    #[arg(long, value_name = "C")]
    confidence: Option<f64>,
    /// Output: table and json give the means over all records, csv and jsonl the scores of each
    #[arg(long, value_enum, help_heading = "Output", default_value_t)]
    format: Format,
    #[command(flatten)]
    output: Output,
}

impl Rouge {
    /// The files of pairs: none where plain files are scored.
    pub(super) fn paths(&self) -> &[PathBuf] {
        if self.candidate.is_some() { &[] } else { std::slice::from_ref(&self.pairs) }
    }
}

/// How scores are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for people
    #[default]
    Table,
    /// The means, the intervals and every record's scores
    Json,
    /// Every record's scores, a line each
    Csv,
    /// One record a line
    Jsonl,
}

/// What ROUGE-1.5.5 averages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum AveragingChoice {
    /// Every evaluation counts the same
    Evaluations,
    /// Hits and units are summed before dividing
    Tokens,
    /// The sums themselves
    Counts,
}

/// One record.
#[derive(Deserialize)]
struct Pair {
    id: Option<Value>,
    #[serde(alias = "summary", alias = "prediction")]
    candidate: String,
    #[serde(alias = "reference")]
    references: OneOrMore,
}

/// A string or several.
#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl Pair {
    fn references(self) -> Vec<String> {
        match self.references {
            OneOrMore::One(reference) => vec![reference],
            OneOrMore::More(references) => references,
        }
    }
}

pub(super) fn run(args: &Rouge, context: &Context<'_>) -> anyhow::Result<Status> {
    let own = Options::google();
    let defaults = Defaults { stem: own.stem, tokenizer: Tokenizer::Ascii, multi: None };
    let scorer = args.scoring.scorer(&defaults)?;
    let table = matches!(args.format, Format::Table | Format::Json);
    let of_script = scorer.options().profile == Profile::Rouge155 && table;
    refuse_without_effect(args, of_script, context.seed)?;
    let pairs = pairs(args, context)?;
    if scorer.options().tokenizer == Tokenizer::Ascii {
        tell_of_other_scripts(&pairs, context);
    }
    let mut sink = Sink::open(&args.output, Several::Lines)?;
    if args.format == Format::Jsonl {
        let options = scorer.options().to_string();
        let scorer = Arc::new(scorer);
        let lines = ordered_map(pairs, Some(context.pool.clone()), move |(place, pair)| {
            score(&scorer, &place, pair)
        });
        context.console.note(&options);
        for line in lines {
            match line {
                Ok(line) => sink.write(&line)?,
                Err(problem) if context.strict => bail!("{problem}"),
                Err(problem) => context.console.warn(&problem.to_string()),
            }
        }
    } else {
        sink.write(&if of_script {
            script_averages(&scorer, pairs, args)?
        } else {
            means(&scorer, pairs, args.format, context.seed)?
        })?;
    }
    sink.finish()?;
    Ok(if context.console.warnings() == 0 { Status::Done } else { Status::Flawed })
}

/// Options that do nothing in this call are a mistake.
fn refuse_without_effect(args: &Rouge, of_script: bool, seed: u64) -> anyhow::Result<()> {
    let of_samples =
        [("--samples", args.samples.is_some()), ("--confidence", args.confidence.is_some())];
    let given = |options: &[(&'static str, bool)]| {
        options.iter().find(|(_, given)| *given).map(|(option, _)| *option)
    };
    let averages = ("--averaging", args.averaging.is_some());
    if !of_script && let Some(option) = given(&[&of_samples[..], &[averages]].concat()) {
        bail!("{option} goes with --profile rouge155 and --format table or json");
    }
    if of_script && seed != 0 {
        bail!("--seed has no effect with --profile rouge155, whose samples are the script's");
    }
    if args.averaging == Some(AveragingChoice::Counts)
        && let Some(option) = given(&of_samples)
    {
        bail!("{option} has no effect with --averaging counts, which have no intervals");
    }
    Ok(())
}

/// The tokenizer of the reference programs sees nothing of scripts other than ours.
fn tell_of_other_scripts(pairs: &[(Place, Pair)], context: &Context<'_>) {
    let unseen = |text: &str| {
        text.chars().any(char::is_alphanumeric)
            && !text.chars().any(|character| character.is_ascii_alphanumeric())
    };
    let count = pairs.iter().filter(|(_, pair)| unseen(&pair.candidate)).count();
    if count > 0 {
        context.console.note(&format!(
            "{} of {} candidates have no word that the ascii tokenizer sees, and score 0: \
             --tokenizer unicode sees those of all scripts",
            count,
            pairs.len()
        ));
    }
}

/// The records of the call; bad ones are named and left out.
fn pairs(args: &Rouge, context: &Context<'_>) -> anyhow::Result<Vec<(Place, Pair)>> {
    if let Some(candidate) = &args.candidate {
        let read = |path: &PathBuf| {
            let bytes =
                fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))?;
            Ok::<_, anyhow::Error>(String::from_utf8_lossy(&bytes).into_owned())
        };
        let references = args.reference.iter().map(read).collect::<Result<_, _>>()?;
        let name = candidate.to_string_lossy();
        let pair = Pair {
            id: Some(json!(name)),
            candidate: read(candidate)?,
            references: OneOrMore::More(references),
        };
        return Ok(vec![(Place::of_file(&name), pair)]);
    }
    let mut pairs = Vec::new();
    for line in json_lines(&args.pairs)? {
        match line.and_then(with_references) {
            Ok(pair) => pairs.push(pair),
            Err(problem) if context.strict => bail!("{problem}"),
            Err(problem) => context.console.warn(&problem.to_string()),
        }
    }
    if pairs.is_empty() {
        bail!("there is nothing to score: the input holds no pair");
    }
    Ok(pairs)
}

/// A record is scored if it has a reference.
fn with_references((place, pair): (Place, Pair)) -> Line<Pair> {
    if matches!(&pair.references, OneOrMore::More(references) if references.is_empty()) {
        let what = "the list of references is empty";
        return Err(Problem::new(&place, what, "give at least one or leave the record out"));
    }
    Ok((place, pair))
}

/// The line of one record.
fn score(scorer: &Scorer, place: &Place, pair: Pair) -> Result<String, Problem> {
    let id = pair.id.clone();
    let candidate = pair.candidate.clone();
    let result = scorer
        .score(&candidate, &pair.references())
        .map_err(|error| Problem::new(place, error.to_string(), ""))?;
    Ok(json_line(&json!({ "id": id, "scores": result })))
}

/// The means over all records, of which several may have the same id.
fn means(
    scorer: &Scorer,
    pairs: Vec<(Place, Pair)>,
    format: Format,
    seed: u64,
) -> anyhow::Result<String> {
    let mut evaluation = Evaluation::new(scorer);
    evaluation.set_resampling(Resampling::default().with_seed(seed));
    let mut ids = DistinctIds::default();
    let mut run = Vec::with_capacity(pairs.len());
    for (_, pair) in pairs {
        let id = ids.of(&match &pair.id {
            Some(Value::String(id)) => id.clone(),
            Some(id) if !id.is_null() => id.to_string(),
            _ => String::new(),
        });
        run.push((id.clone(), pair.candidate.clone()));
        evaluation.add_cluster(Cluster { id, references: pair.references(), sources: Vec::new() });
    }
    evaluation.add_runs(System { name: "candidate".to_owned(), runs: vec![run] });
    let report = evaluation.report()?;
    Ok(match format {
        Format::Json => report.json()?,
        Format::Csv => report.csv().trim_end().to_owned(),
        Format::Table | Format::Jsonl => report.table().trim_end().to_owned(),
    })
}

/// The averages and intervals that ROUGE-1.5.5 prints over all records, in their order.
fn script_averages(
    scorer: &Scorer,
    pairs: Vec<(Place, Pair)>,
    args: &Rouge,
) -> anyhow::Result<String> {
    let items: Vec<(String, Vec<String>)> =
        pairs.into_iter().map(|(_, pair)| (pair.candidate.clone(), pair.references())).collect();
    let options = scorer.options().to_string();
    if args.averaging == Some(AveragingChoice::Counts) {
        let counts = rouge155_counts(scorer, &items)?;
        if args.format == Format::Json {
            return Ok(json_pretty(&json!({ "options": options, "counts": counts })));
        }
        let mut table =
            format!("{:<12}{:>12}{:>12}{:>12}\n", "metric", "references", "candidates", "hits");
        for count in counts {
            let (metric, m, p, h) =
                (count.metric.to_string(), count.m_count, count.p_count, count.h_count);
            writeln!(table, "{metric:<12}{m:>12}{p:>12}{h:>12}")?;
        }
        return Ok(table + &options);
    }
    let averaging = match args.averaging {
        Some(AveragingChoice::Tokens) => Averaging::Tokens,
        Some(AveragingChoice::Evaluations | AveragingChoice::Counts) | None => {
            Averaging::Evaluations
        }
    };
    let usual = CorpusOptions::default();
    let samples = args.samples.unwrap_or(usual.samples);
    let confidence = args.confidence.unwrap_or(usual.confidence);
    let corpus = CorpusOptions { averaging, samples, confidence };
    let averages = rouge155_corpus(scorer, &items, corpus)?;
    if args.format == Format::Json {
        return Ok(json_pretty(&json!({ "options": options, "averages": averages })));
    }
    let mut table = format!("{:<12}{:<28}{:<28}F\n", "metric", "R", "P");
    for score in averages {
        let part = |part: fn(&Score) -> f64| {
            format!(
                "{:.5} ({:.5} – {:.5})",
                part(&score.average),
                part(&score.low),
                part(&score.high)
            )
        };
        let metric = score.metric.to_string();
        writeln!(table, "{metric:<12}{:<28}{:<28}{}", part(|s| s.r), part(|s| s.p), part(|s| s.f))?;
    }
    writeln!(
        table,
        "{}, {confidence} % intervals of {}",
        counted(items.len(), "evaluation"),
        counted(samples, "sample")
    )?;
    Ok(table + &options)
}
