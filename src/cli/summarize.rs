//! `nutgraf summarize`.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::bail;
use nutgraf::input::{Placed, Problem};
use nutgraf::output::{self, FORMATS, Format, Several};
use nutgraf::parallel::stream_map;
use nutgraf::{Budget, Cluster, Selection, Summarizer, Summary};
use serde_json::{Map, Value, json};

use crate::cli::args::{Input, Summaries, Summarize};
use crate::cli::clusters::{Clusters, Reading};
use crate::cli::journal::{Earlier, Origin};
use crate::cli::method::{selection, summarizer};
use crate::cli::sink::{Beginning, Sink};
use crate::cli::{Context, Status};

pub(super) fn run(args: &Summarize, context: &Context<'_>) -> anyhow::Result<Status> {
    let reading = Reading::new(&args.input)?;
    let task = |_: &Summarizer| {
        let pool = &context.pool;
        let clusters =
            if args.each { reading.clusters_of_each(pool) } else { reading.clusters(pool) };
        Ok(Task { clusters, shares: Vec::new(), left_out: false })
    };
    let settings = settings(&args.summaries, &args.input, context);
    write(&args.summaries, &args.input, &settings, task, context)
}

/// What is to be summarised.
pub(super) struct Task {
    pub(super) clusters: Clusters,
    /// The words of each summary, by turn; empty when all have the same budget.
    pub(super) shares: Vec<usize>,
    /// Whether clusters were left out at the user's wish. Then it is no failure if none is left.
    pub(super) left_out: bool,
}

/// Summarises clusters and writes the summaries. `task` is called when there is something to do,
/// with the summarizer that will do it. `settings` is one line with everything that decides what a
/// record looks like.
pub(super) fn write(
    args: &Summaries,
    input: &Input,
    settings: &str,
    task: impl FnOnce(&Summarizer) -> anyhow::Result<Task>,
    context: &Context<'_>,
) -> anyhow::Result<Status> {
    let summarizer = summarizer(&args.method, input.lang.0, context)?;
    let format = format(args)?;
    let (mut sink, earlier) =
        match Sink::begin(&args.output, format.several, settings, args.resume)? {
            Beginning::Open(sink, earlier) => (sink, earlier),
            Beginning::Complete(file) => {
                context.console.note(&format!(
                    "`{}` is complete and was left as it is; remove it to make it again",
                    file.display()
                ));
                return Ok(Status::Done);
            }
        };
    let Task { clusters, shares, left_out } = task(&summarizer)?;
    let work = Work {
        summarizer,
        selection: selection(&args.method),
        shares,
        render: format.render,
        with_articles: args.with_articles,
        earlier,
        part: sink.part().map(PathBuf::from),
    };
    let weighted = args.method.steering.source_weight.iter().map(|(source, _)| source.clone());
    let unmet = Arc::new(Mutex::new(weighted.collect::<BTreeSet<String>>()));
    let bytes =
        |(_, cluster): &InTurn| cluster.as_ref().map_or(0, |cluster| text_bytes(&cluster.value));
    let outcomes = stream_map(
        in_turn(clusters, Arc::clone(&unmet)),
        Arc::clone(&context.pool),
        bytes,
        move |next| work.outcome(next),
    );
    context.console.begin_progress("clusters", args.output.output.is_some());
    let done = write_all(outcomes, &mut sink, format.several, context)?;
    context.console.end_progress();
    sink.finish()?;
    for source in unmet.lock().unwrap_or_else(PoisonError::into_inner).iter() {
        context
            .console
            .note(&format!("note: no article is from `{source}`: its weight has no effect"));
    }
    if done == 0 && !left_out {
        if context.console.warnings() == 0 {
            bail!("there is nothing to summarise: the input holds no article");
        }
        bail!("nothing could be summarised");
    }
    Ok(if context.console.warnings() == 0 { Status::Done } else { Status::Flawed })
}

/// The output format, if it can show what was asked for.
fn format(args: &Summaries) -> anyhow::Result<&'static Format> {
    let format = FORMATS.iter().find(|format| format.name == args.format).unwrap_or(&FORMATS[0]);
    let for_programs = matches!(format.several, Several::Array | Several::Lines);
    if args.with_articles && !for_programs {
        bail!("--with-articles goes with --format json or jsonl");
    }
    if args.method.explain && !for_programs && format.name != "text" {
        bail!("--explain goes with --format text, json or jsonl");
    }
    Ok(format)
}

/// A cluster, or what stands in its place, and the number of its record.
type InTurn = (usize, Result<Placed<Cluster>, Problem>);

/// The length of a cluster's texts, in bytes.
fn text_bytes(cluster: &Cluster) -> usize {
    cluster.articles.iter().map(|article| article.text.len()).sum()
}

/// Clusters with their turns. A source is taken out of `unmet` when an article is from it.
fn in_turn(
    clusters: Clusters,
    unmet: Arc<Mutex<BTreeSet<String>>>,
) -> impl Iterator<Item = InTurn> + Send {
    let mut turn = 0;
    clusters.map(move |cluster| {
        if let Ok(cluster) = &cluster {
            let mut unmet = unmet.lock().unwrap_or_else(PoisonError::into_inner);
            unmet.retain(|source| {
                let mut articles = cluster.value.articles.iter();
                !articles.any(|article| article.source.as_ref() == Some(source))
            });
        }
        let own = turn;
        turn += usize::from(!matches!(&cluster, Err(problem) if problem.is_note()));
        (own, cluster)
    })
}

/// Writes what became of the clusters; how many have a summary.
fn write_all(
    outcomes: impl Iterator<Item = anyhow::Result<Outcome>>,
    sink: &mut Sink,
    several: Several,
    context: &Context<'_>,
) -> anyhow::Result<usize> {
    let report = |problem: &Problem| {
        if context.strict && problem.is_failure() {
            bail!("{problem}");
        }
        context.console.problem(problem);
        Ok(())
    };
    let mut done = 0;
    for outcome in outcomes {
        match outcome? {
            Outcome::Note(problem) => report(&problem)?,
            Outcome::DoneEarlier(Some(error)) => {
                context.console.step();
                context.console.warn(&error);
            }
            Outcome::DoneEarlier(None) => {
                context.console.step();
                done += 1;
            }
            Outcome::Record(origin, Ok(record)) => {
                sink.write_from(origin, &record)?;
                context.console.step();
                done += 1;
            }
            Outcome::Record(origin, Err(problem)) => {
                report(&problem)?;
                if let Some(record) = error_record(&problem, several) {
                    sink.write_from(origin, &record)?;
                }
            }
        }
    }
    Ok(done)
}

/// One line with everything that decides what a record looks like, except its input.
pub(super) fn settings(args: &Summaries, input: &Input, context: &Context<'_>) -> String {
    let method = format!("{:?} {:?}", args.method, input.lang);
    let version = env!("CARGO_PKG_VERSION");
    let known = Origin::of_files(&args.method.steering.known);
    output::json_line(&json!([version, method, args.with_articles, context.seed, known]))
}

/// What is done with each cluster.
struct Work {
    summarizer: Summarizer,
    selection: Selection,
    /// See [`Task::shares`].
    shares: Vec<usize>,
    render: fn(&Summary) -> String,
    with_articles: bool,
    earlier: Earlier,
    /// The file that a later run may continue.
    part: Option<PathBuf>,
}

/// What became of a cluster, or of what stands in its place.
enum Outcome {
    /// Worth a word.
    Note(Problem),
    /// An earlier run has written the record; it may be an error.
    DoneEarlier(Option<String>),
    /// A record, and what it was made from.
    Record(Origin, Result<String, Problem>),
}

impl Work {
    fn outcome(&self, (turn, cluster): InTurn) -> anyhow::Result<Outcome> {
        let origin = match &cluster {
            Err(problem) if problem.is_note() => return Ok(Outcome::Note(problem.clone())),
            // Only a run that can be continued needs it.
            _ if self.part.is_none() => Origin::default(),
            Err(problem) => Origin::of(&(&problem.id, problem.to_string()))?,
            Ok(cluster) => Origin::of(&cluster.value)?,
        };
        if let Some((_, error)) = self.earlier.records.get(turn) {
            self.earlier.check(turn, origin, self.part.as_deref())?;
            return Ok(Outcome::DoneEarlier(error.clone()));
        }
        let summary = cluster.and_then(|cluster| {
            let mut summary = self.summarize(&cluster, turn)?;
            if self.with_articles {
                summary.extra.insert("documents".to_owned(), json!(cluster.value.articles));
            }
            Ok((self.render)(&summary))
        });
        Ok(Outcome::Record(origin, summary))
    }

    /// A summary, or the problem with the cluster at its place.
    fn summarize(&self, placed: &Placed<Cluster>, turn: usize) -> Result<Summary, Problem> {
        let cluster = &placed.value;
        let summary = match self.shares.get(turn) {
            None => self.summarizer.summarize(cluster),
            Some(&words) => self.summarizer.rank(cluster).and_then(|ranked| {
                let budget = Budget::Words(words);
                ranked.select(&Selection { budget, ..self.selection.clone() })
            }),
        };
        summary.map_err(|error| {
            let mut problem = Problem::new(&placed.place, error.to_string(), "");
            problem.id = Some(cluster.id.clone());
            problem
        })
    }
}

/// The record that stands for one that could not be summarised, in formats for programs.
fn error_record(problem: &Problem, several: Several) -> Option<String> {
    let mut record = Map::new();
    if let Some(id) = &problem.id {
        record.insert("id".to_owned(), json!(id));
    }
    if let Some(line) = problem.place.line {
        record.insert("line".to_owned(), json!(line));
    }
    record.insert("error".to_owned(), Value::String(problem.to_string()));
    match several {
        Several::Lines => Some(output::json_line(&record)),
        Several::Array => Some(output::json_pretty(&record)),
        Several::Paragraphs | Several::Page(_) => None,
    }
}
