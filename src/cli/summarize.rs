//! `nutgraf summarize`.

use std::path::PathBuf;

use anyhow::bail;
use nutgraf::input::{Placed, Problem};
use nutgraf::output::{self, FORMATS, Several};
use nutgraf::parallel::ordered_map;
use nutgraf::{Article, Cluster, Language, Selection, Summarizer};
use serde_json::{Map, Value, json};

use crate::cli::args::{Method, Summarize};
use crate::cli::clusters::Reading;
use crate::cli::sink::Sink;
use crate::cli::{Context, Status};

pub(super) fn run(args: Summarize, context: &Context<'_>) -> anyhow::Result<Status> {
    let summarizer = summarizer(&args.method, args.input.lang.0, context)?;
    let reading = Reading::new(&args.input)?;
    let format = FORMATS.iter().find(|format| format.name == args.format).unwrap_or(&FORMATS[0]);
    let clusters = if args.each {
        reading.clusters_of_each(&context.pool)
    } else {
        reading.clusters(&context.pool)
    };
    let render = format.render;
    let outcomes = ordered_map(clusters, Some(context.pool.clone()), move |cluster| {
        cluster.and_then(|cluster| summarize(&summarizer, &cluster)).map(|summary| render(&summary))
    });
    let mut sink = Sink::open(&args.output, format.several)?;
    let mut done = 0;
    for outcome in outcomes {
        match outcome {
            Ok(record) => {
                sink.write(&record)?;
                done += 1;
            }
            Err(problem) => {
                if context.strict {
                    bail!("{problem}");
                }
                context.console.warn(&problem.to_string());
                if let Some(record) = error_record(&problem, format.several) {
                    sink.write(&record)?;
                }
            }
        }
    }
    sink.finish()?;
    if done == 0 && context.console.warnings() == 0 {
        bail!("there is nothing to summarise: the input holds no article");
    }
    Ok(if context.console.warnings() == 0 { Status::Done } else { Status::Flawed })
}

/// The summarizer that the flags describe.
pub(super) fn summarizer(
    method: &Method,
    language: Option<Language>,
    context: &Context<'_>,
) -> anyhow::Result<Summarizer> {
    let steering = &method.steering;
    let mut builder = Summarizer::builder()
        .selection(Selection {
            budget: method.length.budget(),
            order: method.order.into(),
            must: steering.must.clone(),
            exclude: steering.exclude.clone(),
            max_per_source: steering.max_per_source,
            max_per_article: steering.max_per_article,
            timeline: steering.timeline,
            explain: method.explain,
            ..Selection::default()
        })
        .ranker(method.ranker.clone())
        .query(steering.query.clone().unwrap_or_default())
        .known(known(&steering.known, context)?)
        .source_weights(steering.source_weight.iter().cloned().collect())
        .seed(context.seed)
        .pool(context.pool.clone());
    if let Some(selector) = &method.select {
        builder = builder.selector(selector.clone());
    }
    if let Some(language) = language {
        builder = builder.language(language);
    }
    if let Some(language) = method.summary_lang {
        builder = builder.summary_language(language);
    }
    if let Some(since) = steering.since {
        builder = builder.since(since);
    }
    if let Some(until) = steering.until {
        builder = builder.until(until);
    }
    Ok(builder.build()?)
}

/// The articles in the files that are known; summaries that we wrote count as articles. A bad
/// one is fatal: without it the update would repeat what it says.
fn known(paths: &[PathBuf], context: &Context<'_>) -> anyhow::Result<Vec<Article>> {
    if paths.is_empty() {
        return Ok(Vec::new());
    }
    let mut articles = Vec::new();
    for cluster in Reading::of_known(paths).clusters(&context.pool) {
        articles.extend(cluster?.value.articles);
    }
    Ok(articles)
}

/// A summary, or the problem with the cluster at its place.
fn summarize(
    summarizer: &Summarizer,
    placed: &Placed<Cluster>,
) -> Result<nutgraf::Summary, Problem> {
    summarizer.summarize(&placed.value).map_err(|error| Problem {
        id: Some(placed.value.id.clone()),
        ..Problem::new(&placed.place, error.to_string(), "")
    })
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
        Several::Paragraphs => None,
    }
}
