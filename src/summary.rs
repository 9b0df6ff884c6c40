//! What goes out: a summary whose every sentence names its source.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::notes::Explanation;
use crate::passage::Passage;
use crate::span::Span;

/// The summary of one cluster.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The cluster's id.
    pub id: String,
    /// Code of the language the sentences are in; `None` when it is not known.
    pub lang: Option<String>,
    /// The best headline of the articles in the summary's language, a newer one of a story that has
    /// gone on, or the first sentence up to a clause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The sentences, one a line.
    #[serde(rename = "summary")]
    pub text: String,
    /// Length in the budget's words.
    pub words: usize,
    /// The sentences, in the order they are read.
    pub(crate) sentences: Vec<SummarySentence>,
    /// Up to five words that the story is about, as the articles write them.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// When the newest article that was read was published, as it says itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newest: Option<String>,
    /// Number of articles that were read: all of the cluster but those that dates leave out.
    pub articles: usize,
    /// Number of sentences that could have been chosen.
    pub candidates: usize,
    /// Lines left out before ranking: rule → count.
    pub dropped: BTreeMap<String, usize>,
    /// What an editor should look at: an article that does not belong, two stories in one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
    /// Every setting that had a say, by name.
    pub settings: BTreeMap<String, Value>,
    /// Why each sentence was chosen, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Explanation>,
    /// Fields of the cluster that nutgraf does not know, passed through; one that has the name of a
    /// field of the summary is left out.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The names of a summary's own fields, as JSON has them.
const FIELDS: &[&str] = &[
    "id",
    "lang",
    "headline",
    "summary",
    "words",
    "sentences",
    "keywords",
    "newest",
    "articles",
    "candidates",
    "dropped",
    "warnings",
    "settings",
    "explanation",
];

/// The fields that a summary passes through.
pub(crate) fn passed_through(extra: &Map<String, Value>) -> Map<String, Value> {
    let fields = extra.iter().filter(|(name, _)| !FIELDS.contains(&name.as_str()));
    fields.map(|(name, value)| (name.clone(), value.clone())).collect()
}

impl Summary {
    /// The sentences, in the order they are read.
    #[must_use]
    pub fn sentences(&self) -> &[SummarySentence] {
        &self.sentences
    }

    /// Why each sentence was chosen and the next best were not; there only if the selection asked
    /// for it ([`Selection::explain`](crate::Selection)).
    #[must_use]
    pub fn explain(&self) -> Option<&Explanation> {
        self.explanation.as_ref()
    }
}

/// A chosen sentence and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SummarySentence {
    /// The sentence, with every run of white space as one space.
    pub text: String,
    /// Id of its article.
    #[serde(rename = "article")]
    pub article_id: String,
    /// The article's headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The article's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The article's outlet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The article's publication time, as given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// First byte of the sentence in the article's text.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// Its place among the article's sentences, from 0.
    pub position: u32,
    /// The ranker's salience; 1 is the cluster's average sentence.
    pub score: f64,
    /// The turn in which it was chosen, from 1: the first `k` by rank are a shorter summary.
    pub rank: usize,
    /// Sentences of other articles that say nearly the same, most similar first.
    pub support: Vec<Support>,
}

impl SummarySentence {
    /// Where it stands, to pin or ban it in another [`Selection`](crate::Selection).
    #[must_use]
    pub fn passage(&self) -> Passage {
        Passage { article_id: self.article_id.clone(), span: Span::new(self.start, self.end) }
    }
}

/// A sentence of another article that says nearly the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Support {
    /// Id of its article.
    #[serde(rename = "article")]
    pub article_id: String,
    /// First byte in that article's text.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// The article's headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The article's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The article's outlet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The article's publication time, as given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Cosine of the two sentences' TF-IDF rows, from 0 to 1.
    pub similarity: f64,
    /// True where its article is a near-copy of the one that the summary quotes, or of one that
    /// supports the sentence too and is more similar, or has the same words in a sentence of ten or
    /// more: no further witness.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub copy: bool,
    /// Numbers on which the two sentences disagree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<Disagreement>,
    /// A word of denial that only one of the two sentences has, such as `not`: they may say the
    /// opposite.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denial: Option<String>,
}

/// A number that two sentences give differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disagreement {
    /// What is counted: the word after the number.
    pub of: String,
    /// The number in the summary's sentence.
    pub here: String,
    /// The number in the other sentence.
    pub there: String,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_passed_through_has_no_name_of_our_own() {
        let field = |name: &&str| ((*name).to_owned(), json!(0));
        let extra: Map<String, Value> = FIELDS.iter().chain(&["section"]).map(field).collect();
        let names: Vec<String> = passed_through(&extra).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["section"]);
    }
}
