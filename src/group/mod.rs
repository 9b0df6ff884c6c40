//! A mixed batch of articles into stories, and copies of one text told from it.
//!
//! The path: copies ([`copies`]) → features of what is left → weights → pairs of neighbours →
//! stories ([`group`]). A story of the batch is a [`Story`]; [`Memory`] keeps its id from run to
//! run.

mod copies;
mod features;
mod hash;
mod linkage;
mod neighbours;
mod shingles;
mod space;
mod stories;
mod time;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

pub(crate) use copies::copies_in_words;
pub use copies::{CopyOf, copies};

use crate::article::Article;
use crate::error::Error;
use crate::published::published;
use hash::hash;
use linkage::Stop;
use time::{Fading, Moment};

/// Settings of [`group`](group()).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Settings {
    /// The least average similarity of two groups of articles that become one story, above 0 and
    /// below 1. More makes more and smaller stories.
    pub threshold: f64,
    /// How close two groups must be, as a share of the average similarity inside the looser one,
    /// from 0 to 1.
    pub cohesion: f64,
    /// Containment of shingles from which an article is a copy, above 0, at most 1.
    pub copy: f64,
    /// Days between two articles over which their similarity falls by the factor e, above 0.
    pub fade_days: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { threshold: 0.1, cohesion: 0.6, copy: copies::SIMILARITY, fade_days: 4.0 }
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
    /// Identifies the story; made from its earliest article, so that it does not depend on the
    /// rest of the batch.
    pub id: String,
    /// Places of its articles in the batch, copies too, ascending.
    pub articles: Vec<usize>,
    /// Its copies: place of the copy, and what it is a copy of.
    pub duplicates: Vec<(usize, CopyOf)>,
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
    group_with(articles, &Settings::default())
}

/// Groups a mixed batch into stories.
#[must_use]
pub fn group_with(articles: &[Article], settings: &Settings) -> Grouping {
    let copies = copies::copies_from(articles, settings.copy);
    let moments: Vec<Moment> = articles.par_iter().map(published).collect();
    let mut order: Vec<u32> =
        (0..articles.len() as u32).filter(|&a| copies[a as usize].is_none()).collect();
    let texts: Vec<u64> =
        articles.par_iter().map(|article| hash(article.text.as_bytes())).collect();
    order.par_sort_by(|&a, &b| {
        let key = |a: u32| (moments[a as usize], texts[a as usize], &articles[a as usize].id);
        key(a).cmp(&key(b))
    });
    let mut features = features::features(articles, |article| copies[article].is_none());
    let features = order.iter().map(|&a| std::mem::take(&mut features[a as usize])).collect();
    let ordered: Vec<Moment> = order.iter().map(|&a| moments[a as usize]).collect();
    let fading = Fading { days: settings.fade_days };
    let stop = Stop { threshold: settings.threshold, cohesion: settings.cohesion };
    let found = stories::stories(features, &ordered, &fading, stop);
    let mut story_of = vec![0_u32; articles.len()];
    let mut grouped: Vec<Story> = Vec::with_capacity(found.len());
    for (number, items) in (0_u32..).zip(&found) {
        let earliest = order[items[0] as usize] as usize;
        let id = format!("{:010x}", texts[earliest] >> 24);
        grouped.push(Story { id, ..Story::default() });
        for &item in items {
            story_of[order[item as usize] as usize] = number;
        }
    }
    for (article, copy) in copies.iter().enumerate() {
        let place = copy.map_or(article, |copy| copy.representative);
        let story = &mut grouped[story_of[place] as usize];
        story.articles.push(article);
        story.duplicates.extend(copy.map(|copy| (article, copy)));
    }
    grouped.sort_by(|a, b| a.articles.cmp(&b.articles));
    Grouping { stories: grouped }
}
