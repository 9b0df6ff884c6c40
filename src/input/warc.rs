//! Web archives (WARC 1.x): a page that was fetched is an article.

use std::io;

use crate::article::Article;
use crate::input::encoding::{after, declared_in_markup, decode};
use crate::input::html;
use crate::input::record::Items;
use crate::input::stream::{Line, Stream, fill};
use crate::input::unpack::unpacked;
use crate::input::{Format, Item, Likeness, Limits, Place, Problem, Record, Records};

/// Responses and resources that are HTML, and conversions to plain text (WET). Whatever else was
/// fetched, such as pictures, redirects and pages that were not found, is passed over.
pub(super) const WARC: Format = Format {
    name: "warc",
    extensions: &["warc", "wet"],
    looks_like: |start| Likeness::from(start.starts_with(b"WARC/1.")),
    read: |stream| Box::new(Archive { stream, number: 0, failed: false }) as Records,
};

/// The longest header line, and the most lines of a header.
const LONGEST_LINE: usize = 64 << 10;
const MOST_LINES: usize = 1000;

struct Archive {
    stream: Stream,
    /// Records read.
    number: u64,
    failed: bool,
}

/// What comes next in an archive.
enum Step {
    /// Nothing.
    End,
    /// A record that holds no article.
    PassedOver,
    /// A page.
    Read(Record),
    /// A page that cannot be read.
    Bad(Problem),
}

/// What a record's header says, as far as it matters.
#[derive(Default)]
struct Header {
    kind: String,
    address: Option<String>,
    date: Option<String>,
    content_type: String,
    length: Option<u64>,
}

impl Iterator for Archive {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.failed {
            match self.record() {
                Ok(Step::End) => self.failed = true,
                Ok(Step::PassedOver) => {}
                Ok(Step::Read(record)) => return Some(Ok(record)),
                Ok(Step::Bad(problem)) => return Some(Err(problem)),
                Err(error) => {
                    self.failed = true;
                    let what = format!("record {}: {error}", self.number);
                    return Some(Err(Problem::new(&self.stream.place, what, "")));
                }
            }
        }
        None
    }
}

impl Archive {
    /// Reads one record.
    fn record(&mut self) -> io::Result<Step> {
        let Some(header) = self.header()? else { return Ok(Step::End) };
        self.number += 1;
        let Some(length) = header.length else {
            return Err(io::Error::other("it does not say its length; the rest is left out"));
        };
        let fetched = match header.kind.as_str() {
            // Some do not say what a response is; it is told by its first line.
            "response" => {
                let kind = header.content_type.as_str();
                kind.is_empty() || kind.starts_with("application/http")
            }
            "resource" => header.content_type.starts_with("text/html"),
            "conversion" => header.content_type.starts_with("text/plain"),
            _ => false,
        };
        let place = self.stream.place.clone();
        let limits = self.stream.limits;
        if !fetched {
            self.skip(length)?;
            return Ok(Step::PassedOver);
        }
        if length > limits.article as u64 {
            self.skip(length)?;
            let what = format!("record {}", self.number);
            return Ok(Step::Bad(Problem::too_long(&place, &what, length as usize)));
        }
        let mut block = Vec::new();
        self.each_part(length, |part| block.extend_from_slice(part))?;
        let response = if header.kind == "response" {
            match Response::of(block) {
                Some(response) => response,
                None => return Ok(Step::PassedOver),
            }
        } else {
            Response {
                body: block,
                content_type: header.content_type.clone(),
                ..Response::default()
            }
        };
        let bytes = response.body.len();
        let record = Record::new(place, limits, bytes, move |place, _| {
            parse(place, &header, response, limits)
        });
        Ok(Step::Read(record))
    }

    /// The header of the next record, empty lines before it passed over.
    fn header(&mut self) -> io::Result<Option<Header>> {
        let mut line = Vec::new();
        loop {
            match self.stream.line(&mut line, LONGEST_LINE)? {
                Line::End => return Ok(None),
                Line::Read if line.trim_ascii().is_empty() => {}
                Line::Read if line.starts_with(b"WARC/") => break,
                _ => return Err(io::Error::other("no record begins here; the rest is left out")),
            }
        }
        let mut header = Header::default();
        for _ in 0..MOST_LINES {
            match self.stream.line(&mut line, LONGEST_LINE)? {
                Line::End => return Err(io::ErrorKind::UnexpectedEof.into()),
                Line::TooLong => continue,
                Line::Read => {}
            }
            let text = String::from_utf8_lossy(line.trim_ascii());
            if text.is_empty() {
                return Ok(Some(header));
            }
            let Some((name, value)) = text.split_once(':') else { continue };
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "warc-type" => header.kind = value.to_ascii_lowercase(),
                "warc-target-uri" => {
                    header.address = Some(value.trim_matches(['<', '>']).to_owned());
                }
                "warc-date" => header.date = Some(value.to_owned()),
                "content-type" => header.content_type = value.to_ascii_lowercase(),
                "content-length" => header.length = value.parse().ok(),
                _ => {}
            }
        }
        Err(io::Error::other("its header has no end; the rest is left out"))
    }

    fn skip(&mut self, length: u64) -> io::Result<()> {
        self.each_part(length, |_| {})
    }

    /// Gives the next `length` bytes to `take`, piece by piece.
    fn each_part(&mut self, length: u64, mut take: impl FnMut(&[u8])) -> io::Result<()> {
        let mut left = length;
        while left > 0 {
            let part = fill(&mut *self.stream.reader)?;
            if part.is_empty() {
                return Err(io::Error::new(
                    io::ErrorKind::UnexpectedEof,
                    "the file is cut off in it",
                ));
            }
            let taken = part.len().min(usize::try_from(left).unwrap_or(usize::MAX));
            take(&part[..taken]);
            self.stream.reader.consume(taken);
            left -= taken as u64;
        }
        Ok(())
    }
}

/// What a server answered.
#[derive(Default)]
struct Response {
    body: Vec<u8>,
    content_type: String,
    packed: bool,
    chunked: bool,
}

impl Response {
    /// A page from an HTTP answer; `None` when it is none, or was not found.
    fn of(mut message: Vec<u8>) -> Option<Self> {
        let (header, body) = [&b"\r\n\r\n"[..], b"\n\n"]
            .into_iter()
            .find_map(|end| memchr::memmem::find(&message, end).map(|at| (at, at + end.len())))?;
        let head = String::from_utf8_lossy(&message[..header]).to_ascii_lowercase();
        let mut lines = head.lines();
        let status = lines.next()?.split_whitespace().nth(1)?;
        let mut response = Self::default();
        for line in lines {
            let Some((name, value)) = line.split_once(':') else { continue };
            match (name.trim(), value.trim()) {
                ("content-type", value) => value.clone_into(&mut response.content_type),
                ("content-encoding", value) => response.packed = value != "identity",
                ("transfer-encoding", value) => response.chunked = value.contains("chunked"),
                _ => {}
            }
        }
        let page = response.content_type.is_empty()
            || response.content_type.contains("text/html")
            || response.content_type.contains("xhtml");
        if status != "200" || !page {
            return None;
        }
        message.drain(..body);
        response.body = message;
        Some(response)
    }

    /// The body without what it was sent in.
    fn unwrapped(self, limits: Limits) -> io::Result<Vec<u8>> {
        let body = if self.chunked { joined(&self.body).unwrap_or(self.body) } else { self.body };
        if self.packed { unpacked(body, limits.article) } else { Ok(body) }
    }
}

/// The chunks of a body joined; `None` where it has none, as most archives store it.
fn joined(body: &[u8]) -> Option<Vec<u8>> {
    let (mut whole, mut rest) = (Vec::new(), body);
    loop {
        let end = memchr::memmem::find(rest, b"\r\n")?;
        let size = std::str::from_utf8(&rest[..end]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        rest = &rest[end + 2..];
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(rest.get(..size)?);
        rest = rest.get(size + 2..)?;
    }
}

fn parse(place: &Place, header: &Header, response: Response, limits: Limits) -> Items {
    let address = header.address.as_deref().unwrap_or("a page without an address");
    let label = after(response.content_type.as_bytes(), b"charset");
    let plain = response.content_type.starts_with("text/plain");
    let body = match response.unwrapped(limits) {
        Ok(body) => body,
        Err(error) => {
            let what = format!("{address} cannot be unpacked: {error}");
            return vec![Err(Problem::new(place, what, ""))];
        }
    };
    let label = label.or_else(|| declared_in_markup(&body));
    let decoded = decode(body, label.as_deref());
    let mut items: Items = decoded.note(place).map(Err).into_iter().collect();
    let article = if plain {
        Some(Article::new("", decoded.text)).filter(|article| !article.text.trim().is_empty())
    } else {
        html::article(&decoded.text)
    };
    items.push(match article {
        Some(article) => Ok(Item::Article(Article {
            id: address.to_owned(),
            url: header.address.clone().or(article.url),
            published: article.published.or_else(|| header.date.clone()),
            ..article
        })),
        None => Err(Problem::note(place, format!("no article was found in {address}: left out"))),
    });
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined() {
        assert_eq!(joined(b"4\r\nRain\r\n6;x\r\n fell.\r\n0\r\n\r\n").unwrap(), b"Rain fell.");
        assert!(joined(b"<html>\r\n").is_none());
        assert!(joined(b"ff\r\nRain").is_none());
    }

    #[test]
    fn only_pages_that_were_found_count() {
        let page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>x";
        assert_eq!(Response::of(page.to_vec()).unwrap().body, b"<p>x");
        for other in
            ["HTTP/1.1 404 X\r\n\r\nx", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx", "x"]
        {
            assert!(Response::of(other.into()).is_none());
        }
    }
}
