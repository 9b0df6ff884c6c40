//! What was wrong with a piece of input, and where.

use std::fmt;
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::input::unpack::EXTENSIONS;

/// A place in the input: a file, perhaps a line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file as the user named it; `-` is standard input.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: Option<u64>,
}

impl Place {
    /// A whole file.
    #[must_use]
    pub fn of_file(file: &str) -> Self {
        Self { file: file.into(), line: None }
    }

    /// The file's name without folders and extensions: the id of what a file holds alone.
    pub(super) fn name(&self) -> String {
        let path = Path::new(&*self.file);
        if &*self.file == "-" {
            return "stdin".to_owned();
        }
        let packed = path.extension().is_some_and(|extension| {
            EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
        });
        let stem = path.file_stem().map(Path::new);
        let stem = if packed { stem.and_then(Path::file_stem).map(Path::new) } else { stem };
        stem.map_or_else(String::new, |stem| stem.display().to_string())
    }

    /// A line of the same file.
    #[must_use]
    pub fn at_line(&self, line: u64) -> Self {
        Self { file: Arc::clone(&self.file), line: Some(line) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = if &*self.file == "-" { "standard input" } else { &self.file };
        match self.line {
            Some(line) => write!(f, "{file}:{line}"),
            None => f.write_str(file),
        }
    }
}

/// A record or a file that could not be used, or could with loss. It prints as
/// `file:line: what; what to do`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// The record's id, where it could be read.
    pub id: Option<String>,
    /// What is wrong.
    pub what: String,
    /// What to do about it; empty where there is nothing to say.
    pub hint: &'static str,
    /// See [`is_note`](Self::is_note).
    pub(super) note: bool,
    /// See [`is_failure`](Self::is_failure).
    pub(super) failure: bool,
}

impl Problem {
    /// A problem without an id.
    #[must_use]
    pub fn new(place: &Place, what: impl Into<String>, hint: &'static str) -> Self {
        Self { place: place.clone(), id: None, what: what.into(), hint, note: false, failure: true }
    }

    /// Something worth a word about a record that was used.
    #[must_use]
    pub fn note(place: &Place, what: impl Into<String>) -> Self {
        Self { note: true, failure: false, ..Self::new(place, what, "") }
    }

    /// True when the record was used all the same.
    #[must_use]
    pub fn is_note(&self) -> bool {
        self.note
    }

    /// True when something bad was left out: the record, or a document of it. What is no failure is
    /// only worth a word.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        self.failure
    }

    /// JSON that starts at `place` and could not be read.
    #[must_use]
    pub fn of_json(place: &Place, error: &serde_json::Error) -> Self {
        let line = place.line.unwrap_or(1) + (error.line().max(1) - 1) as u64;
        let text = error.to_string();
        // The line that serde names is one of the record, not of the file.
        let reason = text.split(" at line ").next().unwrap_or_default();
        let what = if error.is_data() {
            format!("{reason} (column {})", error.column())
        } else {
            format!("not valid JSON at column {}: {reason}", error.column())
        };
        Self::new(&place.at_line(line), what, "mend the record or leave it out")
    }

    /// Something that has more bytes than it may.
    pub(super) fn too_long(place: &Place, what: &str, bytes: usize) -> Self {
        let what = format!("{what} has {bytes} bytes, more than it may");
        Self::new(place, what, "raise --max-record-bytes or split it")
    }

    /// Something that has more than `longest` bytes and was not read to its end.
    pub(super) fn beyond(place: &Place, what: &str, longest: usize) -> Self {
        let what = format!("{what} is longer than {longest} bytes");
        Self::new(place, what, "raise --max-record-bytes or split it")
    }

    /// A file that could not be opened or read.
    #[must_use]
    pub fn unreadable(place: &Place, error: &io::Error) -> Self {
        let what = match error.kind() {
            io::ErrorKind::NotFound => "no such file or folder".to_owned(),
            io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
            _ => format!("cannot be read: {error}"),
        };
        Self::new(place, what, "")
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)?;
        if !self.hint.is_empty() {
            write!(f, "; {}", self.hint)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}
