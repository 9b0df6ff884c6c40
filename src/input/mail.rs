//! Mail: a message, or a box of them, as newsletters and press releases arrive.

use mailparse::{DispositionType, MailHeaderMap, ParsedMail, parse_mail};

use crate::article::Article;
use crate::input::encoding::decode;
use crate::input::forwarded::{Forwarded, bare_subject, forwarded};
use crate::input::html::text_of;
use crate::input::record::Items;
use crate::input::stream::{Line, Stream};
use crate::input::{Format, Item, Likeness, Place, Problem, Record, Records};
use crate::published::seconds;

/// A message (`.eml`) or a box (`mbox`), told by its first line. The subject is the title.
pub(super) const MAIL: Format =
    Format { name: "mail", extensions: &["eml", "mbox", "mbx"], looks_like: like, read };

/// Header fields a message has.
const KNOWN: &[&str] = &[
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "received",
    "return-path",
    "delivered-to",
    "reply-to",
    "content-type",
];

/// Sure where a box's first line, or two known header fields, stand at the start.
fn like(start: &[u8]) -> Likeness {
    let mut lines = start.split(|&byte| byte == b'\n');
    let boxed = start.starts_with(b"From ");
    if boxed {
        lines.next();
    }
    let mut known = 0;
    for line in lines {
        let line = line.trim_ascii_end();
        if line.is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(colon) = line.iter().position(|&byte| byte == b':') else { break };
        let name = line[..colon].to_ascii_lowercase();
        if !name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-') {
            break;
        }
        known += usize::from(KNOWN.iter().any(|field| field.as_bytes() == name));
    }
    Likeness::from(known >= 2)
}

fn read(mut stream: Stream) -> Records {
    let boxed =
        super::stream::fill(&mut *stream.reader).is_ok_and(|head| head.starts_with(b"From "));
    if boxed {
        Box::new(Mailbox { stream, number: 0, opened: None, failed: false })
    } else {
        stream
            .whole_record(|stream| stream.limits.article, |place, bytes, _| parse(place, &bytes, 0))
    }
}

/// The messages of a box: each starts with a line `From …` after an empty line.
struct Mailbox {
    stream: Stream,
    /// Lines read.
    number: u64,
    /// The line at which the message that is being read opened.
    opened: Option<u64>,
    failed: bool,
}

impl Iterator for Mailbox {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let longest = self.stream.limits.article;
        let (mut message, mut line) = (Vec::new(), Vec::new());
        let (mut after_empty, mut too_long) = (true, false);
        loop {
            let place = self.stream.place.at_line(self.number + 1);
            let ended = match self.stream.line(&mut line, longest) {
                Err(error) => {
                    self.failed = true;
                    return Some(Err(Problem::unreadable(&place, &error)));
                }
                Ok(Line::End) => true,
                Ok(read) => {
                    self.number += 1;
                    too_long |= matches!(read, Line::TooLong);
                    after_empty && line.starts_with(b"From ")
                }
            };
            if !ended {
                after_empty = line.trim_ascii().is_empty();
                // A line of the text that starts so has a mark before it.
                let quoted = line.strip_prefix(b">").filter(|rest| {
                    let bare = rest.iter().position(|&byte| byte != b'>').unwrap_or(rest.len());
                    rest[bare..].starts_with(b"From ")
                });
                let text = quoted.unwrap_or(&line);
                too_long |= message.len() + text.len() > longest;
                if too_long {
                    message = Vec::new();
                } else {
                    message.extend_from_slice(text);
                }
                continue;
            }
            let opened = self.opened.replace(self.number);
            if line.is_empty() {
                self.failed = true;
            }
            match opened {
                // The first line of the box.
                None if !self.failed => {}
                None => return None,
                Some(opened) => {
                    let place = self.stream.place.at_line(opened);
                    return Some(if too_long {
                        Err(Problem::beyond(&place, "the message", longest))
                    } else {
                        let (bytes, limits) = (message.len(), self.stream.limits);
                        Ok(Record::new(place, limits, bytes, move |place, _| {
                            parse(place, &message, 0)
                        }))
                    });
                }
            }
        }
    }
}

/// Messages inside messages are read so deep.
const DEPTH: usize = 4;

/// A message as an article; where others are attached to it, these are, for it is but their cover.
fn parse(place: &Place, bytes: &[u8], depth: usize) -> Items {
    let message = match parse_mail(bytes) {
        Ok(message) => message,
        Err(error) => {
            let what = format!("no message that can be read: {error}");
            return vec![Err(Problem::new(place, what, ""))];
        }
    };
    let attached = message
        .parts()
        .filter(|part| depth < DEPTH && part.ctype.mimetype.eq_ignore_ascii_case("message/rfc822"));
    let attached: Items = attached
        .filter_map(|part| part.get_body_raw().ok())
        .flat_map(|bytes| parse(place, &bytes, depth + 1))
        .collect();
    if attached.iter().any(Result::is_ok) {
        return attached;
    }
    let header = |name: &str| {
        let value = message.headers.get_first_value(name)?;
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let (text, note) = body(&message, place);
    let Some(text) = text else {
        return vec![Err(Problem::new(place, "the message has no text", ""))];
    };
    let subject = header("subject");
    let (text, inside) = match forwarded(subject.as_deref().unwrap_or_default(), &text) {
        Some(inside) => (own_words(&inside.text), inside),
        None => (own_words(&text), Forwarded::default()),
    };
    let subject = inside.subject.or(subject).map(|subject| bare_subject(&subject).to_owned());
    let date = inside.date.filter(|date| seconds(date).is_some()).or_else(|| header("date"));
    let id = header("message-id").map(|id| id.trim_matches(['<', '>']).to_owned());
    let article = Article {
        title: subject,
        source: inside.from.or_else(|| header("from")),
        published: date,
        lang: header("content-language"),
        ..Article::new(id.unwrap_or_else(|| place.name()), text)
    };
    note.map(Err).into_iter().chain([Ok(Item::Article(article))]).collect()
}

/// The text of a message: its plain part, else its HTML part; attachments are not read.
fn body(message: &ParsedMail<'_>, place: &Place) -> (Option<String>, Option<Problem>) {
    for (kind, is_html) in [("text/plain", false), ("text/html", true)] {
        for part in message.parts() {
            let attached =
                part.get_content_disposition().disposition == DispositionType::Attachment;
            if attached || !part.ctype.mimetype.eq_ignore_ascii_case(kind) {
                continue;
            }
            let Ok(raw) = part.get_body_raw() else { continue };
            let decoded = decode(raw, Some(&part.ctype.charset));
            let note = decoded.note(place);
            let text = if is_html { text_of(&decoded.text) } else { decoded.text };
            if !text.trim().is_empty() {
                return (Some(text), note);
            }
        }
    }
    (None, None)
}

/// A plain text without its signature and without what it answers to: lines after `>` and the line
/// before them that names their writer. As it is where nothing else is left.
fn own_words(text: &str) -> String {
    // RFC 3676, 4.3; the space at the end is often lost.
    let signature = |line: &&str| line.trim_end_matches('\r').trim_end_matches(' ') == "--";
    let is_quoted = |line: &str| line.starts_with('>');
    let mut kept: Vec<&str> = Vec::new();
    let mut in_quotation = false;
    for line in text.split('\n').take_while(|line| !signature(line)) {
        if is_quoted(line) {
            if !in_quotation {
                drop_attribution(&mut kept);
            }
        } else {
            kept.push(line);
        }
        in_quotation = is_quoted(line);
    }
    let kept = kept.join("\n");
    if kept.trim().is_empty() { text.to_owned() } else { kept }
}

/// Takes `On Monday, 4 March 2024, A. Writer <a@example.org> wrote:` off the end: a paragraph of a
/// line, or two, that ends in a colon and has an address or a number.
fn drop_attribution(lines: &mut Vec<&str>) {
    let is_empty = |line: &str| line.trim().is_empty();
    while lines.last().is_some_and(|line| is_empty(line)) {
        lines.pop();
    }
    let end = lines.len();
    let long = lines.iter().rev().take(3).take_while(|line| !is_empty(line)).count();
    let paragraph = &lines[end - long..end];
    let names = |line: &&str| line.contains(|c: char| c == '@' || c.is_ascii_digit());
    if (1..=2).contains(&long)
        && paragraph.last().is_some_and(|line| line.trim_end().ends_with(':'))
        && paragraph.iter().any(names)
    {
        lines.truncate(end - long);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_without_what_it_answers_to_and_without_its_signature() {
        let answer = "The bridge is closed.\r\n\r\nOn Mon, 4 Mar 2024, Ann Lee <ann@example.org>\r\n\
                      wrote:\r\n> Is the bridge closed?\r\n>> I heard so.\r\n\r\nIt opens in May.\r\n\
                      -- \r\nNorvale Council\r\n";
        assert_eq!(
            own_words(answer).split_whitespace().collect::<Vec<_>>().join(" "),
            "The bridge is closed. It opens in May."
        );
        let kept = "The mayor said:\n> Not yet.\nThen she left.";
        assert_eq!(own_words(kept), "The mayor said:\nThen she left.");
        assert_eq!(own_words("> All of it is quoted."), "> All of it is quoted.");
    }

    #[test]
    fn messages_are_told_by_their_header() {
        assert_eq!(like(b"From a@b Mon\nFrom: a\nSubject: b\n\nx"), Likeness::Sure);
        assert_eq!(like(b"Subject: b\r\nDate: now\r\n\r\nx"), Likeness::Sure);
        assert_eq!(like(b"From Norvale comes news.\nDate: now"), Likeness::No);
        assert_eq!(like(b"Date: now\n\nRain fell."), Likeness::No);
    }
}
