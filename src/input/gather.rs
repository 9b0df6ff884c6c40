//! Items into clusters.

use rustc_hash::FxHashMap;

use crate::article::{Article, Cluster};
use crate::input::{Item, Place, Placed, Problem, name_articles};

/// Turns a stream of items into a stream of clusters. Clusters pass at once; articles wait until
/// the end, when those with the same `cluster` value, consecutive or not, and all those without
/// one, form clusters in the order of their first articles.
///
/// Ids are filled where they are missing (`1`, `2`, …) and made different where they are not
/// (`a`, `a#2`), so that every sentence of a summary names one article.
#[derive(Debug)]
pub struct Gather<I> {
    items: I,
    /// Id of the cluster of all articles that name none.
    unnamed: String,
    waiting: Vec<Placed<Cluster>>,
    /// Place in `waiting`, by the articles' `cluster` value.
    places: FxHashMap<Option<String>, usize>,
    /// Clusters met so far, to number those without an id.
    met: usize,
    done: bool,
}

impl<I> Gather<I>
where
    I: Iterator<Item = Result<Placed<Item>, Problem>>,
{
    /// Gathers `items`; articles that name no cluster go into one of id `unnamed`.
    pub fn new(items: I, unnamed: impl Into<String>) -> Self {
        Self {
            items,
            unnamed: unnamed.into(),
            waiting: Vec::new(),
            places: FxHashMap::default(),
            met: 0,
            done: false,
        }
    }

    fn add(&mut self, place: Place, article: Article) {
        let number = *self.places.entry(article.cluster.clone()).or_insert_with(|| {
            let id = article.cluster.clone().unwrap_or_else(|| self.unnamed.clone());
            self.waiting.push(Placed { place, value: Cluster::new(id, Vec::new()) });
            self.waiting.len() - 1
        });
        self.waiting[number].value.articles.push(article);
    }

    fn finish(&mut self, mut placed: Placed<Cluster>) -> Placed<Cluster> {
        self.met += 1;
        if placed.value.id.is_empty() {
            placed.value.id = self.met.to_string();
        }
        name_articles(&mut placed.value.articles);
        placed
    }
}

impl<I> Iterator for Gather<I>
where
    I: Iterator<Item = Result<Placed<Item>, Problem>>,
{
    type Item = Result<Placed<Cluster>, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            match self.items.next() {
                Some(Ok(Placed { place, value: Item::Cluster(value) })) => {
                    return Some(Ok(self.finish(Placed { place, value })));
                }
                Some(Ok(Placed { place, value: Item::Article(article) })) => {
                    self.add(place, article);
                }
                Some(Err(problem)) => return Some(Err(problem)),
                None => {
                    self.done = true;
                    self.waiting.reverse();
                }
            }
        }
        self.waiting.pop().map(|cluster| Ok(self.finish(cluster)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "what a reader yields")]
    fn placed(value: Item) -> Result<Placed<Item>, Problem> {
        Ok(Placed { place: Place::of_file("-"), value })
    }

    fn article(id: &str, cluster: Option<&str>) -> Result<Placed<Item>, Problem> {
        placed(Item::Article(Article { cluster: cluster.map(Into::into), ..Article::new(id, "x") }))
    }

    #[test]
    fn articles_meet_by_their_cluster() {
        let items = [
            article("1", Some("b")),
            article("2", None),
            placed(Item::Cluster(Cluster::new("whole", vec![]))),
            article("3", Some("b")),
            article("", None),
        ];
        let clusters: Vec<Cluster> =
            Gather::new(items.into_iter(), "rest").map(|cluster| cluster.unwrap().value).collect();
        let shape: Vec<(&str, Vec<&str>)> = clusters
            .iter()
            .map(|c| (c.id.as_str(), c.articles.iter().map(|a| a.id.as_str()).collect()))
            .collect();
        assert_eq!(shape, [("whole", vec![]), ("b", vec!["1", "3"]), ("rest", vec!["2", "2#2"])]);
    }

    #[test]
    fn equal_ids_are_told_apart() {
        let mut articles = ["a", "a", "a#2", "a"].map(|id| Article::new(id, "x"));
        name_articles(&mut articles);
        let ids: Vec<&str> = articles.iter().map(|a| a.id.as_str()).collect();
        assert_eq!(ids, ["a", "a#2", "a#2#2", "a#3"]);
    }
}
