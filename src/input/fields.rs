//! Field names: the many spellings under which programs write the same thing.

use serde_json::{Map, Value};

use crate::article::{Article, Cluster};
use crate::input::{Item, Place, Problem};

/// The fields of an article and of a cluster, each with the names it may have, the first that a
/// record fills wins. The names are those of news-please, newspaper, trafilatura, fundus, Media
/// Cloud, Event Registry, WCEP and Multi-News.
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
            "raw_text",
        ],
    ),
    ("url", &["url", "link", "canonical_link", "normalized_url", "source_url"]),
    (
        "source",
        &[
            "source",
            "source_domain",
            "sitename",
            "site_name",
            "meta_site_name",
            "outlet",
            "publisher",
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
            "date",
            "publish_date",
            "date_publish",
            "publication_date",
            "publishing_date",
            "pub_date",
            "dateTimePub",
            "dateTime",
            "datetime",
            "time",
        ],
    ),
    ("lang", &["lang", "language", "meta_lang"]),
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
        if !NAMES.iter().any(|(known, _)| *known == field) || name.is_empty() {
            return Err(format!("`{field}` is no field: use one of {}", fields()));
        }
        self.added.push((field.to_owned(), name.to_owned()));
        Ok(())
    }

    /// Adds a name that a field is taken from where none of the others is filled.
    pub fn fall_back(&mut self, field: &'static str, name: &'static str) {
        self.last.push((field, name));
    }

    /// Takes the first filled value of a field out of a record.
    fn take(&self, record: &mut Map<String, Value>, field: &str) -> Option<Value> {
        let added = self.added.iter().filter(|(known, _)| known == field).map(|(_, n)| n.as_str());
        let usual = NAMES.iter().filter(|(known, _)| *known == field).flat_map(|(_, n)| n.iter());
        added
            .chain(usual.copied())
            .chain(self.last.iter().filter(|(known, _)| *known == field).map(|(_, name)| *name))
            .find(|name| record.get(*name).is_some_and(is_filled))
            .and_then(|name| record.remove(name))
    }

    /// The item that a JSON object is.
    pub(super) fn item(&self, place: &Place, value: Value) -> Result<Item, Problem> {
        let Value::Object(mut record) = value else {
            return Err(Problem::new(
                place,
                format!("the record is {}, not an object", kind(&value)),
                "write one JSON object a line",
            ));
        };
        match self.take(&mut record, "documents") {
            Some(Value::Array(documents)) => {
                self.cluster(place, record, documents).map(Item::Cluster)
            }
            Some(other) => Err(Problem::new(
                place,
                format!("`documents` is {}, not an array", kind(&other)),
                "give the cluster's articles as an array of objects",
            )),
            None => self.article(place, record).map(Item::Article),
        }
    }

    fn cluster(
        &self,
        place: &Place,
        mut record: Map<String, Value>,
        documents: Vec<Value>,
    ) -> Result<Cluster, Problem> {
        let id = self.take(&mut record, "id").and_then(as_string);
        let with_id = |problem: Problem| Problem { id: id.clone(), ..problem };
        let references = match self.take(&mut record, "references") {
            None => Vec::new(),
            Some(Value::Array(references)) => {
                references.into_iter().filter_map(as_string).collect()
            }
            Some(single) => as_string(single).into_iter().collect(),
        };
        let lang = self.take(&mut record, "lang").and_then(as_string);
        let mut articles = Vec::with_capacity(documents.len());
        for (number, document) in (1..).zip(documents) {
            let article = match document {
                Value::Object(fields) => self.article(place, fields).map_err(|problem| {
                    with_id(Problem {
                        what: format!("document {number}: {}", problem.what),
                        ..problem
                    })
                })?,
                // Some corpora give the bare texts.
                Value::String(text) => Article::new("", text),
                other => {
                    return Err(with_id(Problem::new(
                        place,
                        format!("document {number} is {}, not an object", kind(&other)),
                        "give each article as an object with a `text`",
                    )));
                }
            };
            articles.push(article);
        }
        Ok(Cluster { id: id.unwrap_or_default(), lang, articles, references, extra: record })
    }

    fn article(&self, place: &Place, mut record: Map<String, Value>) -> Result<Article, Problem> {
        let mut field = |name: &str| self.take(&mut record, name).and_then(as_string);
        let id = field("id");
        let Some(text) = field("text") else {
            let given: Vec<&str> = record.keys().map(String::as_str).take(12).collect();
            let what = if given.is_empty() {
                "the record has neither `text` nor `documents`".to_owned()
            } else {
                format!("no `text` and no `documents` among its fields ({})", given.join(", "))
            };
            let hint = "name the field that holds the text with --map text=NAME";
            return Err(Problem { id, ..Problem::new(place, what, hint) });
        };
        let (title, url, source) = (field("title"), field("url"), field("source"));
        let (published, lang, cluster) = (field("published"), field("lang"), field("cluster"));
        let id = id.unwrap_or_default();
        Ok(Article { id, title, text, url, source, published, lang, cluster, extra: record })
    }
}

/// True for a value that says something: not null, not an empty array.
fn is_filled(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        _ => true,
    }
}

/// A value as a string: numbers as they are written, of an object its title or name, of an array
/// its strings as paragraphs.
fn as_string(value: Value) -> Option<String> {
    match value {
        Value::String(string) => Some(string),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(mut object) => ["title", "name", "text", "uri"]
            .iter()
            .find_map(|name| object.remove(*name))
            .and_then(as_string),
        Value::Array(items) => {
            let parts: Vec<String> = items.into_iter().filter_map(as_string).collect();
            (!parts.is_empty()).then(|| parts.join("\n\n"))
        }
        Value::Null | Value::Bool(_) => None,
    }
}

/// What a JSON value is, for people.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn item(value: Value) -> Result<Item, Problem> {
        FieldNames::default().item(&Place::of_file("x.jsonl").at_line(3), value)
    }

    #[test]
    fn the_first_filled_name_wins_and_the_rest_is_kept() {
        let record = json!({"maintext": "Rain fell.", "text": null, "title_page": "x", "title": "Rain",
            "source": {"uri": "f.example", "title": "Fjord Wire"}, "id": 7, "mood": "wet"});
        let Ok(Item::Article(article)) = item(record) else { panic!("an article") };
        assert_eq!(article.text, "Rain fell.");
        assert_eq!((article.id.as_str(), article.title.as_deref()), ("7", Some("Rain")));
        assert_eq!(article.source.as_deref(), Some("Fjord Wire"));
        let kept: Vec<&String> = article.extra.keys().collect();
        assert_eq!(kept, ["mood", "text", "title_page"]);
    }

    #[test]
    fn clusters_take_bare_texts_and_single_references() {
        let record = json!({"id": "c", "articles": ["Rain fell.", {"body": "Roads closed."}], "summary": "Rain."});
        let Ok(Item::Cluster(cluster)) = item(record) else { panic!("a cluster") };
        assert_eq!(cluster.articles[1].text, "Roads closed.");
        assert_eq!(cluster.references, ["Rain."]);
    }

    #[test]
    fn what_is_wrong_is_said() {
        let problem = item(json!({"id": "c", "documents": [{"titel": "x"}]})).unwrap_err();
        assert_eq!(problem.id.as_deref(), Some("c"));
        assert_eq!(
            problem.to_string(),
            "x.jsonl:3: document 1: no `text` and no `documents` among its fields (titel); \
             name the field that holds the text with --map text=NAME"
        );
        assert!(item(json!([1])).unwrap_err().to_string().contains("an array, not an object"));
    }

    #[test]
    fn users_add_names() {
        let mut fields = FieldNames::default();
        fields.add("text=inhalt").unwrap();
        let place = Place::of_file("-");
        assert!(matches!(fields.item(&place, json!({"inhalt": "x"})), Ok(Item::Article(_))));
        assert!(fields.add("texts=x").is_err() && fields.add("text").is_err());
    }
}
