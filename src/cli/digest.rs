//! `nutgraf digest`.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use nutgraf::group::{Story, shares, weights};
use nutgraf::input::{Gather, Item, Place, Placed, Problem, name_articles};
use nutgraf::{Article, Cluster};
use serde_json::{Map, Value, json};

use crate::cli::args::Digest;
use crate::cli::clusters::{Clusters, Items, Reading};
use crate::cli::group::force;
use crate::cli::state::Grouper;
use crate::cli::{Context, Status, summarize};

pub(super) fn run(args: &Digest, context: &Context<'_>) -> anyhow::Result<Status> {
    let reading = Reading::new(&args.input)?;
    let grouper = Arc::new(Mutex::new(Grouper::new(&args.grouping)?));
    let batch = Batch {
        loose: Arc::default(),
        grouper: Arc::clone(&grouper),
        min_articles: args.min_articles,
        language: args.input.lang.0,
        pool: Arc::clone(&context.pool),
    };
    let clusters = || {
        let given = batch.given(reading.items(&context.pool));
        if args.top.is_none() && args.total_words.is_none() {
            let stories = std::iter::once_with(move || batch.stories()).flatten().map(Ok);
            return Ok((Box::new(given.chain(stories)) as Clusters, Vec::new()));
        }
        let mut all = given.collect::<Vec<_>>();
        all.extend(batch.stories().into_iter().map(Ok));
        Ok(heaviest(all, args))
    };
    let settings = summarize::settings(&args.summaries, &args.input, context);
    let cut = (args.min_articles, args.top, args.total_words);
    let settings = format!("{settings} {:?} {cut:?}", args.grouping.settings()?);
    let status = summarize::write(&args.summaries, &args.input, &settings, clusters, context)?;
    let grouper = grouper.lock().unwrap_or_else(PoisonError::into_inner);
    grouper.keep().context("the stories are not kept")?;
    Ok(status)
}

/// What the call has to read, and how it is grouped.
struct Batch {
    /// Articles that came in no cluster.
    loose: Arc<Mutex<Vec<Placed<Article>>>>,
    grouper: Arc<Mutex<Grouper>>,
    min_articles: usize,
    language: Option<nutgraf::Language>,
    pool: Arc<rayon::ThreadPool>,
}

impl Batch {
    /// The clusters that the input has, as they come; articles without one are laid aside.
    fn given(&self, items: Items) -> Clusters {
        let loose = Arc::clone(&self.loose);
        let min = self.min_articles;
        let clustered = items.filter_map(move |item| match item {
            Ok(Placed { place, value: Item::Article(value) }) if value.cluster.is_none() => {
                let mut loose = loose.lock().unwrap_or_else(PoisonError::into_inner);
                loose.push(Placed { place, value });
                None
            }
            item => Some(item),
        });
        let enough = move |cluster: &Result<Placed<Cluster>, Problem>| match cluster {
            Ok(cluster) => cluster.value.articles.len() >= min,
            Err(_) => true,
        };
        Box::new(Gather::new(clustered, "articles").filter(enough))
    }

    /// The stories of the articles that were laid aside, the heaviest first.
    fn stories(&self) -> Vec<Placed<Cluster>> {
        let loose = std::mem::take(&mut *self.loose.lock().unwrap_or_else(PoisonError::into_inner));
        let (places, mut articles): (Vec<Place>, Vec<Article>) =
            loose.into_iter().map(|placed| (placed.place, placed.value)).unzip();
        name_articles(&mut articles);
        for article in &mut articles {
            force(article, self.language);
        }
        let mut grouper = self.grouper.lock().unwrap_or_else(PoisonError::into_inner);
        let grouper_now = &mut *grouper;
        let grouping = self.pool.install(|| grouper_now.group(&articles));
        let weights = weights(&articles, &grouping.stories);
        let mut ordered: Vec<(f64, Story)> = weights.into_iter().zip(grouping.stories).collect();
        ordered.retain(|(_, s)| s.articles.len() - s.duplicates.len() >= self.min_articles);
        ordered.sort_by(|a, b| b.0.total_cmp(&a.0));
        let remembers = grouper.remembers();
        let mut articles: Vec<Option<Article>> = articles.into_iter().map(Some).collect();
        let clusters = ordered.into_iter().map(|(weight, story)| {
            let place = story.articles.first().map(|&first| places[first].clone());
            let extra = extra(&story, weight, remembers, &articles);
            let own = story.articles.iter().filter_map(|&place| articles[place].take()).collect();
            let value = Cluster { extra, ..Cluster::new(story.id, own) };
            Placed { place: place.unwrap_or_else(|| Place::of_file("-")), value }
        });
        clusters.collect()
    }
}

/// What a summary says of its story.
fn extra(
    story: &Story,
    weight: f64,
    remembers: bool,
    articles: &[Option<Article>],
) -> Map<String, Value> {
    let mut extra = Map::new();
    extra.insert("weight".to_owned(), json!(weight));
    let id = |place: usize| articles[place].as_ref().map_or("", |article| article.id.as_str());
    if !story.duplicates.is_empty() {
        let of = |copy: &(usize, nutgraf::group::CopyOf)| {
            (id(copy.0).to_owned(), json!(id(copy.1.representative)))
        };
        extra.insert("duplicates".to_owned(), story.duplicates.iter().map(of).collect());
    }
    if let (true, Ok(Value::Object(change))) = (remembers, serde_json::to_value(&story.change)) {
        extra.extend(change);
    }
    extra
}

/// The heaviest stories, as many as are asked for, and their words; problems keep their place
/// at the front.
fn heaviest(all: Vec<Result<Placed<Cluster>, Problem>>, args: &Digest) -> (Clusters, Vec<usize>) {
    let (stories, problems): (Vec<_>, Vec<_>) = all.into_iter().partition(Result::is_ok);
    let mut stories: Vec<Placed<Cluster>> = stories.into_iter().flatten().collect();
    weigh_given(&mut stories);
    let weight = |story: &Placed<Cluster>| {
        story.value.extra.get("weight").and_then(Value::as_f64).unwrap_or_default()
    };
    stories.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    stories.truncate(args.top.unwrap_or(usize::MAX));
    let mut words = Vec::new();
    if let Some(total) = args.total_words {
        words = shares(total, &stories.iter().map(weight).collect::<Vec<_>>());
        let told = words.iter().take_while(|&&words| words > 0).count();
        stories.truncate(told);
        words.truncate(told);
        // Every record takes a turn, one of an error too.
        let error = |problem: &&Result<_, Problem>| matches!(problem, Err(p) if !p.is_note());
        let errors = problems.iter().filter(error).count();
        words.splice(0..0, std::iter::repeat_n(0, errors));
    }
    (Box::new(problems.into_iter().chain(stories.into_iter().map(Ok))), words)
}

/// Weighs all stories again, those that came as clusters among them.
fn weigh_given(stories: &mut [Placed<Cluster>]) {
    let mut articles: Vec<Article> = Vec::new();
    let mut places: Vec<Story> = Vec::new();
    for story in stories.iter() {
        let first = articles.len();
        articles.extend(story.value.articles.iter().cloned());
        places.push(Story { articles: (first..articles.len()).collect(), ..Story::default() });
    }
    let weights = weights(&articles, &places);
    for (story, weight) in stories.iter_mut().zip(weights) {
        story.value.extra.entry("weight").or_insert_with(|| json!(weight));
    }
}
