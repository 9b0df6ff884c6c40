//! Markdown: a file is an article, its front matter what is said of it.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};
use serde_json::{Map, Value};

use crate::input::encoding::decode;
use crate::input::record::Items;
use crate::input::{FieldNames, Format, Item, Likeness, Place, Problem};

/// A Markdown file (`CommonMark`, with front matter in YAML or TOML). Its id is the file's name
/// without the extension, its title that of the front matter, else the heading that it begins with.
pub(super) const MARKDOWN: Format = Format {
    name: "markdown",
    extensions: &["md", "markdown"],
    looks_like: |_| Likeness::No,
    read: |stream| stream.plain_record(parse),
};

fn parse(place: &Place, bytes: Vec<u8>, fields: &FieldNames) -> Items {
    let decoded = decode(bytes, None);
    let note = decoded.note(place).map(Err);
    let page = Page::read(&decoded.text);
    if page.text.is_empty() {
        return vec![Err(Problem::new(place, "the file has no text", ""))];
    }
    let mut record = page.said;
    record.insert("text".to_owned(), Value::String(page.text));
    let article = fields.article(place, record).map(|mut article| {
        if article.id.is_empty() {
            article.id = place.name();
        }
        article.title = article.title.or(page.heading);
        Item::Article(article)
    });
    note.into_iter().chain([article]).collect()
}

/// What a file says.
#[derive(Default)]
struct Page {
    /// The front matter.
    said: Map<String, Value>,
    /// The heading before all text.
    heading: Option<String>,
    /// Paragraphs with an empty line between them.
    text: String,
}

impl Page {
    fn read(markdown: &str) -> Self {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
            | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
        let mut page = Self::default();
        let mut sign = None;
        // How deep we are in what is not read.
        let mut left_out = 0_usize;
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Start(Tag::MetadataBlock(kind)) => sign = Some(sign_of(kind)),
                Event::End(TagEnd::MetadataBlock(_)) => sign = None,
                Event::Start(tag) => left_out += usize::from(is_left_out(tag.to_end())),
                Event::End(tag) if is_left_out(tag) => left_out -= 1,
                _ if left_out > 0 => {}
                Event::Text(text) => match sign {
                    Some(sign) => {
                        page.said.extend(text.lines().filter_map(|line| said(line, sign)));
                    }
                    None => page.push(&text),
                },
                Event::Code(text) => page.push(&text),
                Event::SoftBreak => page.text.push(' '),
                Event::HardBreak => page.text.push('\n'),
                Event::End(TagEnd::Heading(_)) if page.heading.is_none() => {
                    let is_first = !page.text.trim().contains("\n\n");
                    let heading = page.text.trim().to_owned();
                    if is_first && !heading.is_empty() {
                        page.heading = Some(heading);
                        page.text.clear();
                    }
                    page.end_paragraph();
                }
                Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => {
                    page.end_paragraph();
                }
                _ => {}
            }
        }
        page.text.truncate(page.text.trim_end().len());
        page
    }

    /// Adds text; a paragraph does not begin with white space.
    fn push(&mut self, text: &str) {
        let begins = self.text.is_empty() || self.text.ends_with('\n');
        self.text.push_str(if begins { text.trim_start() } else { text });
    }

    fn end_paragraph(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }
}

/// What no reader takes for the text of an article: code, tables, notes, the words that stand for a
/// picture, what is struck out.
fn is_left_out(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::Table
            | TagEnd::FootnoteDefinition
            | TagEnd::Image
            | TagEnd::Strikethrough
    )
}

/// What stands between a name and its value.
fn sign_of(kind: MetadataBlockKind) -> char {
    match kind {
        MetadataBlockKind::YamlStyle => ':',
        MetadataBlockKind::PlusesStyle => '=',
    }
}

/// A line of the front matter. What is nested or a list is left out: an article has nothing of it.
fn said(line: &str, sign: char) -> Option<(String, Value)> {
    let (name, value) = line.split_once(sign)?;
    let value = value.trim();
    let quoted = ['"', '\''].iter().find_map(|&q| value.strip_prefix(q)?.strip_suffix(q));
    let value = quoted.unwrap_or(value);
    let plain = !name.starts_with(char::is_whitespace) && !value.starts_with(['[', '{', '|', '>']);
    let name = name.trim();
    (plain && !name.is_empty() && !value.is_empty())
        .then(|| (name.to_owned(), Value::String(value.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_no_text() {
        let page = Page::read(
            "---\ntitle: \"Dam: it broke\"\ndate: 2031-03-03\ntags: [dam]\n---\n\n# The *dam*\n\n\
             ![The dam](dam.jpg)\n\nThe [dam](https://x.example) broke\non **Monday**.[^1]\n\n\
             - ~~Two~~ Three died.\n- Nobody slept.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n\
             > \"It roared,\" she said.\n\n[^1]: In the night.\n",
        );
        assert_eq!(page.heading.as_deref(), Some("The dam"));
        assert_eq!(
            page.text,
            "The dam broke on Monday.\n\nThree died.\n\nNobody slept.\n\n\"It roared,\" she said."
        );
        assert_eq!(page.said["title"], "Dam: it broke");
        assert_eq!(page.said["date"], "2031-03-03");
        assert!(!page.said.contains_key("tags"));
        let toml = Page::read("+++\ntitle = 'Dam'\n+++\nIt broke.\n\n## Later\n\nMore.");
        assert_eq!((&toml.said["title"], toml.heading), (&Value::from("Dam"), None));
        assert_eq!(toml.text, "It broke.\n\nLater\n\nMore.");
    }
}
