//! What a format reads from: lines and wholes of bounded length.

use std::io::{self, BufRead};

use memchr::memchr;

use crate::input::record::ParseBytes;
use crate::input::{Limits, Place, Problem, Record, Records};

/// How much of a source is looked at to tell its format, in bytes; the size of its buffer.
pub(super) const SNIFFED_BYTES: usize = 1 << 16;

/// A compressed record that goes on for so many times its longest length is a bomb: the rest of
/// the file is not unpacked just to be thrown away.
const BOMB: u64 = 16;

/// A source, unpacked, in UTF-8 or an encoding that has ASCII in it.
pub(super) struct Stream {
    pub(super) place: Place,
    pub(super) reader: Box<dyn BufRead + Send>,
    pub(super) limits: Limits,
    /// True when the bytes come out of a compressed file.
    pub(super) packed: bool,
}

/// A line that was asked for.
pub(super) enum Line {
    /// It is in the buffer, with its line break.
    Read,
    /// It is longer than it may be, and was passed over.
    TooLong,
    /// There is none.
    End,
}

impl Stream {
    pub(super) fn new(
        place: Place,
        reader: Box<dyn BufRead + Send>,
        limits: Limits,
        packed: bool,
    ) -> Self {
        Self { place, reader, limits, packed }
    }

    /// The longest record that holds several articles.
    pub(super) fn several(&self) -> usize {
        self.limits.several(self.packed)
    }

    /// Reads a line of at most `longest` bytes into `line`, which is emptied first. A longer line
    /// is passed over; it never lies in memory.
    pub(super) fn line(&mut self, line: &mut Vec<u8>, longest: usize) -> io::Result<Line> {
        line.clear();
        let mut length = 0_u64;
        loop {
            let part = fill(&mut *self.reader)?;
            if part.is_empty() {
                break;
            }
            let end = memchr(b'\n', part).map_or(part.len(), |at| at + 1);
            let ended = part[end - 1] == b'\n';
            length += end as u64;
            if length <= longest as u64 {
                line.extend_from_slice(&part[..end]);
            } else {
                *line = Vec::new();
            }
            self.reader.consume(end);
            if ended {
                break;
            }
            self.check_bomb(length, longest)?;
        }
        Ok(match length {
            0 => Line::End,
            _ if length > longest as u64 => Line::TooLong,
            _ => Line::Read,
        })
    }

    /// A record a line that has something on it, at most as long as several articles.
    pub(super) fn line_records(mut self, parse: ParseBytes) -> Records {
        let longest = self.several();
        let mut number = 0;
        let mut failed = false;
        Box::new(std::iter::from_fn(move || {
            while !failed {
                number += 1;
                let place = self.place.at_line(number);
                let mut bytes = Vec::new();
                match self.line(&mut bytes, longest) {
                    Ok(Line::End) => return None,
                    Ok(Line::Read) if bytes.trim_ascii().is_empty() => {}
                    Ok(Line::Read) => {
                        return Some(Ok(Record::of_bytes(place, self.limits, bytes, parse)));
                    }
                    Ok(Line::TooLong) => {
                        return Some(Err(Problem::beyond(&place, "the line", longest)));
                    }
                    Err(error) => {
                        failed = true;
                        return Some(Err(Problem::unreadable(&place, &error)));
                    }
                }
            }
            None
        }))
    }

    /// One record of everything, at most as long as `longest` says.
    pub(super) fn whole_record(self, longest: fn(&Self) -> usize, parse: ParseBytes) -> Records {
        let (place, limits, longest) = (self.place.clone(), self.limits, longest(&self));
        let mut stream = Some(self);
        Box::new(std::iter::from_fn(move || {
            let bytes = stream.take()?.whole(longest);
            Some(bytes.map(|bytes| Record::of_bytes(place.clone(), limits, bytes, parse)))
        }))
    }

    /// The same, of plain text, at most as long as an article may be.
    pub(super) fn plain_record(self, parse: ParseBytes) -> Records {
        let records = self.whole_record(|stream| stream.limits.article, parse);
        Box::new(records.map(|record| record.map(Record::plain)))
    }

    /// Everything, at most `longest` bytes.
    fn whole(mut self, longest: usize) -> Result<Vec<u8>, Problem> {
        let mut bytes = Vec::new();
        loop {
            let part = fill(&mut *self.reader)
                .map_err(|error| Problem::unreadable(&self.place, &error))?;
            if part.is_empty() {
                return Ok(bytes);
            }
            if bytes.len() + part.len() > longest {
                return Err(Problem::beyond(&self.place, "the file", longest));
            }
            bytes.extend_from_slice(part);
            let length = part.len();
            self.reader.consume(length);
        }
    }

    /// An error when so much of a packed record has been passed over that it must be a bomb.
    pub(super) fn check_bomb(&self, passed: u64, longest: usize) -> io::Result<()> {
        if self.packed && passed > (longest as u64).saturating_mul(BOMB) {
            return Err(io::Error::other(
                "it unpacks to a record without end; the rest is left out",
            ));
        }
        Ok(())
    }
}

/// The first line of a text, without its line break, and what follows.
pub(super) fn split_line(text: &[u8]) -> (&[u8], &[u8]) {
    memchr(b'\n', text).map_or((text, &[]), |end| (&text[..end], &text[end + 1..]))
}

/// The reader's buffer, filled; empty at the end.
pub(super) fn fill(reader: &mut (dyn BufRead + Send)) -> io::Result<&[u8]> {
    loop {
        match reader.fill_buf() {
            Ok(_) => break,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    // Filled above: this returns what is there.
    reader.fill_buf()
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Cursor};

    use super::*;

    fn stream(text: &'static str, packed: bool) -> Stream {
        let reader = BufReader::with_capacity(4, Cursor::new(text));
        Stream::new(Place::of_file("-"), Box::new(reader), Limits::default(), packed)
    }

    #[test]
    fn long_lines_are_passed_over() {
        let mut stream = stream("ab\nabcdefghi\nc", false);
        let mut line = Vec::new();
        assert!(matches!(stream.line(&mut line, 5), Ok(Line::Read)));
        assert_eq!(line, b"ab\n");
        assert!(matches!(stream.line(&mut line, 5), Ok(Line::TooLong)));
        assert_eq!(line.capacity(), 0);
        assert!(matches!(stream.line(&mut line, 5), Ok(Line::Read)));
        assert_eq!(line, b"c");
        assert!(matches!(stream.line(&mut line, 5), Ok(Line::End)));
    }

    #[test]
    fn bombs_end_the_source() {
        let text = "0123456789012345678901234567890123456789\nx";
        let mut line = Vec::new();
        assert!(stream(text, true).line(&mut line, 2).is_err());
        assert!(stream(text, false).line(&mut line, 2).is_ok());
    }

    #[test]
    fn wholes_have_an_end() {
        assert_eq!(stream("abcdef", false).whole(6).unwrap(), b"abcdef");
        assert!(stream("abcdef", false).whole(5).is_err());
    }
}
