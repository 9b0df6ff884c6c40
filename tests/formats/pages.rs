//! Web pages.

use crate::*;

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
fn a_stray_quotation_mark_does_not_cost_the_page() {
    let paragraphs = format!("<p>{SECOND}</p>").repeat(300);
    for stray in ["<a href=\"x\"\">A link</a>", "<p title=today's>The title</p>"] {
        let article = article("a.html", page(&format!("<p>{FIRST}</p>{stray}{paragraphs}")));
        let text = article["text"].as_str().expect("a text");
        assert!(text.matches(SECOND).count() > 300, "{stray}: {} bytes", text.len());
    }
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
        // What browsers do not take for a comment, an end tag or raw content hides no nesting.
        ("closed", format!("<!-->{}", "<div>".repeat(100_000))),
        ("exclaimed", format!("<!-- x --!>{}", "<div>".repeat(100_000))),
        ("nameless", "<div></ </div>".repeat(30_000)),
        ("noscript", format!("<noscript>{}", "<div>".repeat(100_000))),
        ("frames", "<div><iframe></div></iframe>".repeat(30_000)),
        ("script", "<div><script></scripts></div></script>".repeat(30_000)),
    ];
    let folder = Folder::new();
    for (name, tags) in nested {
        // What hides behind a comment without end is no text: it stands before.
        folder.write(&format!("{name}.html"), format!("<html><body><p>{FIRST}</p>{tags}"));
    }
    let output = folder.run(&["--words", "20"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let summary = &lines(&output.stdout)[0];
    assert_eq!(summary["articles"], 14);
    for document in summary["documents"].as_array().expect("articles") {
        assert!(document["text"].as_str().expect("a text").contains(FIRST), "{}", document["id"]);
    }
}
