//! What is grouped: the articles of a batch, and those remembered from runs before it.

use rayon::prelude::*;

use crate::article::Article;
use crate::group::Settings;
use crate::group::copies::{CopyOf, copies_as_similar};
use crate::group::features::{Features, features};
use crate::group::hash::hash;
use crate::group::linkage::Stop;
use crate::group::space::Space;
use crate::group::stories::stories;
use crate::group::time::{Fading, Moment};
use crate::published::published;
use crate::text::Language;

/// A copy as similar as this is the same article: it is not looked at beside what it copies.
/// Others are weighed as articles of their own, for what was cut or added may tell.
const SAME: f64 = 0.9;

/// An article as grouping sees it.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Place of the article in the batch; `None` for a remembered one.
    pub(super) article: Option<usize>,
    pub(super) id: String,
    /// Hash of the text.
    pub(super) text: u64,
    pub(super) moment: Moment,
    pub(super) language: Language,
    pub(super) features: Features,
}

/// The articles of a batch.
pub(super) struct Batch {
    pub(super) copies: Vec<Option<CopyOf>>,
    /// All articles but those that are the same as another.
    pub(super) items: Vec<Item>,
}

impl Batch {
    pub(super) fn read(articles: &[Article], settings: &Settings) -> Self {
        let copies = copies_as_similar(articles, settings.copy);
        let same = |article: usize| copies[article].is_some_and(|copy| copy.similarity >= SAME);
        let items = features(articles, |article| !same(article))
            .into_par_iter()
            .enumerate()
            .filter(|(article, _)| !same(*article))
            .map(|(place, (language, features))| {
                let article = &articles[place];
                Item {
                    article: Some(place),
                    id: article.id.clone(),
                    text: hash(article.text.as_bytes()),
                    moment: published(article),
                    language,
                    features,
                }
            })
            .collect();
        Self { copies, items }
    }
}

/// Groups items: every group in order of time, groups in the order of their first articles. The
/// items are sorted on the way; a group holds places among the sorted.
pub(super) fn grouped(items: &mut [Item], settings: &Settings) -> Vec<Vec<u32>> {
    items.par_sort_by(|a, b| (a.moment, a.text, &a.id).cmp(&(b.moment, b.text, &b.id)));
    let moments: Vec<Moment> = items.iter().map(|item| item.moment).collect();
    let languages: Vec<Language> = items.iter().map(|item| item.language).collect();
    let features = items.iter_mut().map(|item| std::mem::take(&mut item.features)).collect();
    let stop = Stop { threshold: settings.threshold, cohesion: settings.cohesion };
    stories(Space::new(features, &languages), &moments, settings.fading(), stop)
}

impl Settings {
    pub(super) fn fading(&self) -> Fading {
        Fading { days: self.fade_days }
    }
}
