//! What comes in: articles, and clusters of articles on one event.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One news article.
///
/// Only `id` and `text` are needed; ids are unique within a cluster.
///
/// ```
/// use nutgraf::Article;
/// let article = Article { source: Some("Harbour News".into()), ..Article::new("a1", "It rained.") };
/// assert_eq!(article.text, "It rained.");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Identifies the article in summaries.
    #[serde(default)]
    pub id: String,
    /// The headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The body, as given. Every span in a summary points into it.
    pub text: String,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The outlet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// When it was published, as the source writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Language code; trusted where given, else detected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The cluster this article belongs to, where the batch says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster: Option<String>,
    /// Fields nutgraf does not know; they are kept.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Article {
    /// An article with an id and a text, and nothing else.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), ..Self::default() }
    }
}

/// Articles on one event.
///
/// ```
/// use nutgraf::{Article, Cluster};
/// let cluster = Cluster::new("storm", vec![Article::new("a", "A storm hit."), Article::new("b", "Roads closed.")]);
/// assert_eq!(cluster.articles.len(), 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cluster {
    /// Identifies the cluster in summaries.
    #[serde(default)]
    pub id: String,
    /// Language code for all articles that do not name their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The articles, in the order of the batch.
    #[serde(rename = "documents", alias = "articles")]
    pub articles: Vec<Article>,
    /// Human summaries, for evaluation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<String>,
    /// Fields nutgraf does not know; they are kept.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Cluster {
    /// A cluster of the given articles, without references.
    #[must_use]
    pub fn new(id: impl Into<String>, articles: Vec<Article>) -> Self {
        Self { id: id.into(), articles, ..Self::default() }
    }
}
