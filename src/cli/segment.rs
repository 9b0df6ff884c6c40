//! `nutgraf segment`.

use std::borrow::Cow;

use anyhow::bail;
use nutgraf::Language;
use nutgraf::input::{Item, Placed, Problem};
use nutgraf::output::{Several, json_line};
use nutgraf::parallel::stream_map;
use nutgraf::text::{printed, segment};
use serde_json::json;

use crate::cli::args::Segment;
use crate::cli::clusters::{Reading, bytes};
use crate::cli::sink::Sink;
use crate::cli::{Context, Status};

pub(super) fn run(args: &Segment, context: &Context<'_>) -> anyhow::Result<Status> {
    let reading = Reading::new(&args.input)?;
    let fields = reading.fields.clone();
    let forced = args.input.lang.0;
    let outcomes = stream_map(reading.records(), context.pool.clone(), bytes, move |record| {
        let record = match record {
            Ok(record) => record,
            Err(problem) => return vec![Err(problem)],
        };
        let plain = record.is_plain_text();
        record
            .parse(&fields)
            .into_iter()
            .map(|item| item.and_then(|item| output(item, plain, forced)))
            .collect()
    });
    let mut sink = Sink::open(&args.output, Several::Lines)?;
    let mut done = 0;
    for outcome in outcomes.flatten() {
        match outcome {
            Ok(record) => {
                sink.write(&record)?;
                done += 1;
            }
            Err(problem) if context.strict && problem.is_failure() => bail!("{problem}"),
            Err(problem) => context.console.problem(&problem),
        }
    }
    sink.finish()?;
    if done == 0 {
        bail!("there is nothing to segment: the input holds no article");
    }
    Ok(if context.console.warnings() == 0 { Status::Done } else { Status::Flawed })
}

/// What is written for one article.
fn output(item: Placed<Item>, plain: bool, forced: Option<Language>) -> Result<String, Problem> {
    let Item::Article(article) = item.value else {
        return Err(Problem::new(
            &item.place,
            "the record is a cluster",
            "give articles: {\"id\",\"text\"}",
        ));
    };
    if u32::try_from(article.text.len()).is_err() {
        return Err(Problem::new(&item.place, "the text is longer than 4 GiB", "split it"));
    }
    let language = forced.unwrap_or_else(|| Language::of(&article));
    let spans = segment(&article.text, language);
    if plain {
        let lines: Vec<Cow<'_, str>> =
            spans.iter().map(|span| printed(span.of(&article.text))).collect();
        return Ok(lines.join("\n"));
    }
    let spans: Vec<[u32; 2]> = spans.iter().map(|span| [span.start, span.end]).collect();
    Ok(json_line(&json!({ "id": article.id, "spans": spans })))
}
