//! News as it arrives: what each format, compression and encoding is read as, by the real binary,
//! from files the tests write themselves in the shapes real programs write.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const FIRST: &str =
    "The ferry Lastmark ran aground off Norvale on Tuesday with twelve people aboard.";
const SECOND: &str =
    "A lifeboat took all twelve off before noon, the coast guard said, and nobody was hurt.";

fn nutgraf(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    command.args(arguments).stdin(Stdio::null());
    command
}

/// A folder with one file.
struct Folder {
    dir: TempDir,
}

impl Folder {
    fn new() -> Self {
        Self { dir: TempDir::new().expect("a folder") }
    }

    fn with(name: &str, content: impl AsRef<[u8]>) -> Self {
        let folder = Self::new();
        folder.write(name, content);
        folder
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.dir.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(&path, content).expect("written");
        path
    }

    fn path(&self) -> &Path {
        self.dir.path()
    }

    /// The summaries of the folder, with the articles as they were read; nothing may go wrong.
    fn read(&self, more: &[&str]) -> Vec<Value> {
        let output = self.run(more);
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        lines(&output.stdout)
    }

    /// The articles of the only cluster.
    fn articles(&self, more: &[&str]) -> Vec<Value> {
        let summaries = self.read(more);
        assert_eq!(summaries.len(), 1, "{summaries:?}");
        summaries[0]["documents"].as_array().expect("articles").clone()
    }

    fn run(&self, more: &[&str]) -> Output {
        let path = self.path().to_str().expect("a path");
        nutgraf(&["summarize", path, "--format", "jsonl", "--with-articles"])
            .args(more)
            .output()
            .expect("the binary runs")
    }
}

fn lines(output: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(output).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The one article of a file.
fn article(name: &str, content: impl AsRef<[u8]>) -> Value {
    let articles = Folder::with(name, content).articles(&[]);
    assert_eq!(articles.len(), 1, "{articles:?}");
    articles[0].clone()
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(content).expect("packed");
    encoder.finish().expect("packed")
}

#[cfg(feature = "compress")]
fn zstandard(content: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(content, ruzstd::encoding::CompressionLevel::Fastest)
}

fn json_line() -> String {
    json!({"id": "a", "text": format!("{FIRST} {SECOND}")}).to_string() + "\n"
}

#[test]
fn plain_text_and_markdown() {
    for name in ["a.txt", "a.md"] {
        let article = article(name, format!("# Ferry aground\n\n{FIRST}\n\n{SECOND}\n"));
        assert_eq!((&article["id"], &article["title"]), (&json!("a"), &json!("Ferry aground")));
    }
}

#[cfg(feature = "html")]
fn page(body: &str) -> String {
    let paragraphs = format!("<p>{FIRST} {SECOND}</p>").repeat(6);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <title>Ferry aground - Harbour News</title>\
         <meta property=\"og:title\" content=\"Ferry aground\">\
         <meta property=\"og:site_name\" content=\"Harbour News\">\
         <meta property=\"article:published_time\" content=\"2031-03-04T08:00:00Z\">\
         <meta name=\"author\" content=\"Marta Linde\">\
         <link rel=\"canonical\" href=\"https://harbour.example/1\">\
         <script>let secret = 'never shown';</script></head><body>\
         <nav><ul><li><a href=\"/\">Home page</a></li><li><a href=\"/b\">Boats</a></li></ul></nav>\
         <article><h1>Ferry aground</h1>{body}{paragraphs}</article>\
         <aside><h2>Most read</h2><a href=\"/c\">Ten crabs you must see</a></aside>\
         <footer>© 2031 Harbour News</footer></body></html>"
    )
}

#[cfg(feature = "html")]
#[test]
fn a_page_is_its_article_and_what_its_head_says() {
    let article = article("a.html", page(""));
    let text = article["text"].as_str().expect("a text");
    assert!(text.contains(FIRST) && !text.contains("crabs") && !text.contains("secret"), "{text}");
    assert!(!text.contains("Home page"), "{text}");
    assert_eq!(article["title"], "Ferry aground");
    assert_eq!(article["source"], "Harbour News");
    assert_eq!(article["published"], "2031-03-04T08:00:00Z");
    assert_eq!(article["lang"], "en");
    assert_eq!(article["url"], "https://harbour.example/1");
    assert_eq!(article["byline"], "Marta Linde");
    // Paragraphs stay paragraphs.
    assert!(text.contains(&format!("{SECOND}\n")), "{text}");
}

#[cfg(feature = "html")]
#[test]
fn spans_point_into_the_text_of_the_page() {
    let summary = &Folder::with("a.html", page("")).read(&["--words", "30"])[0];
    let text = summary["documents"][0]["text"].as_str().expect("a text");
    let sentence = &summary["sentences"][0];
    let at = |name: &str| sentence[name].as_u64().expect("a byte") as usize;
    assert_eq!(&text[at("start")..at("end")], sentence["text"].as_str().expect("a sentence"));
}

#[cfg(feature = "html")]
#[test]
fn hostile_pages_cost_no_more_than_their_length() {
    let nested = [
        ("div", "<div>".repeat(100_000)),
        ("b", "<b>".repeat(100_000)),
        ("table", "<table><tr><td>".repeat(30_000)),
        ("list", "<ul><li>".repeat(30_000)),
        ("attributes", format!("<p {}>", "a b=1 ".repeat(100_000))),
        ("attribute", format!("<img src=\"{}\">", "x".repeat(5_000_000))),
        ("comment", "<!--".repeat(100_000)),
        ("angles", "<".repeat(1_000_000)),
    ];
    let folder = Folder::new();
    for (name, tags) in nested {
        // What hides behind a comment without end is no text: it stands before.
        folder.write(&format!("{name}.html"), format!("<html><body><p>{FIRST}</p>{tags}"));
    }
    let output = folder.run(&["--words", "20"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let summary = &lines(&output.stdout)[0];
    assert_eq!(summary["articles"], 8);
    for document in summary["documents"].as_array().expect("articles") {
        assert!(document["text"].as_str().expect("a text").contains(FIRST), "{}", document["id"]);
    }
}

#[test]
fn json_of_every_shape() {
    let article = json!({"id": "a", "text": FIRST});
    let cluster = json!({"id": "c", "documents": [article]});
    for (name, content, id) in [
        ("lines.jsonl", format!("{cluster}\n"), "c"),
        ("lines.json", format!("{cluster}\n{cluster}\n"), "c"),
        ("array.json", format!("[{cluster}]"), "c"),
        ("pretty.json", serde_json::to_string_pretty(&cluster).expect("JSON"), "c"),
        ("marked.jsonl", format!("\u{FEFF}{cluster}\n"), "c"),
        ("named.txt", format!("{cluster}\n{cluster}\n"), "c"),
    ] {
        let summaries = Folder::with(name, content).read(&[]);
        assert!(summaries.iter().all(|summary| summary["id"] == id), "{name}: {summaries:?}");
    }
    let articles = Folder::with("a.json", format!("[{article}, {article}]")).articles(&[]);
    assert_eq!(articles.len(), 2);
}

#[test]
fn field_names_of_real_programs() {
    let news_please = json!({"title": "T", "title_page": null, "maintext": FIRST, "date_publish":
        "2031-03-04 08:00:00", "language": "en", "source_domain": "f.example", "url": "https://f.example/1",
        "authors": ["Marta Linde"], "filename": "f.json"});
    let newspaper = json!({"title": "T", "text": FIRST, "publish_date": "2031-03-04 08:00:00", "meta_lang": "en",
        "meta_site_name": "f.example", "canonical_link": "https://f.example/1", "summary": "s", "keywords": []});
    let trafilatura = json!({"title": "T", "raw_text": FIRST, "text": FIRST, "date": "2031-03-04 08:00:00",
        "language": "en", "source": "https://f.example/1", "source-hostname": "f.example", "hostname": "x"});
    let fundus = json!({"title": "T", "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [FIRST]}]},
        "publishing_date": "2031-03-04 08:00:00", "lang": "en", "publisher": "f.example", "url": "https://f.example/1"});
    let media_cloud = json!({"rss_entry": {"link": "x"}, "content_metadata": {"article_title": "T",
        "text_content": FIRST, "publication_date": "2031-03-04 08:00:00", "language": "en",
        "canonical_domain": "f.example", "normalized_url": "https://f.example/1"}});
    let event_registry = json!({"articles": {"results": [{"uri": "7", "title": "T", "body": FIRST,
        "dateTimePub": "2031-03-04 08:00:00", "date": "2031-03-05", "lang": "en", "url": "https://f.example/1",
        "source": {"uri": "f", "title": "f.example"}, "eventUri": null}], "totalResults": 1}});
    let newsapi = json!({"status": "ok", "totalResults": 1, "articles": [{"title": "T", "content": FIRST,
        "publishedAt": "2031-03-04 08:00:00", "lang": "en", "url": "https://f.example/1",
        "source": {"id": null, "name": "f.example"}}]});
    for record in
        [news_please, newspaper, trafilatura, fundus, media_cloud, event_registry, newsapi]
    {
        let article = article("a.jsonl", format!("{record}\n"));
        let said =
            ["title", "text", "published", "lang", "source", "url"].map(|name| &article[name]);
        let expected =
            ["T", FIRST, "2031-03-04 08:00:00", "en", "f.example", "https://f.example/1"];
        assert_eq!(said, expected.map(|value| json!(value)).each_ref(), "{record}");
    }
    // WCEP, and Multi-News in both its shapes.
    let wcep = json!({"id": 12, "date": "2031-03-04", "summary": "s", "articles": [
        {"id": "x", "url": "u", "title": "T", "text": FIRST, "time": "2031-03-04", "origin": "f"}]});
    let wcep = format!("{wcep}\n");
    let packed = cfg!(feature = "compress");
    let folder = if packed {
        Folder::with("a.jsonl.gz", gzip(wcep.as_bytes()))
    } else {
        Folder::with("a.jsonl", wcep)
    };
    let summary = &folder.read(&[])[0];
    assert_eq!((&summary["id"], &summary["date"]), (&json!("12"), &json!("2031-03-04")));
    let joined = format!("{FIRST} ||||| {SECOND}");
    for (name, content) in [
        ("a.jsonl", format!("{}\n", json!({"document": joined, "summary": "s"}))),
        ("a.src", format!("{}\n", joined.replace(" with", " NEWLINE_CHAR with"))),
    ] {
        assert_eq!(Folder::with(name, content).articles(&[]).len(), 2);
    }
}

#[test]
fn names_of_ones_own_are_mapped_and_unknown_fields_pass() {
    let line = json!({"id": "c", "mood": "wet", "documents": [{"inhalt": FIRST, "tone": 2}]});
    let folder = Folder::with("a.jsonl", format!("{line}\n"));
    let summary = &folder.read(&["--map", "text=inhalt"])[0];
    assert_eq!((&summary["mood"], &summary["documents"][0]["tone"]), (&json!("wet"), &json!(2)));
}

#[cfg(feature = "csv")]
#[test]
fn tables_with_any_separator_and_header() {
    let quoted = FIRST.replace("off", "off \"Old\" Norvale, or\nnear");
    let cell = format!("\"{}\"", quoted.replace('"', "\"\""));
    for (name, content) in [
        ("a.csv", format!("ID,Title,Text,Publish Date\n1,T,{cell},2031-03-04\n")),
        ("a.tsv", format!("id\ttitle\tmaintext\tdate\n1\tT\t{cell}\t2031-03-04\n")),
        (
            "semicolon.csv",
            format!("\u{FEFF}id;title;content;published_at\r\n1;T;{cell};2031-03-04\r\n"),
        ),
    ] {
        let article = article(name, content);
        let said = ["id", "title", "text", "published"].map(|name| &article[name]);
        let expected = ["1", "T", &quoted, "2031-03-04"].map(|value| json!(value));
        assert_eq!(said, expected.each_ref(), "{name}");
    }
}

#[cfg(feature = "feed")]
#[test]
fn feeds_of_every_kind() {
    let html = format!("<p>{FIRST}</p><p>{SECOND}</p>").replace('<', "&lt;").replace('>', "&gt;");
    let rss = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Harbour &amp; Co</title>\
         <link>https://h.example</link><description>d</description><language>en</language>\
         <item><title>Ferry aground</title><link>https://h.example/1</link><guid>g1</guid>\
         <pubDate>Tue, 04 Mar 2031 08:00:00 GMT</pubDate><description>Short.</description>\
         <content:encoded>{html}</content:encoded></item></channel></rss>"
    );
    let atom = format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Harbour &amp; Co</title><id>f</id>\
         <updated>2031-03-04T08:00:00Z</updated><entry><id>g1</id><title>Ferry aground</title>\
         <link rel=\"alternate\" href=\"https://h.example/1\"/><published>2031-03-04T08:00:00Z</published>\
         <content type=\"html\">{html}</content></entry></feed>"
    );
    let json_feed = json!({"version": "https://jsonfeed.org/version/1.1", "title": "Harbour & Co", "language": "en",
        "items": [{"id": "g1", "url": "https://h.example/1", "title": "Ferry aground",
        "date_published": "2031-03-04T08:00:00Z", "content_html": format!("<p>{FIRST}</p><p>{SECOND}</p>")}]});
    for (name, content) in [
        ("a.rss", rss),
        ("a.xml", atom),
        ("feed.json", serde_json::to_string_pretty(&json_feed).expect("JSON")),
    ] {
        let article = article(name, content);
        let said = ["id", "title", "text", "source", "published", "url"].map(|name| &article[name]);
        let text = format!("{FIRST}\n\n{SECOND}");
        let expected = [
            "g1",
            "Ferry aground",
            &text,
            "Harbour & Co",
            "2031-03-04T08:00:00+00:00",
            "https://h.example/1",
        ];
        assert_eq!(said, expected.map(|value| json!(value)).each_ref(), "{name}");
    }
}

#[cfg(feature = "feed")]
#[test]
fn a_feed_in_another_encoding_and_an_entry_without_text() {
    let rss = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss version=\"2.0\"><channel><title>K</title>\
         <item><guid>1</guid><description>Die Br\u{FC}cke \u{FC}ber die Elbe ist gesperrt.</description></item>\
         <item><guid>2</guid><title>Leer</title></item></channel></rss>";
    let folder = Folder::with("a.xml", rss.chars().map(|c| c as u8).collect::<Vec<u8>>());
    let output = folder.run(&[]);
    assert_eq!(output.status.code(), Some(0));
    assert!(errors(&output).contains("the entry `2` has no text: left out"), "{}", errors(&output));
    let text = lines(&output.stdout)[0]["documents"][0]["text"].clone();
    assert_eq!(text, "Die Brücke über die Elbe ist gesperrt.");
}

/// A WARC record.
#[cfg(feature = "warc")]
fn warc_record(header: &str, block: &[u8]) -> Vec<u8> {
    let mut record =
        format!("WARC/1.0\r\n{header}\r\nContent-Length: {}\r\n\r\n", block.len()).into_bytes();
    record.extend_from_slice(block);
    record.extend_from_slice(b"\r\n\r\n");
    record
}

#[cfg(feature = "warc")]
#[test]
fn a_web_archive_gives_its_pages() {
    let info = warc_record(
        "WARC-Type: warcinfo\r\nContent-Type: application/warc-fields",
        b"software: x\r\n",
    );
    let response = |address: &str, http: &str, body: &[u8]| {
        let mut block = format!("HTTP/1.1 {http}\r\n\r\n").into_bytes();
        block.extend_from_slice(body);
        let header = format!(
            "WARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-03-04T09:00:00Z\r\n\
             Content-Type: application/http; msgtype=response"
        );
        warc_record(&header, &block)
    };
    let html = page("");
    let (head, tail) = html.split_at(100);
    let chunked = format!("{:x}\r\n{head}\r\n{:x}\r\n{tail}\r\n0\r\n\r\n", head.len(), tail.len());
    let records = [
        info,
        response(
            "https://h.example/1",
            "200 OK\r\nContent-Type: text/html; charset=utf-8",
            html.as_bytes(),
        ),
        response(
            "https://h.example/2",
            "404 Not Found\r\nContent-Type: text/html",
            html.as_bytes(),
        ),
        response("https://h.example/3", "200 OK\r\nContent-Type: image/png", b"\x89PNG"),
        response(
            "https://h.example/4",
            "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked",
            chunked.as_bytes(),
        ),
        response(
            "https://h.example/5",
            "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
            &gzip(html.as_bytes()),
        ),
        warc_record(
            "WARC-Type: conversion\r\nWARC-Target-URI: https://h.example/6\r\nContent-Type: text/plain",
            FIRST.as_bytes(),
        ),
    ];
    // A member a record, as crawls write them.
    let packed: Vec<u8> = records.iter().flat_map(|record| gzip(record)).collect();
    let expected = ["1", "4", "5", "6"].map(|page| format!("https://h.example/{page}"));
    for folder in [Folder::with("a.warc", records.concat()), Folder::with("a.warc.gz", packed)] {
        let articles = folder.articles(&[]);
        let ids: Vec<&str> = articles.iter().map(|a| a["id"].as_str().expect("an id")).collect();
        assert_eq!(ids, expected);
        assert!(
            articles.iter().all(|a| a["text"].as_str().is_some_and(|text| text.contains(FIRST)))
        );
        assert_eq!(articles[0]["title"], "Ferry aground");
    }
}

#[cfg(feature = "mail")]
#[test]
fn messages_and_boxes_of_them() {
    let plain = format!(
        "From: Harbour News <desk@h.example>\r\nSubject: =?utf-8?Q?Ferry_aground_=C3=BC?=\r\n\
         Date: Tue, 04 Mar 2031 08:00:00 +0000\r\nMessage-ID: <1@h.example>\r\n\
         Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
         {FIRST} =\r\nF=E4hre.\r\n"
    );
    let article = article("a.eml", &plain);
    assert_eq!(article["title"], "Ferry aground ü");
    assert_eq!(article["id"], "1@h.example");
    assert_eq!(article["text"].as_str().expect("a text").trim_end(), format!("{FIRST} Fähre."));

    let html = format!(
        "From: desk@h.example\nSubject: Two parts\nDate: now\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n\n\
         <p>{SECOND}</p>\n--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\n\
         attached\n--x--\n"
    );
    let quoted = plain.replace("\r\n\r\n", "\r\n\r\n>From here on it rained. ");
    let mailbox = format!("From desk Tue Mar  4\n{quoted}\nFrom desk Tue Mar  4\n{html}");
    let articles = Folder::with("a.mbox", mailbox).articles(&[]);
    let texts: Vec<&str> = articles.iter().map(|a| a["text"].as_str().expect("a text")).collect();
    assert!(texts[0].starts_with("From here on it rained."), "{texts:?}");
    assert_eq!(texts[1], SECOND);
}

#[cfg(feature = "compress")]
#[test]
fn compressed_files_are_what_is_in_them() {
    let (line, other) = (json_line(), json_line().replace("\"a\"", "\"b\""));
    let members = [gzip(line.as_bytes()), gzip(other.as_bytes())].concat();
    let frames = [zstandard(line.as_bytes()), zstandard(other.as_bytes())].concat();
    for (name, content) in [
        ("a.jsonl.gz", members.clone()),
        ("a.jsonl.zst", frames),
        // The content is believed, not the name.
        ("a.jsonl", members),
    ] {
        let articles = Folder::with(name, content).articles(&[]);
        let ids: Vec<&Value> = articles.iter().map(|article| &article["id"]).collect();
        assert_eq!(ids, ["a", "b"], "{name}");
    }
    assert_eq!(article("story.txt.gz", gzip(FIRST.as_bytes()))["id"], "story");
    let large = json_line().repeat(20_000);
    assert_eq!(
        Folder::with("a.jsonl.zst", zstandard(large.as_bytes())).read(&[])[0]["articles"],
        20_000
    );
}

#[cfg(all(feature = "encoding", feature = "csv", feature = "html"))]
#[test]
fn encodings_are_marked_declared_or_guessed() {
    let text = "Die Brücke über den Fluß bei Nörvale ist seit Dienstag gesperrt, sagte die Bürgermeisterin.";
    let wide: Vec<u8> =
        [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> =
        [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    for content in [wide, big, latin.clone(), format!("\u{FEFF}{text}").into_bytes()] {
        assert_eq!(article("a.txt", content)["text"], text);
    }
    let row = [b"id,text\n1,\"".as_slice(), &latin, b"\"\n"].concat();
    assert_eq!(article("a.csv", row)["text"], text);
    let table: Vec<u8> =
        format!("id;text\n1;\"{text}\"\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(article("a.csv", table)["text"], text);
    let line = [b"{\"text\": \"".as_slice(), &latin, b"\"}\n"].concat();
    assert_eq!(article("a.jsonl", line)["text"], text);
    let greek = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-7\"></head><body><p>";
    let page = [
        greek.as_bytes(),
        &[0xC7, b' ', 0xE3, 0xDD, 0xF6, 0xF5, 0xF1, 0xE1, b'.'],
        b"</p></body></html>",
    ]
    .concat();
    assert_eq!(article("a.html", page)["text"], "Η γέφυρα.");
}

#[test]
fn undecodable_bytes_are_replaced_counted_and_no_failure() {
    let mut content = "Die Brücke über den Fluß bei Nörvale ist gesperrt.".as_bytes().to_vec();
    content.extend_from_slice(b" Das Sch\xFF\xFE Schiff f\xC3\xA4hrt.");
    let folder = Folder::with("a.txt", content);
    let output = folder.run(&[]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        errors(&output).contains("bytes at 2 places mean nothing in UTF-8: replaced"),
        "{}",
        errors(&output)
    );
    assert!(
        lines(&output.stdout)[0]["documents"][0]["text"]
            .as_str()
            .is_some_and(|t| t.contains("Sch\u{FFFD}\u{FFFD}"))
    );
    assert_eq!(errors(&folder.run(&["--quiet"])), "");
}

#[test]
fn folders_are_read_as_deep_as_asked() {
    let folder = Folder::new();
    folder.write("a.txt", FIRST);
    folder.write("inner/b.txt", SECOND);
    folder.write("inner/.hidden/c.txt", SECOND);
    folder.write("notes.bin", SECOND);
    assert_eq!(folder.articles(&[]).len(), 1);
    assert_eq!(folder.articles(&["--recursive"]).len(), 2);
}

#[test]
fn standard_input_is_told_by_its_content() {
    let read = |content: &[u8]| {
        let mut child = nutgraf(&["summarize", "-", "--format", "jsonl", "--with-articles"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        child.stdin.take().expect("a pipe").write_all(content).expect("written");
        let output = child.wait_with_output().expect("it ends");
        lines(&output.stdout)[0]["documents"][0]["text"].as_str().expect("a text").to_owned()
    };
    assert!(read(json_line().as_bytes()).contains(FIRST));
    assert!(read(FIRST.as_bytes()).contains(FIRST));
    #[cfg(feature = "compress")]
    assert!(read(&gzip(json_line().as_bytes())).contains(FIRST));
    #[cfg(feature = "html")]
    assert!(read(page("").as_bytes()).contains(FIRST));
    #[cfg(feature = "csv")]
    assert!(read(format!("id,text\n1,{FIRST}\n").as_bytes()).contains(FIRST));
}

#[test]
fn a_format_may_be_forced() {
    let folder = Folder::with("a.jsonl", json_line());
    let articles = folder.articles(&["--input-format", "text"]);
    assert!(articles[0]["text"].as_str().is_some_and(|text| text.starts_with('{')));
}

#[cfg(all(
    feature = "compress",
    feature = "csv",
    feature = "feed",
    feature = "html",
    feature = "mail",
    feature = "warc"
))]
#[test]
fn the_files_of_the_corpus_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/formats");
    for (name, clusters, articles) in [
        ("page.html", 1, 1),
        ("feed.rss", 1, 2),
        ("desk.csv", 1, 2),
        ("desk.eml", 1, 1),
        ("crawl.warc.gz", 1, 2),
        ("joined.src", 1, 3),
        ("clusters.jsonl.gz", 3, 3),
    ] {
        let path = folder.join(name);
        let output = nutgraf(&["summarize", path.to_str().expect("a path"), "--format", "jsonl"])
            .output()
            .expect("the binary runs");
        assert_eq!(output.status.code(), Some(0), "{name}: {}", errors(&output));
        let summaries = lines(&output.stdout);
        assert_eq!(summaries.len(), clusters, "{name}");
        assert_eq!(summaries[0]["articles"], articles, "{name}");
        let shown = summaries[0]["summary"].as_str().expect("a text");
        assert!(!shown.contains("crabs") && !shown.is_empty(), "{name}: {shown}");
    }
    assert_eq!(fs::read_dir(folder).expect("the folder").count(), 7);
}
