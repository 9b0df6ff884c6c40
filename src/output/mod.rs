//! From a summary to what is read: text for a terminal, Markdown, JSON.
//!
//! A new format is one file and one line in [`FORMATS`].

mod explanation;
mod json;
mod markdown;
mod text;

pub use json::{line as json_line, pretty as json_pretty};

use crate::summary::Summary;

/// An output format.
#[derive(Clone, Copy)]
pub struct Format {
    /// Its name for `--format`.
    pub name: &'static str,
    /// How several summaries stand together.
    pub several: Several,
    /// One summary, without a line break at its end.
    pub render: fn(&Summary) -> String,
}

/// How several records stand together in one output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Several {
    /// One a line.
    Lines,
    /// A blank line between two.
    Paragraphs,
    /// As the elements of a JSON array.
    Array,
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// All formats; the first is the default.
pub const FORMATS: &[Format] = &[text::TEXT, markdown::MARKDOWN, json::JSON, json::JSON_LINES];

/// The articles a summary takes sentences from, in the order of their first sentence; a mark in
/// the output is the place in this list, from 1.
fn cited(summary: &Summary) -> Vec<&str> {
    let mut ids: Vec<&str> = Vec::new();
    let own = summary.sentences().iter().map(|sentence| sentence.article_id.as_str());
    let others = summary.sentences().iter().flat_map(|sentence| &sentence.support);
    for id in own.chain(others.map(|support| support.article_id.as_str())) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}
