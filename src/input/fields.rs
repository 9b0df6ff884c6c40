//! Field names: the many spellings under which programs write the same thing.

use serde_json::{Map, Value};

use crate::article::{Article, Cluster};
use crate::input::record::Items;
use crate::input::{Item, Place, Problem};

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

/// The fields of an article.
const ARTICLE: &[&str] = &["id", "title", "text", "url", "source", "published", "lang", "cluster"];

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
            return Err(format!("`{field}` is no field: use one of {}", fields()));
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
        names.copied().any(|name| squashed(name).eq(squashed(header)))
    }

    /// The field name that a column's header means: `Publish Date` is `publish_date`.
    #[cfg(feature = "csv")]
    pub(super) fn of_column<'a>(&'a self, header: &'a str) -> &'a str {
        let exact = self.added.iter().any(|(_, name)| name == header)
            || NAMES.iter().any(|(_, names)| names.contains(&header));
        let mut usual = NAMES.iter().flat_map(|(_, names)| names.iter().copied());
        let meant =
            if exact { None } else { usual.find(|name| squashed(name).eq(squashed(header))) };
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
    fn take(&self, record: &mut Map<String, Value>, field: &str) -> Option<Value> {
        let with = |good: fn(&Value) -> bool| {
            self.names(field).find(|name| record.get(*name).is_some_and(good))
        };
        if let Some(name) = with(is_filled).or_else(|| with(|value| !value.is_null())) {
            return record.remove(name);
        }
        // Capitals are so rare that only names which begin with one are looked at.
        let other = record.iter().find(|(name, value)| {
            let may_be = name.starts_with(|c: char| c.is_ascii_uppercase()) && !value.is_null();
            may_be && self.names(field).any(|known| squashed(known).eq(squashed(name)))
        });
        let name = other.map(|(name, _)| name.clone())?;
        record.remove(&name)
    }

    /// The items that a JSON value is: an article, a cluster, or the answer of an API, whose
    /// articles are no cluster.
    pub(super) fn items(&self, place: &Place, value: Value) -> Items {
        let Value::Object(mut record) = value else {
            return vec![Err(Problem::new(
                place,
                format!("the record is {}, not an object", kind(&value)),
                "write one JSON object a line",
            ))];
        };
        if let Some(articles) = answer(&mut record) {
            return articles.into_iter().flat_map(|article| self.items(place, article)).collect();
        }
        let article = |record| vec![self.article(place, record).map(Item::Article)];
        match self.take(&mut record, "documents") {
            Some(Value::Array(documents)) => self.cluster(place, record, documents),
            // A summary that we wrote says how many articles it is of.
            Some(count @ Value::Number(_)) => {
                record.insert("articles".to_owned(), count);
                article(record)
            }
            Some(other) => vec![Err(Problem::new(
                place,
                format!("`documents` is {}, not an array", kind(&other)),
                "give the cluster's articles as an array of objects",
            ))],
            None => match joined(&mut record) {
                Some(documents) => self.cluster(place, record, documents),
                None => article(record),
            },
        }
    }

    /// A cluster, after notes on documents that are left out; a problem where none is left.
    fn cluster(
        &self,
        place: &Place,
        mut record: Map<String, Value>,
        documents: Vec<Value>,
    ) -> Items {
        let id = self.take(&mut record, "id").and_then(as_string);
        let references = match self.take(&mut record, "references") {
            None => Vec::new(),
            Some(Value::Array(references)) => {
                references.into_iter().filter_map(as_string).collect()
            }
            Some(single) => as_string(single).into_iter().collect(),
        };
        let lang = self.take(&mut record, "lang").and_then(as_string);
        let mut articles = Vec::with_capacity(documents.len());
        let mut left_out: Vec<Problem> = Vec::new();
        for (number, document) in (1..).zip(documents) {
            let article = match document {
                Value::Object(fields) => self.article(place, fields).map_err(|problem| Problem {
                    what: format!("document {number}: {}", problem.what),
                    ..problem
                }),
                // Some corpora give the bare texts.
                Value::String(text) => Ok(Article::new("", text)),
                other => Err(Problem::new(
                    place,
                    format!("document {number} is {}, not an object", kind(&other)),
                    "give each article as an object with a `text`",
                )),
            };
            match article {
                Ok(article) => articles.push(article),
                Err(problem) => left_out.push(Problem { id: id.clone(), ..problem }),
            }
        }
        if articles.is_empty() && !left_out.is_empty() {
            left_out.truncate(1);
            return left_out.into_iter().map(Err).collect();
        }
        let notes = left_out.into_iter().map(|problem| Err(Problem { note: true, ..problem }));
        let cluster =
            Cluster { id: id.unwrap_or_default(), lang, articles, references, extra: record };
        notes.chain([Ok(Item::Cluster(cluster))]).collect()
    }

    pub(super) fn article(
        &self,
        place: &Place,
        mut record: Map<String, Value>,
    ) -> Result<Article, Problem> {
        // Media Cloud keeps what it found in the page apart from where it found it.
        if let Some(Value::Object(inner)) = record.remove("content_metadata") {
            record.extend(inner);
        }
        let mut field = |name: &str| self.take(&mut record, name).and_then(as_string);
        let id = field("id");
        let Some(text) = field("text") else {
            // What an earlier run wrote in place of a summary.
            if let Some(Value::String(error)) = record.get("error") {
                let what = format!("no article, but what went wrong earlier: {error}");
                return Err(Problem { id, ..Problem::note(place, what) });
            }
            let given: Vec<&str> = record.keys().map(String::as_str).take(12).collect();
            let what = if given.is_empty() {
                "the record has neither `text` nor `documents`".to_owned()
            } else {
                format!("no `text` and no `documents` among its fields ({})", given.join(", "))
            };
            let hint = "name the field that holds the text with --map text=NAME";
            return Err(Problem { id, ..Problem::new(place, what, hint) });
        };
        let mut said = |name| field(name).filter(|value| !value.trim().is_empty());
        let (title, mut url, mut source) = (said("title"), said("url"), said("source"));
        let (title, text) = (title.map(without_markup), without_markup(text));
        let (published, lang, cluster) = (said("published"), said("lang"), said("cluster"));
        // trafilatura writes the address as the source.
        if url.is_none() && source.as_deref().is_some_and(is_address) {
            url = source.take();
        } else if url.is_none() {
            url = match record.remove("source") {
                Some(Value::String(address)) if is_address(&address) => Some(address),
                _ => None,
            };
        }
        // What is left under our own names was empty, or said again what another name says.
        record.retain(|name, _| !ARTICLE.contains(&name.as_str()));
        let id = id.unwrap_or_default();
        Ok(Article { id, title, text, url, source, published, lang, cluster, extra: record })
    }
}

/// A text that interfaces for programs give as HTML, as text.
fn without_markup(text: String) -> String {
    // Most texts have none of the two, which one look tells.
    #[cfg(feature = "html")]
    if memchr::memchr2(b'<', b'&', text.as_bytes()).is_some() {
        return super::html::text_of_field(&text);
    }
    text
}

/// The articles of an API's answer, taken out of it: Event Registry's
/// `{"articles":{"results":[…]}}`, alone or under an event's id, and newsapi.org's
/// `{"status","totalResults","articles":[…]}`.
fn answer(record: &mut Map<String, Value>) -> Option<Vec<Value>> {
    if record.contains_key("totalResults") || record.contains_key("totalArticles") {
        return match record.remove("articles") {
            Some(Value::Array(articles)) => Some(articles),
            other => {
                record.extend(other.map(|value| ("articles".to_owned(), value)));
                None
            }
        };
    }
    let results = |holder: &mut Value| match holder.get_mut("results") {
        Some(Value::Array(articles)) => Some(std::mem::take(articles)),
        _ => None,
    };
    if record.contains_key("articles") {
        return record.get_mut("articles").and_then(results);
    }
    let alone = record.len() == 1;
    record.values_mut().next().filter(|_| alone)?.get_mut("articles").and_then(results)
}

/// What stands between the documents of a cluster in Multi-News.
pub(super) const BARS: &str = "|||||";

/// The documents of a record of Multi-News, which has them in one string.
fn joined(record: &mut Map<String, Value>) -> Option<Vec<Value>> {
    let text = record.get("document")?.as_str()?;
    let documents = text.contains(BARS).then(|| {
        let texts = text.split(BARS).map(str::trim).filter(|text| !text.is_empty());
        texts.map(|text| Value::String(text.to_owned())).collect()
    })?;
    record.remove("document");
    Some(documents)
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// A name's letters and digits in lower case.
fn squashed(header: &str) -> impl Iterator<Item = char> {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// True for a value that says something.
fn is_filled(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    }
}

/// What an object is called or says, the first that is there: of a source its title, of a body in
/// sections (fundus) the parts one after the other.
const SAYING: &[&[&str]] = &[
    &["title"],
    &["name"],
    &["text"],
    &["summary", "sections"],
    &["headline", "paragraphs"],
    // WordPress, and exports of MongoDB.
    &["rendered"],
    &["$date"],
    &["$oid"],
    &["$numberLong"],
    &["uri"],
];

/// A value as a string: numbers as they are written, objects by [`SAYING`], of an array its
/// strings as paragraphs.
fn as_string(value: Value) -> Option<String> {
    match value {
        Value::String(string) => Some(string),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(mut object) => SAYING.iter().find_map(|names| {
            let parts = names.iter().filter_map(|name| object.remove(*name));
            let parts: Vec<String> = parts.filter_map(as_string).collect();
            (!parts.is_empty()).then(|| parts.join("\n\n"))
        }),
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

    fn items(value: Value) -> Items {
        FieldNames::default().items(&Place::of_file("x.jsonl").at_line(3), value)
    }

    fn item(value: Value) -> Result<Item, Problem> {
        items(value).pop().unwrap()
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
        assert_eq!(kept, ["mood", "title_page"]);
    }

    #[test]
    fn names_may_be_in_capitals() {
        let record = json!({"Title": "Rain", "BODY": "Rain fell.", "Publish Date": "2031-03-03",
            "_id": {"$oid": "5f"}, "Mood": "wet"});
        let Ok(Item::Article(article)) = item(record) else { panic!("an article") };
        assert_eq!((article.id.as_str(), article.text.as_str()), ("5f", "Rain fell."));
        assert_eq!(article.title.as_deref(), Some("Rain"));
        assert_eq!(article.published.as_deref(), Some("2031-03-03"));
        assert_eq!(article.extra.keys().collect::<Vec<_>>(), ["Mood"]);
    }

    #[test]
    fn what_is_empty_is_not_said() {
        let record =
            json!({"text": "Rain fell.", "title": "", "source": " ", "url": "", "lang": ""});
        let Ok(Item::Article(article)) = item(record) else { panic!("an article") };
        assert_eq!(article, Article::new("", "Rain fell."));
    }

    #[test]
    fn clusters_take_bare_texts_and_single_references() {
        let record = json!({"id": "c", "articles": ["Rain fell.", {"body": "Roads closed."}], "summary": "Rain."});
        let Ok(Item::Cluster(cluster)) = item(record) else { panic!("a cluster") };
        assert_eq!(cluster.articles[1].text, "Roads closed.");
        assert_eq!(cluster.references, ["Rain."]);
    }

    #[test]
    fn a_bad_document_does_not_cost_the_others() {
        let place = Place::of_file("-");
        let documents = json!([{"text": "Rain fell."}, {"title": "Pictures"}, 7]);
        let items = FieldNames::default().items(&place, json!({"id": "c", "documents": documents}));
        let [Err(first), Err(second), Ok(Item::Cluster(cluster))] = &items[..] else {
            panic!("{items:?}")
        };
        assert!(first.is_note() && first.to_string().contains("document 2: no `text`"), "{first}");
        assert!(second.is_note() && second.to_string().contains("document 3 is"), "{second}");
        assert_eq!(cluster.articles.len(), 1);
    }

    #[cfg(feature = "html")]
    #[test]
    fn texts_may_be_html() {
        let record = json!({
            "title": {"rendered": "Storm &#8217;Ada&#8217;"},
            "content": {"rendered": "<p>Rain fell.</p><p>Roads<br/>closed.</p>"},
        });
        let Ok(Item::Article(article)) = item(record) else { panic!("an article") };
        assert_eq!(article.title.as_deref(), Some("Storm ’Ada’"));
        assert_eq!(article.text, "Rain fell.\n\nRoads\nclosed.");
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
        assert!(matches!(fields.items(&place, json!({"inhalt": "x"}))[..], [Ok(Item::Article(_))]));
        assert!(fields.add("texts=x").is_err() && fields.add("text").is_err());
    }

    #[test]
    fn answers_of_apis_hold_articles_and_no_cluster() {
        let article = json!({"uri": "7", "title": "Rain", "body": "Rain fell.", "date": "2031-03-03",
            "dateTimePub": "2031-03-03T08:00:00Z", "eventUri": "eng-1", "source": {"uri": "f.example"}});
        for answer in [
            json!({"articles": {"results": [article], "totalResults": 1}}),
            json!({"eng-1": {"articles": {"results": [article]}}}),
            json!({"status": "ok", "totalResults": 1, "articles": [article]}),
        ] {
            let found = items(answer);
            let [Ok(Item::Article(article))] = &found[..] else { panic!("{found:?}") };
            assert_eq!(article.published.as_deref(), Some("2031-03-03T08:00:00Z"));
            assert_eq!((article.id.as_str(), article.cluster.as_deref()), ("7", Some("eng-1")));
            assert_eq!(article.source.as_deref(), Some("f.example"));
        }
        assert!(matches!(item(json!({"articles": ["Rain fell."]})), Ok(Item::Cluster(_))));
    }

    #[test]
    fn bodies_in_sections_and_addresses_as_sources() {
        let record = json!({"body": {"summary": ["Wet."], "sections": [
            {"headline": ["The night"], "paragraphs": ["Rain fell.", "Roads closed."]},
            {"headline": [], "paragraphs": ["Schools did too."]}]},
            "source": "https://f.example/1", "source-hostname": "Fjord Wire"});
        let Ok(Item::Article(article)) = item(record) else { panic!("an article") };
        assert_eq!(
            article.text,
            "Wet.\n\nThe night\n\nRain fell.\n\nRoads closed.\n\nSchools did too."
        );
        assert_eq!(article.source.as_deref(), Some("Fjord Wire"));
        assert_eq!(article.url.as_deref(), Some("https://f.example/1"));
    }

    #[test]
    fn documents_joined_by_bars_are_a_cluster() {
        let record = json!({"document": "Rain fell. ||||| Roads closed.", "summary": "– Rain."});
        let Ok(Item::Cluster(cluster)) = item(record) else { panic!("a cluster") };
        assert_eq!(cluster.articles.len(), 2);
        assert_eq!(cluster.references, ["– Rain."]);
    }
}
