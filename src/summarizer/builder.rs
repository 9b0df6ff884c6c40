//! Setting up a summarizer.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use rayon::ThreadPool;
use serde_json::{Value, json};

use crate::article::Article;
use crate::clean::Cleaner;
use crate::error::Error;
use crate::rank::{RANKERS, RankSettings, Ranker};
use crate::reading::{Beside, Reader};
use crate::select::{Budget, Order, SELECTORS, Selector};
use crate::summarizer::{Inner, Selection, Summarizer};
use crate::text::Language;

/// Settings of a [`Summarizer`].
#[derive(Clone)]
pub struct SummarizerBuilder {
    selection: Selection,
    language: Option<Language>,
    summary_language: Option<Language>,
    ranker: Cow<'static, str>,
    own_ranker: Option<Arc<dyn Ranker>>,
    selector: Option<Cow<'static, str>>,
    own_selector: Option<Arc<dyn Selector>>,
    beside: Beside,
    source_weights: BTreeMap<String, f64>,
    since: Option<i64>,
    until: Option<i64>,
    seed: u64,
    cleaner: Cleaner,
    pool: Option<Arc<ThreadPool>>,
}

impl Default for SummarizerBuilder {
    fn default() -> Self {
        Self {
            selection: Selection::default(),
            language: None,
            summary_language: None,
            ranker: Cow::Borrowed(RANKERS[0].0),
            own_ranker: None,
            selector: None,
            own_selector: None,
            beside: Beside::default(),
            source_weights: BTreeMap::new(),
            since: None,
            until: None,
            seed: 0,
            cleaner: Cleaner::default(),
            pool: None,
        }
    }
}

impl fmt::Debug for SummarizerBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { selection, ranker, selector, .. } = self;
        let mut shown = formatter.debug_struct("SummarizerBuilder");
        shown.field("selection", selection).field("ranker", ranker).field("selector", selector);
        shown.finish_non_exhaustive()
    }
}

impl SummarizerBuilder {
    /// The length limit; 100 words by default.
    #[must_use]
    pub fn budget(mut self, budget: Budget) -> Self {
        self.selection.budget = budget;
        self
    }

    /// The order of the sentences; as the articles tell it by default.
    #[must_use]
    pub fn order(mut self, order: Order) -> Self {
        self.selection.order = order;
        self
    }

    /// All settings of the last stage at once, budget and order included.
    #[must_use]
    pub fn selection(self, selection: Selection) -> Self {
        Self { selection, ..self }
    }

    /// The ranker, by its name in [`RANKERS`]; `textrank` by default.
    #[must_use]
    pub fn ranker(self, name: impl Into<Cow<'static, str>>) -> Self {
        Self { ranker: name.into(), own_ranker: None, ..self }
    }

    /// A ranker of your own, and the name under which summaries mention it. Whatever the name, its
    /// selector is the first of [`SELECTORS`] where none is asked for.
    #[must_use]
    pub fn own_ranker(self, name: impl Into<Cow<'static, str>>, ranker: Arc<dyn Ranker>) -> Self {
        Self { ranker: name.into(), own_ranker: Some(ranker), ..self }
    }

    /// The selector, by its name in [`SELECTORS`]; by default the one that usually goes with the
    /// ranker.
    #[must_use]
    pub fn selector(self, name: impl Into<Cow<'static, str>>) -> Self {
        Self { selector: Some(name.into()), own_selector: None, ..self }
    }

    /// A selector of your own, and the name under which summaries mention it.
    #[must_use]
    pub fn own_selector(
        self,
        name: impl Into<Cow<'static, str>>,
        selector: Arc<dyn Selector>,
    ) -> Self {
        Self { selector: Some(name.into()), own_selector: Some(selector), ..self }
    }

    /// What the reader asks for: sentences near to it are preferred, in ranking and in selection.
    #[must_use]
    pub fn query(mut self, query: impl Into<String>) -> Self {
        self.beside.query = query.into();
        self
    }

    /// What the reader knows already, earlier articles or summaries: an update summary says only
    /// what they did not.
    #[must_use]
    pub fn known(mut self, known: Vec<Article>) -> Self {
        self.beside.known = known;
        self
    }

    /// Factors of the worth of sentences by their article's source; 1 for a source that is not
    /// named.
    #[must_use]
    pub fn source_weights(self, weights: BTreeMap<String, f64>) -> Self {
        Self { source_weights: weights, ..self }
    }

    /// Articles published before this are not read, in seconds since 1970 UTC; articles without a
    /// date are.
    #[must_use]
    pub fn since(self, seconds: i64) -> Self {
        Self { since: Some(seconds), ..self }
    }

    /// Articles published at this time or later are not read, in seconds since 1970 UTC; articles
    /// without a date are.
    #[must_use]
    pub fn until(self, seconds: i64) -> Self {
        Self { until: Some(seconds), ..self }
    }

    /// The language of all articles, whatever they say of themselves. By default an article's
    /// `lang`, then its cluster's, then what its text looks like.
    #[must_use]
    pub fn language(self, language: Language) -> Self {
        Self { language: Some(language), ..self }
    }

    /// The language of the summary: sentences are taken from articles in it, the others only
    /// support. By default the language most of the text is in.
    #[must_use]
    pub fn summary_language(self, language: Language) -> Self {
        Self { summary_language: Some(language), ..self }
    }

    /// The seed of everything drawn by chance; 0 by default.
    #[must_use]
    pub fn seed(self, seed: u64) -> Self {
        Self { seed, ..self }
    }

    /// Which lines are left out before ranking; those that any rule finds by default.
    #[must_use]
    pub fn cleaner(self, cleaner: Cleaner) -> Self {
        Self { cleaner, ..self }
    }

    /// The threads to work on; rayon's global pool by default. No result depends on it.
    #[must_use]
    pub fn pool(self, pool: Arc<ThreadPool>) -> Self {
        Self { pool: Some(pool), ..self }
    }

    /// Checks the settings.
    ///
    /// # Errors
    /// [`Error::Setting`] for a budget or a weight out of range or a name that is in no list.
    pub fn build(self) -> Result<Summarizer, Error> {
        self.selection.budget.check()?;
        for (source, weight) in &self.source_weights {
            if !(weight.is_finite() && *weight >= 0.0) {
                let value = format!("{source}={weight}");
                let allowed = "a finite number of at least 0".into();
                return Err(Error::Setting { name: "source weight", value, allowed });
            }
        }
        let (ranker, usual) = self.make_ranker()?;
        let selector_name = self.selector.clone().unwrap_or(Cow::Borrowed(usual));
        let inner = Inner {
            settings: self.settings(&selector_name),
            selector: self.make_selector(&selector_name)?,
            ranker,
            selection: self.selection,
            language: self.language,
            summary_language: self.summary_language,
            beside: self.beside,
            source_weights: self.source_weights,
            since: self.since,
            until: self.until,
            pool: self.pool,
            reader: Reader::new(self.cleaner),
        };
        Ok(Summarizer { inner: Arc::new(inner) })
    }

    /// The ranker, and the name of the selector that usually goes with it.
    fn make_ranker(&self) -> Result<(Arc<dyn Ranker>, &'static str), Error> {
        if let Some(own) = &self.own_ranker {
            return Ok((Arc::clone(own), SELECTORS[0].0));
        }
        let entry = RANKERS.iter().find(|(name, ..)| *name == self.ranker);
        let Some((_, make, usual)) = entry else {
            let names = RANKERS.iter().map(|(name, ..)| *name);
            return Err(unknown("ranker", &self.ranker, names));
        };
        Ok((make(&RankSettings { seed: self.seed }).into(), usual))
    }

    fn make_selector(&self, name: &str) -> Result<Arc<dyn Selector>, Error> {
        if let Some(own) = &self.own_selector {
            return Ok(Arc::clone(own));
        }
        let Some((_, make)) = SELECTORS.iter().find(|(known, _)| *known == name) else {
            let names = SELECTORS.iter().map(|(name, _)| *name);
            return Err(unknown("selector", name, names));
        };
        Ok(make().into())
    }

    /// The settings that a summary names: ranker, selector, and what is not as by default.
    fn settings(&self, selector: &str) -> BTreeMap<String, Value> {
        let mut settings = BTreeMap::new();
        let mut say = |name: &str, value| settings.insert(name.to_owned(), value);
        say("ranker", json!(self.ranker));
        say("selector", json!(selector));
        if self.own_ranker.is_none() && self.ranker == "random" {
            say("seed", json!(self.seed));
        }
        if !self.beside.query.is_empty() {
            say("query", json!(self.beside.query));
        }
        if !self.beside.known.is_empty() {
            say("known", json!(self.beside.known.len()));
        }
        if !self.source_weights.is_empty() {
            say("source_weights", json!(self.source_weights));
        }
        let languages = [("language", self.language), ("summary_language", self.summary_language)];
        for (name, language) in languages {
            if let Some(language) = language {
                say(name, json!(language.code()));
            }
        }
        let off = self.cleaner.off();
        if !off.is_empty() {
            say("no_clean", json!(off));
        }
        for (name, bound) in [("since", self.since), ("until", self.until)] {
            if let Some(seconds) = bound {
                say(name, json!(seconds));
            }
        }
        settings
    }
}

/// The error for a name that is in no list.
fn unknown(name: &'static str, value: &str, names: impl Iterator<Item = &'static str>) -> Error {
    let allowed = format!("one of {}", names.collect::<Vec<_>>().join(", "));
    Error::Setting { name, value: format!("{value:?}"), allowed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rank::Lead;

    #[test]
    fn a_ranker_of_ones_own_is_not_taken_for_ours_of_its_name() {
        let selector = |builder: SummarizerBuilder| {
            builder.build().unwrap().inner.settings["selector"].as_str().map(str::to_owned)
        };
        let builder = || Summarizer::builder();
        assert_eq!(selector(builder().ranker("lead")).as_deref(), Some("top"));
        let own = selector(builder().own_ranker("lead", Arc::new(Lead)));
        assert_eq!(own.as_deref(), Some(SELECTORS[0].0));
        let random = builder().own_ranker("random", Arc::new(Lead)).build().unwrap();
        assert!(!random.inner.settings.contains_key("seed"));
    }
}
