//! `nutgraf rouge`.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use clap::ValueEnum;
use nutgraf::input::{Place, Problem};
use nutgraf::output::{Several, json_line};
use nutgraf::parallel::ordered_map;
use nutgraf_eval::harness::{Cluster, Evaluation, System};
use nutgraf_eval::rouge::{Options, Scorer, Tokenizer};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::cli::args::Output;
use crate::cli::lines::json_lines;
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
    #[arg(long, value_name = "FILE", requires = "reference")]
    candidate: Option<PathBuf>,
    /// A plain text file to score against; may be given several times
    #[arg(long, value_name = "FILE", requires = "candidate", num_args = 1..)]
    reference: Vec<PathBuf>,
    #[command(flatten)]
    scoring: Scoring,
    /// Output: table and json give the means over all records, csv and jsonl the scores of each
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    output: Output,
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
    let pairs = pairs(args, context)?;
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
        sink.write(&means(&scorer, pairs, args.format)?)?;
    }
    sink.finish()?;
    Ok(if context.console.warnings() == 0 { Status::Done } else { Status::Flawed })
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
        match line {
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

/// The line of one record.
fn score(scorer: &Scorer, place: &Place, pair: Pair) -> Result<String, Problem> {
    let id = pair.id.clone();
    let candidate = pair.candidate.clone();
    let scored = scorer
        .score(&candidate, &pair.references())
        .map_err(|error| Problem::new(place, error.to_string(), ""))?;
    Ok(json_line(&json!({ "id": id, "scores": scored })))
}

/// The means over all records.
fn means(scorer: &Scorer, pairs: Vec<(Place, Pair)>, format: Format) -> anyhow::Result<String> {
    let mut evaluation = Evaluation::new(scorer);
    let mut run = Vec::with_capacity(pairs.len());
    for (number, (_, pair)) in (1_usize..).zip(pairs) {
        let id = match &pair.id {
            Some(Value::String(id)) => id.clone(),
            Some(id) if !id.is_null() => id.to_string(),
            _ => number.to_string(),
        };
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
