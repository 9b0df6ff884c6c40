//! Cuts a stream of JSON into its values, without keeping more than one in memory.

use std::io;

use crate::input::stream::{Stream, fill};
use crate::input::{Place, Problem};

/// The top values of a stream, or the elements of its top arrays, each as its bytes and the place
/// where it starts. Only brackets and strings are looked at: what is wrong inside a value is for
/// the parser to say.
pub(super) struct Values {
    stream: Stream,
    line: u64,
    /// True between `[` and `]` at the top.
    in_array: bool,
    ended: bool,
}

/// A value that is being cut out.
#[derive(Default)]
struct Open {
    /// Its line; 0 before it has begun.
    line: u64,
    bytes: Vec<u8>,
    length: u64,
    depth: usize,
    in_string: bool,
    after_backslash: bool,
}

impl Values {
    pub(super) fn new(stream: Stream) -> Self {
        Self { stream, line: 1, in_array: false, ended: false }
    }

    /// True where the last top value was an array.
    pub(super) fn in_array(&self) -> bool {
        self.in_array
    }

    /// Reads to the end of the next value.
    fn read(&mut self) -> io::Result<Option<Open>> {
        let longest = self.stream.several();
        let mut open = Open::default();
        loop {
            let part = fill(&mut *self.stream.reader)?;
            if part.is_empty() {
                self.ended = true;
                return Ok((open.line > 0).then_some(open));
            }
            let mut from = if open.line > 0 { 0 } else { part.len() };
            let mut end = None;
            for (at, &byte) in part.iter().enumerate() {
                let first = open.line == 0;
                if first {
                    match byte {
                        b'\n' => self.line += 1,
                        b' ' | b'\t' | b'\r' | b',' => {}
                        b'[' if !self.in_array => self.in_array = true,
                        b']' if self.in_array => self.in_array = false,
                        _ => {
                            open.line = self.line;
                            from = at;
                        }
                    }
                    if open.line == 0 {
                        continue;
                    }
                } else if byte == b'\n' {
                    self.line += 1;
                }
                if !first && open.ends_before(byte) {
                    end = Some(at);
                    if byte == b'\n' {
                        // It is met again before the next value.
                        self.line -= 1;
                    }
                    break;
                }
                if open.ends_with(byte) {
                    end = Some(at + 1);
                    break;
                }
            }
            let until = end.unwrap_or(part.len());
            open.length += (until - from.min(until)) as u64;
            if open.length <= longest as u64 {
                open.bytes.extend_from_slice(&part[from.min(until)..until]);
            } else {
                open.bytes = Vec::new();
            }
            self.stream.reader.consume(until);
            if end.is_some() {
                return Ok(Some(open));
            }
            self.stream.check_bomb(open.length, longest)?;
        }
    }
}

impl Open {
    /// True when the value, a number or a word, ends before this byte.
    fn ends_before(&self, byte: u8) -> bool {
        self.depth == 0
            && !self.in_string
            && matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\r' | b'\n')
    }

    /// Takes in a byte; true when the value ends with it.
    fn ends_with(&mut self, byte: u8) -> bool {
        if self.in_string {
            match byte {
                _ if self.after_backslash => self.after_backslash = false,
                b'\\' => self.after_backslash = true,
                b'"' => {
                    self.in_string = false;
                    return self.depth == 0;
                }
                _ => {}
            }
            return false;
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                return self.depth == 0;
            }
            _ => {}
        }
        false
    }
}

impl Iterator for Values {
    type Item = Result<(Place, Vec<u8>), Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let longest = self.stream.several();
        match self.read() {
            Ok(None) => None,
            Ok(Some(open)) => {
                let place = self.stream.place.at_line(open.line);
                Some(if open.length > longest as u64 {
                    Err(Problem::beyond(&place, "the record", longest))
                } else {
                    Ok((place, open.bytes))
                })
            }
            Err(error) => {
                self.ended = true;
                Some(Err(Problem::unreadable(&self.stream.place.at_line(self.line), &error)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Cursor};

    use super::*;
    use crate::input::Limits;

    fn values(text: &str, buffer: usize) -> Vec<(u64, String)> {
        let reader = BufReader::with_capacity(buffer, Cursor::new(text.to_owned()));
        let limits = Limits { article: 4 };
        let stream = Stream::new(Place::of_file("-"), Box::new(reader), limits, false);
        Values::new(stream)
            .map(|value| match value {
                Ok((place, bytes)) => (place.line.unwrap(), String::from_utf8(bytes).unwrap()),
                Err(problem) => (problem.place.line.unwrap(), "problem".to_owned()),
            })
            .collect()
    }

    #[test]
    fn arrays_and_sequences_are_cut_alike() {
        for buffer in [1, 2, 3, 64] {
            let expected = |lines: [u64; 3]| -> Vec<(u64, String)> {
                let texts = ["{\"a\":\"}\"}", "[1, [2]]", "{\n}"];
                lines.into_iter().zip(texts.map(str::to_owned)).collect()
            };
            assert_eq!(
                values("[{\"a\":\"}\"},\n[1, [2]],\n\n{\n}]\n", buffer),
                expected([1, 2, 4])
            );
            // Without the array around it the inner one is cut too.
            assert_eq!(
                values("{\"a\":\"}\"}\n{\"b\": \"\\\"{\"}\n7 \"x\"\n8", buffer),
                [(1, "{\"a\":\"}\"}"), (2, "{\"b\": \"\\\"{\"}"), (3, "7"), (3, "\"x\""), (4, "8")]
                    .map(|(line, text)| (line, text.to_owned()))
            );
        }
    }

    #[test]
    fn long_values_are_passed_over_and_cut_ones_kept_for_the_parser() {
        let text = format!("[{{\"a\":\"{}\"}},\n{{\"b\":1}},\n{{\"c\"", "x".repeat(40));
        assert_eq!(
            values(&text, 8),
            [(1, "problem"), (2, "{\"b\":1}"), (3, "{\"c\"")].map(|(l, t)| (l, t.to_owned()))
        );
    }
}
