//! Text for people at a terminal.

use std::fmt::Write;

use textwrap::{Options, WordSeparator, WordSplitter, fill};

use crate::output::explanation::explanation;
use crate::output::{Citations, Cited, Format, Several, day_in_timeline};
use crate::summary::{Summary, SummarySentence};

/// The sentences, each with its mark, and the sources below, at most 80 columns wide.
pub(super) const TEXT: Format = Format { name: "text", several: Several::Paragraphs, render };

const COLUMNS: usize = 80;

fn render(summary: &Summary) -> String {
    let cited = Citations::of(summary);
    let mut out = String::new();
    if let Some(headline) = &summary.headline {
        line(&mut out, &plain(headline), "", "");
    }
    let articles = if summary.articles == 1 { "article" } else { "articles" };
    let head = format!(
        "{} · {} words from {} {articles}",
        plain(&summary.id),
        summary.words,
        summary.articles
    );
    line(&mut out, &head, "", "  ");
    out.push('\n');
    for sentence in summary.sentences() {
        let day = day_in_timeline(summary, sentence).map(|day| day + ": ").unwrap_or_default();
        let text = format!("{day}{} {}", plain(&sentence.text), mark(sentence, &cited));
        line(&mut out, &text, "", "");
        out.push('\n');
    }
    if !cited.articles.is_empty() {
        out.push_str("Sources\n");
    }
    for (number, article) in (1..).zip(&cited.articles) {
        let first = format!("[{number}] ");
        let indent = " ".repeat(first.len());
        line(&mut out, &source(article), &first, &indent);
        if let Some(url) = article.url {
            // An address is for copying: it is never broken.
            let _ = writeln!(out, "{indent}{}", plain(url));
        }
    }
    if !summary.keywords.is_empty() {
        line(&mut out, &format!("Keywords: {}", plain(&summary.keywords.join(", "))), "", "  ");
    }
    for warning in &summary.warnings {
        line(&mut out, &format!("Note: {}", plain(warning)), "", "  ");
    }
    if let Some(why) = &summary.explanation {
        explanation(&mut out, summary, why);
    }
    out.truncate(out.trim_end().len());
    out
}

/// `[1]`, or `[1; also 2, 3]` where other articles say nearly the same.
fn mark(sentence: &SummarySentence, cited: &Citations<'_>) -> String {
    let marks = cited.marks(sentence);
    match marks.split_first() {
        Some((own, [])) => format!("[{own}]"),
        Some((own, others)) => format!("[{own}; also {}]", others.join(", ")),
        None => String::new(),
    }
}

/// What is known of a source: headline, outlet, time, or its id.
fn source(article: &Cited<'_>) -> String {
    let known = [article.title, article.source, article.published];
    let known: Vec<String> = known.into_iter().flatten().map(plain).collect();
    if known.is_empty() { plain(article.id) } else { known.join(" · ") }
}

/// Adds a wrapped line.
pub(super) fn line(out: &mut String, text: &str, first: &str, rest: &str) {
    let options = Options::new(COLUMNS)
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation)
        .word_separator(WordSeparator::AsciiSpace);
    out.push_str(&fill(text, options));
    out.push('\n');
}

/// The text without control characters, which would reach the terminal.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}
