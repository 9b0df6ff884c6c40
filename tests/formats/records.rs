//! Formats of records: JSON in the shapes of real programs, tables, mail.

use serde_json::json;

use crate::*;

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
fn a_date_at_the_head_of_a_text_is_that_of_the_article() {
    let text = format!("Rain in Norvale\n\nTuesday, March 4, 2031\n\n{FIRST}");
    let record = |published: serde_json::Value| {
        let record = json!({"text": text, "published": published});
        article("a.jsonl", format!("{record}\n"))["published"].clone()
    };
    assert_eq!(article("a.txt", text.as_str())["published"], "Tuesday, March 4, 2031");
    assert_eq!(record(json!(null)), "Tuesday, March 4, 2031");
    assert_eq!(record(json!("2031-03-05")), "2031-03-05", "what a record says comes first");
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
        ("sep.csv", format!("\u{FEFF}sep=;\r\nid;title;text;date\r\n1;T;{cell};2031-03-04\r\n")),
        ("blank.tsv", format!("\n \n\nid\ttitle\ttext\tdate\n1\tT\t{cell}\t2031-03-04\n")),
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

#[cfg(feature = "mail")]
#[test]
fn a_message_inside_a_message_is_the_article() {
    let inner = format!(
        "From: Wire\nSubject: Ferry aground\nDate: Tue, 4 Mar 2031 08:00:00 +0000\n\n{FIRST}"
    );
    let head = "From: Ina\nSubject: Fwd: Ferry aground\nDate: Wed, 5 Mar 2031 08:00:00 +0000";
    let attached = format!(
        "{head}\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSee there.\n--x\n\
         Content-Type: message/rfc822\nContent-Disposition: attachment\n\n{inner}\n--x--\n"
    );
    let written =
        format!("{head}\n\nSee below.\n\n---------- Forwarded message ---------\n{inner}\n");
    for message in [attached, written] {
        let article = article("a.eml", message);
        let said = ["title", "source", "text"].map(|name| article[name].as_str().unwrap().trim());
        assert_eq!(said, ["Ferry aground", "Wire", FIRST]);
        assert!(article["published"].as_str().unwrap().contains("4 Mar"));
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
