//! RSS, Atom and JSON Feed: an entry is an article.

use std::borrow::Cow;

use feed_rs::model::{Entry, Feed};
use feed_rs::parser::{Builder, ParseFeedResult};
use jiff::Timestamp;
use quick_xml::encoding::DecodingReader;
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use serde_json::Value;

use crate::article::Article;
use crate::input::encoding::{declared_in_markup, decode};
use crate::input::html::text_of;
use crate::input::record::Items;
use crate::input::{FieldNames, Format, Item, Likeness, Place, Problem};
use crate::published::seconds;

/// A feed of any kind. The text of an entry is its content, or its summary where that is longer.
pub(super) const FEED: Format = Format {
    name: "feed",
    extensions: &["rss", "atom", "xml", "rdf"],
    looks_like: like,
    read: |stream| stream.whole_record(super::stream::Stream::several, parse),
};

fn like(start: &[u8]) -> Likeness {
    let head = start[..start.len().min(4096)].to_ascii_lowercase();
    let has = |sign: &str| memchr::memmem::find(&head, sign.as_bytes()).is_some();
    let xml = head.starts_with(b"<") && (has("<rss") || has("<feed") || has("<rdf:rdf"));
    let json = head.starts_with(b"{") && has("jsonfeed.org/version");
    Likeness::from(json || xml && !has("<html"))
}

fn parse(place: &Place, bytes: Vec<u8>, _: &FieldNames) -> Items {
    let label = declared_in_markup(&bytes);
    let decoded = decode(bytes, label.as_deref());
    let mut items: Items = decoded.note(place).map(Err).into_iter().collect();
    let text = without_declarations(&decoded.text);
    let text = if text.starts_with('{') {
        with_ids_as_strings(&text)
    } else {
        with_escaped_ampersands(&text)
    };
    drop(decoded);
    if is_too_deep(&text) {
        let what = "the feed has tags inside tags without end";
        items.push(Err(Problem::new(place, what, "it is damaged or malicious")));
        return items;
    }
    match read(&text) {
        Ok(feed) => items.extend(entries(place, feed)),
        Err(error) => {
            let whole = up_to_last_entry(&text);
            let saved = whole.and_then(|whole| read(&with_ids_as_strings(&whole)).ok());
            let (what, advice) = if saved.is_some() {
                ("the feed is broken or cut off", "the entries before that are read; mend the file")
            } else {
                ("no feed that can be read", "mend the file or leave it out")
            };
            // The feed parser minds an id that is a number before it comes to the break.
            let broken = text.starts_with('{').then(|| serde_json::from_str::<Value>(&text).err());
            let reason =
                broken.flatten().map_or_else(|| error.to_string(), |error| error.to_string());
            items.extend(saved.into_iter().flat_map(|feed| entries(place, feed)));
            items.push(Err(Problem::new(place, format!("{what}: {reason}"), advice)));
        }
    }
    items
}

/// Reads a feed that is sound. A parser that has failed is of no further use.
fn read(text: &str) -> ParseFeedResult<Feed> {
    // An entry without an id is known by its address; the usual parser makes one up by chance.
    let address = |links: &[feed_rs::model::Link]| links.first().map(|link| link.href.clone());
    let parser = Builder::new()
        .id_generator(move |links, _, _| address(links).unwrap_or_default())
        .sanitize_content(false)
        .timestamp_parser(|text| {
            // Some feeds write the first hour of a day as its 25th.
            let seconds = seconds(text.trim().replace(" 24:", " 00:").as_str())?;
            Timestamp::from_second(seconds).ok()?.to_string().parse().ok()
        })
        .build();
    parser.parse(text.as_bytes())
}

/// What a feed is up to the end of its last whole entry, with all that is open there closed; nothing
/// where no entry is whole.
fn up_to_last_entry(text: &str) -> Option<String> {
    if text.starts_with('{') { json_up_to_last_entry(text) } else { xml_up_to_last_entry(text) }
}

/// An entry of a JSON Feed is an object in a list of the outermost object.
fn json_up_to_last_entry(text: &str) -> Option<String> {
    let (mut open, mut end) = (Vec::new(), None);
    let (mut in_string, mut escaped) = (false, false);
    for (place, &byte) in text.as_bytes().iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_string,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => open.push(byte),
            b'}' | b']' if !in_string => {
                // A bracket closes the one two before it in ASCII; any other breaks the feed.
                if open.pop() != Some(byte - 2) {
                    break;
                }
                if byte == b'}' && open == b"{[" {
                    end = Some(place + 1);
                }
            }
            _ => {}
        }
    }
    Some(text[..end?].to_owned() + "]}")
}

fn xml_up_to_last_entry(text: &str) -> Option<String> {
    let mut reader = reader(text);
    let (mut event, mut open) = (Vec::new(), Vec::new());
    let mut whole = None;
    loop {
        event.clear();
        match reader.read_event_into(&mut event) {
            Ok(Event::Start(start)) => open.push(start.name().as_ref().to_owned()),
            Ok(Event::End(end)) => {
                open.pop();
                if matches!(end.local_name().as_ref(), "item" | "entry") {
                    whole = Some((usize::try_from(reader.buffer_position()).ok()?, open.clone()));
                }
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    let (end, open) = whole?;
    let closed = open.iter().rev().map(|name| format!("</{name}>"));
    Some(text.get(..end)?.to_owned() + &closed.collect::<String>())
}

/// Reads XML as the feed parser does.
fn reader(text: &str) -> Reader<DecodingReader<&[u8]>> {
    Reader::from_reader(DecodingReader::new(text.as_bytes()))
}

/// A JSON Feed with its ids as strings, as they are to be: one number must not cost the feed.
fn with_ids_as_strings(text: &str) -> Cow<'_, str> {
    let Ok(mut feed) = serde_json::from_str::<Value>(text) else { return Cow::Borrowed(text) };
    let items = feed.get_mut("items").and_then(Value::as_array_mut);
    for id in items.into_iter().flatten().filter_map(|item| item.get_mut("id")) {
        if id.is_number() {
            *id = Value::String(id.to_string());
        }
    }
    Cow::Owned(feed.to_string())
}

/// The text with every ampersand escaped that begins no reference: one that stands for itself must
/// not cost the feed. In CDATA all do.
fn with_escaped_ampersands(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len());
    let mut in_data = false;
    for (number, part) in text.split('&').enumerate() {
        if number > 0 {
            let name = part.split_once(';').map_or("", |(name, _)| name);
            let is_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
            let refers = (1..LONGEST_REFERENCE).contains(&name.len()) && name.chars().all(is_name);
            escaped.push_str(if in_data || refers { "&" } else { "&amp;" });
        }
        escaped.push_str(part);
        in_data = match (part.rfind("<![CDATA["), part.rfind("]]>")) {
            (None, None) => in_data,
            (opened, closed) => opened > closed,
        };
    }
    Cow::Owned(escaped)
}

/// No name of a character is longer.
const LONGEST_REFERENCE: usize = 32;

/// Elements inside elements; no feed needs more, and the feed parser calls itself for some.
const DEEPEST: usize = 1000;

/// True where elements lie too deep in one another. The XML is read as the feed parser reads it, so
/// that what looks like a tag in CDATA, a comment or an attribute is none here either.
fn is_too_deep(text: &str) -> bool {
    // A JSON Feed; its parser bounds the depth itself.
    if text.starts_with('{') {
        return false;
    }
    let mut reader = reader(text);
    let (mut event, mut depth) = (Vec::new(), 0_usize);
    loop {
        event.clear();
        match reader.read_event_into(&mut event) {
            Ok(Event::Start(_)) if depth == DEEPEST => return true,
            Ok(Event::Start(_)) => depth += 1,
            // An end without a start is an error.
            Ok(Event::End(_)) => depth -= 1,
            // Where the XML is broken the feed parser ends too, and says why.
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

/// The document with its XML declarations, of which a damaged one has more, turned into what nobody
/// looks at: the encoding that they name no longer holds, and the feed parser would take it on.
fn without_declarations(text: &str) -> String {
    text.trim_start().replace("<?xml", "<?was")
}

fn entries(place: &Place, feed: Feed) -> Items {
    let source = feed.title.map(|title| text_of(&title.content)).filter(|title| !title.is_empty());
    let lang = feed.language;
    let entries = feed.entries.into_iter();
    entries
        .map(|entry| article(place, entry, source.as_deref(), lang.as_deref()).map(Item::Article))
        .collect()
}

fn article(
    place: &Place,
    entry: Entry,
    source: Option<&str>,
    lang: Option<&str>,
) -> Result<Article, Problem> {
    let content = entry.content.and_then(|content| content.body).map(|body| text_of(&body));
    let summary = entry.summary.map(|summary| text_of(&summary.content));
    let length = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    let text = if length(&summary) > length(&content) { summary } else { content };
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        return Err(Problem::note(
            place,
            format!("the entry `{}` has no text: left out", entry.id),
        ));
    };
    let address = entry.links.iter().find(|link| link.rel.as_deref() != Some("self"));
    let published = entry.published.or(entry.updated);
    Ok(Article {
        title: entry.title.map(|title| text_of(&title.content)).filter(|title| !title.is_empty()),
        url: address.map(|link| link.href.clone()),
        source: source.map(str::to_owned),
        published: published.map(|time| time.to_rfc3339()),
        lang: entry.language.or_else(|| lang.map(str::to_owned)),
        ..Article::new(entry.id, text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feeds_are_told_from_pages() {
        assert_eq!(like(b"<?xml version='1.0'?>\n<rss version='2.0'>"), Likeness::Sure);
        assert_eq!(like(b"<feed xmlns='http://www.w3.org/2005/Atom'>"), Likeness::Sure);
        assert_eq!(like(b"{\"version\": \"https://jsonfeed.org/version/1.1\"}"), Likeness::Sure);
        assert_eq!(like(b"<html><body>about <rss>"), Likeness::No);
    }

    #[test]
    fn a_feed_that_breaks_off_has_its_whole_entries() {
        let saved = |text: &str| up_to_last_entry(text);
        let one = "<rss><channel><title>Ä</title><item><title>a</title></item>";
        let whole = format!("{one}</channel></rss>");
        for rest in ["", "<item><tit", "<item><title>b</item>", "</channel>", "</channel></rss>"] {
            assert_eq!(saved(&format!("{one}{rest}")).as_deref(), Some(whole.as_str()), "{rest}");
        }
        let atom = "<a:feed><a:entry></a:entry>";
        assert_eq!(saved(&format!("{atom}<a:entry>")), Some(format!("{atom}</a:feed>")));
        assert_eq!(saved("<rss><channel><item><title>a</title>"), None);
        let json = r#"{"items": [{"id": "}\"]"}, {"id": "2"}"#;
        for rest in ["", ", {\"id\": \"3", "]", "}", ", {]}"] {
            assert_eq!(saved(&format!("{json}{rest}")), Some(format!("{json}]}}")), "{rest}");
        }
        assert_eq!((saved(r#"{"items": [{"id": "1""#), saved("{}}")), (None, None));
        assert_eq!(saved(""), None);
    }

    #[test]
    fn elements_are_counted_and_nothing_else() {
        let inside = |tag: &str, count: usize| format!("<a>{}</a>", tag.repeat(count));
        assert!(!is_too_deep(&inside("<b>", DEEPEST - 1)));
        assert!(is_too_deep(&inside("<b>", DEEPEST)));
        assert!(is_too_deep(&inside("<b c='/>'>", DEEPEST)));
        for tag in
            ["<b/>", "<b></b>", "<!-- <b> -->", "<![CDATA[<b>]]>", "<b c='<b>'/>", "<?b <b>?>"]
        {
            assert!(!is_too_deep(&inside(tag, DEEPEST)), "{tag}");
        }
        assert!(!is_too_deep(&format!("{{\"a\": \"{}\"}}", "<b>".repeat(DEEPEST))));
        assert!(!is_too_deep("") && !is_too_deep("<") && !is_too_deep("</a>"));
    }
}
