//! News as it arrives: what each format, compression and encoding is read as, by the real binary,
//! from files the tests write themselves in the shapes real programs write.

#[path = "../common/binary.rs"]
mod binary;
mod bytes;
#[cfg(feature = "feed")]
mod feeds;
#[cfg(feature = "html")]
mod pages;
mod records;

use std::process::Output;

use binary::*;
use serde_json::{Value, json};

impl Folder {
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
        let call = ["summarize", self.path(), "--format", "jsonl", "--with-articles"];
        run(&[&call, more].concat())
    }
}

/// The one article of a file.
fn article(name: &str, content: impl AsRef<[u8]>) -> Value {
    let articles = Folder::with(name, content).articles(&[]);
    assert_eq!(articles.len(), 1, "{articles:?}");
    articles[0].clone()
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
        let call = ["summarize", "-", "--format", "jsonl", "--with-articles"];
        let output = run_with_input(&call, content);
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
    feature = "markdown",
    feature = "warc"
))]
#[test]
fn the_files_of_the_corpus_are_read() {
    for (name, clusters, articles) in [
        ("page.html", 1, 1),
        ("feed.rss", 1, 2),
        ("desk.csv", 1, 2),
        ("desk.eml", 1, 1),
        ("post.md", 1, 1),
        ("crawl.warc.gz", 1, 2),
        ("joined.src", 1, 3),
        ("clusters.jsonl.gz", 3, 3),
    ] {
        let output = run(&["summarize", &format!("corpus/formats/{name}"), "--format", "jsonl"]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", errors(&output));
        let summaries = lines(&output.stdout);
        assert_eq!(summaries.len(), clusters, "{name}");
        assert_eq!(summaries[0]["articles"], articles, "{name}");
        let shown = summaries[0]["summary"].as_str().expect("a text");
        assert!(
            !shown.contains("crabs") && !shown.contains("**") && !shown.is_empty(),
            "{name}: {shown}"
        );
    }
    assert_eq!(std::fs::read_dir("corpus/formats").expect("the folder").count(), 8);
}
