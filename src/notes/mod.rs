//! What an editor wants to know beside the sentences: a headline, keywords, numbers that differ,
//! warnings, and why each sentence was chosen.

mod agree;
mod casualties;
mod complete;
mod counted;
mod events;
mod explain;
mod gist;
mod headline;
mod keywords;
mod names;
mod newest;
mod news;
mod nouns;
mod numbers;
mod numerals;
mod prospects;
mod shortened;
mod tolls;
mod unspaced;
mod warnings;

pub use explain::{Explained, ExplainedConcept, Explanation, NotChosen, RunNotes};
pub(crate) use explain::{Run, explain};
pub(crate) use gist::Gist;
pub(crate) use headline::headline;
pub(crate) use keywords::keywords;
pub(crate) use newest::newest;
pub(crate) use news::Said;
pub(crate) use numbers::mark_disagreements;
pub(crate) use warnings::warnings;

use crate::article::{Article, Cluster};
use crate::notes::counted::Words;
use crate::text::{Language, Sentence};
use crate::vector::{Rows, Term, Terms};

/// Words that a user names, as they are in a cluster.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    pub(crate) terms: Vec<Term>,
    /// Function words in capitals, which are names: WHO.
    pub(crate) abbreviations: Vec<String>,
}

impl Asked {
    pub(crate) fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.abbreviations.is_empty()
    }

    /// True for a text that has all of them; none is in no text. Where all is in capitals there are
    /// no abbreviations.
    pub(crate) fn is_in(&self, terms: &[Term], text: &str) -> bool {
        let mixed = || text.contains(char::is_lowercase);
        let is_word = |abbreviation: &String| {
            text.split(|c: char| !c.is_alphanumeric()).any(|word| word == abbreviation)
        };
        !self.is_empty()
            && self.terms.iter().all(|term| terms.contains(term))
            && (self.abbreviations.is_empty() || mixed() && self.abbreviations.iter().all(is_word))
    }
}

/// What the notes are taken from: a cluster as read and ranked.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) cluster: &'a Cluster,
    pub(crate) sentences: &'a [Sentence],
    pub(crate) terms: &'a Terms,
    /// By article; `None` for one that was not read.
    pub(crate) languages: &'a [Option<Language>],
    /// Sentences × terms.
    pub(crate) rows: &'a Rows,
    /// The rows of the headlines, one an article, in the same columns; others may follow.
    pub(crate) titles: &'a Rows,
    /// By sentence: 1 is the average.
    pub(crate) salience: &'a [f64],
    /// By article.
    pub(crate) centrality: &'a [f64],
    /// By article.
    pub(crate) voters: &'a [u32],
    /// The terms of the headlines, one row an article; others may follow.
    pub(crate) title_terms: &'a Terms,
    /// What must not be in a sentence, a headline or a keyword.
    pub(crate) excluded: &'a [Asked],
}

impl Context<'_> {
    /// True for a text that has what the user excludes.
    fn is_excluded(&self, terms: &[Term], text: &str) -> bool {
        self.excluded.iter().any(|asked| asked.is_in(terms, text))
    }

    /// True for an article that has a vote of its own, not for a copy.
    fn votes(&self, article: u32) -> bool {
        self.voters[article as usize] == article
    }

    /// How central an article is; 0 for one that was not read.
    fn centrality_of(&self, article: usize) -> f64 {
        self.centrality.get(article).copied().unwrap_or(0.0)
    }

    /// The articles that were read, with their numbers and languages.
    pub(crate) fn read(&self) -> impl Iterator<Item = (usize, &Article, Language)> {
        let all = self.cluster.articles.iter().zip(self.languages).enumerate();
        all.filter_map(|(number, (article, language))| Some((number, article, (*language)?)))
    }

    /// A sentence as it stands in its article.
    pub(crate) fn text(&self, sentence: usize) -> &str {
        let sentence = &self.sentences[sentence];
        sentence.span.of(&self.cluster.articles[sentence.article as usize].text)
    }

    /// The words of a sentence.
    fn words(&self, sentence: u32) -> Words<'_> {
        let row = sentence as usize;
        let article = self.sentences[row].article as usize;
        let language = self.languages[article].unwrap_or_default();
        Words::new(self.text(row), language, self.terms, row)
    }

    /// What a sentence says beside its words.
    pub(crate) fn said(&self, sentence: u32) -> Said<'_> {
        Said::of(self.words(sentence))
    }
}
