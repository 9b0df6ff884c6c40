//! A piece of an article: how a caller points at a sentence.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// A piece of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Id of the article.
    #[serde(rename = "article")]
    pub article_id: String,
    /// Its bytes in the article's text.
    #[serde(flatten)]
    pub span: Span,
}
