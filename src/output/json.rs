//! JSON, for programs.

use serde::Serialize;

use crate::output::{Format, Several};

/// One object a summary, an array of several.
pub(super) const JSON: Format =
    Format { name: "json", several: Several::Array, render: |summary| pretty(summary) };

/// One object a line.
pub(super) const JSON_LINES: Format =
    Format { name: "jsonl", several: Several::Lines, render: |summary| line(summary) };

const SAFE: &str = "our data types have string keys and finite numbers";

/// A value as JSON over several lines.
pub fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect(SAFE) // invariant: see the text
}

/// A value as JSON on one line.
pub fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect(SAFE) // invariant: see the text
}
