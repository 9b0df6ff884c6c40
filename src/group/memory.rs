//! What is kept from run to run, so that a story keeps its id.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::error::Error;
use crate::group::features::{Feature, Features};
use crate::group::items::{Batch, Item, grouped};
use crate::group::time::{Moment, is_near, newest, newest_of_batch};
use crate::group::{Change, Grouping, Settings, arrange};
use crate::published::{PLAUSIBLE, published};
use crate::text::Language;

/// An article without a credible date is forgotten after this many runs. The newest dates of as many
/// runs are kept.
const RUNS: u32 = 14;

/// Features of an article that are kept, the strongest.
const FEATURES: usize = 256;

/// Weights are kept in sixteenths.
const SIXTEENTHS: f32 = 16.0;

/// The articles and stories of earlier runs. An article is forgotten when it is not in the batch and
/// is so much older than the newest one that it could draw no other into its story.
///
/// The newest date is one that most of the last fourteen runs bear out. So a run of articles with a
/// wrong date in the future makes it forget nothing, and after a pause the old articles go only when
/// most of these runs are new.
///
/// It is data: keep it as JSON between two runs.
///
/// ```
/// use nutgraf::{Article, group::{Change, Memory, Settings}};
/// let first = [Article::new("1", "The bridge at Norvale was closed after engineers found a crack in a pier.")];
/// let next = [Article::new("2", "The crack in a pier of the Norvale bridge is repaired, engineers said.")];
/// let mut memory = Memory::default();
/// let stories = memory.group(&first, &Settings::default())?.stories;
/// let later = memory.group(&next, &Settings::default())?.stories;
/// assert_eq!(later[0].id, stories[0].id);
/// assert_eq!(later[0].change, Change::Continued);
/// # Ok::<(), nutgraf::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Kept")]
pub struct Memory {
    /// Number of runs so far.
    runs: u32,
    /// The newest dates of the last runs, as far as they had any.
    newest: Vec<i64>,
    articles: Vec<Remembered>,
}

/// A memory as it was kept, which somebody may have changed.
#[derive(Deserialize)]
struct Kept {
    runs: u32,
    newest: Vec<i64>,
    articles: Vec<Remembered>,
}

impl TryFrom<Kept> for Memory {
    type Error = String;

    fn try_from(Kept { runs, newest, articles }: Kept) -> Result<Self, String> {
        if runs == u32::MAX {
            return Err(format!("there cannot have been {runs} runs"));
        }
        for article in &articles {
            if !(1..=runs).contains(&article.run) {
                let (id, run) = (&article.id, article.run);
                return Err(format!("article {id:?} was met in run {run} of {runs}"));
            }
        }
        let dates = articles.iter().filter_map(|article| article.published);
        if let Some(date) = dates.chain(newest.iter().copied()).find(|d| !PLAUSIBLE.contains(d)) {
            return Err(format!("{date} is no date from 1900 to 2100, in seconds since 1970"));
        }
        Ok(Self { runs, newest, articles })
    }
}

/// An article of an earlier run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Remembered {
    id: String,
    /// Id of its story.
    story: String,
    /// The run it was met in, from 1.
    run: u32,
    /// Seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    published: Option<i64>,
    lang: Language,
    /// Hash of the text.
    text: u64,
    /// Ten hexadecimal digits a feature: eight of its number, two of its weight.
    features: String,
}

impl Memory {
    /// Groups a batch together with the articles that are remembered, and remembers the batch. Only
    /// stories with an article of the batch are returned. Grouping a batch in pieces gives the same
    /// stories as grouping it at once, as far as the earlier pieces are still remembered.
    ///
    /// # Errors
    /// [`Error::Setting`] when a setting is out of its range; the memory stays as it was.
    pub fn group(&mut self, articles: &[Article], settings: &Settings) -> Result<Grouping, Error> {
        let settings = &settings.check()?;
        self.runs = self.runs.saturating_add(1);
        let batch = Batch::read(articles, settings);
        let mut items = batch.items;
        // An article that comes again takes the place of the remembered one.
        let mut old_stories: FxHashMap<(u64, String), (String, u32)> = self
            .articles
            .iter()
            .map(|old| ((old.text, old.id.clone()), (old.story.clone(), old.run)))
            .collect();
        let again: FxHashSet<(u64, &str)> =
            items.iter().map(|item| (item.text, item.id.as_str())).collect();
        let remembered: Vec<Item> = self
            .articles
            .iter()
            .filter(|old| !again.contains(&(old.text, old.id.as_str())))
            .map(Remembered::item)
            .collect();
        drop(again);
        items.extend(remembered);
        let kept: Vec<Features> = items.iter().map(|item| strongest(&item.features)).collect();
        let keys: FxHashMap<(u64, String), usize> = items
            .iter()
            .enumerate()
            .map(|(place, item)| ((item.text, item.id.clone()), place))
            .collect();
        let groups = grouped(&mut items, settings);
        let old_story = |item: &Item| {
            old_stories.get(&(item.text, item.id.clone())).map(|(story, _)| story.as_str())
        };
        let before: Vec<Vec<&str>> = groups
            .iter()
            .map(|group| group.iter().filter_map(|&i| old_story(&items[i as usize])).collect())
            .collect();
        let changes = changes(&before);
        let grouping = arrange(articles, &batch.copies, &items, &groups, changes);
        // What is remembered next time.
        let newest = self.newest_with(articles, &grouping.grouping);
        let window = settings.fading().window(settings.threshold);
        let mut articles = Vec::with_capacity(items.len());
        for (group, story) in groups.iter().zip(&grouping.ids) {
            for &place in group {
                let item = &items[place as usize];
                let key = (item.text, item.id.clone());
                let run = match (item.article, old_stories.remove(&key)) {
                    (None, Some((_, run))) => run,
                    _ => self.runs,
                };
                let stale = self.is_stale(item.moment, run, newest, window);
                // An old article that comes in every run must not be new each time, so it is kept. It
                // draws no other, and its features are not needed: they are read anew.
                if !stale || run == self.runs {
                    let kept = keys.get(&key).filter(|_| !stale).map(|&place| &kept[place][..]);
                    articles.push(Remembered::new(item, story, run, kept.unwrap_or_default()));
                }
            }
        }
        self.articles = articles;
        Ok(grouping.grouping)
    }

    /// True for an article too old to draw another into its story: it is more than `window` older than
    /// the newest, or its date tells nothing and it was last met long ago.
    fn is_stale(&self, moment: Moment, run: u32, newest: Moment, window: i64) -> bool {
        match (moment, newest) {
            (Some(moment), Some(newest)) if is_near(moment, newest) => moment < newest - window,
            // No article is met in a run to come.
            _ => self.runs - run >= RUNS,
        }
    }

    /// The newest date of the last runs, this one too.
    fn newest_with(&mut self, articles: &[Article], grouping: &Grouping) -> Moment {
        let moments: Vec<Moment> = articles.iter().map(published).collect();
        self.newest.extend(newest_of_batch(&moments, &grouping.stories));
        let surplus = self.newest.len().saturating_sub(RUNS as usize);
        self.newest.drain(..surplus);
        newest(self.newest.iter().copied())
    }
}

impl Remembered {
    fn new(item: &Item, story: &str, run: u32, features: &[(Feature, f32)]) -> Self {
        let digits = features.iter().map(|&(feature, weight)| {
            // The product is within a byte, or cut to one.
            format!("{feature:08x}{:02x}", (weight * SIXTEENTHS).round().clamp(1.0, 255.0) as u8)
        });
        Self {
            id: item.id.clone(),
            story: story.to_owned(),
            run,
            published: item.moment,
            lang: item.language,
            text: item.text,
            features: digits.collect(),
        }
    }

    fn item(&self) -> Item {
        let digits = self.features.as_bytes().chunks_exact(10);
        let features = digits.filter_map(|digits| {
            let digits = std::str::from_utf8(digits).ok()?;
            let feature = Feature::from_str_radix(digits.get(..8)?, 16).ok()?;
            let weight = u8::from_str_radix(digits.get(8..)?, 16).ok()?;
            Some((feature, f32::from(weight) / SIXTEENTHS))
        });
        let mut features: Features = features.collect();
        // They are, unless the file was changed.
        features.sort_unstable_by_key(|entry| entry.0);
        features.dedup_by_key(|entry| entry.0);
        Item {
            article: None,
            id: self.id.clone(),
            text: self.text,
            moment: self.published,
            language: self.lang,
            features,
        }
    }
}

/// The strongest features, ascending again.
fn strongest(features: &Features) -> Features {
    let mut kept = features.clone();
    if kept.len() > FEATURES {
        kept.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        kept.truncate(FEATURES);
        kept.sort_unstable_by_key(|entry| entry.0);
    }
    kept
}

/// For each new story: what became of the stories known before. `before` holds the earlier story of
/// each of its known articles.
///
/// An earlier story goes on in the new story that has most of its articles. A new story that takes in
/// several goes on as the one that gives most articles. A new story with only lesser parts of others was
/// split from them.
fn changes(before: &[Vec<&str>]) -> Vec<(Option<String>, Change)> {
    let mut counts: Vec<BTreeMap<&str, usize>> = Vec::with_capacity(before.len());
    // By known story: most articles it has in one place, and that place.
    let mut home: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (place, stories) in before.iter().enumerate() {
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        for story in stories {
            *count.entry(story).or_default() += 1;
        }
        for (&story, &articles) in &count {
            let best = home.entry(story).or_insert((articles, place));
            if articles > best.0 {
                *best = (articles, place);
            }
        }
        counts.push(count);
    }
    let change = |(place, count): (usize, &BTreeMap<&str, usize>)| {
        let at_home = |story: &&str| home.get(story).is_some_and(|&(_, own)| own == place);
        let (own, parts): (Vec<&str>, Vec<&str>) = count.keys().copied().partition(at_home);
        // Among equals the first by name.
        let most = own.iter().rev().copied().max_by_key(|story| count.get(story));
        let owned = |stories: Vec<&str>| -> Vec<String> {
            stories.into_iter().map(str::to_owned).collect()
        };
        match most {
            Some(id) if own.len() == 1 => (Some(id.to_owned()), Change::Continued),
            Some(id) => {
                let from = owned(own.into_iter().filter(|story| *story != id).collect());
                (Some(id.to_owned()), Change::Merged { from })
            }
            None if parts.is_empty() => (None, Change::New),
            None => (None, Change::Split { from: owned(parts) }),
        }
    };
    counts.iter().enumerate().map(change).collect()
}

#[cfg(test)]
mod tests {
    use std::slice;

    use super::*;

    fn change(before: &[&[&str]]) -> Vec<(Option<String>, Change)> {
        changes(&before.iter().map(|stories| stories.to_vec()).collect::<Vec<_>>())
    }

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn stories_go_on_merge_and_split() {
        let own = |id: &str| Some(id.to_owned());
        assert_eq!(
            change(&[&["a", "a"], &[]]),
            [(own("a"), Change::Continued), (None, Change::New)]
        );
        assert_eq!(
            change(&[&["a", "b", "b"]]),
            [(own("b"), Change::Merged { from: names(&["a"]) })]
        );
        assert_eq!(
            change(&[&["a"], &["a", "a"]]),
            [(None, Change::Split { from: names(&["a"]) }), (own("a"), Change::Continued)]
        );
    }

    #[test]
    fn an_old_story_is_new_once_as_long_as_it_comes_in() {
        let dated = |id: &str, text: &str, day: &str| Article {
            published: Some(day.to_owned()),
            ..Article::new(id, text)
        };
        let old =
            dated("old", "The bridge at Norvale was closed for a crack in a pier.", "2024-03-01");
        let new = |day: &str| {
            [
                dated(&format!("ferry {day}"), "A ferry struck the breakwater of Lastmark.", day),
                dated(&format!("vote {day}"), "Storr won the election by few votes.", day),
                dated(&format!("quake {day}"), "Valdoria counts its dead after a quake.", day),
            ]
        };
        let mut memory = Memory::default();
        let mut change_of_first = |articles: &[Article]| {
            let stories = memory.group(articles, &Settings::default()).unwrap().stories;
            let story = stories.into_iter().find(|story| story.articles.contains(&0));
            story.map(|story| story.change)
        };
        let with_old = |day: &str| [slice::from_ref(&old), &new(day)].concat();
        assert_eq!(change_of_first(&with_old("2024-06-01")), Some(Change::New));
        assert_eq!(change_of_first(&with_old("2024-06-02")), Some(Change::Continued));
        change_of_first(&new("2024-06-03"));
        assert!(memory.articles.iter().all(|article| article.id != "old"));
    }

    #[test]
    fn features_survive_being_kept() {
        let features = vec![(7, 1.0), (0xdead_beef, 2.5)];
        let item = Item {
            article: None,
            id: "a".into(),
            text: 1,
            moment: Some(5),
            language: Language::English,
            features,
        };
        let back = Remembered::new(&item, "s", 1, &item.features).item();
        assert_eq!((back.features, back.moment), (item.features, item.moment));
    }

    #[test]
    fn damaged_features_are_left_out() {
        let item = Item {
            article: None,
            id: "a".into(),
            text: 1,
            moment: None,
            language: Language::Other,
            features: vec![],
        };
        let damaged = |features: &str| {
            let own = Remembered::new(&item, "s", 1, &[]);
            Remembered { features: features.into(), ..own }.item().features
        };
        assert_eq!(damaged("0000001é100000000gxx"), []);
        assert_eq!(damaged("0000000110000000"), [(1, 1.0)]);
    }
}
