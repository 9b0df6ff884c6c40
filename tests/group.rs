//! Stories and copies of a mixed batch, through the library.
#![expect(clippy::print_stdout, reason = "says what was skipped, and which copies were judged")]

mod common;
#[path = "grouping/copies.rs"]
mod made_copies;
#[path = "../benches/made_up/mod.rs"]
mod made_up;

use std::fs;
use std::hash::Hash;

use common::{corpus, file};
use made_up::Random;
use nutgraf::group::{Change, CopyOf, Grouping, Memory, Settings, copies, copies_with, group_with};
use nutgraf::{Article, Cluster, group};
use proptest::prelude::*;

/// The clusters of a development set; `None`, said aloud, where the sets are not there.
fn clusters(name: &str) -> Option<Vec<Cluster>> {
    let path = file("../shared/data").join(name).with_extension("jsonl");
    let Ok(text) = fs::read_to_string(&path) else {
        println!("SKIPPED: {} is not there", path.display());
        return None;
    };
    Some(lines(&text))
}

fn lines(clusters: &str) -> Vec<Cluster> {
    clusters.lines().map(|line| serde_json::from_str(line).expect("a cluster")).collect()
}

/// The articles of a development set, and the cluster of each.
fn shared(name: &str) -> Option<(Vec<Article>, Vec<String>)> {
    clusters(name).map(mixed)
}

/// All articles of some clusters, shuffled, and the cluster of each.
fn mixed(clusters: Vec<Cluster>) -> (Vec<Article>, Vec<String>) {
    let mut all: Vec<(Article, String)> = Vec::new();
    for cluster in clusters {
        for article in cluster.articles {
            let id = format!("{}/{}", cluster.id, article.id);
            all.push((Article { id, cluster: None, ..article }, cluster.id.clone()));
        }
    }
    shuffle(&mut all, 7);
    all.into_iter().unzip()
}

fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut random = Random(seed);
    for last in (1..items.len()).rev() {
        items.swap(last, random.below(last as u64 + 1) as usize);
    }
}

/// By article: the number of its story. Fails unless every article is in exactly one.
fn labels(grouping: &Grouping, articles: usize) -> Vec<usize> {
    let mut labels = vec![None; articles];
    for (number, story) in grouping.stories.iter().enumerate() {
        assert!(story.articles.is_sorted());
        for &article in &story.articles {
            assert_eq!(labels[article].replace(number), None, "article {article} is in two");
        }
        for (copy, of) in &story.duplicates {
            assert!(story.articles.contains(copy) && story.articles.contains(&of.representative));
        }
    }
    labels.into_iter().map(|label| label.expect("every article is in a story")).collect()
}

/// BCubed F1 of a grouping.
fn bcubed<T: Eq + Hash>(found: &[usize], gold: &[T]) -> f64 {
    let items: Vec<(usize, &T)> = found.iter().copied().zip(gold).collect();
    nutgraf_eval::diagnostics::bcubed(&items).f
}

#[test]
fn one_default_setting_suits_every_development_set() {
    for (name, least) in [("multinews", 0.91), ("vmds", 0.975), ("vims", 0.975)] {
        if let Some((articles, clusters)) = shared(name) {
            let score = bcubed(&labels(&group(&articles), articles.len()), &clusters);
            println!("{name}: BCubed F1 {score:.4}");
            assert!(score >= least, "{name}: {score:.4} is below {least}");
        }
    }
}

/// Short items, made up: 112 of 41 to 51 words on 69 events, told by one to three each.
fn short() -> Vec<Cluster> {
    lines(&fs::read_to_string(file("tests/grouping/short.jsonl")).expect("a file"))
}

/// Number of stories with articles of several clusters.
fn stories_mixed<T: Eq>(grouping: &Grouping, gold: &[T]) -> usize {
    let is_mixed = |articles: &[usize]| articles.iter().any(|&a| gold[a] != gold[articles[0]]);
    grouping.stories.iter().filter(|story| is_mixed(&story.articles)).count()
}

/// Twenty batches of so many of the clusters: mean `BCubed` F1, and the number of mixed stories.
fn in_small_batches(name: &str, clusters: &[Cluster], size: usize) -> (f64, usize) {
    let (mut score, mut together) = (0.0, 0);
    for seed in 0..20 {
        let mut some = clusters.to_vec();
        shuffle(&mut some, seed);
        some.truncate(size);
        let (articles, gold) = mixed(some);
        let grouping = group(&articles);
        score += bcubed(&labels(&grouping, articles.len()), &gold) / 20.0;
        together += stories_mixed(&grouping, &gold);
    }
    println!("{name}, {size} clusters a batch: BCubed F1 {score:.4}, {together} stories mixed");
    (score, together)
}

#[test]
fn short_items_on_different_events_stay_apart() {
    let (articles, clusters) = mixed(short());
    let grouping = group(&articles);
    let score = bcubed(&labels(&grouping, articles.len()), &clusters);
    let together = stories_mixed(&grouping, &clusters);
    println!("short items: BCubed F1 {score:.4}, {together} stories mixed");
    assert!(score >= 0.96 && together <= 6, "{score:.4}, {together} mixed");
    let (score, together) = in_small_batches("short items", &short(), 24);
    assert!(score >= 0.98 && together <= 20, "{score:.4}, {together} mixed");
}

#[test]
fn a_story_that_is_much_of_a_small_batch_stays_whole() {
    let (score, together) = in_small_batches("corpus", &corpus(), 5);
    assert!(score >= 0.9 && together == 0, "corpus: {score:.4}, {together} mixed");
    for (name, least) in [("multinews", 0.9), ("vims", 0.97)] {
        if let Some(clusters) = clusters(name) {
            let (score, _) = in_small_batches(name, &clusters, 10);
            assert!(score >= least, "{name}: {score:.4}");
        }
    }
}

#[test]
fn the_corpus_falls_into_its_stories() {
    let (articles, clusters) = mixed(corpus());
    let score = bcubed(&labels(&group(&articles), articles.len()), &clusters);
    println!("corpus: BCubed F1 {score:.4}");
    assert!(score >= 0.92, "{score:.4}");
}

/// What the stories are, whatever the order of the articles: ids of stories, articles, copies.
fn shape(grouping: &Grouping, articles: &[Article]) -> Vec<(String, Vec<String>, Vec<String>)> {
    let id = |place: usize| articles[place].id.clone();
    let copy = |(copy, of): &(usize, CopyOf)| {
        format!("{}={}@{}", id(*copy), id(of.representative), of.similarity)
    };
    let mut shape: Vec<_> = grouping
        .stories
        .iter()
        .map(|story| {
            let mut own: Vec<String> = story.articles.iter().map(|&place| id(place)).collect();
            let mut duplicates: Vec<String> = story.duplicates.iter().map(copy).collect();
            own.sort();
            duplicates.sort();
            (story.id.clone(), own, duplicates)
        })
        .collect();
    shape.sort();
    shape
}

#[test]
fn neither_order_nor_threads_matter() {
    let mut articles = made_up::batch(600).articles;
    articles.extend(mixed(corpus()).0);
    let expected = shape(&group(&articles), &articles);
    for (seed, threads) in [(1, 1), (2, 2), (3, 8)] {
        shuffle(&mut articles, seed);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        let found = pool.install(|| group(&articles));
        assert_eq!(shape(&found, &articles), expected);
    }
}

#[test]
fn made_up_stories_are_found_again() {
    let made = made_up::batch(5_000);
    let score = bcubed(&labels(&group(&made.articles), made.articles.len()), &made.stories);
    assert!(score >= 0.98, "{score:.4}");
}

#[test]
fn a_batch_in_pieces_gives_the_stories_of_the_whole() {
    let mut articles = made_up::batch(8_000).articles;
    articles.sort_by(|a, b| a.published.cmp(&b.published));
    let whole = labels(&group(&articles), articles.len());
    let mut memory = Memory::default();
    let mut names: Vec<String> = Vec::new();
    for piece in articles.chunks(4_000) {
        // As between two runs of the program.
        let kept = serde_json::to_string(&memory).expect("JSON");
        memory = serde_json::from_str(&kept).expect("what was written");
        let grouping = memory.group(piece, &Settings::default()).expect("settings in range");
        let found = labels(&grouping, piece.len());
        names.extend(found.iter().map(|&story| grouping.stories[story].id.clone()));
    }
    let score = bcubed(&whole, &names);
    assert!(score >= 0.98, "{score:.4}");
}

#[test]
fn a_story_keeps_its_id() {
    let mut articles = mixed(corpus()).0;
    // All of one time: none is forgotten.
    for article in &mut articles {
        article.published = None;
    }
    let mut memory = Memory::default();
    let settings = Settings::default();
    let first = memory.group(&articles, &settings).expect("settings in range");
    assert!(first.stories.iter().all(|story| story.change == Change::New));
    let again = memory.group(&articles, &settings).expect("settings in range");
    assert!(again.stories.iter().all(|story| story.change == Change::Continued));
    assert_eq!(shape(&again, &articles), shape(&first, &articles));
}

#[test]
fn old_articles_are_forgotten() {
    let dated = |id: &str, date: &str| Article {
        published: Some(date.into()),
        ..Article::new(id, "The bridge at Norvale was closed after engineers found a crack.")
    };
    let mut memory = Memory::default();
    let first =
        memory.group(&[dated("a", "2024-03-01")], &Settings::default()).expect("settings in range");
    let later =
        memory.group(&[dated("b", "2024-06-01")], &Settings::default()).expect("settings in range");
    assert_eq!(later.stories[0].change, Change::New);
    assert_ne!(later.stories[0].id, first.stories[0].id);
    // One run may err, two do not.
    memory.group(&[dated("b", "2024-06-01")], &Settings::default()).expect("settings in range");
    let kept = serde_json::to_value(&memory).expect("JSON");
    assert_eq!(kept["articles"].as_array().map(Vec::len), Some(1));
}

/// The story of a text, and what became of it, in a run of the one article.
fn night(memory: &mut Memory, id: &str, text: &str, date: &str) -> (String, Change) {
    let article = Article { published: Some(date.into()), ..Article::new(id, text) };
    let mut stories =
        memory.group(&[article], &Settings::default()).expect("settings in range").stories;
    let story = stories.pop().expect("a story");
    (story.id, story.change)
}

const BRIDGE: &str = "The bridge at Norvale was closed after engineers found a crack in a pier.";
const CHESS: &str =
    "Lindqvist won the chess final in Oslo with a brilliant sacrifice of her queen.";

#[test]
fn a_date_in_the_future_does_not_wipe_the_memory() {
    let dated = |id: &str, text: &str, date: &str| Article {
        published: Some(date.into()),
        ..Article::new(id, text)
    };
    let bridge = dated("a", BRIDGE, "2024-03-01");
    // In the same run, many of them; in a run of its own.
    let future = ["f", "g", "h"].map(|id| dated(id, CHESS, "2099-03-01"));
    let mut memory = Memory::default();
    let first = [&[bridge], &future[..]].concat();
    let stories = memory.group(&first, &Settings::default()).expect("settings in range").stories;
    let (next, change) = night(&mut memory, "b", BRIDGE, "2024-03-02");
    assert_eq!((&next, change), (&stories[0].id, Change::Continued));
    night(&mut memory, "i", CHESS, "2098-03-01");
    let (last, change) = night(&mut memory, "c", BRIDGE, "2024-03-03");
    assert_eq!((last, change), (next, Change::Continued));
    // They go, as what has no date does.
    for day in 4..20 {
        night(&mut memory, &day.to_string(), BRIDGE, &format!("2024-03-{day:02}"));
    }
    assert_eq!(night(&mut memory, "j", CHESS, "2024-03-20").1, Change::New);
}

#[test]
fn settings_out_of_range_are_named() {
    let mut settings = Settings::default();
    settings.copy = 1.5;
    let error = settings.check().expect_err("out of range").to_string();
    assert_eq!(error, "`copy` is 1.5: it must be from 0.001 to 1");
}

#[test]
fn settings_out_of_range_are_refused_wherever_they_are_given() {
    let article = Article { published: Some("2024-03-01".into()), ..Article::new("a", BRIDGE) };
    for (threshold, copy, fade_days) in
        [(0.0, 0.5, 4.0), (f64::NAN, 0.5, 4.0), (0.05, -1.0, 4.0), (0.05, 0.5, 0.0)]
    {
        let mut settings = Settings::default();
        (settings.threshold, settings.copy, settings.fade_days) = (threshold, copy, fade_days);
        let articles = std::slice::from_ref(&article);
        let mut memory = Memory::default();
        assert!(group_with(articles, &settings).is_err());
        assert!(copies_with(articles, &settings).is_err());
        assert!(memory.group(articles, &settings).is_err());
        assert_eq!(memory, Memory::default());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the articles are, each is in one story, and a copy's representative is no copy.
    #[test]
    fn every_article_is_in_one_story(
        texts in prop::collection::vec("([a-c]{1,3}[ .\n]){0,30}|\\PC{0,40}", 0..24),
        dates in prop::collection::vec(prop::option::of(0..40_i64), 24),
        threshold in 0.01..1.0_f64,
    ) {
        let date = |day: i64| (day * 43_200 + 1_700_000_000).to_string();
        let articles: Vec<Article> = texts
            .iter()
            .zip(&dates)
            .enumerate()
            .map(|(n, (text, day))| Article {
                published: day.map(date),
                ..Article::new(n.to_string(), text.as_str())
            })
            .collect();
        let mut settings = Settings::default();
        settings.threshold = threshold;
        labels(&group_with(&articles, &settings).expect("settings in range"), articles.len());
        let copies = copies(&articles);
        for copy in copies.iter().flatten() {
            prop_assert!(copies[copy.representative].is_none());
            prop_assert!((0.5..=1.0).contains(&copy.similarity));
        }
    }
}

#[test]
fn texts_without_words_are_told_apart_by_their_turn() {
    let articles: Vec<Article> = (0..4).map(|id| Article::new(id.to_string(), "…")).collect();
    let ids: Vec<String> = group(&articles).stories.into_iter().map(|story| story.id).collect();
    let turns = ids.iter().map(|id| id.split_once('-').map_or("1", |(_, turn)| turn));
    assert_eq!(turns.collect::<Vec<_>>(), ["1", "2", "3", "4"], "{ids:?}");
}
