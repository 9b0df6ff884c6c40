//! `nutgraf group`.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::bail;
use nutgraf::group::{Change, Story};
use nutgraf::input::{Item, name_articles};
use nutgraf::output::{Several, json_line};
use nutgraf::{Article, Language};
use nutgraf_eval::diagnostics::{bcubed, pairwise};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cli::args;
use crate::cli::clusters::Reading;
use crate::cli::lines::json_lines;
use crate::cli::sink::Sink;
use crate::cli::state::Grouper;
use crate::cli::{Context, Status};

pub(super) fn run(args: &args::Group, context: &Context<'_>) -> anyhow::Result<Status> {
    let mut grouper = Grouper::new(&args.grouping)?;
    // A file that cannot be read is said before the work.
    let gold = args.gold.as_deref().map(|file| Gold::read(file, context)).transpose()?;
    let articles = articles(args, context)?;
    if articles.is_empty() {
        bail!("there is nothing to group: the input holds no article");
    }
    let grouping = context.pool.install(|| grouper.group(&articles))?;
    let mut sink = Sink::open(&args.output, Several::Lines)?;
    for story in &grouping.stories {
        let mut record = Record::of(story, &articles);
        record.change = grouper.remembers().then_some(&story.change);
        sink.write(&json_line(&record))?;
    }
    sink.finish()?;
    grouper.keep()?;
    if let Some(gold) = &gold {
        let groups = grouping.stories.iter().map(|story| Record::of(story, &articles));
        agree(groups, gold, context)?;
    }
    Ok(if context.console.warnings() == 0 { Status::Done } else { Status::Flawed })
}

/// A story as it is written.
#[derive(Serialize)]
struct Record<'a> {
    #[serde(rename = "cluster")]
    id: &'a str,
    articles: Vec<&'a str>,
    duplicates: BTreeMap<&'a str, &'a str>,
    similarities: BTreeMap<&'a str, f64>,
    #[serde(flatten)]
    change: Option<&'a Change>,
}

impl<'a> Record<'a> {
    fn of(story: &'a Story, articles: &'a [Article]) -> Self {
        let id = |place: usize| articles[place].id.as_str();
        let copies = || story.duplicates.iter();
        Self {
            id: &story.id,
            articles: story.articles.iter().map(|&place| id(place)).collect(),
            duplicates: copies().map(|(copy, of)| (id(*copy), id(of.representative))).collect(),
            similarities: copies().map(|(copy, of)| (id(*copy), of.similarity)).collect(),
            change: None,
        }
    }
}

/// A grouping to compare with.
struct Gold<'f> {
    file: &'f Path,
    /// By article: its group.
    groups: FxHashMap<String, String>,
}

impl<'f> Gold<'f> {
    fn read(file: &'f Path, context: &Context<'_>) -> anyhow::Result<Self> {
        #[derive(Deserialize)]
        struct Group {
            cluster: Value,
            articles: Vec<String>,
        }
        let mut groups = FxHashMap::default();
        for line in json_lines::<Group>(file)? {
            match line {
                Ok((_, Group { cluster, articles })) => {
                    let name = cluster.to_string();
                    groups.extend(articles.into_iter().map(|article| (article, name.clone())));
                }
                Err(problem) if context.strict => bail!("{problem}"),
                Err(problem) => context.console.warn(&problem.to_string()),
            }
        }
        Ok(Self { file, groups })
    }
}

/// Says how well a grouping agrees with a gold one, over the articles that both have.
fn agree<'a>(
    groups: impl Iterator<Item = Record<'a>>,
    gold: &Gold<'_>,
    context: &Context<'_>,
) -> anyhow::Result<()> {
    let records: Vec<Record<'a>> = groups.collect();
    let mut items: Vec<(&str, &str)> = Vec::new();
    let mut unknown = 0;
    for record in &records {
        for article in &record.articles {
            match gold.groups.get(*article) {
                Some(group) => items.push((record.id, group)),
                None => unknown += 1,
            }
        }
    }
    let missing = gold.groups.len() - items.len();
    if unknown + missing > 0 {
        context.console.warn(&format!(
            "{unknown} articles are not in `{0}`, {missing} of `{0}` are not in the input; they do not count",
            gold.file.display()
        ));
    }
    if items.is_empty() {
        bail!("no article of the input is in `{}`: do its ids match?", gold.file.display());
    }
    for (name, score) in [("BCubed", bcubed(&items)), ("pairwise", pairwise(&items))] {
        let [p, r, f] = [score.p, score.r, score.f].map(|part| part * 100.0);
        context
            .console
            .say(&format!("{name:<9} P {p:6.2}  R {r:6.2}  F {f:6.2}  ({} articles)", items.len()));
    }
    Ok(())
}

/// All articles of the input, those of its clusters too, each with an id of its own: where
/// several have one, `cluster/id` for those that come in a cluster.
fn articles(args: &args::Group, context: &Context<'_>) -> anyhow::Result<Vec<Article>> {
    let mut articles = Vec::new();
    // The id of the cluster each came in.
    let mut clusters: Vec<Option<String>> = Vec::new();
    for item in Reading::new(&args.input)?.items(&context.pool) {
        match item.map(|item| item.value) {
            Ok(Item::Article(article)) => {
                clusters.push(None);
                articles.push(article);
            }
            Ok(Item::Cluster(cluster)) => {
                for mut article in cluster.articles {
                    article.lang = article.lang.or_else(|| cluster.lang.clone());
                    clusters.push(Some(cluster.id.clone()));
                    articles.push(article);
                }
            }
            Err(problem) if context.strict && problem.is_failure() => bail!("{problem}"),
            Err(problem) => context.console.problem(&problem),
        }
    }
    let mut met: FxHashMap<String, usize> = FxHashMap::default();
    for article in &articles {
        *met.entry(article.id.clone()).or_default() += 1;
    }
    for (article, cluster) in articles.iter_mut().zip(clusters) {
        if let Some(cluster) = cluster.filter(|_| met.get(&article.id).is_some_and(|&n| n > 1)) {
            article.id = format!("{cluster}/{}", article.id);
        }
        force(article, args.input.lang.0);
    }
    name_articles(&mut articles);
    Ok(articles)
}

/// Gives an article the language of the call.
pub(super) fn force(article: &mut Article, language: Option<Language>) {
    if let Some(language) = language {
        article.lang = Some(language.code().to_owned());
    }
}
