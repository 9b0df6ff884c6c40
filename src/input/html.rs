//! Web pages: the article in a page, and what its head says of it.

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};
use serde_json::Value;

use crate::article::Article;
use crate::input::encoding::{declared_in_markup, decode};
use crate::input::flatten::flattened;
use crate::input::record::Items;
use crate::input::{FieldNames, Format, Item, Likeness, Place, Problem};

/// A page; its main content, as readability finds it, is the article.
pub(super) const HTML: Format = Format {
    name: "html",
    extensions: &["html", "htm", "xhtml", "shtml"],
    looks_like: like,
    read: |stream| stream.whole_record(|stream| stream.limits.article, parse),
};

/// Pages of more elements are read as text alone.
const MOST_ELEMENTS: usize = 200_000;

fn like(start: &[u8]) -> Likeness {
    let head = start[..start.len().min(2048)].to_ascii_lowercase();
    let opens = ["<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<meta"];
    let within = |tag: &str| memchr::memmem::find(&head, tag.as_bytes()).is_some();
    let opened = opens.iter().any(|tag| head.starts_with(tag.as_bytes()));
    let later = head.starts_with(b"<!--") || head.starts_with(b"<?xml");
    Likeness::from(opened || later && within("<html"))
}

fn parse(place: &Place, bytes: Vec<u8>, _: &FieldNames) -> Items {
    let label = declared_in_markup(&bytes);
    let decoded = decode(bytes, label.as_deref());
    let note = decoded.note(place).map(Err);
    let found = article(&decoded.text);
    let item = found.map(|article| Item::Article(Article { id: place.name(), ..article }));
    let item = item.ok_or_else(|| {
        let hint = "is it built by scripts, or an error page?";
        Problem::new(place, "no article was found in the page", hint)
    });
    note.into_iter().chain([item]).collect()
}

/// What the titles of pages begin with that a server sends in place of an article.
const NO_ARTICLE: &[&str] = &[
    "403 ",
    "404",
    "access denied",
    "attention required",
    "error 404",
    "just a moment",
    "not found",
    "page introuvable",
    "page not found",
    "página no encontrada",
    "seite nicht gefunden",
];

/// Such a page has fewer bytes of text.
const FEW_BYTES: usize = 800;

/// True for a page that a server sends in place of an article.
fn is_error_page(article: &Article) -> bool {
    let title = article.title.as_deref().unwrap_or_default().trim().to_lowercase();
    article.text.len() < FEW_BYTES && NO_ARTICLE.iter().any(|sign| title.starts_with(sign))
}

/// The article in a page, without an id; `None` where there is no text, or none of an article.
pub(super) fn article(html: &str) -> Option<Article> {
    in_page(html).filter(|article| !is_error_page(article))
}

fn in_page(html: &str) -> Option<Article> {
    let html = flattened(html);
    let document = Document::from(&*html);
    let attribute = |selector: &str, name: &str| {
        let value = document.try_select(selector).and_then(|found| found.attr(name))?;
        filled(value.to_string())
    };
    let address = attribute("link[rel=canonical]", "href")
        .or_else(|| attribute("meta[property='og:url']", "content"));
    let stated = Stated::of(&document);
    let time = TIMES.iter().find_map(|(selector, name)| attribute(selector, name));
    let time = stated.published.clone().or(time);
    let marked = marked_article(&document);
    let config = Config {
        text_mode: TextMode::Formatted,
        max_elements_to_parse: MOST_ELEMENTS,
        ..Config::default()
    };
    let found = Readability::with_document(document, None, Some(config))
        .ok()
        .and_then(|mut page| page.parse().ok());
    let fuller = |text: String| match &stated.body {
        // Of a page behind a wall, or one that scripts build, the markup has but a beginning.
        Some(body) if body.len() > 2 * text.len() => body.clone(),
        _ => text,
    };
    let Some(found) = found else {
        let text = fuller(text_of(&html));
        return (!text.is_empty()).then(|| Article {
            url: address,
            published: time,
            ..Article::new("", text)
        });
    };
    let text = found.text_content.trim();
    let text = match marked {
        _ if text.is_empty() => text_of(&html),
        // A banner that asks for consent may have more text than a short article.
        Some((opening, marked)) if !text.contains(&opening) => text_of(&marked),
        _ => text.to_owned(),
    };
    let text = fuller(text);
    if text.is_empty() {
        return None;
    }
    let mut article = Article {
        title: stated.title.or_else(|| filled(found.title)),
        url: address.or_else(|| found.url.and_then(filled)),
        source: found.site_name.and_then(filled).or(stated.source),
        published: found.published_time.and_then(filled).or(time),
        lang: found.lang.and_then(filled),
        ..Article::new("", text)
    };
    if let Some(byline) = found.byline.and_then(filled) {
        article.extra.insert("byline".to_owned(), Value::String(byline));
    }
    Some(article)
}

/// The one `<article>` of a page that has any: the text its first long paragraph opens with, and its
/// HTML.
fn marked_article(document: &Document) -> Option<(String, String)> {
    let articles = document.select("article");
    // Comments and teasers are marked so too, but have no heading of the page.
    if articles.length() != 1 || articles.select("h1").is_empty() {
        return None;
    }
    let paragraphs = articles.select("p");
    let long = paragraphs.nodes().iter().map(|node| node.formatted_text().trim().to_owned());
    let opening = long.into_iter().find(|text| text.len() >= LONG)?;
    let opening = opening.lines().next()?.chars().take(LONG / 2).collect();
    Some((opening, articles.html().to_string()))
}

/// A paragraph of so many bytes is long.
const LONG: usize = 80;

/// What a page's JSON-LD states of its article (<https://schema.org/Article>).
#[derive(Default)]
struct Stated {
    title: Option<String>,
    published: Option<String>,
    source: Option<String>,
    body: Option<String>,
}

impl Stated {
    /// Of several articles the first with a headline is meant; others are those it links to.
    fn of(document: &Document) -> Self {
        let scripts = document.select("script[type='application/ld+json']");
        let values = scripts.nodes().iter().filter_map(|node| {
            let text = node.text();
            // Some wrap it for browsers of old.
            let json = text.get(text.find(['{', '['])?..=text.rfind(['}', ']'])?)?;
            serde_json::from_str(json).ok()
        });
        let mut waiting: Vec<Value> = values.collect();
        waiting.reverse();
        let mut stated = Self::default();
        while let Some(value) = waiting.pop() {
            match value {
                Value::Array(items) => waiting.extend(items.into_iter().rev()),
                Value::Object(mut fields) => {
                    for within in ["mainEntity", "@graph"] {
                        waiting.extend(fields.remove(within));
                    }
                    let text = |name: &str| fields.get(name).and_then(said_by);
                    let headline = text("headline").map(|title| text_of(&title));
                    let body =
                        text("articleBody").map(|body| text_of_field(&body)).and_then(filled);
                    let same = headline == stated.title || headline.is_none();
                    if stated.title.is_none() && headline.is_some() {
                        stated.title = headline;
                        stated.published = text("datePublished");
                        stated.source = text("publisher");
                        stated.body = body.or(stated.body);
                    } else if same {
                        stated.body = stated.body.or(body);
                    }
                }
                _ => {}
            }
        }
        stated
    }
}

/// A text, or the name of a thing, the first of several.
fn said_by(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => filled(text.clone()),
        Value::Array(several) => said_by(several.first()?),
        Value::Object(thing) => said_by(thing.get("name")?),
        _ => None,
    }
}

/// A text that may be HTML, as text. Where it has no blocks its lines are paragraphs, and only
/// references to characters are read.
pub(super) fn text_of_field(text: &str) -> String {
    let has = |signs: &[&str]| signs.iter().any(|sign| text.contains(sign));
    if has(&["</p>", "<br", "</div>", "</li>", "</h"]) {
        return text_of(text);
    }
    if !has(&["&#", "&amp;", "&quot;", "&nbsp;", "&apos;"]) {
        return text.to_owned();
    }
    let decoded = |line: &str| text_of(&line.replace('<', "&lt;"));
    text.lines().map(decoded).collect::<Vec<_>>().join("\n")
}

/// Where pages say when they were published, beside JSON-LD.
const TIMES: &[(&str, &str)] = &[
    ("meta[property='article:published_time']", "content"),
    ("meta[property='article:published']", "content"),
    ("meta[name='article.published']", "content"),
    ("meta[itemprop='datePublished']", "content"),
    ("meta[name='pubdate']", "content"),
    ("meta[name='publish-date']", "content"),
    ("meta[name='date']", "content"),
    ("meta[name='DC.date.issued']", "content"),
    ("meta[name='DCTERMS.created']", "content"),
    ("meta[name='sailthru.date']", "content"),
    ("time[datetime]", "datetime"),
];

/// The text of a piece of HTML: a paragraph a block, without what is not for reading.
pub(super) fn text_of(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.trim().to_owned();
    }
    let document = Document::from(&*flattened(html));
    for selector in ["script", "style", "noscript", "template", "nav", "form", "iframe", "head"] {
        document.select(selector).remove();
    }
    document.formatted_text().trim().to_owned()
}

/// The text without white space around it, if there is any.
fn filled(text: String) -> Option<String> {
    let trimmed = text.trim();
    match trimmed.len() {
        0 => None,
        length if length == text.len() => Some(text),
        _ => Some(trimmed.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_become_paragraphs() {
        let text = text_of("<p>Rain &amp; wind.</p><script>x()</script><p>Roads<br>closed.</p>");
        assert_eq!(text, "Rain & wind.\n\nRoads\nclosed.");
        assert_eq!(text_of(" plain "), "plain");
    }

    #[test]
    fn a_page_that_was_not_found_is_no_article() {
        let page = |title: &str| {
            article(&format!(
                "<html><head><title>{title}</title></head><body><main><p>Sorry, the page you are \
                 looking for could not be found.</p></main></body></html>"
            ))
        };
        assert_eq!(page("Page not found | Gazette"), None);
        assert_eq!(page("Just a moment..."), None);
        assert!(page("Found: a page of the lost diary").is_some());
    }

    #[test]
    fn of_a_page_with_but_a_beginning_the_stated_body_is_read() {
        let page = |shown: &str| {
            article(&format!(
                "<html><head><title>Flood</title><script type=\"application/ld+json\">\
                 {{\"@graph\": [{{\"@type\": \"NewsArticle\", \"articleBody\": \"The river rose \
                 &amp; fell.\\nTwo bridges were closed for the night.\"}}]}}</script></head>\
                 <body><article><p>{shown}</p></article></body></html>"
            ))
            .unwrap()
            .text
        };
        assert_eq!(
            page("The river rose …"),
            "The river rose & fell.\nTwo bridges were closed for the night."
        );
        let shown = "The river rose and fell. Two bridges were closed.";
        assert_eq!(page(shown), shown);
    }

    #[test]
    fn a_banner_is_not_taken_for_the_article() {
        let banner = "<p>We and our 842 partners store and read data on your device, such as \
                      cookies, to show advertisements. You can accept or refuse at any time.</p>";
        let page = format!(
            "<html><body><div id=\"cmp\">{}</div><article><h1>Flood</h1><p>The river rose in the \
             night, and two bridges of Norvale were closed until the morning.</p></article></body></html>",
            banner.repeat(3)
        );
        let text = article(&page).unwrap().text;
        assert!(text.contains("The river rose") && !text.contains("partners"), "{text}");
    }

    #[test]
    fn pages_without_text_are_none() {
        assert!(article("<html><body><script>let a = 1;</script></body></html>").is_none());
        assert!(article("").is_none());
    }
}
