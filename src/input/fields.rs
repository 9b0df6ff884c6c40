//! Field names: the many spellings under which programs write the same thing.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::input::said::is_filled;

/// The fields of an article and of a cluster, each with the names it may have, the first that a
/// record fills wins. The names are those of news-please, newspaper, trafilatura, fundus, Media
/// Cloud, Event Registry, newsapi.org, WCEP and Multi-News, and of spreadsheets.
const NAMES: &[(&str, &[&str])] = &[
    ("id", &["id", "article_id", "doc_id", "_id", "uri", "guid"]),
    ("title", &["title", "headline", "article_title", "title_page"]),
    (
        "text",
        &[
            "text",
            "maintext",
            "body",
            "content",
            "plaintext",
            "text_content",
            "article_text",
            "full_text",
            "fulltext",
            "article_body",
            "articleBody",
            "story_text",
            "raw_text",
            "description",
            "excerpt",
            "snippet",
        ],
    ),
    ("url", &["url", "link", "canonical_link", "normalized_url", "original_url", "source_url"]),
    (
        "source",
        &[
            "source-hostname",
            "source",
            "source_domain",
            "source_name",
            "sitename",
            "site_name",
            "meta_site_name",
            "outlet",
            "publisher",
            "publication",
            "origin",
            "hostname",
            "canonical_domain",
            "domain",
        ],
    ),
    (
        "published",
        &[
            "published",
            "published_at",
            "publishedAt",
            "publish_date",
            "date_publish",
            "date_published",
            "publication_date",
            "publishing_date",
            "pub_date",
            "pubDate",
            "datePublished",
            "dateTimePub",
            "dateTime",
            "datetime",
            "date",
            "time",
            "timestamp",
            "created_at",
        ],
    ),
    ("lang", &["lang", "language", "meta_lang", "language_code"]),
    ("cluster", &["cluster", "cluster_id", "topic", "event_id", "eventUri", "story"]),
    ("documents", &["documents", "articles", "docs"]),
    ("references", &["references", "reference", "summaries", "summary"]),
];

/// Which names stand for which field: the usual ones and those the user adds.
#[derive(Clone, Debug, Default)]
pub struct FieldNames {
    /// Field and added name; an added name goes before the usual ones.
    added: Vec<(String, String)>,
    /// Field and name; such a name goes after the usual ones.
    last: Vec<(&'static str, &'static str)>,
}

impl FieldNames {
    /// Adds a name for a field, from `field=name`.
    ///
    /// # Errors
    /// A message for people when the field is not one of ours or the form is wrong.
    pub fn add(&mut self, mapping: &str) -> Result<(), String> {
        let fields = || NAMES.iter().map(|(field, _)| *field).collect::<Vec<_>>().join(", ");
        let Some((field, name)) = mapping.split_once('=') else {
            return Err(format!("`{mapping}` is not of the form field=name"));
        };
        if name.is_empty() {
            return Err(format!("`{mapping}` names no field of the input"));
        }
        if !NAMES.iter().any(|(known, _)| *known == field) {
            return Err(format!("`{field}` is not a field: use one of {}", fields()));
        }
        self.added.push((field.to_owned(), name.to_owned()));
        Ok(())
    }

    /// Adds a name that a field is taken from where none of the others is filled.
    pub fn fall_back(&mut self, field: &'static str, name: &'static str) {
        self.last.push((field, name));
    }

    /// True for the header of a column that holds texts.
    #[cfg(feature = "csv")]
    pub(super) fn is_text_column(header: &str) -> bool {
        let names = NAMES.iter().filter(|(field, _)| *field == "text").flat_map(|(_, n)| n.iter());
        names.copied().any(|name| is_same_name(name, header))
    }

    /// The field name that a column's header means: `Publish Date` is `publish_date`.
    #[cfg(feature = "csv")]
    pub(super) fn of_column<'a>(&'a self, header: &'a str) -> &'a str {
        let exact = self.added.iter().any(|(_, name)| name == header)
            || NAMES.iter().any(|(_, names)| names.contains(&header));
        let mut usual = NAMES.iter().flat_map(|(_, names)| names.iter().copied());
        let meant = if exact { None } else { usual.find(|name| is_same_name(name, header)) };
        meant.unwrap_or(header)
    }

    /// True for a column, or field, that a text is taken from.
    #[cfg(feature = "csv")]
    pub(super) fn is_text(&self, name: &str) -> bool {
        self.names("text").any(|known| known == name)
    }

    /// The names of a field, the user's first, those to fall back on last.
    fn names<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        let added = self.added.iter().filter(move |(known, _)| known == field);
        let usual = NAMES.iter().filter(move |(known, _)| *known == field);
        let last = self.last.iter().filter(move |(known, _)| *known == field);
        added
            .map(|(_, name)| name.as_str())
            .chain(usual.flat_map(|(_, n)| n.iter().copied()))
            .chain(last.map(|(_, name)| *name))
    }

    /// Takes the first value of a field that says something out of a record, else the first that
    /// is there.
    pub(super) fn take(&self, record: &mut Map<String, Value>, field: &str) -> Option<Value> {
        record.remove(&*self.given(record, field)?)
    }

    /// The name under which a record has the value that [`take`](Self::take) takes.
    pub(super) fn given<'a>(
        &'a self,
        record: &Map<String, Value>,
        field: &'a str,
    ) -> Option<Cow<'a, str>> {
        let with = |good: fn(&Value) -> bool| {
            self.names(field).find(|name| record.get(*name).is_some_and(good))
        };
        if let Some(name) = with(is_filled).or_else(|| with(|value| !value.is_null())) {
            return Some(Cow::Borrowed(name));
        }
        // Capitals are so rare that only names which begin with one are looked at.
        let other = record.iter().find(|(name, value)| {
            let may_be = name.starts_with(|c: char| c.is_ascii_uppercase()) && !value.is_null();
            may_be && self.names(field).any(|known| is_same_name(known, name))
        });
        other.map(|(name, _)| Cow::Owned(name.clone()))
    }

    /// The name under which a record has a field that is null.
    pub(super) fn null<'a>(&self, record: &'a Map<String, Value>, field: &str) -> Option<&'a str> {
        let nulls = || record.iter().filter(|(_, value)| value.is_null());
        let named = |known| nulls().find(|(name, _)| is_same_name(known, name));
        self.names(field).find_map(named).map(|(name, _)| name.as_str())
    }
}

/// True for names that differ in capitals and marks alone: `Publish Date`, `publish_date`.
fn is_same_name(one: &str, other: &str) -> bool {
    squashed(one).eq(squashed(other))
}

/// A name's letters and digits in lower case.
fn squashed(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}
