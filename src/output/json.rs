//! JSON, for programs.

use serde::Serialize;

use crate::output::{Format, Several};

/// One object a summary, an array of several.
pub(super) const JSON: Format =
    Format { name: "json", several: Several::Array, render: |summary| pretty(summary) };

/// One object a line.
pub(super) const JSON_LINES: Format =
    Format { name: "jsonl", several: Several::Lines, render: |summary| line(summary) };

/// A value as JSON over several lines.
///
/// # Panics
/// When the value is not JSON: a map whose keys are not strings. Ours are.
pub fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("keys are strings") // invariant: see above
}

/// A value as JSON on one line.
///
/// # Panics
/// As [`pretty`].
pub fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("keys are strings") // invariant: see above
}
