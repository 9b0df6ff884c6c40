//! How much a story weighs in the news.

use rustc_hash::FxHashSet;

use crate::article::Article;
use crate::group::Story;
use crate::group::time::{Moment, is_near, newest_of_batch};
use crate::published::published;

/// Hours in which half of what is fresh about a story is gone.
const HALF_LIFE_HOURS: f64 = 24.0;

const SECONDS_AN_HOUR: f64 = 3600.0;

/// The weight of each story, for the order of a digest:
///
/// weight = (log2(1 + sources) + log2(1 + articles) / 2) · (1 + 2^(−age / 24 h)) / 2
///
/// `sources` counts the different outlets that report it, by `source`, else by the host of `url`;
/// an article that has neither is an outlet of its own, unless it is a copy. `articles` counts
/// its articles without copies. `age` is how much older its newest article is than the newest of
/// the batch: no clock has a say. In a batch with dates a story without one is a day old.
///
/// The newest of the batch is the last date that follows on the others: from the middle one of the
/// stories' newest dates on, up to a gap of three weeks. Later dates are taken for errors and
/// count as none.
#[must_use]
pub fn weights(articles: &[Article], stories: &[Story]) -> Vec<f64> {
    let moments: Vec<Moment> = articles.iter().map(published).collect();
    let newest = newest_of_batch(&moments, stories);
    let weight = |story: &Story| {
        let dates = story.articles.iter().filter_map(|&place| moments[place]);
        let age = newest.map_or(0.0, |newest| match dates.filter(|&d| is_near(d, newest)).max() {
            Some(date) => (newest - date).max(0) as f64 / SECONDS_AN_HOUR,
            None => HALF_LIFE_HOURS,
        });
        let originals = story.articles.len() - story.duplicates.len();
        let breadth = libm::log2(1.0 + sources(articles, story) as f64)
            + libm::log2(1.0 + originals as f64) / 2.0;
        breadth * f64::midpoint(1.0, libm::exp2(-age / HALF_LIFE_HOURS))
    };
    stories.iter().map(weight).collect()
}

/// Words that a story of a digest has at least.
const LEAST_SHARE: usize = 25;

/// How `total` words are shared among stories of the given weights, heaviest first: in proportion
/// to the weights, among as many of the first stories as get 25 words each (one at least); the
/// others have none. The shares never exceed the total.
///
/// ```
/// use nutgraf::group::shares;
/// assert_eq!(shares(120, &[3.0, 2.0, 1.0]), [72, 48, 0]);
/// assert_eq!(shares(10, &[1.0, 1.0]), [10, 0]);
/// ```
#[must_use]
pub fn shares(total: usize, weights: &[f64]) -> Vec<usize> {
    let share = |weight: f64, sum: f64| (total as f64 * weight / sum).floor();
    let mut sums = Vec::with_capacity(weights.len());
    let mut sum = 0.0;
    for weight in weights {
        sum += weight;
        sums.push(sum);
    }
    let enough = |&count: &usize| share(weights[count - 1], sums[count - 1]) >= LEAST_SHARE as f64;
    let count = (1..=weights.len()).rev().find(enough).unwrap_or(1);
    let whole = sums.get(count - 1).copied().unwrap_or(1.0);
    let words = |(place, &weight): (usize, &f64)| {
        // Not negative, and no larger than the total.
        if place < count { share(weight, whole) as usize } else { 0 }
    };
    weights.iter().enumerate().map(words).collect()
}

/// Number of different outlets.
fn sources(articles: &[Article], story: &Story) -> usize {
    let mut named: FxHashSet<String> = FxHashSet::default();
    let mut unnamed = 0;
    for &place in &story.articles {
        if let Some(outlet) = outlet(&articles[place]) {
            named.insert(outlet);
        } else if story.duplicates.binary_search_by_key(&place, |(copy, _)| *copy).is_err() {
            unnamed += 1;
        }
    }
    named.len() + unnamed
}

/// The outlet of an article: its source, else the host of its address.
fn outlet(article: &Article) -> Option<String> {
    let source = article.source.as_deref().map(str::trim).filter(|source| !source.is_empty());
    source.map(str::to_owned).or_else(|| host(article.url.as_deref()?))
}

/// The host of an address, without `www.`, port and name of a user. Small and large letters are one.
fn host(url: &str) -> Option<String> {
    let rest = url.trim().split_once("://")?.1;
    let authority = rest.split(['/', '?', '#']).next()?;
    let (_, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    let without_port = match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => host,
    };
    let host = without_port.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::group::CopyOf;

    fn article(source: &str, date: &str) -> Article {
        Article {
            source: Some(source.into()),
            published: Some(date.into()),
            ..Article::new("a", "x")
        }
    }

    fn story(articles: &[usize]) -> Story {
        Story { articles: articles.to_vec(), ..Story::default() }
    }

    #[test]
    fn the_formula() {
        let articles = [
            article("a", "2024-03-02"),
            article("b", "2024-03-02"),
            article("b", "2024-03-02"),
            article("c", "2024-03-01"),
        ];
        let weights = weights(&articles, &[story(&[0, 1, 2]), story(&[3])]);
        assert!((weights[0] - (3_f64.log2() + 1.0)).abs() < 1e-12);
        assert!((weights[1] - 1.5 * 0.75).abs() < 1e-12);
    }

    #[test]
    fn a_copy_without_an_outlet_is_none() {
        let articles = [Article::new("1", "x"), Article::new("2", "x")];
        let copy = CopyOf { representative: 0, similarity: 1.0 };
        let story = Story { duplicates: vec![(1, copy)], ..story(&[0, 1]) };
        assert_eq!(weights(&articles, &[story]), [1.5]);
    }

    #[test]
    fn the_host_stands_for_the_outlet() {
        let of = |source: Option<&str>, url: &str| {
            let source = source.map(str::to_owned);
            outlet(&Article { source, url: Some(url.into()), ..Article::new("a", "x") })
        };
        for url in [
            "https://www.example.org/a?b",
            "https://EXAMPLE.org:443",
            "http://ada:secret@example.org:8080/a@b:1",
            " https://Www.Example.Org#a:b@c",
        ] {
            assert_eq!(of(None, url).as_deref(), Some("example.org"), "{url}");
            assert_eq!(of(Some(" "), url).as_deref(), Some("example.org"), "{url}");
        }
        assert_eq!(of(None, "http://[2001:db8::1]:80/").as_deref(), Some("[2001:db8::1]"));
        assert_eq!(of(None, "http://[2001:db8::1]/").as_deref(), Some("[2001:db8::1]"));
        assert_eq!(of(Some(" The Post "), "https://example.org").as_deref(), Some("The Post"));
        for url in ["nonsense", "https://", "https:///a", "https://:80"] {
            assert_eq!(of(None, url), None, "{url}");
        }
    }
}
