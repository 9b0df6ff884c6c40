//! JSON: one object a line, or one value a file.

use std::io::{self, BufRead};

use serde_json::Value;

use crate::input::{FieldNames, Format, Item, Place, Problem, Record, Records};

/// JSON lines: one article or cluster a line.
pub(super) const JSON_LINES: Format = Format {
    name: "jsonl",
    extensions: &["jsonl", "ndjson"],
    looks_like: is_json_lines,
    read: read_lines,
};

/// One JSON value: an article, a cluster, or an array of them.
pub(super) const JSON: Format = Format {
    name: "json",
    extensions: &["json"],
    looks_like: |start| start.starts_with(b"{") || start.starts_with(b"["),
    read: read_value,
};

/// True when the first line is an object that ends on it.
fn is_json_lines(start: &[u8]) -> bool {
    let line = start.split(|&byte| byte == b'\n').next().unwrap_or_default();
    start.starts_with(b"{") && (line.trim_ascii_end().ends_with(b"}") || line.len() == start.len())
}

fn read_lines(place: Place, mut reader: Box<dyn BufRead + Send>) -> Records {
    let mut line = 0;
    let mut failed = false;
    Box::new(std::iter::from_fn(move || {
        while !failed {
            line += 1;
            let mut bytes = Vec::new();
            match reader.read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(_) if bytes.trim_ascii().is_empty() => {}
                Ok(_) => {
                    return Some(Ok(Record {
                        place: place.at_line(line),
                        bytes,
                        parse: parse_line,
                        plain: false,
                    }));
                }
                Err(error) => {
                    failed = true;
                    return Some(Err(Problem::unreadable(&place.at_line(line), &error)));
                }
            }
        }
        None
    }))
}

fn read_value(place: Place, mut reader: Box<dyn BufRead + Send>) -> Records {
    let read = move || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let mut read = Some(read);
    Box::new(std::iter::from_fn(move || {
        let bytes = read.take()?();
        Some(match bytes {
            Ok(bytes) => {
                Ok(Record { place: place.clone(), bytes, parse: parse_values, plain: false })
            }
            Err(error) => Err(Problem::unreadable(&place, &error)),
        })
    }))
}

fn parse_line(place: &Place, bytes: Vec<u8>, fields: &FieldNames) -> Vec<Result<Item, Problem>> {
    let parsed = serde_json::from_slice::<Value>(&bytes);
    drop(bytes);
    match parsed {
        Ok(value) => items(place, value, fields),
        Err(error) => {
            let what = format!("not valid JSON at column {}: {}", error.column(), reason(&error));
            vec![Err(Problem::new(place, what, "mend the line or leave it out"))]
        }
    }
}

fn parse_values(place: &Place, bytes: Vec<u8>, fields: &FieldNames) -> Vec<Result<Item, Problem>> {
    let mut found = Vec::new();
    for value in serde_json::Deserializer::from_slice(&bytes).into_iter::<Value>() {
        match value {
            Ok(value) => found.extend(items(place, value, fields)),
            Err(error) => {
                let place = place.at_line(error.line() as u64);
                let what =
                    format!("not valid JSON at column {}: {}", error.column(), reason(&error));
                found.push(Err(Problem::new(&place, what, "mend the file")));
            }
        }
    }
    if found.is_empty() {
        found.push(Err(Problem::new(place, "the file is empty", "")));
    }
    found
}

/// The items of one value; an array holds one an entry.
fn items(place: &Place, value: Value, fields: &FieldNames) -> Vec<Result<Item, Problem>> {
    match value {
        Value::Array(values) => values.into_iter().map(|value| fields.item(place, value)).collect(),
        value => vec![fields.item(place, value)],
    }
}

/// What serde says, without the place, which we say ourselves.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}
