//! JSON: one object a line, or values one after the other, or an array of them.

use serde_json::Value;

use crate::input::encoding::decode;
use crate::input::record::Items;
use crate::input::stream::{Stream, split_line};
use crate::input::values::Values;
use crate::input::{FieldNames, Format, Likeness, Place, Problem, Record, Records};

/// JSON lines: one article or cluster a line.
pub(super) const JSON_LINES: Format = Format {
    name: "jsonl",
    extensions: &["jsonl", "ndjson"],
    looks_like: like_lines,
    read: |stream| stream.line_records(parse),
};

/// JSON values, each an article, a cluster, an API's answer, or an array of them.
pub(super) const JSON: Format =
    Format { name: "json", extensions: &["json"], looks_like: like_values, read: read_values };

/// Sure when the first two lines are objects that end on them; perhaps where a first line starts
/// an object and does not end, which may be long or broken.
fn like_lines(start: &[u8]) -> Likeness {
    let (first, rest) = split_line(start);
    let (first, second) = (first.trim_ascii(), rest.trim_ascii_start());
    match opens_object(first) {
        true if first.ends_with(b"}") && second.starts_with(b"{") => Likeness::Sure,
        true => Likeness::Maybe,
        false => Likeness::No,
    }
}

fn like_values(start: &[u8]) -> Likeness {
    let first = split_line(start).0.trim_ascii();
    let alone = first == b"{" || opens_object(first) && first.ends_with(b",");
    let after_bracket = start.strip_prefix(b"[").map(<[u8]>::trim_ascii_start);
    let array = after_bracket
        .is_some_and(|rest| rest.starts_with(b"]") || rest == b"{" || opens_object(rest));
    if alone || array {
        Likeness::Sure
    } else if opens_object(start) {
        Likeness::Maybe
    } else {
        Likeness::No
    }
}

/// True for `{"` and `{}`, white space apart.
fn opens_object(text: &[u8]) -> bool {
    let rest = text.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    rest.is_some_and(|rest| rest.starts_with(b"\"") || rest.starts_with(b"}"))
}

fn read_values(stream: Stream) -> Records {
    let limits = stream.limits;
    let place = stream.place.clone();
    let mut values = Values::new(stream);
    let mut empty = true;
    Box::new(std::iter::from_fn(move || match values.next() {
        Some(value) => {
            empty = false;
            Some(value.map(|(place, bytes)| Record::of_bytes(place, limits, bytes, parse)))
        }
        None if std::mem::take(&mut empty) && !values.in_array() => {
            Some(Err(Problem::new(&place, "the file is empty", "")))
        }
        None => None,
    }))
}

/// The items of one JSON value, which starts at `place`.
fn parse(place: &Place, bytes: Vec<u8>, fields: &FieldNames) -> Items {
    let mut found = Vec::new();
    let decoded = decode(bytes, None);
    found.extend(decoded.note(place).map(Err));
    // A line break at the end would move an error at the end to the next line.
    let parsed = serde_json::from_str::<Value>(decoded.text.trim_end());
    drop(decoded);
    match parsed {
        Ok(Value::Array(values)) => {
            found.extend(values.into_iter().flat_map(|value| fields.items(place, value)));
        }
        Ok(value) => found.extend(fields.items(place, value)),
        Err(error) => found.push(Err(Problem::of_json(place, &error))),
    }
    found
}
