//! Keeps hostile HTML from costing more than its length: parsers take time that grows with the
//! square of the nesting and of the number of attributes, and browsers cut both off too.

use std::borrow::Cow;

use memchr::memchr;

/// Elements inside elements; deeper tags are left out, their text stays.
const DEEPEST: usize = 200;
/// The longest tag, in bytes; of a longer one the name stays.
const LONGEST_TAG: usize = 16 << 10;
/// Attributes of a tag; of one with more the name stays.
const MOST_ATTRIBUTES: usize = 256;

/// Elements that have no end tag, or seldom, and do not lie in one another.
const UNNESTED: &[&[u8]] = &[
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param",
    b"source", b"track", b"wbr", b"p", b"li", b"dd", b"dt", b"option", b"tr", b"td", b"th",
    b"html", b"head", b"body",
];
/// Elements that count for several: a table has rows and cells between one and the next.
const BROAD: &[&[u8]] = &[b"table", b"ul", b"ol", b"dl"];
/// What they count for.
const BREADTH: usize = 4;
/// Tags that stay however deep they are: they end a paragraph.
const BREAKS: &[&[u8]] = &[b"p", b"br"];
/// How far up an end tag looks for its start.
const LOOK_UP: usize = 64;
/// Elements whose content is no markup.
const RAW: &[&[u8]] =
    &[SCRIPT, b"style", b"textarea", b"title", b"iframe", b"noembed", b"noframes", b"xmp"];
/// The one in which comments may hide its end tag.
const SCRIPT: &[u8] = b"script";

/// The page with its tags bounded; untouched where they are, as in all pages made for people.
pub(super) fn flattened(html: &str) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let mut out: Option<String> = None;
    // Up to where the page has been copied.
    let mut copied = 0;
    let mut at = 0;
    let mut open = Nesting::default();
    while let Some(found) = memchr(b'<', &bytes[at..]) {
        let start = at + found;
        let Some((end, tag)) = tag(bytes, start) else {
            at = start + 1;
            continue;
        };
        at = end;
        let keep = match &tag {
            Tag::Other => true,
            Tag::Open { name, .. } | Tag::Close { name } if is_one_of(name, UNNESTED) => {
                open.depth <= DEEPEST || is_one_of(name, BREAKS)
            }
            Tag::Open { name, .. } => open.open(name),
            Tag::Close { name } => open.close(name),
        };
        let long = match &tag {
            Tag::Open { attributes, .. } => {
                end - start > LONGEST_TAG || *attributes > MOST_ATTRIBUTES
            }
            _ => false,
        };
        if !keep || long {
            let out = out.get_or_insert_with(|| String::with_capacity(html.len()));
            out.push_str(&html[copied..start]);
            if let (true, Tag::Open { name, .. }) = (keep, &tag) {
                out.push('<');
                out.push_str(&String::from_utf8_lossy(name));
                out.push('>');
            }
            copied = end;
        }
        if let Tag::Open { name, .. } = &tag
            && is_one_of(name, RAW)
        {
            at = raw_end(bytes, end, name);
        }
    }
    match out {
        None => Cow::Borrowed(html),
        Some(mut out) => {
            out.push_str(&html[copied..]);
            Cow::Owned(out)
        }
    }
}

/// The elements that are open.
#[derive(Default)]
struct Nesting<'a> {
    /// By element: its name, and the depth inside it.
    open: Vec<(&'a [u8], usize)>,
    depth: usize,
}

impl<'a> Nesting<'a> {
    /// Opens an element; false where it is too deep.
    fn open(&mut self, name: &'a [u8]) -> bool {
        self.depth += if is_one_of(name, BROAD) { BREADTH } else { 1 };
        self.open.push((name, self.depth));
        self.depth <= DEEPEST
    }

    /// Closes an element and those in it that were not closed; false where it was too deep.
    fn close(&mut self, name: &[u8]) -> bool {
        let near = self.open.len().saturating_sub(LOOK_UP);
        let found = self.open[near..].iter().rposition(|(open, _)| open.eq_ignore_ascii_case(name));
        let Some(at) = found.map(|at| near + at) else { return self.depth <= DEEPEST };
        let kept = self.open[at].1 <= DEEPEST;
        self.open.truncate(at);
        self.depth = self.open.last().map_or(0, |(_, depth)| *depth);
        kept
    }
}

/// A tag as far as it matters here.
enum Tag<'a> {
    Open {
        name: &'a [u8],
        attributes: usize,
    },
    Close {
        name: &'a [u8],
    },
    /// A comment, a declaration, an element that closes itself.
    Other,
}

/// A part of a tag after its name. As in browsers, a quotation mark opens a value after `=` and is a
/// character like others elsewhere: one that is left over does not swallow the page.
#[derive(Clone, Copy)]
enum Part {
    /// Before an attribute.
    Between,
    /// The name of an attribute.
    Name,
    /// After the name, where an `=` may follow.
    AfterName,
    /// After the `=`, before a value.
    Equals,
    /// A value without quotation marks.
    Plain,
    /// A value up to this mark.
    Quoted(u8),
}

/// The tag that starts at `start`, and where it ends; `None` for a `<` that is text.
fn tag(bytes: &[u8], start: usize) -> Option<(usize, Tag<'_>)> {
    let rest = &bytes[start + 1..];
    let other =
        |end: Option<usize>| Some((end.map_or(bytes.len(), |at| start + 1 + at + 1), Tag::Other));
    if let Some(comment) = rest.strip_prefix(b"!--") {
        return other(comment_end(comment).map(|at| 3 + at));
    }
    let (closing, name_start) = match rest.first()? {
        b'!' | b'?' => return other(memchr(b'>', rest)),
        b'/' => (true, 1),
        _ => (false, 0),
    };
    let name = &rest[name_start..];
    if !name.first()?.is_ascii_alphabetic() {
        // An end tag without a name is a comment too.
        return if closing { other(memchr(b'>', rest)) } else { None };
    }
    let length = name.iter().take_while(|b| !b.is_ascii_whitespace() && !b"/>".contains(b)).count();
    let name = &name[..length];
    let (mut part, mut attributes) = (Part::Between, 0);
    let mut end = bytes.len();
    for (offset, &byte) in rest.iter().enumerate().skip(name_start + length) {
        let space = byte.is_ascii_whitespace();
        part = match (part, byte) {
            (Part::Quoted(quote), _) if byte == quote => Part::Between,
            (Part::Quoted(_), _) => part,
            (_, b'>') => {
                end = start + 1 + offset + 1;
                break;
            }
            (Part::Between | Part::Equals, _) if space => part,
            (Part::Name | Part::AfterName, _) if space => Part::AfterName,
            (Part::Plain, _) if space => Part::Between,
            (Part::Name | Part::AfterName, b'=') => Part::Equals,
            (Part::Equals, b'"' | b'\'') => Part::Quoted(byte),
            (Part::Equals | Part::Plain, _) => Part::Plain,
            (_, b'/') => Part::Between,
            (Part::Name, _) => part,
            (Part::Between | Part::AfterName, _) => {
                attributes += 1;
                Part::Name
            }
        };
    }
    let tag = if closing { Tag::Close { name } } else { Tag::Open { name, attributes } };
    Some((end, tag))
}

/// Where the `>` is that ends a comment, of which its first two dashes are cut off. They may be those
/// of its end: `<!-->`.
fn comment_end(comment: &[u8]) -> Option<usize> {
    memchr::memchr_iter(b'>', comment).find(|&at| {
        let before = &comment[..at];
        matches!(before, [] | [b'-']) || before.ends_with(b"--") || before.ends_with(b"--!")
    })
}

/// Where the raw content of an element ends, before its end tag. In a script that has `<!--`, as those
/// for browsers of old do, an inner `<script>` has an end tag of its own.
fn raw_end(bytes: &[u8], from: usize, name: &[u8]) -> usize {
    let script = name.eq_ignore_ascii_case(SCRIPT);
    let (mut commented, mut inner) = (false, false);
    for at in memchr::memchr2_iter(b'<', b'>', &bytes[from..]).map(|at| from + at) {
        match &bytes[at..] {
            [b'>', ..] if bytes[from..at].ends_with(b"--") => (commented, inner) = (false, false),
            [b'<', b'!', b'-', b'-', ..] => commented = script,
            [b'<', b'/', rest @ ..] if is_named(rest, name) && !inner => return at,
            [b'<', b'/', rest @ ..] if is_named(rest, name) => inner = false,
            [b'<', rest @ ..] if commented && is_named(rest, name) => inner = true,
            _ => {}
        }
    }
    bytes.len()
}

/// True for the rest of a tag that has this name.
fn is_named(tag: &[u8], name: &[u8]) -> bool {
    tag.split_at_checked(name.len()).is_some_and(|(head, rest)| {
        let ended = rest.first().is_some_and(|b| b.is_ascii_whitespace() || b"/>".contains(b));
        ended && head.eq_ignore_ascii_case(name)
    })
}

fn is_one_of(name: &[u8], names: &[&[u8]]) -> bool {
    names.iter().any(|known| name.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_pages_are_untouched() {
        let page =
            "<!doctype html><html><!-- <b> --><p class='a>b'>1 < 2<script>'<b>'</script></p>";
        assert!(matches!(flattened(page), Cow::Borrowed(_)));
    }

    #[test]
    fn deep_tags_go_and_their_text_stays() {
        let page = format!("{}deep{}after", "<div>".repeat(1000), "</div>".repeat(1000));
        let flat = flattened(&page);
        assert_eq!(flat.matches("<div>").count(), DEEPEST);
        assert_eq!(flat.matches("</div>").count(), DEEPEST);
        assert!(flat.contains("deep") && flat.ends_with("after"));
    }

    #[test]
    fn a_quotation_mark_left_over_is_no_opening() {
        let ends = |tag: &str| super::tag(tag.as_bytes(), 0).map(|(end, _)| end);
        for tag in [
            "<a href=\"x\"\">",
            "<p title=today's>",
            "<p title=it's a='>'>",
            "<p it's>",
            "<p 'a'>",
            "<p =\">",
            "<a href=x=\">",
            "<p a = '>' b=/'>",
            "<p a/=\">",
            "</p a'>",
        ] {
            assert_eq!(ends(&format!("{tag}x' y\">")), Some(tag.len()), "{tag}");
        }
    }

    #[test]
    fn comments_and_raw_content_end_where_browsers_end_them() {
        for comment in ["<!-->", "<!--->", "<!---->", "<!-- > -->", "<!-- - --!>", "</ p>", "</>"] {
            let end = tag(format!("{comment}<p>-->").as_bytes(), 0).map(|(end, _)| end);
            assert_eq!(end, Some(comment.len()), "{comment}");
        }
        for content in [
            "</scripts> a < b </style>",
            "<!-- <script> </script> -->",
            "<!-- <script></script> ",
            "<!--> <script>",
            "<script>",
        ] {
            let page = format!("{content}</script><p></script>");
            assert_eq!(raw_end(page.as_bytes(), 0, b"SCRIPT"), content.len(), "{content}");
        }
    }

    #[test]
    fn long_tags_keep_their_name() {
        let many = " a=1".repeat(1000);
        assert_eq!(flattened(&format!("<p{many}>x</p>")), "<p>x</p>");
        let long = "y".repeat(LONGEST_TAG);
        assert_eq!(flattened(&format!("a<img src=\"{long}>\">b")), "a<img>b");
        // Elements that nobody closed do not add up.
        let page = format!("{}x", "<div><span>a</div>".repeat(1000));
        assert_eq!(flattened(&page), page);
        // A tag without an end is one too.
        assert_eq!(flattened("a<b"), "a<b");
        assert_eq!(flattened("é<é<"), "é<é<");
    }
}
