//! Multi-News' text files: a line is a cluster, its documents joined by five vertical bars.

use crate::article::{Article, Cluster};
use crate::input::encoding::decode;
use crate::input::items::BARS as SEPARATOR;
use crate::input::record::Items;
use crate::input::stream::split_line;
use crate::input::{FieldNames, Format, Item, Likeness, Place};

/// One cluster a line; `NEWLINE_CHAR` stands for a line break, as Multi-News writes it.
pub(super) const BARS: Format = Format {
    name: "bars",
    extensions: &["src"],
    looks_like: like,
    read: |stream| stream.line_records(parse),
};

/// What Multi-News writes for a line break.
const LINE_BREAK: &str = "NEWLINE_CHAR";

fn like(start: &[u8]) -> Likeness {
    let (first, _) = split_line(start);
    let bars = memchr::memmem::find(first, SEPARATOR.as_bytes());
    Likeness::from(bars.is_some() && !first.starts_with(b"{") && !first.starts_with(b"["))
}

fn parse(place: &Place, bytes: Vec<u8>, _: &FieldNames) -> Items {
    let decoded = decode(bytes, None);
    let note = decoded.note(place).map(Err);
    let texts = decoded.text.split(SEPARATOR).map(broken).filter(|text| !text.is_empty());
    let articles = (1..).zip(texts).map(|(number, text)| Article::new(number.to_string(), text));
    let cluster = Cluster::new("", articles.collect());
    note.into_iter().chain([Ok(Item::Cluster(cluster))]).collect()
}

/// A document with its line breaks.
fn broken(document: &str) -> String {
    let lines: Vec<&str> = document.split(LINE_BREAK).map(str::trim).collect();
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_cluster() {
        let text =
            "Rain fell. NEWLINE_CHAR NEWLINE_CHAR Roads closed. ||||| Schools did too. |||||";
        let items = parse(&Place::of_file("x.src").at_line(1), text.into(), &FieldNames::default());
        let [Ok(Item::Cluster(cluster))] = &items[..] else { panic!("{items:?}") };
        let texts: Vec<&str> = cluster.articles.iter().map(|article| &*article.text).collect();
        assert_eq!(texts, ["Rain fell.\n\nRoads closed.", "Schools did too."]);
    }
}
