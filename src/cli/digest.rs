//! `nutgraf digest`.

use std::sync::Arc;

use anyhow::Context as _;
use nutgraf::group::{CopyOf, Settings, Story, copies_with, shares, weights};
use nutgraf::input::{Gather, Item, Place, Placed, Problem, name_articles};
use nutgraf::parallel::ordered_map;
use nutgraf::{Article, Cluster, Summarizer, is_between, published};
use rayon::prelude::*;
use serde_json::{Map, Value, json};

use crate::cli::args::Digest;
use crate::cli::clusters::{Clusters, Items, Reading};
use crate::cli::group::force;
use crate::cli::state::Grouper;
use crate::cli::summarize::{self, Task};
use crate::cli::{Context, Status};

pub(super) fn run(args: &Digest, context: &Context<'_>) -> anyhow::Result<Status> {
    let reading = Reading::new(&args.input)?;
    let grouping = args.grouping.settings()?;
    let mut grouper = Grouper::new(&args.grouping)?;
    let task = |summarizer: &Summarizer| {
        let input = Read::of(reading.items(&context.pool));
        let problems = input.problems;
        let weighed = context.pool.install(|| {
            let mut batch = Batch::default();
            batch.take_in(input.given, &grouping)?;
            batch.group(input.loose, &mut grouper, args)?;
            Ok::<_, nutgraf::Error>(batch.heaviest_first())
        });
        let mut stories = weighed?;
        let all = stories.len();
        // One that has no article at all is bad input, which is said in its place.
        let empty = |story: &Weighed| story.cluster.value.articles.is_empty();
        let asked_for =
            |story: &Weighed| story.originals >= args.min_articles && is_of_the_time(story, args);
        stories.retain(|story| asked_for(story) || empty(story));
        let mut left_out = stories.len() < all;
        if left_out && stories.is_empty() {
            let limits = limits(args).join(", ");
            context.console.note(&format!("note: all stories are left out by {limits}: {all}"));
        }
        if !args.summaries.method.steering.known.is_empty() {
            let old = give_way(&mut stories, summarizer, args, context);
            if old > 0 {
                left_out = true;
                context.console.note(&format!("note: stories left out for want of news: {old}"));
            }
        }
        let (clusters, shares) = told(stories, problems, args);
        Ok(Task { clusters, shares, left_out })
    };
    let settings = summarize::settings(&args.summaries, &args.input, context);
    let cut = (args.min_articles, args.top, args.total_words);
    let settings = format!("{settings} {grouping:?} {cut:?}");
    let status = summarize::write(&args.summaries, &args.input, &settings, task, context)?;
    grouper.keep().context("the stories were not remembered")?;
    Ok(status)
}

/// The options that leave stories out, as far as they are given.
fn limits(args: &Digest) -> Vec<&'static str> {
    let steering = &args.summaries.method.steering;
    let limits = [
        (args.min_articles > 1, "--min-articles"),
        (steering.since.is_some(), "--since"),
        (steering.until.is_some(), "--until"),
    ];
    limits.into_iter().filter(|(given, _)| *given).map(|(_, name)| name).collect()
}

/// The input, sorted by what becomes of it.
#[derive(Default)]
struct Read {
    /// Clusters: stories as they are.
    given: Vec<Placed<Cluster>>,
    /// Articles that came in no cluster.
    loose: Vec<Placed<Article>>,
    problems: Vec<Problem>,
}

impl Read {
    fn of(items: Items) -> Self {
        let mut read = Self::default();
        let clustered = items.filter_map(|item| match item {
            Ok(Placed { place, value: Item::Article(value) }) if value.cluster.is_none() => {
                read.loose.push(Placed { place, value });
                None
            }
            item => Some(item),
        });
        for cluster in Gather::new(clustered, "articles") {
            match cluster {
                Ok(cluster) => read.given.push(cluster),
                Err(problem) => read.problems.push(problem),
            }
        }
        read
    }
}

/// All stories, to be weighed beside one another.
#[derive(Default)]
struct Batch {
    articles: Vec<Article>,
    stories: Vec<Story>,
    /// By story: what is summarised, still without its articles.
    clusters: Vec<Placed<Cluster>>,
}

/// A story that has been weighed.
struct Weighed {
    weight: f64,
    /// Number of its articles that are no copies.
    originals: usize,
    cluster: Placed<Cluster>,
}

impl Batch {
    /// Adds stories that came as clusters.
    fn take_in(
        &mut self,
        given: Vec<Placed<Cluster>>,
        settings: &Settings,
    ) -> Result<(), nutgraf::Error> {
        let copies = given.par_iter().map(|given| copies_with(&given.value.articles, settings));
        let copies: Vec<Vec<Option<CopyOf>>> = copies.collect::<Result<_, _>>()?;
        for (mut cluster, copies) in given.into_iter().zip(copies) {
            let articles = std::mem::take(&mut cluster.value.articles);
            let duplicates = (0..).zip(copies).filter_map(|(place, copy)| Some((place, copy?)));
            let story = Story {
                articles: (0..articles.len()).collect(),
                duplicates: duplicates.collect(),
                ..Story::default()
            };
            self.add(articles, [(story, cluster)]);
        }
        Ok(())
    }

    /// Makes stories of loose articles, and adds them.
    fn group(
        &mut self,
        loose: Vec<Placed<Article>>,
        grouper: &mut Grouper,
        args: &Digest,
    ) -> Result<(), nutgraf::Error> {
        let (places, mut articles): (Vec<Place>, Vec<Article>) =
            loose.into_iter().map(|placed| (placed.place, placed.value)).unzip();
        name_articles(&mut articles);
        for article in &mut articles {
            force(article, args.input.lang.0);
        }
        let stories = grouper.group(&articles)?.stories;
        let remembers = grouper.remembers();
        let stories = stories.into_iter().map(|story| {
            let mut value = Cluster::new(story.id.clone(), Vec::new());
            if let (true, Ok(Value::Object(change))) =
                (remembers, serde_json::to_value(&story.change))
            {
                value.extra = change;
            }
            let place = story.articles.first().map(|&first| places[first].clone());
            let place = place.unwrap_or_else(|| Place::of_file("-"));
            (story, Placed { place, value })
        });
        self.add(articles, stories);
        Ok(())
    }

    /// Adds articles and their stories, in which places count from the first of the articles.
    fn add(
        &mut self,
        mut articles: Vec<Article>,
        stories: impl IntoIterator<Item = (Story, Placed<Cluster>)>,
    ) {
        let first = self.articles.len();
        self.articles.append(&mut articles);
        for (mut story, cluster) in stories {
            for place in &mut story.articles {
                *place += first;
            }
            for (copy, of) in &mut story.duplicates {
                *copy += first;
                of.representative += first;
            }
            self.stories.push(story);
            self.clusters.push(cluster);
        }
    }

    /// The stories with their articles and what is said of each.
    fn heaviest_first(mut self) -> Vec<Weighed> {
        let weights = weights(&self.articles, &self.stories);
        let parts = weights.into_iter().zip(self.stories).zip(self.clusters);
        let weighed = parts.map(|((weight, story), mut cluster)| {
            let extra = &mut cluster.value.extra;
            extra.insert("weight".to_owned(), json!(weight));
            if !story.duplicates.is_empty() {
                extra.insert("duplicates".to_owned(), duplicates(&story, &self.articles));
            }
            let own = story.articles.iter().map(|&place| std::mem::take(&mut self.articles[place]));
            cluster.value.articles = own.collect();
            let originals = story.articles.len() - story.duplicates.len();
            Weighed { weight, originals, cluster }
        });
        let mut weighed: Vec<Weighed> = weighed.collect();
        weighed.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        weighed
    }
}

/// True for a story with an article from the time asked for, or without a date.
fn is_of_the_time(story: &Weighed, args: &Digest) -> bool {
    let steering = &args.summaries.method.steering;
    let mut times = story.cluster.value.articles.iter().map(published);
    times.any(|time| is_between(time, steering.since, steering.until))
}

/// The copies in a story, each with the id of what it is a copy of.
fn duplicates(story: &Story, articles: &[Article]) -> Value {
    let of = |(copy, of): &(usize, CopyOf)| {
        (articles[*copy].id.clone(), json!(articles[of.representative].id))
    };
    Value::Object(story.duplicates.iter().map(of).collect::<Map<_, _>>())
}

/// Where only so many stories have room, keeps those that do and say something new, and tells how
/// many have given way to them. What stays is summarised again when its turn comes; the rest is not
/// looked at.
fn give_way(
    stories: &mut Vec<Weighed>,
    summarizer: &Summarizer,
    args: &Digest,
    context: &Context<'_>,
) -> usize {
    // No more stories have words than would if all weighed the same.
    let with_words = |total| {
        let words = shares(total, &vec![1.0; stories.len()]);
        words.iter().take_while(|&&words| words > 0).count()
    };
    let places = [args.top, args.total_words.map(with_words)];
    let Some(places) = places.into_iter().flatten().min() else { return 0 };
    let summarizer = summarizer.clone();
    let looked_at = ordered_map(
        std::mem::take(stories),
        Some(Arc::clone(&context.pool)),
        // What cannot be summarised is said in its place.
        move |story: Weighed| {
            let summary = summarizer.summarize(&story.cluster.value);
            (summary.is_ok_and(|summary| summary.sentences().is_empty()), story)
        },
    );
    let mut old = 0;
    let new = looked_at.filter_map(|(is_old, story)| {
        old += usize::from(is_old);
        (!is_old).then_some(story)
    });
    *stories = new.take(places).collect();
    old
}

/// As many of the heaviest stories as are asked for, and their words; problems stand at the front.
fn told(
    mut stories: Vec<Weighed>,
    problems: Vec<Problem>,
    args: &Digest,
) -> (Clusters, Vec<usize>) {
    stories.truncate(args.top.unwrap_or(usize::MAX));
    let mut words = Vec::new();
    if let Some(total) = args.total_words {
        words = shares(total, &stories.iter().map(|story| story.weight).collect::<Vec<_>>());
        let told = words.iter().take_while(|&&words| words > 0).count();
        stories.truncate(told);
        words.truncate(told);
        // Every record takes a turn, one of an error too.
        let errors = problems.iter().filter(|problem| problem.is_failure()).count();
        words.splice(0..0, std::iter::repeat_n(0, errors));
    }
    let clusters = stories.into_iter().map(|story| Ok(story.cluster));
    (Box::new(problems.into_iter().map(Err).chain(clusters)), words)
}
