//! Feeds and web archives.

use serde_json::json;

use crate::*;

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
fn a_number_as_an_id_costs_no_feed() {
    let feed = json!({"version": "https://jsonfeed.org/version/1.1", "title": "Harbour",
        "items": [{"id": 7, "title": "Ferry aground", "content_text": FIRST}]});
    let article = article("feed.json", feed.to_string());
    assert_eq!((&article["id"], &article["text"]), (&json!("7"), &json!(FIRST)));
}

#[cfg(feature = "feed")]
#[test]
fn dates_of_feeds_are_read_in_all_usual_forms() {
    for date in [
        "Tue, 04 Mar 2031 08:00:00 GMT",
        "4 March 2031 09:00 CET",
        "mardi, 4 mars 2031 08:00:00 +0000",
        "March 4, 2031 8:00 a.m.",
        "Mon, 03 Mar 2031 24:00:00 GMT",
    ] {
        let rss = format!(
            "<rss version=\"2.0\"><channel><title>H</title><item><guid>g1</guid>\
             <pubDate>{date}</pubDate><description>{FIRST} {SECOND}</description></item></channel></rss>"
        );
        let day = if date.starts_with("Mon") { "2031-03-03T00" } else { "2031-03-04T08" };
        let expected = format!("{day}:00:00+00:00");
        assert_eq!(article("a.rss", rss)["published"], json!(expected), "{date}");
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

#[cfg(feature = "feed")]
#[test]
fn tags_in_the_text_of_entries_are_no_nesting() {
    let html = format!("<p>{FIRST}<br>{}", "<img src=a><br>".repeat(30));
    let item = |n: usize| {
        format!("<item><guid>{n}</guid><description><![CDATA[{html}]]></description></item>")
    };
    let items: String = (0..40).map(item).collect();
    let rss = format!("<rss version=\"2.0\"><channel><title>K</title>{items}</channel></rss>");
    let items: Vec<_> =
        (0..40).map(|n| json!({"id": n.to_string(), "content_html": html})).collect();
    let json_feed = format!(
        "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"K\", \"items\": {}}}",
        json!(items)
    );
    for (name, content) in [("a.rss", rss), ("feed.json", json_feed)] {
        assert_eq!(Folder::with(name, content).articles(&[]).len(), 40, "{name}");
    }
}

#[cfg(feature = "feed")]
#[test]
fn an_ampersand_does_not_cost_the_feed() {
    let item = |text: &str| {
        format!("<item><guid>{}</guid><description>{text}</description></item>", text.len())
    };
    let items =
        item(FIRST) + &item("Lund & Storr closed the bridge of Norvale, AT&T said &amp; left.");
    let rss = format!("<rss version=\"2.0\"><channel><title>K</title>{items}</channel></rss>");
    let articles = Folder::with("a.rss", rss).articles(&[]);
    assert_eq!(articles.len(), 2);
    assert_eq!(articles[1]["text"], "Lund & Storr closed the bridge of Norvale, AT&T said & left.");
}

#[cfg(feature = "feed")]
#[test]
fn a_declaration_inside_a_feed_is_not_looked_at() {
    let item = format!("<item><guid>1</guid><description>{FIRST}</description></item>");
    let inside = format!("{}<?xml version='1.0' encoding='windows-1252'?>", " ".repeat(20_000));
    let rss = format!(
        "<rss version=\"2.0\"><channel><title>K\u{F6}</title>{inside}{item}</channel></rss>"
    );
    assert_eq!(article("a.rss", rss)["source"], "K\u{F6}");
}

#[cfg(feature = "feed")]
#[test]
fn hostile_feeds_are_refused_at_once() {
    let head = "<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><item>";
    let folder = Folder::new();
    for (name, tags) in [
        ("nested", "<media:group>".repeat(300_000)),
        // The slash is in a value: these do not close themselves.
        ("slashes", "<media:group a='/>'>".repeat(300_000)),
        ("open", "<a".repeat(1_000_000)),
        ("comments", "<!--".repeat(1_000_000)),
    ] {
        folder.write(&format!("{name}.rss"), format!("{head}{tags}"));
    }
    let output = folder.run(&[]);
    assert_eq!(output.status.code(), Some(2));
    let said = errors(&output);
    for (name, what) in [
        ("nested", "the feed has tags inside tags without end"),
        ("slashes", "the feed has tags inside tags without end"),
        ("open", "no feed that can be read"),
        ("comments", "no feed that can be read"),
    ] {
        assert!(said.contains(&format!("{name}.rss: {what}")), "{name}: {said}");
    }
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
        // Some leave out the type of the record.
        let kind = "\r\nContent-Type: application/http; msgtype=response";
        let kind = if address.ends_with('4') { "" } else { kind };
        let header = format!(
            "WARC-Type: response\r\nWARC-Target-URI: {address}\r\n\
             WARC-Date: 2031-03-04T09:00:00Z{kind}"
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

#[cfg(feature = "feed")]
#[test]
fn a_feed_that_is_cut_off_has_the_entries_before() {
    let item = |n: usize| {
        format!("<item><guid>{n}</guid><description>{FIRST} &amp; {n}</description></item>")
    };
    let rss =
        format!("<rss version=\"2.0\"><channel><title>K</title>{}{}{}", item(1), item(2), item(3));
    let item = |n: usize| format!("{{\"id\": {n}, \"content_text\": \"{FIRST} }}] {n}\"}}");
    let items = [1, 2, 3].map(item).join(", ");
    let json = format!(
        "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"K\", \"items\": [{items}"
    );
    for (name, feed, reason) in
        [("a.rss", rss, "unable to parse XML"), ("a.json", json, "EOF while parsing")]
    {
        let folder = Folder::with(name, &feed[..feed.len() - 30]);
        let output = folder.run(&[]);
        assert_eq!(output.status.code(), Some(1));
        let records = lines(&output.stdout);
        let articles = records.iter().find_map(|record| record["documents"].as_array());
        let ids = articles.expect("a cluster").iter().map(|article| &article["id"]);
        assert_eq!(ids.collect::<Vec<_>>(), ["1", "2"]);
        let said = errors(&output);
        assert!(said.contains(&format!("{name}: the feed is broken or cut off")), "{said}");
        assert!(said.contains("the entries before that are read"), "{said}");
        assert!(said.contains(reason), "{said}");
    }
}
