//! What may be chosen, and how much.

use serde::{Deserialize, Serialize};

use crate::passage::Passage;
use crate::select::{Budget, Order};

/// Settings of the last stage. A cluster that has been ranked
/// ([`Summarizer::rank`](crate::Summarizer::rank)) can be selected from again with others, without
/// ranking it again.
///
/// ```
/// use nutgraf::{Budget, Selection};
/// let selection = Selection { budget: Budget::Sentences(2), ..Selection::default() };
/// assert!(selection.must.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Selection {
    /// The length limit; 100 words by default.
    pub budget: Budget,
    /// The order of the sentences.
    pub order: Order,
    /// Words that the summary should have: for each, the best sentence with it comes first. An
    /// entry of several words wants them in one sentence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub must: Vec<String>,
    /// Sentences with one of these are left out; an entry of several words means all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<String>,
    /// Sentences from one source at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_per_source: Option<usize>,
    /// Words quoted from one article at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_per_article: Option<usize>,
    /// Sentences that must be in the summary, as far as budget and caps allow, whatever else is
    /// asked: they may be banned, excluded, or in another language. A sentence is meant by any part
    /// of it; a warning names a passage without a sentence, and what has no room. Articles are told
    /// by their ids, which must differ: [`name_articles`](crate::input::name_articles) sees to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pinned: Vec<Passage>,
    /// Sentences that must not be in it, unless they are pinned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub banned: Vec<Passage>,
    /// The best sentence of each day on which articles were published, in the order of the days; a
    /// day of which `must` has one needs no other. Where there is no room for all of them, those
    /// days come in of which the articles say most, and a warning names the others.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub timeline: bool,
    /// Say in the summary why each sentence was chosen. Read but not written: it changes no choice.
    #[serde(skip_serializing)]
    pub explain: bool,
}
