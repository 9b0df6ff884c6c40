//! Markdown, for a document or a chat.

use std::fmt::Write;

use crate::output::{Citations, Format, Several, day_in_timeline, is_web_address};
use crate::summary::Summary;

/// A heading, the sentences as a list, the sources as a numbered list with links, the keywords and
/// the notes as paragraphs.
pub(super) const MARKDOWN: Format =
    Format { name: "markdown", several: Several::Paragraphs, render };

fn render(summary: &Summary) -> String {
    let cited = Citations::of(summary);
    let headline = summary.headline.as_deref().unwrap_or(&summary.id);
    let mut out = format!("## {}\n\n", escaped(headline));
    for sentence in summary.sentences() {
        let marks = cited.marks(sentence).join(", ");
        let day = day_in_timeline(summary, sentence);
        let day = day.map(|day| format!("**{day}**: ")).unwrap_or_default();
        let _ = writeln!(out, "- {day}{} \\[{marks}\\]", escaped(&sentence.text));
    }
    if !cited.articles.is_empty() {
        out.push_str("\nSources:\n\n");
    }
    for (number, article) in (1..).zip(&cited.articles) {
        let title = escaped(article.title.unwrap_or(article.id));
        let _ = match article.url.filter(|url| is_web_address(url)) {
            Some(url) => write!(out, "{number}. [{title}](<{url}>)"),
            None => write!(out, "{number}. {title}"),
        };
        for part in [article.source, article.published].into_iter().flatten() {
            let _ = write!(out, ", {}", escaped(part));
        }
        out.push('\n');
    }
    let keywords = (!summary.keywords.is_empty())
        .then(|| format!("Keywords: {}", escaped(&summary.keywords.join(", "))));
    let notes = summary.warnings.iter().map(|warning| format!("Note: {}", escaped(warning)));
    for paragraph in keywords.into_iter().chain(notes) {
        out.truncate(out.trim_end().len());
        let _ = writeln!(out, "\n\n{paragraph}");
    }
    out.truncate(out.trim_end().len());
    out
}

/// What Markdown or HTML would read as its own wherever it stands.
const SPECIAL: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '&'];

/// The text with everything that Markdown or HTML would read as its own escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // A list would begin with these, or a heading end.
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let begins = match number.strip_prefix(['.', ')']) {
        Some(rest) if number.len() < text.len() => text.len() - rest.len() - 1,
        _ if text.starts_with(['+', '-', '=']) => 0,
        _ => text.len(),
    };
    for (at, c) in text.char_indices() {
        if c.is_control() {
            out.push(' ');
            continue;
        }
        if SPECIAL.contains(&c) || at == begins {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_the_text_stays_text() {
        assert_eq!(escaped("<b>*now*</b>\n"), "\\<b\\>\\*now\\*\\</b\\> ");
        assert_eq!(escaped("+ 3 - 2"), "\\+ 3 - 2");
        assert_eq!(escaped("1. FC won 2.5"), "1\\. FC won 2.5");
        assert_eq!(escaped(".5 is half"), ".5 is half");
        assert!(is_web_address("https://example.org/a"));
        assert!(!is_web_address("javascript:alert(1)") && !is_web_address("https://a> <b"));
    }
}
