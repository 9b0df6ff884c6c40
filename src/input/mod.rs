//! From files to articles and clusters.
//!
//! The path: paths → files ([`sources`]) → records, as read ([`read`]) → items, parsed
//! ([`Record::parse`]) → clusters ([`Gather`]). Reading is cheap and goes in order; parsing is not
//! and may go side by side. A bad record becomes a [`Problem`] and the rest goes on; no record is
//! longer than [`Limits`] allow, whatever it is unpacked from.
//!
//! A new format is one file and one line in [`FORMATS`].

mod bars;
#[cfg(feature = "csv")]
mod csv;
mod dated;
mod encoding;
#[cfg(feature = "feed")]
mod feed;
mod fields;
mod files;
#[cfg(feature = "html")]
mod flatten;
#[cfg(feature = "mail")]
mod forwarded;
mod gather;
#[cfg(feature = "html")]
mod html;
mod ids;
mod items;
mod json;
mod limits;
#[cfg(feature = "mail")]
mod mail;
#[cfg(feature = "markdown")]
mod markdown;
mod problem;
mod record;
mod said;
mod stream;
mod text;
mod unpack;
mod values;
#[cfg(feature = "warc")]
mod warc;

use std::io::{BufRead, BufReader};

pub use fields::FieldNames;
pub use files::{Source, sources};
pub use gather::Gather;
pub use ids::{DistinctIds, name_articles};
pub use limits::Limits;
pub use problem::{Place, Problem};
pub use record::{Item, Placed, Record};

use stream::{SNIFFED_BYTES, Stream};

/// The records of one source, in order.
pub type Records = Box<dyn Iterator<Item = Result<Record, Problem>> + Send>;

/// An input format.
#[derive(Clone, Copy)]
pub struct Format {
    /// Its name for `--input-format`.
    pub name: &'static str,
    /// File name extensions, in lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// What the start of a text says, white space and a byte order mark skipped.
    looks_like: fn(&[u8]) -> Likeness,
    read: fn(Stream) -> Records,
}

/// How much the start of a text looks like a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Likeness {
    /// Not at all.
    No,
    /// It could be: the file's name decides.
    Maybe,
    /// Nothing else starts like this.
    Sure,
}

impl From<bool> for Likeness {
    fn from(sure: bool) -> Self {
        if sure { Self::Sure } else { Self::No }
    }
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// All formats; where two look alike, the earlier one is meant. Plain text takes what is left.
pub const FORMATS: &[Format] = &[
    #[cfg(feature = "warc")]
    warc::WARC,
    #[cfg(feature = "feed")]
    feed::FEED,
    #[cfg(feature = "html")]
    html::HTML,
    json::JSON_LINES,
    json::JSON,
    bars::BARS,
    #[cfg(feature = "mail")]
    mail::MAIL,
    #[cfg(feature = "csv")]
    csv::CSV,
    #[cfg(feature = "markdown")]
    markdown::MARKDOWN,
    text::TEXT,
];

/// Opens a source and reads its records. The format is the one asked for, else the one its
/// content looks like; where the content leaves a choice, the file's name decides.
///
/// # Errors
/// A [`Problem`] when the source cannot be opened, or its first bytes cannot be read or unpacked.
pub fn read(source: &Source, format: Option<&Format>, limits: Limits) -> Result<Records, Problem> {
    let place = source.place();
    let unreadable = |error| Problem::unreadable(&place, &error);
    let (unpacked, packed) = unpack::unpack(&place, source.open()?)?;
    let mut reader: Box<dyn BufRead + Send> =
        Box::new(BufReader::with_capacity(SNIFFED_BYTES, unpacked));
    if let Some(wide) = encoding::wide(stream::fill(&mut *reader).map_err(unreadable)?) {
        reader = encoding::to_utf8(&place, reader, wide)?;
    }
    let head = stream::fill(&mut *reader).map_err(unreadable)?;
    let body = head.strip_prefix(encoding::UTF8_MARK).unwrap_or(head);
    let marked = head.len() - body.len();
    let extension = source.extension();
    let named = extension
        .as_deref()
        .and_then(|e| FORMATS.iter().find(|format| format.extensions.contains(&e)));
    let found = format.unwrap_or_else(|| recognised(body.trim_ascii_start(), named));
    reader.consume(marked);
    Ok((found.read)(Stream::new(place, reader, limits, packed)))
}

/// The format of a text that starts like this, in a file whose name says `named`: the first that
/// is sure; else the one named, unless its content says no and another may be meant; else the first
/// that may be.
fn recognised(start: &[u8], named: Option<&'static Format>) -> &'static Format {
    let like = |likeness| FORMATS.iter().find(|format| (format.looks_like)(start) == likeness);
    let named_like = named.filter(|named| (named.looks_like)(start) != Likeness::No);
    like(Likeness::Sure)
        .or(named_like)
        .or_else(|| like(Likeness::Maybe))
        .or(named)
        .unwrap_or(&text::TEXT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_beats_the_name_and_the_name_decides_between_likes() {
        let by_name = |name: &str| FORMATS.iter().find(|format| format.name == name);
        for (start, named, expected) in [
            ("{\"id\": 1}\n{\"id\": 2}\n", None, "jsonl"),
            ("{\"id\": 1}\n{\"id\": 2}\n", by_name("json"), "jsonl"),
            ("{\"id\": 1}\n", by_name("json"), "json"),
            ("{\"id\": \n{\"id\": 2}\n", by_name("jsonl"), "jsonl"),
            ("{\n  \"id\": 1\n}", by_name("jsonl"), "json"),
            ("[{\"id\": 1}]", by_name("text"), "json"),
            ("[Fjord Wire] Rain fell.", None, "text"),
            ("Rain fell.", by_name("jsonl"), "jsonl"),
            ("Rain fell.", None, "text"),
            ("Rain fell. ||||| Roads closed.", None, "bars"),
        ] {
            assert_eq!(recognised(start.as_bytes(), named).name, expected, "{start:?} {named:?}");
        }
    }
}
