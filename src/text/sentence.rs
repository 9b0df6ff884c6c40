//! A sentence: where it stands and what it looks like.

use crate::clean::Blemishes;
use crate::span::Span;

/// One sentence of a cluster. The text itself stays in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Number of its article in the cluster, from 0.
    pub article: u32,
    /// Its place among the article's sentences, from 0.
    pub position: u32,
    /// Its bytes in the article's text.
    pub span: Span,
    /// Its length in the budget's words ([`crate::text::count_words`]).
    pub words: u32,
    /// Its length in bytes once printed: every run of white space is one space.
    pub printed_bytes: u32,
    /// What speaks against its being a sentence of the story.
    pub blemishes: Blemishes,
}
