//! Tables: a row is an article, a header says what its columns are.

use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};
use serde_json::{Map, Value};

use crate::input::encoding::decode;
use crate::input::record::Items;
use crate::input::stream::{SNIFFED_BYTES, Stream, fill};
use crate::input::{FieldNames, Format, Item, Likeness, Place, Problem, Record, Records};

/// Comma, tab or semicolon between the columns, whatever the file's name says.
pub(super) const CSV: Format =
    Format { name: "csv", extensions: &["csv", "tsv"], looks_like: like, read };

const SEPARATORS: &[u8] = b",\t;|";

/// How far a first line is looked at, in bytes: a header has its text column by then.
const HEADER_BYTES: usize = 4096;

/// Perhaps where the first line has several columns, and one is called as texts are.
fn like(start: &[u8]) -> Likeness {
    let mut lines = lines(&start[..start.len().min(HEADER_BYTES)]);
    let mut header = lines.next().unwrap_or_default();
    let declared = declared(header);
    if declared.is_some() {
        header = lines.next().unwrap_or_default();
    }
    let text = String::from_utf8_lossy(header);
    let separator = declared.unwrap_or_else(|| separator(header));
    let mut columns = text.split(char::from(separator)).map(name);
    let several = columns.clone().nth(1).is_some();
    if several && columns.any(FieldNames::is_text_column) { Likeness::Maybe } else { Likeness::No }
}

/// The lines that have something on them.
fn lines(start: &[u8]) -> impl Iterator<Item = &[u8]> {
    let lines = start.split(|&byte| byte == b'\n' || byte == b'\r');
    lines.filter(|line| !line.trim_ascii().is_empty())
}

/// The separator that a first line such as `sep=;` declares: spreadsheets write one.
fn declared(line: &[u8]) -> Option<u8> {
    match line.trim_ascii_start().strip_prefix(DECLARATION) {
        // The separator may be a tab.
        Some([separator, rest @ ..]) if rest.trim_ascii().is_empty() => Some(*separator),
        _ => None,
    }
}

const DECLARATION: &[u8] = b"sep=";

/// What stands most often between the columns of the header.
fn separator(header: &[u8]) -> u8 {
    let count = |&&separator: &&u8| memchr::memchr_iter(separator, header).count();
    // Of equals the last is taken: the comma is asked last.
    SEPARATORS.iter().rev().max_by_key(count).copied().unwrap_or(b',')
}

/// A column's name, as field names are written.
fn name(column: &str) -> &str {
    column.trim().trim_matches('"').trim()
}

fn read(mut stream: Stream) -> Records {
    let head = match fill(&mut *stream.reader) {
        Ok(head) => lines(head).next().unwrap_or_default().to_vec(),
        Err(error) => {
            return Box::new(std::iter::once(Err(Problem::unreadable(&stream.place, &error))));
        }
    };
    let declared = declared(&head);
    let (limits, place, several) = (stream.limits, stream.place.clone(), stream.several());
    let mut reader = ReaderBuilder::new()
        .delimiter(declared.unwrap_or_else(|| separator(&head)))
        .flexible(true)
        .has_headers(false)
        .buffer_capacity(SNIFFED_BYTES)
        .from_reader(Bounded { stream, passed: 0, longest: several });
    let mut header: Option<Arc<[String]>> = None;
    let mut failed = false;
    Box::new(std::iter::from_fn(move || {
        while !failed {
            let mut row = ByteRecord::new();
            let before = reader.position().line();
            reader.get_mut().passed = 0;
            match reader.read_byte_record(&mut row) {
                Ok(false) => return None,
                Ok(true) => {}
                Err(error) => {
                    failed = true;
                    let place = place.at_line(before);
                    return Some(Err(match error.into_kind() {
                        csv::ErrorKind::Io(error) => Problem::unreadable(&place, &error),
                        other => Problem::new(&place, format!("no table: {other:?}"), ""),
                    }));
                }
            }
            let place = place.at_line(row.position().map_or(before, csv::Position::line));
            if row.as_slice().len() > limits.article {
                return Some(Err(Problem::too_long(&place, "the row", row.as_slice().len())));
            }
            let Some(names) = &header else {
                let is_declaration = declared.is_some() && row.get(0) == Some(DECLARATION);
                if row.as_slice().trim_ascii().is_empty() || is_declaration {
                    continue;
                }
                let cells = row.iter().map(|cell| name(&String::from_utf8_lossy(cell)).to_owned());
                header = Some(cells.collect());
                continue;
            };
            let names = Arc::clone(names);
            let bytes = row.as_slice().len();
            return Some(Ok(Record::new(place, limits, bytes, move |place, fields| {
                parse(place, &names, &row, fields)
            })));
        }
        None
    }))
}

fn parse(place: &Place, names: &[String], row: &ByteRecord, fields: &FieldNames) -> Items {
    if row.as_slice().contains(&0) {
        let what = "the row holds NUL bytes: it is damaged";
        return vec![Err(Problem::new(place, what, "mend the row or leave it out"))];
    }
    if row.len() > names.len() {
        let what = format!("the row has {} columns, the header {}", row.len(), names.len());
        let hint = "put texts that hold separators or line breaks between double quotes";
        return vec![Err(Problem::new(place, what, hint))];
    }
    // One encoding for the whole row: a cell alone may be too short to tell.
    let decoded = decode(row.as_slice().to_vec(), None);
    let note = decoded.note(place).map(Err);
    let mut record = Map::new();
    let mut has_empty_text = false;
    let one = decoded.encoding == "UTF-8";
    for (name, cell) in names.iter().zip(row) {
        let label = (!one).then_some(decoded.encoding);
        let cell = decode(cell.to_vec(), label).text;
        let name = fields.of_column(name);
        if !cell.is_empty() {
            record.insert(name.to_owned(), Value::String(cell));
        } else if fields.is_text(name) {
            has_empty_text = true;
        }
    }
    if has_empty_text && !record.keys().any(|name| fields.is_text(name)) {
        return vec![Err(Problem::new(place, "the row has no text", ""))];
    }
    let article = fields.article(place, record).map(Item::Article);
    note.into_iter().chain([article]).collect()
}

/// Ends in an error where one row goes on and on, as an unclosed quotation mark makes it.
struct Bounded {
    stream: Stream,
    /// Bytes read since the row began, give or take a buffer.
    passed: usize,
    longest: usize,
}

impl std::io::Read for Bounded {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.passed > self.longest {
            let what = format!("a row is longer than {} bytes; the rest is left out", self.longest);
            return Err(std::io::Error::other(what));
        }
        let read = std::io::Read::read(&mut self.stream.reader, out)?;
        self.passed += read;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_counted() {
        assert_eq!(separator(b"id,title,text"), b',');
        assert_eq!(separator(b"id\ttitle, or not\ttext"), b'\t');
        assert_eq!(separator(b"id;title;text"), b';');
        assert_eq!(separator(b"text"), b',');
    }

    #[test]
    fn a_separator_may_be_declared() {
        assert_eq!(declared(b" sep=; "), Some(b';'));
        assert_eq!(declared(b"sep=\t"), Some(b'\t'));
        assert_eq!(
            (declared(b"sep="), declared(b"sep=;;"), declared(b"id;text")),
            (None, None, None)
        );
    }

    #[test]
    fn a_header_names_a_text() {
        assert_eq!(like(b"id,\"maintext\",url\n1,a,b"), Likeness::Maybe);
        assert_eq!(like(b"Rain, roads and the text"), Likeness::No);
        assert_eq!(like(b"text"), Likeness::No);
        let wide = |first| format!("{first},text,{}", "x".repeat(HEADER_BYTES));
        assert_eq!(like(wide("id").as_bytes()), Likeness::Maybe);
        assert_eq!(like(wide(&"x".repeat(HEADER_BYTES)).as_bytes()), Likeness::No);
    }
}
