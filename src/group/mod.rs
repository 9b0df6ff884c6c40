//! A mixed batch of articles into stories, and copies of one text told from it.
//!
//! The path: copies ([`copies`]) → features of what is left → weights → pairs of neighbours →
//! stories ([`group`]). A story of the batch is a [`Story`]; [`Memory`] keeps its id from run to
//! run.

mod body;
mod copies;
mod features;
mod fingerprints;
mod hash;
mod items;
mod linkage;
mod memory;
mod neighbours;
mod shingles;
mod space;
mod sparse;
mod stories;
mod time;
mod unlike;
mod weight;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

pub(crate) use copies::copies_in_words;
pub use copies::{CopyOf, copies, copies_with};
pub use memory::Memory;
pub use weight::{shares, weights};

use crate::article::Article;
use crate::error::Error;
use items::{Batch, Item, grouped};

/// Settings of [`group`](group()).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Settings {
    /// The least average similarity of two groups of articles that become one story, from
    /// 0.001 to 1. More makes more and smaller stories. Where few terms carry a similarity, as
    /// between short articles, it must be up to 2.4 times that.
    pub threshold: f64,
    /// How close two groups must be, as a share of the average similarity inside the looser one,
    /// from 0 to 1.
    pub cohesion: f64,
    /// Least containment of shingles of a copy, from 0.001 to 1. Where it is not half-way from
    /// there to 1, the two must also have two thirds of it of all their shingles in common.
    pub copy: f64,
    /// Days between two articles over which their similarity falls by the factor e, from 0.001 to a
    /// million.
    pub fade_days: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { threshold: 0.05, cohesion: 0.6, copy: copies::SIMILARITY, fade_days: 4.0 }
    }
}

impl Settings {
    /// The same settings, if all are in their range.
    ///
    /// # Errors
    /// [`Error::Setting`] names the first that is not.
    pub fn check(self) -> Result<Self, Error> {
        let ranges = [
            ("threshold", self.threshold, 1e-3, 1.0),
            ("cohesion", self.cohesion, 0.0, 1.0),
            ("copy", self.copy, 1e-3, 1.0),
            ("fade-days", self.fade_days, 1e-3, 1e6),
        ];
        match ranges.iter().find(|(_, value, least, most)| !(*least..=*most).contains(value)) {
            Some((name, value, least, most)) => Err(Error::Setting {
                name,
                value: value.to_string(),
                allowed: format!("from {least} to {most}"),
            }),
            None => Ok(self),
        }
    }
}

/// A mixed batch in stories.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grouping {
    /// The stories, in the order of their first articles in the batch.
    pub stories: Vec<Story>,
}

/// Articles on one event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// Identifies the story. It is made from the story's earliest article, whatever else there is
    /// in the batch; with a [`Memory`] it is the id of the story that goes on.
    pub id: String,
    /// Places of its articles in the batch, copies too, ascending.
    pub articles: Vec<usize>,
    /// Its copies, ascending: place of the copy, and what it is a copy of.
    pub duplicates: Vec<(usize, CopyOf)>,
    /// What became of it since the run before, for a [`Memory`].
    pub change: Change,
}

/// What became of a story since the run before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "change")]
pub enum Change {
    /// It was not known.
    #[default]
    New,
    /// It goes on.
    Continued,
    /// It goes on, and others have become part of it.
    Merged {
        /// Ids of the others.
        from: Vec<String>,
    },
    /// It was part of others, which go on elsewhere.
    Split {
        /// Ids of the others.
        from: Vec<String>,
    },
}

/// Groups a mixed batch into stories, with the default settings.
///
/// The order of the articles does not matter. Cost grows about linearly with the number of
/// articles.
///
/// ```
/// use nutgraf::{Article, group};
/// let articles = [
///     Article::new("1", "The bridge at Norvale was closed after engineers found a crack in a pier."),
///     Article::new("2", "Lindqvist won the chess final in Oslo with a brilliant sacrifice of her queen."),
///     Article::new("3", "A crack in a pier of the Norvale bridge has closed it, engineers said."),
/// ];
/// let stories: Vec<Vec<usize>> =
///     group(&articles).stories.into_iter().map(|story| story.articles).collect();
/// assert_eq!(stories, [vec![0, 2], vec![1]]);
/// ```
#[must_use]
pub fn group(articles: &[Article]) -> Grouping {
    in_stories(articles, &Settings::default())
}

/// As [`group`](group()), with other settings.
///
/// # Errors
/// [`Error::Setting`] when a setting is out of its range.
pub fn group_with(articles: &[Article], settings: &Settings) -> Result<Grouping, Error> {
    Ok(in_stories(articles, &settings.check()?))
}

fn in_stories(articles: &[Article], settings: &Settings) -> Grouping {
    let Batch { copies, mut items } = Batch::read(articles, settings);
    let groups = grouped(&mut items, settings);
    let changes = vec![(None, Change::New); groups.len()];
    arrange(articles, &copies, &items, &groups, changes).grouping
}

/// Stories, and the ids of all groups, of which some may have no article of the batch.
struct Arranged {
    grouping: Grouping,
    ids: Vec<String>,
}

/// From groups of items to stories: names them, and puts every copy into the story of what it is
/// a copy of. `changes` holds for each group the id it goes on with.
fn arrange(
    articles: &[Article],
    copies: &[Option<CopyOf>],
    items: &[Item],
    groups: &[Vec<u32>],
    changes: Vec<(Option<String>, Change)>,
) -> Arranged {
    let mut taken: FxHashSet<String> = changes.iter().filter_map(|(id, _)| id.clone()).collect();
    // By name: how many have asked for it. Texts without words are no copies but have one hash.
    let mut asked: FxHashMap<u64, u32> = FxHashMap::default();
    let mut group_of = vec![0; articles.len()];
    let mut ids = Vec::with_capacity(groups.len());
    let mut stories = Vec::with_capacity(groups.len());
    for (number, (group, (id, change))) in groups.iter().zip(changes).enumerate() {
        for article in group.iter().filter_map(|&item| items[item as usize].article) {
            group_of[article] = number;
        }
        let id = id.unwrap_or_else(|| {
            let name = group.first().map_or(0, |&item| items[item as usize].text >> 24);
            let mut id = format!("{name:010x}");
            // Another batch has had such a story, or two texts have one hash.
            let asked = asked.entry(name).or_insert(1);
            while !taken.insert(id.clone()) {
                *asked += 1;
                id = format!("{name:010x}-{asked}");
            }
            id
        });
        ids.push(id.clone());
        stories.push(Story { id, change, ..Story::default() });
    }
    for (article, copy) in copies.iter().enumerate() {
        let place = copy.map_or(article, |copy| copy.representative);
        let story = &mut stories[group_of[place]];
        story.articles.push(article);
        story.duplicates.extend(copy.map(|copy| (article, copy)));
    }
    stories.retain(|story| !story.articles.is_empty());
    stories.sort_by(|a, b| a.articles.cmp(&b.articles));
    Arranged { grouping: Grouping { stories }, ids }
}
