//! JSON lines that are not articles: pairs to score, summaries of other systems.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use nutgraf::input::{Place, Problem};
use serde::de::DeserializeOwned;

/// A record and its place.
pub(super) type Line<T> = Result<(Place, T), Problem>;

/// The records of a file of JSON lines; `-` is standard input. Blank lines are skipped.
pub(super) fn json_lines<T: DeserializeOwned>(
    path: &Path,
) -> Result<impl Iterator<Item = Line<T>>, Problem> {
    let place = Place::of_file(&path.to_string_lossy());
    let reader: Box<dyn Read> = if path.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(path).map_err(|error| Problem::unreadable(&place, &error))?)
    };
    let mut reader = BufReader::new(reader);
    // Some editors begin a file with a byte-order mark. An error comes again at the first line.
    if reader.fill_buf().is_ok_and(|start| start.starts_with("\u{feff}".as_bytes())) {
        reader.consume("\u{feff}".len());
    }
    // Lines end with `\n` alone: some texts hold other Unicode line breaks.
    let lines = reader.split(b'\n');
    Ok((1..).zip(lines).filter_map(move |(number, line)| {
        let place = place.at_line(number);
        let line = match line {
            Ok(line) if line.trim_ascii().is_empty() => return None,
            Ok(line) => line,
            Err(error) => return Some(Err(Problem::unreadable(&place, &error))),
        };
        Some(match serde_json::from_slice(&line) {
            Ok(record) => Ok((place, record)),
            Err(error) => Err(Problem::of_json(&place, &error)),
        })
    }))
}
