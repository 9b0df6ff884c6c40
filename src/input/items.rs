//! The articles and clusters that JSON values are, whoever wrote them.

use serde_json::{Map, Value};

use crate::article::{Article, Cluster};
use crate::input::record::Items;
use crate::input::said::{as_string, kind};
use crate::input::{FieldNames, Item, Place, Problem};

/// The fields of an article.
const ARTICLE: &[&str] = &["id", "title", "text", "url", "source", "published", "lang", "cluster"];

/// What to do about documents that are something else.
const ARRAY_OF_ARTICLES: &str = "give the cluster's articles as an array of objects";

impl FieldNames {
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
                ARRAY_OF_ARTICLES,
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
        let id = self.take(&mut record, "id").and_then(as_string);
        let name = self.given(&record, "text");
        let value = name.as_deref().and_then(|name| record.remove(name));
        // What may stand in place of a text.
        let other = name.zip(value.as_ref().map(kind));
        let Some(text) = value.and_then(as_string) else {
            // What an earlier run wrote in place of a summary.
            if let Some(Value::String(error)) = record.get("error") {
                let what = format!("no article, but what went wrong earlier: {error}");
                return Err(Problem { id, ..Problem::note(place, what) });
            }
            let null = || Some((self.null(&record, "text")?.into(), kind(&Value::Null)));
            let (what, hint) = if let Some((name, kind)) = other.or_else(null) {
                let what = format!("`{name}` is {kind}, not a string");
                (what, "give the text as a string, or name its field with --map text=NAME")
            } else if let Some(name) = self.null(&record, "documents") {
                (format!("`{name}` is null, not an array"), ARRAY_OF_ARTICLES)
            } else {
                let given: Vec<&str> = record.keys().map(String::as_str).take(12).collect();
                let what = if given.is_empty() {
                    "the record has neither `text` nor `documents`".to_owned()
                } else {
                    format!("no `text` and no `documents` among its fields ({})", given.join(", "))
                };
                (what, "name the field that holds the text with --map text=NAME")
            };
            return Err(Problem { id, ..Problem::new(place, what, hint) });
        };
        let mut said = |name| {
            let value = self.take(&mut record, name).and_then(as_string);
            value.filter(|value| !value.trim().is_empty())
        };
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
        for (record, what) in [
            (json!({"text": null, "title": "x"}), "`text` is null, not a string"),
            (json!({"text": {"a": "b"}, "title": "x"}), "`text` is an object, not a string"),
            (json!({"Body": true}), "`Body` is a truth value, not a string"),
            (json!({"body": null, "content": []}), "`content` is an array, not a string"),
        ] {
            let problem = item(record).unwrap_err().to_string();
            assert!(problem.starts_with(&format!("x.jsonl:3: {what}; give the text")), "{problem}");
        }
        let problem = item(json!({"docs": null, "title": "x"})).unwrap_err().to_string();
        assert!(problem.starts_with("x.jsonl:3: `docs` is null, not an array; give"), "{problem}");
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
