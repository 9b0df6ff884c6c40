//! From files to articles and clusters.
//!
//! The path: paths → files ([`sources`]) → records, as read ([`read`]) → items, parsed
//! ([`Record::parse`]) → clusters ([`Gather`]). Reading is cheap and goes in order; parsing is not
//! and may go side by side. A bad record becomes a [`Problem`] and the rest goes on.
//!
//! A new format is one file and one line in [`FORMATS`].

mod fields;
mod files;
mod gather;
mod json;
mod problem;
mod text;

use std::io::{self, BufRead, BufReader, Read};

pub use fields::FieldNames;
pub use files::{Source, sources};
pub use gather::Gather;
pub use problem::{Place, Problem};

use crate::article::{Article, Cluster};

/// What a record holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// One article.
    Article(Article),
    /// A cluster of articles.
    Cluster(Cluster),
}

/// A record as read: a line of JSON, a text file.
#[derive(Clone, Debug)]
pub struct Record {
    /// Where it stands.
    pub place: Place,
    bytes: Vec<u8>,
    parse: ParseRecord,
    plain: bool,
}

/// Turns the bytes of a record into items.
type ParseRecord = fn(&Place, Vec<u8>, &FieldNames) -> Vec<Result<Item, Problem>>;

impl Record {
    /// True for plain text, false for a format that has fields.
    #[must_use]
    pub fn is_plain_text(&self) -> bool {
        self.plain
    }

    /// The items of the record, each with the record's place; each may be bad on its own.
    #[must_use]
    pub fn parse(self, fields: &FieldNames) -> Vec<Result<Placed<Item>, Problem>> {
        let Self { place, bytes, parse, .. } = self;
        let items = parse(&place, bytes, fields).into_iter();
        items.map(|item| item.map(|value| Placed { place: place.clone(), value })).collect()
    }
}

/// Something and the place it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<T> {
    /// Where it stands.
    pub place: Place,
    /// What stands there.
    pub value: T,
}

/// The records of one source, in order.
pub type Records = Box<dyn Iterator<Item = Result<Record, Problem>> + Send>;

/// An input format.
#[derive(Clone, Copy)]
pub struct Format {
    /// Its name for `--input-format`.
    pub name: &'static str,
    /// File name extensions, in lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// True when a text that starts like this (white space skipped) is in the format.
    looks_like: fn(&[u8]) -> bool,
    read: fn(Place, Box<dyn BufRead + Send>) -> Records,
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// All formats, in the order in which content is tried; the last takes anything.
pub const FORMATS: &[Format] = &[json::JSON_LINES, json::JSON, text::TEXT];

/// How much of a source is looked at to tell its format, in bytes.
const SNIFFED_BYTES: usize = 1 << 16;

/// Opens a source and reads its records. The format is the one asked for, else the one its
/// content looks like, its extension deciding between those that are alike.
///
/// # Errors
/// A [`Problem`] when the source cannot be opened or its first bytes cannot be read.
pub fn read(source: &Source, format: Option<&Format>) -> Result<Records, Problem> {
    let place = source.place();
    let mut reader = BufReader::with_capacity(SNIFFED_BYTES, source.open()?);
    let head = fill(&mut reader).map_err(|error| Problem::unreadable(&place, &error))?;
    let body = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let marked = head.len() - body.len();
    let named = source
        .extension()
        .and_then(|extension| FORMATS.iter().find(|f| f.extensions.contains(&extension.as_str())));
    let start = body.trim_ascii_start();
    // An extension is believed unless the content says otherwise: a `.jsonl` whose first line is
    // broken is still JSON lines.
    let found = format.or(named).or_else(|| FORMATS.iter().find(|f| (f.looks_like)(start)));
    let Some(found) = found else { return Ok(Box::new(std::iter::empty())) };
    reader.consume(marked);
    Ok((found.read)(place, Box::new(reader)))
}

/// Fills the reader's buffer as far as the source gives at once, at least one line where it can.
fn fill<R: Read>(reader: &mut BufReader<R>) -> io::Result<&[u8]> {
    loop {
        match reader.fill_buf() {
            Ok(_) => break,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(reader.buffer())
}
