//! Plain text: a file is an article.

use crate::article::Article;
use crate::input::encoding::decode;
use crate::input::record::Items;
use crate::input::{FieldNames, Format, Item, Likeness, Place, Problem};

/// A text file. Its id is the file's name without the extension; its title is the
/// first line where a blank line follows. What looks like nothing else is plain text.
pub(super) const TEXT: Format = Format {
    name: "text",
    extensions: &["txt", "text"],
    looks_like: |_| Likeness::No,
    read: |stream| stream.plain_record(parse),
};

fn parse(place: &Place, bytes: Vec<u8>, _: &FieldNames) -> Items {
    if bytes.contains(&0) {
        let what = "the file holds NUL bytes: it is not text, or it is damaged";
        return vec![Err(Problem::new(place, what, "mend the file or leave it out"))];
    }
    let decoded = decode(bytes, None);
    let note = decoded.note(place).map(Err);
    let text = decoded.text;
    if text.trim().is_empty() {
        return vec![Err(Problem::new(place, "the file is empty", ""))];
    }
    let title = title(&text).map(str::to_owned);
    let article = Article { title, ..Article::new(place.name(), text) };
    note.into_iter().chain([Ok(Item::Article(article))]).collect()
}

/// The first line, where a blank line and more text follow; without the `#` of a heading.
fn title(text: &str) -> Option<&str> {
    let mut lines = text.trim_start().lines();
    let first = lines.next()?.trim().trim_start_matches('#').trim_start();
    let blank = lines.next()?.trim().is_empty();
    let more = lines.any(|line| !line.trim().is_empty());
    (blank && more && !first.is_empty()).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_a_line_with_a_blank_line_after_it() {
        assert_eq!(title("Dam breaks\n\nA dam broke."), Some("Dam breaks"));
        assert_eq!(title("# Dam breaks\r\n\r\nA dam broke."), Some("Dam breaks"));
        assert_eq!(title("A dam broke.\nRoads closed."), None);
        assert_eq!(title("A dam broke.\n\n"), None);
    }
}
