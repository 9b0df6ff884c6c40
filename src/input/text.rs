//! Plain text: a file is an article.

use std::io::BufRead;
use std::path::Path;

use crate::article::Article;
use crate::input::{FieldNames, Format, Item, Place, Problem, Record, Records};

/// A text or Markdown file. Its id is the file's name without the extension; its title is the
/// first line where a blank line follows.
pub(super) const TEXT: Format =
    Format { name: "text", extensions: &["txt", "text", "md"], looks_like: |_| true, read };

fn read(place: Place, reader: Box<dyn BufRead + Send>) -> Records {
    let mut reader = Some(reader);
    Box::new(std::iter::from_fn(move || {
        let mut bytes = Vec::new();
        Some(match reader.take()?.read_to_end(&mut bytes) {
            Ok(_) => Ok(Record { place: place.clone(), bytes, parse, plain: true }),
            Err(error) => Err(Problem::unreadable(&place, &error)),
        })
    }))
}

fn parse(place: &Place, bytes: Vec<u8>, _: &FieldNames) -> Vec<Result<Item, Problem>> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    };
    if text.trim().is_empty() {
        return vec![Err(Problem::new(place, "the file is empty", ""))];
    }
    let title = title(&text).map(str::to_owned);
    let name = Path::new(&*place.file).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let id = name.filter(|name| name != "-").unwrap_or_else(|| "stdin".to_owned());
    vec![Ok(Item::Article(Article { title, ..Article::new(id, text) }))]
}

/// The first line, where a blank line and more text follow; without Markdown's `#`.
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
