//! What a JSON value says.

use serde_json::Value;

/// True for a value that says something.
pub(super) fn is_filled(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    }
}

/// What an object is called or says, the first that is there: of a source its title, of a body in
/// sections (fundus) the parts one after the other.
const SAYING: &[&[&str]] = &[
    &["title"],
    &["name"],
    &["text"],
    &["summary", "sections"],
    &["headline", "paragraphs"],
    // WordPress, and exports of MongoDB.
    &["rendered"],
    &["$date"],
    &["$oid"],
    &["$numberLong"],
    &["uri"],
];

/// A value as a string: numbers as they are written, objects by [`SAYING`], of an array its
/// strings as paragraphs.
pub(super) fn as_string(value: Value) -> Option<String> {
    match value {
        Value::String(string) => Some(string),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(mut object) => SAYING.iter().find_map(|names| {
            let parts = names.iter().filter_map(|name| object.remove(*name));
            let parts: Vec<String> = parts.filter_map(as_string).collect();
            (!parts.is_empty()).then(|| parts.join("\n\n"))
        }),
        Value::Array(items) => {
            let parts: Vec<String> = items.into_iter().filter_map(as_string).collect();
            (!parts.is_empty()).then(|| parts.join("\n\n"))
        }
        Value::Null | Value::Bool(_) => None,
    }
}

/// What a JSON value is, for people.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
