//! How summaries are made: the options, and the summarizer that they describe.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, ValueEnum};
use nutgraf::clean::{Cleaner, RULES};
use nutgraf::rank::RANKERS;
use nutgraf::select::SELECTORS;
use nutgraf::{Article, Budget, Language, Order, Selection, Summarizer, published};

use crate::cli::Context;
use crate::cli::args::{at_least_one, one_language};
use crate::cli::clusters::Reading;

/// How sentences are chosen.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Summary")]
pub(crate) struct Method {
    #[command(flatten)]
    pub(crate) length: Length,
    /// Order of the sentences
    #[arg(long, value_enum, default_value_t)]
    pub(crate) order: OrderChoice,
    /// Language to take sentences from, where a cluster has several [default: the one that most of
    /// the text is in]
    #[arg(long, value_name = "CODE", value_parser = one_language)]
    pub(crate) summary_lang: Option<Language>,
    /// How sentences are ranked
    #[arg(long, value_name = "RANKER", default_value = RANKERS[0].0, value_parser = PossibleValuesParser::new(RANKERS.iter().map(|(name, ..)| *name)))]
    pub(crate) ranker: String,
    /// How sentences are selected [default: the one that usually goes with the ranker]
    #[arg(long, value_name = "SELECTOR", value_parser = PossibleValuesParser::new(SELECTORS.iter().map(|(name, _)| *name)))]
    pub(crate) select: Option<String>,
    /// Switch off a cleaning rule, such as caption or dateline, or all of them
    #[arg(long, value_name = "RULE", value_delimiter = ',', action = ArgAction::Append, value_parser = PossibleValuesParser::new(RULES.iter().map(|rule| rule.name()).chain([ALL_RULES])))]
    pub(crate) no_clean: Vec<String>,
    /// Say why each sentence was chosen, and why the next best were not; for text, json and jsonl
    #[arg(long)]
    pub(crate) explain: bool,
    #[command(flatten)]
    pub(crate) steering: Steering,
}

/// What the summary should turn to.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Steering")]
pub(crate) struct Steering {
    /// Prefer sentences close to this text
    #[arg(long, value_name = "TEXT")]
    pub(crate) query: Option<String>,
    /// Write an update: only what these articles or summaries do not say; may be given several times
    #[arg(long, value_name = "PATH")]
    pub(crate) known: Vec<PathBuf>,
    /// Words that must be in the summary, in any form that has the same stem, separated by commas;
    /// each brings the best sentence with it
    #[arg(long, value_name = "WORDS")]
    pub(crate) must: Vec<String>,
    /// Leave out sentences with any of these words, in any form that has the same stem; separated by
    /// commas
    #[arg(long, value_name = "WORDS")]
    pub(crate) exclude: Vec<String>,
    /// Take at most N sentences from one source
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub(crate) max_per_source: Option<usize>,
    /// Take at most N words from one article
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub(crate) max_per_article: Option<usize>,
    /// Multiply the worth of a source's sentences, as in "Fjord Wire=2"; may be given several times
    #[arg(long, value_name = "SOURCE=X", value_parser = source_weight)]
    pub(crate) source_weight: Vec<(String, f64)>,
    /// Leave out articles published before this date or time
    #[arg(long, value_name = "DATE", value_parser = moment)]
    pub(crate) since: Option<i64>,
    /// Leave out articles published at or after this date or time
    #[arg(long, value_name = "DATE", value_parser = moment)]
    pub(crate) until: Option<i64>,
    /// Take the best sentence of each day with articles; where not all days fit, take those with most
    /// news
    #[arg(long)]
    pub(crate) timeline: bool,
}

/// Stands for every rule in `--no-clean`.
const ALL_RULES: &str = "all";

/// The length limit; one of these.
#[derive(Debug, clap::Args)]
#[group(multiple = false)]
pub(crate) struct Length {
    /// At most this many words, or auto: as many as it takes [default: 100]
    #[arg(long, value_name = "N", value_parser = words)]
    pub(crate) words: Option<Budget>,
    /// At most this many sentences
    #[arg(long, value_name = "N")]
    pub(crate) sentences: Option<usize>,
    /// At most this many bytes
    #[arg(long, value_name = "N")]
    pub(crate) bytes: Option<usize>,
    /// At most this share of the cluster's words, such as 0.1
    #[arg(long, value_name = "R")]
    pub(crate) ratio: Option<f64>,
}

impl Length {
    /// The budget that was asked for.
    pub(crate) fn budget(&self) -> Budget {
        match (self.words, self.sentences, self.bytes, self.ratio) {
            (Some(budget), ..) => budget,
            (_, Some(sentences), ..) => Budget::Sentences(sentences),
            (_, _, Some(bytes), _) => Budget::Bytes(bytes),
            (.., Some(ratio)) => Budget::Ratio(ratio),
            _ => Budget::default(),
        }
    }
}

/// The order of a summary's sentences.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum OrderChoice {
    /// As the articles tell it
    #[default]
    Story,
    /// The most valuable first
    Rank,
}

impl From<OrderChoice> for Order {
    fn from(choice: OrderChoice) -> Self {
        match choice {
            OrderChoice::Story => Self::Story,
            OrderChoice::Rank => Self::Rank,
        }
    }
}

/// The summarizer that the flags describe.
pub(super) fn summarizer(
    method: &Method,
    language: Option<Language>,
    context: &Context<'_>,
) -> anyhow::Result<Summarizer> {
    let steering = &method.steering;
    let mut builder = Summarizer::builder()
        .selection(selection(method))
        .ranker(method.ranker.clone())
        .query(steering.query.clone().unwrap_or_default())
        .known(known(&steering.known, context)?)
        .source_weights(steering.source_weight.iter().cloned().collect())
        .seed(context.seed)
        .cleaner(cleaner(method))
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

/// What the flags let a summary have.
pub(super) fn selection(method: &Method) -> Selection {
    let steering = &method.steering;
    Selection {
        budget: method.length.budget(),
        order: method.order.into(),
        must: entries(&steering.must),
        exclude: entries(&steering.exclude),
        max_per_source: steering.max_per_source,
        max_per_article: steering.max_per_article,
        timeline: steering.timeline,
        explain: method.explain,
        ..Selection::default()
    }
}

/// What stands between commas; a comma inside a number parts nothing.
fn entries(lists: &[String]) -> Vec<String> {
    let mut entries = Vec::new();
    for list in lists {
        let mut start = 0;
        for (at, _) in list.match_indices(',') {
            let (before, after) = (&list[..at], &list[at + 1..]);
            let in_number = before.ends_with(|c: char| c.is_ascii_digit())
                && after.starts_with(|c: char| c.is_ascii_digit());
            if !in_number {
                entries.push(&list[start..at]);
                start = at + 1;
            }
        }
        entries.push(&list[start..]);
    }
    let entries = entries.into_iter().map(str::trim).filter(|entry| !entry.is_empty());
    entries.map(str::to_owned).collect()
}

/// The articles in the files that are known; summaries that we wrote count as articles. A bad
/// one is fatal: without it the update would repeat what it says.
fn known(paths: &[PathBuf], context: &Context<'_>) -> anyhow::Result<Vec<Article>> {
    if paths.is_empty() {
        return Ok(Vec::new());
    }
    let mut articles = Vec::new();
    for cluster in Reading::of_known(paths).clusters(&context.pool) {
        match cluster {
            Err(note) if note.is_note() => context.console.problem(&note),
            cluster => {
                // Without its headline: a summary may begin with the sentence that is its
                // headline, which would be left out as a repetition.
                let known = cluster?.value.articles.into_iter();
                articles.extend(known.map(|article| Article { title: None, ..article }));
            }
        }
    }
    Ok(articles)
}

/// The rules of cleaning that were not switched off.
fn cleaner(method: &Method) -> Cleaner {
    method.no_clean.iter().fold(Cleaner::default(), |cleaner, rule| match rule.as_str() {
        ALL_RULES => Cleaner::none(),
        rule => cleaner.without(rule),
    })
}

fn words(text: &str) -> Result<Budget, String> {
    match text {
        "auto" => Ok(Budget::Auto),
        _ => text
            .parse()
            .map(Budget::Words)
            .map_err(|_| "it must be a whole number, or auto".to_owned()),
    }
}

fn source_weight(text: &str) -> Result<(String, f64), String> {
    let (source, weight) = text.rsplit_once('=').ok_or("it must be of the form SOURCE=X")?;
    let weight = weight.parse().map_err(|_| format!("`{weight}` is not a number"))?;
    Ok((source.to_owned(), weight))
}

fn moment(text: &str) -> Result<i64, String> {
    let article = Article { published: Some(text.to_owned()), ..Article::default() };
    published(&article)
        .ok_or_else(|| "no such date; write it as 2031-03-08 or 2031-03-08T14:05Z".to_owned())
}
