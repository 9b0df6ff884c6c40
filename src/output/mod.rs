//! From a summary to what is read: text for a terminal, Markdown, JSON, a page.
//!
//! A new format is one file and one line in [`FORMATS`].

mod explanation;
mod json;
mod markdown;
#[cfg(feature = "page")]
mod page;
mod text;

pub use json::{line as json_line, pretty as json_pretty};
use rustc_hash::FxHashMap;

use crate::published;
use crate::summary::{Disagreement, Summary, SummarySentence};

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
#[derive(Clone, Copy, Debug)]
pub enum Several {
    /// One a line.
    Lines,
    /// A blank line between two.
    Paragraphs,
    /// As the elements of a JSON array.
    Array,
    /// One after the other on a page that begins with this.
    Page(fn() -> String),
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// All formats; the first is the default.
pub const FORMATS: &[Format] = &[
    text::TEXT,
    markdown::MARKDOWN,
    json::JSON,
    json::JSON_LINES,
    #[cfg(feature = "page")]
    page::PAGE,
];

/// An article that a summary cites.
#[derive(Clone, Copy)]
struct Cited<'a> {
    id: &'a str,
    title: Option<&'a str>,
    source: Option<&'a str>,
    published: Option<&'a str>,
    url: Option<&'a str>,
}

/// What a field says, if anything.
fn said(field: Option<&str>) -> Option<&str> {
    field.filter(|text| !text.trim().is_empty())
}

/// The day of a sentence in a timeline: `2024-03-02`.
fn day_in_timeline(summary: &Summary, sentence: &SummarySentence) -> Option<String> {
    summary.settings.get("timeline").filter(|timeline| **timeline == true)?;
    published::day_of(sentence.published.as_deref()?).map(published::date)
}

/// The articles a summary cites, those it takes sentences from first, then those that support
/// them; a mark in the output is the place in this list, from 1.
struct Citations<'a> {
    articles: Vec<Cited<'a>>,
    /// By id: the mark.
    marks: FxHashMap<&'a str, usize>,
}

impl<'a> Citations<'a> {
    fn of(summary: &'a Summary) -> Self {
        let own = summary.sentences().iter().map(|sentence| Cited {
            id: &sentence.article_id,
            title: said(sentence.title.as_deref()),
            source: said(sentence.source.as_deref()),
            published: said(sentence.published.as_deref()),
            url: said(sentence.url.as_deref()),
        });
        let others = summary.sentences().iter().flat_map(|sentence| &sentence.support);
        let others = others.map(|support| Cited {
            id: &support.article_id,
            title: said(support.title.as_deref()),
            source: said(support.source.as_deref()),
            published: said(support.published.as_deref()),
            url: said(support.url.as_deref()),
        });
        let (mut articles, mut marks) = (Vec::new(), FxHashMap::default());
        for article in own.chain(others) {
            marks.entry(article.id).or_insert_with(|| {
                articles.push(article);
                articles.len()
            });
        }
        Self { articles, marks }
    }

    /// The marks of a sentence's article and of those that support it, as a list; with a mark that
    /// its article is a copy, and what it says differently: `2 (15 people)`, `3 (only one says
    /// “not”)`.
    fn marks(&self, sentence: &SummarySentence) -> Vec<String> {
        let own = self.marks.get(sentence.article_id.as_str()).map(usize::to_string);
        let others = sentence.support.iter().filter_map(|support| {
            let mark = self.marks.get(support.article_id.as_str())?;
            let numbers = support.numbers.iter().map(differing);
            let denial = support.denial.iter().map(|word| format!("only one says “{word}”"));
            let copy = support.copy.then(|| "copy".to_owned());
            let remarks: Vec<String> = copy.into_iter().chain(numbers).chain(denial).collect();
            Some(if remarks.is_empty() {
                mark.to_string()
            } else {
                format!("{mark} ({})", remarks.join(", "))
            })
        });
        own.into_iter().chain(others).collect()
    }
}

/// What the other source says: `15 people`, `7%`, `$20`.
fn differing(number: &Disagreement) -> String {
    match number.of.as_str() {
        "%" => format!("{}%", number.there),
        "$" | "€" | "£" | "¥" => format!("{}{}", number.of, number.there),
        of => format!("{} {of}", number.there),
    }
}

/// Only such an address becomes a link: a script does not.
fn is_web_address(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://"))
        && !url.contains(|c: char| c.is_control() || c.is_whitespace() || c == '<' || c == '>')
}
